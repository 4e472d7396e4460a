"""Tidak ada hukum tanpa penjelasan: rumus, fungsi, dan parameter menyebut satuan, bentuk, dan sumbernya."""

import importlib
import inspect
import pkgutil
import re
import subprocess
import sys
from functools import cached_property

import pytest

import kasuari.aturan
from kasuari.aturan.kasus import DAFTAR
from kasuari.aturan.parameter import semua
from kasuari.aturan.pokok import POKOK

# Perkakas: tidak memuat hukum, maka tidak perlu sumber.
PERKAKAS = {
    *("galat", "bulat", "buku", "parameter", "rumus", "blok", "masukan", "hari", "masa_kerja", "tarif"),
    *("pokok", "tilik", "batas"),
    *("kasus", "kasus.daftar", "kasus.isian", "kasus.jalan"),
}  # fmt: skip
SUMBER = re.compile(
    r"(UU|PP|Perpres|Peraturan|Permen\w+|Kepmen\w+|PermenPANRB|PMK|SE|Surat|Kep\w*|Perka|Perban|SIASN)\b.*\d"
    r"|Dasar\s*:|Sumber\s*:",
    re.S,
)
BENTUK = re.compile(
    r"rupiah|persen|poin|skala|angka|bulan|hari|tahun|tanggal|jam|menit|umur|usia|MKG|BUP|KGB|"
    r"kode|kolom|baris|larik|tabel|sel\b|daftar|teks|kunci|nama|nilai|peringkat|->|→|\(.+, .+\)|"
    r"apakah|bila|buku|versi|parameter|kalender|objek|JSON|galat|rumus|susunan|bidang|isian|jawaban|golongan|true",
    re.I,
)


def modul_aturan():
    for info in pkgutil.walk_packages(kasuari.aturan.__path__, "kasuari.aturan."):
        if ".tests" not in info.name:
            yield importlib.import_module(info.name)


def fungsi_umum():
    """(modul, nama, fungsi) setiap fungsi dan metode umum yang ditulis di paket.

    Selain penjawab jenis kasus: bentuknya selalu isian -> jawaban, dan hukumnya ada di rumus yang dipanggilnya.
    """
    penjawab = {id(j.jawab) for j in DAFTAR.values()}
    for modul in modul_aturan():
        for nama, benda in vars(modul).items():
            if nama.startswith("_") or getattr(benda, "__module__", None) != modul.__name__:
                continue
            if inspect.isclass(benda):
                for anak, isi in vars(benda).items():
                    isi = isi.__func__ if isinstance(isi, classmethod | staticmethod) else isi
                    boleh = inspect.isfunction(isi) or isinstance(isi, property | cached_property)
                    if boleh and not anak.startswith("_"):
                        yield modul, f"{nama}.{anak}", getattr(benda, anak, isi)
            elif inspect.isroutine(benda) and id(benda) not in penjawab:
                yield modul, nama, benda


def test_setiap_fungsi_umum_menjelaskan_bentuk_atau_satuannya():
    kurang = [
        f"{m.__name__}.{nama}" for m, nama, f in fungsi_umum() if not BENTUK.search(inspect.getdoc(f) or "")
    ]
    assert kurang == []


def test_setiap_fungsi_hukum_menyebut_sumbernya_sendiri_atau_lewat_modulnya():
    kurang = []
    for modul, nama, fungsi in fungsi_umum():
        letak = modul.__name__.removeprefix("kasuari.aturan.")
        induk = importlib.import_module(modul.__name__.rpartition(".")[0])
        dokumen = [
            inspect.getdoc(fungsi),
            modul.__doc__,
            induk.__doc__ if induk is not kasuari.aturan else "",
        ]
        perkakas = letak in PERKAKAS or letak.startswith("kasus.jenis.")
        if not perkakas and not any(SUMBER.search(d or "") for d in dokumen):
            kurang.append(f"{letak}.{nama}")
    assert kurang == []


def test_setiap_rumus_punya_judul_satuan_dan_dasar():
    rumus = [(p.kode, r) for p in POKOK for _, r in p.rumus()]
    assert len(rumus) > 200
    cacat = [
        (kode, r.nama)
        for kode, r in rumus
        if not (r.judul and r.satuan and r.dasar.strip()) or r.keyakinan not in ("sumber", "ingatan")
    ]
    assert cacat == []


def test_setiap_parameter_punya_nama_dan_satuan():
    assert [p.kode for p in semua().values() if not (p.nama.strip() and p.satuan.strip())] == []


@pytest.mark.lambat
def test_seluruh_hukum_dimuat_tanpa_django_dan_tanpa_basis_data():
    program = (
        "import sys, kasuari.aturan.pokok, kasuari.aturan.kasus\n"
        "asing = {m.split('.')[0] for m in sys.modules} & {'django', 'psycopg', 'sqlite3'}\n"
        "sys.exit(', '.join(asing) or 0)"
    )
    selesai = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    assert selesai.returncode == 0, selesai.stderr
