"""Tenggat: cara menghitung, jeda, jam kantor, dan keyakinan, satu per satu."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import numpy as np
import pytest

from kasuari.aturan import tenggat
from kasuari.aturan.buku import INGATAN, SUMBER, Buku, Timpa
from kasuari.aturan.masukan import dari_hari, ke_hari
from kasuari.aturan.rumus import hitung
from kasuari.aturan.tenggat.aturan import LAMA_TERBANYAK
from kasuari.aturan.tests.bantu import andaikan, baris_ditolak, ditolak, langkah

BUKU = Buku.susun(date(2026, 6, 1), date.max)
KALENDER = tenggat.Kalender(BUKU)
SENIN = date(2026, 8, 3)  # pekan 3 sampai 7 Agustus 2026 tanpa libur


def cara(**ganti):
    """Aturan andaian: tiga hari kerja sejak hari sesudahnya."""
    biasa = tenggat.AturanTenggat("Uji", 3, "hari kerja", "x", "hari sesudahnya", True, True, "PP 1", SUMBER)
    return replace(biasa, **ganti)


def tempo(mulai=SENIN, jeda=(), kalender=KALENDER, **ganti):
    return tenggat.hitung_tenggat(cara(**ganti), mulai, kalender, jeda)


def dengan_cara(**sel):
    """Buku yang verifikasi aduannya dihitung lain."""
    buku = BUKU
    for kunci, nilai in sel.items():
        buku = andaikan(buku, "tenggat_aduan_verifikasi", nilai, kunci)
    return buku


def kolom(buku, *mulai, jeda=0, kewajiban="aduan_verifikasi"):
    n = len(mulai)
    masukan = {"kewajiban": [kewajiban] * n, "mulai": list(mulai), "jeda": [jeda] * n}
    return [dari_hari(h) for h in hitung(tenggat.SUSUNAN, masukan, buku, ["jatuh_tempo"])["jatuh_tempo"]]


@pytest.mark.parametrize(
    ("sel", "harap"),
    [
        ({}, date(2026, 8, 6)),
        ({"hitung_dari": "hari itu juga"}, date(2026, 8, 5)),
        ({"lama": 1}, date(2026, 8, 4)),
        ({"satuan": "hari"}, date(2026, 8, 6)),
        ({"satuan": "hari", "hitung_dari": "hari itu juga"}, date(2026, 8, 5)),
        ({"satuan": "hari", "lama": 5}, date(2026, 8, 10)),  # Sabtu: pindah ke Senin
        ({"satuan": "hari", "lama": 5, "geser": False}, date(2026, 8, 8)),
        ({"satuan": "bulan", "lama": 1}, date(2026, 9, 3)),
        ({"satuan": "bulan", "lama": 1, "hitung_dari": "hari itu juga"}, date(2026, 9, 2)),
    ],
)
def test_cara_menghitung_sama_pada_satu_perkara_dan_pada_kolom(sel, harap):
    assert tempo(**sel).jatuh_tempo == harap
    assert kolom(dengan_cara(**sel), SENIN, SENIN) == [harap] * 2


def test_jeda_kolom_memundurkan_dalam_satuannya():
    boleh = {"jeda": True}
    assert kolom(dengan_cara(**boleh), SENIN, jeda=2) == [date(2026, 8, 10)]
    assert kolom(dengan_cara(**boleh, satuan="hari", geser=False), SENIN, jeda=2) == [date(2026, 8, 8)]


def test_lama_terbanyak_masih_boleh_dan_satu_lebih_tidak():
    assert tenggat.norma_layanan(LAMA_TERBANYAK, "hari", BUKU).lama == LAMA_TERBANYAK
    for lama in (1, 1_000):
        assert tenggat.aturan_tenggat("aduan_verifikasi", dengan_cara(lama=lama)).lama == lama
    for lama in (0, 1_001):
        assert ditolak(tenggat.aturan_tenggat, "aduan_verifikasi", dengan_cara(lama=lama)) == (
            "Parameter 'tenggat_aduan_verifikasi' tidak dapat dihitung: "
            "lama harus bilangan bulat 1 sampai 1000 hari kerja."
        )


def test_norma_layanan_berjam_dihitung_saat_itu_juga_dan_berhari_sejak_hari_sesudahnya():
    v = BUKU.versi("tenggat_layanan")
    for satuan, sejak in (("menit kerja", "saat itu juga"), ("jam", "saat itu juga"), ("hari kerja", v.nilai["hitung_dari"])):  # fmt: skip
        norma = tenggat.norma_layanan(2, satuan, BUKU)
        assert (norma.nama, norma.satuan, norma.hitung_dari) == ("Norma waktu layanan", satuan, sejak)
        assert (norma.dasar, norma.keyakinan, norma.sejak) == (v.dasar, v.yakin(), v.nilai["sejak"])
    assert v.nilai["hitung_dari"] != "saat itu juga"


@pytest.mark.parametrize("sel", ["lama", "satuan", "hitung_dari", "sejak", "jeda"])
def test_aturan_ragu_bila_sel_yang_menentukannya_ragu(sel):
    v = replace(BUKU.versi("tenggat_aduan_verifikasi"), ragu=frozenset({sel}), keyakinan=SUMBER)
    buku = Buku(BUKU.pada, BUKU.diketahui, {**BUKU.isi, "tenggat_aduan_verifikasi": v})
    yakin = tenggat.aturan_tenggat("aduan_verifikasi", buku).keyakinan
    assert yakin == (SUMBER if sel == "jeda" else INGATAN)


def test_dasar_memuat_daftar_libur_hanya_bila_hari_libur_ikut_menentukan():
    libur = BUKU.versi("libur_2026").dasar
    kerja = tempo()
    assert (kerja.mulai, kerja.dasar, kerja.sisa, kerja.dilewati) == (SENIN, f"PP 1; {libur}", 0, ())
    assert tempo(satuan="hari").dasar == "PP 1"
    geser = tempo(satuan="hari", lama=5)
    assert geser.dasar == f"PP 1; {libur}"
    assert [(h.tanggal.day, h.alasan) for h in geser.dilewati] == [(8, "Sabtu"), (9, "Minggu")]
    tahun = tempo(date(2026, 12, 30), lama=3)
    assert tahun.dasar == f"PP 1; {libur}; {BUKU.versi('libur_2027').dasar}"
    assert tempo(date(2026, 12, 30), satuan="hari", lama=400, geser=False).dasar == "PP 1"


def test_jam_terus_menerus_tidak_memakai_kalender_dan_menit_kerja_menyebut_hari_liburnya():
    sabtu = datetime(2026, 8, 8, 9)
    jam = tempo(sabtu, satuan="jam", lama=2, hitung_dari="saat itu juga")
    assert (jam.jatuh_tempo, jam.sisa, jam.dilewati, jam.dasar) == (datetime(2026, 8, 8, 11), 0, (), "PP 1")
    menit = tempo(sabtu, satuan="menit kerja", lama=30, hitung_dari="saat itu juga")
    assert [(h.tanggal.day, h.alasan) for h in menit.dilewati] == [(8, "Sabtu"), (9, "Minggu")]


def test_tepat_sampai_tutup_kantor_selesai_hari_itu_dan_semenit_lagi_esok():
    buka, tutup = tenggat.jam.jam_kantor(SENIN, BUKU)
    penuh = int((tutup - buka).total_seconds()) // 60

    def menit(lama, mulai=buka, jeda=()):  # fmt: skip
        return tempo(mulai, jeda, satuan="menit kerja", lama=lama, hitung_dari="saat itu juga")

    assert menit(penuh).jatuh_tempo == tutup
    esok = tenggat.jam.jam_kantor(date(2026, 8, 4), BUKU)[0]
    assert menit(penuh + 1).jatuh_tempo == esok + timedelta(minutes=1)
    assert menit(1, mulai=tutup).jatuh_tempo == esok + timedelta(minutes=1)


def test_jeda_yang_bertumpuk_dan_tidak_urut_tidak_dihitung_dua_kali():
    buka, _ = tenggat.jam.jam_kantor(SENIN, BUKU)

    def pukul(menit):
        return buka + timedelta(minutes=menit)

    def tiga_puluh(*selang):
        jeda = [tenggat.Jeda(pukul(a), None if b is None else pukul(b)) for a, b in selang]
        return tempo(buka, jeda, satuan="menit kerja", lama=30, hitung_dari="saat itu juga")

    buka0 = tiga_puluh().jatuh_tempo
    assert buka0 == pukul(30)
    selisih = {nama: (tiga_puluh(*s).jatuh_tempo - buka0).total_seconds() / 60 for nama, s in {
        "satu": [(10, 20)], "bertumpuk": [(10, 20), (15, 25)], "tidak urut": [(22, 25), (10, 12)],
        "sesudah selesai": [(40, 50)], "sejak awal": [(0, 5)], "di dalam": [(10, 20), (12, 14)],
    }.items()}  # fmt: skip
    assert selisih == {
        "satu": 10, "bertumpuk": 15, "tidak urut": 5, "sesudah selesai": 0, "sejak awal": 5, "di dalam": 10,
    }  # fmt: skip
    terbuka = tiga_puluh((20, None), (5, 10))
    assert (terbuka.jatuh_tempo, terbuka.sisa) == (None, 15)


def test_hari_kerja_di_ujung_tahun_dan_larik_kosong():
    kosong = np.zeros(0, dtype=np.int64)
    assert KALENDER.hari_kerja_ke(kosong, kosong).tolist() == []
    assert KALENDER.banyak_hari_kerja(kosong, kosong).tolist() == []
    akhir = np.array([ke_hari(date(2025, 12, 30))])
    # 31 Desember 2025 hari kerja; 1 Januari libur
    ke = [dari_hari(KALENDER.hari_kerja_ke(akhir, np.array([n]))[0]) for n in (1, 2)]
    assert ke == [date(2025, 12, 31), date(2026, 1, 2)]
    hari = KALENDER.banyak_hari_kerja(
        np.array([ke_hari(SENIN)] * 3), np.array([ke_hari(SENIN) + n for n in (0, -1, 4)])
    )
    assert hari.tolist() == [1, 0, 5]
    assert {KALENDER.hari_kerja_ke(akhir, np.array([1])).dtype, hari.dtype} == {np.dtype(np.int64)}


def test_daftar_libur_pengganti_bernama_atau_libur_saja():
    satu, dua = date(2026, 8, 4), date(2026, 8, 5)
    assert tenggat.daftar_libur({satu: "Pesta"}) == {satu: "Pesta"}
    assert tenggat.daftar_libur([satu, dua]) == {satu: "Libur", dua: "Libur"}


def test_baris_yang_memerlukan_tahun_tanpa_daftar_disebut_menurut_kolom_aslinya():
    bulan = dengan_cara(satuan="bulan", lama=1)
    masukan = {
        "kewajiban": ["disiplin_berlaku", "aduan_verifikasi", "aduan_verifikasi"],
        "mulai": [SENIN, SENIN, date(2040, 1, 1)],
    }
    assert [c[0] for c in baris_ditolak(tenggat.SUSUNAN, "jatuh_tempo", bulan, **masukan)] == [2]
    pekan = {
        "mulai": [SENIN, SENIN, date(2040, 1, 1)],
        "sampai": [SENIN, SENIN, date(2040, 1, 2)],
        "pekan": [5, 6, 6],
    }
    assert [c[0] for c in baris_ditolak(tenggat.SUSUNAN, "banyak_hari_kerja", BUKU, **pekan)] == [2]


def test_jejak_tenggat_menyebut_sel_aturannya():
    orang = {"kewajiban": "aduan_verifikasi", "mulai": SENIN}
    assert langkah(tenggat.SUSUNAN, "lama_tenggat", BUKU, **orang).parameter == (
        ("tenggat_aduan_verifikasi", "lama"),
    )
    kode = "tenggat_aduan_verifikasi"
    assert langkah(tenggat.SUSUNAN, "jatuh_tempo", BUKU, **orang).parameter == (
        (kode, "satuan"), (kode, "hitung_dari"), (kode, "sejak"), ("tenggat_akhir_pekan", "5"), ("libur_2026", None),
    )  # fmt: skip


def test_jam_kantor_daerah_tidak_mengubah_tenggat_berhari():
    daerah = Buku.susun(date(2026, 6, 1), date.max, [Timpa("tenggat_jam_kantor", "Senin", date(2026, 1, 1), "09:00-10:00", "Perwal")])  # fmt: skip
    assert tempo(kalender=tenggat.Kalender(daerah)).jatuh_tempo == tempo().jatuh_tempo
    assert tenggat.jam.jam_kantor(SENIN, daerah) == (datetime(2026, 8, 3, 9), datetime(2026, 8, 3, 10))
