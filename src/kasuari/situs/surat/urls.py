from django.urls import path

from kasuari.situs.surat import basah, nomor, views

app_name = "surat"
urlpatterns = [
    path("", views.daftar, name="daftar"),
    path("nomor/", nomor.buku, name="buku"),
    path("nomor/sisihkan/", nomor.cadang, name="cadang"),
    path("nomor/<slug:seri>/<int:tahun>/<int:ke>/kembalikan/", nomor.kembalikan, name="kembalikan"),
    path("basah/", basah.tunggu, name="basah"),
    path("kelompok/<uuid:uid>/", views.kelompok, name="kelompok"),
    path("kelompok/<uuid:uid>/ulang/", views.ulang, name="ulang"),
    path("<uuid:uid>/", views.satu, name="satu"),
    path("<uuid:uid>/berkas/", views.berkas, name="berkas"),
    path("<uuid:uid>/turunan/", views.turunan, name="turunan"),
    path("<uuid:uid>/nomor/", nomor.isi, name="nomor"),
    path("<uuid:uid>/sisip/", nomor.sisip, name="sisip"),
    path("<uuid:uid>/alihkan/", basah.alihkan, name="alihkan"),
    path("<uuid:uid>/cetak/", basah.cetak, name="cetak"),
    path("<uuid:uid>/pindai/", basah.pindai, name="pindai"),
    path("<uuid:uid>/pindaian/", basah.pindaian, name="pindaian"),
    path("<uuid:uid>/putus/", basah.putus, name="putus"),
]
