"""Kartu pegawai (Karpeg), kartu istri (Karis), dan kartu suami (Karsu): kartu apa bagi siapa, dan berkasnya."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kasuari.aparatur.usulan.bahan import Bahan
from kasuari.aparatur.usulan.rangka import Isian, Syarat, Timbang
from kasuari.dasar.inti.waktu import hari_ini

KARTU = {"karpeg": "Kartu Pegawai (Karpeg)", "karis": "Kartu Istri (Karis)", "karsu": "Kartu Suami (Karsu)"}
SEBAB = {"baru": "penerbitan pertama", "hilang": "pengganti yang hilang", "rusak": "pengganti yang rusak"}
PASANGAN = {
    "karis": "L",
    "karsu": "P",
}  # kartu bagi istri diminta pegawai laki-laki, bagi suami pegawai perempuan


def timbang(b: Bahan, isian: Isian) -> Timbang:
    """Dasar: Keputusan Kepala BAKN 1158a/KEP/1983 (Karis dan Karsu); 066/KEP/1974 (Karpeg)."""
    kartu, sebab = isian.data.get("kartu"), isian.data.get("sebab")
    kurang = []
    if kartu not in KARTU:
        kurang.append(_("Pilih kartunya."))
    if sebab not in SEBAB:
        kurang.append(_("Pilih sebabnya: pertama kali, hilang, atau rusak."))
    pasangan = next((f for f in b.berlaku("keluarga", hari_ini()) if f.hubungan == "pasangan"), None)
    if kartu in PASANGAN:
        if b.p.jk != PASANGAN[kartu]:
            kurang.append(
                _(
                    "Karis bagi istri diminta pegawai laki-laki, dan Karsu bagi suami diminta pegawai perempuan."
                )
            )
        if pasangan is None:
            kurang.append(
                _("Suami atau istri Anda belum tercatat. Usulkan perubahan data keluarga lebih dulu.")
            )
    isi = {
        "kartu": kartu, "sebab": sebab,
        "pasangan": [pasangan.nama, pasangan.lahir.isoformat() if pasangan.lahir else ""] if pasangan and kartu in PASANGAN else [],
    }  # fmt: skip
    return Timbang(isi, (), kurang)


def syarat(_b: Bahan, isian: Isian) -> Sequence[Syarat]:
    """Berkas menurut kartu dan sebabnya. Sebelum dipilih semuanya ditawarkan: borangnya hanya satu halaman."""
    kartu, sebab = isian.data.get("kartu"), isian.data.get("sebab")
    hasil = [Syarat("sk_pns", gettext_lazy("SK PNS")), Syarat("foto", gettext_lazy("Pas foto terbaru"))]
    if not kartu or kartu in PASANGAN:
        bagi, wajib = gettext_lazy("Wajib bagi Karis dan Karsu."), bool(kartu)
        hasil.append(Syarat("nikah", gettext_lazy("Surat atau akta nikah"), bagi, wajib))
        hasil.append(Syarat("laporan", gettext_lazy("Laporan perkawinan"), bagi, wajib))
    if not sebab or sebab == "hilang":
        judul = gettext_lazy("Surat keterangan kehilangan dari kepolisian")
        hasil.append(Syarat("kehilangan", judul, gettext_lazy("Wajib bila hilang."), bool(sebab)))
    return hasil
