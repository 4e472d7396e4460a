from django.apps import AppConfig


class KabarConfig(AppConfig):
    name = "kasuari.dasar.kabar"
    label = "kabar"
    verbose_name = "Kabar"
