"""Pola nomor surat: isian yang dikenal, sisipan, kantor pencatat, dan pola yang keliru ditolak dengan kalimat."""

from datetime import date

import pytest

from kasuari.aturan import batas
from kasuari.aturan.buku import Buku, Timpa
from kasuari.aturan.galat import ParameterRusak
from kasuari.aturan.nomor_surat import PENCATAT, tulis_nomor
from kasuari.aturan.parameter import semua

HARI = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("pola", "sisip", "hasil"),
    [
        ("800/{nomor}/{tahun}", "", "800/7/2026"),
        ("{nomor:03d}/{bulan}/{tahun}", "", "007/XI/2026"),
        ("{nomor:03d}/{tahun}", "a", "007.a/2026"),
        ("{nomor}/{tahun}", "b", "7.b/2026"),
        (PENCATAT, "", ""),
    ],
)
def test_pola_menjadi_nomor(pola, sisip, hasil):
    assert tulis_nomor(pola, 7, HARI, sisip) == hasil


@pytest.mark.parametrize("bulan", range(1, 13))
def test_bulan_romawi(bulan):
    nilai = {"I": 1, "V": 5, "X": 10}
    huruf = [nilai[h] for h in tulis_nomor("{bulan} {nomor} {tahun}", 1, date(2026, bulan, 1)).split()[0]]
    assert sum(-a if a < max(huruf[i:]) else a for i, a in enumerate(huruf)) == bulan


@pytest.mark.parametrize(
    "pola",
    [
        "{nomr}/{tahun}",
        "{nomor",
        "{0}",
        "tetap",
        "{nomor:zz}/{tahun}",
        "{nomor.lain}/{tahun}",
        "{nomor}",
        "{tahun}",
        "",
    ],
)
def test_pola_yang_keliru_ditolak_dengan_menyebutnya(pola):
    with pytest.raises(ParameterRusak, match="Pola nomor") as galat:
        tulis_nomor(pola, 7, HARI)
    assert f"“{pola}”" in str(galat.value)


def test_pola_daerah_dicoba_sebelum_dipakai():
    p = semua()["surat_pola_nomor"]
    batas.periksa(p, Buku.susun(HARI))
    usul = Timpa("surat_pola_nomor", "sk_kgb", HARI, "{nomr}", "Perwal 7/2026")
    with pytest.raises(ParameterRusak, match="nomr"):
        batas.periksa(p, Buku.susun(HARI, timpa=[usul]))
