"""Kode dan bidang masukan slip gaji."""

from collections.abc import Mapping
from types import MappingProxyType

from ..golongan import KODE_GOLONGAN
from ..masukan import Bidang, bilangan, lama_kerja, pilihan, rupiah, ya
from ..parameter import semua
from ..pph21.bidang import BIDANG_STATUS

PNS, CPNS, PPPK = 1, 2, 3
STATUS: Mapping[str, int] = MappingProxyType({"pns": PNS, "cpns": CPNS, "pppk": PPPK})
# TPP dan THR juga menilai PPPK paruh waktu, yang slipnya sendiri (`paruh_waktu`)
STATUS_SEMUA: Mapping[str, int] = MappingProxyType({**STATUS, "pppk_pw": 4})
ESELON: Mapping[str, int] = MappingProxyType(
    {"I.a": 1, "I.b": 2, "II.a": 3, "II.b": 4, "III.a": 5, "III.b": 6, "IV.a": 7, "IV.b": 8, "V.a": 9}
)
GURU = 1
JENJANG_AHLI = ("Ahli Pertama", "Ahli Muda", "Ahli Madya", "Ahli Utama")


def _jabatan_fungsional() -> dict[str, int]:
    """Guru 1 (tarifnya menurut golongan); jabatan lain menurut urutan barisnya di tabel, yang hanya bertambah."""
    tabel = semua()["tunjangan_fungsional"].versi
    nama = dict.fromkeys(kunci for versi in tabel for kunci in versi.nilai)
    return {"Guru": GURU} | {n: i for i, n in enumerate(nama, GURU + 1)}


JABATAN_FUNGSIONAL: Mapping[str, int] = MappingProxyType(_jabatan_fungsional())
LABEL_FUNGSIONAL: Mapping[int, str] = MappingProxyType({k: n for n, k in JABATAN_FUNGSIONAL.items()})

ANAK_WAJAR = 30  # batas kewarasan masukan, bukan aturan

BIDANG_SLIP: Mapping[str, Bidang] = MappingProxyType(
    {
        "status": pilihan("status", STATUS, wajib=True),
        "golongan": pilihan("golongan", KODE_GOLONGAN, wajib=True),
        "mkg": lama_kerja("mkg"),
        **BIDANG_STATUS,
        "pasangan_ditanggung": ya("pasangan_ditanggung"),
        "gaji_pokok_pasangan_asn": rupiah("gaji_pokok_pasangan_asn", 0),
        "anak_ditanggung": bilangan("anak_ditanggung", 0, ANAK_WAJAR, bawaan=0),
        "eselon": pilihan("eselon", ESELON, padanan={e.replace(".", ""): k for e, k in ESELON.items()}),
        "jabatan_fungsional": pilihan(
            "jabatan_fungsional", JABATAN_FUNGSIONAL, padanan={f"Guru {j}": GURU for j in JENJANG_AHLI}
        ),
        "penyetaraan": ya("penyetaraan"),
        "bertugas_di_papua": ya("bertugas_di_papua"),
        "beras_natura": ya("beras_natura"),
        "dasar_iuran_lain": rupiah("dasar_iuran_lain", 0),
        "keluarga_tambahan": bilangan("keluarga_tambahan", 0, ANAK_WAJAR, bawaan=0),
        "zakat": rupiah("zakat", 0),
        "potongan_lain": rupiah("potongan_lain", 0),
    }
)
