"""Formulir: rancangan yang keliru disebut, skema memutus di akhir, syarat, kelompok, hitungan, dan masukan buruk."""

import io
import json
import uuid
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from PIL import Image

from kasuari.dasar.inti.galat import BedaVersi, MasukanSalah, TidakAda
from kasuari.dasar.inti.pelaku import TAMU
from kasuari.masyarakat.layanan import buka, isian, katalog, selectors, unggah
from kasuari.masyarakat.layanan.formulir import hitung, jawaban, skema
from kasuari.masyarakat.layanan.formulir import rancangan as r
from kasuari.masyarakat.layanan.formulir.borang import BorangHalaman
from kasuari.masyarakat.layanan.models import Permohonan, Unggahan
from kasuari.masyarakat.layanan.service import formulir, isi
from kasuari.masyarakat.layanan.tests.conftest import DOMISILI, ISI, NIK

KELUARGA = {
    "halaman": [
        {
            "judul": "Keluarga",
            "isian": [
                {
                    "kode": "anggota", "label": "Anggota", "jenis": "ulang", "wajib": True, "maks": 3,
                    "anak": [
                        {"kode": "nama", "label": "Nama", "jenis": "teks", "wajib": True},
                        {"kode": "penghasilan", "label": "Penghasilan", "jenis": "angka", "wajib": True},
                    ],
                },
                {"kode": "rata", "label": "Rata-rata", "jenis": "hitung", "rumus": "jumlah(anggota.penghasilan) / banyak(anggota)"},
            ],
        }
    ]
}  # fmt: skip


def kirim(**isi_):
    q = QueryDict(mutable=True)
    for k, v in isi_.items():
        q[k.replace("__", "-")] = v
    return q


def test_semua_formulir_katalog_sah_dan_skemanya_baku():
    for b in katalog.baca():
        if b["jenis"] != "info":
            f = katalog.formulir_awal(b)
            r.periksa(f)
            Draft202012Validator.check_schema(skema.susun(f))


@pytest.mark.parametrize(
    ("ubah", "kalimat"),
    [
        ({"kode": "Nama Usaha"}, "huruf kecil"),
        ({"label": " "}, "perlu pertanyaan"),
        ({"jenis": "peta"}, "tidak dikenal"),
        ({"jenis": "pilih", "pilihan": [{"nilai": "a", "teks": "a"}]}, "sedikitnya dua pilihan"),
        ({"jenis": "angka", "min": 9, "maks": 1}, "melebihi"),
        ({"bila": {"isian": "nik", "sama": ["x"]}}, "isian pilihan yang ditanyakan lebih dulu"),
        ({"bila": {"isian": "keperluan", "sama": ["pasar"]}}, "jawaban yang tidak ada"),
        ({"jenis": "ulang", "anak": []}, "belum punya isian"),
        ({"kode": "nik"}, "dipakai dua kali"),
        ({"jenis": "hitung", "rumus": "__import__('os')"}, "tidak dikenal"),
        ({"jenis": "hitung", "rumus": "nik + 1"}, "pakai angka bulat"),
        ({"jenis": "hitung", "rumus": "9 ** 9"}, "pakai angka bulat"),
        ({"jenis": "hitung", "rumus": "(("}, "tidak terbaca"),
        ({"jenis": "hitung", "rumus": "sesudah + 1"}, "ditanyakan lebih dulu"),
    ],
)
def test_rancangan_keliru_menyebut_isian_dan_perbaikannya(ubah, kalimat):
    f = json.loads(json.dumps(DOMISILI))
    f["halaman"][1]["isian"].append({"kode": "baru", "label": "Baru", "jenis": "teks", "wajib": False} | ubah)
    f["halaman"][1]["isian"].append({"kode": "sesudah", "label": "Sesudah", "jenis": "angka", "wajib": False})
    with pytest.raises(MasukanSalah, match=kalimat):
        r.periksa(f)


def test_isian_bersyarat_wajib_hanya_bila_ditanyakan():
    s = skema.susun(DOMISILI)
    skema.pastikan(s, DOMISILI, ISI)
    with pytest.raises(MasukanSalah, match="“Nama sekolah” belum diisi"):
        skema.pastikan(s, DOMISILI, ISI | {"keperluan": "sekolah"})
    with pytest.raises(MasukanSalah, match="belum benar"):
        skema.pastikan(s, DOMISILI, ISI | {"sekolah": "SMA 1"})
    with pytest.raises(MasukanSalah, match="“NIK” belum diisi"):
        skema.pastikan(s, DOMISILI, {"keperluan": "bank"})
    with pytest.raises(MasukanSalah, match="tidak dikenal"):
        skema.pastikan(s, DOMISILI, ISI | {"asing": "x"})


