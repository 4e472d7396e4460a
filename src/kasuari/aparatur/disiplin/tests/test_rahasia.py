"""Siapa tidak menemukan pemeriksaan itu, apa yang tidak dibaca, dan apa yang tercatat saat dibaca."""

import uuid
from datetime import date, timedelta

import pytest
from django.urls import reverse

from kasuari.aparatur.disiplin import selectors, service
from kasuari.aparatur.disiplin.models import Lembar
from kasuari.aparatur.disiplin.tests.conftest import FAKTA, PANGGIL, PDF, tanda_tangani
from kasuari.dasar.akun import peristiwa
from kasuari.dasar.alur.models import Tunggu
from kasuari.dasar.inti.galat import TidakAda, TidakBoleh
from kasuari.dasar.inti.waktu import pada_saat
from kasuari.dasar.jejak.models import Jejak, JejakSubjek
from kasuari.dasar.kabar.models import Pesan

pytestmark = pytest.mark.django_db
SENIN = date(2026, 11, 30)


def lihat(orang, nama, p):
    try:
        return selectors.pandangan(orang(nama).pelaku, selectors.pemeriksaan(orang(nama).pelaku, p.id))
    except TidakAda:
        return 404


@pytest.mark.lambat
def test_hanya_yang_bertugas_menemukannya(sampai, orang):
    p = sampai("hak_jawab")
    dapat = {
        n: lihat(orang, n, p)
        for n in ("yosep", "siti", "otniel", "yuliana", "frans", "ruth", "naomi", "maria", "lukas")
    }
    assert dapat == {
        "yosep": "terperiksa", "siti": "penuh", "otniel": "pelapor", "yuliana": 404, "frans": 404, "ruth": 404,
        "naomi": 404, "maria": 404, "lukas": 404,
    }  # fmt: skip


def test_yang_diperiksa_tidak_melihat_laporan_sebelum_dipanggil(lapor, jalan, orang):
    p = lapor()
    yosep = orang("yosep").orang.uid
    assert lihat(orang, "yosep", p) == 404
    assert not selectors.milik(orang("yosep").pelaku).exists()
    selectors.catat_lihat(orang("siti").pelaku, selectors.pemeriksaan(orang("siti").pelaku, p.id))
    assert not JejakSubjek.objects.filter(
        orang=yosep, jejak__in=Jejak.objects.filter(objek=p.id, jenis=peristiwa.DILIHAT)
    ).exists()
    jalan(p, "siti", "panggil", **PANGGIL)
    assert lihat(orang, "yosep", p) == "terperiksa"
    assert Pesan.objects.filter(orang=yosep, templat="disiplin.dipanggil").count() == 1
    selectors.catat_lihat(orang("siti").pelaku, selectors.pemeriksaan(orang("siti").pelaku, p.id))
    assert JejakSubjek.objects.filter(
        orang=yosep, jejak__in=Jejak.objects.filter(objek=p.id, jenis=peristiwa.DILIHAT)
    ).exists()


def test_laporan_yang_dihentikan_sebelum_panggilan_tidak_pernah_dilihat(lapor, jalan, orang):
    p = jalan(lapor(), "siti", "hentikan", "Absennya cuti sakit.")
    assert lihat(orang, "yosep", p) == 404


def test_inspektorat_membaca_yang_lewat_batas_tanpa_isinya(lapor, orang):
    p = lapor(oleh="frans")
    assert lihat(orang, "otniel", p) == 404
    lewat = Tunggu.objects.get(kasus=p.kasus, selesai=None).tenggat + timedelta(days=1)
    with pada_saat(lewat):
        assert lihat(orang, "otniel", p) == "pengawas"
        isi = selectors.ikhtisar(orang("otniel").pelaku)
        assert (isi.lewat, isi.baris[0].siapa, isi.baris[0].kasus) == (1, "Kepala SD Negeri 1", p.id)
        assert selectors.ikhtisar(orang("ruth").pelaku).baris[0].kasus is None
    assert not selectors.boleh_isi("pengawas", "lapor")
    with pytest.raises(TidakBoleh):
        selectors.ikhtisar(orang("naomi").pelaku)


