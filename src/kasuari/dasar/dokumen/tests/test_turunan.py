"""Petikan dan salinan: nomor aslinya, kode sendiri, satu baris satu petikan, dan ikut dicabut bersama aslinya."""

import io
import uuid

import pytest
from django.db import IntegrityError, transaction
from pypdf import PdfReader

from kasuari.dasar.dokumen import nomor, surat
from kasuari.dasar.dokumen.models import Surat
from kasuari.dasar.dokumen.tests.test_naskah import RUTH
from kasuari.dasar.inti.galat import MasukanSalah
from kasuari.dasar.jejak.antrean import jalankan_semua

pytestmark = pytest.mark.django_db


def teks(s):
    return "".join(h.extract_text() for h in PdfReader(io.BytesIO(surat.baca(s))).pages)


@pytest.mark.lambat
def test_petikan_bernomor_sama_berkode_sendiri_dan_hanya_memuat_barisnya(keputusan, petik):
    s = keputusan()
    p = petik(s, 2)
    jalankan_semua()
    p.refresh_from_db()
    assert (p.nomor_teks, p.tanggal, p.status) == (s.nomor_teks, s.tanggal, "ditandatangani")
    assert p.kode_verifikasi != s.kode_verifikasi and p.penandatangan == RUTH
    isi = teks(p)
    assert "Pegawai 3" in isi and "Pegawai 2" not in isi and "Petikan sesuai dengan aslinya" in isi
    assert p.kode_verifikasi in isi and s.kode_verifikasi not in isi
    assert nomor.lubang(s.seri, s.tahun) == [] and [b.surat for b in nomor.buku_nomor(s.seri, s.tahun)] == [
        [s]
    ]


def test_salinan_memuat_semua_baris_dan_tembusannya_sendiri(keputusan, pelaku_sistem):
    s = keputusan()
    with transaction.atomic():
        t = surat.salinan(pelaku_sistem, s, ["Kepala BPKAD"], penandatangan=RUTH)
    assert surat.tandatangani(t.id)
    t.refresh_from_db()
    isi = teks(t)
    assert "Pegawai 1" in isi and "Pegawai 5" in isi and "Kepala BPKAD" in isi and "Kanreg" not in isi


def test_satu_baris_satu_petikan_sampai_petikannya_dicabut(keputusan, petik, pelaku_sistem):
    s = keputusan()
    p = petik(s, 0)
    with pytest.raises(MasukanSalah, match=p.kode_verifikasi):
        petik(s, 0)
    assert surat.tandatangani(p.id)
    p.refresh_from_db()
    with transaction.atomic():
        surat.cabut(pelaku_sistem, p, "salah nama")
    assert petik(s, 0).kode_verifikasi != p.kode_verifikasi


@pytest.mark.dua_db
def test_basis_data_menolak_nomor_kembar_selain_turunan(keputusan, petik):
    s = keputusan()
    petik(s, 0)
    salinan = {
        f.attname: getattr(s, f.attname)
        for f in Surat._meta.fields
        if f.attname not in {"id", "kode_verifikasi"}
    }
    for ubah in (
        {},  # nomor aslinya lagi
        {"bentuk": "petikan", "petik": 1},  # petikan tanpa asli
        {"induk": s, "bentuk": "petikan", "petik": 0},  # baris yang sudah dipetik
        {"induk": s, "bentuk": "asli"},
        {"sisip": "a"},  # sisipan tanpa penjelasan
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            Surat.objects.create(kode_verifikasi="AAAA", **{**salinan, "induk_id": None, **ubah})


@pytest.mark.lambat
def test_mencabut_asli_mencabut_turunannya_juga_yang_belum_sempat_ditandatangani(
    keputusan, petik, pelaku_sistem
):
    s = keputusan()
    jadi, belum = petik(s, 0), petik(s, 1)
    assert surat.tandatangani(jadi.id)
    with transaction.atomic():
        surat.cabut(pelaku_sistem, s, "dibatalkan putusan banding")
    assert surat.tandatangani(belum.id)
    for p in (jadi, belum):
        p.refresh_from_db()
        assert p.status == "dicabut" and "putusan banding" in p.alasan_cabut
    with pytest.raises(MasukanSalah, match="berlaku"):
        petik(s, 2)


def test_yang_belum_ditandatangani_dan_yang_bukan_keputusan_tidak_dapat_dipetik(keputusan, petik):
    with pytest.raises(MasukanSalah, match="sudah ditandatangani"):
        petik(keputusan(tanda=False), 0)
    with pytest.raises(MasukanSalah, match="keputusan asli"):
        p = petik(keputusan(), 0)
        surat.tandatangani(p.id)
        p.refresh_from_db()
        petik(p, 0)


def test_salinan_tanpa_tujuan_ditolak(keputusan, pelaku_sistem):
    with pytest.raises(MasukanSalah, match="kepada siapa"), transaction.atomic():
        surat.salinan(pelaku_sistem, keputusan(), [])


def test_pendengar_surat_asli_tidak_mendengar_petikannya(keputusan, petik, monkeypatch):
    dengar = []
    monkeypatch.setitem(surat.SESUDAH, "uji.keputusan", lambda s: dengar.append(s.bentuk))
    assert surat.tandatangani(petik(keputusan(), 0).id)
    assert dengar == ["asli"]


def test_petikan_tahu_tentang_siapa_barisnya(keputusan, petik):
    orang = [uuid.uuid4() for _ in range(5)]
    assert petik(keputusan(subjek=orang), 3).subjek == [str(orang[3])]
    assert petik(keputusan(subjek=orang[:2]), 3).subjek == [str(o) for o in orang[:2]]
