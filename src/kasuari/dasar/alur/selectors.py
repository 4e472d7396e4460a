"""Pintu baca alur: apa yang menunggu saya, apa yang boleh saya lakukan, dan di mana sebuah pengajuan kini."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import F, Q, QuerySet

from kasuari.dasar.alur.models import Kasus, LangkahKasus, Pisah, Tunggu
from kasuari.dasar.alur.proses import DAFTAR, Langkah, Proses, ambil
from kasuari.dasar.alur.service import kedudukan_pelaku, milik_sendiri
from kasuari.dasar.alur.siapa import Pemegang, nama_sasaran, pemegang, syarat_tunggu
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.waktu import hari_ini


def proses(kasus: Kasus) -> Proses:
    return ambil(kasus.proses, kasus.versi_proses)


def menunggu(pelaku: Pelaku) -> "QuerySet[Tunggu]":
    """Semua yang menunggu pelaku hari ini, tenggat terdekat lebih dulu; setiap halaman tugas membaca ini."""
    if pelaku.orang is None:
        return Tunggu.objects.none()
    qs = Tunggu.objects.filter(syarat_tunggu(pelaku), selesai=None).select_related("kasus__pemohon", "orang")
    # pengajuan sendiri yang menunggu jabatan sendiri (mis. sebagai Plh) diputus orang lain, bukan tugas saya
    qs = qs.exclude(Q(orang=None) & Q(kasus__pemohon__uid=pelaku.orang))
    return qs.order_by(F("tenggat").asc(nulls_last=True), "mulai", "id")


def aksi_tersedia(pelaku: Pelaku, kasus: Kasus) -> list[Langkah]:
    """Langkah yang boleh dilakukan pelaku sekarang, urut seperti dinyatakan."""
    p = proses(kasus)
    sudah = {
        (s.kelompok, s.langkah.aksi)
        for s in Pisah.objects.filter(kasus=kasus, orang__uid=pelaku.orang).select_related("langkah")
    }
    return [
        x
        for x in p.dari(kasus)
        if not milik_sendiri(pelaku, kasus, p, x)
        and not any(k == x.pisah and a != x.aksi for k, a in sudah)
        and kedudukan_pelaku(pelaku, kasus, p, x) is not None
    ]


@dataclass(frozen=True)
class Keterangan:
    """Di mana pengajuan kini. `siapa`: pos atau meja yang ditunggu; `nama`: pemegangnya hari ini."""

    judul: Any
    umum: str
    siapa: str = ""
    nama: Sequence[str] = ()
    tenggat: date | None = None
    penjelasan: dict[str, Any] | None = None
    lewat: bool = False
    kosong: bool = False  # ditunggu satu pos yang hari ini tidak dipegang siapa pun
    sejak: datetime | None = None


def _sebut(p: Pemegang) -> str:
    return p.nama if p.jenis == "definitif" else f"{p.nama} ({p.jenis.capitalize()})"


def keterangan(kasus: Kasus) -> Keterangan:
    """Di mana, siapa ditunggu, sampai kapan, dan menurut pasal apa."""
    tahap = proses(kasus).menurut_kode[kasus.keadaan]
    t = Tunggu.objects.select_related("orang").filter(kasus=kasus, selesai=None).first()
    if t is None:
        return Keterangan(tahap.judul, tahap.umum, sejak=kasus.selesai)
    isi = pemegang([t.pos_id])[t.pos_id] if t.pos_id else []
    return Keterangan(
        tahap.judul, tahap.umum, nama_sasaran([t])[t.id], [_sebut(p) for p in isi], t.tenggat, t.penjelasan,
        lewat=t.tenggat is not None and t.tenggat < hari_ini(),
        kosong=t.pos_id is not None and not isi, sejak=t.mulai,
    )  # fmt: skip


def riwayat(kasus: Kasus) -> "QuerySet[LangkahKasus]":
    """Langkah yang sudah terjadi, yang terlama lebih dulu."""
    return LangkahKasus.objects.filter(kasus=kasus).select_related("pelaku", "atas_nama").order_by("urut")


def pengajuan(pelaku: Pelaku) -> "QuerySet[Kasus]":
    """Pengajuan milik pelaku sendiri, yang terbaru lebih dulu; proses tertutup dibuka ruangnya sendiri."""
    tertutup = {kode for (kode, _versi), p in DAFTAR.items() if p.tertutup}
    return (
        Kasus.objects.filter(pemohon__uid=pelaku.orang)
        .exclude(proses__in=tertutup)
        .order_by("-dibuat", "-id")
    )


def tanpa_pemegang() -> list[Tunggu]:
    """Tunggu pada pos yang hari ini tidak dipegang siapa pun: perlu Plt, atau tidak akan bergerak."""
    daftar = list(Tunggu.objects.filter(selesai=None, pos__isnull=False).select_related("kasus__pemohon"))
    isi = pemegang({t.pos_id for t in daftar if t.pos_id})
    return [t for t in daftar if not isi[t.pos_id]]  # type: ignore[index]
