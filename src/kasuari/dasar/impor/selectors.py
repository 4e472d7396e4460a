"""Pintu baca impor, selalu tersaring menurut izin subjeknya."""

from collections import Counter
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Case, Q, QuerySet, When

from kasuari.dasar.akun.izin import boleh, saring
from kasuari.dasar.inti.galat import TidakAda
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.pengenal import uuid_dari
from kasuari.dasar.jejak.models import Kerja
from kasuari.dasar.jejak.service import catat

from . import peristiwa, simpanan
from .models import ImporBaris, ImporBerkas, Nilai
from .penerap import penerap, subjek_boleh
from .subjek import ambil


def daftar(pelaku: Pelaku) -> "QuerySet[ImporBerkas]":
    """Semua berkas yang terjangkau, terbaru dahulu."""
    semua = ImporBerkas.objects.select_related("membatalkan")
    syarat = Q(pk__in=[])
    for kode in subjek_boleh(pelaku):
        terjangkau = saring(pelaku, ambil(kode).izin, ImporBerkas.objects.filter(subjek=kode))
        syarat |= Q(subjek=kode, pk__in=terjangkau.values("pk"))
    return semua.filter(syarat).order_by("-dibuat", "-id")


def berkas(pelaku: Pelaku, uid: UUID) -> ImporBerkas:
    """Satu berkas, atau TidakAda bila di luar jangkauan (keduanya tidak dibedakan)."""
    b = ImporBerkas.objects.select_related("membatalkan", "pembatal").filter(id=uid).first()
    if b is None or not boleh(pelaku, ambil(b.subjek).izin, b).ya:
        raise TidakAda("Berkas impor ini tidak ada.")
    return b


def kunci_kerja(b: ImporBerkas) -> UUID:
    return uuid_dari("impor.uji", b.id, b.putaran)


def kemajuan(b: ImporBerkas) -> Kerja | None:
    """Pekerjaan pemeriksaan yang sedang berjalan."""
    return Kerja.objects.filter(kunci=kunci_kerja(b)).first()


def cacat(b: ImporBerkas, hasil: str = "", kode: str = "") -> "QuerySet[ImporBaris]":
    """Baris yang punya temuan, yang ditolak dahulu; boleh disaring menurut keadaan atau kode."""
    qs = ImporBaris.objects.filter(berkas=b).exclude(kode="")
    if hasil:
        qs = qs.filter(hasil=hasil)
    mendesak = Case(When(hasil=Nilai.DITOLAK, then=0), When(hasil=Nilai.TANYA, then=1), default=2)
    return (qs.filter(kode__contains=f",{kode},") if kode else qs).order_by(mendesak, "baris")


def hitung_kode(b: ImporBerkas) -> list[tuple[str, int]]:
    """(kode, banyak baris) terbanyak dahulu."""
    hitung: Counter[str] = Counter()
    for kode in ImporBaris.objects.filter(berkas=b).exclude(kode="").values_list("kode", flat=True):
        hitung.update(kode.strip(",").split(","))
    return sorted(hitung.items(), key=lambda k: (-k[1], k[0]))


def contoh(b: ImporBerkas, banyak: int = 3) -> list[ImporBaris]:
    """Beberapa baris pertama, untuk halaman kolom."""
    return list(ImporBaris.objects.filter(berkas=b).order_by("baris")[:banyak])


def catat_lihat(pelaku: Pelaku, b: ImporBerkas, baris: Sequence[ImporBaris], jenis: str = "") -> None:
    """Membaca isi berkas adalah peristiwa; orang yang sudah ada di register disebut."""
    isi: list[dict[str, Any]] = [x for r in baris if (x := simpanan.buka(r.bersih))]
    with transaction.atomic():
        catat(
            jenis or peristiwa.DILIHAT, pelaku, ("impor", b.id), sesudah={"baris": len(baris)},
            subjek=penerap(b.subjek).orang(isi),
        )  # fmt: skip
