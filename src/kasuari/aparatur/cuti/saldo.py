"""Saldo cuti tahunan seseorang dari fakta: yang dijalani, yang diajukan, dan catatan tahun-tahun dari kertas.

Tahun lalu hanya ikut bila dikenal: ada catatannya dari kertas, atau cutinya sudah dicatat di sini sejak sebelum tahun
itu mulai. Data yang tidak ada tidak pernah menjadi hak dua puluh empat hari.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from django.db.models import QuerySet, Sum
from django.db.models.functions import ExtractYear

from kasuari.aparatur.cuti.models import BertugasBersama, CatatanCuti, Jenis, PermohonanCuti
from kasuari.aparatur.pegawai.models import Pegawai, RiwayatCuti
from kasuari.aturan.buku import Buku
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


def masa_kerja(p: "Pegawai | Orang", pada: date) -> int:
    """Bulan penuh sejak TMT CPNS atau kontrak pertama; 0 bila belum tercatat."""
    return max(0, selisih_bulan(p.tmt_cpns, pada)) if p.tmt_cpns and p.tmt_cpns <= pada else 0


def saldo(
    p: Pegawai, tahun: int, *, pada: date | None = None, kecuali: PermohonanCuti | None = None
) -> list[BarisSaldo]:
    """Saldo tahun itu dan tahun sebelumnya yang tercatat, urut. `kecuali`: permohonan yang tidak ikut dipesan.

    Tahun yang catatannya melebihi jatah tetap terbaca, dengan `lebih`; tahun sesudahnya tidak ikut tertahan.
    """
    return saldo_banyak([Orang(p.id, p.kini.jenis, p.tmt_cpns)], tahun, pada=pada, kecuali=kecuali)[p.id]


class Orang(NamedTuple):
    """Yang menentukan hak cuti seseorang: id pegawai, jenis kepegawaian, dan TMT CPNS atau kontrak pertamanya."""

    id: int
    jenis: str
    tmt_cpns: date | None


def saldo_banyak(
    orang: Sequence[Orang], tahun: int, *, pada: date | None = None, kecuali: PermohonanCuti | None = None,
    sesudah: int = 0,
) -> dict[int, list[BarisSaldo]]:  # fmt: skip
    """Saldo tiap orang (id pegawai), seperti `saldo`; kuerinya tetap berapa pun orangnya.

    `sesudah`: tahun mendatang yang ikut, andai tidak ada lagi yang diambil. Orang yang sejarahnya sama dihitung sekali.
    """
    hari_tahun = {t: _akhir(t, tahun, pada) for t in range(tahun - 2, tahun + sesudah + 1)}
    rak = {t: ketentuan.buku(h) for t, h in hari_tahun.items()}
    tutup = {t: ketentuan.buku(date(t, 12, 31)) for t in rak}
    sejarah = _sejarah([o.id for o in orang], kecuali)
    dipakai = mulai_dipakai()
    sama: dict[tuple[Any, ...], list[BarisSaldo]] = {}
    hasil: dict[int, list[BarisSaldo]] = {}
    for o in orang:
        isi = _tahun_demi_tahun(o, sejarah, tahun, tahun + sesudah, hari_tahun, rak, dipakai)
        kunci = (status(o.jenis), *isi)
        if kunci not in sama:
            sama[kunci] = _hitung(isi, tutup, status(o.jenis))
        hasil[o.id] = sama[kunci]
    return hasil


def _akhir(t: int, tahun: int, pada: date | None) -> date:
    """Hari hak tahun itu ditimbang: hari ini bagi tahun yang ditanyakan, akhir tahun bagi yang lain."""
    return min(date(t, 12, 31), pada or hari_ini()) if t == tahun else date(t, 12, 31)


class _Sejarah(NamedTuple):
    """Fakta cuti tahunan menurut (pegawai, tahun)."""

    catatan: Mapping[tuple[int, int], CatatanCuti]
    terpakai: Mapping[tuple[int, int], int]
    dipesan: Mapping[tuple[int, int], int]
    besar: frozenset[tuple[int, int]]
    bersama: Mapping[tuple[int, int], int]


def _sejarah(ids: Sequence[int], kecuali: PermohonanCuti | None) -> _Sejarah:
    dijalani = RiwayatCuti.objects.filter(subjek__in=ids, ditutup=None)
    pakai = dijalani.filter(jenis=Jenis.TAHUNAN).annotate(tahun=ExtractYear("mulai"))
    pesan: Counter[tuple[int, int]] = Counter()
    besar = {(s, m.year) for s, m in dijalani.filter(jenis=Jenis.BESAR).values_list("subjek_id", "mulai")}
    menunggu = _menunggu(PermohonanCuti.objects.filter(pegawai__in=ids), kecuali)
    for p, jenis, mulai, lama in menunggu.values_list("pegawai_id", "jenis", "mulai", "hari"):
        if jenis == Jenis.TAHUNAN:
            pesan[p, mulai.year] += lama
        elif jenis == Jenis.BESAR:
            besar.add((p, mulai.year))
    catatan = CatatanCuti.objects.filter(subjek__in=ids, ditutup=None, nihil=False)
    bersama = BertugasBersama.objects.filter(subjek__in=ids, ditutup=None)
    return _Sejarah(
        {(c.subjek_id, c.mulai.year): c for c in catatan},
        Counter({(b["subjek_id"], b["tahun"]): b["n"] for b in pakai.values("subjek_id", "tahun").annotate(n=Sum("hari"))}),
        pesan,
        frozenset(besar),
        Counter((s, m.year) for s, m in bersama.values_list("subjek_id", "mulai")),
    )  # fmt: skip


def _tahun_demi_tahun(
    o: Orang, s: _Sejarah, tahun: int, sampai: int, hari_tahun: Mapping[int, date], rak: Mapping[int, Buku],
    dipakai: date,
) -> tuple[TahunCuti, ...]:  # fmt: skip
    mulai = tahun
    while ((o.id, mulai - 1) in s.catatan or mulai - 1 > dipakai.year) and mulai > tahun - 2:
        mulai -= 1
    isi = []
    for t in range(mulai, sampai + 1):
        c = s.catatan.get((o.id, t))
        perlu = int(rak[t].tabel("cuti_tahunan_masa_kerja")[status(o.jenis)])
        isi.append(
            TahunCuti(
                t, s.terpakai.get((o.id, t), 0) + (c.terpakai if c else 0), s.dipesan.get((o.id, t), 0),
                bool(c and c.ditangguhkan), (o.id, t) in s.besar or bool(c and c.cuti_besar),
                masa_kerja(o, hari_tahun[t]) >= perlu, s.bersama.get((o.id, t), 0),
            )
        )  # fmt: skip
    return tuple(isi)


def _hitung(isi: Sequence[TahunCuti], buku: Mapping[int, Buku], status: str) -> list[BarisSaldo]:
    try:
        return saldo_cuti(isi, buku.__getitem__, status, longgar=True)
    except MasukanTidakSah as galat:
        raise MasukanSalah(f"Catatan cuti tahunan tidak cocok: {galat.cacat[0].pesan}.", "mulai") from None


def mulai_dipakai() -> date:
    """Hari catatan cuti pertama di kota ini, dari kertas maupun permohonan; hari ini bila belum ada."""
    pertama = (
        CatatanCuti.objects.order_by("id").values_list("dicatat", flat=True).first(),
        PermohonanCuti.objects.order_by("id").values_list("dibuat", flat=True).first(),
    )
    return hari(min((w for w in pertama if w), default=sekarang()))


def diajukan(p: Pegawai, jenis: Any) -> QuerySet[PermohonanCuti]:
    """Permohonan jenis itu yang sudah dikirim dan belum diputus."""
    return _menunggu(PermohonanCuti.objects.filter(pegawai=p, jenis=jenis), None)


def _menunggu(qs: QuerySet[PermohonanCuti], kecuali: PermohonanCuti | None) -> QuerySet[PermohonanCuti]:
    qs = qs.filter(kasus__selesai=None).exclude(kasus__keadaan__in=BELUM)
    return qs if kecuali is None else qs.exclude(id=kecuali.id)
