"""Cuti yang jatuh tempo: yang hangus akhir tahun, yang segera kembali, dan kabarnya tanpa menyebut jenisnya."""

import uuid
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kasuari.aparatur.cuti import harian, jatuh
from kasuari.aparatur.pegawai import service as pegawai
from kasuari.aparatur.pegawai.riwayat import BarisRiwayat
from kasuari.dasar.inti.pelaku import sistem
from kasuari.dasar.inti.waktu import pada_saat
from kasuari.dasar.kabar.models import Pesan
from kasuari.dasar.kabar.templat import susun

pytestmark = pytest.mark.django_db


@pytest.fixture
def jalani(orang, pelaku_sistem):
    """jalani("maria", "besar", mulai, hari) -> cuti yang disetujui."""

    def satu(nama, jenis, mulai, hari):
        isi = {"jenis": jenis, "hari": hari}
        baris = BarisRiwayat(orang(nama).pegawai.uid, mulai, isi, sampai=mulai + timedelta(days=hari))
        pegawai.catat_riwayat(pelaku_sistem, kode="cuti", baris=[baris], kunci=uuid.uuid4())

    return satu


def hangus(pelaku):
    return {h.orang.nama: (h.sisa, h.terbawa, h.hangus) for h in jatuh.hangus(pelaku)}


def test_yang_tidak_terbawa_ke_tahun_depan_disebut_berapa_harinya(orang, catat_saldo):
    frans = orang("frans").pelaku
    assert hangus(frans)["Maria Kandimor"] == (12, 6, 6)
    catat_saldo("maria", 2025, 8)  # terbawa 4: sisa 16, enam terbawa lagi
    assert hangus(frans)["Maria Kandimor"] == (16, 6, 10)
    catat_saldo("maria", 2026, 11)
    assert "Maria Kandimor" not in hangus(frans)  # tinggal lima, terbawa semua
    catat_saldo("yosep", 2026, 6)
    assert "Yosep Tanagiri" not in hangus(frans)  # enam hari terbawa semua
    catat_saldo("siti", 2026, 0, ditangguhkan=True)
    assert "Siti Rahmawati" not in hangus(frans)  # ditangguhkan: terbawa penuh


def test_kueri_tetap_dan_hanya_jangkauannya(orang):
    def kueri(pelaku):
        with CaptureQueriesContext(connection) as q:
            ada = jatuh.hangus(pelaku)
        return len(q), {h.orang.nama for h in ada}

    n_siti, siti = kueri(orang("siti").pelaku)
    n_frans, frans = kueri(orang("frans").pelaku)
    assert siti == {"Maria Kandimor", "Yosep Tanagiri"} < frans and n_frans <= n_siti


def test_cuti_panjang_yang_segera_berakhir_dan_cltn_yang_belum_melapor(orang, jalani, pelaku_sistem):
    jalani("maria", "besar", date(2026, 10, 1), 80)
    jalani("yosep", "sakit", date(2026, 11, 20), 5)  # pendek, tidak dipantau
    jalani("siti", "melahirkan", date(2026, 11, 1), 90)
    naomi = orang("naomi").pelaku
    (b,) = jatuh.berakhir(naomi, 30)
    assert (b.orang.nama, b.kembali, b.lapor, b.lewat) == ("Maria Kandimor", date(2026, 12, 20), None, False)
    assert [x.orang.nama for x in jatuh.berakhir(naomi, 90)] == ["Maria Kandimor", "Siti Rahmawati"]
    jalani("maria", "besar", date(2026, 12, 20), 20)  # bersambung
    assert [x.kembali for x in jatuh.berakhir(naomi, 60)] == [date(2027, 1, 9)]
    jalani("yosep", "cltn", date(2024, 11, 1), 730)
    assert "Yosep Tanagiri" not in {x.orang.nama for x in jatuh.berakhir(naomi, 30)}
    status = BarisRiwayat(orang("yosep").pegawai.uid, date(2024, 11, 1), {"jenis": "pns", "kedudukan": "02"})
    pegawai.catat_riwayat(pelaku_sistem, kode="status", baris=[status], kunci=uuid.uuid4())
    (y,) = jatuh.berakhir(naomi, 30)
    assert (y.kembali, y.lapor, y.lewat) == (date(2026, 11, 1), date(2026, 11, 30), True)


def test_kabar_sekali_tiap_ambang_kepada_pegawai_dan_pimpinannya_tanpa_jenisnya(orang, jalani):
    jalani("maria", "sakit", date(2026, 11, 1), 40)
    with pada_saat(date(2026, 11, 25)):
        assert harian.ingatkan_kembali() == 1 == harian.ingatkan_kembali()
    pesan = list(Pesan.objects.filter(templat__startswith="cuti.kembali").order_by("id"))
    assert {p.orang for p in pesan} == {orang("maria").orang.uid, orang("siti").orang.uid} and len(pesan) == 2
    isi = " ".join(" ".join(susun(p.templat, p.data, b)) for p in pesan for b in ("id", "en"))
    assert "11-12-2026" in isi and "sakit" not in isi.lower() and "sick" not in isi.lower()
    with pada_saat(date(2026, 12, 5)):
        harian.ingatkan_kembali()
    assert Pesan.objects.filter(templat="cuti.kembali").count() == 2


def test_hangus_dikabarkan_sejak_ambangnya_dan_pimpinan_menerima_banyaknya(orang):
    with pada_saat(date(2026, 8, 1)):
        assert harian.ingatkan_hangus() == 0
    assert harian.ingatkan_hangus() == harian.ingatkan_hangus() == len(jatuh.hangus(sistem("uji")))
    (p,) = Pesan.objects.filter(orang=orang("maria").orang.uid, templat=harian.HANGUS)
    assert susun(p.templat, p.data)[0] == "6 hari cuti tahunan Anda akan hangus"
    (t,) = Pesan.objects.filter(orang=orang("siti").orang.uid, templat=harian.HANGUS_TIM)
    assert t.data["n"] == 2  # Maria dan Yosep; kepala sekolahnya sendiri dihitung pada kepala dinas
    (y,) = Pesan.objects.filter(orang=orang("yuliana").orang.uid, templat=harian.HANGUS_TIM)
    assert y.data["n"] >= 2


def test_layar_menyebut_jenis_kesehatan_hanya_kepada_bkpsdm_dan_masuk_daftar_jatuh_tempo(layar, jalani):
    jalani("maria", "sakit", date(2026, 11, 1), 40)
    siti, frans = (layar(n).get("/kerja/cuti/berakhir/").text for n in ("siti", "frans"))
    assert "Maria Kandimor" in siti and "Cuti Sakit" not in siti and "Cuti Sakit" in frans
    hangus = layar("siti").get("/kerja/cuti/hangus/").text
    assert "hangus 6 hari kerja" in hangus and "31 Desember 2026" in hangus
    semua = layar("frans").get("/kerja/usulan/jatuh-tempo/").text
    assert "/kerja/cuti/hangus/" in semua and "90 hari: 1 orang" in semua
