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
from kasuari.dasar.rupa.bentuk import rupiah_naskah, tanggal_naskah

HAL = {
    "tempat": "Tempat tugas", "jabatan": "Jabatan", "upah": "Gaji atau upah", "lain": "Ketentuan lain",
}  # fmt: skip


def naskah(u: Usulan, b: Bahan, isi: Mapping[str, Any]) -> Naskah:
    data = Keterangan(
        bagian.kop_penandatangan(u), "Addendum perjanjian kerja", bagian.identitas(b),
        [
            f"sepakat mengubah perjanjian kerja nomor {kontrak.lama_kalimat(isi)}, terhitung mulai tanggal "
            f"{tanggal_naskah(date.fromisoformat(isi['tmt']))}, sebagai berikut:",
        ],
        pembuka="Pihak pertama:",
        penghubung="dan pihak kedua:",
        pasangan=_perubahan(isi),
        penutup="Ketentuan lain dalam perjanjian kerja tetap berlaku. Persetujuan pihak kedua tertulis pada berkas addendum yang "
        "ditandatanganinya.",
        tembusan=bagian.tembusan("kontrak"),
    )  # fmt: skip
    return Naskah(data.data(), {"Tentang": "Addendum perjanjian kerja"})


def _perubahan(isi: Mapping[str, Any]) -> list[tuple[str, str]]:
    baris = [("Hal yang diubah", HAL[isi["hal"]])]
    if isi["upah"]:
        baris.append(("Upah sebulan menjadi", rupiah_naskah(isi["upah"])))
    if isi["uraian"]:
        baris.append(("Menjadi" if not isi["upah"] else "Keterangan", isi["uraian"]))
    return baris


def terapkan(ubahan: Ubahan, u: Usulan, isi: Mapping[str, Any]) -> None:
    """Nomor perjanjiannya tetap; nomor addendum menjadi dasar (SK) barisnya."""
    kontrak.akhiri(ubahan, u, date.fromisoformat(isi["tmt"]))
    kontrak.buka(ubahan, isi, nomor=isi["lama"][0])
