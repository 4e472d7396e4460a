"""Kode sekali pakai untuk membuat sandi: lewat surat tercetak, atau lewat e-mail. Tidak lewat `pintu` (rahasia)."""

from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from kasuari.dasar.akun import kode, laju, peristiwa
from kasuari.dasar.akun.izin import pastikan
from kasuari.dasar.akun.izin.daftar import PERAN
from kasuari.dasar.akun.models import Akun, Hibah, KodeSekali, nomor_polos
from kasuari.dasar.akun.pelaku import susun_pelaku
from kasuari.dasar.akun.service.terpisah import pastikan_tangan_lain
from kasuari.dasar.inti.galat import MasukanSalah, TidakBoleh
from kasuari.dasar.inti.pelaku import TAMU, Pelaku, sistem
from kasuari.dasar.inti.waktu import sekarang
from kasuari.dasar.jejak.service import catat

UMUR = {"surat": timedelta(days=30), "email": timedelta(hours=1)}
PERCOBAAN = 10


class KodeBaru(NamedTuple):
    akun: Akun
    kode: str  # hanya tampak di sini, tidak tersimpan
    sampai: datetime


def minta_kode(nama: str, alamat: str) -> None:
    """Seseorang lupa sandi. Jawaban bagi peminta selalu sama, ada atau tidak akunnya; suratnya menyusul."""
    laju.ambil("alamat", alamat)
    akun = _akun(nama)
    if akun is None or not akun.aktif or not akun.email:
        return
    try:
        laju.ambil("lupa", akun.nomor)
    except laju.TerlaluSering:
        return  # menyebutnya berarti mengakui akunnya ada
    with transaction.atomic():
        catat(peristiwa.PULIH_DIMINTA, TAMU, ("akun", akun.uid), subjek=[akun.orang.uid])


def kode_email(akun_uid: UUID) -> KodeBaru | None:
    """Kode untuk dikirim ke e-mail akun itu; dipanggil `kabar` saat mendengar permintaannya."""
    akun = Akun.objects.select_related("orang").filter(uid=akun_uid, aktif=True, email__isnull=False).first()
    return akun and _terbitkan(sistem("lupa sandi"), akun, "email", peristiwa.KODE_DIBUAT)


def boleh_cetak(pelaku: Pelaku, akun: Akun) -> None:
    """Galat bila pelaku tidak boleh mencetak surat bagi `akun` (dari `selectors.akun`, berkolom `unit_kini`).

    Akun pemegang peran petugas hanya oleh admin sistem; akun sendiri tidak pernah.
    """
    pastikan(pelaku, "akun.surat", akun)
    if akun.uid == pelaku.akun:
        raise TidakBoleh(_("Anda tidak dapat mencetak surat untuk akun sendiri. Minta petugas lain."))
    peran = Hibah.objects.filter(akun=akun, dicabut=None).values_list("peran", flat=True)
    if any(PERAN[p].wajib_totp for p in peran if p in PERAN) and not pelaku.punya("admin_sistem"):
        raise TidakBoleh(_("Akun ini memegang peran petugas. Suratnya hanya dapat dicetak admin sistem."))
    pastikan_tangan_lain(pelaku, akun, peristiwa.TOTP_ATUR_ULANG)


def cetak_kode(pelaku: Pelaku, akun: Akun) -> KodeBaru:
    """Kode untuk surat aktivasi; izinnya menurut `boleh_cetak`."""
    boleh_cetak(pelaku, akun)
    return _terbitkan(pelaku, akun, "surat", peristiwa.SURAT)


def _terbitkan(pelaku: Pelaku, akun: Akun, saluran: str, jenis: str) -> KodeBaru:
    baru, kini = kode.acak(), sekarang()
    sampai = kini + UMUR[saluran]
    with transaction.atomic():
        KodeSekali.objects.filter(akun=akun, saluran=saluran, dipakai=None).delete()
        KodeSekali.objects.create(
            akun=akun, saluran=saluran, sidik=kode.sidik(baru, "sekali"), dibuat=kini, sampai=sampai,
            oleh=Akun.objects.filter(uid=pelaku.akun).first() if pelaku.akun else None,
        )  # fmt: skip
        catat(
            jenis,
            pelaku,
            ("akun", akun.uid),
            subjek=[akun.orang.uid],
            sesudah={"saluran": saluran, "sampai": sampai},
        )
    return KodeBaru(akun, baru, sampai)


def pakai_kode(nama: str, tulisan: str, sandi: str, alamat: str) -> Akun:
    """Membuat sandi dengan kode: mengaktifkan akun, mengakhiri semua sesi lamanya. Kode hangus sesudahnya."""
    nomor = [laju.ambil("alamat", alamat), laju.ambil("aktivasi", nomor_polos(nama))]
    akun = _akun(nama)
    if akun is None or not _cocok(akun, tulisan):
        raise MasukanSalah(
            _("NIP dan kode tidak cocok, atau kodenya sudah lewat masa. Periksa lagi, atau minta kode baru."), "kode"
        )  # fmt: skip
    try:
        validate_password(sandi, akun)
    except ValidationError as salah:
        raise MasukanSalah(" ".join(salah.messages), "sandi") from None
    with transaction.atomic():
        sidik = kode.sidik(tulisan, "sekali")
        if not KodeSekali.objects.filter(akun=akun, sidik=sidik, dipakai=None).update(dipakai=sekarang()):
            raise MasukanSalah(_("Kode ini sudah dipakai. Minta kode baru."), "kode")
        KodeSekali.objects.filter(akun=akun, dipakai=None).delete()
        pertama, akun.aktif = not akun.aktif, True
        akun.set_password(sandi)
        akun.save(update_fields=["password", "aktif"])
        catat(
            peristiwa.AKTIF if pertama else peristiwa.SANDI, susun_pelaku(akun), ("akun", akun.uid),
            subjek=[akun.orang.uid],
        )  # fmt: skip
    laju.lepas(*nomor)
    laju.lepas_semua("masuk", akun.nomor)
    return akun


def _cocok(akun: Akun, tulisan: str) -> bool:
    """Tiap percobaan dihitung pada kodenya; sesudah sepuluh kali, kode itu mati."""
    hidup = KodeSekali.objects.filter(akun=akun, dipakai=None, sampai__gt=sekarang(), coba__lt=PERCOBAAN)
    sidik = kode.sidik(tulisan, "sekali")
    ada = hidup.filter(sidik=sidik).exists()
    if not ada:
        hidup.update(coba=F("coba") + 1)
    return ada


def _akun(nama: str) -> Akun | None:
    try:
        return Akun.objects.get_by_natural_key(nama)
    except Akun.DoesNotExist:
        return None
