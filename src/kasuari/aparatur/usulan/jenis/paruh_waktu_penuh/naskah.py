"""Keputusan pengangkatan PPPK paruh waktu menjadi PPPK, dan efeknya: status, golongan, gaji pokok, perjanjian."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from kasuari.aparatur.usulan import kontrak
from kasuari.aparatur.usulan import naskah as bagian
from kasuari.aparatur.usulan.bahan import Bahan
from kasuari.aparatur.usulan.efek import Ubahan
from kasuari.aparatur.usulan.models import Usulan
from kasuari.aparatur.usulan.rangka import Naskah
from kasuari.dasar.dokumen.naskah import Diktum
from kasuari.dasar.rupa.bentuk import rupiah_naskah

SEBAB = "Pengangkatan dari paruh waktu"


def naskah(u: Usulan, b: Bahan, isi: Mapping[str, Any]) -> Naskah:
    return kontrak.keputusan(
        u, b, tentang="Pengangkatan PPPK paruh waktu menjadi PPPK",
        menimbang=["bahwa kebutuhan dan anggarannya tersedia, dan kinerja pegawai yang namanya tersebut dalam keputusan ini memenuhi syarat"],
        mengingat=(*kontrak.MENGINGAT, kontrak.PARUH_WAKTU),
        diktum=[
            Diktum(
                "Mengangkat sebagai Pegawai Pemerintah dengan Perjanjian Kerja:",
                [
                    *[p for p in bagian.identitas(b) if not p[0].startswith("Pangkat")], ("Golongan", isi["golongan"]),
                    ("Gaji pokok", rupiah_naskah(isi["gaji"])), ("Perjanjian sebelumnya", kontrak.lama_kalimat(isi)),
                    ("Masa perjanjian", kontrak.masa(isi)),
                ],
            ),
            *kontrak.diktum_potong(isi),
            "Keputusan ini mulai berlaku pada tanggal ditetapkan.",
        ],
    )  # fmt: skip


def terapkan(ubahan: Ubahan, u: Usulan, isi: Mapping[str, Any]) -> None:
    tmt = date.fromisoformat(isi["tmt"])
    kontrak.akhiri(ubahan, u, tmt)
    kontrak.buka(ubahan, isi)
    ubahan.buka("status", tmt, {"jenis": "pppk", "kedudukan": "01", "sebab": SEBAB})
    ubahan.buka("golongan", tmt, {"golongan": isi["golongan"], "mk_tahun": 0, "mk_bulan": 0})
    ubahan.buka("kgb", tmt, {"gaji_pokok": isi["gaji"], "mk_tahun": 0, "mk_bulan": 0})
