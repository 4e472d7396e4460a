"""Ketentuan daerah: dua orang, surat, dampak, jeda; tercatat, dikabarkan, dan benar-benar mengubah hitungan."""

import io
import uuid
from datetime import date, timedelta

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from tests import kota_kecil
from tests.kota_kecil import HARI

from kasuari.dasar.inti.galat import BedaVersi, MasukanSalah, TidakAda, TidakBoleh
from kasuari.dasar.inti.pelaku import sistem
from kasuari.dasar.inti.waktu import pada_saat, sekarang
from kasuari.dasar.jejak import antrean
from kasuari.dasar.jejak import selectors as jejak
from kasuari.dasar.kabar import selectors as kabar
from kasuari.dasar.ketentuan import peristiwa, selectors, service
from kasuari.dasar.ketentuan.models import Segera, Timpa, UsulTimpa
from kasuari.dasar.ketentuan.tests.bantu import JEDA, KODE, MENIT, isian, nilai, setujui, sudo, usul

pytestmark = pytest.mark.django_db


def test_ketentuan_dipakai_sesudah_jeda_dan_tidak_sebelumnya(orang):
    uid = usul(orang)
    assert nilai() == 12
    setujui(uid)
    assert nilai() == 12, "disetujui, tetapi jedanya belum lewat"
    with pada_saat(sekarang() + JEDA - timedelta(seconds=1)):
        assert nilai() == 12
    with pada_saat(sekarang() + JEDA):
        assert nilai() == 6
        assert selectors.buku(date(2025, 12, 31)).nilai(KODE) == 12, (
            "sebelum tanggal berlakunya: nilai nasional"
        )


def test_hitungan_lama_dapat_diulang_seperti_diketahui_waktu_itu(orang):
    setujui(usul(orang))
    saat = sekarang()
    with pada_saat(saat + timedelta(days=3)):
        assert nilai() == 6
        assert selectors.buku(HARI, saat + JEDA / 2).nilai(KODE) == 12
        assert selectors.buku(HARI, saat + timedelta(days=2)).nilai(KODE) == 6


def test_orang_ketiga_dapat_menyegerakan(orang, sekda):
    timpa = setujui(usul(orang))
    with pada_saat(sekarang() + MENIT):
        service.segerakan(sudo(sekda), ketentuan=timpa, alasan="Gaji dibayar besok pagi", kunci=uuid.uuid4())
        assert nilai() == 6
        with pytest.raises(BedaVersi):
            service.segerakan(sudo(sekda), ketentuan=timpa, alasan="Sekali lagi saja", kunci=uuid.uuid4())
    assert nilai() == 12, "semenit sebelumnya jedanya masih berjalan"


def test_pengusul_tidak_dapat_menyetujui_usulnya_sendiri(orang):
    from kasuari.dasar.akun import service as akun

    baris = [akun.BarisHibah(orang("frans").akun.uid, "kepala_bkpsdm", None, kota_kecil.DULU)]
    akun.beri_peran(sistem("uji"), baris=baris, kunci=uuid.uuid4())
    uid = usul(orang)
    with pytest.raises(TidakBoleh, match="orang lain"):
        setujui(uid, "frans")
    with pytest.raises(TidakBoleh, match="orang lain"):
        service.tolak(sudo("frans"), usul=uid, alasan="Tidak jadi saja", kunci=uuid.uuid4())


def test_penyetuju_tidak_dapat_menyegerakan(orang):
    from kasuari.dasar.akun import service as akun

    baris = [akun.BarisHibah(orang("ruth").akun.uid, "pimpinan", None, kota_kecil.DULU)]
    akun.beri_peran(sistem("uji"), baris=baris, kunci=uuid.uuid4())
    timpa = setujui(usul(orang))
    with pytest.raises(TidakBoleh, match="orang ketiga"):
        service.segerakan(sudo("ruth"), ketentuan=timpa, alasan="Saya sendiri saja", kunci=uuid.uuid4())


def test_menyetujui_meminta_sandi_sekali_lagi(orang):
    uid = usul(orang)
    with pytest.raises(TidakBoleh) as galat:
        service.setujui(orang("ruth").pelaku, usul=uid, kunci=uuid.uuid4())
    assert galat.value.perlu_sudo


@pytest.mark.parametrize("nama", ["maria", "yuliana", "naomi", "lukas"])
def test_yang_tidak_berwenang_tidak_menjangkaunya(orang, nama):
    uid = usul(orang)
    with pytest.raises(TidakAda):
        selectors.usul(orang(nama).pelaku, uid)
    with pytest.raises(TidakAda):
        service.setujui(sudo(nama), usul=uid, kunci=uuid.uuid4())
    with pytest.raises(TidakBoleh):
        service.usulkan(orang(nama).pelaku, **isian())


