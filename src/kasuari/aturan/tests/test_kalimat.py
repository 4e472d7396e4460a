"""Setiap penolakan hukum adalah satu kalimat: baris dan kolomnya, apa yang salah, dan apa yang boleh."""

from datetime import date, datetime

import numpy as np
import pytest

from kasuari.aturan import cuti, disiplin, gaji, kgb, kompetensi, pangkat, pensiun, skm, skp, tenggat, thr
from kasuari.aturan.buku import Buku, Timpa
from kasuari.aturan.gaji import tabel
from kasuari.aturan.golongan import KODE_PNS, KODE_PPPK, GolonganTidakSah, normal_golongan
from kasuari.aturan.ip_asn import PREDIKAT
from kasuari.aturan.masa_kerja import selisih_bulan
from kasuari.aturan.masukan import dari_hari
from kasuari.aturan.pangkat import satu
from kasuari.aturan.pangkat.bidang import IJAZAH, JENIS
from kasuari.aturan.pangkat.penilaian import JALUR
from kasuari.aturan.rumus import hitung
from kasuari.aturan.tenggat.aturan import SATUAN
from kasuari.aturan.tests.bantu import baris_ditolak, ditolak

BUKU = Buku.susun(date(2026, 6, 1), date.max)
KALENDER = tenggat.Kalender(BUKU)
SATUANNYA = "menit kerja, jam kerja, jam, hari kerja, hari, bulan"


def daerah(kode, kunci, nilai):
    return Buku.susun(date(2026, 6, 1), date.max, [Timpa(kode, kunci, date(2026, 1, 1), nilai, "Perwal")])


def daftar(nama):
    return ", ".join(nama)


