"""Gaji pokok: setiap sel tabel, aturan baris, dan kolom sama dengan satu-satu."""

import csv
from datetime import date

import numpy as np
import pytest
from tests.bersama import shared

from kasuari.aturan.buku import Buku
from kasuari.aturan.gaji import KODE_TABEL, dari_tangga, gaji_pokok, sel_gaji_pokok
from kasuari.aturan.gaji.tabel import baris_tabel
from kasuari.aturan.galat import MasukanTidakSah
from kasuari.aturan.golongan import KODE_GOLONGAN, jenis_golongan, normal_golongan
from kasuari.aturan.rumus import Pembaca

BUKU_2024 = Buku.susun(date(2024, 6, 1))


@pytest.mark.parametrize(
    ("berkas", "jenis", "pada"),
    [
        ("gaji_pokok_pns_2019.csv", "PNS", date(2023, 6, 1)),
        ("gaji_pokok_pns.csv", "PNS", date(2024, 6, 1)),
        ("gaji_pokok_pppk_2020.csv", "PPPK", date(2023, 6, 1)),
        ("gaji_pokok_pppk.csv", "PPPK", date(2024, 6, 1)),
    ],
)
def test_setiap_sel_sama_dengan_lampiran_peraturan(berkas, jenis, pada):
    buku = Buku.susun(pada)
    baris = list(csv.DictReader(shared("rules", "gaji", berkas).open(encoding="utf-8")))
    assert len(baris) == 272
    for b in baris:
        sel = sel_gaji_pokok(normal_golongan(b["golongan"]), int(b["masa_kerja_tahun"]), jenis, buku)
        assert (sel.rupiah, sel.mkg_baris) == (int(b["rupiah"]), int(b["masa_kerja_tahun"])), b
        tanda = "sumber" if b.get("confidence", "sourced") == "sourced" else "ingatan"
        assert sel.keyakinan == tanda, b


def test_tabel_2024_sama_dengan_salinan_bebas_tahun_demi_tahun():
    baris = list(csv.DictReader(shared("data", "ref", "gaji_pokok_pns_2024.csv").open(encoding="utf-8")))
    assert len(baris) > 500
    beda = [
        b for b in baris if gaji_pokok(b["golongan"], int(b["mkg"]), "PNS", BUKU_2024) != int(b["gaji_pokok"])
    ]
    assert beda == []


@pytest.mark.parametrize(("jenis", "banyak"), [("PNS", 272), ("PPPK", 4)])
def test_tabel_2024_delapan_persen_di_atas_tabel_sebelumnya(jenis, banyak):
    """Kenaikan 2024 adalah 8 persen: sel yang bersumber pada kedua tabel tidak boleh lebih dari Rp200 darinya."""
    lama, baru = (Buku.susun(hari).versi(KODE_TABEL[jenis]) for hari in (date(2023, 6, 1), date(2024, 6, 1)))
    sumber = [k for k in baru.nilai if k in lama.nilai and lama.yakin(k) == "sumber"]
    assert len(sumber) == banyak
    assert [k for k in sumber if abs(100 * baru.nilai[k] - 108 * lama.nilai[k]) > 200 * 100] == []


def test_di_bawah_baris_pertama_dan_di_atas_baris_terakhir():
    assert sel_gaji_pokok("II/c", 0, "PNS", BUKU_2024).mkg_baris == 3
    assert gaji_pokok("I/a", 40, "PNS", BUKU_2024) == gaji_pokok("I/a", 26, "PNS", BUKU_2024) == 2522600


def test_baris_tabel_golongan_genap_dan_ganjil():
    # PP 5/2024: III/a genap 0 sampai 32; II/b mulai 3, ganjil sampai 33; II/a 0, 1, lalu ganjil
    assert baris_tabel("III/a", "PNS", BUKU_2024) == tuple(range(0, 33, 2))
    assert baris_tabel("II/b", "PNS", BUKU_2024) == tuple(range(3, 34, 2))
    assert baris_tabel("II/a", "PNS", BUKU_2024) == (0, *range(1, 34, 2))


def test_sel_gaji_pokok_menyebut_peraturan_dan_sejak_kapan():
    for hari, berlaku, dasar in ((date(2023, 6, 1), date(2019, 1, 1), "PP 15/2019"), (date(2024, 6, 1), date(2024, 1, 1), "PP 5/2024")):  # fmt: skip
        sel = sel_gaji_pokok("III/a", 0, "PNS", Buku.susun(hari))
        assert (sel.berlaku, dasar in sel.dasar) == (berlaku, True)


@pytest.mark.parametrize(
    ("golongan", "mkg", "jenis", "kolom"),
    [
        ("IX", 0, "PNS", "golongan"),
        ("III/a", 0, "PPPK", "golongan"),
        ("III/a", -1, "PNS", "mkg_tahun"),
        ("III/a", 0, "TNI", "jenis"),
    ],
)
def test_masukan_yang_tidak_mungkin_ditolak(golongan, mkg, jenis, kolom):
    with pytest.raises(MasukanTidakSah) as galat:
        gaji_pokok(golongan, mkg, jenis, BUKU_2024)
    assert galat.value.cacat[0].kolom == kolom


def test_kolom_campuran_sama_dengan_satu_per_satu():
    pasangan = [(g, m) for g in KODE_GOLONGAN for m in range(0, 61, 5)]
    golongan = np.array([KODE_GOLONGAN[g] for g, _ in pasangan])
    kolom = dari_tangga(Pembaca(BUKU_2024), golongan, np.array([m for _, m in pasangan]), "rupiah")
    assert kolom.tolist() == [gaji_pokok(g, m, jenis_golongan(g), BUKU_2024) for g, m in pasangan]
