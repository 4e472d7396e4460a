"""Permohonan yang saling bertentangan tentang orang yang sama: yang memeriksa diingatkan, tidak ditahan."""

from django.db.models import Q
from django.utils.translation import gettext as _

from kasuari.aparatur.usulan import rangka
from kasuari.aparatur.usulan.models import Usulan

MENINGGALKAN = ("mutasi_keluar", "tugas_belajar", "pensiun_aps", "mutasi", "mutasi_pejabat")


def bentrok(u: Usulan) -> list[str]:
    """Permohonan lain yang belum selesai (atau surat melepas yang belum ditindaklanjuti) dan tidak dapat berjalan bersama."""
    if u.jenis not in MENINGGALKAN:
        return []
    lain = Usulan.objects.filter(pegawai=u.pegawai_id, jenis__in=MENINGGALKAN).exclude(id=u.id)
    lain = lain.filter(Q(kasus__selesai=None) | Q(jenis="mutasi_keluar", kasus__keadaan="terbit"))
    return [
        _("Orang ini juga punya: %(j)s. Pastikan keduanya tidak bertentangan.") % {"j": rangka.ambil(x).judul}
        for x in lain.order_by("dibuat").values_list("jenis", flat=True)
    ]
