from django.apps import AppConfig


class PegawaiConfig(AppConfig):
    name = "kasuari.aparatur.pegawai"
    label = "pegawai"
    verbose_name = "Pegawai"
