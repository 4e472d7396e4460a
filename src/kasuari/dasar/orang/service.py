"""Pintu tulis orang. Izin diperiksa ruang yang memanggil (pegawai, akun); di sini hanya isi dan jejak."""

from collections.abc import Sequence
from typing import NamedTuple

from kasuari.dasar.inti.galat import MasukanSalah
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.pengenal import uuid7
from kasuari.dasar.inti.sandi import enkripsi
from kasuari.dasar.inti.waktu import sekarang
from kasuari.dasar.jejak.service import catat
from kasuari.dasar.orang import peristiwa
from kasuari.dasar.orang.models import Orang


class OrangBaru(NamedTuple):
    nama: str
    gelar_depan: str = ""
    gelar_belakang: str = ""
    email: str = ""


def catat_orang(pelaku: Pelaku, baris: Sequence[OrangBaru]) -> list[Orang]:
    """Mencatat orang-orang baru di dalam transaksi pemanggil; urutan hasil = urutan masukan. Satu peristiwa."""
    saat = sekarang()
    for n, b in enumerate(baris, 1):
        if not b.nama.strip():
            raise MasukanSalah(f"Nama pada baris {n} kosong. Isi nama lengkap.", "nama")
    orang = Orang.objects.bulk_create([Orang(uid=uuid7(), dibuat=saat, **b._asdict()) for b in baris])
    catat(
        peristiwa.DIBUAT, pelaku, ("orang", orang[0].uid if len(orang) == 1 else None),
        sesudah={"banyak": len(orang)}, subjek=[o.uid for o in orang],
    )  # fmt: skip
    return orang


def ubah_orang(pelaku: Pelaku, orang: Orang, *, telepon: str | None = None, **ubah: str) -> None:
    """Mengubah nama, gelar, email, atau telepon di dalam transaksi pemanggil; sebelum dan sesudah tercatat."""
    sebelum = {k: getattr(orang, k) for k in ubah}
    for kolom, nilai in ubah.items():
        setattr(orang, kolom, nilai)
    if telepon is not None:
        orang.telepon = enkripsi(telepon.encode(), "telepon") if telepon else None
        sebelum["telepon"], ubah["telepon"] = "...", "..."
    orang.save()
    catat(peristiwa.DIUBAH, pelaku, ("orang", orang.uid), sebelum=sebelum, sesudah=ubah, subjek=[orang.uid])
