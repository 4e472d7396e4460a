"""Petugas mencatat cuti dari surat kertas dengan pemeriksaan yang sama, dan siapa yang bertugas saat cuti bersama."""

import io
import uuid
from datetime import date

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse
from tests.berkas import pdf

from kasuari.aparatur.cuti import bersama, kertas, service
from kasuari.aparatur.cuti.models import BertugasBersama
from kasuari.aparatur.cuti.saldo import saldo
from kasuari.aparatur.pegawai.models import Pegawai, RiwayatCuti
from kasuari.dasar.inti.galat import MasukanSalah, TidakAda, TidakBoleh
from kasuari.dasar.jejak.models import Jejak
from kasuari.dasar.kabar.models import Pesan

pytestmark = pytest.mark.django_db
SENIN, RABU = date(2026, 11, 9), date(2026, 11, 11)
NATAL = date(2026, 12, 24)
PDF = pdf("surat cuti")


def kini(orang, nama, tahun=2026):
    p = Pegawai.objects.select_related("orang", "kini").get(id=orang(nama).pegawai.id)
    return saldo(p, tahun)[-1]


@pytest.fixture
def dari_kertas(orang):
    """dari_kertas("maria", SENIN, RABU, oleh="naomi") -> fakta cutinya."""

    def satu(
        nama,
        mulai,
        selesai,
        jenis="tahunan",
        oleh="naomi",
        nomor="800/12/2026",
        hari=date(2026, 11, 6),
        berkas=PDF,
        **rincian,
    ):
        hasil = kertas.catat_kertas(
            orang(oleh).pelaku, pegawai=orang(nama).pegawai.uid, isi=service.IsiCuti(jenis, mulai, selesai, rincian),
            nomor=nomor, tanggal=hari, berkas=io.BytesIO(berkas) if berkas else None, kunci=uuid.uuid4(),
        )  # fmt: skip
        return RiwayatCuti.objects.get(uid=hasil.uid)

    return satu


@pytest.fixture
def bertugas(orang):
    def satu(*nama, hari=NATAL, oleh="naomi", batal=False):
        return bersama.catat_bersama(
            orang(oleh).pelaku, hari=hari, pegawai=[orang(n).pegawai.uid for n in nama], sk_nomor="ST-1/2026", batal=batal,
            kunci=uuid.uuid4(),
        )  # fmt: skip

    return satu


def test_surat_kertas_menjadi_fakta_dengan_pindaiannya_dan_pegawainya_dikabari(orang, dari_kertas):
    f = dari_kertas("maria", SENIN, RABU)
    assert (f.hari, f.sk_nomor, f.sk_tanggal, f.lampiran is not None) == (
        3,
        "800/12/2026",
        date(2026, 11, 6),
        True,
    )
    assert kini(orang, "maria").terpakai == 3
    assert (
        Jejak.objects.get(id=f.jejak_buka).pelaku_orang == orang("naomi").orang.uid
    )  # siapa yang menulisnya tercatat
    assert Pesan.objects.filter(orang=orang("maria").orang.uid, templat=kertas.KERTAS).count() == 1


def test_pemeriksaannya_sama_dengan_permohonan_biasa(dari_kertas, orang):
    dari_kertas("maria", SENIN, RABU)
    for mulai, selesai, kalimat in (
        (RABU, date(2026, 11, 12), "Sudah ada cuti lain"),
        (date(2026, 10, 1), date(2026, 10, 31), "Sisa cuti tahunan 2026 tinggal"),
        (RABU, SENIN, "harus sesudah tanggal mulai"),
        (date(2020, 1, 6), date(2020, 1, 7), "antara tahun 2025 dan 2027"),
    ):
        with pytest.raises(MasukanSalah, match=kalimat):
            dari_kertas("maria", mulai, selesai)
    with pytest.raises(MasukanSalah, match="bagi ibu"):
        dari_kertas("yosep", SENIN, RABU, "melahirkan", anak_ke=1)
    for lain, kalimat in (
        ({"nomor": " "}, "nomor surat"),
        ({"hari": date(2026, 12, 1)}, "belum tiba"),
        ({"berkas": None}, "pindaian"),
    ):
        with pytest.raises(MasukanSalah, match=kalimat):
            dari_kertas("yosep", SENIN, RABU, **lain)
    with pytest.raises(TidakAda):
        dari_kertas("ester", SENIN, RABU)  # di luar Dinas Pendidikan
    with pytest.raises(TidakBoleh, match="pengelola lain"):
        dari_kertas("naomi", SENIN, RABU)
    with pytest.raises(TidakBoleh):
        dari_kertas("maria", SENIN, RABU, oleh="siti")


