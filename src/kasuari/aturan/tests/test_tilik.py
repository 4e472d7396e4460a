"""Hukum dapat ditilik: dicari, dibandingkan antarversi, dan dibaca dari baris perintah tanpa Django."""

import json
import subprocess
import sys
from datetime import date

import pytest

from kasuari.aturan import tilik
from kasuari.aturan.buku import Buku, Timpa
from kasuari.aturan.galat import ParameterRusak, ParameterTidakAda
from kasuari.aturan.parameter import semua
from kasuari.aturan.pokok import POKOK
from kasuari.cli import main

SUSUNAN = [(f"{p.kode}:{skema}", s) for p in POKOK for skema, s in p.susunan.items()]


@pytest.mark.parametrize(("nama", "susunan"), SUSUNAN, ids=[n for n, _ in SUSUNAN])
def test_tiap_rumus_berada_di_bawah_semua_yang_diperlukannya(nama, susunan):
    letak = {n: i for i, lapis in enumerate(tilik.lapis(susunan)) for n in lapis}
    terbalik = [(r.nama, n) for r in susunan.rumus for n in r.perlu if letak[n] >= letak[r.nama]]
    assert terbalik == []
    assert {r.nama for r in susunan.rumus} <= set(letak)


def test_lapisan_dapat_dibatasi_pada_satu_jawaban():
    kgb = next(s for n, s in SUSUNAN if n == "kgb:")
    semua_nama = {n for lapis in tilik.lapis(kgb, ["gaji_pokok_sekarang"]) for n in lapis}
    assert semua_nama == {"golongan", "mkg", "gaji_pokok_sekarang"}


def test_jawaban_susunan_adalah_rumus_yang_tidak_dipakai_rumus_lain():
    pensiun = next(s for n, s in SUSUNAN if n == "pensiun:")
    assert tilik.hasil_akhir(pensiun) == ("mulai_mpp", "bup_berlaku", "masa_kerja")


def test_pencarian_memerlukan_semua_kata_dan_tidak_membedakan_huruf():
    temu = {b.kode for b in tilik.cari("GAJI pokok pppk")}
    assert "gaji_pokok_pppk" in temu
    assert "gaji_pokok_pns" not in temu
    assert tilik.cari("  ") == []


def test_perbedaan_versi_menyebut_sel_yang_berubah_baru_dan_hilang():
    beda = tilik.beda({"a": 1, "b": 2}, {"a": 1, "b": 3, "c": 4})
    assert [(x.kunci, x.lama, x.baru) for x in beda] == [("b", 2, 3), ("c", None, 4)]
    assert [(x.kunci, x.lama, x.baru) for x in tilik.beda(1, 2)] == [(None, 1, 2)]


def test_riwayat_gaji_pokok_menunjukkan_kenaikan_2024():
    terbaru = tilik.riwayat(semua()["gaji_pokok_pns"])[0]
    assert terbaru.versi.berlaku == date(2024, 1, 1)
    iiia = next(x for x in terbaru.beda if x.kunci == "III/a.0")
    assert (iiia.lama, iiia.baru) == (2579400, 2785700)


def test_perubahan_terurut_dari_yang_berlaku_terakhir():
    hari = [x.versi.berlaku for x in tilik.perubahan()]
    assert hari == sorted(hari, reverse=True)


def test_pemilik_parameter_asing_ditolak_dengan_namanya():
    with pytest.raises(ParameterTidakAda, match="entah"):
        tilik.pemilik("entah")


def test_ketentuan_daerah_kedua_atas_sel_yang_sama_tetap_boleh():
    """Yang menentukan boleh tidaknya adalah nilai nasional, bukan ketentuan daerah sebelumnya."""
    dulu = Timpa("pensiun_mpp_bulan", None, date(2025, 1, 1), 6, "Perwal 1")
    kini = Timpa("pensiun_mpp_bulan", None, date(2026, 1, 1), 9, "Perwal 2")
    assert Buku.susun(date(2025, 6, 1), timpa=[kini, dulu]).nilai("pensiun_mpp_bulan") == 6
    assert Buku.susun(date(2026, 6, 1), timpa=[kini, dulu]).nilai("pensiun_mpp_bulan") == 9
    with pytest.raises(ParameterRusak):
        Buku.susun(date(2026, 6, 1), timpa=[Timpa("kgb_selang_tahun", None, date(2026, 1, 1), 1, "x")])


