"""Surat pengantar permintaan kartu kepada BKN. Kartunya diterbitkan BKN; di sini hanya nomornya dicatat."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from kasuari.aparatur.usulan import naskah as bagian
from kasuari.aparatur.usulan.bahan import Bahan
from kasuari.aparatur.usulan.efek import Ubahan
from kasuari.aparatur.usulan.jenis.karis_karpeg.timbang import KARTU, SEBAB
from kasuari.aparatur.usulan.models import Usulan
from kasuari.aparatur.usulan.rangka import Naskah
from kasuari.dasar.dokumen.naskah import SuratDinas
from kasuari.dasar.rupa.bentuk import tanggal_naskah


def naskah(u: Usulan, b: Bahan, isi: Mapping[str, Any]) -> Naskah:
    pasangan = []
    if isi["pasangan"]:
        nama, lahir = isi["pasangan"]
        lahir_teks = tanggal_naskah(date.fromisoformat(lahir)) if lahir else "belum tercatat"
        pasangan = [("Nama suami/istri", nama), ("Tanggal lahir suami/istri", lahir_teks)]
    data = SuratDinas(
        bagian.kop_penandatangan(u),
        f"Permintaan {KARTU[isi['kartu']]}",
        ["Kepala Kantor Regional XIV Badan Kepegawaian Negara"],
        [
            f"Bersama ini disampaikan permintaan {KARTU[isi['kartu']]} ({SEBAB[isi['sebab']]}) bagi pegawai berikut:"
        ],
        pasangan=[*bagian.identitas(b), *pasangan],
        lanjutan=["Berkas persyaratannya sudah diperiksa dan dinyatakan lengkap."],
        penutup="Atas perhatian Saudara, kami mengucapkan terima kasih.",
        di="Manokwari",
        tembusan=bagian.tembusan("karis_karpeg"),
    )
    return Naskah(data.data(), {"Tentang": f"Permintaan {KARTU[isi['kartu']]}"})


def terapkan(ubahan: Ubahan, u: Usulan, isi: Mapping[str, Any]) -> None:
    """Permintaan kartu tidak mengubah register."""
