"""Bahan tampilan satu kasus: di mana kini, siapa ditunggu, dan riwayatnya. Dipakai tiap ruang yang berproses."""

from typing import Any

from django.utils.translation import gettext as _

from kasuari.dasar.alur import selectors as alur
from kasuari.dasar.alur.models import Kasus, LangkahKasus
from kasuari.dasar.rupa.bahan import Jawaban, Langkah, Saat
from kasuari.dasar.rupa.bentuk import jam, tanggal

NADA = {
    "diterima": "info",
    "diperiksa": "proses",
    "perlu": "ingat",
    "dikerjakan": "proses",
    "selesai": "sukses",
    "tidak": "galat",
}


def keterangan(kasus: Kasus) -> dict[str, Any]:
    """Di mana kini, siapa ditunggu, sampai kapan, dan dasar tenggatnya."""
    k = alur.keterangan(kasus)
    baris = []
    if k.siapa:
        orang = _("belum ada pejabatnya") if k.kosong else ", ".join(k.nama)
        baris.append(Jawaban(_("Ditunggu"), f"{k.siapa}: {orang}" if orang else k.siapa))
    if k.tenggat:
        baris.append(Jawaban(_("Paling lambat"), tanggal(k.tenggat)))
    p = k.penjelasan or {}
    dasar, pasti = p.get("dasar", ""), p.get("keyakinan", "sumber") == "sumber"
    return {
        "judul": k.judul, "nada": NADA[k.umum], "baris": baris, "lewat": k.lewat,
        "kenapa": [Langkah(_("Paling lambat"), tanggal(k.tenggat), "", dasar, pasti)] if k.tenggat and dasar else [],
    }  # fmt: skip


def oleh(x: LangkahKasus) -> str:
    """Siapa yang melangkah, dengan kedudukan dan yang diwakilinya."""
    nama = x.pelaku.nama_gelar if x.pelaku else _("sistem")
    if x.sebagai in {"plt", "plh", "pj"}:
        nama = f"{nama} ({x.sebagai.capitalize()})"
    return _("%(o)s, atas nama %(a)s") % {"o": nama, "a": x.atas_nama.nama_gelar} if x.atas_nama else nama


def riwayat(kasus: Kasus, terbuka: bool) -> list[Saat]:
    """Langkah yang sudah terjadi, yang terbaru di atas. Alasannya hanya bila rinciannya `terbuka`."""
    p = alur.proses(kasus)
    judul = {(x.dari, x.aksi): x.judul for x in p.langkah}
    hasil = []
    for x in alur.riwayat(kasus):
        ket = " · ".join(b for b in (oleh(x), x.alasan if terbuka else "") if b)
        hasil.append(Saat(judul.get((x.dari, x.aksi), x.aksi), f"{tanggal(x.waktu)} {jam(x.waktu)}", ket))
    return hasil[::-1]
