"""Pintu unduhan: XLSX langsung, PDF kecil langsung, PDF besar di latar. Setiap unduhan adalah satu peristiwa."""

import io
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.urls import reverse

from kasuari.aparatur.pegawai import ekspor, peristiwa
from kasuari.aparatur.pegawai.models import Ekspor
from kasuari.aparatur.pegawai.saringan import Saringan
from kasuari.dasar.akun.izin import pastikan
from kasuari.dasar.dokumen import pdf
from kasuari.dasar.dokumen.models import Lampiran
from kasuari.dasar.dokumen.service import terima
from kasuari.dasar.inti.galat import MasukanSalah, TidakAda
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.pengenal import uuid_dari
from kasuari.dasar.inti.waktu import hari_ini, sekarang
from kasuari.dasar.jejak.antrean import antre
from kasuari.dasar.jejak.pintu import Hasil, pintu
from kasuari.dasar.jejak.service import catat
from kasuari.dasar.kabar.service import kirim
from kasuari.dasar.kabar.templat import daftarkan
from kasuari.dasar.organisasi import selectors as organisasi
from kasuari.dasar.rupa.bentuk import tanggal

SIAP = daftarkan(
    "pegawai.ekspor_siap",
    "Unduhan Anda sudah siap",
    "{judul} ({n} orang) dapat diambil.",
    "Your download is ready",
    "{judul} ({n} people) can be collected.",
)
UMUR_HARI = 7


def judul(bentuk: str) -> str:
    return f"{ekspor.BENTUK[bentuk].judul} per {tanggal(hari_ini())}"


def _isi(pelaku: Pelaku, bentuk: str, s: Saringan) -> list[ekspor.Orang]:
    """Semua baris, dan peristiwanya: tiap orang dapat melihat bahwa datanya diunduh."""
    if bentuk not in ekspor.BENTUK:
        raise TidakAda("Bentuk unduhan ini tidak ada.")
    pastikan(pelaku, "pegawai.ekspor")
    qs = ekspor.kueri(pelaku, bentuk, s).select_related("pegawai__orang")
    isi = list(ekspor.orang(pelaku, bentuk, qs))
    with transaction.atomic():
        catat(
            peristiwa.DIEKSPOR, pelaku, ("pegawai", None), subjek=[o.k.orang_uid for o in isi],
            sesudah={"bentuk": bentuk, "saring": s.json(), "banyak": len(isi)},
        )  # fmt: skip
    return isi


def buat_xlsx(pelaku: Pelaku, bentuk: str, s: Saringan) -> bytes:
    """Berkas XLSX. Galat: TidakBoleh (juga bila sandi perlu diminta lagi)."""
    isi = _isi(pelaku, bentuk, s)
    return ekspor.xlsx(judul(bentuk), ekspor.BENTUK[bentuk], isi)


def buat_pdf(pelaku: Pelaku, bentuk: str, s: Saringan) -> tuple[bytes, int]:
    """Berkas PDF dan banyaknya orang."""
    if not ekspor.BENTUK[bentuk].pdf:
        raise MasukanSalah("Tata letak SIASN hanya ada sebagai XLSX.", "bentuk")
    isi = _isi(pelaku, bentuk, s)
    dibuat = f"Dibuat {tanggal(hari_ini())} oleh {pelaku.nama}"
    data = ekspor.data_pdf(judul(bentuk), ekspor.BENTUK[bentuk], len(isi), organisasi.profil(), dibuat)
    bagian = ekspor.bagian_pdf(ekspor.BENTUK[bentuk], isi)
    return pdf.buat_panjang("aparatur/pegawai/templat/daftar.typ", data, bagian), len(isi)


@pintu("pegawai.minta_ekspor")
def minta(pelaku: Pelaku, *, bentuk: str, saring: dict[str, Any], kunci: UUID) -> Hasil:
    """Meminta PDF besar; pekerjaan latar menyusunnya. Hasil: uid permintaannya."""
    pastikan(pelaku, "pegawai.ekspor")
    if pelaku.akun is None or pelaku.orang is None or bentuk not in ekspor.BENTUK:
        raise MasukanSalah("Permintaan unduhan ini tidak lengkap.", "bentuk")
    baris = Ekspor.objects.create(
        bentuk=bentuk, saring=saring, akun=pelaku.akun, orang=pelaku.orang, dibuat=sekarang()
    )
    antre("pegawai.ekspor", str(baris.uid), uuid_dari("pegawai.ekspor", baris.uid))
    return Hasil(baris.uid)


def susun(baris: Ekspor, pelaku: Pelaku) -> None:
    """Menyusun satu permintaan atas nama pemintanya; yang sudah jadi tidak disusun lagi."""
    if baris.lampiran is not None:
        return
    isi, n = buat_pdf(pelaku, baris.bentuk, Saringan(**baris.saring))
    with transaction.atomic():
        hapus = hari_ini() + timedelta(days=UMUR_HARI)
        nama = f"{baris.bentuk}-{hari_ini():%Y-%m-%d}.pdf"
        lampiran = terima(pelaku, io.BytesIO(isi), nama, "ekspor", boleh=("pdf",), hapus_setelah=hapus)
        if not Ekspor.objects.filter(id=baris.id, lampiran=None).update(lampiran=lampiran.id, n=n):
            return
        kirim(
            baris.orang, SIAP, {"judul": judul(baris.bentuk), "n": n}, uuid_dari("pegawai.ekspor_siap", baris.uid),
            tautan=reverse("pegawai:ekspor_hasil", args=[baris.uid]),
        )  # fmt: skip


def milik(pelaku: Pelaku, uid: UUID) -> Ekspor:
    """Permintaan milik pelaku; milik orang lain tidak ada."""
    baris = Ekspor.objects.filter(uid=uid, akun=pelaku.akun).first()
    if baris is None:
        raise TidakAda("Unduhan ini tidak ada.")
    return baris


def lampiran(baris: Ekspor) -> Lampiran:
    hasil = Lampiran.objects.select_related("berkas").filter(id=baris.lampiran).first()
    if hasil is None:
        raise TidakAda("Berkasnya sudah dihapus. Minta sekali lagi.")
    return hasil
