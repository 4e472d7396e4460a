"""Pintu baca pegawai, selalu tersaring menurut siapa yang bertanya."""

import uuid
from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Count, F, QuerySet, Sum
from django.utils.translation import gettext as _

from kasuari.aparatur.pegawai import peristiwa
from kasuari.aparatur.pegawai.cari import cari as _cari
from kasuari.aparatur.pegawai.models import Pegawai, PegawaiKini, SelisihSiasn
from kasuari.aparatur.pegawai.riwayat import DAFTAR, Jenis, jenis
from kasuari.aturan.bulat import bagi_setengah_ke_atas
from kasuari.dasar.akun.izin import boleh, pastikan, saring
from kasuari.dasar.dokumen.models import Lampiran
from kasuari.dasar.inti.fakta import diketahui_pada
from kasuari.dasar.inti.galat import MasukanSalah, TidakAda, TidakBoleh
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.sandi import dekripsi, indeks_buta
from kasuari.dasar.inti.waktu import hari_ini, sekarang
from kasuari.dasar.jejak import selectors as jejak
from kasuari.dasar.jejak.service import catat
from kasuari.dasar.ketentuan import selectors as ketentuan
from kasuari.dasar.organisasi import selectors as organisasi
from kasuari.dasar.organisasi.models import UnitKini, UnitLeluhur


class TerlaluSering(MasukanSalah):
    """Pencarian NIK melewati batas sejam (429)."""


URUT_DUK = (F("golongan_urut").desc(), F("tmt_golongan").asc(nulls_last=True), F("eselon").asc(), F("mk_bulan").desc(),
            F("pendidikan_urut").desc(), F("tahun_lulus").asc(nulls_last=True), F("lahir").asc(), "pegawai_id")  # fmt: skip


def daftar(pelaku: Pelaku, *, izin: str = "pegawai.lihat") -> "QuerySet[PegawaiKini]":
    """Semua pegawai yang boleh dilihat, satu tabel, belum diurutkan."""
    return saring(pelaku, izin, PegawaiKini.objects.all())


def cari(pelaku: Pelaku, teks: str, qs: "QuerySet[PegawaiKini] | None" = None) -> "QuerySet[PegawaiKini]":
    """Pencarian nama atau NIP yang memaafkan salah ketik, di dalam jangkauan pelaku (atau di dalam `qs`)."""
    return _cari(daftar(pelaku) if qs is None else qs, teks)


def cari_nik(pelaku: Pelaku, nik: str) -> "QuerySet[PegawaiKini]":
    """Pencarian NIK persis lewat indeks buta; tiap pencarian tercatat, dan banyaknya sejam dibatasi.

    Galat: TerlaluSering. Hitungannya dari jejak sendiri, jadi tidak hilang saat server dimulai lagi.
    """
    pastikan(pelaku, "pegawai.ubah")
    batas = ketentuan.buku(hari_ini()).nilai("register_cari_nik_sejam")
    if jejak.banyak_sejak(peristiwa.DICARI_NIK, pelaku.akun, sekarang() - timedelta(hours=1)) >= batas:
        raise TerlaluSering(f"Pencarian NIK dibatasi {batas} kali sejam. Cari dengan nama atau NIP.", "nik")
    with transaction.atomic():
        catat(peristiwa.DICARI_NIK, pelaku, ("pegawai", None))
    return daftar(pelaku).filter(pegawai__nik_buta=indeks_buta(nik, "nik"))


def duk(pelaku: Pelaku, *, izin: str = "pegawai.lihat") -> "QuerySet[PegawaiKini]":
    """Daftar urut kepangkatan PNS aktif (golongan, TMT, jabatan, masa kerja, pendidikan, usia)."""
    return daftar(pelaku, izin=izin).filter(aktif=True, jenis="pns").order_by(*URUT_DUK)


def pegawai(pelaku: Pelaku, uid: uuid.UUID) -> Pegawai:
    """Satu pegawai, atau TidakAda bila di luar jangkauan (keduanya tidak dibedakan)."""
    p = Pegawai.objects.select_related("orang", "kini", "kini__unit").filter(uid=uid).first()
    if p is None or not boleh(pelaku, "pegawai.lihat", p).ya:
        raise TidakAda("Pegawai ini tidak ada.")
    return p


def pegawai_orang(orang_uid: uuid.UUID) -> Pegawai | None:
    """Pegawai milik satu orang; dipakai halaman 'Data saya'."""
    return Pegawai.objects.select_related("orang", "kini", "kini__unit").filter(orang__uid=orang_uid).first()


def pegawai_aktif(pelaku: Pelaku) -> Pegawai:
    """Pegawai pelaku yang aktif. Galat: `TidakBoleh`."""
    p = (
        Pegawai.objects.select_related("orang", "kini").filter(orang__uid=pelaku.orang).first()
        if pelaku.orang
        else None
    )
    if p is None or not p.kini.aktif:
        raise TidakBoleh(_("Halaman ini bagi pegawai yang aktif. Bila Anda pegawai, hubungi BKPSDM."))
    return p


def orang_nip(nip: str) -> uuid.UUID | None:
    """UUID orang pemilik NIP persis; dipakai penelusuran jejak yang izinnya sudah diperiksa."""
    return Pegawai.objects.filter(nip=nip).values_list("orang__uid", flat=True).first()


