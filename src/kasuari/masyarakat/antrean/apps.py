from django.apps import AppConfig


class AntreanConfig(AppConfig):
    name = "kasuari.masyarakat.antrean"
    label = "antrean"
    verbose_name = "Antrean loket"

    def ready(self) -> None:
        from kasuari.masyarakat.antrean import izin, pekerjaan, peristiwa, pintu_layar  # noqa: F401

        pintu_layar.pasang()
