"""Pensiun, KGB, dan masa kerja: cerita pendek dari aturan yang tertulis."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from tests.bersama import shared

from kasuari.aturan import kgb, pensiun
from kasuari.aturan.buku import Buku
from kasuari.aturan.galat import MasukanTidakSah
from kasuari.aturan.golongan import KODE_GOLONGAN
from kasuari.aturan.kasus import DAFTAR
from kasuari.aturan.masa_kerja import selisih_bulan, tulis, urai
from kasuari.aturan.masukan import dari_hari, ke_hari
from kasuari.aturan.rumus import TIDAK_ADA, hitung, jelaskan
from kasuari.aturan.tests.bantu import ditolak, langkah

BUKU = Buku.susun(date(2025, 3, 1))


@pytest.mark.parametrize(
    ("lahir", "bup", "tmt"),
    [
        ("1969-04-07", 58, "2027-05-01"),
        ("1968-12-31", 60, "2029-01-01"),
        ("1968-02-29", 65, "2033-03-01"),
        ("1966-01-01", 60, "2026-02-01"),
    ],
)
def test_pensiun_mulai_tanggal_satu_bulan_sesudah_bulan_lahir(lahir, bup, tmt):
    nilai = {
        x.langkah: x.nilai
        for x in jelaskan(pensiun.SUSUNAN, {"birth": lahir, "bup": bup}, BUKU, ["mulai_mpp"])
    }
    assert nilai["tmt_pensiun"] == tmt
    assert nilai["mulai_mpp"] == f"{int(tmt[:4]) - 1}{tmt[4:]}"


def test_pensiun_ribuan_orang_sama_dengan_hitungan_tangan():
    r = np.random.default_rng(2)
    lahir = r.integers(ke_hari(date(1955, 1, 1)), ke_hari(date(2005, 1, 1)), 2000)
    bup = r.choice([58, 60, 65], 2000)
    hasil = hitung(pensiun.SUSUNAN, {"birth": lahir, "bup": bup}, BUKU, ["tmt_pensiun"])["tmt_pensiun"]
    for hari, usia, tmt in zip(lahir, bup, hasil, strict=True):
        asal = dari_hari(hari)
        bulan = asal.month % 12 + 1
        assert dari_hari(tmt) == date(asal.year + int(usia) + (asal.month == 12), bulan, 1)


@pytest.mark.parametrize(
    ("jabatan", "usia"),
    [
        ("JPT Pratama", 60),
        ("JPT Utama", 60),
        ("Administrator", 58),
        ("JF Ahli Muda", 58),
        ("Auditor Ahli Utama", 65),
        ("guru  ahli utama", 60),
        ("Guru Ahli Madya", 60),
        ("Peneliti Ahli Utama", 70),
        ("Perawat Penyelia", 58),
        ("Pengawas Sekolah Ahli Madya", 60),
        ("Arsiparis Madya", 60),
        ("Guru Pertama", 60),
        ("Guru Utama", 60),
        ("Peneliti Madya", 65),
    ],
)
def test_bup_daftar_khusus_lebih_dulu_lalu_jenjang(jabatan, usia):
    assert pensiun.bup_pasti(jabatan, BUKU).usia == usia


def test_semua_jabatan_khusus_siasn_termuat():
    import json

    acuan = json.loads(shared("rules", "kepegawaian", "siasn_referensi.json").read_text("utf-8"))
    daftar = acuan["jf_bup_rule"]["exceptions_list"]
    assert len(daftar) > 80
    assert {n: pensiun.bup_pasti(n, BUKU).usia for n in daftar} == daftar


@pytest.mark.parametrize(
    ("jenjang", "lama", "lahir", "usia"),
    [
        ("Ahli Madya", 65, date(1957, 4, 6), 65),
        ("Ahli Madya", 65, date(1957, 4, 7), 60),
        ("Ahli Madya", 60, date(1957, 4, 6), 60),
        ("Penyelia", 60, date(1959, 4, 6), 60),
        ("Penyelia", 60, date(1959, 4, 7), 58),
    ],
)
def test_bup_lama_tetap_bagi_yang_lahir_sebelum_batas(jenjang, lama, lahir, usia):
    kode = pensiun.jenjang_jabatan(jenjang)
    masukan = {"jenjang": kode, "bup_lama": lama, "birth": lahir}
    assert jelaskan(pensiun.SUSUNAN, masukan, BUKU, ["bup_berlaku"])[0].nilai == usia


def _kgb(golongan, mkg, per="2025-03-01"):
    ingin = ["gaji_pokok_sekarang", "kgb_berikutnya", "gaji_pokok_baru"]
    jejak = jelaskan(kgb.SUSUNAN, {"golongan": golongan, "mkg": mkg, "per_tanggal": per}, BUKU, ingin)
    return {x.langkah: x.nilai for x in jejak}


def test_kgb_jatuh_saat_mkg_mencapai_anak_tangga():
    assert _kgb("III/b", "5y7m") == {
        "gaji_pokok_sekarang": 3089300,
        "mkg_saat_kgb": "6y0m",
        "kgb_berikutnya": "2025-08-01",
        "gaji_pokok_baru": 3186600,
    }
    assert _kgb("II/a", "0y0m")["kgb_berikutnya"] == "2026-03-01"
    assert _kgb("II/a", "1y0m")["kgb_berikutnya"] == "2027-03-01"
    assert _kgb("III/a", "3y0m")["kgb_berikutnya"] == "2026-03-01"  # MKG ganjil di tabel genap
    assert _kgb("IX", "2y0m")["mkg_saat_kgb"] == "4y0m"


def test_kgb_di_bawah_baris_pertama_menunggu_gaji_yang_benar_naik():
    assert _kgb("II/c", "0y0m")["mkg_saat_kgb"] == "5y0m"


def test_di_puncak_tabel_tidak_ada_kgb_lagi():
    hasil = _kgb("IV/e", "32y0m")
    assert hasil["kgb_berikutnya"] is None and hasil["gaji_pokok_baru"] is None


def test_kgb_kolom_campuran_pns_pppk_dan_puncak():
    masukan = {
        "golongan": np.array([KODE_GOLONGAN[g] for g in ("III/a", "IX", "IV/e")]),
        "mkg": np.array([24, 24, 32 * 12]),
        "per_tanggal": np.full(3, ke_hari(date(2025, 3, 1))),
    }
    hasil = hitung(kgb.SUSUNAN, masukan, BUKU, ["kgb_berikutnya", "gaji_pokok_baru"])
    assert hasil["gaji_pokok_baru"].tolist() == [2964000, 3408500, TIDAK_ADA]
    assert hasil["kgb_berikutnya"].tolist()[:2] == [ke_hari(date(2027, 3, 1))] * 2


def test_kgb_pertama_dihitung_dari_tmt_cpns_dan_masa_kerja_awal():
    pertama = _kgb("III/a", "1y0m", "2008-03-01")
    assert (pertama["kgb_berikutnya"], pertama["mkg_saat_kgb"]) == ("2009-03-01", "2y0m")
    assert kgb.kgb_sesudah(date(2024, 2, 29), BUKU) == date(2026, 2, 28)


def test_kgb_dari_kgb_terakhir_membaca_tangga_dan_menolak_yang_terlewat():
    def jawab(**isi):
        return DAFTAR["kgb_next"]({"tmt_last_kgb": "2025-01-01", **isi})

    assert jawab().hasil == {"next": "2027-01-01"}
    puncak = jawab(golongan="III/a", mkg="32y0m")
    assert puncak.hasil["next"] is None and len(puncak.jejak) > 1
    assert jawab(golongan="III/a", mkg="4y0m", per_tanggal="2026-11-01").hasil["next"] == "2027-01-01"
    assert jawab(golongan="II/a", mkg="0y0m").hasil["next"] == "2026-01-01"
    kgb_satu = DAFTAR["kgb_next"]
    lewat = {"tmt_last_kgb": "2010-01-01", "per_tanggal": "2026-11-01"}
    assert "KGB sesudahnya, 2012-01-01, sudah lewat pada 2026-11-01" in ditolak(kgb_satu, lewat)
    assert "mendahului KGB terakhir" in ditolak(jawab, per_tanggal="2024-12-31")
    assert "masa kerja '99y0m' tidak terbaca" in ditolak(jawab, golongan="III/a", mkg="99y0m")
    assert ditolak(jawab, mkg="3y0m").startswith("kolom 'golongan': wajib diisi")
    assert "kolom 'mkg': wajib diisi" in ditolak(jawab, golongan="III/a")


def test_penundaan_dan_surat_kgb():
    def nilai(besaran, **masukan):
        return jelaskan(kgb.SUSUNAN, masukan, BUKU, [besaran])[-1].nilai

    assert nilai("kgb_ditunda", tmt_kgb="2025-06-01", tunda_bulan=12) == "2026-06-01"
    with pytest.raises(MasukanTidakSah, match="0 sampai 12 bulan"):
        nilai("kgb_ditunda", tmt_kgb="2025-06-01", tunda_bulan=13)
    orang = {"golongan": "III/a", "mkg": "3y0m", "per_tanggal": "2024-01-01"}
    assert nilai("surat_kgb", **orang) == "2024-11-01"
    assert nilai("surat_kgb", **{**orang, "golongan": "IV/e", "mkg": "32y0m"}) is None


@pytest.mark.parametrize(
    ("teks", "bulan"),
    [
        ("17y7m", 211),
        ("17 tahun 7 bulan", 211),
        ("3y", 36),
        (4, 48),
        ("0", 0),
        ("17", 204),
        ("5 th 0 bln", 60),
    ],
)
def test_masa_kerja_dibaca(teks, bulan):
    assert urai(teks) == bulan
    assert urai(tulis(bulan)) == bulan


@pytest.mark.parametrize("teks", ["", "61", "017", "3y12m", -1, True, None, "y7m", 61])
def test_masa_kerja_yang_tidak_jelas_ditolak(teks):
    with pytest.raises(MasukanTidakSah):
        urai(teks)


def test_masa_kerja_hanya_bulan_penuh():
    assert selisih_bulan(date(2010, 12, 1), date(2027, 5, 1)) == 16 * 12 + 5
    assert selisih_bulan(date(2024, 1, 31), date(2024, 2, 29)) == 0
    with pytest.raises(MasukanTidakSah):
        selisih_bulan(date(2024, 2, 1), date(2024, 1, 1))


def test_masa_kerja_kolom_sama_dengan_hitungan_satu_orang():
    r = np.random.default_rng(3)
    mulai = r.integers(ke_hari(date(1985, 1, 1)), ke_hari(date(2020, 1, 1)), 500)
    sampai = mulai + r.integers(0, 12000, 500)
    hasil = hitung(pensiun.SUSUNAN, {"mulai": mulai, "sampai": sampai}, BUKU, ["masa_kerja"])["masa_kerja"]
    assert hasil.tolist() == [
        selisih_bulan(dari_hari(a), dari_hari(b)) for a, b in zip(mulai, sampai, strict=True)
    ]
    with pytest.raises(MasukanTidakSah, match="baris 1"):
        hitung(
            pensiun.SUSUNAN,
            {"mulai": mulai[:2], "sampai": np.array([sampai[0], mulai[1] - 1])},
            BUKU,
            ["masa_kerja"],
        )


@pytest.mark.parametrize(
    ("tulisan", "bulan"),
    [
        ("17y7m", 211),
        ("17 tahun 7 bulan", 211),
        ("5th 3bl", 63),
        ("4 thn. 11 bln.", 59),
        (" 3Y0M ", 36),
        ("12y", 144),
        (0, 0),
        (60, 720),
        ("60y0m", 720),
        ("59y11m", 719),
        ("0y0m", 0),
    ],
)
def test_masa_kerja_terbaca_sampai_enam_puluh_tahun(tulisan, bulan):
    assert urai(tulisan) == bulan
    assert urai(tulis(bulan)) == bulan


@pytest.mark.parametrize(
    "tulisan",
    ["60y1m", "61y0m", "5y12m", "y7m", "7m", "", "17y7m lagi", "a17y7m", 61, -1, True, 1.0, None, "100y"],
)
def test_masa_kerja_yang_mustahil_ditolak_dengan_contohnya(tulisan):
    assert ditolak(urai, tulisan, "mk") == (
        f"kolom 'mk': masa kerja '{tulisan}' tidak terbaca. Yang boleh: 17y7m, tahun bulat 0 sampai 60."
    )
    assert ditolak(urai, tulisan).startswith("kolom 'mkg': ")


def test_selisih_bulan_nol_pada_hari_yang_sama():
    assert selisih_bulan(date(2026, 1, 31), date(2026, 1, 31)) == 0
    assert selisih_bulan(date(2026, 1, 31), date(2026, 2, 28)) == 0
    assert selisih_bulan(date(2026, 1, 28), date(2026, 2, 28)) == 1


def test_peralihan_hanya_bagi_jenjang_dan_batas_usia_lama_yang_disebutnya():
    peralihan = BUKU.tabel("bup_peralihan")
    umum = BUKU.tabel("bup_jenjang")
    jenjang, lama = zip(*((j, b) for j in pensiun.JENJANG for b in (58, 60, 65)), strict=True)
    kolom = {"jenjang": list(jenjang), "bup_lama": list(lama), "birth": ["1950-01-01"] * len(jenjang)}
    hasil = hitung(pensiun.SUSUNAN, kolom, BUKU, ["bup_berlaku"])["bup_berlaku"].tolist()
    harap = [b if f"{j}.{b}" in peralihan else umum[j] for j, b in zip(jenjang, lama, strict=True)]
    assert hasil == harap and harap != [umum[j] for j in jenjang]


def test_jejak_bup_menyebut_jenjang_dan_peralihannya():
    def sel(**orang):
        return langkah(pensiun.SUSUNAN, "bup_berlaku", BUKU, **orang).parameter

    assert sel(jenjang="ahli_muda", bup_lama=58, birth="1950-01-01") == (("bup_jenjang", "ahli_muda"),)
    assert sel(jenjang="ahli_madya", bup_lama=65, birth="1950-01-01") == (
        ("bup_jenjang", "ahli_madya"), ("bup_peralihan", "ahli_madya.65"),
    )  # fmt: skip


def test_bup_menyebut_jenjang_dasar_dan_sejak_kapan():
    umum, khusus = BUKU.versi("bup_jenjang"), BUKU.versi("bup_jabatan_khusus")
    assert pensiun.bup_pasti("Arsiparis Madya", BUKU) == pensiun.Bup(
        60, "ahli_madya", umum.dasar, umum.yakin("ahli_madya"), umum.berlaku
    )
    peneliti = pensiun.bup_pasti("Peneliti Ahli Utama", BUKU)
    assert peneliti == pensiun.Bup(70, "ahli_utama", khusus.dasar, khusus.keyakinan, khusus.berlaku)


@pytest.mark.parametrize(
    ("pos", "usia"),
    [
        (("Kepala Dinas Pendidikan", "jpt", ""), 60),
        (("Juru Ukur", "pelaksana", ""), 58),
        (("Guru", "fungsional", "Ahli Madya"), 60),
        (("Peneliti Ahli Utama", "fungsional", "Ahli Muda"), 70),
        (("Arsiparis Madya", "", ""), 60),
    ],
)
def test_bup_pos_menurut_jenisnya_lalu_nama_dan_jenjang(pos, usia):
    assert pensiun.bup_pos(*pos, BUKU).usia == usia


@pytest.mark.parametrize(
    "pos", [("Juru Ukur", "fungsional", ""), ("Guru", "", ""), ("Dokter", "fungsional", "Kelas 9")]
)
def test_bup_pos_fungsional_tanpa_jenjang_tidak_ditebak(pos):
    assert pensiun.bup_pos(*pos, BUKU) is None


@pytest.mark.parametrize(
    "nama",
    [
        "Guru",
        "Guru Kelas",
        "Guru Besar",
        "Profesor",
        "Dosen",
        "Kepala Dinas",
        "Sekretaris Daerah",
        "Juru Ukur",
    ],
)
def test_jabatan_tanpa_jenjang_ditolak_jenis_kasus_tidak_ditebak_58(nama):
    kalimat = ditolak(DAFTAR["bup_by_position"], {"position": nama})
    assert kalimat.startswith(f"kolom 'position': jabatan '{nama}' tidak menyebut jenjang yang dikenal.")
    assert "Guru Ahli Muda" in kalimat and "Administrator" in kalimat
    assert ditolak(DAFTAR["bup_by_jf_reference"], {"jabatan": nama}).startswith("kolom 'jabatan': ")


def test_keyakinan_bup_menurut_sel_jenjangnya():
    ragu = replace(BUKU.versi("bup_jenjang"), ragu=frozenset({"jpt"}))
    buku = Buku(BUKU.pada, BUKU.diketahui, {**BUKU.isi, "bup_jenjang": ragu})
    assert [pensiun.bup_pasti(j, buku).keyakinan for j in ("JPT", "Arsiparis Madya")] == [
        "ingatan",
        "sumber",
    ]
