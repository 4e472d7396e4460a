"""Layar ketentuan daerah: dua langkah dengan dampak, putusan orang lain, dan kata yang lengkap."""

import uuid
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.berkas import pdf

from kasuari.aturan.masukan import Pilihan
from kasuari.aturan.pokok import POKOK
from kasuari.dasar.inti.waktu import pada_saat, sekarang
from kasuari.dasar.ketentuan import kata, nilai, selectors
from kasuari.dasar.ketentuan.models import Timpa, UsulTimpa
from kasuari.dasar.ketentuan.tests import bantu

pytestmark = pytest.mark.django_db
JALAN = "/kerja/ketentuan/usulkan/pensiun_mpp_bulan/"
ISI = {
    "nilai": "6", "berlaku_hari": "1", "berlaku_bulan": "1", "berlaku_tahun": "2026", "dasar": "Perwal 7/2026 Pasal 3",
    "alasan": "Menurut rapat anggaran 12 Oktober",
}  # fmt: skip


def masuk(client, orang, nama):
    client.force_login(orang(nama).akun)
    sesi = client.session
    sesi["sudo_pada"] = sekarang().timestamp()
    sesi.save()
    return client


def isi(jawab):
    return jawab.content.decode()


def test_usul_lewat_dua_langkah_dan_dampaknya_tampak_sebelum_diusulkan(client, orang):
    masuk(client, orang, "frans")
    data = {**ISI, "kunci": str(uuid.uuid4())}
    jawab = client.post(JALAN, data)
    assert jawab.status_code == 200
    assert "Mulai masa persiapan pensiun berubah" in isi(jawab)
    assert "12 bulan" in isi(jawab)
    assert not UsulTimpa.objects.exists(), "baru dilihat, belum diusulkan"
    tanpa_surat = client.post(JALAN, {**data, "usulkan": "1"})
    assert tanpa_surat.status_code == 422
    assert "Unggah pindaian surat." in isi(tanpa_surat)
    surat = SimpleUploadedFile("perwal.pdf", pdf("perwal"))
    jadi = client.post(JALAN, {**data, "usulkan": "1", "surat": surat})
    u = UsulTimpa.objects.get()
    assert jadi["Location"] == f"/kerja/ketentuan/{u.uid}/"
    assert u.dampak[0][0] == "pegawai.persiapan"


def test_tombol_ubah_kembali_ke_isian_tanpa_menghilangkannya(client, orang):
    masuk(client, orang, "frans")
    teks = isi(client.post(JALAN, {**ISI, "kunci": str(uuid.uuid4()), "ubah": "1"}))
    assert "Perwal 7/2026 Pasal 3" in teks
    assert "Lihat dampaknya" in teks


@pytest.mark.parametrize(
    ("kolom", "isian"), [("nilai", "-1"), ("nilai", "enam"), ("alasan", "x"), ("dasar", "")]
)
def test_isian_usul_yang_salah_disebut_di_langkah_pertama(client, orang, kolom, isian):
    masuk(client, orang, "frans")
    jawab = client.post(JALAN, {**ISI, kolom: isian, "kunci": str(uuid.uuid4())})
    assert jawab.status_code == 422
    assert f'id="id_{kolom}_error"' in isi(jawab)


def test_usul_bukan_program_yang_menyamar_pdf(client, orang):
    masuk(client, orang, "frans")
    surat = SimpleUploadedFile("perwal.pdf", b"MZ bukan pdf")
    jawab = client.post(JALAN, {**ISI, "kunci": str(uuid.uuid4()), "usulkan": "1", "surat": surat})
    assert jawab.status_code == 422
    assert not UsulTimpa.objects.exists()


def test_orang_kedua_menyetujui_dari_layar_dan_nilainya_dipakai_sesudah_jeda(client, orang):
    uid = bantu.usul(orang)
    masuk(client, orang, "frans")
    assert "Setujui" not in isi(client.get(f"/kerja/ketentuan/{uid}/"))
    assert client.get(f"/kerja/ketentuan/{uid}/setujui/").status_code == 403
    masuk(client, orang, "ruth")
    beranda = isi(client.get("/kerja/"))
    assert "Masa persiapan pensiun sebelum TMT pensiun" in beranda
    jalan = f"/kerja/ketentuan/{uid}/setujui/"
    assert client.post(jalan, {"kunci": str(uuid.uuid4())}).status_code == 302
    teks = isi(client.get(f"/kerja/ketentuan/{uid}/"))
    assert "disetujui, menunggu jeda" in teks
    assert "Anda menyetujui ketentuan daerah" in teks
    assert "Frans Nauritel mengusulkan ketentuan daerah" in teks
    with pada_saat(sekarang() + timedelta(hours=25)):
        assert selectors.buku(sekarang().date()).nilai("pensiun_mpp_bulan") == 6


