"""Seleksi: ambang, peringkat, integrasi, dan formasi mengulang pengumuman yang terbit."""

import csv
from collections import Counter, defaultdict
from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.bersama import shared

from kasuari.aturan import seleksi
from kasuari.aturan.buku import Buku
from kasuari.aturan.galat import MasukanTidakSah
from kasuari.aturan.masukan import ke_hari
from kasuari.aturan.rumus import hitung
from kasuari.aturan.tests.bantu import ditolak

BUKU = Buku.susun(date(2024, 12, 1))
HADIR, TIDAK_HADIR = seleksi.KEHADIRAN["hadir"], seleksi.KEHADIRAN["tidak_hadir"]


def larik(*nilai):
    return np.array(nilai, dtype=np.int64)


def baca(nama):
    with shared("data", nama).open(encoding="utf-8") as aliran:
        return list(csv.DictReader(aliran))


def test_skd_stis_2024_setiap_lulus_ambang_dan_peringkat_terulang():
    baris = baca("skd_stis_2024.csv")
    assert len(baris) == 11_264
    hadir = larik(*(TIDAK_HADIR if b["hasil"] == "TH" else HADIR for b in baris))
    afirmasi = [b["hasil"] == "PA/L" for b in baris]
    nilai = {k: larik(*(int(b[k] or 0) for b in baris)) for k in ("twk", "tiu", "tkp")}
    # jalur afirmasi tidak tertulis di berkas: baris PA/L, dan yang lulus hanya dengan ambang afirmasi
    umum = hitung(
        seleksi.SUSUNAN_KEDINASAN,
        {"jalur": ["umum"] * len(baris), **nilai},
        BUKU,
        ["lulus_ambang", "total_skd"],
    )
    khusus = hitung(
        seleksi.SUSUNAN_KEDINASAN, {"jalur": ["afirmasi"] * len(baris), **nilai}, BUKU, ["lulus_ambang"]
    )
    lulus = np.where(afirmasi, khusus["lulus_ambang"], umum["lulus_ambang"]) & (hadir == HADIR)
    terbit = larik(*({"YA": 1}.get(b["lulus_ambang"], 0) for b in baris))
    assert int((lulus != terbit).sum()) == 0

    # kuota per program studi dan lokasi; kuota = banyak P/L dibulatkan turun ke kelipatan 5 (data/INDEX.md)
    biasa = [i for i, b in enumerate(baris) if b["hasil"] in ("P", "P/L", "TL", "TH")]
    nama = [(baris[i]["prodi"], baris[i]["lokasi_formasi"]) for i in biasa]
    nomor = {k: n for n, k in enumerate(sorted(set(nama)))}
    kelompok = larik(*(nomor[k] for k in nama))
    lulusan = Counter(n for n, i in zip(nama, biasa, strict=True) if baris[i]["hasil"] == "P/L")
    tempat = larik(*(lulusan[k] // 5 * 5 if lulusan[k] >= 5 else lulusan[k] for k in nama))
    masuk = seleksi.jendela_skb(
        kelompok,
        lulus[biasa],
        {**{k: v[biasa] for k, v in nilai.items()}, "total": umum["total_skd"][biasa]},
        tempat,
        BUKU,
    )
    hasil = seleksi.hasil_skd(hadir[biasa], lulus[biasa], masuk)
    kode = {v: k for k, v in seleksi.HASIL_SKD.items()}
    beda = [i for i, h in zip(biasa, hasil, strict=True) if kode[int(h)] != baris[i]["hasil"]]
    assert len(beda) == 0


def test_cpns_ma_2024_setiap_nilai_akhir_dan_urutan_terulang():
    baris = baca("cpns_ma_2024_integrasi.csv")
    masukan = {"skd": [b["nilai_skd"] for b in baris], "skb": [b["nilai_skb"] for b in baris]}
    akhir = hitung(seleksi.SUSUNAN_INTEGRASI, masukan, BUKU, ["nilai_akhir"])["nilai_akhir"]
    terbit = larik(*(round(float(b["nilai_akhir_terbit"]) * 1000) for b in baris))
    assert int((akhir == terbit).sum()) == 1717
    nama = [(b["formasi"], b["lokasi"]) for b in baris]
    nomor = {k: n for n, k in enumerate(sorted(set(nama)))}
    assert len(nomor) == 109
    nilai = {k: larik(*(int(b[k]) for b in baris)) for k in ("twk", "tiu", "tkp")}
    nilai |= {"nilai_akhir": akhir, "skd": larik(*(int(b["nilai_skd"]) for b in baris))}
    nilai |= {
        "ipk": larik(*(round(float(b["ipk"]) * 100) for b in baris)),
        "lahir": np.zeros(len(baris), dtype=np.int64),
    }
    urutan = seleksi.peringkat_akhir(larik(*(nomor[k] for k in nama)), nilai, BUKU)
    kelompok = defaultdict(list)
    for k, b, u in zip(nama, baris, urutan, strict=True):
        kelompok[k].append((int(b["urut_harapan"]), int(u)))
    assert sum([u for _, u in sorted(isi)] == sorted(u for _, u in isi) for isi in kelompok.values()) == 109


def test_tepat_di_ambang_lulus_dan_satu_nilai_di_bawahnya_tidak():
    masukan = {
        "jalur": ["umum", "umum", "putra_putri_papua"],
        "twk": [65, 64, 0],
        "tiu": [80, 175, 60],
        "tkp": [166, 225, 225],
    }
    hasil = hitung(seleksi.SUSUNAN_CPNS, masukan, BUKU, ["lulus_ambang", "total_skd"])
    assert hasil["lulus_ambang"].tolist() == [1, 0, 0] and hasil["total_skd"].tolist() == [311, 464, 285]


def test_nilai_di_atas_nilai_tertinggi_menyebut_baris_dan_bagiannya():
    with pytest.raises(MasukanTidakSah) as galat:
        hitung(
            seleksi.SUSUNAN_CPNS,
            {"jalur": ["umum"] * 2, "twk": [65, 65], "tiu": [80, 176], "tkp": [166, 226]},
            BUKU,
            ["total_skd"],
        )
    assert [(c.baris, c.kolom) for c in galat.value.cacat] == [(1, "tiu"), (1, "tkp")]
    assert "baris 1" in str(galat.value) and "0 sampai 175" in str(galat.value)


def test_yang_sama_di_tempat_terakhir_ikut_semua():
    nilai = {
        "total": larik(400, 390, 390, 380),
        "tkp": larik(190, 180, 180, 200),
        "tiu": larik(110, 110, 110, 100),
        "twk": larik(100, 100, 100, 80),
    }
    nol = np.zeros(4, dtype=np.int64)
    masuk = seleksi.jendela_skb(nol, nol + 1, nilai, nol + 2, BUKU)
    assert masuk.tolist() == [1, 1, 1, 0]


def test_tidak_hadir_dan_diskualifikasi_bukan_tidak_lulus():
    hasil = seleksi.hasil_skd(larik(1, 2, 3, 1, 1), larik(0, 0, 1, 1, 1), larik(0, 0, 1, 0, 1))
    kode = {v: k for k, v in seleksi.HASIL_SKD.items()}
    assert [kode[int(h)] for h in hasil] == ["TL", "TH", "DIS", "P", "P/L"]


def test_jalur_wajib_disebut_karena_ambangnya_menurut_jalur():
    with pytest.raises(MasukanTidakSah, match="kolom 'jalur': wajib diisi"):
        hitung(
            seleksi.SUSUNAN_CPNS,
            {"jalur": [None], "twk": [65], "tiu": [80], "tkp": [166]},
            BUKU,
            ["total_skd"],
        )


def test_nilai_yang_melampaui_soal_disebut_angkanya():
    with pytest.raises(MasukanTidakSah, match="baris 0, kolom 'twk': 151 melebihi nilai tertinggi"):
        hitung(
            seleksi.SUSUNAN_CPNS,
            {"jalur": ["umum"], "twk": [151], "tiu": [80], "tkp": [166]},
            BUKU,
            ["total_skd"],
        )


def test_hasil_selalu_kolom_bilangan_bulat_juga_bila_kosong():
    kosong, satu = larik(), larik(1)
    nilai = dict.fromkeys(("total", "tkp", "tiu", "twk"), satu)
    hasil = [
        seleksi.peringkat(kosong, [kosong]),
        seleksi.banyak_sama(kosong, kosong),
        seleksi.banyak_sama(satu, satu),
        seleksi.jendela_skb(satu, satu * 0, nilai, satu, BUKU),
        seleksi.hasil_skd(satu, satu, satu),
        *seleksi.isi_formasi([UMUM], satu * 0, pelamar(1), BUKU),
    ]
    assert [(h.dtype, h.shape) for h in hasil] == [(np.int64, (n,)) for n in (0, 0, 1, 1, 1, 1, 1)]


def test_yang_sama_dihitung_di_dalam_kelompoknya_sendiri():
    # kelompok yang nomornya berjauhan tidak boleh tercampur dengan peringkat kelompok lain
    assert seleksi.banyak_sama(larik(0, 0, 3, 3, 6), larik(2, 1, 1, 1, 0)).tolist() == [1, 1, 2, 2, 1]


def test_peringkat_melompat_sesudah_yang_sama():
    urutan = seleksi.peringkat(larik(0, 0, 0, 0, 1), [larik(9, 9, 9, 8, 1), larik(5, 4, 5, 7, 1)])
    assert urutan.tolist() == [1, 3, 1, 4, 1]
    assert seleksi.banyak_sama(larik(0, 0, 0, 0, 1), urutan).tolist() == [2, 1, 2, 1, 1]
    assert seleksi.peringkat(larik(), [larik()]).tolist() == []


def banding(kelompok, penentu):
    """Penghitung biasa yang jelas: banyaknya orang sekelompok yang lebih tinggi, tambah satu."""
    kunci = list(zip(*penentu, strict=True))
    return [
        1 + sum(g == h and b > a for h, b in zip(kelompok, kunci, strict=True))
        for g, a in zip(kelompok, kunci, strict=True)
    ]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.integers(0, 2),
            st.integers(-5, 5),
            st.integers(-(2**45), 2**45),
            st.integers(0, 3),
            st.integers(-(2**40), 2**40),
        ),
        max_size=25,
    ),
    st.randoms(),
)
def test_peringkat_sama_dengan_hitungan_biasa_dan_tidak_bergantung_urutan_baris(baris, acak):
    if not baris:
        return
    kelompok, *penentu = (larik(*k) for k in zip(*baris, strict=True))
    urutan = seleksi.peringkat(kelompok, penentu)
    assert urutan.tolist() == banding(kelompok.tolist(), [k.tolist() for k in penentu])
    letak = list(range(len(baris)))
    acak.shuffle(letak)
    assert seleksi.peringkat(kelompok[letak], [k[letak] for k in penentu]).tolist() == urutan[letak].tolist()


