"""Keputusan perpanjangan hubungan perjanjian kerja, dan efeknya: satu perjanjian lagi di riwayat."""

from collections.abc import Mapping
from typing import Any

from kasuari.aparatur.usulan import kontrak
from kasuari.aparatur.usulan import naskah as bagian
from kasuari.aparatur.usulan.bahan import Bahan
from kasuari.aparatur.usulan.efek import Ubahan
from kasuari.aparatur.usulan.models import Usulan
from kasuari.aparatur.usulan.rangka import Naskah
from kasuari.dasar.dokumen.naskah import Diktum


def naskah(u: Usulan, b: Bahan, isi: Mapping[str, Any]) -> Naskah:
    return kontrak.keputusan(
        u, b, tentang="Perpanjangan hubungan perjanjian kerja PPPK",
        menimbang=[
            "bahwa kebutuhan akan pegawai pada jabatan tersebut masih ada dan anggarannya tersedia",
            "bahwa pegawai yang namanya tersebut dalam keputusan ini mencapai kinerja yang dipersyaratkan",
        ],
        diktum=[
            Diktum(
                "Memperpanjang hubungan perjanjian kerja dengan Pegawai Pemerintah dengan Perjanjian Kerja:",
                [
                    *bagian.identitas(b), ("Perjanjian sebelumnya", kontrak.lama_kalimat(isi)), ("Perjanjian ke-", str(isi["ke"])),
                    ("Masa perjanjian", kontrak.masa(isi)),
                ],
            ),
            *kontrak.diktum_potong(isi),
            "Hak dan kewajiban para pihak mengikuti perjanjian kerja yang ditandatangani yang bersangkutan dan peraturan "
            "perundang-undangan.",
            "Keputusan ini mulai berlaku pada tanggal ditetapkan.",
        ],
    )  # fmt: skip


def terapkan(ubahan: Ubahan, u: Usulan, isi: Mapping[str, Any]) -> None:
    kontrak.buka(ubahan, isi)