def test_tanpa_sandi_yang_baru_diminta_sandi_dulu(client, orang):
    uid = bantu.usul(orang)
    client.force_login(orang("ruth").akun)
    jawab = client.get(f"/kerja/ketentuan/{uid}/setujui/")
    assert jawab.status_code == 302
    assert jawab["Location"].startswith("/masuk/lagi/")


def test_mencabut_dari_layar_perlu_alasan(client, orang):
    uid = bantu.usul(orang)
    bantu.setujui(uid)
    with pada_saat(sekarang() + timedelta(hours=1)):
        masuk(client, orang, "ruth")
        jalan = f"/kerja/ketentuan/{uid}/cabut/"
        assert client.post(jalan, {"kunci": str(uuid.uuid4()), "alasan": "x"}).status_code == 422
        data = {"kunci": str(uuid.uuid4()), "alasan": "Perwal itu dibatalkan"}
        assert client.post(jalan, data).status_code == 302
    assert Timpa.objects.get().ditutup is not None


def test_tindakan_yang_sudah_lewat_kembali_ke_halamannya(client, orang):
    uid = bantu.usul(orang)
    bantu.setujui(uid)
    masuk(client, orang, "ruth")
    jawab = client.get(f"/kerja/ketentuan/{uid}/setujui/", follow=True)
    assert "tidak dapat Anda lakukan" in isi(jawab)


def test_unduhan_surat_hanya_bagi_pembaca(client, orang):
    uid = bantu.usul(orang)
    masuk(client, orang, "otniel")
    jawab = client.get(f"/kerja/ketentuan/{uid}/surat/")
    assert b"".join(jawab.streaming_content) == pdf("perwal")
    masuk(client, orang, "maria")
    assert client.get(f"/kerja/ketentuan/{uid}/surat/").status_code == 404


def test_parameter_tabel_menawarkan_baris_yang_boleh_saja(client, orang):
    masuk(client, orang, "frans")
    teks = isi(client.get("/kerja/ketentuan/usulkan/ip_asn_p8_kualifikasi/"))
    assert teks.count("<option") == 2, "satu baris belum bersumber, ditambah 'Pilih satu'"


@pytest.mark.parametrize(
    ("kode", "teks", "harap"),
    [
        ("ip_asn_p8_jp_proporsional", "ya", True),
        ("ip_asn_p8_fungsional_otomatis", "guru\n\n dokter ", ("guru", "dokter")),
        ("pensiun_mpp_bulan", "1.200", 1200),
    ],
)
def test_ketikan_dibaca_menurut_jenis_nilai_dan_kembali_sama(kode, teks, harap):
    from datetime import date

    from kasuari.aturan.parameter import semua

    p = semua()[kode]
    kini = p.pada(date(2026, 1, 1), date.max).nilai
    dapat = nilai.baca(p, kini, teks)
    assert dapat == harap
    assert nilai.baca(p, kini, nilai.ketikan(dapat)) == harap


def test_setiap_masukan_dan_pilihan_punya_kata_bagi_orang():
    """Yang tertulis Inggris di data kasus tidak boleh sampai ke layar apa adanya."""
    tanpa_label = [
        f"{s.nama}.{n}"
        for p in POKOK
        for s in p.susunan.values()
        for n in s.bidang
        if n not in kata.BIDANG and f"{s.nama}.{n}" not in kata.BIDANG
    ]
    assert tanpa_label == []
    kode = {
        k
        for p in POKOK
        for s in p.susunan.values()
        for b in s.bidang.values()
        if isinstance(b, Pilihan)
        for k in b.kode
    }
    assert [k for k in kode if "_" in k and k not in kata.ARTI] == []


def test_setiap_skema_punya_nama():
    assert [k for p in POKOK for k in p.susunan if k and k not in kata.SKEMA] == []
