"""Boleh berhenti atas permintaan sendiri dengan hak pensiun atau belum: usia dan masa kerja pada TMT yang diminta."""

from django.utils.translation import gettext as _

from kasuari.aparatur.usulan.bahan import Bahan
from kasuari.aparatur.usulan.berhenti import awal_bulan_kurang, masa_kerja_kurang, timbang_umum
from kasuari.aparatur.usulan.rangka import Isian, Timbang
from kasuari.aturan.masa_kerja import selisih_bulan
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.rupa.bentuk import tanggal


def timbang(b: Bahan, isian: Isian) -> Timbang:
    """Dasar: UU 11/1969 Pasal 9 ayat (1); PP 11/2017 Pasal 238 dan 305."""
    tmt = isian.tmt
    assert tmt is not None
    buku = b.buku(tmt)
    isi, kurang = timbang_umum(b, tmt, isian, buku)
    kurang += awal_bulan_kurang(tmt)
    if tmt <= hari_ini():
        kurang.append(_("TMT yang diminta harus sesudah hari ini."))
    perlu = int(buku.nilai("pensiun_aps_usia"))
    usia = selisih_bulan(b.p.lahir, max(tmt, b.p.lahir)) // 12
    if usia < perlu:
        kurang.append(
            _("Usia pada TMT %(u)s tahun, paling rendah %(p)s (%(d)s).")
            % {"u": usia, "p": perlu, "d": buku.versi("pensiun_aps_usia").dasar}
        )
    kurang += masa_kerja_kurang(isi, buku, "aps")
    if b.p.kini.pensiun and tmt >= b.p.kini.pensiun:
        kurang.append(
            _("Batas usia pensiunnya %(t)s, jadi pensiunnya disusun menurut batas usia.")
            % {"t": tanggal(b.p.kini.pensiun)}
        )
    return Timbang({**isi, "usia": usia, "alasan": isian.data.get("alasan", "")}, (), kurang)
