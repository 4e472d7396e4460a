"""Usulan kepegawaian: satu kasus alur, bukti-buktinya, keadaannya di BKN, dan tindakan banyak yang berjalan di latar."""

from django.db import models
from django.db.models import Q

from kasuari.aparatur.pegawai.models import Pegawai
from kasuari.dasar.alur.models import Kasus
from kasuari.dasar.dokumen.models import Lampiran, Surat
from kasuari.dasar.inti.pengenal import uuid7


class Usulan(models.Model):
    """`id` sama dengan id kasusnya. `tmt`: hari efeknya, bila jenisnya bertanggal.

    `isian` dan `hasil` tersandi: keluarga, kesehatan, gaji. `hasil` beku sejak disetujui. `meja`: peran perancang
    ('umpeg' atau 'bkpsdm'), kosong bila diajukan orangnya sendiri. `hidup`: menduduki (pegawai, jenis, tmt);
    yang batal, ditolak, atau dicabut tidak lagi, jadi hal yang sama dapat diusulkan lagi.
    """

    id = models.UUIDField(primary_key=True)
    kasus = models.OneToOneField(Kasus, models.PROTECT, related_name="usulan")
    pegawai = models.ForeignKey(Pegawai, models.PROTECT, related_name="+")
    jenis = models.CharField(max_length=30)
    tmt = models.DateField(null=True)
    meja = models.CharField(max_length=20, blank=True)
    hidup = models.BooleanField(default=True)
    isian = models.BinaryField()
    hasil = models.BinaryField(default=b"")
    # [jenis fakta, uid, "buka" | "tutup"] menurut urutan terjadinya, untuk mencabut; identitas: nilai lama dan baru, tersandi
    perubahan = models.JSONField(default=list)
    surat = models.ForeignKey(Surat, models.PROTECT, null=True, related_name="+")
    pencabutan = models.ForeignKey(
        Surat, models.PROTECT, null=True, related_name="+"
    )  # keputusan yang mencabutnya
    dibuat = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["pegawai", "jenis", "tmt"],
                condition=Q(hidup=True, tmt__isnull=False),
                name="usulan_satu_tmt",
            ),
            models.UniqueConstraint(
                fields=["pegawai", "jenis"], condition=Q(hidup=True, tmt=None), name="usulan_satu_tanpa_tmt"
            ),
        ]
        indexes = [
            models.Index(fields=["jenis", "-dibuat"], name="usulan_jenis"),
            models.Index(fields=["surat"], name="usulan_surat"),
        ]


class Bukti(models.Model):
    """Satu berkas bagi satu syarat. Berkas yang keliru diganti sendiri-sendiri, yang lain tetap."""

    class Keadaan(models.TextChoices):
        BARU = "baru", "Belum diperiksa"
        TERIMA = "terima", "Diterima"
        TOLAK = "tolak", "Harus diganti"

    id = models.UUIDField(primary_key=True, default=uuid7)
    usulan = models.ForeignKey(Usulan, models.PROTECT, related_name="bukti")
    syarat = models.CharField(max_length=30)
    lampiran = models.ForeignKey(Lampiran, models.PROTECT, related_name="+")
    keadaan = models.CharField(max_length=8, choices=Keadaan.choices, default=Keadaan.BARU)
    dibuat = models.DateTimeField()
    diganti = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["usulan", "syarat"], condition=Q(diganti=None), name="usulan_bukti_satu"
            )
        ]


class UsulBkn(models.Model):
    """Keadaan satu usulan di BKN. Keputusan tidak terbit tanpa `pertek`."""

    class Keadaan(models.TextChoices):
        BELUM = "belum", "Belum dikirim"
        DIUSULKAN = "diusulkan", "Diusulkan ke BKN"
        BTL = "btl", "Berkas tidak lengkap (BTL)"
        TMS = "tms", "Tidak memenuhi syarat (TMS)"
        PERTEK = "pertek", "Persetujuan teknis terbit"

    usulan = models.OneToOneField(Usulan, models.PROTECT, primary_key=True, related_name="bkn")
    keadaan = models.CharField(max_length=10, choices=Keadaan.choices, default=Keadaan.BELUM)
    rujukan = models.CharField(max_length=80, blank=True)  # nomor usul di layanan BKN
    nomor = models.CharField(max_length=80, blank=True)
    tanggal = models.DateField(null=True)
    kolektif = models.BooleanField(default=False)  # satu nomor pertek bagi beberapa orang
    diusulkan = models.DateField(null=True)  # hari dikirim, bila petugas yang mencatatnya
    catatan = models.BinaryField(default=b"")
    diperbarui = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(keadaan="pertek") | (~Q(nomor="") & Q(tanggal__isnull=False)),
                name="usulan_bkn_pertek",
            )
        ]


class Massal(models.Model):
    """Satu tindakan atas banyak usulan: disusun, diperiksa, lalu dijalankan di latar baris demi baris."""

    id = models.UUIDField(primary_key=True, default=uuid7)
    aksi = models.CharField(max_length=40)  # kode langkah, atau "susun"
    jenis = models.CharField(max_length=30, blank=True)
    akun = models.UUIDField()
    orang = models.UUIDField()
    alasan = models.BinaryField(default=b"")
    dibuat = models.DateTimeField()
    dijalankan = models.DateTimeField(null=True)


class MassalBaris(models.Model):
    """Satu usulan (atau satu orang yang diusulkan) dalam satu tindakan banyak; berubah sekali saja."""

    class Hasil(models.TextChoices):
        MENUNGGU = "menunggu", "Menunggu"
        SELESAI = "selesai", "Selesai"
        GAGAL = "gagal", "Tidak dikerjakan"

    massal = models.ForeignKey(Massal, models.PROTECT, related_name="baris")
    urut = models.IntegerField()
    pegawai = models.ForeignKey(Pegawai, models.PROTECT, related_name="+")
    usulan = models.ForeignKey(Usulan, models.PROTECT, null=True, related_name="+")
    tmt = models.DateField(null=True)
    versi = models.IntegerField(null=True)
    hasil = models.CharField(max_length=10, choices=Hasil.choices, default=Hasil.MENUNGGU)
    pesan = models.BinaryField(default=b"")  # tersandi: dapat menyebut apa yang kurang pada seseorang

    class Meta:
        constraints = [models.UniqueConstraint(fields=["massal", "urut"], name="usulan_massal_urut")]
        indexes = [models.Index(fields=["massal", "hasil"], name="usulan_massal_hasil")]