def pelamar(*akhir):
    """Nilai pelamar yang hanya berbeda nilai akhir; penentu lain sama."""
    n = len(akhir)
    nol = np.zeros(n, dtype=np.int64)
    return {"nilai_akhir": larik(*akhir), **dict.fromkeys(("skd", "tkp", "tiu", "twk", "ipk", "lahir"), nol)}


def hasil_akhir(formasi, dilamar, nilai, boleh=None):
    hasil, dapat = seleksi.isi_formasi(formasi, larik(*dilamar), nilai, BUKU, boleh)
    kode = {v: k for k, v in seleksi.HASIL_AKHIR.items()}
    return [kode[int(h)] for h in hasil], dapat.tolist()


UMUM = seleksi.Formasi("Perawat", "RSUD", "umum", "D3", 1)
PAPUA = seleksi.Formasi("Perawat", "RSUD", "papua", "D3", 1)
PULAU = seleksi.Formasi("Perawat", "Puskesmas Pulau", "umum", "D3", 1)


def test_tempat_kosong_jalur_lain_diisi_pelamar_berikutnya_sebagai_l1():
    assert hasil_akhir([UMUM, PAPUA], [0, 0, 0], pelamar(90, 80, 70)) == (
        ["P/L", "P/L-1", "P/TL"],
        [0, 1, -1],
    )


