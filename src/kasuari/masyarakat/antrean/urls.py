from django.urls import path

from kasuari.masyarakat.antrean import views

app_name = "antrean"
urlpatterns = [
    path("", views.pilih, name="pilih"),
    path("loket/<uuid:unit>/", views.loket, name="loket_baru"),
    path("loket/<uuid:unit>/<uuid:uid>/", views.loket, name="loket"),
    path("<uuid:uid>/", views.meja, name="meja"),
    path("<uuid:uid>/gabung/", views.gabung, name="gabung"),
    path("<uuid:uid>/<slug:aksi>/", views.tindak, name="tindak"),
]
