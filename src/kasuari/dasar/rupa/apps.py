from django.apps import AppConfig


class RupaConfig(AppConfig):
    name = "kasuari.dasar.rupa"
    label = "rupa"
    verbose_name = "Rupa"
