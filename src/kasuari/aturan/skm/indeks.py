"""Rumus IKM dan mutu, sama pada semua rezim."""

import numpy as np

from ..bulat import bagi_setengah_ke_atas, ke_skala
from ..galat import Cacat, MasukanTidakSah
from ..masukan import Kolom
from ..rumus import Pembaca, rumus

SKALA = 100  # IKM dua desimal
SKALA_NRR = 10_000  # nilai rata-rata paling banyak empat desimal
METODE = {"eksak": 1, "3_desimal": 2, "2_desimal": 3}
_DESIMAL_METODE = {2: 1000, 3: 100}
MUTU = {"A": 1, "B": 2, "C": 3, "D": 4}
_DASAR = "KEP/25/M.PAN/2/2004; PermenPANRB 14/2017"


@rumus(satuan="cara", label={v: k for k, v in METODE.items()}, berlaku="2004-02-24", dasar=_DASAR)
def cara_bobot(metode_bobot: Kolom, *, p: Pembaca) -> Kolom:
    """Cara menulis bobot: yang dipilih, atau yang ditetapkan daerah bila tidak dipilih.

    Kode METODE.
    """
    kosong = metode_bobot == 0
    if not kosong.any():
        return metode_bobot
    return np.where(kosong, METODE[p.nilai("skm_metode_bobot")], metode_bobot)


@rumus(satuan="bilangan", berlaku="2004-02-24", dasar=_DASAR)
def penyebut_bobot(banyak_unsur: Kolom, cara_bobot: Kolom, *, p: Pembaca) -> Kolom:
    """Penyebut bobot: banyak unsur bila tepat, 1000 atau 100 bila bobot ditulis 3 atau 2 desimal."""
    hasil = banyak_unsur.copy()
    for kode, penyebut in _DESIMAL_METODE.items():
        hasil[cara_bobot == kode] = penyebut
    return hasil


@rumus(satuan="bilangan", berlaku="2004-02-24", dasar=_DASAR)
def pembilang_bobot(banyak_unsur: Kolom, penyebut_bobot: Kolom, cara_bobot: Kolom, *, p: Pembaca) -> Kolom:
    """Pembilang bobot tiap unsur: 1 bila tepat, selainnya satu per banyak unsur yang dibulatkan."""
    bulat = bagi_setengah_ke_atas(penyebut_bobot, banyak_unsur)
    return np.where(cara_bobot == METODE["eksak"], 1, bulat)


@rumus(satuan="poin", skala=SKALA, berlaku="2004-02-24", dasar=_DASAR)
def ikm(jumlah_nrr: Kolom, pembilang_bobot: Kolom, penyebut_bobot: Kolom, *, p: Pembaca) -> Kolom:
    """Indeks kepuasan masyarakat: jumlah nilai rata-rata kali bobot kali pengali.

    Pada skala 100; dibulatkan sekali, HALF_UP dua desimal, sesudah seluruh perhitungan.
    """
    atas = jumlah_nrr * pembilang_bobot * (p.nilai("skm_pengali") * SKALA)
    return bagi_setengah_ke_atas(atas, penyebut_bobot * SKALA_NRR)


@rumus(satuan="mutu", label={v: k for k, v in MUTU.items()}, berlaku="2004-02-24", dasar=_DASAR)
def mutu(ikm: Kolom, *, p: Pembaca) -> Kolom:
    """Mutu pelayanan menurut batas rezim: A sangat baik sampai D tidak baik.

    Kode MUTU. Batas dibandingkan dengan IKM dua desimal. Galat: `MasukanTidakSah` di bawah batas D.
    """
    batas = {huruf: ke_skala(n, SKALA) for huruf, n in p.tabel("skm_mutu").items()}
    rendah = np.flatnonzero(ikm < min(batas.values()))
    if len(rendah):
        boleh = (f"{p.tabel('skm_mutu')['D']} sampai 100",)
        raise MasukanTidakSah([Cacat("ikm", "di bawah nilai terendah", boleh, int(i)) for i in rendah])
    hasil = np.zeros(len(ikm), dtype=np.int64)
    for huruf, dari in sorted(batas.items(), key=lambda b: b[1]):
        hasil[ikm >= dari] = MUTU[huruf]
    return hasil


RUMUS_IKM = (cara_bobot, penyebut_bobot, pembilang_bobot, ikm, mutu)
