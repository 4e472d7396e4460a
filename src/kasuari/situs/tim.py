"""Tim saya: bawahan hari ini, siapa cuti, apa yang menunggu, KGB dan pensiun yang dekat, dan data yang kurang.

Gaji tidak ada di sini: atasan tidak berhak melihat upah bawahannya.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from kasuari.aparatur.cuti import selectors as cuti
from kasuari.aparatur.pegawai import label, mutu
from kasuari.aparatur.pegawai import selectors as pegawai
from kasuari.aparatur.pegawai.models import PegawaiKini
from kasuari.dasar.akun.izin import Baris, pandang, pastikan
from kasuari.dasar.alur import selectors as alur
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.ketentuan import selectors as ketentuan
from kasuari.dasar.rupa.bahan import Angka, Butir
from kasuari.dasar.rupa.bentuk import angka, tanggal
from kasuari.dasar.rupa.slot import Pintu, tawarkan
from kasuari.situs import tugas

IZIN = "pegawai.tim"
SEHALAMAN = 25
TERDEKAT = 8
KOLOM = (
    "pegawai_id", "pegawai__uid", "nama_gelar", "jabatan", "kedudukan", "kgb_berikut", "pensiun", "pensiun_ingatan", "kurang",
)  # fmt: skip


@dataclass(frozen=True)
class Tim:
    """Satu halaman tim. `hari`: jangka KGB dan pensiun (parameter `register_tim_hari`)."""

    angka: list[Angka]
    cuti: list[Butir]
    menunggu: list[Butir]
    kgb: list[Butir]
    pensiun: list[Butir]
    kurang: list[Butir]
    orang: list[Butir]
    halaman: Page[PegawaiKini]
    hari: int


def bawahan(pelaku: Pelaku) -> "QuerySet[PegawaiKini]":
    """Pegawai aktif di bawah jabatan pelaku hari ini, tanpa dirinya."""
    return pegawai.daftar(pelaku, izin=IZIN).filter(aktif=True).exclude(orang_uid=pelaku.orang)


def susun(pelaku: Pelaku, hal: str | None) -> Tim:
    """Banyak kuerinya tetap berapa pun bawahannya; semua nama di halaman itu satu peristiwa baca."""
    hari, jangka = hari_ini(), ketentuan.buku(hari_ini()).nilai("register_tim_hari")
    batas, orang = hari + timedelta(days=jangka), bawahan(pelaku)
    laman = Paginator(orang.order_by("nama", "pegawai_id"), SEHALAMAN).get_page(hal)
    dekat = {k: _terdekat(orang, k, batas) for k in ("kgb_berikut", "pensiun")}
    sedang = {s.pegawai: s for s in cuti.selang(orang, hari, hari) if not s.menunggu}
    ids = {k.pegawai_id for k in laman} | {i for daftar in dekat.values() for i in daftar} | set(sedang)
    nama = _nama(pelaku, orang, ids)
    menunggu = alur.menunggu(pelaku).exclude(orang__uid=pelaku.orang)
    jumlah = orang.aggregate(
        n=Count("pk"), kgb=Count("pk", filter=Q(kgb_berikut__lte=batas)), pensiun=Count("pk", filter=Q(pensiun__lte=batas)),
        kurang=Count("pk", filter=~Q(kurang=[])),
    )  # fmt: skip
    banyak_tunggu = menunggu.count()
    return Tim(
        _angka(jumlah, len(sedang), banyak_tunggu, jangka),
        [
            _cuti(nama[s.pegawai], s)
            for s in sorted(sedang.values(), key=lambda s: nama[s.pegawai].nama_gelar)
        ],
        [tugas.butir(t) for t in menunggu[: tugas.DI_BERANDA]],
        [_jatuh(nama[i], nama[i].kgb_berikut, hari) for i in dekat["kgb_berikut"]],
        [_jatuh(nama[i], nama[i].pensiun, hari, nama[i].pensiun_ingatan) for i in dekat["pensiun"]],
        _kurang(orang),
        [_orang(nama[k.pegawai_id], k.pegawai_id in sedang) for k in laman],
        laman,
        jangka,
    )


def _terdekat(orang: "QuerySet[PegawaiKini]", kolom: str, batas: date) -> list[int]:
    qs = orang.filter(**{f"{kolom}__lte": batas}).order_by(kolom, "nama", "pegawai_id")
    return list(qs.values_list("pegawai_id", flat=True)[:TERDEKAT])


def _nama(pelaku: Pelaku, orang: "QuerySet[PegawaiKini]", ids: set[int]) -> dict[int, Baris]:
    isi = orang.filter(pegawai_id__in=ids).select_related("pegawai")
    return {b.pegawai_id: b for b in pandang(pelaku, isi, KOLOM, izin=IZIN)}


def _angka(jumlah: dict[str, int], sedang: int, menunggu: int, jangka: int) -> list[Angka]:
    dekat = _("KGB dan pensiun dalam %(n)s hari") % {"n": angka(jangka)}
    n = jumlah["kgb"] + jumlah["pensiun"]
    return [
        Angka(_("Menunggu keputusan saya"), angka(menunggu), "", reverse("tugas"), "ingat" if menunggu else "sukses"),
        Angka(_("Cuti hari ini"), angka(sedang), _("dari %(n)s orang") % {"n": angka(jumlah["n"])}, reverse("cuti:tim")),
        Angka(dekat, angka(n), _("%(k)s KGB, %(p)s pensiun") % {"k": angka(jumlah["kgb"]), "p": angka(jumlah["pensiun"])}),
        Angka(_("Data belum lengkap"), angka(jumlah["kurang"]), _("orang"), nada="ingat" if jumlah["kurang"] else "sukses"),
    ]  # fmt: skip


def _lembar(b: Baris) -> str:
    return reverse("pegawai:lembar", args=[b.pegawai__uid])


def _cuti(b: Baris, s: cuti.Selang) -> Butir:
    """Jenisnya tidak disebut: cuti sakit dan cuti lain tampak sama di sini."""
    return Butir(b.nama_gelar, _lembar(b), _("cuti"), "info", _("sampai %(t)s") % {"t": tanggal(s.selesai)})


def _jatuh(b: Baris, hari: date, kini: date, ingatan: bool = False) -> Butir:
    tanda, nada = (_("sudah lewat"), "galat") if hari < kini else (tanggal(hari, "pendek"), "ingat")
    ket = [b.jabatan or "–", *([tanggal(hari)] if hari < kini else [])]
    if ingatan:
        ket.append(_("batas usianya dari ingatan, perlu diperiksa"))
    return Butir(b.nama_gelar, _lembar(b), tanda, nada, " · ".join(ket))


def _kurang(orang: "QuerySet[PegawaiKini]") -> list[Butir]:
    """Apa yang kurang di tim, berapa orang, siapa yang melengkapi; tiap baris membuka daftar orangnya."""
    hitung: Counter[str] = Counter()
    for kode, n in orang.order_by().values_list("kurang").annotate(n=Count("pk")):
        hitung.update(dict.fromkeys(kode, n))
    return [
        Butir(
            label.KEKURANGAN[k], f"{reverse('pegawai:daftar')}?{urlencode({'kurang': k})}",
            _("%(n)s orang") % {"n": angka(n)}, "ingat", label.SIAPA[mutu.DAFTAR[k].siapa],
        )
        for k, n in sorted(hitung.items(), key=lambda x: (-x[1], x[0]))
    ]  # fmt: skip


def _orang(b: Baris, sedang_cuti: bool) -> Butir:
    tanda, nada = "", ""
    if sedang_cuti:
        tanda, nada = _("cuti"), "info"
    elif b.kedudukan != "01":
        tanda, nada = str(label.KEDUDUKAN.get(b.kedudukan, b.kedudukan)), "ingat"
    elif b.kurang:
        tanda, nada = _("%(n)s data kurang") % {"n": angka(len(b.kurang))}, "ingat"
    return Butir(b.nama_gelar, _lembar(b), tanda, nada, b.jabatan or "–")


@require_safe
def tim(request: HttpRequest) -> HttpResponse:
    pelaku = request.pelaku  # type: ignore[attr-defined]
    pastikan(pelaku, IZIN)
    return render(request, "situs/kerja/tim.html", {"tim": susun(pelaku, request.GET.get("hal"))})


def _pintu(keterangan: Any = "") -> Callable[[Pelaku], Pintu]:
    return lambda pelaku: Pintu(reverse("tim"), gettext_lazy("Tim saya"), keterangan, "orang")


def pasang() -> None:
    """Slot: menu.kerja dan beranda.pintasan (Pintu), bagi atasan."""
    tawarkan("menu.kerja", 14, "tim", _pintu(), peran=("atasan",))
    tawarkan("beranda.pintasan", 14, "tim", _pintu(), peran=("atasan",))
