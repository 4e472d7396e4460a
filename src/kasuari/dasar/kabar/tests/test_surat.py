"""E-mail lewat server SMTP sungguhan: tidak hilang, dan ulangannya ber-Message-ID sama."""

import uuid

import pytest

from kasuari.dasar.jejak import antrean
from kasuari.dasar.jejak.models import Kerja
from kasuari.dasar.kabar import selectors, service, templat
from kasuari.dasar.kabar.models import Keluar

pytestmark = pytest.mark.django_db
UJI = "uji.kabar"
if UJI not in templat.DAFTAR:
    templat.daftarkan(
        UJI,
        "Cuti disetujui",
        "Cuti mulai {mulai} disetujui.",
        "Leave approved",
        "Leave from {mulai} approved.",
    )


def kirim(kunci=None):
    service.kirim(
        uuid.uuid4(), UJI, {"mulai": "24 November"}, kunci or uuid.uuid4(), email="maria@contoh.test"
    )


def test_kabar_sampai_di_kotak_masuk_dan_lewat_smtp(smtp):
    maria, kunci = uuid.uuid4(), uuid.uuid4()
    for _ in range(2):  # tombol ditekan dua kali
        service.kirim(maria, UJI, {"mulai": "24 November"}, kunci, email="maria@contoh.test")
    antrean.jalankan_semua()
    ((kepada, surat),) = smtp.surat
    assert (kepada, surat["Subject"]) == (["maria@contoh.test"], "Cuti disetujui")
    assert [k.isi for k in selectors.kotak_masuk(maria, "id")] == ["Cuti mulai 24 November disetujui."]
    assert [k.judul for k in selectors.kotak_masuk(maria, "en")] == ["Leave approved"]
    assert selectors.belum_dibaca(maria) == 1


def test_server_surat_menolak_lalu_pulih_surat_tetap_sampai(smtp):
    smtp.tolak = True
    kirim()
    antrean.jalankan_semua()
    assert (Keluar.objects.get().status, Kerja.objects.get(jenis="kabar.surat").coba) == ("ragu", 1)
    smtp.tolak = False
    Kerja.objects.update(mulai_lagi="2020-01-01T00:00Z")
    antrean.jalankan_semua()
    assert (Keluar.objects.get().status, len(smtp.surat)) == ("dikirim", 1)


def test_terputus_sesudah_kirim_diulang_dengan_message_id_sama(smtp):
    kirim()
    antrean.jalankan_semua()
    Keluar.objects.update(status="ragu")  # mati sebelum sempat mencatat
    service.antar(str(Keluar.objects.get().kunci))
    assert len({s["Message-ID"] for _, s in smtp.surat}) == 1
    assert len(smtp.surat) == 2


def test_alamat_dan_isi_surat_tersandi_di_basis_data(db):
    kirim()
    baris = Keluar.objects.get()
    assert b"maria" not in bytes(baris.tujuan)
    assert b"Cuti" not in bytes(baris.isi)
