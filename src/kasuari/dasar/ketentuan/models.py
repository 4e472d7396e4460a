"""Larian: satu perhitungan beku yang dapat diulang sampai sidik yang sama."""

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
