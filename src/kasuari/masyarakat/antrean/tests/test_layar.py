"""Layar antrean: satu HP satu nomor, kios memberi siapa saja, dan layar yang menyegarkan diri dapat dihentikan."""

import uuid
from datetime import timedelta

import pytest
from django.test import Client

from kasuari.dasar.akun import laju
from kasuari.masyarakat.antrean.models import Karcis

pytestmark = pytest.mark.django_db


def kirim(client, alamat="/layanan/antre/pkm/", **isi):
    return client.post(alamat, {"kunci": str(uuid.uuid4()), **isi})


def test_satu_hp_satu_nomor_dan_hp_lain_mendapat_nomor_lain(loket):
    hp, lain = Client(), Client()
    satu = kirim(hp)["Location"]
    assert kirim(hp)["Location"] == satu == hp.get("/layanan/antre/pkm/")["Location"]
    assert kirim(lain)["Location"] != satu and Karcis.objects.count() == 2
    isi = lain.get(kirim(lain)["Location"])
    assert "Tinggal 1 orang di depan Anda." in isi.content.decode() and isi["Refresh"] == "20"
    assert "Refresh" not in lain.get(isi.request["PATH_INFO"] + "?diam")


def test_kios_memberi_nomor_kepada_orang_berikutnya(loket, client):
    a, b = (kirim(client, "/layanan/antre/pkm/?kios")["Location"] for _ in range(2))
    assert a != b and a.endswith("?kios")
    assert "Orang berikutnya" in client.get(a).content.decode()


def test_kios_pun_ada_batasnya_dan_tebakan_kode_permohonan_dihitung(loket, client, monkeypatch):
    monkeypatch.setitem(laju.BATAS, "layanan_kode", (2, timedelta(minutes=15)))
    tebak = [
        kirim(client, "/layanan/antre/pkm/?kios", kode_permohonan="salah").content.decode() for _ in range(3)
    ]
    assert "Periksa lagi hurufnya" in tebak[1] and "Terlalu banyak percobaan" in tebak[2]
    monkeypatch.setitem(laju.BATAS, "antrean_kios", (4, timedelta(hours=1)))
    assert [kirim(client, "/layanan/antre/pkm/?kios").status_code for _ in range(2)] == [302, 422]


def test_unit_tanpa_loket_404_dan_kode_salah_422_dengan_kalimatnya(loket, client):
    assert client.get("/layanan/antre/dik/").status_code == 404
    jawab = kirim(client, kode_permohonan="salah")
    assert jawab.status_code == 422 and "Periksa lagi hurufnya" in jawab.content.decode()


def test_memanggil_dari_meja_tampak_di_layar_ruang_tunggu_dan_di_hp(loket, client, layar):
    hp = kirim(client)["Location"]
    ester, meja = layar("ester"), f"/kerja/antrean/{loket[0].uid}/"
    assert "Menunggu: 1" in ester.get(meja).content.decode()
    kirim(ester, f"{meja}panggil/")
    assert "A001" in client.get("/layanan/antre/pkm/layar/").content.decode()
    assert "Silakan ke Loket 1" in client.get(hp).content.decode()
    kirim(ester, f"{meja}selesai/")
    assert "Selesai" in client.get(hp).content.decode()


def test_kueri_meja_dan_layar_tidak_tumbuh_dengan_banyaknya_karcis(loket, ambil, layar, client):
    ester, meja = layar("ester"), f"/kerja/antrean/{loket[0].uid}/"
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def hitung():
        with CaptureQueriesContext(connection) as q:
            ester.get(meja)
            client.get("/layanan/antre/pkm/layar/?diam")
        return len(q)

    ambil()
    awal = hitung()
    for _ in range(8):
        ambil()
    assert hitung() == awal
