"""Kabar dari alur: kepada yang ditunggu, kepada pemohon, dan kepada atasan bila lewat batas."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.utils import translation

from kasuari.dasar.akun.models import Akun, Hibah
from kasuari.dasar.akun.pelaku import boleh_dilimpahkan
from kasuari.dasar.alur.models import Kasus, LangkahKasus, Tunggu
from kasuari.dasar.alur.proses import Proses, ambil
from kasuari.dasar.alur.siapa import pemegang
from kasuari.dasar.inti.pengenal import uuid_dari
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.kabar import service
from kasuari.dasar.kabar.templat import daftarkan
from kasuari.dasar.organisasi.models import UnitLeluhur

DITUNGGU = daftarkan(
    "alur.ditunggu", "{judul} menunggu Anda", "{judul} dari {pemohon} menunggu keputusan Anda{batas}. Buka Tugas saya.",
    "{judul_en} is waiting for you", "{judul_en} from {pemohon} is waiting for your decision{batas_en}. Open My tasks.",
)  # fmt: skip
MEJA = daftarkan(
    "alur.meja", "{judul}: ada yang menunggu meja Anda", "Ada {judul} yang menunggu meja Anda. Buka Tugas saya.",
    "{judul_en}: work for your desk", "There is {judul_en} waiting for your desk. Open My tasks.",
)  # fmt: skip
BERUBAH = daftarkan(
    "alur.berubah", "{judul}: {keadaan}", "Pengajuan Anda kini: {keadaan}. Buka pengajuannya untuk membaca alasannya.",
    "{judul_en}: {keadaan_en}", "Your request is now: {keadaan_en}. Open it to read the reason.",
)  # fmt: skip
LEWAT = daftarkan(
    "alur.lewat", "{judul} lewat batas", "{judul} dari {pemohon} lewat batas {tanggal}. Ditunggu: {siapa}.",
    "{judul_en} is past its term", "{judul_en} from {pemohon} is past its term of {tanggal}. Waiting for: {siapa}.",
)  # fmt: skip
# Proses tertutup: kabarnya pun tidak menyebut apa dan siapa.
DITUNGGU_TERTUTUP = daftarkan(
    "alur.ditunggu_tertutup", "Satu tugas tertutup menunggu Anda", "Satu tugas tertutup menunggu Anda{batas}. Buka Tugas saya.",
    "A confidential task is waiting for you", "A confidential task is waiting for you{batas_en}. Open My tasks.",
)  # fmt: skip
LEWAT_TERTUTUP = daftarkan(
    "alur.lewat_tertutup", "Satu tugas tertutup lewat batas", "Satu tugas tertutup lewat batas {tanggal}. Ditunggu: {siapa}.",
    "A confidential task is past its term", "A confidential task is past its term of {tanggal}. Waiting for: {siapa}.",
)  # fmt: skip


def orang_ditunggu(t: Tunggu) -> list[UUID]:
    """UUID semua yang dapat bertindak atas tunggu itu hari ini; pos ikut wakil yang dilimpahi pemegangnya."""
    if t.orang is not None:
        return [t.orang.uid]
    if t.pos_id is not None:
        isi = [p.orang_uid for p in pemegang([t.pos_id])[t.pos_id]]
        return [*isi, *_wakil(isi, t.kasus)]
    atas = UnitLeluhur.objects.filter(unit_id=t.kasus.unit_id).values("leluhur_id")
    hibah = Hibah.objects.filter(peran=t.peran, dicabut=None, mulai__lte=hari_ini()).exclude(
        sampai__lte=hari_ini()
    )
    akun = hibah.filter(unit=None) | hibah.filter(unit__in=atas)
    return list(
        Akun.objects.filter(hibah__in=akun, aktif=True).values_list("orang__uid", flat=True).distinct()
    )


def _wakil(pemegang_: Iterable[UUID], kasus: Kasus) -> list[UUID]:
    """Orang yang hari ini dilimpahi wewenang pemegang pos, bila izin proses itu boleh dilimpahkan."""
    izin = ambil(kasus.proses, kasus.versi_proses).izin
    hidup = Hibah.objects.filter(dicabut=None, mulai__lte=hari_ini()).exclude(sampai__lte=hari_ini())
    baris = hidup.filter(
        akun__aktif=True,
        atas_nama_hibah__akun__orang__uid__in=list(pemegang_),
        atas_nama_hibah__in=hidup.values("id"),
    ).values_list("akun__orang__uid", "peran")
    return [uid for uid, peran in baris if izin in boleh_dilimpahkan(peran)]


def dua_bahasa(**kata: Any) -> dict[str, str]:
    """Tiap kata dalam dua bahasa (`nama`, `nama_en`): kabar dibaca dalam bahasa penerimanya, bukan pengirimnya."""
    hasil = {}
    for nama, isi in kata.items():
        with translation.override("id"):
            hasil[nama] = str(isi)
        with translation.override("en"):
            hasil[f"{nama}_en"] = str(isi)
    return hasil


def _pemohon(kasus: Kasus) -> str:
    return kasus.pemohon.nama_gelar if kasus.pemohon else ""


def ditunggu(t: Tunggu, proses: Proses, kecuali: UUID | None) -> None:
    """Memberi tahu yang ditunggu; yang barusan bertindak tidak perlu diberi tahu tentang dirinya.

    Satu meja cukup diberi tahu sekali sehari tiap proses: dua ratus konsep bukan dua ratus kabar.
    """
    batas = {
        "batas": f", paling lambat {t.tenggat:%d-%m-%Y}" if t.tenggat else "",
        "batas_en": f", by {t.tenggat:%d-%m-%Y}" if t.tenggat else "",
    }
    if proses.tertutup:
        tertutup = (o for o in orang_ditunggu(t) if o != kecuali)
        _kirim(tertutup, DITUNGGU_TERTUTUP, batas, "ditunggu", t.id)
        return
    if t.peran:
        isi = dua_bahasa(judul=proses.judul)
        meja = (o for o in orang_ditunggu(t) if o != kecuali)
        _kirim(meja, MEJA, isi, "meja", proses.kode, t.tahap, hari_ini().isoformat())
        return
    data = {**dua_bahasa(judul=proses.judul), "pemohon": _pemohon(t.kasus), **batas}
    _kirim((o for o in orang_ditunggu(t) if o != kecuali), DITUNGGU, data, "ditunggu", t.id)


def berubah(kasus: Kasus, langkah: LangkahKasus, proses: Proses) -> None:
    """Memberi tahu pemohon, kecuali ia sendiri yang melangkah atau keadaannya di matanya tidak berubah."""
    tahap = proses.menurut_kode
    sama = tahap[langkah.dari].umum == tahap[langkah.ke].umum
    if kasus.pemohon is None or langkah.pelaku_id == kasus.pemohon_id or sama or proses.tertutup:
        return
    data = dua_bahasa(judul=proses.judul, keadaan=proses.menurut_kode[kasus.keadaan].judul)
    _kirim([kasus.pemohon.uid], BERUBAH, data, "berubah", langkah.id)


def lewat(t: Tunggu, proses: Proses, kepada: Iterable[UUID], siapa: str) -> None:
    data = {"tanggal": f"{t.tenggat:%d-%m-%Y}", "siapa": siapa}
    if not proses.tertutup:
        data |= {**dua_bahasa(judul=proses.judul), "pemohon": _pemohon(t.kasus)}
    _kirim(kepada, LEWAT_TERTUTUP if proses.tertutup else LEWAT, data, "lewat", t.id, t.tingkat)


def _kirim(kepada: Iterable[UUID], templat: str, data: dict[str, str], *kunci: object) -> None:
    for orang in dict.fromkeys(kepada):
        service.kirim(orang, templat, data, uuid_dari("alur", *kunci, orang), tautan="/kerja/tugas/")
