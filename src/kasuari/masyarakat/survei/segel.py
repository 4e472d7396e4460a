"""Operasi migrasi segel survei: yang induknya sudah ditutup tidak dapat disisipi, dan baris yang disegel beku."""

from django.db.migrations import RunPython

from kasuari.dasar.inti.kunci import per_mesin


def tolak_sisip(tabel: str, syarat: str) -> RunPython:
    """Menolak sisipan bila `syarat` (SQL atas kolom NEW) benar, mis. induknya sudah disegel."""

    def sqlite(_) -> list[str]:  # type: ignore[no-untyped-def]
        return [
            f"CREATE TRIGGER {tabel}_sisip BEFORE INSERT ON {tabel} WHEN {syarat} "
            f"BEGIN SELECT RAISE(ABORT, 'kasuari: {tabel} sudah disegel'); END"
        ]

    def pg(_) -> list[str]:  # type: ignore[no-untyped-def]
        return [
            f"""CREATE OR REPLACE FUNCTION {tabel}_sisip() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF {syarat} THEN RAISE EXCEPTION 'kasuari: {tabel} sudah disegel'; END IF; RETURN NEW; END $$""",
            f"CREATE TRIGGER {tabel}_sisip BEFORE INSERT ON {tabel} FOR EACH ROW EXECUTE FUNCTION {tabel}_sisip()",
        ]

    return per_mesin(sqlite, pg)


def beku_bila(tabel: str, hapus: str, ubah: str) -> RunPython:
    """Menolak hapusan bila `hapus` (SQL atas kolom OLD) benar, dan ubahan bila `ubah` (SQL atas OLD dan NEW) benar."""

    def sqlite(_) -> list[str]:  # type: ignore[no-untyped-def]
        return [
            f"CREATE TRIGGER {tabel}_beku_{acara} BEFORE {acara} ON {tabel} WHEN {bila} "
            f"BEGIN SELECT RAISE(ABORT, 'kasuari: baris {tabel} ini sudah disegel'); END"
            for acara, bila in (("UPDATE", ubah), ("DELETE", hapus))
        ]

    def pg(_) -> list[str]:  # type: ignore[no-untyped-def]
        isi = []
        for acara, bila, kembali in (("UPDATE", ubah, "NEW"), ("DELETE", hapus, "OLD")):
            nama = f"{tabel}_beku_{acara.lower()}"
            isi += [
                f"""CREATE OR REPLACE FUNCTION {nama}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF {bila} THEN RAISE EXCEPTION 'kasuari: baris {tabel} ini sudah disegel'; END IF; RETURN {kembali}; END $$""",
                f"CREATE TRIGGER {nama} BEFORE {acara} ON {tabel} FOR EACH ROW EXECUTE FUNCTION {nama}()",
            ]
        return isi

    return per_mesin(sqlite, pg)
