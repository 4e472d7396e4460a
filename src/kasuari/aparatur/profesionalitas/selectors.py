"""Pintu baca indeks: kota, perangkat daerah, unit, orang. Nama hanya di dalam rantai atasan."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import Case, Count, F, IntegerField, QuerySet, Sum, Value, When

from kasuari.aparatur.profesionalitas.hitung import jelaskan, kolom
from kasuari.aparatur.profesionalitas.models import NilaiIp, NilaiResmi
from kasuari.aparatur.profesionalitas.service import SUBJEK
from kasuari.aturan import ip_asn
from kasuari.aturan.buku import Buku
from kasuari.aturan.bulat import bagi_setengah_ke_atas
from kasuari.aturan.rumus import Langkah, hitung
from kasuari.dasar.akun.izin import boleh, pastikan, saring
from kasuari.dasar.inti.galat import TidakAda
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.ketentuan import larian as larian_
from kasuari.dasar.ketentuan.models import Larian
from kasuari.dasar.organisasi import selectors as organisasi
from kasuari.dasar.organisasi.models import UnitKini, UnitLeluhur

DIMENSI = ip_asn.DIMENSI
KATEGORI = {v: k for k, v in ip_asn.KATEGORI.items()}
LEBAR_SEBARAN = 500  # lima poin pada skala 100
SEBARAN_MULAI = 6000  # batas kategori terendah; di bawahnya satu petak


@dataclass(frozen=True)
class Ringkas:
    """Rata-rata satu unit dengan semua di bawahnya. Angka Decimal dua desimal; None bila n 0."""

    unit_id: int | None
    nama: str
    n: int
    indeks: Decimal | None
    kategori: str
    dimensi: dict[str, Decimal | None]
    naik: Decimal | None  # rata-rata poin yang dapat bertambah


def desimal(skala100: int | None) -> Decimal | None:
    return None if skala100 is None else Decimal(skala100).scaleb(-2)


def kategori(indeks: int, buku: Buku) -> str:
    """Kategori indeks organisasi (skala 100) menurut buku larian."""
    kode = hitung(ip_asn.SUSUNAN_KATEGORI, {"indeks": [desimal(indeks)]}, buku, ["kategori"])["kategori"]
    return KATEGORI[int(kode[0])]


def larian(tahun: int | None = None) -> Larian | None:
    """Larian terbaru (tahun tertentu, atau tahun terakhir yang sudah dihitung)."""
    return larian_.terbaru(SUBJEK, str(tahun) if tahun else None)


def tahun_ada() -> list[int]:
    return [int(x.periode) for x in larian_.semua(SUBJEK)]


def _ringkas(unit_id: int | None, nama: str, b: dict[str, Any], buku: Buku) -> Ringkas:
    n = b["n"]
    rata = {k: bagi_setengah_ke_atas(b[k], n) if n else None for k in (*DIMENSI, "indeks", "naik")}
    kat = "" if rata["indeks"] is None else kategori(rata["indeks"], buku)
    return Ringkas(
        unit_id,
        nama,
        n,
        desimal(rata["indeks"]),
        kat,
        {d: desimal(rata[d]) for d in DIMENSI},
        desimal(rata["naik"]),
    )


_JUMLAH = {k: Sum(k) for k in (*DIMENSI, "indeks", "naik")} | {"n": Count("id")}


def ringkas(pelaku: Pelaku, larian_ip: Larian, unit_id: int) -> Ringkas:
    """Indeks satu unit dan semua di bawahnya; TidakAda bila unit di luar jangkauan."""
    unit = UnitKini.objects.filter(unit_id=unit_id).first()
    if unit is None or not boleh(pelaku, "ip.ringkas", unit).ya:
        raise TidakAda("Unit ini tidak ada.")
    bawah = organisasi.keturunan(unit_id).values("unit_id")
    b = NilaiIp.objects.filter(larian=larian_ip, unit_id__in=bawah).aggregate(**_JUMLAH)
    return _ringkas(unit_id, unit.nama, b, Buku.dari_json(larian_ip.buku))


def per_anak(pelaku: Pelaku, larian_ip: Larian, unit_id: int) -> list[Ringkas]:
    """Indeks tiap unit langsung di bawah unit ini, indeks terendah dahulu; satu kueri berapa pun anaknya."""
    induk = UnitKini.objects.filter(unit_id=unit_id).first()
    if induk is None or not boleh(pelaku, "ip.ringkas", induk).ya:
        raise TidakAda("Unit ini tidak ada.")
    anak = {u.unit_id: u.nama for u in organisasi.anak(unit_id)}
    letak = dict(UnitLeluhur.objects.filter(leluhur_id__in=anak).values_list("unit_id", "leluhur_id"))
    total: dict[int, dict[str, int]] = {}
    for b in (
        NilaiIp.objects.filter(larian=larian_ip, unit_id__in=letak).values("unit_id").annotate(**_JUMLAH)
    ):
        t = total.setdefault(letak[b["unit_id"]], dict.fromkeys(_JUMLAH, 0))
        for k in _JUMLAH:
            t[k] += b[k]
    buku = Buku.dari_json(larian_ip.buku)
    hasil = [_ringkas(u, nama, total[u], buku) for u, nama in anak.items() if u in total]
    return sorted(hasil, key=lambda r: (r.indeks or 0, r.nama))


def sebaran(larian_ip: Larian, unit_id: int) -> list[tuple[int | None, int]]:
    """(batas bawah poin, banyak orang) selebar lima poin, untuk histogram; None = semua di bawah SEBARAN_MULAI."""
    bawah = organisasi.keturunan(unit_id).values("unit_id")
    batas = range(SEBARAN_MULAI, 10000, LEBAR_SEBARAN)
    petak = Case(
        *(When(indeks__gte=b, then=Value(b)) for b in reversed(batas)),
        default=Value(0),
        output_field=IntegerField(),
    )
    qs = (
        NilaiIp.objects.filter(larian=larian_ip, unit_id__in=bawah)
        .annotate(p=petak)
        .values("p")
        .annotate(n=Count("id"))
    )
    ada = {b["p"]: b["n"] for b in qs}
    return [(None, ada.get(0, 0)), *((b // 100, ada.get(b, 0)) for b in batas)]


def sebaran_kategori(larian_ip: Larian, unit_id: int) -> list[tuple[str, int]]:
    bawah = organisasi.keturunan(unit_id).values("unit_id")
    qs = (
        NilaiIp.objects.filter(larian=larian_ip, unit_id__in=bawah).values("kategori").annotate(n=Count("id"))
    )
    ada = {b["kategori"]: b["n"] for b in qs}
    return [(KATEGORI[k], ada.get(k, 0)) for k in sorted(KATEGORI, reverse=True)]


def penaik(larian_ip: Larian, unit_id: int) -> list[tuple[str, int, Decimal]]:
    """Apa yang paling menaikkan: (perbuatan, banyak orang yang perlu, tambahan rata-rata unit bila semuanya dikerjakan)."""
    bawah = organisasi.keturunan(unit_id).values("unit_id")
    qs = NilaiIp.objects.filter(larian=larian_ip, unit_id__in=bawah)
    n = qs.count()
    hasil = (
        qs.exclude(naik_apa="").values("naik_apa").annotate(n=Count("id"), poin=Sum("naik")).order_by("-poin")
    )
    return (
        [(b["naik_apa"], b["n"], Decimal(bagi_setengah_ke_atas(b["poin"], n)).scaleb(-2)) for b in hasil]
        if n
        else []
    )


def tren(pelaku: Pelaku, unit_id: int) -> list[tuple[int, Ringkas]]:
    return [
        (int(x.periode), ringkas(pelaku, Larian.objects.get(id=x.id), unit_id)) for x in larian_.semua(SUBJEK)
    ]


def daftar(pelaku: Pelaku, larian_ip: Larian, unit_id: int | None = None) -> "QuerySet[NilaiIp]":
    """Nilai orang yang boleh dilihat, yang paling dapat naik dahulu."""
    qs = saring(pelaku, "ip.nilai", NilaiIp.objects.filter(larian=larian_ip))
    if unit_id is not None:
        qs = qs.filter(unit_id__in=organisasi.keturunan(unit_id).values("unit_id"))
    return qs.select_related("pegawai__kini").order_by(F("naik").desc(), "indeks", "id")


def diukur(larian_ip: Larian, pegawai_uid: UUID) -> bool:
    return NilaiIp.objects.filter(larian=larian_ip, pegawai__uid=pegawai_uid).exists()


def tahun_orang(pegawai_id: int) -> list[int]:
    """Tahun-tahun yang larian terbarunya memuat orang ini."""
    ada = set(NilaiIp.objects.filter(pegawai_id=pegawai_id).values_list("larian_id", flat=True))
    return [int(x.periode) for x in larian_.semua(SUBJEK) if x.id in ada]


def nilai(pelaku: Pelaku, larian_ip: Larian, pegawai_uid: UUID) -> NilaiIp:
    """Nilai satu orang; TidakAda bila tidak diukur atau di luar jangkauan."""
    v = (
        NilaiIp.objects.select_related("pegawai__orang", "pegawai__kini", "larian")
        .filter(larian=larian_ip, pegawai__uid=pegawai_uid)
        .first()
    )
    if v is None or not boleh(pelaku, "ip.nilai", v).ya:
        raise TidakAda("Nilai ini tidak ada.")
    return v


@dataclass(frozen=True)
class Kenapa:
    """Penjelasan satu angka: langkah dengan pasal, fakta asal tiap dimensi, dan apa yang menaikkannya."""

    langkah: Sequence[Langkah]
    asal: dict[str, Any]
    peluang: list[tuple[str, Decimal]]
    resmi: NilaiResmi | None


def kenapa(pelaku: Pelaku, v: NilaiIp) -> Kenapa:
    """Menghitung ulang satu orang dari masukan beku larian; langkahnya sampai pasal dan catatan asal."""
    pastikan(pelaku, "ip.nilai", v)
    baris = next(
        b for b in larian_.baca_masukan(v.larian.masukan_sidik) if b["pegawai"] == str(v.pegawai.uid)
    )
    buku = Buku.dari_json(v.larian.buku)
    peluang = ip_asn.peluang_naik(kolom([baris], v.larian.jenis), buku, v.larian.jenis)
    naik = [(k, Decimal(int(p[0])).scaleb(-2)) for k, p in peluang.items() if k != "semua" and int(p[0]) > 0]
    resmi = NilaiResmi.objects.filter(pegawai=v.pegawai, tahun=int(v.larian.periode)).first()
    return Kenapa(
        jelaskan(baris, buku, v.larian.jenis), baris["asal"], sorted(naik, key=lambda x: -x[1]), resmi
    )
