from django.apps import AppConfig


class UsulanConfig(AppConfig):
    name = "kasuari.aparatur.usulan"
    label = "usulan"
    verbose_name = "Usulan"

    def ready(self) -> None:
        from kasuari.aparatur.usulan import jenis, pekerjaan, pintu_layar  # noqa: F401 - mendaftar saat dimuat

        jenis.muat()
        pintu_layar.pasang()
