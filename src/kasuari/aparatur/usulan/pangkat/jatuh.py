"""Siapa yang sudah atau segera cukup syaratnya untuk naik pangkat, TMT sah berikutnya, dan siapa yang belum terhitung."""

from collections.abc import Callable, Mapping
from typing import Any

from django.db.models import Case, DateField, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from kasuari.aparatur.pegawai.models import PegawaiKini
from kasuari.aparatur.pegawai.naik import STRUKTURAL
from kasuari.aparatur.usulan.belum import GOLONGAN, Belum
from kasuari.aparatur.usulan.models import Usulan
from kasuari.aturan.buku import Buku
from kasuari.aturan.pangkat import periode_berikut
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.ketentuan import selectors as ketentuan

JABATAN = (Q(kp_kurang="jabatan"), _("Jabatannya belum tercatat di register."))
# kode `pegawai.naik` -> kalimatnya, bagi jalur pilihan
_PILIHAN: Mapping[str, Any] = {
    "eselon": _("Eselon jabatannya belum tercatat. Isi eselon posnya di halaman Organisasi, misalnya III.a."),
    "tmt_jabatan": _("TMT jabatannya belum tercatat."),
    "pak": _("Penetapan angka kredit (PAK) belum tercatat. Catat PAK terakhirnya di lembar pegawai."),
    "jenjang": _("PAK terakhirnya bukan untuk jenjang jabatannya yang sekarang. Catat PAK jenjang itu."),
    "ak": _("Angka kredit yang tercatat belum cukup untuk pangkat berikutnya. Catat PAK barunya bila sudah ada."),
}  # fmt: skip


def _reguler(buku: Buku) -> Q:
    jabatan = buku.nilai("kp_reguler_jabatan")
    return Q(jenis_jabatan__in=[str(j) for j in jabatan])


def _pilihan(buku: Buku) -> Q:
    return Q(jenis_jabatan__in=(*STRUKTURAL, "fungsional")) & ~_reguler(buku)


_JALUR: Mapping[str, Callable[[Buku], Q]] = {"pangkat_reguler": _reguler, "pangkat_pilihan": _pilihan}


def jatuh(jenis: str) -> "Callable[[QuerySet[PegawaiKini]], QuerySet[PegawaiKini]]":
    """Daftar bagi satu jenis usulan.

    `tmt`: yang sedang diusulkan; kalau tidak, hari syaratnya genap atau periode pertama sesudah hari ini bila sudah lewat.
    """

    def saring(qs: "QuerySet[PegawaiKini]") -> "QuerySet[PegawaiKini]":
        hari = hari_ini()
        buku = ketentuan.buku(hari)
        periode = periode_berikut(hari, buku)
        usul: Any = Usulan.objects.filter(
            pegawai=OuterRef("pegawai"), jenis=jenis, hidup=True, tmt__gte=OuterRef("kp_berikut")
        )
        masa = Case(
            When(kp_berikut__lt=periode, then=Value(periode)),
            default=F("kp_berikut"),
            output_field=DateField(),
        )
        return qs.filter(_JALUR[jenis](buku), jenis="pns", kp_berikut__isnull=False).annotate(
            tmt=Coalesce(Subquery(usul.order_by("-tmt").values("tmt")[:1]), masa)
        )

    return saring


def belum_reguler() -> Belum:
    """PNS tanpa golongan, jabatan, atau ijazah; jabatan yang naik dengan cara lain tidak ikut."""
    naik = Q(jenis="pns") & _reguler(ketentuan.buku(hari_ini()))
    return [
        (naik & GOLONGAN[0], GOLONGAN[1]),
        (Q(jenis="pns") & JABATAN[0], JABATAN[1]),
        (naik & Q(pendidikan=""), _("Ijazah belum tercatat. Catat ijazah tertingginya di lembar pegawai.")),
    ]


def belum_pilihan() -> Belum:
    """Pejabat struktural dan fungsional yang faktanya belum ada, atau angka kreditnya belum cukup."""
    naik = Q(jenis="pns") & _pilihan(ketentuan.buku(hari_ini()))
    return [
        (naik & GOLONGAN[0], GOLONGAN[1]),
        *((naik & Q(kp_kurang=kode), kalimat) for kode, kalimat in _PILIHAN.items()),
    ]
