"""Yang berlaku bagi setiap susunan hukum: tidak bergantung kelompok, dan masukan buruk disebut tempatnya."""

import io
import json
import re
import sys
from collections.abc import Mapping
from contextlib import redirect_stdout
from dataclasses import replace
from datetime import date
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kasuari.aturan.blok import hitung_blok
from kasuari.aturan.buku import Buku
from kasuari.aturan.galat import MasukanTidakSah, ParameterTidakAda
from kasuari.aturan.kasus import DAFTAR
from kasuari.aturan.masukan import MasaKerja, Pilihan, Tanggal, Ya, baca_semua
from kasuari.aturan.rumus import Susunan, hitung, jelaskan
from kasuari.aturan.tarif import TarifKosong
from kasuari.aturan.tests.acak import BUKU, SUSUNAN, baris_sah, semua_rumus
from kasuari.aturan.tests.bantu import ditolak
from kasuari.cli import main

SETIAP = pytest.mark.parametrize("nama", sorted(SUSUNAN))
BENIH = st.integers(0, 2**32 - 1)


def sama(kiri, kanan):
    return {k: v.tolist() for k, v in kiri.items()} == {k: v.tolist() for k, v in kanan.items()}


@SETIAP
@settings(max_examples=2, deadline=None)
@given(BENIH)
def test_hasil_tidak_bergantung_pada_urutan_kelompok_atau_teman_sekolom(nama, benih):
    susunan, kolom = SUSUNAN[nama], baris_sah(nama, benih)
    ingin = semua_rumus(susunan)
    n = len(next(iter(kolom.values())))
    bersama = hitung(susunan, kolom, BUKU, ingin)
    acak = np.random.default_rng(benih).permutation(n)
    teracak = hitung(susunan, {k: v[acak] for k, v in kolom.items()}, BUKU, ingin)
    assert sama(teracak, {k: v[acak] for k, v in bersama.items()})
    assert sama(hitung_blok(susunan, kolom, BUKU, ingin, baris=7), bersama)
    for i in range(min(n, 5)):
        satu = hitung(susunan, {k: v[i : i + 1] for k, v in kolom.items()}, BUKU, ingin)
        assert sama(satu, {k: v[i : i + 1] for k, v in bersama.items()})


@SETIAP
def test_jejak_satu_orang_berakhir_pada_angka_kolomnya(nama):
    susunan, kolom = SUSUNAN[nama], baris_sah(nama, 11)
    hasil = hitung(susunan, kolom, BUKU, semua_rumus(susunan))
    jejak = jelaskan_kolom(susunan, kolom)
    assert [x.langkah for x in jejak] == [r.nama for r in susunan.urutan(semua_rumus(susunan))]
    for langkah in jejak:
        rumus = susunan.menurut_nama[langkah.langkah]
        assert langkah.nilai == rumus.tampil(int(hasil[langkah.langkah][0]))
        assert langkah.satuan and langkah.dasar and langkah.nama


def jelaskan_kolom(susunan, kolom, baris=0, buku=BUKU):
    """Jejak satu baris kolom, dari nilai mentahnya."""
    mentah = {
        k: None if kolom[k][baris] == b.bawaan else b.tampil(int(kolom[k][baris]))
        for k, b in susunan.bidang.items()
    }
    return jelaskan(susunan, mentah, buku, semua_rumus(susunan))


# genap setahun berarti penuh: angka yang belum pasti itu dicatat hanya bagi yang belum genap
TIDAK_MENENTUKAN = {("thr_masa_penuh_bulan", None)}


def tergeser(buku, tercatat):
    """Buku yang sama dengan setiap angka yang tidak tercatat ditambah satu."""

    def geser(kode, kunci, nilai):
        angka = isinstance(nilai, int | Decimal) and not isinstance(nilai, bool)
        return nilai + 1 if angka and not {(kode, kunci), (kode, None)} & tercatat else nilai

    isi = {}
    for kode, v in buku.isi.items():
        tabel = isinstance(v.nilai, Mapping)
        nilai = {k: geser(kode, k, n) for k, n in v.nilai.items()} if tabel else geser(kode, None, v.nilai)
        isi[kode] = replace(v, nilai=nilai)
    return Buku(buku.pada, buku.diketahui, isi)


