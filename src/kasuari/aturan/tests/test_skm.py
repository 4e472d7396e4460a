"""Survei kepuasan: indeks mengulang angka terbit, tiap rezim dengan batasnya sendiri, tanpa pecahan biner."""

import csv
import json
import tomllib
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.bersama import shared

from kasuari.aturan import skm
from kasuari.aturan.galat import MasukanTidakSah
from kasuari.aturan.kasus import DAFTAR
from kasuari.aturan.rumus import hitung
from kasuari.aturan.tests.bantu import andaikan, baris_ditolak, ditolak

KINI = "PERMENPANRB_14_2017"
BUKU = skm.buku_rezim(KINI)
# urutan berkas asal: sarana kedelapan, pengaduan kesembilan
KUESIONER = (
    "persyaratan",
    "prosedur",
    "waktu",
    "biaya",
    "produk",
    "kompetensi",
    "perilaku",
    "sarpras",
    "pengaduan",
)
METODE = {"1_per_9": "eksak", "0_111": "3_desimal", "0_11": "2_desimal"}


def responden(nama):
    with shared("data", nama).open(encoding="utf-8") as aliran:
        return [(b, [int(b[f"U{i}"]) for i in range(1, 10)]) for b in csv.DictReader(aliran)]


def cocok(baris, harap):
    """Setiap cara bobot: IKM sama sampai banyak desimal yang terbit, dan mutunya sama."""
    for akhiran, metode in METODE.items():
        hasil = skm.hitung_jawaban(KUESIONER, baris, BUKU, metode)
        assert hasil.ikm == Decimal(str(harap[f"ikm_bobot_{akhiran}"])).quantize(
            Decimal("0.01"), "ROUND_HALF_UP"
        )
        assert (hasil.mutu, hasil.n) == (harap[f"mutu_{akhiran}"], harap["n"])
        assert all(
            round(float(hasil.nrr[u]), 4) == pytest.approx(harap["nrr"][f"U{i}"], abs=1e-9)
            for i, u in enumerate(KUESIONER, 1)
        )
    letak = {u: f"U{i}" for i, u in enumerate(KUESIONER, 1)}
    assert [letak[u] for u in skm.hitung_jawaban(KUESIONER, baris, BUKU).terendah()] == harap[
        "unsur_terendah"
    ]


def test_kediri_dan_pangkep_terulang_dengan_tiga_cara_bobot():
    harap = json.loads(shared("data", "skm_harapan.json").read_text("utf-8"))
    cocok([j for _, j in responden("skm_responden_kediri.csv")], harap["kediri"])
    pangkep = responden("skm_responden_mpp_pangkep.csv")
    per_unit = harap["pangkep_per_unit"]
    cocok([j for _, j in pangkep], harap["pangkep_total"])
    for unit in {b["unit"] for b, _ in pangkep}:
        cocok([j for b, j in pangkep if b["unit"] == unit], per_unit[unit])


def test_indeks_berjalan_kediri_dari_setiap_responden_pertama():
    baris = responden("skm_responden_kediri.csv")
    for i in range(1, len(baris) + 1):
        hasil = skm.hitung_jawaban(KUESIONER, [j for _, j in baris[:i]], BUKU)
        assert abs(hasil.ikm - Decimal(baris[i - 1][0]["ikm_berjalan_terbit"])) <= Decimal("0.0051")


def test_tabel_krejcie_morgan_terulang_seluruhnya():
    tabel = tomllib.loads(shared("rules", "publik", "skm.toml").read_text("utf-8"))["sampel"]["tabel"]
    hasil = hitung(
        skm.SUSUNAN_SAMPEL, {"populasi": [n for n, _ in tabel]}, BUKU, ["responden_paling_sedikit"]
    )
    assert hasil["responden_paling_sedikit"].tolist() == [s for _, s in tabel]
    assert skm.paling_sedikit(1, BUKU) == 1


def test_unsur_dan_batas_di_sumber_sama_dengan_parameter():
    sumber = tomllib.loads(shared("rules", "publik", "skm.toml").read_text("utf-8"))
    urut = sorted(sumber["unsur"], key=lambda u: u["urutan_aturan"])
    assert [u["kode"] for u in urut] == list(skm.unsur_rezim(KINI))
    for kunci, rezim in (("mutu", KINI), ("mutu_lama", "KEP25_2004")):
        batas = skm.buku_rezim(rezim).tabel("skm_mutu")
        assert {m["huruf"]: Decimal(str(m["ikm_min"])) for m in sumber[kunci]} == {
            k: Decimal(v) for k, v in batas.items()
        }


def test_mutu_dua_rezim_tidak_sama_untuk_angka_yang_sama():
    nilai = {"ikm": ["72.40"]}
    kini = hitung(skm.SUSUNAN_MUTU, nilai, BUKU, ["mutu"])["mutu"]
    lama = hitung(skm.SUSUNAN_MUTU, nilai, skm.buku_rezim("PERMENPANRB_16_2014"), ["mutu"])["mutu"]
    assert (int(kini[0]), int(lama[0])) == (skm.MUTU["C"], skm.MUTU["B"])


