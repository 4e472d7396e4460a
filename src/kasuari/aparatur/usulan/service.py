"""Pintu tulis usulan: menyusun, mengajukan, memperbaiki, memeriksa berkas, dan melangkah."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, BinaryIO
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from kasuari.aparatur.pegawai.models import Pegawai
from kasuari.aparatur.pegawai.pejabat import kunci_pegawai
from kasuari.aparatur.pegawai.selectors import pegawai_aktif
from kasuari.aparatur.usulan import efek, peristiwa, pindah, rangka
from kasuari.aparatur.usulan.bahan import bahan
from kasuari.aparatur.usulan.bkn import catatan
from kasuari.aparatur.usulan.models import Bukti, Usulan
from kasuari.aparatur.usulan.proses import AWAL
from kasuari.aparatur.usulan.rangka import Isian, Jenis
from kasuari.aparatur.usulan.selectors import unit_asal
from kasuari.aparatur.usulan.selectors import usulan as ambil
from kasuari.dasar.akun.izin import boleh, pastikan
from kasuari.dasar.alur import service as alur
from kasuari.dasar.alur.models import Kasus
from kasuari.dasar.alur.proses import ambil as proses
from kasuari.dasar.dokumen import pdf
from kasuari.dasar.dokumen.aksara import pastikan_tercetak
from kasuari.dasar.dokumen.models import Lampiran
from kasuari.dasar.dokumen.service import terima
from kasuari.dasar.inti.galat import MasukanSalah, TidakAda, TidakBoleh
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.waktu import hari_ini, sekarang
from kasuari.dasar.jejak.pintu import Hasil, pintu
from kasuari.dasar.jejak.service import catat
from kasuari.dasar.rupa.bentuk import tanggal_naskah

PAKET = "aparatur/usulan/templat/paket_pensiun.typ"
BERKAS = ("pdf", "jpeg", "png")
BERSANDI = ("setujui", "cabut")  # menandatangani dan memutus pencabutan meminta sandi; mengusulkannya belum
Berkas = Mapping[str, BinaryIO]


@pintu("usulan.susun")
def susun(
    pelaku: Pelaku,
    *,
    jenis: str,
    pegawai: UUID,
    tmt: date | None,
    isian: Mapping[str, Any],
    berkas: Berkas,
    kunci: UUID,
) -> Hasil:
    """Menyusun konsep bagi seorang pegawai; boleh belum lengkap. Hasil: id usulan.

    Galat: `TidakAda` (di luar jangkauan), `TidakBoleh`, `MasukanSalah` (jenis ini tidak bagi statusnya, sudah diusulkan).
    """
    j = _jenis(jenis, rangka.PETUGAS)
    p = Pegawai.objects.select_related("orang", "kini").filter(uid=pegawai).first()
    if p is None:
        raise TidakAda("Pegawai ini tidak ada.")
    pastikan(pelaku, "usulan.susun", p, lihat="pegawai.lihat")
    return Hasil(buat(pelaku, j, p, Isian(tmt, isian), berkas, meja(pelaku, p)).id)


def meja(pelaku: Pelaku, p: Pegawai) -> str:
    """Meja yang memegang konsepnya: BKPSDM bila penyusunnya BKPSDM, kalau tidak pengelola kepegawaian unit."""
    if p.orang.uid == pelaku.orang:
        raise TidakBoleh(_("Usulan tentang Anda sendiri disusun orang lain."))
    return "bkpsdm" if pelaku.sistem or pelaku.punya("bkpsdm") else "umpeg"


def buat(pelaku: Pelaku, j: Jenis, p: Pegawai, isian: Isian, berkas: Berkas, meja_: str) -> Usulan:
    """Membuka kasus dan usulannya di dalam transaksi pemanggil yang sudah memeriksa izinnya."""
    unit = _boleh_bagi(j, p, isian)
    _terbaca(isian.data)
    jadi: list[Usulan] = []

    def sambung(kasus: Kasus) -> None:
        u = Usulan(
            id=kasus.id, kasus=kasus, pegawai=p, jenis=j.kode, tmt=isian.tmt, meja=meja_, isian=efek.sandi(dict(isian.data)),
            hidup=not j.berulang, dibuat=sekarang(),
        )  # fmt: skip
        try:
            with transaction.atomic():
                u.save(force_insert=True)
        except IntegrityError:
            raise MasukanSalah(
                _("Usulan yang sama bagi pegawai ini sudah ada. Buka usulan itu, jangan disusun dua kali."),
                "tmt",
            ) from None
        jadi.append(u)

    alur.mulai(pelaku, j.proses, unit_id=unit, pemohon=p.orang, sambung=sambung)
    (u,) = jadi
    _simpan_berkas(pelaku, u, berkas)
    catat(
        peristiwa.DISUSUN, pelaku, ("usulan", u.id), subjek=[p.orang.uid], sesudah={"jenis": j.kode, "tmt": isian.tmt},
    )  # fmt: skip
    return u


def _jenis(kode: str, mulai: str) -> Jenis:
    j = rangka.DAFTAR.get(kode)
    if j is None or j.mulai != mulai:
        raise TidakAda("Jenis usulan ini tidak ada.")
    return j


def _boleh_bagi(j: Jenis, p: Pegawai, isian: Isian) -> int:
    """Id unit asalnya. Galat: `MasukanSalah`."""
    if p.kini.jenis not in j.status:
        raise MasukanSalah(_("%(j)s tidak ada bagi status kepegawaian ini.") % {"j": j.judul})
    unit = j.unit(p, isian) if j.unit else unit_asal(p)
    if unit is None and j.unit:
        raise MasukanSalah(_("Pos tujuan belum dipilih, atau tidak ada pada hari TMT."), "tujuan")
    if unit is None:
        raise MasukanSalah(_("Unit pegawai ini belum tercatat. Lengkapi jabatannya lebih dulu."))
    if j.bertanggal != (isian.tmt is not None):
        raise MasukanSalah(_("Isi hari mulai berlakunya (TMT)."), "tmt")
    return unit


def _terbaca(isian: Mapping[str, Any]) -> None:
    """Isian yang tidak dapat dicetak ditolak saat diisi. Galat: `MasukanSalah` menyebut isiannya."""
    for nama, nilai in isian.items():
        pastikan_tercetak(nilai, nama)


def _simpan_berkas(pelaku: Pelaku, u: Usulan, berkas: Berkas) -> None:
    """Berkas baru menggantikan yang lama bagi syarat yang sama; yang lain tetap."""
    saat = sekarang()
    for syarat, aliran in berkas.items():
        nama = getattr(aliran, "name", "") or syarat
        try:
            lampiran = terima(pelaku, aliran, nama, "usulan", boleh=BERKAS)
        except MasukanSalah as galat:
            raise MasukanSalah(galat.pesan, f"berkas_{syarat}") from None
        u.bukti.filter(syarat=syarat, diganti=None).update(diganti=saat)
        Bukti.objects.create(usulan=u, syarat=syarat, lampiran=lampiran, dibuat=saat)


@pintu("usulan.ajukan")
def ajukan(
    pelaku: Pelaku, *, jenis: str, tmt: date | None, isian: Mapping[str, Any], berkas: Berkas, kunci: UUID
) -> Hasil:
    """Mengajukan bagi diri sendiri dan langsung mengirimnya. Hasil: id usulan.

    Galat: `MasukanSalah` menyebut apa yang kurang; tidak ada yang tersimpan.
    """
    p = pegawai_aktif(pelaku)
    kunci_pegawai(p)
    u = buat(pelaku, _jenis(jenis, rangka.ASN), p, Isian(tmt, isian), berkas, "")
    alur.langkahkan(pelaku, u.kasus_id, "ajukan", 0)
    return Hasil(u.id)


@pintu("usulan.ubah")
def ubah(
    pelaku: Pelaku, *, usulan: UUID, versi: int, tmt: date | None, isian: Mapping[str, Any], berkas: Berkas, kirim: bool,
    kunci: UUID,
) -> Hasil:  # fmt: skip
    """Mengubah isian atau mengganti berkas usulan yang masih di tangan penyusunnya; `kirim`: lalu mengirimnya.

    Galat: `TidakBoleh` bila bukan penyusunnya atau sudah terkirim; `BedaVersi`; `MasukanSalah`.
    """
    u = ambil(pelaku, usulan)
    pastikan_penyusun(pelaku, u)
    j = rangka.ambil(u.jenis)
    if not j.bertanggal:
        tmt = None
    _terbaca(isian)
    sebelum = {"tmt": u.tmt}
    u.tmt, u.isian = tmt, efek.sandi(dict(isian))
    try:
        with transaction.atomic():
            u.save(update_fields=["tmt", "isian"])
    except IntegrityError:
        raise MasukanSalah(_("Usulan yang sama bagi pegawai ini sudah ada."), "tmt") from None
    _simpan_berkas(pelaku, u, berkas)
    catat(
        peristiwa.DIUBAH, pelaku, ("usulan", u.id), subjek=[u.pegawai.orang.uid], sebelum=sebelum,
        sesudah={"tmt": tmt, "berkas": sorted(berkas)},
    )  # fmt: skip
    if kirim:
        alur.langkahkan(pelaku, u.kasus_id, "ajukan", versi)
    return Hasil(u.id)


def pastikan_penyusun(pelaku: Pelaku, u: Usulan) -> None:
    """Galat: `TidakBoleh` bila usulannya tidak sedang di tangan pelaku."""
    if u.kasus.keadaan not in AWAL:
        raise TidakBoleh(_("Usulan ini sudah terkirim. Yang memeriksanya dapat mengembalikannya."))
    try:
        alur.wewenang(pelaku, u.kasus, proses(u.kasus.proses, u.kasus.versi_proses), "buang")
    except TidakAda:
        raise TidakBoleh(_("Bukan Anda yang menyusun usulan ini.")) from None


@pintu("usulan.langkah")
def langkahkan(
    pelaku: Pelaku, *, usulan: UUID, aksi: str, versi: int, alasan: str = "", ganti: Sequence[str] = (),
    pertek_nomor: str = "", pertek_tanggal: date | None = None, pertek_kolektif: bool = False, usul_rujukan: str = "",
    usul_tanggal: date | None = None, pindah_nomor: str = "", pindah_tanggal: date | None = None,
    pindah_tmt: date | None = None, kunci: UUID,
) -> Hasil:  # fmt: skip
    """Satu langkah alur. `ganti`: syarat yang berkasnya harus diganti (saat mengembalikan). `pertek_*` dan `usul_*`: yang
    dicatat petugas tentang usulnya di BKN.

    Galat: `TidakAda`, `TidakBoleh` (juga bila sandi perlu diminta lagi), `BedaVersi`, `MasukanSalah`.
    """
    u = ambil(pelaku, usulan)
    alur.pastikan_ditunggu(pelaku, u.kasus, aksi)
    if aksi == "usulkan":
        catatan.usulkan(u, usul_rujukan, usul_tanggal)
    if aksi == "pindah":
        pindah.catat_keputusan(u, pindah_nomor, pindah_tanggal, pindah_tmt)
    kasus = maju(pelaku, u, aksi, versi, alasan, ganti, pertek_nomor, pertek_tanggal, pertek_kolektif)
    return Hasil(u.id, {"keadaan": kasus.keadaan})


def maju(
    pelaku: Pelaku, u: Usulan, aksi: str, versi: int, alasan: str = "", ganti: Sequence[str] = (), nomor: str = "",
    tanggal: date | None = None, kolektif: bool = False,
) -> Kasus:  # fmt: skip
    """Seperti `langkahkan`, di dalam transaksi pemanggil (tindakan banyak)."""
    if aksi in BERSANDI and not (pelaku.sudo or pelaku.sistem):
        raise TidakBoleh(_("Tindakan ini meminta sandi Anda sekali lagi."), perlu_sudo=True)
    if aksi == "kembalikan" and ganti:
        tandai(pelaku, u, ganti)
    if aksi == "pertek" and nomor:
        catatan.pertek(pelaku, u, nomor, tanggal, kolektif=kolektif)
    return alur.langkahkan(pelaku, u.kasus_id, aksi, versi, alasan=alasan)


def tandai(pelaku: Pelaku, u: Usulan, ganti: Sequence[str]) -> None:
    """Menandai berkas yang harus diganti; yang lain tidak perlu diunggah lagi."""
    asing = set(ganti) - set(u.bukti.filter(diganti=None).values_list("syarat", flat=True))
    if asing:
        raise MasukanSalah(_("Berkas yang ditandai tidak ada di usulan ini."), "ganti")
    u.bukti.filter(diganti=None, syarat__in=ganti).update(keadaan=Bukti.Keadaan.TOLAK)
    catat(
        peristiwa.BUKTI, pelaku, ("usulan", u.id), subjek=[u.pegawai.orang.uid], sesudah={"ganti": sorted(ganti)},
    )  # fmt: skip


def lampiran(pelaku: Pelaku, u: Usulan, bukti: UUID) -> Lampiran:
    """Satu berkas usulan yang boleh dibaca pelaku. Galat: `TidakAda`."""
    b = u.bukti.select_related("lampiran__berkas").filter(id=bukti).first()
    if b is None or not (alur.terlibat(pelaku, u.kasus) or boleh(pelaku, "usulan.lihat", u).ya):
        raise TidakAda("Berkas ini tidak ada.")
    return b.lampiran


def bahan_satu(u: Usulan) -> Any:
    return bahan([u.pegawai_id], rangka.ambil(u.jenis).perlu)[u.pegawai_id]


def paket(u: Usulan) -> bytes:
    """PDF paket berkas jenisnya, dengan keadaan tiap berkas. Galat: `TidakAda` bila jenisnya tidak punya paket."""
    j, b = rangka.ambil(u.jenis), bahan_satu(u)
    if j.paket is None:
        raise TidakAda("Usulan ini tidak punya paket berkas.")
    ada = {x.syarat: x.get_keadaan_display() for x in u.bukti.filter(diganti=None)}
    with override("id"):  # naskah bagi pihak luar selalu berbahasa Indonesia
        berkas = [
            (str(s.judul), ada.get(s.kode, "Belum ada" if s.wajib else "Bila ada"))
            for s in j.syarat(b, efek.isian(u))
        ]
        data = {
            **j.paket(u, b, efek.timbang(u, b)), "berkas": berkas, "judul": f"{j.judul}: {u.pegawai.orang.nama_gelar}",
            "nama": u.pegawai.orang.nama_gelar, "tanggal_teks": tanggal_naskah(hari_ini()),
        }  # fmt: skip
        return pdf.buat(PAKET, data)
