"""PPh 21: setiap sel tabel, salinan bebasnya, lapisan Pasal 17, pembulatan, dan setelan TPP serta THR."""

import csv
from datetime import date
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.bersama import shared

from kasuari.aturan import pph21
from kasuari.aturan.buku import Buku, Timpa
from kasuari.aturan.galat import MasukanTidakSah, ParameterRusak
from kasuari.aturan.golongan import KODE_PNS, PANGKAT
from kasuari.aturan.pph21.lapisan import pasal17
from kasuari.aturan.rumus import Pembaca, hitung, jelaskan
from kasuari.aturan.tests.bantu import ditolak

BUKU = Buku.susun(date(2025, 6, 1))


def nilai(susunan, masukan, besaran, buku=BUKU):
    return next(x.nilai for x in jelaskan(susunan, masukan, buku, [besaran]) if x.langkah == besaran)


def dengan(kode, kunci, isi):
    return Buku.susun(date(2025, 6, 1), timpa=[Timpa(kode, kunci, date(2025, 1, 1), isi, "Keputusan")])


def csv_bersama(*bagian):
    with shared(*bagian).open(encoding="utf-8", newline="") as aliran:
        return list(csv.DictReader(aliran))


def test_setiap_sel_tarif_efektif_sama_dengan_lampiran():
    baris = csv_bersama("rules", "gaji", "ter_pph21.csv")
    bulanan = {
        f"{b['kategori']}.{b['lower_exclusive']}": Decimal(b["rate_percent"])
        for b in baris
        if b["jenis"] == "bulanan"
    }
    harian = {b["lower_exclusive"]: Decimal(b["rate_percent"]) for b in baris if b["jenis"] == "harian"}
    assert len(bulanan) == 125 and bulanan == dict(BUKU.tabel("pph21_ter_bulanan"))
    assert harian == dict(BUKU.tabel("pph21_ter_harian"))
    assert max(int(b["upper_inclusive"]) for b in baris if b["jenis"] == "harian") == BUKU.nilai(
        "pph21_harian_batas"
    )


def _salinan_ter(kategori):
    return [b for b in csv_bersama("data", "ref", "ter_pph21_bulanan.csv") if b["kategori"] == kategori]


def _tarif(kategori, bruto):
    status = {"A": "TK/0", "B": "K/1", "C": "K/3"}[kategori]
    return nilai(pph21.BULANAN, {"status_ptkp": status, "bruto_pph": int(bruto)}, "tarif_ter")


@pytest.mark.parametrize(("kategori", "banyak"), [("A", 44), ("B", 40)])
def test_tarif_efektif_sama_dengan_salinan_bebas_di_kedua_ujung_tiap_lapisan(kategori, banyak):
    baris = _salinan_ter(kategori)
    ujung = [
        (bruto, b["tarif_persen"]) for b in baris for bruto in (b["bruto_dari"], b["bruto_sampai"]) if bruto
    ]
    assert len(baris) == banyak
    assert [_tarif(kategori, bruto) for bruto, _ in ujung] == [Decimal(t) for _, t in ujung]


def test_salinan_bebas_kategori_c_keliru_memakai_deret_tarif_kategori_a():
    """Batasnya sama; tarifnya menyalin deret kategori A, sehingga salah dari lapisan kesepuluh sampai sebelum terakhir.

    Contoh resmi memutuskan: PMK 168/2023 Lampiran B I.3, bruto 30.000.000 kategori C bertarif 11 persen.
    """
    c, a = _salinan_ter("C"), _salinan_ter("A")
    batas = [int(k.split(".")[1]) for k in BUKU.tabel("pph21_ter_bulanan") if k.startswith("C.")]
    assert [int(b["bruto_dari"]) for b in c] == [0, *(n + 1 for n in batas[1:])]
    assert [b["tarif_persen"] for b in c[:-1]] == [b["tarif_persen"] for b in a[: len(c) - 1]]
    sama = [_tarif("C", b["bruto_dari"]) == Decimal(b["tarif_persen"]) for b in c]
    assert sama == [True] * 9 + [False] * 31 + [True]
    assert _tarif("C", 30_000_000) == 11