def test_nilai_sempurna_seratus_hanya_dengan_bobot_tepat():
    baris = [[4] * 9]
    assert [skm.hitung_jawaban(KUESIONER, baris, BUKU, m).ikm for m in skm.METODE] == [
        100,
        Decimal("99.90"),
        99,
    ]


def test_unsur_yang_tidak_ditanyakan_tidak_ikut_membagi():
    jawab = DAFTAR["skm_ikm"](
        {"rezim": KINI, **dict.fromkeys((u for u in skm.unsur_rezim(KINI) if u != "biaya"), 3)}
    )
    assert jawab.hasil == {"ikm": 75, "mutu": "C", "banyak_unsur": 8}


def test_jawaban_kosong_dihitung_dari_yang_menjawab_saja():
    hasil = skm.hitung_jawaban(("waktu", "biaya"), [[4, None], [3, 2], [None, 3]], BUKU)
    assert dict(hasil.banyak) == {"waktu": 2, "biaya": 2} and hasil.n == 3
    assert hasil.ikm == Decimal("75.00") and dict(hasil.mutu_unsur) == {"waktu": "B", "biaya": "D"}
    assert (hasil.rezim, hasil.metode_bobot) == (KINI, "eksak")


JAWABAN = "bilangan bulat 1 sampai 4, atau kosong"


@pytest.mark.parametrize(
    ("unsur", "baris", "kalimat"),
    [
        (("waktu",), [], "kolom 'baris': tidak ada responden. Yang boleh: sedikitnya satu baris."),
        (("waktu",), [[5]], f"baris 0, kolom 'waktu': 5 bukan jawaban. Yang boleh: {JAWABAN}."),
        (("waktu",), [[3], [0]], f"baris 1, kolom 'waktu': 0 bukan jawaban. Yang boleh: {JAWABAN}."),
        (("waktu",), [[True]], f"baris 0, kolom 'waktu': True bukan jawaban. Yang boleh: {JAWABAN}."),
        (("waktu",), [[3.5]], f"baris 0, kolom 'waktu': 3.5 bukan jawaban. Yang boleh: {JAWABAN}."),
        (("waktu", "biaya"), [[3], [9, 1], [1, 2]],
         "baris 0, kolom 'baris': berisi 1 nilai. Yang boleh: 2 nilai. (dan 1 kesalahan lain)"),
        (("waktu", "biaya"), [[3, None]],
         "kolom 'biaya': tidak dijawab seorang pun. Yang boleh: buang unsur itu atau lengkapi jawabannya."),
        (("waktu", "waktu"), [[3, 3]], "kolom 'kolom': unsur kosong atau tertulis dua kali."),
        ((), [[]], "kolom 'kolom': unsur kosong atau tertulis dua kali."),
    ],
)  # fmt: skip
def test_jawaban_yang_salah_disebut_letaknya(unsur, baris, kalimat):
    assert ditolak(skm.hitung_jawaban, unsur, baris, BUKU) == kalimat


def test_hasil_jawaban_menyimpan_semua_yang_diperlukan_untuk_mengulangnya():
    baris = [[1, 4, None], [2, 4, 3]]
    hasil = skm.hitung_jawaban(("waktu", "biaya", "produk"), baris, BUKU, "2_desimal")
    # 1,5 + 4 + 3 = 8,5 kali 0,33 kali 25
    assert (hasil.ikm, hasil.mutu, hasil.n) == (Decimal("70.13"), "C", 2)
    assert dict(hasil.nrr) == {"waktu": Fraction(3, 2), "biaya": 4, "produk": 3}
    assert dict(hasil.banyak) == {"waktu": 2, "biaya": 2, "produk": 1}
    assert dict(hasil.mutu_unsur) == {"waktu": "D", "biaya": "A", "produk": "C"}
    assert (hasil.metode_bobot, hasil.rezim) == ("2_desimal", KINI)
    assert hasil.terendah() == ("waktu", "produk", "biaya") and hasil.terendah(1) == ("waktu",)
    tiga = skm.hitung_jawaban(("waktu", "biaya", "produk"), baris, BUKU, "3_desimal")
    assert (tiga.ikm, tiga.metode_bobot) == (Decimal("70.76"), "3_desimal")  # 8,5 x 0,333 x 25


def test_mutu_tepat_di_batasnya_dan_di_bawah_batas_terendah_disebut_barisnya():
    # PermenPANRB 14/2017: D mulai 25,00; C 65,00; B 76,61; A 88,31
    nilai = ["25.00", "64.99", "65.00", "76.60", "76.61", "88.30", "88.31", "100"]
    kode = hitung(skm.SUSUNAN_MUTU, {"ikm": nilai}, BUKU, ["mutu"])["mutu"]
    huruf = {v: k for k, v in skm.MUTU.items()}
    assert [huruf[int(k)] for k in kode] == list("DDCCBBAA")
    assert baris_ditolak(skm.SUSUNAN_MUTU, "mutu", BUKU, ikm=["25", "24.99", "0"]) == [
        (i, "ikm", "di bawah nilai terendah", ("25.00 sampai 100",)) for i in (1, 2)
    ]


