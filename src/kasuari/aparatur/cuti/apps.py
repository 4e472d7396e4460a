from django.apps import AppConfig


class CutiConfig(AppConfig):
    name = "kasuari.aparatur.cuti"
    label = "cuti"
    verbose_name = "Cuti"

    def ready(self) -> None:
        from kasuari.aparatur.cuti import pintu_layar, proses  # noqa: F401 - proses mendaftar saat dimuat

        pintu_layar.pasang()
