"""Pintu tulis banyak: COPY di PostgreSQL, executemany di SQLite. Hanya service yang memanggilnya."""

import contextlib
import json
import os
import uuid
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connection, connections, models
from django.db.models import Max


def simpan_banyak(model: type[models.Model], kolom: Sequence[str], baris: Iterable[Sequence[Any]]) -> int:
    """Menyisipkan banyak baris sekaligus; nilai berbentuk Python seperti pada model. Jumlah baris kembali."""
    medan = [model._meta.get_field(nama) for nama in kolom]
    sambungan = connections[DEFAULT_DB_ALIAS]  # wakilnya (`connection`) mencari sambungan lagi pada tiap sel
    siap = [[m.get_db_prep_save(v, sambungan) for m, v in zip(medan, satu, strict=True)] for satu in baris]
    if not siap:
        return 0
    q = connection.ops.quote_name
    tabel, nama = q(model._meta.db_table), ", ".join(q(m.column) for m in medan)
    with connection.cursor() as kursor:
        if connection.vendor == "postgresql":
            with connection.wrap_database_errors, kursor.copy(f"COPY {tabel} ({nama}) FROM STDIN") as salin:
                for satu in siap:
                    salin.write_row([_untuk_copy(v) for v in satu])
        else:
            tanda = ", ".join(["%s"] * len(medan))
            kursor.executemany(f"INSERT INTO {tabel} ({nama}) VALUES ({tanda})", siap)  # noqa: S608 nama dari model
    return len(siap)


def _untuk_copy(nilai: Any) -> Any:
    """COPY menerima JSON sebagai teks; pembungkus Jsonb milik psycopg dibuka di sini."""
    isi = getattr(nilai, "obj", nilai)
    return json.dumps(isi) if isinstance(isi, dict | list) else isi


def id_berikut(model: type[models.Model], banyak: int) -> list[int]:
    """Memesan `banyak` id (di dalam transaksi pemanggil), untuk baris yang saling menunjuk."""
    if connection.vendor == "postgresql":
        with connection.cursor() as kursor:
            kursor.execute(
                "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)",
                [model._meta.db_table, banyak],
            )
            return [b[0] for b in kursor.fetchall()]
    mulai = (model._default_manager.aggregate(m=Max("id"))["m"] or 0) + 1
    return list(range(mulai, mulai + banyak))


def tulis_berkas(tujuan: Path, isi: bytes) -> None:
    """Menulis berkas utuh atau tidak sama sekali; dua penulis isi yang sama tidak saling memotong."""
    tujuan.parent.mkdir(parents=True, exist_ok=True)
    sementara = tujuan.with_name(f"{tujuan.name}.{uuid.uuid4().hex}")
    sementara.write_bytes(isi)
    sementara.replace(tujuan)


def tulis_sekali(tujuan: Path, isi: bytes) -> None:
    """Menulis berkas bila belum ada; dari dua penulis serentak yang pertama menang, yang kedua diabaikan."""
    tujuan.parent.mkdir(parents=True, exist_ok=True)
    sementara = tujuan.with_name(f"{tujuan.name}.{uuid.uuid4().hex}")
    sementara.write_bytes(isi)
    with contextlib.suppress(FileExistsError):
        os.link(sementara, tujuan)
    sementara.unlink()
