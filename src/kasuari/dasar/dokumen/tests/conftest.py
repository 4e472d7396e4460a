"""Surat contoh dari naskah umum, supaya petikan, nomor, dan tanda tangan basah diuji pada keputusan yang utuh."""

import io
from dataclasses import replace
from datetime import date

import pytest
from django.db import transaction
from pypdf import PdfWriter

from kasuari.aturan.buku import Buku
from kasuari.dasar.dokumen import naskah, surat
from kasuari.dasar.dokumen.tests.test_naskah import NAIK, RUTH, WALI_KOTA

HARI = date(2026, 11, 23)


@pytest.fixture
def keputusan(monkeypatch, pelaku_sistem):
    """keputusan(banyak=1, tanda=True, ...) -> surat keputusan berlampiran lima baris."""
    templat = surat.Templat("uji.keputusan", 1, "Keputusan kenaikan pangkat", naskah.KEPUTUSAN)
    monkeypatch.setitem(surat.DAFTAR, ("uji.keputusan", 1), templat)
    data = replace(NAIK, lampiran=replace(NAIK.lampiran, baris=NAIK.lampiran.baris[:5])).data()

    def satu(banyak=1, seri="surat_keterangan", tanda=True, tanggal=HARI, buku=None, **lain):
        baris = [surat.BarisSurat(data, WALI_KOTA, **lain) for _ in range(banyak)]
        with transaction.atomic():
            hasil = surat.siapkan(
                pelaku_sistem, templat, seri, baris, buku or Buku.susun(HARI), tanggal=tanggal
            )
        for s in hasil:
            if tanda:
                assert surat.tandatangani(s.id)
            s.refresh_from_db()
        return hasil if banyak > 1 else hasil[0]

    return satu


@pytest.fixture
def petik(pelaku_sistem):
    def satu(s, baris, **lain):
        with transaction.atomic():
            return surat.petikan(pelaku_sistem, s, baris, penandatangan=RUTH, **lain)

    return satu


@pytest.fixture
def pindaian_pdf():
    """pindaian_pdf(halaman=1) -> PDF kosong yang terbaca."""

    def satu(halaman=1, sandi=""):
        isi, tulis = io.BytesIO(), PdfWriter()
        for _ in range(halaman):
            tulis.add_blank_page(595, 842)
        if sandi:
            tulis.encrypt(sandi)
        tulis.write(isi)
        return isi.getvalue()

    return satu
