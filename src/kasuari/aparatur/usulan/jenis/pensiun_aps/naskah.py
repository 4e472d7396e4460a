"""Keputusan pemberhentian atas permintaan sendiri dengan hak pensiun, dan efeknya."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from kasuari.aparatur.usulan import berhenti
from kasuari.aparatur.usulan.bahan import Bahan
from kasuari.aparatur.usulan.efek import Ubahan
from kasuari.aparatur.usulan.models import Usulan
from kasuari.aparatur.usulan.rangka import Naskah
from kasuari.dasar.dokumen.naskah import Diktum
from kasuari.dasar.rupa.bentuk import tanggal_naskah


def naskah(u: Usulan, b: Bahan, isi: Mapping[str, Any]) -> Naskah:
    tmt = tanggal_naskah(date.fromisoformat(isi["tmt"]))
    return berhenti.keputusan(
        u, b, isi, tentang="Pemberhentian atas permintaan sendiri dengan hak pensiun",
        menimbang=[
            "bahwa Pegawai Negeri Sipil yang namanya tersebut dalam keputusan ini mengajukan permohonan berhenti",
            f"bahwa pada usia {isi['usia']} tahun dengan masa kerja {isi['mk'][0]} tahun ia memenuhi syarat berhenti dengan hak pensiun",
        ],
        diktum=[
            Diktum(
                "Memberhentikan dengan hormat sebagai Pegawai Negeri Sipil atas permintaan sendiri:",
                berhenti.data_pegawai(b, isi), penutup=f"terhitung mulai tanggal {tmt}, dengan hak pensiun.",
            ),
            berhenti.PENSIUN_POKOK, berhenti.PERBAIKAN, berhenti.BERLAKU,
        ],
    )  # fmt: skip


def terapkan(ubahan: Ubahan, u: Usulan, isi: Mapping[str, Any]) -> None:
    berhenti.berhenti(ubahan, isi, "99", "Atas permintaan sendiri")
