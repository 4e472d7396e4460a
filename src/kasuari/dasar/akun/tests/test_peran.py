"""Peran dan pelimpahan: orang kedua untuk yang peka, tanggal yang ditepati, dan tidak berantai."""

import uuid
from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from tests import kota_kecil

from kasuari.dasar.akun import service
from kasuari.dasar.akun.models import Hibah, UsulanPeran
from kasuari.dasar.akun.pelaku import susun_pelaku
from kasuari.dasar.inti.galat import MasukanSalah, TidakAda, TidakBoleh
from kasuari.dasar.inti.waktu import pada_saat, sekarang

pytestmark = pytest.mark.django_db
HARI = kota_kecil.HARI


@pytest.fixture
def admin(orang):
    """Dua admin: Lukas dan Frans, keduanya baru memasukkan sandi."""
    Hibah.objects.create(
        akun=orang("frans").akun, peran="admin_sistem", mulai=kota_kecil.DULU, sumber="penunjukan", jejak_id=0
    )
    return [replace(orang(n).pelaku, sudo=True) for n in ("lukas", "frans")]


def usul(pelaku, orang, peran):
    return service.usulkan_peran(
        pelaku, akun=orang.akun.uid, peran=peran, unit_id=None, mulai=HARI, alasan="ST 800/12/2026", kunci=uuid.uuid4()
    )  # fmt: skip


def putus(pelaku, usulan, setuju=True, **lain):
    return service.putuskan_usulan_peran(pelaku, usulan=usulan, setuju=setuju, kunci=uuid.uuid4(), **lain)


def test_peran_biasa_langsung_peran_peka_menunggu_admin_lain(admin, orang):
    maria = orang("maria")
    assert usul(admin[0], maria, "operator_unit").data == {"langsung": True}
    hasil = usul(admin[0], maria, "bkpsdm")
    assert not susun_pelaku(maria.akun).punya("bkpsdm")
    with pytest.raises(TidakBoleh):
        putus(admin[0], hasil.uid)
    putus(admin[1], hasil.uid)
    assert susun_pelaku(maria.akun).punya("bkpsdm", "operator_unit")


def test_basis_data_menolak_pengusul_yang_memutus_sendiri(admin, orang):
    usulan = usul(admin[0], orang("maria"), "bkpsdm").uid
    with pytest.raises(IntegrityError), transaction.atomic():
        UsulanPeran.objects.filter(uid=usulan).update(status="disetujui", pemutus=orang("lukas").akun)


def test_tidak_setuju_perlu_alasan_dan_tidak_memberi_peran(admin, orang):
    usulan = usul(admin[0], orang("maria"), "inspektorat").uid
    with pytest.raises(MasukanSalah):
        putus(admin[1], usulan, False)
    putus(admin[1], usulan, False, alasan="bukan auditor")
    assert not susun_pelaku(orang("maria").akun).punya("inspektorat")


def test_pintu_banyak_pun_menolak_peran_peka_dari_satu_orang(admin, orang):
    baris = [service.BarisHibah(orang("maria").akun.uid, "bkpsdm", None, HARI)]
    with pytest.raises(MasukanSalah, match="admin lain"):
        service.beri_peran(admin[0], baris=baris, kunci=uuid.uuid4())


def limpahkan(pelaku, kepada, hibah=None, mulai=HARI, hari=3):
    hibah = next(h.id for h in pelaku.hibah if h.id) if hibah is None else hibah
    return service.limpahkan(
        pelaku, hibah_id=hibah, kepada=kepada.akun.uid, mulai=mulai, sampai=mulai + timedelta(days=hari), sumber="plh",
        kunci=uuid.uuid4(),
    )  # fmt: skip


