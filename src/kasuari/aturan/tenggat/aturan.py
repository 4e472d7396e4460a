"""Aturan sebuah tenggat: lama, satuan, sejak kapan dihitung, dan apakah jamnya boleh berhenti."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..buku import INGATAN, SUMBER, Buku
from ..galat import ParameterRusak, tolak
from ..parameter import semua

AWALAN, SATUAN_PARAMETER = "tenggat_", "tenggat"
KEWAJIBAN = {
    kode.removeprefix(AWALAN): nomor
    for nomor, kode in enumerate((k for k, p in semua().items() if p.satuan == SATUAN_PARAMETER), 1)
}
MENIT_KERJA, JAM_KERJA, JAM, HARI_KERJA, HARI, BULAN = (
    *("menit kerja", "jam kerja", "jam", "hari kerja", "hari", "bulan"),
)
SATUAN = (MENIT_KERJA, JAM_KERJA, JAM, HARI_KERJA, HARI, BULAN)
BERJAM = (MENIT_KERJA, JAM_KERJA, JAM)  # hasilnya tanggal dan jam
HARI_SESUDAHNYA, HARI_ITU_JUGA, SAAT_ITU_JUGA = "hari sesudahnya", "hari itu juga", "saat itu juga"
HITUNG_DARI = (HARI_SESUDAHNYA, HARI_ITU_JUGA, SAAT_ITU_JUGA)
LAMA_TERBANYAK = 100_000  # batas kewarasan masukan, bukan aturan
# paling lama yang masih wajar bagi sebuah tenggat; lewat itu pasti salah ketik atau salah satuan
_LAMA_WAJAR = {MENIT_KERJA: 100_000, JAM_KERJA: 9_000, JAM: 9_000, HARI_KERJA: 1_000, HARI: 3_650, BULAN: 120}


@dataclass(frozen=True, slots=True)
class AturanTenggat:
    """Satu tenggat pada satu buku. `geser`: yang jatuh pada hari libur pindah ke hari kerja berikutnya."""

    nama: str
    lama: int
    satuan: str
    sejak: str
    hitung_dari: str
    jeda: bool
    geser: bool
    dasar: str
    keyakinan: str


def cara_tenggat(kode: str, buku: Buku) -> Mapping[str, Any]:
    """Sel-sel parameter tenggat `kode`, terperiksa. Galat: `ParameterRusak` bila ketentuan daerah membuatnya mustahil."""
    cara = buku.tabel(kode)
    if cara["satuan"] not in SATUAN or cara["hitung_dari"] not in HITUNG_DARI:
        raise ParameterRusak(
            f"Parameter '{kode}' tidak dapat dihitung: satuan {', '.join(SATUAN)}, "
            f"hitung_dari {', '.join(HITUNG_DARI)}."
        )
    atas = _LAMA_WAJAR[cara["satuan"]]
    if not isinstance(cara["lama"], int) or not 1 <= cara["lama"] <= atas:
        raise ParameterRusak(
            f"Parameter '{kode}' tidak dapat dihitung: lama harus bilangan bulat 1 sampai {atas} {cara['satuan']}."
        )
    return cara


def aturan_tenggat(kewajiban: str, buku: Buku) -> AturanTenggat:
    """Aturan tenggat sebuah kewajiban (`KEWAJIBAN`), mis. 'aduan_verifikasi'. Galat: `MasukanTidakSah`."""
    if kewajiban not in KEWAJIBAN:
        raise tolak("kewajiban", f"tenggat '{kewajiban}' tidak dikenal", KEWAJIBAN)
    kode = f"{AWALAN}{kewajiban}"
    v = buku.versi(kode)
    # sel `jeda` hanya menentukan bila jam benar-benar dihentikan; hitungan lain tidak ikut ragu karenanya
    pakai = ("lama", "satuan", "hitung_dari", "sejak")
    yakin = INGATAN if any(v.yakin(k) == INGATAN for k in pakai) else SUMBER
    return AturanTenggat(semua()[kode].nama, **cara_tenggat(kode, buku), dasar=v.dasar, keyakinan=yakin)


def norma_layanan(lama: int, satuan: str, buku: Buku) -> AturanTenggat:
    """Norma waktu sebuah layanan: lama dan satuannya dari standar pelayanan layanan itu sendiri.

    Dihitung sejak berkas lengkap; berhenti selama menunggu pemohon. Dasar: PermenPANRB 15/2014.
    Galat: `MasukanTidakSah` menyebut satuan dan rentang yang boleh.
    """
    if satuan not in SATUAN:
        raise tolak("satuan", f"satuan '{satuan}' tidak dikenal", SATUAN)
    if isinstance(lama, bool) or not isinstance(lama, int) or not 1 <= lama <= LAMA_TERBANYAK:
        raise tolak("lama", f"lama {lama!r}", [f"bilangan bulat 1 sampai {LAMA_TERBANYAK}"])
    v = buku.versi("tenggat_layanan")
    cara = {**v.nilai, "hitung_dari": SAAT_ITU_JUGA} if satuan in BERJAM else dict(v.nilai)
    return AturanTenggat("Norma waktu layanan", lama, satuan, dasar=v.dasar, keyakinan=v.yakin(), **cara)
