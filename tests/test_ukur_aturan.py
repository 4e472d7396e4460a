"""Ukuran hukum: orang rekaannya dapat dihitung dan hasilnya sama dengan jalan satu orang."""

import pytest

from tests import ukur_aturan


@pytest.mark.parametrize("pokok", sorted(ukur_aturan.POKOK))
def test_hitungan_besar_sama_dengan_jalan_satu_orang(pokok):
    hasil = ukur_aturan.POKOK[pokok](200)
    assert hasil.n == 200 and hasil.sidik_sama
