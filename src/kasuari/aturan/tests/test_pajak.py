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

from kasuari.aturan import pph21, thr, tpp
from kasuari.aturan.buku import Buku, Timpa
from kasuari.aturan.galat import MasukanTidakSah, ParameterRusak
from kasuari.aturan.golongan import KODE_PNS, PANGKAT
from kasuari.aturan.pph21.lapisan import pasal17
from kasuari.aturan.rumus import Pembaca, hitung, jelaskan
from kasuari.aturan.tarif import TarifKosong
from kasuari.aturan.tests.bantu import andaikan, ditolak, langkah

BUKU = Buku.susun(date(2025, 6, 1))


def csv_bersama(*bagian):
    with shared(*bagian).open(encoding="utf-8", newline="") as aliran:
        return list(csv.DictReader(aliran))


def nilai(susunan, masukan, besaran, buku=BUKU):
    return next(x.nilai for x in jelaskan(susunan, masukan, buku, [besaran]) if x.langkah == besaran)


def dengan(kode, kunci, isi):
    return Buku.susun(date(2025, 6, 1), timpa=[Timpa(kode, kunci, date(2025, 1, 1), isi, "Keputusan")])


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


TPP = {
    "status": "pns",
    "golongan": "III/d",
    "status_ptkp": "TK/0",
    "tpp_dasar": 5_000_000,
    "capaian_kinerja": 100,
}


def test_tpp_final_memakai_tarif_golongan_dan_dibayar_pegawai():
    buku = dengan("tpp_tax_mode", None, "FINAL")
    hasil = {b: nilai(tpp.SKEMA["bulanan"], TPP, b, buku) for b in ("pph21_tpp", "tunjangan_pph_tpp")}
    assert hasil == {"pph21_tpp": 250_000, "tunjangan_pph_tpp": 0}
    with pytest.raises(ParameterRusak, match="tpp_tax_mode"):
        nilai(tpp.SKEMA["bulanan"], TPP, "pph21_tpp", dengan("tpp_tax_mode", None, "ter"))


def test_bobot_tpp_harus_seratus_persen():
    with pytest.raises(ParameterRusak, match="100 persen"):
        nilai(tpp.SKEMA["bulanan"], TPP, "tpp_bruto", dengan("tpp_bobot", "kinerja", 70))


def test_iuran_kesehatan_tpp_berhenti_di_batas_dan_mati_bila_masuk_larian_gaji():
    penuh = {**TPP, "dasar_iuran_gaji": 11_000_000}
    assert nilai(tpp.SKEMA["bulanan"], penuh, "dasar_iuran_tpp") == 1_000_000
    assert nilai(tpp.SKEMA["bulanan"], {**TPP, "dasar_iuran_gaji": 13_000_000}, "dasar_iuran_tpp") == 0
    assert (
        nilai(tpp.SKEMA["bulanan"], penuh, "dasar_iuran_tpp", dengan("tpp_iuran_kesehatan", None, "gaji"))
        == 0
    )
    with pytest.raises(ParameterRusak, match="tpp_iuran_kesehatan"):
        nilai(tpp.SKEMA["bulanan"], penuh, "dasar_iuran_tpp", dengan("tpp_iuran_kesehatan", None, "dua"))


def test_bagian_disiplin_tidak_pernah_negatif():
    buruk = {**TPP, "tanpa_keterangan": 31, "telat_lebih_90": 31}
    assert nilai(tpp.SKEMA["bulanan"], buruk, "potongan_disiplin") == 100
    assert nilai(tpp.SKEMA["bulanan"], buruk, "disiplin_dibayar") == 0


def test_tpp_final_menagih_golongan():
    tanpa = {k: v for k, v in TPP.items() if k != "golongan"}
    assert nilai(tpp.SKEMA["bulanan"], tanpa, "tpp_bruto") == 5_000_000
    with pytest.raises(MasukanTidakSah, match="golongan"):
        nilai(tpp.SKEMA["bulanan"], tanpa, "pph21_tpp", dengan("tpp_tax_mode", None, "FINAL"))


def test_paruh_waktu_menerima_tpp_dan_thr_hanya_bila_sakelarnya_menyala():
    for susunan, masukan, besaran, kode in (
        (tpp.SKEMA["bulanan"], TPP, "tpp_bruto", "tpp_penerima"),
        (thr.SUSUNAN, THR, "thr_bruto", "thr_penerima"),
    ):
        paruh = {**masukan, "status": "pppk_pw"}
        assert nilai(susunan, paruh, besaran) == 0
        assert nilai(susunan, paruh, besaran, dengan(kode, "pppk_pw", True)) == nilai(
            susunan, masukan, besaran
        )


