"""Kolom masukan cuti dan kode jenisnya."""

from types import MappingProxyType

from ..masukan import bilangan, lama_kerja, pilihan, tanggal, ya
from ..tenggat.kalender import PEKAN

STATUS = MappingProxyType({"PNS": 1, "PPPK": 2})
JENIS = MappingProxyType(
    {"Cuti Tahunan": 1, "Cuti Besar": 2, "Cuti Sakit": 3, "Cuti Melahirkan": 4}
    | {"Cuti Karena Alasan Penting": 5, "Cuti Bersama": 6, "Cuti di Luar Tanggungan Negara": 7}
)
NAMA_JENIS = {kode: nama for nama, kode in JENIS.items()}
TAHAP_SAKIT = MappingProxyType(
    {1: "surat dokter", 2: "surat dokter pemerintah", 3: "pertimbangan tim penguji kesehatan"}
    | {4: "melebihi batas cuti sakit"}
)
HARI_TERBANYAK = 366  # batas kewarasan masukan setahun
ANAK_TERBANYAK = 20

BIDANG = MappingProxyType(
    {
        "status": pilihan("status", STATUS, wajib=True),
        "masa_kerja": lama_kerja("masa_kerja"),
        "terus_menerus": ya("terus_menerus"),
        "guru": ya("guru"),
        "cuti_besar": ya("cuti_besar"),
        "keperluan_agama": ya("keperluan_agama"),
        "sisa_n1": bilangan("sisa_n1", 0, HARI_TERBANYAK, bawaan=0),
        "sisa_n2": bilangan("sisa_n2", 0, HARI_TERBANYAK, bawaan=0),
        "dua_tahun_utuh": ya("dua_tahun_utuh"),
        "ditangguhkan": ya("ditangguhkan"),
        "terpakai": bilangan("terpakai", 0, HARI_TERBANYAK, bawaan=0),
        "dipesan": bilangan("dipesan", 0, HARI_TERBANYAK, bawaan=0),
        "bersama_bertugas": bilangan("bersama_bertugas", 0, HARI_TERBANYAK, bawaan=0),
        "tempat_sulit": ya("tempat_sulit"),
        "mulai": tanggal("mulai"),
        "selesai": tanggal("selesai"),
        "pekan": bilangan("pekan", PEKAN[0], PEKAN[-1], bawaan=PEKAN[0]),
        "anak_ke": bilangan("anak_ke", 1, ANAK_TERBANYAK),
        "perpanjangan": ya("perpanjangan"),
    }
)
