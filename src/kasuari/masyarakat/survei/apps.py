from django.apps import AppConfig


class SurveiConfig(AppConfig):
    name = "kasuari.masyarakat.survei"
    label = "survei"
    verbose_name = "Survei"

    def ready(self) -> None:
        from kasuari.masyarakat.survei import (  # noqa: F401 - mendaftar saat dimuat
            dari_layanan,
            impor,
            impor_terap,
            pekerjaan,
            pintu_layar,
        )

        pintu_layar.pasang()
        dari_layanan.pasang()
