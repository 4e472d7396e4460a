from django.apps import AppConfig


class SurveiConfig(AppConfig):
    name = "kasuari.masyarakat.survei"
    label = "survei"
    verbose_name = "Survei"

    def ready(self) -> None:
        from kasuari.masyarakat.survei import impor, impor_terap, pekerjaan, pintu_layar  # noqa: F401 - mendaftar saat dimuat

        pintu_layar.pasang()
