"""Mengubah identitas pegawai menurut bukti: nama, gelar, kelahiran, agama, e-mail, dan NIK yang belum ada.

Identitas tidak bergaris waktu; perubahannya peristiwa, dan nilai lamanya disimpan pemanggil supaya dapat dikembalikan.
"""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from kasuari.aparatur.pegawai import kini, peristiwa
from kasuari.aparatur.pegawai.models import Pegawai
from kasuari.dasar.inti.galat import MasukanSalah
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.sandi import dekripsi, enkripsi, indeks_buta
from kasuari.dasar.jejak.service import catat
from kasuari.dasar.orang.models import Orang
from kasuari.dasar.orang.service import ubah_orang

DI_ORANG = ("nama", "gelar_depan", "gelar_belakang", "email")
DI_PEGAWAI = ("tempat_lahir", "lahir", "agama", "nik")
KOLOM = (*DI_ORANG, *DI_PEGAWAI)
_NAMA = re.compile(r"(?:[^\W\d_]|[ .,'’‘`-])+")


def kurang_nama(nama: str) -> list[str]:
    """Kenapa tulisan itu bukan nama orang; kosong bila wajar."""
    if not nama.strip():
        return [_("Nama tidak boleh kosong.")]
    if not any(h.isalpha() for h in nama):
        return [_("Nama harus memuat huruf.")]
    if not _NAMA.fullmatch(nama):
        return [_("Nama hanya berisi huruf, spasi, titik, koma, petik, dan garis hubung.")]
    return []


def baca(p: Pegawai) -> dict[str, str]:
    """Nilai tiap kolom kini sebagai tulisan; hari sebagai 'YYYY-MM-DD', NIK terang."""
    isi = {k: getattr(p.orang, k) for k in DI_ORANG}
    isi |= {"tempat_lahir": p.tempat_lahir, "lahir": p.lahir.isoformat(), "agama": p.agama}
    isi["nik"] = dekripsi(p.nik, "nik").decode() if p.nik else ""
    return isi


def ubah(pelaku: Pelaku, p: Pegawai, isi: Mapping[str, str]) -> dict[str, str]:
    """Mengubah kolom-kolom itu di dalam transaksi pemanggil yang sudah memeriksa izinnya. Hasil: nilai lamanya.

    Galat: `MasukanSalah` bila kolomnya tidak dikenal, NIK sudah dipakai pegawai lain, atau namanya kosong.
    """
    if asing := set(isi) - set(KOLOM):
        raise MasukanSalah(
            _("Data '%(k)s' tidak ada di identitas pegawai.") % {"k": ", ".join(sorted(asing))}
        )
    if not isi.get("nama", "-").strip():
        raise MasukanSalah(_("Nama tidak boleh kosong."), "nama")
    p.orang = Orang.objects.select_for_update().get(id=p.orang_id)
    sekarang = baca(p)
    lama = {k: sekarang[k] for k in isi}
    if orang := {k: v for k, v in isi.items() if k in DI_ORANG}:
        ubah_orang(pelaku, p.orang, **orang)
    if milik := {k: v for k, v in isi.items() if k in DI_PEGAWAI}:
        _simpan(p, milik)
        # Agama, kelahiran, dan NIK tidak ditulis di jejak; nilai lamanya ada pada usulannya, tersandi.
        catat(peristiwa.IDENTITAS, pelaku, ("pegawai", p.uid), sesudah={"kolom": sorted(milik)}, subjek=[p.orang.uid])  # fmt: skip
    kini.tulis([p.id])
    return lama


def _simpan(p: Pegawai, isi: Mapping[str, str]) -> None:
    kolom: dict[str, Any] = {k: v for k, v in isi.items() if k in ("tempat_lahir", "agama")}
    if "lahir" in isi:
        kolom["lahir"] = date.fromisoformat(isi["lahir"])
    if "nik" in isi:
        nik = isi["nik"]
        buta = indeks_buta(nik, "nik") if nik else None
        if nik and Pegawai.objects.filter(nik_buta=buta).exclude(id=p.id).exists():
            raise MasukanSalah(_("NIK ini sudah tercatat pada pegawai lain. Periksa KTP-nya."), "nik")
        kolom |= {"nik": enkripsi(nik.encode(), "nik") if nik else None, "nik_buta": buta}
    for k, v in kolom.items():
        setattr(p, k, v)
    p.save(update_fields=list(kolom))


def kembalikan(pelaku: Pelaku, p: Pegawai, lama: Mapping[str, str], baru: Mapping[str, str]) -> None:
    """Mengembalikan nilai lama. Galat: `MasukanSalah` bila sudah diubah lagi sesudahnya."""
    p.orang = Orang.objects.select_for_update().get(id=p.orang_id)
    sekarang = baca(p)
    if any(sekarang[k] != v for k, v in baru.items()):
        raise MasukanSalah(_("Data ini sudah diubah lagi sesudahnya. Kembalikan perubahan itu lebih dulu."))
    ubah(pelaku, p, lama)
