"""`kasuari impor SUBJEK BERKAS [--uji] [--json] [--pemetaan BERKAS]`: periksa atau simpan berkas kantor.

Keluar 0 = berkas terbaca, walau ada baris yang ditolak; 2 = berkas tidak terbaca (kalimatnya di stderr).
`--uji` tidak membuka basis data dan tidak menyalakan Django.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Sequence
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

from kasuari.cli import nyala
from kasuari.cli.pilihan import baca
from kasuari.dasar.impor.galat import BerkasTidakTerbaca, PemetaanSalah
from kasuari.dasar.impor.hasil import Alasan, Hasil
from kasuari.dasar.impor.subjek import Konteks, ambil
from kasuari.dasar.impor.uji import uji
from kasuari.dasar.inti.galat import MasukanSalah
from kasuari.dasar.inti.waktu import hari_ini

# ruang yang membawa subjek impor; memuat modulnya mendaftarkan subjeknya
RUANG = (
    "kasuari.aparatur.pegawai.impor",
    "kasuari.situs.organisasi.impor_formasi",
    "kasuari.masyarakat.survei.impor",
)
KETERANGAN_TERBANYAK = 40


def jalankan(argumen: Sequence[str]) -> int:
    for ruang in RUANG:
        import_module(ruang)
    pilihan = _pilihan(argumen)
    if pilihan is None:
        return 2
    try:
        konteks = Konteks.hari(pilihan.pada, urutan=pilihan.urutan)
        hasil = uji(pilihan.berkas, pilihan.subjek, konteks, _pemetaan(pilihan.pemetaan))
        if not pilihan.uji:
            return _simpan(hasil, pilihan)
    except (BerkasTidakTerbaca, PemetaanSalah, MasukanSalah) as galat:
        print(f"kasuari impor: {galat.pesan}", file=sys.stderr)
        return 2
    rangkum = ambil(pilihan.subjek).rangkum(hasil, konteks)
    if pilihan.json:
        print(json.dumps(hasil.ke_json(rangkum), ensure_ascii=False, indent=1))
    else:
        print("\n".join([ringkasan(hasil), *(f"  {k}: {v}" for k, v in (rangkum or {}).items())]))
    return 0


def _pilihan(argumen: Sequence[str]) -> argparse.Namespace | None:
    urai = argparse.ArgumentParser(prog="kasuari impor", description="Periksa atau simpan berkas kantor.")
    urai.add_argument("subjek", help="jenis isi berkas: pegawai, diklat, kgb, formasi, skm")
    urai.add_argument("berkas", type=Path, help="xlsx, xls, atau csv")
    urai.add_argument("--uji", action="store_true", help="periksa saja, tanpa basis data")
    urai.add_argument("--json", action="store_true", help="jawaban JSON")
    urai.add_argument("--pemetaan", type=Path, help="berkas JSON pemetaan kolom yang dibetulkan")
    urai.add_argument(
        "--urutan",
        choices=("kuesioner", "aturan"),
        default="kuesioner",
        help="skm: U8 sarana (kuesioner) atau pengaduan (aturan)",
    )
    urai.add_argument(
        "--pada", type=date.fromisoformat, default=hari_ini(), help="hari pemeriksaan, TTTT-BB-HH"
    )
    return baca(urai, argumen)


def _pemetaan(jalur: Path | None) -> dict[str, Any] | None:
    if jalur is None:
        return None
    try:
        isi = json.loads(jalur.read_text("utf-8"))
    except (OSError, ValueError) as sebab:
        raise PemetaanSalah(f"Berkas pemetaan '{jalur.name}' tidak terbaca: {sebab}.") from sebab
    if not isinstance(isi, dict):
        raise PemetaanSalah(f"Berkas pemetaan '{jalur.name}' harus berisi satu objek JSON.")
    return isi if {"kolom", "lembar", "baris_kepala"} & set(isi) else {"kolom": isi}


def _simpan(hasil: Hasil, pilihan: argparse.Namespace) -> int:
    """Serahkan ke layanan impor; dimuat di sini supaya `--uji` tidak menyentuh basis data."""
    nyala.django()
    return import_module("kasuari.dasar.impor.service").simpan_dari_baris_perintah(hasil, pilihan)


def ringkasan(hasil: Hasil) -> str:
    """Ringkasan yang dapat dibaca orang."""
    tolak = Counter(b.ditolak for b in hasil.baris if b.ditolak)
    ingat = Counter(p["kode"] for p in hasil.ke_json()["peringatan"])
    garis = [
        f"{hasil.berkas}, lembar '{hasil.lembar}', kepala kolom di baris {_daftar(hasil.baris_kepala)}",
        f"diterima {len(hasil.diterima)}, ditolak {sum(tolak.values())}, peringatan {sum(ingat.values())}, "
        f"diabaikan {len(hasil.diabaikan)}",
    ]
    belum = [k for k in hasil.kolom if k.isian is None]
    if belum:
        garis.append("kolom yang belum dikenal: " + ", ".join(_kolom(k.kepala, k.saran) for k in belum))
    temuan: list[Alasan] = [a for a in hasil.alasan if a.tingkat != "abaikan"]
    garis += [f"  [{a.tingkat}] {a.pesan}" for a in temuan[:KETERANGAN_TERBANYAK]]
    if len(temuan) > KETERANGAN_TERBANYAK:
        garis.append(f"  ... dan {len(temuan) - KETERANGAN_TERBANYAK} lagi; pakai --json untuk semuanya")
    return "\n".join(garis)


def _daftar(nomor: Sequence[int]) -> str:
    return " dan ".join(str(n) for n in nomor)


def _kolom(kepala: str, saran: str | None) -> str:
    return f"{kepala or '(tanpa kepala)'}" + (f" (mungkin {saran})" if saran else "")
