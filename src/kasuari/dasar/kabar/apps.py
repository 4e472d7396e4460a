from django.apps import AppConfig


class KabarConfig(AppConfig):
    name = "kasuari.dasar.kabar"
    label = "kabar"
    verbose_name = "Kabar"

    def ready(self) -> None:
        from kasuari.dasar.kabar import dari_akun

        dari_akun.pasang()
