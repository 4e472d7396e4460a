"""Pekerjaan latar indeks: nilai resmi BKN ditarik sesudah tiap perhitungan, dan seminggu sekali."""

from kasuari.aparatur.pegawai.siasn.http import dari_setelan, terisi
from kasuari.aparatur.profesionalitas import peristiwa
from kasuari.aparatur.profesionalitas.models import NilaiIp
from kasuari.aparatur.profesionalitas.resmi import tarik_resmi
from kasuari.aparatur.profesionalitas.service import SUBJEK
from kasuari.dasar.inti.pelaku import sistem
from kasuari.dasar.inti.pengenal import uuid_dari
from kasuari.dasar.jejak.antrean import antre, dengar, maju, pekerjaan
from kasuari.dasar.jejak.jadwal import tiap
from kasuari.dasar.jejak.models import Kerja
from kasuari.dasar.ketentuan import larian as larian_

POTONG = 100  # orang sekali simpan; batas mesin


def minta_tarik(kerja: Kerja) -> None:
    """Menaruh penarikan bagi larian terakhir; tanpa sambungan SIASN atau larian tidak terjadi apa pun."""
    terakhir = larian_.terbaru(SUBJEK)
    if terakhir is not None and terisi():
        antre("profesionalitas.resmi", str(terakhir.id), uuid_dari("profesionalitas.resmi", kerja.id))


dengar(peristiwa.DIHITUNG, "profesionalitas.resmi_sesudah_hitung", minta_tarik)
tiap(menit=7 * 24 * 60)(pekerjaan("profesionalitas.resmi_mingguan")(lambda kerja: minta_tarik(kerja)))


@pekerjaan("profesionalitas.resmi", transaksi=False)
def tarik(kerja: Kerja) -> None:
    """Semua orang dalam satu larian, seratus sekali simpan; yang terputus diteruskan dari awal."""
    klien = dari_setelan()
    qs = NilaiIp.objects.filter(larian_id=kerja.rujukan).order_by("pegawai__nip")
    baris = list(qs.values_list("pegawai__nip", "larian__periode"))
    for awal in range(0, len(baris), POTONG):
        nip = [n for n, _periode in baris[awal : awal + POTONG]]
        tarik_resmi(sistem("siasn"), nip, klien, int(baris[awal][1]), uuid_dari(kerja.id, kerja.coba, awal))
        maju(kerja, awal + len(nip), len(baris))
