"""Hitung IKM: dari nilai rata-rata sembilan unsur ke indeks dan mutunya, dan berapa responden yang diperlukan."""

from datetime import date

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kasuari.aturan import skm
from kasuari.aturan.buku import Buku
from kasuari.dasar.ketentuan.kalkulator.rangka import Bagian, Hitungan, Isi, Isian, Jejak, dari
from kasuari.dasar.ketentuan.kata import Label
from kasuari.dasar.rupa.bahan import Butir

_SURVEI = skm.SUSUNAN["PERMENPANRB_14_2017"]
_DASAR = skm.buku_rezim("PERMENPANRB_14_2017").versi("skm_unsur").dasar
_UNSUR = tuple(n for n in _SURVEI.bidang if n != "metode_bobot")


def _kurang(jejak: Jejak, isi: Isi, hari: date, buku: Buku) -> list[Butir]:
    """Unsur yang tidak dinilai disebut, sebab indeksnya bukan indeks sembilan unsur menurut peraturannya."""
    kosong = [n for n in _UNSUR if n not in isi]
    if not kosong:
        return []
    kepala = gettext("Baru %(n)s dari %(m)s unsur yang dinilai. Hasilnya belum IKM menurut peraturan.")
    sebut = "; ".join(str(i.label.judul) for i in dari(_SURVEI, *kosong))
    return [
        Butir(
            kepala % {"n": len(_UNSUR) - len(kosong), "m": len(_UNSUR)},
            tanda=gettext("kurang"),
            nada="ingat",
            keterangan=gettext("Belum dinilai: %(u)s. Dasar: %(d)s.") % {"u": sebut, "d": _DASAR},
        )
    ]


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
            rinci=_kurang,
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
