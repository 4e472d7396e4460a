"""Menjalankan uji atas berkas yang tersimpan dan menulis hasilnya ke `ImporBaris`."""

import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from django.db import transaction

from kasuari.aturan.galat import GalatAturan
from kasuari.dasar.dokumen import service as dokumen
from kasuari.dasar.inti.simpan import simpan_banyak
from kasuari.dasar.inti.waktu import hari_ini

from . import simpanan
from .baca import baca
from .galat import BerkasTidakTerbaca, PemetaanSalah
from .hasil import BarisPeriksa, Hasil
from .models import ImporBaris, ImporBerkas, Nilai, Status
from .penerap import BarisBersih, Rencana, penerap
from .subjek import Konteks
from .uji import uji

# temuan yang menahan seluruh baris sampai orang menjawab
TAHAN = frozenset({"TANGGAL_AMBIGU"})
KOLOM = ("berkas", "lembar", "baris", "mentah", "bersih", "hasil", "alasan", "kode")
POTONG = 500
LEMBAR_TERPANJANG = 120
Maju = Callable[[int, int], None]


def periksa(b: ImporBerkas, isi: bytes, maju: Maju | None = None) -> None:
    """Uji berkas lalu ganti baris-barisnya. Berkas yang tidak terbaca menjadi GAGAL beserta kalimatnya."""
    try:
        hasil = baca_dan_uji(b, isi)
    except (BerkasTidakTerbaca, PemetaanSalah, GalatAturan) as galat:
        b.status, b.ringkasan = Status.GAGAL, {"galat": str(galat)}
        b.save(update_fields=["status", "ringkasan"])
        return
    rencana = penerap(b.subjek).rencanakan(
        [BarisBersih(r.baris, r.bersih) for r in hasil.baris if _nilai(r) == Nilai.DITERIMA],
        hari_ini(),
    )
    _tambah_alasan(hasil, rencana)
    with transaction.atomic():
        ImporBaris.objects.filter(berkas=b).delete()
        for awal in range(0, len(hasil.baris), POTONG):
            potong = hasil.baris[awal : awal + POTONG]
            simpan_banyak(ImporBaris, KOLOM, [_baris(b, hasil, r) for r in potong])
            if maju:
                maju(awal + len(potong), len(hasil.baris))
        b.status, b.ringkasan = Status.DIUJI, _ringkasan(hasil, rencana)
        b.save(update_fields=["status", "ringkasan"])


def baca_dan_uji(b: ImporBerkas, isi: bytes) -> Hasil:
    """Uji murni dari isi berkas, dengan pemetaan, pilihan subjek, dan perbaikan yang tersimpan."""
    with tempfile.TemporaryDirectory(prefix="kasuari-impor-") as folder:
        jalur = Path(folder) / b.nama[-60:]
        jalur.write_bytes(isi)
        konteks = Konteks.hari(hari_ini(), **b.pemetaan.get("pilihan", {}))
        return uji(jalur, b.subjek, konteks, b.pemetaan or None, simpanan.buka(b.perbaikan))


def hitung_baris(b: ImporBerkas, isi: bytes) -> int:
    """Banyak baris fisik seluruh lembar. Galat: BerkasTidakTerbaca."""
    with tempfile.TemporaryDirectory(prefix="kasuari-impor-") as folder:
        jalur = Path(folder) / b.nama[-60:]
        jalur.write_bytes(isi)
        return sum(len(t.isi) for t in baca(jalur))


def isi_berkas(b: ImporBerkas) -> bytes:
    """Galat: BerkasTidakTerbaca bila isi mentahnya sudah dihapus menurut masa simpan."""
    if b.lampiran is None:
        raise BerkasTidakTerbaca(
            "Isi berkas ini sudah dihapus menurut masa simpannya. Unggah lagi berkasnya."
        )
    return dokumen.baca(b.lampiran)


def _nilai(r: BarisPeriksa) -> Any:
    if r.ditolak:
        return Nilai.DITOLAK
    tahan = any(a.kode in TAHAN for a in r.alasan)
    return Nilai.TANYA if tahan else Nilai.DITERIMA


def _tambah_alasan(hasil: Hasil, rencana: Rencana) -> None:
    """Temuan register menyebut isian; orang mengenal kepala kolom berkasnya."""
    menurut_nomor = {r.baris: r for r in hasil.baris}
    kepala = {k.isian: k.kepala for k in hasil.kolom if k.isian}
    for alasan in rencana.alasan:
        menurut_nomor[alasan.baris].alasan.append(replace(alasan, kolom=kepala.get(alasan.kolom, "")))


def _baris(b: ImporBerkas, hasil: Hasil, r: BarisPeriksa) -> tuple[Any, ...]:
    kode = dict.fromkeys(a.kode for a in r.alasan)
    return (
        b.id, hasil.lembar[:LEMBAR_TERPANJANG], r.baris, simpanan.sandikan(r.mentah), simpanan.sandikan(r.bersih),
        _nilai(r), simpanan.sandikan(simpanan.alasan_ke_json(r.alasan)), f",{','.join(kode)}," if kode else "",
    )  # fmt: skip


def _ringkasan(hasil: Hasil, rencana: Rencana) -> dict[str, Any]:
    """Angka dan kepala kolom saja: tidak ada isi sel orang di sini."""
    nilai = [_nilai(r) for r in hasil.baris]
    return {
        **{n: nilai.count(n) for n in Nilai.values},
        "berperingatan": sum(
            1 for r, n in zip(hasil.baris, nilai, strict=True) if r.alasan and n == "diterima"
        ),
        "diabaikan": len(hasil.diabaikan),
        "jumlah": len(hasil.baris),
        "lembar": hasil.lembar,
        "baris_kepala": hasil.baris_kepala,
        "lembar_lain": [{"nama": x.nama, "baris": x.baris} for x in hasil.lembar_lain],
        "kolom": [
            {"nomor": k.nomor, "kepala": k.kepala, "isian": k.isian, "saran": k.saran} for k in hasil.kolom
        ],
        "rencana": rencana.hitung,
    }
