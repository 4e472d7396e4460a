"""Tiap hari: pegawai dan pimpinannya diingatkan akan cuti yang hangus dan cuti panjang yang segera berakhir.

Sekali tiap ambang hari. Kabarnya tidak menyebut jenis cutinya.
"""

from collections import Counter
from uuid import UUID

from django.urls import reverse

from kasuari.aparatur.cuti.jatuh import Berakhir, Hangus, akhir_tahun, berakhir, hangus
from kasuari.aparatur.pegawai.models import Pegawai
from kasuari.dasar.alur.siapa import pimpinan
from kasuari.dasar.inti.pelaku import sistem
from kasuari.dasar.inti.pengenal import uuid_dari
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.kabar import service as kabar
from kasuari.dasar.kabar.templat import daftarkan
from kasuari.dasar.ketentuan import selectors as ketentuan

HANGUS = daftarkan(
    "cuti.hangus", "{n} hari cuti tahunan Anda akan hangus",
    "Pada {tanggal}, {n} hari kerja cuti tahunan tidak terbawa ke tahun depan. Ajukan cutinya sebelum hari itu.",
    "{n} days of your annual leave will lapse",
    "On {tanggal}, {n} working days of annual leave will not carry over. Ask for leave before that day.",
)  # fmt: skip
HANGUS_TIM = daftarkan(
    "cuti.hangus_tim", "{n} orang di unit Anda punya cuti yang akan hangus",
    "Yang tidak diambil sampai {tanggal} tidak terbawa ke tahun depan. Atur waktu cutinya bersama mereka.",
    "{n} people in your unit have leave about to lapse",
    "What is not taken by {tanggal} will not carry over. Plan the days with them.",
)  # fmt: skip
KEMBALI = daftarkan(
    "cuti.kembali", "Cuti Anda berakhir, kembali bekerja {tanggal}",
    "Hari pertama bekerja lagi {tanggal}. Bila belum dapat kembali, hubungi atasan Anda sebelum hari itu.",
    "Your leave ends, back at work on {tanggal}",
    "The first working day is {tanggal}. If you cannot return, contact your superior before that day.",
)  # fmt: skip
KEMBALI_TIM = daftarkan(
    "cuti.kembali_tim", "{nama} kembali bekerja {tanggal}",
    "Cutinya berakhir sehari sebelumnya. Siapkan tugasnya, dan catat bila ia tidak kembali.",
    "{nama} is back at work on {tanggal}",
    "The leave ends the day before. Prepare the tasks, and note it if they do not return.",
)  # fmt: skip


def _ambang(kode: str, sisa: int) -> int | None:
    """Ambang hari yang sedang berlaku bagi sisa hari itu, atau None bila masih jauh."""
    ambang = sorted(int(n) for n in ketentuan.buku(hari_ini()).nilai(kode))
    return next((a for a in ambang if a >= sisa), None)


def ingatkan_hangus() -> int:
    """Pegawai, lalu pimpinan unitnya dengan banyaknya saja; banyaknya pegawai kembali."""
    tanggal = akhir_tahun()
    batas = _ambang("cuti_hangus_ingat_hari", (tanggal - hari_ini()).days)
    if batas is None:
        return 0
    semua = hangus(sistem("cuti"))
    for h in semua:
        kabar.kirim(
            h.orang.orang_uid, HANGUS, {"n": h.hangus, "tanggal": f"{tanggal:%d-%m-%Y}"},
            uuid_dari("cuti.hangus", tanggal.year, batas, h.orang.orang_uid), tautan=reverse("cuti:saya"),
        )  # fmt: skip
    for uid, n in _menurut_pimpinan(semua).items():
        kabar.kirim(
            uid, HANGUS_TIM, {"n": n, "tanggal": f"{tanggal:%d-%m-%Y}"},
            uuid_dari("cuti.hangus_tim", tanggal.year, batas, uid), tautan=reverse("cuti:hangus"),
        )  # fmt: skip
    return len(semua)


def _menurut_pimpinan(semua: list[Hangus]) -> Counter[UUID]:
    """Banyaknya orang tiap pimpinan terdekat (UUID orang); satu pencarian tiap unit, bukan tiap orang."""
    unit = Counter(h.orang.unit_id for h in semua if h.orang.unit_id and not h.orang.kepala)
    hasil: Counter[UUID] = Counter()
    for unit_id, n in unit.items():
        for p in pimpinan(unit_id):
            hasil[p.orang_uid] += n
    for h in semua:
        if h.orang.unit_id and h.orang.kepala:
            for p in pimpinan(h.orang.unit_id, _orang_id(h.orang.pegawai_id)):
                hasil[p.orang_uid] += 1
    return hasil


def _orang_id(pegawai: int) -> int:
    return Pegawai.objects.values_list("orang_id", flat=True).get(id=pegawai)


def ingatkan_kembali() -> int:
    """Pegawai dan pimpinan terdekatnya, sekali tiap cuti tiap ambang; banyaknya cuti kembali."""
    jauh = max(int(n) for n in ketentuan.buku(hari_ini()).nilai("cuti_kembali_ingat_hari"))
    semua = berakhir(sistem("cuti"), jauh)
    for b in semua:
        batas = _ambang("cuti_kembali_ingat_hari", max((b.kembali - hari_ini()).days, 0))
        isi = {"nama": b.orang.nama_gelar, "tanggal": f"{b.kembali:%d-%m-%Y}"}
        kabar.kirim(
            b.orang.orang_uid, KEMBALI, isi, uuid_dari("cuti.kembali", b.fakta.uid, batas), tautan=reverse("cuti:saya")
        )  # fmt: skip
        for p in _pimpinan(b):
            kabar.kirim(
                p, KEMBALI_TIM, isi, uuid_dari("cuti.kembali_tim", b.fakta.uid, batas, p), tautan=reverse("cuti:berakhir")
            )  # fmt: skip
    return len(semua)


def _pimpinan(b: Berakhir) -> list[UUID]:
    if b.orang.unit_id is None:
        return []
    return [p.orang_uid for p in pimpinan(b.orang.unit_id, _orang_id(b.orang.pegawai_id))]