def keluaran(capsys, *argumen):
    kode = main(["aturan", *argumen])
    return kode, capsys.readouterr()


def test_baris_perintah_menyebut_nilai_dasar_dan_tanda(capsys):
    kode, isi = keluaran(capsys, "--pada", "2025-01-01")
    assert kode == 0
    baris = next(b for b in isi.out.splitlines() if "kgb_surat_bulan" in b)
    assert "= 2 bulan" in baris
    assert "[perkiraan], dapat diubah daerah" in baris


def test_baris_perintah_satu_parameter_memuat_semua_versi_dan_selnya(capsys):
    _, isi = keluaran(capsys, "gaji_pokok_pns", "--json")
    (data,) = json.loads(isi.out)
    assert [v["berlaku"] for v in data["versi"]] == ["2019-01-01", "2024-01-01"]
    assert data["versi"][0]["nilai"]["III/a.0"] == 2579400
    _, isi = keluaran(capsys, "gaji_pokok_pns")
    assert "III/a.0 = 2785700" in isi.out


def test_baris_perintah_satu_pokok_dan_satu_rumus(capsys):
    _, isi = keluaran(capsys, "kgb")
    assert "gaji_pokok_baru" in isi.out
    assert "kgb_selang_tahun" in isi.out
    _, isi = keluaran(capsys, "tmt_pensiun")
    assert "perlu birth, bup" in isi.out


@pytest.mark.parametrize("argumen", [["entah"], ["--cari", "qqqq"], ["--pada", "2025-02-30"], ["--entah"]])
def test_baris_perintah_menolak_yang_tidak_dikenal_dengan_kode_dua(capsys, argumen):
    kode, isi = keluaran(capsys, *argumen)
    assert kode == 2
    assert isi.out == ""
    assert isi.err


def test_hitung_teks_dapat_dibaca_sampai_pasalnya(capsys, monkeypatch):
    import io

    monkeypatch.setattr("sys.stdin", io.StringIO('{"birth":"1970-05-17","bup":58}'))
    assert main(["hitung", "pension_date", "--teks"]) == 0
    isi = capsys.readouterr().out
    assert "tmt_pensiun: 2028-06-01" in isi
    assert "dasar PP 11/2017 Pasal 239-240" in isi
    assert "[perkiraan]" in isi


@pytest.mark.lambat
def test_aturan_tidak_menyalakan_django():
    kode = (
        "import sys; from kasuari.cli import main; main(['aturan', 'kgb']); sys.exit('django' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", kode], capture_output=True, check=False).returncode == 0


@pytest.mark.parametrize(("nama", "susunan"), SUSUNAN, ids=[n for n, _ in SUSUNAN])
def test_tiap_jawaban_masuk_satu_kelompok_yang_masukannya_cukup(nama, susunan):
    kelompok = tilik.kelompok(susunan)
    assert sorted(n for k in kelompok for n in k.jawaban) == sorted(tilik.hasil_akhir(susunan))
    for k in kelompok:
        dipakai = {n for r in susunan.urutan(k.jawaban) for n in r.perlu if n in susunan.bidang}
        assert dipakai == set(k.bidang)


@pytest.mark.parametrize(("nama", "susunan"), SUSUNAN, ids=[n for n, _ in SUSUNAN])
def test_bagian_yang_terpisah_memuat_semua_rumus_sekali_dan_tidak_berbagi_nama(nama, susunan):
    bagian = tilik.terpisah(susunan)
    assert sorted(n for b in bagian for n in b) == sorted(r.nama for r in susunan.rumus)
    dipakai = [{x for n in b for x in (n, *susunan.menurut_nama[n].perlu)} for b in bagian]
    assert sum(map(len, dipakai)) == len(set().union(*dipakai))
