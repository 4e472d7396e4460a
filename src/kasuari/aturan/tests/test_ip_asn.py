"""Indeks profesionalitas: poin yang tepat, data kosong nol, peluang naik, dan rata-rata organisasi."""

import time
from datetime import date
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kasuari.aturan import ip_asn
from kasuari.aturan.buku import Timpa
from kasuari.aturan.galat import MasukanTidakSah
from kasuari.aturan.tests.bantu import ditolak

LAMA, BARU = ip_asn.buku_pengukuran(2022), ip_asn.buku_pengukuran(2025)


def acak(n, benih=1, skema=ip_asn.PERBAN8):
    r = np.random.default_rng(benih)
    atas = {"diklat_teknis_jp": 60, "nilai_skp": 12000, "bangkom_points": 4000, "bangkom_jp": 60}
    bidang = ip_asn.SKEMA[skema].bidang
    return {k: r.integers(0, min(atas.get(k, b.atas), b.atas) + 1, n) for k, b in bidang.items()}


def satu(buku=LAMA, **masukan):
    return {k: int(v[0]) for k, v in ip_asn.hitung_ip({k: [v] for k, v in masukan.items()}, buku).items()}


def test_skema_mengikuti_tahun_pengukuran():
    assert [ip_asn.skema_tahun(ip_asn.buku_pengukuran(t)) for t in (2019, 2022, 2023, 2026)] == [
        ip_asn.PERBAN8,
        ip_asn.PERBAN8,
        ip_asn.SURAT4190,
        ip_asn.SURAT4190,
    ]


def test_yang_tidak_diketahui_pada_harinya_memakai_skema_lama():
    buku = ip_asn.buku_pengukuran(2023, diketahui=date(2023, 12, 31))
    assert ip_asn.skema_tahun(buku) == ip_asn.PERBAN8


def test_setengah_poin_tetap_tepat():
    hasil = satu(jabatan="pelaksana", diklat_teknis_jp=20, seminar=False)
    assert hasil["kompetensi"] == 2250


def test_data_kosong_bernilai_nol_sedang_tanpa_hukuman_bernilai_penuh():
    kosong = satu(predikat=None)
    assert {kosong[k] for k in (*ip_asn.DIMENSI, "indeks")} == {0}
    assert satu(hukdis="none")["disiplin"] == 500


@pytest.mark.parametrize(
    ("nilai", "poin"),
    [
        (100, 3000),
        (91, 3000),
        (90, 2500),
        (Decimal("90.01"), 3000),
        (76, 2500),
        (61, 1500),
        (51, 500),
        (50, 100),
        (0, 100),
    ],
)
def test_nilai_skp_dipakai_bila_predikat_tidak_ada(nilai, poin):
    assert satu(nilai_skp=nilai)["kinerja"] == poin
    assert satu(nilai_skp=nilai, predikat="Baik")["kinerja"] == 2500


@pytest.mark.parametrize(("jam", "poin"), [(0, 0), (1, 113), (10, 1125), (19, 2138), (20, 2250), (99, 2250)])
def test_sakelar_sebanding_membulatkan_setengah_ke_atas(jam, poin):
    nyala = Timpa("ip_asn_p8_jp_proporsional", None, date(2019, 1, 1), True, "SK Kepala BKPSDM")
    buku = ip_asn.buku_pengukuran(2022, timpa=[nyala])
    assert satu(buku, jabatan="pelaksana", diklat_teknis_jp=jam)["kompetensi"] == poin
    assert satu(jabatan="pelaksana", diklat_teknis_jp=jam)["kompetensi"] == (2250 if jam >= 20 else 0)


def test_skema_baru_memakai_poin_yang_diketahui_atau_jam():
    dasar = {"predikat": "Baik", "kualifikasi_vs_jabatan": "as_required", "hukdis": "none"}
    assert satu(BARU, **dasar, bangkom_points=Decimal("0.2"))["kompetensi"] == 2020
    assert satu(BARU, **dasar, bangkom_jp=10)["kompetensi"] == 2750
    assert satu(BARU, **dasar, bangkom_points=40)["kompetensi"] == 3500  # paling banyak 15 + 20


