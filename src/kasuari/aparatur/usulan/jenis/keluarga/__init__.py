"""Perubahan keluarga: diajukan orangnya dengan bukti, disetujui BKPSDM, lalu berlaku di register tanpa surat."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from kasuari.aparatur.usulan import rangka
from kasuari.aparatur.usulan.efek import Ubahan
from kasuari.aparatur.usulan.jenis.keluarga import timbang as t
from kasuari.aparatur.usulan.jenis.keluarga.borang import BorangKeluarga
from kasuari.aparatur.usulan.models import Usulan
from kasuari.aparatur.usulan.proses import susun


def _isi(f: Mapping[str, Any]) -> dict[str, Any]:
    lahir = date.fromisoformat(f["lahir"]) if f["lahir"] else None
    return {"hubungan": f["hubungan"], "nama": f["nama"], "lahir": lahir, "tertanggung": f["tertanggung"]}


def terapkan(ubahan: Ubahan, u: Usulan, isi: Mapping[str, Any]) -> None:
    """Hubungan yang berakhir tetap tercatat sampai harinya; tanggungan yang berubah menjadi dua masa."""
    apa, lama, baru = isi["apa"], isi["lama"], isi["baru"]
    bukti = next((x for s in t.SYARAT[apa] if (x := ubahan.bukti(s.kode))), None)
    mulai = date.fromisoformat((lama or baru)["mulai"])
    if lama:
        ubahan.tutup("keluarga", UUID(isi["fakta"]))
    if apa in ("pasangan", "anak", "perbaiki"):
        ubahan.buka("keluarga", mulai, _isi(baru), lampiran=bukti)
        return
    hari = date.fromisoformat(isi["tanggal"])
    if hari > mulai:
        ubahan.buka("keluarga", mulai, _isi(lama), sampai=hari, lampiran=bukti)
    if apa == "tanggungan":
        ubahan.buka("keluarga", max(hari, mulai), _isi(baru), lampiran=bukti)


KELUARGA = rangka.daftarkan(
    rangka.Jenis(
        "keluarga",
        _("Perubahan keluarga"),
        _("Menikah, anak, tanggungan, cerai, atau meninggal. Yang tercatat tetap berlaku sampai BKPSDM menyetujui."),
        rangka.ASN,
        frozenset({"pns", "cpns", "pppk", "pppk_pw"}),
        ("keluarga",),
        susun("keluarga", _("Perubahan keluarga"), mulai=rangka.ASN, surat=False),
        None,
        "",
        t.timbang,
        terapkan=terapkan,
        borang=BorangKeluarga,
        syarat=t.syarat,
        banding=t.banding,
        varian=t.VARIAN,
        berulang=True,
        pintas=_("Ubah data keluarga"),
        bertanggal=False,
        urut=61,
    )
)  # fmt: skip
