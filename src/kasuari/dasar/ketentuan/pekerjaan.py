"""Pekerjaan ketentuan: mencatat saat jedanya lewat, dan mengabari Inspektorat serta orang yang perlu bertindak."""

from uuid import UUID

from kasuari.dasar.inti.pelaku import sistem
from kasuari.dasar.jejak.antrean import dengar, pekerjaan
from kasuari.dasar.jejak.models import Kerja
from kasuari.dasar.ketentuan import peristiwa, service, surat_kabar


@pekerjaan(service.KERJA_DIPAKAI)
def dipakai(kerja: Kerja) -> None:
    service.mulai_dipakai(sistem("jeda ketentuan"), UUID(kerja.rujukan))


for _acara in peristiwa.SEMUA:
    dengar(_acara, f"ketentuan.kabar.{_acara}", surat_kabar.beri_tahu)
