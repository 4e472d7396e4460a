"""Tiap pagi: hukuman yang harinya tiba diberlakukan, dan batas tanggapan atau upaya yang lewat diteruskan."""

from uuid import UUID

from django.db import transaction

from kasuari.aparatur.disiplin import efek, hukum
from kasuari.aparatur.disiplin.models import Pemeriksaan
from kasuari.aparatur.disiplin.proses import DISIPLIN
from kasuari.dasar.alur import service as alur
from kasuari.dasar.alur.models import Tunggu
from kasuari.dasar.inti.pelaku import sistem
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.jejak.antrean import pekerjaan
from kasuari.dasar.jejak.jadwal import tiap
from kasuari.dasar.jejak.models import Kerja

TERUSKAN = {"hak_jawab": "lanjut", "disampaikan": "lewat", "disampaikan_banding": "lewat"}
UPAYA = ("keberatan", "banding")


@tiap(menit=24 * 60)
@pekerjaan("disiplin.harian", transaksi=False)
def harian(kerja: Kerja) -> None:
    """Satu transaksi tiap pemeriksaan: yang gagal tidak menahan yang lain."""
    teruskan()
    berlakukan()


def teruskan() -> None:
    """Tanggapan dan upaya yang batasnya lewat kemarin."""
    lewat = Tunggu.objects.filter(
        kasus__proses=DISIPLIN.kode, selesai=None, tahap__in=TERUSKAN, tenggat__lt=hari_ini()
    ).values_list("kasus_id", "kasus__versi", "tahap")
    for kasus, versi, tahap in list(lewat):
        with transaction.atomic():
            alur.langkahkan(sistem("disiplin"), kasus, TERUSKAN[tahap], versi)


def berlakukan() -> None:
    """Hukuman yang hari berlakunya tiba dan tidak ditunda upaya yang masih berjalan."""
    siap = Pemeriksaan.objects.filter(fakta=None, berlaku__lte=hari_ini()).exclude(
        kasus__keadaan="dibatalkan"
    )
    for id_, keadaan in list(siap.values_list("id", "kasus__keadaan")):
        if keadaan not in UPAYA or not hukum.menunda(keadaan):
            with transaction.atomic():
                _satu(id_)


def _satu(id_: UUID) -> None:
    p = (
        Pemeriksaan.objects.select_for_update(of=("self",))
        .select_related("pegawai__orang", "pegawai__kini", "kasus")
        .filter(id=id_, fakta=None)
        .first()
    )
    if p is not None:
        efek.berlakukan(
            Pemeriksaan.objects.select_related("pegawai__orang", "pegawai__kini", "sk").get(id=p.id)
        )
