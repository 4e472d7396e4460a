from django.apps import AppConfig


class LayananConfig(AppConfig):
    name = "kasuari.masyarakat.layanan"
    label = "layanan"
    verbose_name = "Layanan"

    def ready(self) -> None:
        from kasuari.masyarakat.layanan import pekerjaan, pintu_layar, proses  # noqa: F401 - mendaftar saat dimuat

        pintu_layar.pasang()
