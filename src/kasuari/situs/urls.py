"""Alamat seluruh situs. Halaman umum: Indonesia di `/`, Inggris di `/en/`; /kerja/ tanpa awalan."""

from django.apps import apps
from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, URLResolver, include, path

from kasuari.dasar.akun import urls as akun
from kasuari.situs import data_terbuka, kerja, sah, tim, tugas, views
from kasuari.situs.jejak import views as jejak
from kasuari.situs.surat_aktivasi import surat_aktivasi

handler500 = views.galat_server

urlpatterns: list[URLPattern | URLResolver] = [
    path("gaya/", views.gaya, name="gaya"),
    *akun.kerja,
    path("kerja/sistem/akun/<uuid:uid>/surat/", surat_aktivasi, name="surat_aktivasi"),
    path("kerja/", kerja.beranda, name="kerja"),
    path("kerja/kotak-masuk/", kerja.kotak_masuk, name="kotak_masuk"),
    path("kerja/kotak-masuk/<uuid:uid>/dibaca/", kerja.baca_kabar, name="baca_kabar"),
    path("kerja/impor/", include("kasuari.dasar.impor.urls")),
    path("kerja/ketentuan/", include("kasuari.dasar.ketentuan.urls")),
    path("kerja/organisasi/", include("kasuari.situs.organisasi.urls")),
    path("kerja/surat/", include("kasuari.situs.surat.urls")),
    path("kerja/tugas/", tugas.tugas, name="tugas"),
    path("kerja/tugas/berikutnya/", tugas.berikutnya, name="tugas_berikutnya"),
    path("kerja/tim/", tim.tim, name="tim"),
    path("kerja/cuti/", include("kasuari.aparatur.cuti.urls")),
    path("kerja/usulan/", include("kasuari.aparatur.usulan.urls")),
    path("kerja/disiplin/", include("kasuari.aparatur.disiplin.urls")),
    path("kerja/antrean/", include("kasuari.masyarakat.antrean.urls")),
    path("kerja/layanan/", include("kasuari.masyarakat.layanan.urls_kerja")),
    path("kerja/perbaikan/", include("kasuari.pengawasan.perbaikan.urls")),
    path("kerja/profesionalitas/", include("kasuari.aparatur.profesionalitas.urls")),
    path("kerja/pungutan/", include("kasuari.masyarakat.pungutan.urls")),
    path("kerja/survei/", include("kasuari.masyarakat.survei.urls")),
    path("kerja/", include("kasuari.aparatur.pegawai.urls")),
    path("kerja/saya/jejak/", jejak.saya, name="jejak_saya"),
    path("kerja/audit/jejak/", jejak.telusur, name="telusur"),
    path("kerja/audit/jejak/<uuid:uid>/", jejak.rinci, name="telusur_rinci"),
    path("kerja/audit/verifikasi/", jejak.periksa, name="verifikasi"),
    path("jejak/akar.json", jejak.akar_json, name="jejak_akar"),
    path("jejak/bukti/<uuid:uid>.json", jejak.bukti_json, name="jejak_bukti"),
    *i18n_patterns(
        *akun.umum,
        path("", views.beranda, name="beranda"),
        path("data/", data_terbuka.data, name="data"),
        path("data/<slug:kode>.csv", data_terbuka.unduh, name="data_unduh"),
        path("aturan/", include("kasuari.dasar.ketentuan.urls_umum")),
        path("skm/", include("kasuari.masyarakat.survei.urls_umum")),
        path("jejak/", jejak.umum, name="jejak_umum"),
        path("perbaikan/", include("kasuari.pengawasan.perbaikan.urls_umum")),
        path("sah/", sah.kode, name="sah"),
        path("sah/<str:kode>/", sah.satu, name="sah_satu"),
        path("layanan/antre/", include("kasuari.masyarakat.antrean.urls_umum")),
        path("layanan/diminta-bayar/", include("kasuari.masyarakat.pungutan.urls_umum")),
        path("", include("kasuari.masyarakat.layanan.urls_umum")),
        path("tentang/", views.Halaman.as_view(template_name="situs/halaman/tentang.html"), name="tentang"),
        path("bantuan/", views.Halaman.as_view(template_name="situs/halaman/bantuan.html"), name="bantuan"),
        path(
            "bantuan/aksesibilitas/",
            views.Halaman.as_view(template_name="situs/halaman/aksesibilitas.html"),
            name="aksesibilitas",
        ),
        path(
            "bantuan/data-pribadi/",
            views.Halaman.as_view(template_name="situs/halaman/data_pribadi.html"),
            name="data_pribadi",
        ),
        path(
            "bantuan/cara-mengenali-kami/",
            views.Halaman.as_view(template_name="situs/halaman/mengenali_kami.html"),
            name="mengenali_kami",
        ),
        prefix_default_language=False,
    ),
]

# Ruang di atas kerangka (tur) menawarkan alamatnya sendiri: kerangka tidak menyebut namanya.
for _app in apps.get_app_configs():
    if hasattr(_app, "alamat"):
        urlpatterns += _app.alamat()
