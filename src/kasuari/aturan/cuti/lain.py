"""Cuti sakit, melahirkan, besar, alasan penting, dan di luar tanggungan negara: hak dan hari terakhirnya."""

import numpy as np

from .. import hari as hitung_hari
from ..buku import Buku
from ..galat import tolak
from ..masukan import Kolom
from ..rumus import TIDAK_ADA, Pembaca, rumus
from ..tenggat.kolom import hari_kerja_ke
from .bidang import JENIS, NAMA_JENIS, STATUS, TAHAP_SAKIT
from .tahunan import BERLAKU, DASAR, YA_TIDAK, periksa_urut

_PNS = STATUS["PNS"]


def _terakhir(mulai: Kolom, bulan: Kolom | int) -> Kolom:
    """Hari terakhir cuti yang lamanya sekian bulan."""
    return hitung_hari.tambah_bulan(mulai, bulan) - 1


@rumus(satuan="tanggal", berlaku=BERLAKU, dasar=DASAR)
def sakit_terakhir(status: Kolom, mulai: Kolom, pekan: Kolom, *, p: Pembaca) -> Kolom:
    """Hari terakhir cuti sakit tanpa tambahan tim penguji kesehatan.

    PNS satu tahun; bagi PPPK sumber bertentangan (30 hari kerja atau satu tahun), maka hasilnya perkiraan.
    """
    hasil = np.zeros_like(mulai)
    pns = status == _PNS
    if pns.any():
        hasil[pns] = _terakhir(mulai[pns], p.nilai("cuti_sakit_bulan"))
    if not pns.all():
        lama = np.full(int((~pns).sum()), p.nilai("cuti_sakit_pppk_hari"), dtype=np.int64)
        hasil[~pns] = hari_kerja_ke(mulai[~pns] - 1, lama, pekan[~pns], p, np.flatnonzero(~pns))
    return hasil


@rumus(satuan="tahap", berlaku=BERLAKU, dasar=DASAR, label=TAHAP_SAKIT)
def tahap_sakit(status: Kolom, mulai: Kolom, selesai: Kolom, sakit_terakhir: Kolom, *, p: Pembaca) -> Kolom:
    """Surat apa yang diperlukan cuti sakit selama itu.

    Tambahan atas pertimbangan tim penguji kesehatan hanya bagi PNS.
    """
    periksa_urut(mulai, selesai)
    pendek = selesai - mulai + 1 <= p.nilai("cuti_sakit_surat_dokter")
    hasil = np.where(pendek, 1, 2)
    lewat = selesai > sakit_terakhir
    if lewat.any():
        penuh = p.nilai("cuti_sakit_bulan") + p.nilai("cuti_sakit_tambahan_bulan")
        boleh_tambah = (status == _PNS) & (selesai <= _terakhir(mulai, penuh))
        hasil = np.where(lewat, np.where(boleh_tambah, 3, 4), hasil)
    return hasil


@rumus(satuan="jenis cuti", berlaku=BERLAKU, dasar=DASAR, label=NAMA_JENIS)
def jenis_cuti_lahir(status: Kolom, anak_ke: Kolom, *, p: Pembaca) -> Kolom:
    """Jenis cuti untuk melahirkan.

    Sesudah anak ketiga PNS memakai cuti besar. TIDAK_ADA bagi PPPK, yang tidak mempunyai cuti besar dan yang
    ketentuannya untuk anak keempat belum ada sumbernya.
    """
    lain = np.where(status == _PNS, JENIS["Cuti Besar"], TIDAK_ADA)
    return np.where(anak_ke <= p.nilai("cuti_melahirkan_anak"), JENIS["Cuti Melahirkan"], lain)


@rumus(satuan="bulan", berlaku=BERLAKU, dasar=DASAR)
def bulan_cuti_lahir(jenis_cuti_lahir: Kolom, *, p: Pembaca) -> Kolom:
    """Lama cuti untuk melahirkan."""
    hasil = np.full_like(jenis_cuti_lahir, TIDAK_ADA)
    for jenis, kode in (("Cuti Melahirkan", "cuti_melahirkan_bulan"), ("Cuti Besar", "cuti_besar_bulan")):
        if (pilih := jenis_cuti_lahir == JENIS[jenis]).any():
            hasil[pilih] = p.nilai(kode)
    return hasil


