"""Disiplin PNS: hukuman karena tidak masuk kerja, kapan berlaku, dan akibatnya bagi gaji, kelas, dan eselon.

PPPK tidak termasuk (PP 49/2018). Pelanggaran lain ditimbang menurut dampaknya oleh pejabat yang berwenang; yang
dihitung di sini hanya yang dapat dihitung. Dasar: PP 94/2021; Peraturan BKN 6/2022.
"""

from ..rumus import Susunan
from . import rumus_disiplin as r
from .bidang import BIDANG, PPPK, STATUS
from .hukuman import HUKUMAN, NAMA, SIASN, TINGKAT, baca_hukuman, terberat

SUSUNAN = Susunan(
    "disiplin",
    BIDANG,
    (
        r.hari_setahun,
        r.berturut_penuh,
        r.hukuman_tidak_masuk,
        r.tingkat_tidak_masuk,
        r.gaji_berhenti,
        r.hukuman_berlaku,
        r.hukuman_selesai,
        r.potongan_tunjangan,
        r.lama_hukuman,
        r.hukuman_ulang,
        r.hukuman_atasan_lalai,
        r.keadaan_berjalan,
        r.hukuman_baru_mulai,
        r.kelas_sesudah,
        r.eselon_sesudah,
    ),
)

__all__ = [
    "HUKUMAN",
    "NAMA",
    "PPPK",
    "SIASN",
    "STATUS",
    "SUSUNAN",
    "TINGKAT",
    "baca_hukuman",
    "terberat",
]
