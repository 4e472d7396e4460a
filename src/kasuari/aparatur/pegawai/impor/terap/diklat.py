"""Riwayat pelatihan dari berkas: hanya bagi NIP yang terdaftar; sertifikat yang sudah ada tidak berubah."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from kasuari.aparatur.pegawai.models import RiwayatDiklat
from kasuari.dasar.impor.penerap import BarisBersih, Rencana

from .dasar import PenerapRiwayat
from .rencana import Fakta, Penyusun, esok, per_subjek, tanggal

_JENIS = (
    ("kepemimpinan", ("kepemimpinan", "struktural", "pim", "pkn", "pka", "pkp", "manajerial")),
    ("fungsional", ("fungsional",)),
    ("teknis", ("teknis", "bimtek", "bimbingan")),
    ("seminar", ("seminar", "lokakarya", "workshop", "magang", "kursus", "webinar", "sosialisasi")),
)


def jenis_diklat(teks: str | None) -> str | None:
    """Jenis menurut katanya; None bila tidak dikenal."""
    kata = (teks or "").casefold()
    return next((kode for kode, tanda in _JENIS if any(t in kata for t in tanda)), None)


class PenerapDiklat(PenerapRiwayat):
    kode = "diklat"

    def rencanakan(self, baris: Sequence[BarisBersih], pada: date) -> Rencana:
        s = Penyusun(b.bersih["nip"] for b in baris)
        ada = per_subjek(RiwayatDiklat, [p.id for p in s.isi.lama.values()])
        for b in baris:
            p = s.isi.lama.get(b.bersih["nip"])
            if p is None:
                s.catat(b.baris, "NIP_TIDAK_TERDAFTAR", "nip", b.bersih["nip"])
                continue
            mulai = tanggal(b.bersih.get("mulai"))
            if mulai is None:
                s.catat(b.baris, "TANGGAL_MULAI_KOSONG")
            elif _kembar(ada.get(p.id, []), b.bersih, mulai):
                s.sama += 1
            else:
                s.bandingkan(b.baris, p.nip, self._fakta(s, b, mulai), [])
        return s.selesai()

    def _fakta(self, s: Penyusun, b: BarisBersih, mulai: date) -> Fakta:
        x = b.bersih
        jenis = jenis_diklat(x.get("jenis"))
        if jenis is None:
            s.catat(b.baris, "JENIS_DIKLAT_DIANGGAP_TEKNIS", "jenis", x.get("jenis") or "")
        isi = {
            "nama": x.get("nama_diklat") or "",
            "jenis": jenis or "teknis",
            "jp": x["jp"],
            "penyelenggara": x.get("penyelenggara") or "",
            "sertifikat": x.get("no_sertifikat") or "",
        }
        return Fakta("diklat", mulai, isi, sampai=esok(tanggal(x.get("selesai"))))


def _kembar(ada: Sequence[RiwayatDiklat], x: dict[str, Any], mulai: date) -> bool:
    """Sertifikat yang sama; tanpa nomor sertifikat: nama dan tanggal mulai yang sama."""
    if nomor := (x.get("no_sertifikat") or "").casefold():
        return any(r.sertifikat.casefold() == nomor for r in ada)
    nama = (x.get("nama_diklat") or "").casefold()
    return any(r.nama.casefold() == nama and r.mulai == mulai for r in ada)
