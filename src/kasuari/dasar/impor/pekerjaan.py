"""Pekerjaan latar impor: memeriksa berkas besar, menghapus isi mentah yang lewat masa simpan."""

from kasuari.dasar.inti.pelaku import sistem
from kasuari.dasar.jejak.antrean import maju, pekerjaan
from kasuari.dasar.jejak.jadwal import tiap
from kasuari.dasar.jejak.models import Kerja

from . import masa_simpan, pemeriksaan
from .models import ImporBerkas, Status


@pekerjaan("impor.uji", transaksi=False)
def uji(kerja: Kerja) -> None:
    """Berkas yang sudah berpindah keadaan (dikerjakan dua kali) dibiarkan."""
    b = ImporBerkas.objects.select_related("lampiran__berkas").get(id=kerja.rujukan)
    if b.status == Status.DIUNGGAH:
        pemeriksaan.periksa(b, pemeriksaan.isi_berkas(b), lambda n, dari: maju(kerja, n, dari))


@tiap(menit=24 * 60)
@pekerjaan("impor.hapus_mentah")
def hapus_mentah(kerja: Kerja) -> None:
    masa_simpan.hapus_mentah(sistem("masa simpan impor"))
