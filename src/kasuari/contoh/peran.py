"""Peran demo: siapa mereka di kota contoh. Hanya merekalah yang punya sandi, dan hanya di demo."""

from typing import NamedTuple


class PeranDemo(NamedTuple):
    """`guna`: guna pos orangnya (kota.py). `peran`: kode peran; `unit`: '' seluruh kota, 'sendiri', 'opd'."""

    kunci: str
    nama: str
    jk: str
    guna: str
    peran: tuple[str, ...]
    unit: str
    sebutan: str
    sebutan_en: str


SANDI_DEMO = "sorong-contoh-2026"
DAFTAR = (
    PeranDemo("asn", "Maria Kandimor", "P", "guru", (), "", "ASN: guru", "Civil servant: teacher"),
    PeranDemo("atasan", "Yuliana Wamafri", "P", "kepala_sekolah", ("atasan",), "sendiri", "Atasan: kepala sekolah", "Superior: head teacher"),
    PeranDemo("pejabat", "Dominggus Sowefa", "L", "kepala:DISDIK", ("atasan",), "opd", "Kepala Dinas Pendidikan", "Head of the Education Agency"),
    PeranDemo("umpeg", "Naomi Lobatin", "P", "umpeg:DISDIK", ("umpeg",), "opd", "Pengelola kepegawaian Dinas Pendidikan", "HR officer, Education Agency"),
    PeranDemo("bkpsdm", "Frans Nauritel", "L", "jf:BKPSDM", ("bkpsdm",), "", "Petugas BKPSDM", "HR agency officer"),
    PeranDemo("kepala_bkpsdm", "Ruth Kalamiro", "P", "kepala:BKPSDM", ("kepala_bkpsdm", "atasan"), "opd", "Kepala BKPSDM", "Head of HR agency"),
    PeranDemo("pimpinan", "Otniel Mambrobarin", "L", "sekda", ("pimpinan", "sekda"), "", "Pimpinan daerah", "Regional leadership"),
    PeranDemo("admin_survei", "Marthen Yumame", "L", "umpeg:SETDA", ("admin_survei",), "", "Pengelola survei (Bagian Organisasi)", "Survey manager (Organisation Section)"),
    PeranDemo("inspektorat", "Ester Labobarin", "P", "jf:INSP", ("inspektorat",), "", "Auditor Inspektorat", "Inspectorate auditor"),
    PeranDemo("petugas_layanan", "Yohana Bleskadit", "P", "layanan", ("petugas_layanan",), "sendiri", "Petugas layanan kelurahan", "Service officer, kelurahan"),
    PeranDemo("lurah", "Markus Osok", "L", "lurah", ("atasan",), "sendiri", "Lurah", "Head of kelurahan"),
    PeranDemo("petugas_dukcapil", "Dorkas Malaseme", "P", "jf:DUKCAPIL", ("petugas_layanan",), "opd", "Petugas layanan Disdukcapil", "Service officer, civil registry"),
    PeranDemo("kepala_dukcapil", "Melkias Lesmanadi", "L", "kepala:DUKCAPIL", ("atasan",), "opd", "Kepala Disdukcapil", "Head of civil registry"),
    PeranDemo("admin_sistem", "Lukas Sirivaru", "L", "jf:KOMINFO", ("admin_sistem",), "", "Admin sistem", "System administrator"),
)  # fmt: skip
# Bukan pegawai: orangnya, posnya, dan akunnya dibuat tersendiri.
WALI_KOTA = PeranDemo(
    "wali_kota", "Melkianus Sawiatbo", "L", "wali_kota", ("pimpinan",), "", "Wali kota", "Mayor"
)
