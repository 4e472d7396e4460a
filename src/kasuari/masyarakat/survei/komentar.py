"""Tulisan bebas bagi petugas: dibuka sandinya, nama pejabat unitnya disamarkan, dikelompokkan menurut pokok."""

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from kasuari.dasar.akun.izin import pastikan
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.sandi import dekripsi
from kasuari.dasar.jejak.service import catat
from kasuari.dasar.organisasi import selectors as organisasi
from kasuari.masyarakat.survei import peristiwa, topik
from kasuari.masyarakat.survei.models import Periode
from kasuari.masyarakat.survei.samaran import samarkan_nama
from kasuari.masyarakat.survei.terima import GUNA


@dataclass(frozen=True)
class Tulisan:
    """Satu tulisan yang sudah disamarkan."""

    id: UUID
    isi: str
    tanda: tuple[str, ...]


@dataclass(frozen=True)
class Pokok:
    """Satu kelompok tulisan. `kata`: kata yang paling mewakilinya; kosong bagi yang tidak masuk pokok mana pun."""

    kata: tuple[str, ...]
    isi: list[Tulisan]


def nama_pejabat(unit_id: int) -> list[str]:
    """Nama pemegang pos di unit ini dan di bawahnya hari ini."""
    bawah = organisasi.keturunan(unit_id).values("unit_id")
    pos = organisasi.pos_pada().filter(unit__in=bawah).values("subjek_id")
    return list(organisasi.penugasan_pada().filter(pos__in=pos).values_list("subjek__nama", flat=True))


def kelompok(pelaku: Pelaku, p: Periode) -> list[Pokok]:
    """Tulisan satu periode menurut pokok, terbanyak dahulu. Pembacaannya tercatat. Galat: `TidakBoleh`.

    Di bawah ambang tidak ada yang tampil: beberapa tulisan saja menunjuk penulisnya dari gayanya.
    """
    pastikan(pelaku, "survei.komentar", p, lihat="survei.lihat")
    baris = list(p.komentar.order_by("id").prefetch_related("tanda"))
    if len(baris) < p.survei.ambang:
        return []
    nama = nama_pejabat(p.unit_id)
    semua = [
        Tulisan(
            k.id,
            samarkan_nama(dekripsi(k.isi, GUNA).decode(), nama),
            tuple(sorted(t.tanda for t in k.tanda.all())),
        )
        for k in baris
    ]
    with transaction.atomic():
        catat(peristiwa.KOMENTAR, pelaku, ("periode_survei", p.uid), sesudah={"banyak": len(semua)})
    hasil = [
        Pokok(kata, [semua[i] for i in letak]) for kata, letak in topik.kelompokkan([t.isi for t in semua])
    ]
    return sorted(hasil, key=lambda x: (not x.kata, -len(x.isi), x.kata))
