"""Daftar isi hukum lengkap: setiap parameter dan setiap susunan milik tepat satu pokok."""

from kasuari.aturan.parameter import semua
from kasuari.aturan.pokok import DAFTAR, POKOK


def test_setiap_parameter_dimiliki_tepat_satu_pokok():
    pemilik = {kode: [p.kode for p in POKOK if kode.startswith(p.parameter)] for kode in semua()}
    assert {k: p for k, p in pemilik.items() if len(p) != 1} == {}


def test_kode_pokok_tidak_ganda():
    assert len(DAFTAR) == len(POKOK)


def test_setiap_parameter_punya_dasar_dan_keyakinan_di_setiap_versi():
    cacat = [
        (p.kode, v.berlaku)
        for p in semua().values()
        for v in p.versi
        if not v.dasar.strip() or v.keyakinan not in ("sumber", "ingatan")
    ]
    assert cacat == []
