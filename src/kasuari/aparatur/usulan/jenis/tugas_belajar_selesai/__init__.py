"""Aktif kembali dari tugas belajar: kedudukan aktif lagi, dan ijazahnya tercatat bila lulus."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kasuari.aparatur.pegawai.riwayat import TINGKAT_PENDIDIKAN
from kasuari.aparatur.usulan import efek, ikatan, rangka
from kasuari.aparatur.usulan import naskah as bagian
from kasuari.aparatur.usulan.bahan import Bahan
from kasuari.aparatur.usulan.efek import Ubahan
from kasuari.aparatur.usulan.jenis.tugas_belajar.naskah import MENGINGAT, hari
from kasuari.aparatur.usulan.jenis.tugas_belajar.timbang import AKTIF, BELAJAR
from kasuari.aparatur.usulan.models import Usulan
from kasuari.aparatur.usulan.proses import susun
from kasuari.aparatur.usulan.rangka import Isian, Naskah, Syarat, Timbang
from kasuari.dasar.dokumen import surat
from kasuari.dasar.dokumen.naskah import KEPUTUSAN, Diktum, Keputusan
from kasuari.dasar.rupa.bentuk import tanggal
from kasuari.dasar.rupa.borang import Borang, IsianTanggal

KODE = "tugas_belajar_selesai"
HASIL = {"lulus": _("Lulus"), "tidak": _("Tidak selesai")}
SETARA = ("tingkat", "jurusan", "lembaga", "lulus")


class BorangSelesai(Borang):
    hasil = forms.ChoiceField(label=_("Hasil belajar"), choices=list(HASIL.items()), widget=forms.RadioSelect)
    tingkat = forms.ChoiceField(
        label=_("Tingkat"), choices=[("", _("Pilih satu")), *((t, t) for t in TINGKAT_PENDIDIKAN[3:])], required=False,
        help_text=_("Bila lulus."),
    )  # fmt: skip
    jurusan = forms.CharField(label=_("Jurusan"), max_length=160, required=False)
    lembaga = forms.CharField(label=_("Sekolah atau perguruan tinggi"), max_length=160, required=False)
    lulus = IsianTanggal(label=_("Tanggal lulus di ijazah"), required=False, help_text=_("Contoh: 27 3 2019"))


def timbang(b: Bahan, isian: Isian) -> Timbang:
    """Ia masih berkedudukan tugas belajar pada hari aktifnya, dan ijazahnya lengkap bila lulus."""
    tmt, d = isian.tmt, isian.data
    assert tmt is not None
    status = b.pada("status", tmt)
    if status is None or status.kedudukan != BELAJAR or status.mulai >= tmt:
        return Timbang({}, (), [gettext("Pada hari itu ia tidak tercatat tugas belajar.")])
    isi = {k: str(d.get(k) or "").strip() for k in ("hasil", *SETARA)}
    kurang = [] if isi["hasil"] in HASIL else [gettext("Pilih hasil belajarnya.")]
    if isi["hasil"] == "lulus":
        if not all(isi[k] for k in SETARA):
            kurang.append(gettext("Isi tingkat, jurusan, perguruan tinggi, dan tanggal lulusnya."))
        elif date.fromisoformat(isi["lulus"]) > tmt:
            kurang.append(
                gettext("Tanggal lulus %(t)s sesudah hari aktifnya.")
                % {"t": tanggal(date.fromisoformat(isi["lulus"]))}
            )
    isi |= {
        "tmt": tmt.isoformat(),
        "jenis": status.jenis,
        "sejak": ikatan.sejak_belajar(b, tmt).isoformat(),
        "sebab": status.sebab,
    }
    return Timbang(isi, (), kurang)


def naskah(u: Usulan, b: Bahan, isi: Mapping[str, Any]) -> Naskah:
    lulus = isi["hasil"] == "lulus"
    ijazah = (
        [
            ("Ijazah", f"{isi['tingkat']} {isi['jurusan']}, {isi['lembaga']}"),
            ("Tanggal lulus", hari(isi["lulus"])),
        ]
        if lulus
        else []
    )
    badan = Keputusan(
        bagian.kop_kepala_daerah(),
        bagian.kepala_daerah(),
        f"Pengaktifan Kembali Pegawai Negeri Sipil dari Tugas Belajar atas Nama {b.p.orang.nama_gelar}",
        ["bahwa tugas belajar Pegawai Negeri Sipil yang namanya tersebut dalam keputusan ini telah berakhir;"],
        MENGINGAT,
        [
            Diktum("Mengaktifkan kembali Pegawai Negeri Sipil:", pasangan=[*bagian.identitas(b), *ijazah]),
            f"Pengaktifan kembali berlaku terhitung mulai tanggal {hari(isi['tmt'])}, sesudah tugas belajar sejak {hari(isi['sejak'])}.",
            "Yang bersangkutan melaksanakan ikatan dinas sebagaimana ditetapkan dalam keputusan tugas belajarnya.",
        ],
        tembusan=bagian.tembusan("tugas_belajar"),
    )  # fmt: skip
    return Naskah(badan.data(), atas_nama=bagian.kepala_daerah())


def terapkan(ubahan: Ubahan, u: Usulan, isi: Mapping[str, Any]) -> None:
    tmt = date.fromisoformat(isi["tmt"])
    ubahan.buka("status", tmt, {"jenis": isi["jenis"], "kedudukan": AKTIF, "sebab": "Selesai tugas belajar"})
    if isi["hasil"] == "lulus":
        lulus = date.fromisoformat(isi["lulus"])
        fakta = {**{k: isi[k] for k in SETARA[:3]}, "tahun_lulus": lulus.year}
        ubahan.buka("pendidikan", lulus, fakta, lampiran=ubahan.bukti("ijazah"))


def syarat(b: Bahan, isian: Isian) -> list[Syarat]:
    return [
        Syarat("laporan", gettext("Laporan selesai tugas belajar")),
        Syarat(
            "ijazah", gettext("Ijazah, atau surat keterangan lulus"), wajib=isian.data.get("hasil") == "lulus"
        ),
    ]


def sajikan(isi: Mapping[str, Any]) -> list[tuple[Any, Any]]:
    return [
        (gettext("Tugas belajar sejak"), tanggal(date.fromisoformat(isi["sejak"]))),
        (gettext("Hasil belajar"), HASIL.get(isi["hasil"], "-")),
        (gettext("Kedudukan sesudahnya"), gettext("Aktif")),
    ]


SELESAI = rangka.daftarkan(
    rangka.Jenis(
        KODE,
        _("Aktif kembali dari tugas belajar"),
        _("Kedudukan aktif lagi, dan ijazahnya tercatat bila lulus."),
        rangka.PETUGAS,
        frozenset({"pns"}),
        ("status",),
        susun(KODE, _("Aktif kembali dari tugas belajar"), mulai=rangka.PETUGAS),
        surat.daftarkan(
            surat.Templat(
                "usulan_tugas_belajar_selesai", 1, "Keputusan aktif kembali dari tugas belajar", KEPUTUSAN
            ),
            efek.terbit,
        ),
        "sk_tugas_belajar",
        timbang,
        naskah,
        terapkan,
        borang=BorangSelesai,
        syarat=syarat,
        sajikan=sajikan,
        pejabat="tugas_belajar",
        urut=41,
    )
)
