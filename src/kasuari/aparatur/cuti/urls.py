from django.urls import path

from kasuari.aparatur.cuti import views, views_jatuh, views_petugas

app_name = "cuti"
urlpatterns = [
    path("", views.saya, name="saya"),
    path("ajukan/", views.ajukan, name="ajukan"),
    path("tim/", views.tim, name="tim"),
    path("hangus/", views_jatuh.hangus, name="hangus"),
    path("berakhir/", views_jatuh.berakhir, name="berakhir"),
    path("kertas/", views_petugas.dari_kertas, name="kertas"),
    path("bersama/", views_petugas.saat_bersama, name="bersama"),
    path("saldo/", views.saldo_kertas, name="saldo"),
    path("<uuid:uid>/", views.satu, name="satu"),
    path("<uuid:uid>/perbaiki/", views.perbaiki, name="perbaiki"),
    path("<uuid:uid>/bukti/", views.bukti, name="bukti"),
    path("<uuid:uid>/surat/", views.surat_izin, name="surat"),
    path("<uuid:uid>/<slug:aksi>/", views.langkah, name="langkah"),
]
