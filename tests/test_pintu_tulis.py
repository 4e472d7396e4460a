"""Yang menjaga data adalah service, bukan layar: setiap pintu tulis menolak pelaku tanpa wewenang."""

import dataclasses
import enum
import importlib.util
import inspect
import io
import types
import typing
import uuid
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal

import pytest
from django.apps import apps

from kasuari.dasar.inti.galat import TidakAda, TidakBoleh
from kasuari.dasar.inti.pelaku import TAMU, Pelaku
from kasuari.dasar.inti.waktu import hari_ini, sekarang
from kasuari.dasar.jejak.pintu import DAFTAR

pytestmark = pytest.mark.django_db
for aplikasi in apps.get_app_configs():  # supaya DAFTAR lengkap sebelum dibaca
    if aplikasi.name.startswith("kasuari.") and importlib.util.find_spec(f"{aplikasi.name}.service"):
        importlib.import_module(f"{aplikasi.name}.service")
POLOS = {
    uuid.UUID: uuid.uuid4, str: lambda: "x", int: lambda: 1, bool: lambda: True, date: hari_ini, datetime: sekarang,
    Decimal: lambda: Decimal(1), float: lambda: 1.0, bytes: lambda: b"x", typing.Any: lambda: "x", object: lambda: "x",
}  # fmt: skip

# Isian yang harus dikenal sebelum izinnya dapat diputuskan: "pintu.argumen".
NILAI = {
    **{f"pegawai.{p}_riwayat.kode": "diklat" for p in ("catat", "batalkan", "koreksi")},
    "impor.unggah.subjek": "pegawai",
}


def buat(jenis):
    """Nilai sembarang yang sah bentuknya menurut anotasi."""
    if jenis in POLOS:
        return POLOS[jenis]()
    asal, isi = typing.get_origin(jenis), typing.get_args(jenis)
    if asal in (typing.Union, types.UnionType):
        return buat(next(j for j in isi if j is not type(None)))
    if asal is typing.Literal:
        return isi[0]
    if asal is tuple:
        return tuple(buat(j) for j in isi if j is not Ellipsis)
    if inspect.isclass(asal) and issubclass(asal, Mapping):
        return {buat(isi[0]): buat(isi[1])}
    if inspect.isclass(asal) and issubclass(asal, Sequence | set | frozenset):
        return [buat(isi[0])]
    if jenis in (dict, list, tuple):
        return jenis()
    if inspect.isclass(jenis) and issubclass(jenis, enum.Enum):
        return next(iter(jenis))
    if jenis in (typing.BinaryIO, io.BytesIO):
        return io.BytesIO(b"x")
    if inspect.isclass(jenis) and (dataclasses.is_dataclass(jenis) or hasattr(jenis, "_fields")):
        return _rekam(jenis)
    if inspect.isclass(jenis) and hasattr(jenis, "_meta"):
        return jenis._default_manager.first() or jenis()
    raise TypeError(f"Belum tahu membuat {jenis}; tambahkan di tests/test_pintu_tulis.py.")


def _rekam(jenis):
    petunjuk = typing.get_type_hints(jenis)
    wajib = [
        n for n, p in inspect.signature(jenis).parameters.items() if p.default is inspect.Parameter.empty
    ]
    return jenis(**{n: buat(petunjuk[n]) for n in wajib})


def _argumen(kode, fungsi):
    petunjuk = typing.get_type_hints(fungsi)
    nama = [n for n in list(inspect.signature(fungsi).parameters)[1:] if n != "kunci"]
    return {n: NILAI.get(f"{kode}.{n}") or buat(petunjuk[n]) for n in nama}


@pytest.mark.parametrize(
    "pelaku", [TAMU, Pelaku(akun=uuid.uuid4(), orang=uuid.uuid4())], ids=["tamu", "tanpa peran"]
)
@pytest.mark.parametrize("kode", sorted(DAFTAR))
def test_pintu_tulis_menolak_pelaku_tanpa_wewenang(kode, pelaku):
    pintu = DAFTAR[kode]
    with pytest.raises((TidakBoleh, TidakAda)):
        pintu(pelaku, **_argumen(kode, inspect.unwrap(pintu)), kunci=uuid.uuid4())
