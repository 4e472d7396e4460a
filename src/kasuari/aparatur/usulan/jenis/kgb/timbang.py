"""Berhak KGB atau belum pada satu hari, dan berapa gajinya: tangga tabel gaji menentukan, bukan hitungan dua tahun."""

from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _

from kasuari.aparatur.pegawai.berikut import dasar_gaji
from kasuari.aparatur.usulan.bahan import Bahan
from kasuari.aparatur.usulan.gaji import gaji_terakhir, mkg_mundur
from kasuari.aparatur.usulan.kinerja import kinerja_kurang
from kasuari.aparatur.usulan.rangka import Isian, Timbang
from kasuari.aturan import kgb
from kasuari.aturan.buku import Buku
from kasuari.aturan.masa_kerja import tulis, urai
from kasuari.aturan.rumus import jelaskan
from kasuari.dasar.rupa.bentuk import tanggal

INGIN = ("kgb_berikutnya", "mkg_saat_kgb", "gaji_pokok_baru")


def timbang(b: Bahan, isian: Isian) -> Timbang:
    """Galat: `GalatAturan` bila tabel gajinya tidak ada. Dasar: PP 7/1977 Pasal 11; tabel gaji hari TMT."""
    tmt = isian.tmt
    assert tmt is not None
    kemarin = tmt - timedelta(days=1)
    g, k = b.pada("golongan", tmt), b.pada("kgb", kemarin)
    kurang = [] if g else [_("Golongan belum tercatat di register.")]
    kurang += (
        []
        if k
        else [_("KGB terakhir belum tercatat. Catat surat KGB atau SK terakhirnya di lembar pegawai.")]
    )
    if g is None or k is None:
        return Timbang({}, (), kurang)
    buku = b.buku(tmt)
    dasar = dasar_gaji(g, k)
    assert dasar is not None
    mkg = tulis(dasar.mk_tahun * 12 + dasar.mk_bulan)
    masukan = {"golongan": g.golongan, "mkg": mkg, "per_tanggal": dasar.mulai}
    langkah = jelaskan(kgb.SUSUNAN, masukan, buku, INGIN)
    nilai = {x.langkah: x.nilai for x in langkah}
    kurang += _hari(tmt, nilai["kgb_berikutnya"], b) + kinerja_kurang(
        b, tmt, str(buku.nilai("usulan_kgb_predikat"))
    )
    if nilai["gaji_pokok_baru"] is None:
        return Timbang({}, langkah, kurang)
    baru, lama = urai(nilai["mkg_saat_kgb"]), gaji_terakhir(b, kemarin)
    if lama is None:
        return Timbang({}, langkah, [*kurang, _("Golongan belum tercatat sebelum hari itu.")])
    isi = {
        "golongan": g.golongan, "golongan_lama": lama.golongan, "gaji_lama": lama.gaji, "gaji_baru": int(nilai["gaji_pokok_baru"]),
        "mk_lama": lama.mk, "mk_baru": [baru // 12, baru % 12], "tmt_lama": lama.mulai.isoformat(),
        "sk_lama": lama.sk, "tmt": tmt.isoformat(),
        "berikut": _sesudah(g.golongan, baru, tmt, buku),
    }  # fmt: skip
    return Timbang(isi, (*lama.langkah, *langkah), kurang, mkg_mundur(b, kemarin))


def _sesudah(golongan: str, mkg: int, tmt: date, buku: Buku) -> str:
    """KGB sesudah yang ini (ISO), menurut tangga yang sama; kosong bila sudah di baris terakhir."""
    masukan = {"golongan": golongan, "mkg": tulis(mkg), "per_tanggal": tmt}
    return jelaskan(kgb.SUSUNAN, masukan, buku, ("kgb_berikutnya",))[-1].nilai or ""


def _hari(tmt: date, berikut: Any, b: Bahan) -> list[str]:
    """TMT yang diusulkan harus hari MKG mencapai anak tangga berikutnya, dan sebelum pensiun."""
    if berikut is None:
        return [_("Gajinya sudah di baris terakhir tabel, jadi tidak ada KGB lagi.")]
    hari, kurang = date.fromisoformat(berikut), []
    if hari < tmt:
        kurang.append(_("KGB %(t)s belum diusulkan. Usulkan itu lebih dulu.") % {"t": tanggal(hari)})
    elif hari > tmt:
        kurang.append(_("Menurut masa kerjanya, KGB berikutnya %(t)s.") % {"t": tanggal(hari)})
    if b.p.kini.pensiun and tmt >= b.p.kini.pensiun:
        kurang.append(_("Pensiun %(t)s, sebelum KGB ini.") % {"t": tanggal(b.p.kini.pensiun)})
    return kurang
