"""Masuk, minta sandi lagi, ganti sandi, bahasa, mengeluarkan perangkat. Sandi tidak lewat `pintu`."""

from uuid import UUID

from django.contrib.auth import authenticate
from django.contrib.auth.password_validation import validate_password
from django.contrib.sessions.models import Session
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from kasuari.dasar.akun import laju, peristiwa
from kasuari.dasar.akun.izin import pastikan
from kasuari.dasar.akun.models import Akun, Sesi, nomor_polos
from kasuari.dasar.inti.galat import MasukanSalah, TidakAda
from kasuari.dasar.inti.pelaku import TAMU, Pelaku
from kasuari.dasar.jejak.pintu import Hasil, pintu
from kasuari.dasar.jejak.service import catat

BAHASA = ("id", "en")


def periksa_sandi(nama: str, sandi: str, alamat: str) -> Akun:
    """Akun pemilik NIP (boleh berspasi) atau e-mail dan sandi itu. MasukanSalah dengan kalimat yang sama
    untuk akun yang tidak ada, belum aktif, atau sandinya keliru; TerlaluSering menyebut lama menunggu."""
    kenal = (
        Akun.objects.filter(nomor=nomor_polos(nama)).first()
        or Akun.objects.filter(email__iexact=nama.strip()).select_related("orang").first()
    )
    siapa = kenal.nomor if kenal else nomor_polos(nama)
    nomor = [laju.ambil("alamat", alamat), laju.ambil("masuk", siapa)]
    akun = authenticate(username=nama, password=sandi)
    if not isinstance(akun, Akun):
        if kenal is not None:
            with transaction.atomic():
                catat(peristiwa.DITOLAK, TAMU, ("akun", kenal.uid), subjek=[kenal.orang.uid])
        raise MasukanSalah(
            _("NIP atau e-mail dan sandi tidak cocok. Periksa lagi, atau pilih “Lupa sandi atau akun belum aktif”."), "nama"
        )  # fmt: skip
    laju.lepas(*nomor)
    laju.lepas_semua("masuk", siapa)
    return akun


def periksa_lagi(pelaku: Pelaku, akun: Akun, sandi: str) -> None:
    """Memastikan sandi pemilik sesi sekali lagi; percobaannya dihitung bersama percobaan masuk."""
    if pelaku.akun != akun.uid:
        raise TidakAda("Akun ini tidak ada.")
    nomor = laju.ambil("masuk", akun.nomor)
    if not akun.check_password(sandi):
        raise MasukanSalah(_("Sandi tidak cocok. Coba sekali lagi."), "sandi")
    laju.lepas(nomor)
    with transaction.atomic():
        catat(peristiwa.SUDO, pelaku, ("akun", akun.uid), subjek=[akun.orang.uid])


def ganti_sandi(pelaku: Pelaku, akun: Akun, lama: str, baru: str) -> None:
    """Mengganti sandi sendiri. Sesi di perangkat lain berakhir karena sidik sandinya berubah."""
    if pelaku.akun != akun.uid:
        raise TidakAda("Akun ini tidak ada.")
    nomor = laju.ambil("masuk", akun.nomor)
    if not akun.check_password(lama):
        raise MasukanSalah(_("Sandi sekarang tidak cocok. Coba sekali lagi."), "lama")
    laju.lepas(nomor)
    try:
        validate_password(baru, akun)
    except ValidationError as salah:
        raise MasukanSalah(" ".join(salah.messages), "baru") from None
    with transaction.atomic():
        akun.set_password(baru)
        akun.save(update_fields=["password"])
        catat(peristiwa.SANDI, pelaku, ("akun", akun.uid), subjek=[akun.orang.uid])


@pintu("akun.ubah_bahasa")
def ubah_bahasa(pelaku: Pelaku, *, bahasa: str, kunci: UUID) -> Hasil:
    """Menyimpan bahasa halaman kerja pada akun sendiri: `id` atau `en`."""
    pastikan(pelaku, "akun.diri")
    if bahasa not in BAHASA:
        raise MasukanSalah(_("Pilih Bahasa Indonesia atau English."), "language")
    akun = Akun.objects.get(uid=pelaku.akun)
    if akun.bahasa != bahasa:
        Akun.objects.filter(id=akun.id).update(bahasa=bahasa)
        catat(
            peristiwa.BAHASA, pelaku, ("akun", akun.uid), sebelum={"bahasa": akun.bahasa}, sesudah={"bahasa": bahasa}
        )  # fmt: skip
    return Hasil(akun.uid)


@pintu("akun.keluarkan")
def keluarkan(pelaku: Pelaku, *, sesi: UUID, kunci: UUID) -> Hasil:
    """Mengakhiri satu sesi milik sendiri di perangkat lain."""
    pastikan(pelaku, "akun.diri")
    baris = Sesi.objects.filter(uid=sesi, akun__uid=pelaku.akun).first()
    if baris is None:
        raise TidakAda(_("Perangkat itu sudah keluar."))
    Session.objects.filter(session_key=baris.kunci).delete()
    baris.delete()
    catat(peristiwa.DIKELUARKAN, pelaku, ("akun", pelaku.akun), sesudah={"perangkat": baris.perangkat})
    return Hasil(sesi)
