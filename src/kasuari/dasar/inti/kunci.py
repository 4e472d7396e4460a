"""Operasi migrasi yang menaruh janji di basis data: tabel yang hanya bertambah, fakta yang hanya ditutup."""

from collections.abc import Sequence

from django.db.migrations import RunPython

_PG_TOLAK = """CREATE OR REPLACE FUNCTION kasuari_tolak() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'kasuari: tabel % hanya bertambah', TG_TABLE_NAME; END $$"""
_PG_FAKTA = """CREATE OR REPLACE FUNCTION kasuari_fakta() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.ditutup IS NULL AND NEW.ditutup IS NOT NULL AND NEW.jejak_tutup IS NOT NULL AND OLD.jejak_tutup IS NULL
     AND to_jsonb(OLD) - 'ditutup' - 'jejak_tutup' = to_jsonb(NEW) - 'ditutup' - 'jejak_tutup' THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'kasuari: fakta % hanya boleh ditutup sekali', TG_TABLE_NAME; END $$"""


def _sqlite_tolak(t: str, acara: str) -> str:
    return f"CREATE TRIGGER {t}_{acara} BEFORE {acara} ON {t} BEGIN SELECT RAISE(ABORT, 'kasuari: tabel {t} hanya bertambah'); END"


def _sqlite_id(t: str, kunci: str) -> str:
    """REPLACE dan upsert memakai nomor yang sudah ada; keduanya ditolak di sini."""
    sama = " AND ".join(f"{k} = NEW.{k}" for k in kunci.split(","))
    return (
        f"CREATE TRIGGER {t}_nomor BEFORE INSERT ON {t} WHEN EXISTS (SELECT 1 FROM {t} WHERE {sama}) "
        f"BEGIN SELECT RAISE(ABORT, 'kasuari: nomor sudah ada di {t}'); END"
    )


def _pg(t: str, ubah: str) -> list[str]:
    return [
        f"CREATE TRIGGER {t}_ubah BEFORE UPDATE ON {t} FOR EACH ROW EXECUTE FUNCTION {ubah}()",
        f"CREATE TRIGGER {t}_hapus BEFORE DELETE ON {t} FOR EACH ROW EXECUTE FUNCTION kasuari_tolak()",
        f"CREATE TRIGGER {t}_kosong BEFORE TRUNCATE ON {t} FOR EACH STATEMENT EXECUTE FUNCTION kasuari_tolak()",
    ]


def per_mesin(perintah_sqlite, perintah_pg) -> RunPython:  # type: ignore[no-untyped-def]
    """Operasi migrasi dengan SQL tersendiri tiap mesin; keduanya fungsi dari penyunting skema ke daftar perintah."""

    def maju(apps, editor) -> None:  # type: ignore[no-untyped-def]
        daftar = perintah_pg(editor) if editor.connection.vendor == "postgresql" else perintah_sqlite(editor)
        for sql in daftar:
            editor.execute(sql, params=None)

    return RunPython(maju, RunPython.noop)


def tambah_saja(tabel: str, kunci: str = "id") -> RunPython:
    """Tabel yang tidak dapat diubah, dihapus, dikosongkan, atau ditimpa, di kedua basis data."""
    return per_mesin(
        lambda _: [_sqlite_tolak(tabel, "UPDATE"), _sqlite_tolak(tabel, "DELETE"), _sqlite_id(tabel, kunci)],
        lambda _: [_PG_TOLAK, *_pg(tabel, "kasuari_tolak")],
    )


def tanpa_ubah(tabel: str, kunci: str) -> RunPython:
    """Tabel yang barisnya boleh dihapus oleh satu tindakan berdasar hukum, tetapi tidak pernah diubah."""
    return per_mesin(
        lambda _: [_sqlite_tolak(tabel, "UPDATE"), _sqlite_id(tabel, kunci)],
        lambda _: [_PG_TOLAK, _pg(tabel, "kasuari_tolak")[0], _pg(tabel, "kasuari_tolak")[2]],
    )


