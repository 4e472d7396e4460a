"""Pencarian layanan: kata sehari-hari dan salah ketik menemukan layanannya di tiga teratas; terukur atas semuanya."""

import pytest

from kasuari.masyarakat.layanan import katalog
from kasuari.masyarakat.layanan.cari import cari
from kasuari.masyarakat.layanan.models import Layanan, StandarPelayanan

TANYA = [
    ("ktp hilang", "ADM-02"), ("bikin ktp baru", "ADM-01"), ("ektp rusak", "ADM-02"), ("ktp digital", "ADM-03"), ("ikd", "ADM-03"),
    ("kk", "ADM-04"), ("kartu keluarga tambah anak", "ADM-04"), ("kartu kelurga", "ADM-04"), ("akte lahir", "ADM-05"),
    ("akta kelahirn", "ADM-05"), ("bayi baru lahir", "ADM-05"), ("surat kematian", "ADM-06"), ("orang meninggal", "ADM-06"),
    ("kia", "ADM-07"), ("ktp anak", "ADM-07"), ("pindah ke kota lain", "ADM-08"), ("surat pindah", "ADM-08"),
    ("domisili", "KEL-01"), ("domisli", "KEL-01"), ("keterangan tinggal", "KEL-01"), ("surat miskin", "KEL-02"), ("sktm", "KEL-02"),
    ("tidak mampu untuk beasiswa", "KEL-02"), ("skck", "KEL-03"), ("kelakuan baik", "KEL-03"), ("pengantar polisi", "KEL-03"),
    ("usaha warung", "KEL-04"), ("sku kios", "KEL-04"), ("mau nikah", "KEL-05"), ("surat kawin", "KEL-05"), ("izin praktek bidan", "IZN-01"),
    ("nib", "IZN-02"), ("izin usaha oss", "IZN-02"), ("pasang spanduk", "IZN-03"), ("reklame", "IZN-03"), ("imb", "IZN-04"),
    ("bangun rumah", "IZN-04"), ("bansos", "SOS-01"), ("belum dapat pkh", "SOS-01"), ("bpjs mati", "SOS-02"), ("bpjs tidak aktif", "SOS-02"),
    ("surat sehat", "KES-01"), ("pindah sekolah", "DIK-01"), ("legalisir ijasah", "DIK-01"), ("daftar lsm", "ORM-01"), ("ormas", "ORM-01"),
    ("srat tdk mmpu", "KEL-02"), ("pindh kota", "ADM-08"), ("usha kecil", "KEL-04"), ("usaah", "KEL-04"), ("akta kematain", "ADM-06"),
]  # fmt: skip


@pytest.fixture(scope="module")
def semua():
    return [StandarPelayanan(subjek=Layanan(kode=b["kode"]), **katalog.kolom(b)) for b in katalog.baca()]


def test_kata_sehari_hari_menemukan_layanannya(semua):
    hasil = {t: [s.subjek.kode for s in cari(t, semua)] for t, _k in TANYA}
    pertama = sum(hasil[t][:1] == [k] for t, k in TANYA)
    luput = [(t, k, hasil[t][:3]) for t, k in TANYA if k not in hasil[t][:3]]
    print(f"teratas {pertama}/{len(TANYA)}, tiga teratas {len(TANYA) - len(luput)}/{len(TANYA)}")
    assert luput == []
    assert pertama >= len(TANYA) * 9 // 10


@pytest.mark.parametrize("teks", ["", "   ", "xqzvw", "🙂", "‮", "a" * 100_000])
def test_yang_tidak_cocok_kosong_dan_tidak_menggalat(semua, teks):
    assert list(cari(teks, semua[:3])) == []
