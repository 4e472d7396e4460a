"""TPP sebulan sebelum kinerja dan disiplin: kelas jabatan kali indeks daerah, lalu persen tiap kriteria.

Dasar: PP 12/2019 Pasal 58; Kepmendagri 900-4700/2020. Besarnya tiap kelas dan indeks adalah tarif daerah; yang
belum diisi menahan hitungannya.
"""

import numpy as np

from ..bulat import bagi_tak_negatif, bagian_persen
from ..galat import ParameterRusak
from ..masukan import Kolom, bilangan, persen
from ..rumus import Pembaca, Susunan, deret, rumus
from ..tarif import BELUM, sel_tarif, wajib_terisi

_KEPMEN = "Kepmendagri 900-4700/2020"
_BERLAKU = "2020-01-01"
_INDEKS = ("fiskal", "kemahalan", "pemerintahan")
SKALA_INDEKS = 1000
TERBESAR = 2**62  # hasil kali antara harus muat int64
KELAS = 17  # kelas jabatan tertinggi; batas kewarasan masukan
_LABEL_KELAS = {k: f"kelas {k}" for k in range(KELAS + 1)}
KRITERIA = {
    "beban_kerja": "beban kerja",
    "prestasi_kerja": "prestasi kerja",
    "tempat_bertugas": "tempat bertugas",
    "kondisi_kerja": "kondisi kerja",
    "kelangkaan_profesi": "kelangkaan profesi",
    "pertimbangan_objektif": "pertimbangan objektif lainnya",
}


@rumus(satuan="rupiah", berlaku=_BERLAKU, dasar=_KEPMEN)
def tunjangan_bpk(kelas_jabatan: Kolom, *, p: Pembaca) -> Kolom:
    """Tunjangan kinerja BPK untuk kelas jabatan itu."""
    sel = [BELUM, *(sel_tarif(p.buku, ("tpp_bpk", str(k))) for k in range(1, KELAS + 1))]
    p.catat("tpp_bpk", str(int(kelas_jabatan[0])) if len(kelas_jabatan) == 1 else None)
    hasil = np.array(sel, dtype=np.int64)[kelas_jabatan]
    return wajib_terisi(hasil, "kelas_jabatan", "TPP dasar", kelas_jabatan, _LABEL_KELAS)


@rumus(satuan="rupiah", berlaku=_BERLAKU, dasar=_KEPMEN)
def basic_tpp(tunjangan_bpk: Kolom, kelas_jabatan: Kolom, *, p: Pembaca) -> Kolom:
    """TPP dasar: tunjangan kelas jabatan kali indeks fiskal, kemahalan, dan penyelenggaraan.

    Dibulatkan HALF_UP ke rupiah penuh.
    """
    hasil = tunjangan_bpk
    for nama in _INDEKS:
        p.catat("tpp_indeks", nama)
        indeks = np.full_like(hasil, sel_tarif(p.buku, ("tpp_indeks", nama), SKALA_INDEKS))
        wajib_terisi(indeks, "tpp_indeks", f"indeks {nama}", kelas_jabatan, _LABEL_KELAS)
        if (hasil > TERBESAR // np.maximum(indeks, 1)).any():
            raise ParameterRusak(f"tpp_indeks {nama} atau tpp_bpk terlalu besar untuk dihitung tepat.")
        hasil = hasil * indeks
    return bagi_tak_negatif(hasil, SKALA_INDEKS ** len(_INDEKS))


def _kriteria(basic_tpp: Kolom, persen_kriteria: Kolom, *, p: Pembaca) -> Kolom:
    return bagian_persen(basic_tpp, persen_kriteria)


_TIAP_KRITERIA = tuple(
    deret(
        _kriteria,
        f"tpp_{kode}",
        f"TPP kriteria {nama}: persen dari TPP dasar",
        ("basic_tpp", f"persen_{kode}"),
        satuan="rupiah",
        berlaku="2019-03-12",
        dasar="PP 12/2019 Pasal 58",
    )
    for kode, nama in KRITERIA.items()
)


@rumus(satuan="rupiah", berlaku="2019-03-12", dasar="PP 12/2019 Pasal 58")
def tpp_dasar(
    tpp_beban_kerja: Kolom,
    tpp_prestasi_kerja: Kolom,
    tpp_tempat_bertugas: Kolom,
    tpp_kondisi_kerja: Kolom,
    tpp_kelangkaan_profesi: Kolom,
    tpp_pertimbangan_objektif: Kolom,
    *,
    p: Pembaca,
) -> Kolom:
    """TPP sebulan: jumlah semua kriteria, masing-masing satu mata anggaran."""
    tugas = tpp_beban_kerja + tpp_prestasi_kerja + tpp_tempat_bertugas + tpp_kondisi_kerja
    return tugas + tpp_kelangkaan_profesi + tpp_pertimbangan_objektif


SUSUNAN = Susunan(
    "tpp_dasar",
    {
        "kelas_jabatan": bilangan("kelas_jabatan", 1, KELAS),
        **{f"persen_{k}": persen(f"persen_{k}", 0) for k in KRITERIA},
    },
    (tunjangan_bpk, basic_tpp, *_TIAP_KRITERIA, tpp_dasar),
)
