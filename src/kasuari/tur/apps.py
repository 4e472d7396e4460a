from django.apps import AppConfig
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _


class TurConfig(AppConfig):
    """Tur demo. Hanya dipasang di mode demo dan uji."""

    name = "kasuari.tur"
    label = "tur"
    verbose_name = "Tur"

    def ready(self) -> None:
        from kasuari.dasar.rupa.slot import Pintu, tawarkan

        keterangan = _("Berjalan-jalan sebagai tiap peran, satu klik")
        tawarkan(
            "pintu.publik",
            5,
            "tur",
            lambda pelaku: Pintu(reverse("tur"), _("Mulai tur"), keterangan, "bantuan", "proses"),
        )
        tawarkan("menu.publik", 5, "tur", lambda pelaku: Pintu(reverse("tur"), _("Tur")))

    @staticmethod
    def alamat() -> list[URLPattern]:
        """Alamat yang dipasang kerangka (lihat situs.urls)."""
        from kasuari.tur import views

        return [
            path("tur/", views.tur, name="tur"),
            path("tur/masuk/<slug:langkah>/", views.masuk, name="tur_masuk"),
        ]