def test_ptkp_dan_kategori_sama_dengan_tabel():
    baris = csv_bersama("rules", "gaji", "ptkp.csv")
    assert {b["status"]: int(b["ptkp_setahun"]) for b in baris} == dict(BUKU.tabel("pph21_ptkp"))
    kategori = {b["status"]: b["kategori_ter"] for b in baris if b["kategori_ter"]}
    assert kategori == dict(BUKU.tabel("pph21_kategori_ter"))
    assert set(pph21.STATUS_PTKP) == {b["status"] for b in baris}


def test_pasal_17_sama_dengan_pajak_kumulatif_di_batas_tiap_lapisan():
    baris = csv_bersama("rules", "gaji", "pasal17.csv")
    assert {b["lower_exclusive"]: Decimal(b["rate_percent"]) for b in baris} == dict(
        BUKU.tabel("pph21_pasal17")
    )
    for b in baris:
        if b["upper_inclusive"]:
            dapat = pasal17(Pembaca(BUKU), np.array([int(b["upper_inclusive"])]))
            assert dapat.tolist() == [int(b["cumulative_tax_at_upper"])]


def test_golongan_dan_pangkat_sama_dengan_salinan_bebas():
    baris = csv_bersama("data", "ref", "golongan_pangkat.csv")
    pns = [b for b in baris if b["jenis_asn"] == "PNS"]
    assert {(int(b["kode"]), b["golongan"], b["pangkat"]) for b in pns} == {
        (KODE_PNS[g], g, nama) for g, nama in PANGKAT.items()
    }


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(0, 10**11), min_size=1, max_size=20))
def test_pasal_17_sama_dengan_jumlah_lapisan_pecahan(dasar):
    urut = sorted((int(b), Fraction(str(t))) for b, t in BUKU.tabel("pph21_pasal17").items())
    batas = [b for b, _ in urut] + [10**18]

    def satu(d):
        return int(sum((min(d, batas[i + 1]) - b) * t / 100 for i, (b, t) in enumerate(urut) if d > b))

    assert pasal17(Pembaca(BUKU), np.array(dasar)).tolist() == [satu(d) for d in dasar]


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(["TK/0", "K/1", "K/3"]), st.integers(0, 2 * 10**9))
def test_gross_up_menyisakan_gaji_yang_disepakati(status, neto):
    susunan = pph21.SKEMA["gross_up"]
    hasil = hitung(susunan, {"status_ptkp": [status], "gaji_neto": [neto]}, BUKU, ["bruto_pph", "pph21"])
    # kurang dari satu rupiah hilang karena dua pembulatan ke bawah
    assert 0 <= neto - int(hasil["bruto_pph"][0] - hasil["pph21"][0]) + 1 <= 1


def test_pecahan_pajak_dibuang_dan_setelannya_hanya_mengotori_pajak_yang_pecah():
    bulat, pecah = ({"status_ptkp": "TK/0", "bruto_pph": b} for b in (10_000_000, 10_000_099))
    langkah = [jelaskan(pph21.BULANAN, m, BUKU, ["pph21"])[-1] for m in (bulat, pecah)]
    # 2 % x 10.000.099 = 200.001,98
    assert [(x.nilai, x.keyakinan) for x in langkah] == [(200_000, "sumber"), (200_001, "ingatan")]
    assert nilai(pph21.BULANAN, pecah, "pph21", dengan("pph21_pembulatan", None, "terdekat")) == 200_002
    with pytest.raises(ParameterRusak, match="pph21_pembulatan"):
        nilai(pph21.BULANAN, pecah, "pph21", dengan("pph21_pembulatan", None, "ke_atas"))


