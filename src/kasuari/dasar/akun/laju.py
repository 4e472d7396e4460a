"""Pembatas laju di basis data: dipakai bersama semua proses, tanpa alamat atau nama mentah.

Tiap percobaan disisipkan DULU, baru dihitung, jadi banyak percobaan serentak tidak dapat melewati batas.
Yang berhasil dilepas lagi; yang tertahan tidak memperpanjang masa tunggu.
"""

from datetime import timedelta
from ipaddress import ip_address

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext as _

from kasuari.dasar.akun.models import Percobaan
from kasuari.dasar.inti.galat import MasukanSalah
from kasuari.dasar.inti.sandi import indeks_buta
from kasuari.dasar.inti.waktu import sekarang

# guna: (banyak, masa). Kantor sering berbagi satu alamat, jadi batas alamat lebih longgar.
BATAS = {
    "masuk": (5, timedelta(minutes=15)),
    "alamat": (60, timedelta(minutes=15)),
    "kode": (5, timedelta(minutes=15)),
    "aktivasi": (10, timedelta(hours=1)),
    "lupa": (3, timedelta(hours=1)),
    "sah": (30, timedelta(minutes=15)),  # kode surat yang salah, tiap alamat
    "layanan_kode": (30, timedelta(minutes=15)),  # kode permohonan yang salah, tiap alamat
    "layanan_buka": (5, timedelta(minutes=15)),  # tanggal lahir atau nomor HP yang salah, tiap kode
    "antrean": (20, timedelta(hours=1)),  # nomor antre dari HP, tiap alamat
    "antrean_kios": (600, timedelta(hours=1)),  # nomor antre dari kios ruang tunggu, tiap alamat
    "layanan_draf": (60, timedelta(hours=1)),  # permohonan yang dimulai, tiap alamat
}


class TerlaluSering(MasukanSalah):
    """Terlalu banyak percobaan; kalimatnya menyebut lama menunggu."""


def ambil(guna: str, siapa: str) -> int:
    """Mencatat satu percobaan dan mengembalikan nomornya; TerlaluSering bila batasnya terlampaui."""
    banyak, masa = BATAS[guna]
    sidik, kini = _sidik(guna, siapa), sekarang()
    ini = Percobaan.objects.create(guna=guna, siapa=sidik, saat=kini).id
    dalam = Percobaan.objects.filter(guna=guna, siapa=sidik, saat__gt=kini - masa, id__lte=ini).order_by("id")
    saat = list(dalam.values_list("saat", flat=True))
    if len(saat) > banyak:
        lepas(ini)
        raise _terlalu(saat[-banyak - 1] + masa - kini)
    return ini


def pastikan(guna: str, siapa: str) -> None:
    """TerlaluSering bila batasnya sudah habis; tidak mencatat apa pun. Yang habis batasnya tidak boleh diberi tahu apa pun lagi."""
    banyak, masa = BATAS[guna]
    kini = sekarang()
    dalam = Percobaan.objects.filter(guna=guna, siapa=_sidik(guna, siapa), saat__gt=kini - masa)
    saat = dalam.order_by("-id").values_list("saat", flat=True)[banyak - 1 : banyak].first()
    if saat is not None:
        raise _terlalu(saat + masa - kini)


def _terlalu(sisa: timedelta) -> TerlaluSering:
    menit = max(1, -int(-sisa.total_seconds() // 60))
    return TerlaluSering(
        _("Terlalu banyak percobaan. Tunggu %(menit)s menit, lalu coba lagi.") % {"menit": menit}
    )


def _sidik(guna: str, siapa: str) -> bytes:
    return indeks_buta(siapa.casefold(), f"laju:{guna}")


def lepas(*nomor: int) -> None:
    Percobaan.objects.filter(id__in=nomor).delete()


def lepas_semua(guna: str, siapa: str) -> None:
    """Melupakan percobaan seseorang, misalnya sesudah ia membuat sandi baru."""
    Percobaan.objects.filter(guna=guna, siapa=_sidik(guna, siapa)).delete()


def alamat(request: HttpRequest) -> str:
    """Alamat pengirim untuk dihitung saja. Di belakang perantara setempat: alamat yang ditambahkannya."""
    langsung = str(request.META.get("REMOTE_ADDR") or "")
    lewat = str(request.META.get("HTTP_X_FORWARDED_FOR", "")).rsplit(",", 1)[-1].strip()
    if getattr(settings, "SECURE_PROXY_SSL_HEADER", None) and lewat and _setempat(langsung):
        return lewat
    return langsung


def _setempat(teks: str) -> bool:
    try:
        return not teks or ip_address(teks).is_loopback
    except ValueError:
        return False
