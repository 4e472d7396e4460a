"""Surat pernyataan melaksanakan tugas (SPMT): hari mulai bertugas, dan sejak bulan mana tunjangannya dihitung."""

from datetime import date

from django.utils.translation import gettext as _

from kasuari.aparatur.usulan.bahan import Bahan
from kasuari.aparatur.usulan.rangka import Isian, Timbang
from kasuari.aturan.buku import Buku
from kasuari.aturan.masa_kerja import awal_bulan, indeks_bulan
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.rupa.bentuk import tanggal


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
    isi = {
        "tmt": tmt.isoformat(), "jabatan": k.jabatan, "tunjangan": mulai_tunjangan(tmt, b.buku(tmt)).isoformat(),
        "sejak": k.tmt_jabatan.isoformat() if k.tmt_jabatan else "",
    }  # fmt: skip
    return Timbang(isi, (), kurang)


def mulai_tunjangan(tmt: date, buku: Buku) -> date:
    """Tanggal 1 bulan tunjangan mulai dihitung; SPMT tanggal 1 berarti bulan itu juga."""
    jeda = 0 if tmt.day == 1 else int(buku.nilai("usulan_spmt_bulan"))
    return awal_bulan(indeks_bulan(tmt) + jeda)
