"""Melimpahkan wewenang sendiri untuk masa tertentu (Plt, Plh, mandat), dan mengakhirinya. Tidak berantai."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from kasuari.dasar.akun import peristiwa
from kasuari.dasar.akun.izin import pastikan
from kasuari.dasar.akun.models import Akun, Hibah
from kasuari.dasar.akun.pelaku import boleh_dilimpahkan
from kasuari.dasar.inti.galat import MasukanSalah, TidakAda
from kasuari.dasar.inti.pelaku import Hibah as HibahPelaku
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.waktu import hari_ini, sekarang
from kasuari.dasar.jejak.pintu import Hasil, pintu
from kasuari.dasar.jejak.service import catat

Pemeriksa = Callable[[str, date, date], None]
PEMERIKSA: list[Pemeriksa] = []


def daftarkan_pemeriksa(f: Pemeriksa) -> None:
    """Mendaftarkan pemeriksa lama pelimpahan (sumber, mulai, sampai); ruang ini tidak mengenal buku ketentuan daerah."""
    PEMERIKSA.append(f)


@dataclass(frozen=True)
class Rencana:
    """Pelimpahan yang sah dan siap dikirim."""

    asal: HibahPelaku
    wakil: Akun


def periksa_pelimpahan(
    pelaku: Pelaku, *, hibah_id: int, kepada: UUID, mulai: date, sampai: date, sumber: str
) -> Rencana:
    """Memeriksa tanpa menulis, untuk halaman periksa jawaban. `sampai` tidak termasuk."""
    asal = next((h for h in pelaku.hibah if h.id == hibah_id and h.id), None)
    if asal is None or asal.atas_nama_orang is not None:
        raise TidakAda(_("Wewenang itu bukan milik Anda, atau Anda sendiri hanya mewakili."))
    if not boleh_dilimpahkan(asal.peran):
        raise MasukanSalah(_("Wewenang peran ini tidak dapat dilimpahkan."), "wewenang")
    if sumber not in {"plt", "plh", "mandat"}:
        raise MasukanSalah(_("Pilih Plt, Plh, atau mandat."), "sumber")
    if sampai <= mulai:
        raise MasukanSalah(_("Tanggal selesai harus sesudah tanggal mulai. Ubah salah satunya."), "sampai")
    if mulai < hari_ini():
        raise MasukanSalah(
            _("Pelimpahan tidak dapat berlaku surut. Mulai hari ini atau sesudahnya."), "mulai"
        )
    for periksa in PEMERIKSA:
        periksa(sumber, mulai, sampai)
    wakil = Akun.objects.select_related("orang").filter(uid=kepada, aktif=True).first()
    if wakil is None or wakil.uid == pelaku.akun:
        raise MasukanSalah(_("Pilih pegawai lain yang akunnya aktif."), "kepada")
    kembar = Hibah.objects.filter(
        akun=wakil, atas_nama_hibah_id=asal.id, dicabut=None, mulai__lt=sampai, sampai__gt=mulai
    )
    if kembar.exists():
        raise MasukanSalah(
            _("Wewenang ini sudah Anda limpahkan kepadanya pada masa itu. Akhiri dulu bila ingin mengubahnya."), "mulai"
        )  # fmt: skip
    return Rencana(asal, wakil)


@pintu("akun.limpahkan")
def limpahkan(
    pelaku: Pelaku, *, hibah_id: int, kepada: UUID, mulai: date, sampai: date, sumber: str, kunci: UUID
) -> Hasil:
    """Melimpahkan satu hibah sendiri kepada akun lain (Plt, Plh, mandat) untuk masa tertentu; tidak berantai."""
    r = periksa_pelimpahan(
        pelaku, hibah_id=hibah_id, kepada=kepada, mulai=mulai, sampai=sampai, sumber=sumber
    )
    id_ = catat(
        peristiwa.DELEGASI, pelaku, ("hibah", r.wakil.uid), subjek=[r.wakil.orang.uid],
        sesudah={"peran": r.asal.peran, "mulai": mulai, "sampai": sampai, "sebagai": sumber},
    )  # fmt: skip
    Hibah.objects.create(
        akun=r.wakil, peran=r.asal.peran, unit_id=r.asal.unit_id, mulai=mulai, sampai=sampai, sumber=sumber,
        atas_nama_hibah_id=r.asal.id, jejak_id=id_,
    )  # fmt: skip
    return Hasil(r.wakil.uid)


@pintu("akun.akhiri_pelimpahan")
def akhiri_pelimpahan(pelaku: Pelaku, *, hibah_id: int, kunci: UUID) -> Hasil:
    """Mengakhiri pelimpahan sekarang juga: oleh yang melimpahkan atau yang menerima."""
    pastikan(pelaku, "akun.diri")
    h = Hibah.objects.select_related("akun__orang", "atas_nama_hibah__akun").filter(
        id=hibah_id, dicabut=None, atas_nama_hibah__isnull=False
    ).first()  # fmt: skip
    asal = h.atas_nama_hibah if h else None
    if h is None or asal is None or pelaku.akun not in {h.akun.uid, asal.akun.uid}:
        raise TidakAda(_("Pelimpahan itu tidak ada atau sudah berakhir."))
    Hibah.objects.filter(id=h.id).update(dicabut=sekarang())
    catat(
        peristiwa.DELEGASI_AKHIR, pelaku, ("hibah", h.akun.uid), subjek=[h.akun.orang.uid],
        sebelum={"peran": h.peran, "sampai": h.sampai},
    )  # fmt: skip
    return Hasil(h.akun.uid)
