"""Isian halaman hitung: angka menurut bahasa halaman, kosong yang bukan nol, dan tanggal yang mustahil."""

import pytest
from django.utils.translation import override

from kasuari.dasar.ketentuan.nilai import angka_ketik, ketikan
from kasuari.dasar.ketentuan.tests.test_umum import HARI_ATURAN, KAPAN, UNSUR, isi
from kasuari.dasar.rupa.bentuk import angka

pytestmark = pytest.mark.django_db
BULAN = {"status_ptkp": "TK/0", **HARI_ATURAN}


@pytest.mark.parametrize(
    ("bahasa", "teks", "nilai"),
    [
        ("id", "10.000.000", "10000000"),
        ("id", "1.250,5", "1250.5"),
        ("id", "85.3", "85.3"),
        ("id", "10,000,000", None),
        ("en", "10,000,000", "10000000"),
        ("en", "Rp1,250.5", "1250.5"),
        ("en", "10.5", "10.5"),
        ("en", "10.500", "10.500"),
        ("en", "10.000.000", None),
        ("en", "10,00", "10.00"),
    ],
)
def test_angka_dibaca_seperti_halamannya_menulis(bahasa, teks, nilai):
    with override(bahasa):
        hasil = angka_ketik(teks)
        assert (None if hasil is None else str(hasil)) == nilai


@pytest.mark.parametrize("bahasa", ["id", "en"])
def test_nilai_awal_formulir_terbaca_kembali_sama(bahasa):
    with override(bahasa):
        for n in (0, 12, 4_250_000, 10**12):
            assert angka_ketik(ketikan(n)) == n


def test_halaman_inggris_menerima_angkanya_sendiri_dan_menyebut_rentangnya(client):
    jalan = "/en/aturan/hitung/pajak/?ragam=bulan"
    jawab = client.post(jalan, {**BULAN, "bruto_pph": "10,000,000"})
    assert jawab.status_code == 200
    assert "Rp200,000" in isi(jawab)
    teks = isi(client.post(jalan, {**BULAN, "bruto_pph": "9,000,000,000,000"}))
    assert "0 to 1,000,000,000,000" in teks
    assert "sampai" not in teks


def test_tahun_tanpa_libur_disebut_dalam_bahasa_pembaca(client):
    isian = {
        "kewajiban": "ppid_jawaban", "mulai_hari": "20", "mulai_bulan": "12", "mulai_tahun": "2028", "pekan": "5", **HARI_ATURAN,
    }  # fmt: skip
    jawab = client.post("/en/aturan/hitung/tenggat/", isian)
    assert jawab.status_code == 422
    assert "The list of holidays for 2028 does not exist yet" in isi(jawab)
    assert "Daftar hari libur 2028 belum ada" in isi(client.post("/aturan/hitung/tenggat/", isian))


def test_angka_panjang_tidak_diubah_dan_tidak_disebut_bukan_angka(client):
    jalan = "/aturan/hitung/pajak/?ragam=bulan"
    panjang = isi(client.post(jalan, {**BULAN, "bruto_pph": "9" * 6000}))
    assert "Terlalu panjang: paling banyak 40 huruf" in panjang
    assert "10.000.000" not in panjang.replace("Dalam rupiah, contoh", "")
    rinci = isi(client.post(jalan, {**BULAN, "bruto_pph": "0,9999999999999999"}))
    assert "0,9999999999999999 terlalu besar atau terlalu rinci" in rinci
    assert "bukan angka" not in rinci
    assert angka("9" * 38) == ".".join(["99", *["999"] * 12])
    assert "1.000.000.000.000" in isi(client.post(jalan, {**BULAN, "bruto_pph": "2000000000000"}))


@pytest.mark.parametrize(
    ("skema", "isian", "kurang"),
    [
        ("perban8_2019", {}, ["pendidikan", "jabatan", "predikat", "hukdis"]),
        ("perban8_2019", {"pendidikan": "S1", "jabatan": "pengawas", "nilai_skp": "90"}, ["hukdis"]),
        ("bkn_letter_4190_2024", {}, ["kualifikasi_vs_jabatan", "predikat", "hukdis"]),
    ],
)
def test_indeks_dengan_isian_kosong_bukan_nol(client, skema, isian, kurang):
    jawab = client.post(f"/aturan/ip_asn/coba/{skema}/", {**isian, **HARI_ATURAN})
    assert jawab.status_code == 422
    semua = {"pendidikan", "jabatan", "predikat", "hukdis", "kualifikasi_vs_jabatan"}
    assert sorted(n for n in semua if f"id_{n}_error" in isi(jawab)) == sorted(kurang)


def test_indeks_yang_lengkap_dihitung(client):
    isian = {"pendidikan": "S1", "jabatan": "pengawas", "predikat": "Baik", "hukdis": "none", **HARI_ATURAN}
    assert "Kenapa" in isi(client.post("/aturan/ip_asn/coba/perban8_2019/", isian))


def test_pensiun_yang_sudah_lewat_disebut(client):
    lahir = isi(client.post("/aturan/hitung/kapan/?ragam=tanpa", {**KAPAN, "birth_tahun": "1950"}))
    assert "pada 23 November 2026 orangnya sudah pensiun" in lahir
    assert "sudah pensiun" not in isi(client.post("/aturan/hitung/kapan/?ragam=tanpa", KAPAN))


def test_ikm_yang_kurang_unsurnya_diperingatkan_dengan_dasarnya(client):
    dua = {**dict.fromkeys(UNSUR[:2], "3,5"), **HARI_ATURAN}
    teks = isi(client.post("/aturan/hitung/ikm/", dua))
    assert "Baru 2 dari 9 unsur yang dinilai" in teks
    assert "Belum dinilai: Waktu penyelesaian" in teks
    assert "14/2017" in teks[teks.index("Belum dinilai") :][:600]
    penuh = isi(client.post("/aturan/hitung/ikm/", {**dict.fromkeys(UNSUR, "3,5"), **HARI_ATURAN}))
    assert "unsur yang dinilai. Hasilnya" not in penuh


def test_nilai_daerah_yang_belum_dipakai_tidak_disebut_dipakai(client, orang):
    from kasuari.dasar.inti.waktu import pada_saat, sekarang
    from kasuari.dasar.ketentuan.tests import bantu

    bantu.setujui(bantu.usul(orang))
    jalan = "/aturan/parameter/pensiun_mpp_bulan/"
    teks = isi(client.get(jalan))
    assert "masih menghitung dengan nilai nasional" in teks
    assert "dipakai menghitung di kota ini" not in teks
    with pada_saat(sekarang() + bantu.JEDA):
        assert "Yang bertanda dipakai menghitung di kota ini" in isi(client.get(jalan))
