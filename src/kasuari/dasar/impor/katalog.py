"""Katalog kode temuan: satu kode, satu kalimat. Ruang lain menambah kodenya dengan `daftarkan_kode`.

Kalimat memakai %(kolom)s, %(teks)s, %(saran)s, dan isian khusus temuannya, sehingga dapat diterjemahkan utuh.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

TOLAK, PERINGATAN, ABAIKAN = "tolak", "peringatan", "abaikan"


@dataclass(frozen=True, slots=True)
class Kode:
    """Satu kode. `urutan` kecil = lebih mendasar; dipakai memilih alasan tolak yang dilaporkan."""

    kode: str
    tingkat: str
    pola: str
    urutan: int = 50
    sebut_kolom: bool = False
    menyertai_tolak: bool = False

    def kalimat(self, alasan: Any) -> str:
        """Kalimat jadi untuk sebuah `Alasan`; saran ditambahkan bila ada."""
        isi = {
            "kolom": alasan.kolom or "-",
            "teks": _pendek(alasan.teks),
            "saran": alasan.saran or "",
            **alasan.isi,
        }
        kalimat = f"Baris {alasan.baris}: " + self.pola % _Longgar(isi)
        return f"{kalimat} Mungkin maksudnya: {alasan.saran}." if alasan.saran else kalimat


class _Longgar(dict[str, str]):
    def __missing__(self, kunci: str) -> str:
        return ""


def _pendek(teks: str) -> str:
    satu = " ".join(teks.split())
    return satu if len(satu) <= 60 else satu[:57] + "..."


_KODE: dict[str, Kode] = {}


def daftarkan_kode(kode: Iterable[Kode]) -> None:
    """Tambah kode. Kode yang sama dengan kalimat lain adalah kesalahan pemrogram: ValueError."""
    for k in kode:
        if _KODE.get(k.kode, k) != k:
            raise ValueError(f"Kode impor {k.kode} terdaftar dua kali dengan isi berbeda.")
        _KODE[k.kode] = k


def kode_katalog(kode: str) -> Kode:
    return _KODE[kode]


def semua_kode() -> dict[str, Kode]:
    """Salinan katalog, untuk halaman bantuan dan uji terjemahan."""
    return dict(_KODE)


def _tolak(urutan: int, kode: str, pola: str) -> Kode:
    return Kode(kode, TOLAK, pola, urutan)


def _ingat(kode: str, pola: str) -> Kode:
    return Kode(kode, PERINGATAN, pola)


def _abai(kode: str, pola: str) -> Kode:
    return Kode(kode, ABAIKAN, pola)


daftarkan_kode(
    [
        _tolak(1, "KOLOM_KURANG", "%(sebab)s Lengkapi kolomnya atau betulkan pemetaan."),
        _tolak(2, "KOLOM_LEBIH",
            "Baris ini punya lebih banyak sel daripada kepala kolom; isinya mungkin bergeser. Beri "
            "tanda kutip pada sel yang memuat pemisah."),
        _tolak(10, "NIP_KOSONG", "NIP kosong. Isi 18 angka NIP dari SK atau SIASN."),
        _tolak(11, "NIP_NOTASI_ILMIAH",
            "NIP tertulis '%(teks)s' (notasi ilmiah), angka aslinya hilang dan tidak boleh ditebak. "
            "Ubah kolom menjadi Teks di Excel, lalu ketik ulang NIP."),
        _tolak(12, "NIP_PRESISI_HILANG",
            "NIP tersimpan sebagai angka sehingga digit ke-16 sampai ke-18 dibulatkan Excel. Ketik "
            "ulang NIP dari dokumen asli sebagai teks."),
        _tolak(13, "NIP_BUKAN_ANGKA",
            "NIP '%(teks)s' memuat huruf atau tanda. NIP hanya angka; salin lagi dari dokumen asli."),
        _tolak(14, "NIP_PANJANG", "NIP harus 18 angka, tertulis %(panjang)s. Periksa dokumen asli."),
        _tolak(15, "NIP_SUSUNAN", "Susunan NIP tidak mungkin. %(sebab)s Periksa dokumen asli."),
        _tolak(20, "NAMA_TIDAK_SAH", "Nama '%(teks)s' %(sebab)s. Tulis nama orang seperti di SK."),
        _tolak(30, "TANGGAL_TIDAK_SAH",
            "Kolom %(kolom)s berisi '%(teks)s': %(sebab)s. Tulis tanggal lengkap, misalnya "
            "17-08-1985."),
        _tolak(31, "TANGGAL_TIDAK_WAJAR",
            "Kolom %(kolom)s berisi %(teks)s, tanggal yang tidak mungkin: %(sebab)s. Periksa dokumen "
            "asli."),
        _tolak(32, "TMT_MASA_DEPAN",
            "Kolom %(kolom)s berisi %(teks)s, sesudah hari ini. Masukkan setelah berlaku, atau "
            "betulkan tahunnya."),
        _tolak(33, "TANGGAL_TERBALIK",
            "Tanggal selesai mendahului tanggal mulai (%(sebab)s). Tukar atau betulkan salah satunya."),
        _tolak(40, "GOLONGAN_TIDAK_DIKENAL",
            "Golongan '%(teks)s' tidak dikenal. Tulis I/a sampai IV/e (PNS) atau I sampai XVII "
            "(PPPK)."),
        _tolak(80, "DUPLIKAT_IDENTIK",
            "Baris ini sama persis dengan baris %(baris_lain)s; yang pertama dipakai. Tidak perlu "
            "tindakan."),
        _tolak(81, "DUPLIKAT_KONFLIK",
            "NIP ini sudah ada di baris %(baris_lain)s dengan isi berbeda (%(beda)s); yang pertama "
            "dipakai. Tetapkan baris yang benar."),
        _ingat("NIP_TGL_LAHIR_BEDA",
            "Tanggal lahir %(teks)s tidak sama dengan delapan angka pertama NIP (%(nip)s). Cocokkan "
            "dengan akta atau SK."),
        _ingat("NIP_JK_BEDA",
            "Jenis kelamin %(teks)s tidak sama dengan angka ke-15 NIP (%(nip)s). Cocokkan dengan "
            "dokumen."),
        Kode("NIP_NOL_DI_EKOR", PERINGATAN,
            "Tiga angka terakhir NIP 000: bekas pembulatan Excel. Ambil NIP dari sumber lain.", menyertai_tolak=True),
        _ingat("TAHUN_DUA_DIGIT",
            "Kolom %(kolom)s berisi '%(teks)s' dengan tahun dua angka; dibaca %(dibaca)s. Tulis tahun"
            " empat angka."),
        Kode("TANGGAL_AMBIGU", PERINGATAN,
            "Kolom %(kolom)s berisi '%(teks)s': %(sebab)s. Dikosongkan sampai ada yang memastikan.", sebut_kolom=True),
        _ingat("GAJI_KOSONG", "Kolom %(kolom)s kosong. Isi bila datanya ada."),
        _ingat("UANG_TIDAK_SAH",
            "Kolom %(kolom)s berisi '%(teks)s', bukan rupiah bulat. Dikosongkan; tulis misalnya "
            "3.879.500."),
        _ingat("JK_TIDAK_DIKENAL", "Jenis kelamin '%(teks)s' tidak dikenal. Dikosongkan; tulis L atau P."),
        _ingat("MASA_KERJA_TIDAK_SAH",
            "Masa kerja '%(teks)s' tidak terbaca. Dikosongkan; tulis misalnya 10 tahun 6 bulan."),
        _ingat("ANGKA_TIDAK_SAH", "Kolom %(kolom)s berisi '%(teks)s', bukan bilangan bulat. Dikosongkan."),
        _ingat("KARAKTER_KENDALI", "Kolom %(kolom)s memuat huruf tak terlihat yang dibuang. Periksa isinya."),
        _abai("BARIS_KOSONG", "Baris kosong."),
        _abai("BARIS_TOTAL", "Baris jumlah."),
        _abai("BARIS_SELA", "Baris sela atau judul kelompok."),
        _abai("BARIS_NOMOR_KOLOM", "Baris nomor kolom."),
        _abai("KEPALA_BERULANG", "Kepala kolom yang berulang."),
        _abai("CATATAN_KAKI", "Catatan kaki."),
        _abai("BLOK_TANDA_TANGAN", "Blok tanda tangan."),
    ]
)  # fmt: skip
