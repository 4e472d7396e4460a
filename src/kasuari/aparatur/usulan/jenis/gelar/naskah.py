"""Surat keterangan pencantuman gelar, dan efeknya: riwayat pendidikan (dengan ijazahnya) dan gelar pada nama."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from kasuari.aparatur.pegawai.models import RiwayatPendidikan
from kasuari.aparatur.usulan import naskah as bagian
from kasuari.aparatur.usulan.bahan import Bahan
from kasuari.aparatur.usulan.efek import Ubahan
from kasuari.aparatur.usulan.models import Usulan
from kasuari.aparatur.usulan.rangka import Naskah
from kasuari.dasar.dokumen.naskah import Keterangan
from kasuari.dasar.rupa.bentuk import tanggal_naskah

SEBUTAN = {"izin": "izin belajar", "tugas": "tugas belajar"}


def naskah(u: Usulan, b: Bahan, isi: Mapping[str, Any]) -> Naskah:
    surat = Keterangan(
        bagian.kop_penandatangan(u),
        "Surat Keterangan Pencantuman Gelar",
        bagian.identitas(b),
        [
            f"telah memperoleh ijazah {isi['tingkat']} {isi['jurusan']} dari {isi['lembaga']} Nomor {isi['nomor_ijazah']} "
            f"tanggal {tanggal_naskah(date.fromisoformat(isi['tmt']))} melalui {SEBUTAN[isi['belajar']]}, dan berdasarkan "
            f"persetujuan Badan Kepegawaian Negara Nomor {u.bkn.nomor} tanggal {tanggal_naskah(u.bkn.tanggal)} gelarnya "
            "dicantumkan sebagai berikut:"
        ],
        pasangan=[
            ("Nama sebelumnya", isi["nama_lama"]),
            ("Nama dengan gelar", isi["nama_baru"]),
            ("Akreditasi program studi", isi["akreditasi"]),
        ],
        penutup="Surat keterangan ini dibuat untuk dipergunakan sebagaimana mestinya.",
        tembusan=bagian.tembusan("gelar"),
    )
    return Naskah(surat.data())


def sajikan(isi: Mapping[str, Any]) -> list[tuple[Any, Any]]:
    return [(_("Nama sebelumnya"), isi["nama_lama"]), (_("Nama dengan gelar"), isi["nama_baru"])]


def terapkan(ubahan: Ubahan, u: Usulan, isi: Mapping[str, Any]) -> None:
    """Ijazah yang sudah tercatat tidak dicatat dua kali."""
    lulus = date.fromisoformat(isi["tmt"])
    ada = RiwayatPendidikan.objects.filter(
        subjek=u.pegawai, ditutup=None, tingkat=isi["tingkat"], tahun_lulus=lulus.year
    )
    if not ada.exists():
        ijazah = u.bukti.filter(syarat="ijazah", diganti=None).first()
        didik = {
            "tingkat": isi["tingkat"], "jurusan": isi["jurusan"], "lembaga": isi["lembaga"], "tahun_lulus": lulus.year,
        }  # fmt: skip
        ubahan.buka("pendidikan", lulus, didik, lampiran=ijazah.lampiran_id if ijazah else None)
    ubahan.gelar(isi["gelar_depan"], isi["gelar_belakang"])
