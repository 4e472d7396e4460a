"""TPP, THR, dan gaji ketiga belas: sakelar daerah, pajak bersama gaji, dan tarif yang menahan."""

from datetime import date
from decimal import Decimal

import pytest

from kasuari.aturan import pph21, thr, tpp
from kasuari.aturan.buku import Buku, Timpa
from kasuari.aturan.galat import MasukanTidakSah, ParameterRusak
from kasuari.aturan.rumus import hitung, jelaskan
from kasuari.aturan.tarif import TarifKosong
from kasuari.aturan.tests.bantu import andaikan, ditolak, langkah
from kasuari.aturan.tests.test_pajak import BUKU, dengan, nilai

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


def test_pajak_thr_yang_sudah_dipotong_lebih_tidak_menjadi_negatif_atau_serupiah():
    masukan = {**THR, "gaji_pokok": 5_000_000, "bruto_pph_bulan": 5_000_000, "pph21_bulan": 900_000}
    assert nilai(thr.SUSUNAN, masukan, "pph21_thr") == 0


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


def test_tpp_dasar_adalah_jumlah_semua_kriteria_dari_kelas_kali_indeks():
    isi = {"fiskal": Decimal("0.8"), "kemahalan": Decimal("1.25"), "pemerintahan": 1}
    timpa = [Timpa("tpp_indeks", k, date(2025, 1, 1), v, "Keputusan") for k, v in isi.items()]
    timpa.append(Timpa("tpp_bpk", "9", date(2025, 1, 1), 1_000_000, "Keputusan"))
    buku = Buku.susun(date(2025, 6, 1), timpa=timpa)
    persen_ = {f"persen_{k}": n for n, k in enumerate(tpp.dasar.KRITERIA, 1)}
    jejak = {
        x.langkah: x
        for x in jelaskan(tpp.SKEMA["dasar"], {"kelas_jabatan": 9, **persen_}, buku, ["tpp_dasar"])
    }
    assert jejak["basic_tpp"].nilai == 1_000_000
    assert [jejak[f"tpp_{k}"].nilai for k in tpp.dasar.KRITERIA] == [10_000 * n for n in range(1, 7)]
    assert jejak["tpp_dasar"].nilai == 210_000
    assert jejak["tunjangan_bpk"].parameter == (("tpp_bpk", "9"),)
    assert jejak["basic_tpp"].parameter == tuple(("tpp_indeks", k) for k in isi)


def test_bulan_pertama_bekerja_dihitung_satu_dan_sakelar_thr_tercatat():
    assert thr.masa_kerja_bulan(date(2026, 2, 15), date(2026, 2, 1)) == 1
    x = langkah(thr.SUSUNAN, "tunjangan_beras_thr", BUKU, **THR, tunjangan_beras=72_420)
    assert x.parameter == (("thr_komponen", "pangan"),)
