from django.apps import AppConfig


class PegawaiConfig(AppConfig):
    name = "kasuari.aparatur.pegawai"
    label = "pegawai"
    verbose_name = "Pegawai"

    def ready(self) -> None:
        from kasuari.aparatur.pegawai import dampak, pintu_layar
        from kasuari.aparatur.pegawai.impor import terap

        pintu_layar.pasang()
        terap.pasang()
        dampak.pasang()
