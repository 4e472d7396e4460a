"""Keputusan perpanjangan tugas belajar."""

from collections.abc import Mapping
from typing import Any

from kasuari.aparatur.usulan import naskah as bagian
from kasuari.aparatur.usulan.bahan import Bahan
from kasuari.aparatur.usulan.jenis.tugas_belajar.naskah import MENGINGAT, hari
from kasuari.aparatur.usulan.models import Usulan
from kasuari.aparatur.usulan.rangka import Naskah
from kasuari.dasar.dokumen.naskah import Diktum, Keputusan


def naskah(u: Usulan, b: Bahan, isi: Mapping[str, Any]) -> Naskah:
    nomor, tanggal = isi["sk"]
    belajar = [
        ("Tingkat pendidikan", isi["tingkat"]),
        ("Program studi", isi["prodi"]),
        ("Perguruan tinggi", isi["kampus"]),
        ("Semula sampai dengan", hari(isi["sampai_semula"])),
        ("Diperpanjang sampai dengan", hari(isi["selesai"])),
    ]
    surat = Keputusan(
        bagian.kop_kepala_daerah(),
        bagian.kepala_daerah(),
        f"Perpanjangan Tugas Belajar Pegawai Negeri Sipil atas Nama {b.p.orang.nama_gelar}",
        [
            f"bahwa tugas belajar dengan keputusan nomor {nomor} tanggal {hari(tanggal)} belum selesai karena: "
            f"{isi['alasan'].rstrip('.;')};",
            "bahwa untuk itu perlu menetapkan keputusan tentang perpanjangannya;",
        ],
        MENGINGAT,
        [
            Diktum("Memperpanjang tugas belajar Pegawai Negeri Sipil:", pasangan=bagian.identitas(b)),
            Diktum("Tugas belajar sebagaimana dimaksud dalam diktum KESATU:", pasangan=belajar),
            f"Ikatan dinas sesudah tugas belajar berakhir menjadi sekurang-kurangnya {isi['ikatan_bulan']} bulan.",
            f"Ketentuan lain dalam keputusan nomor {nomor} tetap berlaku.",
        ],
        tembusan=bagian.tembusan("tugas_belajar"),
    )
    return Naskah(surat.data(), atas_nama=bagian.kepala_daerah())
