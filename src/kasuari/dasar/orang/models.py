"""Satu orang, siapa pun ia: pegawai, pelamar, warga berakun. Data menurut peran ada di ruang masing-masing."""

from django.db import models

from kasuari.dasar.inti.pengenal import uuid7


class Orang(models.Model):
    uid = models.UUIDField(unique=True, default=uuid7, editable=False)
    nama = models.CharField(max_length=200)
    gelar_depan = models.CharField(max_length=60, blank=True)
    gelar_belakang = models.CharField(max_length=100, blank=True)
    email = models.EmailField(blank=True)
    telepon = models.BinaryField(null=True)  # disandikan; jangan ditaruh di daftar
    dibuat = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["nama"], name="orang_nama")]

    def __str__(self) -> str:
        return self.nama_gelar

    @property
    def nama_gelar(self) -> str:
        depan = f"{self.gelar_depan} " if self.gelar_depan else ""
        belakang = f", {self.gelar_belakang}" if self.gelar_belakang else ""
        return f"{depan}{self.nama}{belakang}"
