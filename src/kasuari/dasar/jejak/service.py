"""Pintu tulis jejak: `catat` di dalam transaksi tindakan, `lupakan` dengan dasar hukum, `terbitkan` sidik."""

import hashlib
import os
import uuid
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from django.db import connection

from kasuari.dasar.inti.galat import MasukanSalah
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.pengenal import uuid7, uuid_dari
from kasuari.dasar.inti.sandi import enkripsi
from kasuari.dasar.inti.simpan import simpan_banyak
from kasuari.dasar.inti.waktu import sekarang
from kasuari.dasar.jejak import antrean, jenis, peristiwa
from kasuari.dasar.jejak.kanonik import baku, sidik_daun
from kasuari.dasar.jejak.models import Jejak, JejakAntre, JejakIsi, JejakSubjek

Objek = tuple[str, uuid.UUID | None]


class Peristiwa(NamedTuple):
    """Satu baris untuk `catat_banyak`."""

    jenis: str
    objek: Objek
    sebelum: Any = None
    sesudah: Any = None
    subjek: Sequence[uuid.UUID] = ()
    alasan: str = ""


def catat(
    jenis_: str,
    pelaku: Pelaku,
    objek: Objek,
    *,
    sebelum: Any = None,
    sesudah: Any = None,
    subjek: Iterable[uuid.UUID] = (),
    alasan: str = "",
) -> int:
    """Mencatat satu peristiwa di dalam transaksi yang sedang berjalan; mengembalikan id jejak.

    `objek`: (jenis benda, UUID). `subjek`: UUID orang yang datanya disentuh. Pendengar jenis ini
    mendapat satu pekerjaan masing-masing dalam transaksi yang sama.
    """
    return catat_banyak(pelaku, [Peristiwa(jenis_, objek, sebelum, sesudah, tuple(subjek), alasan)])[0]


def catat_banyak(pelaku: Pelaku, daftar: Sequence[Peristiwa]) -> list[int]:
    """Mencatat banyak peristiwa sekaligus (tiga sisipan, berapa pun banyaknya)."""
    if not connection.in_atomic_block:
        raise RuntimeError("catat() hanya di dalam transaksi tindakannya.")
    waktu = sekarang()
    atas_nama = next((h.atas_nama_orang for h in pelaku.hibah if h.atas_nama_orang), None)
    baris, isi = [], []
    for p in daftar:
        if p.jenis not in jenis.DAFTAR:
            raise ValueError(f"Jenis peristiwa '{p.jenis}' belum didaftarkan di peristiwa.py.")
        j = Jejak(
            uid=uuid7(), waktu=waktu, jenis=p.jenis, pelaku_orang=pelaku.orang, pelaku_akun=pelaku.akun,
            atas_nama=atas_nama, objek_jenis=p.objek[0], objek=p.objek[1], permintaan=pelaku.permintaan,
        )  # fmt: skip
        muatan = baku({"sebelum": p.sebelum, "sesudah": p.sesudah, "alasan": p.alasan})
        garam = os.urandom(32)
        j.sidik = sidik_daun(garam, isi_lengkap(j, muatan))
        baris.append(j)
        isi.append((garam, enkripsi(muatan, "jejak")))
    Jejak.objects.bulk_create(baris)
    simpan_banyak(
        JejakIsi, ("jejak", "garam", "isi"), [(j.id, g, s) for j, (g, s) in zip(baris, isi, strict=True)]
    )
    simpan_banyak(JejakAntre, ("jejak",), [(j.id,) for j in baris])
    simpan_banyak(
        JejakSubjek,
        ("orang", "jejak"),
        [(o, j.id) for j, p in zip(baris, daftar, strict=True) for o in dict.fromkeys(p.subjek)],
    )
    for j in baris:
        for pendengar in antrean.PENDENGAR.get(j.jenis, ()):
            antrean.antre(pendengar, str(j.uid), uuid_dari(j.uid, pendengar))
    return [j.id for j in baris]


def isi_lengkap(j: Jejak, muatan: bytes) -> bytes:
    """Metadata dan isi dalam satu bentuk baku; inilah yang disidik."""
    meta = {
        "uid": j.uid, "waktu": j.waktu, "jenis": j.jenis, "pelaku_orang": j.pelaku_orang,
        "pelaku_akun": j.pelaku_akun, "atas_nama": j.atas_nama, "objek_jenis": j.objek_jenis,
        "objek": j.objek, "permintaan": j.permintaan,
    }  # fmt: skip
    return baku(meta) + muatan


def terbitkan(judul: str, data: bytes, pelaku: Pelaku) -> uuid.UUID:
    """Menerbitkan sidik sebuah hasil, kriteria, atau rencana; mengembalikan UUID peristiwanya."""
    id_ = catat(
        peristiwa.DITERBITKAN, pelaku, ("terbitan", None),
        sesudah={"judul": judul, "sha256": hashlib.sha256(data).hexdigest(), "byte": len(data)},
    )  # fmt: skip
    return Jejak.objects.values_list("uid", flat=True).get(id=id_)


def lupakan(pelaku: Pelaku, jejak_ids: Sequence[int], dasar: str) -> None:
    """Menghapus isi peristiwa atas dasar hukum (UU PDP). Sidik dan semua bukti tetap sah."""
    if not dasar.strip():
        raise MasukanSalah("Sebutkan dasar hukum penghapusan.", "dasar")
    uid = list(Jejak.objects.filter(id__in=jejak_ids).values_list("uid", flat=True))
    catat(peristiwa.DILUPAKAN, pelaku, ("jejak", None), sesudah={"uid": sorted(map(str, uid))}, alasan=dasar)
    JejakIsi.objects.filter(jejak_id__in=jejak_ids).delete()
