"""Pintu tulis meja surat: nomor, tanda tangan basah, petikan dan salinan, dan mencoba lagi yang gagal."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import BinaryIO
from uuid import UUID

from django.utils.translation import gettext as _

from kasuari.dasar.akun.izin import pastikan
from kasuari.dasar.dokumen import basah, nomor, surat
from kasuari.dasar.dokumen.models import PindaianSurat, Surat
from kasuari.dasar.inti.galat import MasukanSalah, TidakAda
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.pengenal import uuid7
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.jejak.pintu import Hasil, pintu
from kasuari.dasar.ketentuan import selectors as ketentuan
from kasuari.dasar.organisasi.models import Unit
from kasuari.situs.surat.selectors import pindaian, satu

CADANGAN_MAKS = 200  # sekali sisih; kewajaran ketikan
PETIKAN_MAKS = 2000


def _boleh(pelaku: Pelaku, izin: str, uid: UUID) -> Surat:
    s = satu(pelaku, uid)
    pastikan(pelaku, izin, s)
    return s


@pintu("surat.cadangkan")
def cadangkan(pelaku: Pelaku, *, seri: str, unit: UUID, banyak: int, kunci: UUID) -> Hasil:
    """Menyisihkan `banyak` nomor seri ini bagi satu unit. Hasil: {"dari", "sampai"}. Galat: `MasukanSalah`."""
    pastikan(pelaku, "surat.nomor")
    if seri not in ketentuan.buku(hari_ini()).tabel("surat_pola_nomor"):
        raise MasukanSalah(_("Pilih seri yang sudah punya pola nomor."), "seri")
    if not 1 <= banyak <= CADANGAN_MAKS:
        raise MasukanSalah(_("Sisihkan 1 sampai %(n)s nomor sekaligus.") % {"n": CADANGAN_MAKS}, "banyak")
    if not Unit.objects.filter(uid=unit).exists():
        raise MasukanSalah(_("Pilih unit yang memakai nomornya."), "unit")
    hasil = nomor.cadangkan(pelaku, seri, unit, banyak)
    return Hasil(unit, {"dari": hasil[0], "sampai": hasil[-1]})


@pintu("surat.kembalikan_nomor")
def kembalikan_nomor(pelaku: Pelaku, *, seri: str, tahun: int, ke: int, alasan: str, kunci: UUID) -> Hasil:
    """Satu nomor yang disisihkan dinyatakan tidak jadi dipakai. Galat: `MasukanSalah`."""
    pastikan(pelaku, "surat.nomor")
    nomor.batalkan_cadangan(pelaku, seri, tahun, ke, alasan)
    return Hasil()


@pintu("surat.isi_nomor")
def isi_nomor(
    pelaku: Pelaku, *, uid: UUID, teks: str = "", cadangan: int | None = None, kunci: UUID
) -> Hasil:
    """Nomor dari kantor pencatat, atau nomor `cadangan`; surat elektronik yang menunggunya langsung diserahkan."""
    s = _boleh(pelaku, "surat.nomor", uid)
    if cadangan is not None:
        nomor.tukar_cadangan(pelaku, s, cadangan, ketentuan.buku(s.tanggal))
    else:
        nomor.isi_pencatat(pelaku, s, teks)
    surat.serahkan(uid)
    return Hasil(uid)


@pintu("surat.sisipkan")
def sisipkan(pelaku: Pelaku, *, uid: UUID, sesudah: int, tanggal: date, alasan: str, kunci: UUID) -> Hasil:
    """Surat yang belum ditandatangani menjadi sisipan nomor lain. Hasil: {"nomor"}."""
    s = _boleh(pelaku, "surat.nomor", uid)
    nomor.sisipkan(pelaku, s, sesudah, tanggal, alasan, ketentuan.buku(tanggal))
    surat.serahkan(uid)
    s.refresh_from_db()
    return Hasil(uid, {"nomor": s.nomor_teks or f"{s.nomor}.{s.sisip}"})


@pintu("surat.alihkan_basah")
def alihkan_basah(pelaku: Pelaku, *, uid: UUID, alasan: str, kunci: UUID) -> Hasil:
    basah.alihkan(pelaku, _boleh(pelaku, "surat.basah", uid), alasan)
    return Hasil(uid)


@pintu("surat.unggah_pindaian")
def unggah_pindaian(pelaku: Pelaku, *, uid: UUID, berkas: BinaryIO, kunci: UUID) -> Hasil:
    return Hasil(basah.unggah(pelaku, _boleh(pelaku, "surat.basah", uid), berkas).id)


def _menunggu(pelaku: Pelaku, uid: UUID) -> PindaianSurat:
    p = pindaian(pelaku, uid)
    if p is None:
        raise TidakAda(_("Surat ini tidak punya pindaian."))
    pastikan(pelaku, "surat.sahkan", p.surat)
    return p


@pintu("surat.sahkan_pindaian")
def sahkan_pindaian(pelaku: Pelaku, *, uid: UUID, kunci: UUID) -> Hasil:
    """Orang kedua mengesahkan pindaian surat `uid`. Galat: `TidakBoleh` (pengunggahnya), `BedaVersi` (sudah diputus)."""
    basah.sahkan(pelaku, _menunggu(pelaku, uid))
    return Hasil(uid)


@pintu("surat.kembalikan_pindaian")
def kembalikan_pindaian(pelaku: Pelaku, *, uid: UUID, alasan: str, kunci: UUID) -> Hasil:
    basah.kembalikan(pelaku, _menunggu(pelaku, uid), alasan)
    return Hasil(uid)


@pintu("surat.turunkan")
def turunkan(
    pelaku: Pelaku, *, uid: UUID, bentuk: str, baris: Sequence[int], tembusan: Sequence[str],
    penandatangan: Mapping[str, str], kunci: UUID,
) -> Hasil:  # fmt: skip
    """Petikan tiap `baris` (nomor lampiran dari 1; kosong: keputusan tanpa lampiran) atau satu salinan.

    Hasil: uid kelompoknya. Galat: `MasukanSalah` menyebut barisnya.
    """
    s = _boleh(pelaku, "surat.turunkan", uid)
    kelompok = uuid7()
    if bentuk == "salinan":
        surat.salinan(pelaku, s, tembusan, penandatangan=penandatangan, kelompok=kelompok)
    elif len(baris) > PETIKAN_MAKS:
        raise MasukanSalah(_("Paling banyak %(n)s petikan sekaligus.") % {"n": PETIKAN_MAKS}, "baris")
    else:
        for b in baris or (None,):
            surat.petikan(
                pelaku, s, None if b is None else b - 1, penandatangan=penandatangan, unit=s.unit_id, kelompok=kelompok
            )  # fmt: skip
    return Hasil(kelompok)


@pintu("surat.ulang")
def ulang(pelaku: Pelaku, *, kelompok: UUID, kunci: UUID) -> Hasil:
    """Mencoba lagi tanda tangan yang gagal di satu kelompok. Hasil: {"banyak"}."""
    pastikan(pelaku, "surat.ulang")
    return Hasil(kelompok, {"banyak": surat.ulangi(pelaku, kelompok)})
