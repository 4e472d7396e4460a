"""Angka bulanan kota contoh: indikator tiap bulan, dan larian indeks tiap Februari dan pada hari terakhir."""

from collections.abc import Callable
from datetime import date

from kasuari.aparatur.pegawai import indikator as indikator_pegawai
from kasuari.aparatur.pegawai.models import Pegawai
from kasuari.aparatur.profesionalitas import indikator as indikator_ip
from kasuari.aparatur.profesionalitas import service as profesionalitas
from kasuari.aparatur.profesionalitas.models import NilaiIp
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.pengenal import uuid_dari

BULAN_UKUR = 2  # pengukuran tahun lalu selesai pada semester pertama
GESER_RESMI = (
    0,
    0,
    0,
    -250,
    -500,
    250,
)  # nilai resmi BKN di demo berbeda sedikit, seperti SIASN yang tertinggal


def pengisi(oleh: Pelaku, per: date) -> Callable[[date], None]:
    """Fungsi yang dipanggil pada tiap akhir bulan sejarah, di bawah jam bulan itu."""

    def bulan(hari: date) -> None:
        awal = hari.replace(day=1)
        indikator_pegawai.terbitkan(oleh, awal, final=hari != per)
        if hari.month == BULAN_UKUR and hari != per:
            _ukur(oleh, hari.year - 1, awal, final=True)
            _resmi(oleh, hari.year - 1)
        if hari == per:
            _ukur(oleh, hari.year, awal, final=False)

    return bulan


def _ukur(oleh: Pelaku, tahun: int, periode: date, *, final: bool) -> None:
    hasil = profesionalitas.hitung_tahun(oleh, tahun=tahun, kunci=uuid_dari("contoh", "ip", tahun))
    assert hasil.uid is not None
    indikator_ip.terbitkan(oleh, hasil.uid, periode, final=final)


def _resmi(oleh: Pelaku, tahun: int) -> None:
    """Nilai resmi BKN rekaan bagi dua pertiga orang, sedikit berbeda dari perkiraan kita."""
    nip = dict(Pegawai.objects.values_list("id", "nip"))
    nilai = NilaiIp.objects.filter(larian__periode=str(tahun)).order_by("pegawai_id")
    baris = [
        profesionalitas.BarisResmi(
            nip[v.pegawai_id],
            v.kualifikasi,
            max(0, v.kompetensi + GESER_RESMI[v.pegawai_id % 6]),
            v.kinerja,
            v.disiplin,
        )
        for v in nilai
        if v.pegawai_id % 3
    ]
    profesionalitas.catat_resmi(oleh, tahun=tahun, baris=baris, kunci=uuid_dari("contoh", "resmi", tahun))
