from django.urls import path

from kasuari.masyarakat.antrean import views_umum

urlpatterns = [
    path("karcis/<uuid:uid>/", views_umum.karcis, name="antrean_karcis"),
    path("karcis/<uuid:uid>/batal/", views_umum.batal, name="antrean_batal"),
    path("<slug:unit>/", views_umum.ambil, name="antrean_ambil"),
    path("<slug:unit>/layar/", views_umum.layar, name="antrean_layar"),
]
