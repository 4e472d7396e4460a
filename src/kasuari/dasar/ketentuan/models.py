"""Larian: satu perhitungan beku yang dapat diulang sampai sidik yang sama. Ketentuan daerah: usul, timpa, segera."""

from django.db import models

from kasuari.dasar.inti.pengenal import uuid7


class Larian(models.Model):
    class Status(models.TextChoices):
        DRAF = "draf", "Draf"
        DIPERIKSA = "diperiksa", "Diperiksa"
        DISETUJUI = "disetujui", "Disetujui"
        TERKUNCI = "terkunci", "Terkunci"

    id = models.UUIDField(primary_key=True, default=uuid7)
    subjek = models.CharField(max_length=40)  # mis. ip_asn
    jenis = models.CharField(max_length=40)  # skema atau jenis perhitungan
    periode = models.CharField(max_length=10)  # mis. 2025 atau 2026-01
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.DRAF)
    pada = models.DateField()
    diketahui = models.DateTimeField()
    dibuat = models.DateTimeField()
    buku = models.JSONField()
    buku_sidik = models.CharField(max_length=64)
    versi_kode = models.CharField(max_length=40)
    masukan_sidik = models.CharField(max_length=64)
    hasil_sidik = models.CharField(max_length=64)
    n = models.IntegerField()
    n_gagal = models.IntegerField(default=0)
    mengoreksi = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    jejak_id = models.BigIntegerField()

    class Meta:
        indexes = [models.Index(fields=["subjek", "periode", "-dibuat"], name="ketentuan_larian_periode")]


class LarianGagal(models.Model):
    larian = models.ForeignKey(Larian, models.CASCADE, related_name="gagal")
    subjek = models.UUIDField()
    alasan = models.CharField(max_length=300)


class Ketentuan(models.Model):
    """Kolom bersama usul dan ketentuan: satu nilai, atau satu sel (`kunci`) sebuah tabel, sejak `berlaku`.

    `nilai` dalam bentuk `buku.kanonik`; `surat` = lampiran pindaian suratnya. Baris hanya dibuka dan ditutup sekali.
    """

    uid = models.UUIDField(default=uuid7, unique=True, editable=False)
    kode = models.CharField(max_length=80)
    kunci = models.CharField(max_length=120, blank=True)
    berlaku = models.DateField()
    nilai = models.JSONField()
    alasan = models.CharField(max_length=600)
    dasar = models.CharField(max_length=200)
    surat = models.UUIDField()
    diusulkan_oleh = models.UUIDField()
    dicatat = models.DateTimeField()
    ditutup = models.DateTimeField(null=True)
    jejak_buka = models.BigIntegerField()
    jejak_tutup = models.BigIntegerField(null=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ditutup=None) | models.Q(ditutup__gt=models.F("dicatat")),
                name="%(app_label)s_%(class)s_tutup",
            ),
            models.UniqueConstraint(
                fields=["kode", "kunci", "berlaku"],
                condition=models.Q(ditutup=None),
                name="%(app_label)s_%(class)s_satu",
            ),
        ]


class UsulTimpa(Ketentuan):
    """Usul yang menunggu sampai `ditutup`: disetujui, ditolak, atau ditarik (jejak_tutup menyebutnya)."""

    sebelum = models.JSONField()
    dampak = models.JSONField(default=list)

    class Meta(Ketentuan.Meta):
        pass


class Timpa(Ketentuan):
    """Ketentuan daerah yang disetujui.

    Dipakai menghitung sejak `dipakai_mulai`, atau sejak `segera` bila orang ketiga menyegerakannya. Dicabut
    dengan menutup barisnya; tidak pernah dihapus.
    """

    usul = models.OneToOneField(UsulTimpa, models.PROTECT, related_name="timpa")
    disetujui_oleh = models.UUIDField()
    dipakai_mulai = models.DateTimeField()

    class Meta(Ketentuan.Meta):
        constraints = [
            *Ketentuan.Meta.constraints,
            models.CheckConstraint(
                condition=~models.Q(disetujui_oleh=models.F("diusulkan_oleh")), name="ketentuan_timpa_pisah"
            ),
            models.CheckConstraint(
                condition=models.Q(dipakai_mulai__gte=models.F("dicatat")), name="ketentuan_timpa_jeda"
            ),
        ]


class Segera(models.Model):
    """Orang ketiga menyegerakan satu ketentuan: jedanya tidak ditunggu. Pengusul dan penyetuju disalin agar basis
    data sendiri yang menolak orang yang sama."""

    timpa = models.OneToOneField(Timpa, models.PROTECT, related_name="segera")
    oleh = models.UUIDField()
    diusulkan_oleh = models.UUIDField()
    disetujui_oleh = models.UUIDField()
    alasan = models.CharField(max_length=600)
    dicatat = models.DateTimeField()
    jejak_id = models.BigIntegerField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(oleh=models.F("diusulkan_oleh")) & ~models.Q(oleh=models.F("disetujui_oleh")),
                name="ketentuan_segera_pisah",
            )
        ]  # fmt: skip
