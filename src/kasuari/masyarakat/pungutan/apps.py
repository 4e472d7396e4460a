from django.apps import AppConfig


class PungutanConfig(AppConfig):
    name = "kasuari.masyarakat.pungutan"
    label = "pungutan"
    verbose_name = "Laporan diminta bayar"

    def ready(self) -> None:
        from kasuari.masyarakat.pungutan import izin, peristiwa, pintu_layar  # noqa: F401

        pintu_layar.pasang()
