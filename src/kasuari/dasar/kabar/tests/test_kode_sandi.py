"""Membuat sandi dengan kode: lewat surat tercetak dan e-mail; tidak membocorkan siapa punya akun."""

import io
import re
import uuid
from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse
from pypdf import PdfReader
from tests import kota_kecil

from kasuari.dasar.akun import kode, selectors, service
from kasuari.dasar.akun.models import Akun, Hibah, KodeSekali, Totp
from kasuari.dasar.inti.galat import MasukanSalah, TidakAda, TidakBoleh
from kasuari.dasar.inti.waktu import awal_hari, pada_saat, sekarang
from kasuari.dasar.jejak import antrean
from kasuari.dasar.kabar import selectors as kabar

pytestmark = pytest.mark.django_db
SANDI = "ikan bakar manokwari"


def bersudo(o):
    from dataclasses import replace

    return replace(o.pelaku, sudo=True)


def pakai(nama, tulisan, sandi=SANDI):
    return service.pakai_kode(nama, tulisan, sandi, "127.0.0.1")


def sasaran(o):
    return selectors.akun_berunit().get(uid=o.akun.uid)


def test_lupa_sandi_mengirim_kode_lewat_email_tanpa_tautan(client, orang, smtp):
    maria = orang("maria")
    ada = client.post("/masuk/lupa/", {"nama": "maria@contoh.test"}, follow=True)
    tidak = client.post("/masuk/lupa/", {"nama": "tidak.ada@contoh.test"}, follow=True)
    assert ada.redirect_chain == tidak.redirect_chain == [("/masuk/aktifkan/", 302)]
    assert "Bila akun itu aktif" in ada.text and "Bila akun itu aktif" in tidak.text
    antrean.jalankan_semua()
    ((kepada, surat),) = smtp.surat
    badan = surat.get_payload(decode=True).decode()
    assert kepada == ["maria@contoh.test"] and "http" not in badan
    tulisan = re.search(r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}", badan)[0]
    isi = {"nama": maria.nip, "kode": tulisan, "sandi": SANDI, "ulang": SANDI}
    assert client.post("/masuk/aktifkan/", isi).url == "/masuk/"
    assert client.post("/masuk/", {"nama": maria.nip, "sandi": SANDI}).status_code == 302
    with pytest.raises(MasukanSalah):
        pakai(maria.nip, tulisan)


def test_permintaan_keempat_dalam_sejam_tidak_mengirim_surat_dan_tidak_mengaku(client):
    for _ in range(4):
        assert client.post("/masuk/lupa/", {"nama": "maria@contoh.test"}).status_code == 302
    antrean.jalankan_semua()
    assert len(mail.outbox) == 3


def test_surat_tercetak_mengaktifkan_akun(client, orang):
    naomi, maria = orang("naomi"), orang("maria")
    Akun.objects.filter(id=maria.akun.id).update(aktif=False)
    client.force_login(naomi.akun)
    s = client.session
    s["sudo_pada"] = sekarang().timestamp()
    s.save()
    jawab = client.post(reverse("surat_aktivasi", args=[maria.akun.uid]))
    assert (jawab.status_code, jawab["Content-Type"]) == (200, "application/pdf")
    teks = PdfReader(io.BytesIO(jawab.content)).pages[0].extract_text()
    assert "Maria Kandimor" in teks and "KOTA CONTOH" in teks
    akun = pakai(maria.nip, re.search(r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}", teks)[0].lower())
    assert akun.aktif and akun.check_password(SANDI)
    antrean.jalankan_semua()
    assert "Surat kode" in kabar.kotak_masuk(maria.orang.uid, "id")[0].judul


def test_kode_mati_sesudah_sepuluh_salah_ketik_atau_lewat_masa(orang):
    maria = orang("maria")
    baru = service.cetak_kode(bersudo(orang("frans")), sasaran(maria))
    KodeSekali.objects.update(coba=10)
    with pytest.raises(MasukanSalah):
        pakai(maria.nip, baru.kode)
    baru = service.cetak_kode(bersudo(orang("frans")), sasaran(maria))
    with pada_saat(awal_hari(kota_kecil.HARI) + timedelta(days=31)), pytest.raises(MasukanSalah):
        pakai(maria.nip, baru.kode)
    assert pakai(maria.nip, baru.kode) == maria.akun


def test_sandi_yang_ditolak_tidak_menghanguskan_kode(orang):
    maria = orang("maria")
    baru = service.cetak_kode(bersudo(orang("frans")), sasaran(maria))
    with pytest.raises(MasukanSalah):
        pakai(maria.nip, baru.kode, "pendek")
    assert pakai(maria.nip, baru.kode) == maria.akun


def test_umpeg_hanya_mencetak_untuk_unitnya_dan_bukan_untuk_petugas(orang):
    naomi = bersudo(orang("naomi"))
    with pytest.raises(TidakAda):
        selectors.akun(naomi, orang("ester").akun.uid)
    with pytest.raises(TidakBoleh):
        service.cetak_kode(naomi, sasaran(orang("ester")))
    Hibah.objects.create(
        akun=orang("maria").akun, peran="umpeg", mulai=kota_kecil.DULU, sumber="penunjukan", jejak_id=0
    )
    with pytest.raises(TidakBoleh, match="admin sistem"):
        service.cetak_kode(naomi, sasaran(orang("maria")))


def test_satu_admin_tidak_dapat_mengambil_alih_akun(orang):
    lukas, frans = bersudo(orang("lukas")), orang("frans")
    rahasia = service.siapkan_langkah_kedua(frans.akun)
    service.pasang_langkah_kedua(frans.pelaku, frans.akun, kode.totp(rahasia, kode.langkah(sekarang())))
    service.cetak_kode(lukas, sasaran(frans))
    with pytest.raises(TidakBoleh, match="admin lain"):
        service.atur_ulang_langkah_kedua(lukas, frans.akun, "HP hilang")
    assert Totp.objects.filter(akun=frans.akun).exists()


def test_atur_ulang_tatap_muka_beralasan_dan_orangnya_dikabari(orang):
    lukas, maria = bersudo(orang("lukas")), orang("maria")
    rahasia = service.siapkan_langkah_kedua(maria.akun)
    service.pasang_langkah_kedua(maria.pelaku, maria.akun, kode.totp(rahasia, kode.langkah(sekarang())))
    with pytest.raises(MasukanSalah):
        service.atur_ulang_langkah_kedua(lukas, maria.akun, "  ")
    service.atur_ulang_langkah_kedua(lukas, maria.akun, "HP jatuh ke laut, wajah dicocokkan")
    antrean.jalankan_semua()
    assert "HP jatuh ke laut" in kabar.kotak_masuk(maria.orang.uid, "id")[0].isi
    assert not Totp.objects.filter(akun=maria.akun).exists()
    with pytest.raises(TidakAda):
        service.keluarkan(maria.pelaku, sesi=uuid.uuid4(), kunci=uuid.uuid4())