@pytest.mark.parametrize(
    ("panggil", "kalimat"),
    [
        (lambda: tabel.gaji_pokok("III/a", 0, "TNI", BUKU),
         "kolom 'jenis': jenis 'TNI' tidak dikenal. Yang boleh: PNS, PPPK."),
        (lambda: tabel.gaji_pokok("IX", 0, "PNS", BUKU),
         f"kolom 'golongan': golongan 'IX' bukan golongan PNS. Yang boleh: {daftar(KODE_PNS)}."),
        (lambda: tabel.baris_tabel("III/a", "PPPK", BUKU),
         f"kolom 'golongan': golongan 'III/a' bukan golongan PPPK. Yang boleh: {daftar(KODE_PPPK)}."),
        (lambda: tabel.gaji_pokok("III/a", -1, "PNS", BUKU),
         "kolom 'mkg_tahun': masa kerja golongan tidak boleh negatif. Yang boleh: 0 ke atas."),
        (lambda: disiplin.baca_hukuman("dimarahi", "hukuman_lama"),
         f"kolom 'hukuman_lama': hukuman 'dimarahi' tidak dikenal. Yang boleh: {daftar(disiplin.HUKUMAN)}."),
        (lambda: disiplin.terberat([]),
         f"kolom 'hukuman': perlu sedikitnya satu hukuman yang dikenal. Yang boleh: {daftar(disiplin.HUKUMAN)}."),
        (lambda: disiplin.terberat([1, 10]),
         f"kolom 'hukuman': perlu sedikitnya satu hukuman yang dikenal. Yang boleh: {daftar(disiplin.HUKUMAN)}."),
        (lambda: cuti.jenis_cuti("TNI", BUKU),
         "kolom 'status': status 'TNI' tidak dikenal. Yang boleh: PNS, PPPK."),
        (lambda: pensiun.bup_pasti("  ", BUKU),
         "kolom 'jabatan': nama jabatan kosong. Yang boleh: nama jabatan."),
        (lambda: skp.periksa_sebaran("Hebat", {"Baik": 1}, BUKU),
         f"kolom 'predikat_organisasi': predikat 'Hebat' tidak dikenal. Yang boleh: {daftar(skp.ORGANISASI)}."),
        (lambda: skp.periksa_sebaran("Baik", {"Hebat": 1}, BUKU),
         f"kolom 'orang': predikat 'Hebat' tidak dikenal. Yang boleh: {daftar(PREDIKAT)}."),
        (lambda: skp.periksa_sebaran("Baik", {"Baik": 2, "Kurang": -1}, BUKU),
         "kolom 'orang': banyak orang Kurang negatif. Yang boleh: 0 ke atas."),
        (lambda: skp.periksa_sebaran("Baik", {"Baik": 0}, BUKU),
         "kolom 'orang': unit tanpa orang tidak mempunyai sebaran. Yang boleh: sedikitnya satu orang."),
        (lambda: kompetensi.jumlah_level(np.array([3, 6]), np.array([3, 3]), np.array([0, 0]), 1, False),
         "baris 1, kolom 'actual': tingkat 6. Yang boleh: 0 sampai 5."),
        (lambda: kompetensi.jumlah_level(np.array([3, 0]), np.array([3, 0]), np.array([0, 0]), 1, False),
         "baris 1, kolom 'standard': tingkat 0. Yang boleh: 1 sampai 5."),
        (lambda: kompetensi.jumlah_level(np.array([3]), np.array([3, 3]), np.array([0]), 1, False),
         "kolom 'actual': banyak kompetensi berbeda dengan standarnya. Yang boleh: 2 tingkat."),
        (lambda: selisih_bulan(date(2026, 2, 1), date(2026, 1, 31)),
         "kolom 'end': tanggal akhir mendahului tanggal awal. Yang boleh: sesudah tanggal awal."),
        (lambda: thr.masa_kerja_bulan(date(2026, 3, 1), date(2026, 2, 28)),
         "kolom 'tmt': mulai bekerja sesudah bulan dasar. Yang boleh: paling lambat bulan dasar."),
        (lambda: pangkat.periode_sah(date(2026, 4, 1), "kilat", BUKU),
         f"kolom 'jenis': jenis kenaikan pangkat 'kilat' tidak dikenal. Yang boleh: {daftar(JENIS)}."),
        (lambda: pangkat.nilai_pangkat("kilat", {}, BUKU),
         f"kolom 'jenis': jenis kenaikan pangkat 'kilat' tidak dikenal. Yang boleh: {daftar(JALUR)}."),
        (lambda: satu.baca_ijazah("kursus"),
         f"kolom 'ijazah': ijazah 'kursus' tidak dikenal. Yang boleh: {daftar(IJAZAH)}."),
        (lambda: satu.penyesuaian_ijazah("S1", "III/a", BUKU),
         "kolom 'golongan': III/a tidak di bawah III/a. Yang boleh: golongan PNS di bawah III/a."),
        (lambda: satu.mkg_sesudah_pindah("IX", 24, "III/a", BUKU),
         f"kolom 'golongan_lama': 'IX' bukan golongan PNS. Yang boleh: {daftar(KODE_PNS)}."),
        (lambda: satu.mkg_sesudah_pindah("II/d", 24, "IX", BUKU),
         f"kolom 'golongan_baru': 'IX' bukan golongan PNS. Yang boleh: {daftar(KODE_PNS)}."),
        (lambda: skm.buku_rezim("2030"),
         f"kolom 'rezim': rezim '2030' tidak dikenal. Yang boleh: {daftar(skm.SUSUNAN)}."),
        (lambda: tenggat.Kalender(BUKU, pekan=7),
         "kolom 'pekan': pekan 7 hari kerja. Yang boleh: 5, 6."),
        (lambda: tenggat.aturan_tenggat("entah", BUKU),
         f"kolom 'kewajiban': tenggat 'entah' tidak dikenal. Yang boleh: {daftar(tenggat.KEWAJIBAN)}."),
        (lambda: tenggat.norma_layanan(1, "pekan", BUKU),
         f"kolom 'satuan': satuan 'pekan' tidak dikenal. Yang boleh: {SATUANNYA}."),
        (lambda: tenggat.norma_layanan(True, "hari", BUKU),
         "kolom 'lama': lama True. Yang boleh: bilangan bulat 1 sampai 100000."),
        (lambda: tenggat.norma_layanan(100_001, "hari", BUKU),
         "kolom 'lama': lama 100001. Yang boleh: bilangan bulat 1 sampai 100000."),
        (lambda: tenggat.norma_layanan(0, "hari", BUKU),
         "kolom 'lama': lama 0. Yang boleh: bilangan bulat 1 sampai 100000."),
        (lambda: tenggat.norma_layanan("3", "hari", BUKU),
         "kolom 'lama': lama '3'. Yang boleh: bilangan bulat 1 sampai 100000."),
        (lambda: tenggat.hitung_tenggat(tenggat.aturan_tenggat("pdp_kebocoran", BUKU), date(2026, 8, 3), KALENDER),
         "kolom 'mulai': tenggat ini berjam, maka perlu tanggal dan jam. Yang boleh: YYYY-MM-DDTHH:MM."),
        (lambda: tenggat.hitung_tenggat(
            tenggat.aturan_tenggat("pdp_kebocoran", BUKU), datetime(2026, 8, 3, 9), KALENDER
         ).lewat(date(2026, 8, 9)),
         "kolom 'pada': tenggat ini berjam, maka perlu tanggal dan jam. Yang boleh: YYYY-MM-DDTHH:MM."),
        (lambda: tenggat.hitung_tenggat(
            tenggat.aturan_tenggat("aduan_respon_pertama", BUKU), date(2026, 8, 3), KALENDER,
            [tenggat.Jeda(date(2026, 8, 4), date(2026, 8, 5)), tenggat.Jeda(date(2026, 8, 5), date(2026, 8, 4))]),
         "baris 1, kolom 'jeda': jeda selesai mendahului mulainya. Yang boleh: selesai sesudah mulai."),
        (lambda: KALENDER.alasan(date(2040, 1, 2)),
         "Daftar hari libur 2040 belum ada, maka hari kerja tahun itu belum dapat dihitung. "
         "Tambahkan daftarnya lebih dulu."),
        (lambda: tenggat.Kalender(daerah("tenggat_jam_kantor", "Senin", "pagi")) and tenggat.jam.jam_kantor(
            date(2026, 8, 3), daerah("tenggat_jam_kantor", "Senin", "pagi")),
         "Jam kantor 'pagi' tidak terbaca; tulis seperti 07:30-16:00."),
        (lambda: tenggat.jam.jam_kantor(date(2026, 8, 3), daerah("tenggat_jam_kantor", "Senin", "08:00-08:00")),
         "Jam kantor '08:00-08:00': tutup harus sesudah buka."),
        (lambda: tenggat.aturan_tenggat("aduan_verifikasi", daerah("tenggat_aduan_verifikasi", "lama", 0)),
         "Parameter 'tenggat_aduan_verifikasi' tidak dapat dihitung: lama harus bilangan bulat 1 sampai 1000 hari kerja."),
        (lambda: normal_golongan("V/a"),
         "Golongan 'V/a' tidak dikenal. Tulis I/a sampai IV/e (PNS) atau I sampai XVII (PPPK)."),
    ],
)  # fmt: skip
def test_kalimat_penolakan_satu_perkara(panggil, kalimat):
    assert ditolak(panggil) == kalimat


