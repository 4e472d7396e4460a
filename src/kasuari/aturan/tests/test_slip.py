"""Slip: sama dengan pembanding bilangan bulat, lajurnya berjumlah tepat, dan tidak bergantung pada kelompok."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kasuari.aturan import gaji, thr, tpp
from kasuari.aturan.blok import hitung_blok
from kasuari.aturan.buku import Buku, Timpa
from kasuari.aturan.gaji import paruh_waktu, slip, tangga_gaji
from kasuari.aturan.gaji.bidang import ESELON, JABATAN_FUNGSIONAL, STATUS
from kasuari.aturan.galat import MasukanTidakSah, ParameterTidakAda
from kasuari.aturan.golongan import KODE_GOLONGAN, KODE_PNS
from kasuari.aturan.masukan import rupiah
from kasuari.aturan.rumus import Susunan, hitung, jelaskan, rumus
from kasuari.aturan.tarif import TarifKosong
from kasuari.aturan.tests import acak, orakel_gaji
from kasuari.aturan.tests.bantu import andaikan, baris_ditolak, ditolak, langkah

BUKU = Buku.susun(date(2025, 6, 1))
LAJUR = tuple(k for k in slip.SEMUA_LAJUR if k not in slip.BULANAN.bidang)
PTKP = ("TK/0", "TK/1", "TK/2", "TK/3", "K/0", "K/1", "K/2", "K/3")
PENATA = "Penata Kependudukan dan Keluarga Berencana Ahli Muda"
DASAR = {"status": "pns", "golongan": "III/a", "mkg": "4y0m", "status_ptkp": "TK/0"}


@st.composite
def orang(draw):
    """Orang yang slipnya dapat dihitung: tarifnya ada semua. `mkg` dalam bulan."""
    status = draw(st.sampled_from(sorted(STATUS)))
    boleh = [g for g in KODE_GOLONGAN if (g in KODE_PNS) == (status != "pppk")]
    golongan = draw(st.sampled_from([g for g in boleh if g not in ("I", "II", "III", "IV")]))
    eselon = draw(st.none() | st.sampled_from(sorted(ESELON)))
    jabatan = None if eselon or golongan[:2] == "I/" else draw(st.sampled_from([None, "Guru", PENATA]))
    return {
        "status": status,
        "golongan": golongan,
        "mkg": draw(st.integers(0, 480)),
        "status_ptkp": draw(st.sampled_from(PTKP)),
        "pasangan_ditanggung": draw(st.booleans()),
        "gaji_pokok_pasangan_asn": draw(st.sampled_from([0, 2_500_000, 9_000_000])),
        "anak_ditanggung": draw(st.integers(0, 6)),
        "eselon": eselon,
        "jabatan_fungsional": jabatan,
        "bertugas_di_papua": draw(st.booleans()),
        "beras_natura": draw(st.booleans()),
        "dasar_iuran_lain": draw(st.integers(0, 20_000_000)),
        "keluarga_tambahan": draw(st.integers(0, 3)),
        "zakat": draw(st.integers(0, 50_000)),
        "potongan_lain": draw(st.integers(0, 50_000)),
    }


def kolom(daftar):
    """Masukan `hitung` dari daftar orang; masa kerja menjadi teks seperti di berkas."""
    hasil = {k: [o[k] for o in daftar] for k in daftar[0]}
    return {**hasil, "mkg": [f"{m // 12}y{m % 12}m" for m in hasil["mkg"]]}


def slip_kolom(daftar, buku=BUKU, cara=hitung):
    hasil = cara(slip.BULANAN, kolom(daftar), buku, LAJUR)
    return [{k: int(hasil[k][i]) for k in LAJUR} for i in range(len(daftar))]


@settings(max_examples=15, deadline=None)
@given(st.lists(orang(), min_size=1, max_size=8))
def test_slip_sama_dengan_pembanding_bilangan_bulat_dan_berjumlah_tepat(daftar):
    for o, dapat in zip(daftar, slip_kolom(daftar), strict=True):
        harap = orakel_gaji.slip(o, BUKU)
        assert dapat == {"tunjangan_tapera": 0, "potongan_tapera": 0} | {
            k: harap[k] for k in LAJUR if k in harap
        }
        assert sum(dapat[k] for k in slip.PENGHASILAN) == dapat["jumlah_kotor"]
        semua = {**o, **dapat}
        assert sum(semua[k] for k in slip.POTONGAN.values()) == dapat["jumlah_potongan"]
        assert dapat["jumlah_kotor"] - dapat["jumlah_potongan"] == dapat["jumlah_dibayarkan"]
        assert dapat["jumlah_dibayarkan"] % 100 == 0


@settings(max_examples=10, deadline=None)
@given(st.lists(orang(), min_size=2, max_size=8), st.randoms())
def test_hasil_tidak_bergantung_pada_urutan_dan_kelompok(daftar, acak):
    urutan = list(range(len(daftar)))
    acak.shuffle(urutan)
    bersama = slip_kolom(daftar)
    assert [bersama[i] for i in urutan] == slip_kolom([daftar[i] for i in urutan])
    assert bersama == [slip_kolom([o])[0] for o in daftar]


@settings(max_examples=5, deadline=None)
@given(st.lists(orang(), min_size=1, max_size=9), st.integers(1, 4))
def test_blok_sama_dengan_sekaligus(daftar, baris):
    def per_blok(*argumen):
        return hitung_blok(*argumen, baris=baris)

    assert slip_kolom(daftar, cara=per_blok) == slip_kolom(daftar)


def test_blok_mengadukan_baris_seluruh_masukan():
    daftar = [DASAR, DASAR, {**DASAR, "golongan": "V/a"}, DASAR, {**DASAR, "mkg": None}]
    masukan = {k: [o[k] for o in daftar] for k in DASAR}
    galat = []
    for cara in (hitung, lambda *a: hitung_blok(*a, baris=2)):
        with pytest.raises(MasukanTidakSah) as salah:
            cara(slip.BULANAN, masukan, BUKU, LAJUR)
        galat.append([(c.baris, c.kolom, c.pesan) for c in salah.value.cacat])
    assert galat[0] == galat[1]
    assert [(b, k) for b, k, _ in galat[0]] == [(2, "golongan"), (4, "mkg")]
    # galat yang baru diketahui rumusnya pun sama
    besar = kolom([{**o, "mkg": 48} for o in [DASAR] * 5]) | {"potongan_lain": [0, 0, 0, 10**9, 0]}
    assert ditolak(hitung_blok, slip.BULANAN, besar, BUKU, LAJUR, baris=2) == (
        "baris 3, kolom 'potongan_lain': potongan melebihi penghasilan. Yang boleh: paling banyak gaji bersih."
    )


def test_blok_tanpa_kolom_atau_dengan_kolom_beda_panjang_menjawab_sama_dengan_sekaligus():
    for masukan in ({}, {"status_ptkp": ["TK/0"], "upah": [1, 2]}):
        galat = [
            ditolak(cara, paruh_waktu.SUSUNAN, masukan, BUKU, ["jumlah_dibayarkan"])
            if masukan
            else {
                k: v.tolist()
                for k, v in cara(paruh_waktu.SUSUNAN, masukan, BUKU, ["jumlah_dibayarkan"]).items()
            }
            for cara in (hitung, hitung_blok)
        ]
        assert galat[0] == galat[1]


def test_blok_tidak_melihat_baris_di_luar_bloknya_dan_berhenti_di_blok_pertama_yang_salah():
    dilihat = []

    def pendek(bruto, *, p):
        """Uji: mencatat panjang kolomnya."""
        dilihat.append(len(bruto))
        return bruto

    satu = Susunan(
        "uji", {"bruto": rupiah("bruto")}, [rumus(satuan="x", berlaku="2020-01-01", dasar="u")(pendek)]
    )
    hitung_blok(satu, {"bruto": np.arange(10)}, BUKU, ["pendek"], utas=1, baris=4)
    assert dilihat == [4, 4, 2]


@pytest.mark.parametrize(
    ("ubah", "kolom_salah"),
    [
        ({"golongan": "V/a"}, "golongan"),
        ({"golongan": "IX"}, "golongan"),
        ({"golongan": None}, "golongan"),
        ({"mkg": "61y0m"}, "mkg"),
        ({"mkg": "5y13m"}, "mkg"),
        ({"mkg": -1}, "mkg"),
        ({"status": "honorer"}, "status"),
        ({"status_ptkp": "K/9"}, "status_ptkp"),
        ({"status_ptkp": "K/I/0"}, "status_ptkp"),
        ({"anak_ditanggung": -1}, "anak_ditanggung"),
        ({"dasar_iuran_lain": -5}, "dasar_iuran_lain"),
        ({"potongan_lain": "NaN"}, "potongan_lain"),
        ({"potongan_lain": 10**13}, "potongan_lain"),
        ({"potongan_lain": 9_000_000}, "potongan_lain"),
        ({"eselon": "VI.a"}, "eselon"),
        ({"eselon": "II.a", "jabatan_fungsional": "Guru"}, "eselon"),
        ({"jabatan_fungsional": "Tukang"}, "jabatan_fungsional"),
    ],
)
def test_satu_sel_buruk_disebut_baris_dan_kolomnya_dan_tidak_ada_yang_dihitung(ubah, kolom_salah):
    daftar = [DASAR, {**DASAR, **ubah}, DASAR]
    masukan = {k: [o.get(k) for o in daftar] for k in daftar[1]}
    with pytest.raises(MasukanTidakSah) as galat:
        hitung(slip.BULANAN, masukan, BUKU, LAJUR)
    cacat = galat.value.cacat
    assert {(c.baris, c.kolom) for c in cacat} == {(1, kolom_salah)}
    assert cacat[0].pesan and cacat[0].boleh


def test_buku_beku_yang_kecil_cukup_untuk_gaji_tpp_dan_thr():
    """Larian membekukan hanya parameter pokoknya; hasil dan jejaknya harus sama dengan buku lengkap."""
    upah = {"status_ptkp": "TK/0", "upah": 2_000_000}
    bayar = {**DASAR, "capaian_kinerja": 90, "tpp_dasar": 1_000_000}
    del bayar["mkg"]
    hari_raya = {"tahun": 2025, "status": "pns", "status_ptkp": "TK/0", "gaji_pokok": 3_000_000}
    guru = {**DASAR, "jabatan_fungsional": "Guru", "bertugas_di_papua": True}
    for awalan, susunan, masukan in (
        (gaji.PARAMETER, slip.BULANAN, guru),
        (gaji.PARAMETER, paruh_waktu.SUSUNAN, upah),
        (tpp.PARAMETER, tpp.SKEMA["bulanan"], bayar),
        (thr.PARAMETER, thr.SUSUNAN, hari_raya),
    ):
        kecil = Buku.dari_json(BUKU.hanya(*awalan).ke_json())
        semua = [r.nama for r in susunan.rumus]
        assert jelaskan(susunan, masukan, kecil, semua) == jelaskan(susunan, masukan, BUKU, semua)


def test_tarif_yang_belum_diisi_menahan_slip_itu_sampai_daerah_mengisinya():
    dokter = {**DASAR, "golongan": "III/d", "jabatan_fungsional": "Dokter Ahli Muda"}
    with pytest.raises(TarifKosong, match=r"tarif belum diisi: .*Dokter Ahli Muda"):
        jelaskan(slip.BULANAN, dokter, BUKU, ["jumlah_dibayarkan"])
    isi = Timpa(
        "tunjangan_fungsional", "Dokter Ahli Muda", date(2025, 1, 1), 750_000, "Perpres yang ditemukan"
    )
    jejak = jelaskan(
        slip.BULANAN, dokter, Buku.susun(date(2025, 6, 1), timpa=[isi]), ["tunjangan_fungsional"]
    )
    assert (jejak[-1].nilai, jejak[-1].keyakinan) == (750_000, "sumber")


def test_tunjangan_papua_bagi_pppk_adalah_sakelar_yang_tidak_pernah_diam_diam_nol():
    pppk = {**DASAR, "status": "pppk", "golongan": "IX", "bertugas_di_papua": True}
    hasil = jelaskan(slip.BULANAN, pppk, BUKU, ["tunjangan_khusus_papua"])[-1]
    assert (hasil.nilai, hasil.keyakinan) == (0, "ingatan")
    nyala = Timpa("tunjangan_khusus_papua_pppk", None, date(2025, 1, 1), True, "Keputusan daerah")
    with pytest.raises(TarifKosong, match="tunjangan khusus Papua"):
        jelaskan(slip.BULANAN, pppk, Buku.susun(date(2025, 6, 1), timpa=[nyala]), ["tunjangan_khusus_papua"])


def test_tapera_menambah_dua_bagian_hanya_bila_sakelarnya_menyala():
    nyala = Timpa("iuran_tapera_dipotong", None, date(2025, 1, 1), True, "Keputusan")
    buku = Buku.susun(date(2025, 6, 1), timpa=[nyala])
    mati, hidup = (slip_kolom([{**DASAR, "mkg": 48}], b)[0] for b in (BUKU, buku))
    # 2,5 % dan 0,5 % dari 2.964.000
    assert (hidup["potongan_tapera"], hidup["tunjangan_tapera"]) == (74_100, 14_820)
    assert mati["jumlah_dibayarkan"] - hidup["jumlah_dibayarkan"] in range(74_000, 74_201)


def test_jkm_tiga_persepuluh_persen_sebelum_pp_66_2017():
    assert [Buku.susun(date(t, 6, 1)).nilai("iuran_jkm_persen") * 100 for t in (2016, 2025)] == [30, 72]


def test_hari_sebelum_tarif_efektif_disebut_parameternya():
    with pytest.raises(ParameterTidakAda, match=r"pph21_.*2023-06-01"):
        jelaskan(slip.BULANAN, DASAR, Buku.susun(date(2023, 6, 1)), ["jumlah_dibayarkan"])


def test_sakelar_paruh_waktu_menambah_hari_tua():
    nyala = Timpa("paruh_waktu_sakelar", "tht", date(2025, 2, 1), True, "Keputusan daerah")
    buku = Buku.susun(date(2025, 6, 1), timpa=[nyala])
    jejak = jelaskan(paruh_waktu.SUSUNAN, {"status_ptkp": "TK/0", "upah": 2_000_000}, buku, ["potongan_iwp"])
    assert jejak[-1].nilai == 65_000


def bersih_menurut_gaji_pokok(gaji, status, ptkp):
    """Bersih (sebelum dan sesudah pembulatan) bila gaji pokok naik dan yang lain tetap."""
    susunan = slip.BULANAN.bagian(
        ["jumlah_dibayarkan", "pembulatan", "tarif_ter"], {"gaji_pokok": rupiah("gaji_pokok")}
    )
    n = len(gaji)
    masukan = {
        "gaji_pokok": gaji,
        "status": np.full(n, STATUS[status]),
        "golongan": np.full(n, KODE_GOLONGAN["III/a" if status == "pns" else "IX"]),
        "status_ptkp": np.full(n, 1 + PTKP.index(ptkp)),
    }
    hasil = hitung(susunan, masukan, BUKU, ["jumlah_dibayarkan", "pembulatan", "tarif_ter"])
    return hasil["jumlah_dibayarkan"] - hasil["pembulatan"], hasil["jumlah_dibayarkan"], hasil["tarif_ter"]


@pytest.mark.parametrize("ptkp", ["TK/0", "K/1", "K/3"])
def test_bersih_naik_bersama_gaji_pokok_kecuali_di_undakan_yang_disebut(ptkp):
    """Undakan yang membuat bersih turun hanya satu: PPPK melewati batas lapisan tarif efektif.

    PNS: pajaknya ditanggung, jadi tidak ada undakan. Batas iuran kesehatan justru menghentikan potongan. Selain
    itu kenaikan seribu rupiah selalu menaikkan bersih sebelum pembulatan.
    """
    gaji = np.arange(2_000_000, 30_000_000, 1_000)
    bersih, dibayar, _ = bersih_menurut_gaji_pokok(gaji, "pns", ptkp)
    assert (np.diff(bersih) > 0).all() and (np.diff(dibayar) >= 0).all()
    bersih, _, tarif = bersih_menurut_gaji_pokok(gaji, "pppk", ptkp)
    turun = np.flatnonzero(np.diff(bersih) < 0)
    assert len(turun) > 0
    assert set(turun) <= set(np.flatnonzero(np.diff(tarif)))


def test_gaji_pokok_tabel_tidak_pernah_turun_bersama_masa_kerja():
    for jenis in ("PNS", "PPPK"):
        larik = tangga_gaji(jenis, BUKU).rupiah
        ada = larik[:, 0] >= 0
        assert (np.diff(larik[ada], axis=1) >= 0).all()


@pytest.mark.parametrize("nama", ["gaji-bulanan", "gaji-masa_terakhir", "gaji-paruh_waktu"])
@settings(max_examples=3, deadline=None)
@given(benih=st.integers(0, 10**6))
def test_lajur_setiap_jenis_slip_berjumlah_tepat(nama, benih):
    susunan, masukan = acak.SUSUNAN[nama], acak.baris_sah(nama, benih)
    k = {**masukan, **hitung(susunan, masukan, acak.BUKU, acak.semua_rumus(susunan))}
    assert (k["jumlah_kotor"] - k["jumlah_potongan"] == k["jumlah_dibayarkan"]).all()
    potongan = [n for n in slip.POTONGAN.values() if n in k]
    penghasilan = [n for n in slip.PENGHASILAN if n in k]
    if nama == "gaji-paruh_waktu":
        potongan = [*potongan, "potongan_iwp", "pph21"]
        penghasilan = [*penghasilan, "upah"]
    assert (sum(k[n] for n in dict.fromkeys(potongan)) == k["jumlah_potongan"]).all()
    assert (sum(k[n] for n in dict.fromkeys(penghasilan)) == k["jumlah_kotor"]).all()


def test_pajak_paruh_waktu_dipotong_dari_upahnya():
    # TK/0, bruto 10.000.000 + 4 % + 0,24 % + 0,72 % dari 10.000.000: tarif efektif kategori A 2,5 %
    hasil = {x.langkah: x.nilai for x in jelaskan(paruh_waktu.SUSUNAN, {"status_ptkp": "TK/0", "upah": 10_000_000}, BUKU, ["jumlah_dibayarkan", "pph21"])}  # fmt: skip
    assert hasil["pph21"] == 10_496_000 * 250 // 10_000
    iuran = hasil["tunjangan_bpjs"] + hasil["tunjangan_jkk"] + hasil["tunjangan_jkm"]
    sendiri = hasil["potongan_iwp"] + hasil["potongan_bpjs_pegawai"]
    assert hasil["jumlah_potongan"] == iuran + sendiri + hasil["pph21"]


def test_sakelar_paruh_waktu_yang_dibaca_tercatat():
    x = langkah(paruh_waktu.SUSUNAN, "potongan_iwp", BUKU, status_ptkp="TK/0", upah=2_000_000)
    assert x.parameter == (("paruh_waktu_sakelar", "tht"),)


def test_potongan_sebesar_gaji_bersih_boleh_dan_lebih_serupiah_ditolak():
    bersih = langkah(slip.BULANAN, "jumlah_dibayarkan", BUKU, **DASAR)
    bulat = langkah(slip.BULANAN, "pembulatan", BUKU, **DASAR)
    semua = bersih.nilai - bulat.nilai
    assert langkah(slip.BULANAN, "jumlah_dibayarkan", BUKU, **DASAR, potongan_lain=semua).nilai == 0
    assert ditolak(langkah, slip.BULANAN, "jumlah_dibayarkan", BUKU, **DASAR, potongan_lain=semua + 1) == (
        "baris 0, kolom 'potongan_lain': potongan melebihi penghasilan. Yang boleh: paling banyak gaji bersih."
    )


def test_kode_jabatan_fungsional_tidak_ganda_dan_tidak_memakai_kode_kosong_atau_guru():
    kode = list(JABATAN_FUNGSIONAL.values())
    assert len(set(kode)) == len(kode) > 300 and min(kode) == JABATAN_FUNGSIONAL["Guru"] == 1


def test_anak_yang_lahir_hari_itu_sudah_ditanggung():
    def anak(lahir, pada, **keadaan):
        return langkah(gaji.SKEMA["anak"], "anak_ditanggung", BUKU, lahir=lahir, pada=pada, **keadaan).nilai

    assert [anak("2025-06-01", p) for p in ("2025-05-31", "2025-06-01")] == [0, 1]
    # usia 21 tercapai 10 Juni 2025: berhenti 1 Juli 2025
    assert [anak("2004-06-10", p) for p in ("2025-06-30", "2025-07-01")] == [1, 0]
    assert anak("2004-06-10", "2025-07-01", kuliah=True) == 1
    assert [anak("2010-01-01", "2025-06-01", **{k: True}) for k in ("menikah", "berpenghasilan")] == [0, 0]


def test_zakat_sebulan_menambah_zakat_bulan_bulan_sebelumnya():
    x = langkah(gaji.SKEMA["masa_terakhir"], "zakat_setahun", BUKU, zakat_sebelumnya=110_000, zakat=10_000)
    assert x.nilai == 120_000


@pytest.mark.parametrize(
    ("ubah", "kalimat"),
    [
        ({"golongan": "I", "status": "pppk", "jabatan_fungsional": "Guru"},
         "baris 0, kolom 'golongan': tarif belum diisi: tunjangan fungsional guru untuk I."),
        ({"golongan": "I", "status": "pppk"},
         "baris 0, kolom 'golongan': tarif belum diisi: tunjangan umum untuk I."),
        ({"jabatan_fungsional": "Dokter Ahli Muda"},
         "baris 0, kolom 'jabatan_fungsional': tarif belum diisi: tunjangan fungsional untuk Dokter Ahli Muda."),
    ],
)  # fmt: skip
def test_tarif_yang_belum_diketahui_disebut_tunjangan_dan_golongannya(ubah, kalimat):
    galat = ditolak(langkah, slip.BULANAN, "jumlah_dibayarkan", BUKU, **{**DASAR, **ubah})
    assert galat == f"{kalimat} Yang boleh: isi lewat ketentuan daerah."


def test_tarif_kosong_di_tengah_kolom_menyebut_barisnya():
    kolom = {"status": ["pns"] * 3, "golongan": ["III/a"] * 3, "eselon": [None] * 3, "jabatan_fungsional": ["Guru", "Dokter Ahli Muda", None]}  # fmt: skip
    assert [c[:2] for c in baris_ditolak(slip.BULANAN, "tunjangan_fungsional", BUKU, **kolom)] == [
        (1, "jabatan_fungsional")
    ]


def test_eselon_tertinggi_pun_tidak_boleh_rangkap_jabatan_fungsional_kecuali_penyetaraan():
    rangkap = {**DASAR, "eselon": "I.a", "jabatan_fungsional": PENATA}
    assert ditolak(langkah, slip.BULANAN, "tunjangan_struktural", BUKU, **rangkap) == (
        "baris 0, kolom 'eselon': eselon dan jabatan fungsional bersamaan. Yang boleh: salah satu, penyetaraan."
    )
    setara = langkah(slip.BULANAN, "tunjangan_struktural", BUKU, **rangkap, penyetaraan=True)
    assert setara.nilai == BUKU.tabel("tunjangan_struktural")["I.a"]


def test_jejak_tunjangan_fungsional_menyebut_jabatannya_dan_papua_menyebut_namanya():
    x = langkah(slip.BULANAN, "tunjangan_fungsional", BUKU, **DASAR, jabatan_fungsional=PENATA)
    assert x.parameter[-1] == ("tunjangan_fungsional", PENATA)
    pppk = {**DASAR, "status": "pppk", "golongan": "IX", "bertugas_di_papua": True}
    nyala = andaikan(BUKU, "tunjangan_khusus_papua_pppk", True)
    assert ditolak(langkah, slip.BULANAN, "tunjangan_khusus_papua", nyala, **pppk) == (
        "baris 0, kolom 'golongan': tarif belum diisi: tunjangan khusus Papua untuk IX. "
        "Yang boleh: isi lewat ketentuan daerah."
    )


def test_sakelar_papua_pppk_tidak_meragukan_pns_dan_batas_beras_tidak_meragukan_dua_anak():
    papua = langkah(slip.BULANAN, "tunjangan_khusus_papua", BUKU, **DASAR, bertugas_di_papua=True)
    assert papua.parameter == (("tunjangan_khusus_papua", "III/a"),)
    for anak, dibaca in ((2, False), (3, True)):
        beras = langkah(slip.BULANAN, "tunjangan_beras", BUKU, **DASAR, anak_ditanggung=anak)
        assert (("tunjangan_beras_anak_terbanyak", None) in beras.parameter) is dibaca


def test_satu_pppk_di_papua_tidak_menghapus_tunjangan_pns_di_papua():
    kolom = {"status": ["pns", "pppk", "pns"], "golongan": ["III/a", "IX", "III/a"], "bertugas_di_papua": [True, True, False]}  # fmt: skip
    hasil = hitung(slip.BULANAN, kolom, BUKU, ["tunjangan_khusus_papua"])["tunjangan_khusus_papua"]
    assert hasil.tolist() == [BUKU.tabel("tunjangan_khusus_papua")["III/a"], 0, 0]
