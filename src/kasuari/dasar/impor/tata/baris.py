"""Mengenali baris yang bukan data: kosong, jumlah, sela, nomor kolom, kepala berulang, dan kaki tabel."""

import re
from collections.abc import Sequence

from ..baca.tabel import Sel
from ..nilai.nip import mirip_nip

_JUMLAH = re.compile(
    r"\s*(?:jumlah|total|grand total|sub\s*-?\s*(?:total|jumlah)|jml|rata\s*-?\s*rata|rerata)\b", re.I
)
_TEMPAT_TANGGAL = re.compile(
    r"\s*[^\W\d][\w .'\-]{2,40},\s*(?:tanggal\s*)?[\d.…_ ]{0,12}\s*[A-Za-z]{3,10}\s*(?:\d{4}|20[.…_ ]*)\s*$"
)
_TANDA_TANGAN = re.compile(
    r"\s*(?:mengetahui|menyetujui|disetujui|ditetapkan|dibuat oleh|yang membuat|kepala|plt|plh|a\.?\s?n\.?\b|an\.|"
    r"sekretaris|wali\s?kota|bupati|gubernur|camat|lurah|direktur|pembina|penata|nip\b|ttd|\(.*\)$)",
    re.I,
)
_KELOMPOK = re.compile(
    r"\s*(?:gol(?:ongan)?\b|eselon|unit\b|opd\b|dinas|badan|bagian|bidang|kelurahan|distrik|kecamatan|sekolah|s[dm][an]?\b|"
    r"smp|smk|tk\b|puskesmas|rsud|sekretariat|inspektorat|kantor|satuan|pns\b|cpns\b|pppk\b|jabatan|struktural|"
    r"fungsional|pelaksana|[ivx]{1,4}[.)]|[a-z][.)])",
    re.I,
)


def isi(baris: Sequence[Sel]) -> list[tuple[int, str]]:
    """(kolom, teks) yang tidak kosong."""
    return [(k, s.teks.strip()) for k, s in enumerate(baris) if s.teks.strip()]


def baris_jumlah(baris: Sequence[Sel]) -> bool:
    """'JUMLAH', 'TOTAL JP' dan sejenisnya, tanpa NIP di baris itu."""
    terisi = isi(baris)
    return any(_JUMLAH.match(t) for _, t in terisi) and not any(mirip_nip(t) for _, t in terisi)


def nomor_kolom(baris: Sequence[Sel]) -> bool:
    """1, 2, 3, ... atau (1), (2), (3), ... berurutan, paling sedikit tiga."""
    angka = [t.strip("()[]. ") for _, t in isi(baris)]
    if len(angka) < 3:
        return False
    urut = [str(n) for n in range(1, len(angka) + 1)]
    return angka == urut or (
        len(angka) >= 4 and sum(a == b for a, b in zip(angka, urut, strict=True)) >= len(angka) - 1
    )


def ulang_kepala(baris: Sequence[Sel], kepala: Sequence[Sequence[Sel]]) -> bool:
    """Apakah baris ini salinan salah satu baris kepala (halaman kedua)."""
    terisi = isi(baris)
    if len(terisi) < 2:
        return False
    for k in kepala:
        sama = sum(_polos(t) == _polos(k[i].teks) for i, t in terisi)
        if sama * 10 >= len(terisi) * 7:
            return True
    return False


def _polos(teks: str) -> str:
    return " ".join(teks.casefold().split())


def baris_sela(baris: Sequence[Sel], kolom_nama: int | None) -> bool:
    """Satu sel saja yang terisi dan bukan awal data orang: judul kelompok di tengah tabel."""
    terisi = isi(baris)
    unik = {t for _, t in terisi}
    if len(unik) != 1 or any(mirip_nip(t) for t in unik):
        return False
    kolom, teks = terisi[0]
    if _KELOMPOK.match(teks):
        return True
    return kolom != kolom_nama and not re.fullmatch(r"[\d.\s]+", teks)


def awal_tanda_tangan(baris: Sequence[Sel]) -> bool:
    return (
        any(_TEMPAT_TANGGAL.match(t) or _TANDA_TANGAN.match(t) for _, t in isi(baris))
        and len(isi(baris)) <= 3
    )


def lanjut_tanda_tangan(baris: Sequence[Sel]) -> bool:
    """Baris sesudah tempat dan tanggal yang memastikan ini blok tanda tangan, bukan catatan."""
    return any(_TANDA_TANGAN.match(t) for _, t in isi(baris))
