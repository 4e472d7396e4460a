"""Susunan NIP PNS, NI PPPK, dan NIK: memeriksa dan membaca, tidak pernah menebak.

NIP PNS 18 angka: lahir YYYYMMDD, TMT CPNS YYYYMM, jenis kelamin (1 L, 2 P), nomor urut 3.
NI PPPK 18 angka: lahir 8, tahun pengangkatan 4, kode 2 (di atas 12, maka bukan bulan), jenis kelamin, urut 3.
NIK 16 angka: wilayah 6, DDMMYY (perempuan: hari + 40), urut 4; tidak berubah saat pindah.
Dasar: Perka BKN 22/2007 (NIP); UU 23/2006 jo. 24/2013 (NIK).
"""

from dataclasses import dataclass
from datetime import date

from .galat import GalatAturan

_JK = {"1": "L", "2": "P"}
PROVINSI_TERENDAH = 11  # kode wilayah terkecil (Aceh); di bawahnya bukan kode provinsi


class IdentitasTidakSah(GalatAturan):
    """Nomor induk tidak mungkin benar. `kode` untuk mesin, `pesan` untuk orang, `kolom` letaknya."""

    def __init__(self, kode: str, pesan: str, kolom: str) -> None:
        super().__init__(pesan)
        self.kode, self.pesan, self.kolom = kode, pesan, kolom


@dataclass(frozen=True, slots=True)
class Nip:
    """NIP yang sudah dibaca. PNS berisi `tmt_cpns` ('YYYY-MM'); PPPK berisi `tahun` dan `kode`."""

    nip: str
    jenis: str  # 'PNS' | 'PPPK'
    lahir: date
    jk: str  # 'L' | 'P'
    urut: str
    tmt_cpns: str | None = None
    tahun: int | None = None
    kode: str | None = None


@dataclass(frozen=True, slots=True)
class Nik:
    """NIK yang sudah dibaca. Abad lahir tidak ada di NIK, maka tahun tetap dua angka."""

    nik: str
    wilayah: str
    hari: int
    bulan: int
    tahun2: int
    jk: str
    urut: str

    def cocok_lahir(self, lahir: date) -> bool:
        """Apakah tanggal lahir lain (mis. dari NIP) sejalan dengan NIK ini."""
        return (self.hari, self.bulan, self.tahun2) == (lahir.day, lahir.month, lahir.year % 100)


def _angka(teks: str, panjang: int, kolom: str, nama: str) -> str:
    bersih = "".join(str(teks).split())
    if not (bersih.isascii() and bersih.isdigit()):
        raise IdentitasTidakSah(
            "bukan_angka", f"{nama} hanya boleh angka. Salin lagi dari dokumen asli sebagai teks.", kolom
        )
    if len(bersih) != panjang:
        raise IdentitasTidakSah(
            "panjang", f"{nama} harus {panjang} angka, tertulis {len(bersih)}. Periksa dokumen asli.", kolom
        )
    return bersih


def _tanggal(tahun: int, bulan: int, hari: int) -> date | None:
    try:
        return date(tahun, bulan, hari)
    except ValueError:
        return None


def urai_nip(teks: str, kolom: str = "nip") -> Nip:
    """Baca NIP PNS atau NI PPPK; spasi diabaikan.

    Galat `IdentitasTidakSah` dengan kode `bukan_angka`, `panjang`, `tanggal_lahir` (8 angka pertama bukan
    tanggal), `tanggal` (TMT bukan bulan yang mungkin), `jenis_kelamin` (angka ke-15 bukan 1 atau 2),
    `serial` (nomor urut 000).
    """
    nip = _angka(teks, 18, kolom, "NIP")
    lahir = _tanggal(int(nip[:4]), int(nip[4:6]), int(nip[6:8]))
    if lahir is None:
        raise IdentitasTidakSah("tanggal_lahir", "Delapan angka pertama NIP bukan tanggal lahir.", kolom)
    tahun, kode = int(nip[8:12]), nip[12:14]
    if tahun <= lahir.year or kode == "00":
        raise IdentitasTidakSah("tanggal", "Angka ke-9 sampai ke-14 NIP bukan TMT yang mungkin.", kolom)
    if nip[14] not in _JK:
        raise IdentitasTidakSah("jenis_kelamin", "Angka ke-15 NIP harus 1 (L) atau 2 (P).", kolom)
    if nip[15:] == "000":
        raise IdentitasTidakSah("serial", "Tiga angka terakhir NIP tidak boleh 000.", kolom)
    jk, urut = _JK[nip[14]], nip[15:]
    if int(kode) <= 12:
        return Nip(nip, "PNS", lahir, jk, urut, tmt_cpns=f"{tahun:04d}-{kode}")
    return Nip(nip, "PPPK", lahir, jk, urut, tahun=tahun, kode=kode)


def urai_nik(teks: str, kolom: str = "nik") -> Nik:
    """Baca NIK; spasi diabaikan.

    Galat `IdentitasTidakSah` dengan kode `bukan_angka`, `panjang`, `wilayah` (kode provinsi, kabupaten/kota,
    atau kecamatan mustahil), `tanggal`, `serial` (nomor urut 0000). Pesan tidak memuat nomornya.
    """
    nik = _angka(teks, 16, kolom, "NIK")
    if int(prov := nik[:2]) < PROVINSI_TERENDAH or "00" in (prov, nik[2:4], nik[4:6]):
        raise IdentitasTidakSah("wilayah", "Enam angka pertama NIK bukan kode wilayah yang mungkin.", kolom)
    hari, bulan, tahun2 = int(nik[6:8]), int(nik[8:10]), int(nik[10:12])
    jk = "P" if hari > 40 else "L"
    hari -= 40 if jk == "P" else 0
    # abad tidak tertulis: sah bila ada pada salah satu abad (29 Februari 00 hanya ada pada 2000)
    if not any(_tanggal(abad + tahun2, bulan, hari) for abad in (1900, 2000)):
        raise IdentitasTidakSah("tanggal", "Angka ke-7 sampai ke-12 NIK bukan tanggal lahir.", kolom)
    if nik[12:] == "0000":
        raise IdentitasTidakSah("serial", "Empat angka terakhir NIK tidak boleh 0000.", kolom)
    return Nik(nik, nik[:6], hari, bulan, tahun2, jk, nik[12:])
