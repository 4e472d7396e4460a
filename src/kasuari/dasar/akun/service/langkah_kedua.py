"""Langkah kedua (TOTP) dan kode cadangan. Tidak lewat `pintu`: sidik isian tidak boleh memuat kode rahasia."""

from django.db import transaction
from django.utils.translation import gettext as _

from kasuari.dasar.akun import kode, laju, peristiwa
from kasuari.dasar.akun.izin import pastikan
from kasuari.dasar.akun.izin.daftar import PERAN
from kasuari.dasar.akun.models import Akun, Hibah, KodePulih, Totp
from kasuari.dasar.akun.service.terpisah import pastikan_tangan_lain
from kasuari.dasar.inti.galat import MasukanSalah, TidakAda, TidakBoleh
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.sandi import dekripsi, enkripsi
from kasuari.dasar.inti.waktu import sekarang
from kasuari.dasar.jejak.service import catat

BANYAK_CADANGAN = 10


def siapkan_langkah_kedua(akun: Akun) -> bytes:
    """Rahasia yang belum dipasang (tetap sama sampai dipasang); MasukanSalah bila sudah terpasang."""
    with transaction.atomic():
        totp, _baru = Totp.objects.get_or_create(
            akun=akun, defaults={"rahasia": enkripsi(kode.rahasia_baru(), "totp")}
        )
        if totp.dipasang:
            raise MasukanSalah(_("Langkah kedua sudah terpasang. Lepas dulu bila ingin menggantinya."))
        return dekripsi(totp.rahasia, "totp")


def pasang_langkah_kedua(pelaku: Pelaku, akun: Akun, tulisan: str) -> list[str]:
    """Memasang sesudah satu kode benar; mengembalikan kode cadangan yang hanya tampak sekali ini."""
    _milik(pelaku, akun)
    nomor = laju.ambil("kode", akun.nomor)
    with transaction.atomic():
        if not _pakai_totp(akun, tulisan, terpasang=False):
            raise MasukanSalah(_salah(), "kode")
        Totp.objects.filter(akun=akun).update(dipasang=sekarang())
        cadangan = _cadangan(akun)
        catat(peristiwa.TOTP_PASANG, pelaku, ("akun", akun.uid), subjek=[akun.orang.uid])
    laju.lepas(nomor)
    return cadangan


def periksa_langkah_kedua(akun: Akun, tulisan: str, pelaku: Pelaku) -> None:
    """Memakai satu kode TOTP atau satu kode cadangan; MasukanSalah bila keliru atau sudah dipakai."""
    nomor = laju.ambil("kode", akun.nomor)
    if _pakai_totp(akun, tulisan, terpasang=True):
        laju.lepas(nomor)
        return
    with transaction.atomic():
        sidik = kode.sidik(tulisan, "cadangan")
        if not KodePulih.objects.filter(akun=akun, sidik=sidik, dipakai=None).update(dipakai=sekarang()):
            raise MasukanSalah(_salah(), "kode")
        sisa = KodePulih.objects.filter(akun=akun, dipakai=None).count()
        catat(
            peristiwa.KODE_PULIH_DIPAKAI, pelaku, ("akun", akun.uid), subjek=[akun.orang.uid],
            sesudah={"sisa": sisa},
        )  # fmt: skip
    laju.lepas(nomor)


def buat_kode_cadangan(pelaku: Pelaku, akun: Akun) -> list[str]:
    """Kode cadangan baru; yang lama tidak berlaku lagi."""
    _milik(pelaku, akun)
    with transaction.atomic():
        if not Totp.objects.filter(akun=akun, dipasang__isnull=False).exists():
            raise MasukanSalah(_("Pasang langkah kedua lebih dulu."))
        catat(peristiwa.KODE_PULIH, pelaku, ("akun", akun.uid), subjek=[akun.orang.uid])
        return _cadangan(akun)


def lepas_langkah_kedua(pelaku: Pelaku, akun: Akun) -> None:
    """Melepas langkah kedua sendiri; pemegang peran yang mewajibkannya tidak dapat."""
    _milik(pelaku, akun)
    if any(PERAN[h.peran].wajib_totp for h in pelaku.hibah if h.peran in PERAN):
        raise TidakBoleh(_("Peran Anda mewajibkan langkah kedua. Untuk HP baru, minta admin mengatur ulang."))
    with transaction.atomic():
        _hapus(akun)
        catat(peristiwa.TOTP_LEPAS, pelaku, ("akun", akun.uid), subjek=[akun.orang.uid])


def atur_ulang_langkah_kedua(pelaku: Pelaku, akun: Akun, alasan: str) -> None:
    """Admin, sesudah bertatap muka: melepas TOTP orang lain. Orangnya dikabari (kabar mendengar peristiwanya).

    Admin yang baru mencetak kode sandi orang itu tidak boleh: sandi dan langkah kedua perlu dua tangan.
    """
    pastikan(pelaku, "akun.atur_ulang")
    if akun.uid == pelaku.akun:
        raise TidakBoleh(_("Anda tidak dapat mengatur ulang langkah kedua sendiri. Minta admin lain."))
    if not alasan.strip():
        raise MasukanSalah(_("Isi alasan, misalnya HP hilang dan wajah sudah dicocokkan."), "alasan")
    pastikan_tangan_lain(pelaku, akun, peristiwa.SURAT)
    with transaction.atomic():
        if not Totp.objects.filter(akun=akun, dipasang__isnull=False).exists():
            raise TidakAda(_("Akun ini tidak memakai langkah kedua."))
        _hapus(akun)
        catat(
            peristiwa.TOTP_ATUR_ULANG, pelaku, ("akun", akun.uid), subjek=[akun.orang.uid], alasan=alasan.strip()
        )  # fmt: skip
    laju.lepas_semua("kode", akun.nomor)


def wajib(akun: Akun) -> bool:
    """Adakah peran tersimpan yang mewajibkan langkah kedua?"""
    kode_wajib = [p.kode for p in PERAN.values() if p.wajib_totp]
    return Hibah.objects.filter(akun=akun, peran__in=kode_wajib, dicabut=None).exists()


def _pakai_totp(akun: Akun, tulisan: str, *, terpasang: bool) -> bool:
    """Cocok dan belum pernah dipakai. Langkah waktu hanya maju, jadi kode yang sama tidak diterima dua kali."""
    totp = Totp.objects.filter(akun=akun, dipasang__isnull=not terpasang).first()
    if totp is None:
        return False
    ke = kode.langkah_cocok(dekripsi(totp.rahasia, "totp"), tulisan, sekarang())
    if ke is None:
        return False
    return bool(Totp.objects.filter(id=totp.id, langkah_terakhir__lt=ke).update(langkah_terakhir=ke))


def _cadangan(akun: Akun) -> list[str]:
    KodePulih.objects.filter(akun=akun).delete()
    baru = [kode.acak() for _ in range(BANYAK_CADANGAN)]
    KodePulih.objects.bulk_create([KodePulih(akun=akun, sidik=kode.sidik(b, "cadangan")) for b in baru])
    return baru


def _hapus(akun: Akun) -> None:
    KodePulih.objects.filter(akun=akun).delete()
    Totp.objects.filter(akun=akun).delete()


def _milik(pelaku: Pelaku, akun: Akun) -> None:
    if pelaku.akun != akun.uid:
        raise TidakAda("Akun ini tidak ada.")


def _salah() -> str:
    return _(
        "Kode tidak cocok atau sudah dipakai. Bandingkan jam HP dengan jam server, tunggu kode berikutnya, lalu coba lagi."
    )
