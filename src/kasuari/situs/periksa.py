"""Pemeriksaan pemasangan: apa yang salah, dan bagaimana memperbaikinya. Dipakai `kasuari periksa` dan halaman sistem."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

from django.conf import settings
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from kasuari.aparatur.pegawai import kini
from kasuari.aparatur.pegawai.models import Pegawai, PegawaiKini
from kasuari.dasar.akun.models import Akun
from kasuari.dasar.dokumen import nomor
from kasuari.dasar.dokumen.models import NomorSeri
from kasuari.dasar.inti.waktu import hari_ini, sekarang
from kasuari.dasar.jejak import segel, selectors
from kasuari.dasar.ketentuan import selectors as ketentuan

LAMA_SEGEL = timedelta(minutes=10)


class Butir(NamedTuple):
    """Satu pemeriksaan: beres atau tidak, dan kalimat perbaikannya."""

    nama: str
    beres: bool
    kalimat: str


def _mode() -> Iterator[Butir]:
    contoh = Akun.objects.filter(contoh=True).count()
    if settings.MODE == "produksi":
        yield Butir(
            "akun contoh",
            contoh == 0,
            f"{contoh} akun demo ada di basis data produksi. Pakai basis data bersih.",
        )
        yield Butir(
            "alamat https", settings.ALAMAT.startswith("https://"), "Isi KASUARI_ALAMAT dengan alamat https."
        )
        aman = settings.EMAIL_BACKEND.endswith("smtp.EmailBackend")
        yield Butir("surat", aman, "EMAIL_URL belum diisi: surat hanya ditulis ke folder dan tidak sampai.")


def _basis_data() -> Iterator[Butir]:
    pelaksana = MigrationExecutor(connection)
    rencana = pelaksana.migration_plan(pelaksana.loader.graph.leaf_nodes())
    yield Butir("migrasi", not rencana, f"{len(rencana)} migrasi belum dijalankan: kasuari django migrate")
    if connection.vendor == "sqlite":
        with connection.cursor() as kursor:
            nilai = {
                p: kursor.execute(f"PRAGMA {p}").fetchone()[0] for p in ("journal_mode", "recursive_triggers")
            }
        yield Butir(
            "SQLite WAL",
            nilai["journal_mode"] == "wal",
            "Mode jurnal bukan WAL; jangan taruh data di folder jaringan.",
        )
        yield Butir(
            "pemicu berulang",
            nilai["recursive_triggers"] == 1,
            "recursive_triggers mati: REPLACE dapat menghapus jejak.",
        )
    else:
        with connection.cursor() as kursor:
            kursor.execute("SELECT tableowner = current_user FROM pg_tables WHERE tablename = 'jejak_jejak'")
            pemilik = bool(kursor.fetchone()[0])
        yield Butir(
            "pemilik tabel jejak", not pemilik or settings.MODE != "produksi",
            "Peran aplikasi memiliki tabel jejak. Jalankan migrasi dengan peran lain (docs/petunjuk/pasang.md).",
        )  # fmt: skip


def _jejak() -> Iterator[Butir]:
    banyak, tua = segel.tertinggal()
    lama = tua is not None and sekarang() - tua > LAMA_SEGEL
    yield Butir(
        "segel jejak", not lama, f"{banyak} peristiwa belum disegel, tertua {tua}. Jalankan: kasuari pekerja"
    )
    gagal = selectors.kerja_gagal().count()
    yield Butir("pekerjaan latar", gagal == 0, f"{gagal} pekerjaan gagal terus. Lihat /kerja/sistem/.")


def _folder() -> Iterator[Butir]:
    kunci = Path(settings.DATA) / "kunci"
    terbuka = kunci.exists() and kunci.stat().st_mode & 0o077
    yield Butir(
        "izin folder kunci", not terbuka, f"Folder {kunci.name} terbaca orang lain: chmod 700 {kunci.name}"
    )


def _kini() -> Iterator[Butir]:
    """`pegawai_kini` harus sama dengan fakta bagi semua orang."""
    ids = list(Pegawai.objects.order_by("id").values_list("id", flat=True))
    beda = 0
    buku = ketentuan.buku(hari_ini())
    for awal in range(0, len(ids), kini.POTONG):
        potong = ids[awal : awal + kini.POTONG]
        simpan = PegawaiKini.objects.in_bulk(potong)
        for baris in kini.hitung(potong, hari_ini(), buku):
            satu = simpan.get(baris["pegawai"])
            beda += satu is None or any(
                getattr(satu, f"{k}_id", getattr(satu, k)) != v for k, v in baris.items() if k != "pegawai"
            )
    yield Butir(
        "pegawai kini",
        beda == 0,
        f"{beda} baris pegawai_kini tidak sama dengan faktanya: kasuari periksa --perbaiki",
    )


def _ketentuan() -> Iterator[Butir]:
    """Ketentuan daerah yang tersusul aturan baru tidak pernah hilang diam-diam."""
    perlu = ketentuan.perlu_putusan()
    sebut = "; ".join(f"{x.timpa.kode} {x.timpa.kunci}".strip() + f": {x.sebab}" for x in perlu)
    yield Butir("ketentuan daerah", not perlu, f"Putuskan lagi di /kerja/ketentuan/: {sebut}")


def _surat() -> Iterator[Butir]:
    """Tiap nomor surat punya surat, sisihan, atau penjelasan; lubang berarti basis data diubah di luar Kasuari."""
    lubang = [
        (s.kode, s.tahun, nomor.lubang(s.kode, s.tahun)) for s in NomorSeri.objects.order_by("kode", "tahun")
    ]
    sebut = "; ".join(f"{kode} {tahun}: {', '.join(map(str, n[:20]))}" for kode, tahun, n in lubang if n)
    yield Butir("nomor surat", not sebut, f"Nomor tanpa surat dan tanpa penjelasan: {sebut}")


SEMUA: tuple[Callable[[], Iterator[Butir]], ...] = (
    _folder, _basis_data, _mode, _jejak, _ketentuan, _surat, _kini,
)  # fmt: skip


def periksa() -> list[Butir]:
    """Semua butir, berurutan. Migrasi yang tertinggal menghentikan butir yang membaca tabel."""
    hasil: list[Butir] = []
    for bagian in SEMUA:
        hasil += bagian()
        if any(b.nama == "migrasi" and not b.beres for b in hasil):
            break
    return hasil