@SETIAP
def test_angka_yang_tidak_disebut_jejak_tidak_ikut_menentukan(nama):
    susunan, kolom = SUSUNAN[nama], baris_sah(nama, 3)
    for i in range(min(4, len(next(iter(kolom.values()))))):
        jejak = jelaskan_kolom(susunan, kolom, i)
        for x in jejak:
            for kode, kunci in x.parameter:
                assert kunci is None or kunci in BUKU.tabel(kode), (x.langkah, kode, kunci)
        tercatat = {sel for x in jejak for sel in x.parameter} | TIDAK_MENENTUKAN
        lagi = jelaskan_kolom(susunan, kolom, i, tergeser(BUKU, tercatat))
        assert [(x.langkah, x.nilai) for x in lagi] == [(x.langkah, x.nilai) for x in jejak]


def sel_buruk(b):
    """Nilai yang tidak pernah sah bagi bidang itu."""
    selalu = [float("nan"), 1.5, [], {}, "bukan ini"]
    if isinstance(b, Pilihan):
        return [*selalu, 1, True]
    if isinstance(b, Ya):
        return [*selalu, 1, "ya"]
    if isinstance(b, Tanggal):
        return [*selalu, "2025-02-30", "1812-01-01", "2500-01-01", 20250101]
    if isinstance(b, MasaKerja):
        return [*selalu, -1, 61, "5y12m", "61y0m"]
    terlalu = (Decimal(n) / b.skala for n in (b.bawah - 2, b.atas + 1))
    return [*selalu, "NaN", "Infinity", Decimal("NaN"), True, *terlalu, Decimal(1) / (b.skala * 10)]


def diawasi(susunan):
    """(susunan yang sama, daftar rumus yang sempat berjalan)."""
    berjalan = []

    def awasi(r):
        def fungsi(*kolom, p):
            berjalan.append(r.nama)
            return r.fungsi(*kolom, p=p)

        return replace(r, fungsi=fungsi)

    return Susunan(susunan.nama, susunan.bidang, [awasi(r) for r in susunan.rumus]), berjalan


@SETIAP
def test_satu_sel_buruk_menyebut_baris_kolom_dan_yang_boleh_dan_tidak_ada_yang_dihitung(nama):
    susunan, berjalan = diawasi(SUSUNAN[nama])
    kolom = baris_sah(nama, 5)
    baik = {
        k: [None if v == b.bawaan else b.tampil(int(v)) for v in kolom[k][[0, 0, 0]]]
        for k, b in susunan.bidang.items()
    }
    assert sama(baca_semua(susunan.bidang, baik), {k: v[[0, 0, 0]] for k, v in kolom.items()})
    for k, b in susunan.bidang.items():
        assert b.nama == k
        for sel in [*sel_buruk(b), *([None] if b.bawaan is None else [])]:
            with pytest.raises(MasukanTidakSah) as galat:
                hitung(susunan, {**baik, k: [baik[k][0], sel, baik[k][2]]}, BUKU, semua_rumus(susunan))
            cacat = galat.value.cacat
            assert [(c.baris, c.kolom) for c in cacat] == [(1, k)], (k, sel)
            assert cacat[0].pesan and cacat[0].boleh == b.boleh
            assert str(galat.value).startswith(f"baris 1, kolom '{k}': {cacat[0].pesan}. Yang boleh: ")
    assert berjalan == []


@SETIAP
def test_kolom_kode_di_luar_rentang_menyebut_setiap_barisnya(nama):
    susunan, kolom = SUSUNAN[nama], baris_sah(nama, 5)
    tiga = {k: v[[0, 0, 0]] for k, v in kolom.items()}
    for k, b in susunan.bidang.items():
        for salah in {b.bawah - 1, b.atas + 1} - {b.bawaan}:
            with pytest.raises(MasukanTidakSah) as galat:
                hitung(susunan, {**tiga, k: np.array([salah, tiga[k][1], salah])}, BUKU, semua_rumus(susunan))
            assert [(c.baris, c.kolom, c.boleh) for c in galat.value.cacat] == [
                (i, k, b.boleh) for i in (0, 2)
            ]