def test_indeks_tpp_yang_meluap_ditolak_bukan_dihitung_salah():
    isi = {"fiskal": 10**6, "kemahalan": 10**6, "pemerintahan": 1}
    timpa = [Timpa("tpp_indeks", k, date(2025, 1, 1), v, "Keputusan") for k, v in isi.items()]
    timpa.append(Timpa("tpp_bpk", "9", date(2025, 1, 1), 5_000_000, "Keputusan"))
    with pytest.raises(ParameterRusak, match="terlalu besar"):
        nilai(
            tpp.SKEMA["dasar"], {"kelas_jabatan": 9}, "tpp_dasar", Buku.susun(date(2025, 6, 1), timpa=timpa)
        )
    with pytest.raises(TarifKosong, match="indeks fiskal"):
        nilai(tpp.SKEMA["dasar"], {"kelas_jabatan": 9}, "tpp_dasar", dengan("tpp_bpk", "9", 5_000_000))


THR = {"tahun": 2025, "status": "pppk", "status_ptkp": "TK/0", "gaji_pokok": 3_000_000}


def test_thr_tahun_tanpa_peraturan_ditolak_sampai_diisi():
    for tahun in (2024, 2026, 2031):
        assert ditolak(nilai, thr.SUSUNAN, {**THR, "tahun": tahun}, "thr_bruto") == (
            "baris 0, kolom 'tahun': tahun itu belum punya peraturan THR dan gaji ketiga belas; "
            "isi parameter 'thr_peraturan'. Yang boleh: 2025."
        )
    dua = {k: [v, v, v] for k, v in THR.items()}
    with pytest.raises(MasukanTidakSah) as galat:
        hitung(thr.SUSUNAN, {**dua, "tahun": [2025, 2026, 2031]}, BUKU, ["thr_bruto"])
    assert [c.baris for c in galat.value.cacat] == [1, 2]
    buku = dengan("thr_peraturan", "2026", "PP tentang THR 2026")
    assert nilai(thr.SUSUNAN, {**THR, "tahun": 2026}, "thr_bruto", buku) == 3_000_000


def test_thr_sebanding_bulan_hanya_meragukan_bila_belum_setahun():
    langkah = [jelaskan(thr.SUSUNAN, {**THR, "masa_kerja": m}, BUKU, ["thr_bruto"])[-1] for m in (12, 40, 7)]
    assert [(x.nilai, x.keyakinan) for x in langkah] == [
        (3_000_000, "sumber"),
        (3_000_000, "sumber"),
        (1_750_000, "ingatan"),
    ]


def test_thr_tunjangan_papua_ikut_bila_sakelarnya_menyala():
    masukan = {**THR, "tunjangan_khusus_papua": 500_000}
    assert nilai(thr.SUSUNAN, masukan, "thr_bruto") == 3_000_000
    assert nilai(thr.SUSUNAN, masukan, "thr_bruto", dengan("thr_komponen", "papua", True)) == 3_500_000


def test_mulai_bekerja_sesudah_bulan_dasar_ditolak():
    assert thr.masa_kerja_bulan(date(2025, 8, 1), date(2026, 2, 1)) == 7
    with pytest.raises(MasukanTidakSah, match="sesudah bulan dasar"):
        thr.masa_kerja_bulan(date(2026, 3, 1), date(2026, 2, 1))


def test_thr_menjumlah_komponen_yang_sakelarnya_menyala_dan_membulatkan_ke_atas():
    sebulan = {"gaji_pokok": 3_000_000, "tunjangan_suami_istri": 300_000, "tunjangan_anak": 60_000, "tunjangan_jabatan": 190_000, "tunjangan_beras": 72_420, "tpp_sebulan": 1_000_000}  # fmt: skip
    semua = {"tahun": 2025, "status": "pns", "status_ptkp": "TK/0", **sebulan}
    sakelar = BUKU.tabel("thr_komponen")
    harap = sum(v for k, v in sebulan.items() if thr.KOMPONEN[k][1] is None or sakelar[thr.KOMPONEN[k][1]])
    hasil = {x.langkah: x.nilai for x in jelaskan(thr.SUSUNAN, semua, BUKU, ["thr_dibayarkan"])}
    assert hasil["thr_bruto"] == harap
    assert hasil["thr_dibayarkan"] % 100 == 0 and 0 <= hasil["pembulatan_thr"] < 100
    assert hasil["tunjangan_pph_thr"] == hasil["pph21_thr"]  # PNS: pajaknya ditanggung
    assert hasil["thr_dibayarkan"] == hasil["thr_bruto"] + hasil["pembulatan_thr"]
    mati = dengan("thr_komponen", "keluarga", False)
    assert nilai(thr.SUSUNAN, semua, "tunjangan_anak_thr", mati) == 0
    assert nilai(thr.SUSUNAN, semua, "gaji_pokok_thr", mati) == 3_000_000


