"""Alamat halaman umum menurut bahasa akun. Halaman kerja beralamat satu; halaman umum Inggris di /en/."""

from django.conf import settings
from django.http import HttpRequest
from django.urls import translate_url
from django.utils import translation

from kasuari.dasar.akun.models import Akun


def alamat(tujuan: str, bahasa: str) -> str:
    """Alamat yang sama dalam bahasa itu; tidak berubah bila halamannya tidak punya alamat lain."""
    for asal, _nama in settings.LANGUAGES:
        with translation.override(asal):
            if (lain := translate_url(tujuan, bahasa)) != tujuan:
                return lain
    return tujuan


def pindah(request: HttpRequest) -> str:
    """Alamat tujuan bagi yang masuk dengan bahasa lain dan membuka halaman umum tanpa awalan; kosong bila tetap."""
    akun = request.user
    if request.method not in {"GET", "HEAD"} or not isinstance(akun, Akun):
        return ""
    sini = request.get_full_path()
    if akun.bahasa == settings.LANGUAGE_CODE or (lain := alamat(sini, akun.bahasa)) == sini:
        return ""
    return lain