@SETIAP
def test_kolom_asing_kolom_wajib_yang_hilang_dan_panjang_beda_ditolak(nama):
    susunan, kolom = SUSUNAN[nama], baris_sah(nama, 5)
    satu = {k: v[:1] for k, v in kolom.items()}
    ingin = semua_rumus(susunan)
    boleh = ", ".join(susunan.bidang)
    assert ditolak(hitung, susunan, {**satu, "entah": [1]}, BUKU, ingin) == (
        f"kolom 'entah': kolom tidak dikenal. Yang boleh: {boleh}."
    )
    for k in [k for k, b in susunan.bidang.items() if b.bawaan is None]:
        tanpa = {n: v for n, v in satu.items() if n != k}
        if tanpa:
            with pytest.raises(MasukanTidakSah, match=f"baris 0, kolom '{k}': wajib diisi"):
                hitung(susunan, tanpa, BUKU, ingin)
    if len(satu) > 1:
        panjang = {**satu, next(iter(satu)): np.repeat(next(iter(satu.values())), 2)}
        with pytest.raises(MasukanTidakSah, match="panjang kolom berbeda-beda"):
            hitung(susunan, panjang, BUKU, ingin)


@SETIAP
def test_hari_sebelum_versi_pertama_disebut_parameter_dan_harinya(nama):
    susunan, kolom = SUSUNAN[nama], baris_sah(nama, 5)
    if any(x.parameter for x in jelaskan_kolom(susunan, kolom)):
        with pytest.raises((ParameterTidakAda, TarifKosong)) as galat:
            hitung(susunan, kolom, Buku.susun(date(1900, 1, 1)), semua_rumus(susunan))
        # tarif menurut golongan menahan tiap baris; selainnya disebut parameternya dan harinya
        assert re.search(
            r"'\w+' \(.+\) belum punya nilai untuk 1900-01-01|baris \d+, .* belum diisi", str(galat.value)
        )


SEL = st.one_of(
    st.none(), st.booleans(), st.integers(-(10**20), 10**20), st.floats(), st.text(max_size=6),
    st.sampled_from(["", "NaN", "III/a", "pns", "TK/0", "2025-02-30", "2025-03-01", "1800-01-01", "5y3m", "S1"]),
)  # fmt: skip
SAMPAH = st.recursive(
    SEL, lambda isi: st.lists(isi, max_size=3) | st.dictionaries(st.text(max_size=4), isi, max_size=3)
)


@st.composite
def masukan_sampah(draw):
    """(jenis, teks): JSON apa pun dengan kolom jenis itu, atau teks yang bukan JSON."""
    jenis = draw(st.sampled_from(sorted(DAFTAR)))
    kolom = st.sampled_from([*DAFTAR[jenis].kolom, "buku_pada", "buku_diketahui", "entah"])
    objek = st.dictionaries(kolom, SAMPAH)
    isi = draw(objek | st.lists(objek, max_size=3) | SAMPAH)
    return jenis, draw(st.just(json.dumps(isi)) | st.text(max_size=20))


@pytest.mark.lambat
@settings(max_examples=30, deadline=None)
@given(masukan_sampah())
def test_kasuari_hitung_menjawab_sampah_apa_pun_dengan_json_dan_tanpa_jejak_galat(masukan):
    jenis, teks = masukan
    keluar, asal = io.StringIO(), sys.stdin
    sys.stdin = io.StringIO(teks)
    try:
        with redirect_stdout(keluar):
            kode = main(["hitung", jenis])
    finally:
        sys.stdin = asal
    jawab = json.loads(keluar.getvalue())
    if kode == 2:
        assert jawab["galat"] and all(g["pesan"] for g in jawab["galat"])
    else:
        assert kode == 0 and "galat" not in jawab
