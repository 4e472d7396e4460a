"""Mutu data: apa yang kurang, dan siapa yang harus memperbaikinya. Bobotnya parameter `register_mutu_bobot`."""

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Kekurangan(NamedTuple):
    """`siapa`: asn (unggah sendiri), umpeg (lengkapi di unit), bkpsdm (perbaiki di register)."""

    kode: str
    kalimat: str | Promise
    siapa: str


DAFTAR: dict[str, Kekurangan] = {
    k.kode: k
    for k in (
        Kekurangan("nik", _("NIK belum ada. Bawa KTP atau KK ke pengelola kepegawaian."), "asn"),
        Kekurangan("golongan", _("Golongan belum tercatat."), "bkpsdm"),
        Kekurangan("jabatan", _("Jabatan dan unit belum tercatat."), "bkpsdm"),
        Kekurangan(
            "bup",
            _(
                "Jenjang jabatan tidak dikenal, jadi tanggal pensiun tidak dihitung. Tulis jenjang pada nama posnya."
            ),
            "bkpsdm",
        ),
        Kekurangan("pendidikan", _("Ijazah belum tercatat. Serahkan salinan ijazah terakhir."), "asn"),
        Kekurangan("kgb", _("SK kenaikan gaji berkala terakhir belum tercatat."), "umpeg"),
        Kekurangan("skp", _("Predikat kinerja (SKP) tahun lalu belum ada."), "umpeg"),
        Kekurangan("diklat", _("Belum ada satu pun pelatihan tercatat. Serahkan sertifikatnya."), "asn"),
        Kekurangan("email", _("E-mail belum ada, jadi sandi tidak dapat dipulihkan sendiri."), "asn"),
    )
}
