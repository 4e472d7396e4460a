from django.urls import path

from kasuari.masyarakat.survei import views, views_soal

app_name = "survei"
urlpatterns = [
    path("", views.daftar, name="daftar"),
    path("buka/", views.buka, name="buka"),
    path("buat/", views.buat, name="buat"),
    path("pertanyaan/", views_soal.daftar, name="pertanyaan"),
    path("pertanyaan/<uuid:uid>/", views_soal.ubah, name="ubah_soal"),
    path("layanan/<uuid:unit>/", views.layanan, name="layanan"),
    path("tulisan/<uuid:uid>/tanda/", views.tandai, name="tandai"),
    path("<uuid:uid>/", views.satu, name="satu"),
    path("<uuid:uid>/rencana/", views.rencana, name="rencana"),
    path("<uuid:uid>/poster/", views.poster, name="poster"),
    path("<uuid:uid>/kertas/", views.tumpukan, name="tumpukan"),
    path("<uuid:uid>/kertas/lembar/", views.lembar, name="lembar"),
    path("<uuid:uid>/tulisan/", views.tulisan, name="tulisan"),
    path("<uuid:uid>/tutup/", views.tutup_periode, name="tutup"),
    path("<uuid:uid>/laporan.<str:bentuk>", views.unduh_laporan, name="laporan"),
]
