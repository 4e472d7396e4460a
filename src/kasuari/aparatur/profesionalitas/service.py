"""Pintu tulis profesionalitas: menghitung satu tahun sebagai larian beku, dan mengulangnya."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.db import transaction

from kasuari.aparatur.pegawai.models import Pegawai
from kasuari.aparatur.profesionalitas import masukan, peristiwa
from kasuari.aparatur.profesionalitas.hitung import hitung
from kasuari.aparatur.profesionalitas.models import NilaiIp, NilaiResmi
from kasuari.aturan import ip_asn
from kasuari.aturan.buku import Buku
from kasuari.dasar.akun.izin import pastikan
from kasuari.dasar.inti.galat import MasukanSalah, TidakAda
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.simpan import simpan_banyak
from kasuari.dasar.inti.waktu import hari_ini, sekarang
from kasuari.dasar.jejak.pintu import Hasil, pintu
from kasuari.dasar.jejak.service import catat
from kasuari.dasar.ketentuan import larian as larian_
from kasuari.dasar.ketentuan import selectors as ketentuan
from kasuari.dasar.ketentuan.models import Larian

SUBJEK = "ip_asn"
_ANGKA = ("kualifikasi", "kompetensi", "kinerja", "disiplin", "indeks", "kategori", "naik", "naik_apa")


@pintu("profesionalitas.hitung_tahun")
def hitung_tahun(pelaku: Pelaku, *, tahun: int, kunci: UUID) -> Hasil:
    """Menghitung IP ASN satu tahun pengukuran; tahun berjalan diukur sampai hari ini (perkiraan).

    Hasil: uid larian. Data yang sama memberi larian dengan hasil_sidik yang sama.
    """
    pastikan(pelaku, "ip.hitung")
    kini = hari_ini()
    if not (awal := ip_asn.tahun_pertama()) <= tahun <= kini.year:
        raise MasukanSalah(f"Tahun pengukuran harus {awal} sampai {kini.year}.", "tahun")
    akhir = date(tahun, 12, 31)
    pada, diketahui = min(akhir, kini), sekarang()
    buku = ip_asn.buku_pengukuran(tahun, timpa=ketentuan.timpa(akhir)).hanya("ip_asn", "register_kedudukan")
    skema = ip_asn.skema_tahun(buku)
    sidik = larian_.simpan_masukan(masukan.kumpulkan(tahun, pada, diketahui, buku))
    baris = larian_.baca_masukan(sidik)
    hasil = hitung(baris, buku, skema)
    if not baris:
        raise MasukanSalah(f"Tidak ada ASN yang dapat diukur untuk tahun {tahun}.", "tahun")
    larian = larian_.bekukan(
        pelaku, subjek=SUBJEK, jenis=skema, periode=str(tahun), pada=pada, diketahui=diketahui, buku=buku,
        masukan_sidik=sidik, hasil_sidik=larian_.sidik_hasil(hasil), n=len(baris),
    )  # fmt: skip
    id_ = dict(Pegawai.objects.values_list("uid", "id"))
    simpan_banyak(
        NilaiIp,
        ("larian", "pegawai", "orang_uid", "unit", "jenis", *_ANGKA),
        [
            (larian.id, id_[UUID(b["pegawai"])], UUID(b["orang"]), b["unit"], b["jenis"], *(hasil[k][n] for k in _ANGKA))
            for n, b in enumerate(baris)
        ],
    )  # fmt: skip
    catat(
        peristiwa.DIHITUNG,
        pelaku,
        ("larian", larian.id),
        sesudah={"tahun": tahun, "orang": len(baris), "skema": skema},
    )
    return Hasil(larian.id, {"n": len(baris), "hasil_sidik": larian.hasil_sidik})


class Ulangan(NamedTuple):
    """Hasil mengulang larian: sidik yang dihitung ulang, sama atau tidak, dan orang yang berbeda."""

    sidik: str
    sama: bool
    beda: list[str]


def ulang(pelaku: Pelaku, larian_id: UUID) -> Ulangan:
    """Menghitung lagi dari masukan dan buku beku; menyebut UUID pegawai yang angkanya berbeda."""
    pastikan(pelaku, "ip.ringkas")
    larian = Larian.objects.filter(id=larian_id, subjek=SUBJEK).first()
    if larian is None:
        raise TidakAda("Perhitungan ini tidak ada.")
    baris = larian_.baca_masukan(larian.masukan_sidik)
    hasil = hitung(baris, Buku.dari_json(larian.buku), larian.jenis)
    sidik = larian_.sidik_hasil(hasil)
    beda: list[str] = []
    if sidik != larian.hasil_sidik:
        simpan = {
            str(u): i for u, i in NilaiIp.objects.filter(larian=larian).values_list("pegawai__uid", "indeks")
        }
        beda = [u for u, i in zip(hasil["pegawai"], hasil["indeks"], strict=True) if simpan.get(u) != i]
    with transaction.atomic():
        catat(
            peristiwa.DIULANG,
            pelaku,
            ("larian", larian.id),
            sesudah={"sidik": sidik, "sama": sidik == larian.hasil_sidik},
        )
    return Ulangan(sidik, sidik == larian.hasil_sidik, beda)


class BarisResmi(NamedTuple):
    """Nilai resmi BKN satu orang, skala 100."""

    nip: str
    kualifikasi: int
    kompetensi: int
    kinerja: int
    disiplin: int


@pintu("profesionalitas.catat_resmi")
def catat_resmi(pelaku: Pelaku, *, tahun: int, baris: Sequence[BarisResmi], kunci: UUID) -> Hasil:
    """Mencatat nilai resmi BKN (dari SIASN) di samping perkiraan kita. NIP yang tidak dikenal dilewati dan disebut."""
    pastikan(pelaku, "ip.hitung")
    id_ = dict(Pegawai.objects.filter(nip__in=[b.nip for b in baris]).values_list("nip", "id"))
    kenal = [b for b in baris if b.nip in id_]
    NilaiResmi.objects.filter(tahun=tahun, pegawai_id__in=[id_[b.nip] for b in kenal]).delete()
    NilaiResmi.objects.bulk_create(
        [
            NilaiResmi(pegawai_id=id_[b.nip], tahun=tahun, kualifikasi=b.kualifikasi, kompetensi=b.kompetensi, kinerja=b.kinerja,
                       disiplin=b.disiplin, indeks=b.kualifikasi + b.kompetensi + b.kinerja + b.disiplin, ditarik=sekarang())
            for b in kenal
        ],
        batch_size=500,
    )  # fmt: skip
    catat(
        peristiwa.RESMI,
        pelaku,
        ("larian", None),
        sesudah={"tahun": tahun, "banyak": len(kenal), "tidak_dikenal": len(baris) - len(kenal)},
    )
    return Hasil(
        data={"dicatat": len(kenal), "tidak_dikenal": [b.nip[-4:] for b in baris if b.nip not in id_]}
    )