def test_bertugas_saat_cuti_bersama_menambah_sisa_dan_dapat_dibatalkan(orang, bertugas):
    assert NATAL in bersama.hari_bersama(2026) and bersama.hari_bersama(2031) == {}
    assert kini(orang, "maria").sisa == 12
    bertugas("maria", "yosep")
    s = kini(orang, "maria")
    assert (s.bersama, s.sisa, s.jatah) == (1, 13, 13)
    assert bersama.tercatat(orang("naomi").pelaku, 2026) == {NATAL: 2}
    assert bersama.tercatat(orang("frans").pelaku, 2026) == {NATAL: 2}
    bertugas("maria", batal=True)
    assert kini(orang, "maria").sisa == 12 and kini(orang, "yosep").sisa == 13
    b = BertugasBersama.objects.get(subjek=orang("yosep").pegawai, ditutup=None)
    with pytest.raises(DatabaseError, match="hanya boleh ditutup sekali"), transaction.atomic():
        BertugasBersama.objects.filter(id=b.id).update(mulai=date(2026, 3, 20))


def test_bertugas_yang_mustahil_ditolak_dengan_barisnya(orang, bertugas, dari_kertas):
    bertugas("maria")
    with pytest.raises(MasukanSalah, match="Baris 2: Maria Kandimor sudah tercatat"):
        bertugas("yosep", "maria")
    assert not BertugasBersama.objects.filter(subjek=orang("yosep").pegawai).exists()
    with pytest.raises(MasukanSalah, match="25 Desember 2026 bukan hari cuti bersama"):
        bertugas("yosep", hari=date(2026, 12, 25))  # libur nasional
    with pytest.raises(MasukanSalah, match="bukan hari cuti bersama"):
        bertugas("yosep", hari=date(2024, 12, 26))  # terlalu lama
    with pytest.raises(MasukanSalah, match="Baris 1: Yosep Tanagiri belum tercatat"):
        bertugas("yosep", batal=True)
    dari_kertas("yosep", date(2026, 12, 21), date(2026, 12, 26))
    with pytest.raises(MasukanSalah, match="Yosep Tanagiri sedang cuti"):
        bertugas("yosep")
    with pytest.raises(TidakAda):
        bertugas("ester")
    with pytest.raises(TidakBoleh):
        bertugas("yosep", oleh="siti")


def test_layar_bersama_menerima_daftar_nip_dan_menyebut_baris_yang_salah(layar, orang):
    alamat = reverse("cuti:bersama")
    n = layar("naomi")
    assert "24 Desember 2026" in n.get(alamat).text
    isi = {
        "hari": "2026-12-24",
        "nip": f"{orang('maria').pegawai.nip}\n123",
        "sk_nomor": "ST-1",
        "kunci": str(uuid.uuid4()),
    }
    jawab = n.post(alamat, isi)
    assert jawab.status_code == 422 and "Baris 2: NIP 123 tidak terdaftar." in jawab.text
    isi["nip"] = f" {orang('maria').pegawai.nip}\n\n{orang('maria').pegawai.nip} "
    for _ in range(2):
        assert n.post(alamat, isi).status_code == 302
    assert BertugasBersama.objects.count() == 1
    assert "1 bertugas" in n.get(alamat).text
    assert "Bertugas saat cuti bersama, tahun ini saja" in layar("maria").get(reverse("cuti:saya")).text


def test_layar_kertas_menyimpan_dan_menolak_nip_di_luar_jangkauan(layar, orang):
    alamat, n = reverse("cuti:kertas"), layar("naomi")

    def isi(nip, berkas):
        hari = {"mulai": SENIN, "selesai": RABU, "tanggal": date(2026, 11, 6)}
        pecah = {
            f"{k}_{b}": str(v)
            for k, t in hari.items()
            for b, v in (("hari", t.day), ("bulan", t.month), ("tahun", t.year))
        }
        return {
            "nip": nip,
            "jenis": "tahunan",
            "nomor": "800/12",
            "kunci": str(uuid.uuid4()),
            "bukti": berkas,
            **pecah,
        }

    def pdf():
        aliran = io.BytesIO(PDF)
        aliran.name = "surat.pdf"
        return aliran

    jawab = n.post(alamat, isi(orang("ester").pegawai.nip, pdf()))
    assert jawab.status_code == 422 and "NIP ini tidak terdaftar" in jawab.text
    assert n.post(alamat, isi(orang("maria").pegawai.nip, pdf())).status_code == 302
    assert RiwayatCuti.objects.get(subjek=orang("maria").pegawai).hari == 3
    assert "Cuti dari surat kertas" in n.get(reverse("cuti:tim")).text
    assert "Cuti dari surat kertas" not in layar("siti").get(reverse("cuti:tim")).text
