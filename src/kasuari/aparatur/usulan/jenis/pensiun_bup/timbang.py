"""Kapan mencapai batas usia pensiun, adakah hak pensiunnya, dan kapan boleh mulai masa persiapan pensiun (MPP)."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from kasuari.aparatur.usulan.bahan import Bahan
from kasuari.aparatur.usulan.berhenti import hari_isian, masa_kerja_kurang, timbang_umum
from kasuari.aparatur.usulan.rangka import Isian, Timbang
from kasuari.aturan import pensiun
from kasuari.aturan.rumus import jelaskan
from kasuari.dasar.rupa.bentuk import tanggal

INGIN = ("tmt_pensiun", "mulai_mpp")


def timbang(b: Bahan, isian: Isian) -> Timbang:
    """Dasar: PP 11/2017 Pasal 239-240 dan 350; masa kerja bagi hak pensiun UU 11/1969 Pasal 9."""
    tmt = isian.tmt
    assert tmt is not None
    buku, k = b.buku(tmt), b.p.kini
    isi, kurang = timbang_umum(b, tmt, isian, buku)
    if not k.jabatan:
        return Timbang(isi, (), [*kurang, _("Jabatannya belum tercatat, jadi batas usia pensiunnya belum diketahui.")])  # fmt: skip
    bup = pensiun.bup_pos(k.jabatan, k.jenis_jabatan, k.jenjang, buku)
    if bup is None:
        kurang.append(
            _("Jenjang jabatannya tidak dikenal. Tulis jenjangnya pada nama posnya, lalu susun lagi.")
        )
        return Timbang(isi, (), kurang)
    langkah = jelaskan(pensiun.SUSUNAN, {"birth": b.p.lahir, "bup": bup.usia}, buku, INGIN)
    nilai = {x.langkah: date.fromisoformat(x.nilai) for x in langkah if x.langkah in INGIN}
    if tmt != nilai["tmt_pensiun"]:
        kurang.append(
            _("Batas usia pensiun jabatannya %(u)s tahun, jadi TMT pensiunnya %(t)s.")
            % {"u": bup.usia, "t": tanggal(nilai["tmt_pensiun"])}
        )
    kurang += _mpp(hari_isian(isian.data, "mpp_mulai"), nilai["mulai_mpp"], tmt)
    isi |= {
        "bup": bup.usia, "hak": not masa_kerja_kurang(isi, buku, "bup"), "mpp": isian.data.get("mpp_mulai") or "",
    }  # fmt: skip
    return Timbang(isi, langkah, kurang)


def _mpp(mulai: date | None, paling_awal: date, tmt: date) -> list[Any]:
    if mulai is None or (paling_awal <= mulai < tmt and mulai.day == 1):
        return []
    return [
        _("Masa persiapan pensiun mulai tanggal 1, paling awal %(a)s dan sebelum %(t)s.")
        % {"a": tanggal(paling_awal), "t": tanggal(tmt)}
    ]
