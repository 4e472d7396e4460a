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


class NomorSeri(models.Model):
    """Nomor terakhir tiap seri dan tahun. Diambil di dalam transaksi suratnya: batal tidak meninggalkan lubang."""

    pk = models.CompositePrimaryKey("kode", "tahun")
    kode = models.CharField(max_length=40)
    tahun = models.SmallIntegerField()
    terakhir = models.IntegerField(default=0)


class NomorCadangan(models.Model):
    """Nomor yang disisihkan bagi unit yang bekerja di kertas; dipakai satu surat, atau dikembalikan dengan alasan."""

    kode = models.CharField(max_length=40)
    tahun = models.SmallIntegerField()
    nomor = models.IntegerField()
    unit = models.UUIDField()
    dibuat = models.DateTimeField()
    dipakai = models.DateTimeField(null=True)
    alasan_batal = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kode", "tahun", "nomor"], name="dokumen_nomorcadangan_satu")
        ]


class Surat(models.Model):
    """Satu surat bernomor dengan data bekunya. PDF adalah fungsi murni dari (templat, versi, data)."""

    class Status(models.TextChoices):
        DISIAPKAN = "disiapkan", "Disiapkan"
        DITANDATANGANI = "ditandatangani", "Ditandatangani"
        DICABUT = "dicabut", "Dicabut"

    class Cara(models.TextChoices):
        ELEKTRONIK = "elektronik", "Tanda tangan elektronik"
        BASAH = "basah", "Tanda tangan basah"

    id = models.UUIDField(primary_key=True, default=uuid7)
    kode_verifikasi = models.CharField(max_length=20, unique=True)
    templat = models.CharField(max_length=60)
    versi_templat = models.SmallIntegerField()
    data = models.BinaryField()  # tersandi: memuat NIP, pangkat, kadang gaji
    data_sidik = models.CharField(max_length=64)
    seri = models.CharField(max_length=40)
    tahun = models.SmallIntegerField()
    nomor = models.IntegerField()
    nomor_teks = models.CharField(max_length=120)
    tanggal = models.DateField()
    status = models.CharField(max_length=16, choices=Status.choices, default=Status.DISIAPKAN)
    ringkas_publik = models.JSONField(default=dict)
    kelompok = models.UUIDField(null=True, db_index=True)  # sekali terbit bersama: untuk kemajuan
    penandatangan = models.JSONField(default=dict)
    cara = models.CharField(max_length=12, choices=Cara.choices, blank=True)
    ditandatangani = models.DateTimeField(null=True)
    berkas = models.ForeignKey(Berkas, models.PROTECT, null=True, related_name="+")
    dicabut = models.DateTimeField(null=True)
    alasan_cabut = models.CharField(max_length=300, blank=True)
    dibuat = models.DateTimeField()
    jejak_id = models.BigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["seri", "tahun", "nomor"], name="dokumen_surat_nomor"),
            models.CheckConstraint(
                condition=models.Q(status="disiapkan") | models.Q(berkas__isnull=False),
                name="dokumen_surat_berkas",
            ),
            models.CheckConstraint(
                condition=models.Q(status="dicabut", dicabut__isnull=False)
                | (~models.Q(status="dicabut") & models.Q(dicabut=None)),
                name="dokumen_surat_dicabut",
            ),
        ]
