"""Formulir riwayat: satu kelas tiap jenis, disusun dari daftar isian di bawah. Hasilnya `BarisRiwayat`."""

import uuid
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kasuari.aparatur.pegawai import label
from kasuari.aparatur.pegawai.models import Pegawai
from kasuari.aparatur.pegawai.riwayat import (
    DAFTAR,
    KONTRAK_TERBANYAK,
    PREDIKAT,
    TINGKAT_PENDIDIKAN,
    UPAH_TERBANYAK,
    BarisRiwayat,
)
from kasuari.aturan.angka_kredit import JENJANG
from kasuari.aturan.golongan import KODE_GOLONGAN, PANGKAT
from kasuari.dasar.rupa.borang import Borang, IsianTanggal

PILIH = ("", _("Pilih satu"))


def _pilih(judul: Any, pilihan: Any) -> forms.Field:
    return forms.ChoiceField(label=judul, choices=[PILIH, *pilihan])


def _teks(judul: Any, panjang: int, wajib: bool = False, bantuan: Any = "") -> forms.Field:
    return forms.CharField(label=judul, max_length=panjang, required=wajib, help_text=bantuan)


def _angka(judul: Any, dari: int, sampai: int, bantuan: Any = "", **lain: Any) -> forms.Field:
    return forms.IntegerField(
        label=judul, min_value=dari, max_value=sampai, help_text=bantuan, localize=False, **lain
    )


def _mk() -> dict[str, forms.Field]:
    return {
        "mk_tahun": _angka(_("Masa kerja golongan: tahun"), 0, 60),
        "mk_bulan": _angka(_("Masa kerja golongan: bulan"), 0, 11, initial=0),
    }


def _isian(kode: str) -> dict[str, forms.Field]:
    """Isian khusus satu jenis; nama isian = kolom modelnya."""
    if kode == "status":
        return {
            "jenis": _pilih(_("Jenis ASN"), label.JENIS_ASN.items()),
            "kedudukan": _pilih(_("Kedudukan"), label.KEDUDUKAN.items()),
            "sebab": _teks(_("Sebab"), 60),
        }
    if kode == "golongan":
        nama = [(x, f"{x} {PANGKAT.get(x, '')}".strip()) for x in KODE_GOLONGAN]
        return {"golongan": _pilih(_("Golongan"), nama), **_mk()}
    if kode == "kgb":
        return {
            "gaji_pokok": _angka(
                _("Gaji pokok"), 1, 99_999_999, _("Rupiah penuh, tanpa titik. Contoh: 3287800")
            ),
            **_mk(),
        }
    if kode == "pak":
        return {
            "ak": forms.DecimalField(
                label=_("Angka kredit"), min_value=0, max_digits=7, decimal_places=2, localize=True,
                help_text=_("Jumlah pada penetapan terakhir (PAK) di jenjang ini. Contoh: 37,5"),
            ),
            "jenjang": _pilih(_("Jenjang"), ((x, x) for x in JENJANG)),
        }  # fmt: skip
    if kode == "pendidikan":
        return {
            "tingkat": _pilih(_("Tingkat"), ((x, x) for x in TINGKAT_PENDIDIKAN)),
            "jurusan": _teks(_("Jurusan"), 160),
            "lembaga": _teks(_("Lembaga"), 160),
            "tahun_lulus": _angka(_("Tahun lulus"), 1950, 2100),
        }
    if kode == "diklat":
        return {
            "nama": _teks(_("Nama pelatihan"), 250, True),
            "jenis": _pilih(_("Jenis"), label.JENIS_DIKLAT.items()),
            "jenjang": _teks(_("Jenjang"), 30, False, _("Misalnya PKA atau PKP")),
            "jp": _angka(_("Jam pelajaran (JP)"), 1, 5000),
            "penyelenggara": _teks(_("Penyelenggara"), 160),
            "sertifikat": _teks(_("Nomor sertifikat"), 120),
        }
    if kode == "skp":
        return {
            "tahun": _angka(_("Tahun penilaian"), 1980, 2100),
            "predikat": _pilih(_("Predikat"), ((x, x) for x in PREDIKAT)),
            "nilai": forms.DecimalField(label=_("Nilai"), max_digits=5, decimal_places=2, required=False),
        }
    if kode == "hukuman":
        return {
            "tingkat": _pilih(_("Tingkat"), label.TINGKAT_HUKUMAN.items()),
            "jenis": _teks(_("Jenis hukuman"), 120, True),
        }
    if kode == "penghargaan":
        return {"nama": _teks(_("Nama penghargaan"), 160, True)}
    if kode == "kontrak":
        return {
            "nomor": _teks(_("Nomor perjanjian"), 120, True),
            "ke": _angka(_("Perjanjian ke-"), 1, KONTRAK_TERBANYAK, _("1 bagi perjanjian pertama.")),
            "jenis": _pilih(_("Jenis"), label.JENIS_KONTRAK.items()),
            "upah": _angka(
                _("Upah sebulan"), 1, UPAH_TERBANYAK, _("Rupiah penuh, bagi paruh waktu. Contoh: 2500000"),
                required=False,
            ),
        }  # fmt: skip
    if kode == "surat_izin":
        return {
            "jenis": _pilih(_("Jenis surat"), label.JENIS_SURAT_IZIN.items()),
            "nomor": _teks(_("Nomor surat"), 120, True),
            "penerbit": _teks(_("Penerbit"), 160, True, _("Misalnya Konsil Kesehatan Indonesia")),
            "keterangan": _teks(_("Keterangan"), 160, False, _("Profesi, keahlian, atau tempat praktiknya")),
        }
    if kode == "cuti":
        return {"jenis": _teks(_("Jenis cuti"), 20, True), "hari": _angka(_("Hari"), 1, 1100)}
    return {
        "hubungan": _pilih(_("Hubungan"), label.HUBUNGAN.items()),
        "nama": _teks(_("Nama"), 200, True),
        "lahir": IsianTanggal(label=_("Tanggal lahir"), required=False, help_text=_("Contoh: 27 3 1990")),
        "tertanggung": forms.BooleanField(label=_("Dalam tanggungan"), required=False),
    }


