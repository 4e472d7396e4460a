"""Alamat ketentuan daerah bagi petugas; dipasang kerangka di `/kerja/ketentuan/`."""

from django.urls import path

from kasuari.dasar.ketentuan.views import kerja

app_name = "ketentuan"
urlpatterns = [
    path("", kerja.daftar, name="daftar"),
    path("usulkan/<slug:kode>/", kerja.usulkan, name="usulkan"),
    path("<uuid:uid>/", kerja.satu, name="satu"),
    path("<uuid:uid>/surat/", kerja.surat, name="surat"),
    path("<uuid:uid>/<slug:aksi>/", kerja.putuskan, name="putuskan"),
]
