"""Alur pemeriksaan disiplin: laporan, panggilan, pemeriksaan, usul, tim, hak jawab, putusan, penyampaian, upaya."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from kasuari.aparatur.disiplin import efek, hukum
from kasuari.aparatur.disiplin.siapa import AtasanBerwenang, Berwenang, KetuaTim, Pelapor, Pemeriksa
from kasuari.dasar.alur.models import Kasus, Tunggu
from kasuari.dasar.alur.proses import Langkah, Proses, Tahap, daftarkan
from kasuari.dasar.alur.siapa import Meja, Pemohon
from kasuari.dasar.inti.waktu import hari_ini

AWAL = frozenset({"draf", "laporan"})  # belum diberitahukan kepada yang diperiksa


def tanpa_tim(kasus: Kasus) -> bool:
    """hukuman ringan."""
    return not dengan_tim(kasus)


def dengan_tim(kasus: Kasus) -> bool:
    """hukuman sedang atau berat."""
    return hukum.bertim(kasus.pemeriksaan.tingkat or hukum.BERAT)


def lewat_batas(kasus: Kasus) -> bool:
    """batas waktunya lewat."""
    return Tunggu.objects.filter(kasus=kasus, selesai=None, tenggat__lt=hari_ini()).exists()


def keberatan(kasus: Kasus) -> bool:
    """hukuman dengan keberatan."""
    return hukum.upaya(kasus.pemeriksaan.hukuman) == "keberatan"


def banding(kasus: Kasus) -> bool:
    """hukuman dengan banding."""
    return not keberatan(kasus)


def sejak_diterima(kasus: Kasus) -> date:
    diterima: date = kasus.pemeriksaan.diterima
    return diterima


_ALASAN_HENTI = (_("Tidak ada pelanggaran disiplin."), _("Buktinya tidak cukup."))
_TIDAK_TERBUKTI = _("Tidak terbukti, hentikan")


def _henti(dari: str, aksi: str) -> Langkah:
    return Langkah(
        dari, aksi, "dihentikan", _TIDAK_TERBUKTI, perlu_alasan=True, kelas="bahaya", efek=efek.akhiri
    )


def _panggilan(tahap: str) -> Langkah:
    return Langkah(tahap, "hadir", "pemeriksaan", _("Yang dipanggil hadir"), efek=efek.berisi, kelas="utama")


def _upaya(tahap: str) -> list[Langkah]:
    """Putusan atas keberatan atau banding."""
    return [
        Langkah(tahap, "kuatkan", "final", _("Dikuatkan"), efek=efek.kuatkan, kelas="utama"),
        Langkah(tahap, "ubah", "final", _("Diubah"), efek=efek.ubah),
        Langkah(tahap, "batalkan", "dibatalkan", _("Dibatalkan"), efek=efek.batalkan, kelas="bahaya"),
    ]


def _menerima(tahap: str) -> list[Langkah]:
    return [
        Langkah(tahap, "terima", "final", _("Saya menerima keputusannya"), efek=efek.langkah_biasa),
        Langkah(tahap, "lewat", "final", _("Batas upaya lewat"), siapa=Meja("bkpsdm"), bila=lewat_batas, efek=efek.langkah_biasa),
    ]  # fmt: skip


DISIPLIN = daftarkan(
    Proses(
        "disiplin", 1, _("Pemeriksaan disiplin"), awal="draf", izin="disiplin.putuskan", alamat="disiplin:satu", tertutup=True,
        tahap=[
            Tahap("draf", _("Belum dikirim"), "perlu", menunggu=Pelapor()),
            Tahap("laporan", _("Menunggu pemanggilan"), "diterima", menunggu=Pemeriksa(), tenggat="disiplin_laporan"),
            Tahap("dipanggil", _("Dipanggil, panggilan I"), "diperiksa", menunggu=Pemeriksa(), tenggat="disiplin_pemeriksaan"),
            Tahap("dipanggil2", _("Dipanggil, panggilan II"), "diperiksa", menunggu=Pemeriksa(), tenggat="disiplin_pemeriksaan"),
            Tahap("pemeriksaan", _("Pemeriksaan tertutup"), "diperiksa", menunggu=Pemeriksa(), tenggat="disiplin_usul"),
            Tahap("bap", _("Berita acara menunggu dibaca"), "perlu", menunggu=Pemohon(), tenggat="disiplin_bap"),
            Tahap("usul", _("Menunggu usul hukuman"), "diperiksa", menunggu=Pemeriksa(), tenggat="disiplin_usul"),
            Tahap("tim", _("Menunggu pembentukan tim"), "diperiksa", menunggu=Meja("kepala_bkpsdm"), tenggat="disiplin_tim"),
            Tahap("tim_periksa", _("Diperiksa tim"), "diperiksa", menunggu=KetuaTim(), tenggat="disiplin_tim_periksa"),
            Tahap("hak_jawab", _("Rancangan menunggu tanggapan"), "perlu", menunggu=Pemohon(), tenggat="disiplin_hak_jawab"),
            Tahap("putusan", _("Menunggu pejabat yang berwenang"), "diperiksa", menunggu=Berwenang(), tenggat="disiplin_putusan"),
            Tahap("sk", _("Keputusan menunggu disampaikan"), "dikerjakan", menunggu=Meja("bkpsdm"), tenggat="disiplin_penyampaian"),
            Tahap("disampaikan", _("Disampaikan, dapat keberatan"), "perlu", menunggu=Pemohon(),
                  tenggat="disiplin_keberatan", sejak=sejak_diterima),
            Tahap("disampaikan_banding", _("Disampaikan, dapat banding"), "perlu", menunggu=Pemohon(),
                  tenggat="disiplin_banding", sejak=sejak_diterima),
            Tahap("keberatan", _("Keberatan menunggu putusan"), "diperiksa", menunggu=AtasanBerwenang(), tenggat="disiplin_jawaban_keberatan"),
            Tahap("banding", _("Banding menunggu BPASN"), "dikerjakan", menunggu=Meja("bkpsdm"), tenggat="disiplin_banding_putusan"),
            Tahap("final", _("Keputusan tetap"), "selesai"),
            Tahap("dibatalkan", _("Hukuman dibatalkan"), "tidak"),
            Tahap("dihentikan", _("Dihentikan tanpa hukuman"), "selesai"),
        ],
        langkah=[
            Langkah("draf", "lapor", "laporan", _("Laporkan"), pisah="mata"),
            Langkah("laporan", "panggil", "dipanggil", _("Panggil untuk diperiksa"), efek=efek.panggil, kelas="utama"),
            Langkah("laporan", "hentikan", "dihentikan", _TIDAK_TERBUKTI, perlu_alasan=True, kelas="bahaya", efek=efek.akhiri),
            _panggilan("dipanggil"),
            Langkah("dipanggil", "tidak_hadir", "dipanggil2", _("Tidak hadir, panggil kedua kali"), efek=efek.panggil),
            _panggilan("dipanggil2"),
            Langkah("dipanggil2", "mangkir", "usul", _("Tidak hadir dua kali"), efek=efek.mangkir),
            Langkah("pemeriksaan", "bap", "bap", _("Serahkan berita acara"), efek=efek.isi_bap, kelas="utama"),
            Langkah("bap", "tanda_tangan", "usul", _("Tanda tangani berita acara"), efek=efek.selesai_bap, kelas="utama"),
            Langkah("bap", "menolak", "usul", _("Menolak menandatangani"), perlu_alasan=True, efek=efek.selesai_bap),
            Langkah("bap", "catat_menolak", "usul", _("Catat tidak menandatangani"), siapa=Pemeriksa(), bila=lewat_batas,
                    perlu_alasan=True, efek=efek.selesai_bap),
            Langkah("usul", "usulkan", "hak_jawab", _("Usulkan hukuman"), pisah="mata", bila=tanpa_tim, efek=efek.usulkan, kelas="utama"),
            Langkah("usul", "usulkan", "tim", _("Usulkan hukuman"), pisah="mata", bila=dengan_tim, efek=efek.usulkan, kelas="utama"),
            _henti("usul", "tidak_terbukti"),
            Langkah("tim", "bentuk", "tim_periksa", _("Bentuk tim pemeriksa"), efek=efek.bentuk_tim, kelas="utama"),
            Langkah("tim_periksa", "rekomendasi", "hak_jawab", _("Sampaikan rekomendasi"), efek=efek.rekomendasi, kelas="utama"),
            _henti("tim_periksa", "tidak_terbukti"),
            Langkah("hak_jawab", "jawab", "putusan", _("Kirim tanggapan"), efek=efek.berisi, kelas="utama"),
            Langkah("hak_jawab", "terima_rancangan", "putusan", _("Tidak ada tanggapan"), efek=efek.langkah_biasa),
            Langkah("hak_jawab", "lanjut", "putusan", _("Teruskan, batas tanggapan lewat"), siapa=Pemeriksa(), bila=lewat_batas,
                    efek=efek.langkah_biasa),
            Langkah("putusan", "jatuhkan", "sk", _("Jatuhkan hukuman"), pisah="mata", efek=efek.jatuhkan, kelas="utama"),
            Langkah("putusan", "kembalikan", "usul", _("Kembalikan untuk diperiksa lagi"), perlu_alasan=True, efek=efek.langkah_biasa),
            Langkah("putusan", "bebaskan", "dihentikan", _TIDAK_TERBUKTI, perlu_alasan=True, kelas="bahaya", efek=efek.akhiri),
            Langkah("sk", "sampaikan", "disampaikan", _("Catat penyampaian"), bila=keberatan, efek=efek.sampaikan, kelas="utama"),
            Langkah("sk", "sampaikan", "disampaikan_banding", _("Catat penyampaian"), bila=banding, efek=efek.sampaikan, kelas="utama"),
            Langkah("disampaikan", "keberatan", "keberatan", _("Ajukan keberatan"), efek=efek.berisi, kelas="utama"),
            *_menerima("disampaikan"),
            Langkah("disampaikan_banding", "banding", "banding", _("Ajukan banding ke BPASN"), efek=efek.berisi, kelas="utama"),
            *_menerima("disampaikan_banding"),
            *_upaya("keberatan"),
            *_upaya("banding"),
        ],
        alasan_siap={"hentikan": _ALASAN_HENTI, "tidak_terbukti": _ALASAN_HENTI, "bebaskan": _ALASAN_HENTI,
                     "kembalikan": (_("Pertimbangannya belum menjawab tanggapan yang diperiksa."),)},
    )
)  # fmt: skip
