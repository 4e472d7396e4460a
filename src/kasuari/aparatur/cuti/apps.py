from django.apps import AppConfig


class CutiConfig(AppConfig):
    name = "kasuari.aparatur.cuti"
    label = "cuti"
    verbose_name = "Cuti"

    def ready(self) -> None:
        from kasuari.aparatur.cuti import pekerjaan, pintu_layar, proses  # noqa: F401 - mendaftar saat dimuat

        pintu_layar.pasang()
