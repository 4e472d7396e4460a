"""Jejak hitungan menjadi langkah yang dibaca orang: nama, nilai bersatuan, masukannya, dasar, dan tautan aturannya."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from kasuari.aturan.buku import SUMBER
from kasuari.aturan.kasus.isian import PILIH_BUKU
from kasuari.aturan.masa_kerja import urai
from kasuari.aturan.masukan import MasaKerja, Pilihan, Tanggal, tanggal_iso
from kasuari.aturan.parameter import semua
from kasuari.aturan.rumus import Langkah as Jejak
from kasuari.aturan.rumus import Susunan
from kasuari.dasar.ketentuan import alamat, kata
from kasuari.dasar.ketentuan.nilai import tampil
from kasuari.dasar.rupa.bahan import Langkah
from kasuari.dasar.rupa.bentuk import KOSONG, tanggal


def masa_kerja(bulan: int) -> str:
    """Bulan menjadi '17 tahun 7 bulan'."""
    return _("%(t)s tahun %(b)s bulan") % {"t": bulan // 12, "b": bulan % 12}


def nilai(isi: Any, satuan: str) -> Any:
    """Hasil satu rumus untuk dibaca: menurut satuannya, atau arti kodenya."""
    if isi is None:
        return KOSONG
    if satuan == "masa kerja" and isinstance(isi, str):
        return masa_kerja(urai(isi))
    if isinstance(isi, str):
        hari = tanggal_iso(isi)
        return tanggal(hari) if hari else kata.arti(isi)
    return tampil(isi, satuan)


def isian(susunan: Susunan, nama: str, isi: Any) -> Any:
    """Nilai satu masukan langkah: bidang menurut jenisnya, besaran lain menurut satuan rumusnya."""
    if nama in susunan.menurut_nama:
        return nilai(isi, susunan.menurut_nama[nama].satuan)
    if isi is None:
        return KOSONG
    bidang = susunan.bidang.get(nama)
    if isinstance(bidang, MasaKerja):
        return masa_kerja(urai(isi))
    if isinstance(bidang, Pilihan):
        return kata.arti(isi)
    if isinstance(bidang, Tanggal):
        return tanggal(date.fromisoformat(isi))
    return nilai(isi, kata.label(susunan, nama).satuan)


def nama_besaran(susunan: Susunan | None, nama: str) -> Any:
    """Nama satu besaran: judul rumus, label masukan, atau namanya sendiri."""
    if susunan is None:
        return kata.BIDANG[nama].judul if nama in kata.BIDANG else nama.replace("_", " ")
    r = susunan.menurut_nama.get(nama)
    return kata.hukum(r.judul) if r else kata.label(susunan, nama).judul


def sajikan(jejak: Sequence[Jejak]) -> list[Langkah]:
    """Langkah siap tampil. Yang bukan rumus kolom masukannya ditulis apa adanya."""
    return [_satu(x, alamat.LETAK.get(x.susunan)) for x in jejak]


def _satu(x: Jejak, letak: alamat.Letak | None) -> Langkah:
    ke = alamat.parameter(x.parameter[0][0]) if x.parameter else ""
    return Langkah(
        kata.hukum(x.nama),
        nilai(x.nilai, x.satuan),
        _cara(x, letak.susunan if letak else None),
        x.dasar,
        pasti=x.keyakinan == SUMBER,
        alamat=alamat.rumus(letak.pokok, letak.skema, x.langkah) if letak else ke,
    )


def _cara(x: Jejak, susunan: Susunan | None) -> SafeString:
    """Masukan langkah, lalu parameter yang dibacanya dengan tautan ke halamannya."""
    dari = [
        (nama_besaran(susunan, n), isian(susunan, n, v) if susunan else nilai(v, ""))
        for n, v in x.masukan.items()
        if n not in PILIH_BUKU
    ]
    sel: dict[str, list[str]] = {}
    for k, s in x.parameter:
        sel.setdefault(k, []).extend([kata.kunci(s)] if s else [])
    angka = [
        (alamat.parameter(k), kata.hukum(semua()[k].nama), f" ({', '.join(s)})" if s else "")
        for k, s in sel.items()
    ]
    bagian = [
        *([format_html_join("; ", "{}: {}", dari)] if dari else []),
        *([format_html_join("; ", '<a href="{}">{}</a>{}', angka)] if angka else []),
    ]
    return format_html_join(". ", "{}", ((b,) for b in bagian))
