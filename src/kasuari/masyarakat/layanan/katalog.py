"""Memuat katalog awal dari `data/katalog.toml`: layanan yang belum ada ditambah, yang sudah ada tidak disentuh."""

import json
import tomllib
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from kasuari.dasar.akun.izin import pastikan
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.waktu import sekarang
from kasuari.dasar.jejak.pintu import Hasil, pintu
from kasuari.dasar.jejak.service import catat
from kasuari.dasar.organisasi.models import Unit
from kasuari.masyarakat.layanan import peristiwa, standar
from kasuari.masyarakat.layanan.formulir import skema
from kasuari.masyarakat.layanan.models import Formulir, Jenis, Layanan

DATA = Path(__file__).parent / "data"
SEJAK = date(2026, 1, 1)
_TEKS = (
    "ringkas",
    "persyaratan",
    "prosedur",
    "produk",
    "dasar_hukum",
    "biaya_catatan",
    "sistem",
    "kata",
    "tertutup",
)


def baca() -> list[dict[str, Any]]:
    return list(tomllib.loads((DATA / "katalog.toml").read_text(encoding="utf-8"))["layanan"])


@pintu("layanan.muat_katalog")
def muat(pelaku: Pelaku, *, kunci: UUID) -> Hasil:
    """Menambah layanan yang belum ada. Unit yang tidak dikenal di kota ini dilewati, dan kodenya disebut di hasil."""
    pastikan(pelaku, "layanan.katalog")
    unit = dict(Unit.objects.values_list("kode", "id"))
    ada = set(Layanan.objects.values_list("kode", flat=True))
    lewat = []
    jejak = catat(peristiwa.KATALOG, pelaku, ("katalog", None))
    masuk = 0
    for b in baca():
        if b["kode"] in ada:
            continue
        if not b.get("jenis_unit") and b["unit"] not in unit:
            lewat.append(b["kode"])
            continue
        lay = Layanan.objects.create(
            kode=b["kode"], bidang=b["bidang"], unit_id=unit.get(b.get("unit", "")), jenis_unit=b.get("jenis_unit", ""),
            peka=b.get("peka", False),
        )  # fmt: skip
        standar.tulis(lay, SEJAK, kolom(b), jejak, keyakinan=b["keyakinan"])
        if b["jenis"] != Jenis.INFO:
            rancangan = formulir_awal(b)
            Formulir.objects.create(
                layanan=lay,
                versi=1,
                rancangan=rancangan,
                skema=skema.susun(rancangan),
                terbit=sekarang(),
                ubahan=1,
            )
        masuk += 1
    return Hasil(data={"masuk": masuk, "dilewati": lewat})


def formulir_awal(b: dict[str, Any]) -> dict[str, Any]:
    """Formulir yang dikirim bersama katalog: dari `data/formulir.json`, atau NIK dan satu unggahan tiap syarat."""
    khusus: dict[str, Any] = json.loads((DATA / "formulir.json").read_text(encoding="utf-8"))
    if b["kode"] in khusus:
        return dict(khusus[b["kode"]])
    berkas = [
        {"kode": f"syarat_{n}", "label": syarat, "jenis": "berkas", "wajib": False}
        for n, syarat in enumerate(b["persyaratan"], 1)
        if not syarat.startswith(("Datang", "Sudah"))
    ]
    data = [
        {
            "kode": "nik",
            "label": "NIK",
            "jenis": "nik",
            "wajib": True,
            "petunjuk": "16 angka di KTP-el atau KK.",
        },
        {"kode": "alamat", "label": "Alamat sekarang", "jenis": "teks", "wajib": True},
        {"kode": "keterangan", "label": "Yang perlu kami ketahui", "jenis": "panjang", "wajib": False},
    ]
    return {"halaman": [{"judul": "Data", "isian": data}, {"judul": "Berkas", "isian": berkas}]}


def kolom(b: dict[str, Any]) -> dict[str, Any]:
    """Satu layanan dari berkas katalog sebagai kolom standar."""
    norma, hukum = b.get("norma", [None, ""]), b.get("hukum", [None, ""])
    return {
        "nama": b["nama"], "jenis": b["jenis"], "norma_lama": norma[0], "norma_satuan": norma[1], "hukum_lama": hukum[0],
        "hukum_satuan": hukum[1], "biaya": b.get("biaya"), "isi": {k: b[k] for k in _TEKS if k in b},
    }  # fmt: skip
