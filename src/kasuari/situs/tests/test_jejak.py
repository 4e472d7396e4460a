"""Jejak di layar: milik sendiri, bagi auditor, pemeriksaan keutuhan, dan bukti umum."""

import uuid

import pytest
from django.urls import reverse

from kasuari.dasar.akun.izin import pandang
from kasuari.dasar.jejak import segel
from kasuari.dasar.jejak.antrean import jalankan_semua
from kasuari.dasar.jejak.models import Jejak, JejakIsi
from kasuari.situs.jejak import verifikasi

pytestmark = pytest.mark.django_db


@pytest.fixture
def masuk(client, orang):
    def sebagai(nama):
        client.force_login(orang(nama).akun)
        return client

    return sebagai


def lembar(o):
    return reverse("pegawai:lembar", args=[o.pegawai.uid])


def test_saya_melihat_siapa_yang_membuka_data_saya_dan_sebagai_apa(masuk, orang):
    masuk("frans").get(lembar(orang("maria")))
    teks = masuk("maria").get("/kerja/saya/jejak/").text
    assert "Frans Nauritel melihat data" in teks and "Petugas BKPSDM" in teks
    assert "Frans Nauritel" not in masuk("maria").get("/kerja/saya/jejak/?apa=ubah").text
    assert "Frans Nauritel" not in masuk("ester").get("/kerja/saya/jejak/").text


def test_jejak_dalam_bahasa_inggris(masuk, orang):
    masuk("frans").get(lembar(orang("maria")))
    akun = orang("maria").akun
    akun.bahasa = "en"
    akun.save()
    assert "Frans Nauritel viewed data" in masuk("maria").get("/kerja/saya/jejak/").text


def test_halaman_lama_lewat_id(masuk, orang):
    for _ in range(35):
        pandang(orang("frans").pelaku, orang("maria").pegawai, ("nip",), izin="pegawai.lihat")
    c = masuk("maria")
    satu = c.get("/kerja/saya/jejak/")
    assert satu.text.count("Frans Nauritel") == 30 and "sebelum=" in satu.text
    batas = satu.context["cerita"][-1].id
    assert c.get(f"/kerja/saya/jejak/?sebelum={batas}").text.count("Frans Nauritel") == 5


@pytest.mark.parametrize("alamat", ["/kerja/audit/jejak/", "/kerja/audit/verifikasi/"])
def test_audit_hanya_bagi_inspektorat(masuk, alamat):
    assert masuk("otniel").get(alamat).status_code == 200
    for nama in ("frans", "ruth", "lukas", "maria"):
        assert masuk(nama).get(alamat).status_code == 403


def test_auditor_menyaring_dan_penelusurannya_tercatat(masuk, orang):
    masuk("frans").get(lembar(orang("maria")))
    c, nip = masuk("otniel"), orang("maria").nip
    assert "Frans Nauritel" in c.get(f"/kerja/audit/jejak/?nip={nip}").text
    assert "Frans Nauritel" not in c.get(f"/kerja/audit/jejak/?nip={nip}&sebagai=pelaku").text
    assert (
        "Frans Nauritel"
        in c.get("/kerja/audit/jejak/?jenis=akun.data_dilihat&dari=2026-11-23&sampai=2026-11-23").text
    )
    assert "Frans Nauritel" not in c.get("/kerja/audit/jejak/?jenis=akun.data_dilihat&sampai=2026-11-22").text
    assert c.get("/kerja/audit/jejak/?nip=123").status_code == 422
    assert Jejak.objects.filter(jenis="jejak.dibaca", pelaku_orang=orang("otniel").orang.uid).count() == 4
    assert "Otniel Labobarin" in masuk("maria").get("/kerja/saya/jejak/").text


def test_isi_berkelas_rahasia_disamarkan_bagi_auditor(masuk, orang, django_capture_on_commit_callbacks):
    from django.db import transaction

    from kasuari.dasar.jejak.service import catat

    with transaction.atomic():
        catat(
            "pegawai.dicatat",
            orang("frans").pelaku,
            ("pegawai", None),
            sesudah={"nik": "9671014108850001", "banyak": 1},
        )
    j = Jejak.objects.latest("id")
    teks = masuk("otniel").get(reverse("telusur_rinci", args=[j.uid])).text
    assert "9671014108850001" not in teks and "••••" in teks
    JejakIsi.objects.filter(jejak=Jejak.objects.filter(jenis="jejak.dibaca").first())
    assert masuk("frans").get(reverse("telusur_rinci", args=[j.uid])).status_code == 403
    assert masuk("otniel").get(reverse("telusur_rinci", args=[uuid.uuid4()])).status_code == 404


def test_auditor_memeriksa_keutuhan(masuk):
    segel.segel_semua()
    c = masuk("otniel")
    assert c.post("/kerja/audit/verifikasi/", {"kunci": str(uuid.uuid4())}).status_code == 302
    teks = c.get("/kerja/audit/verifikasi/").text
    assert "Utuh." in teks and "Otniel Labobarin" in teks


def test_jejak_besar_diperiksa_di_latar(masuk, monkeypatch):
    monkeypatch.setattr(verifikasi, "LANGSUNG", 0)
    segel.segel_semua()
    c = masuk("otniel")
    c.post("/kerja/audit/verifikasi/", {"kunci": str(uuid.uuid4())})
    assert "Belum pernah diperiksa." in c.get("/kerja/audit/verifikasi/").text
    jalankan_semua()
    assert "Utuh." in c.get("/kerja/audit/verifikasi/").text


def test_bukti_umum_tanpa_masuk(client):
    segel.segel_semua()
    uid = Jejak.objects.earliest("id").uid
    html = client.get(f"/jejak/?uid={uid}")
    assert "Ada dan sudah disegel." in html.text and segel.kunci_umum().hex() in html.text
    bukti = client.get(f"/jejak/bukti/{uid}.json").json()
    assert bukti["akar"] == client.get("/jejak/akar.json").json()["akar"][0]["akar"]
    assert client.get(f"/jejak/?uid={uuid.uuid4()}").status_code == 422
    assert client.get(f"/jejak/bukti/{uuid.uuid4()}.json").status_code == 404
    assert "Trail and seal" in client.get("/en/jejak/").text


def test_lembar_menunjuk_ke_jejaknya(masuk, orang):
    assert "/kerja/saya/jejak/" in masuk("maria").get("/kerja/saya/").text
    nip = orang("maria").nip
    assert f"/kerja/audit/jejak/?nip={nip}" in masuk("otniel").get(lembar(orang("maria"))).text
    assert "/kerja/audit/" not in masuk("siti").get(lembar(orang("maria"))).text
