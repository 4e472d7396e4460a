"""Siapa boleh apa atas data pegawai, dan kolom mana yang disamarkan bagi siapa."""

from kasuari.aparatur.pegawai.models import Pegawai, PegawaiKini, SelisihSiasn
from kasuari.dasar.akun.izin import Aturan, Lingkup, daftarkan_izin, daftarkan_jangkauan, daftarkan_kelas

_SUBPOHON = ("atasan", "umpeg", "operator_unit")
_SEMUA = ("bkpsdm", "kepala_bkpsdm", "sekda", "pimpinan", "inspektorat")

IZIN = [
    Aturan("pegawai.lihat", "asn", Lingkup.DIRI),
    *(Aturan("pegawai.lihat", p, Lingkup.SUBPOHON, delegasi=p == "atasan") for p in _SUBPOHON),
    *(Aturan("pegawai.lihat", p, Lingkup.SEMUA) for p in _SEMUA),
    Aturan("pegawai.tim", "atasan", Lingkup.SUBPOHON, delegasi=True),
    Aturan("pegawai.ubah", "bkpsdm", Lingkup.SEMUA),
    Aturan("pegawai.impor", "bkpsdm", Lingkup.SEMUA),
    Aturan("pegawai.ekspor", "bkpsdm", Lingkup.SEMUA, sudo=True),
    Aturan("pegawai.ekspor", "umpeg", Lingkup.SUBPOHON, sudo=True),
    Aturan("pegawai.mutu", "bkpsdm", Lingkup.SEMUA),
    Aturan("pegawai.mutu", "umpeg", Lingkup.SUBPOHON),
    Aturan("pegawai.surat_izin", "bkpsdm", Lingkup.SEMUA),
    Aturan("pegawai.surat_izin", "kepala_bkpsdm", Lingkup.SEMUA),
    Aturan("pegawai.surat_izin", "umpeg", Lingkup.SUBPOHON),
    Aturan("pegawai.surat_izin", "atasan", Lingkup.SUBPOHON, delegasi=True),
    Aturan("pegawai.selisih", "bkpsdm", Lingkup.SEMUA),
    Aturan("pegawai.oap", "bkpsdm", Lingkup.SEMUA, sudo=True),
    Aturan("pegawai.disiplin", "asn", Lingkup.DIRI),
    Aturan("pegawai.disiplin", "bkpsdm", Lingkup.SEMUA),
    Aturan("pegawai.disiplin", "inspektorat", Lingkup.SEMUA),
    Aturan("pegawai.disiplin", "atasan", Lingkup.SUBPOHON),
]
KELAS = {
    "pegawai.nik_terang": "identitas",
    "pegawaikini.gaji_pokok": "upah",
    "pegawai.kini__gaji_pokok": "upah",
    "selisihsiasn.kami": "identitas_siasn",
    "selisihsiasn.siasn": "identitas_siasn",
}
SAMAR = {
    ("bkpsdm", "identitas"): "utuh",
    ("umpeg", "identitas"): "ekor4",
    ("operator_unit", "identitas"): "ekor4",
    ("kepala_bkpsdm", "identitas"): "ekor4",
    ("bkpsdm", "upah"): "utuh",
    ("umpeg", "upah"): "utuh",
    ("kepala_bkpsdm", "upah"): "utuh",
    ("inspektorat", "upah"): "utuh",
    ("bkpsdm", "identitas_siasn"): "utuh",
}

daftarkan_izin(IZIN)
daftarkan_jangkauan(Pegawai, unit="kini__unit_id", orang="orang__uid")
daftarkan_jangkauan(PegawaiKini, unit="unit_id", orang="orang_uid")
daftarkan_jangkauan(SelisihSiasn, unit="pegawai__kini__unit_id", orang="pegawai__orang__uid")
daftarkan_kelas(KELAS, SAMAR)
