"""Perubahan isi perjanjian kerja yang sedang berjalan. Masanya tetap; memperpanjang adalah usulan lain."""

from datetime import timedelta
from typing import Any

from django.utils.translation import gettext as _

from kasuari.aparatur.usulan import kontrak
from kasuari.aparatur.usulan.bahan import Bahan
from kasuari.aparatur.usulan.rangka import Isian, Timbang
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.rupa.bentuk import tanggal

HAL = ("tempat", "jabatan", "upah", "lain")


def timbang(b: Bahan, isian: Isian) -> Timbang:
    """Dasar: PP 49/2018 Pasal 34-37 (isi perjanjian kerja)."""
    tmt = isian.tmt
    assert tmt is not None
    k, kurang = kontrak.di_dalam(b, tmt)
    if k is None:
        return Timbang({}, (), kurang)
    if tmt >= k.sampai:
        kurang.append(_("Pada hari itu perjanjiannya sudah berakhir. Susun perpanjangannya, bukan addendum."))
    surut = int(b.buku(hari_ini()).nilai("usulan_addendum_mundur_hari"))
    if tmt < (paling_awal := hari_ini() - timedelta(days=surut)):
        kurang.append(
            _("Addendum berlaku surut paling jauh %(n)s hari, jadi paling awal %(t)s.")
            % {"n": surut, "t": tanggal(paling_awal)}
        )
    uraian = str(isian.data.get("uraian") or "").strip()
    hal, upah = isian.data.get("hal"), isian.data.get("upah") or None
    if hal not in HAL or (hal != "upah" and not uraian):
        kurang.append(_("Isi hal yang diubah dan uraian perubahannya."))
    kurang += _upah(hal, upah, k.jenis)
    isi = {
        "tmt": tmt.isoformat(), "sampai": k.sampai.isoformat(), "ke": k.ke, "jenis": k.jenis, "hal": hal,
        "uraian": uraian, "upah": upah, "upah_lama": k.upah, "lama": [k.nomor, k.mulai.isoformat(), k.sampai.isoformat()],
    }  # fmt: skip
    return Timbang(isi, (), kurang)


def _upah(hal: Any, upah: Any, jenis: str) -> list[str]:
    """Gaji PPPK penuh waktu menurut tabel, bukan kesepakatan; upah paruh waktu disepakati dalam rupiah penuh."""
    if hal != "upah":
        return [_("Upah hanya diisi bila yang diubah gaji atau upah.")] if upah is not None else []
    if jenis == "penuh":
        return [
            _(
                "Gaji PPPK penuh waktu mengikuti tabel gaji dan golongannya, jadi tidak diubah dengan addendum."
            )
        ]
    if not isinstance(upah, int) or upah <= 0:
        return [_("Isi upah sebulan yang baru, rupiah penuh lebih dari nol.")]
    return []
