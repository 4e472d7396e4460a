"""Mengubah pertanyaan: pratinjau tidak menyimpan, versi baru tidak menyentuh periode yang terbuka."""

import uuid

import pytest

from kasuari.masyarakat.survei import service
from kasuari.masyarakat.survei.models import Survei, VersiSoal
from kasuari.masyarakat.survei.soal import susun_lain, tulis_lain, unsur_versi

pytestmark = pytest.mark.django_db
SOAL = "pilihan | Ruang kerja layak? | Ya; Tidak\nskala | Puas?\nteks | Saran Anda"


@pytest.fixture
def amos(pengelola, layar):
    return layar("amos")


@pytest.fixture
def iklim(pelaku_sistem):
    uid = service.buat_survei(
        pelaku_sistem, nama="Iklim kerja", soal=SOAL, tentang_pegawai=True, kunci=uuid.uuid4()
    ).uid
    return Survei.objects.get(uid=uid)


def kirim(c, s, tombol, **isi):
    return c.post(f"/kerja/survei/pertanyaan/{s.uid}/", {tombol: "1", "kunci": str(uuid.uuid4()), **isi})


def test_tulisan_soal_kembali_menjadi_soal_yang_sama():
    assert susun_lain(tulis_lain(susun_lain(SOAL))) == susun_lain(SOAL)


def test_pratinjau_menampilkan_tanpa_menyimpan_lalu_simpan_menjadi_versi_berikutnya(amos, iklim, buka):
    p = buka("dik", survei=iklim.uid)
    baru = SOAL.replace("Puas?", "Senang bekerja di sini?")
    jawab = kirim(amos, iklim, "lihat", soal=baru).content.decode()
    assert "Pratinjau, belum tersimpan" in jawab and "Senang bekerja di sini?" in jawab
    assert VersiSoal.objects.filter(survei=iklim).count() == 1
    assert kirim(amos, iklim, "simpan", soal=baru).status_code == 302
    p.refresh_from_db()
    assert (iklim.versi.count(), p.versi.nomor) == (2, 1)
    assert "versi 2" in amos.get("/kerja/survei/pertanyaan/").content.decode()


def test_soal_yang_salah_menyebut_barisnya_dan_yang_sama_tidak_menjadi_versi(amos, iklim):
    jawab = kirim(amos, iklim, "simpan", soal="pilihan | Sendiri | Satu saja")
    assert jawab.status_code == 422 and "Baris 1" in jawab.content.decode()
    jawab = kirim(amos, iklim, "simpan", soal=SOAL)
    assert jawab.status_code == 422 and "Belum ada yang berubah" in jawab.content.decode()
    assert iklim.versi.count() == 1


def test_skm_hanya_boleh_tidak_menanyakan_biaya(amos, buka):
    s = buka().survei
    assert kirim(amos, s, "simpan", tanpa_biaya="on", soal="skala | Lain?").status_code == 302
    isi = s.versi.get(nomor=2).isi
    assert len(unsur_versi(isi)) == 8 and "biaya" not in unsur_versi(isi)
