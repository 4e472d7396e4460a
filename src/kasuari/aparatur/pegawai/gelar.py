"""Gelar seorang pegawai menurut keputusan: perubahannya peristiwa, dan dapat dikembalikan selama belum berubah lagi."""

from collections.abc import Mapping
from typing import Any

from kasuari.aparatur.pegawai import kini
from kasuari.aparatur.pegawai.models import Pegawai
from kasuari.dasar.inti.galat import MasukanSalah
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.orang.models import Orang
from kasuari.dasar.orang.service import ubah_orang


def tulis(pelaku: Pelaku, p: Pegawai, depan: str, belakang: str) -> dict[str, list[str]]:
    """Mengganti gelar di dalam transaksi pemanggil. Hasil: {"sebelum": [depan, belakang], "sesudah": [...]}."""
    orang = Orang.objects.select_for_update().get(id=p.orang_id)
    sebelum = [orang.gelar_depan, orang.gelar_belakang]
    ubah_orang(pelaku, orang, gelar_depan=depan, gelar_belakang=belakang)
    kini.tulis([p.id])
    return {"sebelum": sebelum, "sesudah": [depan, belakang]}


def kembalikan(pelaku: Pelaku, p: Pegawai, ubah: Mapping[str, Any]) -> None:
    """Gelar seperti sebelum `tulis`, sebagai peristiwa baru. Galat: `MasukanSalah` bila sudah diubah lagi sesudahnya."""
    orang = Orang.objects.select_for_update().get(id=p.orang_id)
    if [orang.gelar_depan, orang.gelar_belakang] != list(ubah["sesudah"]):
        raise MasukanSalah(
            "Gelarnya sudah diubah lagi sesudah keputusan ini. Kembalikan perubahan itu lebih dulu, baru cabut keputusannya."
        )
    depan, belakang = ubah["sebelum"]
    ubah_orang(pelaku, orang, gelar_depan=depan, gelar_belakang=belakang)
    kini.tulis([p.id])
