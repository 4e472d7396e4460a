from django.urls import path

from kasuari.dasar.impor import views

app_name = "impor"
urlpatterns = [
    path("", views.daftar, name="daftar"),
    path("unggah/", views.unggah, name="unggah"),
    path("<uuid:uid>/", views.berkas, name="berkas"),
    path("<uuid:uid>/kolom/", views.kolom, name="kolom"),
    path("<uuid:uid>/baris/<int:nomor>/", views.baris, name="baris"),
    path("<uuid:uid>/kesalahan.csv", views.kesalahan, name="kesalahan"),
    path("<uuid:uid>/simpan/", views.simpan, name="simpan"),
    path("<uuid:uid>/periksa/", views.periksa_lagi, name="periksa"),
    path("<uuid:uid>/batalkan/", views.batalkan, name="batalkan"),
]
