"""Alur permohonan: diajukan, dilengkapi bila kurang, diverifikasi, dikerjakan, diputus, terbit, diserahkan."""

from collections.abc import Callable

from django.utils.translation import gettext_lazy as _

from kasuari.dasar.alur.models import Kasus
from kasuari.dasar.alur.proses import Langkah, Proses, Tahap, daftarkan
from kasuari.dasar.alur.siapa import Atasan, Luar, Meja
from kasuari.dasar.dokumen import surat
from kasuari.dasar.inti.waktu import hari
from kasuari.masyarakat.layanan import efek, naskah
from kasuari.masyarakat.layanan.models import Jenis, Permohonan
from kasuari.masyarakat.layanan.waktu import standar_permohonan

surat.daftarkan(naskah.SURAT, efek.surat_selesai)
surat.daftarkan(naskah.SURAT_TERTUTUP, efek.surat_selesai)
MEJA = Meja("petugas_layanan")


def _p(kasus: Kasus) -> Permohonan:
    return Permohonan.objects.select_related("layanan").get(kasus=kasus)


def dikerjakan(kasus: Kasus) -> bool:
    """hasilnya ditandatangani di sini."""
    return standar_permohonan(_p(kasus)).jenis == Jenis.DIKERJAKAN


def diteruskan(kasus: Kasus) -> bool:
    """hasilnya terbit dari sistem lain."""
    return not dikerjakan(kasus)


def sudah_diverifikasi(kasus: Kasus) -> bool:
    """berkasnya pernah lengkap."""
    return _p(kasus).diverifikasi is not None


def belum_diverifikasi(kasus: Kasus) -> bool:
    """berkasnya belum pernah lengkap."""
    return not sudah_diverifikasi(kasus)


def _janji(kasus: Kasus):  # type: ignore[no-untyped-def]
    p = Permohonan.objects.filter(kasus=kasus).only("jatuh_tempo", "penjelasan").get()
    return (hari(p.jatuh_tempo) if p.jatuh_tempo else None), p.penjelasan


def _tahap(kode: str, judul: object, umum: str, menunggu: object) -> Tahap:
    return Tahap(kode, judul, umum, menunggu=menunggu, janji=_janji)  # type: ignore[arg-type]


def _tolak(dari: str, pisah: str = "") -> Langkah:
    return Langkah(
        dari, "tolak", "ditolak", _("Tidak dapat dipenuhi"), pisah=pisah, perlu_alasan=True, kelas="bahaya",
        efek=efek.dari(efek.tolak),
    )  # fmt: skip


def _minta(dari: str) -> Langkah:
    return Langkah(
        dari, "minta", "kurang_lengkap", _("Minta satu kelengkapan"), perlu_alasan=True,
        efek=efek.dari(efek.ambil_tugas, efek.belum_lengkap, efek.hitung_waktu),
    )  # fmt: skip


def _jawab(ke: str, bila: Callable[[Kasus], bool]) -> Langkah:
    return Langkah(
        "kurang_lengkap", "jawab", ke, _("Pemohon melengkapi"), bila=bila, efek=efek.dari(efek.dilengkapi, efek.hitung_waktu)
    )  # fmt: skip


def _batal(dari: str) -> Langkah:
    return Langkah(dari, "batal", "batal", _("Pemohon menarik permohonan"), siapa=Luar(), kelas="bahaya", efek=efek.dari(efek.batal))  # fmt: skip


def _buka(dari: str) -> Langkah:
    return Langkah(
        dari,
        "buka_lagi",
        "diproses",
        _("Buka lagi"),
        siapa=MEJA,
        perlu_alasan=True,
        efek=efek.dari(efek.buka_lagi),
    )


