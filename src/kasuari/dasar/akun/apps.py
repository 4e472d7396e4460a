from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class AkunConfig(AppConfig):
    name = "kasuari.dasar.akun"
    label = "akun"
    verbose_name = "Akun"

    def ready(self) -> None:
        from kasuari.dasar.akun import izin_dasar, pintu

        # Peran dasar lebih dulu, lalu `izin.py` tiap ruang (pegawai, impor, ...) yang memakainya.
        izin_dasar.daftarkan()
        autodiscover_modules("izin")
        pintu.pasang()