def test_peran_bkpsdm_satu_unit_tidak_cukup_untuk_seluruh_daerah(orang):
    from kasuari.dasar.akun import service as akun
    from kasuari.dasar.organisasi.models import Unit

    unit = Unit.objects.get(kode="dik").id
    baris = [akun.BarisHibah(orang("yosep").akun.uid, "bkpsdm", unit, kota_kecil.DULU)]
    akun.beri_peran(sistem("uji"), baris=baris, kunci=uuid.uuid4())
    with pytest.raises(TidakBoleh):
        service.usulkan(kota_kecil.orang("yosep").pelaku, **isian())


def test_sistem_tidak_dapat_menetapkan_ketentuan(orang):
    with pytest.raises(TidakBoleh, match="orang"):
        service.usulkan(sistem("jadwal"), **isian())


@pytest.mark.parametrize(
    ("ganti", "kolom"),
    [
        ({"kode": "tidak_ada"}, "kode"),
        ({"kode": "kgb_selang_tahun"}, "kode"),
        ({"kode": "gaji_pokok_pns", "sel": "III/a.0", "nilai": "9.000.000"}, "sel"),
        ({"kode": "ip_asn_s4190_disiplin"}, "sel"),
        ({"kode": "ip_asn_s4190_disiplin", "sel": "entah"}, "sel"),
        ({"sel": "x"}, "sel"),
        ({"nilai": "NaN"}, "nilai"),
        ({"nilai": "-3"}, "nilai"),
        ({"nilai": "enam"}, "nilai"),
        ({"nilai": "1,5"}, "nilai"),
        ({"nilai": "9.999.999"}, "nilai"),
        ({"nilai": "12"}, "nilai"),
        ({"nilai": ""}, "nilai"),
        ({"kode": "kgb_surat_bulan", "nilai": "999"}, "nilai"),
        ({"kode": "tenggat_aduan_respon_pertama", "sel": "lama", "nilai": "0"}, "nilai"),
        ({"kode": "tenggat_aduan_respon_pertama", "sel": "lama", "nilai": "100000000"}, "nilai"),
        ({"kode": "tenggat_aduan_respon_pertama", "sel": "lama", "nilai": "5000"}, "nilai"),
        ({"kode": "tenggat_akhir_pekan", "sel": "5", "nilai": "Sabtu\nAhad"}, "nilai"),
        ({"kode": "ketentuan_jeda_jam", "nilai": "1"}, "kode"),
        ({"alasan": "pendek"}, "alasan"),
        ({"dasar": "  "}, "dasar"),
        ({"berlaku": date(1990, 1, 1)}, "berlaku"),
        ({"berlaku": date(2199, 1, 1)}, "berlaku"),
        ({"surat": io.BytesIO(b"")}, "berkas"),
        ({"surat": io.BytesIO(b"MZ program")}, "berkas"),
    ],
)
def test_usul_yang_salah_ditolak_dengan_nama_isiannya_dan_tidak_ada_yang_tertulis(orang, ganti, kolom):
    with pytest.raises(MasukanSalah) as galat:
        usul(orang, **ganti)
    assert galat.value.kolom == kolom
    assert galat.value.pesan.endswith(".")
    assert not UsulTimpa.objects.exists()


def test_di_luar_yang_wajar_disebut_yang_boleh(orang):
    with pytest.raises(MasukanSalah, match=r"999 di luar yang wajar\. Yang boleh: 1 sampai 12\."):
        usul(orang, kode="kgb_surat_bulan", nilai="999")


def test_usul_lama_yang_tidak_wajar_tidak_dapat_disetujui(orang, monkeypatch):
    """Usul yang tertulis sebelum ada batasnya tetap diuji lagi saat disetujui."""
    from kasuari.aturan import batas

    with monkeypatch.context() as m:
        m.setattr(batas, "di_luar", lambda *a: None)
        uid = usul(orang, kode="kgb_surat_bulan", nilai="999")
    with pytest.raises(MasukanSalah, match="1 sampai 12"):
        setujui(uid)
    assert not Timpa.objects.exists()


def test_satu_sel_tabel_yang_belum_bersumber_dapat_ditetapkan(orang):
    uid = usul(orang, kode="ip_asn_s4190_disiplin", sel="ringan", nilai="4", berlaku=date(2025, 1, 1))
    setujui(uid)
    with pada_saat(sekarang() + JEDA):
        buku = selectors.buku(date(2025, 12, 31))
        assert buku.tabel("ip_asn_s4190_disiplin")["ringan"] == 4
        assert "Perwal 7/2026" in buku.versi("ip_asn_s4190_disiplin").dasar


