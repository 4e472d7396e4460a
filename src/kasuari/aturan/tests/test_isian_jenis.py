"""Jenis kasus: yang wajib disebut tidak dihitung nol, dan yang mustahil ditolak dengan kolomnya."""

import pytest

from kasuari.aturan.galat import MasukanTidakSah
from kasuari.aturan.kasus import DAFTAR
from kasuari.aturan.tests.bantu import ditolak

TERTINGGI = {"skd": 400, "skd_max": 550, "skb": 450, "skb_max": 500}
DIMENSI = {"kualifikasi": 20, "kompetensi": 20, "kinerja": 25, "disiplin": 5}
MADYA = {"jenjang": "Ahli Madya", "konvensional_range": [700, 850], "nilai_dasar": 400}
TPP = {"kelas_jabatan": 9, "tunjangan_bpk": 5000000, "persen_beban_kerja": 50}


@pytest.mark.parametrize(
    ("jenis", "masukan", "kalimat"),
    [
        ("thr", {}, "kolom 'gaji_pokok': wajib diisi"),
        ("payslip_components", {}, "kolom 'gaji_pokok': wajib diisi"),
        ("pph21_month", {"status_ptkp": "TK/0"}, "kolom 'gaji': tidak ada penghasilan yang disebut"),
        ("pph21_month", {"status_ptkp": "TK/0", "gaji_usd": 2000}, "kolom 'kurs_kmk': wajib diisi"),
        ("pph21_month", {"status_ptkp": "TK/0", "kurs_kmk": 15000}, "kolom 'gaji': tidak ada penghasilan"),
        ("pph21_month_list", {"status_ptkp": "TK/0", "pegawai": 5, "bruto_per_bulan": [1]},
         "kolom 'pegawai': 5 bukan teks"),
        ("pph21_month_list", {"status_ptkp": "TK/0", "pegawai": "tetap", "bruto_per_bulan": [1]},
         "kolom 'pegawai': 'tetap' tidak dihitung dengan cara ini. Yang boleh: tidak tetap dibayar bulanan."),
        ("skd_skb_integration", {**TERTINGGI, "w_skd": "0.4", "w_skb": "0.9"},
         "kolom 'w_skd': bobot SKD dan SKB harus disebut keduanya dan berjumlah 1"),
        ("skd_skb_integration", {**TERTINGGI, "w_skd": "0.4"},
         "kolom 'w_skd': bobot SKD dan SKB harus disebut keduanya dan berjumlah 1"),
        ("tpp_basic", {**TPP, "indeks_fiskal": -1}, "kolom 'indeks_fiskal': -1 negatif"),
        ("ip_asn_backsolve", {**DIMENSI, "index": -1}, "kolom 'kompetensi': kolom tidak dikenal"),
        ("ip_asn_backsolve", {"index": -1, "kualifikasi": 1, "kinerja": 0, "disiplin": 0},
         "kolom 'index': -1 bukan nilai indeks"),
        ("ip_asn_backsolve", {"index": 40, "kualifikasi": 20, "kinerja": 25, "disiplin": 5},
         "kolom 'index': 40 kurang dari jumlah ketiga dimensi. Yang boleh: sedikitnya 50."),
        ("ip_asn_org_sum", {**DIMENSI, "n": "banyak"}, "kolom 'n': 'banyak' bukan bilangan bulat 1 sampai"),
        ("ip_asn_org_sum", {**DIMENSI, "n": 0}, "kolom 'n': 0 di luar rentang"),
        ("ip_asn_org_sum", {**DIMENSI, "kind": "robot"}, "kolom 'kind': kelompok 'robot' tidak dikenal"),
        ("ip_asn_org_weighted_mean_dimension", {"groups": [{"n": 1, "value": 1, "kind": []}]},
         "kolom 'kind': [] bukan teks"),
        ("hari_kerja", {"mulai": "2026-03-10", "sampai": "2026-03-09"},
         "baris 0, kolom 'sampai': tanggal akhir mendahului tanggal awal"),
        ("angka_kredit_enough_for_pangkat", {"jenjang": "Ahli Muda", "golongan": "ZZ/q", "ak": 100},
         "kolom 'golongan': Golongan 'ZZ/q' tidak dikenal"),
        ("angka_kredit_integrasi_range", {**MADYA, "golongan": "ZZ/q"},
         "kolom 'golongan': Golongan 'ZZ/q' tidak dikenal"),
        ("tenggat", {}, "kolom 'mulai': wajib diisi. Yang boleh: tanggal YYYY-MM-DD"),
        ("payslip_pns", {"periode": "2024-12", "golongan": "III/a", "mkg_tahun": 1, "kode_jiwa": "1000",
                         "tunjangan_pph_given": 0}, "kolom 'dasar_iuran_kesehatan_given': wajib diisi"),
        ("pph21_two_offices", {"status_ptkp": "TK/0", "tunjangan_jabatan_per_bulan": [1]},
         "kolom 'neto_kantor_lain': wajib diisi"),
        ("pph21_mantan_pegawai", {}, "kolom 'jasa_produksi': wajib diisi"),
        ("tpp", {"basic_tpp": 1}, "kolom 'capaian_kinerja_persen': wajib diisi"),
        ("angka_kredit_accumulate", {"parts": []}, "kolom 'parts': tidak ada angka kredit yang disebut"),
        ("discipline_absence", {"year": 2026, "new_days": 3}, "kolom 'days_before': wajib diisi"),
        ("annual_leave_max", {"quota": 12}, "kolom 'left_previous_year': wajib diisi"),
        ("final_result_counts", {"total": 1, "present": 2, "codes": {}},
         "kolom 'present': 2 hadir melebihi 1 peserta. Yang boleh: 0 sampai 1."),
        ("tenggat", {"mulai": "2026-03-09"}, "kolom 'kewajiban': wajib diisi"),
    ],
)  # fmt: skip
def test_yang_kurang_atau_mustahil_disebut_kolomnya(jenis, masukan, kalimat):
    assert kalimat in ditolak(DAFTAR[jenis], masukan)