@pytest.mark.parametrize("skema", [ip_asn.PERBAN8, ip_asn.SURAT4190])
def test_tidak_ada_dimensi_melebihi_batasnya(skema):
    buku = BARU if skema == ip_asn.SURAT4190 else LAMA
    hasil = ip_asn.hitung_ip(acak(3000, skema=skema), buku)
    for sisa in ip_asn.sisa_dimensi(hasil, buku).values():
        assert sisa.min() >= 0
    assert set(np.unique(hasil["kategori"])) <= set(ip_asn.KATEGORI.values())


def test_jejak_menandai_angka_ragu_dan_menurunkannya_sampai_kategori():
    orang = {"pendidikan": "S1", "jabatan": "pelaksana", "hukdis": "none"}
    yakin = {x.langkah: x.keyakinan for x in ip_asn.jelaskan_ip({**orang, "predikat": "Baik"}, LAMA)}
    ragu = {x.langkah: x.keyakinan for x in ip_asn.jelaskan_ip({**orang, "predikat": "Kurang"}, LAMA)}
    assert set(yakin.values()) == {"sumber"}
    assert {k for k, v in ragu.items() if v == "ingatan"} == {"kinerja", "indeks", "kategori"}


def test_jejak_berakhir_pada_angka_yang_sama_dengan_hitungan():
    for i in range(20):
        orang = {k: v[i : i + 1] for k, v in acak(20).items()}
        mentah = {k: ip_asn.SKEMA[ip_asn.PERBAN8].bidang[k].tampil(int(v[0])) for k, v in orang.items()}
        jejak = {x.langkah: x.nilai for x in ip_asn.jelaskan_ip(mentah, LAMA)}
        assert jejak["indeks"] * 100 == int(ip_asn.hitung_ip(orang, LAMA)["indeks"][0])


@settings(max_examples=10, deadline=None)
@given(st.integers(1, 60), st.randoms(use_true_random=False))
def test_hasil_tidak_bergantung_pada_urutan_atau_besar_kelompok(n, acak_urut):
    masukan = acak(n, benih=n)
    urut = list(range(n))
    acak_urut.shuffle(urut)
    semua = ip_asn.hitung_ip(masukan, LAMA)["indeks"]
    diacak = ip_asn.hitung_ip({k: v[urut] for k, v in masukan.items()}, LAMA)["indeks"]
    assert diacak.tolist() == semua[urut].tolist()
    sendiri = [
        ip_asn.hitung_ip({k: v[i : i + 1] for k, v in masukan.items()}, LAMA)["indeks"][0] for i in range(n)
    ]
    assert sendiri == semua.tolist()


def test_peluang_naik_menurut_jabatan():
    masukan = {
        "jabatan": ["administrator", "fungsional", "pelaksana", "pelaksana"],
        "diklat_teknis_jp": [0, 5, 0, 20],
    }
    naik = {k: v.tolist() for k, v in ip_asn.peluang_naik(masukan, LAMA, ip_asn.PERBAN8).items()}
    assert naik == {
        "diklat_teknis": [1500, 1500, 2250, 0],
        "seminar": [1000, 1000, 1750, 1750],
        "diklat_kepemimpinan": [1500, 0, 0, 0],
        "diklat_fungsional": [0, 1500, 0, 0],
        "semua": [4000, 4000, 4000, 1750],
    }


def test_peluang_naik_skema_baru_sampai_poin_penuh():
    masukan = {
        "bangkom_points": [None, Decimal("0.2"), 15],
        "bangkom_jp": [10, 0, 0],
        "predikat": ["Baik"] * 3,
    }
    naik = ip_asn.peluang_naik(masukan, BARU, ip_asn.SURAT4190)
    assert naik["pengembangan_kompetensi"].tolist() == [750, 1480, 0]


def test_sisa_dimensi_adalah_poin_terbanyak_dikurangi_poin_kini():
    hasil = ip_asn.hitung_ip({"hukdis": ["none", None], "predikat": ["Baik", "Sangat Baik"]}, LAMA)
    sisa = {k: v.tolist() for k, v in ip_asn.sisa_dimensi(hasil, LAMA).items()}
    assert sisa == {
        "kualifikasi": [2500] * 2,
        "kompetensi": [4000] * 2,
        "kinerja": [500, 0],
        "disiplin": [0, 500],
    }


