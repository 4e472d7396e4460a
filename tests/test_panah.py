"""Panah hanya turun: juga di kunci asing, migrasi, templat, dan alamat, yang tidak terlihat oleh aturan impor."""

import re
from pathlib import Path

import pytest
from django.apps import apps
from django.db.migrations.loader import MigrationLoader
from django.urls import get_resolver

AKAR = Path(__file__).resolve().parent.parent / "src/kasuari"
# Dari bawah ke atas; ruang yang sejajar berbagi angka dan tidak saling menunjuk.
TINGKAT = {
    "inti": 0, "rupa": 1, "jejak": 2, "orang": 3, "organisasi": 4, "akun": 5, "dokumen": 6, "kabar": 6, "ketentuan": 7,
    "impor": 8, "indikator": 8, "alur": 8, "pegawai": 20, "profesionalitas": 21, "cuti": 21, "usulan": 22, "disiplin": 23, "layanan": 30, "antrean": 31, "survei": 32, "pungutan": 33, "perbaikan": 50, "situs": 60, "tur": 70, "contoh": 70,
}  # fmt: skip


def turun(dari, ke):
    return dari == ke or TINGKAT[dari] > TINGKAT[ke]


def kita():
    return [a for a in apps.get_app_configs() if a.name.startswith("kasuari.")]


def test_setiap_ruang_punya_tingkat():
    assert {a.label for a in kita()} <= set(TINGKAT)


def test_kunci_asing_menunjuk_ke_bawah():
    salah = [
        f"{m._meta.label}.{f.name} -> {f.related_model._meta.label}"
        for a in kita()
        for m in a.get_models()
        for f in m._meta.get_fields()
        if f.is_relation and f.concrete and f.related_model._meta.app_label in TINGKAT
        if not turun(a.label, f.related_model._meta.app_label)
    ]
    assert salah == []


def test_migrasi_bergantung_ke_bawah():
    graf = MigrationLoader(None).disk_migrations
    salah = [
        f"{app}.{nama} -> {dep}"
        for (app, nama), m in graf.items()
        for dep, _ in m.dependencies
        if app in TINGKAT and dep in TINGKAT and not turun(app, dep)
    ]
    assert salah == []


def templat():
    for a in kita():
        for berkas in (Path(a.path) / "templates").rglob("*.html"):
            yield a.label, berkas, berkas.read_text(encoding="utf-8")


def pemilik(jalan):
    """Ruang pemilik templat: folder pertama jalannya (halaman galat milik situs)."""
    return jalan.split("/")[0] if "/" in jalan else "situs"


def test_templat_memakai_templat_yang_di_bawahnya():
    pola = re.compile(r"{%\s*(?:extends|include)\s+[\"']([^\"']+)[\"']")
    salah = [
        f"{berkas.relative_to(AKAR)} -> {jalan}"
        for label, berkas, isi in templat()
        for jalan in pola.findall(isi)
        if pemilik(jalan) in TINGKAT and not turun(label, pemilik(jalan))
    ]
    assert salah == []


def test_templat_menunjuk_alamat_yang_di_bawahnya():
    """`url` di templat ruang bawah tidak menyebut halaman ruang atas; jalan ke atas lewat slot."""
    pola = re.compile(r"{%\s*url\s+[\"']([\w-]+)(?::[\w-]+)?[\"']")
    ruang = {n for n, _ in get_resolver().namespace_dict.items()}
    salah = [
        f"{berkas.relative_to(AKAR)} -> {nama}"
        for label, berkas, isi in templat()
        for nama in pola.findall(isi)
        if nama in ruang and nama in TINGKAT and not turun(label, nama)
    ]
    assert salah == []


def test_inti_tanpa_tabel_dan_tetap_kecil():
    baris = sum(len(b.read_text().splitlines()) for b in (AKAR / "dasar/inti").glob("*.py"))
    assert baris <= 520, "inti: pindahkan yang bukan dasar dari dasar ke ruangnya (docs/keputusan/0003)"
    assert not any(a.name.endswith("dasar.inti") for a in kita())


@pytest.mark.parametrize("folder", ["dasar", "aparatur", "masyarakat", "situs", "contoh", "cli", "aturan"])
def test_berkas_terbaca_sekali_duduk(folder):
    panjang = {
        str(b.relative_to(AKAR)): n
        for b in (AKAR / folder).rglob("*.py")
        if "migrations" not in b.parts and "tests" not in b.parts
        if (n := len(b.read_text(encoding="utf-8").splitlines())) > 400
    }
    assert panjang == {}


def test_setiap_jenis_peristiwa_punya_kalimat_dua_bahasa():
    from kasuari.dasar.jejak.jenis import DAFTAR

    kosong = [j.kode for j in DAFTAR.values() if not j.id.strip() or not j.en.strip() or j.id == j.en]
    assert kosong == []
    assert len(DAFTAR) > 15
