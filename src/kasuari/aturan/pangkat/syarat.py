"""Syarat kenaikan pangkat, satu rumus satu syarat: 1 terpenuhi, 0 kurang. Dasarnya tercetak di jejak."""

import numpy as np
from numpy.typing import NDArray

from ..angka_kredit import JENJANG
from ..eselon import ESELON
from ..ip_asn.bidang import PREDIKAT
from ..masukan import Kolom
from ..rumus import TIDAK_ADA, Pembaca, rumus
from .bidang import GOLONGAN, IJAZAH
from .waktu import BERLAKU, PP, sel_golongan

TERPENUHI = {1: "terpenuhi", 0: "kurang"}
_SYARAT = "syarat"


def _kode(putusan: NDArray[np.bool_]) -> Kolom:
    return putusan.astype(np.int64)


@rumus(satuan=_SYARAT, berlaku=BERLAKU, dasar=PP, label=TERPENUHI)
def syarat_masa_reguler(genap_reguler: Kolom, per_tanggal: Kolom, *, p: Pembaca) -> Kolom:
    """Masa dalam pangkat terakhir untuk kenaikan reguler."""
    return _kode(genap_reguler <= per_tanggal)


@rumus(satuan=_SYARAT, berlaku=BERLAKU, dasar=PP, label=TERPENUHI)
def syarat_masa_struktural(genap_struktural: Kolom, per_tanggal: Kolom, *, p: Pembaca) -> Kolom:
    """Masa dalam pangkat dan jabatan untuk kenaikan jabatan struktural."""
    return _kode(genap_struktural <= per_tanggal)


@rumus(satuan=_SYARAT, berlaku=BERLAKU, dasar=PP, label=TERPENUHI)
def syarat_masa_fungsional(genap_fungsional: Kolom, per_tanggal: Kolom, *, p: Pembaca) -> Kolom:
    """Masa dalam pangkat terakhir untuk kenaikan jabatan fungsional."""
    return _kode(genap_fungsional <= per_tanggal)


@rumus(satuan=_SYARAT, berlaku=BERLAKU, dasar=f"{PP} Pasal 18", label=TERPENUHI)
def syarat_masa_ijazah(genap_ijazah: Kolom, per_tanggal: Kolom, *, p: Pembaca) -> Kolom:
    """Masa dalam pangkat terakhir untuk penyesuaian ijazah."""
    return _kode(genap_ijazah <= per_tanggal)


@rumus(satuan=_SYARAT, berlaku=BERLAKU, dasar=PP, label=TERPENUHI)
def syarat_predikat(predikat_n1: Kolom, predikat_n2: Kolom, *, p: Pembaca) -> Kolom:
    """Predikat kinerja dua tahun terakhir.

    Yang belum ada datanya terhitung kurang.
    """
    terendah = PREDIKAT[str(p.nilai("kp_predikat"))]
    return _kode(np.all([(n >= 1) & (n <= terendah) for n in (predikat_n1, predikat_n2)], axis=0))


@rumus(satuan=_SYARAT, berlaku=BERLAKU, dasar=PP, label=TERPENUHI)
def syarat_puncak_ijazah(ijazah: Kolom, golongan_berikut: Kolom, *, p: Pembaca) -> Kolom:
    """Golongan berikutnya tidak melampaui golongan tertinggi ijazahnya."""
    puncak = sel_golongan(p, "kp_puncak", "ijazah", IJAZAH, ijazah)
    return _kode((golongan_berikut != TIDAK_ADA) & (golongan_berikut <= puncak))


@rumus(satuan=_SYARAT, berlaku=BERLAKU, dasar=PP, label=TERPENUHI)
def syarat_atasan(golongan_berikut: Kolom, golongan_atasan: Kolom, *, p: Pembaca) -> Kolom:
    """Pangkat atasan langsung.

    Sejak Peraturan BKN 2/2025 boleh dilampaui; sebelumnya tidak, dan golongan atasan harus diketahui.
    """
    if p.nilai("kp_lampaui_atasan"):
        return np.ones_like(golongan_berikut)
    return _kode((golongan_berikut != TIDAK_ADA) & (golongan_berikut <= golongan_atasan))


@rumus(satuan=_SYARAT, berlaku=BERLAKU, dasar=PP, label=TERPENUHI)
def syarat_ujian_dinas(golongan_berikut: Kolom, ujian_dinas: Kolom, *, p: Pembaca) -> Kolom:
    """Ujian dinas bagi yang pindah ke golongan III atau IV."""
    kode = {nama: nomor for nomor, nama in GOLONGAN.items()}
    hasil = np.ones_like(golongan_berikut)
    for golongan, tingkat in p.buku.tabel("kp_ujian_dinas").items():
        if (pilih := golongan_berikut == kode[golongan]).any():
            p.catat("kp_ujian_dinas", golongan)
            hasil[pilih] = ujian_dinas[pilih] >= int(tingkat)
    return hasil


@rumus(satuan=_SYARAT, berlaku=BERLAKU, dasar="PP 100/2000 jo. PP 13/2002", label=TERPENUHI)
def syarat_rentang_eselon(eselon: Kolom, golongan_berikut: Kolom, *, p: Pembaca) -> Kolom:
    """Golongan berikutnya tidak melampaui golongan tertinggi eselonnya."""
    puncak = sel_golongan(p, "kp_eselon_tertinggi", "eselon", ESELON, eselon)
    return _kode((golongan_berikut != TIDAK_ADA) & (golongan_berikut <= puncak))


@rumus(satuan=_SYARAT, berlaku="2023-01-01", dasar="PermenPANRB 1/2023", label=TERPENUHI)
def syarat_angka_kredit(cukup_pangkat: Kolom, *, p: Pembaca) -> Kolom:
    """Angka kredit untuk naik pangkat."""
    return cukup_pangkat


@rumus(satuan=_SYARAT, berlaku="2023-01-01", dasar="PermenPANRB 1/2023", label=TERPENUHI)
def syarat_jenjang(jenjang: Kolom, golongan_berikut: Kolom, *, p: Pembaca) -> Kolom:
    """Golongan berikutnya masih di dalam jenjang jabatannya.

    Bila tidak, naik jenjang lebih dulu: angka kredit jenjang, lowongan, dan uji kompetensi.
    """
    puncak = sel_golongan(p, "ak_golongan_tertinggi", "jenjang", JENJANG, jenjang)
    return _kode((golongan_berikut != TIDAK_ADA) & (golongan_berikut <= puncak))


@rumus(satuan=_SYARAT, berlaku="2002-04-17", dasar=f"{PP} Pasal 18", label=TERPENUHI)
def syarat_ijazah_lebih_tinggi(golongan: Kolom, golongan_ijazah: Kolom, *, p: Pembaca) -> Kolom:
    """Golongan sekarang masih di bawah golongan ijazahnya."""
    return _kode(golongan < golongan_ijazah)


@rumus(satuan=_SYARAT, berlaku="2002-04-17", dasar=f"{PP} Pasal 18", label=TERPENUHI)
def syarat_ujian_ijazah(lulus_ujian_ijazah: Kolom, *, p: Pembaca) -> Kolom:
    """Lulus ujian kenaikan pangkat penyesuaian ijazah."""
    return lulus_ujian_ijazah


@rumus(satuan=_SYARAT, berlaku="2002-04-17", dasar=f"{PP} Pasal 18", label=TERPENUHI)
def syarat_tugas_ijazah(tugas_sesuai_ijazah: Kolom, *, p: Pembaca) -> Kolom:
    """Tugas sesuai dengan ijazah yang baru."""
    return tugas_sesuai_ijazah