LAYANAN = daftarkan(
    Proses(
        "layanan", 1, _("Permohonan layanan"), awal="diajukan", izin="layanan.putuskan", alamat="layanan_kerja:satu_kasus",
        tahap=[
            _tahap("diajukan", _("Menunggu diperiksa kelengkapannya"), "diterima", MEJA),
            Tahap("kurang_lengkap", _("Menunggu kelengkapan dari pemohon"), "perlu", menunggu=Luar()),
            _tahap("diverifikasi", _("Berkas lengkap, menunggu dikerjakan"), "diperiksa", MEJA),
            _tahap("diproses", _("Sedang dikerjakan"), "dikerjakan", MEJA),
            _tahap("lapangan", _("Pemeriksaan lapangan"), "dikerjakan", MEJA),
            _tahap("putusan", _("Menunggu pejabat yang menandatangani"), "dikerjakan", Atasan()),
            _tahap("disetujui", _("Disetujui, hasilnya disiapkan"), "dikerjakan", MEJA),
            Tahap("terbit", _("Hasilnya siap"), "selesai", menunggu=MEJA),
            Tahap("selesai", _("Hasilnya sudah diterima pemohon"), "selesai"),
            Tahap("ditolak", _("Tidak dapat dipenuhi"), "tidak"),
            Tahap("batal", _("Ditarik pemohon"), "tidak"),
        ],
        langkah=[
            Langkah("diajukan", "lengkap", "diverifikasi", _("Berkas lengkap"), kelas="utama", efek=efek.dari(efek.verifikasi, efek.hitung_waktu)),
            _minta("diajukan"), _tolak("diajukan"), _batal("diajukan"),
            _jawab("diajukan", belum_diverifikasi), _jawab("diproses", sudah_diverifikasi), _batal("kurang_lengkap"),
            Langkah(
                "kurang_lengkap", "tutup", "ditolak", _("Tutup, tidak dilengkapi"), siapa=MEJA, perlu_alasan=True, kelas="bahaya",
                efek=efek.dari(efek.tolak),
            ),
            Langkah("diverifikasi", "proses", "diproses", _("Mulai kerjakan"), kelas="utama", efek=efek.dari(efek.ambil_tugas)),
            _batal("diverifikasi"),
            Langkah(
                "diproses", "ajukan_putusan", "putusan", _("Kirim ke pejabat untuk ditandatangani"), pisah="orang", bila=dikerjakan,
                kelas="utama", efek=efek.dari(),
            ),
            Langkah("diproses", "setujui", "disetujui", _("Diteruskan dan disetujui"), bila=diteruskan, kelas="utama", efek=efek.dari()),
            Langkah("diproses", "periksa_lapangan", "lapangan", _("Periksa ke lapangan"), efek=efek.dari()),
            _minta("diproses"), _tolak("diproses"), _batal("diproses"),
            Langkah("lapangan", "kembali", "diproses", _("Catat hasil lapangan"), perlu_alasan=True, kelas="utama", efek=efek.dari()),
            Langkah(
                "putusan", "setujui", "disetujui", _("Setujui dan tanda tangani"), pisah="orang", kelas="utama",
                efek=efek.dari(efek.terbitkan_surat),
            ),
            Langkah("putusan", "kembalikan", "diproses", _("Kembalikan ke petugas"), perlu_alasan=True, efek=efek.dari()),
            _tolak("putusan", "orang"),
            Langkah("disetujui", "terbit", "terbit", _("Hasil ditandatangani"), siapa=Luar(), bila=dikerjakan, efek=efek.dari(efek.jadi)),
            Langkah("disetujui", "catat_nomor", "terbit", _("Catat nomor hasilnya"), bila=diteruskan, kelas="utama", efek=efek.dari(efek.jadi)),
            Langkah("terbit", "serahkan", "selesai", _("Sudah diserahkan"), kelas="utama", efek=efek.dari(efek.akhir)),
            _buka("terbit"), _buka("selesai"), _buka("ditolak"),
        ],
        alasan_siap={
            "minta": (_("Pengantar RT/RW belum ada."), _("Fotonya tidak terbaca. Foto lagi di tempat terang."),
                      _("Nomor KK pada isian tidak sama dengan fotonya.")),
            "tolak": (_("Data tidak sama dengan data kependudukan dan tidak dapat diperbaiki di sini."), _("Bukan wilayah unit ini.")),
            "tutup": (_("Tidak dilengkapi sesudah diingatkan."),),
            "kembali": (_("Sudah dikunjungi, keadaannya sesuai isian."), _("Sudah dikunjungi, keadaannya tidak sesuai isian.")),
        },
    )
)  # fmt: skip
