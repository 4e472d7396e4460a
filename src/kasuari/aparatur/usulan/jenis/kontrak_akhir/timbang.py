"""Pengakhiran hubungan perjanjian kerja menurut alasannya, dan caranya (dengan hormat atau tidak)."""

from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _

from kasuari.aparatur.usulan import kontrak
from kasuari.aparatur.usulan.bahan import Bahan
from kasuari.aparatur.usulan.berhenti import sudah_keluar
from kasuari.aparatur.usulan.rangka import Isian, Timbang
from kasuari.dasar.rupa.bentuk import tanggal


def timbang(b: Bahan, isian: Isian) -> Timbang:
    """`tmt`: hari pertama tidak lagi bekerja. Dasar: PP 49/2018 Pasal 53-57; UU 20/2023 Pasal 52."""
    tmt = isian.tmt
    assert tmt is not None
    buku = b.buku(tmt)
    cara = buku.tabel("usulan_kontrak_akhir")
    k, kurang = kontrak.di_dalam(b, tmt)
    kurang += sudah_keluar(b, buku)
    alasan = isian.data.get("alasan") or ("bup" if tmt == b.p.kini.pensiun else "")
    if alasan not in cara:
        kurang.append(_("Pilih alasan pengakhirannya."))
        return Timbang({}, (), kurang)
    kurang += _hari(tmt, alasan, k, b.p.kini.pensiun)
    s = b.pada("status", tmt - timedelta(days=1))
    if s is None:
        kurang.append(_("Status kepegawaian belum tercatat di register."))
    isi: dict[str, Any] = {
        "tmt": tmt.isoformat(), "alasan": alasan, "cara": str(cara[alasan]), "dasar": buku.versi("usulan_kontrak_akhir").dasar,
        "jenis": s.jenis if s else "", "keterangan": str(isian.data.get("keterangan") or ""),
        "lama": [k.nomor, k.mulai.isoformat(), k.sampai.isoformat()] if k else [],
    }  # fmt: skip
    return Timbang(isi, (), kurang)


def _hari(tmt: date, alasan: str, k: Any, pensiun: date | None) -> list[str]:
    if alasan == "berakhir" and k is not None and tmt != k.sampai:
        return [_("Perjanjiannya baru berakhir sebelum %(t)s. Isi hari itu, atau pilih alasan lain.") % {"t": tanggal(k.sampai)}]  # fmt: skip
    if alasan == "bup" and tmt != pensiun:
        if pensiun is None:
            return [_("Jabatannya belum tercatat, jadi batas usia pensiunnya belum diketahui.")]
        return [
            _("Batas usia pensiunnya %(t)s. Isi hari itu, atau pilih alasan lain.") % {"t": tanggal(pensiun)}
        ]
    return []
