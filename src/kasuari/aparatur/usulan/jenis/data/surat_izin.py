"""STR, SIP, atau surat berjangka yang baru: dicatat orangnya dengan suratnya, berlaku sesudah BKPSDM menyetujui."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kasuari.aparatur.pegawai.label import JENIS_SURAT_IZIN
from kasuari.aparatur.usulan.bahan import Bahan
from kasuari.aparatur.usulan.efek import Ubahan
from kasuari.aparatur.usulan.rangka import Syarat, Timbang, Varian
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.rupa.bentuk import tanggal

VARIAN = Varian(
    "surat_izin", gettext_lazy("STR, SIP, atau surat berjangka"), gettext_lazy("Surat baru atau perpanjangannya.")
)  # fmt: skip
KOLOM = ("jenis_surat", "nomor", "penerbit", "keterangan", "terbit", "habis")
SEBUTAN = {
    "jenis_surat": gettext_lazy("Jenis surat"), "nomor": gettext_lazy("Nomor surat"), "penerbit": gettext_lazy("Penerbit"),
    "keterangan": gettext_lazy("Keterangan"), "terbit": gettext_lazy("Tanggal terbit"),
    "habis": gettext_lazy("Hari terakhir berlaku"),
}  # fmt: skip
SYARAT = (Syarat("surat", gettext_lazy("Surat yang dicatat"), gettext_lazy("Seluruh halamannya.")),)


def timbang(b: Bahan, baru: Mapping[str, str]) -> Timbang:
    """Nomor yang sudah tercatat, atau tanggal yang mustahil, tidak terkirim."""
    kurang = []
    terbit, habis = (date.fromisoformat(baru[k]) if baru[k] else None for k in ("terbit", "habis"))
    if baru["jenis_surat"] not in JENIS_SURAT_IZIN or not (baru["nomor"] and baru["penerbit"] and terbit):
        kurang.append(_("Isi jenis, nomor, penerbit, dan tanggal terbit menurut suratnya."))
    elif terbit > hari_ini():
        kurang.append(_("Tanggal terbit %(t)s belum tiba.") % {"t": tanggal(terbit)})
    elif terbit <= b.p.lahir:
        kurang.append(_("Tanggal terbit harus sesudah tanggal lahir."))
    elif habis and habis < terbit:
        kurang.append(_("Hari terakhir berlaku harus sesudah tanggal terbit."))
    elif any((f.jenis, f.nomor) == (baru["jenis_surat"], baru["nomor"]) for f in b.semua("surat_izin")):
        kurang.append(_("Surat nomor %(n)s sudah tercatat.") % {"n": baru["nomor"]})
    ingat = [_("Masa berlakunya sudah lewat.")] if habis and habis < hari_ini() else []
    return Timbang(
        {"apa": VARIAN.kode, "lama": dict.fromkeys(baru, ""), "baru": dict(baru)}, (), kurang, ingat
    )


def terapkan(ubahan: Ubahan, baru: Mapping[str, Any]) -> None:
    isi = {"jenis": baru["jenis_surat"], **{k: baru[k] for k in ("nomor", "penerbit", "keterangan")}}
    habis = date.fromisoformat(baru["habis"]) + timedelta(days=1) if baru["habis"] else None
    ubahan.buka(
        "surat_izin", date.fromisoformat(baru["terbit"]), isi, sampai=habis, lampiran=ubahan.bukti("surat")
    )
