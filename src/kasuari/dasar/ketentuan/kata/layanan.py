"""Nama masukan layanan, survei, seleksi, dan tenggat."""

from django.utils.translation import gettext_lazy as _

from kasuari.dasar.ketentuan.kata.label import Label

BIDANG: dict[str, Label] = {
    "kewajiban": Label(_("Kewajiban yang bertenggat")),
    "tenggat.mulai": Label(_("Dihitung sejak"), _("Contoh: 1 3 2026")),
    "tenggat.sampai": Label(_("Sampai tanggal"), _("Contoh: 31 3 2026")),
    "jeda": Label(_("Lama jeda"), _("Waktu menunggu pelapor, dalam satuan tenggatnya.")),
    "jalur": Label(_("Jalur pendaftaran")),
    "twk": Label(_("Nilai TWK"), _("Tes wawasan kebangsaan.")),
    "tiu": Label(_("Nilai TIU"), _("Tes intelegensia umum.")),
    "tkp": Label(_("Nilai TKP"), _("Tes karakteristik pribadi.")),
    "skd": Label(_("Nilai SKD")),
    "skb": Label(_("Nilai SKB"), _("Contoh: 412,5")),
    "skd_maks": Label(_("Nilai SKD tertinggi yang mungkin"), _("Kosongkan untuk memakai aturan.")),
    "skb_maks": Label(_("Nilai SKB tertinggi yang mungkin"), _("Kosongkan untuk memakai aturan.")),
    "bobot_skd": Label(_("Bobot SKD"), _("Dalam persen. Kosongkan untuk memakai aturan."), "persen"),
    "bobot_skb": Label(_("Bobot SKB"), _("Dalam persen. Kosongkan untuk memakai aturan."), "persen"),
    "persyaratan": Label(_("Persyaratan"), _("Nilai rata-rata unsur, 1 sampai 4.")),
    "prosedur": Label(_("Sistem, mekanisme, dan prosedur"), _("Nilai rata-rata unsur, 1 sampai 4.")),
    "waktu": Label(_("Waktu penyelesaian"), _("Nilai rata-rata unsur, 1 sampai 4.")),
    "biaya": Label(_("Biaya atau tarif"), _("Nilai rata-rata unsur, 1 sampai 4.")),
    "produk": Label(_("Produk spesifikasi jenis pelayanan"), _("Nilai rata-rata unsur, 1 sampai 4.")),
    "kompetensi": Label(_("Kompetensi pelaksana"), _("Nilai rata-rata unsur, 1 sampai 4.")),
    "perilaku": Label(_("Perilaku pelaksana"), _("Nilai rata-rata unsur, 1 sampai 4.")),
    "pengaduan": Label(
        _("Penanganan pengaduan, saran, dan masukan"), _("Nilai rata-rata unsur, 1 sampai 4.")
    ),
    "sarpras": Label(_("Sarana dan prasarana"), _("Nilai rata-rata unsur, 1 sampai 4.")),
    "maklumat": Label(_("Maklumat pelayanan"), _("Nilai rata-rata unsur, 1 sampai 4.")),
    "kejelasan_petugas": Label(_("Kejelasan petugas"), _("Nilai rata-rata unsur, 1 sampai 4.")),
    "kedisiplinan_petugas": Label(_("Kedisiplinan petugas"), _("Nilai rata-rata unsur, 1 sampai 4.")),
    "tanggung_jawab_petugas": Label(_("Tanggung jawab petugas"), _("Nilai rata-rata unsur, 1 sampai 4.")),
    "kemampuan_petugas": Label(_("Kemampuan petugas"), _("Nilai rata-rata unsur, 1 sampai 4.")),
    "kecepatan": Label(_("Kecepatan pelayanan"), _("Nilai rata-rata unsur, 1 sampai 4.")),
    "keadilan": Label(_("Keadilan mendapat pelayanan"), _("Nilai rata-rata unsur, 1 sampai 4.")),
    "kesopanan_keramahan": Label(_("Kesopanan dan keramahan"), _("Nilai rata-rata unsur, 1 sampai 4.")),
    "kewajaran_biaya": Label(_("Kewajaran biaya"), _("Nilai rata-rata unsur, 1 sampai 4.")),
    "kepastian_biaya": Label(_("Kepastian biaya"), _("Nilai rata-rata unsur, 1 sampai 4.")),
    "kepastian_jadwal": Label(_("Kepastian jadwal"), _("Nilai rata-rata unsur, 1 sampai 4.")),
    "kenyamanan_lingkungan": Label(_("Kenyamanan lingkungan"), _("Nilai rata-rata unsur, 1 sampai 4.")),
    "keamanan": Label(_("Keamanan pelayanan"), _("Nilai rata-rata unsur, 1 sampai 4.")),
    "metode_bobot": Label(_("Cara membobot unsur")),
    "jumlah_nrr": Label(_("Jumlah nilai rata-rata semua unsur"), _("Contoh: 29,16")),
    "banyak_unsur": Label(_("Banyak unsur"), satuan="unsur"),
    "populasi": Label(_("Banyak penerima layanan"), _("Dalam satu masa survei."), "orang"),
}