def test_satuan_tenggat_dalam_kalimat_adalah_semua_satuan():
    assert ", ".join(SATUAN) == SATUANNYA
    with pytest.raises(GolonganTidakSah):
        normal_golongan("V/a")


@pytest.mark.parametrize(
    ("susunan", "besaran", "kolom", "cacat"),
    [
        (kgb.SUSUNAN, "kgb_ditunda", {"tmt_kgb": ["2026-01-01"] * 3, "tunda_bulan": [12, 13, 14]},
         [(1, "tunda_bulan", "penundaan 13 bulan", ("0 sampai 12 bulan",))]),
        (pensiun.SUSUNAN, "masa_kerja", {"mulai": ["2026-01-01"] * 2, "sampai": ["2026-01-01", "2025-12-31"]},
         [(1, "sampai", "tanggal akhir mendahului tanggal awal", ("sesudah tanggal awal",))]),
        (disiplin.SUSUNAN, "kelas_sesudah",
         {"hukuman": [list(disiplin.HUKUMAN)[6]] * 3, "kelas": [6, 5, 5], "kelas_terendah": [5, 5, 4]},
         [(1, "kelas", "kelas 5 tidak di atas yang terendah", ("di atas 5",))]),
        (pangkat.SUSUNAN, "golongan_ijazah", {"ijazah": ["S1", "SD"]},
         [(1, "ijazah", "'SD' tidak diatur di sini", tuple(BUKU.tabel("kp_ijazah")))]),
        (pangkat.SUSUNAN, "mkg_sesudah_naik",
         {"golongan": ["II/d", "I/d"], "golongan_baru": ["III/a", "III/a"], "mkg": ["6y0m", "6y0m"]},
         [(1, "golongan_baru", "perpindahan I/d ke III/a tidak diatur", tuple(BUKU.tabel("mkg_potong_pindah_golongan")))]),
        (tenggat.SUSUNAN, "jatuh_tempo",
         {"kewajiban": ["aduan_respon_pertama", "aduan_verifikasi"], "mulai": ["2026-08-03"] * 2, "jeda": [1, 1]},
         [(1, "jeda", "tenggat ini tidak mengenal jeda", ("0",))]),
        (cuti.SUSUNAN, "hari_cuti_kalender", {"mulai": ["2026-01-02"] * 2, "selesai": ["2026-01-02", "2026-01-01"]},
         [(1, "selesai", "cuti selesai mendahului mulainya", ("mulai atau sesudahnya",))]),
        (gaji.SKEMA["bulanan"], "gaji_pokok",
         {"status": ["pns", "pppk", "pns"], "golongan": ["III/a", "III/a", "IX"], "mkg": ["0y0m"] * 3},
         [(i, "golongan", "golongan tidak sesuai status pegawai", ("I/a sampai IV/e", "PPPK: I-XVII")) for i in (1, 2)]),
    ],
)  # fmt: skip
def test_baris_yang_ditolak_di_tengah_kolom_disebut_dan_baris_di_batasnya_tidak(
    susunan, besaran, kolom, cacat
):
    assert baris_ditolak(susunan, besaran, BUKU, **kolom) == cacat


