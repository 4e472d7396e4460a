"""Keputusan tugas belajar; yang meninggalkan tugas berkedudukan tugas belajar (03) di register sampai diaktifkan kembali."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from kasuari.aparatur.usulan import naskah as bagian
from kasuari.aparatur.usulan.bahan import Bahan
from kasuari.aparatur.usulan.efek import Ubahan
from kasuari.aparatur.usulan.jenis.tugas_belajar.timbang import BELAJAR
from kasuari.aparatur.usulan.models import Usulan
from kasuari.aparatur.usulan.rangka import Naskah
from kasuari.dasar.dokumen.naskah import Diktum, Keputusan
from kasuari.dasar.rupa.bentuk import tanggal_naskah

MENGINGAT = [
    "Undang-Undang Nomor 20 Tahun 2023 tentang Aparatur Sipil Negara;",
    "Peraturan Pemerintah Nomor 11 Tahun 2017 tentang Manajemen Pegawai Negeri Sipil sebagaimana telah diubah dengan Peraturan "
    "Pemerintah Nomor 17 Tahun 2020;",
    "Surat Edaran Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 28 Tahun 2021 tentang Pengembangan "
    "Kompetensi bagi Pegawai Negeri Sipil Melalui Jalur Pendidikan;",
]


def hari(teks: str) -> str:
    return tanggal_naskah(date.fromisoformat(teks))


def naskah(u: Usulan, b: Bahan, isi: Mapping[str, Any]) -> Naskah:
    tinggal = isi["cara"] == "tinggal"
    belajar = [
        ("Tingkat pendidikan", isi["tingkat"]),
        ("Program studi", isi["prodi"]),
        ("Perguruan tinggi", isi["kampus"]),
        ("Biaya", "pemerintah atau pemberi beasiswa" if isi["biaya"] == "negara" else "sendiri"),
        ("Terhitung mulai", hari(isi["tmt"])),
        ("Sampai dengan", hari(isi["selesai"])),
    ]
    cara = (
        "Selama tugas belajar yang bersangkutan dibebaskan dari tugas jabatannya."
        if tinggal
        else "Tugas belajar dilaksanakan di luar jam kerja dan tidak mengurangi kewajiban melaksanakan tugas."
    )
    surat = Keputusan(
        bagian.kop_kepala_daerah(),
        bagian.kepala_daerah(),
        f"Tugas Belajar Pegawai Negeri Sipil atas Nama {b.p.orang.nama_gelar}",
        [
            "bahwa Pegawai Negeri Sipil yang namanya tersebut dalam keputusan ini memenuhi syarat untuk diberikan tugas belajar;",
            "bahwa untuk itu perlu menetapkan keputusan tentang tugas belajarnya;",
        ],
        MENGINGAT,
        [
            Diktum("Memberikan tugas belajar kepada Pegawai Negeri Sipil:", pasangan=bagian.identitas(b)),
            Diktum("Tugas belajar sebagaimana dimaksud dalam diktum KESATU:", pasangan=belajar),
            cara,
            Diktum(
                "Sesudah tugas belajar berakhir yang bersangkutan wajib:",
                rincian=[
                    "melapor dan menyerahkan laporan hasil belajar kepada kepala badan kepegawaian;",
                    f"bekerja kembali selama sekurang-kurangnya {isi['ikatan_bulan']} bulan sebagai ikatan dinas.",
                ],
            ),
            f"Perpanjangan dapat diberikan paling lama {isi['perpanjangan']} tahun dengan keputusan tersendiri.",
        ],
        tembusan=bagian.tembusan("tugas_belajar"),
    )
    return Naskah(surat.data(), atas_nama=bagian.kepala_daerah())


def terapkan(ubahan: Ubahan, u: Usulan, isi: Mapping[str, Any]) -> None:
    """Jabatannya tidak diakhiri: register tetap tahu unit asalnya."""
    if isi["cara"] != "tinggal":
        return
    sebab = f"Tugas belajar sampai {hari(isi['selesai'])}"
    ubahan.buka(
        "status",
        date.fromisoformat(isi["tmt"]),
        {"jenis": isi["jenis"], "kedudukan": BELAJAR, "sebab": sebab},
    )
