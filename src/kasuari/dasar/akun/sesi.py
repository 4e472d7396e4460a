"""Sesi peramban: memulai, mencatat terakhir dipakai, mengakhiri. Di sinilah akun bersentuhan dengan HTTP."""

from datetime import timedelta

from django.conf import settings
from django.contrib.auth import SESSION_KEY, login, logout
from django.db import transaction
from django.http import HttpRequest
from django.utils.translation import activate

from kasuari.dasar.akun import peristiwa
from kasuari.dasar.akun.models import Akun, Sesi
from kasuari.dasar.akun.pelaku import susun_pelaku
from kasuari.dasar.inti.galat import TidakAda
from kasuari.dasar.inti.waktu import sekarang
from kasuari.dasar.jejak.service import catat

SELANG = timedelta(minutes=5)  # `terakhir` paling sering ditulis sekali dalam selang ini
PERAMBAN = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("Firefox", "Firefox"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
SISTEM = (
    ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "Mac"),
    ("Linux", "Linux"),
)  # fmt: skip


def mulai(request: HttpRequest, akun: Akun, *, langkah_kedua: bool = False, sudo: bool = True) -> None:
    """Memasukkan akun yang sudah terbukti; kunci sesi berganti (tidak dapat ditanam lebih dulu)."""
    with transaction.atomic():
        request.session.flush()
        login(request, akun, backend="django.contrib.auth.backends.ModelBackend")
        kini = sekarang()
        request.session["langkah_kedua"] = langkah_kedua
        if sudo:
            request.session["sudo_pada"] = kini.timestamp()
        request.session["dilihat"] = kini.timestamp()
        request.session.save()
        Sesi.objects.create(
            akun=akun, kunci=request.session.session_key or "", perangkat=perangkat(request), dibuat=kini, terakhir=kini
        )  # fmt: skip
        pelaku = susun_pelaku(akun)
        catat(
            peristiwa.MASUK, pelaku, ("akun", akun.uid), subjek=[akun.orang.uid],
            sesudah={"langkah_kedua": langkah_kedua},
        )  # fmt: skip
    request.pelaku = pelaku  # type: ignore[attr-defined]
    activate(akun.bahasa)


def masukkan(request: HttpRequest, akun: Akun) -> None:
    """Masuk sekali klik untuk tur: hanya di kota demo, dan hanya akun contoh."""
    if not settings.DEMO or not akun.contoh or not akun.aktif:
        raise TidakAda("Halaman ini tidak ada.")
    mulai(request, akun, langkah_kedua=True, sudo=False)


def akhiri(request: HttpRequest) -> None:
    """Keluar dari perangkat ini."""
    akun = request.user
    if isinstance(akun, Akun):
        with transaction.atomic():
            Sesi.objects.filter(kunci=request.session.session_key or "").delete()
            catat(peristiwa.KELUAR, susun_pelaku(akun), ("akun", akun.uid))
    logout(request)


def sentuh(request: HttpRequest) -> None:
    """Memperbarui 'terakhir dipakai' dan umur sesi, paling sering sekali lima menit."""
    kini = sekarang()
    if SESSION_KEY not in request.session:
        return
    if kini.timestamp() - request.session.get("dilihat", 0) < SELANG.total_seconds():
        return
    request.session["dilihat"] = kini.timestamp()
    Sesi.objects.filter(kunci=request.session.session_key or "").update(terakhir=kini)


def ganti_kunci(lama: str | None, request: HttpRequest) -> None:
    """Sesudah sandi diganti kunci sesi berputar; perangkat ini tetap, perangkat lain berakhir."""
    akun = request.user
    if isinstance(akun, Akun):
        request.session.save()
        Sesi.objects.filter(akun=akun).exclude(kunci=lama or "").delete()
        Sesi.objects.filter(kunci=lama or "").update(kunci=request.session.session_key or "")


def perangkat(request: HttpRequest) -> str:
    """'Chrome di Android' dari tajuk peramban; tulisan mentahnya tidak disimpan."""
    ua = request.headers.get("User-Agent", "")
    peramban = next((nama for tanda, nama in PERAMBAN if tanda in ua), "Peramban lain")
    sistem = next((nama for tanda, nama in SISTEM if tanda in ua), "")
    return f"{peramban}, {sistem}" if sistem else peramban
