from django.urls import path

from kasuari.situs.organisasi import pos, views, views_bagan

app_name = "organisasi"
urlpatterns = [
    path("", views.pohon, name="pohon"),
    path("tata/", views.tata, name="tata"),
    path("bagan/", views_bagan.bagan, name="bagan"),
    path("bagan/<uuid:uid>/", views_bagan.bagan, name="bagan_cabang"),
    path("sementara/", views_bagan.sementara, name="sementara"),
    path("kosong/", views_bagan.kosong, name="kosong"),
    path("<uuid:uid>/", views.unit, name="unit"),
    path("<uuid:uid>/pos/", pos.baru, name="pos_baru"),
    path("pos/<uuid:uid>/", pos.lembar, name="pos"),
    path("pos/<uuid:uid>/ubah/", pos.ubah, name="pos_ubah"),
    path("pos/<uuid:uid>/orang/", pos.cari, name="cari"),
    path("pos/<uuid:uid>/orang/<uuid:orang>/", pos.tetapkan, name="tetapkan"),
    path("tugas/<uuid:uid>/akhiri/", pos.akhiri, name="akhiri"),
]
