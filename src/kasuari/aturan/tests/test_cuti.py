"""Cuti: hak menurut status dan masa kerja, saldo tahun demi tahun, dan hari terakhir setiap jenis."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kasuari.aturan import cuti
from kasuari.aturan.buku import INGATAN, SUMBER, Buku, Timpa
from kasuari.aturan.cuti import TahunCuti, saldo_cuti
from kasuari.aturan.galat import MasukanTidakSah
from kasuari.aturan.rumus import hitung, jelaskan
from kasuari.aturan.tests.bantu import andaikan, baris_ditolak, ditolak, langkah

BUKU = Buku.susun(date(2026, 11, 1), date.max)
cepat = settings(max_examples=25, deadline=None)


def nilai(besaran, buku=BUKU, **masukan):
    jejak = jelaskan(cuti.SUSUNAN, masukan, buku, [besaran])
    return jejak[-1].nilai


def jatah(**masukan):
    orang = {"status": "PNS", "masa_kerja": "10y0m", "terus_menerus": True, **masukan}
    return nilai("jatah_tahunan", **orang)


def buku_tahun(tahun):
    return Buku.susun(date(tahun, 12, 31), date.max)


@pytest.mark.parametrize(
    ("lalu", "hari"),
    [
        ({}, 12),
        ({"sisa_n1": 4}, 16),
        ({"sisa_n1": 12}, 18),
        ({"sisa_n1": 12, "sisa_n2": 12}, 18),
        ({"sisa_n1": 12, "sisa_n2": 12, "dua_tahun_utuh": True}, 24),
        ({"sisa_n1": 9, "ditangguhkan": True}, 21),
        ({"sisa_n1": 20, "ditangguhkan": True}, 24),
        ({"sisa_n1": 12, "cuti_besar": True}, 0),
        ({"terus_menerus": False}, 0),
        ({"masa_kerja": "0y11m"}, 0),
        ({"masa_kerja": "1y0m"}, 12),
    ],
)
def test_jatah_tahunan_menurut_masa_kerja_dan_sisa_tahun_lalu(lalu, hari):
    assert jatah(**lalu) == hari


def test_bertugas_saat_cuti_bersama_menambah_tahun_itu_saja():
    assert (jatah(bersama_bertugas=3), jatah(bersama_bertugas=3, masa_kerja="0y11m")) == (15, 0)
    dua = [TahunCuti(2025, bersama=3), TahunCuti(2026)]
    lama, kini = saldo_cuti(dua, buku_tahun)
    assert (lama.jatah, lama.bersama, lama.sisa) == (15, 3, 15)
    assert (kini.terbawa_n1, kini.jatah) == (6, 18)  # hari tambahannya tidak terbawa
    # tambahan dipakai lebih dulu, jadi sisa hak sendiri tetap terbawa
    lama, kini = saldo_cuti([TahunCuti(2025, terpakai=9, bersama=3), TahunCuti(2026)], buku_tahun)
    assert (lama.sisa, kini.terbawa_n1) == (6, 6)
    assert saldo_cuti([TahunCuti(2026, bersama=3, cuti_besar=True)], buku_tahun)[0].jatah == 0
    with pytest.raises(MasukanTidakSah, match="negatif"):
        saldo_cuti([TahunCuti(2026, bersama=-1)], buku_tahun)


def test_guru_mempunyai_cuti_tahunan_sejak_pp_17_2020():
    guru = {"status": "PNS", "masa_kerja": "5y0m", "terus_menerus": True, "guru": True}
    lama, baru = Buku.susun(date(2020, 2, 27), date.max), Buku.susun(date(2020, 2, 28), date.max)
    assert [nilai("hak_tahunan", buku, **guru) for buku in (lama, baru)] == [0, 12]


def test_jenis_cuti_pppk_lebih_sedikit():
    assert set(cuti.jenis_cuti("PPPK", BUKU)) < set(cuti.jenis_cuti("PNS", BUKU)) == set(cuti.JENIS)
    with pytest.raises(MasukanTidakSah, match="status"):
        cuti.jenis_cuti("honorer", BUKU)


def test_cuti_sakit_pppk_adalah_perkiraan_sedang_pns_bersumber():
    for status, yakin, terakhir in (("PNS", SUMBER, "2027-01-04"), ("PPPK", INGATAN, "2026-02-18")):
        langkah = jelaskan(cuti.SUSUNAN, {"status": status, "mulai": "2026-01-05"}, BUKU, ["sakit_terakhir"])[
            -1
        ]
        assert (langkah.keyakinan, langkah.nilai) == (yakin, terakhir)


def test_surat_yang_diperlukan_cuti_sakit_menurut_lamanya():
    def tahap(selesai):
        return nilai("tahap_sakit", status="PNS", mulai="2026-01-05", selesai=selesai)

    assert tahap("2026-01-05") == tahap("2026-01-18") == "surat dokter"
    assert tahap("2026-01-19") == tahap("2027-01-04") == "surat dokter pemerintah"
    assert tahap("2027-01-05") == tahap("2027-07-04") == "pertimbangan tim penguji kesehatan"
    assert tahap("2027-07-05") == "melebihi batas cuti sakit"


def test_melahirkan_sampai_anak_ketiga_lalu_cuti_besar_bagi_pns_saja():
    jenis = [nilai("jenis_cuti_lahir", status="PNS", anak_ke=n) for n in (1, 3, 4)]
    assert jenis == ["Cuti Melahirkan", "Cuti Melahirkan", "Cuti Besar"]
    assert nilai("jenis_cuti_lahir", status="PPPK", anak_ke=4) is None
    assert nilai("lahir_terakhir", status="PPPK", anak_ke=4, mulai="2026-02-02") is None


def test_cuti_tahunan_menghitung_hari_kerja_dan_cuti_bersama_tidak_mengurangi():
    assert nilai("hari_cuti_tahunan", mulai="2026-03-16", selesai="2026-03-27") == 5
    assert nilai("hari_cuti_kalender", mulai="2026-03-16", selesai="2026-03-27") == 12
    with pytest.raises(MasukanTidakSah, match=r"baris 0, kolom 'selesai'"):
        nilai("hari_cuti_tahunan", mulai="2026-03-16", selesai="2026-03-15")


def test_saldo_memakai_sisa_lama_lebih_dulu_dan_memesan_yang_diajukan():
    saldo = saldo_cuti(
        [TahunCuti(2024, terpakai=10), TahunCuti(2025, terpakai=3, dipesan=2), TahunCuti(2026)], buku_tahun
    )
    assert [(s.hak, s.terbawa_n1, s.terbawa_n2, s.jatah, s.sisa, s.hangus) for s in saldo] == [
        (12, 0, 0, 12, 2, 0),
        (12, 2, 0, 14, 9, 0),  # 2 hari N-1 dipakai lebih dulu, lalu 3 dari hak sendiri
        (12, 6, 0, 18, 18, 3),  # sisa hak 2025 sembilan hari: enam terbawa, tiga hangus
    ]


def test_dua_tahun_utuh_membawa_enam_dari_tiap_tahun():
    saldo = saldo_cuti([TahunCuti(2024), TahunCuti(2025), TahunCuti(2026)], buku_tahun)
    assert (saldo[2].terbawa_n1, saldo[2].terbawa_n2, saldo[2].jatah) == (6, 6, 24)
    besar = saldo_cuti([TahunCuti(2024), TahunCuti(2025, cuti_besar=True), TahunCuti(2026)], buku_tahun)
    assert [s.jatah for s in besar] == [12, 0, 12]


def test_tahun_yang_ditangguhkan_terbawa_lebih_banyak():
    saldo = saldo_cuti([TahunCuti(2025, terpakai=3, ditangguhkan=True), TahunCuti(2026)], buku_tahun)
    assert (saldo[1].jatah, saldo[1].terbawa_n1, saldo[1].terbawa_n2, saldo[1].hangus) == (21, 9, 0, 0)


BERURUT = "Yang boleh: tahun berurutan tanpa ulangan."


@pytest.mark.parametrize(
    ("tahun", "kalimat"),
    [
        ([TahunCuti(2025), TahunCuti(2026, terpakai=19)],
         "baris 1, kolom 'terpakai': tahun 2026: 19 hari terpakai dan 0 dipesan melebihi jatah 18. Yang boleh: paling banyak 18 hari."),
        ([TahunCuti(2026, terpakai=10, dipesan=3)],
         "baris 0, kolom 'terpakai': tahun 2026: 10 hari terpakai dan 3 dipesan melebihi jatah 12. Yang boleh: paling banyak 12 hari."),
        ([TahunCuti(2026, terpakai=1, cuti_besar=True)],
         "baris 0, kolom 'terpakai': tahun 2026: 1 hari terpakai dan 0 dipesan melebihi jatah 0. Yang boleh: paling banyak 0 hari."),
        ([TahunCuti(2025), TahunCuti(2026, terpakai=-1)],
         "baris 1, kolom 'terpakai': tahun 2026 berisi hari negatif. Yang boleh: 0 ke atas."),
        ([TahunCuti(2025), TahunCuti(2026, dipesan=-1)],
         "baris 1, kolom 'terpakai': tahun 2026 berisi hari negatif. Yang boleh: 0 ke atas."),
        ([TahunCuti(2024), TahunCuti(2026)], f"baris 1, kolom 'tahun': tahun terlewat sekitar 2026. {BERURUT}"),
        ([TahunCuti(2026), TahunCuti(2026)], f"baris 1, kolom 'tahun': tahun ganda sekitar 2026. {BERURUT}"),
    ],
)  # fmt: skip
def test_saldo_yang_mustahil_ditolak_dengan_tahunnya(tahun, kalimat):
    assert ditolak(saldo_cuti, tahun, buku_tahun) == kalimat


def test_catatan_terlanjur_lebih_dihitung_nol_dan_tidak_menjalar():
    tahun = [TahunCuti(2025, terpakai=3, cuti_besar=True), TahunCuti(2026, terpakai=14), TahunCuti(2027)]
    saldo = saldo_cuti(tahun, buku_tahun, longgar=True)
    assert [(s.jatah, s.sisa, s.lebih, s.terbawa_n1) for s in saldo] == [
        (0, 0, 3, 0), (12, 0, 2, 0), (12, 12, 0, 0),
    ]  # fmt: skip


def test_saldo_tahun_pertama_dan_kedua_tidak_membawa_tahun_yang_tidak_ada():
    saldo = saldo_cuti([TahunCuti(2025, dipesan=2), TahunCuti(2026, dipesan=1)], buku_tahun)
    assert [(s.tahun, s.hak, s.terbawa_n1, s.terbawa_n2, s.dipesan, s.sisa) for s in saldo] == [
        (2025, 12, 0, 0, 2, 10),
        (2026, 12, 6, 0, 1, 17),
    ]


def test_yang_belum_berhak_tidak_punya_jatah_dan_tidak_membawa_apa_pun():
    saldo = saldo_cuti([TahunCuti(2024, berhak=False), TahunCuti(2025), TahunCuti(2026)], buku_tahun)
    assert [(s.hak, s.terbawa_n1, s.terbawa_n2, s.jatah) for s in saldo] == [
        (0, 0, 0, 0), (12, 0, 0, 12), (12, 6, 0, 18),
    ]  # fmt: skip


def test_tahun_cuti_besar_tidak_memakai_hak_dan_sisa_tahun_lalu_hangus():
    saldo = saldo_cuti([TahunCuti(2025, terpakai=8), TahunCuti(2026, cuti_besar=True)], buku_tahun)
    assert (saldo[1].hak, saldo[1].terbawa_n1, saldo[1].jatah, saldo[1].hangus) == (0, 0, 0, 4)
    sesudah_utuh = saldo_cuti(
        [TahunCuti(2024), TahunCuti(2025), TahunCuti(2026, cuti_besar=True)], buku_tahun
    )
    baris = sesudah_utuh[2]
    assert (baris.jatah, baris.terbawa_n1, baris.terbawa_n2, baris.hangus) == (0, 0, 0, 12)


def test_cuti_bersama_mengurangi_cuti_tahunan_hanya_bila_hukumnya_berkata_begitu():
    # 16-27 Maret 2026: lima hari kerja, dan empat cuti bersama (18, 20, 23, 24)
    cuti_itu = {"mulai": "2026-03-16", "selesai": "2026-03-27"}
    mengurangi = andaikan(BUKU, "cuti_bersama_mengurangi", True)
    assert [nilai("hari_cuti_tahunan", b, **cuti_itu) for b in (BUKU, mengurangi)] == [5, 9]


def test_cuti_besar_untuk_agama_lebih_awal_hanya_bagi_pns_dan_bila_aturannya_ada():
    def berhak(buku=BUKU, **orang):
        orang = {"status": "PNS", "terus_menerus": True, "masa_kerja": "2y0m", **orang}
        return nilai("berhak_besar", buku, **orang)

    tanpa_aturan = andaikan(BUKU, "cuti_besar_agama", False)
    assert berhak(keperluan_agama=False) == "tidak"
    assert berhak(keperluan_agama=True) == "ya"
    assert berhak(keperluan_agama=True, terus_menerus=False) == "ya"
    assert berhak(tanpa_aturan, keperluan_agama=True) == "tidak"
    assert berhak(keperluan_agama=True, status="PPPK") == "tidak"
    assert berhak(masa_kerja="5y0m") == "ya"
    # satu orang yang beragama tidak mengubah hak teman sekolomnya
    kolom = {"status": ["PNS"] * 2, "terus_menerus": [True] * 2, "masa_kerja": ["2y0m"] * 2}
    hasil = hitung(cuti.SUSUNAN, {**kolom, "keperluan_agama": [True, False]}, BUKU, ["berhak_besar"])
    assert hasil["berhak_besar"].tolist() == [1, 0]


def test_tahun_cuti_besar_tetap_berhak_cuti_tahunan_bila_hukumnya_tidak_menghapusnya():
    boleh = andaikan(BUKU, "cuti_besar_hapus_tahunan", False)
    orang = {"status": "PNS", "masa_kerja": "10y0m", "terus_menerus": True, "cuti_besar": True}
    assert [nilai("jatah_tahunan", b, **orang) for b in (BUKU, boleh)] == [0, 12]


def test_cuti_sakit_pppk_dihitung_hari_kerja_sejak_hari_mulainya():
    # 30 hari kerja mulai Senin 5 Januari 2026; yang mulai Sabtu dihitung sejak Senin
    mulai = [
        nilai("sakit_terakhir", status="PPPK", mulai=m) for m in ("2026-01-05", "2026-01-03", "2026-01-02")
    ]
    assert mulai == ["2026-02-18", "2026-02-18", "2026-02-13"]


def test_cuti_sakit_pppk_di_tahun_tanpa_daftar_libur_menyebut_baris_aslinya():
    kolom = {"status": ["PNS", "PPPK", "PPPK"], "mulai": ["2026-01-05", "2026-01-05", "2027-12-20"]}
    assert [c[:2] for c in baris_ditolak(cuti.SUSUNAN, "sakit_terakhir", BUKU, **kolom)] == [(2, "mulai")]


def test_jejak_cuti_menyebut_sel_status_orangnya():
    for status in ("PNS", "PPPK"):
        orang = {"status": status, "masa_kerja": "3y0m", "terus_menerus": True}
        assert langkah(cuti.SUSUNAN, "hak_tahunan", BUKU, **orang).parameter == (
            ("cuti_tahunan_hari", status),
        )
        penting = langkah(cuti.SUSUNAN, "jenis_alasan_penting", BUKU, status=status)
        assert penting.parameter == (("cuti_jenis", status),)
    assert nilai("jenis_alasan_penting", status="PPPK") == "Cuti Tahunan"


def test_perpanjangan_cltn_dibaca_hanya_bila_diminta():
    dasar = {"mulai": "2026-01-05"}
    assert langkah(cuti.SUSUNAN, "cltn_terakhir", BUKU, **dasar).parameter == (("cuti_cltn_bulan", None),)
    assert nilai("cltn_terakhir", **dasar) == "2029-01-04"
    assert nilai("cltn_terakhir", **dasar, perpanjangan=True) == "2030-01-04"


def test_kota_yang_memutuskan_batas_tangguh_mengubah_jatah_dan_menghapus_ragunya():
    timpa = Timpa("cuti_paling_banyak_ditangguhkan", "PNS", date(2026, 1, 1), 20, "Surat Wali Kota")
    buku = Buku.susun(date(2026, 11, 1), date.max, [timpa])
    orang = {"status": "PNS", "sisa_n1": 12, "ditangguhkan": True}
    assert nilai("sisa_terbawa", buku, **orang) == 8


@cepat
@given(st.permutations(range(5)), st.lists(st.integers(0, 12), min_size=5, max_size=5))
def test_saldo_tidak_bergantung_urutan_dan_tidak_pernah_melebihi_batas(urutan, pakai):
    tahun = [TahunCuti(2021 + i, terpakai=n) for i, n in enumerate(pakai)]
    saldo = saldo_cuti(tahun, buku_tahun)
    assert saldo == saldo_cuti([tahun[i] for i in urutan], buku_tahun)
    assert all(12 <= s.jatah <= 24 and s.sisa == s.jatah - s.terpakai >= 0 for s in saldo)


@cepat
@given(st.dates(date(2023, 1, 1), date(2026, 6, 1)), st.integers(0, 300))
def test_hari_cuti_tahunan_tidak_pernah_lebih_dari_hari_kalender(mulai, lama):
    awal = mulai.toordinal() - date(1970, 1, 1).toordinal()
    kolom = {"mulai": np.array([awal]), "selesai": np.array([awal + lama])}
    hasil = hitung(cuti.SUSUNAN, kolom, BUKU, ["hari_cuti_tahunan", "hari_cuti_kalender"])
    assert 0 <= hasil["hari_cuti_tahunan"][0] <= hasil["hari_cuti_kalender"][0] == lama + 1
