"""Mengembalikan fakta seperti sebelum satu keputusan: yang dibuka ditutup, yang ditutup dibuka lagi sebagai baris baru."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q

from kasuari.aparatur.pegawai import kini, peristiwa
from kasuari.aparatur.pegawai.models import Pegawai
from kasuari.aparatur.pegawai.riwayat import jenis
from kasuari.dasar.inti.fakta import tutup
from kasuari.dasar.inti.galat import BedaVersi, MasukanSalah
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.waktu import sesudah
from kasuari.dasar.jejak.service import catat
from kasuari.dasar.organisasi import selectors as organisasi
from kasuari.dasar.organisasi.models import TUNGGAL, Penugasan
from kasuari.dasar.organisasi.service import Dasar, akhiri_penugasan

TIDAK_DISALIN = {"id", "uid", "dicatat", "ditutup", "jejak_buka", "jejak_tutup"}


def urungkan(pelaku: Pelaku, kode: str, uid: UUID, arah: str, alasan: str) -> None:
    """Membalik satu perubahan di dalam transaksi pemanggil. `kode`: jenis riwayat, atau 'penugasan'.

    Galat: `MasukanSalah` bila faktanya sudah diperbaiki sesudah keputusan itu, jadi tidak dapat dibalik begitu saja,
    atau kursi lamanya sudah diduduki orang lain.
    """
    model: Any = Penugasan if kode == "penugasan" else jenis(kode).model
    f = model._default_manager.get(uid=uid)
    orang = f.subjek if kode == "penugasan" else f.subjek.orang
    id_ = catat(
        peristiwa.DIBATALKAN, pelaku, ("pegawai", None), alasan=alasan, subjek=[orang.uid],
        sebelum={"jenis": kode, "fakta": [str(uid)], "arah": arah},
    )  # fmt: skip
    if arah == "buka":
        try:
            tutup(model, f.id, sesudah(f.dicatat), id_)
        except BedaVersi:
            raise MasukanSalah(
                "Riwayat yang ditulis keputusan ini sudah diperbaiki sesudahnya. Batalkan perbaikan itu lebih dulu, "
                "baru cabut keputusannya."
            ) from None
    else:
        if kode == "penugasan":
            _pastikan_kursi(f)
        isi = {x.attname: getattr(f, x.attname) for x in model._meta.fields if x.attname not in TIDAK_DISALIN}
        model._default_manager.create(**isi, dicatat=sesudah(f.ditutup), jejak_buka=id_)
    kini.tulis(list(Pegawai.objects.filter(orang=orang).values_list("id", flat=True)))


def _pastikan_kursi(lama: Penugasan) -> None:
    """Jabatan yang akan dibuka lagi belum diisi orang lain sejak dikosongkan keputusan itu."""
    if lama.pos_id is None or lama.jenis != "definitif":
        return
    sama = Penugasan.objects.filter(subjek=lama.subjek_id, pos=lama.pos_id, mulai=lama.mulai).exclude(
        id=lama.id
    )
    kosong = sama.order_by("-dicatat").values_list("sampai", flat=True).first() or lama.mulai
    lain = Penugasan.objects.filter(
        Q(sampai=None) | Q(sampai__gt=kosong), pos=lama.pos_id, jenis="definitif", ditutup=None
    )
    if lama.sampai is not None:
        lain = lain.filter(mulai__lt=lama.sampai)
    lain = lain.exclude(subjek=lama.subjek_id).order_by("mulai")
    penuh = next((t for t in lain if _penuh(lama.pos_id, max(t.mulai, kosong), lain)), None)
    if penuh is not None:
        raise MasukanSalah(
            f"Jabatan lamanya sudah dipegang {penuh.subjek.nama_gelar}. Akhiri dulu tugas itu, atau tetapkan jabatan lain "
            "baginya dengan keputusan baru."
        )


def _penuh(pos: int, hari: date, lain: Iterable[Penugasan]) -> bool:
    """Apakah kursi pos itu pada hari itu sudah habis oleh `lain`."""
    p = organisasi.pos_pada(hari, subjek=[pos]).first()
    isi = sum(t.mulai <= hari and (t.sampai is None or t.sampai > hari) for t in lain)
    return isi >= (1 if p is None or p.jenis in TUNGGAL else p.formasi)


def penugasan_terbuka(orang_id: int) -> set[UUID]:
    return set(Penugasan.objects.filter(subjek=orang_id, ditutup=None).values_list("uid", flat=True))


def akhiri(pelaku: Pelaku, t: Penugasan, hari: date, nomor: str, tanggal: date | None) -> None:
    """Mengakhiri satu penugasan menurut keputusan, di dalam transaksi pemanggil."""
    akhiri_penugasan(pelaku, t, hari, Dasar(sk_nomor=nomor, sk_tanggal=tanggal))
    kini.tulis(list(Pegawai.objects.filter(orang=t.subjek).values_list("id", flat=True)))
