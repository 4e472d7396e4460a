"""Pintu tulis organisasi: profil daerah, unit, pos, penugasan, dan penataan ulang bertanggal.

Semua pintu menerima banyak baris sekaligus; tindakan tunggal adalah daftar berisi satu.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from kasuari.dasar.inti.fakta import berlaku as berlaku_
from kasuari.dasar.inti.fakta import keadaan, tutup
from kasuari.dasar.inti.galat import MasukanSalah, TidakAda
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.pengenal import uuid7
from kasuari.dasar.inti.waktu import sekarang, sesudah
from kasuari.dasar.inti.wewenang import wajib
from kasuari.dasar.jejak.pintu import Hasil, pintu
from kasuari.dasar.jejak.service import catat
from kasuari.dasar.organisasi import peristiwa
from kasuari.dasar.organisasi.kini import BERPUTAR, tulis_kini
from kasuari.dasar.organisasi.models import (
    JenisPos,
    JenisUnit,
    Penugasan,
    Pos,
    PosKeadaan,
    Profil,
    Unit,
    UnitKeadaan,
)


@dataclass(frozen=True)
class Dasar:
    """Surat dasar satu keputusan. `lampiran`: UUID berkas di `dokumen`."""

    sk_nomor: str = ""
    sk_tanggal: date | None = None
    lampiran: UUID | None = None


@dataclass(frozen=True)
class BarisUnit:
    """Keadaan satu unit mulai satu tanggal. `bubar` menutup unit; kode baru membuat unit."""

    kode: str
    nama: str
    jenis: str
    induk: str | None = None
    singkatan: str = ""
    kode_wilayah: str = ""
    bubar: bool = False


@dataclass(frozen=True)
class BarisPos:
    kode: str
    unit: str
    nama: str
    jenis: str
    eselon: str = ""
    jenjang: str = ""
    kelas: int | None = None
    kepala: bool = False
    formasi: int = 1
    pendidikan_minimal: str = ""
    hapus: bool = False


@dataclass(frozen=True)
class BarisPenugasan:
    """Orang (UUID) memegang pos (kode) atau jabatan di luar daerah (`nama_luar`); `sampai` tidak termasuk."""

    orang: UUID
    mulai: date
    pos: str = ""
    jenis: str = "definitif"
    sampai: date | None = None
    nama_luar: str = ""
    jenis_luar: str = ""
    dasar: Dasar = field(default_factory=Dasar)


@pintu("organisasi.ubah_profil")
def ubah_profil(pelaku: Pelaku, *, isi: dict[str, Any], kunci: UUID) -> Hasil:
    """Mengisi atau mengubah profil daerah (kode, nama, provinsi, zona, sebutan, alamat, lambang)."""
    wajib(pelaku, "organisasi.kelola")
    profil = Profil.objects.first() or Profil()
    sebelum = {k: getattr(profil, k) for k in isi}
    for kolom, nilai in isi.items():
        setattr(profil, kolom, nilai)
    profil.save()
    catat(peristiwa.PROFIL, pelaku, ("profil", None), sebelum=sebelum, sesudah=isi)
    return Hasil(data={"kode": profil.kode})


@pintu("organisasi.tata_unit")
def tata_unit(
    pelaku: Pelaku, *, berlaku: date, baris: Sequence[BarisUnit], dasar: Dasar = Dasar(), kunci: UUID
) -> Hasil:
    """Satu tindakan penataan: membuat, mengganti nama, memindah, atau membubarkan unit mulai `berlaku`.

    Baris dibaca berurutan: induk boleh dibuat oleh baris sebelumnya. Galat pada satu baris membatalkan semua.
    """
    wajib(pelaku, "organisasi.kelola")
    kenal = {u.kode: u for u in Unit.objects.all()}
    saat = sekarang()
    lama = {f.subjek_id: f for f in UnitKeadaan.objects.filter(ditutup=None, mulai=berlaku)}
    baru = any(b.kode not in kenal for b in baris)
    id_ = catat(
        peristiwa.UNIT if baru else peristiwa.REORGANISASI, pelaku, ("unit", None),
        sesudah={"berlaku": berlaku, "baris": [asdict(b) for b in baris]}, alasan=dasar.sk_nomor,
    )  # fmt: skip
    for n, b in enumerate(baris, 1):
        _periksa_unit(n, b, kenal)
        unit = kenal.get(b.kode)
        if unit is None:
            unit = kenal[b.kode] = Unit.objects.create(uid=uuid7(), kode=b.kode)
        elif f := lama.get(unit.id):
            tutup(UnitKeadaan, f.id, saat, id_)
        UnitKeadaan.objects.create(
            subjek=unit, mulai=berlaku, dicatat=saat, jejak_buka=id_, nihil=b.bubar, nama=b.nama, jenis=b.jenis,
            induk=kenal[b.induk] if b.induk else None, singkatan=b.singkatan, kode_wilayah=b.kode_wilayah,
            sk_nomor=dasar.sk_nomor, sk_tanggal=dasar.sk_tanggal, lampiran=dasar.lampiran,
        )  # fmt: skip
    _periksa_susunan(berlaku, [kenal[b.kode].id for b in baris if b.bubar])
    tulis_kini()
    return Hasil(data={"unit": len(baris)})


def _periksa_susunan(berlaku: date, bubar: Sequence[int]) -> None:
    """Susunan pada hari berlakunya: tidak berputar, dan unit yang bubar tidak meninggalkan unit atau orang."""
    hidup = {f.subjek_id: f for f in keadaan(UnitKeadaan, pada=berlaku) if not f.nihil}
    for f in hidup.values():
        if f.induk_id in bubar:
            raise MasukanSalah(
                f"{f.nama} masih berada di bawah unit yang dibubarkan. Pindahkan dulu, atau bubarkan bersamaan.",
                "unit",
            )
        atas, dilewati = f.induk_id, {f.subjek_id}
        while atas in hidup:
            if atas in dilewati:
                raise MasukanSalah(BERPUTAR, "induk")
            dilewati.add(atas)
            atas = hidup[atas].induk_id
    if not bubar:
        return
    pos = PosKeadaan.objects.filter(
        id__in=keadaan(PosKeadaan, pada=berlaku).values("id"), nihil=False, unit__in=bubar
    )
    if n := berlaku_(Penugasan, pada=berlaku).filter(pos__in=pos.values("subjek")).count():
        raise MasukanSalah(
            f"Masih ada {n} orang yang memegang pos di unit ini pada {berlaku:%d-%m-%Y}. "
            "Catat jabatan baru mereka dulu, lalu bubarkan.",
            "unit",
        )


def _periksa_unit(n: int, b: BarisUnit, kenal: dict[str, Unit]) -> None:
    if not b.kode or not b.nama:
        raise MasukanSalah(f"Baris {n}: kode dan nama unit wajib diisi.", "kode")
    if b.jenis not in JenisUnit.values:
        raise MasukanSalah(
            f"Baris {n}: jenis unit '{b.jenis}' tidak dikenal. Pilih: {', '.join(JenisUnit.values)}.", "jenis"
        )
    if b.induk and b.induk not in kenal:
        raise MasukanSalah(f"Baris {n}: induk '{b.induk}' belum ada. Buat induknya lebih dulu.", "induk")
    if b.induk == b.kode:
        raise MasukanSalah(f"Baris {n}: unit tidak dapat menjadi induk dirinya sendiri.", "induk")


@pintu("organisasi.catat_pos")
def catat_pos(
    pelaku: Pelaku, *, berlaku: date, baris: Sequence[BarisPos], dasar: Dasar = Dasar(), kunci: UUID
) -> Hasil:
    """Membuat atau mengubah pos mulai `berlaku`."""
    wajib(pelaku, "organisasi.kelola")
    kenal = {p.kode: p for p in Pos.objects.filter(kode__in=[b.kode for b in baris])}
    unit = dict(Unit.objects.values_list("kode", "id"))
    for n, b in enumerate(baris, 1):
        if b.unit not in unit:
            raise MasukanSalah(f"Baris {n}: unit '{b.unit}' tidak ada.", "unit")
        if b.jenis not in JenisPos.values:
            raise MasukanSalah(
                f"Baris {n}: jenis jabatan '{b.jenis}' tidak dikenal. Pilih: {', '.join(JenisPos.values)}.",
                "jenis",
            )
    Pos.objects.bulk_create(
        [Pos(uid=uuid7(), kode=k) for k in dict.fromkeys(b.kode for b in baris) if k not in kenal]
    )
    kenal = {p.kode: p for p in Pos.objects.filter(kode__in=[b.kode for b in baris])}
    saat = sekarang()
    id_ = catat(
        peristiwa.POS,
        pelaku,
        ("pos", None),
        sesudah={"berlaku": berlaku, "banyak": len(baris)},
        alasan=dasar.sk_nomor,
    )
    subjek = [p.id for p in kenal.values()]
    for awal in range(0, len(subjek), 500):
        for f in PosKeadaan.objects.filter(ditutup=None, mulai=berlaku, subjek__in=subjek[awal : awal + 500]):
            tutup(PosKeadaan, f.id, saat, id_)
    PosKeadaan.objects.bulk_create(
        [
            PosKeadaan(
                subjek=kenal[b.kode], unit_id=unit[b.unit], mulai=berlaku, dicatat=saat, jejak_buka=id_, nihil=b.hapus,
                nama=b.nama, jenis=b.jenis, eselon=b.eselon, jenjang=b.jenjang, kelas=b.kelas, kepala=b.kepala,
                formasi=b.formasi, pendidikan_minimal=b.pendidikan_minimal,
                sk_nomor=dasar.sk_nomor, sk_tanggal=dasar.sk_tanggal, lampiran=dasar.lampiran,
            )
            for b in baris
        ],
        batch_size=500,
    )  # fmt: skip
    return Hasil(data={"pos": len(baris)})


def catat_penugasan(
    pelaku: Pelaku, baris: Sequence[BarisPenugasan], orang_id: dict[UUID, int]
) -> list[Penugasan]:
    """Mencatat penugasan di dalam transaksi ruang pemanggil (pegawai, usulan), yang sudah memeriksa izinnya.

    Basis data menolak dua jabatan definitif yang bertumpang bagi satu orang.
    """
    pos = dict(Pos.objects.filter(kode__in={b.pos for b in baris if b.pos}).values_list("kode", "id"))
    if hilang := next((b.pos for b in baris if b.pos and b.pos not in pos), None):
        raise TidakAda(f"Pos '{hilang}' tidak ada.")
    saat = sekarang()
    id_ = catat(
        peristiwa.PENUGASAN, pelaku, ("penugasan", None), subjek=[b.orang for b in baris],
        sesudah={"banyak": len(baris)} if len(baris) > 1 else {"pos": baris[0].pos or baris[0].nama_luar, "mulai": baris[0].mulai},
    )  # fmt: skip
    return Penugasan.objects.bulk_create(
        [
            Penugasan(
                subjek_id=orang_id[b.orang], pos_id=pos.get(b.pos), jenis=b.jenis, mulai=b.mulai, sampai=b.sampai,
                nama_luar=b.nama_luar, jenis_luar=b.jenis_luar, dicatat=saat, jejak_buka=id_,
                sk_nomor=b.dasar.sk_nomor, sk_tanggal=b.dasar.sk_tanggal, lampiran=b.dasar.lampiran,
            )
            for b in baris
        ],
        batch_size=500,
    )  # fmt: skip


def akhiri_penugasan(pelaku: Pelaku, penugasan: Penugasan, sampai: date, dasar: Dasar = Dasar()) -> Penugasan:
    """Memberi tanggal akhir pada penugasan (menutup baris lama, membuka yang berakhir), dalam transaksi pemanggil."""
    saat = sesudah(penugasan.dicatat)
    id_ = catat(
        peristiwa.PENUGASAN_TUTUP, pelaku, ("penugasan", penugasan.uid), subjek=[penugasan.subjek.uid],
        sebelum={"sampai": penugasan.sampai}, sesudah={"sampai": sampai}, alasan=dasar.sk_nomor,
    )  # fmt: skip
    tutup(Penugasan, penugasan.id, saat, id_)
    if sampai <= penugasan.mulai:
        return penugasan
    isi = {
        f: getattr(penugasan, f)
        for f in (
            "subjek_id",
            "pos_id",
            "jenis",
            "mulai",
            "nama_luar",
            "jenis_luar",
            "sk_nomor",
            "sk_tanggal",
            "lampiran",
        )
    }
    return Penugasan.objects.create(**isi, sampai=sampai, dicatat=saat, jejak_buka=id_)
