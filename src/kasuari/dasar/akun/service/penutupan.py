"""Menutup akun orang yang sudah bukan pegawai. Akunnya tidak dihapus: jejaknya tetap menunjuk kepadanya."""

from uuid import UUID

from django.contrib.sessions.models import Session

from kasuari.dasar.akun import peristiwa
from kasuari.dasar.akun.models import Akun, Hibah, KodeSekali, Sesi
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.waktu import sekarang
from kasuari.dasar.jejak.service import catat


def tutup_akun(pelaku: Pelaku, orang: UUID, alasan: str) -> bool:
    """Akun orang itu tidak dapat masuk lagi, semua perannya dicabut, dan semua perangkatnya keluar.

    Di dalam transaksi pemanggil. False bila ia tidak punya akun yang aktif. Membukanya lagi: surat aktivasi baru
    dan peran yang diberikan lagi, supaya tidak ada wewenang lama yang hidup sendiri.
    """
    akun = Akun.objects.select_for_update().filter(orang__uid=orang, aktif=True).first()
    if akun is None:
        return False
    Akun.objects.filter(id=akun.id).update(aktif=False)
    peran = list(Hibah.objects.filter(akun=akun, dicabut=None).values_list("peran", flat=True))
    Hibah.objects.filter(akun=akun, dicabut=None).update(dicabut=sekarang())
    KodeSekali.objects.filter(akun=akun, dipakai=None).delete()
    Session.objects.filter(session_key__in=Sesi.objects.filter(akun=akun).values("kunci")).delete()
    Sesi.objects.filter(akun=akun).delete()
    catat(
        peristiwa.DITUTUP, pelaku, ("akun", akun.uid), subjek=[orang], alasan=alasan, sesudah={"peran_dicabut": sorted(peran)},
    )  # fmt: skip
    return True
