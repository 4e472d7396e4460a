from django.urls import path

from kasuari.aparatur.usulan.views import massal, petugas, satu, sendiri

app_name = "usulan"
urlpatterns = [
    path("", petugas.daftar, name="daftar"),
    path("saya/", sendiri.saya, name="saya"),
    path("ajukan/", sendiri.pilih, name="pilih"),
    path("ajukan/<slug:jenis>/", sendiri.ajukan, name="ajukan"),
    path("jatuh-tempo/", petugas.jatuh_semua, name="jatuh_semua"),
    path("jatuh-tempo/<slug:jenis>/", petugas.jatuh, name="jatuh"),
    path("masuk/", petugas.masuk, name="masuk"),
    path("susun/<uuid:pegawai>/", petugas.pilih, name="susun_pilih"),
    path("susun/<uuid:pegawai>/<slug:jenis>/", petugas.susun, name="susun"),
    path("massal/", massal.siapkan, name="massal_siapkan"),
    path("massal/<uuid:uid>/", massal.satu, name="massal"),
    path("massal/<uuid:uid>/jalankan/", massal.jalankan, name="massal_jalankan"),
    path("<uuid:uid>/", satu.satu, name="satu"),
    path("<uuid:uid>/ubah/", satu.ubah, name="ubah"),
    path("<uuid:uid>/paket/", satu.paket, name="paket"),
    path("<uuid:uid>/surat/", satu.surat, name="surat"),
    path("<uuid:uid>/berkas/<uuid:bukti>/", satu.bukti, name="bukti"),
    path("<uuid:uid>/<slug:aksi>/", satu.langkah, name="langkah"),
]
