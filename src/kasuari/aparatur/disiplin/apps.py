from django.apps import AppConfig


class DisiplinConfig(AppConfig):
    name = "kasuari.aparatur.disiplin"
    label = "disiplin"
    verbose_name = "Disiplin"

    def ready(self) -> None:
        from kasuari.aparatur.disiplin import halangan, pintu_layar, proses  # noqa: F401 - proses dan halangan mendaftar saat dimuat

        pintu_layar.pasang()
