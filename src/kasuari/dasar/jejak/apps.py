from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class JejakConfig(AppConfig):
    name = "kasuari.dasar.jejak"
    label = "jejak"
    verbose_name = "Jejak"

    def ready(self) -> None:
        # Tiap ruang menyatakan peristiwa, pekerjaan latar, dan pendengarnya di modul bernama tetap.
        autodiscover_modules("peristiwa", "pekerjaan")
