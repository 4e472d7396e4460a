"""Benda bagi alamat ber-UUID di `izin.csv`: satu pembuat per nama alamat. Ruang lain menambah barisnya di sini.

Pembuat mengembalikan (milik, asing): argumen alamat untuk benda di dalam Dinas Pendidikan (milik Maria, guru
SD Negeri 1) dan benda di luarnya (milik Ester, Dinas Kesehatan). Dipanggil di dalam transaksi tiap sel.
"""

from collections.abc import Callable
from datetime import date
from typing import Any

from kasuari.dasar.akun.models import UsulanPeran
from kasuari.dasar.inti.waktu import sekarang
from tests import kota_kecil

Argumen = dict[str, Any]
PEMBUAT: dict[str, Callable[[], tuple[Argumen, Argumen]]] = {}
# Isi kiriman POST menurut nama alamat; bawaannya kosong (422 berarti izinnya lolos, isiannya belum).
KIRIMAN: dict[str, dict[str, str]] = {"akun_bahasa": {"language": "id", "next": "/kerja/saya/akun/"}}


def benda(*nama: str) -> Callable[[Callable[[], tuple[Argumen, Argumen]]], None]:
    def pasang(fungsi: Callable[[], tuple[Argumen, Argumen]]) -> None:
        for n in nama:
            PEMBUAT[n] = fungsi

    return pasang


@benda(
    "sistem_akun_satu", "sistem_akun_peran", "sistem_akun_akhiri", "sistem_akun_atur_ulang", "surat_aktivasi"
)
def _akun() -> tuple[Argumen, Argumen]:
    return {"uid": kota_kecil.orang("maria").akun.uid}, {"uid": kota_kecil.orang("ester").akun.uid}


@benda("sistem_usulan_satu")
def _usulan() -> tuple[Argumen, Argumen]:
    def satu(nama: str) -> Argumen:
        u = UsulanPeran.objects.create(
            akun=kota_kecil.orang(nama).akun, peran="bkpsdm", mulai=date(2026, 12, 1), alasan="ST 1",
            pengusul=kota_kecil.orang("lukas").akun, diusulkan=sekarang(),
        )  # fmt: skip
        return {"uid": u.uid}

    return satu("maria"), satu("ester")
