"""Surat hasil layanan yang dikerjakan di sini: satu templat, isinya jawaban formulir yang sudah diperiksa petugas."""

from typing import Any

from django.utils.translation import override

from kasuari.dasar.dokumen import surat
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.organisasi import selectors as organisasi
from kasuari.dasar.rupa.bentuk import tanggal_naskah
from kasuari.masyarakat.layanan import isian
from kasuari.masyarakat.layanan.formulir import jawaban
from kasuari.masyarakat.layanan.formulir import rancangan as r
from kasuari.masyarakat.layanan.models import Permohonan
from kasuari.masyarakat.layanan.waktu import standar_permohonan

_BERKAS = "masyarakat/layanan/templat/keterangan.typ"
_TANPA = ("berkas", "ulang", "panjang")  # tidak dicetak di surat


def contoh() -> dict[str, Any]:
    return {
        "profil": {"nama": "Kota Contoh", "alamat": "Jalan Contoh 1"}, "unit": "Kelurahan Contoh",
        "tanggal_teks": "23 November 2026", "tembusan": [], "tempat": "Contoh", "judul": "Surat Keterangan Domisili",
        "baris": [["Nama", "Yohana Contoh"], ["Tanggal lahir", "27 Maret 1990"], ["Keperluan", "Mendaftar sekolah"]],
        "kode_permohonan": "SRG-7K4M-2",
    }  # fmt: skip


SURAT = surat.Templat("layanan", 1, "Surat keterangan", _BERKAS, contoh=contoh)
SURAT_TERTUTUP = surat.Templat(
    "layanan_tertutup", 1, "Surat keterangan", _BERKAS, tertutup=True, contoh=contoh
)


def tertutup(p: Permohonan) -> bool:
    """Surat yang memberi tahu keadaan ekonomi atau kesehatan: halaman periksa hanya menyebut dokumen sah."""
    return bool(p.layanan.peka or standar_permohonan(p).isi.get("tertutup"))


def data(p: Permohonan) -> dict[str, Any]:
    """Surat selalu berbahasa Indonesia, apa pun bahasa layar penandatangannya."""
    with override("id"):
        return _data(p)


def _data(p: Permohonan) -> dict[str, Any]:
    """Data beku surat: pemohon, jawaban yang tampak, unit, dan kode permohonannya."""
    profil, siapa, isi = organisasi.profil(), isian.pemohon(p), isian.isi(p)
    baris = [["Nama", siapa["nama"]], ["Tanggal lahir", jawaban.tulis_tanggal(siapa["lahir"])]]
    for i in r.semua(p.formulir.rancangan):
        if i["jenis"] in _TANPA or not r.tampak(i, isi) or isi.get(i["kode"]) in (None, "", []):
            continue
        baris.append([i.get("di_surat") or i["label"].rstrip("?"), jawaban.tulis(i, isi[i["kode"]])])
    return {
        "profil": {"nama": profil.nama, "alamat": profil.alamat}, "unit": p.unit.kini.nama if p.unit else profil.nama,
        "tanggal_teks": tanggal_naskah(hari_ini()), "tembusan": [], "tempat": profil.nama.split(" ", 1)[-1],
        "judul": standar_permohonan(p).nama, "baris": baris, "kode_permohonan": p.kode,
    }  # fmt: skip
