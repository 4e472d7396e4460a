"""Catatan hukuman bagi I'Dis BKN (PP 94/2021 Pasal 39): disusun di sini, dikirim lewat penyambung, ditandai nomor terimanya."""

import json
from typing import Any, Protocol

from django.db import transaction

from kasuari.aparatur.disiplin import peristiwa
from kasuari.aparatur.disiplin.models import BarisIdis, Pemeriksaan
from kasuari.aparatur.pegawai.models import RiwayatHukuman
from kasuari.aturan.disiplin import HUKUMAN, SIASN
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.sandi import dekripsi, enkripsi
from kasuari.dasar.inti.waktu import sekarang
from kasuari.dasar.jejak.service import catat


class Penyambung(Protocol):
    """Layanan I'Dis. `kirim` menerima satu catatan bernama kolom SIASN dan mengembalikan nomor terimanya."""

    def kirim(self, isi: dict[str, Any]) -> str: ...


def siapkan(p: Pemeriksaan, *, batal: bool = False) -> BarisIdis:
    """Satu catatan, belum terkirim. `batal`: pembatalan catatan yang sudah ada."""
    assert p.sk is not None
    f = RiwayatHukuman.objects.filter(uid=p.fakta).first() if p.fakta else None
    kode = HUKUMAN[f.jenis] if f else p.hukuman or 0
    bulan = (f.sampai.year - f.mulai.year) * 12 + f.sampai.month - f.mulai.month if f and f.sampai else 0
    isi = {
        "nip": p.pegawai.nip, "golongan": p.pegawai.kini.golongan, "jenisHukuman": SIASN[kode],
        "skNomor": p.sk.nomor_teks, "skTanggal": p.sk.tanggal.isoformat(), "nomorPp": "94/2021",
        "hukumanTanggal": f.mulai.isoformat() if f else None, "akhirHukumTanggal": f.sampai.isoformat() if f and f.sampai else None,
        "masaTahun": bulan // 12, "masaBulan": bulan % 12, "batal": batal,
    }  # fmt: skip
    return BarisIdis.objects.create(
        pemeriksaan=p, isi_sandi=enkripsi(json.dumps(isi).encode(), "disiplin"), dibuat=sekarang()
    )


def isi(b: BarisIdis) -> dict[str, Any]:
    return dict(json.loads(dekripsi(b.isi_sandi, "disiplin")))


def kirim(pelaku: Pelaku, penyambung: Penyambung) -> int:
    """Mengirim semua yang belum, satu transaksi tiap catatan; yang sudah punya nomor tidak dikirim lagi."""
    banyak = 0
    for id_ in BarisIdis.objects.filter(dikirim=None).order_by("id").values_list("id", flat=True):
        with transaction.atomic():
            b = (
                BarisIdis.objects.select_for_update(of=("self",))
                .select_related("pemeriksaan__pegawai__orang")
                .filter(id=id_, dikirim=None)
                .first()
            )
            if b is None:
                continue
            b.nomor, b.dikirim = penyambung.kirim(isi(b)), sekarang()
            b.save(update_fields=["nomor", "dikirim"])
            catat(
                peristiwa.IDIS, pelaku, ("disiplin", b.pemeriksaan_id), sesudah={"nomor": b.nomor},
                subjek=[b.pemeriksaan.pegawai.orang.uid],
            )  # fmt: skip
            banyak += 1
    return banyak
