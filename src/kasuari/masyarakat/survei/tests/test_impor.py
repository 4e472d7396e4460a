"""Berkas responden dari kantor lain: angkanya sama dengan yang diterbitkan, dan yang rusak disebut sebabnya."""

import csv
import json
import subprocess
import sys
from datetime import date

import pytest
from tests.bersama import shared

from kasuari.dasar.impor.penerap import Asal, BarisBersih
from kasuari.dasar.impor.subjek import Konteks
from kasuari.dasar.impor.uji import uji
from kasuari.dasar.inti.galat import MasukanSalah
from kasuari.masyarakat.survei import campur
from kasuari.masyarakat.survei.impor import SUBJEK, nilai_jawaban
from kasuari.masyarakat.survei.impor_terap import PenerapSkm
from kasuari.masyarakat.survei.models import Kiriman

HARI = date(2026, 11, 23)


def periksa(jalur, **pilihan):
    konteks = Konteks.hari(HARI, **pilihan)
    hasil = uji(jalur, "skm", konteks)
    return hasil.ke_json(SUBJEK.rangkum(hasil, konteks))


def berkas(tmp_path, kepala, *baris):
    jalur = tmp_path / "skm.csv"
    with jalur.open("w", newline="", encoding="utf-8") as b:
        csv.writer(b).writerows([kepala, *baris])
    return jalur


U = [f"U{n}" for n in range(1, 10)]


@pytest.mark.parametrize(("nama", "harap"), [("kediri", "kediri"), ("mpp_pangkep", "pangkep_total")])
def test_berkas_nyata_memberi_angka_yang_diharapkan(nama, harap):
    dapat = periksa(shared("data", f"skm_responden_{nama}.csv"))
    h = json.loads(shared("data", "skm_harapan.json").read_text())[harap]
    assert (dapat["jumlah_sah"], dapat["ditolak"], dapat["nrr"]) == (h["n"], [], h["nrr"])
    assert dapat["ikm_1_per_9"] == h["ikm_bobot_1_per_9"]
    assert (dapat["ikm_bobot_0_111"], dapat["ikm_bobot_0_11"]) == (h["ikm_bobot_0_111"], h["ikm_bobot_0_11"])


def test_tiap_unit_mal_pelayanan_sama_dengan_harapannya(tmp_path):
    harap = json.loads(shared("data", "skm_harapan.json").read_text())["pangkep_per_unit"]
    with shared("data", "skm_responden_mpp_pangkep.csv").open(encoding="utf-8") as b:
        baris = list(csv.reader(b))
    beda = []
    for unit, h in harap.items():
        milik = [x for x in baris[1:] if x[1] == unit]
        d = periksa(berkas(tmp_path, baris[0], *milik))
        if (d["jumlah_sah"], d["nrr"], d["ikm_1_per_9"], d["ikm_bobot_0_111"], d["ikm_bobot_0_11"]) != (
            h["n"], h["nrr"], h["ikm_bobot_1_per_9"], h["ikm_bobot_0_111"], h["ikm_bobot_0_11"],
        ):  # fmt: skip
            beda.append(unit)
    assert beda == []


def test_baris_perintah_menjawab_json_tanpa_basis_data():
    jalur = shared("data", "skm_responden_kediri.csv")
    perintah = [
        sys.executable,
        "-c",
        "import sys; from kasuari.cli import main; sys.exit(main())",
        "impor",
        "skm",
        str(jalur),
        "--uji",
        "--json",
    ]
    jalan = subprocess.run(
        perintah, capture_output=True, text=True, check=True, env={"PATH": "", "PYTHONPATH": "src"}
    )
    isi = json.loads(jalan.stdout)
    assert {
        "jumlah_sah",
        "ditolak",
        "nrr",
        "ikm_1_per_9",
        "ikm_bobot_0_111",
        "ikm_bobot_0_11",
        "urutan",
    } <= set(isi)
    assert "diterima" not in isi and (isi["urutan"], isi["jumlah_sah"]) == ("kuesioner", 20)