def test_poin_pengembangan_nol_yang_diketahui_tidak_diganti_jam():
    dasar = {"predikat": "Baik", "kualifikasi_vs_jabatan": "as_required", "hukdis": "none"}
    tanpa = satu(BARU, **dasar)["kompetensi"]
    assert satu(BARU, **dasar, bangkom_points=0, bangkom_jp=20)["kompetensi"] == tanpa
    assert satu(BARU, **dasar, bangkom_points=Decimal("0.01"), bangkom_jp=20)["kompetensi"] == tanpa + 1


def test_yang_dikerjakan_benar_menaikkan_sebesar_peluangnya():
    masukan = acak(500)
    naik = ip_asn.peluang_naik(masukan, LAMA, ip_asn.PERBAN8)["seminar"]
    sesudah = ip_asn.hitung_ip({**masukan, "seminar": np.ones(500, dtype=np.int64)}, LAMA)["indeks"]
    assert (sesudah - ip_asn.hitung_ip(masukan, LAMA)["indeks"]).tolist() == naik.tolist()


def test_indeks_organisasi_adalah_rata_rata_orang_bukan_rata_rata_unit():
    hasil = {"indeks": np.array([8000, 8000, 8000, 5001])}
    unit = np.array([0, 0, 0, 1])
    per_unit = ip_asn.indeks_organisasi(hasil, unit, 3)["indeks"]
    assert (per_unit.rata.tolist(), per_unit.n.tolist()) == ([8000, 5001, 0], [3, 1, 0])
    kota = ip_asn.indeks_organisasi(hasil)["indeks"]
    assert kota.rata.tolist() == [7250]  # 29001 / 4 = 7250,25


def test_kota_bima_2023_dari_kelompoknya():
    n = np.array([3252, 171])
    for nilai, harap in (((7841, 7518), 7825), ((2119, 2482), 2137), ((2575, 2515), 2572)):
        assert ip_asn.rata_tertimbang(np.array(nilai), n) == harap


def test_satu_kode_asing_menolak_seluruh_kolom():
    masukan = acak(10)
    masukan["jabatan"][7] = 6
    with pytest.raises(MasukanTidakSah, match=r"baris 7, kolom 'jabatan'"):
        ip_asn.hitung_ip(masukan, LAMA)


def test_skema_asing_dan_kelompok_kosong_ditolak_dengan_kalimatnya():
    assert ditolak(ip_asn.susunan, "2030") == (
        f"kolom 'scheme': skema '2030' tidak dikenal. Yang boleh: {', '.join(ip_asn.SKEMA)}."
    )
    for nilai, n in (([], []), ([8000], [0])):
        assert ditolak(ip_asn.rata_tertimbang, np.array(nilai), np.array(n)) == (
            "kolom 'groups': perlu sedikitnya satu kelompok berisi orang. Yang boleh: n di atas 0."
        )


def test_satu_kelompok_rata_ratanya_sendiri():
    assert ip_asn.rata_tertimbang(np.array([8000]), np.array([5])) == 8000


def test_rata_kelompok_membulatkan_setengah_ke_atas_dan_menjumlah_kelompok_yang_benar():
    rata = ip_asn.rata_kelompok(np.array([1, 2, 10, 7]), np.array([1, 1, 0, 3]), 4)
    assert (rata.n.tolist(), rata.jumlah.tolist(), rata.rata.tolist()) == (
        [1, 2, 0, 1], [10, 3, 0, 7], [10, 2, 0, 7],
    )  # fmt: skip
    assert {rata.n.dtype, rata.jumlah.dtype, rata.rata.dtype} == {np.dtype(np.int64)}


def test_diklat_fungsional_otomatis_menurut_awalan_jabatan():
    assert ip_asn.fungsional_otomatis("Guru Ahli Muda", BARU)
    assert not ip_asn.fungsional_otomatis("Auditor Ahli Muda", BARU)


def test_lima_ribu_orang_jauh_di_bawah_satu_detik():
    masukan = acak(5000)
    mulai = time.perf_counter()
    hasil = ip_asn.hitung_ip(masukan, LAMA)
    ip_asn.peluang_naik(masukan, LAMA, ip_asn.PERBAN8)
    ip_asn.indeks_organisasi(hasil, masukan["jabatan"], 6)
    assert time.perf_counter() - mulai < 0.25
