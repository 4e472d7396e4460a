from django.urls import path

from kasuari.masyarakat.pungutan import views_umum

urlpatterns = [
    path("", views_umum.tengok, name="pungutan_tengok"),
    path("<slug:kode>/", views_umum.lapor, name="pungutan_lapor"),
]
