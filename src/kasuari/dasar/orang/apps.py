from django.apps import AppConfig


class OrangConfig(AppConfig):
    name = "kasuari.dasar.orang"
    label = "orang"
    verbose_name = "Orang"
