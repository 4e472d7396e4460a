"""Ketentuan register: bobot dan kedudukan aktif diputuskan kota, tidak tertulis dalam kode."""

from datetime import date

import pytest

from kasuari.aturan.buku import Buku, Timpa
from kasuari.aturan.galat import ParameterRusak
from kasuari.aturan.register import MUTU_PENUH, kedudukan_aktif, kedudukan_keluar, nilai_mutu

HARI = date(2026, 11, 23)


def _timpa(kode, **sel):
    return [Timpa(kode, k, date(2026, 1, 1), v, "Perwal contoh") for k, v in sel.items()]


def test_mutu_penuh_bila_tidak_ada_yang_kurang_dan_nol_bila_semua_kurang():
    buku = Buku.susun(HARI)
    assert nilai_mutu([], buku) == MUTU_PENUH
    assert nilai_mutu(buku.tabel("register_mutu_bobot"), buku) == 0


def test_mutu_dibulatkan_ke_bawah_menurut_bobot_kota():
    bawaan = Buku.susun(HARI)
    kota = Buku.susun(HARI, timpa=_timpa("register_mutu_bobot", nik=30))
    assert nilai_mutu(["nik"], bawaan) == 85
    assert nilai_mutu(["nik"], kota) == 73  # 85 dari 115


@pytest.mark.parametrize("sel", [{"nik": -1}, dict.fromkeys(("nik", "golongan", "jabatan", "bup", "pendidikan", "kgb", "skp", "diklat", "email"), 0)])  # fmt: skip
def test_bobot_negatif_atau_kosong_semua_ditolak(sel):
    with pytest.raises(ParameterRusak, match="register_mutu_bobot"):
        nilai_mutu([], Buku.susun(HARI, timpa=_timpa("register_mutu_bobot", **sel)))


def test_kota_memutuskan_kedudukan_yang_dihitung_aktif():
    assert kedudukan_aktif(Buku.susun(HARI)) == {"01", "03", "20"}
    tanpa_mpp = Buku.susun(HARI, timpa=_timpa("register_kedudukan_aktif", **{"20": 0}))
    assert kedudukan_aktif(tanpa_mpp) == {"01", "03"}


def test_yang_keluar_tidak_pernah_dihitung_aktif():
    buku = Buku.susun(HARI)
    assert {"66", "88", "98", "99"} <= kedudukan_keluar(buku)
    assert kedudukan_keluar(buku) & kedudukan_aktif(buku) == set()