def test_cara_bobot_yang_dipilih_didahulukan_dari_yang_ditetapkan_daerah():
    kolom = {"jumlah_nrr": [36] * 4, "banyak_unsur": [9] * 4, "metode_bobot": [None, "eksak", "3_desimal", "2_desimal"]}  # fmt: skip
    hasil = hitung(skm.SUSUNAN_IKM, kolom, BUKU, ["ikm", "penyebut_bobot", "pembilang_bobot"])
    assert hasil["penyebut_bobot"].tolist() == [9, 9, 1000, 100]
    assert hasil["pembilang_bobot"].tolist() == [1, 1, 111, 11]
    assert hasil["ikm"].tolist() == [10_000, 10_000, 9990, 9900]
    daerah = andaikan(BUKU, "skm_metode_bobot", "2_desimal")
    assert hitung(skm.SUSUNAN_IKM, kolom, daerah, ["ikm"])["ikm"].tolist() == [9900, 10_000, 9990, 9900]


def test_setiap_rezim_punya_susunan_bernama_dengan_unsurnya_sendiri():
    for rezim, susunan in skm.SUSUNAN.items():
        versi = skm.buku_rezim(rezim).versi("skm_unsur")
        assert susunan.nama == f"skm_{rezim.lower()}"
        banyak, jumlah = (susunan.menurut_nama[n] for n in ("banyak_unsur", "jumlah_nrr"))
        assert (banyak.judul, banyak.satuan, banyak.skala) == ("Banyak unsur yang dinilai", "unsur", 1)
        assert (jumlah.judul, jumlah.satuan, jumlah.skala) == (
            "Jumlah nilai rata-rata semua unsur",
            "nilai",
            10_000,
        )
        for r in (banyak, jumlah):
            assert (r.dasar, r.keyakinan, r.berlaku) == (versi.dasar, versi.keyakinan, versi.berlaku)


def test_unsur_yang_tidak_dinilai_dibaca_tiap_baris_dan_baris_tanpa_nilai_ditolak():
    kolom = {"waktu": [3, None, 4], "biaya": [None, None, 2]}
    assert baris_ditolak(skm.SUSUNAN[KINI], "banyak_unsur", BUKU, **kolom) == [
        (1, "*", "sedikitnya satu unsur harus dinilai", ("1 sampai 4",))
    ]
    dua = {k: [v[0], v[2]] for k, v in kolom.items()}
    hasil = hitung(skm.SUSUNAN[KINI], dua, BUKU, ["banyak_unsur", "jumlah_nrr"])
    assert [k.tolist() for k in hasil.values()] == [[1, 2], [30_000, 60_000]]


def test_rezim_metode_dan_nilai_asing_ditolak():
    with pytest.raises(MasukanTidakSah, match="rezim"):
        skm.buku_rezim("PERMENPANRB_1_1900")
    assert ditolak(skm.hitung_jawaban, ("waktu",), [[3]], BUKU, "kira-kira") == (
        "kolom 'metode_bobot': cara bobot 'kira-kira' tidak dikenal. Yang boleh: eksak, 3_desimal, 2_desimal."
    )
    with pytest.raises(MasukanTidakSah, match="sedikitnya satu unsur"):
        DAFTAR["skm_ikm"]({"rezim": KINI})
    with pytest.raises(MasukanTidakSah, match="di luar rentang"):
        DAFTAR["skm_unsur"]({"rezim": KINI, "nrr": {"waktu": Decimal("4.01")}})
    with pytest.raises(MasukanTidakSah, match="nilai terendah"):
        DAFTAR["skm_mutu"]({"rezim": KINI, "ikm": "24.99"})


@settings(max_examples=40)
@given(st.lists(st.lists(st.integers(1, 4), min_size=9, max_size=9), min_size=1, max_size=12), st.randoms())
def test_ikm_tidak_bergantung_urutan_responden_dan_unsur(baris, acak):
    hasil = skm.hitung_jawaban(KUESIONER, baris, BUKU)
    letak = list(range(9))
    acak.shuffle(letak)
    acak.shuffle(baris)
    lagi = skm.hitung_jawaban([KUESIONER[i] for i in letak], [[b[i] for i in letak] for b in baris], BUKU)
    assert lagi.ikm == hasil.ikm and 25 <= hasil.ikm <= 100


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(10_000, 40_000), min_size=9, max_size=9))
def test_ikm_dari_rerata_sama_dengan_hitungan_pecahan(nrr):
    masukan = {u: [Decimal(n) / 10_000] for u, n in zip(skm.unsur_rezim(KINI), nrr, strict=True)}
    ikm = int(hitung(skm.SUSUNAN[KINI], masukan, BUKU, ["ikm"])["ikm"][0])
    tepat = Decimal(sum(nrr)) / 9 / 10_000 * 25
    assert ikm == int((tepat * 100).quantize(Decimal(1), "ROUND_HALF_UP"))