def test_golongan_di_luar_jenjang_angka_kredit_ditolak():
    isi = {"jenjang": "Ahli Muda", "golongan": "IV/c", "ak": 100}
    assert "golongan" in ditolak(DAFTAR["angka_kredit_enough_for_pangkat"], isi)


@pytest.mark.parametrize(
    ("skema", "kurang"),
    [
        ("perban8_2019", ["pendidikan", "diklat_teknis_jp", "jabatan", "predikat", "hukdis"]),
        ("bkn_letter_4190_2024", ["kualifikasi_vs_jabatan", "bangkom_jp", "predikat", "hukdis"]),
    ],
)
def test_dimensi_indeks_tanpa_data_ditolak_bukan_nol(skema, kurang):
    with pytest.raises(MasukanTidakSah) as galat:
        DAFTAR["ip_asn_person"]({"scheme": skema})
    assert [c.kolom for c in galat.value.cacat] == kurang
    assert "wajib diisi untuk disiplin" in {c.pesan for c in galat.value.cacat}
    assert "none" in next(c.boleh for c in galat.value.cacat if c.kolom == "hukdis")


def test_slip_2019_sampai_mei_2020_dihitung_tanpa_tapera_yang_belum_ada():
    orang = {
        "golongan": "III/a",
        "mkg_tahun": 10,
        "kode_jiwa": "1102",
        "dasar_iuran_kesehatan_given": 3000000,
        "tunjangan_pph_given": 0,
    }
    iuran = {"2019-03": 60000, "2019-12": 60000, "2020-02": 30000, "2020-06": 30000}
    for bulan, kesehatan in iuran.items():
        jawab = DAFTAR["payslip_pns"]({**orang, "periode": bulan})
        hasil = jawab.hasil
        assert hasil["potongan_iwp_1"] == kesehatan
        assert hasil["jumlah_potongan"] == hasil["potongan_iwp_8"] + kesehatan
        tapera = next(x for x in jawab.jejak if x.langkah == "potongan_tapera")
        assert (tapera.nilai, tapera.keyakinan) == (0, "sumber" if bulan == "2020-06" else "ingatan")
        assert ("UU 4/2016" in tapera.dasar) is (bulan < "2020-06")


def test_parameter_yang_belum_bernilai_disebut_namanya_dan_bukan_hari_9999():
    kalimat = ditolak(DAFTAR["payslip_components"], {"gaji_pokok": 1, "periode": "2017-01"})
    assert "(" in kalimat and kalimat.endswith("belum punya nilai untuk 2017-01-01 sejauh diketahui kini.")