def test_jawaban_yang_tidak_lagi_ditanyakan_dibuang_dan_hitungan_diperbarui():
    lama = {"nik": NIK, "keperluan": "bank", "sekolah": "SMA 1"}
    assert jawaban.rapikan(DOMISILI, lama) == ISI
    keluarga = {"anggota": [{"nama": "A", "penghasilan": 1_000_000}, {"nama": "B", "penghasilan": 500_001}]}
    assert jawaban.rapikan(KELUARGA, keluarga)["rata"] == "750000.5"
    assert "rata" not in jawaban.rapikan(KELUARGA, {"anggota": []})


@given(st.lists(st.integers(0, 10**12), min_size=1, max_size=5))
def test_hitungan_tepat_tanpa_pecahan_biner(angka):
    hasil = hitung.nilai("jumlah(a.x)", {"a": [{"x": n} for n in angka]})
    assert hasil == str(sum(angka))


def test_umur_dihitung_sampai_hari_ini():
    assert hitung.nilai("umur(lahir)", {"lahir": date(2000, 11, 24).isoformat()}) == "25"
    assert hitung.nilai("1 / 0", {}) == ""


def test_isian_lanjutan_muncul_menurut_jawaban_di_halaman_yang_sama():
    h = DOMISILI["halaman"][0]
    assert "sekolah" not in BorangHalaman(h, {}).fields
    b = BorangHalaman(h, {}, kirim(nik=NIK, keperluan="sekolah", tampil="nik,keperluan"))
    assert b.baru and "sekolah" in b.fields
    b = BorangHalaman(
        h, {}, kirim(nik=NIK, keperluan="sekolah", sekolah="SMA 1", tampil="nik,keperluan,sekolah")
    )
    assert not b.baru and b.is_valid() and b.isi()["sekolah"] == "SMA 1"


def test_kelompok_berulang_bertambah_sampai_batas_dan_tersimpan():
    h = KELUARGA["halaman"][0]
    b = BorangHalaman(
        h, {}, kirim(**{"anggota-0-nama": "A", "anggota-banyak": "1"}), ubah_baris=("anggota", 1)
    )
    assert "anggota-1-nama" in b.fields
    b = BorangHalaman(h, {}, kirim(**{"anggota-banyak": "99"}))
    assert "anggota-2-nama" in b.fields and "anggota-3-nama" not in b.fields
    data = {"anggota-banyak": "2", "anggota-0-nama": "A", "anggota-0-penghasilan": "5", "anggota-1-nama": "B", "anggota-1-penghasilan": "7", "tampil": ""}  # fmt: skip
    b = BorangHalaman(h, {}, kirim(**data))
    assert b.is_valid(), b.errors
    assert b.isi()["anggota"][1] == {"nama": "B", "penghasilan": 7}


@pytest.mark.parametrize(
    ("nik", "kalimat"),
    [("123", "16 angka"), ("92710167O3900001", "hanya boleh angka"), ("9271019903900001", "bukan tanggal lahir"), ("", "Isi NIK")],
)  # fmt: skip
def test_nik_keliru_menyebut_apa_yang_salah(nik, kalimat):
    b = BorangHalaman(DOMISILI["halaman"][0], {}, kirim(nik=nik, keperluan="bank", tampil="nik,keperluan"))
    assert not b.is_valid() and kalimat in str(b.errors["nik"])


def test_teks_seratus_ribu_huruf_ditolak_dengan_kalimat_dan_emoji_serta_tanda_arah_aman():
    f = {"judul": "x", "isian": [{"kode": "cerita", "label": "Cerita", "jenis": "panjang", "wajib": True}]}
    b = BorangHalaman(f, {}, kirim(cerita="a" * 100_000, tampil="cerita"))
    assert not b.is_valid() and "paling banyak 5000 huruf. Sekarang 100000" in str(b.errors["cerita"])
    b = BorangHalaman(f, {}, kirim(cerita="Pak ‮RT🙂‬ baik", tampil="cerita"))
    assert b.is_valid() and b.cleaned_data["cerita"] == "Pak RT🙂 baik"


