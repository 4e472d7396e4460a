"""Rumus disiplin PNS: hukuman karena tidak masuk, mulai dan selesainya, dan pertemuan dua hukuman."""

import numpy as np

from .. import hari as hitung_hari
from ..buku import Buku
from ..galat import tolak
from ..masukan import Kolom
from ..rumus import TIDAK_ADA, Pembaca, rumus
from ..tenggat.kolom import hari_kerja_ke
from .bidang import NAMA_SESUDAH, PELAKSANA, SESUDAH_TURUN
from .hukuman import BEBAS, BERHENTI, HUKUMAN, NAMA, TINGKAT, TURUN

_BERLAKU = "2021-08-31"
_PP = "PP 94/2021"
_PP_BKN = "PP 94/2021; Peraturan BKN 6/2022"
_LABEL_HUKUMAN = NAMA
DIJALANI, DIANGGAP_SELESAI = "dijalani sampai selesai", "dianggap selesai"
SESUDAH, LANGSUNG = "setelah yang berjalan selesai", "langsung"


def _tabel_hukuman(kode: str, buku: Buku) -> Kolom:
    """Nilai tabel menurut kode hukuman; jenis tanpa sel bernilai 0."""
    tabel = buku.tabel(kode)
    return np.array([0, *(int(tabel.get(nama, 0)) for nama in HUKUMAN)], dtype=np.int64)


def _catat(p: Pembaca, kode: str, hukuman: Kolom) -> None:
    nama = NAMA.get(int(hukuman[0])) if len(hukuman) == 1 else None
    p.catat(kode, nama if nama in p.buku.tabel(kode) else None)


@rumus(satuan="hari kerja", berlaku=_BERLAKU, dasar=_PP_BKN)
def hari_setahun(hari_sebelum: Kolom, hari_baru: Kolom, *, p: Pembaca) -> Kolom:
    """Hari kerja tidak masuk tanpa alasan sah dalam satu tahun kalender."""
    return hari_sebelum + hari_baru


@rumus(satuan="putusan", berlaku=_BERLAKU, dasar=_PP_BKN, label={1: "ya", 0: "tidak"})
def berturut_penuh(hari_baru: Kolom, berturut: Kolom, *, p: Pembaca) -> Kolom:
    """Apakah hari tidak masuk yang terus menerus mencapai batas pemberhentian."""
    return berturut * (hari_baru >= p.nilai("disiplin_berturut_hari"))


@rumus(satuan="hukuman", berlaku=_BERLAKU, dasar=_PP_BKN, label=_LABEL_HUKUMAN)
def hukuman_tidak_masuk(status: Kolom, hari_setahun: Kolom, berturut_penuh: Kolom, *, p: Pembaca) -> Kolom:
    """Hukuman karena tidak masuk kerja tanpa alasan sah.

    Menurut jumlah setahun; yang terus menerus mencapai batas langsung diberhentikan. TIDAK_ADA di bawah batas.
    `status` hanya diperiksa: PPPK ditolak bidangnya.
    """
    hasil = np.full_like(hari_setahun, TIDAK_ADA)
    for nama, mulai in sorted(p.tabel("disiplin_tidak_masuk").items(), key=lambda b: int(b[1])):
        hasil[hari_setahun >= int(mulai)] = HUKUMAN[nama]
    return np.where(berturut_penuh == 1, BERHENTI, hasil)


@rumus(satuan="tingkat", berlaku=_BERLAKU, dasar=_PP, label={kode: nama for nama, kode in TINGKAT.items()})
def tingkat_tidak_masuk(hukuman_tidak_masuk: Kolom, *, p: Pembaca) -> Kolom:
    """Tingkat hukuman karena tidak masuk."""
    return _tingkat(hukuman_tidak_masuk, p)


def _tingkat(hukuman: Kolom, p: Pembaca) -> Kolom:
    tabel = p.buku.tabel("disiplin_tingkat")
    _catat(p, "disiplin_tingkat", hukuman)
    larik = np.array([TIDAK_ADA, *(TINGKAT[str(tabel[nama])] for nama in HUKUMAN)], dtype=np.int64)
    return larik[np.maximum(hukuman, 0)]


@rumus(satuan="tanggal", berlaku=_BERLAKU, dasar=_PP_BKN)
def gaji_berhenti(hari_baru: Kolom, berturut_penuh: Kolom, hari_terakhir: Kolom, *, p: Pembaca) -> Kolom:
    """Gaji dihentikan mulai tanggal ini.

    Bulan sesudah bulan hari kerja tidak masuk yang mencapai batas; TIDAK_ADA bila batas tidak tercapai.
    """
    return np.where(berturut_penuh == 1, hitung_hari.awal_bulan(hari_terakhir, 1), TIDAK_ADA)


@rumus(satuan="tanggal", berlaku=_BERLAKU, dasar=_PP_BKN)
def hukuman_berlaku(diterima: Kolom, pekan: Kolom, *, p: Pembaca) -> Kolom:
    """Hukuman mulai berlaku: hari kerja ke-15 sesudah keputusan diterima.

    Hari libur nasional tidak dihitung; contoh resmi 14 Februari sampai 8 Maret 2022 melewatkan Nyepi.
    """
    p.catat("tenggat_disiplin_berlaku", "lama")
    lama = int(p.buku.tabel("tenggat_disiplin_berlaku")["lama"])
    return hari_kerja_ke(diterima, np.full_like(diterima, lama), pekan, p)


