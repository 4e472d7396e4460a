"""Surat bernomor: disiapkan dengan nomornya, dijadikan PDF, ditandatangani, dan bila perlu dicabut.

Semua fungsi dipanggil ruang lain sesudah memeriksa izinnya. `siapkan` berjalan di dalam transaksi ruang itu:
nomor, surat, dan efek di register terjadi bersama atau tidak sama sekali. PDF dan tanda tangan menyusul.
"""

import hashlib
import io
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, BinaryIO
from uuid import UUID

import segno
from django.conf import settings
from django.db import transaction

from kasuari.aturan.buku import Buku
from kasuari.dasar.dokumen import kode_sah, nomor, pdf, peristiwa, tanda
from kasuari.dasar.dokumen.models import Surat
from kasuari.dasar.dokumen.service import baca_berkas, simpan_isi
from kasuari.dasar.inti.galat import MasukanSalah, TidakAda
from kasuari.dasar.inti.pelaku import Pelaku, sistem
from kasuari.dasar.inti.pengenal import uuid7, uuid_dari
from kasuari.dasar.inti.sandi import dekripsi, enkripsi
from kasuari.dasar.inti.waktu import hari_ini, sekarang
from kasuari.dasar.jejak.antrean import antre
from kasuari.dasar.jejak.kanonik import baku
from kasuari.dasar.jejak.service import catat
from kasuari.dasar.rupa.bentuk import tanggal_naskah


@dataclass(frozen=True, slots=True)
class Templat:
    """Satu templat satu versi. `tertutup`: halaman umum hanya menyebut 'dokumen sah' (disiplin, kesehatan, pensiun)."""

    kode: str
    versi: int
    judul: str
    berkas: str
    tertutup: bool = False


DAFTAR: dict[tuple[str, int], Templat] = {}
# Ruang pemilik surat mendengar surat selesai atau dicabut dengan mendaftarkan fungsinya: kode templat -> fungsi.
SESUDAH: dict[str, Callable[[Surat], None]] = {}


def daftarkan(templat: Templat, sesudah: Callable[[Surat], None] | None = None) -> Templat:
    """Versi lama tetap terdaftar: surat lama harus dapat dibuat ulang byte demi byte."""
    kunci = (templat.kode, templat.versi)
    if kunci in DAFTAR:
        raise ValueError(f"Templat surat {kunci} didaftarkan dua kali.")
    DAFTAR[kunci] = templat
    if sesudah is not None:
        SESUDAH[templat.kode] = sesudah
    return templat


@dataclass(frozen=True)
class BarisSurat:
    """Isi satu surat. `penandatangan`: {"nama", "nip", "jabatan"}. `nomor`: nomor cadangan yang dipakai, bila ada.

    `nomor_teks`: nomor dari kantor pencatat; serinya lalu hanya menghitung urutannya sendiri.
    """

    data: Mapping[str, Any]
    penandatangan: Mapping[str, str]
    subjek: Sequence[UUID] = ()
    ringkas_publik: Mapping[str, str] = field(default_factory=dict)
    nomor: int | None = None
    nomor_teks: str = ""


def siapkan(
    pelaku: Pelaku, templat: Templat, seri: str, baris: Sequence[BarisSurat], buku: Buku, *,
    tanggal: date | None = None, kelompok: UUID | None = None,
) -> list[Surat]:  # fmt: skip
    """Menomori dan menyimpan surat-surat di dalam transaksi pemanggil; tanda tangannya menyusul di latar.

    Galat: `MasukanSalah` bila pola nomor serinya belum ditetapkan, nomor cadangannya tidak tersedia, atau
    tidak ada pejabat yang menandatangani.
    """
    if not all(b.penandatangan.get("nama") for b in baris):
        raise MasukanSalah("Surat ini belum punya pejabat yang menandatangani.", "penandatangan")
    tanggal = tanggal or hari_ini()
    ambil = iter(nomor.ambil(seri, tanggal.year, n) if (n := sum(b.nomor is None for b in baris)) else ())
    jejak_id = catat(
        peristiwa.DISIAPKAN, pelaku, ("surat", None), subjek=list(dict.fromkeys(s for b in baris for s in b.subjek)),
        sesudah={"templat": templat.kode, "seri": seri, "banyak": len(baris)},
    )  # fmt: skip
    hasil = []
    for b in baris:
        if b.nomor is not None:
            nomor.pakai_cadangan(seri, tanggal.year, b.nomor)
        ke = next(ambil) if b.nomor is None else b.nomor
        isi = baku(b.data)
        hasil.append(
            Surat(
                id=uuid7(), kode_verifikasi=kode_sah.baru(), templat=templat.kode, versi_templat=templat.versi,
                data=enkripsi(isi, "surat"), data_sidik=hashlib.sha256(isi).hexdigest(), seri=seri, tahun=tanggal.year,
                nomor=ke, nomor_teks=b.nomor_teks or nomor.tulis(seri, tanggal.year, ke, buku), tanggal=tanggal,
                ringkas_publik=dict(b.ringkas_publik), kelompok=kelompok, penandatangan=dict(b.penandatangan),
                dibuat=sekarang(), jejak_id=jejak_id,
            )
        )  # fmt: skip
    Surat.objects.bulk_create(hasil, batch_size=200)
    if settings.TANDA != "basah":
        for s in hasil:
            antre("surat.tanda", str(s.id), uuid_dari("surat.tanda", s.id))
    return hasil


