"""Ruang menawarkan, kerangka mengambil: terurut, menurut peran, dan dapat dikosongkan."""

import pytest

from kasuari.dasar.inti.pelaku import Hibah, Pelaku, sistem
from kasuari.dasar.rupa import slot

PIMPINAN = Pelaku(hibah=(Hibah(1, "pimpinan", None),))


@pytest.fixture(autouse=True)
def kosong():
    with slot.terpisah():
        yield


def test_terurut_menurut_urut_lalu_nama():
    for urut, nama in ((20, "b"), (10, "z"), (20, "a")):
        slot.tawarkan("panel", urut, nama, lambda pelaku, nama=nama: nama)
    assert slot.ambil("panel") == ["z", "a", "b"]


def test_yang_bukan_perannya_tidak_dipanggil():
    def meledak(pelaku):
        raise AssertionError("dipanggil untuk tamu")

    slot.tawarkan("panel", 1, "rahasia", meledak, peran={"pimpinan"})
    assert slot.ambil("panel") == []
    with pytest.raises(AssertionError):
        slot.ambil("panel", PIMPINAN)


def test_sistem_dan_perannya_melihat():
    slot.tawarkan("panel", 1, "dasbor", lambda pelaku: "isi", peran={"pimpinan"})
    assert slot.ambil("panel", PIMPINAN) == ["isi"] == slot.ambil("panel", sistem())


def test_none_dilewati_dan_konteks_diteruskan():
    slot.tawarkan("lembar", 1, "kosong", lambda pelaku, orang: None)
    slot.tawarkan("lembar", 2, "panel", lambda pelaku, orang: f"untuk {orang}")
    assert slot.ambil("lembar", orang=7) == ["untuk 7"]


def test_nama_yang_sama_ditolak():
    slot.tawarkan("panel", 1, "x", lambda pelaku: 1)
    with pytest.raises(ValueError, match="sudah berisi 'x'"):
        slot.tawarkan("panel", 2, "x", lambda pelaku: 2)


def test_terpisah_mengembalikan_isi_semula():
    slot.tawarkan("panel", 1, "luar", lambda pelaku: "luar")
    with slot.terpisah():
        assert slot.ambil("panel") == []
        slot.tawarkan("panel", 1, "dalam", lambda pelaku: "dalam")
    assert slot.ambil("panel") == ["luar"]
