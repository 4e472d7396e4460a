"""Pintu baca akun: siapa dapat dicari siapa, peran seseorang, pelimpahan, perangkat."""

from uuid import UUID

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.utils.translation import gettext as _

from kasuari.dasar.akun.izin import pastikan, saring
from kasuari.dasar.akun.izin.putus import boleh
from kasuari.dasar.akun.models import Akun, Hibah, Sesi, UsulanPeran, nomor_polos
from kasuari.dasar.inti.galat import TidakAda
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.organisasi.models import Penugasan, PosKeadaan


def akun_berunit() -> "QuerySet[Akun]":
    """Akun dengan `unit_kini`: unit jabatan definitif hari ini (None bila tidak ada)."""
    hari = hari_ini()
    pos = PosKeadaan.objects.filter(ditutup=None, subjek=OuterRef("pos"), mulai__lte=hari)
    unit = pos.order_by("-mulai", "-dicatat").values("unit_id")[:1]
    tugas = Penugasan.objects.filter(
        Q(sampai=None) | Q(sampai__gt=hari), ditutup=None, jenis="definitif", subjek=OuterRef("orang"), mulai__lte=hari
    )  # fmt: skip
    milik = tugas.order_by("-mulai").annotate(unit_=Subquery(unit)).values("unit_")[:1]
    return Akun.objects.select_related("orang").annotate(unit_kini=Subquery(milik))


def daftar(pelaku: Pelaku) -> "QuerySet[Akun]":
    """Akun yang boleh dilihat pelaku, menurut nama."""
    return saring(pelaku, "akun.lihat", akun_berunit()).order_by("orang__nama", "id")


def cari(pelaku: Pelaku, teks: str) -> "QuerySet[Akun]":
    """Nama mengandung, atau NIP/e-mail persis, di dalam jangkauan pelaku."""
    teks = teks.strip()
    return daftar(pelaku).filter(
        Q(orang__nama__icontains=teks) | Q(nomor=nomor_polos(teks)) | Q(email__iexact=teks)
    )


def akun(pelaku: Pelaku, uid: UUID) -> Akun:
    """Satu akun dalam jangkauan, atau TidakAda."""
    a = akun_berunit().filter(uid=uid).first()
    if a is None or not boleh(pelaku, "akun.lihat", a).ya:
        raise TidakAda(_("Akun ini tidak ada."))
    return a


def sendiri(pelaku: Pelaku) -> Akun:
    pastikan(pelaku, "akun.diri")
    return Akun.objects.select_related("orang").get(uid=pelaku.akun)


def peran_akun(a: Akun) -> "QuerySet[Hibah]":
    """Semua hibah, yang terbaru dahulu, termasuk yang sudah lewat."""
    return (
        Hibah.objects.filter(akun=a)
        .select_related("unit__kini", "atas_nama_hibah__akun__orang")
        .order_by("-mulai", "-id")
    )


def _pelimpahan() -> "QuerySet[Hibah]":
    return (
        Hibah.objects.filter(Q(sampai=None) | Q(sampai__gt=hari_ini()), dicabut=None, atas_nama_hibah__isnull=False)
        .select_related("unit__kini", "akun__orang", "atas_nama_hibah__akun__orang")
        .order_by("mulai", "id")
    )  # fmt: skip


def pelimpahan_kini() -> list[Hibah]:
    """Pelimpahan yang hidup hari ini, tiap pasangan orang sekali; untuk daftar pelaksana harian."""
    hari = hari_ini()
    hidup = _pelimpahan().filter(
        mulai__lte=hari, atas_nama_hibah__dicabut=None, atas_nama_hibah__mulai__lte=hari
    )
    hidup = hidup.exclude(atas_nama_hibah__sampai__lte=hari)
    return list({(h.akun_id, h.atas_nama_hibah.akun_id): h for h in hidup if h.atas_nama_hibah}.values())


def diberikan(pelaku: Pelaku) -> "QuerySet[Hibah]":
    """Pelimpahan dari pelaku yang belum berakhir."""
    return _pelimpahan().filter(atas_nama_hibah__akun__uid=pelaku.akun)


def diterima(pelaku: Pelaku) -> "QuerySet[Hibah]":
    return _pelimpahan().filter(akun__uid=pelaku.akun)


def perangkat(pelaku: Pelaku) -> "QuerySet[Sesi]":
    return Sesi.objects.filter(akun__uid=pelaku.akun).order_by("-terakhir")


def usulan_terbuka(pelaku: Pelaku) -> "QuerySet[UsulanPeran]":
    pastikan(pelaku, "akun.peran_lihat")
    return (
        UsulanPeran.objects.filter(status=UsulanPeran.Status.MENUNGGU)
        .select_related("akun__orang", "pengusul__orang", "unit__kini")
        .order_by("diusulkan")
    )


def usulan(pelaku: Pelaku, uid: UUID) -> UsulanPeran:
    u = usulan_terbuka(pelaku).filter(uid=uid).first()
    if u is None:
        raise TidakAda(_("Usulan itu tidak ada atau sudah diputus."))
    return u


def wakil(pelaku: Pelaku, teks: str) -> Akun | None:
    """Penerima pelimpahan menurut NIP persis: nama saja tidak cukup untuk tindakan yang mengikat."""
    pastikan(pelaku, "akun.diri")
    return Akun.objects.select_related("orang").filter(nomor=nomor_polos(teks), aktif=True).first()


def pemegang(*peran: str) -> list[Akun]:
    """Akun aktif yang hari ini memegang salah satu peran itu; untuk alamat pemberitahuan, tanpa izin baca."""
    hari = hari_ini()
    hidup = Q(sampai=None) | Q(sampai__gt=hari)
    hibah = Hibah.objects.filter(hidup, peran__in=peran, dicabut=None, mulai__lte=hari)
    return list(
        Akun.objects.filter(id__in=hibah.values("akun_id"), aktif=True).select_related("orang").order_by("id")
    )
