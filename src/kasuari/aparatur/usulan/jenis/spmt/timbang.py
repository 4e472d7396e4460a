"""Surat pernyataan melaksanakan tugas (SPMT): hari mulai bertugas, dan sejak bulan mana tunjangannya dihitung."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kasuari.aparatur.usulan.bahan import Bahan
from kasuari.aparatur.usulan.berhenti import hari_isian
from kasuari.aparatur.usulan.rangka import Isian, Timbang
from kasuari.aturan.buku import Buku
from kasuari.aturan.masa_kerja import awal_bulan, indeks_bulan
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.rupa.bentuk import tanggal

BERITA_ACARA = {"sumpah": gettext_lazy("sumpah jabatan"), "lantik": gettext_lazy("pelantikan")}


def timbang(b: Bahan, isian: Isian) -> Timbang:
    """`tmt`: hari pertama melaksanakan tugas, bukan tanggal keputusannya. Dasar: parameter `usulan_spmt_bulan`."""
    tmt, k = isian.tmt, b.p.kini
    assert tmt is not None
    kurang = []
    if not k.jabatan or k.tmt_jabatan is None:
        kurang.append(_("Jabatannya belum tercatat. Catat atau tetapkan jabatannya lebih dulu."))
    elif tmt < k.tmt_jabatan:
        kurang.append(_("Jabatannya baru mulai %(t)s.") % {"t": tanggal(k.tmt_jabatan)})
    if tmt > hari_ini():
        kurang.append(_("SPMT dibuat sesudah ia benar-benar mulai bertugas, bukan sebelumnya."))
    acara, belum = _berita_acara(k.jenis_jabatan, isian.data, tmt, b.buku(tmt))
    kurang += belum
    isi = {
        **acara,
        "tmt": tmt.isoformat(), "jabatan": k.jabatan, "tunjangan": mulai_tunjangan(tmt, b.buku(tmt)).isoformat(),
        "sejak": k.tmt_jabatan.isoformat() if k.tmt_jabatan else "",
    }  # fmt: skip
    return Timbang(isi, (), kurang)


def dilantik(jenis_jabatan: str, buku: Buku) -> bool:
    """Jabatannya diduduki sesudah dilantik dan bersumpah. Dasar: parameter `usulan_spmt_dilantik`."""
    return jenis_jabatan in {str(j) for j in buku.nilai("usulan_spmt_dilantik")}


def _berita_acara(
    jenis_jabatan: str, data: Mapping[str, Any], tmt: date, buku: Buku
) -> tuple[dict[str, str], list[str]]:
    """(nomor dan tanggal tiap berita acara, kekurangan); kosong bagi jabatan yang tidak dilantik."""
    if not dilantik(jenis_jabatan, buku):
        return {}, []
    isi: dict[str, str] = {}
    kurang = []
    for kode, nama in BERITA_ACARA.items():
        nomor, hari = (
            " ".join(str(data.get(f"{kode}_nomor") or "").split()),
            hari_isian(data, f"{kode}_tanggal"),
        )
        if not nomor or hari is None:
            kurang.append(
                _("Isi nomor dan tanggal berita acara %(a)s (%(d)s).")
                % {"a": nama, "d": buku.versi("usulan_spmt_dilantik").dasar}
            )
            continue
        if hari > tmt:
            kurang.append(
                _("Berita acara %(a)s tanggal %(t)s sesudah hari mulai bertugasnya.")
                % {"a": nama, "t": tanggal(hari)}
            )
        isi |= {f"{kode}_nomor": nomor, f"{kode}_tanggal": hari.isoformat()}
    return isi, kurang


def mulai_tunjangan(tmt: date, buku: Buku) -> date:
    """Tanggal 1 bulan tunjangan mulai dihitung; SPMT tanggal 1 berarti bulan itu juga."""
    jeda = 0 if tmt.day == 1 else int(buku.nilai("usulan_spmt_bulan"))
    return awal_bulan(indeks_bulan(tmt) + jeda)