def test_penarikan_pensiun_dijumlahkan_hanya_bila_sakelarnya_menyala():
    susunan = pph21.SKEMA["penarikan_pensiun"]
    masukan = {"penarikan": 20_000_000, "penarikan_sebelumnya": 50_000_000}
    assert nilai(susunan, masukan, "pph21_penarikan") == 2_000_000
    mati = dengan("pph21_penarikan_pensiun_akumulasi", None, False)
    assert nilai(susunan, masukan, "pph21_penarikan", mati) == 1_000_000


def test_imbalan_yang_lebih_kecil_dari_upah_orang_lain_ditolak():
    masukan = {"imbalan": [5, 10], "upah_tenaga_ahli": [1, 8], "material": [1, 3]}
    with pytest.raises(MasukanTidakSah) as galat:
        hitung(pph21.SKEMA["bukan_pegawai"], masukan, BUKU, ["dpp"])
    assert [(c.baris, c.kolom) for c in galat.value.cacat] == [(1, "imbalan")]


def test_status_istri_digabung_tidak_punya_tarif_bulanan():
    boleh = ", ".join(BUKU.tabel("pph21_kategori_ter"))
    assert ditolak(nilai, pph21.BULANAN, {"status_ptkp": "K/I/1", "bruto_pph": 1}, "pph21") == (
        f"baris 0, kolom 'status_ptkp': status tanpa kategori tarif efektif. Yang boleh: {boleh}."
    )


def test_bukan_pegawai_dan_final_disebut_kalimatnya():
    masukan = {"imbalan": 5, "upah_tenaga_ahli": 3, "material": 3}
    assert ditolak(nilai, pph21.SKEMA["bukan_pegawai"], masukan, "dpp") == (
        "baris 0, kolom 'imbalan': upah tenaga ahli dan material melebihi imbalan. "
        "Yang boleh: paling sedikit jumlah keduanya."
    )
    assert nilai(pph21.SKEMA["bukan_pegawai"], {**masukan, "imbalan": 6}, "dpp") == 0
    galat = ditolak(nilai, pph21.SKEMA["final"], {"bruto": 1_000_000}, "pph21_final")
    assert galat.startswith(
        "baris 0, kolom 'golongan': wajib diisi kecuali bagi pejabat negara. Yang boleh: I/a, "
    )
    lama = Buku.susun(date(1990, 1, 1))
    assert ditolak(nilai, pph21.SKEMA["final"], {"bruto": 1, "golongan": "III/a"}, "pph21_final", lama) == (
        "baris 0, kolom 'golongan': tarif belum diisi: PPh 21 final untuk III/a. "
        "Yang boleh: isi lewat ketentuan daerah."
    )


def test_honorarium_pejabat_negara_di_tengah_kolom_memakai_tarifnya_sendiri():
    kolom = {
        "golongan": ["III/d", None, "IV/a"],
        "pejabat_negara": [False, True, True],
        "bruto": [1_000_000] * 3,
    }
    hasil = hitung(pph21.SKEMA["final"], kolom, BUKU, ["pph21_final"])["pph21_final"]
    tarif = BUKU.tabel("pph21_final")
    assert hasil.tolist() == [
        int(1_000_000 * t / 100) for t in (tarif["III"], *[tarif["pejabat_negara"]] * 2)
    ]


