"""Ukuran hukum: orang rekaannya dapat dihitung dan hasilnya sama dengan jalan satu orang."""

import time
from datetime import date

import numpy as np
import pytest

from kasuari.aturan.buku import Buku
from tests import ukur_aturan


@pytest.mark.parametrize("pokok", sorted(ukur_aturan.POKOK))
def test_hitungan_besar_sama_dengan_jalan_satu_orang(pokok):
    hasil = ukur_aturan.POKOK[pokok](200)
    assert hasil.n == 200 and hasil.sidik_sama


def test_dua_puluh_ribu_pelamar_diperingkat_di_bawah_satu_detik():
    o = ukur_aturan.pelamar(20_000, np.random.default_rng(1))
    mulai = time.perf_counter()
    hasil = ukur_aturan.rangking(o, Buku.susun(date(2024, 12, 1)))
    assert time.perf_counter() - mulai < 1
    # semua yang masuk jendela lulus ambang, dan hanya mereka yang berperingkat
    assert 0 < hasil["masuk"].sum() < hasil["lulus_ambang"].sum() < 20_000
    assert ((hasil["peringkat"] > 0) == (hasil["masuk"] == 1)).all()
