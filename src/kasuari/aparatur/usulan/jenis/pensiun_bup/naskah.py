"""Keputusan pemberhentian karena mencapai batas usia pensiun, dan efeknya: MPP bila diambil, lalu berhenti pada TMT."""

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

SEBAB = "Mencapai batas usia pensiun"


def naskah(u: Usulan, b: Bahan, isi: Mapping[str, Any]) -> Naskah:
    tmt = tanggal_naskah(date.fromisoformat(isi["tmt"]))
    hak = "dengan hak pensiun" if isi["hak"] else "tanpa hak pensiun karena masa kerjanya belum mencukupi"
    diktum: list[Diktum | str] = [
        Diktum(
            "Memberhentikan dengan hormat sebagai Pegawai Negeri Sipil karena mencapai batas usia pensiun:",
            berhenti.data_pegawai(b, isi), penutup=f"terhitung mulai tanggal {tmt}, {hak}.",
        )
    ]  # fmt: skip
    if isi["mpp"]:
        mulai = tanggal_naskah(date.fromisoformat(isi["mpp"]))
        diktum.append(
            f"Yang bersangkutan menjalani masa persiapan pensiun terhitung mulai tanggal {mulai} dan sejak itu dibebaskan dari "
            "jabatannya."
        )
    diktum += [*([berhenti.PENSIUN_POKOK] if isi["hak"] else []), berhenti.PERBAIKAN, berhenti.BERLAKU]
    return berhenti.keputusan(
        u, b, isi, tentang="Pemberhentian karena mencapai batas usia pensiun",
        menimbang=[
            f"bahwa Pegawai Negeri Sipil yang namanya tersebut dalam keputusan ini mencapai batas usia pensiun {isi['bup']} tahun",
            "bahwa yang bersangkutan memenuhi syarat untuk diberhentikan dengan hormat",
        ],
        diktum=diktum,
    )  # fmt: skip


def terapkan(ubahan: Ubahan, u: Usulan, isi: Mapping[str, Any]) -> None:
    if isi["mpp"]:
        mulai = date.fromisoformat(isi["mpp"])
        ubahan.buka(
            "status", mulai, {"jenis": isi["jenis"], "kedudukan": "20", "sebab": "Masa persiapan pensiun"}
        )
        ubahan.akhiri_jabatan(mulai)
    berhenti.berhenti(ubahan, isi, "98", SEBAB)