def test_bruto_nol_tetap_punya_tarif_dan_upah_harian_tepat_di_batasnya():
    assert nilai(pph21.BULANAN, {"status_ptkp": "TK/0", "bruto_pph": 0}, "tarif_ter") == 0
    harian = pph21.SKEMA["harian"]
    batas = BUKU.nilai("pph21_harian_batas")
    assert nilai(harian, {"upah": 0}, "tarif_harian") == 0
    # tepat di batas masih tarif harian 0,5 %; di atasnya Pasal 17 atas separuh upah
    assert nilai(harian, {"upah": batas}, "pph21_sehari") == batas * 5 // 1000
    assert nilai(harian, {"upah": batas + 2}, "pph21_sehari") == (batas + 2) // 2 * 5 // 100
    assert nilai(harian, {"upah": 1_000_000, "hari": 2}, "pph21_semua_hari") == 2 * (500_000 * 5 // 1000)


def test_biaya_jabatan_dan_pensiun_dibatasi_menurut_bulannya():
    def biaya(skema, besaran, **orang):
        return nilai(
            pph21.SKEMA[skema], {"status_ptkp": "TK/0", "bruto_setahun": 240_000_000, **orang}, besaran
        )

    assert biaya("masa_terakhir", "biaya_jabatan") == 12 * 500_000
    assert biaya("masa_terakhir", "biaya_jabatan", banyak_bulan=3) == 3 * 500_000
    assert biaya("masa_terakhir", "biaya_jabatan", bruto_setahun=50_000_001) == 2_500_000
    assert biaya("pensiunan", "biaya_pensiun") == 12 * 200_000
    assert biaya("pensiunan", "biaya_pensiun", bruto_setahun=24_000_010) == 1_200_001  # 1.200.000,5


def test_disetahunkan_hanya_bila_kewajiban_subjektifnya_tidak_setahun_penuh():
    # TK/0: neto enam bulan 60.000.000 (bruto dikurangi biaya jabatan 3.000.000)
    dasar = {"status_ptkp": "TK/0", "bruto_setahun": 63_000_000, "banyak_bulan": 6}
    susunan = pph21.SKEMA["masa_terakhir"]
    penuh, setahun = ({**dasar, "disetahunkan": d} for d in (False, True))
    assert nilai(susunan, penuh, "pkp") == 60_000_000 - 54_000_000
    assert nilai(susunan, penuh, "pph21_setahun") == 300_000
    assert nilai(susunan, setahun, "pkp") == 120_000_000 - 54_000_000
    # 5 % x 60 juta + 15 % x 6 juta = 3.900.000, sebanding 6/12
    assert nilai(susunan, setahun, "pph21_setahun") == 1_950_000
    kolom = {k: [v, v] for k, v in dasar.items()} | {"disetahunkan": [False, True]}
    assert hitung(susunan, kolom, BUKU, ["pph21_setahun"])["pph21_setahun"].tolist() == [300_000, 1_950_000]


def test_neto_memuat_zakat_iuran_dan_pemberi_kerja_lain():
    dasar = {"status_ptkp": "K/1", "bruto_setahun": 120_000_000, "iuran_setahun": 4_000_000}
    susunan = pph21.SKEMA["masa_terakhir"]
    assert nilai(susunan, dasar, "neto_setahun") == 110_000_000
    assert nilai(susunan, {**dasar, "zakat_setahun": 1_000_000}, "neto_setahun") == 109_000_000
    assert nilai(susunan, {**dasar, "neto_lain": 5_000_000}, "neto_disetahunkan") == 115_000_000
    # PKP 110.000.000 - 63.000.000 = 47.000.000: 5 %
    assert nilai(susunan, dasar, "pph21_setahun") == 2_350_000
    assert nilai(susunan, {**dasar, "pph21_sebelumnya": 2_000_000}, "pph21_masa_terakhir") == 350_000
    lain = {**dasar, "pph21_lain": 100_000, "pph21_sebelumnya": 2_400_000}
    assert nilai(susunan, lain, "pph21_masa_terakhir") == 2_350_000 - 2_500_000
    # lebih potong dikembalikan kepada pegawai, kecuali pajaknya ditanggung pemerintah
    assert nilai(susunan, lain, "pph21_dikembalikan") == 150_000
    assert nilai(susunan, {**lain, "ditanggung_pemerintah": True}, "pph21_dikembalikan") == 0
    assert nilai(susunan, dasar, "pph21_dikembalikan") == 0
