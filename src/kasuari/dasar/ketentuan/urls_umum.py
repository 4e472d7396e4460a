"""Alamat umum hukum; dipasang kerangka di `/aturan/` dan `/en/aturan/`."""

from django.urls import path, re_path

from kasuari.dasar.ketentuan.views import hitung, umum

app_name = "aturan"
urlpatterns = [
    path("", umum.muka, name="muka"),
    path("perubahan/", umum.perubahan, name="perubahan"),
    path("hitung/", hitung.daftar, name="hitung"),
    path("hitung/<slug:kode>/", hitung.bernama, name="hitung_satu"),
    path("parameter/<slug:kode>/", umum.parameter, name="parameter"),
    re_path(r"^parameter/(?P<kode>[\w-]+)\.(?P<bentuk>csv|json)$", umum.unduh, name="unduh"),
    path("<slug:kode>/", umum.pokok, name="pokok"),
    path("<slug:kode>/rumus/<slug:skema>/", umum.skema, name="skema"),
    path("<slug:kode>/coba/", hitung.coba, name="coba"),
    path("<slug:kode>/coba/<slug:skema>/", hitung.coba, name="coba_skema"),
]
