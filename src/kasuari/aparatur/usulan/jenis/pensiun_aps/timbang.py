"""Boleh berhenti atas permintaan sendiri dengan hak pensiun atau belum: usia dan masa kerja pada TMT yang diminta."""

from datetime import date

from django.utils.translation import gettext as _

from kasuari.aparatur.usulan import halangan, ikatan
from kasuari.aparatur.usulan.bahan import Bahan
from kasuari.aparatur.usulan.berhenti import awal_bulan_kurang, masa_kerja_kurang, timbang_umum
from kasuari.aparatur.usulan.rangka import Isian, Timbang
from kasuari.aturan.buku import Buku
from kasuari.aturan.masa_kerja import selisih_bulan
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.rupa.bentuk import tanggal


def timbang(b: Bahan, isian: Isian) -> Timbang:
    """Dasar: UU 11/1969 Pasal 9 ayat (1); PP 11/2017 Pasal 238 dan 305; usulan_aps_kedudukan_ditolak."""
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
    kurang += _ditolak(b, tmt, buku)
    if b.p.kini.pensiun and tmt >= b.p.kini.pensiun:
        kurang.append(
            _("Batas usia pensiunnya %(t)s, jadi pensiunnya disusun menurut batas usia.")
            % {"t": tanggal(b.p.kini.pensiun)}
        )
    return Timbang({**isi, "usia": usia, "alasan": isian.data.get("alasan", "")}, (), kurang)


def _ditolak(b: Bahan, tmt: date, buku: Buku) -> list[str]:
    """Permintaan yang ditolak hukum. Hukuman dan pemeriksaan disebut pasalnya saja, dengan kalimat yang sama: pengelola unit
    tidak berhak mengetahui yang mana.

    Dasar: PP 11/2017 Pasal 238 ayat (3) huruf b (ikatan kerja), c dan d (pemeriksaan dan banding), e (hukuman disiplin).
    """
    hari, kurang = (hari_ini(), tmt), []
    if any(b.berlaku("hukuman", h) for h in hari) or halangan.ada(b.p):
        kurang.append(
            _("Ada catatan di register atau proses yang belum selesai yang menahan pensiun ini (%(d)s). Tanyakan kepada BKPSDM.")
            % {"d": buku.nilai("usulan_aps_ditolak")}
        )  # fmt: skip
    terikat = {k.strip() for k in str(buku.nilai("usulan_aps_kedudukan_ditolak")).split(";")}
    dasar = buku.versi("usulan_aps_kedudukan_ditolak").dasar
    if any((s := b.pada("status", h)) is not None and s.kedudukan in terikat for h in hari):
        return [
            *kurang,
            _("Masih tercatat tugas belajar atau terikat kewajiban bekerja (%(d)s). Selesaikan lebih dulu.") % {"d": dasar},
        ]  # fmt: skip
    dinas = ikatan.terakhir(b, buku)
    if dinas is not None and tmt < dinas.sampai:
        kurang.append(
            _("Ikatan dinas %(n)s bulan sesudah tugas belajar baru selesai %(t)s (%(d)s).")
            % {"n": dinas.bulan, "t": tanggal(dinas.sampai), "d": dasar}
        )
    return kurang
