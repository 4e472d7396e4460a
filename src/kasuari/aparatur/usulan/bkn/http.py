"""Layanan usul BKN lewat SIASN, dengan token dan setelan yang sama seperti pembacaan data.

Daftar kenaikan pangkat dan pensiun instansi menurut pustaka klien umum 2024-2025. Jalur mengirim tidak ada di sana, jadi
disetel (KASUARI_SIASN_USUL); tanpa itu usulnya dibuat petugas di SIASN, dan di sini hanya ditemukan dan diikuti. Bentuk
kiriman, daftar layanan lain, nama kolom alasan, dan tulisan statusnya BELUM TERUJI terhadap SIASN: cocokkan dengan
spesifikasi perjanjian BKN. Berkas tidak ikut terkirim; diunggah petugas ke dokumen SIASN.
"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.conf import settings

from kasuari.aparatur.pegawai.siasn import GalatSiasn, NipTidakAda
from kasuari.aparatur.pegawai.siasn.http import KlienHttp, Setelan, setelan
from kasuari.aparatur.usulan.bkn import Jawaban, Kiriman, Layanan

# layanan -> (jalur daftar, kolom nomor pertek, kolom tanggal pertek)
DAFTAR = {
    "pangkat": ("/pns/list-kp-instansi?periode={tmt}", "no_pertek", "tgl_pertek"),
    "pensiun": ("/pns/list-pensiun-instansi?tglAwal={tmt}&tglAkhir={tmt}", "pertekNomor", "pertekTgl"),
}
LAIN = ("/usulan/list?layanan={layanan}", "no_pertek", "tgl_pertek")  # belum teruji
ALASAN = ("alasan", "keterangan")  # belum teruji
TANDA = {
    "btl": ("BTL", "TIDAK LENGKAP", "PERBAIKAN"),
    "tms": ("TMS", "TIDAK MEMENUHI", "DITOLAK"),
}  # belum teruji


def dari_setelan() -> "LayananHttp":
    """Layanan menurut KASUARI_SIASN_*. Galat: `GalatSiasn` bila belum diisi."""
    return LayananHttp(setelan(), settings.SIASN_USUL)


class LayananHttp(Layanan):
    """Satu objek bagi satu putaran: tokennya diminta sekali, dan tiap daftar dibaca sekali."""

    def __init__(self, s: Setelan, jalur: str = "") -> None:
        self._klien, self._jalur = KlienHttp(s), jalur
        self.mengirim = bool(jalur)
        self._daftar: dict[str, list[Mapping[str, Any]]] = {}

    def temukan(self, kiriman: Kiriman) -> Jawaban | None:
        if not self.mengirim and kiriman.layanan not in DAFTAR:
            return None
        baris = next((b for b in self._baca(kiriman) if b.get("nipBaru") == kiriman.nip), None)
        return None if baris is None else _jawaban(kiriman, baris)

    def kirim(self, kiriman: Kiriman, rujukan: str = "") -> str:
        orang = self._klien.data_utama(kiriman.nip)
        isi = {
            "id": rujukan, "layanan": kiriman.layanan, "jenis": kiriman.jenis, "pnsOrangId": orang.get("id", ""),
            "nipBaru": kiriman.nip, "tmt": _tulis(kiriman.tmt), "isi": dict(kiriman.isi),
        }  # fmt: skip
        try:
            jawab = self._klien.minta(self._jalur, isi)
        except NipTidakAda:
            raise GalatSiasn(
                f"SIASN tidak mengenal jalur '{self._jalur}'. Periksa KASUARI_SIASN_USUL dengan perjanjian BKN."
            ) from None
        baru = jawab.get("id") if isinstance(jawab, dict) else None
        if not baru:
            raise GalatSiasn("SIASN menerima usul ini tanpa menyebut nomornya. Periksa daftarnya di SIASN.")
        return str(baru)

    def keadaan(self, kiriman: Kiriman, rujukan: str) -> Jawaban:
        baris = next((b for b in self._baca(kiriman) if str(b.get("id")) == rujukan), None)
        if baris is None:
            raise GalatSiasn(
                f"SIASN tidak mengenal usul '{rujukan}' lagi. Periksa di SIASN, lalu catat sendiri."
            )
        return _jawaban(kiriman, baris)

    def _baca(self, kiriman: Kiriman) -> list[Mapping[str, Any]]:
        pola = DAFTAR.get(kiriman.layanan, LAIN)[0]
        jalur = pola.format(tmt=kiriman.tmt.isoformat() if kiriman.tmt else "", layanan=kiriman.layanan)
        if jalur not in self._daftar:
            isi = self._klien.minta(jalur)
            if not isinstance(isi, list) or not all(isinstance(b, dict) for b in isi):
                raise GalatSiasn("Daftar usul SIASN tidak terbaca: bukan daftar. Hubungi BKN.")
            self._daftar[jalur] = isi
        return self._daftar[jalur]


def _tulis(hari: date | None) -> str:
    return f"{hari:%d-%m-%Y}" if hari else ""


def _jawaban(kiriman: Kiriman, baris: Mapping[str, Any]) -> Jawaban:
    _jalur, kolom_nomor, kolom_tanggal = DAFTAR.get(kiriman.layanan, LAIN)
    rujukan, status = str(baris.get("id") or ""), str(baris.get("statusUsulanNama") or "").upper()
    nomor, hari = str(baris.get(kolom_nomor) or "").strip(), baris.get(kolom_tanggal)
    catatan = next((str(baris[k]).strip() for k in ALASAN if baris.get(k)), "")
    for keadaan, tanda in TANDA.items():
        if any(t in status for t in tanda):
            return Jawaban(rujukan, keadaan, catatan=catatan)
    if nomor and hari:
        return Jawaban(rujukan, "pertek", nomor, _hari(str(hari)), catatan)
    return Jawaban(rujukan, "diusulkan", catatan=catatan)


def _hari(teks: str) -> date:
    for pola in ("%Y-%m-%d", "%d-%m-%Y"):
        try:
            return datetime.strptime(teks[:10], pola).date()  # noqa: DTZ007 - tanggal tanpa jam
        except ValueError:
            continue
    raise GalatSiasn(f"Tanggal pertek '{teks}' dari SIASN tidak terbaca. Catat sendiri dari suratnya.")
