from django.urls import path

from kasuari.masyarakat.pungutan import views

app_name = "pungutan"
urlpatterns = [
    path("", views.daftar, name="daftar"),
    path("<uuid:uid>/", views.satu, name="satu"),
]
