"""Jenis-jenis riwayat: model, kolom isi, dan pemeriksa barisnya. Satu daftar dipakai service, impor, dan layar."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import models

from kasuari.aparatur.pegawai import models as m
from kasuari.aturan.angka_kredit import AK_TERBANYAK, JENJANG, SKALA
from kasuari.aturan.golongan import KODE_GOLONGAN
from kasuari.dasar.inti.galat import MasukanSalah

TINGKAT_PENDIDIKAN = ("SD", "SMP", "SLTA", "D1", "D2", "D3", "D4", "S1", "S2", "S3")
KONTRAK_TERBANYAK, UPAH_TERBANYAK = 60, 99_999_999  # batas kewarasan masukan
PREDIKAT = ("Sangat Baik", "Baik", "Butuh Perbaikan", "Kurang", "Sangat Kurang")


@dataclass(frozen=True)
class Jenis:
    """Satu jenis riwayat. `rentang`: punya tanggal akhir. `kelas`: kelas rahasia seluruh isinya.

    `berakhir`: tanggal akhirnya wajib ada. `kolom_inti`: kolom berkelas upah di jenis yang selainnya terbuka.
    """

    kode: str
    nama: str
    nama_en: str
    model: type[models.Model]
    kolom: tuple[str, ...]
    periksa: Callable[[Mapping[str, Any]], None]
    rentang: bool = True
    kelas: str = ""
    berakhir: bool = False
    kolom_inti: tuple[str, ...] = ()


@dataclass(frozen=True)
class BarisRiwayat:
    """Satu fakta untuk satu pegawai (UUID). `sampai` tidak termasuk; kosong = masih berlaku."""

    pegawai: UUID
    mulai: date
    isi: Mapping[str, Any]
    sampai: date | None = None
    nihil: bool = False
    sk_nomor: str = ""
    sk_tanggal: date | None = None
    lampiran: UUID | None = None
    surat: UUID | None = None  # surat keputusan yang menulisnya
    asal: Mapping[str, Any] = field(default_factory=dict)


def _pilihan(kolom: str, boleh: tuple[str, ...]) -> Callable[[Mapping[str, Any]], None]:
    def periksa(isi: Mapping[str, Any]) -> None:
        if isi.get(kolom) not in boleh:
            raise MasukanSalah(f"{kolom} '{isi.get(kolom)}' tidak dikenal. Pilih: {', '.join(boleh)}.", kolom)

    return periksa


def _periksa_golongan(isi: Mapping[str, Any]) -> None:
    if isi.get("golongan") not in KODE_GOLONGAN:
        raise MasukanSalah(
            f"Golongan '{isi.get('golongan')}' tidak dikenal. Tulis misalnya III/a atau IX.", "golongan"
        )
    _periksa_masa_kerja(isi)


def _periksa_masa_kerja(isi: Mapping[str, Any]) -> None:
    if not 0 <= isi.get("mk_tahun", 0) <= 60 or not 0 <= isi.get("mk_bulan", 0) <= 11:
        raise MasukanSalah("Masa kerja tidak masuk akal: tahun 0 sampai 60, bulan 0 sampai 11.", "mk_tahun")


def _periksa_kgb(isi: Mapping[str, Any]) -> None:
    if not isinstance(isi.get("gaji_pokok"), int) or isi["gaji_pokok"] <= 0:
        raise MasukanSalah("Gaji pokok harus rupiah penuh lebih dari nol.", "gaji_pokok")
    _periksa_masa_kerja(isi)


def _periksa_pak(isi: Mapping[str, Any]) -> None:
    ak = isi.get("ak")
    wajar = isinstance(ak, Decimal) and ak.is_finite() and 0 <= ak <= AK_TERBANYAK // SKALA
    if not wajar or ak != round(ak, 2):  # type: ignore[arg-type]
        raise MasukanSalah(
            f"Angka kredit harus 0 sampai {AK_TERBANYAK // SKALA}, paling banyak dua desimal.", "ak"
        )
    _pilihan("jenjang", tuple(JENJANG))(isi)


def _periksa_diklat(isi: Mapping[str, Any]) -> None:
    _pilihan("jenis", tuple(m.RiwayatDiklat.Jenis.values))(isi)
    if not isi.get("nama"):
        raise MasukanSalah("Nama pelatihan kosong.", "nama")
    if not isinstance(isi.get("jp"), int) or isi["jp"] <= 0:
        raise MasukanSalah("Jam pelajaran (JP) harus lebih dari nol.", "jp")


def _periksa_kontrak(isi: Mapping[str, Any]) -> None:
    _pilihan("jenis", tuple(m.RiwayatKontrak.Jenis.values))(isi)
    if not str(isi.get("nomor", "")).strip():
        raise MasukanSalah("Nomor perjanjian kerja kosong.", "nomor")
    if not isinstance(isi.get("ke"), int) or not 1 <= isi["ke"] <= KONTRAK_TERBANYAK:
        raise MasukanSalah(f"Perjanjian ke- harus 1 sampai {KONTRAK_TERBANYAK}.", "ke")
    upah = isi.get("upah")
    if upah is not None and (
        not isinstance(upah, int) or isinstance(upah, bool) or not 0 < upah <= UPAH_TERBANYAK
    ):
        raise MasukanSalah("Upah harus rupiah penuh lebih dari nol, atau kosong.", "upah")


def _periksa_surat_izin(isi: Mapping[str, Any]) -> None:
    _pilihan("jenis", tuple(m.RiwayatSuratIzin.Jenis.values))(isi)
    for kolom, nama in (("nomor", "Nomor surat"), ("penerbit", "Penerbit surat")):
        if not str(isi.get(kolom, "")).strip():
            raise MasukanSalah(f"{nama} kosong. Isi seperti di suratnya.", kolom)


def _bebas(isi: Mapping[str, Any]) -> None:
    """Tidak ada syarat di luar yang dijaga basis data."""


_MK = ("mk_tahun", "mk_bulan")
DAFTAR: dict[str, Jenis] = {
    j.kode: j
    for j in (
        Jenis("status", "Status dan kedudukan", "Status", m.RiwayatStatus, ("jenis", "kedudukan", "sebab"),
              _pilihan("jenis", tuple(m.JenisAsn.values)), rentang=False),
        Jenis("golongan", "Golongan", "Grade", m.RiwayatGolongan, ("golongan", *_MK, "jenis_kp"), _periksa_golongan,
              rentang=False),
        Jenis("kgb", "Kenaikan gaji berkala", "Periodic raises", m.RiwayatKgb, ("gaji_pokok", *_MK), _periksa_kgb,
              rentang=False, kelas="upah"),
        Jenis("pak", "Angka kredit (PAK)", "Credit points", m.RiwayatPak, ("ak", "jenjang"), _periksa_pak, rentang=False),
        Jenis("pendidikan", "Pendidikan", "Education", m.RiwayatPendidikan,
              ("tingkat", "jurusan", "lembaga", "tahun_lulus"), _pilihan("tingkat", TINGKAT_PENDIDIKAN)),
        Jenis("diklat", "Pelatihan dan kursus", "Training", m.RiwayatDiklat,
              ("nama", "jenis", "jenjang", "jp", "penyelenggara", "sertifikat"), _periksa_diklat),
        Jenis("skp", "Kinerja (SKP)", "Performance rating", m.RiwayatSkp, ("tahun", "predikat", "nilai"),
              _pilihan("predikat", PREDIKAT)),
        Jenis("hukuman", "Hukuman disiplin", "Disciplinary penalties", m.RiwayatHukuman, ("tingkat", "jenis"),
              _pilihan("tingkat", ("ringan", "sedang", "berat")), kelas="disiplin"),
        Jenis("penghargaan", "Penghargaan", "Awards", m.RiwayatPenghargaan, ("kode", "nama"), _bebas),
        Jenis("cuti", "Cuti", "Leave", m.RiwayatCuti, ("jenis", "hari"), _bebas, kelas="kesehatan"),
        Jenis("keluarga", "Keluarga", "Family", m.RiwayatKeluarga, ("hubungan", "nama", "lahir", "tertanggung"),
              _pilihan("hubungan", tuple(m.RiwayatKeluarga.Hubungan.values)), kelas="keluarga"),
        Jenis("kontrak", "Perjanjian kerja", "Work agreements", m.RiwayatKontrak, ("nomor", "ke", "jenis", "upah"),
              _periksa_kontrak, berakhir=True, kolom_inti=("upah",)),
        Jenis("surat_izin", "STR, SIP, dan surat berjangka", "Licences and dated papers", m.RiwayatSuratIzin,
              ("jenis", "nomor", "penerbit", "keterangan"), _periksa_surat_izin),
    )
}  # fmt: skip


def jenis(kode: str) -> Jenis:
    if kode not in DAFTAR:
        raise MasukanSalah(f"Jenis riwayat '{kode}' tidak ada. Pilih: {', '.join(DAFTAR)}.", "jenis")
    return DAFTAR[kode]
