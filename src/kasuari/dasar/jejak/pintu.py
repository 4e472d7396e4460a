"""Pintu tulis: satu tindakan bisnis = satu transaksi, aman dikirim dua kali dengan kunci yang sama."""

import functools
import hashlib
import inspect
import uuid
from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar

from django.db import IntegrityError, models, transaction

from kasuari.dasar.inti.galat import KunciDipakai
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.waktu import sekarang
from kasuari.dasar.jejak.kanonik import sidik_isi
from kasuari.dasar.jejak.models import KunciAksi


class Hasil(NamedTuple):
    """Hasil satu pintu: UUID benda yang terjadi dan data JSON seperlunya. Yang tersimpan = yang kembali."""

    uid: uuid.UUID | None = None
    data: dict[str, Any] = {}
    ulang: bool = False


F = TypeVar("F", bound=Callable[..., Hasil])
DAFTAR: dict[str, Callable[..., Hasil]] = {}


def pintu(kode: str) -> Callable[[F], F]:
    """Menghias fungsi `def f(pelaku, *, ..., kunci: UUID) -> Hasil` menjadi pintu tulis.

    Kunci dan isian sama: hasil tersimpan kembali (`ulang=True`), tidak ada yang dikerjakan lagi.
    Kunci sama dengan isian lain: KunciDipakai. Semuanya dalam satu transaksi; galat membatalkan semua.
    """

    def hias(fungsi: F) -> F:
        tanda = inspect.signature(fungsi)

        @functools.wraps(fungsi)
        def jalan(pelaku: Pelaku, *, kunci: uuid.UUID, **isian: Any) -> Hasil:
            tanda.bind(pelaku, kunci=kunci, **isian)
            sidik = sidik_isi({"pelaku": pelaku.akun, "isian": {k: _polos(v) for k, v in isian.items()}})
            try:
                with transaction.atomic():
                    if (lama := KunciAksi.objects.filter(kunci=kunci).first()) is not None:
                        return _ulang(lama, kode, sidik)
                    # Kunci disisipkan dahulu: pengirim kembar menunggu di sini, lalu membaca hasilnya.
                    baris = KunciAksi(
                        kunci=kunci, pelaku=pelaku.akun, jenis=kode, sidik_masukan=sidik, dibuat=sekarang()
                    )
                    try:
                        with transaction.atomic():
                            baris.save(force_insert=True)
                    except IntegrityError:
                        raise _Kembar from None
                    hasil = fungsi(pelaku, kunci=kunci, **isian)
                    simpan = {"uid": str(hasil.uid) if hasil.uid else None, "data": hasil.data}
                    KunciAksi.objects.filter(kunci=kunci).update(hasil=simpan)
                    return hasil
            except _Kembar:
                return _ulang(KunciAksi.objects.get(kunci=kunci), kode, sidik)

        if kode in DAFTAR:
            raise ValueError(f"Pintu '{kode}' didaftarkan dua kali.")
        DAFTAR[kode] = jalan
        return jalan  # type: ignore[return-value]

    return hias


class _Kembar(Exception):
    """Pengirim lain dengan kunci yang sama sudah lebih dulu selesai."""


def _ulang(lama: KunciAksi, kode: str, sidik: bytes) -> Hasil:
    if lama.jenis != kode or bytes(lama.sidik_masukan) != sidik:
        raise KunciDipakai(
            "Isian ini sudah pernah dikirim dengan isi yang berbeda. Muat ulang halaman, lalu kirim lagi."
        )
    h = lama.hasil or {}
    return Hasil(uuid.UUID(h["uid"]) if h.get("uid") else None, h.get("data", {}), ulang=True)


def _polos(nilai: Any) -> Any:
    """Isian menjadi bentuk yang dapat disidik; berkas diwakili sidik isinya."""
    if isinstance(nilai, models.Model):
        return [nilai._meta.label, str(nilai.pk)]
    if hasattr(nilai, "read"):
        nilai.seek(0)
        h = hashlib.file_digest(nilai, "sha256").hexdigest()
        nilai.seek(0)
        return h
    if isinstance(nilai, dict):
        return {str(k): _polos(v) for k, v in nilai.items()}
    if isinstance(nilai, list | tuple):
        return [_polos(v) for v in nilai]
    if hasattr(nilai, "__dataclass_fields__"):
        return {k: _polos(getattr(nilai, k)) for k in nilai.__dataclass_fields__}
    return nilai
