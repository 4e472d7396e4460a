"""Pintu tulis perbaikan: temuan dari luar, rencana, tiap langkah, bukti, dan permintaan ke ruang lain."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import Any, BinaryIO
from uuid import UUID

from django.db.models import F
from django.utils.translation import gettext as _

from kasuari.dasar.akun.izin import pastikan
from kasuari.dasar.alur import service as alur
from kasuari.dasar.alur.models import Kasus
from kasuari.dasar.dokumen.service import terima
from kasuari.dasar.inti.galat import BedaVersi, MasukanSalah, TidakAda, TidakBoleh
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.waktu import hari_ini, sekarang
from kasuari.dasar.jejak.pintu import Hasil, pintu
from kasuari.dasar.jejak.service import catat
from kasuari.dasar.orang.models import Orang
from kasuari.dasar.organisasi import selectors as organisasi
from kasuari.dasar.organisasi.models import Unit, UnitLeluhur
from kasuari.pengawasan.perbaikan import peristiwa, selectors
from kasuari.pengawasan.perbaikan.foto import tanpa_jejak
from kasuari.pengawasan.perbaikan.models import Bukti, Perbaikan, Permintaan, Temuan
from kasuari.pengawasan.perbaikan.proses import PERBAIKAN
from kasuari.pengawasan.perbaikan.temuan import LUAR, Calon

BUKTI = ("pdf", "jpeg", "png")
TERPANJANG = 2000  # huruf satu isian
# NIK dan NIP (16 angka atau lebih) dan nomor HP, walau disela spasi, titik, atau setrip
NOMOR_ORANG = re.compile(
    r"(?<![0-9])(?:[0-9][ .\-]?){15,}[0-9]|(?<![0-9])(?:\+?62|0)[ .\-]?8(?:[ .\-]?[0-9]){7,12}(?![0-9])"
)


@dataclass(frozen=True)
class IsiRencana:
    """Rencana satu perbaikan. `pos`: UUID jabatan pemiliknya; `anggaran` rupiah, None bila tanpa biaya."""

    sebab: str
    tindakan: str
    bukti_diminta: str
    pos: UUID
    janji: date
    anggaran: int | None = None
    sumber_anggaran: str = ""


def buka(pelaku: Pelaku, calon: Calon) -> Perbaikan | None:
    """Mencatat satu temuan di dalam transaksi pemanggil: ikut perbaikan yang masih terbuka, atau membuka yang baru.

    Yang baru menunjuk perbaikan terakhir atas hal yang sama, supaya yang tidak berhasil tampak diulang.
    Temuan yang sama hanya sekali: None bila sudah tercatat.
    """
    t = calon.titik
    if Temuan.objects.filter(
        unit_id=t.unit_id, indikator=calon.indikator, irisan=t.irisan, periode=t.periode
    ).exists():
        return None
    sama = Perbaikan.objects.filter(unit_id=t.unit_id, indikator=calon.indikator, irisan=t.irisan)
    p = sama.filter(terbuka=True).first()
    if p is None:
        dulu = sama.order_by("-dibuat").first()
        p = _mulai(pelaku, unit_id=t.unit_id, indikator=calon.indikator, irisan=t.irisan, lanjutan_dari=dulu)
    angka = {"nilai": t.nilai, "n": t.n, "bawah": t.bawah, "atas": t.atas}
    _temuan(pelaku, p, periode=t.periode, sebab=list(calon.sebab), uraian="", **angka)
    return p


def _mulai(pelaku: Pelaku, *, unit_id: int, **isi: Any) -> Perbaikan:
    hasil: list[Perbaikan] = []

    def sambung(kasus: Kasus) -> None:
        hasil.append(
            Perbaikan.objects.create(id=kasus.id, kasus=kasus, unit_id=unit_id, dibuat=sekarang(), **isi)
        )

    alur.mulai(pelaku, PERBAIKAN, unit_id=unit_id, pemohon=None, sambung=sambung)
    return hasil[0]


def _temuan(
    pelaku: Pelaku, p: Perbaikan, *, periode: date, sebab: list[str], uraian: str, **angka: Any
) -> None:
    id_ = catat(
        peristiwa.TEMUAN, pelaku, ("perbaikan", p.id),
        sesudah={"indikator": p.indikator, "irisan": p.irisan, "periode": periode, "sebab": sebab},
    )  # fmt: skip
    Temuan.objects.create(
        perbaikan=p, unit_id=p.unit_id, indikator=p.indikator, irisan=p.irisan, periode=periode, sebab=sebab, uraian=uraian,
        dicatat=sekarang(), jejak_id=id_, **angka,
    )  # fmt: skip


@pintu("perbaikan.temuan")
def catat_temuan(pelaku: Pelaku, *, unit: UUID, uraian: str, kunci: UUID) -> Hasil:
    """Temuan yang tidak berasal dari indikator (kelompok aduan, Ombudsman, pemeriksaan). Hasil: id perbaikan.

    Galat: `MasukanSalah` (uraian kosong atau terlalu panjang, unit tidak ada), `TidakBoleh`.
    """
    pastikan(pelaku, "perbaikan.temuan")
    u = Unit.objects.filter(uid=unit, kini__isnull=False).first()
    if u is None:
        raise MasukanSalah(_("Unit ini tidak ada. Pilih dari daftar."), "unit")
    uraian = _isian(uraian, "uraian", _("Tulis apa yang ditemukan."))
    p = _mulai(pelaku, unit_id=u.id, indikator="", irisan="", lanjutan_dari=None)
    _temuan(pelaku, p, periode=hari_ini(), sebab=[LUAR], uraian=uraian)
    return Hasil(p.id)


def _isian(teks: str, kolom: str, kosong: str) -> str:
    bersih = teks.strip()
    if not bersih:
        raise MasukanSalah(kosong, kolom)
    if len(bersih) > TERPANJANG:
        raise MasukanSalah(
            _("Isian ini %(n)s huruf, paling panjang %(m)s. Ringkaskan.") % {"n": len(bersih), "m": TERPANJANG}, kolom
        )  # fmt: skip
    return _tanpa_nomor_orang(bersih, kolom)


def _tanpa_nomor_orang(teks: str, kolom: str) -> str:
    """Tulisan perbaikan dibaca umum: NIK, NIP, dan nomor HP ditolak. Rupiah dan tanggal tetap boleh."""
    biasa = unicodedata.normalize("NFKC", teks)
    if NOMOR_ORANG.search(biasa):
        raise MasukanSalah(_("Tulisan ini dibaca umum. Hapus NIK, NIP, atau nomor HP di dalamnya."), kolom)
    return teks


@pintu("perbaikan.rencanakan")
def rencanakan(pelaku: Pelaku, *, uid: UUID, versi: int, isi: IsiRencana, kunci: UUID) -> Hasil:
    """Menyusun rencana lalu mengajukannya kepada pimpinan di atasnya.

    Galat: `MasukanSalah` (isian kosong, hari sudah lewat, jabatan di luar unit), `TidakAda`, `TidakBoleh`, `BedaVersi`.
    """
    p = selectors.satu(pelaku, uid)
    alur.pastikan_ditunggu(pelaku, p.kasus, "rencanakan")
    sebelum = {"janji": p.janji, "tindakan": p.tindakan}
    p.sebab = _isian(isi.sebab, "sebab", _("Tulis apa penyebabnya, menurut yang melayani dan yang dilayani."))
    p.tindakan = _isian(isi.tindakan, "tindakan", _("Tulis apa yang akan dikerjakan."))
    p.bukti_diminta = _isian(isi.bukti_diminta, "bukti_diminta", _("Tulis bukti apa yang akan ditunjukkan."))
    p.pos_id = _pos(p, isi.pos)
    p.janji = _hari(isi.janji, "janji")
    p.anggaran, p.sumber_anggaran = isi.anggaran, isi.sumber_anggaran.strip()
    if p.anggaran is not None and p.anggaran < 0:
        raise MasukanSalah(_("Anggaran tidak boleh kurang dari nol."), "anggaran")
    p.save()
    catat(
        peristiwa.RENCANA, pelaku, ("perbaikan", p.id), sebelum=sebelum,
        sesudah={"janji": p.janji, "tindakan": p.tindakan, "anggaran": p.anggaran},
    )  # fmt: skip
    alur.langkahkan(pelaku, p.id, "rencanakan", versi)
    return Hasil(p.id)


def _pos(p: Perbaikan, uid: UUID) -> int:
    """Jabatan hari ini di unit itu, di bawahnya, atau di atasnya dalam perangkat daerahnya."""
    pos = organisasi.pos_pada().filter(subjek__uid=uid).first()
    atas = UnitLeluhur.objects.filter(unit_id=p.unit_id).values_list("leluhur_id", flat=True)
    bawah = organisasi.keturunan(p.unit_id).values_list("unit_id", flat=True)
    if pos is None or pos.unit_id not in {*atas, *bawah}:
        raise MasukanSalah(_("Pilih jabatan di unit ini, di bawahnya, atau di atasnya."), "pos")
    return int(pos.subjek_id)


def _hari(hari: date, kolom: str) -> date:
    if hari <= hari_ini():
        raise MasukanSalah(_("Janjikan hari sesudah hari ini."), kolom)
    return hari


@pintu("perbaikan.langkah")
def langkah(
    pelaku: Pelaku, *, uid: UUID, aksi: str, versi: int, alasan: str = "", tanggal: date | None = None, kunci: UUID
) -> Hasil:  # fmt: skip
    """Satu langkah selain menyusun rencana. `tanggal` hanya bagi `minta_waktu`: hari baru yang diminta.

    Galat: `TidakAda`, `TidakBoleh`, `BedaVersi`, `MasukanSalah` (alasan, tanggal, belum ada bukti).
    """
    p = selectors.satu(pelaku, uid)
    alur.pastikan_ditunggu(pelaku, p.kasus, aksi)
    if aksi == "rencanakan":
        raise TidakAda(_("Tindakan ini tidak ada."))
    _tanpa_nomor_orang(alasan, "alasan")
    if aksi == "minta_waktu":
        if tanggal is None:
            raise MasukanSalah(_("Isi tanggal baru yang dijanjikan."), "tanggal")
        baru = _hari(tanggal, "tanggal")
        if p.janji is not None and baru <= p.janji:
            raise MasukanSalah(_("Tanggal baru harus sesudah janji yang sekarang."), "tanggal")
        Perbaikan.objects.filter(id=p.id).update(janji_usul=baru)
        catat(
            peristiwa.WAKTU, pelaku, ("perbaikan", p.id), sebelum={"janji": p.janji}, sesudah={"janji": baru}, alasan=alasan
        )  # fmt: skip
    kasus = alur.langkahkan(pelaku, p.id, aksi, versi, alasan=alasan)
    return Hasil(p.id, {"keadaan": kasus.keadaan})


@pintu("perbaikan.bukti")
def tambah_bukti(
    pelaku: Pelaku, *, uid: UUID, uraian: str, umum: bool = False, berkas: BinaryIO | None = None, kunci: UUID
) -> Hasil:
    """Kemajuan atau bukti selama dikerjakan, oleh pemilik rencana. Hasil: id bukti.

    Galat: `MasukanSalah` (uraian kosong, berkas bukan PDF atau foto), `TidakAda`, `TidakBoleh`.
    """
    p = selectors.satu(pelaku, uid)
    alur.pastikan_ditunggu(pelaku, p.kasus, "serahkan")
    uraian = _isian(uraian, "uraian", _("Tulis apa yang sudah dikerjakan."))
    lampiran = None
    if berkas is not None:
        if umum:
            nama = getattr(berkas, "name", "") or "bukti"
            berkas = tanpa_jejak(berkas)
            berkas.name = nama  # type: ignore[misc]
        lampiran = terima(pelaku, berkas, getattr(berkas, "name", "") or "bukti", "perbaikan", boleh=BUKTI)
    id_ = catat(
        peristiwa.BUKTI, pelaku, ("perbaikan", p.id), sesudah={"uraian": uraian, "umum": umum, "berkas": lampiran is not None}
    )  # fmt: skip
    b = Bukti.objects.create(
        perbaikan=p, uraian=uraian, lampiran=lampiran, umum=umum, oleh=Orang.objects.get(uid=pelaku.orang),
        dicatat=sekarang(), jejak_id=id_,
    )  # fmt: skip
    return Hasil(b.id)


@pintu("perbaikan.minta")
def minta(
    pelaku: Pelaku, *, uid: UUID, jenis: str, uraian: str, banyak: int | None = None, kunci: UUID
) -> Hasil:
    """Meminta pelatihan, perubahan formulir, atau perubahan standar bagi perbaikan ini. Hasil: id permintaan.

    Galat: `MasukanSalah` (jenis, uraian, banyak orang), `TidakAda`, `TidakBoleh` (sudah berakhir atau bukan unitnya).
    """
    p = selectors.satu(pelaku, uid)
    if not selectors.boleh_minta(pelaku, p):
        pastikan(pelaku, "perbaikan.rencanakan", p, lihat="perbaikan.lihat")
    if not p.terbuka:
        raise TidakBoleh(_("Perbaikan ini sudah berakhir."))
    if jenis not in Permintaan.Jenis.values:
        raise MasukanSalah(_("Pilih apa yang diminta."), "jenis")
    uraian = _isian(uraian, "uraian", _("Tulis apa yang diperlukan."))
    if jenis == Permintaan.Jenis.PELATIHAN and (banyak is None or banyak < 1):
        raise MasukanSalah(_("Tulis berapa orang yang perlu dilatih, sedikitnya 1."), "banyak")
    r = Permintaan.objects.create(
        perbaikan=p, jenis=jenis, uraian=uraian, dibuat=sekarang(),
        banyak=banyak if jenis == Permintaan.Jenis.PELATIHAN else None,
    )  # fmt: skip
    catat(
        peristiwa.MINTA,
        pelaku,
        ("permintaan", r.id),
        sesudah={"jenis": jenis, "uraian": uraian, "banyak": r.banyak},
    )
    return Hasil(r.id)


LANJUT = {"diminta": ("diterima", "ditolak", "selesai"), "diterima": ("selesai", "ditolak")}


@pintu("perbaikan.jawab")
def jawab(pelaku: Pelaku, *, uid: UUID, keadaan: str, jawaban: str = "", versi: int, kunci: UUID) -> Hasil:
    """Menjawab satu permintaan: diterima, selesai, atau ditolak (wajib beralasan).

    Galat: `TidakAda`, `TidakBoleh`, `BedaVersi`, `MasukanSalah`.
    """
    pastikan(pelaku, "perbaikan.jawab")
    r = Permintaan.objects.filter(id=uid).first()
    if r is None:
        raise TidakAda(_("Permintaan ini tidak ada."))
    if keadaan not in LANJUT.get(r.keadaan, ()):
        raise BedaVersi(_("Permintaan ini sudah dijawab. Muat ulang halaman, lalu periksa lagi."))
    jawaban = _tanpa_nomor_orang(jawaban.strip()[:TERPANJANG], "jawaban")
    if keadaan == Permintaan.Keadaan.DITOLAK and not jawaban:
        raise MasukanSalah(_("Tulis alasannya, supaya unitnya tahu jalan lain."), "jawaban")
    ubah = Permintaan.objects.filter(id=uid, versi=versi).update(
        keadaan=keadaan, jawaban=jawaban or r.jawaban, versi=F("versi") + 1, dijawab=sekarang()
    )
    if not ubah:
        raise BedaVersi(_("Permintaan ini sudah dijawab. Muat ulang halaman, lalu periksa lagi."))
    catat(
        peristiwa.JAWAB, pelaku, ("permintaan", r.id), sebelum={"keadaan": r.keadaan},
        sesudah={"keadaan": keadaan, "jawaban": jawaban},
    )  # fmt: skip
    return Hasil(r.id, {"keadaan": keadaan})
