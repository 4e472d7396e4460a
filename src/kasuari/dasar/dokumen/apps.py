from django.apps import AppConfig


class DokumenConfig(AppConfig):
    name = "kasuari.dasar.dokumen"
    label = "dokumen"
    verbose_name = "Dokumen"
