"""Perubahan data: apa yang tercatat, apa yang diusulkan, dan apa yang kurang. Register tidak pernah diubah langsung."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kasuari.aparatur.pegawai import identitas
from kasuari.aparatur.pegawai.label import JENIS_SURAT_IZIN
from kasuari.aparatur.usulan.bahan import Bahan
from kasuari.aparatur.usulan.jenis.data import surat_izin
from kasuari.aparatur.usulan.rangka import Isian, Syarat, Timbang, Varian
from kasuari.aturan.identitas import IdentitasTidakSah, urai_nik, urai_nip
from kasuari.aturan.masa_kerja import selisih_bulan, tambah_tahun
from kasuari.dasar.akun.models import Akun
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.rupa.bentuk import tanggal
from kasuari.dasar.rupa.templatetags.rupa import samar

VARIAN = (
    Varian("nama", gettext_lazy("Nama"), gettext_lazy("Ejaan nama menurut akta atau ijazah.")),
    Varian("gelar", gettext_lazy("Ejaan gelar"), gettext_lazy("Gelar baru diajukan lewat pencantuman gelar.")),
    Varian("lahir", gettext_lazy("Tempat atau tanggal lahir"), gettext_lazy("Tanggal lahir mengikuti NIP; mengubahnya perlu persetujuan BKN.")),
    Varian("agama", gettext_lazy("Agama"), gettext_lazy("Menurut KTP.")),
    Varian("nik", gettext_lazy("NIK"), gettext_lazy("Menurut KTP.")),
    Varian("email", gettext_lazy("E-mail"),
           gettext_lazy("Alamat di register. Alamat untuk masuk dan memulihkan sandi, di Akun saya, tidak ikut berubah.")),
    Varian("pendidikan", gettext_lazy("Pendidikan"), gettext_lazy("Ijazah yang belum tercatat.")),
    surat_izin.VARIAN,
)  # fmt: skip
KOLOM: Mapping[str, tuple[str, ...]] = {
    "nama": ("nama",),
    "gelar": ("gelar_depan", "gelar_belakang"),
    "lahir": ("tempat_lahir", "lahir"),
    "agama": ("agama",),
    "nik": ("nik",),
    "email": ("email",),
    "pendidikan": ("tingkat", "jurusan", "lembaga", "lulus"),
    surat_izin.VARIAN.kode: surat_izin.KOLOM,
}
AGAMA = {
    "1": gettext_lazy("Islam"), "2": gettext_lazy("Kristen"), "3": gettext_lazy("Katolik"), "4": gettext_lazy("Hindu"),
    "5": gettext_lazy("Buddha"), "6": gettext_lazy("Khonghucu"), "7": gettext_lazy("Kepercayaan atau lainnya"),
}  # kode: referensi SIASN agama  # fmt: skip
SEBUTAN = {
    "nama": gettext_lazy("Nama tanpa gelar"), "gelar_depan": gettext_lazy("Gelar di depan nama"),
    "gelar_belakang": gettext_lazy("Gelar di belakang nama"), "tempat_lahir": gettext_lazy("Tempat lahir"),
    "lahir": gettext_lazy("Tanggal lahir"), "agama": gettext_lazy("Agama"), "nik": gettext_lazy("NIK"),
    "email": gettext_lazy("E-mail"), "tingkat": gettext_lazy("Tingkat"), "jurusan": gettext_lazy("Jurusan"),
    "lembaga": gettext_lazy("Sekolah atau perguruan tinggi"), "lulus": gettext_lazy("Tanggal lulus di ijazah"),
    **surat_izin.SEBUTAN,
}  # fmt: skip
_KTP = Syarat("ktp", gettext_lazy("KTP"))
_IJAZAH = Syarat("ijazah", gettext_lazy("Ijazah"))
SYARAT: Mapping[str, tuple[Syarat, ...]] = {
    "nama": (_KTP, Syarat("akta", gettext_lazy("Akta kelahiran, ijazah, atau penetapan pengadilan"), gettext_lazy("Yang memuat nama yang benar."))),
    "gelar": (_IJAZAH, Syarat("gelar", gettext_lazy("Surat pencantuman gelar dari BKN"))),
    "lahir": (Syarat("akta", gettext_lazy("Akta kelahiran")), Syarat("ijazah", gettext_lazy("Ijazah pertama"))),
    "agama": (_KTP,),
    "nik": (_KTP,),
    "pendidikan": (_IJAZAH, Syarat("transkrip", gettext_lazy("Transkrip nilai"), wajib=False)),
    surat_izin.VARIAN.kode: surat_izin.SYARAT,
}  # fmt: skip


def tulis(kolom: str, nilai: str) -> str:
    """Nilai seperti dibaca orang; NIK disamarkan."""
    if not nilai:
        return ""
    if kolom == "agama":
        return str(AGAMA.get(nilai, nilai))
    if kolom == "jenis_surat":
        return str(JENIS_SURAT_IZIN.get(nilai, nilai))
    if kolom in ("lahir", "lulus", "terbit", "habis"):
        return tanggal(date.fromisoformat(nilai))
    return str(samar(nilai)) if kolom == "nik" else nilai


def _lahir_nip(b: Bahan) -> str:
    return urai_nip(b.p.nip).lahir.isoformat()


def syarat(b: Bahan, isian: Isian) -> list[Syarat]:
    """Bukti menurut yang diperbaiki. Tanggal lahir yang tidak sama dengan NIP juga memerlukan persetujuan BKN."""
    apa = str(isian.data.get("apa"))
    hasil = list(SYARAT.get(apa, ()))
    if apa == "lahir":
        lain = isian.data.get("lahir") not in (None, "", _lahir_nip(b))
        hasil.append(
            Syarat("bkn", _("Persetujuan BKN"), _("Hanya bila tanggal lahirnya lain dari NIP."), wajib=lain)
        )
    return hasil


def timbang(b: Bahan, isian: Isian) -> Timbang:
    """Usulan tanpa perubahan, atau yang tidak mungkin benar, tidak terkirim."""
    apa = str(isian.data.get("apa"))
    baru = {k: " ".join(str(isian.data.get(k) or "").split()) for k in KOLOM.get(apa, ())}
    if apa == "nik":
        baru["nik"] = "".join(baru["nik"].split())
    if apa == "pendidikan":
        return _pendidikan(b, baru)
    if apa == surat_izin.VARIAN.kode:
        return surat_izin.timbang(b, baru)
    sekarang = identitas.baca(b.p)
    ubah = {k: v for k, v in baru.items() if v != sekarang[k]}
    kurang, ingat = PERIKSA[apa](b, baru) if apa in PERIKSA else ([], [])
    if not ubah:
        kurang.append(_("Belum ada yang berubah. Tulis nilai yang benar menurut bukti."))
    return Timbang({"apa": apa, "lama": {k: sekarang[k] for k in ubah}, "baru": ubah}, (), kurang, ingat)


def _nama(b: Bahan, baru: Mapping[str, str]) -> tuple[list[str], list[str]]:
    return identitas.kurang_nama(baru["nama"]), []


def _agama(b: Bahan, baru: Mapping[str, str]) -> tuple[list[str], list[str]]:
    return ([] if baru["agama"] in AGAMA else [_("Pilih agama menurut KTP.")]), []


def _email(b: Bahan, baru: Mapping[str, str]) -> tuple[list[str], list[str]]:
    try:
        validate_email(baru["email"])
    except ValidationError:
        return [_("Tulis alamat e-mail yang lengkap, contoh nama@contoh.id.")], []
    if Akun.objects.filter(email__iexact=baru["email"]).exclude(orang=b.p.orang_id).exists():
        return [_("Alamat e-mail ini dipakai akun orang lain. Tulis alamat Anda sendiri.")], []
    return [], []


def _lahir(b: Bahan, baru: Mapping[str, str]) -> tuple[list[str], list[str]]:
    if not (baru["lahir"] and baru["tempat_lahir"]):
        return [_("Isi tempat dan tanggal lahir.")], []
    hari = date.fromisoformat(baru["lahir"])
    mulai = b.p.tmt_cpns or hari_ini()
    kurang, ingat = _usia_masuk(b, hari, mulai), []
    if baru["lahir"] != _lahir_nip(b):
        ingat.append(
            _(
                "Tidak sama dengan NIP, yang menyebut %(t)s. NIP hanya diganti BKN, dan batas usia pensiun ikut bergeser."
            )
            % {"t": tulis("lahir", _lahir_nip(b))}
        )
    return kurang, ingat


def _usia_masuk(b: Bahan, lahir: date, mulai: date) -> list[str]:
    """Usia pada TMT CPNS (hari ini bila belum tercatat) menurut kewajaran `usulan_keluarga_wajar`."""
    if lahir >= mulai:
        return [_("Tanggal lahir harus sebelum TMT CPNS, %(t)s.") % {"t": tanggal(mulai)}]
    wajar = b.buku(hari_ini()).tabel("usulan_keluarga_wajar")
    termuda, tertua = int(wajar["masuk_termuda"]), int(wajar["masuk_tertua"])
    if tambah_tahun(lahir, termuda) <= mulai < tambah_tahun(lahir, tertua):
        return []
    return [
        _("Usia pada %(t)s menjadi %(u)s tahun, padahal antara %(a)s dan %(b)s. Periksa tahunnya.")
        % {"t": tanggal(mulai), "u": selisih_bulan(lahir, mulai) // 12, "a": termuda, "b": tertua}
    ]


def _nik(b: Bahan, baru: Mapping[str, str]) -> tuple[list[str], list[str]]:
    try:
        nik = urai_nik(baru["nik"])
    except IdentitasTidakSah as galat:
        return [galat.pesan], []
    cocok = nik.cocok_lahir(b.p.lahir) and nik.jk == b.p.jk
    return [], [] if cocok else [
        _("NIK ini tidak sejalan dengan tanggal lahir atau jenis kelamin di register.")
    ]


PERIKSA = {"nama": _nama, "lahir": _lahir, "agama": _agama, "nik": _nik, "email": _email}


def _pendidikan(b: Bahan, baru: Mapping[str, str]) -> Timbang:
    kurang = []
    lulus = date.fromisoformat(baru["lulus"]) if baru["lulus"] else None
    if lulus is None or not baru["tingkat"]:
        kurang.append(_("Isi tingkat dan tanggal lulus menurut ijazah."))
    elif lulus > hari_ini():
        kurang.append(_("Tanggal lulus %(t)s belum tiba.") % {"t": tanggal(lulus)})
    elif lulus <= b.p.lahir:
        kurang.append(_("Tanggal lulus harus sesudah tanggal lahir."))
    elif any(f.tingkat == baru["tingkat"] and f.tahun_lulus == lulus.year for f in b.semua("pendidikan")):
        kurang.append(_("Ijazah %(k)s tahun %(t)s sudah tercatat.") % {"k": baru["tingkat"], "t": lulus.year})
    return Timbang({"apa": "pendidikan", "lama": dict.fromkeys(baru, ""), "baru": dict(baru)}, (), kurang)


def banding(isi: Mapping[str, Any]) -> list[tuple[Any, Any, Any]]:
    """NIK yang diusulkan tampak utuh: pemeriksa mencocokkannya dengan KTP."""
    return [
        (SEBUTAN[k], tulis(k, isi["lama"][k]), v if k == "nik" else tulis(k, v))
        for k, v in isi["baru"].items()
    ]
