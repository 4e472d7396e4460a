"""Indikator IP ASN dan keempat dimensinya, diterbitkan dari larian. Pembilang pada skala 100, penyebut = orang x 100."""

from datetime import date
from uuid import UUID

from django.db.models import Count, Sum

from kasuari.aparatur.profesionalitas.models import NilaiIp
from kasuari.aturan.ip_asn import DIMENSI, SKALA
from kasuari.dasar.indikator import service as indikator
from kasuari.dasar.indikator.service import Baris
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.ketentuan.models import Larian

KODE = {"indeks": "ip_asn", **{d: f"ip_asn_{d}" for d in DIMENSI}}
NAMA = {
    "indeks": ("Indeks Profesionalitas ASN (perkiraan)", "Civil servants' professionalism index (estimate)"),
    "kualifikasi": ("Dimensi kualifikasi", "Qualification dimension"),
    "kompetensi": ("Dimensi kompetensi", "Competence dimension"),
    "kinerja": ("Dimensi kinerja", "Performance dimension"),
    "disiplin": ("Dimensi disiplin", "Discipline dimension"),
}
AMBANG = 5


def definisikan() -> None:
    for kolom, kode in KODE.items():
        indikator.definisikan(
            kode=kode, nama=NAMA[kolom][0], nama_en=NAMA[kolom][1], satuan="poin", arah=1, desimal=2, ambang_n=AMBANG, umum=True,
            rumus="Jumlah nilai orang dibagi banyaknya orang yang diukur.", sumber="/kerja/profesionalitas/",
            dasar="PermenPANRB 38/2018; Peraturan BKN 8/2019; Surat BKN 4190/2024",
        )  # fmt: skip


def terbitkan(pelaku: Pelaku, larian_id: UUID, periode: date, *, final: bool) -> None:
    definisikan()
    larian = Larian.objects.get(id=larian_id)
    qs = NilaiIp.objects.filter(larian=larian, unit__isnull=False).values("unit_id")
    per_unit = list(qs.annotate(n=Count("id"), **{f"j_{k}": Sum(k) for k in KODE}).order_by())
    for kolom, kode in KODE.items():
        daun = [Baris(b["unit_id"], b[f"j_{kolom}"], b["n"] * SKALA, b["n"]) for b in per_unit]
        indikator.terbitkan(pelaku, kode, periode, indikator.jumlahkan(daun), final=final, larian=larian.id)
