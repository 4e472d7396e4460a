"""Standar pelayanan menurut tanggal: membaca yang berlaku, mengusulkan, dan menetapkan oleh orang lain.

Empat belas komponen PermenPANRB 15/2014: enam penyampaian layanan (diumumkan), delapan pengelolaan di dalam unit.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from kasuari.dasar.akun.izin import boleh, pastikan
from kasuari.dasar.inti.fakta import keadaan, tutup
from kasuari.dasar.inti.galat import MasukanSalah, TidakAda, TidakBoleh
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.waktu import hari_ini, sekarang, sesudah
from kasuari.dasar.jejak.pintu import Hasil, pintu
from kasuari.dasar.jejak.service import catat
from kasuari.dasar.orang import selectors as orang
from kasuari.dasar.organisasi.models import UnitKini
from kasuari.masyarakat.layanan import peristiwa
from kasuari.masyarakat.layanan.models import Jenis, Layanan, Satuan, StandarPelayanan, UsulStandar

# kunci di `isi` -> (judul, diumumkan?, daftar?). Waktu dan biaya punya kolomnya sendiri.
KOMPONEN: dict[str, tuple[Any, bool, bool]] = {
    "persyaratan": (gettext_lazy("Persyaratan"), True, True),
    "prosedur": (gettext_lazy("Sistem, mekanisme, dan prosedur"), True, True),
    "waktu": (gettext_lazy("Jangka waktu"), True, False),
    "biaya": (pgettext_lazy("layanan", "Biaya"), True, False),
    "produk": (gettext_lazy("Produk layanan"), True, False),
    "pengaduan": (gettext_lazy("Pengaduan, saran, dan masukan"), True, False),
    "dasar_hukum": (gettext_lazy("Dasar hukum"), True, True),
    "sarana": (gettext_lazy("Sarana, prasarana, dan fasilitas"), False, False),
    "kompetensi": (gettext_lazy("Kompetensi pelaksana"), False, False),
    "pengawasan": (gettext_lazy("Pengawasan internal"), False, False),
    "pelaksana": (gettext_lazy("Jumlah pelaksana"), False, False),
    "jaminan": (gettext_lazy("Jaminan pelayanan"), False, False),
    "keamanan": (gettext_lazy("Jaminan keamanan dan keselamatan"), False, False),
    "evaluasi": (gettext_lazy("Evaluasi kinerja pelaksana"), False, False),
}
KOLOM = ("nama", "jenis", "norma_lama", "norma_satuan", "hukum_lama", "hukum_satuan", "biaya", "isi")
LAMA_TERBANYAK = 10_000
BIAYA_TERBANYAK = 10**12


@dataclass(frozen=True)
class IsiStandar:
    """Isi satu standar baru. `isi`: komponen teks menurut KOMPONEN, dan `ringkas`, `biaya_catatan`, `sistem`, `kata`."""

    nama: str
    jenis: str
    norma_lama: int | None
    norma_satuan: str
    hukum_lama: int | None
    hukum_satuan: str
    biaya: int | None
    isi: Mapping[str, Any]


def berlaku(pada: date | None = None) -> dict[int, StandarPelayanan]:
    """Standar tiap layanan pada satu hari, menurut id layanannya; satu kueri."""
    qs = keadaan(StandarPelayanan, pada=pada).select_related("subjek__unit__kini")
    return {s.subjek_id: s for s in qs if not s.nihil}


def satu(kode: str, pada: date | None = None) -> StandarPelayanan:
    """Standar layanan `kode` yang berlaku. Galat: `TidakAda`."""
    ada = keadaan(StandarPelayanan, pada=pada).filter(subjek__kode=kode.upper())
    s = ada.select_related("subjek__unit__kini").first()
    if s is None or s.nihil:
        raise TidakAda(_("Layanan ini tidak ada."))
    return s


def riwayat(layanan_id: int) -> list[StandarPelayanan]:
    """Semua versi yang tercatat, terbaru dahulu."""
    return list(
        StandarPelayanan.objects.filter(subjek=layanan_id, ditutup=None).order_by("-mulai", "-dicatat")
    )


def unit_pelayan(layanan: Layanan) -> list[UnitKini]:
    """Unit yang melayani: satu unit, atau semua unit berjenis itu."""
    qs = UnitKini.objects.select_related("unit").order_by("urut")
    if layanan.jenis_unit:
        return list(qs.filter(jenis=layanan.jenis_unit))
    return list(qs.filter(unit_id=layanan.unit_id))


def terjangkau(pelaku: Pelaku, izin: str, layanan: Layanan) -> bool:
    """Bolehkah pelaku atas layanan itu: lewat unit pemiliknya, atau salah satu unit yang melayaninya."""
    if layanan.unit is not None:
        unit = UnitKini.objects.filter(unit=layanan.unit_id).first()
        return boleh(pelaku, izin, unit).ya if unit else pelaku.sistem
    return any(boleh(pelaku, izin, u).ya for u in unit_pelayan(layanan))


def pastikan_terjangkau(pelaku: Pelaku, izin: str, layanan: Layanan) -> None:
    pastikan(pelaku, izin)
    if not terjangkau(pelaku, izin, layanan):
        raise TidakBoleh(_("Layanan ini milik unit lain. Hanya unitnya yang mengubahnya."))


def periksa(isi: IsiStandar) -> None:
    """Galat: `MasukanSalah` menyebut isian dan apa yang boleh."""
    if not isi.nama.strip():
        raise MasukanSalah(_("Isi nama layanan."), "nama")
    if isi.jenis not in Jenis.values:
        raise MasukanSalah(_("Pilih apakah layanan dikerjakan di sini, diteruskan, atau info saja."), "jenis")
    for awalan in ("norma", "hukum"):
        lama, satuan = getattr(isi, f"{awalan}_lama"), getattr(isi, f"{awalan}_satuan")
        if lama is not None and (not 1 <= lama <= LAMA_TERBANYAK or satuan not in Satuan.values):
            raise MasukanSalah(
                _("Waktu harus 1 sampai %(n)s dengan satuan menit, jam, atau hari kerja.") % {"n": LAMA_TERBANYAK},
                f"{awalan}_lama",
            )  # fmt: skip
    if isi.jenis != Jenis.INFO and isi.norma_lama is None:
        raise MasukanSalah(_("Layanan yang menerima permohonan harus punya janji waktu."), "norma_lama")
    if isi.biaya is not None and not 0 <= isi.biaya <= BIAYA_TERBANYAK:
        raise MasukanSalah(
            _("Biaya harus 0 (gratis) atau lebih, dalam rupiah bulat. Kosongkan bila dihitung."), "biaya"
        )
    if not isi.isi.get("persyaratan"):
        raise MasukanSalah(_("Tulis sedikitnya satu persyaratan."), "persyaratan")


@pintu("layanan.usulkan_standar")
def usulkan(pelaku: Pelaku, *, layanan: str, mulai: date, isi: IsiStandar, dasar: str, kunci: UUID) -> Hasil:
    """Mengusulkan standar baru sejak `mulai`; orang lain yang menetapkannya.

    Galat: `TidakBoleh` (bukan unitnya), `MasukanSalah` (isi, tanggal mundur, dasar kosong).
    """
    lay = Layanan.objects.select_related("unit").filter(kode=layanan.upper()).first()
    if lay is None:
        raise TidakAda(_("Layanan ini tidak ada."))
    pastikan_terjangkau(pelaku, "layanan.standar", lay)
    periksa(isi)
    if mulai < hari_ini():
        raise MasukanSalah(_("Standar baru berlaku mulai hari ini atau sesudahnya."), "mulai")
    if not dasar.strip():
        raise MasukanSalah(_("Tulis nomor dan tanggal keputusan yang mendasarinya."), "dasar")
    u = UsulStandar.objects.create(
        layanan=lay, mulai=mulai, isi={k: getattr(isi, k) for k in KOLOM} | {"isi": dict(isi.isi)}, dasar=dasar.strip(),
        pengusul=orang.orang(pelaku.orang) if pelaku.orang else None, dibuat=sekarang(),
    )  # fmt: skip
    catat(
        peristiwa.STANDAR_USUL, pelaku, ("usul_standar", u.id), sesudah={"layanan": lay.kode, "mulai": mulai}
    )
    return Hasil(u.id)


@pintu("layanan.putuskan_standar")
def putuskan(pelaku: Pelaku, *, usul: UUID, setuju: bool, alasan: str = "", kunci: UUID) -> Hasil:
    """Menetapkan atau menolak usul. Pengusul tidak dapat menetapkannya sendiri."""
    kunci_baris = UsulStandar.objects.select_for_update(of=("self",))
    satu_usul = kunci_baris.select_related("layanan__unit", "pengusul").filter(id=usul).first()
    if satu_usul is None:
        raise TidakAda(_("Usul ini tidak ada."))
    pastikan_terjangkau(pelaku, "layanan.tetapkan", satu_usul.layanan)
    if satu_usul.status != UsulStandar.Status.DIUSULKAN:
        raise MasukanSalah(_("Usul ini sudah diputus."))
    if satu_usul.pengusul is not None and satu_usul.pengusul.uid == pelaku.orang:
        raise TidakBoleh(_("Usul sendiri ditetapkan orang lain."))
    if not setuju and not alasan.strip():
        raise MasukanSalah(_("Tulis alasan penolakan."), "alasan")
    satu_usul.status = UsulStandar.Status.DITETAPKAN if setuju else UsulStandar.Status.DITOLAK
    satu_usul.alasan = alasan.strip()
    satu_usul.pemutus = orang.orang(pelaku.orang) if pelaku.orang else None
    satu_usul.save(update_fields=["status", "alasan", "pemutus"])
    jenis = peristiwa.STANDAR_BERLAKU if setuju else peristiwa.STANDAR_TOLAK
    jejak = catat(
        jenis, pelaku, ("usul_standar", satu_usul.id), alasan=alasan,
        sesudah={"layanan": satu_usul.layanan.kode, "mulai": satu_usul.mulai},
    )  # fmt: skip
    if setuju:
        tulis(satu_usul.layanan, satu_usul.mulai, satu_usul.isi, jejak, sk=satu_usul.dasar)
    return Hasil(satu_usul.id, {"status": satu_usul.status})


def tulis(
    layanan: Layanan, mulai: date, kolom: Mapping[str, Any], jejak: int, *, sk: str = "", keyakinan: str = "sumber"
) -> None:  # fmt: skip
    """Membuka satu versi sejak `mulai`; versi yang mulai pada hari yang sama digantikan."""
    lama = StandarPelayanan.objects.filter(subjek=layanan, mulai=mulai, ditutup=None).first()
    if lama is not None:
        tutup(StandarPelayanan, lama.id, sesudah(lama.dicatat), jejak)
    StandarPelayanan.objects.create(
        subjek=layanan, mulai=mulai, dicatat=sesudah(lama.dicatat if lama else None), jejak_buka=jejak,
        sk_nomor=sk[:120], keyakinan=keyakinan, **{k: kolom[k] for k in KOLOM},
    )  # fmt: skip
