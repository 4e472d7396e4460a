"""Kota contoh: sama untuk pilihan yang sama, dan semua NIP serta NIK-nya sah menurut hukum."""

from datetime import date
from itertools import pairwise
from random import Random

from kasuari.aturan.buku import Buku
from kasuari.aturan.identitas import urai_nik, urai_nip
from kasuari.aturan.masa_kerja import selisih_bulan
from kasuari.aturan.pangkat import mkg_sesudah_pindah
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


def test_masa_kerja_golongan_berjalan_terus_saat_naik_pangkat_dan_kgb_di_anak_tangga():
    """Pindah golongan memotong 6 tahun (ke II) atau 5 tahun (ke III); selain itu tahun dan bulannya berlanjut."""
    naik = 0
    buku = Buku.susun(HARI)
    for r, fakta in _susun(200):
        gol = sorted((f for f in fakta if f.kode == "golongan"), key=lambda f: f.mulai)
        for a, b in pairwise(gol):
            jalan = a.isi["mk_tahun"] * 12 + a.isi["mk_bulan"] + selisih_bulan(a.mulai, b.mulai)
            jalan = mkg_sesudah_pindah(a.isi["golongan"], jalan, b.isi["golongan"], buku)
            assert b.isi["mk_tahun"] * 12 + b.isi["mk_bulan"] == jalan, r.nip
            naik += 1
        for k in (f for f in fakta if f.kode == "kgb" and f.mulai > gol[0].mulai):
            g = [f for f in gol if f.mulai <= k.mulai][-1]
            mk = g.isi["mk_tahun"] * 12 + g.isi["mk_bulan"] + selisih_bulan(g.mulai, k.mulai)
            assert (k.isi["mk_tahun"], k.isi["mk_bulan"]) == (mk // 12, 0)
    assert naik > 50
