"""Buku saldo cuti tahunan: tahun demi tahun, dengan sisa N-1 dan N-2, dan yang hangus.

Yang lama dipakai lebih dulu: sisa N-2, lalu N-1, lalu hak tahun itu. Yang diajukan tetapi belum diputus dipesan, supaya
dua permohonan tidak memakai hari yang sama. Dasar: PP 11/2017 jo. PP 17/2020; Peraturan BKN 24/2017 jo. 7/2021.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ..buku import Buku
from ..galat import tolak
from ..masa_kerja import TAHUN_TERBANYAK
from ..rumus import hitung
from .susunan import SUSUNAN


@dataclass(frozen=True, slots=True)
class TahunCuti:
    """Yang terjadi pada satu tahun, dalam hari kerja. `berhak` False: belum genap masa kerjanya.

    `bersama`: hari cuti bersama yang dipakai bertugas karena jabatannya.
    """

    tahun: int
    terpakai: int = 0
    dipesan: int = 0
    ditangguhkan: bool = False
    cuti_besar: bool = False
    berhak: bool = True
    bersama: int = 0


@dataclass(frozen=True, slots=True)
class BarisSaldo:
    """Saldo satu tahun (hari kerja). `hangus` = sisa hak tahun lalu yang tidak terbawa ke tahun ini.

    `lebih` = hari terpakai dan dipesan di atas jatahnya; sisanya nol, dan tidak mengurangi tahun lain. `bersama` =
    tambahan karena bertugas saat cuti bersama: dipakai lebih dulu, dan tidak terbawa.
    """

    tahun: int
    hak: int
    terbawa_n1: int
    terbawa_n2: int
    terpakai: int
    dipesan: int
    sisa: int
    hangus: int
    lebih: int = 0
    cuti_besar: bool = False
    bersama: int = 0

    @property
    def jatah(self) -> int:
        """Yang dapat dipakai tahun itu."""
        return self.hak + self.terbawa_n1 + self.terbawa_n2 + self.bersama


def saldo_cuti(
    tahun: Iterable[TahunCuti], buku: Callable[[int], Buku], status: str = "PNS", *, longgar: bool = False
) -> list[BarisSaldo]:
    """Saldo setiap tahun, urut. `buku(tahun)` = aturan tahun itu. Urutan masukan tidak berpengaruh.

    `longgar`: catatan yang sudah terlanjur melebihi jatah ditampilkan sebagai `lebih`, bukan ditolak.
    Galat: `MasukanTidakSah` (tahun ganda atau terlewat, angka negatif, pemakaian melebihi jatah).
    """
    urut = sorted(tahun, key=lambda t: t.tahun)
    _periksa(urut)
    hasil: list[BarisSaldo] = []
    milik: list[tuple[TahunCuti, int]] = []  # (tahun, sisa hak tahun itu sendiri)
    for i, t in enumerate(urut):
        baris, sisa_sendiri = _satu_tahun(t, milik, buku(t.tahun), status, None if longgar else i)
        hasil.append(baris)
        milik.append((t, sisa_sendiri))
    return hasil


def _satu_tahun(
    t: TahunCuti, milik: list[tuple[TahunCuti, int]], buku: Buku, status: str, letak: int | None
) -> tuple[BarisSaldo, int]:
    (n1, sisa_n1), (n2, sisa_n2) = (milik[-k] if len(milik) >= k else (None, 0) for k in (1, 2))
    utuh = n1 is not None and n2 is not None and _utuh(n1) and _utuh(n2)
    masukan = {
        "status": status,
        # berhak atau tidak sudah diputuskan pencatat; masa kerja di sini tidak menentukan lagi
        "masa_kerja": TAHUN_TERBANYAK,
        "terus_menerus": t.berhak,
        "cuti_besar": t.cuti_besar,
        "sisa_n1": sisa_n1,
        "sisa_n2": sisa_n2,  # dibaca rumusnya hanya bila dua tahun utuh
        "dua_tahun_utuh": utuh,
        "ditangguhkan": n1 is not None and n1.ditangguhkan,
        "terpakai": t.terpakai,
        "dipesan": t.dipesan,
        "bersama_bertugas": t.bersama,
    }
    ingin = ("hak_tahunan", "sisa_terbawa", "tambahan_bersama", "jatah_tahunan", "sisa_tahunan")
    kolom = hitung(SUSUNAN, {k: [v] for k, v in masukan.items()}, buku, ingin)
    hak, terbawa, tambahan, jatah, sisa = (int(kolom[k][0]) for k in ingin)
    if sisa < 0 and letak is not None:
        pesan = f"tahun {t.tahun}: {t.terpakai} hari terpakai dan {t.dipesan} dipesan melebihi jatah {jatah}"
        raise tolak("terpakai", pesan, [f"paling banyak {jatah} hari"], letak)
    if jatah == 0:
        hak, terbawa, tambahan = 0, 0, 0
    batas = int(buku.tabel("cuti_terbawa_satu_tahun")[status]) if utuh else terbawa
    dari_n1 = min(terbawa, sisa_n1, batas)
    sisa_sendiri = max(0, hak - max(0, t.terpakai + t.dipesan - terbawa - tambahan))
    hangus = sisa_n1 - dari_n1
    baris = BarisSaldo(
        t.tahun, hak, dari_n1, terbawa - dari_n1, t.terpakai, t.dipesan, max(0, sisa), hangus, max(0, -sisa), t.cuti_besar, tambahan
    )  # fmt: skip
    return baris, sisa_sendiri


def _utuh(t: TahunCuti) -> bool:
    """Hak tahun itu ada dan tidak dipakai sama sekali."""
    return t.berhak and not t.cuti_besar and t.terpakai == 0 and t.dipesan == 0


def _periksa(urut: list[TahunCuti]) -> None:
    for i, t in enumerate(urut):
        if i and t.tahun != urut[i - 1].tahun + 1:
            apa = "ganda" if t.tahun == urut[i - 1].tahun else "terlewat"
            raise tolak("tahun", f"tahun {apa} sekitar {t.tahun}", ["tahun berurutan tanpa ulangan"], i)
        if min(t.terpakai, t.dipesan, t.bersama) < 0:
            raise tolak("terpakai", f"tahun {t.tahun} berisi hari negatif", ["0 ke atas"], i)