@pytest.mark.parametrize("pola", ["pencatat", "8/{nomor:03d}/{bulan}/{tahun}"])
def test_pola_nomor_surat_ditetapkan_daerah(orang, pola):
    setujui(usul(orang, kode="surat_pola_nomor", sel="sk_kgb", nilai=pola, berlaku=date(2026, 1, 1)))
    with pada_saat(sekarang() + JEDA):
        assert selectors.buku(HARI).tabel("surat_pola_nomor")["sk_kgb"] == pola


@pytest.mark.parametrize(
    ("pola", "kalimat"),
    [("{nomr}/{tahun}", "tidak dapat dibaca"), ("tetap", "harus memuat"), ("", "Tulis polanya")],
)
def test_pola_nomor_yang_tidak_dapat_menulis_nomor_ditolak_sejak_diusulkan(orang, pola, kalimat):
    with pytest.raises(MasukanSalah, match=kalimat):
        usul(orang, kode="surat_pola_nomor", sel="sk_kgb", nilai=pola)


def test_dua_usul_untuk_nilai_dan_tanggal_yang_sama_tidak_dapat_menunggu_bersamaan(orang):
    usul(orang)
    with pytest.raises(MasukanSalah, match="menunggu"):
        usul(orang, nilai="7")


def test_ketentuan_yang_hidup_harus_dicabut_dulu(orang):
    setujui(usul(orang))
    with pytest.raises(MasukanSalah, match="Cabut"):
        usul(orang, nilai="7")


def test_mencabut_menutup_baris_dan_nilai_nasional_kembali(orang):
    timpa = setujui(usul(orang))
    with pada_saat(sekarang() + timedelta(days=2)):
        assert nilai() == 6
        service.cabut(sudo("ruth"), ketentuan=timpa, alasan="Perwal itu dibatalkan", kunci=uuid.uuid4())
        assert nilai() == 12
        assert Timpa.objects.filter(uid=timpa, ditutup__isnull=False).exists()
        with pytest.raises(BedaVersi):
            service.cabut(sudo("ruth"), ketentuan=timpa, alasan="Sekali lagi dicabut", kunci=uuid.uuid4())


def test_menarik_hanya_oleh_pengusul_dan_menolak_oleh_orang_lain(orang):
    uid = usul(orang)
    with pytest.raises(TidakBoleh):
        service.tarik(orang("ruth").pelaku, usul=uid, alasan="Bukan usul saya ini", kunci=uuid.uuid4())
    service.tarik(orang("frans").pelaku, usul=uid, alasan="Salah tanggal berlaku", kunci=uuid.uuid4())
    with pytest.raises(BedaVersi):
        setujui(uid)
    lain = usul(orang)
    service.tolak(sudo("ruth"), usul=lain, alasan="Perwalnya belum terbit", kunci=uuid.uuid4())
    assert not Timpa.objects.exists()


def test_tiap_langkah_tercatat_dengan_sebelum_dan_sesudah_dan_sampai_ke_inspektorat(orang, sekda):
    uid = usul(orang)
    timpa = setujui(uid)
    with pada_saat(sekarang() + MENIT):
        service.segerakan(sudo(sekda), ketentuan=timpa, alasan="Gaji dibayar besok pagi", kunci=uuid.uuid4())
    with pada_saat(sekarang() + 2 * MENIT):
        service.cabut(sudo("ruth"), ketentuan=timpa, alasan="Perwal itu dibatalkan", kunci=uuid.uuid4())
    daftar = list(jejak.tentang_objek(uid).select_related("muatan").order_by("id"))
    assert [j.jenis for j in daftar] == [peristiwa.USUL, peristiwa.SETUJU, peristiwa.SEGERA, peristiwa.CABUT]
    for j in daftar:
        isi = jejak.isi(j)
        assert isi.sebelum["nilai"] != isi.sesudah["nilai"] or j.jenis == peristiwa.SEGERA
    for n in range(4):
        with pada_saat(sekarang() + n * MENIT):
            antrean.jalankan_semua()
    masuk = kabar.kotak_masuk(orang("otniel").orang.uid, "id")
    assert [k.judul for k in reversed(masuk)] == [
        "Usul ketentuan daerah", "Ketentuan daerah disetujui", "Ketentuan daerah disegerakan", "Ketentuan daerah dicabut",
    ]  # fmt: skip
    assert "12 bulan menjadi 6 bulan" in masuk[0].isi
    assert [k.judul for k in kabar.kotak_masuk(orang("ruth").orang.uid, "id")] == ["Usul ketentuan daerah"]
    assert "Ketentuan daerah disetujui" in {
        k.judul for k in kabar.kotak_masuk(orang("frans").orang.uid, "id")
    }
    assert kabar.kotak_masuk(orang("maria").orang.uid, "id") == []


