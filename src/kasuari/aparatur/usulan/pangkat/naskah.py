"""Keputusan kenaikan pangkat, dan efeknya: golongan dan gaji pokok baru; bagi fungsional juga sisa angka kreditnya."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from kasuari.aparatur.usulan import naskah as bagian
from kasuari.aparatur.usulan.bahan import Bahan
from kasuari.aparatur.usulan.efek import Ubahan
from kasuari.aparatur.usulan.gaji import masa_kerja
from kasuari.aparatur.usulan.models import Usulan
from kasuari.aparatur.usulan.rangka import Naskah
from kasuari.dasar.dokumen.naskah import Diktum, Keputusan
from kasuari.dasar.rupa.bentuk import angka, rupiah, rupiah_naskah, tanggal_naskah

MENGINGAT = [
    "Undang-Undang Nomor 20 Tahun 2023 tentang Aparatur Sipil Negara;",
    "Peraturan Pemerintah Nomor 7 Tahun 1977 tentang Peraturan Gaji Pegawai Negeri Sipil sebagaimana telah beberapa kali "
    "diubah terakhir dengan Peraturan Pemerintah Nomor 5 Tahun 2024;",
    "Peraturan Pemerintah Nomor 99 Tahun 2000 tentang Kenaikan Pangkat Pegawai Negeri Sipil sebagaimana telah diubah dengan "
    "Peraturan Pemerintah Nomor 12 Tahun 2002;",
    "Peraturan Pemerintah Nomor 11 Tahun 2017 tentang Manajemen Pegawai Negeri Sipil sebagaimana telah diubah dengan "
    "Peraturan Pemerintah Nomor 17 Tahun 2020;",
]
SEBUTAN = {
    "reguler": "reguler",
    "struktural": "pilihan karena menduduki jabatan struktural",
    "fungsional": "pilihan karena menduduki jabatan fungsional",
    "ijazah": "pilihan karena penyesuaian ijazah",
}


def hari(teks: str) -> str:
    return tanggal_naskah(date.fromisoformat(teks)) if teks else "-"


def pertek(u: Usulan) -> list[str]:
    """Kalimat 'memperhatikan' dari persetujuan teknis BKN."""
    return [
        f"Persetujuan teknis Badan Kepegawaian Negara Nomor {u.bkn.nomor} tanggal {tanggal_naskah(u.bkn.tanggal)};"
    ]


def naskah(u: Usulan, b: Bahan, isi: Mapping[str, Any]) -> Naskah:
    kepala = bagian.kepala_daerah()
    diktum: Sequence[Diktum | str] = [
        Diktum(
            f"Menaikkan pangkat Pegawai Negeri Sipil berikut terhitung mulai tanggal {hari(isi['tmt'])} melalui kenaikan "
            f"pangkat {SEBUTAN[isi['jalur']]}:",
            pasangan=bagian.identitas(b),
        ),
        Diktum("Perubahan pangkat, masa kerja, dan gaji pokok pegawai tersebut:", banding=_banding(isi)),
        "Gaji pokok dibayarkan menurut peraturan perundang-undangan; kenaikan gaji berkala berikutnya tetap menurut masa "
        "kerja golongannya.",
        "Keputusan ini berlaku sejak ditetapkan. Bila ternyata terdapat kekeliruan, keputusan ini diperbaiki sebagaimana "
        "mestinya.",
    ]  # fmt: skip
    surat = Keputusan(
        bagian.kop_kepala_daerah(),
        kepala,
        f"Kenaikan Pangkat Pegawai Negeri Sipil atas Nama {b.p.orang.nama_gelar}",
        [
            "bahwa Pegawai Negeri Sipil yang namanya tersebut dalam keputusan ini memenuhi syarat untuk dinaikkan pangkatnya;",
            "bahwa untuk itu perlu menetapkan keputusan tentang kenaikan pangkatnya;",
        ],
        MENGINGAT,
        diktum,
        memperhatikan=pertek(u),
        tembusan=bagian.tembusan("pangkat"),
    )
    return Naskah(surat.data(), atas_nama=kepala)


def _banding(isi: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    nomor, tgl = isi["sk_lama"]
    baris = [
        (
            "Pangkat/golongan ruang",
            bagian.pangkat(isi["golongan_lama"]),
            bagian.pangkat(isi["golongan_baru"]),
        ),
        ("Terhitung mulai", hari(isi["tmt_lama"]), hari(isi["tmt"])),
        ("Masa kerja golongan", bagian.masa_kerja(*isi["mk_lama"]), bagian.masa_kerja(*isi["mk_baru"])),
        ("Gaji pokok", rupiah_naskah(isi["gaji_lama"]), rupiah_naskah(isi["gaji_baru"])),
        (
            "Surat dasar",
            " tanggal ".join((nomor, *([hari(tgl)] if tgl else ()))) if nomor else "-",
            "Keputusan ini",
        ),
    ]
    if isi["jalur"] == "fungsional":
        baris.append(
            ("Angka kredit", angka(Decimal(isi["ak_lama"])), f"{angka(Decimal(isi['ak_sisa']))} (sisa)")
        )
    return baris


def sajikan(isi: Mapping[str, Any]) -> list[tuple[Any, Any]]:
    baris = [
        (_("Golongan"), f"{isi['golongan_lama']} → {isi['golongan_baru']}"),
        (_("Masa kerja golongan"), masa_kerja(isi["mk_baru"])),
        (_("Gaji pokok lama"), rupiah(isi["gaji_lama"])),
        (_("Gaji pokok baru"), rupiah(isi["gaji_baru"])),
    ]
    if isi["jalur"] == "fungsional":
        baris.append((_("Angka kredit sesudahnya"), angka(Decimal(isi["ak_sisa"]))))
    return baris


def terapkan(ubahan: Ubahan, u: Usulan, isi: Mapping[str, Any]) -> None:
    """Gaji pokok baru dicatat dengan masa kerja yang berjalan terus, jadi KGB berikutnya tidak bergeser."""
    tmt, (tahun, bulan) = date.fromisoformat(isi["tmt"]), isi["mk_baru"]
    mk = {"mk_tahun": tahun, "mk_bulan": bulan}
    ubahan.buka("golongan", tmt, {"golongan": isi["golongan_baru"], "jenis_kp": isi["jenis_kp"], **mk})
    ubahan.buka("kgb", tmt, {"gaji_pokok": isi["gaji_baru"], **mk})
    if isi["jalur"] == "fungsional":
        ubahan.buka("pak", tmt, {"ak": Decimal(isi["ak_sisa"]), "jenjang": isi["jenjang"]})
