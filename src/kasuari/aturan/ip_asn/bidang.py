"""Kolom masukan indeks: kode yang dipakai di kolom, dan bidang yang memeriksanya.

Semua kode mulai 1; 0 = data tidak ada, dan mendapat poin sel 'kosong' pada parameternya (kini 0, sebab
BKN menghitung apa yang ada di SIASN). Poin selalu bilangan bulat pada skala 100: 22,5 poin = 2250.
"""

from types import MappingProxyType

from ..masukan import bilangan, pilihan, ya

SKALA = 100  # poin berdesimal dua
DIMENSI = ("kualifikasi", "kompetensi", "kinerja", "disiplin")

PENDIDIKAN = MappingProxyType(
    {"BELOW_SLTA": 1, "SLTA": 2, "D1": 3, "D2": 4, "D3": 5, "D4": 6, "S1": 7, "S2": 8, "S3": 9}
)
PADANAN_PENDIDIKAN = MappingProxyType(
    {"SD": 1, "SMP": 1, "SLTP": 1, "SMA": 2, "SMK": 2, "MA": 2, "SM": 5}
    | {"D-I": 3, "D-II": 4, "D-III": 5, "D-IV": 6, "S-1": 7, "S-2": 8, "S-3": 9}
)
JABATAN = MappingProxyType({"jpt": 1, "administrator": 2, "pengawas": 3, "fungsional": 4, "pelaksana": 5})
PREDIKAT = MappingProxyType(
    {"Sangat Baik": 1, "Baik": 2, "Butuh Perbaikan": 3, "Kurang": 4, "Sangat Kurang": 5}
)
# 'none' = sudah diperiksa dan tidak ada hukuman; 0 = belum ada data
HUKDIS = MappingProxyType({"none": 1, "ringan": 2, "sedang": 3, "berat": 4})
KESESUAIAN = MappingProxyType({"lower_than_required": 1, "as_required": 2, "higher_than_required": 3})
KATEGORI = MappingProxyType({"Sangat Rendah": 1, "Rendah": 2, "Sedang": 3, "Tinggi": 4, "Sangat Tinggi": 5})

JP_TERBANYAK = 10_000  # batas kewarasan masukan, bukan aturan: lebih dari jam kerja lima tahun
BELUM_ADA = -1  # penanda kolom angka yang tidak ada datanya

_BERSAMA = {
    "predikat": pilihan("predikat", PREDIKAT),
    "hukdis": pilihan("hukdis", HUKDIS),
}
BIDANG_PERBAN8 = MappingProxyType(
    {
        "pendidikan": pilihan("pendidikan", PENDIDIKAN, padanan=PADANAN_PENDIDIKAN),
        "jabatan": pilihan("jabatan", JABATAN),
        "diklat_pim": ya("diklat_pim"),
        "diklat_fungsional": ya("diklat_fungsional"),
        "diklat_teknis_jp": bilangan("diklat_teknis_jp", 0, JP_TERBANYAK, bawaan=0),
        "seminar": ya("seminar"),
        "nilai_skp": bilangan("nilai_skp", 0, 120 * SKALA, bawaan=BELUM_ADA, skala=SKALA),
        **_BERSAMA,
    }
)
BIDANG_SURAT4190 = MappingProxyType(
    {
        "kualifikasi_vs_jabatan": pilihan("kualifikasi_vs_jabatan", KESESUAIAN),
        "bangkom_points": bilangan("bangkom_points", 0, 40 * SKALA, bawaan=BELUM_ADA, skala=SKALA),
        "bangkom_jp": bilangan("bangkom_jp", 0, JP_TERBANYAK, bawaan=0),
        **_BERSAMA,
    }
)
