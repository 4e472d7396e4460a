"""Masuk: dengan NIP atau e-mail, berbatas percobaan, dua langkah, dan tanpa jejak alamat mentah."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.urls import reverse
from tests import kota_kecil

from kasuari.dasar.akun import kode, peristiwa, service, sesi
from kasuari.dasar.akun.models import KodePulih, Percobaan, Sesi, Totp
from kasuari.dasar.inti.galat import MasukanSalah, TidakAda
from kasuari.dasar.inti.sandi import dekripsi
from kasuari.dasar.inti.waktu import awal_hari, pada_saat, sekarang
from kasuari.dasar.jejak.models import Jejak

pytestmark = pytest.mark.django_db
SANDI = "ikan bakar manokwari"
MASUK, NOL = "/masuk/", awal_hari(kota_kecil.HARI) + timedelta(hours=9)


@pytest.fixture
def maria(orang):
    m = orang("maria")
    m.akun.set_password(SANDI)
    m.akun.save()
    return m


def coba(client, nama, sandi=SANDI, **lain):
    return client.post(MASUK, {"nama": nama, "sandi": sandi, **lain})


def pasang_totp(o):
    """Memasang langkah kedua; (rahasia, kode cadangan)."""
    rahasia = service.siapkan_langkah_kedua(o.akun)
    return rahasia, service.pasang_langkah_kedua(
        o.pelaku, o.akun, kode.totp(rahasia, kode.langkah(sekarang()))
    )


@pytest.mark.parametrize("nama", ["198508012010042003", "19850801 201004 2 003", "Maria@contoh.test"])
def test_masuk_dengan_nip_berspasi_atau_email(client, maria, nama):
    jawab = coba(client, nama, next="/kerja/saya/akun/")
    assert (jawab.status_code, jawab.url) == (302, "/kerja/saya/akun/")
    assert Jejak.objects.filter(jenis=peristiwa.MASUK, objek=maria.akun.uid).count() == 1


def test_sandi_keliru_dan_akun_tak_dikenal_dijawab_sama(client, maria):
    satu, dua = coba(client, maria.nip, "salah"), coba(client, "190001011900011001", "salah")
    assert satu.status_code == dua.status_code == 422
    assert "tidak cocok" in satu.text and satu.text.count("tidak cocok") == dua.text.count("tidak cocok")
    assert Jejak.objects.filter(jenis=peristiwa.DITOLAK, objek=maria.akun.uid).count() == 1


def test_percobaan_keenam_menunggu_dan_menyebut_lamanya_walau_sandinya_benar(client, maria):
    for _ in range(5):
        coba(client, maria.nip, "salah")
    assert "Tunggu 15 menit" in coba(client, maria.nip).text
    with pada_saat(NOL + timedelta(minutes=10)):
        assert "Tunggu 5 menit" in coba(client, "maria@contoh.test").text  # lewat e-mail pun terhitung
    with pada_saat(NOL + timedelta(minutes=16)):
        assert coba(client, maria.nip).status_code == 302


@pytest.mark.lambat
def test_satu_alamat_tidak_dapat_mencoba_banyak_akun(client):
    jawab = [coba(client, f"19850801201004{n:04}", "salah") for n in range(61)]
    assert "Terlalu banyak" not in jawab[59].text and "Terlalu banyak" in jawab[60].text


def test_pembatas_tidak_menyimpan_nama_atau_alamat(client, maria):
    coba(client, maria.nip, "salah")
    isi = b"".join(bytes(s) for s in Percobaan.objects.values_list("siapa", flat=True))
    assert Percobaan.objects.count() == 2 and maria.nip.encode() not in isi and b"127.0.0.1" not in isi


@pytest.mark.parametrize(
    "ke", ["https://jahat.test/", "//jahat.test/", "javascript:alert(1)", r"/\jahat.test"]
)
def test_next_hanya_ke_situs_ini(client, maria, ke):
    assert coba(client, maria.nip, next=ke).url == "/kerja/"


def test_kunci_sesi_lama_tidak_terbawa_masuk(client, maria):
    client.get(MASUK)
    sebelum = client.session
    sebelum["tanam"] = 1
    sebelum.save()
    kunci = sebelum.session_key
    coba(client, maria.nip)
    assert client.session.session_key != kunci and "tanam" not in client.session


def test_keluar_hanya_lewat_post_dan_tercatat(client, maria):
    coba(client, maria.nip)
    assert client.get("/keluar/").status_code == 405
    client.post("/keluar/")
    assert client.get("/kerja/saya/akun/").url.startswith("/masuk/")
    assert (Sesi.objects.count(), Jejak.objects.filter(jenis=peristiwa.KELUAR).count()) == (0, 1)


def test_totp_cocok_dengan_contoh_rfc_6238():
    rahasia = b"12345678901234567890"
    assert [kode.totp(rahasia, t // 30) for t in (59, 1111111109, 20000000000)] == [
        "287082",
        "081804",
        "353130",
    ]


def test_jam_meleset_dua_langkah_diterima_tiga_tidak():
    rahasia, ke = kode.rahasia_baru(), kode.langkah(sekarang())
    cocok = [kode.langkah_cocok(rahasia, kode.totp(rahasia, ke + d), sekarang()) for d in (-3, -2, 2, 3)]
    assert cocok == [None, ke - 2, ke + 2, None]


def test_masuk_dua_langkah_dan_kode_tidak_dapat_diulang(client, maria):
    rahasia, _ = pasang_totp(maria)
    assert coba(client, maria.nip).url == "/masuk/kode/"
    assert client.get("/kerja/saya/akun/").url.startswith("/masuk/")  # belum masuk
    halaman = client.get("/masuk/kode/")
    assert "09.00" in halaman.text  # jam server
    sama = kode.totp(rahasia, kode.langkah(sekarang()))
    assert client.post("/masuk/kode/", {"kode": sama}).status_code == 422  # sudah dipakai saat memasang
    with pada_saat(NOL + timedelta(seconds=30)):
        baru = kode.totp(rahasia, kode.langkah(sekarang()))
        assert client.post("/masuk/kode/", {"kode": f"{baru[:3]} {baru[3:]}"}).status_code == 302
        assert client.session["langkah_kedua"] is True
        with pytest.raises(MasukanSalah):
            service.periksa_langkah_kedua(maria.akun, baru, maria.pelaku)


def test_kode_cadangan_sekali_pakai_dan_hanya_sidiknya_tersimpan(maria):
    _, cadangan = pasang_totp(maria)
    service.periksa_langkah_kedua(maria.akun, cadangan[0].lower().replace("-", " "), maria.pelaku)
    with pytest.raises(MasukanSalah):
        service.periksa_langkah_kedua(maria.akun, cadangan[0], maria.pelaku)
    assert (len(cadangan), KodePulih.objects.filter(akun=maria.akun, dipakai=None).count()) == (10, 9)
    assert cadangan[1].encode() not in b"".join(
        bytes(s) for s in KodePulih.objects.values_list("sidik", flat=True)
    )


def test_menebak_kode_berhenti_sesudah_lima_kali(maria):
    pasang_totp(maria)
    for _ in range(5):
        with pytest.raises(MasukanSalah, match="tidak cocok"):
            service.periksa_langkah_kedua(maria.akun, "000000", maria.pelaku)
    with pytest.raises(MasukanSalah, match="Terlalu banyak"):
        service.periksa_langkah_kedua(maria.akun, "000000", maria.pelaku)


def test_petugas_tanpa_langkah_kedua_hanya_sampai_halaman_pemasangan(client, orang, settings):
    settings.TOTP_WAJIB = True
    frans = orang("frans")
    client.force_login(frans.akun)
    halaman = reverse("langkah_kedua")
    assert client.get("/kerja/sistem/akun/").url == halaman
    assert "langkah kedua wajib" in client.get(halaman).text
    rahasia = dekripsi(Totp.objects.get(akun=frans.akun).rahasia, "totp")
    jawab = client.post(halaman, {"kode": kode.totp(rahasia, kode.langkah(sekarang()))})
    assert jawab.status_code == 200 and "hanya tampil sekali" in jawab.text
    assert client.get("/kerja/sistem/akun/").status_code == 200


def test_pelaku_petugas_tanpa_langkah_kedua_tidak_membawa_perannya(client, orang, settings, rf):
    from kasuari.dasar.akun.middleware import _pelaku

    settings.TOTP_WAJIB = True
    permintaan = rf.get("/")
    permintaan.user, permintaan.session = orang("frans").akun, {}
    assert not _pelaku(permintaan).punya("bkpsdm")


def test_perangkat_lain_dapat_dikeluarkan_dan_hanya_milik_sendiri(client, maria, orang):
    coba(client, maria.nip)
    lain = type(client)(headers={"User-Agent": "Mozilla/5.0 (Linux; Android 14) Chrome/130 Mobile Safari"})
    coba(lain, maria.nip)
    jauh = Sesi.objects.get(perangkat="Chrome, Android")
    assert "Chrome, Android" in client.get("/kerja/saya/akun/perangkat/").text
    with pytest.raises(TidakAda):
        service.keluarkan(orang("yosep").pelaku, sesi=jauh.uid, kunci=maria.akun.uid)
    client.post("/kerja/saya/akun/perangkat/", {"sesi": jauh.uid, "kunci": maria.orang.uid})
    assert lain.get("/kerja/saya/akun/").status_code == 302
    assert client.get("/kerja/saya/akun/").status_code == 200
    assert Session.objects.count() == Sesi.objects.count() == 1


def test_ganti_sandi_mengeluarkan_perangkat_lain_saja(client, maria):
    lain = type(client)()
    coba(client, maria.nip), coba(lain, maria.nip)
    baru = {"lama": SANDI, "baru": "papeda kuah kuning", "ulang": "papeda kuah kuning"}
    assert client.post("/kerja/saya/akun/sandi/", {**baru, "ulang": "lain"}).status_code == 422
    assert client.post("/kerja/saya/akun/sandi/", baru).status_code == 302
    assert client.get("/kerja/saya/akun/perangkat/").text.count("Perangkat ini") == 1
    assert lain.get("/kerja/saya/akun/").status_code == 302


def test_sandi_lemah_ditolak_dengan_alasan(client, maria):
    coba(client, maria.nip)
    isi = {"lama": SANDI, "baru": "1234567890", "ulang": "1234567890"}
    jawab = client.post("/kerja/saya/akun/sandi/", isi)
    assert jawab.status_code == 422 and 'role="alert"' in jawab.text


def test_tindakan_penting_meminta_sandi_lagi_lalu_kembali(client, orang):
    lukas, maria = orang("lukas"), orang("maria")
    lukas.akun.set_password(SANDI)
    lukas.akun.save()
    client.force_login(lukas.akun)
    tujuan = reverse("sistem_akun_peran", args=[maria.akun.uid])
    minta = client.get(tujuan)
    assert minta.url.startswith("/masuk/lagi/?next=")
    assert client.post(minta.url, {"sandi": "salah"}).status_code == 422
    assert client.post(minta.url, {"sandi": SANDI}).url == tujuan
    assert client.get(tujuan).status_code == 200
    with pada_saat(NOL + timedelta(minutes=31)):
        assert client.get(tujuan).status_code == 302


def test_bahasa_tersimpan_di_akun(client, maria):
    coba(client, maria.nip)
    client.post("/kerja/saya/akun/bahasa/", {"language": "en", "next": "/kerja/saya/akun/"})
    assert '<html lang="en"' in client.get("/kerja/saya/akun/").text
    maria.akun.refresh_from_db()
    assert maria.akun.bahasa == "en"


def test_bahasa_akun_berlaku_juga_di_halaman_umum(client, maria):
    client.force_login(maria.akun)
    assert '<html lang="id"' in client.get("/tentang/").text
    pindah = client.post("/kerja/saya/akun/bahasa/", {"language": "en", "next": "/tentang/?a=1"})
    assert pindah.url == "/en/tentang/?a=1"
    assert client.get("/tentang/?a=1").url == "/en/tentang/?a=1"
    inggris = client.get("/en/tentang/")
    assert '<html lang="en"' in inggris.text and 'name="language" value="id"' in inggris.text
    assert client.get("/jejak/akar.json").status_code in {200, 404}
    assert client.get("/halaman-yang-tidak-ada/").status_code == 404
    kembali = client.post("/kerja/saya/akun/bahasa/", {"language": "id", "next": "/en/tentang/"})
    assert kembali.url == "/tentang/" and client.get("/tentang/").status_code == 200


def test_tamu_tetap_memakai_alamat_sebagai_bahasanya(client):
    teks = client.get("/tentang/").text
    assert 'href="/en/tentang/"' in teks and 'name="language"' not in teks


def test_masuk_sekali_klik_hanya_di_demo_dan_hanya_akun_contoh(rf, maria, settings, client):
    permintaan = rf.get("/tur/")
    permintaan.session, permintaan.user = client.session, None
    for demo, contoh in ((False, True), (True, False)):
        settings.DEMO, maria.akun.contoh = demo, contoh
        with pytest.raises(TidakAda):
            service.masukkan(permintaan, maria.akun)
    settings.DEMO = maria.akun.contoh = True
    service.masukkan(permintaan, maria.akun)
    assert permintaan.user == maria.akun and Sesi.objects.filter(akun=maria.akun).exists()
    assert sesi.perangkat(permintaan) == "Peramban lain"