def test_pekerja_mencatat_saat_jeda_lewat_sekali_dan_tidak_bila_sudah_dicabut(orang):
    timpa = setujui(usul(orang))
    with pada_saat(sekarang() + JEDA):
        antrean.jalankan_semua()
        assert not service.mulai_dipakai(sistem("uji"), uuid.uuid4())
    tercatat = [j.jenis for j in jejak.semua() if j.jenis == peristiwa.DIPAKAI]
    assert tercatat == [peristiwa.DIPAKAI]
    with pada_saat(sekarang() + JEDA * 2):
        service.cabut(sudo("ruth"), ketentuan=timpa, alasan="Perwal itu dibatalkan", kunci=uuid.uuid4())
        assert not service.mulai_dipakai(sistem("uji"), timpa)


def test_ketentuan_yang_tersusul_aturan_tetap_didaftar_dan_tidak_menghentikan_hitungan(orang, monkeypatch):
    """Sesudah pemutakhiran, parameternya menjadi bersumber: ketentuan tidak dipakai lagi, tetapi tidak hilang."""
    from dataclasses import replace

    from kasuari.aturan import parameter

    setujui(usul(orang))
    baru = dict(parameter.semua())
    p = baru[KODE]
    baru[KODE] = replace(p, versi=tuple(replace(v, keyakinan="sumber") for v in p.versi))
    monkeypatch.setattr(parameter, "semua", lambda: baru)
    with pada_saat(sekarang() + JEDA):
        assert nilai() == 12
        (satu,) = selectors.perlu_putusan()
        assert satu.timpa.kode == KODE
        assert "bersumber" in satu.sebab


# --- basis data sendiri menolak ---


def baris_timpa(u, oleh, **ganti):
    isi = {
        "usul": u, "kode": u.kode, "kunci": u.kunci, "berlaku": u.berlaku, "nilai": 6, "alasan": "x", "dasar": "x",
        "surat": u.surat, "diusulkan_oleh": u.diusulkan_oleh, "disetujui_oleh": oleh, "dipakai_mulai": sekarang(),
        "dicatat": sekarang(), "jejak_buka": 0,
    }  # fmt: skip
    return Timpa(**{**isi, **ganti})


@pytest.mark.dua_db
def test_basis_data_menolak_pengusul_yang_menyetujui(orang):
    u = UsulTimpa.objects.get(uid=usul(orang))
    with pytest.raises(IntegrityError), transaction.atomic():
        baris_timpa(u, u.diusulkan_oleh).save()
    with pytest.raises(IntegrityError), transaction.atomic():
        baris_timpa(u, uuid.uuid4(), dipakai_mulai=sekarang() - JEDA).save()


@pytest.mark.dua_db
def test_basis_data_menolak_orang_yang_sama_menyegerakan(orang):
    t = Timpa.objects.get(uid=setujui(usul(orang)))
    for oleh in (t.diusulkan_oleh, t.disetujui_oleh):
        with pytest.raises(IntegrityError), transaction.atomic():
            Segera.objects.create(
                timpa=t, oleh=oleh, diusulkan_oleh=t.diusulkan_oleh, disetujui_oleh=t.disetujui_oleh, alasan="x",
                dicatat=sekarang(), jejak_id=0,
            )  # fmt: skip


@pytest.mark.dua_db
def test_usul_dan_ketentuan_tidak_dapat_diubah_atau_dihapus(orang):
    timpa = setujui(usul(orang))
    for model, ubah in (
        (UsulTimpa, {"nilai": 1}),
        (Timpa, {"nilai": 1}),
        (Timpa, {"dipakai_mulai": sekarang()}),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            model.objects.update(**ubah)
    for model in (Segera, Timpa, UsulTimpa):
        if model.objects.exists():
            with pytest.raises(DatabaseError), transaction.atomic():
                model.objects.all()._raw_delete("default")
    assert Timpa.objects.filter(uid=timpa, nilai=6).exists()


@pytest.mark.dua_db
def test_kunci_kirim_yang_sama_hanya_satu_usul(orang):
    kunci = uuid.uuid4()
    satu = usul(orang, kunci=kunci)
    assert usul(orang, kunci=kunci) == satu
    assert UsulTimpa.objects.count() == 1
