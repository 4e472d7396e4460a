"""Kartu sudah diterbitkan BKN: nomornya dicatat, dan kartu lain dapat diminta."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kasuari.aparatur.usulan import efek, peristiwa
from kasuari.dasar.alur.models import Kasus, LangkahKasus
from kasuari.dasar.alur.proses import Tahap
from kasuari.dasar.dokumen.models import Surat
from kasuari.dasar.inti.galat import MasukanSalah
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.jejak.service import catat

DITERBITKAN = Tahap("diterbitkan", gettext_lazy("Kartu diterbitkan BKN"), "selesai")


def catat_nomor(kasus: Kasus, langkah: LangkahKasus, pelaku: Pelaku) -> None:
    """Nomor kartu ialah keterangan langkah ini. Suratnya harus sudah bertanda tangan."""
    u = efek.usulan_kasus(kasus)
    if u.surat is None or u.surat.status != Surat.Status.DITANDATANGANI:
        raise MasukanSalah(_("Surat pengantarnya belum selesai ditandatangani. Muat ulang sebentar lagi."))
    catat(
        peristiwa.BKN, pelaku, ("usulan", u.id), subjek=[u.pegawai.orang.uid], sesudah={"kartu": langkah.alasan},
    )  # fmt: skip
    efek.akhiri(kasus, langkah, pelaku)
