"""Tanda tangan basah: pindaian yang terbaca, disahkan orang kedua, sah seperti yang elektronik."""

import io
from datetime import date
from types import SimpleNamespace

import pytest
from django.db import IntegrityError, transaction
from pypdf import PdfReader

from kasuari.aturan.buku import Buku
from kasuari.dasar.dokumen import basah, nomor, surat
from kasuari.dasar.dokumen.models import PindaianSurat, Surat
from kasuari.dasar.dokumen.service import UKURAN_MAKS, sapu_yatim
from kasuari.dasar.inti.galat import BedaVersi, MasukanSalah, TidakBoleh
from kasuari.dasar.inti.waktu import pada_saat
from kasuari.dasar.jejak.antrean import jalankan_semua
from kasuari.dasar.jejak.models import Kerja

pytestmark = pytest.mark.django_db
ALASAN = "Sertifikat pejabat belum terbit"


def dicetak(s):
    Surat.objects.filter(id=s.id).update(dicetak=s.dibuat)


@pytest.fixture
def siap(keputusan, settings, orang, pindaian_pdf):
    """Satu surat basah, pengunggah Frans, pengesah Ruth."""
    settings.TANDA = "basah"
    s = keputusan(tanda=False)
    dicetak(s)
    frans, ruth = orang("frans").pelaku, orang("ruth").pelaku

    def unggah(isi=None, oleh=frans):
        with transaction.atomic():
            return basah.unggah(oleh, s, io.BytesIO(pindaian_pdf(2) if isi is None else isi))

    return SimpleNamespace(surat=s, frans=frans, ruth=ruth, unggah=unggah)


def test_cetakan_menyebut_ia_belum_sah_dan_tidak_diserahkan_ke_pekerja(siap):
    assert (
        not Kerja.objects.filter(jenis="surat.tanda").exists() and surat.tandatangani(siap.surat.id) is False
    )
    halaman = PdfReader(io.BytesIO(surat.buat_pdf(siap.surat))).pages[0].extract_text()
    assert "Cetakan untuk ditandatangani" in halaman and "secara elektronik" not in halaman


def test_yang_belum_dicetak_tidak_menerima_pindaian_dan_nomor_baru_meminta_cetakan_baru(siap):
    nomor.isi_pencatat(siap.frans, siap.surat, "9/2026")
    with pytest.raises(MasukanSalah, match="Cetak dulu"):
        siap.unggah()
    with transaction.atomic():
        assert basah.cetak(siap.frans, siap.surat).startswith(b"%PDF")
    assert siap.unggah().halaman == 2


def test_nomor_yang_disisihkan_dipakai_sekali_dan_nomor_lamanya_berpenjelasan(siap, orang):
    (ke,) = nomor.cadangkan(siap.frans, "surat_keterangan", orang("maria").orang.uid, 1)
    with transaction.atomic():
        nomor.tukar_cadangan(siap.frans, siap.surat, ke, Buku.susun(siap.surat.tanggal))
    lama = siap.surat.nomor
    siap.surat.refresh_from_db()
    assert (siap.surat.nomor, siap.surat.dicetak) == (ke, None) and f"/{ke}/" in siap.surat.nomor_teks
    buku = {b.nomor: b.keadaan for b in nomor.buku_nomor("surat_keterangan", siap.surat.tahun)}
    assert (buku[lama], buku[ke]) == ("dibatalkan", "surat") and not nomor.lubang(
        "surat_keterangan", siap.surat.tahun
    )
    assert nomor.tersedia("surat_keterangan", siap.surat.tahun) == []
    with pytest.raises(MasukanSalah, match="bukan nomor cadangan"), transaction.atomic():
        nomor.tukar_cadangan(siap.frans, siap.surat, ke, Buku.susun(siap.surat.tanggal))


def test_pindaian_disahkan_orang_kedua_menjadi_bukti(siap, pindaian_pdf):
    isi = pindaian_pdf(2)
    p = siap.unggah(isi)
    assert (p.halaman, p.putusan) == (2, "")
    with pytest.raises(TidakBoleh, match="orang lain"), transaction.atomic():
        basah.sahkan(siap.frans, p)
    with transaction.atomic():
        basah.sahkan(siap.ruth, p)
    siap.surat.refresh_from_db()
    assert (siap.surat.status, siap.surat.cara) == ("ditandatangani", "basah") and surat.sama_isi(
        siap.surat, isi
    )
    with pytest.raises(BedaVersi), transaction.atomic():
        basah.sahkan(siap.ruth, p)


@pytest.mark.dua_db
def test_basis_data_menolak_pengunggah_yang_mengesahkan(siap):
    p = siap.unggah()
    with pytest.raises(IntegrityError), transaction.atomic():
        PindaianSurat.objects.filter(id=p.id).update(putusan="sah", pemutus=p.pengunggah, diputus=p.dibuat)


