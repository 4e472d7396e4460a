"""Pekerjaan latar register: baris kini dan indikator harian, ekspor besar, selisih SIASN."""

from kasuari.aparatur.pegawai import indikator, kini, saringan, surat_izin, unduh
from kasuari.aparatur.pegawai.models import Ekspor
from kasuari.aparatur.pegawai.selisih import tarik_selisih
from kasuari.aparatur.pegawai.siasn.http import dari_setelan
from kasuari.dasar.akun.models import Akun
from kasuari.dasar.akun.pelaku import susun_pelaku
from kasuari.dasar.inti.pelaku import sistem
from kasuari.dasar.inti.pengenal import uuid_dari
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.jejak.antrean import dengar, maju, pekerjaan
from kasuari.dasar.jejak.jadwal import tiap
from kasuari.dasar.jejak.models import Kerja
from kasuari.dasar.ketentuan import peristiwa as ketentuan
from kasuari.dasar.organisasi import peristiwa as organisasi

POTONG = 100


@tiap(menit=24 * 60)
@pekerjaan("pegawai.kini_harian")
def kini_harian(kerja: Kerja) -> None:
    kini.tulis(kini.berubah_hari_ini())


def kini_semua(kerja: Kerja) -> None:
    """Unit pindah induk (perangkat daerah orangnya ikut berganti), atau ketentuan daerah mulai atau berhenti dipakai."""
    kini.tulis()


for _acara in (organisasi.UNIT, organisasi.REORGANISASI, *ketentuan.BERUBAH):
    dengar(_acara, f"pegawai.kini.{_acara}", kini_semua)


@tiap(menit=24 * 60)
@pekerjaan("pegawai.indikator")
def indikator_bulan(kerja: Kerja) -> None:
    """Angka bulan berjalan: sementara sampai bulan berganti."""
    indikator.terbitkan(sistem("indikator"), hari_ini().replace(day=1), final=False)


@tiap(menit=24 * 60)
@pekerjaan("pegawai.surat_izin")
def surat_berakhir(kerja: Kerja) -> None:
    surat_izin.ingatkan()


@pekerjaan("pegawai.ekspor", transaksi=False)
def ekspor(kerja: Kerja) -> None:
    """Wewenang peminta disusun ulang saat dikerjakan; sandi sudah diminta saat ia meminta."""
    baris = Ekspor.objects.get(uid=kerja.rujukan)
    unduh.susun(baris, susun_pelaku(Akun.objects.get(uid=baris.akun), sudo=True))


@pekerjaan("pegawai.selisih", transaksi=False)
def selisih(kerja: Kerja) -> None:
    """Menarik data satu unit dari SIASN, seratus orang sekali simpan; yang terputus diteruskan dari awal."""
    akun, _, unit = kerja.rujukan.partition("|")
    pelaku = susun_pelaku(Akun.objects.get(uid=akun))
    klien = dari_setelan()
    nip = list(
        saringan.terapkan(pelaku, saringan.Saringan(unit=unit), izin="pegawai.selisih")
        .order_by("nip").values_list("nip", flat=True)
    )  # fmt: skip
    for awal in range(0, len(nip), POTONG):
        tarik_selisih(pelaku, nip[awal : awal + POTONG], klien, uuid_dari(kerja.id, kerja.coba, awal))
        maju(kerja, awal, len(nip))
