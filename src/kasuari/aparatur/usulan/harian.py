"""Tiap hari: ringkasan jatuh tempo bagi pengelola, perjanjian kerja yang hampir habis, dan akun yang sudah berhenti.

Perjanjian yang habis tidak pernah menghentikan gaji dengan sendirinya: pejabatnya diingatkan sampai ada keputusannya.
"""

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from kasuari.aparatur.pegawai import surat_izin
from kasuari.aparatur.pegawai.models import RiwayatKontrak, RiwayatStatus
from kasuari.aparatur.usulan import rangka, selectors
from kasuari.aparatur.usulan.models import Usulan
from kasuari.aturan.register import kedudukan_keluar
from kasuari.dasar.akun import selectors as akun
from kasuari.dasar.akun.models import Akun
from kasuari.dasar.akun.pelaku import susun_pelaku
from kasuari.dasar.akun.service import tutup_akun
from kasuari.dasar.inti.fakta import keadaan
from kasuari.dasar.inti.pelaku import sistem
from kasuari.dasar.inti.pengenal import uuid_dari
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.kabar import service as kabar
from kasuari.dasar.kabar.templat import daftarkan
from kasuari.dasar.ketentuan import selectors as ketentuan

PETUGAS = ("umpeg", "bkpsdm")
BERWENANG = ("sekda", "kepala_bkpsdm")  # pejabat yang berwenang (PyB) menurut perannya

JATUH = daftarkan(
    "usulan.jatuh", "{n} hal jatuh tempo dan belum diurus",
    "Dalam {hari} hari: {rincian}. Buka daftar jatuh tempo untuk menyusun usulannya sekaligus.",
    "{n} items are due and not yet taken care of",
    "Within {hari} days: {rincian_en}. Open the due list to draft their proposals at once.",
)  # fmt: skip
KONTRAK = daftarkan(
    "usulan.kontrak", "Perjanjian kerja {nama} berakhir {tanggal}",
    "Belum ada perpanjangan atau keputusan berhentinya. Gajinya tidak dihentikan dengan sendirinya: putuskan sebelum hari itu.",
    "The work agreement of {nama} ends {tanggal}",
    "There is no extension or termination yet. Pay does not stop by itself: decide before that day.",
)  # fmt: skip


def ringkas(pejabat: Akun) -> bool:
    """Satu kabar sehari bagi seorang pengelola; tidak ada bila tidak ada yang jatuh tempo. Kuerinya tetap."""
    pelaku = susun_pelaku(pejabat)
    hari = int(ketentuan.buku(hari_ini()).tabel("usulan_jatuh_hari")["dekat"])
    banyak = [
        (j, n)
        for j in rangka.semua()
        if j.jatuh is not None
        and (n := selectors.jatuh_tempo(pelaku, j, hari).filter(usulan_id=None).count())
    ]
    judul: list[tuple[Any, int]] = [(j.judul, n) for j, n in banyak]
    if n := surat_izin.berakhir(pelaku, hari).count():
        judul.append((_("STR, SIP, dan surat berjangka"), n))
    if not judul:
        return False
    rincian = {}
    for bahasa, kunci in (("id", "rincian"), ("en", "rincian_en")):
        with override(bahasa):
            rincian[kunci] = ", ".join(f"{j} {n}" for j, n in judul)
    kabar.kirim(
        pejabat.orang.uid, JATUH, {"n": sum(n for _j, n in judul), "hari": hari, **rincian},
        uuid_dari("usulan.jatuh", pejabat.uid, hari_ini().isoformat()), tautan=reverse("usulan:jatuh_semua"),
    )  # fmt: skip
    return True


def ringkas_semua() -> int:
    """Satu transaksi seorang; banyaknya yang dikabari kembali."""
    n = 0
    for pejabat in akun.pemegang(*PETUGAS):
        with transaction.atomic():
            n += ringkas(pejabat)
    return n


def ingatkan_kontrak() -> int:
    """Mengabari pejabat yang berwenang, sekali tiap perjanjian tiap ambang hari; banyaknya perjanjian kembali."""
    hari, buku = hari_ini(), ketentuan.buku(hari_ini())
    ambang = sorted(int(n) for n in buku.nilai("usulan_kontrak_ingat_hari"))
    lanjut = RiwayatKontrak.objects.filter(
        subjek=OuterRef("subjek"), ditutup=None, sampai__gt=OuterRef("sampai")
    )
    keluar = RiwayatStatus.objects.filter(
        Q(nihil=True) | Q(kedudukan__in=kedudukan_keluar(buku)), subjek=OuterRef("subjek"), ditutup=None,
        mulai__lte=OuterRef("sampai"),
    )  # fmt: skip
    habis = RiwayatKontrak.objects.filter(
        ~Exists(lanjut), ~Exists(keluar), ditutup=None, sampai__lte=hari + timedelta(days=ambang[-1]), subjek__kini__aktif=True,
    ).select_related("subjek__orang")  # fmt: skip
    kepada = akun.pemegang(*BERWENANG)
    n = 0
    for k in habis:
        n += 1
        sisa = max((k.sampai - hari).days, 0)
        batas = next(a for a in ambang if a >= sisa)
        for a in kepada:
            kabar.kirim(
                a.orang.uid, KONTRAK,
                {"nama": k.subjek.orang.nama_gelar, "tanggal": f"{k.sampai - timedelta(days=1):%d-%m-%Y}"},
                uuid_dari("usulan.kontrak", k.uid, batas, a.uid), tautan=reverse("usulan:jatuh_semua"),
            )  # fmt: skip
    return n


def tutup_akun_berhenti() -> int:
    """Akun orang yang keputusan berhentinya sudah mulai berlaku; hanya yang ditulis keputusan di sini, bukan impor."""
    hari = hari_ini()
    surat = Usulan.objects.filter(surat__isnull=False).values("surat_id")
    status = keadaan(RiwayatStatus, pada=hari).filter(
        Q(nihil=True) | Q(kedudukan__in=kedudukan_keluar(ketentuan.buku(hari))),
        surat__in=surat, subjek__orang__akun__aktif=True,
    )  # fmt: skip
    return sum(
        tutup_akun(sistem("usulan"), s.subjek.orang.uid, f"{s.sebab}: {s.sk_nomor}")
        for s in status.select_related("subjek__orang")
    )
