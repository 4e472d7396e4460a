"""Dari hasil selectors menjadi bahan komponen layar."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from kasuari.aparatur.pegawai import selectors as pegawai
from kasuari.aparatur.pegawai.models import Pegawai
from kasuari.aparatur.profesionalitas import kata
from kasuari.aparatur.profesionalitas.models import NilaiIp, NilaiResmi
from kasuari.aparatur.profesionalitas.selectors import KATEGORI, Kenapa, Ringkas, desimal
from kasuari.aturan.buku import Buku
from kasuari.dasar.akun.izin import Baris, boleh
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.ketentuan import langkah as langkah_hukum
from kasuari.dasar.ketentuan.models import Larian
from kasuari.dasar.organisasi import selectors as organisasi
from kasuari.dasar.organisasi.models import UnitKini
from kasuari.dasar.rupa.bahan import Angka, Langkah
from kasuari.dasar.rupa.bentuk import angka
from kasuari.dasar.rupa.grafik import Batang
from kasuari.dasar.rupa.peta import Peta, peta
from kasuari.dasar.rupa.templatetags.rupa import tanda


def unit_tertinggi(pelaku: Pelaku) -> UnitKini | None:
    """Unit paling atas yang ringkasannya boleh dilihat pelaku; None bila tidak ada."""
    semua = [u for u in organisasi.unit_hidup().filter(dalam=0) if boleh(pelaku, "ip.ringkas", u).ya]
    if semua:
        return semua[0]
    milik = {h.unit_id for h in pelaku.hibah if h.unit_id is not None}
    calon = [
        u for u in organisasi.unit_hidup().filter(unit_id__in=milik) if boleh(pelaku, "ip.ringkas", u).ya
    ]
    return min(calon, key=lambda u: u.dalam, default=None)


def pegawai_sendiri(pelaku: Pelaku) -> Pegawai | None:
    return pegawai.pegawai_orang(pelaku.orang) if pelaku.orang else None


def _kategori(nama: str) -> Any:
    teks, nada = kata.KATEGORI[nama]
    return tanda(teks, nada)


def angka_utama(r: Ringkas, larian: Larian) -> list[Angka]:
    if not r.n:
        return []
    teks, nada = kata.KATEGORI[r.kategori]
    maks = Buku.dari_json(larian.buku).tabel("ip_asn_maks")["kompetensi"]
    return [
        Angka(
            _("Indeks profesionalitas"),
            angka(r.indeks, 2),
            _("%(k)s · perkiraan kami") % {"k": teks},
            nada=nada,
        ),
        Angka(_("ASN yang diukur"), angka(r.n), _("PNS dan PPPK"), nada="info"),
        Angka(
            _("Masih dapat naik"),
            angka(r.naik, 2),
            _("poin rata-rata bila semua melengkapi pelatihan"),
            nada="proses",
        ),
        Angka(
            _("Kompetensi"),
            angka(r.dimensi["kompetensi"], 2),
            _("dari %(m)s poin") % {"m": maks},
            nada="ingat",
        ),
    ]


def batang_dimensi(r: Ringkas, larian: Larian) -> list[Batang]:
    maks = Buku.dari_json(larian.buku).tabel("ip_asn_maks")
    return [
        Batang(_("%(d)s (dari %(m)s)") % {"d": kata.DIMENSI[d], "m": maks[d]}, v or 0)
        for d, v in r.dimensi.items()
    ]


def batang_kategori(isi: Sequence[tuple[str, int]]) -> list[Batang]:
    return [Batang(kata.KATEGORI[k][0], n) for k, n in isi]


def titik_tren(isi: Sequence[tuple[int, Ringkas]]) -> list[tuple[str, Decimal | None]]:
    return [(str(tahun), r.indeks) for tahun, r in isi]


def baris_penaik(isi: Sequence[tuple[str, int, Decimal]]) -> list[tuple[Any, int, Decimal]]:
    return [(kata.PENAIK[k], n, p) for k, n, p in isi]


def batang_anak(anak: Sequence[Ringkas], alamat: dict[int, str]) -> list[Batang]:
    return [
        Batang(f"{a.nama} ({angka(a.n)})", a.indeks or 0, alamat=alamat.get(a.unit_id or 0, "")) for a in anak
    ]


def peta_distrik(anak: Sequence[Ringkas], alamat: dict[int, str]) -> Peta | None:
    """Peta ubin bila anak-anaknya memuat distrik."""
    kode = {
        u.unit_id: u.kode_wilayah for u in UnitKini.objects.filter(unit_id__in=list(alamat), jenis="distrik")
    }
    nilai = {kode[a.unit_id]: a.indeks for a in anak if a.unit_id in kode and a.indeks is not None}
    if not nilai:
        return None
    return peta(_("Indeks per distrik"), nilai, tempat=1, alamat={kode[u]: alamat[u] for u in kode})


def remah(pelaku: Pelaku, unit: UnitKini, tahun: int) -> list[tuple[str, str]]:
    """Jalur dari unit tertinggi yang boleh dilihat sampai unit ini."""
    jalur = [u for u in organisasi.jalur(unit.unit_id) if boleh(pelaku, "ip.ringkas", u).ya]
    uid = {
        u.unit_id: u.unit.uid for u in organisasi.unit_hidup().filter(unit_id__in=[u.unit_id for u in jalur])
    }
    return [
        (
            u.nama,
            reverse("profesionalitas:unit", args=[tahun, uid[u.unit_id]])
            if u.unit_id != unit.unit_id
            else "",
        )
        for u in jalur
    ]


def baris_orang(b: Baris, tahun: int) -> dict[str, Any]:
    alamat = reverse("profesionalitas:orang", args=[tahun, b["pegawai__uid"]])
    return {
        "nama": format_html(
            '<a href="{}">{}</a><br><span class="redup">{}</span>',
            alamat,
            b["pegawai__kini__nama_gelar"],
            b["pegawai__kini__jabatan"],
        ),
        "indeks": angka(desimal(b["indeks"]), 2),
        "naik": f"+{angka(desimal(b['naik']), 2)}" if b["naik"] else "–",
        "apa": kata.PENAIK.get(b["naik_apa"], "–"),
        "kategori": _kategori(KATEGORI[b["kategori"]]),
    }


def angka_orang(v: NilaiIp, resmi: NilaiResmi | None) -> list[Angka]:
    teks, nada = kata.KATEGORI[KATEGORI[v.kategori]]
    hasil = [Angka(_("Perkiraan kami"), angka(desimal(v.indeks), 2), teks, nada=nada)]
    if resmi:
        beda = desimal(resmi.indeks - v.indeks) or Decimal(0)
        ket = (
            _("sama dengan perkiraan kami")
            if not beda
            else _("beda %(b)s dari perkiraan kami") % {"b": angka(beda, 2)}
        )
        hasil.append(Angka(_("Nilai resmi BKN"), angka(desimal(resmi.indeks), 2), ket, nada="info"))
    else:
        hasil.append(Angka(_("Nilai resmi BKN"), "–", _("belum ditarik dari SIASN"), nada="info"))
    hasil.append(Angka(_("Masih dapat naik"), f"+{angka(desimal(v.naik), 2)}", _("poin"), nada="proses"))
    return hasil


def langkah(k: Kenapa) -> list[Langkah]:
    """Langkah penjelasan dengan tautan ke aturannya; yang dari ingatan ditandai 'perlu diperiksa'."""
    return langkah_hukum.sajikan(k.langkah)


def asal(pelaku: Pelaku, v: NilaiIp, k: Kenapa) -> list[tuple[Any, list[str]]]:
    """Catatan di balik tiap masukan: judul dan tanggalnya; disiplin hanya bila boleh."""
    p = v.pegawai
    cari = {"pendidikan": "pendidikan", "kinerja": "skp", "disiplin": "hukuman"}
    hasil = []
    for kunci, judul in kata.ASAL.items():
        uid = k.asal.get(kunci) or []
        fakta = pegawai.riwayat(pelaku, p, cari.get(kunci, "diklat")).filter(uid__in=uid) if uid else []
        teks = [_catatan(f) for f in fakta]
        if teks:
            hasil.append((judul, teks))
    return hasil


def _catatan(f: Any) -> str:
    nama = getattr(f, "nama", "") or getattr(f, "predikat", "") or getattr(f, "tingkat", "")
    tambah = f" · {f.jp} JP" if hasattr(f, "jp") else (f" · {f.tahun}" if hasattr(f, "tahun") else "")
    return f"{nama}{tambah} · {f.mulai:%d-%m-%Y}"
