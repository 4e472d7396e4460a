from django.apps import AppConfig


class DisiplinConfig(AppConfig):
    name = "kasuari.aparatur.disiplin"
    label = "disiplin"
    verbose_name = "Disiplin"

    def ready(self) -> None:
        from kasuari.aparatur.disiplin import pintu_layar, proses  # noqa: F401 - proses mendaftar saat dimuat

        pintu_layar.pasang()
