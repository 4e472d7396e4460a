"""Gaji pokok terakhir seorang pegawai pada satu hari, dengan keputusan yang menetapkannya. Satu jawaban bagi semua jenis usulan."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from kasuari.aparatur.usulan.bahan import Bahan
from kasuari.aturan import kgb, pangkat
from kasuari.aturan.golongan import KODE_PNS
from kasuari.aturan.masa_kerja import selisih_bulan, tulis
from kasuari.aturan.rumus import Langkah, jelaskan
from kasuari.dasar.rupa.bentuk import tanggal


class GajiTerakhir(NamedTuple):
    """`gaji`: rupiah sebulan. `mk`: (tahun, bulan) MKG pada `mulai`. `sk`: (nomor, tanggal ISO). `langkah`: hitungannya."""

    gaji: int
    golongan: str
    mk: list[int]
    mulai: date
    sk: list[str]
    langkah: tuple[Langkah, ...] = ()


def gaji_terakhir(b: Bahan, hari: date) -> GajiTerakhir | None:
    """Gaji pokok pada satu hari, atau None bila golongan atau KGB-nya belum tercatat.

    KGB yang tidak lebih tua daripada pangkatnya menyebut gajinya sendiri. Pangkat yang lebih baru membawa gaji dari
    tabel hari itu menurut MKG di keputusan pangkatnya; anak tangga sesudahnya menunggu KGB-nya sendiri.
    Galat: `GalatAturan` bila tabel gajinya tidak ada. Dasar: PP 7/1977 Pasal 5 dan 11.
    """
    g, k = b.pada("golongan", hari), b.pada("kgb", hari)
    if g is None or k is None:
        return None
    if k.mulai >= g.mulai:
        return GajiTerakhir(k.gaji_pokok, g.golongan, [k.mk_tahun, k.mk_bulan], k.mulai, _sk(k))
    masukan = {"golongan": g.golongan, "mkg": tulis(g.mk_tahun * 12 + g.mk_bulan)}
    langkah = jelaskan(kgb.SUSUNAN, masukan, b.buku(hari), ("gaji_pokok_sekarang",))
    return GajiTerakhir(
        int(langkah[-1].nilai), g.golongan, [g.mk_tahun, g.mk_bulan], g.mulai, _sk(g), tuple(langkah)
    )


def _sk(f: Any) -> list[str]:
    return [f.sk_nomor, f.sk_tanggal.isoformat() if f.sk_tanggal else ""]


def mkg_mundur(b: Bahan, hari: date) -> list[str]:
    """Peringatan bila MKG di keputusan pangkat terakhir lebih pendek daripada yang berjalan sejak KGB sebelumnya.

    Pindah golongan memotong MKG menurut `aturan.pangkat`; selain itu kenaikan pangkat tidak mengulang hitungan.
    """
    g = b.pada("golongan", hari)
    k = b.pada("kgb", g.mulai - timedelta(days=1)) if g else None
    lama = b.pada("golongan", g.mulai - timedelta(days=1)) if g else None
    if g is None or k is None or lama is None or not {g.golongan, lama.golongan} <= KODE_PNS.keys():
        return []
    jalan = k.mk_tahun * 12 + k.mk_bulan + selisih_bulan(k.mulai, g.mulai)
    if KODE_PNS[lama.golongan] <= KODE_PNS[g.golongan]:
        jalan = pangkat.mkg_sesudah_pindah(lama.golongan, jalan, g.golongan, b.buku(hari))
    tercatat = g.mk_tahun * 12 + g.mk_bulan
    if tercatat >= jalan:
        return []
    return [
        _(
            "Masa kerja golongan di keputusan pangkat %(t)s %(a)s, padahal menurut KGB sebelumnya %(b)s. Periksa keputusannya: "
            "KGB berikutnya ikut bergeser."
        )
        % {"t": tanggal(g.mulai), "a": lama_kerja(tercatat), "b": lama_kerja(jalan)}
    ]


def lama_kerja(bulan: int) -> str:
    """'12 tahun 6 bulan' dalam bahasa halaman."""
    return masa_kerja(divmod(bulan, 12))


def masa_kerja(mk: Sequence[int]) -> str:
    """(tahun, bulan) dalam bahasa halaman; di surat selalu `naskah.masa_kerja`."""
    return _("%(t)s tahun %(b)s bulan") % {"t": mk[0], "b": mk[1]}
