"""Laporan warga yang diminta membayar layanan gratis: tanpa nama, tanpa jam, dan tidak pernah dihapus.

Kunci barisnya acak dan yang tersimpan harinya saja. Cerita dan kontak tersandi tanpa jam; kode pelapor hanya sidiknya.
"""

import uuid

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from kasuari.dasar.orang.models import Orang
from kasuari.dasar.organisasi.models import Unit
from kasuari.masyarakat.layanan.models import Layanan


class Keadaan(models.TextChoices):
    DITERIMA = "diterima", _("Diterima")
    DITELAAH = "ditelaah", _("Sedang ditelaah")
    SELESAI = "selesai", _("Selesai")


class Laporan(models.Model):
    """`isi`: {"cerita", "kontak"} tersandi. `rupiah` kosong bila jumlahnya tidak disebut. `kejadian`: hari diminta."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    sidik = models.BinaryField(unique=True, max_length=16)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    layanan = models.ForeignKey(Layanan, models.PROTECT, related_name="+")
    kejadian = models.DateField()
    diterima = models.DateField()
    rupiah = models.BigIntegerField(null=True)
    isi = models.BinaryField()
    keadaan = models.CharField(max_length=8, choices=Keadaan.choices, default=Keadaan.DITERIMA)
    versi = models.IntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(rupiah=None) | Q(rupiah__gte=0), name="pungutan_rupiah"),
            models.CheckConstraint(condition=Q(kejadian__lte=F("diterima")), name="pungutan_hari"),
        ]
        indexes = [models.Index(fields=["keadaan", "diterima"], name="pungutan_antre")]


class Catatan(models.Model):
    """Satu langkah Inspektorat; hanya bertambah. `isi` tersandi; `untuk_pelapor`: terbaca dengan kodenya."""

    laporan = models.ForeignKey(Laporan, models.PROTECT, related_name="catatan")
    keadaan = models.CharField(max_length=8, choices=Keadaan.choices)
    isi = models.BinaryField()
    untuk_pelapor = models.BooleanField(default=False)
    oleh = models.ForeignKey(Orang, models.PROTECT, related_name="+")
    hari = models.DateField()
    jejak_id = models.BigIntegerField()
