"""Perancang formulir: menyimpan konsep dan menerbitkannya sebagai versi baru; permohonan lama memegang versinya."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db.models import Max
from django.utils.translation import gettext as _

from kasuari.dasar.inti.galat import BedaVersi, TidakAda
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.waktu import sekarang
from kasuari.dasar.jejak.pintu import Hasil, pintu
from kasuari.dasar.jejak.service import catat
from kasuari.masyarakat.layanan import peristiwa, standar
from kasuari.masyarakat.layanan.formulir import rancangan as r
from kasuari.masyarakat.layanan.formulir import skema
from kasuari.masyarakat.layanan.models import Formulir, Layanan
from kasuari.masyarakat.layanan.selectors import formulir_terbit


def _layanan(pelaku: Pelaku, kode: str) -> Layanan:
    lay = Layanan.objects.select_related("unit").filter(kode=kode.upper()).first()
    if lay is None:
        raise TidakAda(_("Layanan ini tidak ada."))
    standar.pastikan_terjangkau(pelaku, "layanan.formulir", lay)
    return lay


def konsep(lay: Layanan) -> Formulir | None:
    return Formulir.objects.filter(layanan=lay, terbit=None).first()


@pintu("layanan.simpan_formulir")
def simpan(pelaku: Pelaku, *, layanan: str, rancangan: Mapping[str, Any], ubahan: int, kunci: UUID) -> Hasil:
    """Menyimpan konsep; yang pertama kali menyalin versi terbit menjadi versi berikutnya. `ubahan` yang terlihat.

    Konsep boleh belum sah (baru diperiksa saat diterbitkan). Galat: `BedaVersi` bila orang lain menyimpannya lebih dulu.
    """
    lay = _layanan(pelaku, layanan)
    f = Formulir.objects.select_for_update().filter(layanan=lay, terbit=None).first()
    if (f.ubahan if f else 0) != ubahan:
        raise BedaVersi(_("Formulir ini baru diubah orang lain. Muat ulang halaman, lalu ubah lagi."))
    if f is None:
        versi = (Formulir.objects.filter(layanan=lay).aggregate(v=Max("versi"))["v"] or 0) + 1
        f = Formulir(layanan=lay, versi=versi)
    f.rancangan, f.ubahan = dict(rancangan), f.ubahan + 1
    f.save()
    catat(
        peristiwa.FORMULIR_UBAH, pelaku, ("formulir", None), sesudah={"layanan": lay.kode, "versi": f.versi}
    )
    return Hasil(data={"versi": f.versi, "ubahan": f.ubahan})


@pintu("layanan.terbitkan_formulir")
def terbitkan(pelaku: Pelaku, *, layanan: str, ubahan: int, kunci: UUID) -> Hasil:
    """Konsep menjadi versi yang berlaku bagi permohonan baru. Galat: `MasukanSalah` menyebut isian yang keliru."""
    lay = _layanan(pelaku, layanan)
    f = Formulir.objects.select_for_update().filter(layanan=lay, terbit=None).first()
    if f is None:
        raise TidakAda(_("Belum ada konsep formulir untuk diterbitkan."))
    if f.ubahan != ubahan:
        raise BedaVersi(_("Formulir ini baru diubah orang lain. Muat ulang halaman, lalu periksa lagi."))
    r.periksa(f.rancangan)
    f.skema, f.terbit = skema.susun(f.rancangan), sekarang()
    f.save(update_fields=["skema", "terbit"])
    catat(
        peristiwa.FORMULIR_TERBIT, pelaku, ("formulir", None), sesudah={"layanan": lay.kode, "versi": f.versi}
    )
    return Hasil(data={"versi": f.versi})


def dasar_rancangan(lay: Layanan) -> dict[str, Any]:
    """Rancangan yang sedang disunting: konsepnya, atau salinan versi terbit, atau kosong."""
    f = konsep(lay) or formulir_terbit(lay.id)
    return dict(f.rancangan) if f else r.kosong()
