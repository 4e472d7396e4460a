"""Berkas menurut isinya, dan lampiran: satu orang mengunggah satu berkas untuk satu guna."""

from django.db import models
from django.db.models import F, Q

from kasuari.dasar.inti.pengenal import uuid7
from kasuari.dasar.organisasi.models import Unit


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
    unit = models.UUIDField(null=True)  # kosong: nomor surat yang menjadi sisipan, tidak pernah milik unit
    dibuat = models.DateTimeField()
    dipakai = models.DateTimeField(null=True)
    alasan_batal = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kode", "tahun", "nomor"], name="dokumen_nomorcadangan_satu")
        ]


class Surat(models.Model):
    """Satu surat bernomor dengan data bekunya. PDF adalah fungsi murni dari (templat, versi, data).

    Petikan dan salinan bernomor sama dengan `induk`-nya; selain itu satu nomor satu surat, kecuali sisipan
    (12.a) yang menumpang nomor dengan penjelasan.
    """

    class Status(models.TextChoices):
        DISIAPKAN = "disiapkan", "Disiapkan"
        DITANDATANGANI = "ditandatangani", "Ditandatangani"
        DICABUT = "dicabut", "Dicabut"

    class Cara(models.TextChoices):
        ELEKTRONIK = "elektronik", "Tanda tangan elektronik"
        BASAH = "basah", "Tanda tangan basah"

    class Bentuk(models.TextChoices):
        ASLI = "asli", "Asli"
        PETIKAN = "petikan", "Petikan"
        SALINAN = "salinan", "Salinan"

    id = models.UUIDField(primary_key=True, default=uuid7)
    kode_verifikasi = models.CharField(max_length=20, unique=True)
    templat = models.CharField(max_length=60)
    versi_templat = models.SmallIntegerField()
    data = models.BinaryField()  # tersandi: memuat NIP, pangkat, kadang gaji
    data_sidik = models.CharField(max_length=64)
    seri = models.CharField(max_length=40)
    tahun = models.SmallIntegerField()
    nomor = models.IntegerField()
    sisip = models.CharField(max_length=4, blank=True)  # "a" pada nomor sisipan 12.a
    sisip_alasan = models.CharField(max_length=300, blank=True)
    nomor_teks = models.CharField(max_length=120, blank=True)  # kosong: menunggu nomor kantor pencatat
    tanggal = models.DateField()
    bentuk = models.CharField(max_length=8, choices=Bentuk.choices, default=Bentuk.ASLI)
    induk = models.ForeignKey("self", models.PROTECT, null=True, related_name="turunan")
    petik = models.SmallIntegerField(null=True)  # baris lampiran yang dipetik, dari 0
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")  # unit yang suratnya dilayani
    subjek = models.JSONField(
        default=list
    )  # UUID orang yang disebut: membacanya adalah peristiwa tentang mereka
    status = models.CharField(max_length=16, choices=Status.choices, default=Status.DISIAPKAN)
    ringkas_publik = models.JSONField(default=dict)
    kelompok = models.UUIDField(null=True, db_index=True)  # sekali terbit bersama: untuk kemajuan
    penandatangan = models.JSONField(default=dict)
    basah = models.BooleanField(default=False)  # ditandatangani di kertas, lalu dipindai
    dicetak = models.DateTimeField(
        null=True
    )  # terakhir dicetak untuk ditandatangani; kosong lagi bila nomornya berubah
    basah_alasan = models.CharField(max_length=300, blank=True)  # mengapa dialihkan dari elektronik
    cara = models.CharField(max_length=12, choices=Cara.choices, blank=True)
    ditandatangani = models.DateTimeField(null=True)
    berkas = models.ForeignKey(Berkas, models.PROTECT, null=True, related_name="+")
    dicabut = models.DateTimeField(null=True)
    alasan_cabut = models.CharField(max_length=300, blank=True)
    dibuat = models.DateTimeField()
    jejak_id = models.BigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["seri", "tahun", "nomor", "sisip"],
                condition=Q(induk=None),
                name="dokumen_surat_nomor",
            ),
            models.UniqueConstraint(
                fields=["induk", "petik"],
                condition=~Q(petik=None) & ~Q(status="dicabut"),
                name="dokumen_surat_petik",
            ),
            models.CheckConstraint(
                condition=Q(induk=None, bentuk="asli", petik=None)
                | (Q(induk__isnull=False) & ~Q(bentuk="asli")),
                name="dokumen_surat_turunan",
            ),
            models.CheckConstraint(
                condition=Q(sisip="", sisip_alasan="") | (~Q(sisip="") & ~Q(sisip_alasan="")),
                name="dokumen_surat_sisip",
            ),
            models.CheckConstraint(
                condition=Q(status="disiapkan") | (Q(berkas__isnull=False) & ~Q(nomor_teks="")),
                name="dokumen_surat_berkas",
            ),
            models.CheckConstraint(
                condition=Q(status="dicabut", dicabut__isnull=False)
                | (~Q(status="dicabut") & Q(dicabut=None)),
                name="dokumen_surat_dicabut",
            ),
        ]
        indexes = [models.Index(fields=["status", "basah", "dibuat"], name="dokumen_surat_tunggu")]


class PindaianSurat(models.Model):
    """Pindaian satu surat bertanda tangan basah. Pengunggah bukan pengesahnya: basis data yang menolak."""

    class Putusan(models.TextChoices):
        MENUNGGU = "", "Menunggu pengesahan"
        SAH = "sah", "Disahkan"
        TOLAK = "tolak", "Dikembalikan"

    id = models.UUIDField(primary_key=True, default=uuid7)
    surat = models.ForeignKey(Surat, models.PROTECT, related_name="pindaian")
    berkas = models.ForeignKey(Berkas, models.PROTECT, related_name="+")
    halaman = models.SmallIntegerField()
    pengunggah = models.UUIDField()
    dibuat = models.DateTimeField()
    putusan = models.CharField(max_length=8, choices=Putusan.choices, blank=True)
    pemutus = models.UUIDField(null=True)
    diputus = models.DateTimeField(null=True)
    alasan = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["surat"], condition=Q(putusan__in=["", "sah"]), name="dokumen_pindaian_satu"
            ),
            models.CheckConstraint(
                condition=Q(putusan="", pemutus=None) | (~Q(putusan="") & ~Q(pemutus=F("pengunggah"))),
                name="dokumen_pindaian_empat_mata",
            ),
            models.CheckConstraint(
                condition=Q(putusan="") | (Q(pemutus__isnull=False) & Q(diputus__isnull=False)),
                name="dokumen_pindaian_diputus",
            ),
        ]
