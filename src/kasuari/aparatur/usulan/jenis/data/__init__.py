"""Perubahan data: diajukan orangnya dengan bukti, disetujui BKPSDM, lalu langsung berlaku di register tanpa surat."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from kasuari.aparatur.usulan import rangka
from kasuari.aparatur.usulan.efek import Ubahan
from kasuari.aparatur.usulan.jenis.data import surat_izin
from kasuari.aparatur.usulan.jenis.data import timbang as t
from kasuari.aparatur.usulan.jenis.data.borang import BorangData
from kasuari.aparatur.usulan.models import Usulan
from kasuari.aparatur.usulan.proses import susun


def terapkan(ubahan: Ubahan, u: Usulan, isi: Mapping[str, Any]) -> None:
    """Ijazah dan surat berjangka menjadi fakta bersama dokumennya; yang lain identitas, dengan nilai lamanya untuk membatalkan."""
    baru = isi["baru"]
    if isi["apa"] == surat_izin.VARIAN.kode:
        surat_izin.terapkan(ubahan, baru)
        return
    if isi["apa"] != "pendidikan":
        ubahan.identitas(baru)
        return
    lulus = date.fromisoformat(baru["lulus"])
    fakta = {**{k: baru[k] for k in ("tingkat", "jurusan", "lembaga")}, "tahun_lulus": lulus.year}
    ubahan.buka("pendidikan", lulus, fakta, lampiran=ubahan.bukti("ijazah"))


DATA = rangka.daftarkan(
    rangka.Jenis(
        "data",
        _("Perbaikan data"),
        _("Data yang keliru atau belum ada, diperbaiki menurut bukti. Yang tercatat tetap berlaku sampai BKPSDM menyetujui."),
        rangka.ASN,
        frozenset({"pns", "cpns", "pppk", "pppk_pw"}),
        ("pendidikan", "surat_izin"),
        susun("data", _("Perbaikan data"), mulai=rangka.ASN, surat=False),
        None,
        "",
        t.timbang,
        terapkan=terapkan,
        borang=BorangData,
        syarat=t.syarat,
        banding=t.banding,
        varian=t.VARIAN,
        berulang=True,
        pintas=_("Perbaiki data saya"),
        bertanggal=False,
        urut=60,
    )
)  # fmt: skip
