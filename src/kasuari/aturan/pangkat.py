"""Kenaikan pangkat: periode, waktu paling awal, penyesuaian ijazah, dan masa kerja golongan sesudahnya.

Dasar: PP 99/2000 jo. PP 12/2002; Peraturan BKN 4/2023 dan 4/2025.
"""

from datetime import date
from types import MappingProxyType

from .buku import Buku
from .galat import tolak
from .golongan import KODE_PNS
from .masa_kerja import awal_bulan, indeks_bulan, tambah_tahun

_PADANAN_IJAZAH = MappingProxyType(
    {"SLTP": "SMP", "SLTA": "SMA", "SMK": "SMA", "SARJANAMUDA": "D3", "DOKTER": "S2", "APOTEKER": "S2"}
    | {"DI": "D1", "DII": "D2", "DIII": "D3", "DIV": "D4"}
)


def periode_sah(tmt: date, jenis: str, buku: Buku) -> bool:
    """Apakah TMT jatuh pada periode kenaikan pangkat menurut buku hari TMT itu."""
    if jenis.lower() in buku.nilai("kp_luar_periode"):
        return True
    return tmt.day == 1 and tmt.month in buku.nilai("kp_periode_bulan")


def reguler_paling_awal(tmt_terakhir: date, diketahui: date = date.max) -> date:
    """TMT paling awal kenaikan pangkat reguler: genap masanya, lalu periode pertama yang sah."""
    masa = Buku.susun(tmt_terakhir, diketahui).nilai("kp_reguler_tahun")
    genap = tambah_tahun(tmt_terakhir, masa)
    bulan = indeks_bulan(genap) + (genap.day > 1)
    while not periode_sah(awal_bulan(bulan), "reguler", Buku.susun(awal_bulan(bulan), diketahui)):
        bulan += 1
    return awal_bulan(bulan)


def penyesuaian_ijazah(ijazah: str, golongan: str, buku: Buku) -> tuple[str, int]:
    """(golongan baru, masa paling sedikit dalam pangkat terakhir, tahun).

    Galat: `MasukanTidakSah` bila ijazah tidak dikenal atau golongan kini sudah setinggi itu.
    """
    tabel = buku.tabel("kp_ijazah")
    # 'S-1/D-IV' dan 'SLTA / D-I' menyebut padanannya sendiri: cukup satu bagian yang dikenal
    bagian = [b.replace("-", "").replace(" ", "") for b in ijazah.upper().split("/")]
    rapi = next((r for b in bagian if (r := _PADANAN_IJAZAH.get(b, b)) in tabel), None)
    if rapi is None:
        raise tolak("ijazah", f"ijazah '{ijazah}' tidak dikenal", tabel)
    baru = str(tabel[rapi])
    if golongan not in KODE_PNS or KODE_PNS[golongan] >= KODE_PNS[baru]:
        raise tolak("golongan", f"{golongan} tidak di bawah {baru}", [f"golongan PNS di bawah {baru}"])
    return baru, buku.nilai("kp_ijazah_tahun")


def mkg_sesudah_pindah(golongan_lama: str, mkg: int, golongan_baru: str, buku: Buku) -> int:
    """MKG (bulan) sesudah kenaikan pangkat: dipotong hanya saat pindah golongan; tidak pernah negatif."""
    lama, baru = golongan_lama.split("/")[0], golongan_baru.split("/")[0]
    if lama == baru:
        return mkg
    potong = buku.tabel("mkg_potong_pindah_golongan")
    kunci = f"{lama}-{baru}"
    if kunci not in potong:
        raise tolak("golongan_baru", f"perpindahan {golongan_lama} ke {golongan_baru} tidak diatur", potong)
    return max(0, mkg - potong[kunci])