@pytest.mark.parametrize("angka", ["NaN", "-5", "1e9", "12.5", "∞", "9" * 40])
def test_angka_mustahil_ditolak(angka):
    f = {"judul": "x", "isian": [{"kode": "n", "label": "Anak", "jenis": "angka", "wajib": True}]}
    b = BorangHalaman(f, {}, kirim(n=angka, tampil="n"))
    assert not b.is_valid()


def gambar(jenis="JPEG"):
    keluar = io.BytesIO()
    Image.new("RGB", (40, 30), "navy").save(keluar, jenis)
    return keluar.getvalue()


def berkas(isi_, nama="foto.jpg"):
    return SimpleUploadedFile(nama, isi_)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("isi_", "nama", "kalimat"),
    [
        (b"MZ\x90" + b"0" * 200, "foto.jpg", "bukan foto atau PDF"),
        (b"", "foto.jpg", "kosong"),
        (gambar()[:300], "foto.jpg", "rusak"),
        (b"%PDF-1.4 bukan pdf", "surat.pdf", "rusak"),
        (b"<html>", "surat.pdf", "bukan foto atau PDF"),
    ],
)
def test_unggahan_buruk_satu_sebab_satu_kalimat(isi_, nama, kalimat):
    with pytest.raises(MasukanSalah, match=kalimat) as galat:
        unggah.simpan(TAMU, berkas(isi_, nama), "pengantar")
    assert galat.value.kolom == "pengantar"


def test_berkas_tiga_puluh_mb_disebut_ukurannya():
    class Besar:
        size, name = 30 * 1024 * 1024, "foto.jpg"

    with pytest.raises(MasukanSalah, match="30 MB, paling besar 20 MB"):
        unggah.simpan(TAMU, Besar(), "foto")


@pytest.mark.django_db
def test_unggahan_tersimpan_dan_yang_baru_menggantikan_yang_lama(mulai, simpan):
    p = mulai()
    simpan(p, {}, pengantar=berkas(gambar()))
    simpan(p, {}, pengantar=berkas(gambar("PNG"), "lagi.png"))
    assert list(Unggahan.objects.values_list("nama", flat=True)) == ["lagi.png"]
    p.refresh_from_db()
    assert isian.isi(p)["pengantar"] == [str(Unggahan.objects.get().id)]


@pytest.mark.django_db
def test_draf_memegang_versi_formulirnya_walau_versi_baru_terbit(mulai, simpan, terbitkan):
    p = mulai()
    simpan(p)
    baru = json.loads(json.dumps(DOMISILI))
    baru["halaman"][0]["isian"].append({"kode": "rt", "label": "RT", "jenis": "teks", "wajib": True})
    terbitkan("KEL-01", baru)
    isi.kirim(TAMU, permohonan=p.id, buka_=buka.kunci(p), kunci=uuid.uuid4())
    p.refresh_from_db()
    assert p.kasus_id is not None and p.formulir.versi == 2
    assert selectors.formulir_terbit(p.layanan_id).versi == 3


@pytest.mark.django_db
def test_dua_perancang_tidak_saling_menimpa(remu):
    simpan_ = {"layanan": "KEL-01", "rancangan": DOMISILI}
    formulir.simpan(remu.petugas, ubahan=0, kunci=uuid.uuid4(), **simpan_)
    with pytest.raises(BedaVersi):
        formulir.simpan(remu.petugas2, ubahan=0, kunci=uuid.uuid4(), **simpan_)


@pytest.mark.django_db
def test_isian_dan_kontak_tersandi_dan_kode_saja_tidak_membuka(mulai, simpan):
    p = mulai()
    simpan(p)
    mentah = Permohonan.objects.filter(id=p.id).values_list("isi", "pemohon").get()
    assert not any(NIK.encode() in bytes(m) or b"Yohana" in bytes(m) for m in mentah)
    with pytest.raises(TidakAda):
        isi.simpan(
            TAMU, permohonan=p.id, buka_=buka.kunci(p)[:-2] + "xx", isi={}, berkas={}, kunci=uuid.uuid4()
        )
    lain = mulai()
    with pytest.raises(TidakAda):
        isi.kirim(TAMU, permohonan=p.id, buka_=buka.kunci(lain), kunci=uuid.uuid4())
