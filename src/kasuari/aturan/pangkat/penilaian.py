"""Kapan saya naik pangkat, apa yang kurang: satu orang, satu jenis kenaikan, setiap syarat dengan pasalnya."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from ..angka_kredit import cukup_pangkat, kebutuhan_pangkat, kelebihan_pangkat
from ..buku import Buku
from ..galat import tolak
from ..rumus import Langkah, Susunan, jelaskan
from . import syarat as s
from . import waktu as w
from .bidang import BIDANG

# jenis -> (golongan yang dituju, TMT paling awal, syarat-syaratnya)
JALUR: Mapping[str, tuple[str, str, tuple[str, ...]]] = MappingProxyType(
    {
        "reguler": (
            "golongan_berikut",
            "tmt_reguler",
            (
                *("syarat_masa_reguler", "syarat_predikat", "syarat_puncak_ijazah"),
                *("syarat_atasan", "syarat_ujian_dinas"),
            ),
        ),
        "struktural": (
            "golongan_berikut",
            "tmt_struktural",
            ("syarat_masa_struktural", "syarat_predikat", "syarat_rentang_eselon", "syarat_ujian_dinas"),
        ),
        "fungsional": (
            "golongan_berikut",
            "tmt_fungsional",
            ("syarat_masa_fungsional", "syarat_predikat", "syarat_angka_kredit", "syarat_jenjang"),
        ),
        "ijazah": (
            "golongan_ijazah",
            "tmt_ijazah",
            (
                *("syarat_masa_ijazah", "syarat_predikat", "syarat_ijazah_lebih_tinggi"),
                *("syarat_ujian_ijazah", "syarat_tugas_ijazah"),
            ),
        ),
    }
)

SUSUNAN = Susunan(
    "pangkat",
    BIDANG,
    (
        w.golongan_berikut,
        w.genap_reguler,
        w.genap_struktural,
        w.genap_fungsional,
        w.genap_ijazah,
        w.tmt_reguler,
        w.tmt_struktural,
        w.tmt_fungsional,
        w.tmt_ijazah,
        w.periode_tepat,
        w.golongan_ijazah,
        w.mkg_sesudah_naik,
        kebutuhan_pangkat,
        kelebihan_pangkat,
        cukup_pangkat,
        s.syarat_masa_reguler,
        s.syarat_masa_struktural,
        s.syarat_masa_fungsional,
        s.syarat_masa_ijazah,
        s.syarat_predikat,
        s.syarat_puncak_ijazah,
        s.syarat_atasan,
        s.syarat_ujian_dinas,
        s.syarat_rentang_eselon,
        s.syarat_angka_kredit,
        s.syarat_jenjang,
        s.syarat_ijazah_lebih_tinggi,
        s.syarat_ujian_ijazah,
        s.syarat_tugas_ijazah,
    ),
)


@dataclass(frozen=True, slots=True)
class Syarat:
    """Satu syarat: namanya, terpenuhi atau tidak, angka yang menentukannya, dan pasalnya."""

    kode: str
    nama: str
    terpenuhi: bool
    keadaan: Mapping[str, Any]
    dasar: str
    keyakinan: str


@dataclass(frozen=True, slots=True)
class PenilaianPangkat:
    """`tmt` = paling awal dari segi waktu; `boleh` bila semua syarat terpenuhi pada tanggal yang ditanyakan."""

    jenis: str
    golongan_baru: str | None
    tmt: date
    syarat: tuple[Syarat, ...]
    jejak: tuple[Langkah, ...]

    @property
    def kurang(self) -> tuple[Syarat, ...]:
        """Daftar syarat yang belum terpenuhi."""
        return tuple(x for x in self.syarat if not x.terpenuhi)

    @property
    def boleh(self) -> bool:
        """Apakah semua syarat terpenuhi."""
        return not self.kurang


def nilai_pangkat(jenis: str, orang: Mapping[str, Any], buku: Buku) -> PenilaianPangkat:
    """Nilai kenaikan pangkat `jenis` (`JALUR`) bagi satu orang; `orang` = bidang `BIDANG` yang diperlukannya.

    `per_tanggal` = tanggal yang ditanyakan (TMT yang diusulkan). Bukan keputusan: yang menetapkan pertek BKN dan SK.
    Galat: `MasukanTidakSah` dengan semua kolom yang kurang atau salah.
    """
    golongan, tmt, daftar = _jalur(jenis)
    jejak = jelaskan(SUSUNAN, orang, buku, (golongan, tmt, *daftar))
    menurut = {x.langkah: x for x in jejak}
    return PenilaianPangkat(
        jenis,
        menurut[golongan].nilai,
        date.fromisoformat(menurut[tmt].nilai),
        tuple(_syarat(menurut[kode]) for kode in daftar),
        tuple(jejak),
    )


def bidang_jalur(jenis: str) -> tuple[str, ...]:
    """Kolom yang dipakai `nilai_pangkat` untuk jenis itu, urut seperti `BIDANG`; untuk menyusun formulirnya."""
    golongan, tmt, daftar = _jalur(jenis)
    perlu = SUSUNAN.bidang_perlu(SUSUNAN.urutan((golongan, tmt, *daftar)))
    return tuple(nama for nama in BIDANG if nama in perlu)


def _jalur(jenis: str) -> tuple[str, str, tuple[str, ...]]:
    if jenis not in JALUR:
        raise tolak("jenis", f"jenis kenaikan pangkat '{jenis}' tidak dikenal", JALUR)
    return JALUR[jenis]


def _syarat(langkah: Langkah) -> Syarat:
    return Syarat(
        langkah.langkah,
        langkah.nama,
        langkah.nilai == s.TERPENUHI[1],
        langkah.masukan,
        langkah.dasar,
        langkah.keyakinan,
    )
