"""Pegawai meninggal: TMT berhentinya tanggal 1 bulan berikutnya, dan ahli warisnya keluarga yang tercatat."""

from datetime import date

from django.utils.translation import gettext as _

from kasuari.aparatur.usulan.bahan import Bahan
from kasuari.aparatur.usulan.berhenti import hari_isian, timbang_umum
from kasuari.aparatur.usulan.rangka import Isian, Timbang
from kasuari.aturan.masa_kerja import awal_bulan, indeks_bulan
from kasuari.dasar.inti.waktu import hari_ini


def timbang(b: Bahan, isian: Isian) -> Timbang:
    """Dasar: PP 11/2017 Pasal 240 dan 305 huruf a; UU 11/1969 Pasal 16 (pensiun janda atau duda)."""
    hari = hari_isian(isian.data, "hari_meninggal")
    if hari is None or not b.p.lahir < hari <= hari_ini():
        return Timbang(
            {}, (), [_("Isi tanggal meninggal: sesudah tanggal lahir dan paling lambat hari ini.")]
        )
    tmt = tmt_meninggal(hari)
    isi, kurang = timbang_umum(b, tmt, isian, b.buku(tmt))
    nama, hubungan = str(isian.data.get("waris_nama") or "").strip(), isian.data.get("waris_hubungan", "")
    ada = {(k["nama"].casefold(), k["hubungan"]) for k in isi["keluarga"]}
    waris = {"nama": nama, "hubungan": hubungan} if nama else {}
    if not nama and not isian.data.get("tanpa_keluarga"):
        kurang.append(_("Isi nama ahli waris, atau tandai bahwa memang tidak ada."))
    elif nama and (nama.casefold(), hubungan) not in ada:
        kurang.append(
            _("Ahli waris '%(n)s' belum tercatat sebagai keluarga dengan hubungan itu. Catat di lembar pegawai.")
            % {"n": nama}
        )  # fmt: skip
    isi |= {"hari": hari.isoformat(), "akta": str(isian.data.get("akta") or ""), "ahli_waris": waris}
    return Timbang(isi, (), kurang)


def tmt_meninggal(hari: date) -> date:
    """Tanggal 1 bulan sesudah meninggal."""
    return awal_bulan(indeks_bulan(hari) + 1)
