from django.urls import path

from kasuari.masyarakat.layanan.views import kerja, perancang, standar

app_name = "layanan_kerja"
urlpatterns = [
    path("", kerja.antrean, name="antrean"),
    path("saya/", kerja.saya, name="saya"),
    path("banyak/", kerja.banyak, name="banyak"),
    path("loket/", kerja.loket, name="loket"),
    path("loket/<slug:kode>/", kerja.loket_mulai, name="loket_mulai"),
    path("standar/", standar.daftar, name="standar"),
    path("standar/usul/<uuid:uid>/", standar.usul, name="usul_standar"),
    path("standar/<slug:kode>/", standar.satu, name="standar_satu"),
    path("standar/<slug:kode>/usulkan/", standar.usulkan, name="usulkan_standar"),
    path("formulir/<slug:kode>/", perancang.formulir, name="formulir"),
    path("formulir/<slug:kode>/pratinjau/<int:hal>/", perancang.pratinjau, name="pratinjau"),
    path("formulir/<slug:kode>/<int:hal>/<slug:isian>/", perancang.isian, name="isian"),
    path("kasus/<uuid:uid>/", kerja.satu_kasus, name="satu_kasus"),
    path("<uuid:uid>/", kerja.satu, name="satu"),
    path("<uuid:uid>/oper/", kerja.oper, name="oper"),
    path("<uuid:uid>/berkas/<uuid:berkas>/", kerja.berkas, name="berkas"),
    path("<uuid:uid>/<slug:aksi>/", kerja.langkah, name="langkah"),
]
