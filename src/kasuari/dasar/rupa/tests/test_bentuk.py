"""Angka, uang, tanggal, dan NIP tampil seperti orang Indonesia menulisnya, dan menurut bahasa."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.template import engines
from django.utils.translation import override

from kasuari.dasar.rupa import bentuk


def tampil(ekspresi: str, **isi) -> str:
    return engines["django"].from_string("{{ " + ekspresi + " }}").render(isi)


@pytest.mark.parametrize(
    ("nilai", "tempat", "harap"),
    [
        (4800, None, "4.800"),
        (0, None, "0"),
        (Decimal("85.30"), None, "85,3"),
        (Decimal("85.25"), 1, "85,3"),
        (0.1 + 0.2, 1, "0,3"),
        (85.3, None, "85,3"),
        (-1234567, None, "−1.234.567"),
        (Decimal("1E+3"), None, "1.000"),
        (None, None, "–"),
        ("bukan", None, "–"),
        (float("nan"), None, "–"),
    ],
)
def test_angka_tanpa_derau(nilai, tempat, harap):
    assert bentuk.angka(nilai, tempat) == harap


def test_rupiah_dan_persen():
    assert bentuk.rupiah(4250000) == "Rp4.250.000"
    assert bentuk.rupiah(-500) == "−Rp500"
    assert bentuk.persen(Decimal("81.25"), 1) == "81,3%"
    assert bentuk.persen(None) == "–"


def test_bahasa_inggris_membalik_titik_dan_koma():
    with override("en"):
        assert bentuk.angka(Decimal("4800.5")) == "4,800.5"
        assert bentuk.rupiah(4250000) == "Rp4,250,000"
        assert bentuk.jam(datetime(2026, 11, 23, 5, 32, tzinfo=UTC)) == "14:32 WIT"


def test_tanggal_dan_jam_dibaca_di_wit():
    malam = datetime(2026, 11, 22, 15, 30, tzinfo=UTC)
    assert bentuk.tanggal(malam) == "23 November 2026"
    assert bentuk.jam(malam) == "00.30 WIT"
    assert bentuk.tanggal(date(2026, 11, 23), "hari") == "Senin, 23 November 2026"
    assert bentuk.tanggal(None) == "–"


def test_nip_berkelompok_dan_bentuk_lain_dibiarkan():
    assert bentuk.kelompok_nip("198503122010011005") == "19850312\u00a0201001\u00a01\u00a0005"
    assert bentuk.kelompok_nip("123") == "123"


def test_samar_tidak_membocorkan_isi():
    hasil = tampil("n|samar", n="9671012345670001")
    assert "0001" in hasil and "967101" not in hasil and "disamarkan, berakhir" in hasil
    assert "12" not in tampil("n|samar", n="12")
    assert "disembunyikan" in tampil("n|samar", n="")


def test_nilai_dari_orang_tetap_teks():
    assert "<b>" not in tampil("n|nip", n="<b>1</b>")
    assert "<i>" not in tampil("n|samar", n="123456<i>")
