"""Bahan layar ketentuan daerah: judul, keadaan, sebelum dan sesudah, dampak, dan garis waktu orang-orangnya."""

from collections.abc import Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from kasuari.aturan.buku import beku, pulih
from kasuari.aturan.parameter import semua
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.waktu import sekarang
from kasuari.dasar.jejak import selectors as jejak
from kasuari.dasar.ketentuan import dampak as dampak_
from kasuari.dasar.ketentuan import kata, selectors
from kasuari.dasar.ketentuan.models import Timpa, UsulTimpa
from kasuari.dasar.ketentuan.nilai import tampil
from kasuari.dasar.ketentuan.usulan import Rencana
from kasuari.dasar.orang import selectors as orang
from kasuari.dasar.rupa.bahan import Angka, Butir, Jawaban, Saat
from kasuari.dasar.rupa.bentuk import angka, jam, rupiah, tanggal


def judul(kode: str, kunci: str) -> Any:
    p = semua().get(kode)
    nama = kata.hukum(p.nama) if p else kode
    return f"{nama}: {kata.kunci(kunci)}" if kunci else nama


def _tampil(kode: str, isi: Any) -> str:
    p = semua().get(kode)
    return tampil(beku(pulih(isi)), p.satuan if p else "")


def hidup(u: UsulTimpa) -> bool:
    """Disetujui dan belum dicabut."""
    return hasattr(u, "timpa") and u.timpa.ditutup is None


def menunggu_jeda(u: UsulTimpa) -> bool:
    """Disetujui, belum dicabut, dan belum dipakai menghitung."""
    return hidup(u) and selectors.mulai_dipakai(u.timpa) > sekarang()


def status(u: UsulTimpa) -> tuple[str, str]:
    """(kata, nada) keadaan satu usul dan ketentuannya."""
    if u.ditutup is None:
        return _("menunggu persetujuan"), "ingat"
    if not hasattr(u, "timpa"):
        return _("tidak jadi"), ""
    return _status_timpa(u.timpa)


def _status_timpa(t: Timpa) -> tuple[str, str]:
    if t.ditutup is not None:
        return _("dicabut"), "galat"
    if selectors.mulai_dipakai(t) > sekarang():
        return _("disetujui, menunggu jeda"), "proses"
    return _("dipakai"), "sukses"


def butir_usul(u: UsulTimpa) -> Butir:
    teks, nada = status(u)
    return _butir(u, u, teks, nada)


def butir_timpa(t: Timpa) -> Butir:
    teks, nada = _status_timpa(t)
    return _butir(t.usul, t, teks, nada)


def _butir(u: UsulTimpa, isi: Any, teks: str, nada: str) -> Butir:
    ket = _("%(lama)s menjadi %(baru)s, berlaku %(t)s. %(d)s") % {
        "lama": _tampil(u.kode, u.sebelum), "baru": _tampil(u.kode, isi.nilai), "t": tanggal(u.berlaku), "d": u.dasar,
    }  # fmt: skip
    return Butir(judul(u.kode, u.kunci), reverse("ketentuan:satu", args=[u.uid]), teks, nada, ket)


def jawaban(u: UsulTimpa) -> list[Jawaban]:
    """Sebelum, sesudah, dan dasarnya."""
    isi = [
        Jawaban(_("Sebelumnya"), _tampil(u.kode, u.sebelum)),
        Jawaban(_("Menjadi"), _tampil(u.kode, u.nilai)),
        Jawaban(_("Berlaku mulai"), tanggal(u.berlaku)),
        Jawaban(_("Surat atau peraturan"), u.dasar),
        Jawaban(_("Alasan"), u.alasan),
    ]
    if hasattr(u, "timpa"):
        saat = selectors.mulai_dipakai(u.timpa)
        isi.append(Jawaban(_("Dipakai menghitung sejak"), f"{tanggal(saat)}, {jam(saat)}"))
    return isi


def jawaban_rencana(r: Rencana, d: dict[str, Any]) -> list[Jawaban]:
    """Yang sama bagi usul yang belum ditulis."""
    s = r.parameter.satuan
    return [
        *([Jawaban(_("Baris tabel"), kata.kunci(r.sel))] if r.sel else []),
        Jawaban(_("Sebelumnya"), tampil(r.sebelum, s)),
        Jawaban(_("Menjadi"), tampil(r.nilai, s)),
        Jawaban(_("Berlaku mulai"), tanggal(r.berlaku)),
        Jawaban(_("Surat atau peraturan"), d["dasar"]),
        Jawaban(_("Alasan"), d["alasan"]),
    ]


def angka_dampak(isi: Sequence[Sequence[Any]]) -> list[Angka]:
    """Dampak sebagai angka: orang, dan selisih rupiah sebulan bila uang."""
    hasil = []
    for nama, banyak, uang in isi:
        ket = "" if uang is None else _("%(r)s sebulan seluruhnya") % {"r": rupiah(uang)}
        hasil.append(
            Angka(
                dampak_.judul(nama),
                ngettext("%(n)s orang", "%(n)s orang", banyak) % {"n": angka(banyak)},
                ket,
            )
        )
    return hasil


def waktu(u: UsulTimpa, pelaku: Pelaku) -> list[Saat]:
    """Garis waktu dari jejak: siapa berbuat apa, dengan alasannya. Dua kueri berapa pun banyaknya."""
    daftar = list(jejak.tentang_objek(u.uid).select_related("muatan").order_by("id"))
    nama = orang.nama_banyak(j.pelaku_orang for j in daftar if j.pelaku_orang)
    bahasa = get_language() or "id"
    hasil = []
    for j in daftar:
        siapa = _("Anda") if j.pelaku_orang == pelaku.orang else nama.get(j.pelaku_orang, _("Sistem"))
        isi = jejak.isi(j)
        perbuatan = jejak.jenis(j.jenis).kalimat(bahasa)
        hasil.append(
            Saat(f"{siapa} {perbuatan}", f"{tanggal(j.waktu)}, {jam(j.waktu)}", isi.alasan if isi else "")
        )
    return hasil
