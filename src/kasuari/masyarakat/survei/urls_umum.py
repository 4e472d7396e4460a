from django.urls import path

from kasuari.masyarakat.survei import views_hasil, views_umum

urlpatterns = [
    path("", views_umum.muka, name="skm"),
    path("sw.js", views_umum.sw, name="skm_sw"),
    path("tarik/", views_umum.tarik, name="skm_tarik"),
    path("hasil/", views_hasil.kota, name="survei_hasil"),
    path("hasil/<str:unit>/", views_hasil.unit, name="survei_hasil_unit"),
    path("s/<uuid:uid>/", views_umum.lain, name="skm_lain"),
    path("<str:unit>/", views_umum.isi, name="skm_isi"),
]