@pytest.mark.parametrize(
    ("tulisan", "unsur", "harap"),
    [
        ("3", "waktu", 3), ("c. Sesuai", "persyaratan", 3), ("SANGAT CEPAT", "waktu", 4), ("d", "biaya", 4), (" b) kurang mudah", "prosedur", 2),
        ("Tidak sopan dan tidak ramah", "perilaku", 1), ("Dikelola dengan baik", "pengaduan", 4), ("3,0", "waktu", 3),
        ("5", "waktu", "NILAI_DI_LUAR_1_4"), ("0", "waktu", "NILAI_DI_LUAR_1_4"), ("3,5", "waktu", "NILAI_DI_LUAR_1_4"), ("-1", "waktu", "NILAI_DI_LUAR_1_4"),
        ("NaN", "waktu", "JAWABAN_TIDAK_DIKENAL"), ("puas", "waktu", "JAWABAN_TIDAK_DIKENAL"), ("Gratis", "waktu", "JAWABAN_TIDAK_DIKENAL"),
    ],
)  # fmt: skip
def test_jawaban_dibaca_dari_angka_huruf_dan_kata(tulisan, unsur, harap):
    assert nilai_jawaban(tulisan, unsur) == harap


def test_responden_rusak_ditolak_dengan_sebab_dan_tidak_ikut_dihitung(tmp_path):
    baik = ["3"] * 9
    d = periksa(berkas(
        tmp_path, ["ID", *U], ["R1", *baik], ["R2", *baik[:8], ""], ["R3", "5", *baik[:8]], ["R4", "entah", *baik[:8]], ["R1", *baik],
    ))  # fmt: skip
    assert d["ditolak"] == [
        {"baris": 3, "alasan": "JAWABAN_TIDAK_LENGKAP"},
        {"baris": 4, "alasan": "NILAI_DI_LUAR_1_4"},
        {"baris": 5, "alasan": "JAWABAN_TIDAK_DIKENAL"},
        {"baris": 6, "alasan": "DUPLIKAT_KIRIM_ULANG"},
    ]
    assert d["jumlah_sah"] == 1


def test_urutan_kedelapan_dan_kesembilan_dipilih_orang(tmp_path):
    jalur = berkas(
        tmp_path,
        ["ID", *U],
        [
            "R1",
            *["Sesuai", "Mudah", "Cepat", "Murah", "Sesuai", "Kompeten", "Sopan dan ramah"],
            "Tidak ada",
            "Sangat baik",
        ],
    )
    assert periksa(jalur)["ditolak"] == [{"baris": 2, "alasan": "JAWABAN_TIDAK_DIKENAL"}]
    aturan = periksa(jalur, urutan="aturan")
    assert aturan["jumlah_sah"] == 1 and (aturan["nrr"]["U8"], aturan["nrr"]["U9"]) == (1.0, 4.0)


def test_dua_responden_dengan_jawaban_sama_bukan_kiriman_ulang(tmp_path):
    assert periksa(berkas(tmp_path, U, ["4"] * 9, ["4"] * 9))["jumlah_sah"] == 2


@pytest.mark.django_db
def test_impor_masuk_periode_terbuka_dan_dapat_diurungkan_sebelum_dicampur(buka, pelaku_sistem):
    p = buka()
    x = {"unit": "Puskesmas Remu", "tanggal": "2026-11-02", "layanan": None, "saran": "HP saya 081234567890"}
    from kasuari.masyarakat.survei.kata_unsur import UNSUR

    baris = [BarisBersih(n, {**x, **dict.fromkeys(UNSUR, 3)}) for n in (2, 3)] + [
        BarisBersih(4, {**x, "unit": "Dinas Entah"})
    ]
    terap = PenerapSkm()
    rencana = terap.rencanakan(baris, HARI)
    assert [a.kode for a in rencana.alasan] == ["SKM_PERIODE_TIDAK_ADA"]
    from django.db import transaction

    with transaction.atomic():
        efek = terap.terapkan(pelaku_sistem, rencana, Asal("skm.csv", None))
        assert len(efek) == 2 and terap.terapkan(pelaku_sistem, rencana, Asal("skm.csv", None)) == []
        assert len(terap.urungkan(pelaku_sistem, efek, 0, "keliru")) == 2 and Kiriman.objects.count() == 0
        efek = terap.terapkan(pelaku_sistem, rencana, Asal("skm.csv", None))
    campur.pindahkan(pelaku_sistem, p.id, semua=True)
    with pytest.raises(MasukanSalah, match="tidak dapat dicari lagi"):
        terap.urungkan(pelaku_sistem, efek, 0, "keliru")
