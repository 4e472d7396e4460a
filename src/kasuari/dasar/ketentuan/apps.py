from django.apps import AppConfig


class KetentuanConfig(AppConfig):
    name = "kasuari.dasar.ketentuan"
    label = "ketentuan"
    verbose_name = "Ketentuan"

    def ready(self) -> None:
        from kasuari.dasar.ketentuan import pintu

        pintu.pasang()
