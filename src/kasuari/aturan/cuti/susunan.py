"""Susunan rumus cuti."""

from ..rumus import Susunan
from . import lain, tahunan
from .bidang import BIDANG

SUSUNAN = Susunan(
    "cuti",
    BIDANG,
    (
        tahunan.berhak_tahunan,
        tahunan.hak_tahunan,
        tahunan.sisa_terbawa,
        tahunan.tambahan_bersama,
        tahunan.jatah_tahunan,
        tahunan.sisa_tahunan,
        tahunan.tambahan_tempat_sulit,
        tahunan.hari_cuti_tahunan,
        tahunan.hari_cuti_kalender,
        lain.sakit_terakhir,
        lain.tahap_sakit,
        lain.jenis_cuti_lahir,
        lain.bulan_cuti_lahir,
        lain.lahir_terakhir,
        lain.berhak_besar,
        lain.besar_terakhir,
        lain.jenis_alasan_penting,
        lain.alasan_penting_terakhir,
        lain.berhak_cltn,
        lain.cltn_terakhir,
        lain.cltn_lapor,
    ),
)