def test_thr_pppk_membayar_sendiri_tambahan_pajak_bulan_itu():
    # TK/0: bruto sebulan 5.000.000 bertarif 0; bersama THR 5.000.000 = 10.000.000 bertarif 2 %
    masukan = {**THR, "gaji_pokok": 5_000_000, "bruto_pph_bulan": 5_000_000}
    hasil = {x.langkah: x.nilai for x in jelaskan(thr.SUSUNAN, masukan, BUKU, ["thr_dibayarkan"])}
    assert (hasil["pph21_thr"], hasil["tunjangan_pph_thr"]) == (200_000, 0)
    assert hasil["thr_dibayarkan"] == 4_800_000
    sudah = nilai(thr.SUSUNAN, {**masukan, "pph21_bulan": 50_000}, "pph21_thr")
    assert sudah == 150_000


def test_tahun_thr_terakhir_yang_punya_peraturan():
    assert thr.tahun_terakhir(BUKU) == 2025
    assert thr.tahun_terakhir(dengan("thr_peraturan", "2026", "PP")) == 2026
    assert langkah(thr.SUSUNAN, "bulan_dihitung", BUKU, **THR).parameter == (
        ("thr_peraturan", "2025"), ("thr_penerima", "pppk"),
    )  # fmt: skip


def test_setelan_tpp_yang_tidak_dikenal_disebut_kalimatnya():
    bulanan = tpp.SKEMA["bulanan"]
    for kode, kunci, isi, besaran, kalimat in (
        ("tpp_tax_mode", None, "ter", "pph21_tpp", "tpp_tax_mode 'ter' tidak dikenal; pakai TER atau FINAL."),
        ("tpp_iuran_kesehatan", None, "x", "dasar_iuran_tpp",
         "tpp_iuran_kesehatan 'x' tidak dikenal; pakai gaji atau tpp."),
        ("tpp_bobot", "kinerja", 50, "bagian_kinerja",
         "Bobot kinerja dan disiplin TPP (tpp_bobot) harus berjumlah 100 persen."),
    ):  # fmt: skip
        assert ditolak(nilai, bulanan, TPP, besaran, andaikan(BUKU, kode, isi, kunci)) == kalimat
    pecah = {"status_ptkp": "TK/0", "bruto_pph": 10_000_099}
    assert ditolak(nilai, pph21.BULANAN, pecah, "pph21", dengan("pph21_pembulatan", None, "acak")) == (
        "pph21_pembulatan 'acak' tidak dikenal; pakai ke_bawah atau terdekat."
    )


def test_indeks_tpp_yang_belum_diisi_menyebut_indeks_dan_kelasnya():
    assert ditolak(
        nilai, tpp.SKEMA["dasar"], {"kelas_jabatan": 9}, "tpp_dasar", dengan("tpp_bpk", "9", 5)
    ) == (
        "baris 0, kolom 'tpp_indeks': tarif belum diisi: indeks fiskal untuk kelas 9. "
        "Yang boleh: isi lewat ketentuan daerah."
    )
    assert ditolak(
        nilai, tpp.SKEMA["dasar"], {"kelas_jabatan": 17}, "tpp_dasar", dengan("tpp_bpk", "9", 5)
    ) == (
        "baris 0, kolom 'kelas_jabatan': tarif belum diisi: TPP dasar untuk kelas 17. "
        "Yang boleh: isi lewat ketentuan daerah."
    )


def test_iuran_kesehatan_tpp_hanya_atas_bagian_di_bawah_batas():
    buku = dengan("tpp_iuran_kesehatan", None, "tpp")
    batas = buku.nilai("iuran_kesehatan_batas")
    bulanan = tpp.SKEMA["bulanan"]

    def dasar(gaji):
        return nilai(bulanan, {**TPP, "dasar_iuran_gaji": gaji}, "dasar_iuran_tpp", buku)

    assert [dasar(g) for g in (0, batas - 1_000_000, batas, batas + 1)] == [5_000_000, 1_000_000, 0, 0]
    hasil = {x.langkah: x.nilai for x in jelaskan(bulanan, TPP, buku, ["tpp_dibayarkan"])}
    assert (hasil["iuran_bpjs_pemberi_kerja"], hasil["potongan_bpjs_tpp"]) == (200_000, 50_000)
    assert hasil["tpp_dibayarkan"] == (
        hasil["tpp_bruto"] + hasil["tunjangan_pph_tpp"] - hasil["pph21_tpp"] - 50_000
    )


def test_hukuman_disiplin_memotong_tpp_sesudah_kinerja_dan_kehadiran():
    bulanan = tpp.SKEMA["bulanan"]
    biasa, dihukum = ({**TPP, "capaian_kinerja": 90, "hukuman_tpp": h} for h in (False, True))
    bruto = nilai(bulanan, biasa, "tpp_bruto")
    persen_ = BUKU.nilai("tpp_hukuman_persen")
    assert nilai(bulanan, biasa, "potongan_hukuman") == 0
    assert nilai(bulanan, dihukum, "potongan_hukuman") == bruto * persen_ / 100
    assert nilai(bulanan, dihukum, "tpp_bruto") == bruto - bruto * persen_ / 100


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
