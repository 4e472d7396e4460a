"""Kode permohonan yang dapat dibaca lewat telepon: 'SRG-7K4M-2', tanpa 0 O 1 I L, huruf akhir pemeriksa."""

import re
import secrets

from kasuari.dasar.akun.kode import ABJAD
from kasuari.dasar.dokumen.kode_sah import pemeriksa
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.ketentuan import selectors as ketentuan
from kasuari.masyarakat.layanan.models import Permohonan

PENDEK, PANJANG = 4, 8
_COBA = 4  # kali per panjang; makin penuh ruang kodenya, makin panjang kode baru


def awalan() -> str:
    return str(ketentuan.buku(hari_ini()).nilai("layanan_awalan_kode"))


def tulis(awal: str, isi: str) -> str:
    return f"{awal}-{isi}-{pemeriksa(isi)}"


def baru() -> str:
    """Kode yang belum dipakai; empat huruf selama ruangnya masih lapang."""
    awal = awalan()
    for panjang in range(PENDEK, PANJANG + 1):
        for _ in range(_COBA):
            kode = tulis(awal, "".join(secrets.choice(ABJAD) for _ in range(panjang)))
            if not Permohonan.objects.filter(kode=kode).exists():
                return kode
    raise RuntimeError("Ruang kode permohonan penuh.")


def rapikan(tulisan: str) -> str | None:
    """Kode baku dari ketikan orang (spasi, huruf kecil, tanpa awalan), atau None bila salah ketik."""
    awal, isi = awalan(), re.sub(r"[^A-Z0-9]", "", tulisan.upper()[:40])
    for badan in (isi.removeprefix(awal), isi):
        sah = PENDEK < len(badan) <= PANJANG + 1 and all(h in ABJAD for h in badan)
        if sah and pemeriksa(badan[:-1]) == badan[-1]:
            return tulis(awal, badan[:-1])
    return None
