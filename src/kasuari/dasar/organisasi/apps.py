from django.apps import AppConfig


class OrganisasiConfig(AppConfig):
    name = "kasuari.dasar.organisasi"
    label = "organisasi"
    verbose_name = "Organisasi"
