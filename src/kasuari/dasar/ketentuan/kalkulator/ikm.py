"""Hitung IKM: dari nilai rata-rata sembilan unsur ke indeks dan mutunya, dan berapa responden yang diperlukan."""

from django.utils.translation import gettext_lazy as _

from kasuari.aturan import skm
from kasuari.dasar.ketentuan.kalkulator.rangka import Bagian, Hitungan, Isian, dari
from kasuari.dasar.ketentuan.kata import Label

_SURVEI = skm.SUSUNAN["PERMENPANRB_14_2017"]
_UNSUR = tuple(n for n in _SURVEI.bidang if n != "metode_bobot")

HITUNGAN = Hitungan(
    "ikm",
    _("Hitung indeks kepuasan (IKM)"),
    _("Dari nilai rata-rata tiap unsur survei ke indeks dan mutu pelayanan, menurut PermenPANRB 14/2017."),
    (
        *dari(_SURVEI, *_UNSUR),
        Isian(
            "populasi",
            Label(
                _("Banyak penerima layanan"),
                _("Isi bila ingin tahu berapa responden yang diperlukan."),
                "orang",
            ),
            skm.SUSUNAN_SAMPEL.bidang["populasi"],
            boleh_kosong=True,
        ),
    ),
    (
        Bagian(
            _("Indeks kepuasan"),
            lambda isi, hari: {n: isi[n] for n in _UNSUR if n in isi},
            {"ikm": _("IKM"), "mutu": _("Mutu pelayanan")},
            _SURVEI,
        ),
        Bagian(
            _("Responden"),
            lambda isi, hari: {"populasi": isi["populasi"]},
            {"responden_paling_sedikit": _("Responden paling sedikit")},
            skm.SUSUNAN_SAMPEL,
            bila=lambda isi: "populasi" in isi,
        ),
    ),
    ("skm",),
)
