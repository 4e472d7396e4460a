"""Peran dasar dan izin ruang lantai bawah. Peran = kode, subpohon unit, tanggal (`ia.md`, `praktik.md`)."""

from kasuari.dasar.akun.izin.daftar import (
    Aturan,
    Lingkup,
    daftarkan_izin,
    daftarkan_jangkauan,
    daftarkan_peran,
)
from kasuari.dasar.akun.models import Akun
from kasuari.dasar.inti import wewenang
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.organisasi.models import UnitKini

PERAN = (
    # kode, nama, English, wajib TOTP, peka
    ("asn", "ASN", "Civil servant", False, False),
    ("atasan", "Atasan", "Superior", False, False),
    ("umpeg", "Pengelola kepegawaian perangkat daerah", "Agency HR officer", True, False),
    ("operator_unit", "Operator sekolah atau puskesmas", "School or clinic operator", False, False),
    ("bkpsdm", "Petugas BKPSDM", "HR agency officer", True, True),
    ("kepala_bkpsdm", "Kepala BKPSDM", "Head of HR agency", True, True),
    ("sekda", "Sekretaris Daerah (PyB)", "Regional Secretary", True, True),
    ("pimpinan", "Pimpinan daerah (PPK)", "Regional leadership", True, True),
    ("inspektorat", "Auditor Inspektorat", "Inspectorate auditor", True, True),
    ("admin_sistem", "Admin sistem", "System administrator", True, True),
)
IZIN = (
    Aturan("organisasi.kelola", "bkpsdm", Lingkup.SEMUA),
    Aturan("organisasi.kelola", "admin_sistem", Lingkup.SEMUA),
    Aturan("organisasi.formasi", "bkpsdm", Lingkup.SEMUA),
    Aturan("organisasi.bezetting", "atasan", Lingkup.SUBPOHON, delegasi=True),
    Aturan("organisasi.bezetting", "umpeg", Lingkup.SUBPOHON),
    *(
        Aturan("organisasi.bezetting", p, Lingkup.SEMUA)
        for p in ("bkpsdm", "kepala_bkpsdm", "sekda", "pimpinan", "inspektorat")
    ),
    Aturan("akun.lihat", "admin_sistem", Lingkup.SEMUA),
    Aturan("akun.lihat", "inspektorat", Lingkup.SEMUA),
    Aturan("akun.diri", "asn", Lingkup.DIRI),
    Aturan("akun.buat", "admin_sistem", Lingkup.SEMUA),
    Aturan("akun.buat", "bkpsdm", Lingkup.SEMUA),
    Aturan("akun.peran", "admin_sistem", Lingkup.SEMUA, sudo=True),
    Aturan("akun.peran_lihat", "admin_sistem", Lingkup.SEMUA),
    Aturan("akun.peran_lihat", "inspektorat", Lingkup.SEMUA),
    Aturan("akun.atur_ulang", "admin_sistem", Lingkup.SEMUA, sudo=True),
    Aturan("akun.surat", "admin_sistem", Lingkup.SEMUA, sudo=True),
    Aturan("akun.surat", "bkpsdm", Lingkup.SEMUA, sudo=True),
    Aturan("akun.surat", "umpeg", Lingkup.SUBPOHON, sudo=True),
    Aturan("akun.lihat", "bkpsdm", Lingkup.SEMUA),
    Aturan("akun.lihat", "umpeg", Lingkup.SUBPOHON),
    Aturan("jejak.lihat", "inspektorat", Lingkup.SEMUA),
    Aturan("sistem.lihat", "admin_sistem", Lingkup.SEMUA),
)


def _periksa(pelaku: Pelaku, izin: str, objek: object) -> bool:
    from kasuari.dasar.akun.izin.putus import boleh

    return boleh(pelaku, izin, objek).ya


def daftarkan() -> None:
    for kode, nama, nama_en, totp, peka in PERAN:
        daftarkan_peran(kode, nama, nama_en, wajib_totp=totp, peka=peka)
    daftarkan_izin(IZIN)
    # `unit_kini` adalah kolom bantu dari `selectors.akun_berunit`: akun berdiri di bawah pegawai.
    daftarkan_jangkauan(Akun, unit="unit_kini", orang="orang__uid")
    daftarkan_jangkauan(UnitKini, unit="unit_id")
    wewenang.pasang(_periksa)
