"""Pintu tulis formasi: kebutuhan orang tiap jabatan di tiap unit, mulai satu tanggal menurut satu surat.

Yang belum dicatat berarti belum ditetapkan, bukan nol; nol adalah ketetapan bahwa jabatan itu tidak diisi.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from kasuari.dasar.inti.galat import BedaVersi, MasukanSalah
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.pengenal import uuid7
from kasuari.dasar.inti.waktu import sekarang, sesudah
from kasuari.dasar.inti.wewenang import wajib
from kasuari.dasar.jejak.pintu import Hasil, pintu
from kasuari.dasar.jejak.service import catat
from kasuari.dasar.organisasi import peristiwa
from kasuari.dasar.organisasi.models import (
    KURSI_TERBANYAK,
    Formasi,
    JabatanFormasi,
    JenisPos,
    Unit,
    kunci_jabatan,
)
from kasuari.dasar.organisasi.service import Dasar

POTONG = 500


@dataclass(frozen=True)
class BarisFormasi:
    """Kebutuhan (orang) satu jabatan di satu unit (kode). `hapus`: jabatan itu tidak lagi punya ketetapan."""

    unit: str
    nama: str
    kebutuhan: int
    jenjang: str = ""
    jenis: str = ""
    kelas: int | None = None
    hapus: bool = False


class Catatan(NamedTuple):
    baris: BarisFormasi
    mulai: date
    dasar: Dasar


class Tertulis(NamedTuple):
    """Fakta yang dibuka, dan yang ditutup karena mulainya sama."""

    dibuka: UUID
    ditutup: UUID | None


@pintu("organisasi.catat_formasi")
def catat_formasi(
    pelaku: Pelaku, *, berlaku: date, baris: Sequence[BarisFormasi], dasar: Dasar, kunci: UUID
) -> Hasil:
    """Mencatat kebutuhan jabatan mulai `berlaku`. Galat: MasukanSalah menyebut baris dan kolomnya."""
    wajib(pelaku, "organisasi.formasi")
    buka(pelaku, [Catatan(b, berlaku, dasar) for b in baris])
    return Hasil(data={"formasi": len(baris)})


def buka(pelaku: Pelaku, catatan: Sequence[Catatan]) -> list[Tertulis]:
    """Membuka fakta formasi di dalam transaksi pemanggil, yang sudah memeriksa izinnya; satu peristiwa."""
    unit = dict(Unit.objects.values_list("kode", "id"))
    for n, c in enumerate(catatan, 1):
        _periksa(n, c.baris, unit)
    jabatan = _jabatan([c.baris for c in catatan], unit)
    subjek = [jabatan[unit[c.baris.unit], kunci_jabatan(c.baris.nama, c.baris.jenjang)] for c in catatan]
    if len({(s, c.mulai) for s, c in zip(subjek, catatan, strict=True)}) < len(catatan):
        raise MasukanSalah("Ada jabatan yang tertulis dua kali di unit dan tanggal yang sama.", "nama")
    lama = _sehari(subjek, catatan)
    saat = max((sesudah(f.dicatat) for f in lama.values()), default=sekarang())
    id_ = catat(
        peristiwa.FORMASI, pelaku, ("formasi", None), alasan=catatan[0].dasar.sk_nomor if catatan else "",
        sesudah={"banyak": len(catatan), "berlaku": sorted({c.mulai.isoformat() for c in catatan})},
    )  # fmt: skip
    _tutup([f.id for f in lama.values()], saat, id_)
    baru = [
        Formasi(
            uid=uuid7(), subjek_id=s, mulai=c.mulai, dicatat=saat, jejak_buka=id_, nihil=c.baris.hapus,
            kebutuhan=c.baris.kebutuhan, jenis=c.baris.jenis, kelas=c.baris.kelas,
            sk_nomor=c.dasar.sk_nomor, sk_tanggal=c.dasar.sk_tanggal, lampiran=c.dasar.lampiran,
        )
        for s, c in zip(subjek, catatan, strict=True)
    ]  # fmt: skip
    Formasi.objects.bulk_create(baru, batch_size=POTONG)
    ditutup = [lama.get((f.subjek_id, f.mulai)) for f in baru]
    return [Tertulis(f.uid, x.uid if x else None) for f, x in zip(baru, ditutup, strict=True)]


def urungkan(pelaku: Pelaku, dibuka: Sequence[UUID], ditutup: Sequence[UUID], alasan: str) -> list[UUID]:
    """Menutup fakta `dibuka` dan membuka lagi isi fakta `ditutup`; uid yang dibuka lagi menurut urutannya."""
    buka_ = list(Formasi.objects.select_for_update().filter(uid__in=dibuka))
    lama = {f.uid: f for f in Formasi.objects.filter(uid__in=ditutup)}
    saat = max((sesudah(f.dicatat) for f in (*buka_, *lama.values())), default=sekarang())
    id_ = catat(
        peristiwa.FORMASI_URUNG, pelaku, ("formasi", None), alasan=alasan,
        sesudah={"ditutup": len(buka_), "dibuka_lagi": len(lama)},
    )  # fmt: skip
    _tutup([f.id for f in buka_], saat, id_)
    kolom = (
        "subjek_id",
        "mulai",
        "nihil",
        "kebutuhan",
        "jenis",
        "kelas",
        "sk_nomor",
        "sk_tanggal",
        "lampiran",
    )
    baru = [
        Formasi(uid=uuid7(), dicatat=saat, jejak_buka=id_, **{k: getattr(lama[u], k) for k in kolom})
        for u in ditutup
    ]
    Formasi.objects.bulk_create(baru, batch_size=POTONG)
    return [f.uid for f in baru]


def _tutup(ids: Sequence[int], saat: datetime, jejak: int) -> None:
    n = 0
    for awal in range(0, len(ids), POTONG):
        terbuka = Formasi.objects.filter(id__in=ids[awal : awal + POTONG], ditutup=None)
        n += terbuka.update(ditutup=saat, jejak_tutup=jejak)
    if n != len(ids):
        raise BedaVersi("Formasi ini sudah diubah orang lain. Muat ulang halaman, lalu periksa lagi.")


def _sehari(subjek: Sequence[int], catatan: Sequence[Catatan]) -> dict[tuple[int, date], Formasi]:
    """Fakta terbuka dengan jabatan dan hari mulai yang sama, terkunci: yang dibetulkan oleh catatan ini."""
    perlu = {(s, c.mulai) for s, c in zip(subjek, catatan, strict=True)}
    ids = sorted(set(subjek))
    hasil: dict[tuple[int, date], Formasi] = {}
    for awal in range(0, len(ids), POTONG):
        terbuka = Formasi.objects.select_for_update().filter(
            ditutup=None, subjek__in=ids[awal : awal + POTONG]
        )
        hasil |= {(f.subjek_id, f.mulai): f for f in terbuka if (f.subjek_id, f.mulai) in perlu}
    return hasil


def _jabatan(baris: Sequence[BarisFormasi], unit: dict[str, int]) -> dict[tuple[int, str], int]:
    """(unit, kunci) -> id jabatan; yang belum ada dibuat, dan dua penulis bersamaan memakai yang sama."""
    perlu = {(unit[b.unit], kunci_jabatan(b.nama, b.jenjang)): b for b in baris}
    JabatanFormasi.objects.bulk_create(
        [
            JabatanFormasi(uid=uuid7(), unit_id=u, kunci=k, nama=" ".join(b.nama.split()), jenjang=b.jenjang)
            for (u, k), b in perlu.items()
        ],
        batch_size=POTONG,
        ignore_conflicts=True,
    )
    ada = JabatanFormasi.objects.filter(unit__in={u for u, _k in perlu}).values_list("unit_id", "kunci", "id")
    return {(u, k): id_ for u, k, id_ in ada if (u, k) in perlu}


def _periksa(n: int, b: BarisFormasi, unit: dict[str, int]) -> None:
    if b.unit not in unit:
        raise MasukanSalah(f"Baris {n}: unit '{b.unit}' tidak ada.", "unit")
    if not b.nama.strip():
        raise MasukanSalah(f"Baris {n}: nama jabatan wajib diisi.", "nama")
    if len(b.nama) > 160 or len(b.jenjang) > 30:
        raise MasukanSalah(f"Baris {n}: nama jabatan paling panjang 160 huruf, jenjang 30 huruf.", "nama")
    boleh = [j for j in JenisPos.values if j != JenisPos.POLITIK]  # formasi hanya bagi ASN
    if b.jenis and b.jenis not in boleh:
        raise MasukanSalah(
            f"Baris {n}: jenis jabatan '{b.jenis}' tidak dikenal. Pilih: {', '.join(boleh)}.",
            "jenis",
        )
    if not isinstance(b.kebutuhan, int) or not 0 <= b.kebutuhan <= KURSI_TERBANYAK:
        raise MasukanSalah(
            f"Baris {n}: kebutuhan '{b.kebutuhan}' harus bilangan bulat 0 sampai {KURSI_TERBANYAK}.",
            "kebutuhan",
        )
