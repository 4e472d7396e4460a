"""Kotak masuk tiap orang, dan surat keluar. Kotak masuk adalah catatannya; saluran lain hanya menunjuk ke sana."""

from django.db import models

from kasuari.dasar.inti.pengenal import uuid7


class Pesan(models.Model):
    uid = models.UUIDField(unique=True, default=uuid7, editable=False)
    orang = models.UUIDField()
    templat = models.CharField(max_length=60)
    data = models.JSONField(default=dict)
    tautan = models.CharField(max_length=200, blank=True)
    kunci = models.UUIDField(unique=True)
    dibuat = models.DateTimeField()
    dibaca = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["orang", "-dibuat"], name="kabar_pesan_orang")]


class Keluar(models.Model):
    class Status(models.TextChoices):
        ANTRE = "antre"
        DIKIRIM = "dikirim"
        RAGU = "ragu"
        GAGAL = "gagal"

    id = models.UUIDField(primary_key=True, default=uuid7)
    saluran = models.CharField(max_length=10)
    kunci = models.UUIDField(unique=True)
    tujuan = models.BinaryField()  # tersandi
    isi = models.BinaryField()  # tersandi: judul dan badan
    status = models.CharField(max_length=8, choices=Status.choices, default=Status.ANTRE)
    dibuat = models.DateTimeField()
    dikirim = models.DateTimeField(null=True)
    bukti = models.CharField(max_length=200, blank=True)
