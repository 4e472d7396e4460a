"""Alamat akun: `umum` berbahasa dua (di dalam i18n_patterns), `kerja` di bawah /kerja/."""

from django.urls import path

from kasuari.dasar.akun.views import masuk, pelimpahan, saya, sistem

umum = [
    path("masuk/", masuk.masuk, name="masuk"),
    path("masuk/kode/", masuk.kode, name="masuk_kode"),
    path("masuk/lagi/", masuk.lagi, name="masuk_lagi"),
    path("masuk/lupa/", masuk.lupa, name="masuk_lupa"),
    path("masuk/aktifkan/", masuk.aktifkan, name="masuk_aktifkan"),
    path("keluar/", masuk.keluar, name="keluar"),
]
kerja = [
    path("kerja/saya/akun/", saya.akun, name="akun_saya"),
    path("kerja/saya/akun/sandi/", saya.sandi, name="akun_sandi"),
    path("kerja/saya/akun/langkah-kedua/", saya.langkah_kedua, name="langkah_kedua"),
    path("kerja/saya/akun/langkah-kedua/cadangan/", saya.cadangan, name="langkah_kedua_cadangan"),
    path("kerja/saya/akun/langkah-kedua/lepas/", saya.lepas, name="langkah_kedua_lepas"),
    path("kerja/saya/akun/perangkat/", saya.perangkat, name="akun_perangkat"),
    path("kerja/saya/akun/bahasa/", saya.bahasa, name="akun_bahasa"),
    path("kerja/saya/pelimpahan/", pelimpahan.pelimpahan, name="pelimpahan"),
    path("kerja/saya/pelimpahan/akhiri/", pelimpahan.akhiri, name="pelimpahan_akhiri"),
    path("kerja/sistem/akun/", sistem.daftar, name="sistem_akun"),
    path("kerja/sistem/akun/usulan/", sistem.usulan, name="sistem_usulan"),
    path("kerja/sistem/akun/usulan/<uuid:uid>/", sistem.putuskan, name="sistem_usulan_satu"),
    path("kerja/sistem/akun/<uuid:uid>/", sistem.satu, name="sistem_akun_satu"),
    path("kerja/sistem/akun/<uuid:uid>/peran/", sistem.beri_peran, name="sistem_akun_peran"),
    path("kerja/sistem/akun/<uuid:uid>/akhiri/", sistem.akhiri_peran, name="sistem_akun_akhiri"),
    path("kerja/sistem/akun/<uuid:uid>/atur-ulang/", sistem.atur_ulang, name="sistem_akun_atur_ulang"),
]