def test_tempat_yang_masih_kosong_diisi_unit_lain_sebagai_l2():
    assert hasil_akhir([UMUM, PULAU], [0, 0, 0], pelamar(90, 80, 70)) == (
        ["P/L", "P/L-2", "P/TL"],
        [0, 1, -1],
    )


def test_pindah_jalur_hanya_bagi_yang_memenuhi_ambang_jalur_tujuan():
    boleh = {"umum": larik(1, 0, 1), "papua": larik(1, 1, 1)}
    assert hasil_akhir([PAPUA, UMUM], [0, 0, 0], pelamar(90, 80, 70), boleh) == (
        ["P/L", "P/TL", "P/L-1"],
        [0, -1, 1],
    )


def test_sama_seluruhnya_di_tempat_terakhir_ditandai_seri_dan_tidak_dipilih_diam_diam():
    hasil, dapat = hasil_akhir([UMUM, PAPUA], [0, 0, 0], pelamar(80, 80, 70))
    assert hasil == ["seri", "seri", "P/L-1"] and dapat == [0, 0, 1]


def test_tempat_yang_diperebutkan_pelamar_seri_tidak_diberikan_kepada_pelamar_jalur_lain():
    # UMUM satu tempat, dua pelamar seri; pelamar PAPUA yang kalah tidak boleh mengambil tempat itu
    assert hasil_akhir([UMUM, PAPUA], [0, 0, 1, 1], pelamar(80, 80, 90, 70)) == (
        ["seri", "seri", "P/L", "P/TL"],
        [0, 0, 1, -1],
    )


