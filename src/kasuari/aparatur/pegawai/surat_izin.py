"""STR, SIP, dan surat berjangka yang segera berakhir: daftarnya bagi pengelola, dan kabarnya bagi pemiliknya."""

from collections.abc import Sequence
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse

from kasuari.aparatur.pegawai.label import JENIS_SURAT_IZIN
from kasuari.aparatur.pegawai.models import PegawaiKini, RiwayatSuratIzin
from kasuari.dasar.akun.izin import pastikan, saring
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.pengenal import uuid_dari
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.kabar import service as kabar
from kasuari.dasar.kabar.templat import daftarkan
from kasuari.dasar.ketentuan import selectors as ketentuan

BERAKHIR = daftarkan(
    "pegawai.surat_izin", "{surat} Anda berakhir {tanggal}",
    "Perpanjang sebelum hari itu, lalu ajukan suratnya yang baru lewat Perbaiki data saya, bagian STR dan SIP.",
    "Your {surat_en} ends on {tanggal}",
    "Renew it before that day, then send the new one through Correct my data, part licences.",
)  # fmt: skip
_EN = {
    "str": "registration (STR)",
    "sip": "practice licence (SIP)",
    "sertifikat": "certificate",
    "lain": "paper",
}


def jangka() -> list[int]:
    """Jangkauan daftar dan ambang pengingat (hari), terdekat lebih dulu."""
    return sorted(int(n) for n in ketentuan.buku(hari_ini()).nilai("register_surat_hari"))


def _habis(hari: int) -> "QuerySet[RiwayatSuratIzin]":
    """Surat pegawai aktif yang berakhir sampai `hari` hari lagi (yang terlewat ikut) dan belum ada penggantinya.

    Pengganti: surat sejenis dengan keterangan yang sama yang berakhir lebih lambat, atau seumur hidup.
    """
    ganti = RiwayatSuratIzin.objects.filter(
        Q(sampai=None) | Q(sampai__gt=OuterRef("sampai")), subjek=OuterRef("subjek"), ditutup=None,
        jenis=OuterRef("jenis"), keterangan=OuterRef("keterangan"),
    )  # fmt: skip
    return RiwayatSuratIzin.objects.filter(
        ~Exists(ganti),
        ditutup=None,
        sampai__lte=hari_ini() + timedelta(days=hari + 1),
        subjek__kini__aktif=True,
    )


def berakhir(pelaku: Pelaku, hari: int, unit: Sequence[int] = ()) -> "QuerySet[RiwayatSuratIzin]":
    """Surat dalam jangkauan pengelola, terdekat lebih dulu. Galat: `TidakBoleh`."""
    pastikan(pelaku, "pegawai.surat_izin")
    orang = saring(pelaku, "pegawai.surat_izin", PegawaiKini.objects.filter(aktif=True))
    if unit:
        orang = orang.filter(unit__in=unit)
    qs = _habis(hari).filter(subjek__in=orang.values("pegawai"))
    return qs.select_related("subjek__kini", "subjek__kini__unit__kini").order_by("sampai", "subjek", "id")


def hari_terakhir(f: RiwayatSuratIzin) -> date:
    assert f.sampai is not None
    return f.sampai - timedelta(days=1)


def ingatkan() -> int:
    """Mengabari pemiliknya, sekali tiap surat tiap ambang hari; banyaknya surat kembali."""
    ambang, n = jangka(), 0
    for f in _habis(ambang[-1]).select_related("subjek__orang"):
        n += 1
        sisa = max((hari_terakhir(f) - hari_ini()).days, 0)
        batas = next(a for a in ambang if a >= sisa)
        isi = {
            "surat": str(JENIS_SURAT_IZIN[f.jenis]), "surat_en": _EN[f.jenis], "tanggal": f"{hari_terakhir(f):%d-%m-%Y}",
        }  # fmt: skip
        kabar.kirim(
            f.subjek.orang.uid, BERAKHIR, isi, uuid_dari("pegawai.surat_izin", f.uid, batas), tautan=reverse("pegawai:saya")
        )  # fmt: skip
    return n
