"""Formulir: kesalahan menyebut isiannya, terhubung untuk pembaca layar, dan menjawab 422."""

import re

import pytest
from django import forms
from django.template import engines
from django.test import RequestFactory

from kasuari.dasar.rupa.borang import Borang, IsianTanggal, Kartu, daftar_galat, tampilkan


class Contoh(Borang):
    nama = forms.CharField(label="Nama lengkap", help_text="Seperti di KTP", max_length=5)
    lahir = IsianTanggal(label="Tanggal lahir")
    sifat = forms.ChoiceField(
        label="Sifat laporan", choices=[("a", Kartu("Terbuka", "Dilihat publik"))], widget=forms.RadioSelect
    )
    catatan = forms.CharField(required=False, widget=forms.Textarea)


def isi(**ganti):
    baik = {"nama": "Ani", "lahir_hari": "27", "lahir_bulan": "3", "lahir_tahun": "1990", "sifat": "a"}
    return Contoh(baik | ganti)


def test_isian_salah_terhubung_dengan_pesan_dan_petunjuk():
    html = str(isi(nama=""))
    kotak = re.search(r'<input[^>]*name="nama"[^>]*>', html)[0]
    assert 'aria-invalid="true"' in kotak
    assert 'aria-describedby="id_nama_helptext id_nama_error"' in kotak
    assert 'id="id_nama_error"' in html and 'id="id_nama_helptext"' in html
    assert "Isi nama lengkap." in html


def test_tanpa_gelembung_dan_tanpa_pemotongan_diam_diam():
    html = str(Contoh())
    assert " required" not in html and "maxlength" not in html


def test_hanya_yang_tidak_wajib_ditandai():
    html = str(Contoh())
    assert html.count("(tidak wajib)") == 1
    assert html.index("(tidak wajib)") > html.index('for="id_catatan"')


def test_ringkasan_menuju_kotak_pertama_tiap_isian():
    assert list(daftar_galat(isi(nama="", lahir_tahun="", sifat=""))) == [
        ("id_nama", "Isi nama lengkap."),
        ("id_lahir_0", "Tanggal lahir belum lengkap: isi tahun."),
        ("id_sifat_0", "Pilih sifat laporan."),
    ]


def test_ringkasan_mengambil_fokus_dan_setiap_sasarannya_ada():
    borang = isi(nama="", lahir_hari="", sifat="")
    html = engines["django"].from_string("{% ringkasan_kesalahan form %}").render({"form": borang})
    assert 'role="alert" tabindex="-1" autofocus' in html and "Ada 3 hal" in html
    assert all(f'id="{s}"' in str(borang) for s in re.findall(r'href="#([^"]+)"', html))


def test_tanpa_kesalahan_tanpa_ringkasan():
    kosong = engines["django"].from_string("{% ringkasan_kesalahan form %}{% ringkasan_kesalahan a %}")
    assert kosong.render({"form": isi()}).strip() == ""


@pytest.mark.parametrize("bulan", ["3", "03", "Maret", "mar"])
def test_bulan_boleh_angka_atau_nama(bulan):
    borang = isi(lahir_bulan=bulan)
    assert borang.is_valid(), borang.errors
    assert borang.cleaned_data["lahir"].isoformat() == "1990-03-27"


@pytest.mark.parametrize(
    ("ganti", "pesan"),
    [
        ({"lahir_hari": "31", "lahir_bulan": "2"}, "bukan tanggal yang ada"),
        ({"lahir_bulan": "13"}, "bukan tanggal yang ada"),
        ({"lahir_bulan": "ju"}, "bukan tanggal yang ada"),
        ({"lahir_tahun": "90"}, "empat angka"),
        ({"lahir_hari": "²"}, "bukan tanggal yang ada"),
        ({"lahir_tahun": "0000"}, "bukan tanggal yang ada"),
        ({"lahir_hari": "", "lahir_bulan": ""}, "isi hari dan bulan"),
        ({"lahir_hari": "", "lahir_bulan": "", "lahir_tahun": ""}, "Isi tanggal lahir."),
    ],
)
def test_tanggal_keliru_menyebut_sebabnya(ganti, pesan):
    assert pesan in isi(**ganti).errors["lahir"][0]


def test_isian_tanggal_yang_salah_tetap_tertulis_seperti_diketik():
    assert 'value="31"' in str(isi(lahir_hari="31", lahir_bulan="2"))


def test_terlalu_panjang_menyebut_batas_dan_panjangnya():
    assert isi(nama="Anisa Putri").errors["nama"] == [
        "Tulis paling banyak 5 huruf. Sekarang 11, perpendek dulu."
    ]


def test_kartu_pilihan_menampilkan_keterangan_dan_meloloskan_teks():
    html = str(isi(nama='"><script>'))
    assert "<b>Terbuka</b><small>Dilihat publik</small>" in html and "<script>" not in html


def test_422_hanya_bila_ada_kesalahan():
    permintaan = RequestFactory().get("/")
    assert tampilkan(permintaan, "rupa/ringkasan_kesalahan.html", {"form": isi()}).status_code == 200
    assert tampilkan(permintaan, "rupa/ringkasan_kesalahan.html", {"form": isi(nama="")}).status_code == 422
    assert tampilkan(permintaan, "rupa/ringkasan_kesalahan.html", {"form": Contoh()}).status_code == 200
