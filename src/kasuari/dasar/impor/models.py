"""Berkas impor, baris-barisnya (tersandi, dihapus sesudah tenggat), dan efeknya pada register."""

from django.db import models

from kasuari.dasar.dokumen.models import Lampiran
from kasuari.dasar.inti.pengenal import uuid7
from kasuari.dasar.organisasi.models import Unit


class Status(models.TextChoices):
    DIUNGGAH = "diunggah", "Sedang diperiksa"
    DIUJI = "diuji", "Menunggu keputusan"
    TERSIMPAN = "tersimpan", "Tersimpan"
    DIBATALKAN = "dibatalkan", "Dibatalkan"
    GAGAL = "gagal", "Tidak terbaca"


class ImporBerkas(models.Model):
    """Satu berkas dari unggah sampai tersimpan, atau satu pembatalan (`membatalkan`)."""

    id = models.UUIDField(primary_key=True, default=uuid7)
    subjek = models.CharField(max_length=20)
    nama = models.CharField(max_length=120)
    lampiran = models.ForeignKey(Lampiran, models.SET_NULL, null=True, related_name="+")
    sidik_berkas = models.CharField(max_length=64)
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    pemetaan = models.JSONField(default=dict)  # pilihan orang; kosong = pengenalan sendiri
    perbaikan = models.BinaryField(null=True)  # tersandi: {"baris": {"kolom": "isi"}}
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.DIUNGGAH)
    putaran = models.IntegerField(default=0)  # pemeriksaan ke berapa
    kunci = models.UUIDField(unique=True)
    pelaku_orang = models.UUIDField(null=True)
    pelaku_akun = models.UUIDField(null=True)
    jejak_id = models.BigIntegerField(null=True)
    ringkasan = models.JSONField(default=dict)
    membatalkan = models.OneToOneField("self", models.PROTECT, null=True, related_name="pembatal")
    dibuat = models.DateTimeField(db_index=True)
    selesai = models.DateTimeField(null=True)


class Nilai(models.TextChoices):
    DITERIMA = "diterima", "Diterima"
    TANYA = "tanya", "Perlu jawaban"
    DITOLAK = "ditolak", "Ditolak"


class ImporBaris(models.Model):
    """Satu baris berkas. `mentah`, `bersih`, `alasan` JSON tersandi; `kode` = ',NIP_PANJANG,...,' untuk menyaring."""

    pk = models.CompositePrimaryKey("berkas_id", "lembar", "baris")
    berkas = models.ForeignKey(ImporBerkas, models.CASCADE, related_name="isi")
    lembar = models.CharField(max_length=120)
    baris = models.IntegerField()
    mentah = models.BinaryField()
    bersih = models.BinaryField(null=True)
    hasil = models.CharField(max_length=10, choices=Nilai.choices)
    alasan = models.BinaryField()
    kode = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["berkas", "hasil", "baris"], name="impor_baris_hasil")]


class JenisEfek(models.TextChoices):
    BUKA = "buka", "Dibuka"
    TUTUP = "tutup", "Ditutup"


class ImporEfek(models.Model):
    """Satu fakta yang dibuka atau ditutup berkas ini; inilah yang dibutuhkan pembatalan."""

    berkas = models.ForeignKey(ImporBerkas, models.PROTECT, related_name="efek")
    baris = models.IntegerField()
    tabel = models.CharField(max_length=20)  # kode riwayat, atau 'pegawai', 'penugasan'
    fakta = models.UUIDField()
    jenis = models.CharField(max_length=5, choices=JenisEfek.choices)

    class Meta:
        indexes = [models.Index(fields=["berkas", "tabel"], name="impor_efek_berkas")]