def test_pelimpahan_hidup_hanya_di_dalam_tanggalnya_dan_dapat_diakhiri(orang):
    yuliana, amos = orang("yuliana"), orang("amos")
    limpahkan(yuliana.pelaku, amos)
    (h,) = [h for h in susun_pelaku(amos.akun).hibah if h.id]
    assert (h.peran, h.atas_nama_orang) == ("atasan", yuliana.orang.uid)
    with pada_saat(HARI + timedelta(days=3)):
        assert not susun_pelaku(amos.akun).punya("atasan")
    with pytest.raises(TidakAda):
        service.akhiri_pelimpahan(orang("maria").pelaku, hibah_id=h.id, kunci=uuid.uuid4())
    service.akhiri_pelimpahan(yuliana.pelaku, hibah_id=h.id, kunci=uuid.uuid4())
    assert not susun_pelaku(amos.akun).punya("atasan")


def test_pelimpahan_tidak_berantai_tidak_surut_dan_bukan_hak_diri(orang):
    yuliana, amos, maria = orang("yuliana"), orang("amos"), orang("maria")
    limpahkan(yuliana.pelaku, amos)
    wakil = susun_pelaku(amos.akun)
    with pytest.raises(TidakAda):
        limpahkan(wakil, maria)
    with pytest.raises(TidakAda):
        limpahkan(maria.pelaku, amos, hibah=0)
    with pytest.raises(MasukanSalah, match="sudah Anda limpahkan"):
        limpahkan(yuliana.pelaku, amos, mulai=HARI + timedelta(days=1))
    with pytest.raises(MasukanSalah, match="surut"):
        limpahkan(yuliana.pelaku, maria, mulai=HARI - timedelta(days=1))


def test_plh_paling_lama_tiga_bulan_menurut_parameternya(orang):
    yuliana, amos = orang("yuliana"), orang("amos")
    with pytest.raises(
        MasukanSalah, match="Plh paling lama 3 bulan, jadi hari terakhirnya paling lambat 22 Februari 2027"
    ) as galat:
        limpahkan(yuliana.pelaku, amos, hari=93)
    assert galat.value.kolom == "sampai"
    limpahkan(yuliana.pelaku, amos, hari=92)


def test_melimpahkan_di_layar_periksa_dulu_baru_kirim(client, orang):
    yuliana, amos = orang("yuliana"), orang("amos")
    client.force_login(yuliana.akun)
    halaman = client.get("/kerja/saya/pelimpahan/")
    isi = {
        "wewenang": next(h.id for h in yuliana.pelaku.hibah if h.id), "kepada": amos.nip, "sumber": "plh",
        "mulai_hari": "24", "mulai_bulan": "11", "mulai_tahun": "2026",
        "sampai_hari": "26", "sampai_bulan": "11", "sampai_tahun": "2026", "kunci": uuid.uuid4(),
    }  # fmt: skip
    assert "Atasan, Dinas Pendidikan" in halaman.text
    periksa = client.post("/kerja/saya/pelimpahan/", isi)
    assert periksa.status_code == 200 and "Amos Yarisetu" in periksa.text
    assert not Hibah.objects.filter(akun=amos.akun).exists()
    for _ in range(2):  # tombol ditekan dua kali
        assert client.post("/kerja/saya/pelimpahan/", {**isi, "langkah": "kirim"}).status_code == 302
    assert [str(h.sampai) for h in Hibah.objects.filter(akun=amos.akun)] == ["2026-11-27"]
    assert client.post("/kerja/saya/pelimpahan/", {**isi, "kepada": "123"}).status_code == 422


def test_seluruh_daerah_harus_dipilih_dengan_sengaja(client, orang):
    lukas, maria = orang("lukas"), orang("maria")
    client.force_login(lukas.akun)
    sesi = client.session
    sesi["sudo_pada"] = sekarang().timestamp()
    sesi.save()
    alamat = f"/kerja/sistem/akun/{maria.akun.uid}/peran/"
    isi = {
        "peran": "operator_unit", "mulai_hari": "24", "mulai_bulan": "11", "mulai_tahun": "2026", "alasan": "ST 1",
        "kunci": uuid.uuid4(),
    }  # fmt: skip
    assert "Pilih atas unit." in client.post(alamat, isi).text
    assert client.post(alamat, {**isi, "unit": "semua"}).status_code == 302
    assert [h.unit_id for h in Hibah.objects.filter(akun=maria.akun)] == [None]
