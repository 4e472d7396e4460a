"""Kalender kerja sebuah unit: hari mana yang bekerja, dan mengapa hari lain tidak.

Libur nasional dan cuti bersama dibaca dari parameter `libur_TAHUN`; pekan 5 atau 6 hari dan libur daerah adalah
masukan. Tahun tanpa daftar menghentikan hitungan, sebab tanpa daftar hari kerja tidak dapat diketahui.
"""

from collections.abc import Mapping
from datetime import date
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from .. import hari as hitung_hari
from ..buku import INGATAN, SUMBER, Buku, Versi
from ..galat import MasukanTidakSah, ParameterTidakAda, tolak
from ..masukan import Kolom, dari_hari, ke_hari

NAMA_HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
PEKAN = (5, 6)
AWALAN_LIBUR = "libur_"
NASIONAL, BERSAMA = "nasional", "bersama"  # awal kunci sel parameter libur_TAHUN


class TahunTanpaLibur(ParameterTidakAda):
    """Daftar hari libur sebuah tahun belum ada, maka hari kerjanya tidak dapat dihitung."""

    def __init__(self, tahun: int) -> None:
        self.tahun = tahun
        super().__init__(
            f"Daftar hari libur {tahun} belum ada, maka hari kerja tahun itu belum dapat dihitung. "
            "Tambahkan daftarnya lebih dulu."
        )


