"""Pelaksana rekaan: beberapa kursi pimpinan kosong di kota contoh dijalankan Plt dan Plh dari perangkat daerah yang sama."""

from datetime import date, timedelta

from kasuari.aparatur.pegawai import service as pegawai
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.pengenal import uuid_dari
from kasuari.dasar.organisasi import selectors as organisasi
from kasuari.dasar.organisasi.models import MANAJERIAL, Penugasan
from kasuari.dasar.organisasi.service import BarisPenugasan, Dasar

BANYAK = 4
LAMA = timedelta(days=90)


def isi(oleh: Pelaku, per: date) -> None:
    """`BANYAK` kursi kosong yang di perangkat daerahnya ada pejabat lain; sisanya tetap kosong."""
    tugas = organisasi.penugasan_pada().filter(jenis=Penugasan.Jenis.DEFINITIF)
    baris: list[BarisPenugasan] = []
    dipakai: set[int] = set()
    for n, (k, _kursi) in enumerate(organisasi.lowong()):
        opd = k.unit.kini.opd_id
        if opd is None or len(baris) == BANYAK or opd in dipakai:
            continue
        pos = organisasi.pos_pada().filter(
            jenis__in=MANAJERIAL, kepala=False, unit__in=organisasi.keturunan(opd).values("unit_id")
        )
        calon = tugas.filter(pos__in=pos.values("subjek_id")).select_related("subjek").order_by("id").first()
        if calon is None:
            continue
        dipakai.add(opd)
        jenis = "plh" if len(baris) % 2 else "plt"
        mulai = per - timedelta(days=20 + n % 7)
        dasar = Dasar(f"821.2/{len(baris) + 1}/CONTOH/{mulai.year}")
        baris.append(BarisPenugasan(calon.subjek.uid, mulai, k.subjek.kode, jenis, mulai + LAMA, dasar=dasar))
    if baris:
        pegawai.tugaskan(oleh, baris=baris, kunci=uuid_dari("contoh", "pelaksana"))
