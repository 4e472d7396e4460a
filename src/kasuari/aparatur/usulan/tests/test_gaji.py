"""Gaji pokok terakhir: pangkat yang lebih baru daripada KGB membawa gajinya sendiri, dan surat menyebut keputusannya."""

from datetime import date

import pytest

from kasuari.aparatur.usulan.bahan import bahan
from kasuari.aparatur.usulan.gaji import gaji_terakhir, mkg_mundur
from kasuari.aparatur.usulan.tests.pegangan import timbang

pytestmark = pytest.mark.django_db
NAIK = date(2025, 10, 1)


@pytest.fixture
def naik(catat):
    """Siti III/c sejak 1 April 2025 menurut KGB, lalu III/d sejak 1 Oktober 2025 tanpa baris gaji (riwayat impor)."""
    catat("siti", "golongan", date(2021, 4, 1), ganti=True, golongan="III/c", mk_tahun=8, mk_bulan=0)
    catat("siti", "kgb", date(2025, 4, 1), ganti=True, sk="KGB/1/2025", gaji_pokok=3_486_000, mk_tahun=12, mk_bulan=0)  # fmt: skip
    catat("siti", "golongan", NAIK, sk="SK/77/2025", golongan="III/d", mk_tahun=12, mk_bulan=6)


@pytest.mark.parametrize("jenis", ["kgb", "pensiun_meninggal", "skpp"])
def test_pangkat_sesudah_kgb_menentukan_gaji_terakhir_di_semua_surat(orang, naik, jenis):
    tmt = {"kgb": date(2027, 4, 1), "skpp": date(2026, 11, 1)}.get(jenis)
    isi = timbang(orang("siti"), jenis, tmt, hari_meninggal="2026-10-14", terakhir_dibayar="2026-10-31").isi
    # III/d masa kerja 12 tahun, tabel PP 5/2024
    assert isi["gaji_lama" if jenis == "kgb" else "gaji"] == 3_799_400


def test_surat_kgb_menyebut_keputusan_pangkat_sebagai_surat_dasar(orang, naik):
    hasil = timbang(orang("siti"), "kgb", date(2027, 4, 1))
    isi = hasil.isi
    assert (isi["golongan_lama"], isi["mk_lama"], isi["tmt_lama"]) == ("III/d", [12, 6], "2025-10-01")
    assert isi["sk_lama"][0] == "SK/77/2025" and isi["mk_baru"] == [14, 0]
    assert hasil.langkah[0].langkah == "gaji_pokok_sekarang" and hasil.ingat == []


def test_kgb_yang_tidak_lebih_tua_daripada_pangkatnya_menyebut_gajinya_sendiri(orang, naik, catat):
    catat("siti", "kgb", NAIK, sk="SK/77/2025", gaji_pokok=3_799_401, mk_tahun=12, mk_bulan=6)
    b = bahan([orang("siti").pegawai.id], ("golongan", "kgb"))[orang("siti").pegawai.id]
    assert gaji_terakhir(b, date(2026, 1, 1)).gaji == 3_799_401
    assert gaji_terakhir(b, date(2025, 9, 30))[:2] == (3_486_000, "III/c")
    assert gaji_terakhir(b, date(2020, 1, 1)) is None


def test_pangkat_memakai_gaji_pangkat_terakhirnya(orang, jabat, catat):
    jabat("yosep", "dik", "Pengolah Data", "pelaksana")
    catat("yosep", "kgb", date(2022, 4, 1), ganti=True, gaji_pokok=2_579_400, mk_tahun=0, mk_bulan=0)
    catat("yosep", "golongan", date(2022, 12, 1), ganti=True, golongan="III/a", mk_tahun=4, mk_bulan=8)
    # III/a masa kerja 4 tahun, tabel PP 5/2024; bukan gaji KGB yang lebih tua
    assert timbang(orang("yosep"), "pangkat_reguler", date(2026, 12, 1)).isi["gaji_lama"] == 2_964_000


def test_masa_kerja_yang_mundur_saat_naik_pangkat_diperingatkan(orang, naik, catat):
    catat("siti", "golongan", date(2025, 11, 1), golongan="III/d", mk_tahun=12, mk_bulan=0)
    (ingat,) = timbang(orang("siti"), "kgb", date(2027, 11, 1)).ingat
    assert "1 November 2025 12 tahun 0 bulan" in ingat and "12 tahun 7 bulan" in ingat


def test_pindah_golongan_memotong_masa_kerja_tanpa_peringatan(orang, catat):
    catat("yosep", "golongan", date(2021, 4, 1), ganti=True, golongan="II/d", mk_tahun=8, mk_bulan=0)
    catat("yosep", "kgb", date(2024, 4, 1), ganti=True, gaji_pokok=2_900_000, mk_tahun=11, mk_bulan=0)
    catat("yosep", "golongan", date(2025, 4, 1), golongan="III/a", mk_tahun=7, mk_bulan=0)
    p = orang("yosep").pegawai
    b = bahan([p.id], ("golongan", "kgb"))[p.id]
    assert mkg_mundur(b, date(2026, 1, 1)) == []
    catat("yosep", "golongan", date(2025, 6, 1), golongan="III/a", mk_tahun=6, mk_bulan=11)
    b = bahan([p.id], ("golongan", "kgb"))[p.id]
    assert mkg_mundur(b, date(2026, 1, 1))
