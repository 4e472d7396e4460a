"""Jumlah responden paling sedikit dari banyaknya pengguna layanan (Krejcie dan Morgan)."""

import numpy as np

from ..buku import Buku
from ..bulat import bagi_setengah_ke_atas, ke_skala
from ..masukan import Kolom, bilangan
from ..rumus import Pembaca, Susunan, hitung, rumus

_TERBESAR = 10**11  # batas int64: di atasnya hasil kali tidak muat


@rumus(satuan="orang", berlaku="2017-05-15", dasar="PermenPANRB 14/2017 (tabel Krejcie dan Morgan)")
def responden_paling_sedikit(populasi: Kolom, *, p: Pembaca) -> Kolom:
    """Responden paling sedikit, dari banyaknya pengguna layanan pada periode lalu.

    Orang, dibulatkan ke terdekat: khi kuadrat x N x P(1-P) / (galat^2 (N-1) + khi kuadrat x P(1-P)).
    """
    tetapan = p.tabel("skm_sampel")
    khi, peluang, galat = (
        ke_skala(tetapan[k], s) for k, s in (("khi_kuadrat", 1000), ("peluang", 100), ("galat", 100))
    )
    ragam = khi * peluang * (100 - peluang)
    return bagi_setengah_ke_atas(populasi * ragam, galat * galat * 1000 * (populasi - 1) + ragam)


SUSUNAN_SAMPEL = Susunan(
    "skm_sampel", {"populasi": bilangan("populasi", 1, _TERBESAR)}, (responden_paling_sedikit,)
)


def paling_sedikit(populasi: int, buku: Buku) -> int:
    """Responden paling sedikit untuk satu populasi (orang). Galat: `MasukanTidakSah`."""
    hasil = hitung(SUSUNAN_SAMPEL, {"populasi": [populasi]}, buku, ["responden_paling_sedikit"])
    return int(np.asarray(hasil["responden_paling_sedikit"])[0])
