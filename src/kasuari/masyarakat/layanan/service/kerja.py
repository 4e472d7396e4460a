"""Petugas mengerjakan: satu langkah, satu pertanyaan balik, nomor dari sistem lain, mengoper, dan banyak sekaligus."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from kasuari.dasar.akun.izin import boleh, pastikan
from kasuari.dasar.akun.models import Akun
from kasuari.dasar.akun.pelaku import susun_pelaku
from kasuari.dasar.alur import service as alur
from kasuari.dasar.inti.galat import Galat, MasukanSalah, TidakBoleh
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.waktu import hari_ini, sekarang
from kasuari.dasar.jejak.pintu import Hasil, pintu
from kasuari.dasar.jejak.service import catat
from kasuari.masyarakat.layanan import isian, peristiwa, standar
from kasuari.masyarakat.layanan.formulir import rancangan as r
from kasuari.masyarakat.layanan.models import Permohonan, Tanya
from kasuari.masyarakat.layanan.selectors import terkirim

# Langkah tanpa isian lain, yang boleh dikerjakan atas banyak permohonan sekaligus.
MASSAL = ("lengkap", "proses", "ajukan_putusan", "setujui", "serahkan")
BERISIAN = ("minta", "catat_nomor")  # punya pintunya sendiri
BANYAK = 100  # permohonan satu kiriman; batas mesin


class Pilihan(NamedTuple):
    """Satu permohonan yang dipilih di antrean, pada versi yang terlihat."""

    permohonan: UUID
    versi: int


@pintu("layanan.langkah")
def langkah(
    pelaku: Pelaku, *, permohonan: UUID, aksi: str, versi: int, alasan: str = "", kunci: UUID
) -> Hasil:
    """Satu langkah alur. Galat: `TidakAda`, `TidakBoleh`, `BedaVersi`, `MasukanSalah` (alasan)."""
    p = terkirim(pelaku, permohonan)
    if aksi in BERISIAN:
        raise MasukanSalah(_("Langkah ini meminta isian. Buka halaman permohonannya."))
    return Hasil(p.id, {"keadaan": _langkahkan(pelaku, p, aksi, versi, alasan)})


def _langkahkan(pelaku: Pelaku, p: Permohonan, aksi: str, versi: int, alasan: str = "") -> str:
    assert p.kasus is not None
    alur.pastikan_ditunggu(pelaku, p.kasus, aksi)
    return str(alur.langkahkan(pelaku, p.kasus.id, aksi, versi, alasan=alasan).keadaan)


@pintu("layanan.minta")
def minta(
    pelaku: Pelaku, *, permohonan: UUID, pertanyaan: str, isian_: str = "", versi: int, kunci: UUID
) -> Hasil:
    """Meminta satu kelengkapan: satu kalimat, dan bila perlu satu isian yang harus diunggah lagi. Jamnya berhenti."""
    p = terkirim(pelaku, permohonan)
    if isian_ and isian_ not in {i["kode"] for i in r.semua(p.formulir.rancangan)}:
        raise MasukanSalah(_("Isian yang diminta tidak ada di formulir ini."), "isian_")
    saat = sekarang()
    keadaan = _langkahkan(pelaku, p, "minta", versi, pertanyaan)
    Tanya.objects.create(
        permohonan=p, isian=isian_, pertanyaan=isian.sandi_teks(pertanyaan.strip()), ditanya=saat
    )
    catat(peristiwa.DITANYA, pelaku, ("permohonan_layanan", p.id), sesudah={"isian": isian_})
    Permohonan.objects.filter(id=p.id).update(jatuh_tempo=None)
    return Hasil(p.id, {"keadaan": keadaan})


@pintu("layanan.catat_nomor")
def catat_nomor(
    pelaku: Pelaku, *, permohonan: UUID, nomor: str, tanggal: date, versi: int, kunci: UUID
) -> Hasil:
    """Mencatat nomor dan tanggal hasil dari SIAK, OSS, atau sistem lain; hasilnya lalu siap diserahkan."""
    p = terkirim(pelaku, permohonan)
    rapi = " ".join(nomor.split())
    if not rapi or len(rapi) > 80:
        raise MasukanSalah(_("Isi nomor dari sistemnya, paling banyak 80 huruf."), "nomor")
    if tanggal > hari_ini() or (p.dikirim and tanggal < p.dikirim.date()):
        raise MasukanSalah(_("Tanggalnya antara hari permohonan dikirim dan hari ini."), "tanggal")
    Permohonan.objects.filter(id=p.id).update(nomor_luar=rapi, tanggal_luar=tanggal)
    keadaan = _langkahkan(pelaku, p, "catat_nomor", versi)
    catat(
        peristiwa.NOMOR_LUAR,
        pelaku,
        ("permohonan_layanan", p.id),
        sesudah={"nomor": rapi, "tanggal": tanggal},
    )
    return Hasil(p.id, {"keadaan": keadaan})


@pintu("layanan.oper")
def oper(
    pelaku: Pelaku, *, permohonan: UUID, unit: int | None, petugas: UUID | None, alasan: str, versi: int, kunci: UUID
) -> Hasil:  # fmt: skip
    """Mengoper ke petugas lain di unit itu, atau ke unit lain yang melayani layanan ini. `petugas`: UUID akunnya.

    Galat: `MasukanSalah` bila unitnya tidak melayani layanan ini, atau petugasnya tidak menjangkau unitnya.
    """
    p = terkirim(pelaku, permohonan)
    pastikan(pelaku, "layanan.oper", p)
    if p.selesai is not None:
        raise MasukanSalah(_("Permohonan ini sudah selesai."))
    if not alasan.strip():
        raise MasukanSalah(_("Tulis mengapa dioper."), "alasan")
    tujuan = unit or p.unit_id
    if tujuan not in {u.unit_id for u in standar.unit_pelayan(p.layanan)}:
        raise MasukanSalah(_("Unit itu tidak melayani layanan ini."), "unit")
    lama, kasus = p.unit_id, p.kasus
    assert kasus is not None and tujuan is not None
    p.unit_id = tujuan
    p.petugas = _petugas(petugas, p)
    if tujuan != lama:
        alur.pindahkan(pelaku, kasus, tujuan, versi)
    Permohonan.objects.filter(id=p.id).update(unit_id=tujuan, petugas=p.petugas)
    catat(
        peristiwa.DIOPER, pelaku, ("permohonan_layanan", p.id), sebelum={"unit": lama}, alasan=alasan.strip(),
        sesudah={"unit": tujuan, "petugas": str(petugas) if petugas else ""},
    )  # fmt: skip
    return Hasil(p.id)


def _petugas(akun: UUID | None, p: Permohonan):  # type: ignore[no-untyped-def]
    if akun is None:
        return None
    a = Akun.objects.select_related("orang").filter(uid=akun, aktif=True).first()
    if a is None or not boleh(susun_pelaku(a), "layanan.loket", p).ya:
        raise MasukanSalah(_("Petugas itu tidak bekerja di unit ini."), "petugas")
    return a.orang


@pintu("layanan.banyak")
def banyak(pelaku: Pelaku, *, aksi: str, pilihan: Sequence[Pilihan], kunci: UUID) -> Hasil:
    """Satu langkah atas banyak permohonan; yang tidak dapat menyebut sebabnya dan tidak menahan yang lain.

    Hasil: `jadi` banyaknya, `gagal` [[kode, sebab], ...]. Galat: `MasukanSalah` bila kosong atau terlalu banyak.
    """
    pastikan(pelaku, "layanan.lihat")
    if aksi not in MASSAL:
        raise TidakBoleh(_("Langkah ini hanya dikerjakan satu per satu."))
    if not 1 <= len(pilihan) <= BANYAK:
        raise MasukanSalah(_("Pilih 1 sampai %(n)s permohonan.") % {"n": BANYAK}, "pilihan")
    jadi, gagal = 0, []
    for satu in pilihan:
        kode = str(satu.permohonan)
        try:
            with transaction.atomic():
                p = terkirim(pelaku, satu.permohonan)
                kode = p.kode
                _langkahkan(pelaku, p, aksi, satu.versi)
            jadi += 1
        except Galat as galat:
            gagal.append([kode, galat.pesan])
    return Hasil(data={"jadi": jadi, "gagal": gagal})
