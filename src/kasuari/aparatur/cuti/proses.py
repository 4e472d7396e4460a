"""Alur cuti: atasan langsung, pejabat yang berwenang, dan bagi CLTN persetujuan teknis BKN."""

from dataclasses import dataclass

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kasuari.aparatur.cuti import efek
from kasuari.aparatur.cuti.models import Jenis
from kasuari.dasar.alur.models import Kasus
from kasuari.dasar.alur.proses import Langkah, Proses, Tahap, daftarkan
from kasuari.dasar.alur.siapa import Atasan, Meja, Pemohon, Sasaran, pos_atasan
from kasuari.dasar.inti.galat import MasukanSalah
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.organisasi import selectors as organisasi
from kasuari.dasar.organisasi.models import UnitKini


@dataclass(frozen=True, slots=True)
class PejabatCuti:
    """Pimpinan perangkat daerah pemohon; bila ia sendiri pemohonnya, pimpinan di atasnya."""

    def sasaran(self, kasus: Kasus) -> Sasaran:
        atas = pos_atasan(kasus)
        if not atas:
            raise MasukanSalah(
                gettext("Belum ada pos pimpinan di atas unit ini. Minta BKPSDM menandainya di Organisasi."),
                "unit",
            )
        unit = {k.subjek_id: k.unit_id for k in organisasi.pos_pada(hari_ini(), subjek=atas)}
        dalam = dict(UnitKini.objects.filter(unit__in=unit.values()).values_list("unit_id", "dalam"))
        opd = (
            UnitKini.objects.filter(unit_id=kasus.unit_id).values_list("opd__kini__dalam", flat=True).first()
        )
        batas = opd if opd is not None else 0
        return Sasaran(pos_id=next((p for p in atas if dalam.get(unit[p], 0) <= batas), atas[-1]))


def berjenjang(kasus: Kasus) -> bool:
    """atasan langsung bukan pejabat yang berwenang."""
    return PejabatCuti().sasaran(kasus) != Atasan().sasaran(kasus)


def langsung(kasus: Kasus) -> bool:
    """atasan langsung sekaligus pejabat yang berwenang, bukan CLTN."""
    return not berjenjang(kasus) and biasa(kasus)


def langsung_cltn(kasus: Kasus) -> bool:
    """atasan langsung sekaligus pejabat yang berwenang, CLTN."""
    return not berjenjang(kasus) and cltn(kasus)


def cltn(kasus: Kasus) -> bool:
    """cuti di luar tanggungan negara."""
    return bool(kasus.permohonan_cuti.jenis == Jenis.CLTN)


def biasa(kasus: Kasus) -> bool:
    """bukan cuti di luar tanggungan negara."""
    return not cltn(kasus)


def tahunan(kasus: Kasus) -> bool:
    """cuti tahunan."""
    return bool(kasus.permohonan_cuti.jenis == Jenis.TAHUNAN)


def belum_mulai(kasus: Kasus) -> bool:
    """belum ada hari yang dijalani."""
    return bool(kasus.permohonan_cuti.mulai >= hari_ini())


def sedang_jalan(kasus: Kasus) -> bool:
    """sedang dijalani."""
    c = kasus.permohonan_cuti
    return bool(c.mulai < hari_ini() <= c.selesai)


_ALASAN = (_("Tanggalnya bentrok dengan tugas yang tidak dapat ditinggalkan."), _("Bukti belum terbaca. Unggah lagi."),
           _("Tanggal atau jenisnya keliru."))  # fmt: skip
_SETUJU, _TOLAK = _("Setujui"), _("Tidak disetujui")


def _putusan(tahap: str) -> list[Langkah]:
    """Langkah yang sama di meja atasan dan di meja pejabat."""
    return [
        Langkah(tahap, "kembalikan", "draf", _("Minta perbaikan"), perlu_alasan=True),
        Langkah(
            tahap,
            "tangguhkan",
            "ditangguhkan",
            _("Tangguhkan"),
            pisah="orang",
            perlu_alasan=True,
            bila=tahunan,
            efek=efek.tangguhkan,
        ),
        Langkah(tahap, "tolak", "ditolak", _TOLAK, pisah="orang", perlu_alasan=True, kelas="bahaya"),
        Langkah(tahap, "tarik", "batal", _("Tarik permohonan"), siapa=Pemohon(), kelas="bahaya"),
    ]


CUTI = daftarkan(
    Proses(
        "cuti", 1, _("Cuti"), awal="draf", izin="cuti.putuskan", alamat="cuti:satu",
        tahap=[
            Tahap("draf", _("Belum dikirim"), "perlu", menunggu=Pemohon()),
            Tahap("atasan", _("Menunggu atasan langsung"), "diperiksa", menunggu=Atasan(), tenggat="cuti_atasan"),
            Tahap("pejabat", _("Menunggu pejabat yang berwenang"), "diperiksa", menunggu=PejabatCuti(), tenggat="cuti_pejabat"),
            Tahap("bkn", _("Menunggu persetujuan teknis BKN"), "dikerjakan", menunggu=Meja("bkpsdm")),
            Tahap("disetujui", _("Disetujui"), "selesai"),
            Tahap("ditangguhkan", _("Ditangguhkan"), "tidak"),
            Tahap("ditolak", _("Tidak disetujui"), "tidak"),
            Tahap("batal", _("Dibatalkan"), "tidak"),
        ],
        langkah=[
            Langkah("draf", "ajukan", "atasan", _("Kirim"), pisah="orang", kelas="utama"),
            Langkah("draf", "buang", "batal", _("Buang"), kelas="bahaya"),
            Langkah("atasan", "teruskan", "pejabat", _("Setuju, teruskan"), pisah="orang", bila=berjenjang, kelas="utama"),
            Langkah("atasan", "setujui", "disetujui", _SETUJU, pisah="orang", bila=langsung, efek=efek.setujui, kelas="utama"),
            Langkah("atasan", "setujui", "bkn", _SETUJU, pisah="orang", bila=langsung_cltn, kelas="utama"),
            *_putusan("atasan"),
            Langkah("pejabat", "setujui", "disetujui", _SETUJU, pisah="orang", bila=biasa, efek=efek.setujui, kelas="utama"),
            Langkah("pejabat", "setujui", "bkn", _SETUJU, pisah="orang", bila=cltn, kelas="utama"),
            *_putusan("pejabat"),
            Langkah("bkn", "terima", "disetujui", _("Catat persetujuan BKN"), efek=efek.setujui_cltn, kelas="utama"),
            Langkah("bkn", "tolak", "ditolak", _("BKN tidak menyetujui"), perlu_alasan=True, kelas="bahaya"),
            Langkah(
                "disetujui", "batalkan", "batal", _("Batalkan cuti"), siapa=Pemohon(), bila=belum_mulai,
                efek=efek.batalkan, perlu_alasan=True, kelas="bahaya",
            ),
            Langkah("disetujui", "kembali", "disetujui", _("Saya sudah kembali bekerja"), siapa=Pemohon(), bila=sedang_jalan, efek=efek.potong),
        ],
        alasan_siap={"kembalikan": _ALASAN, "tangguhkan": (_("Kepentingan dinas mendesak."),), "tolak": (_ALASAN[0],)},
    )
)  # fmt: skip
