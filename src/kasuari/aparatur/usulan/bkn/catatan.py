"""Yang dicatat petugas sendiri tentang satu usul di BKN: kapan diusulkan, lalu persetujuan teknisnya (pertek)."""

import re
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from kasuari.aparatur.usulan import efek
from kasuari.aparatur.usulan.models import Usulan, UsulBkn
from kasuari.dasar.alur.kabar import orang_ditunggu
from kasuari.dasar.alur.models import LangkahKasus, Tunggu
from kasuari.dasar.inti.galat import MasukanSalah, TidakBoleh
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.rupa.bentuk import tanggal as tulis

K = UsulBkn.Keadaan
NOMOR = re.compile(r"(?=.*\d)[A-Za-z0-9][A-Za-z0-9 ./_-]{2,}")


def usulkan(u: Usulan, rujukan: str, hari: date | None) -> None:
    """Mencatat bahwa usulnya sudah dibuat petugas di BKN. Galat: `MasukanSalah`."""
    if hari is None:
        raise MasukanSalah(_("Isi tanggal usulnya dikirim ke BKN."), "usul_tanggal")
    _hari(hari, "usul_tanggal", timezone.localtime(u.dibuat).date(), _("usulan ini disusun"))
    nomor = nomor_sah(rujukan, "usul_rujukan", _("Nomor usul di BKN"))
    efek.catat_bkn(u, str(K.DIUSULKAN), rujukan=nomor, diusulkan=hari, nomor="", tanggal=None, catatan=b"")


def pertek(pelaku: Pelaku, u: Usulan, nomor: str, hari: date | None, *, kolektif: bool) -> None:
    """Mencatat pertek. `kolektif`: satu nomor bagi beberapa orang, dan semua yang memakainya ditandai begitu.

    Yang dibaca dari SIASN dicatat apa adanya. Galat: `MasukanSalah`, `TidakBoleh` (penyusunnya sendiri, padahal ada
    petugas lain).
    """
    if hari is None:
        raise MasukanSalah(_("Isi tanggal persetujuan teknis BKN."), "pertek_tanggal")
    if pelaku.sistem:
        efek.catat_bkn(u, str(K.PERTEK), nomor=nomor.strip(), tanggal=hari)
        return
    _mata_lain(pelaku, u)
    b = UsulBkn.objects.filter(usulan=u, keadaan=K.DIUSULKAN).first()
    if b is None:
        raise MasukanSalah(_("Catat dahulu nomor dan tanggal usulnya dikirim ke BKN."), "pertek_nomor")
    if b.diusulkan is not None:
        _hari(hari, "pertek_tanggal", b.diusulkan, _("usulnya dikirim ke BKN"))
    else:
        _hari(hari, "pertek_tanggal", timezone.localtime(u.dibuat).date(), _("usulan ini disusun"))
    nomor = nomor_sah(nomor, "pertek_nomor", _("Nomor pertek BKN"))
    sama = UsulBkn.objects.filter(nomor__iexact=nomor, keadaan=K.PERTEK, usulan__hidup=True).exclude(usulan=u)
    lain = (
        (sama.exclude(kolektif=True) if kolektif else sama).select_related("usulan__pegawai__orang").first()
    )
    if lain is not None:
        raise MasukanSalah(
            _(
                "Nomor pertek ini sudah dipakai usulan %(o)s. Periksa suratnya; bila satu pertek memang bagi beberapa orang, "
                "semuanya ditandai kolektif."
            )
            % {"o": lain.usulan.pegawai.orang.nama_gelar},
            "pertek_nomor",
        )
    efek.catat_bkn(u, str(K.PERTEK), nomor=nomor, tanggal=hari, kolektif=kolektif)


def _hari(hari: date, kolom: str, awal: date, apa: str) -> None:
    if not awal <= hari <= hari_ini():
        raise MasukanSalah(
            _("Tanggalnya paling awal %(a)s (hari %(apa)s) dan paling lambat hari ini.")
            % {"a": tulis(awal), "apa": apa},
            kolom,
        )


def nomor_sah(teks: str, kolom: str, label: str) -> str:
    rapi = " ".join(teks.split())
    if not NOMOR.fullmatch(rapi):
        raise MasukanSalah(
            _("%(l)s hanya huruf, angka, titik, garis miring, garis bawah, dan tanda hubung, dan memuat angka.")
            % {"l": label},
            kolom,
        )  # fmt: skip
    return rapi


def _mata_lain(pelaku: Pelaku, u: Usulan) -> None:
    """Penyusunnya tidak mencatat pertek sendiri, selama ada petugas lain di meja yang ditunggu."""
    kirim = LangkahKasus.objects.filter(kasus=u.kasus_id, aksi="ajukan", pelaku__isnull=False).order_by("-urut").first()  # fmt: skip
    if kirim is None or kirim.pelaku is None or kirim.pelaku.uid != pelaku.orang:
        return
    t = Tunggu.objects.filter(kasus=u.kasus_id, selesai=None).first()
    milik = {pelaku.orang, u.pegawai.orang.uid}
    if t is not None and set(orang_ditunggu(t)) - milik:
        raise TidakBoleh(_("Anda yang menyusun usulan ini. Perteknya dicatat petugas BKPSDM lain."))
