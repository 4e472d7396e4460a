"""Antrean di loket: loket satu unit, karcis satu hari, dan ringkasan hari yang sudah lewat.

Karcis tidak memuat nama, nomor HP, atau alamat. Yang tahu alamat halamannya hanya HP yang mengambilnya.
"""

import uuid

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from kasuari.dasar.inti.pengenal import uuid7
from kasuari.dasar.organisasi.models import Unit
from kasuari.masyarakat.layanan.models import Permohonan


class Loket(models.Model):
    """Satu meja layanan. Unit tanpa loket yang dibuka tidak memberi karcis."""

    uid = models.UUIDField(unique=True, default=uuid7, editable=False)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    nama = models.CharField(max_length=40)
    buka = models.BooleanField(default=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "nama"], name="antrean_loket_nama")]


class HariAntre(models.Model):
    """Nomor terakhir satu unit satu hari: nomor diambil dengan menaikkannya, jadi tidak pernah kembar."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    hari = models.DateField()
    terakhir = models.IntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "hari"], name="antrean_hari_satu")]


class Karcis(models.Model):
    """Satu nomor antre. Satu loket memanggil satu karcis pada satu waktu."""

    class Keadaan(models.TextChoices):
        MENUNGGU = "menunggu", _("Menunggu")
        DIPANGGIL = "dipanggil", _("Dipanggil")
        SELESAI = "selesai", _("Selesai")
        LEWAT = "lewat", _("Tidak datang")
        BATAL = "batal", _("Dibatalkan")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    hari = models.DateField()
    nomor = models.IntegerField()
    prioritas = models.BooleanField(default=False)  # lanjut usia, difabel, hamil, membawa bayi
    keadaan = models.CharField(max_length=10, choices=Keadaan.choices, default=Keadaan.MENUNGGU)
    loket = models.ForeignKey(Loket, models.PROTECT, null=True, related_name="+")
    permohonan = models.ForeignKey(Permohonan, models.SET_NULL, null=True, related_name="karcis")
    diambil = models.DateTimeField()
    dipanggil = models.DateTimeField(null=True)
    panggilan = models.SmallIntegerField(default=0)
    selesai = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit", "hari", "nomor"], name="antrean_nomor"),
            models.UniqueConstraint(
                fields=["loket"], condition=Q(keadaan="dipanggil"), name="antrean_satu_di_loket"
            ),
            models.CheckConstraint(
                condition=~Q(keadaan="dipanggil") | Q(loket__isnull=False, dipanggil__isnull=False),
                name="antrean_dipanggil_berloket",
            ),
            models.CheckConstraint(
                condition=Q(selesai=None) | Q(dipanggil=None) | Q(selesai__gte=F("dipanggil")), name="antrean_urut"
            ),
        ]  # fmt: skip
        indexes = [
            models.Index(fields=["unit", "hari", "keadaan", "-prioritas", "nomor"], name="antrean_menunggu"),
            models.Index(fields=["unit", "-selesai"], name="antrean_selesai"),
        ]

    @property
    def sebut(self) -> str:
        """Nomor seperti di karcis: A012, atau P012 bagi yang didahulukan."""
        return f"{'P' if self.prioritas else 'A'}{self.nomor:03d}"


class RingkasAntre(models.Model):
    """Satu hari yang sudah lewat di satu unit; karcisnya sendiri sudah dihapus. Menit, median."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    hari = models.DateField()
    banyak = models.IntegerField()
    dilayani = models.IntegerField()
    tidak_datang = models.IntegerField()
    menit_tunggu = models.IntegerField(null=True)
    menit_layan = models.IntegerField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "hari"], name="antrean_ringkas_satu")]