@rumus(satuan="tanggal", berlaku=_BERLAKU, dasar=_PP)
def hukuman_selesai(hukuman_berlaku: Kolom, hukuman: Kolom, *, p: Pembaca) -> Kolom:
    """Hukuman selesai dijalani.

    Yang tidak berjangka selesai saat mulai berlaku.
    """
    _catat(p, "disiplin_bulan", hukuman)
    return hitung_hari.tambah_bulan(hukuman_berlaku, _tabel_hukuman("disiplin_bulan", p.buku)[hukuman])


@rumus(satuan="persen", berlaku=_BERLAKU, dasar=_PP)
def potongan_tunjangan(hukuman: Kolom, *, p: Pembaca) -> Kolom:
    """Potongan tunjangan kinerja tiap bulan selama hukuman dijalani."""
    _catat(p, "disiplin_potong_persen", hukuman)
    return _tabel_hukuman("disiplin_potong_persen", p.buku)[hukuman]


@rumus(satuan="bulan", berlaku=_BERLAKU, dasar=_PP)
def lama_hukuman(hukuman: Kolom, *, p: Pembaca) -> Kolom:
    """Lama hukuman dijalani; 0 bila tidak berjangka."""
    _catat(p, "disiplin_bulan", hukuman)
    return _tabel_hukuman("disiplin_bulan", p.buku)[hukuman]


@rumus(satuan="hukuman", berlaku=_BERLAKU, dasar=_PP_BKN, label=_LABEL_HUKUMAN)
def hukuman_ulang(hukuman: Kolom, sama: Kolom, *, p: Pembaca) -> Kolom:
    """Hukuman bila pelanggaran yang sama diulangi: setingkat lebih berat dari yang terakhir.

    TIDAK_ADA bila pelanggarannya lain, atau yang terakhir sudah yang terberat.
    """
    return np.where((sama == 1) & (hukuman < BERHENTI), hukuman + 1, TIDAK_ADA)


@rumus(satuan="hukuman", berlaku=_BERLAKU, dasar="PP 94/2021 Pasal 28", label=_LABEL_HUKUMAN)
def hukuman_atasan_lalai(hukuman: Kolom, *, p: Pembaca) -> Kolom:
    """Hukuman bagi atasan yang tidak menindak: lebih berat daripada hukuman bawahannya.

    TIDAK_ADA bila hukuman bawahan sudah yang terberat.
    """
    return np.where(hukuman < BERHENTI, hukuman + 1, TIDAK_ADA)


@rumus(satuan="keadaan", berlaku=_BERLAKU, dasar=_PP_BKN, label={0: DIJALANI, 1: DIANGGAP_SELESAI})
def keadaan_berjalan(hukuman: Kolom, hukuman_baru: Kolom, *, p: Pembaca) -> Kolom:
    """Nasib hukuman yang sedang dijalani ketika hukuman baru dijatuhkan."""
    return (hukuman_baru > hukuman).astype(np.int64)


@rumus(satuan="keadaan", berlaku=_BERLAKU, dasar=_PP_BKN, label={0: SESUDAH, 1: LANGSUNG})
def hukuman_baru_mulai(keadaan_berjalan: Kolom, *, p: Pembaca) -> Kolom:
    """Kapan hukuman baru dijalani."""
    return keadaan_berjalan


@rumus(satuan="kelas jabatan", berlaku=_BERLAKU, dasar="Peraturan BKN 6/2022")
def kelas_sesudah(hukuman: Kolom, kelas: Kolom, kelas_terendah: Kolom, *, p: Pembaca) -> Kolom:
    """Kelas jabatan pelaksana sesudah hukuman.

    Turun satu kelas; yang dibebaskan dari jabatan turun ke kelas terendah. Hukuman lain tidak mengubahnya.
    """
    bawah = kelas_terendah
    if (kelas_terendah == 0).any():
        bawah = np.where(kelas_terendah == 0, p.nilai("disiplin_kelas_terendah"), kelas_terendah)
    salah = np.flatnonzero(((hukuman == TURUN) & (kelas <= bawah)) | (kelas < bawah))
    if len(salah):
        i = int(salah[0])
        raise tolak("kelas", f"kelas {kelas[i]} tidak di atas yang terendah", [f"di atas {bawah[i]}"], i)
    return np.where(hukuman == TURUN, kelas - 1, np.where(hukuman == BEBAS, bawah, kelas))


@rumus(satuan="eselon", berlaku=_BERLAKU, dasar="Peraturan BKN 6/2022", label=NAMA_SESUDAH)
def eselon_sesudah(hukuman: Kolom, eselon: Kolom, *, p: Pembaca) -> Kolom:
    """Eselon sesudah hukuman.

    Turun setingkat, atau menjadi pelaksana bila dibebaskan dari jabatan.
    """
    tabel = p.buku.tabel("disiplin_eselon_turun")
    turun = np.zeros(max(SESUDAH_TURUN.values()) + 1, dtype=np.int64)
    for dari, ke in tabel.items():
        turun[SESUDAH_TURUN[dari]] = SESUDAH_TURUN[str(ke)]
    if (hukuman == TURUN).any():
        p.catat("disiplin_eselon_turun", NAMA_SESUDAH[int(eselon[0])] if len(eselon) == 1 else None)
    pelaksana = np.full_like(eselon, SESUDAH_TURUN[PELAKSANA])
    return np.where(hukuman == TURUN, turun[eselon], np.where(hukuman == BEBAS, pelaksana, eselon))
