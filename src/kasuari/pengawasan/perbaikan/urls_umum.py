from django.urls import path

from kasuari.pengawasan.perbaikan import views_umum

urlpatterns = [
    path("", views_umum.daftar, name="perbaikan_umum"),
    path("<uuid:uid>/", views_umum.satu, name="perbaikan_umum_satu"),
    path("bukti/<uuid:uid>/", views_umum.bukti, name="perbaikan_umum_bukti"),
]
