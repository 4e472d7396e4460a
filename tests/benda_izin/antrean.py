"""Benda antrean: satu loket dan satu nomor di Dinas Pendidikan, dan di Dinas Kesehatan."""

import uuid

from kasuari.dasar.inti.pelaku import TAMU
from kasuari.dasar.organisasi.models import Unit
from kasuari.masyarakat.antrean import service
from kasuari.masyarakat.antrean.models import Loket
from tests.benda_izin.daftar import Argumen, benda


def _loket(kode: str) -> Loket:
    return Loket.objects.create(unit=Unit.objects.get(kode=kode), nama="Loket 1")


@benda("antrean:meja", "antrean:gabung")
def _meja() -> tuple[Argumen, Argumen]:
    return {"uid": _loket("dik").uid}, {"uid": _loket("kes").uid}


@benda("antrean:tindak")
def _tindak() -> tuple[Argumen, Argumen]:
    return {"uid": _loket("dik").uid, "aksi": "panggil"}, {"uid": _loket("kes").uid, "aksi": "panggil"}


@benda("antrean:loket_baru")
def _unit() -> tuple[Argumen, Argumen]:
    return {"unit": _loket("dik").unit.uid}, {"unit": _loket("kes").unit.uid}


@benda("antrean:loket")
def _atur() -> tuple[Argumen, Argumen]:
    a, b = _loket("dik"), _loket("kes")
    return {"unit": a.unit.uid, "uid": a.uid}, {"unit": b.unit.uid, "uid": b.uid}


@benda("antrean_ambil", "antrean_layar")
def _ambil() -> tuple[Argumen, Argumen]:
    return {"unit": _loket("dik").unit.kode}, {"unit": _loket("kes").unit.kode}


@benda("antrean_karcis", "antrean_batal")
def _karcis() -> tuple[Argumen, Argumen]:
    def satu(kode: str) -> Argumen:
        _loket(kode)
        return {"uid": service.ambil(TAMU, unit=kode, kunci=uuid.uuid4()).uid}

    return satu("dik"), satu("kes")
