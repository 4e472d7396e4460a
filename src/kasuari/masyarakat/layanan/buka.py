"""Membuka permohonan tanpa akun: kode ditambah tanggal lahir atau nomor HP menjadi satu kunci bertanda, berumur pendek.

Pintu tulis warga memeriksa kunci itu sendiri; layar hanya menyimpannya di sesi.
"""

from datetime import date
from uuid import UUID

from django.core.signing import BadSignature, TimestampSigner
from django.utils.translation import gettext as _

from kasuari.dasar.akun import laju
from kasuari.dasar.inti.galat import MasukanSalah, TidakAda
from kasuari.masyarakat.layanan import isian, selectors
from kasuari.masyarakat.layanan.models import Permohonan

UMUR = 2 * 3600  # detik; di HP bersama yang lupa ditutup, kuncinya mati sendiri


def _tanda() -> TimestampSigner:
    return TimestampSigner(salt="layanan.buka")


def kunci(p: Permohonan) -> str:
    """Kunci bagi yang baru memulai, atau sudah menyebut tanggal lahir atau nomor HP-nya."""
    return _tanda().sign(str(p.id))


def hidup(kunci_: str) -> str:
    """Id permohonan yang dibuka kunci ini; kosong bila palsu atau sudah mati."""
    try:
        return _tanda().unsign(kunci_, max_age=UMUR)
    except BadSignature:
        return ""


def terbuka(uid: UUID, kunci_: str) -> bool:
    return hidup(kunci_) == str(uid)


def pastikan(uid: UUID, kunci_: str) -> Permohonan:
    """Permohonan itu bila kuncinya sah. Galat: `TidakAda` (tidak dibedakan dari tidak ada)."""
    if not terbuka(uid, kunci_):
        raise TidakAda(_("Permohonan ini tidak ada, atau perlu dibuka lagi dengan kode dan tanggal lahir."))
    return selectors.ambil(uid)


def buka(tulisan: str, lahir: date | None, telepon: str, alamat: str) -> Permohonan:
    """Permohonan yang cocok. Tiap kegagalan dihitung per kode dan per alamat; galatnya satu kalimat yang sama."""
    p = selectors.menurut_kode(tulisan)
    nomor = laju.ambil("layanan_buka", p.kode) if p else laju.ambil("layanan_kode", alamat)
    if p is None or p.dilupakan is not None or not isian.cocok(p, lahir, telepon):
        raise MasukanSalah(
            _("Kode, tanggal lahir, atau nomor HP-nya tidak cocok. Periksa lagi seperti waktu mengisi."),
            "kode",
        )
    laju.lepas(nomor)
    return p
