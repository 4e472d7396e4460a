"""Permohonan cuti dan catatan cuti tahunan dari luar sistem. Cuti yang disetujui adalah fakta di `pegawai.RiwayatCuti`."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from kasuari.aparatur.pegawai.models import Pegawai
from kasuari.dasar.alur.models import Kasus
from kasuari.dasar.dokumen.models import Lampiran, Surat
from kasuari.dasar.inti.fakta import Keadaan, Rentang


class Jenis(models.TextChoices):
    TAHUNAN = "tahunan", "Cuti Tahunan"
    BESAR = "besar", "Cuti Besar"
    SAKIT = "sakit", "Cuti Sakit"
    MELAHIRKAN = "melahirkan", "Cuti Melahirkan"
    PENTING = "penting", "Cuti Karena Alasan Penting"
    CLTN = "cltn", "Cuti di Luar Tanggungan Negara"


NAMA = {
    Jenis.TAHUNAN: _("Cuti Tahunan"),
    Jenis.SAKIT: _("Cuti Sakit"),
    Jenis.MELAHIRKAN: _("Cuti Melahirkan"),
    Jenis.PENTING: _("Cuti Karena Alasan Penting"),
    Jenis.BESAR: _("Cuti Besar"),
    Jenis.CLTN: _("Cuti di Luar Tanggungan Negara"),
}
# Jenis yang memberi tahu keadaan kesehatan atau keluarga: tidak disebut di kalender tim dan halaman umum.
TERTUTUP = frozenset({"sakit", "melahirkan", "penting"})


class PermohonanCuti(models.Model):
    """`id` sama dengan id kasusnya: satu alamat bagi keduanya.

    `rincian` tersandi: alasan, alamat selama cuti, nomor HP, anak ke berapa (kelas kesehatan).
    """

    id = models.UUIDField(primary_key=True)
    kasus = models.OneToOneField(Kasus, models.PROTECT, related_name="permohonan_cuti")
    pegawai = models.ForeignKey(Pegawai, models.PROTECT, related_name="+")
    jenis = models.CharField(max_length=12, choices=Jenis.choices)
    mulai = models.DateField()
    selesai = models.DateField()  # hari terakhir cuti, ikut dihitung
    hari = models.SmallIntegerField()
    rincian = models.BinaryField()
    bukti = models.ForeignKey(Lampiran, models.PROTECT, null=True, related_name="+")
    fakta = models.UUIDField(null=True)  # RiwayatCuti sesudah disetujui
    surat = models.ForeignKey(Surat, models.PROTECT, null=True, related_name="+")
    pertek = models.CharField(max_length=120, blank=True)  # persetujuan teknis BKN, hanya CLTN
    dibuat = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(selesai__gte=F("mulai")), name="cuti_permohonan_urut"),
            models.CheckConstraint(condition=Q(hari__gte=1), name="cuti_permohonan_hari"),
        ]
        indexes = [models.Index(fields=["pegawai", "-mulai"], name="cuti_permohonan_pegawai")]


class CatatanCuti(Keadaan):
    """Cuti tahunan satu tahun menurut kertas: `mulai` = 1 Januari tahun itu. Tahun sebelum sistem dipakai tidak terbawa tanpanya."""

    subjek = models.ForeignKey(Pegawai, models.DO_NOTHING, related_name="+")
    terpakai = models.SmallIntegerField(default=0)
    ditangguhkan = models.BooleanField(default=False)
    cuti_besar = models.BooleanField(default=False)

    class Meta(Keadaan.Meta):
        constraints = [
            *Keadaan.Meta.constraints,
            models.CheckConstraint(condition=Q(terpakai__gte=0), name="cuti_catatan_terpakai"),
        ]


class BertugasBersama(Rentang):
    """Seorang yang karena jabatannya bertugas pada satu hari cuti bersama: `mulai` hari itu, `sampai` esoknya.

    Surat tugasnya di `sk_nomor`. Menambah cuti tahunan tahun itu saja.
    """

    subjek = models.ForeignKey(Pegawai, models.DO_NOTHING, related_name="+")

    class Meta(Rentang.Meta):
        constraints = [
            *Rentang.Meta.constraints,
            models.UniqueConstraint(
                fields=["subjek", "mulai"], condition=Q(ditutup=None), name="cuti_bertugasbersama_hari"
            ),
        ]