def isi(surat: Surat) -> dict[str, Any]:
    """Data beku surat; ruang pemanggil sudah memeriksa izin."""
    return dict(json.loads(dekripsi(surat.data, "surat")))


def buat_pdf(surat: Surat) -> bytes:
    """PDF tanpa tanda tangan: fungsi murni dari templat dan data bekunya."""
    templat = DAFTAR[surat.templat, surat.versi_templat]
    alamat = f"{settings.ALAMAT}/sah/{surat.kode_verifikasi}/"
    keluar = io.BytesIO()
    segno.make(alamat, error="m").save(keluar, kind="svg", border=0)
    data = {
        "tanggal_teks": tanggal_naskah(surat.tanggal), **isi(surat), "nomor": surat.nomor_teks,
        "tanggal": surat.tanggal.isoformat(), "kode": surat.kode_verifikasi,
        "alamat_sah": alamat, "qr": keluar.getvalue().decode(), "penandatangan": surat.penandatangan,
        "elektronik": settings.TANDA != "basah",
    }  # fmt: skip
    return pdf.buat(templat.berkas, data)


def tandatangani(surat_id: UUID) -> bool:
    """Membuat PDF, menandatanganinya, dan menyimpan hasilnya; False bila orang lain sudah lebih dulu.

    Berkas ditulis menurut isinya dahulu, baru surat diubah bila masih `disiapkan`: dua pekerja menghasilkan
    satu surat; berkas yang kalah disapu kemudian. Galat: `tanda.TandaGagal`.
    """
    surat = Surat.objects.filter(id=surat_id, status=Surat.Status.DISIAPKAN).first()
    tangan = tanda.penandatangan()
    if surat is None or tangan is None:
        return False
    hasil = tangan.tandatangani(
        buat_pdf(surat), surat.penandatangan, DAFTAR[surat.templat, surat.versi_templat].judul
    )
    return _selesai(sistem("penandatangan"), surat, hasil, "elektronik")


def terima_basah(pelaku: Pelaku, surat: Surat, pindaian: BinaryIO) -> bool:
    """Pindaian surat yang ditandatangani tangan, disahkan petugas; sidiknya menjadi bukti."""
    data = pindaian.read()
    if not data.startswith(b"%PDF"):
        raise MasukanSalah("Unggah pindaian surat sebagai PDF.", "berkas")
    return _selesai(pelaku, surat, data, "basah")


def _selesai(pelaku: Pelaku, surat: Surat, hasil: bytes, cara: str) -> bool:
    berkas = simpan_isi(hasil, "pdf")
    with transaction.atomic():
        ubah = Surat.objects.filter(id=surat.id, status=Surat.Status.DISIAPKAN).update(
            status=Surat.Status.DITANDATANGANI, berkas=berkas, cara=cara, ditandatangani=sekarang()
        )
        if not ubah:
            return False
        surat.refresh_from_db()
        catat(
            peristiwa.DITANDATANGANI, pelaku, ("surat", surat.id),
            sesudah={"nomor": surat.nomor_teks, "cara": cara, "sha256": bytes(berkas.sidik).hex()},
        )  # fmt: skip
        if (sesudah := SESUDAH.get(surat.templat)) is not None:
            sesudah(surat)
    return True


def cabut(pelaku: Pelaku, surat: Surat, alasan: str) -> None:
    """Mencabut surat di dalam transaksi pemanggil; berkasnya tetap, halaman umum menyebutnya dicabut."""
    if not alasan.strip():
        raise MasukanSalah("Tulis dasar atau alasan pencabutan.", "alasan")
    ubah = Surat.objects.filter(id=surat.id, status=Surat.Status.DITANDATANGANI).update(
        status=Surat.Status.DICABUT, dicabut=sekarang(), alasan_cabut=alasan.strip()[:300]
    )
    if not ubah:
        raise MasukanSalah("Hanya surat yang sudah ditandatangani dan masih berlaku dapat dicabut.")
    surat.refresh_from_db()
    catat(peristiwa.DICABUT, pelaku, ("surat", surat.id), sebelum={"nomor": surat.nomor_teks}, alasan=alasan)


def baca(surat: Surat) -> bytes:
    """PDF yang ditandatangani; ruang pemanggil sudah memeriksa izin."""
    if surat.berkas is None:
        raise TidakAda("Surat ini belum ditandatangani.")
    return baca_berkas(surat.berkas)


def menurut_kode(tulisan: str) -> Surat | None:
    """Surat menurut kode verifikasi yang diketik orang; None bila salah ketik atau tidak ada."""
    kode = kode_sah.rapikan(tulisan)
    return Surat.objects.select_related("berkas").filter(kode_verifikasi=kode).first() if kode else None


def sama_isi(surat: Surat, unggahan: bytes) -> bool:
    """Apakah berkas yang diunggah sama byte demi byte dengan surat yang ditandatangani."""
    return surat.berkas is not None and hashlib.sha256(unggahan).digest() == bytes(surat.berkas.sidik)


@dataclass(frozen=True)
class Kemajuan:
    """Kemajuan sekelompok surat yang terbit bersama."""

    jumlah: int
    selesai: int


def kemajuan(kelompok: UUID) -> Kemajuan:
    semua = Surat.objects.filter(kelompok=kelompok)
    return Kemajuan(semua.count(), semua.exclude(status=Surat.Status.DISIAPKAN).count())
