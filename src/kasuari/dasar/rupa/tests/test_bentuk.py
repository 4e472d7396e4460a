"""Angka, uang, tanggal, dan NIP tampil seperti orang Indonesia menulisnya, dan menurut bahasa."""

import random
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


@pytest.mark.parametrize(
    ("n", "kata"),
    [
        (0, "nol"),
        (1, "satu"),
        (10, "sepuluh"),
        (11, "sebelas"),
        (12, "dua belas"),
        (19, "sembilan belas"),
        (20, "dua puluh"),
        (21, "dua puluh satu"),
        (99, "sembilan puluh sembilan"),
        (100, "seratus"),
        (101, "seratus satu"),
        (111, "seratus sebelas"),
        (200, "dua ratus"),
        (1000, "seribu"),
        (1001, "seribu satu"),
        (1100, "seribu seratus"),
        (2000, "dua ribu"),
        (11_000, "sebelas ribu"),
        (21_000, "dua puluh satu ribu"),
        (100_000, "seratus ribu"),
        (101_000, "seratus satu ribu"),
        (1_000_000, "satu juta"),
        (1_001_000, "satu juta seribu"),
        (3_411_500, "tiga juta empat ratus sebelas ribu lima ratus"),
        (10**9, "satu miliar"),
        (10**12, "satu triliun"),
        (10**15, "seribu triliun"),
        (
            999_999_999_999_999,
            "sembilan ratus sembilan puluh sembilan triliun sembilan ratus sembilan puluh sembilan miliar "
            "sembilan ratus sembilan puluh sembilan juta sembilan ratus sembilan puluh sembilan ribu "
            "sembilan ratus sembilan puluh sembilan",
        ),
    ],
)
def test_terbilang(n, kata):
    assert bentuk.terbilang(n) == kata


def baca_terbilang(kata: str) -> int:
    """Pembaca kata bilangan yang ditulis terpisah, sebagai pembanding."""
    satuan = {k: n for n, k in enumerate(bentuk._SATUAN[:10])}
    besar = {"ribu": 10**3, "juta": 10**6, "miliar": 10**9, "triliun": 10**12}
    jumlah = kelompok = kini = 0
    for k in kata.replace("seribu", "satu ribu").replace("seratus", "satu ratus").split():
        if k in satuan:
            kini = satuan[k]
        elif k in {"sepuluh", "sebelas"}:
            kini = 10 + (k == "sebelas")
        elif k in {"belas", "puluh", "ratus"}:
            kelompok += {"belas": 10 + kini, "puluh": 10 * kini, "ratus": 100 * kini}[k]
            kini = 0
        else:
            jumlah += (kelompok + kini) * besar[k]
            kelompok = kini = 0
    return jumlah + kelompok + kini


def test_terbilang_dibaca_kembali_menjadi_bilangan_yang_sama():
    acak = random.Random(4)
    contoh = [*range(2000), *(acak.randrange(10 ** acak.randint(4, 15)) for _ in range(3000))]
    assert [n for n in contoh if baca_terbilang(bentuk.terbilang(n)) != n] == []


@pytest.mark.parametrize("salah", [-1, 10**15 + 1, 1.0, True, "1", None])
def test_terbilang_di_luar_jangkauan_ditolak(salah):
    with pytest.raises(ValueError, match="0 sampai"):
        bentuk.terbilang(salah)


def test_naskah_selalu_berbahasa_indonesia_walau_layarnya_inggris():
    with override("en"):
        assert bentuk.tanggal_naskah(date(2026, 8, 1)) == "1 Agustus 2026"
        assert (
            bentuk.rupiah_naskah(4_250_000) == "Rp4.250.000,00 (empat juta dua ratus lima puluh ribu rupiah)"
        )
