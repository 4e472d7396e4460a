from django.apps import AppConfig
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class ImporConfig(AppConfig):
    name = "kasuari.dasar.impor"
    label = "impor"
    verbose_name = "Impor"

    def ready(self) -> None:
        from kasuari.dasar.impor import kartu, penerap
        from kasuari.dasar.rupa.slot import Pintu, tawarkan

        def pintu(pelaku: object) -> Pintu | None:
            if not penerap.subjek_boleh(pelaku):  # type: ignore[arg-type]
                return None
            return Pintu(reverse("impor:daftar"), _("Impor"), ikon="unggah")

        tawarkan("menu.kerja", 60, "impor", pintu)
        tawarkan("beranda.tugas", 50, "impor", kartu.tugas)
