"""Hitung pajak saya: PPh 21 bulan biasa menurut tarif efektif, atau hitungan akhir tahun."""

from django.utils.translation import gettext_lazy as _

from kasuari.aturan import pph21
from kasuari.dasar.ketentuan.kalkulator.rangka import Bagian, Hitungan, Rincian, dari

_BULAN, _AKHIR = pph21.SKEMA["bulanan"], pph21.SKEMA["masa_terakhir"]
CATATAN = _("Pajak gaji PNS ditanggung pemerintah; pajak TPP dan honorarium dapat berbeda tarifnya.")

HITUNGAN = Hitungan(
    "pajak",
    _("Hitung pajak saya (PPh 21)"),
    _("Pajak sebulan menurut tarif efektif, atau hitungan akhir tahun dengan PTKP dan biaya jabatan."),
    pokok=("pph21",),
    ragam=(
        Hitungan(
            "bulan",
            _("Pajak satu bulan"),
            _("Januari sampai November, atau bulan mana pun selain bulan terakhir."),
            dari(_BULAN),
            (
                Bagian(
                    _("Pajak bulan itu"),
                    lambda isi, hari: {n: isi[n] for n in _BULAN.bidang if n in isi},
                    {
                        "pph21": _("PPh 21"),
                        "tarif_ter": _("Tarif efektif"),
                        "kategori_ter": _("Kategori tarif"),
                    },
                    _BULAN,
                ),
            ),
            catatan=CATATAN,
        ),
        Hitungan(
            "akhir",
            _("Pajak setahun"),
            _("Desember atau bulan terakhir bekerja: pajak setahun dikurangi yang sudah dipotong."),
            dari(_AKHIR),
            (
                Bagian(
                    _("Pajak tahun itu"),
                    lambda isi, hari: {n: isi[n] for n in _AKHIR.bidang if n in isi},
                    {
                        "pph21_setahun": _("PPh 21 setahun"),
                        "pph21_masa_terakhir": _("PPh 21 bulan terakhir"),
                    },
                    _AKHIR,
                    kecil=(
                        Rincian(
                            "",
                            {
                                "neto_setahun": _("Penghasilan neto"),
                                "ptkp": _("PTKP"),
                                "pkp": _("Penghasilan kena pajak"),
                                "pph21_dikembalikan": _("Lebih potong yang dikembalikan"),
                            },
                        ),
                    ),
                ),
            ),
            catatan=CATATAN,
        ),
    ),
)
