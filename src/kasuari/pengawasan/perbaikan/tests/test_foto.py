"""Foto bukti yang dibaca umum tidak memberi tahu di mana dan dengan HP apa ia dipotret."""

import io

import pytest
from PIL import Image
from tests import berkas

from kasuari.dasar.dokumen.service import baca
from kasuari.pengawasan.perbaikan.foto import tanpa_jejak

GPS, MERK, PUTAR = 0x8825, 0x010F, 0x0112


def foto():
    exif = Image.Exif()
    exif[MERK], exif[PUTAR] = "HP Contoh", 6
    exif.get_ifd(GPS)[1] = "S"
    isi = io.BytesIO()
    Image.new("RGB", (60, 40), "#336699").save(isi, "JPEG", exif=exif)
    return isi.getvalue()


def test_tempat_dan_merk_hp_hilang_dan_gambarnya_tegak():
    asal = Image.open(io.BytesIO(foto()))
    assert asal.getexif()[MERK] == "HP Contoh"
    hasil = Image.open(tanpa_jejak(io.BytesIO(foto())))
    assert (dict(hasil.getexif()), hasil.size) == ({}, (40, 60))


def test_pdf_dan_yang_bukan_gambar_tidak_disentuh():
    assert tanpa_jejak(io.BytesIO(berkas.pdf("bukti"))).read() == berkas.pdf("bukti")


@pytest.mark.django_db
def test_bukti_umum_tersimpan_tanpa_metadata_dan_yang_tertutup_apa_adanya(temuan, rencanakan, jalan, bukti):
    p = jalan(rencanakan(temuan()), "yuliana", "setujui")
    bukti(p, isi=foto(), umum=True)
    bukti(p, isi=foto())
    umum, tertutup = p.bukti.order_by("-umum")
    assert not Image.open(io.BytesIO(baca(umum.lampiran))).getexif()
    assert baca(tertutup.lampiran) == foto()
