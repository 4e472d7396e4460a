"""Isi DUK, nominatif, dan tata letak SIASN: kolom, baris, XLSX, dan data untuk PDF.

Semua sel berupa teks, kecuali angka urut: NIP tidak pernah menjadi bilangan, dan isian yang dimulai dengan
= + - @ tetap tulisan. OAP tidak pernah ada di ekspor mana pun.
"""

import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import xlsxwriter
from django.db.models import QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kasuari.aparatur.pegawai import label, saringan, selectors
from kasuari.aparatur.pegawai.models import PegawaiKini
from kasuari.aparatur.pegawai.saringan import Saringan
from kasuari.aturan.golongan import KODE_GOLONGAN, PANGKAT
from kasuari.dasar.akun.izin.daftar import SAMAR
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.organisasi.models import UnitKini
from kasuari.dasar.rupa.bentuk import angka

LANGSUNG = 500  # orang; lebih dari ini PDF disiapkan di latar
SEBAGIAN = 500  # orang dalam satu bagian PDF; ingatan penyusunnya setinggi satu bagian


@dataclass(frozen=True)
class Orang:
    """Satu baris kini, nama unit dan OPD-nya, dan nomor urut."""

    no: int
    k: PegawaiKini
    unit: str
    opd: str
    nik: str = ""


@dataclass(frozen=True)
class Lajur:
    """Satu kolom ekspor. `lebar` dalam satuan fr pada PDF dan huruf pada XLSX."""

    judul: Any
    isi: Callable[[Orang], str]
    lebar: int = 12


@dataclass(frozen=True)
class Bentuk:
    kode: str
    judul: Any
    lajur: tuple[Lajur, ...]
    pdf: bool = True


def tgl(nilai: date | None) -> str:
    return nilai.strftime("%d-%m-%Y") if nilai else ""


def usia(lahir: date) -> str:
    return str(selectors.usia(lahir, hari_ini()))


def _mk(o: Orang) -> str:
    return f"{o.k.mk_bulan // 12}/{o.k.mk_bulan % 12:02d}" if o.k.golongan else ""


_NO = Lajur(_("No."), lambda o: str(o.no), 5)
_NAMA = Lajur(_("Nama"), lambda o: o.k.nama_gelar, 30)
_NIP = Lajur(_("NIP"), lambda o: o.k.nip, 20)
_PANGKAT = Lajur(_("Pangkat, golongan"), lambda o: ", ".join(filter(None, (PANGKAT.get(o.k.golongan, ""), o.k.golongan))), 18)  # fmt: skip
_TMT_GOL = Lajur(_("TMT golongan"), lambda o: tgl(o.k.tmt_golongan), 11)
_JABATAN = Lajur(_("Jabatan"), lambda o: o.k.jabatan, 30)
_TMT_JAB = Lajur(_("TMT jabatan"), lambda o: tgl(o.k.tmt_jabatan), 11)
_ESELON = Lajur(_("Eselon"), lambda o: o.k.eselon, 8)
_UNIT = Lajur(_("Unit kerja"), lambda o: o.unit, 26)
_MK = Lajur(_("Masa kerja (th/bl)"), _mk, 9)
_DIDIK = Lajur(_("Pendidikan"), lambda o: o.k.pendidikan, 10)
_LULUS = Lajur(_("Lulus"), lambda o: str(o.k.tahun_lulus or ""), 7)
_USIA = Lajur(_("Usia"), lambda o: usia(o.k.lahir), 6)


