from django.urls import path

from kasuari.masyarakat.layanan.views import cek, isi, katalog

app_name = "layanan"
urlpatterns = [
    path("layanan/", katalog.daftar, name="daftar"),
    path("layanan/maklumat/", katalog.maklumat, name="maklumat"),
    path("layanan/isi/<str:kode>/<int:hal>/", isi.isi, name="isi"),
    path("layanan/isi/<str:kode>/periksa/", isi.periksa, name="periksa"),
    path("layanan/isi/<str:kode>/terkirim/", isi.terkirim, name="terkirim"),
    path("layanan/<slug:kode>/", katalog.satu, name="satu"),
    path("layanan/<slug:kode>/kartu/", katalog.kartu, name="kartu"),
    path("layanan/<slug:kode>/mulai/", isi.mulai, name="mulai"),
    path("cek/", cek.cek, name="cek"),
    path("cek/<str:kode>/", cek.satu, name="cek_satu"),
    path("cek/<str:kode>/slip/", cek.slip, name="slip"),
    path("cek/<str:kode>/lengkapi/", cek.lengkapi, name="lengkapi"),
    path("cek/<str:kode>/surat/", cek.surat_hasil, name="surat"),
    path("cek/<str:kode>/data/", cek.data_saya, name="data_saya"),
    path("cek/<str:kode>/data/unduh/", cek.unduh, name="unduh"),
    path("cek/<str:kode>/berkas/<uuid:uid>/", cek.berkas, name="berkas"),
    path("cek/<str:kode>/<slug:aksi>/", cek.akhiri, name="akhiri"),
]
