"""Cuti PNS dan PPPK: hak, jatah, saldo, dan hari terakhirnya. Siapa yang menyetujui diatur di ruang lain.

Cuti tahunan menghitung hari kerja unit, cuti lain hari kalender. Dasar: PP 11/2017 jo. PP 17/2020 dan Peraturan BKN
24/2017 jo. 7/2021 (PNS); PP 49/2018 dan Peraturan BKN 7/2022 (PPPK).
"""

from .bidang import JENIS, STATUS, TAHAP_SAKIT
from .lain import jenis_cuti
from .saldo import BarisSaldo, TahunCuti, saldo_cuti
from .susunan import SUSUNAN

__all__ = [
    "JENIS",
    "STATUS",
    "SUSUNAN",
    "TAHAP_SAKIT",
    "BarisSaldo",
    "TahunCuti",
    "jenis_cuti",
    "saldo_cuti",
]
