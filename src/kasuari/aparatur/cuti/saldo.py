"""Saldo cuti tahunan seseorang dari fakta: yang dijalani, yang diajukan, dan catatan tahun-tahun dari kertas.

Tahun lalu hanya ikut bila dikenal: ada catatannya dari kertas, atau cutinya sudah dicatat di sini sejak sebelum tahun
itu mulai. Data yang tidak ada tidak pernah menjadi hak dua puluh empat hari.
"""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import QuerySet, Sum
from django.db.models.functions import ExtractYear

from kasuari.aparatur.cuti.models import CatatanCuti, Jenis, PermohonanCuti
from kasuari.aparatur.pegawai.models import Pegawai, RiwayatCuti
from kasuari.aturan.cuti import BarisSaldo, TahunCuti, saldo_cuti
from kasuari.aturan.galat import MasukanTidakSah
from kasuari.aturan.masa_kerja import selisih_bulan
from kasuari.dasar.inti.galat import MasukanSalah
from kasuari.dasar.inti.waktu import hari, hari_ini, sekarang
from kasuari.dasar.ketentuan import selectors as ketentuan

BELUM = ("draf",)  # keadaan yang belum memesan hari


def status(jenis_asn: str) -> str:
    """'PNS' atau 'PPPK' dari jenis kepegawaian; CPNS memakai aturan PNS."""
    return "PPPK" if jenis_asn.startswith("pppk") else "PNS"


def masa_kerja(p: Pegawai, pada: date) -> int:
    """Bulan penuh sejak TMT CPNS atau kontrak pertama; 0 bila belum tercatat."""
    return max(0, selisih_bulan(p.tmt_cpns, pada)) if p.tmt_cpns and p.tmt_cpns <= pada else 0


def saldo(
    p: Pegawai, tahun: int, *, pada: date | None = None, kecuali: PermohonanCuti | None = None
) -> list[BarisSaldo]:
    """Saldo tahun itu dan tahun sebelumnya yang tercatat, urut. `kecuali`: permohonan yang tidak ikut dipesan.

    Tahun yang catatannya melebihi jatah tetap terbaca, dengan `lebih`; tahun sesudahnya tidak ikut tertahan.
    """
    catatan = {c.mulai.year: c for c in CatatanCuti.objects.filter(subjek=p, ditutup=None, nihil=False)}
    mulai = tahun
    dipakai = mulai_dipakai()
    while (mulai - 1 in catatan or mulai - 1 > dipakai.year) and mulai > tahun - 2:
        mulai -= 1
    terpakai = _terpakai(p)
    dipesan = _dipesan(p, kecuali)
    besar = {
        *RiwayatCuti.objects.filter(subjek=p, ditutup=None, jenis=Jenis.BESAR).values_list("mulai__year", flat=True),
        *(m.year for m in diajukan(p, Jenis.BESAR, kecuali).values_list("mulai", flat=True)),
    }  # fmt: skip
    isi = []
    for t in range(mulai, tahun + 1):
        c = catatan.get(t)
        akhir = min(date(t, 12, 31), pada or hari_ini()) if t == tahun else date(t, 12, 31)
        buku = ketentuan.buku(akhir)
        berhak = masa_kerja(p, akhir) >= int(buku.tabel("cuti_tahunan_masa_kerja")[status(p.kini.jenis)])
        isi.append(
            TahunCuti(
                t, terpakai[t] + (c.terpakai if c else 0), dipesan[t], bool(c and c.ditangguhkan),
                t in besar or bool(c and c.cuti_besar), berhak,
            )
        )  # fmt: skip
    try:
        return saldo_cuti(isi, lambda t: ketentuan.buku(date(t, 12, 31)), status(p.kini.jenis), longgar=True)
    except MasukanTidakSah as galat:
        raise MasukanSalah(f"Catatan cuti tahunan tidak cocok: {galat.cacat[0].pesan}.", "mulai") from None


def mulai_dipakai() -> date:
    """Hari catatan cuti pertama di kota ini, dari kertas maupun permohonan; hari ini bila belum ada."""
    pertama = (
        CatatanCuti.objects.order_by("id").values_list("dicatat", flat=True).first(),
        PermohonanCuti.objects.order_by("id").values_list("dibuat", flat=True).first(),
    )
    return hari(min((w for w in pertama if w), default=sekarang()))


def _terpakai(p: Pegawai) -> Mapping[int, int]:
    baris = (
        RiwayatCuti.objects.filter(subjek=p, ditutup=None, jenis=Jenis.TAHUNAN)
        .annotate(tahun=ExtractYear("mulai"))
        .values("tahun")
        .annotate(n=Sum("hari"))
    )
    return Counter({b["tahun"]: b["n"] for b in baris})


def diajukan(p: Pegawai, jenis: Any, kecuali: PermohonanCuti | None = None) -> QuerySet[PermohonanCuti]:
    """Permohonan jenis itu yang sudah dikirim dan belum diputus."""
    qs = PermohonanCuti.objects.filter(pegawai=p, jenis=jenis, kasus__selesai=None)
    qs = qs.exclude(kasus__keadaan__in=BELUM)
    return qs if kecuali is None else qs.exclude(id=kecuali.id)


def _dipesan(p: Pegawai, kecuali: PermohonanCuti | None) -> Mapping[int, int]:
    hasil: Counter[int] = Counter()
    for mulai, lama in diajukan(p, Jenis.TAHUNAN, kecuali).values_list("mulai", "hari"):
        hasil[mulai.year] += lama
    return hasil
