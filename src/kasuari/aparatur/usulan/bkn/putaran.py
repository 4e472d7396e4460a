"""Satu putaran dengan BKN: membaca jawaban kiriman terdahulu, lalu mengirim yang menunggu. Aman diulang kapan saja.

Jaringan di luar transaksi. Yang mengirim mengambil usulnya lebih dulu untuk sementara (`SEWA`), dan selalu bertanya
dahulu apakah usul itu sudah ada di BKN. Satu usul yang gagal tidak menahan yang lain.
"""

from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from kasuari.aparatur.usulan import efek, peristiwa, service
from kasuari.aparatur.usulan.bkn import Jawaban, Kiriman, Layanan
from kasuari.aparatur.usulan.models import Usulan, UsulBkn
from kasuari.dasar.inti.galat import BedaVersi, Galat
from kasuari.dasar.inti.pelaku import Pelaku, sistem
from kasuari.dasar.inti.waktu import sekarang
from kasuari.dasar.jejak.service import catat

K = UsulBkn.Keadaan
SEWA = timedelta(minutes=10)  # sebuah kiriman yang terputus diulang sesudahnya (batas mesin)


def jalankan(layanan: Layanan) -> None:
    """Membaca jawaban kiriman terdahulu, lalu mengirim yang menunggu.

    Galat: yang pertama, sesudah semua dicoba, supaya pekerjaannya diulang.
    """
    gagal: list[Galat] = []
    for u in _menunggu().filter(bkn__keadaan=K.DIUSULKAN):
        try:
            k = kiriman(u)
            # nomor yang dicatat petugas mungkin bukan nomor SIASN, jadi usulnya dicari menurut kuncinya
            jawab = layanan.keadaan(k, u.bkn.rujukan) if u.bkn.diusulkan is None else layanan.temukan(k)
            if jawab is not None:
                terapkan(u, jawab)
        except Galat as galat:
            gagal.append(galat)
    for u in _menunggu().exclude(bkn__keadaan__in=(K.DIUSULKAN, K.PERTEK, K.TMS)):
        try:
            kirim(layanan, u)
        except Galat as galat:
            gagal.append(galat)
    if gagal:
        raise gagal[0]


def _menunggu() -> Any:
    return (
        Usulan.objects.filter(kasus__keadaan="bkn", hidup=True)
        .select_related("pegawai__orang", "pegawai__kini", "kasus__pemohon", "bkn")
        .order_by("dibuat", "id")
    )


def kiriman(u: Usulan) -> Kiriman:
    """Yang tidak bertanggal isiannya (meninggal) memakai TMT hasil timbangannya."""
    isi = efek.timbang(u).isi
    tmt = u.tmt or (date.fromisoformat(isi["tmt"]) if isi.get("tmt") else None)
    return Kiriman(u.jenis.split("_")[0], u.jenis, u.pegawai.nip, tmt, isi)


def kirim(layanan: Layanan, u: Usulan) -> None:
    """Mengirim satu usul yang belum sampai, atau perbaikan yang pernah BTL; yang sudah ada di BKN hanya dicatat.

    Bila layanannya tidak mengirim, usul itu ditunggu sampai petugas membuat atau memperbaikinya di SIASN.
    """
    baris, baru = UsulBkn.objects.get_or_create(usulan=u, defaults={"diperbarui": sekarang()})
    if not baru and not _ambil(baris):
        return
    k = kiriman(u)
    ada = layanan.temukan(k)
    rujukan = ada.rujukan if ada else baris.rujukan
    if ada is None or ada.keadaan == K.BTL:
        if layanan.mengirim:
            rujukan = layanan.kirim(k, rujukan)
        elif ada is None or baris.keadaan == K.BTL:
            return
    with transaction.atomic():
        efek.catat_bkn(u, str(K.DIUSULKAN), rujukan=rujukan, diusulkan=None, catatan=b"")
        _peristiwa(sistem("BKN"), u, str(K.DIUSULKAN), rujukan)


def _ambil(baris: UsulBkn) -> bool:
    """Mengambil kiriman ini bagi putaran sekarang; False bila putaran lain baru saja mengambilnya."""
    if baris.diperbarui > sekarang() - SEWA:
        return False
    lama = UsulBkn.objects.filter(usulan=baris.usulan_id, diperbarui=baris.diperbarui)
    return bool(lama.update(diperbarui=sekarang()))


def terapkan(u: Usulan, jawab: Jawaban) -> None:
    """Mencatat jawaban BKN dan melangkahkan kasusnya sebagai sistem. Yang sudah dicatat petugas dilewati."""
    if jawab.keadaan == K.DIUSULKAN:
        return
    alasan = jawab.catatan or _("BKN tidak menyebut alasannya. Lihat usul ini di SIASN.")
    oleh = sistem("BKN")
    try:
        with transaction.atomic():
            service.maju(
                oleh, u, jawab.keadaan, u.kasus.versi, "" if jawab.keadaan == K.PERTEK else alasan,
                nomor=jawab.nomor, tanggal=jawab.tanggal,
            )  # fmt: skip
            _peristiwa(oleh, u, jawab.keadaan, u.bkn.rujukan)
    except BedaVersi:
        return


def _peristiwa(oleh: Pelaku, u: Usulan, keadaan: str, rujukan: str) -> None:
    catat(
        peristiwa.BKN, oleh, ("usulan", u.id), subjek=[u.pegawai.orang.uid],
        sesudah={"jenis": u.jenis, "keadaan": keadaan, "rujukan": rujukan},
    )  # fmt: skip