def _sqlite_fakta(tabel: str, editor) -> list[str]:  # type: ignore[no-untyped-def]
    with editor.connection.cursor() as kursor:
        kolom = [b[1] for b in kursor.execute(f"PRAGMA table_info({tabel})").fetchall()]
    sama = " AND ".join(f"OLD.{k} IS NEW.{k}" for k in kolom if k not in {"ditutup", "jejak_tutup"})
    boleh = "OLD.ditutup IS NULL AND NEW.ditutup IS NOT NULL AND OLD.jejak_tutup IS NULL AND NEW.jejak_tutup IS NOT NULL"
    return [
        f"CREATE TRIGGER {tabel}_UPDATE BEFORE UPDATE ON {tabel} WHEN NOT ({boleh} AND {sama}) "
        f"BEGIN SELECT RAISE(ABORT, 'kasuari: fakta {tabel} hanya boleh ditutup sekali'); END",
        _sqlite_tolak(tabel, "DELETE"),
        _sqlite_id(tabel, "id"),
    ]


def fakta(tabel: str) -> RunPython:
    """Fakta: `ditutup` dan `jejak_tutup` berubah bersama tepat sekali dari kosong; selain itu ditolak."""
    return per_mesin(
        lambda editor: _sqlite_fakta(tabel, editor),
        lambda _: [_PG_TOLAK, _PG_FAKTA, *_pg(tabel, "kasuari_fakta")],
    )


def fakta_lagi(tabel: str) -> RunPython:
    """Sesudah tabel fakta berganti kolom: SQLite menyusun ulang tabelnya tanpa pemicunya; PostgreSQL tidak kehilangan apa pun."""
    lama = [f"DROP TRIGGER IF EXISTS {tabel}_{x}" for x in ("UPDATE", "DELETE", "nomor")]
    return per_mesin(lambda editor: [*lama, *_sqlite_fakta(tabel, editor)], lambda _: [])


def tanpa_tumpang(tabel: str, kunci: Sequence[str] = ("subjek_id",), syarat: str = "") -> RunPython:
    """RENTANG yang tidak boleh bertumpang untuk kunci yang sama. `syarat`: SQL pembatas memakai nama kolom."""

    def sqlite(_) -> list[str]:  # type: ignore[no-untyped-def]
        sama = " AND ".join(f"x.{k} = NEW.{k}" for k in kunci)
        lain = f" AND (SELECT {syarat} FROM {tabel} y WHERE y.id = x.id)" if syarat else ""
        return [
            f"CREATE TRIGGER {tabel}_tumpang AFTER INSERT ON {tabel} WHEN NEW.ditutup IS NULL AND EXISTS ("
            f"SELECT 1 FROM {tabel} x WHERE x.id <> NEW.id AND x.ditutup IS NULL AND {sama}{lain}"
            f" AND (SELECT {syarat or '1'} FROM {tabel} y WHERE y.id = NEW.id)"
            f" AND x.mulai < COALESCE(NEW.sampai, '9999-12-31') AND NEW.mulai < COALESCE(x.sampai, '9999-12-31')) "
            f"BEGIN SELECT RAISE(ABORT, 'kasuari: rentang bertumpang di {tabel}'); END"
        ]

    def pg(_) -> list[str]:  # type: ignore[no-untyped-def]
        sama = ", ".join(f"{k} WITH =" for k in kunci)
        lain = f" AND ({syarat})" if syarat else ""
        return [
            "CREATE EXTENSION IF NOT EXISTS btree_gist",
            f"ALTER TABLE {tabel} ADD CONSTRAINT {tabel}_tumpang EXCLUDE USING gist ({sama}, daterange(mulai, sampai) "
            f"WITH &&) WHERE (ditutup IS NULL{lain})",
        ]

    return per_mesin(sqlite, pg)