def test_tulisan_tersandi_dan_kabar_tidak_menyebut_apa_dan_siapa(lapor, orang):
    lapor(berkas=PDF)
    assert FAKTA.encode() not in bytes(Lembar.objects.get().isi_sandi)
    kabar = str(list(Pesan.objects.values("data", "templat")))
    assert "Yosep" not in kabar and "isiplin" not in kabar
    assert Pesan.objects.get(orang=orang("siti").orang.uid).templat == "alur.ditunggu_tertutup"


def test_bukti_laporan_dibaca_pelapor_dan_yang_bertugas_saja(lapor, jalan, orang):
    p = jalan(lapor(berkas=PDF), "siti", "panggil", **PANGGIL)
    x = Lembar.objects.get(aksi="lapor")
    for nama in ("otniel", "siti", "yosep"):
        assert selectors.satu_lembar(orang(nama).pelaku, p, x.id) == x
    with pytest.raises(TidakAda):
        selectors.satu_lembar(orang("otniel").pelaku, p, uuid.uuid4())


@pytest.mark.lambat
def test_yang_hanya_melihat_tidak_melangkah(sampai, jalan):
    p = sampai("hak_jawab")
    with pytest.raises(TidakBoleh):
        jalan(p, "siti", "jawab", pada=SENIN, tanggapan="Bukan saya.")
    with pytest.raises(TidakAda):
        jalan(p, "frans", "jawab", pada=SENIN, tanggapan="Bukan saya.")


@pytest.mark.lambat
def test_yang_diperiksa_tidak_pernah_memutus_dirinya_walau_menjadi_atasan(
    sampai, jalan, orang, pelaku_sistem
):
    from kasuari.aparatur.pegawai import service as pegawai
    from kasuari.dasar.organisasi.service import BarisPenugasan

    baris = BarisPenugasan(
        orang("yosep").orang.uid, date(2026, 11, 20), "dik-Kepala Dinas Pendidikan", "plh", date(2026, 12, 31)
    )
    pegawai.tugaskan(pelaku_sistem, baris=[baris], kunci=uuid.uuid4())
    p = sampai("putusan")
    with pytest.raises((TidakBoleh, TidakAda)):
        jalan(p, "yosep", "jatuhkan", pada=SENIN, hukuman=1, pertimbangan="Sendiri.")


def test_pendapat_tim_tidak_dibaca_yang_diperiksa():
    assert not selectors.boleh_isi("terperiksa", "pendapat")
    assert selectors.boleh_isi("penuh", "pendapat")


@pytest.mark.lambat
def test_meja_surat_tidak_membuka_surat_disiplin_bagi_rekan_tanpa_tugas(sampai, layar, orang):
    p = sampai("sk")
    s = p.surat.get(jenis="bap").surat
    tanda_tangani()
    alamat = reverse("surat:satu", args=[s.id])
    frans, ruth = layar("frans"), layar("ruth")  # Frans ditunggu untuk menyampaikan, Ruth tidak bertugas
    assert frans.get(alamat).status_code == 200
    assert ruth.get(alamat).status_code == 404
    assert ruth.get(reverse("surat:berkas", args=[s.id])).status_code == 404
    daftar = ruth.get(reverse("surat:daftar"))
    assert daftar.status_code == 200 and s.nomor_teks not in daftar.content.decode()


@pytest.mark.lambat
def test_keputusan_baru_dibaca_yang_diperiksa_sesudah_disampaikan(sampai, layar):
    p = sampai("sk")
    alamat = reverse("disiplin:satu", args=[p.id])
    with pada_saat(SENIN):
        assert "Sudah ditimbang." not in layar("yosep").get(alamat).content.decode()
    p = sampai_disampaikan(p)
    with pada_saat(SENIN):
        assert "Sudah ditimbang." in layar("yosep").get(alamat).content.decode()


def sampai_disampaikan(p):
    p.diterima = SENIN
    p.save(update_fields=["diterima"])
    return p


@pytest.mark.lambat
def test_menjatuhkan_hukuman_meminta_sandi_sekali_lagi(sampai, orang):
    p = sampai("putusan")
    p.kasus.refresh_from_db()
    with pada_saat(SENIN), pytest.raises(TidakBoleh) as galat:
        service.langkah(
            orang("yuliana").pelaku, uid=p.id, aksi="jatuhkan", versi=p.kasus.versi,
            isi={"hukuman": 2, "pertimbangan": "Ditimbang."}, kunci=uuid.uuid4(),
        )  # fmt: skip
    assert galat.value.perlu_sudo
