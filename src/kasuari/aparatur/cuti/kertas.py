"""Cuti dengan surat kertas: dicatat pengelola atas nama pegawainya, dengan pemeriksaan yang sama dan pindaian suratnya."""

from datetime import date, timedelta
from typing import BinaryIO
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from kasuari.aparatur.cuti import peristiwa
from kasuari.aparatur.cuti.periksa import periksa
from kasuari.aparatur.cuti.service import BUKTI, IsiCuti
from kasuari.aparatur.pegawai import service as pegawai_
from kasuari.aparatur.pegawai.models import Pegawai
from kasuari.aparatur.pegawai.pejabat import kunci_pegawai
from kasuari.aparatur.pegawai.riwayat import BarisRiwayat
from kasuari.dasar.akun.izin import pastikan
from kasuari.dasar.dokumen.service import terima
from kasuari.dasar.inti.galat import MasukanSalah, TidakAda, TidakBoleh
from kasuari.dasar.inti.pelaku import Pelaku, sistem
from kasuari.dasar.inti.pengenal import uuid_dari
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.jejak.pintu import Hasil, pintu
from kasuari.dasar.jejak.service import catat
from kasuari.dasar.kabar import service as kabar
from kasuari.dasar.kabar.templat import daftarkan

KERTAS = daftarkan(
    "cuti.kertas", "Cuti Anda {mulai} dicatat dari surat kertas",
    "Nomor suratnya {nomor}. Bila keliru, hubungi pengelola kepegawaian unit Anda.",
    "Your leave from {mulai} was recorded from a paper letter",
    "The letter number is {nomor}. If it is wrong, contact the personnel officer of your unit.",
)  # fmt: skip


@pintu("cuti.catat_kertas")
def catat_kertas(
    pelaku: Pelaku,
    *,
    pegawai: UUID,
    isi: IsiCuti,
    nomor: str,
    tanggal: date,
    berkas: BinaryIO | None,
    kunci: UUID,
) -> Hasil:
    """Mencatat cuti yang sudah diberikan dengan surat kertas. Hasil: id faktanya.

    Galat: `MasukanSalah` (hak, lama, saldo, nomor, tanggal, pindaian), `TidakAda` di luar jangkauan, `TidakBoleh` atas
    dirinya sendiri.
    """
    p = Pegawai.objects.select_related("orang", "kini").filter(uid=pegawai).first()
    if p is None:
        raise TidakAda("Pegawai ini tidak ada.")
    pastikan(pelaku, "cuti.saldo", p, lihat="pegawai.lihat")
    if p.orang.uid == pelaku.orang:
        raise TidakBoleh(_("Cuti Anda sendiri dicatat pengelola lain."))
    if not nomor.strip():
        raise MasukanSalah(_("Isi nomor surat cutinya."), "nomor")
    if tanggal > hari_ini():
        raise MasukanSalah(_("Tanggal suratnya belum tiba."), "tanggal")
    if berkas is None:
        raise MasukanSalah(_("Unggah pindaian surat cutinya."), "bukti")
    kunci_pegawai(p)
    h = periksa(p, isi.jenis, isi.mulai, isi.selesai, isi.rincian, kertas=True)
    lampiran = terima(pelaku, berkas, getattr(berkas, "name", "") or "surat-cuti", "cuti", boleh=BUKTI)
    baris = BarisRiwayat(
        p.uid, isi.mulai, {"jenis": isi.jenis, "hari": h.hari}, sampai=isi.selesai + timedelta(days=1),
        sk_nomor=nomor.strip()[:120], sk_tanggal=tanggal, lampiran=lampiran.id,
    )  # fmt: skip
    (fakta,) = pegawai_.buka_riwayat(sistem("cuti", pelaku), "cuti", [baris])
    catat(
        peristiwa.KERTAS, pelaku, ("cuti", fakta), subjek=[p.orang.uid], alasan=nomor.strip(),
        sesudah={"mulai": isi.mulai, "selesai": isi.selesai, "hari": h.hari},
    )  # fmt: skip
    kabar.kirim(
        p.orang.uid, KERTAS, {"mulai": f"{isi.mulai:%d-%m-%Y}", "nomor": nomor.strip()},
        uuid_dari("cuti.kertas", fakta), tautan=reverse("cuti:saya"),
    )  # fmt: skip
    return Hasil(fakta)
