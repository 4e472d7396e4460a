"""Hitung gaji saya: slip sebulan dari golongan, masa kerja, keluarga, dan jabatan."""

from django.utils.translation import gettext_lazy as _

from kasuari.aturan import gaji
from kasuari.dasar.ketentuan.kalkulator.rangka import Bagian, Hitungan, Rincian, dari

_SLIP = gaji.SKEMA["bulanan"]
_ISIAN = (
    *("status", "golongan", "mkg", "status_ptkp", "pasangan_ditanggung", "anak_ditanggung"),
    *("eselon", "jabatan_fungsional", "bertugas_di_papua", "potongan_lain"),
)
# setiap lajur slip ada di sini, supaya kedua daftar berjumlah tepat sama dengan jumlahnya; iuran pemberi kerja
# masuk sebagai penghasilan lalu disetorkan sebagai potongan
_PENGHASILAN = {
    "gaji_pokok": _("Gaji pokok"),
    "tunjangan_suami_istri": _("Tunjangan suami atau istri"),
    "tunjangan_anak": _("Tunjangan anak"),
    "tunjangan_struktural": _("Tunjangan struktural"),
    "tunjangan_fungsional": _("Tunjangan fungsional"),
    "tunjangan_umum": _("Tunjangan umum"),
    "tunjangan_beras": _("Tunjangan beras"),
    "tunjangan_khusus_papua": _("Tunjangan khusus Papua"),
    "tunjangan_bpjs": _("Iuran kesehatan dari pemberi kerja"),
    "tunjangan_jkk": _("Jaminan kecelakaan kerja dari pemberi kerja"),
    "tunjangan_jkm": _("Jaminan kematian dari pemberi kerja"),
    "tunjangan_tapera": _("Tapera dari pemberi kerja"),
    "tunjangan_pph": _("PPh 21 ditanggung pemerintah"),
    "pembulatan": _("Pembulatan"),
}
_POTONGAN = {
    "potongan_iwp": _("Iuran wajib pegawai"),
    "potongan_bpjs_pegawai": _("Iuran kesehatan pegawai"),
    "potongan_bpjs_keluarga": _("Iuran kesehatan keluarga tambahan"),
    "tunjangan_bpjs": _("Iuran kesehatan pemberi kerja, disetorkan"),
    "tunjangan_jkk": _("Jaminan kecelakaan kerja, disetorkan"),
    "tunjangan_jkm": _("Jaminan kematian, disetorkan"),
    "potongan_tapera": _("Tapera pegawai"),
    "tunjangan_tapera": _("Tapera pemberi kerja, disetorkan"),
    "potongan_beras": _("Beras yang diterima berupa beras"),
    "pph21": _("PPh 21"),
    "potongan_lain": _("Potongan lain"),
}

HITUNGAN = Hitungan(
    "gaji",
    _("Hitung gaji saya"),
    _("Slip sebulan PNS, CPNS, atau PPPK: tunjangan, iuran, pajak, dan yang dibayarkan, dengan pasalnya."),
    dari(_SLIP, *_ISIAN),
    (
        Bagian(
            _("Gaji sebulan"),
            lambda isi, hari: {n: isi[n] for n in _ISIAN if n in isi},
            {
                "jumlah_dibayarkan": _("Yang dibayarkan"),
                "jumlah_kotor": _("Jumlah kotor"),
                "jumlah_potongan": _("Jumlah potongan"),
            },
            _SLIP,
            kecil=(Rincian(_("Penghasilan"), _PENGHASILAN), Rincian(_("Potongan"), _POTONGAN)),
        ),
    ),
    ("gaji",),
    _("Tanpa TPP, THR, dan gaji ketiga belas. Slip sungguhan dibuat bendahara dari data kepegawaian Anda."),
)
