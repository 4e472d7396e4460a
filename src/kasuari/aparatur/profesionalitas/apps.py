from django.apps import AppConfig


class ProfesionalitasConfig(AppConfig):
    name = "kasuari.aparatur.profesionalitas"
    label = "profesionalitas"
    verbose_name = "Profesionalitas"
