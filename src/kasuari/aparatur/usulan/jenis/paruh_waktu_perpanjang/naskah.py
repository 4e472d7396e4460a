"""Keputusan pembaruan perjanjian kerja paruh waktu, dan efeknya."""

from collections.abc import Mapping
from typing import Any

from kasuari.aparatur.usulan import kontrak
from kasuari.aparatur.usulan import naskah as bagian
from kasuari.aparatur.usulan.bahan import Bahan
from kasuari.aparatur.usulan.efek import Ubahan
from kasuari.aparatur.usulan.models import Usulan
from kasuari.aparatur.usulan.rangka import Naskah
from kasuari.dasar.dokumen.naskah import Diktum
from kasuari.dasar.rupa.bentuk import rupiah_naskah


def naskah(u: Usulan, b: Bahan, isi: Mapping[str, Any]) -> Naskah:
    upah = f"{rupiah_naskah(isi['upah'])} sebulan" if isi["upah"] else "sesuai dengan perjanjian sebelumnya"
    return kontrak.keputusan(
        u, b, tentang="Pembaruan perjanjian kerja PPPK paruh waktu",
        menimbang=[
            "bahwa PPPK paruh waktu yang namanya tersebut dalam keputusan ini masih dibutuhkan dan anggarannya tersedia",
            "bahwa kinerjanya memenuhi syarat",
        ],
        mengingat=(*kontrak.MENGINGAT, kontrak.PARUH_WAKTU),
        diktum=[
            Diktum(
                "Memperbarui perjanjian kerja PPPK paruh waktu:",
                [
                    *bagian.identitas(b), ("Perjanjian sebelumnya", kontrak.lama_kalimat(isi)), ("Perjanjian ke-", str(isi["ke"])),
                    ("Masa perjanjian", kontrak.masa(isi)), ("Upah", upah),
                ],
            ),
            *kontrak.diktum_potong(isi),
            "Keputusan ini mulai berlaku pada tanggal ditetapkan.",
        ],
    )  # fmt: skip


def terapkan(ubahan: Ubahan, u: Usulan, isi: Mapping[str, Any]) -> None:
    kontrak.buka(ubahan, isi)
