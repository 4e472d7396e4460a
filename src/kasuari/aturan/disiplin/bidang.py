"""Kolom masukan disiplin. PPPK ditolak dengan kalimatnya sendiri: hukumannya diatur di tempat lain."""

from types import MappingProxyType

from ..eselon import ESELON
from ..masukan import bilangan, pilihan, tanggal, ya
from ..tenggat.kalender import PEKAN
from .hukuman import HUKUMAN

PPPK = "PPPK tidak dikenai PP 94/2021; disiplinnya menurut perjanjian kerja dan PP 49/2018"
STATUS = MappingProxyType({"PNS": 1, "CPNS": 2})
PELAKSANA = "Pelaksana"  # di bawah eselon mana pun; id SIASN 99 = tanpa eselon
SESUDAH_TURUN = MappingProxyType({**ESELON, PELAKSANA: 99})
NAMA_SESUDAH = {kode: nama for nama, kode in SESUDAH_TURUN.items()}
HARI_SETAHUN = 366  # batas kewarasan masukan
KELAS_TERTINGGI = 17

BIDANG = MappingProxyType(
    {
        "status": pilihan("status", STATUS, tolakan={"PPPK": PPPK, "PPPK paruh waktu": PPPK}),
        "hari_sebelum": bilangan("hari_sebelum", 0, HARI_SETAHUN, bawaan=0),
        "hari_baru": bilangan("hari_baru", 0, HARI_SETAHUN),
        "berturut": ya("berturut"),
        "hari_terakhir": tanggal("hari_terakhir"),
        "diterima": tanggal("diterima"),
        "pekan": bilangan("pekan", PEKAN[0], PEKAN[-1], bawaan=PEKAN[0]),
        "hukuman": pilihan("hukuman", HUKUMAN, wajib=True),
        "hukuman_baru": pilihan("hukuman_baru", HUKUMAN, wajib=True),
        "sama": ya("sama"),
        "kelas": bilangan("kelas", 1, KELAS_TERTINGGI),
        "kelas_terendah": bilangan("kelas_terendah", 1, KELAS_TERTINGGI, bawaan=0),
        "eselon": pilihan("eselon", ESELON, wajib=True),
    }
)
