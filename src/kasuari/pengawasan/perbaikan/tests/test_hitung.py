"""Vonis sesudah lawan sebelum: berubah hanya bila selangnya berkata begitu."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kasuari.pengawasan.perbaikan.hitung import BELUM, MEMBAIK, MEMBURUK, TETAP, Takaran, banding, wilson

Z, BEDA = Decimal("1.96"), Decimal("0.10")


def takar(nilai, lebar, n=100):
    d = Decimal(nilai)
    return Takaran(d, n, d - Decimal(lebar), d + Decimal(lebar))


def vonis(sebelum, sesudah, arah=1):
    return banding(sebelum, sesudah, arah=arah, beda_berarti=BEDA, z=Z)


@pytest.mark.parametrize(
    ("sebelum", "sesudah", "kode"),
    [
        (("2.40", "0.05"), ("2.80", "0.05"), MEMBAIK),
        (("2.80", "0.05"), ("2.40", "0.05"), MEMBURUK),
        (("2.80", "0.02"), ("2.81", "0.02"), TETAP),
        (("2.40", "0.30"), ("2.60", "0.30"), BELUM),
        (("2.80", "0.05"), ("2.85", "0.05"), BELUM),
    ],
)
def test_berubah_hanya_bila_seluruh_selangnya_di_satu_sisi_nol(sebelum, sesudah, kode):
    assert vonis(takar(*sebelum), takar(*sesudah)).kode == kode


def test_turun_lebih_baik_membalik_vonisnya():
    assert vonis(takar("2.80", "0.05"), takar("2.40", "0.05"), arah=-1).kode == MEMBAIK


def test_selang_selisih_dua_rata_rata_sama_dengan_jumlah_kuadrat_galatnya():
    """Selang simetris: cara jumlah kuadrat jarak sama dengan akar(0,05² + 0,12²) = 0,13."""
    v = vonis(takar("2.40", "0.05"), takar("2.80", "0.12"))
    assert (v.selisih, v.bawah, v.atas) == (Decimal("0.4000"), Decimal("0.2700"), Decimal("0.5300"))


def test_proporsi_memakai_selang_wilson_dan_contoh_newcombe():
    """Newcombe 1998, 56/70 lawan 48/80: selisih 0,20 dengan selang 0,0524 sampai 0,3339 (cara 10)."""
    a, b = Takaran(Decimal(48) / 80, 80), Takaran(Decimal(56) / 70, 70)
    v = banding(a, b, arah=1, beda_berarti=Decimal("0.05"), z=Decimal("1.959964"))
    assert (v.kode, v.selisih, v.bawah, v.atas) == (
        MEMBAIK,
        Decimal("0.2000"),
        Decimal("0.0524"),
        Decimal("0.3339"),
    )


def test_tanpa_sebelum_atau_sesudah_belum_dapat_dikatakan():
    assert vonis(None, takar("2.8", "0.1")).sebab == "tanpa_sebelum"
    assert vonis(takar("2.8", "0.1"), None).sebab == "tanpa_sesudah"


@given(st.integers(0, 500), st.integers(1, 500))
def test_selang_wilson_selalu_memuat_proporsinya(k, n):
    p = Decimal(min(k, n)) / n
    bawah, atas = wilson(p, n, Z)
    assert 0 <= bawah <= p + Decimal("1e-20") and p - Decimal("1e-20") <= atas <= 1
