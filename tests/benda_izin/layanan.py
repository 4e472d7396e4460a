"""Benda layanan: layanan UJI-01 milik Dinas Pendidikan dan UJI-02 milik Dinas Kesehatan, dengan satu permohonan masing-masing."""

import io
import uuid
from collections.abc import Callable
from datetime import date
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from PIL import Image

from kasuari.dasar.inti.pelaku import TAMU, sistem
from kasuari.dasar.inti.waktu import pada_saat, sekarang
from kasuari.dasar.jejak.service import catat
from kasuari.dasar.organisasi.models import Unit
from kasuari.masyarakat.layanan import buka, katalog, peristiwa, standar
from kasuari.masyarakat.layanan.formulir import skema
from kasuari.masyarakat.layanan.models import Formulir, Layanan, Permohonan, UsulStandar
from kasuari.masyarakat.layanan.service import isi
from tests import kota_kecil
from tests.benda_izin.daftar import Argumen, benda

ISIAN: dict[str, Any] = {
    "halaman": [
        {"judul": "Isi", "isian": [{"kode": "foto", "label": "Foto", "jenis": "berkas", "wajib": False}]}
    ]
}


def _layanan(kode: str, unit: str) -> Layanan:
    b = next(b for b in katalog.baca() if b["kode"] == "DIK-01")
    lay = Layanan.objects.create(kode=kode, bidang="pendidikan", unit=Unit.objects.get(kode=unit))
    with transaction.atomic():
        jejak = catat(peristiwa.KATALOG, sistem(), ("katalog", None))
    standar.tulis(lay, kota_kecil.DULU, katalog.kolom(b), jejak)
    Formulir.objects.create(
        layanan=lay, versi=1, rancangan=ISIAN, skema=skema.susun(ISIAN), terbit=sekarang()
    )
    return lay


def _draf(kode: str, unit: str) -> Permohonan:
    with pada_saat(kota_kecil.HARI):
        _layanan(kode, unit)
        siapa = isi.IsiPemohon("Yohana Contoh", date(1990, 3, 27))
        return Permohonan.objects.get(id=isi.mulai(TAMU, layanan=kode, siapa=siapa, kunci=uuid.uuid4()).uid)


def _terkirim(kode: str, unit: str) -> Permohonan:
    p, gambar = _draf(kode, unit), io.BytesIO()
    Image.new("RGB", (8, 8)).save(gambar, "JPEG")
    umum: dict[str, Any] = {"permohonan": p.id, "buka_": buka.kunci(p)}
    with pada_saat(kota_kecil.HARI):
        berkas = {"foto": SimpleUploadedFile("foto.jpg", gambar.getvalue())}
        isi.simpan(TAMU, isi={}, berkas=berkas, kunci=uuid.uuid4(), **umum)
        isi.kirim(TAMU, kunci=uuid.uuid4(), **umum)
    p.refresh_from_db()
    return p


def _dua(susun: Callable[[str, str], Argumen]) -> tuple[Argumen, Argumen]:
    return susun("UJI-01", "dik"), susun("UJI-02", "kes")


@benda("layanan:satu", "layanan:kartu", "layanan:mulai", "layanan_kerja:loket_mulai", "layanan_kerja:standar_satu",
       "layanan_kerja:usulkan_standar", "layanan_kerja:formulir")  # fmt: skip
def _menurut_layanan() -> tuple[Argumen, Argumen]:
    def susun(kode: str, unit: str) -> Argumen:
        _layanan(kode, unit)
        return {"kode": kode.lower()}

    return _dua(susun)


@benda("layanan_kerja:pratinjau")
def _pratinjau() -> tuple[Argumen, Argumen]:
    return _dua(lambda k, u: {"kode": _layanan(k, u).kode.lower(), "hal": 1})


@benda("layanan_kerja:isian")
def _isian() -> tuple[Argumen, Argumen]:
    return _dua(lambda k, u: {"kode": _layanan(k, u).kode.lower(), "hal": 1, "isian": "baru"})


@benda("layanan:isi")
def _isi() -> tuple[Argumen, Argumen]:
    return _dua(lambda k, u: {"kode": _draf(k, u).kode, "hal": 1})


@benda("layanan:periksa")
def _periksa() -> tuple[Argumen, Argumen]:
    return _dua(lambda k, u: {"kode": _draf(k, u).kode})


@benda("layanan:terkirim", "layanan:cek_satu", "layanan:slip", "layanan:lengkapi", "layanan:surat", "layanan:data_saya",
       "layanan:unduh")  # fmt: skip
def _menurut_kode() -> tuple[Argumen, Argumen]:
    return _dua(lambda k, u: {"kode": _terkirim(k, u).kode})


@benda("layanan:akhiri")
def _akhiri() -> tuple[Argumen, Argumen]:
    return _dua(lambda k, u: {"kode": _terkirim(k, u).kode, "aksi": "tarik"})


@benda("layanan:berkas")
def _berkas() -> tuple[Argumen, Argumen]:
    def susun(kode: str, unit: str) -> Argumen:
        p = _terkirim(kode, unit)
        return {"kode": p.kode, "uid": p.unggahan.get().id}

    return _dua(susun)


@benda("layanan_kerja:satu", "layanan_kerja:oper")
def _satu() -> tuple[Argumen, Argumen]:
    return _dua(lambda k, u: {"uid": _terkirim(k, u).id})


@benda("layanan_kerja:satu_kasus")
def _satu_kasus() -> tuple[Argumen, Argumen]:
    return _dua(lambda k, u: {"uid": _terkirim(k, u).kasus_id})


@benda("layanan_kerja:langkah")
def _langkah() -> tuple[Argumen, Argumen]:
    return _dua(lambda k, u: {"uid": _terkirim(k, u).id, "aksi": "lengkap"})


@benda("layanan_kerja:berkas")
def _berkas_kerja() -> tuple[Argumen, Argumen]:
    def susun(kode: str, unit: str) -> Argumen:
        p = _terkirim(kode, unit)
        return {"uid": p.id, "berkas": p.unggahan.get().id}

    return _dua(susun)


@benda("layanan_kerja:usul_standar")
def _usul() -> tuple[Argumen, Argumen]:
    def susun(kode: str, unit: str) -> Argumen:
        lay = _layanan(kode, unit)
        b = next(b for b in katalog.baca() if b["kode"] == "DIK-01")
        u = UsulStandar.objects.create(
            layanan=lay, mulai=kota_kecil.HARI, isi=katalog.kolom(b), dasar="SK 1/2026", dibuat=sekarang()
        )
        return {"uid": u.id}

    return _dua(susun)