def riwayat(pelaku: Pelaku, p: Pegawai, kode: str, *, diketahui: datetime | None = None) -> "QuerySet[Any]":
    """Fakta satu jenis milik satu pegawai, terbaru dahulu. Kelas disiplin punya izin sendiri."""
    j: Jenis = jenis(kode)
    if j.kelas == "disiplin" and not boleh(pelaku, "pegawai.disiplin", p).ya:
        return j.model._default_manager.none()
    if j.kelas in {"kesehatan", "keluarga", "upah"} and not boleh_inti(pelaku, p):
        return j.model._default_manager.none()
    return diketahui_pada(j.model._default_manager.filter(subjek=p), diketahui).order_by("-mulai", "-dicatat")


def boleh_inti(pelaku: Pelaku, p: Pegawai) -> bool:
    """Keluarga, cuti, dan upah: orangnya sendiri dan pengelola kepegawaian; atasan tidak."""
    return pelaku.sistem or pelaku.orang == p.orang.uid or boleh(pelaku, "pegawai.mutu", p).ya


def jenis_riwayat() -> list[Jenis]:
    return list(DAFTAR.values())


def nik(p: Pegawai) -> str:
    """NIK terang; pemanggil menyamarkannya lewat `pandang` dengan kelas identitas."""
    return dekripsi(p.nik, "nik").decode() if p.nik else ""


def selisih(pelaku: Pelaku) -> "QuerySet[SelisihSiasn]":
    return saring(
        pelaku, "pegawai.selisih", SelisihSiasn.objects.select_related("pegawai__orang", "pegawai__kini")
    )


def usia(lahir: date, pada: date) -> int:
    if pada < lahir:
        raise MasukanSalah("Tanggal lebih awal daripada tanggal lahir.", "lahir")
    return pada.year - lahir.year - ((pada.month, pada.day) < (lahir.month, lahir.day))


@dataclass(frozen=True)
class MutuUnit:
    """Mutu data satu unit dan semua di bawahnya: banyak orang, mutu rata-rata 0-100, dan banyaknya tiap kekurangan."""

    unit: UUID | None
    nama: str
    n: int
    mutu: int
    kurang: dict[str, int]


def mutu_per_unit(pelaku: Pelaku, induk: UUID | None = None) -> list[MutuUnit]:
    """Mutu tiap perangkat daerah, atau tiap anak satu unit; terendah dahulu. Kueri tetap berapa pun orangnya."""
    qs = daftar(pelaku, izin="pegawai.mutu").filter(aktif=True)
    letak, nama = _letak(induk)
    total: dict[int | None, list[Any]] = {}
    for b in qs.values("unit_id", "kurang").annotate(n=Count("pk"), jumlah=Sum("mutu")).order_by():
        if induk is not None and b["unit_id"] not in letak:
            continue
        t = total.setdefault(letak.get(b["unit_id"]), [0, 0, Counter()])
        t[0] += b["n"]
        t[1] += b["jumlah"]
        for k in b["kurang"]:
            t[2][k] += b["n"]
    hasil = [
        MutuUnit(
            nama.get(u, (None, ""))[0],
            nama.get(u, (None, ""))[1],
            n,
            bagi_setengah_ke_atas(jumlah, n),
            dict(kurang),
        )
        for u, (n, jumlah, kurang) in total.items()
    ]
    return sorted(hasil, key=lambda m: (m.mutu, m.nama))


def _letak(induk: UUID | None) -> tuple[dict[int | None, int | None], dict[int | None, tuple[UUID, str]]]:
    """Unit -> kelompoknya (OPD, atau anak dari `induk`), dan nama kelompok itu."""
    if induk is None:
        atas = organisasi.opd()
        letak: dict[int | None, int | None] = dict(UnitKini.objects.values_list("unit_id", "opd_id"))
        return letak, {u.unit_id: (u.unit.uid, u.nama) for u in atas}
    u = UnitKini.objects.select_related("unit").filter(unit__uid=induk).first()
    if u is None:
        raise TidakAda("Unit ini tidak ada.")
    nama: dict[int | None, tuple[UUID, str]] = {
        a.unit_id: (a.unit.uid, a.nama) for a in organisasi.anak(u.unit_id)
    }
    letak = dict(UnitLeluhur.objects.filter(leluhur_id__in=nama).values_list("unit_id", "leluhur_id"))
    letak[u.unit_id] = u.unit_id
    nama[u.unit_id] = (u.unit.uid, u.nama)
    return letak, nama


def dokumen_riwayat(pelaku: Pelaku, p: Pegawai, kode: str, fakta: uuid.UUID) -> Lampiran:
    """Lampiran satu fakta yang boleh dilihat; TidakAda bila tidak ada. Membacanya tercatat, kecuali milik sendiri."""
    f = riwayat(pelaku, p, kode).filter(uid=fakta, lampiran__isnull=False).first()
    hasil = Lampiran.objects.select_related("berkas").filter(id=f.lampiran).first() if f else None
    if hasil is None:
        raise TidakAda("Dokumen ini tidak ada.")
    if pelaku.orang != p.orang.uid:
        with transaction.atomic():
            catat(
                peristiwa.DOKUMEN,
                pelaku,
                ("lampiran", hasil.id),
                sesudah={"jenis": kode},
                subjek=[p.orang.uid],
            )
    return hasil
