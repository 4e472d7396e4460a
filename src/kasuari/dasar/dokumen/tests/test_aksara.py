"""Tanda yang tidak ada di fon naskah ditolak saat diisi; yang lolos pun tidak menjadi galat program."""

from dataclasses import replace

import pytest
from django.db import transaction

from kasuari.aturan.buku import Buku
from kasuari.dasar.dokumen import naskah, nomor, pdf, surat
from kasuari.dasar.dokumen.aksara import pastikan_tercetak, tak_tercetak
from kasuari.dasar.dokumen.tests.conftest import HARI
from kasuari.dasar.dokumen.tests.test_naskah import NAIK, WALI_KOTA
from kasuari.dasar.inti.galat import MasukanSalah
from kasuari.dasar.jejak.antrean import jalankan_semua


@pytest.mark.parametrize("teks", ["Wa’Ode, S.Pd. – Rp1.000", "Müller ñ é ø", "Ж", "x² ≤ 3 → y"])
def test_huruf_yang_ada_di_fon_diterima(teks):
    assert tak_tercetak(teks) == ""


@pytest.mark.parametrize(
    ("isi", "aksara"), [("Sakit 😀", "😀"), ("Setuju 👍🏽", "👍🏽"), ({"a": [("b", "好")]}, "好")]
)
def test_tanda_yang_tidak_ada_di_fon_disebut(isi, aksara):
    with pytest.raises(MasukanSalah, match=f"“{aksara}” tidak dapat dicetak") as galat:
        pastikan_tercetak(isi, "alasan")
    assert galat.value.kolom == "alasan"


@pytest.mark.django_db
def test_surat_beremoji_tidak_menghabiskan_nomor(keputusan, pelaku_sistem):
    templat = surat.DAFTAR["uji.keputusan", 1]
    baris = [surat.BarisSurat(replace(NAIK, tentang="Naik 😀").data(), WALI_KOTA)]
    with pytest.raises(MasukanSalah, match="tidak dapat dicetak"), transaction.atomic():
        surat.siapkan(pelaku_sistem, templat, "surat_keterangan", baris, Buku.susun(HARI), tanggal=HARI)
    assert nomor.terakhir("surat_keterangan", HARI.year) == 0


@pytest.mark.django_db
def test_naskah_yang_gagal_disusun_menyebut_sebabnya(keputusan, monkeypatch):
    with pytest.raises(pdf.PdfGagal, match="tidak dapat disusun"):
        pdf.buat(naskah.KEPUTUSAN, {"judul": "tanpa isi"})
    s = keputusan(tanda=False)

    def gagal(*_isi):
        raise pdf.PdfGagal("Naskah ini tidak dapat disusun.")

    monkeypatch.setattr(surat, "buat_pdf", gagal)
    jalankan_semua()
    assert surat.sebab_gagal(s) == "PdfGagal: Naskah ini tidak dapat disusun."
