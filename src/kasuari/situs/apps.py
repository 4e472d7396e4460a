from django.apps import AppConfig


class SitusConfig(AppConfig):
    name = "kasuari.situs"
    label = "situs"
    verbose_name = "Situs"

    def ready(self) -> None:
        from kasuari.situs import pintu

        pintu.pasang()