class BorangRiwayat(Borang):
    """Isian bersama. `kunci` tetap selama formulir yang sama, jadi dua kali tekan menulis sekali."""

    kode = ""
    hari_terakhir = False  # `sampai` diisi hari terakhirnya; yang disimpan hari sesudahnya
    mulai = IsianTanggal(label=_("Berlaku mulai (TMT)"), help_text=_("Contoh: 1 4 2026"))
    sampai = IsianTanggal(
        label=_("Berakhir sebelum"), required=False, help_text=_("Tanggal pertama yang tidak berlaku lagi.")
    )
    sk_nomor = forms.CharField(label=_("Nomor dokumen"), max_length=120, required=False)
    berkas = forms.FileField(
        label=_("Dokumen"),
        required=False,
        help_text=_("PDF, JPG, atau PNG, paling besar 20 MB. Tersimpan tersandi."),
    )
    sk_tanggal = IsianTanggal(label=_("Tanggal dokumen"), required=False, help_text=_("Contoh: 20 3 2026"))
    kunci = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        akhir = self._sampai(data.get("sampai"))
        if akhir and data.get("mulai") and akhir <= data["mulai"]:
            self.add_error("sampai", _("Tanggal berakhir harus sesudah tanggal mulai. Ubah salah satunya."))
        return data

    def _sampai(self, hari: date | None) -> date | None:
        """Tanggal pertama yang tidak berlaku lagi."""
        return hari + timedelta(days=1) if hari is not None and self.hari_terakhir else hari

    def baris(self, p: Pegawai) -> BarisRiwayat:
        bersih = self.cleaned_data
        return BarisRiwayat(
            p.uid,
            bersih["mulai"],
            {k: bersih[k] for k in _isian(self.kode)},
            sampai=self._sampai(bersih.get("sampai")),
            sk_nomor=bersih["sk_nomor"],
            sk_tanggal=bersih["sk_tanggal"],
        )


def borang_riwayat(kode: str, *args: Any, koreksi: bool = False, **kwargs: Any) -> BorangRiwayat:
    """Formulir bagi satu jenis riwayat; `koreksi` menambah isian alasan."""
    isi: dict[str, Any] = {"kode": kode, **_isian(kode)}
    if not DAFTAR[kode].rentang:
        isi["sampai"] = None
    elif DAFTAR[kode].berakhir:
        isi["sampai"] = IsianTanggal(
            label=_("Hari terakhir"), help_text=_("Hari terakhir yang masih berlaku.")
        )
        isi["hari_terakhir"] = True
        awal = kwargs.get("initial") or {}
        if awal.get("sampai"):
            kwargs["initial"] = {**awal, "sampai": awal["sampai"] - timedelta(days=1)}
    if koreksi:
        isi["alasan"] = forms.CharField(
            label=_("Alasan perbaikan"),
            help_text=_("Misalnya nomor surat atau bukti yang dilihat."),
            widget=forms.Textarea({"rows": 3}),
            max_length=400,
        )
    isi["field_order"] = [*_isian(kode)]
    return type("BorangRiwayatJenis", (BorangRiwayat,), isi)(*args, **kwargs)


class BorangBatal(Borang):
    alasan = forms.CharField(
        label=_("Alasan pembatalan"),
        help_text=_("Misalnya nomor keputusan yang mencabutnya."),
        widget=forms.Textarea({"rows": 3}),
        max_length=400,
    )
    kunci = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
