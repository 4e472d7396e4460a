"""Pegawai meninggal: TMT berhentinya tanggal 1 bulan berikutnya, dan ahli warisnya keluarga yang tercatat."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from kasuari.aparatur.usulan.bahan import Bahan
from kasuari.aparatur.usulan.berhenti import hari_isian, timbang_umum
from kasuari.aparatur.usulan.rangka import Isian, Timbang
from kasuari.aturan.buku import Buku
from kasuari.aturan.masa_kerja import awal_bulan, indeks_bulan, tambah_tahun
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
    tanpa = bool(isian.data.get("tanpa_keluarga"))
    berhak, mungkin = _berhak(isi["keluarga"], hari, b.buku(tmt)) if tanpa else ([], [])
    if not nama and not tanpa:
        kurang.append(_("Isi nama ahli waris, atau tandai bahwa memang tidak ada."))
    elif nama and tanpa:
        kurang.append(_("Ahli waris sudah diisi, jadi jangan menandai 'Tidak ada keluarga yang berhak'."))
    elif nama and (nama.casefold(), hubungan) not in ada:
        kurang.append(
            _("Ahli waris '%(n)s' belum tercatat sebagai keluarga dengan hubungan itu. Catat di lembar pegawai.")
            % {"n": nama}
        )  # fmt: skip
    if berhak:
        kurang.append(
            _(
                "Register mencatat keluarga yang berhak: %(n)s. Isi ahli warisnya, atau akhiri dahulu catatannya di lembar "
                "pegawai bila sudah tidak berhak."
            )
            % {"n": ", ".join(berhak)}
        )
    ingat = [
        _("Anak yang belum %(u)s tahun tetapi tidak dalam tanggungan: %(n)s. Pastikan ia tidak berhak.")
        % {"u": int(b.buku(tmt).nilai("pensiun_waris_anak_usia")), "n": ", ".join(mungkin)}
    ] if mungkin else []  # fmt: skip
    isi |= {"hari": hari.isoformat(), "akta": str(isian.data.get("akta") or ""), "ahli_waris": waris}
    return Timbang(isi, (), kurang, ingat)


def _berhak(keluarga: Sequence[Mapping[str, Any]], hari: date, buku: Buku) -> tuple[list[str], list[str]]:
    """(yang berhak, anak yang mungkin berhak) pada hari meninggal. Dasar: UU 11/1969 Pasal 16 dan 18."""
    batas = int(buku.nilai("pensiun_waris_anak_usia"))
    berhak = [k["nama"] for k in keluarga if k["hubungan"] == "pasangan"]
    muda = [
        k for k in keluarga
        if k["hubungan"] == "anak" and (not k["lahir"] or tambah_tahun(date.fromisoformat(k["lahir"]), batas) > hari)
    ]  # fmt: skip
    return (
        berhak + [k["nama"] for k in muda if k["tertanggung"]],
        [k["nama"] for k in muda if not k["tertanggung"]],
    )


def tmt_meninggal(hari: date) -> date:
    """Tanggal 1 bulan sesudah meninggal."""
    return awal_bulan(indeks_bulan(hari) + 1)
