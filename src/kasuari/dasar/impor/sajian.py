"""Menyusun bahan halaman impor. Isi sel orang selalu tulisan biasa; templat yang meloloskannya."""

import csv
import io
from collections.abc import Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from kasuari.dasar.rupa.bahan import Angka, Butir
from kasuari.dasar.rupa.bentuk import angka, tanggal

from . import simpanan
from .hasil import Alasan
from .katalog import kode_katalog
from .models import ImporBaris, ImporBerkas, Nilai, Status

RUMUS = ("=", "+", "-", "@", "\t", "\r")


def nama_subjek(kode: str) -> str:
    return {
        "pegawai": _("Daftar pegawai"),
        "diklat": _("Riwayat pelatihan"),
        "kgb": _("Kenaikan gaji berkala"),
        "surat_izin": _("STR, SIP, dan surat berjangka"),
        "formasi": _("Formasi (kebutuhan jabatan)"),
    }.get(kode, kode)


def status(b: ImporBerkas) -> tuple[str, str]:
    """(tulisan, nada)."""
    return {
        Status.DIUNGGAH: (_("Sedang diperiksa"), "proses"),
        Status.DIUJI: (_("Menunggu keputusan"), "ingat"),
        Status.TERSIMPAN: (_("Pembatalan"), "info") if b.membatalkan_id else (_("Tersimpan"), "sukses"),
        Status.DIBATALKAN: (_("Dibatalkan"), ""),
        Status.GAGAL: (_("Tidak terbaca"), "galat"),
    }[Status(b.status)]


def butir(b: ImporBerkas) -> Butir:
    teks, nada = status(b)
    ket = f"{nama_subjek(b.subjek)} · {tanggal(b.dibuat)}"
    if b.ringkasan.get("jumlah"):
        ket += " · " + _("%(n)s baris, %(t)s ditolak") % {
            "n": angka(b.ringkasan["jumlah"]), "t": angka(b.ringkasan["ditolak"]),
        }  # fmt: skip
    return Butir(b.nama, reverse("impor:berkas", args=[b.id]), teks, nada, ket)


def kepala(b: ImporBerkas) -> dict[str, Any]:
    teks, nada = status(b)
    return {"subjek": nama_subjek(b.subjek), "status": teks, "nada": nada}


def angka_hasil(b: ImporBerkas) -> list[Angka]:
    r = b.ringkasan
    return [
        Angka(_("Diterima"), angka(r["diterima"]), _("%(n)s dengan catatan") % {"n": angka(r["berperingatan"])},
              "?hasil=diterima", "sukses"),
        Angka(_("Ditolak"), angka(r["ditolak"]), _("tidak akan disimpan"), "?hasil=ditolak", "galat" if r["ditolak"] else ""),
        Angka(_("Perlu jawaban"), angka(r["tanya"]), _("ditahan sampai dipastikan"), "?hasil=tanya", "ingat" if r["tanya"] else ""),
        Angka(_("Bukan data"), angka(r["diabaikan"]), _("baris kosong, jumlah, tanda tangan")),
    ]  # fmt: skip


def _angka_perubahan(h: dict[str, int]) -> list[Angka]:
    return [
        Angka(_("Orang baru"), angka(h["orang_baru"])),
        Angka(_("Riwayat ditambah"), angka(h["dibuka"])),
        Angka(_("Riwayat dibetulkan"), angka(h["dibetulkan"])),
        Angka(_("Sudah sama"), angka(h["sama"]), _("tidak diubah")),
    ]


def angka_rencana(b: ImporBerkas) -> list[Angka]:
    return _angka_perubahan(b.ringkasan["rencana"])


def angka_selesai(b: ImporBerkas) -> list[Angka]:
    h = b.ringkasan.get("hasil")
    if not h:
        return []
    if b.membatalkan_id:
        return [
            Angka(_("Riwayat ditutup"), angka(h["ditutup"])),
            Angka(_("Riwayat dibuka lagi"), angka(h["dibuka_lagi"])),
            Angka(
                _("Orang tanpa status"), angka(h["tanpa_status"]), _("tetap tercatat, tidak lagi di daftar")
            ),
        ]
    tertinggal = h.get("ditolak_register", 0)
    lain = [Angka(_("Tertinggal"), angka(tertinggal), _("register berubah sesudah diperiksa"), "", "galat")]
    return _angka_perubahan(h) + (lain if tertinggal else [])


def kalimat(a: Alasan) -> str:
    return kode_katalog(a.kode).kalimat(a, _)


def temuan(r: ImporBaris) -> list[dict[str, Any]]:
    nada = {"tolak": "galat", "peringatan": "ingat"}
    return [
        {"kalimat": kalimat(a), "nada": nada.get(a.tingkat, "info"), "kolom": a.kolom, "kode": a.kode}
        for a in simpanan.alasan_dari_json(simpanan.buka(r.alasan))
    ]


def baris_cacat(r: ImporBaris) -> dict[str, Any]:
    teks, nada = {
        "ditolak": (_("Ditolak"), "galat"), "tanya": (_("Perlu jawaban"), "ingat"), "diterima": (_("Diterima"), "sukses"),
    }[r.hasil]  # fmt: skip
    bersih = simpanan.buka(r.bersih) or {}
    return {
        "nomor": r.baris,
        "nama": bersih.get("nama") or bersih.get("nama_diklat") or bersih.get("jabatan") or "",
        "tanda": teks,
        "nada": nada,
        "temuan": temuan(r),
        "alamat": reverse("impor:baris", args=[r.berkas_id, r.baris]),
    }


def pilihan_kode(hitung: Sequence[tuple[str, int]]) -> list[tuple[str, str]]:
    return [(k, f"{nama_kode(k)} ({n})") for k, n in hitung]


def nama_kode(kode: str) -> str:
    """'NIP_PANJANG' -> 'NIP panjang': judul pendek temuan."""
    return f"{kode.split('_')[0]} {' '.join(kode.split('_')[1:]).lower()}".strip()


def csv_kesalahan(baris: Sequence[ImporBaris]) -> str:
    """CSV bertitik koma dengan BOM, supaya Excel Indonesia membukanya per kolom; rumus dijadikan teks."""
    keluar = io.StringIO()
    tulis = csv.writer(keluar, delimiter=";")
    tulis.writerow([_("Baris"), _("Keadaan"), _("Kolom"), _("Isi"), _("Temuan"), _("Saran")])
    for r in baris:
        for a in simpanan.alasan_dari_json(simpanan.buka(r.alasan)):
            isi = [str(a.baris), Nilai(r.hasil).label, a.kolom, a.teks, kalimat(a), a.saran or ""]
            tulis.writerow([f"'{s}" if s.startswith(RUMUS) else s for s in isi])
    return "\ufeff" + keluar.getvalue()
