from django.urls import path

from kasuari.aparatur.profesionalitas import views

app_name = "profesionalitas"
urlpatterns = [
    path("", views.muka, name="muka"),
    path("saya/", views.saya, name="saya"),
    path("hitung/", views.hitung, name="hitung"),
    path("ulang/<uuid:larian_id>/", views.ulang, name="ulang"),
    path("<int:tahun>/unit/<uuid:uid>/", views.unit, name="unit"),
    path("<int:tahun>/unit/<uuid:uid>/unduh.<str:bentuk>", views.unduh, name="unduh"),
    path("<int:tahun>/pegawai/<uuid:uid>/", views.orang, name="orang"),
]
