from django.apps import AppConfig
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class ProfesionalitasConfig(AppConfig):
    name = "kasuari.aparatur.profesionalitas"
    label = "profesionalitas"
    verbose_name = "Profesionalitas"

    def ready(self) -> None:
        from kasuari.aparatur.profesionalitas import dampak, kartu
        from kasuari.dasar.rupa.slot import Pintu, tawarkan

        def pintu(pelaku: object) -> Pintu:
            return Pintu(reverse("profesionalitas:muka"), _("Indeks"), ikon="laporan")

        tawarkan("menu.kerja", 40, "profesionalitas", pintu)
        tawarkan("bar.kerja", 40, "profesionalitas", pintu)
        tawarkan("beranda.angka", 30, "profesionalitas", kartu.angka)
        tawarkan("pegawai.lembar", 30, "profesionalitas", kartu.lembar)
        dampak.pasang()