class Kalender:
    """Hari kerja menurut buku. `libur` (tanggal -> nama) menggantikan seluruh daftar resmi bila disebut.

    `cuti_bersama` False: cuti bersama terhitung hari kerja, bila hukum menguranginya dari cuti tahunan.
    Galat: `MasukanTidakSah` (pekan bukan 5 atau 6), `TahunTanpaLibur`.
    """

    def __init__(
        self,
        buku: Buku,
        pekan: int = 5,
        libur_daerah: Mapping[date, str] | None = None,
        libur: Mapping[date, str] | None = None,
        cuti_bersama: bool = True,
    ) -> None:
        if pekan not in PEKAN:
            raise tolak("pekan", f"pekan {pekan} hari kerja", [str(p) for p in PEKAN])
        self.buku, self.pekan, self.cuti_bersama = buku, pekan, cuti_bersama
        self.libur_daerah = dict(libur_daerah or {})
        self.libur = None if libur is None else dict(libur)
        self._resmi: dict[int, Mapping[date, str]] = {}

    @cached_property
    def akhir_pekan(self) -> tuple[str, ...]:
        """Nama hari yang libur setiap pekan."""
        return tuple(self.buku.tabel("tenggat_akhir_pekan")[str(self.pekan)])

    def versi_libur(self, tahun: int) -> Versi | None:
        """Daftar libur resmi setahun; None bila daftar resmi tidak dipakai. Galat: `TahunTanpaLibur`."""
        if self.libur is not None:
            return None
        try:
            return self.buku.versi(f"{AWALAN_LIBUR}{tahun}")
        except ParameterTidakAda:
            raise TahunTanpaLibur(tahun) from None

    def libur_tahun(self, tahun: int) -> Mapping[date, str]:
        """Semua libur bertanggal setahun: tanggal -> nama. Galat: `TahunTanpaLibur`."""
        if tahun not in self._resmi:
            versi = self.versi_libur(tahun)
            resmi = self.libur or {}
            if versi is not None:
                resmi = {
                    date.fromisoformat(kunci.removeprefix(f"{jenis}.")): str(nama)
                    for jenis in (NASIONAL, BERSAMA)[: 1 + self.cuti_bersama]
                    for kunci, nama in versi.nilai.items()
                    if kunci.startswith(jenis)
                }
            self._resmi[tahun] = {**self.libur_daerah, **resmi}
        return self._resmi[tahun]

    def alasan(self, hari: date) -> str | None:
        """Mengapa hari itu bukan hari kerja: 'Sabtu', 'Minggu', atau nama liburnya. None: hari kerja."""
        nama = NAMA_HARI[hari.weekday()]
        return nama if nama in self.akhir_pekan else self.libur_tahun(hari.year).get(hari)

    def keyakinan(self, mulai: date, sampai: date) -> str:
        """'ingatan' bila salah satu daftar libur antara dua tanggal itu, atau pekannya, belum pasti."""
        versi = [v for t in range(mulai.year, sampai.year + 1) if (v := self.versi_libur(t)) is not None]
        pekan = self.buku.versi("tenggat_akhir_pekan").yakin(str(self.pekan))
        return INGATAN if INGATAN in (pekan, *(v.yakin() for v in versi)) else SUMBER

    def dasar(self, mulai: date, sampai: date) -> list[str]:
        """Dasar daftar libur setiap tahun antara dua tanggal itu."""
        versi = (self.versi_libur(t) for t in range(mulai.year, sampai.year + 1))
        return [v.dasar for v in versi if v is not None]

    def _bekerja(self, tahun_awal: int, tahun_akhir: int) -> tuple[int, NDArray[np.bool_]]:
        """(hari pertama larik, hari kerja atau bukan) untuk tahun-tahun penuh itu."""
        awal, akhir = ke_hari(date(tahun_awal, 1, 1)), ke_hari(date(tahun_akhir, 12, 31))
        hari = np.arange(awal, akhir + 1)
        libur_mingguan = [NAMA_HARI.index(n) for n in self.akhir_pekan]
        kerja = ~np.isin((hari + 3) % 7, libur_mingguan)  # 1 Januari 1970 hari Kamis
        for tahun in range(tahun_awal, tahun_akhir + 1):
            letak = [ke_hari(h) - awal for h in self.libur_tahun(tahun) if h.year == tahun]
            kerja[letak] = False
        return awal, kerja

    def hari_kerja_ke(self, mulai: Kolom, ke: Kolom, baris: Kolom | None = None) -> Kolom:
        """Hari kerja ke-`ke` (1 ke atas) sesudah tiap tanggal; hari mulai sendiri tidak dihitung.

        Galat: `MasukanTidakSah` menyebut baris yang hitungannya memerlukan tahun tanpa daftar libur; `baris` = nomor
        baris aslinya bila kolom ini bagian dari kolom yang lebih panjang.
        """
        baris = np.arange(len(mulai)) if baris is None else baris
        hasil, tahun = np.zeros_like(mulai), hitung_hari.tahun(mulai)
        # tahun demi tahun: baris di tahun lain tidak boleh menentukan tahun mana yang perlu daftar
        for t in np.unique(tahun):
            pilih = tahun == t
            hasil[pilih] = self._ke_sejak(int(t), mulai[pilih], ke[pilih], baris[pilih])
        return hasil

    def _ke_sejak(self, tahun: int, mulai: Kolom, ke: Kolom, baris: Kolom) -> Kolom:
        """`hari_kerja_ke` bagi tanggal-tanggal di satu tahun."""
        akhir, belum = tahun, np.ones(len(mulai), dtype=bool)
        while True:
            try:
                awal, kerja = self._bekerja(tahun, akhir)
            except TahunTanpaLibur as sebab:
                raise self._tanpa_daftar(sebab, int(baris[belum][0])) from None
            jumlah = np.cumsum(kerja)
            sasaran = jumlah[mulai - awal] + ke
            belum = sasaran > jumlah[-1]
            if not belum.any():
                return awal + np.searchsorted(jumlah, sasaran, side="left").astype(np.int64)
            akhir += 1

    def banyak_hari_kerja(self, mulai: Kolom, sampai: Kolom, baris: Kolom | None = None) -> Kolom:
        """Hari kerja dari `mulai` sampai `sampai`, keduanya dihitung; 0 bila terbalik. Galat: `MasukanTidakSah`."""
        baris = np.arange(len(mulai)) if baris is None else baris
        ujung = np.maximum(mulai, sampai)
        tahun = np.stack([hitung_hari.tahun(mulai), hitung_hari.tahun(ujung)], axis=1)
        hasil = np.zeros_like(mulai)
        for dari, ke in np.unique(tahun, axis=0).tolist():
            pilih = (tahun == (dari, ke)).all(axis=1)
            try:
                awal, kerja = self._bekerja(dari, ke)
            except TahunTanpaLibur as sebab:
                raise self._tanpa_daftar(sebab, int(baris[pilih][0])) from None
            jumlah = np.concatenate([[0], np.cumsum(kerja)])
            hasil[pilih] = jumlah[ujung[pilih] - awal + 1] - jumlah[mulai[pilih] - awal]
        return np.where(sampai < mulai, 0, hasil)

    def _tanpa_daftar(self, sebab: TahunTanpaLibur, baris: int) -> MasukanTidakSah:
        ada = sorted(k.removeprefix(AWALAN_LIBUR) for k in self.buku.isi if k.startswith(AWALAN_LIBUR))
        return tolak("mulai", str(sebab).rstrip("."), [f"hari di tahun {tahun}" for tahun in ada], baris)


def daftar_libur(hari: Mapping[date, str] | list[date]) -> dict[date, str]:
    """Daftar tanggal libur menjadi tanggal -> nama; tanpa nama dipakai 'Libur'."""
    return dict(hari) if isinstance(hari, Mapping) else dict.fromkeys(hari, "Libur")


def tanggal_kolom(hari: date) -> Kolom:
    """Kolom sepanjang satu dari sebuah tanggal."""
    return np.array([ke_hari(hari)], dtype=np.int64)


def satu_tanggal(kolom: Kolom) -> date:
    """Tanggal dari kolom sepanjang satu."""
    return dari_hari(int(kolom[0]))
