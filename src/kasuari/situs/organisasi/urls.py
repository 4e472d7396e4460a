from django.urls import path

from kasuari.situs.organisasi import pos, views, views_bagan, views_bezetting

app_name = "organisasi"
urlpatterns = [
    path("", views.pohon, name="pohon"),
    path("tata/", views.tata, name="tata"),
    path("bagan/", views_bagan.bagan, name="bagan"),
    path("bagan/<uuid:uid>/", views_bagan.bagan, name="bagan_cabang"),
    path("sementara/", views_bagan.sementara, name="sementara"),
    path("kosong/", views_bagan.kosong, name="kosong"),
    path("bezetting/", views_bezetting.halaman, name="bezetting"),
    path("bezetting/unduh/", views_bezetting.unduh, name="bezetting_unduh"),
    path("bezetting/<uuid:uid>/", views_bezetting.halaman, name="bezetting_unit"),
    path("bezetting/<uuid:uid>/unduh/", views_bezetting.unduh, name="bezetting_unit_unduh"),
    path("bezetting/<uuid:uid>/formasi/", views_bezetting.tetapkan, name="formasi"),
    path("<uuid:uid>/", views.unit, name="unit"),
    path("<uuid:uid>/pos/", pos.baru, name="pos_baru"),
    path("pos/<uuid:uid>/", pos.lembar, name="pos"),
    path("pos/<uuid:uid>/ubah/", pos.ubah, name="pos_ubah"),
    path("pos/<uuid:uid>/orang/", pos.cari, name="cari"),
    path("pos/<uuid:uid>/orang/<uuid:orang>/", pos.tetapkan, name="tetapkan"),
    path("tugas/<uuid:uid>/akhiri/", pos.akhiri, name="akhiri"),
]