def _siasn() -> tuple[Lajur, ...]:
    """62 kepala kolom ekspor profil SIASN; yang tidak kami catat dibiarkan kosong."""
    isi: dict[str, Callable[[Orang], str]] = {
        "NIP BARU": lambda o: o.k.nip,
        "NAMA": lambda o: o.k.nama,
        "NAMA LENGKAP": lambda o: o.k.nama_gelar,
        "GELAR DEPAN": lambda o: o.k.pegawai.orang.gelar_depan,
        "GELAR BELAKANG": lambda o: o.k.pegawai.orang.gelar_belakang,
        "AGAMA ID": lambda o: o.k.pegawai.agama,
        "TEMPAT LAHIR NAMA": lambda o: o.k.pegawai.tempat_lahir,
        "TANGGAL LAHIR": lambda o: tgl(o.k.lahir),
        "JENIS KELAMIN": lambda o: "F" if o.k.jk == "P" else "M",
        "NIK": lambda o: o.nik,
        "EMAIL": lambda o: o.k.pegawai.orang.email or "",
        "JENIS PEGAWAI NAMA": lambda o: str(label.JENIS_ASN.get(o.k.jenis, "")),
        "KEDUDUKAN HUKUM ID": lambda o: o.k.kedudukan,
        "KEDUDUKAN HUKUM NAMA": lambda o: str(label.KEDUDUKAN.get(o.k.kedudukan, "")),
        "STATUS CPNS PNS": lambda o: {"pns": "P", "cpns": "C"}.get(o.k.jenis, ""),
        "TMT CPNS": lambda o: tgl(o.k.tmt_cpns),
        "GOLONGAN ID": lambda o: str(KODE_GOLONGAN.get(o.k.golongan, "")),
        "GOLONGAN NAMA": lambda o: o.k.golongan,
        "TMT GOLONGAN": lambda o: tgl(o.k.tmt_golongan),
        "MK TAHUN": lambda o: str(o.k.mk_bulan // 12) if o.k.golongan else "",
        "MK BULAN": lambda o: str(o.k.mk_bulan % 12) if o.k.golongan else "",
        "JENIS JABATAN NAMA": lambda o: str(label.JENIS_JABATAN.get(o.k.jenis_jabatan, "")),
        "ESELON NAMA": lambda o: o.k.eselon,
        "JFT NAMA": lambda o: o.k.jabatan if o.k.jenis_jabatan == "fungsional" else "",
        "JFU NAMA": lambda o: o.k.jabatan if o.k.jenis_jabatan == "pelaksana" else "",
        "TMT JABATAN": lambda o: tgl(o.k.tmt_jabatan),
        "TK PENDIDIKAN NAMA": lambda o: o.k.pendidikan,
        "UNIT ORGANISASI NAMA": lambda o: o.unit,
    }
    return tuple(Lajur(k, isi.get(k, lambda o: ""), 16) for k in KEPALA_SIASN)


KEPALA_SIASN = (
    "ID", "NIP LAMA", "NIP BARU", "NAMA", "NAMA LENGKAP", "GELAR DEPAN", "GELAR BELAKANG", "AGAMA ID", "AGAMA NAMA",
    "TEMPAT LAHIR ID", "TEMPAT LAHIR NAMA", "TANGGAL LAHIR", "JENIS KELAMIN", "JENIS KAWIN ID", "JENIS KAWIN NAMA",
    "NIK", "NOMOR HP", "NOMOR TELPON", "EMAIL", "EMAIL GOV", "ALAMAT", "NPWP NOMOR", "NOMOR BPJS",
    "JENIS PEGAWAI ID", "JENIS PEGAWAI NAMA", "KEDUDUKAN HUKUM ID", "KEDUDUKAN HUKUM NAMA", "STATUS CPNS PNS",
    "KARTU PEGAWAI", "NOMOR SK CPNS", "TGL SK CPNS", "TMT CPNS", "NOMOR SK PNS", "TGL SK PNS", "TMT PNS",
    "GOLONGAN AWAL ID", "GOLONGAN AWAL NAMA", "GOLONGAN ID", "GOLONGAN NAMA", "TMT GOLONGAN", "MK TAHUN", "MK BULAN",
    "JENIS JABATAN ID", "JENIS JABATAN NAMA", "ESELON ID", "ESELON NAMA", "JFT ID", "JFT NAMA", "JFU ID", "JFU NAMA",
    "TMT JABATAN", "TK PENDIDIKAN ID", "TK PENDIDIKAN NAMA", "PENDIDIKAN ID", "PENDIDIKAN NAMA", "TANGGAL LULUS",
    "KPKN ID", "KPKN NAMA", "LOKASI KERJA ID", "LOKASI KERJA NAMA", "UNIT ORGANISASI ID", "UNIT ORGANISASI NAMA",
)  # fmt: skip

BENTUK: dict[str, Bentuk] = {
    b.kode: b
    for b in (
        Bentuk("duk", _("Daftar urut kepangkatan"), (_NO, _NAMA, _NIP, _PANGKAT, _TMT_GOL, _JABATAN, _TMT_JAB, _MK,
                                                      _DIDIK, _LULUS, _USIA)),
        Bentuk("nominatif", _("Daftar nominatif"), (_NO, _NAMA, _NIP, _PANGKAT, _TMT_GOL, _JABATAN, _TMT_JAB, _ESELON,
                                                     _UNIT, _MK, _DIDIK, _LULUS, _USIA)),
        Bentuk("siasn", _("Tata letak SIASN"), _siasn(), pdf=False),
    )
}  # fmt: skip


def kueri(
    pelaku: Pelaku, bentuk: str, s: Saringan, *, izin: str = "pegawai.ekspor"
) -> "QuerySet[PegawaiKini]":
    """Orang dalam satu bentuk, terurut. DUK: PNS aktif menurut kepangkatan."""
    qs = saringan.terapkan(pelaku, s, izin=izin)
    if bentuk == "duk":
        return qs.filter(aktif=True, jenis="pns").order_by(*selectors.URUT_DUK)
    if bentuk == "nominatif" and not s.urut:
        return qs.order_by("opd__kini__urut", "-golongan_urut", "nama", "pegawai_id")
    return saringan.urutkan(qs, s)


def orang(pelaku: Pelaku, bentuk: str, qs: Iterable[PegawaiKini], mulai: int = 1) -> Iterator[Orang]:
    """Baris siap tulis. NIK hanya dalam tata letak SIASN, dan hanya bagi peran yang melihatnya utuh."""
    unit = dict(UnitKini.objects.values_list("unit_id", "nama"))
    utuh = bentuk == "siasn" and any(SAMAR.get((h.peran, "identitas")) == "utuh" for h in pelaku.hibah)
    for n, k in enumerate(qs, mulai):
        nik = selectors.nik(k.pegawai) if utuh else ""
        yield Orang(n, k, unit.get(k.unit_id, ""), unit.get(k.opd_id, ""), nik)  # type: ignore[arg-type]


def xlsx(judul: str, bentuk: Bentuk, isi: Iterable[Orang]) -> bytes:
    """Satu lembar; ingatan tetap berapa pun barisnya."""
    keluar = io.BytesIO()
    buku = xlsxwriter.Workbook(
        keluar, {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    lembar = buku.add_worksheet(bentuk.kode.upper())
    tebal, teks = buku.add_format({"bold": True, "text_wrap": True}), buku.add_format({"num_format": "@"})
    for n, lajur in enumerate(bentuk.lajur):
        lembar.set_column(n, n, lajur.lebar, teks)
    awal = 0
    if bentuk.kode != "siasn":
        lembar.write_string(0, 0, judul, tebal)
        awal = 2
    for n, lajur in enumerate(bentuk.lajur):
        lembar.write_string(awal, n, str(lajur.judul), tebal)
    lembar.freeze_panes(awal + 1, 0)
    for baris, o in enumerate(isi, awal + 1):
        for n, lajur in enumerate(bentuk.lajur):
            if nilai := lajur.isi(o):
                lembar.write_string(baris, n, nilai, teks)
    buku.close()
    return keluar.getvalue()


def data_pdf(judul: str, bentuk: Bentuk, n: int, profil: Any, dibuat: str) -> dict[str, Any]:
    """Data beku untuk templat/daftar.typ, selain barisnya. `n`: banyaknya orang."""
    return {
        "judul": judul,
        "profil": {"nama": profil.nama, "alamat": profil.alamat},
        "dibuat": dibuat,
        "kolom": [{"judul": str(x.judul), "lebar": x.lebar} for x in bentuk.lajur],
        "penutup": gettext("Akhir daftar: %(n)s orang.") % {"n": angka(n)},
    }


def bagian_pdf(bentuk: Bentuk, isi: Sequence[Orang]) -> list[list[list[str]]]:
    """Baris tulisan, sebagian demi sebagian; daftar kosong tetap satu bagian."""
    baris = [[x.isi(o) for x in bentuk.lajur] for o in isi]
    return [baris[n : n + SEBAGIAN] for n in range(0, max(len(baris), 1), SEBAGIAN)]
