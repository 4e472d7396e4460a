"""Pintu tulis cuti: mengajukan, memutuskan, dan mencatat cuti tahunan dari kertas."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, BinaryIO
from uuid import UUID

from django.utils.translation import gettext as _

from kasuari.aparatur.cuti import peristiwa
from kasuari.aparatur.cuti.efek import sandi_rincian
from kasuari.aparatur.cuti.models import CatatanCuti, PermohonanCuti
from kasuari.aparatur.cuti.periksa import periksa
from kasuari.aparatur.cuti.proses import CUTI
from kasuari.aparatur.cuti.selectors import permohonan
from kasuari.aparatur.pegawai.models import Pegawai
from kasuari.aparatur.pegawai.pejabat import kunci_pegawai
from kasuari.aparatur.pegawai.selectors import pegawai_aktif
from kasuari.dasar.akun.izin import pastikan
from kasuari.dasar.alur import service as alur
from kasuari.dasar.dokumen.models import Lampiran
from kasuari.dasar.dokumen.service import terima
from kasuari.dasar.inti.fakta import tutup
from kasuari.dasar.inti.galat import MasukanSalah, TidakBoleh
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.waktu import sekarang, sesudah
from kasuari.dasar.jejak.pintu import Hasil, pintu
from kasuari.dasar.jejak.service import catat

BUKTI = ("pdf", "jpeg", "png")
BERSANDI = ("setujui",)  # pejabat menandatangani surat izinnya; meneruskan bukan menandatangani


@dataclass(frozen=True)
class IsiCuti:
    """Isian permohonan. `rincian`: alasan, alamat, telepon, anak_ke, keperluan_agama."""

    jenis: str
    mulai: date
    selesai: date
    rincian: Mapping[str, Any]


@dataclass(frozen=True)
class BarisSaldo:
    """Cuti tahunan satu orang satu tahun menurut kertas."""

    pegawai: UUID
    tahun: int
    terpakai: int
    ditangguhkan: bool = False
    cuti_besar: bool = False


def pegawai_sendiri(pelaku: Pelaku) -> Pegawai:
    """Pegawai pelaku yang aktif. Galat: `TidakBoleh` bila bukan pegawai aktif atau belum punya unit."""
    p = pegawai_aktif(pelaku)
    if p.kini.unit_id is None:
        raise TidakBoleh(
            _("Unit Anda belum tercatat, jadi atasan Anda belum diketahui. Hubungi pengelola kepegawaian.")
        )
    return p


@pintu("cuti.ajukan")
def ajukan(pelaku: Pelaku, *, isi: IsiCuti, berkas: BinaryIO | None = None, kunci: UUID) -> Hasil:
    """Mengajukan cuti diri sendiri dan mengirimnya ke atasan. Hasil: id permohonan.

    Galat: `MasukanSalah` (hak, lama, saldo, bukti), `TidakBoleh` (bukan pegawai aktif).
    """
    p = pegawai_sendiri(pelaku)
    kunci_pegawai(p)
    h = periksa(p, isi.jenis, isi.mulai, isi.selesai, isi.rincian)
    bukti = _bukti(pelaku, berkas, h.perlu_bukti)
    kasus = alur.mulai(pelaku, CUTI, unit_id=p.kini.unit_id, pemohon=p.orang)
    c = PermohonanCuti.objects.create(
        id=kasus.id, kasus=kasus, pegawai=p, jenis=isi.jenis, mulai=isi.mulai, selesai=isi.selesai, hari=h.hari,
        rincian=sandi_rincian(dict(isi.rincian)), bukti=bukti, dibuat=sekarang(),
    )  # fmt: skip
    catat(
        peristiwa.DIAJUKAN, pelaku, ("cuti", c.id), subjek=[p.orang.uid],
        sesudah={"mulai": isi.mulai, "selesai": isi.selesai, "hari": h.hari},
    )  # fmt: skip
    alur.langkahkan(pelaku, kasus.id, "ajukan", 0)
    return Hasil(c.id)


@pintu("cuti.perbaiki")
def perbaiki(
    pelaku: Pelaku, *, cuti: UUID, isi: IsiCuti, versi: int, berkas: BinaryIO | None = None, kunci: UUID
) -> Hasil:
    """Memperbaiki permohonan yang dikembalikan lalu mengirimnya lagi. Bukti lama tetap bila tidak diganti."""
    c = permohonan(pelaku, cuti)
    if c.pegawai.orang.uid != pelaku.orang or c.kasus.keadaan != "draf":
        raise TidakBoleh(
            _("Hanya pemohon yang memperbaiki, dan hanya permohonan yang dikembalikan kepadanya.")
        )
    kunci_pegawai(c.pegawai)
    h = periksa(c.pegawai, isi.jenis, isi.mulai, isi.selesai, isi.rincian, kecuali=c)
    bukti = _bukti(pelaku, berkas, h.perlu_bukti and c.bukti is None) or c.bukti
    sebelum = {"mulai": c.mulai, "selesai": c.selesai, "hari": c.hari}
    c.jenis, c.mulai, c.selesai, c.hari, c.bukti = isi.jenis, isi.mulai, isi.selesai, h.hari, bukti
    c.rincian = sandi_rincian(dict(isi.rincian))
    c.save(update_fields=["jenis", "mulai", "selesai", "hari", "bukti", "rincian"])
    catat(
        peristiwa.DIUBAH, pelaku, ("cuti", c.id), sebelum=sebelum, subjek=[c.pegawai.orang.uid],
        sesudah={"mulai": c.mulai, "selesai": c.selesai, "hari": c.hari},
    )  # fmt: skip
    alur.langkahkan(pelaku, c.kasus_id, "ajukan", versi)
    return Hasil(c.id)


def _bukti(pelaku: Pelaku, berkas: BinaryIO | None, wajib: bool) -> Lampiran | None:
    if berkas is not None:
        return terima(pelaku, berkas, getattr(berkas, "name", "") or "bukti", "cuti", boleh=BUKTI)
    if wajib:
        raise MasukanSalah(
            _("Unggah buktinya: surat dokter, surat keterangan lahir, atau surat lain yang mendasari."),
            "bukti",
        )
    return None


@pintu("cuti.putuskan")
def putuskan(
    pelaku: Pelaku, *, cuti: UUID, aksi: str, versi: int, alasan: str = "", pertek: str = "", kunci: UUID
) -> Hasil:
    """Satu langkah alur atas satu permohonan. `pertek`: nomor dan tanggal persetujuan teknis BKN (CLTN).

    Galat: `TidakAda`, `TidakBoleh` (juga bila sandi perlu diminta lagi), `BedaVersi`, `MasukanSalah` (alasan, saldo tidak
    lagi cukup).
    """
    c = permohonan(pelaku, cuti)
    if pertek:
        PermohonanCuti.objects.filter(id=c.id).update(pertek=pertek)
    alur.pastikan_ditunggu(pelaku, c.kasus, aksi)
    pastikan_sandi(pelaku, aksi)
    kasus = alur.langkahkan(pelaku, c.kasus_id, aksi, versi, alasan=alasan)
    return Hasil(c.id, {"keadaan": kasus.keadaan})


def pastikan_sandi(pelaku: Pelaku, aksi: str) -> None:
    """Menandatangani surat izin meminta sandi sekali lagi. Galat: `TidakBoleh` (perlu_sudo)."""
    if aksi in BERSANDI and not (pelaku.sudo or pelaku.sistem):
        raise TidakBoleh(_("Tindakan ini meminta sandi Anda sekali lagi."), perlu_sudo=True)


@pintu("cuti.catat_saldo")
def catat_saldo(pelaku: Pelaku, *, baris: Sequence[BarisSaldo], kunci: UUID) -> Hasil:
    """Mencatat cuti tahunan tahun-tahun dari kertas; catatan lama tahun itu digantikan.

    Galat: `MasukanSalah` menyebut baris; `TidakAda` atau `TidakBoleh` bila ada yang di luar jangkauan.
    """
    pegawai = {
        p.uid: p
        for p in Pegawai.objects.select_related("orang", "kini").filter(uid__in={b.pegawai for b in baris})
    }
    pastikan(pelaku, "cuti.saldo")
    for n, b in enumerate(baris, 1):
        if b.pegawai not in pegawai:
            raise MasukanSalah(_("Baris %(n)s: pegawai ini tidak ada.") % {"n": n}, "pegawai")
        if not 0 <= b.terpakai <= 24 or not 2000 <= b.tahun <= sekarang().year:
            raise MasukanSalah(
                _("Baris %(n)s: hari terpakai 0 sampai 24, dan tahunnya tidak sesudah tahun ini.") % {"n": n},
                "terpakai",
            )
        if not pelaku.sistem:
            pastikan(pelaku, "cuti.saldo", pegawai[b.pegawai], lihat="pegawai.lihat")
    saat = sekarang()
    id_ = catat(
        peristiwa.SALDO, pelaku, ("cuti", None), subjek=[p.orang.uid for p in pegawai.values()],
        sesudah={"banyak": len(baris), "tahun": sorted({b.tahun for b in baris})},
    )  # fmt: skip
    lama = {
        (c.subjek_id, c.mulai.year): c
        for c in CatatanCuti.objects.filter(subjek__in=[p.id for p in pegawai.values()], ditutup=None)
    }
    for b in baris:
        if (c := lama.get((pegawai[b.pegawai].id, b.tahun))) is not None:
            tutup(CatatanCuti, c.id, sesudah(c.dicatat), id_)
    CatatanCuti.objects.bulk_create(
        [
            CatatanCuti(
                subjek=pegawai[b.pegawai], mulai=date(b.tahun, 1, 1), dicatat=saat, jejak_buka=id_, terpakai=b.terpakai,
                ditangguhkan=b.ditangguhkan, cuti_besar=b.cuti_besar,
            )
            for b in baris
        ],
        batch_size=500,
    )  # fmt: skip
    return Hasil(data={"catatan": len(baris)})
