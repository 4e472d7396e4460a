"""Benda perbaikan: temuan di SD Negeri 1 (Dinas Pendidikan) dan di Puskesmas Remu (di luarnya)."""

import io
import uuid
from datetime import date, timedelta
from decimal import Decimal

from kasuari.dasar.alur import service as alur
from kasuari.dasar.indikator import service as indikator
from kasuari.dasar.inti.pelaku import sistem
from kasuari.dasar.organisasi import selectors as organisasi
from kasuari.dasar.organisasi.models import Unit
from kasuari.pengawasan.perbaikan import pekerjaan, service
from kasuari.pengawasan.perbaikan.models import Bukti, Perbaikan
from kasuari.pengawasan.perbaikan.tests.pegangan import terbitkan_periode
from tests import kota_kecil
from tests.benda_izin.daftar import Argumen, benda
from tests.berkas import pdf

PENYUSUN = {"sd1": "siti", "pkm": "dominggus"}


def _temuan(kode: str) -> Perbaikan:
    indikator.definisikan(
        kode="skm_unsur",
        nama="Nilai unsur",
        nama_en="Element",
        satuan="nilai",
        rumus="a/b",
        sumber="/",
        desimal=4,
    )
    unit = Unit.objects.get(kode=kode).id
    terbitkan_periode(Unit.objects.get(kode=kode), date(2026, 7, 1))
    baris = [
        indikator.Baris(unit, 240, 100, 100, "waktu", bawah=Decimal("2.3"), atas=Decimal("2.5")),
        indikator.Baris(unit, 360, 100, 100, "biaya"),
    ]
    indikator.terbitkan(sistem("izin"), "skm_unsur", date(2026, 7, 1), baris)
    pekerjaan.cari()
    return Perbaikan.objects.get(unit_id=unit)


def _berjalan(kode: str) -> Perbaikan:
    """Rencananya disetujui, pemiliknya pimpinan yang menyusunnya."""
    p = _temuan(kode)
    siapa = kota_kecil.orang(PENYUSUN[kode])
    pos = organisasi.penugasan_pada().get(subjek=siapa.orang).pos.uid
    isi = service.IsiRencana("Sebab.", "Tindakan.", "Foto.", pos, kota_kecil.HARI + timedelta(days=30))
    service.rencanakan(siapa.pelaku, uid=p.id, versi=p.kasus.versi, isi=isi, kunci=uuid.uuid4())
    p.kasus.refresh_from_db()
    alur.langkahkan(sistem("izin"), p.id, "setujui", p.kasus.versi)
    return Perbaikan.objects.get(id=p.id)


def _berbukti(kode: str) -> Bukti:
    p = _berjalan(kode)
    service.tambah_bukti(
        kota_kecil.orang(PENYUSUN[kode]).pelaku, uid=p.id, uraian="Selesai.", umum=True,
        berkas=io.BytesIO(pdf("foto")), kunci=uuid.uuid4(),
    )  # fmt: skip
    return Bukti.objects.get(perbaikan=p)


@benda("perbaikan:satu", "perbaikan:rencana", "perbaikan:minta", "perbaikan_umum_satu")
def _dua_temuan() -> tuple[Argumen, Argumen]:
    return {"uid": _temuan("sd1").id}, {"uid": _temuan("pkm").id}


@benda("perbaikan:langkah")
def _dua_langkah() -> tuple[Argumen, Argumen]:
    return {"uid": _temuan("sd1").id, "aksi": "usul_lepas"}, {"uid": _temuan("pkm").id, "aksi": "usul_lepas"}


@benda("perbaikan:bukti")
def _dua_berjalan() -> tuple[Argumen, Argumen]:
    return {"uid": _berjalan("sd1").id}, {"uid": _berjalan("pkm").id}


@benda("perbaikan:unduh")
def _dua_bukti() -> tuple[Argumen, Argumen]:
    a, b = _berbukti("sd1"), _berbukti("pkm")
    return {"uid": a.perbaikan_id, "bukti": a.id}, {"uid": b.perbaikan_id, "bukti": b.id}


@benda("perbaikan_umum_bukti")
def _dua_bukti_umum() -> tuple[Argumen, Argumen]:
    return {"uid": _berbukti("sd1").id}, {"uid": _berbukti("pkm").id}


@benda("perbaikan:jawab")
def _dua_permintaan() -> tuple[Argumen, Argumen]:
    def satu(kode: str) -> Argumen:
        p = _temuan(kode)
        siapa = kota_kecil.orang(PENYUSUN[kode]).pelaku
        return {
            "uid": service.minta(
                siapa, uid=p.id, jenis="standar", uraian="Syarat dikurangi.", kunci=uuid.uuid4()
            ).uid
        }

    return satu("sd1"), satu("pkm")
