"""Addendum perjanjian kerja, dan efeknya: sejak TMT perjanjian berjalan menurut addendum ini."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from kasuari.aparatur.usulan import kontrak
from kasuari.aparatur.usulan import naskah as bagian
from kasuari.aparatur.usulan.bahan import Bahan
from kasuari.aparatur.usulan.efek import Ubahan
from kasuari.aparatur.usulan.models import Usulan
from kasuari.aparatur.usulan.rangka import Naskah
from kasuari.dasar.dokumen.naskah import Keterangan
from kasuari.dasar.rupa.bentuk import tanggal_naskah

HAL = {
    "tempat": "Tempat tugas", "jabatan": "Jabatan", "upah": "Gaji atau upah", "lain": "Ketentuan lain",
}  # fmt: skip


def naskah(u: Usulan, b: Bahan, isi: Mapping[str, Any]) -> Naskah:
    data = Keterangan(
        bagian.kop(), "Addendum perjanjian kerja", bagian.identitas(b),
        [
            f"sepakat mengubah perjanjian kerja nomor {kontrak.lama_kalimat(isi)}, terhitung mulai tanggal "
            f"{tanggal_naskah(date.fromisoformat(isi['tmt']))}, sebagai berikut:",
        ],
        pembuka="Pihak pertama:",
        penghubung="dan pihak kedua:",
        pasangan=[("Hal yang diubah", HAL[isi["hal"]]), ("Menjadi", isi["uraian"])],
        penutup="Ketentuan lain dalam perjanjian kerja tetap berlaku. Persetujuan pihak kedua tertulis pada berkas addendum yang "
        "ditandatanganinya.",
        tembusan=bagian.tembusan("kontrak"),
    )  # fmt: skip
    return Naskah(data.data(), {"Tentang": "Addendum perjanjian kerja"})


def terapkan(ubahan: Ubahan, u: Usulan, isi: Mapping[str, Any]) -> None:
    kontrak.akhiri(ubahan, u, date.fromisoformat(isi["tmt"]))
    kontrak.buka(ubahan, isi)
