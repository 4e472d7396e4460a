"""Berkas menurut isinya, dan lampiran: satu orang mengunggah satu berkas untuk satu guna."""

from django.db import models

from kasuari.dasar.inti.pengenal import uuid7


class Berkas(models.Model):
    sidik = models.BinaryField(primary_key=True, max_length=32)
    ukuran = models.BigIntegerField()
    jenis_isi = models.CharField(max_length=80)
    diperiksa = models.DateTimeField()
    lokasi = models.CharField(max_length=120)


class Lampiran(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid7)
    berkas = models.ForeignKey(Berkas, models.PROTECT, related_name="+")
    nama_asli = models.CharField(max_length=200)
    kelas = models.CharField(max_length=30)  # bukti, impor, sertifikat, laporan, ...
    unggah_orang = models.UUIDField(null=True)
    dibuat = models.DateTimeField()
    hapus_setelah = models.DateField(null=True)