@rumus(satuan="tanggal", berlaku=BERLAKU, dasar=DASAR)
def lahir_terakhir(mulai: Kolom, bulan_cuti_lahir: Kolom, *, p: Pembaca) -> Kolom:
    """Hari terakhir cuti untuk melahirkan."""
    ada = bulan_cuti_lahir != TIDAK_ADA
    return np.where(ada, _terakhir(mulai, np.where(ada, bulan_cuti_lahir, 0)), TIDAK_ADA)


@rumus(satuan="putusan", berlaku=BERLAKU, dasar=DASAR, label=YA_TIDAK)
def berhak_besar(
    status: Kolom, masa_kerja: Kolom, terus_menerus: Kolom, keperluan_agama: Kolom, *, p: Pembaca
) -> Kolom:
    """Berhak cuti besar.

    Sesudah masa kerjanya (sejak cuti besar terakhir), atau lebih awal untuk kewajiban agama pertama kali.
    PPPK tidak mempunyai cuti besar.
    """
    cukup = terus_menerus * (masa_kerja >= p.nilai("cuti_besar_masa_kerja"))
    agama = (keperluan_agama == 1) & (cukup == 0)
    if agama.any() and p.nilai("cuti_besar_agama"):
        cukup = np.where(agama, 1, cukup)
    return cukup * (status == _PNS)


@rumus(satuan="tanggal", berlaku=BERLAKU, dasar=DASAR)
def besar_terakhir(mulai: Kolom, *, p: Pembaca) -> Kolom:
    """Hari terakhir cuti besar yang paling lama."""
    return _terakhir(mulai, p.nilai("cuti_besar_bulan"))


@rumus(satuan="jenis cuti", berlaku=BERLAKU, dasar=DASAR, label=NAMA_JENIS)
def jenis_alasan_penting(status: Kolom, *, p: Pembaca) -> Kolom:
    """Jenis cuti untuk alasan penting; PPPK memakai cuti tahunan."""
    boleh = p.buku.tabel("cuti_jenis")
    p.catat("cuti_jenis", None if len(status) != 1 else {v: k for k, v in STATUS.items()}[int(status[0])])
    penting = "Cuti Karena Alasan Penting"
    pilih = [0, *(JENIS[penting if penting in boleh[nama] else "Cuti Tahunan"] for nama in STATUS)]
    return np.array(pilih, dtype=np.int64)[status]


@rumus(satuan="tanggal", berlaku=BERLAKU, dasar=DASAR)
def alasan_penting_terakhir(mulai: Kolom, *, p: Pembaca) -> Kolom:
    """Hari terakhir cuti karena alasan penting yang paling lama."""
    return _terakhir(mulai, p.nilai("cuti_alasan_penting_bulan"))


@rumus(satuan="putusan", berlaku=BERLAKU, dasar=DASAR, label=YA_TIDAK)
def berhak_cltn(status: Kolom, masa_kerja: Kolom, terus_menerus: Kolom, *, p: Pembaca) -> Kolom:
    """Berhak cuti di luar tanggungan negara; PPPK tidak mempunyainya."""
    return (status == _PNS) * terus_menerus * (masa_kerja >= p.nilai("cuti_cltn_masa_kerja"))


@rumus(satuan="tanggal", berlaku=BERLAKU, dasar=DASAR)
def cltn_terakhir(mulai: Kolom, perpanjangan: Kolom, *, p: Pembaca) -> Kolom:
    """Hari terakhir cuti di luar tanggungan negara, dengan atau tanpa perpanjangan."""
    tambah = p.nilai("cuti_cltn_perpanjangan_bulan") if perpanjangan.any() else 0
    return _terakhir(mulai, p.nilai("cuti_cltn_bulan") + perpanjangan * tambah)


@rumus(satuan="tanggal", berlaku=BERLAKU, dasar=DASAR)
def cltn_lapor(selesai: Kolom, *, p: Pembaca) -> Kolom:
    """Melapor kembali paling lambat sesudah cuti di luar tanggungan negara berakhir."""
    return hitung_hari.tambah_bulan(selesai, p.nilai("cuti_cltn_lapor_bulan"))


def jenis_cuti(status: str, buku: Buku) -> tuple[str, ...]:
    """Jenis cuti yang dipunyai 'PNS' atau 'PPPK'. Galat: `MasukanTidakSah`."""
    if status not in STATUS:
        raise tolak("status", f"status '{status}' tidak dikenal", STATUS)
    return tuple(buku.tabel("cuti_jenis")[status])
