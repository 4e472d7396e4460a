"""Cuti yang jatuh tempo: cuti tahunan yang hangus pada akhir tahun, dan cuti panjang yang segera berakhir."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from kasuari.aparatur.cuti.models import Jenis
from kasuari.aparatur.cuti.saldo import Orang, saldo_banyak
from kasuari.aparatur.pegawai import selectors as pegawai
from kasuari.aparatur.pegawai.models import PegawaiKini, RiwayatCuti
from kasuari.aturan.buku import Buku
from kasuari.aturan.cuti import SUSUNAN
from kasuari.aturan.masukan import dari_hari
from kasuari.aturan.register import kedudukan_keluar
from kasuari.aturan.rumus import hitung
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.ketentuan import selectors as ketentuan

CLTN = "02"  # kedudukan SIASN selama cuti di luar tanggungan negara


class Hangus(NamedTuple):
    """Cuti tahunan seorang pegawai (hari kerja): sisa kini, yang terbawa ke tahun depan, dan yang hangus."""

    orang: PegawaiKini
    sisa: int
    terbawa: int
    hangus: int


class Berakhir(NamedTuple):
    """`kembali`: hari pertama bekerja lagi. `lapor`: hari terakhir melapor (hanya CLTN). `lewat`: sudah berakhir."""

    orang: PegawaiKini
    fakta: RiwayatCuti
    kembali: date
    lapor: date | None
    lewat: bool


def _lingkup(pelaku: Pelaku, unit: Sequence[int]) -> "QuerySet[PegawaiKini]":
    qs = pegawai.daftar(pelaku, izin="cuti.lihat").exclude(orang_uid=pelaku.orang)
    return qs.filter(unit__in=unit) if unit else qs


def akhir_tahun() -> date:
    return date(hari_ini().year, 12, 31)


def hangus(pelaku: Pelaku, unit: Sequence[int] = ()) -> list[Hangus]:
    """Pegawai aktif dalam jangkauan yang cuti tahunannya hangus pada akhir tahun, terbanyak lebih dulu.

    Andai tidak ada lagi yang diambil sampai akhir tahun. Dasar: parameter `cuti_terbawa_satu_tahun` dan kerabatnya.
    """
    orang = list(_lingkup(pelaku, unit).filter(aktif=True).order_by("nama", "pegawai"))
    tahun = hari_ini().year
    saldo = saldo_banyak([Orang(k.pegawai_id, k.jenis, k.tmt_cpns) for k in orang], tahun, sesudah=1)
    hasil = []
    for k in orang:
        kini, depan = saldo[k.pegawai_id][-2:]
        terbawa = depan.terbawa_n1 + depan.terbawa_n2
        if kini.sisa > terbawa:
            hasil.append(Hangus(k, kini.sisa, terbawa, kini.sisa - terbawa))
    return sorted(hasil, key=lambda h: -h.hangus)


def jangka(buku: Buku) -> list[int]:
    """Jangkauan daftar jatuh tempo (hari), terdekat lebih dulu."""
    return sorted(int(v) for v in buku.tabel("usulan_jatuh_hari").values())


def berakhir(pelaku: Pelaku, hari: int, unit: Sequence[int] = ()) -> list[Berakhir]:
    """Cuti panjang dalam jangkauan yang berakhir sampai `hari` hari lagi, terdekat lebih dulu.

    Yang bersambung dengan cuti sejenis tidak ikut. CLTN yang sudah lewat ikut selama kedudukannya belum kembali aktif.
    Dasar: Peraturan BKN 24/2017 jo. 7/2021; parameter `cuti_panjang_jenis`, `cuti_panjang_hari`, `cuti_cltn_lapor_bulan`.
    """
    kini, buku = hari_ini(), ketentuan.buku(hari_ini())
    orang = {
        k.pegawai_id: k for k in _lingkup(pelaku, unit).filter(pegawai__in=_fakta(kini, hari, buku).values("subjek"))
    }  # fmt: skip
    fakta = _fakta(kini, hari, buku).filter(subjek__in=orang).order_by("sampai", "subjek")
    keluar = kedudukan_keluar(buku)
    return [
        Berakhir(
            orang[f.subjek_id], f, f.sampai,
            _lapor(f.sampai - timedelta(days=1), buku) if f.jenis == Jenis.CLTN else None, f.sampai <= kini,
        )
        for f in fakta
        if f.sampai is not None and orang[f.subjek_id].kedudukan not in keluar
    ]  # fmt: skip


def _lapor(terakhir: date, buku: Buku) -> date:
    """Hari terakhir melapor sesudah CLTN berakhir."""
    return dari_hari(int(hitung(SUSUNAN, {"selesai": [terakhir]}, buku, ["cltn_lapor"])["cltn_lapor"][0]))


def _fakta(kini: date, hari: int, buku: Buku) -> "QuerySet[RiwayatCuti]":
    lanjut = RiwayatCuti.objects.filter(
        subjek=OuterRef("subjek"), ditutup=None, jenis=OuterRef("jenis"), mulai=OuterRef("sampai")
    )
    belum_kembali = Q(jenis=Jenis.CLTN, sampai__lte=kini, subjek__kini__kedudukan=CLTN)
    panjang = Q(hari__gte=int(buku.nilai("cuti_panjang_hari")))
    jenis = [str(j) for j in buku.nilai("cuti_panjang_jenis")]
    akan = Q(sampai__gt=kini, sampai__lte=kini + timedelta(days=hari), mulai__lte=F("sampai"))
    return RiwayatCuti.objects.filter(
        ~Exists(lanjut), panjang, akan | belum_kembali, ditutup=None, jenis__in=jenis
    )
