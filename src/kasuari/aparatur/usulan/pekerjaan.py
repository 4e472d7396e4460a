"""Pekerjaan latar usulan: baris tindakan banyak, dan ringkasan jatuh tempo harian bagi pengelola kepegawaian."""

from kasuari.aparatur.usulan import massal
from kasuari.dasar.jejak.antrean import pekerjaan
from kasuari.dasar.jejak.models import Kerja


@pekerjaan("usulan.baris")
def baris(kerja: Kerja) -> None:
    massal.kerjakan(kerja.rujukan)
