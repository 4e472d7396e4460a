from django.apps import AppConfig


class PerbaikanConfig(AppConfig):
    name = "kasuari.pengawasan.perbaikan"
    label = "perbaikan"
    verbose_name = "Perbaikan"

    def ready(self) -> None:
        # Proses, pekerjaan, dan reaksinya mendaftar saat dimuat.
        from kasuari.masyarakat.survei import tindak_lanjut as survei
        from kasuari.pengawasan.perbaikan import pekerjaan, pintu_layar, proses, tindak_lanjut  # noqa: F401

        pintu_layar.pasang()
        survei.tawarkan(tindak_lanjut.baris)
