"""Pintu baca perbaikan: yang terjangkau petugas, yang untuk umum, dan permintaan yang menunggu jawaban."""

from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from kasuari.dasar.akun.izin import boleh, saring
from kasuari.dasar.alur import service as alur
from kasuari.dasar.alur.models import Tunggu
from kasuari.dasar.alur.siapa import pos_saya, syarat_tunggu
from kasuari.dasar.inti.galat import TidakAda
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.pengawasan.perbaikan.models import Bukti, Perbaikan, Permintaan

_IKUT = ("kasus__pemohon", "unit__kini", "pos", "lanjutan_dari")
BELUM_BERJANJI = ("ditemukan", "diajukan", "usul_lepas")


def satu(pelaku: Pelaku, uid: UUID) -> Perbaikan:
    """Perbaikan yang terjangkau pelaku, atau yang menunggunya. Galat: `TidakAda`."""
    p = Perbaikan.objects.select_related(*_IKUT).filter(id=uid).first()
    if p is None or not (
        pelaku.sistem or boleh(pelaku, "perbaikan.lihat", p).ya or alur.terlibat(pelaku, p.kasus)
    ):
        raise TidakAda(_("Perbaikan ini tidak ada."))
    return p


def boleh_minta(pelaku: Pelaku, p: Perbaikan) -> bool:
    """Pimpinan unitnya, pemilik rencananya, atau pemegang jabatan yang sedang ditunggu perbaikan itu."""
    if boleh(pelaku, "perbaikan.rencanakan", p).ya or (p.pos_id and p.pos_id in pos_saya(pelaku)):
        return True
    return Tunggu.objects.filter(
        syarat_tunggu(pelaku), kasus_id=p.id, pos__isnull=False, selesai=None
    ).exists()


def daftar(pelaku: Pelaku) -> "QuerySet[Perbaikan]":
    """Semua yang terjangkau, terbaru lebih dulu."""
    qs = saring(pelaku, "perbaikan.lihat", Perbaikan.objects.all())
    return _lengkap(qs)


def umum() -> "QuerySet[Perbaikan]":
    """Yang boleh dibaca siapa saja: temuan dari angka yang sudah terbit, dan temuan luar sesudah rencananya disetujui."""
    return _lengkap(Perbaikan.objects.filter(~Q(indikator="") | Q(janji__isnull=False, semua_janji__urut=1)))


def _lengkap(qs: "QuerySet[Perbaikan]") -> "QuerySet[Perbaikan]":
    return (
        qs.select_related(*_IKUT)
        .prefetch_related("temuan", "semua_janji", "bukti__lampiran", "ukuran", "permintaan")
        .order_by("-dibuat", "-id")
    )


def saring_keadaan(qs: "QuerySet[Perbaikan]", keadaan: str) -> "QuerySet[Perbaikan]":
    """`keadaan`: '' semua, rencana, berjalan, lewat, diukur, atau satu vonis."""
    if keadaan == "rencana":
        return qs.filter(kasus__keadaan__in=BELUM_BERJANJI)
    if keadaan == "berjalan":
        return qs.filter(kasus__keadaan__in=("berjalan", "minta_waktu", "diperiksa"))
    if keadaan == "lewat":
        return qs.filter(lewat_janji())
    if keadaan == "ukur":
        return qs.filter(kasus__keadaan="ukur")
    return qs.filter(kasus__keadaan=keadaan) if keadaan else qs


def lewat_janji() -> Q:
    """Janjinya lewat dan buktinya belum diserahkan."""
    return Q(kasus__keadaan__in=("berjalan", "minta_waktu"), janji__lt=hari_ini())


def bukti_umum(uid: UUID) -> Bukti:
    """Lampiran yang ditandai untuk umum, dari perbaikan yang sudah umum. Galat: `TidakAda`."""
    b = (
        Bukti.objects.select_related("lampiran__berkas")
        .filter(id=uid, umum=True, lampiran__isnull=False)
        .first()
    )
    if b is None or not umum().filter(id=b.perbaikan_id).exists():
        raise TidakAda(_("Berkas ini tidak ada."))
    return b


def permintaan() -> "QuerySet[Permintaan]":
    """Semua permintaan, yang belum dijawab dan terlama lebih dulu; pemanggil sudah memeriksa izinnya."""
    return Permintaan.objects.select_related("perbaikan__unit__kini", "perbaikan__kasus").order_by("dibuat")
