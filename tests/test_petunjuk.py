"""Petunjuk tidak boleh berbeda dari program: tabel setelan, tautan antarhalaman, gambar README, dan nama perintah."""

import os
import re
from pathlib import Path

import pytest

from kasuari.cli import PERINTAH
from kasuari.dasar.alur.gambar import gambar
from kasuari.dasar.alur.proses import DAFTAR as PROSES
from kasuari.situs.lingkungan import DAFTAR

AKAR = Path(__file__).resolve().parent.parent
PETUNJUK = sorted((AKAR / "docs/petunjuk").glob("*.md"))
_BARIS = re.compile(r"^\| `(\w+)` \| (?:`([^`]*)`|\(kosong\)) \| (.+) \|$", re.M)


def test_tabel_setelan_di_pasang_sama_dengan_yang_dibaca_program():
    isi = (AKAR / "docs/petunjuk/pasang.md").read_text(encoding="utf-8")
    tabel = isi.split("<!-- daftar-setelan", 1)[1].split("<!-- /daftar-setelan -->")[0]
    assert [m.groups(default="") for m in _BARIS.finditer(tabel)] == [tuple(s) for s in DAFTAR]


@pytest.mark.parametrize("berkas", [*PETUNJUK, AKAR / "README.md"], ids=lambda b: b.name)
def test_tautan_dan_gambar_menuju_berkas_yang_ada(berkas):
    tujuan = re.findall(r"\]\((?!https?:|#)([^)#]+)", berkas.read_text(encoding="utf-8"))
    assert [t for t in tujuan if not (berkas.parent / t).exists()] == []


@pytest.mark.parametrize("berkas", PETUNJUK, ids=lambda b: b.name)
def test_perintah_kasuari_yang_disebut_memang_ada(berkas):
    disebut = set(re.findall(r"(?:^|[`/\s])kasuari ([a-z]+)", _kode(berkas.read_text(encoding="utf-8"))))
    assert disebut - set(PERINTAH) == set()


def _kode(teks: str) -> str:
    """Hanya yang tertulis sebagai perintah: blok sh dan ini, dan potongan di antara tanda petik balik."""
    blok = re.findall(r"```(?:sh|ini)\n(.*?)```", teks, re.S)
    return "\n".join([*blok, *re.findall(r"`(kasuari [^`\n]+)`", teks)])


def test_gambar_proses_di_dokumen_sama_dengan_tabel_prosesnya():
    """Jalankan dengan KASUARI_TULIS=ya untuk menuliskannya lagi."""
    berkas = AKAR / "docs/rekayasa/alur.md"
    isi = berkas.read_text(encoding="utf-8")
    kepala, ekor = isi.split("<!-- gambar -->")[0], isi.split("<!-- /gambar -->")[1]
    jadi = "".join(
        f"## {p.kode}, version {p.versi}\n\n```mermaid\n{gambar(p)}```\n\n"
        for _, p in sorted(PROSES.items())
        if "uji" not in p.kode
    )
    baru = f"{kepala}<!-- gambar -->\n\n{jadi}<!-- /gambar -->{ekor}"
    if os.environ.get("KASUARI_TULIS"):
        berkas.write_text(baru, encoding="utf-8")
    assert isi == baru
