"""Kolom masukan kenaikan pangkat: ijazah, jenis kenaikan, dan keadaan orang pada tanggal yang ditanyakan."""

from types import MappingProxyType

from ..angka_kredit import AK_TERBANYAK, JENJANG
from ..angka_kredit import SKALA as SKALA_AK
from ..eselon import ESELON
from ..golongan import GOLONGAN_KODE, KODE_PNS
from ..ip_asn.bidang import PREDIKAT
from ..masukan import bilangan, lama_kerja, pilihan, tanggal, ya

IJAZAH = MappingProxyType(
    {"SD": 1, "SMP": 2, "SMP kejuruan": 3, "SMA": 4, "D1": 5, "D2": 6, "D3": 7, "S1": 8, "S2": 9, "S3": 10}
)
PADANAN_IJAZAH = MappingProxyType(
    {"SLTP": 2, "SLTA": 4, "SMK": 4, "SARJANAMUDA": 7, "D4": 8, "DOKTER": 9, "APOTEKER": 9}
    | {"DI": 5, "DII": 6, "DIII": 7, "DIV": 8}
)
JENIS = MappingProxyType(
    {"reguler": 101, "struktural": 201, "fungsional": 202, "ijazah": 203}
    | {"tugas belajar": 204, "selesai tugas belajar": 205, "dipekerjakan": 206, "penemuan baru": 207}
    | {"prestasi luar biasa": 208, "pejabat negara": 209, "pilihan": 200, "anumerta": 301, "pengabdian": 302}
)
UJIAN_TERTINGGI = 2
GOLONGAN = {kode: nama for kode, nama in GOLONGAN_KODE.items() if nama in KODE_PNS}
URUT = tuple(KODE_PNS.values())  # kode golongan dari yang terendah; jarak kodenya tidak tetap

BIDANG = MappingProxyType(
    {
        "golongan": pilihan("golongan", KODE_PNS, wajib=True),
        "tmt_pangkat": tanggal("tmt_pangkat"),
        "per_tanggal": tanggal("per_tanggal"),
        "tmt": tanggal("tmt"),
        "jenis_kp": pilihan("jenis_kp", JENIS, wajib=True),
        "predikat_n1": pilihan("predikat_n1", PREDIKAT),
        "predikat_n2": pilihan("predikat_n2", PREDIKAT),
        "ijazah": pilihan("ijazah", IJAZAH, wajib=True, padanan=PADANAN_IJAZAH),
        "golongan_atasan": pilihan("golongan_atasan", KODE_PNS),
        "ujian_dinas": bilangan("ujian_dinas", 0, UJIAN_TERTINGGI, bawaan=0),
        "eselon": pilihan("eselon", ESELON, wajib=True),
        "tmt_jabatan": tanggal("tmt_jabatan"),
        "jenjang": pilihan("jenjang", JENJANG, wajib=True),
        "ak": bilangan("ak", 0, AK_TERBANYAK, bawaan=0, skala=SKALA_AK),
        "lulus_ujian_ijazah": ya("lulus_ujian_ijazah"),
        "tugas_sesuai_ijazah": ya("tugas_sesuai_ijazah"),
        "golongan_baru": pilihan("golongan_baru", KODE_PNS, wajib=True),
        "mkg": lama_kerja("mkg"),
    }
)