def test_pindaian_yang_dikembalikan_boleh_diganti_dan_yang_menunggu_hanya_satu(siap):
    p = siap.unggah()
    with pytest.raises(MasukanSalah, match="menunggu pengesahan"):
        siap.unggah()
    with pytest.raises(MasukanSalah, match="alasannya"), transaction.atomic():
        basah.kembalikan(siap.ruth, p, "kabur")
    with transaction.atomic():
        basah.kembalikan(siap.ruth, p, "Halaman kedua terpotong")
    assert siap.unggah().id != p.id
    siap.surat.refresh_from_db()
    assert siap.surat.status == "disiapkan"


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        (b"", "sebagai PDF"),
        (b"\xff\xd8\xff foto", "sebagai PDF"),
        (b"%PDF-1.7\n%%EOF", "tidak dapat dibaca"),
        (b"%PDF-1.7\n" + b"x" * 2000, "tidak dapat dibaca"),
        (b"%PDF-1.7\n" + bytes(UKURAN_MAKS), "lebih besar"),
    ],
    ids=["kosong", "foto", "ekor saja", "sampah", "besar"],
)
def test_berkas_yang_bukan_pindaian_ditolak(siap, isi, pesan):
    with pytest.raises(MasukanSalah, match=pesan):
        siap.unggah(isi)
    assert not PindaianSurat.objects.exists()


def test_pdf_bersandi_dan_pdf_tanpa_halaman_ditolak(siap, pindaian_pdf):
    for isi in (pindaian_pdf(1, sandi="rahasia"), pindaian_pdf(0)):
        with pytest.raises(MasukanSalah, match="tidak dapat dibaca"):
            siap.unggah(isi)


def test_berkas_pindaian_tidak_disapu_sebagai_yatim(siap):
    p = siap.unggah()
    with pada_saat(date(2026, 12, 30)):
        assert sapu_yatim() == 0
    assert PindaianSurat.objects.get(id=p.id).berkas.ukuran > 0


def test_satu_surat_elektronik_dialihkan_dengan_alasan(keputusan, orang, pindaian_pdf):
    a, b = keputusan(2, tanda=False)
    frans = orang("frans").pelaku
    with pytest.raises(MasukanSalah, match="alasannya"), transaction.atomic():
        basah.alihkan(frans, a, "mati")
    with transaction.atomic():
        basah.alihkan(frans, a, ALASAN)
    jalankan_semua()
    a.refresh_from_db()
    b.refresh_from_db()
    assert (a.status, b.status) == ("disiapkan", "ditandatangani")
    dicetak(a)
    with transaction.atomic():
        p = basah.unggah(frans, a, io.BytesIO(pindaian_pdf()))
        basah.sahkan(orang("ruth").pelaku, p)
    a.refresh_from_db()
    assert a.cara == "basah"
    for s, pesan in ((a, "sudah ditandatangani"), (b, "sudah ditandatangani")):
        with pytest.raises(MasukanSalah, match=pesan), transaction.atomic():
            basah.alihkan(frans, s, ALASAN)


def test_tanda_tangan_elektronik_yang_sedang_berjalan_kalah_dari_pengalihan(keputusan, orang):
    s = keputusan(tanda=False)
    asal = surat.buat_pdf
    with pytest.MonkeyPatch.context() as m:

        def di_tengah(x):
            with transaction.atomic():
                basah.alihkan(orang("frans").pelaku, s, ALASAN)
            return asal(x)

        m.setattr(surat, "buat_pdf", di_tengah)
        assert surat.tandatangani(s.id) is False
    s.refresh_from_db()
    assert (s.status, s.basah, s.berkas) == ("disiapkan", True, None)


def test_nomor_tidak_berubah_selama_pindaiannya_diperiksa(siap):
    siap.unggah()
    with pytest.raises(MasukanSalah, match="pindaiannya"):
        nomor.isi_pencatat(siap.frans, siap.surat, "9/2026")


def test_yang_elektronik_tidak_menerima_pindaian_dan_sistem_tidak_mengunggah(
    keputusan, orang, pelaku_sistem, pindaian_pdf
):
    s = keputusan(tanda=False)
    with pytest.raises(MasukanSalah, match="tidak sedang menunggu"), transaction.atomic():
        basah.unggah(orang("frans").pelaku, s, io.BytesIO(pindaian_pdf()))
    with pytest.raises(TidakBoleh, match="bukan sistem"), transaction.atomic():
        basah.unggah(pelaku_sistem, s, io.BytesIO(pindaian_pdf()))
