from django.apps import AppConfig


class IndikatorConfig(AppConfig):
    name = "kasuari.dasar.indikator"
    label = "indikator"
    verbose_name = "Indikator"
