"""Alamat ruang pegawai, di bawah /kerja/."""

from django.urls import path

from kasuari.aparatur.pegawai.views import daftar, lembar, mutu, siasn, surat_izin, tindakan, unduhan

app_name = "pegawai"
_RIWAYAT = "pegawai/<uuid:uid>/riwayat/<slug:kode>/"
urlpatterns = [
    path("pegawai/", daftar.daftar, name="daftar"),
    path("pegawai/nik/", daftar.nik, name="nik"),
    path("pegawai/nik/cari/", daftar.cari_nik, name="cari_nik"),
    path("pegawai/duk/", unduhan.duk, name="duk"),
    path("pegawai/nominatif/", unduhan.nominatif, name="nominatif"),
    path("pegawai/ekspor/", unduhan.pilih, name="ekspor"),
    path("pegawai/ekspor/buat/", unduhan.buat, name="ekspor_buat"),
    path("pegawai/ekspor/<uuid:uid>/", unduhan.hasil, name="ekspor_hasil"),
    path("pegawai/ekspor/<uuid:uid>/ambil/", unduhan.ambil, name="ekspor_ambil"),
    path("pegawai/mutu/", mutu.mutu_data, name="mutu"),
    path("pegawai/surat-izin/", surat_izin.berakhir, name="surat_izin"),
    path("pegawai/siasn/", siasn.daftar, name="selisih"),
    path("pegawai/siasn/tarik/", siasn.tarik, name="selisih_tarik"),
    path("pegawai/siasn/<uuid:uid>/", siasn.putus, name="selisih_putus"),
    path("pegawai/<uuid:uid>/", lembar.lembar_pegawai, name="lembar"),
    path(f"{_RIWAYAT}baru/", tindakan.baru, name="riwayat_baru"),
    path(f"{_RIWAYAT}<uuid:fakta>/perbaiki/", tindakan.perbaiki, name="riwayat_perbaiki"),
    path(f"{_RIWAYAT}<uuid:fakta>/dokumen/", tindakan.dokumen, name="riwayat_dokumen"),
    path(f"{_RIWAYAT}<uuid:fakta>/batalkan/", tindakan.batalkan, name="riwayat_batalkan"),
    path("saya/", lembar.saya, name="saya"),
]
