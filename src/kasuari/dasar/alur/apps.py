from django.apps import AppConfig


class AlurConfig(AppConfig):
    name = "kasuari.dasar.alur"
    label = "alur"
    verbose_name = "Alur"
