"""Kapan pangkat dapat naik: golongan berikutnya, masa yang harus genap, dan periode TMT-nya."""

from collections.abc import Mapping

import numpy as np

from .. import hari as hitung_hari
from ..eselon import ESELON
from ..galat import tolak
from ..masukan import Kolom
from ..rumus import TIDAK_ADA, Pembaca, rumus
from .bidang import GOLONGAN, IJAZAH, JENIS, URUT

PP = "PP 99/2000 jo. PP 12/2002"
BERLAKU = "2000-11-10"


def sel_golongan(p: Pembaca, kode: str, bidang: str, pilihan: Mapping[str, int], kolom: Kolom) -> Kolom:
    """Golongan (kode) dari tabel label -> golongan. Label tanpa sel ditolak dengan nama `bidang` dan barisnya."""
    tabel = p.buku.tabel(kode)
    hasil = np.zeros_like(kolom)
    nama_kode = {nomor: nama for nama, nomor in pilihan.items()}
    kode_golongan = {nama: nomor for nomor, nama in GOLONGAN.items()}
    for nomor in np.unique(kolom):
        nama = nama_kode[int(nomor)]
        if nama not in tabel:
            raise tolak(bidang, f"'{nama}' tidak diatur di sini", tabel, int(np.argmax(kolom == nomor)))
        hasil[kolom == nomor] = kode_golongan[str(tabel[nama])]
        p.catat(kode, nama)
    return hasil


@rumus(satuan="golongan", berlaku=BERLAKU, dasar=PP, label=GOLONGAN)
def golongan_berikut(golongan: Kolom, *, p: Pembaca) -> Kolom:
    """Golongan setingkat lebih tinggi.

    TIDAK_ADA bila sudah di golongan tertinggi.
    """
    urut = np.array([*URUT, TIDAK_ADA], dtype=np.int64)
    return urut[np.searchsorted(urut[:-1], golongan) + 1]


@rumus(satuan="tanggal", berlaku=BERLAKU, dasar=PP)
def genap_reguler(tmt_pangkat: Kolom, *, p: Pembaca) -> Kolom:
    """Masa dalam pangkat terakhir genap untuk kenaikan reguler."""
    return hitung_hari.tambah_bulan(tmt_pangkat, p.nilai("kp_reguler_tahun") * 12)


@rumus(satuan="tanggal", berlaku=BERLAKU, dasar=PP)
def genap_struktural(
    golongan: Kolom, eselon: Kolom, tmt_pangkat: Kolom, tmt_jabatan: Kolom, *, p: Pembaca
) -> Kolom:
    """Masa untuk kenaikan pilihan jabatan struktural genap.

    Di bawah golongan terendah eselonnya: masa dalam jabatan dan masa dalam pangkat yang lebih pendek. Selainnya masa
    pangkat yang penuh.
    """
    masa = p.tabel("kp_struktural_tahun")
    di_bawah = golongan < sel_golongan(p, "kp_eselon_terendah", "eselon", ESELON, eselon)
    pendek = np.maximum(
        hitung_hari.tambah_bulan(tmt_jabatan, masa["jabatan"] * 12),
        hitung_hari.tambah_bulan(tmt_pangkat, masa["pangkat_di_bawah"] * 12),
    )
    return np.where(di_bawah, pendek, hitung_hari.tambah_bulan(tmt_pangkat, masa["pangkat"] * 12))


@rumus(satuan="tanggal", berlaku=BERLAKU, dasar=PP)
def genap_fungsional(tmt_pangkat: Kolom, *, p: Pembaca) -> Kolom:
    """Masa dalam pangkat terakhir genap untuk kenaikan jabatan fungsional."""
    return hitung_hari.tambah_bulan(tmt_pangkat, p.nilai("kp_fungsional_tahun") * 12)


@rumus(satuan="tanggal", berlaku=BERLAKU, dasar=f"{PP} Pasal 18")
def genap_ijazah(tmt_pangkat: Kolom, *, p: Pembaca) -> Kolom:
    """Masa dalam pangkat terakhir genap untuk penyesuaian ijazah."""
    return hitung_hari.tambah_bulan(tmt_pangkat, p.nilai("kp_ijazah_tahun") * 12)


