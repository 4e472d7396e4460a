"""Sebuah usul sebelum ditulis: bolehkah, nilainya apa, dan apa akibatnya. Dipakai pratinjau dan pintu tulis."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from kasuari.aturan import batas
from kasuari.aturan import buku as buku_
from kasuari.aturan.buku import Buku, Nilai, Parameter, Versi
from kasuari.aturan.galat import GalatAturan
from kasuari.aturan.parameter import semua
from kasuari.dasar.inti.galat import MasukanSalah
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.ketentuan import dampak as dampak_
from kasuari.dasar.ketentuan import nilai as nilai_
from kasuari.dasar.ketentuan import selectors
from kasuari.dasar.rupa.bentuk import angka

TAHUN_TERJAUH = 10  # kewajaran ketikan tanggal, bukan aturan


@dataclass(frozen=True)
class Rencana:
    """Usul yang lolos pemeriksaan. `sebelum` = nilai daerah kini pada hari berlakunya.

    `lama` dan `baru` = buku hari `dinilai` (hari berlakunya, atau hari ini bila sudah lewat) tanpa dan dengan usul.
    """

    parameter: Parameter
    sel: str
    berlaku: date
    nilai: Nilai
    sebelum: Nilai
    dinilai: date
    lama: Buku
    baru: Buku

    def dampak(self) -> list[dampak_.Dampak]:
        """Orang dan rupiah yang berubah, pada hari berlakunya atau hari ini bila sudah lewat."""
        return dampak_.hitung(self.parameter.kode, self.lama, self.baru, self.dinilai)


def versi_pada(kode: str, berlaku: date) -> tuple[Parameter, Versi]:
    """Parameter dan versi nasionalnya pada hari itu. Galat: `MasukanSalah` (kode, berlaku)."""
    p = semua().get(kode)
    if p is None:
        raise MasukanSalah(_("Parameter “%(kode)s” tidak dikenal.") % {"kode": kode[:80]}, "kode")
    terjauh = hari_ini().year + TAHUN_TERJAUH
    if berlaku.year > terjauh:
        raise MasukanSalah(_("Tanggal berlaku paling jauh tahun %(t)s.") % {"t": terjauh}, "berlaku")
    v = p.pada(berlaku, date.max)
    if v is None:
        raise MasukanSalah(_("Parameter ini belum punya nilai nasional pada tanggal itu."), "berlaku")
    return p, v


def nilai_kini(p: Parameter, v: Versi, sel: str) -> Nilai:
    """Nilai nasional sel itu. Galat: `MasukanSalah` bila selnya tidak ada atau tidak boleh ditetapkan daerah."""
    if isinstance(v.nilai, Mapping):
        if sel not in v.nilai:
            raise MasukanSalah(_("Pilih satu baris tabel yang ditetapkan daerah."), "sel")
    elif sel:
        raise MasukanSalah(_("Parameter ini satu nilai, tanpa baris tabel."), "sel")
    if not p.boleh_timpa(v, sel or None):
        if p.terkunci:
            raise MasukanSalah(
                _("Nilai ini menjaga tata kerja ketentuan dan tidak dapat ditetapkan daerah."), "kode"
            )
        raise MasukanSalah(
            _("Nilai ini bersumber peraturan nasional dan tidak dapat ditetapkan daerah."), "sel" if sel else "kode"
        )  # fmt: skip
    return v.nilai[sel] if sel else v.nilai


def susun(kode: str, sel: str, berlaku: date, teks: str, dasar: str) -> Rencana:
    """Ketikan petugas menjadi rencana yang diperiksa. Galat: `MasukanSalah` menyebut isiannya."""
    p, v = versi_pada(kode, berlaku)
    return periksa(kode, sel, berlaku, nilai_.baca(p, nilai_kini(p, v, sel), teks, sel or None), dasar)


def periksa(kode: str, sel: str, berlaku: date, nilai: Nilai, dasar: str) -> Rencana:
    """Rencana dari nilai yang sudah berjenis; dipanggil lagi saat disetujui, atas keadaan saat itu.

    Nilainya dicoba pada rumus yang membacanya, pada hari berlakunya dan pada hari dampaknya dinilai.
    """
    p, v = versi_pada(kode, berlaku)
    nilai_kini(p, v, sel)
    isi = selectors.buku(berlaku).versi(kode).nilai
    sebelum = isi[sel] if sel else isi
    if sebelum == nilai:
        raise MasukanSalah(_("Nilainya sudah begitu pada tanggal itu; tidak ada yang berubah."), "nilai")
    if rentang := batas.di_luar(p, sel or None, nilai):
        raise MasukanSalah(
            _("%(n)s di luar yang wajar. Yang boleh: %(a)s sampai %(b)s.")
            % {"n": nilai_.tampil(nilai), "a": angka(rentang[0]), "b": angka(rentang[1])},
            "nilai",
        )
    usul = buku_.Timpa(kode, sel or None, berlaku, nilai, dasar)
    dinilai = max(berlaku, hari_ini())
    try:
        for hari in {berlaku, dinilai}:
            batas.periksa(p, selectors.buku(hari, tambah=usul))
    except GalatAturan as galat:
        raise MasukanSalah(str(galat), "nilai") from None
    lama, baru = selectors.buku(dinilai), selectors.buku(dinilai, tambah=usul)
    return Rencana(p, sel, berlaku, nilai, sebelum, dinilai, lama, baru)
