"""Indeks: dihitung dari register, beku, dapat diulang, dan namanya hanya di dalam rantai atasan."""

import uuid
import zlib
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from django.db import DatabaseError, transaction

from kasuari.aparatur.pegawai import service as pegawai
from kasuari.aparatur.pegawai.riwayat import BarisRiwayat
from kasuari.aparatur.profesionalitas import selectors, service
from kasuari.aparatur.profesionalitas.models import NilaiIp
from kasuari.dasar.inti.galat import TidakAda, TidakBoleh
from kasuari.dasar.inti.sandi import enkripsi
from kasuari.dasar.inti.waktu import pada_saat
from kasuari.dasar.ketentuan.models import Larian
from kasuari.dasar.organisasi.models import Unit

pytestmark = pytest.mark.django_db


@pytest.fixture
def larian(orang):
    hasil = service.hitung_tahun(orang("ruth").pelaku, tahun=2025, kunci=uuid.uuid4())
    return Larian.objects.get(id=hasil.uid)


def unit(kode):
    return Unit.objects.get(kode=kode).id


def test_maria_mendapat_nilai_menurut_surat_4190(orang, larian):
    v = selectors.nilai(orang("maria").pelaku, larian, orang("maria").pegawai.uid)
    # S1 tanpa syarat pos = tidak diketahui 0; predikat Baik 20 + 24 JP penuh 15; kinerja Baik 25; disiplin 5
    assert (v.kualifikasi, v.kompetensi, v.kinerja, v.disiplin, v.indeks) == (0, 3500, 2500, 500, 6500)


def test_cpns_dan_paruh_waktu_tidak_diukur(orang, larian):
    assert larian.n == 11
    assert not NilaiIp.objects.filter(larian=larian, pegawai=orang("amos").pegawai).exists()


def test_ulangan_memberi_sidik_yang_sama_meski_register_berubah(orang, larian):
    maria = orang("maria").pegawai
    isi = {"nama": "Kursus", "jenis": "teknis", "jp": 100}
    pegawai.catat_riwayat(
        orang("frans").pelaku,
        kode="diklat",
        kunci=uuid.uuid4(),
        baris=[BarisRiwayat(maria.uid, date(2025, 9, 1), isi)],
    )
    hasil = service.ulang(orang("ruth").pelaku, larian.id)
    assert (hasil.sama, hasil.beda, hasil.sidik) == (True, [], larian.hasil_sidik)


def test_masukan_yang_dirusak_ketahuan(orang, larian, settings):
    berkas = Path(settings.DATA) / "larian" / larian.masukan_sidik[:2] / larian.masukan_sidik
    asli = berkas.read_bytes()
    berkas.write_bytes(enkripsi(zlib.compress(b"[]"), "larian"))
    try:
        with pytest.raises(TidakAda, match="rusak"):
            service.ulang(orang("ruth").pelaku, larian.id)
    finally:
        berkas.write_bytes(asli)


def test_nilai_beku_tidak_dapat_diubah(larian):
    with pytest.raises(DatabaseError), transaction.atomic():
        NilaiIp.objects.filter(larian=larian).update(indeks=10000)


def test_pelatihan_terlambat_dicatat_mengubah_larian_berikutnya_saja(orang, larian):
    yosep = orang("yosep").pegawai
    lama = NilaiIp.objects.get(larian=larian, pegawai=yosep).indeks
    with pada_saat(date(2026, 11, 24)):
        isi = {"nama": "Asesmen", "jenis": "teknis", "jp": 20}
        pegawai.catat_riwayat(
            orang("frans").pelaku,
            kode="diklat",
            kunci=uuid.uuid4(),
            baris=[BarisRiwayat(yosep.uid, date(2025, 6, 2), isi)],
        )
        baru = service.hitung_tahun(orang("ruth").pelaku, tahun=2025, kunci=uuid.uuid4())
    assert NilaiIp.objects.get(larian_id=baru.uid, pegawai=yosep).indeks - lama == 1500
    assert NilaiIp.objects.get(larian=larian, pegawai=yosep).indeks == lama


def test_indeks_unit_adalah_rata_rata_orangnya_dan_anak_menjumlah_ke_induk(orang, larian):
    yuliana = orang("yuliana").pelaku
    dik = selectors.ringkas(yuliana, larian, unit("dik"))
    nilai = [v.indeks for v in NilaiIp.objects.filter(larian=larian, unit__kode__in=["dik", "sd1"])]
    assert dik.n == len(nilai) == 5
    assert dik.indeks == (Decimal(sum(nilai)) / 5 / 100).quantize(Decimal("0.01"))
    assert [(a.nama, a.n) for a in selectors.per_anak(yuliana, larian, unit("dik"))] == [("SD Negeri 1", 3)]


def test_nama_hanya_di_dalam_rantai_atasan(orang, larian):
    siti, ester = orang("siti").pelaku, orang("ester").pegawai
    assert {v.pegawai.kini.nama for v in selectors.daftar(siti, larian)} == {
        "Maria Kandimor",
        "Yosep Tanagiri",
        "Siti Rahmawati",
    }
    with pytest.raises(TidakAda):
        selectors.nilai(siti, larian, ester.uid)
    with pytest.raises(TidakAda):
        selectors.ringkas(siti, larian, unit("kes"))
    with pytest.raises(TidakAda):
        selectors.nilai(orang("maria").pelaku, larian, orang("yosep").pegawai.uid)


def test_penjelasan_sampai_pasal_dan_catatan_asal(orang, larian):
    maria = orang("maria")
    k = selectors.kenapa(maria.pelaku, selectors.nilai(maria.pelaku, larian, maria.pegawai.uid))
    assert k.langkah[-1].nilai == "Rendah"
    assert any("4190" in x.dasar for x in k.langkah)
    assert len(k.asal["bangkom"]) == 1
    assert all(x.keyakinan in {"sumber", "ingatan"} for x in k.langkah)


def test_yang_menaikkan_paling_banyak_disebut(orang, larian):
    yosep = orang("yosep")
    k = selectors.kenapa(yosep.pelaku, selectors.nilai(yosep.pelaku, larian, yosep.pegawai.uid))
    assert k.peluang == [("pengembangan_kompetensi", Decimal("15.00"))]


def test_asn_biasa_tidak_dapat_menghitung(orang):
    with pytest.raises(TidakBoleh):
        service.hitung_tahun(orang("maria").pelaku, tahun=2025, kunci=uuid.uuid4())


def test_panel_di_lembar_pegawai_menyebut_angka_dan_tautannya(orang, larian, client):
    client.force_login(orang("yuliana").akun)
    jawab = client.get(f"/kerja/pegawai/{orang('maria').pegawai.uid}/")
    isi = jawab.content.decode()
    assert f'href="/kerja/profesionalitas/2025/pegawai/{orang("maria").pegawai.uid}/"' in isi
    assert "Decimal" not in isi
