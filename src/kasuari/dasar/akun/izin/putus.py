"""Memutuskan izin. `boleh` dan `saring` membaca aturan yang sama; uji sifat menjaga keduanya sepakat."""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple, TypeVar

from django.db import models
from django.db.models import Q, QuerySet

from kasuari.dasar.akun.izin.daftar import ATURAN, JANGKAUAN, Aturan, Lingkup
from kasuari.dasar.inti.galat import TidakAda, TidakBoleh
from kasuari.dasar.inti.pelaku import Hibah, Pelaku
from kasuari.dasar.organisasi.models import UnitLeluhur

M = TypeVar("M", bound=models.Model)
# Diisi `alur` saat start: (pelaku, benda) -> ada tunggu terbuka; dan Q penyaringnya.
PEMERIKSA_TUGAS: list[Callable[[Pelaku, Any], bool]] = []


class Putusan(NamedTuple):
    ya: bool
    aturan: Aturan | None = None
    hibah: Hibah | None = None
    alasan: str = ""
    perlu_sudo: bool = False


def _berlaku(pelaku: Pelaku, izin: str) -> Iterator[tuple[Aturan, Hibah]]:
    for aturan in ATURAN.get(izin, ()):
        for hibah in pelaku.hibah:
            if hibah.peran == aturan.peran and (hibah.boleh_izin is None or izin in hibah.boleh_izin):
                yield aturan, hibah


def _nilai(objek: Any, jalur: str) -> Any:
    for bagian in jalur.split("__"):
        if objek is None:
            return None
        objek = getattr(objek, bagian)
    return objek


def _terjangkau(aturan: Aturan, hibah: Hibah, pelaku: Pelaku, objek: Any) -> bool:
    if objek is None or (aturan.lingkup is Lingkup.SEMUA and hibah.unit_id is None):
        return True
    jangkau = JANGKAUAN.get(type(objek))
    if jangkau is None:
        raise TypeError(f"Jangkauan {type(objek).__name__} belum didaftarkan.")
    if aturan.lingkup is Lingkup.TUGAS:
        return any(periksa(pelaku, objek) for periksa in PEMERIKSA_TUGAS)
    if aturan.lingkup is Lingkup.DIRI:
        return (
            bool(jangkau.orang) and pelaku.orang is not None and _nilai(objek, jangkau.orang) == pelaku.orang
        )
    if not jangkau.unit:
        return False
    unit = _nilai(objek, jangkau.unit)
    if hibah.unit_id is None:
        return True
    if aturan.lingkup is Lingkup.UNIT:
        return unit == hibah.unit_id
    return unit is not None and UnitLeluhur.objects.filter(leluhur_id=hibah.unit_id, unit_id=unit).exists()


def boleh(pelaku: Pelaku, izin: str, objek: Any = None) -> Putusan:
    """Bolehkah pelaku melakukan `izin` atas `objek` (None: di mana pun)? Sistem selalu boleh."""
    if pelaku.sistem:
        return Putusan(True, alasan="sistem")
    sudo: Putusan | None = None
    for aturan, hibah in _berlaku(pelaku, izin):
        if _terjangkau(aturan, hibah, pelaku, objek):
            if not aturan.sudo or pelaku.sudo:
                return Putusan(True, aturan, hibah)
            sudo = Putusan(
                False, aturan, hibah, "Tindakan ini meminta sandi Anda sekali lagi.", perlu_sudo=True
            )
    return sudo or Putusan(False, alasan=f"Tidak ada peran dengan izin {izin} di sini.")


def pastikan(pelaku: Pelaku, izin: str, objek: Any = None, *, lihat: str = "") -> Putusan:
    """Putusan ya, atau galat: TidakAda bila bendanya pun tak terjangkau (`lihat`), selain itu TidakBoleh."""
    putusan = boleh(pelaku, izin, objek)
    if putusan.ya:
        return putusan
    if lihat and objek is not None and not boleh(pelaku, lihat, objek).ya:
        raise TidakAda("Halaman atau data ini tidak ada.")
    raise TidakBoleh(
        putusan.alasan if putusan.perlu_sudo
        else "Anda belum punya izin untuk tindakan ini. Minta izin kepada admin sistem atau BKPSDM.",
        perlu_sudo=putusan.perlu_sudo,
    )  # fmt: skip


def saring(pelaku: Pelaku, izin: str, qs: "QuerySet[M]") -> "QuerySet[M]":
    """Hanya baris yang boleh; satu syarat SQL, berapa pun hibahnya.

    Izin `sudo` tanpa sandi yang baru: kosong, sepakat dengan `boleh`; layarnya memanggil `pastikan` lebih dulu.
    """
    if pelaku.sistem:
        return qs
    jangkau = JANGKAUAN[qs.model]
    syarat = Q()
    unit: set[int] = set()
    pohon: set[int] = set()
    ada = False
    for aturan, hibah in _berlaku(pelaku, izin):
        if aturan.sudo and not pelaku.sudo:
            continue
        if aturan.lingkup is Lingkup.DIRI:
            if jangkau.orang and pelaku.orang:
                syarat |= Q(**{jangkau.orang: pelaku.orang})
                ada = True
        elif aturan.lingkup is Lingkup.TUGAS:
            continue  # daftar tugas datang dari alur, bukan dari penyaringan umum
        elif hibah.unit_id is None and (jangkau.unit or aturan.lingkup is Lingkup.SEMUA):
            return qs
        elif jangkau.unit:
            (unit if aturan.lingkup is Lingkup.UNIT else pohon).add(hibah.unit_id)  # type: ignore[arg-type]
            ada = True
    if unit:
        syarat |= Q(**{f"{jangkau.unit}__in": unit})
    if pohon:
        bawah = UnitLeluhur.objects.filter(leluhur_id__in=pohon).values("unit_id")
        syarat |= Q(**{f"{jangkau.unit}__in": bawah})
    return qs.filter(syarat) if ada else qs.none()
