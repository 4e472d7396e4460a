"""Indikator register: jumlah ASN menurut jenis, dan mutu data. Dihitung dari `pegawai_kini` dalam satu kueri."""

from datetime import date

from django.db.models import Count, Sum

from kasuari.aparatur.pegawai.models import JenisAsn, PegawaiKini
from kasuari.dasar.indikator import service as indikator
from kasuari.dasar.indikator.service import Baris
from kasuari.dasar.inti.pelaku import Pelaku

ASN, MUTU = "asn_jumlah", "mutu_data"


def definisikan() -> None:
    indikator.definisikan(
        kode=ASN, nama="Jumlah ASN aktif", nama_en="Active civil servants", satuan="orang", arah=0, desimal=0, umum=True,
        rumus="Banyaknya ASN aktif menurut jenis pada akhir bulan.", sumber="/kerja/pegawai/", dasar="UU 20/2023",
    )  # fmt: skip
    indikator.definisikan(
        kode=MUTU, nama="Mutu data kepegawaian", nama_en="Quality of personnel data", satuan="persen", arah=1, desimal=1,
        ambang_n=5, umum=True, rumus="Rata-rata bobot data yang lengkap tiap ASN aktif (0-100).", sumber="/kerja/pegawai/mutu/",
    )  # fmt: skip


def terbitkan(pelaku: Pelaku, periode: date, *, final: bool) -> None:
    """Menerbitkan nilai bulan `periode` (tanggal 1) bagi semua unit dan induknya."""
    definisikan()
    aktif = PegawaiKini.objects.filter(aktif=True, unit__isnull=False)
    jumlah = [
        Baris(b["unit_id"], b["n"], 1, b["n"], b["jenis"])
        for b in aktif.values("unit_id", "jenis").annotate(n=Count("pegawai_id")).order_by()
    ]
    total = [
        Baris(b["unit_id"], b["n"], 1, b["n"])
        for b in aktif.values("unit_id").annotate(n=Count("pegawai_id")).order_by()
    ]
    kenal = set(JenisAsn.values)
    satu = [
        b._replace(penyebut=1)
        for b in indikator.jumlahkan([*total, *(j for j in jumlah if j.irisan in kenal)])
    ]
    indikator.terbitkan(pelaku, ASN, periode, satu, final=final)
    mutu = aktif.values("unit_id").annotate(n=Count("pegawai_id"), m=Sum("mutu")).order_by()
    indikator.terbitkan(
        pelaku,
        MUTU,
        periode,
        indikator.jumlahkan([Baris(b["unit_id"], b["m"], b["n"], b["n"]) for b in mutu]),
        final=final,
    )