def test_tahun_tanpa_daftar_libur_menyebut_baris_dan_tahun_yang_ada():
    kolom = {"kewajiban": ["aduan_lapangan"] * 2, "mulai": ["2026-01-05", "2040-01-05"]}
    ada = tuple(
        f"hari di tahun {k.removeprefix('libur_')}" for k in sorted(BUKU.isi) if k.startswith("libur_")
    )
    assert "hari di tahun 2026" in ada
    pesan = "Daftar hari libur 2040 belum ada, maka hari kerja tahun itu belum dapat dihitung. Tambahkan daftarnya lebih dulu"
    assert baris_ditolak(tenggat.SUSUNAN, "jatuh_tempo", BUKU, **kolom) == [(1, "mulai", pesan, ada)]
    masa = {
        "mulai": ["2026-01-05", "2040-01-05", "2030-01-01"],
        "sampai": ["2026-03-05", "2040-01-09", "2020-01-01"],
    }
    assert baris_ditolak(tenggat.SUSUNAN, "banyak_hari_kerja", BUKU, **masa)[0][:2] == (2, "sampai")
    dua = {k: v[:2] for k, v in masa.items()}
    assert baris_ditolak(tenggat.SUSUNAN, "banyak_hari_kerja", BUKU, **dua) == [(1, "mulai", pesan, ada)]


def test_baris_di_tahun_lain_tidak_menuntut_daftar_libur_tahun_di_antaranya():
    tanpa_2024 = Buku(BUKU.pada, BUKU.diketahui, {k: v for k, v in BUKU.isi.items() if k != "libur_2024"})
    kolom = {"kewajiban": ["aduan_verifikasi"] * 2, "mulai": ["2023-01-05", "2026-01-05"]}
    sampai = {"sampai": ["2023-01-10", "2026-01-10"]}
    for buku in (BUKU, tanpa_2024):
        tempo = hitung(tenggat.SUSUNAN, kolom, buku, ["jatuh_tempo"])["jatuh_tempo"]
        assert [dari_hari(h).isoformat() for h in tempo] == ["2023-01-10", "2026-01-08"]
        hari = hitung(tenggat.SUSUNAN, {"mulai": kolom["mulai"], **sampai}, buku, ["banyak_hari_kerja"])
        assert hari["banyak_hari_kerja"].tolist() == [4, 5]


def test_jeda_pada_tenggat_yang_tidak_mengenalnya_menyebut_nama_tenggatnya():
    aturan = tenggat.aturan_tenggat("aduan_verifikasi", BUKU)
    jeda = [tenggat.Jeda(date(2026, 8, 4), date(2026, 8, 5))]
    assert ditolak(tenggat.hitung_tenggat, aturan, date(2026, 8, 3), KALENDER, jeda) == (
        f"kolom 'jeda': tenggat '{aturan.nama}' tidak mengenal jeda. Yang boleh: tanpa jeda."
    )


def test_tarif_menurut_golongan_yang_kosong_menyebut_setiap_barisnya():
    kolom = {"golongan": ["III/a", "I/a"]}
    sesudah_bapertarum = [(i, "golongan", f"tarif belum diisi: taperum untuk {g}", ("isi lewat ketentuan daerah",)) for i, g in ((0, "III/a"), (1, "I/a"))]  # fmt: skip
    assert baris_ditolak(gaji.SKEMA["taperum"], "taperum", Buku.susun(date(1990, 1, 1)), **kolom) == (
        sesudah_bapertarum
    )
    assert hitung(gaji.SKEMA["taperum"], kolom, Buku.susun(date(2015, 1, 1)), ["taperum"])["taperum"].tolist()
