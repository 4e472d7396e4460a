"""Membuat akun dan memberi atau mencabut peran. Akun diaktifkan dengan surat atau e-mail, bukan di sini."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from kasuari.dasar.akun import peristiwa
from kasuari.dasar.akun.izin import pastikan
from kasuari.dasar.akun.izin.daftar import PERAN, nama_peran
from kasuari.dasar.akun.models import Akun, Hibah, Sumber
from kasuari.dasar.inti.galat import MasukanSalah, TidakAda
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.pengenal import uuid7
from kasuari.dasar.inti.waktu import sekarang
from kasuari.dasar.jejak.pintu import Hasil, pintu
from kasuari.dasar.jejak.service import catat
from kasuari.dasar.orang.models import Orang


@dataclass(frozen=True)
class BarisAkun:
    orang: UUID
    nomor: str
    email: str | None = None
    contoh: bool = False


@dataclass(frozen=True)
class BarisHibah:
    """Peran atas unit (id; None = seluruh daerah) dari `mulai` sampai `sampai` (tidak termasuk)."""

    akun: UUID
    peran: str
    unit_id: int | None
    mulai: date
    sampai: date | None = None
    sumber: str = "penunjukan"


@pintu("akun.buat")
def buat_akun(pelaku: Pelaku, *, baris: Sequence[BarisAkun], kunci: UUID) -> Hasil:
    """Membuat akun belum aktif bagi orang yang belum punya; yang sudah punya dilewati."""
    pastikan(pelaku, "akun.buat")
    orang = {o.uid: o for o in Orang.objects.filter(uid__in=[b.orang for b in baris], akun=None)}
    baru = [b for b in baris if b.orang in orang]
    akun = Akun.objects.bulk_create(
        [
            Akun(uid=uuid7(), orang=orang[b.orang], nomor=b.nomor, email=b.email or None, contoh=b.contoh,
                 password="!", dibuat=sekarang())
            for b in baru
        ],
        batch_size=500,
    )  # fmt: skip
    if akun:
        catat(
            peristiwa.DIBUAT,
            pelaku,
            ("akun", None),
            sesudah={"banyak": len(akun)},
            subjek=[b.orang for b in baru],
        )
    return Hasil(data={"dibuat": len(akun)})


@pintu("akun.beri_peran")
def beri_peran(pelaku: Pelaku, *, baris: Sequence[BarisHibah], kunci: UUID) -> Hasil:
    """Memberi peran bertanggal. Tidak kepada diri sendiri; peran peka lewat `usulkan_peran` (orang kedua)."""
    pastikan(pelaku, "akun.peran")
    akun = {a.uid: a for a in Akun.objects.select_related("orang").filter(uid__in=[b.akun for b in baris])}
    for b in baris:
        if b.akun not in akun:
            raise TidakAda("Akun itu tidak ada.")
        if b.peran not in PERAN:
            raise MasukanSalah(f"Peran '{b.peran}' tidak dikenal. Pilih: {', '.join(PERAN)}.", "peran")
        if b.sampai is not None and b.sampai <= b.mulai:
            raise MasukanSalah("Tanggal akhir harus sesudah tanggal mulai. Ubah salah satunya.", "sampai")
        if PERAN[b.peran].peka and not pelaku.sistem:
            raise MasukanSalah(
                _("Peran %(p)s perlu persetujuan admin lain. Kirim sebagai usulan.")
                % {"p": nama_peran(b.peran)},
                "peran",
            )
        if b.akun == pelaku.akun:
            raise MasukanSalah(
                "Anda tidak dapat memberi peran kepada diri sendiri. Minta admin lain.", "akun"
            )
    simpan_hibah(pelaku, baris, akun)
    return Hasil(data={"peran": len(baris)})


@pintu("akun.cabut_peran")
def cabut_peran(pelaku: Pelaku, *, hibah_id: int, alasan: str, kunci: UUID) -> Hasil:
    """Mencabut satu hibah sekarang juga; delegasi yang bersandar padanya mati bersamanya."""
    pastikan(pelaku, "akun.peran")
    hibah = Hibah.objects.select_related("akun__orang").filter(id=hibah_id, dicabut=None).first()
    if hibah is None:
        raise TidakAda("Peran itu tidak ada atau sudah dicabut.")
    Hibah.objects.filter(id=hibah.id).update(dicabut=sekarang())
    catat(
        peristiwa.CABUT, pelaku, ("hibah", hibah.akun.uid), subjek=[hibah.akun.orang.uid], alasan=alasan,
        sebelum={"peran": hibah.peran, "unit": hibah.unit_id},
    )  # fmt: skip
    return Hasil(hibah.akun.uid)


def simpan_hibah(pelaku: Pelaku, baris: Sequence[BarisHibah], akun: dict[UUID, Akun]) -> None:
    """Menulis hibah dan peristiwanya di dalam transaksi pemanggil yang sudah memeriksa izinnya."""
    id_ = catat(
        peristiwa.HIBAH, pelaku, ("hibah", None), subjek=[akun[b.akun].orang.uid for b in baris],
        sesudah={"peran": sorted({b.peran for b in baris}), "banyak": len(baris)},
    )  # fmt: skip
    Hibah.objects.bulk_create(
        [
            Hibah(akun=akun[b.akun], peran=b.peran, unit_id=b.unit_id, mulai=b.mulai, sampai=b.sampai,
                  sumber=b.sumber or Sumber.PENUNJUKAN, jejak_id=id_)
            for b in baris
        ],
        batch_size=500,
    )  # fmt: skip
