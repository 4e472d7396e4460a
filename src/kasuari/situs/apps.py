from django.apps import AppConfig


class SitusConfig(AppConfig):
    name = "kasuari.situs"
    label = "situs"
    verbose_name = "Situs"

    def ready(self) -> None:
        from kasuari.situs import pintu
        from kasuari.situs.jejak import pintu as pintu_jejak

        pintu.pasang()
        pintu_jejak.pasang()
