"""Ketentuan daerah sungguh mengubah hitungan kota, dan dampaknya disebut sebelum diusulkan."""

import uuid
from datetime import date, timedelta

import pytest
from tests.kota_kecil import HARI

from kasuari.aparatur.pegawai import dampak as milik
from kasuari.aparatur.pegawai import kini
from kasuari.aparatur.pegawai.models import Pegawai, PegawaiKini
from kasuari.aparatur.profesionalitas import service as ip
from kasuari.aturan.buku import Buku
from kasuari.aturan.buku import Timpa as TimpaAturan
from kasuari.dasar.inti.pelaku import sistem
from kasuari.dasar.inti.waktu import pada_saat, sekarang
from kasuari.dasar.jejak import antrean
from kasuari.dasar.ketentuan import usulan
from kasuari.dasar.ketentuan.tests.bantu import JEDA, KODE, setujui, usul

pytestmark = pytest.mark.django_db


def test_dampak_menyebut_orang_yang_terkena(orang):
    rencana = usulan.susun(KODE, "", date(2026, 1, 1), "6", "Perwal")
    (satu,) = rencana.dampak()
    assert satu.nama == "pegawai.persiapan"
    assert satu.orang == PegawaiKini.objects.filter(aktif=True, pensiun__gt=HARI).count() > 0
    assert usulan.susun("kgb_surat_bulan", "", date(2026, 1, 1), "3", "x").dampak()[0].orang > 0


def test_usul_surut_dinilai_pada_hari_ini_bukan_pada_hari_berlakunya(orang):
    """Sejak 1990 empat bulan, tetapi hari ini ketentuan 2026 yang mengikat: tidak seorang pun terkena."""
    setujui(usul(orang, kode="kgb_surat_bulan", nilai="3", berlaku=date(2026, 1, 1)))
    with pada_saat(sekarang() + JEDA):
        surut = usulan.susun("kgb_surat_bulan", "", date(1990, 1, 1), "4", "Perwal")
        assert surut.sebelum == 2
        assert [d.orang for d in surut.dampak()] == [0]
        assert usulan.susun("kgb_surat_bulan", "", HARI, "4", "x").dampak()[0].orang > 0


def test_dampak_gaji_pokok_menyebut_rupiah_sebulan(orang):
    lama = Buku.susun(date(2023, 6, 1))
    baru = Buku.susun(
        date(2023, 6, 1), timpa=[TimpaAturan("gaji_pokok_pppk", "VII.3", date(2023, 1, 1), 4_000_000, "x")]
    )
    terkena, rupiah = milik.gaji_pokok(lama, baru, HARI)
    assert (terkena, rupiah) == (1, 4_000_000 - lama.tabel("gaji_pokok_pppk")["VII.3"])


def test_ketentuan_benar_benar_mengubah_indeks_dan_larian_lama_tetap(orang):
    dulu = ip.hitung_tahun(sistem("uji"), tahun=2025, kunci=uuid.uuid4())
    usul_ = usulan.susun("ip_asn_s4190_kinerja", "Baik", date(2025, 1, 1), "20", "Perwal")
    assert usul_.dampak()[0].orang > 0
    setujui(usul(orang, kode="ip_asn_s4190_kinerja", sel="Baik", nilai="20", berlaku=date(2025, 1, 1)))
    with pada_saat(sekarang() + JEDA):
        baru = ip.hitung_tahun(sistem("uji"), tahun=2025, kunci=uuid.uuid4())
        assert baru.data["hasil_sidik"] != dulu.data["hasil_sidik"]
        assert ip.ulang(orang("ruth").pelaku, dulu.uid).sama


def test_baris_kini_ditulis_ulang_saat_ketentuan_mulai_dipakai(orang, monkeypatch):
    antrean.jalankan_semua()
    dipanggil = []
    monkeypatch.setattr(kini, "tulis", lambda *a: dipanggil.append(sekarang()) or 0)
    setujui(usul(orang))
    antrean.jalankan_semua()
    assert dipanggil == []
    with pada_saat(sekarang() + JEDA):
        antrean.jalankan_semua()
        assert len(dipanggil) == 1


def test_hari_aturan_berganti_semua_baris_kini_ditulis(orang):
    setujui(usul(orang, berlaku=HARI + timedelta(days=10)))
    with pada_saat(HARI + timedelta(days=9)):
        assert len(kini.berubah_hari_ini()) < Pegawai.objects.count()
    with pada_saat(HARI + timedelta(days=10)):
        assert len(kini.berubah_hari_ini()) == Pegawai.objects.count()