def test_setiap_tempat_yang_tersisa_diberikan():
    tiga = seleksi.Formasi("Perawat", "RSUD", "umum", "D3", 3)
    assert hasil_akhir([tiga, PAPUA], [0, 1, 1, 1], pelamar(60, 90, 80, 70)) == (
        ["P/L", "P/L", "P/L-1", "P/L-1"],
        [0, 1, 0, 0],
    )


def test_urutan_berkas_formasi_tidak_menentukan_siapa_pindah_ke_mana():
    cacat = seleksi.Formasi("Perawat", "RSUD", "disabilitas", "D3", 1)
    for formasi in ([UMUM, PAPUA, cacat], [UMUM, cacat, PAPUA]):
        hasil, dapat = hasil_akhir(formasi, [0, 0, 0], pelamar(90, 80, 70))
        assert hasil == ["P/L", "P/L-1", "P/L-1"]
        assert [formasi[i].jalur for i in dapat] == ["umum", "disabilitas", "papua"]


def test_yang_lebih_tua_didahulukan_bila_semua_nilai_sama():
    nilai = pelamar(80, 80) | {"lahir": larik(ke_hari(date(1998, 1, 1)), ke_hari(date(1997, 6, 1)))}
    assert hasil_akhir([UMUM], [0, 0], nilai) == (["P/TL", "P/L"], [-1, 0])


def test_pengisian_formasi_tidak_bergantung_urutan_pelamar():
    acak = np.random.default_rng(96)
    formasi = [
        seleksi.Formasi("Guru", f"SD {u}", j, "S1", int(acak.integers(0, 4)))
        for u in range(4)
        for j in ("umum", "papua")
    ]
    dilamar = acak.integers(0, len(formasi), 60)
    nilai = pelamar(*acak.permutation(60).tolist())
    hasil, dapat = seleksi.isi_formasi(formasi, dilamar, nilai, BUKU)
    letak = acak.permutation(60)
    lagi, dapat_lagi = seleksi.isi_formasi(
        formasi, dilamar[letak], {k: v[letak] for k, v in nilai.items()}, BUKU
    )
    assert lagi.tolist() == hasil[letak].tolist() and dapat_lagi.tolist() == dapat[letak].tolist()
    assert all((dapat == i).sum() <= f.tempat for i, f in enumerate(formasi))


def test_tidak_ada_pelamar_tidak_ada_hasil():
    assert hasil_akhir([UMUM], [], pelamar()) == ([], [])


@pytest.mark.parametrize(
    ("instansi", "bobot", "sebab"),
    [
        ("pusat", {"CAT": 50, "praktik_kerja": 35, "TPA": 15}, 0),
        ("pusat", {"CAT": 49, "TPA": 51}, 2),
        ("pusat", {"CAT": 80, "wawancara": 11, "TPA": 9}, 1),
        ("pusat", {"CAT": 60, "a": 10, "b": 10, "c": 10, "d": 10}, 1),
        ("daerah", {"CAT": 60, "praktik": 40}, 0),
        ("daerah", {"CAT": 100}, 0),
        ("daerah", {"CAT": 90, "wawancara": 10}, 1),
        ("daerah", {"CAT": 70, "a": 20, "b": 10}, 1),
        ("daerah", {"CAT": 50, "a": 50}, 1),
        ("pusat", {"CAT": 60, "TPA": 30}, 1),
    ],
)
def test_bobot_skb_menurut_jenis_instansi(instansi, bobot, sebab):
    assert len(seleksi.periksa_bobot_skb(instansi, bobot, BUKU)[1]) == sebab


def test_bobot_skb_menolak_instansi_asing_dan_bobot_negatif():
    assert ditolak(seleksi.periksa_bobot_skb, "desa", {"CAT": 100}, BUKU) == (
        "kolom 'agency': jenis instansi 'desa' tidak dikenal. Yang boleh: pusat, daerah."
    )
    assert ditolak(seleksi.periksa_bobot_skb, "pusat", {"CAT": 110, "TPA": -10}, BUKU) == (
        "kolom 'weights': bobot TPA negatif. Yang boleh: 0 sampai 100."
    )


def test_bobot_nol_sah_dan_tanpa_cat_di_bawah_batas():
    assert seleksi.periksa_bobot_skb("daerah", {"CAT": 100, "praktik": 0}, BUKU) == (100, [])
    jumlah, sebab = seleksi.periksa_bobot_skb("pusat", {"TPA": 50, "praktik": 50}, BUKU)
    assert jumlah == 100 and sebab == ["Bobot CAT di bawah 50.", "Bobot tes lain melebihi 50."]
