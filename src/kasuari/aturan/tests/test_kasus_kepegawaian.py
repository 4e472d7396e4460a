"""Kasus kepegawaian: yang terbit, yang diturunkan dengan tangan, dan setiap rumus dijalankan sedikitnya satu."""

from pathlib import Path

import pytest
from tests.bersama import shared

from kasuari.aturan.galat import MasukanTidakSah
from kasuari.aturan.kasus import DAFTAR, baca, uji_berkas
from kasuari.aturan.pokok import DAFTAR as POKOK

SENDIRI = Path(__file__).parent / "kasus" / "kepegawaian.json"
TERBIT = ("kepegawaian.json", "kepegawaian_derived.json", "gaji_pajak_derived.json")
POKOK_INI = ("kgb", "pensiun", "pangkat", "angka_kredit", "skp", "kompetensi", "cuti", "disiplin", "tenggat")
SELEKSI = ("skd_", "final_", "pppk_max_score", "skb_weights_valid")


def test_kasus_yang_diturunkan_dengan_tangan_semua_lulus():
    putusan = list(uji_berkas(SENDIRI))
    assert len(putusan) > 50
    assert [p.baris() for p in putusan if p.hasil != "lulus"] == []


@pytest.mark.parametrize("berkas", TERBIT[:2])
def test_semua_jenis_kasus_kepegawaian_selain_seleksi_lulus(berkas):
    putusan = list(uji_berkas(shared("cases", berkas)))
    assert [p.baris() for p in putusan if p.hasil != "lulus" and not p.jenis.startswith(SELEKSI)] == []


def test_setiap_rumus_kepegawaian_dijalankan_sedikitnya_satu_kasus():
    dijalankan = set()
    for berkas in (SENDIRI, *(shared("cases", b) for b in TERBIT)):
        for kasus in baca(berkas.read_text("utf-8"))["cases"]:
            if kasus["kind"] in DAFTAR:
                dijalankan |= {x.langkah for x in DAFTAR[kasus["kind"]](kasus["inputs"]).jejak}
    rumus = {r.nama for kode in POKOK_INI for _, r in POKOK[kode].rumus()}
    assert rumus - dijalankan == set()


@pytest.mark.parametrize(
    ("jenis", "masukan", "kolom"),
    [
        ("angka_kredit_year", {"jenjang": "Terampil", "koefisien": 12, "predikat": "Baik", "months": 12}, "koefisien"),
        ("angka_kredit_need", {"jenjang": "Ahli"}, "jenjang"),
        ("angka_kredit_accumulate", {"parts": ["satu"]}, "parts"),
        ("discipline_absence", {"year": 2026, "days_before": 0, "new_days": 5, "status": "PPPK"}, "status"),
        ("discipline_absence_consecutive", {"absent_from": "2026-01-09", "absent_to": "2026-01-05"}, "absent_to"),
        ("discipline_lower_class", {"jabatan": "Pengawas", "kelas_before": 8, "hukuman": "Penurunan jabatan setingkat"}, "jabatan"),
        ("discipline_several_offences", {"offences": []}, "offences"),
        ("annual_leave_max", {"quota": 14, "left_previous_year": 1}, "quota"),
        ("annual_leave_max", {"used": {"2018": 13}, "year": 2019}, "used"),
        ("annual_leave_balance", {"max_days": 12, "taken": [10, 3]}, "taken"),
        ("annual_leave_days", {"start": "2026-01-05", "end": "2026-01-09", "work_week": "sun"}, "work_week"),
        ("annual_leave_days", {"start": "2031-01-05", "end": "2031-01-09"}, "start"),
        ("maternity_leave", {"child_order": 0}, "child_order"),
        ("sick_leave_miscarriage", {"type": "lain"}, "type"),
        ("bangkom_20jp", {"kind": "PNS", "jp_year": [6, -1]}, "jp_year"),
        ("job_person_match", {"actual": [3], "standard": [3, 3]}, "actual"),
        ("tenggat", {"kewajiban": "aduan_verifikasi", "mulai": "2026-01-05T25:00"}, "mulai"),
        ("tenggat", {"kewajiban": "aduan_verifikasi", "mulai": "2026-01-05", "jeda": [1]}, "jeda"),
        ("kgb_postponed", {"tmt_kgb": "2025-06-01", "tunda_bulan": 13}, "tunda_bulan"),
        ("discipline_absence", {"year": 2026, "days_before": 0, "new_days": -1}, "new_days"),
        ("kp_period_valid", {"tmt": "2026-01-01", "jenis": "entah"}, "jenis"),
        ("service_length", {"start": "2026-01-05", "end": "2026-01-04"}, "end"),
    ],
)  # fmt: skip
def test_masukan_mustahil_ditolak_dengan_kolomnya(jenis, masukan, kolom):
    with pytest.raises(MasukanTidakSah) as galat:
        DAFTAR[jenis](masukan)
    assert galat.value.cacat[0].kolom == kolom
