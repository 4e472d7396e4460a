"""Perjanjian paruh waktu setahun berikutnya: mulai begitu yang lama berakhir dan kinerjanya cukup."""

from django.utils.translation import gettext as _

from kasuari.aparatur.usulan import kontrak
from kasuari.aparatur.usulan.bahan import Bahan
from kasuari.aparatur.usulan.rangka import Isian, Timbang


def timbang(b: Bahan, isian: Isian) -> Timbang:
    """Dasar: KepmenPANRB 16/2025 (perjanjian tiap satu tahun, upah paling sedikit sebesar sebelumnya).

    Upah lama dari perjanjian terakhirnya; isian borang hanya dipakai selama register belum mencatatnya.
    """
    assert isian.tmt is not None
    tahun = int(b.buku(isian.tmt).nilai("usulan_paruh_waktu_tahun"))
    hasil = kontrak.timbang_perpanjang(b, isian, tahun, "paruh_waktu")
    upah, lama = isian.data.get("upah"), hasil.isi.get("upah_lama") or isian.data.get("upah_lama")
    kurang = list(hasil.kurang)
    if any(n is not None and (not isinstance(n, int) or n <= 0) for n in (upah, lama)):
        kurang.append(_("Upah harus rupiah penuh lebih dari nol."))
    elif upah and lama and upah < lama:
        kurang.append(_("Upah baru lebih kecil daripada upah sebelumnya (KepmenPANRB 16/2025)."))
    return Timbang({**hasil.isi, "upah_lama": lama} if hasil.isi else {}, hasil.langkah, kurang)