def _periode_sejak(genap: Kolom, per_tanggal: Kolom, p: Pembaca) -> Kolom:
    """TMT periode pertama pada atau sesudah masa genap dan `per_tanggal`, menurut periode buku ini."""
    mulai = np.maximum(genap, per_tanggal)
    awal = hitung_hari.awal_bulan(mulai)
    awal = np.where(awal < mulai, hitung_hari.awal_bulan(mulai, 1), awal)
    boleh = {int(b) for b in p.nilai("kp_periode_bulan")}
    # jarak bulan ke periode terdekat untuk tiap bulan kalender
    jarak = [next(i for i in range(12) if (bulan + i) % 12 + 1 in boleh) for bulan in range(12)]
    return hitung_hari.awal_bulan(awal, np.array(jarak, dtype=np.int64)[hitung_hari.bulan_ke(awal) - 1])


@rumus(satuan="tanggal", berlaku=BERLAKU, dasar=PP)
def tmt_reguler(genap_reguler: Kolom, per_tanggal: Kolom, *, p: Pembaca) -> Kolom:
    """TMT kenaikan reguler paling awal dari segi waktu.

    Menurut periode buku ini; melintasi masa aturan lain: `reguler_paling_awal`.
    """
    return _periode_sejak(genap_reguler, per_tanggal, p)


@rumus(satuan="tanggal", berlaku=BERLAKU, dasar=PP)
def tmt_struktural(genap_struktural: Kolom, per_tanggal: Kolom, *, p: Pembaca) -> Kolom:
    """TMT kenaikan jabatan struktural paling awal dari segi waktu."""
    return _periode_sejak(genap_struktural, per_tanggal, p)


@rumus(satuan="tanggal", berlaku=BERLAKU, dasar=PP)
def tmt_fungsional(genap_fungsional: Kolom, per_tanggal: Kolom, *, p: Pembaca) -> Kolom:
    """TMT kenaikan jabatan fungsional paling awal dari segi waktu."""
    return _periode_sejak(genap_fungsional, per_tanggal, p)


@rumus(satuan="tanggal", berlaku=BERLAKU, dasar=PP)
def tmt_ijazah(genap_ijazah: Kolom, per_tanggal: Kolom, *, p: Pembaca) -> Kolom:
    """TMT penyesuaian ijazah paling awal dari segi waktu."""
    return _periode_sejak(genap_ijazah, per_tanggal, p)


@rumus(satuan="putusan", berlaku=BERLAKU, dasar=PP, label={1: "ya", 0: "tidak"})
def periode_tepat(tmt: Kolom, jenis_kp: Kolom, *, p: Pembaca) -> Kolom:
    """Apakah TMT jatuh pada periode kenaikan pangkat."""
    luar = [JENIS[j] for j in p.nilai("kp_luar_periode")]
    bulan = [int(b) for b in p.nilai("kp_periode_bulan")]
    tepat = (tmt == hitung_hari.awal_bulan(tmt)) & np.isin(hitung_hari.bulan_ke(tmt), bulan)
    return (tepat | np.isin(jenis_kp, luar)).astype(np.int64)


@rumus(satuan="golongan", berlaku="2002-04-17", dasar=f"{PP} Pasal 18", label=GOLONGAN)
def golongan_ijazah(ijazah: Kolom, *, p: Pembaca) -> Kolom:
    """Golongan sesudah penyesuaian ijazah."""
    return sel_golongan(p, "kp_ijazah", "ijazah", IJAZAH, ijazah)


@rumus(satuan="masa kerja", berlaku="1977-01-01", dasar="PP 7/1977")
def mkg_sesudah_naik(golongan: Kolom, golongan_baru: Kolom, mkg: Kolom, *, p: Pembaca) -> Kolom:
    """Masa kerja golongan sesudah naik pangkat.

    Dipotong hanya saat pindah golongan (I ke II, II ke III, III ke IV), dan tidak pernah negatif.
    """
    potong = p.buku.tabel("mkg_potong_pindah_golongan")
    hasil = mkg.copy()
    dua = np.stack([golongan, golongan_baru], axis=1)
    for dari, ke in np.unique(dua[golongan // 10 != golongan_baru // 10], axis=0).tolist():
        pilih = (golongan == dari) & (golongan_baru == ke)
        sel = "-".join(GOLONGAN[k].split("/")[0] for k in (dari, ke))
        if sel not in potong:
            pesan = f"perpindahan {GOLONGAN[dari]} ke {GOLONGAN[ke]} tidak diatur"
            raise tolak("golongan_baru", pesan, potong, int(np.argmax(pilih)))
        p.catat("mkg_potong_pindah_golongan", sel)
        hasil[pilih] = np.maximum(0, mkg[pilih] - int(potong[sel]))
    return hasil
