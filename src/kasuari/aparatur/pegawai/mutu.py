"""Mutu data: apa yang kurang, dan siapa yang harus memperbaikinya. Satu daftar, satu bobot bagi semua."""

from collections.abc import Iterable
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Kekurangan(NamedTuple):
    """`siapa`: asn (unggah sendiri), umpeg (lengkapi di unit), bkpsdm (perbaiki di register)."""

    kode: str
    kalimat: str | Promise
    siapa: str
    bobot: int


DAFTAR: dict[str, Kekurangan] = {
    k.kode: k
    for k in (
        Kekurangan("nik", _("NIK belum ada. Bawa KTP atau KK ke pengelola kepegawaian."), "asn", 15),
        Kekurangan("golongan", _("Golongan belum tercatat."), "bkpsdm", 20),
        Kekurangan("jabatan", _("Jabatan dan unit belum tercatat."), "bkpsdm", 20),
        Kekurangan("pendidikan", _("Ijazah belum tercatat. Serahkan salinan ijazah terakhir."), "asn", 15),
        Kekurangan("kgb", _("SK kenaikan gaji berkala terakhir belum tercatat."), "umpeg", 10),
        Kekurangan("skp", _("Predikat kinerja (SKP) tahun lalu belum ada."), "umpeg", 10),
        Kekurangan("diklat", _("Belum ada satu pun pelatihan tercatat. Serahkan sertifikatnya."), "asn", 5),
        Kekurangan("email", _("E-mail belum ada, jadi sandi tidak dapat dipulihkan sendiri."), "asn", 5),
    )
}
LENGKAP = 100
SEMPURNA = sum(k.bobot for k in DAFTAR.values())


def nilai(kurang: Iterable[str]) -> int:
    """Mutu 0-100 (dibulatkan ke bawah): bagian bobot yang lengkap."""
    return 100 * (SEMPURNA - sum(DAFTAR[k].bobot for k in kurang)) // SEMPURNA
