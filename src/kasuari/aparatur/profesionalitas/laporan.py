"""Laporan indeks satu unit: PDF seperti yang dibawa pimpinan, dan XLSX menurut kolom lembar 'PIP ASN' BKN."""

import io
from typing import Any

import xlsxwriter
from django.utils.formats import date_format

from kasuari.aparatur.profesionalitas import kata, selectors
from kasuari.dasar.akun.izin import pandang
from kasuari.dasar.dokumen import pdf as pdf_
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.waktu import WIT, sekarang
from kasuari.dasar.ketentuan import kata as kata_hukum
from kasuari.dasar.ketentuan.models import Larian
from kasuari.dasar.organisasi import selectors as organisasi
from kasuari.dasar.organisasi.models import UnitKini
from kasuari.dasar.rupa.bentuk import angka

KOLOM = ("Nama", "Nama Jabatan", "Satuan Kerja", "Kualifikasi", "Kompetensi", "Kinerja", "Disiplin", "Total")
BARIS_KEPALA = 7  # lembar PIP ASN BKN: kepala di baris 7, data mulai baris 8
_BACA = (
    "pegawai__kini__nama_gelar",
    "pegawai__kini__jabatan",
    "unit_id",
    "kualifikasi",
    "kompetensi",
    "kinerja",
    "disiplin",
    "indeks",
)


def susun(pelaku: Pelaku, larian: Larian, unit: UnitKini) -> dict[str, Any]:
    """Isi laporan dari satu larian; daftar orang hanya yang boleh dilihat pengunduh."""
    ringkas = selectors.ringkas(pelaku, larian, unit.unit_id)
    orang = pandang(
        pelaku,
        selectors.daftar(pelaku, larian, unit.unit_id).select_related("pegawai__kini"),
        _BACA,
        izin="ip.nilai",
    )
    nama_unit = dict(UnitKini.objects.values_list("unit_id", "nama"))
    return {
        "profil": {"nama": organisasi.profil().nama, "alamat": organisasi.profil().alamat},
        "unit": unit.nama,
        "tahun": larian.periode,
        "pada": date_format(larian.pada, "j F Y"),
        "skema": str(kata_hukum.skema(larian.jenis)),
        "sidik": larian.hasil_sidik,
        "dibuat": date_format(sekarang().astimezone(WIT), "j F Y H.i") + " WIT",
        "n": angka(ringkas.n),
        "indeks": angka(ringkas.indeks, 2),
        "kategori": str(ringkas.kategori),
        "dimensi": [[str(kata.DIMENSI[d]), angka(v, 2)] for d, v in ringkas.dimensi.items()],
        "anak": [[a.nama, angka(a.n), angka(a.indeks, 2), a.kategori] for a in selectors.per_anak(pelaku, larian, unit.unit_id)],
        "penaik": [[str(kata.PENAIK[k]), angka(n), angka(p, 2)] for k, n, p in selectors.penaik(larian, unit.unit_id)],
        "orang": [
            [b["pegawai__kini__nama_gelar"], b["pegawai__kini__jabatan"], nama_unit.get(b["unit_id"], ""),
             *(b[k] for k in ("kualifikasi", "kompetensi", "kinerja", "disiplin", "indeks"))]
            for b in orang
        ],
    }  # fmt: skip


def pdf(isi: dict[str, Any]) -> tuple[bytes, str]:
    """Ringkasan tanpa daftar nama: satu sampai dua halaman."""
    return pdf_.buat(
        "aparatur/profesionalitas/templat/laporan.typ", {k: v for k, v in isi.items() if k != "orang"}
    ), "application/pdf"


def xlsx(isi: dict[str, Any]) -> tuple[bytes, str]:
    """Daftar orang menurut kolom BKN. Sel teks ditulis sebagai teks: tidak ada rumus yang dapat disisipkan."""
    keluar = io.BytesIO()
    buku = xlsxwriter.Workbook(
        keluar, {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    lembar = buku.add_worksheet("PIP ASN")
    tebal, poin = buku.add_format({"bold": True}), buku.add_format({"num_format": "0.00"})
    lembar.set_column(0, 2, 34)
    judul_lembar = (
        f"Indeks Profesionalitas ASN {isi['tahun']}",
        isi["unit"],
        f"Perkiraan; {isi['skema']}",
        f"Sidik hasil {isi['sidik']}",
    )
    for baris, teks in enumerate(judul_lembar):
        lembar.write_string(baris, 0, teks, tebal if baris == 0 else None)
    for k, judul in enumerate(KOLOM):
        lembar.write_string(BARIS_KEPALA - 1, k, judul, tebal)
    for n, (nama, jabatan, unit, *angka_) in enumerate(isi["orang"]):
        for k, teks in enumerate((nama, jabatan, unit)):
            lembar.write_string(BARIS_KEPALA + n, k, teks)
        for k, skala100 in enumerate(angka_, 3):
            lembar.write_number(BARIS_KEPALA + n, k, skala100 / 100, poin)
    buku.close()
    return keluar.getvalue(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
