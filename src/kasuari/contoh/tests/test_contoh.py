"""Kota contoh: sama untuk pilihan yang sama, dan semua NIP serta NIK-nya sah menurut hukum."""

from datetime import date
from itertools import pairwise
from random import Random

from kasuari.aturan.identitas import urai_nik, urai_nip
from kasuari.contoh import karier, kota, orang

HARI = date(2026, 11, 23)


def _susun(n):
    acak = Random("uji")
    susunan = kota.rencana(n)
    rekaan = orang.susun(susunan, n, HARI, acak)
    return [(r, karier.susun(r, HARI, acak)) for r in rekaan]


def test_pilihan_sama_memberi_kota_yang_sama():
    assert [(r.nip, r.nama, f) for r, f in _susun(80)] == [(r.nip, r.nama, f) for r, f in _susun(80)]


def test_identitas_rekaan_sah_dan_tidak_kembar():
    rekaan = [r for r, _ in _susun(400)]
    assert len({r.nip for r in rekaan}) == 400
    for r in rekaan:
        assert urai_nip(r.nip).lahir == r.lahir
        assert r.tmt.year - r.lahir.year >= 18
        assert not r.nik or urai_nik(r.nik).cocok_lahir(r.lahir)


def test_tidak_ada_fakta_dari_masa_depan_atau_sebelum_lahir():
    for r, fakta in _susun(200):
        assert all(r.lahir < f.mulai <= HARI and f.dicatat <= HARI for f in fakta)


def test_masa_kerja_golongan_tidak_pernah_mundur_di_golongan_yang_sama():
    for _, fakta in _susun(200):
        gol = [f for f in fakta if f.kode == "golongan"]
        for a, b in pairwise(gol):
            if a.isi["golongan"].split("/")[0] == b.isi["golongan"].split("/")[0]:
                assert b.isi["mk_tahun"] >= a.isi["mk_tahun"]
