"""Satu kasus berjalan di satu proses: keadaannya, tiap langkahnya, siapa yang ditunggu, dan empat matanya."""

from django.db import models
from django.db.models import F, Q

from kasuari.dasar.inti.pengenal import uuid7
from kasuari.dasar.inti.sandi import dekripsi
from kasuari.dasar.orang.models import Orang
from kasuari.dasar.organisasi.models import Pos, Unit


class Kasus(models.Model):
    """Benda ruang lain menunjuk ke sini satu lawan satu; alur tidak pernah mengenal bendanya."""

    id = models.UUIDField(primary_key=True, default=uuid7)
    proses = models.CharField(max_length=60)
    versi_proses = models.SmallIntegerField()
    keadaan = models.CharField(max_length=40)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    pemohon = models.ForeignKey(Orang, models.PROTECT, null=True, related_name="+")
    dibuat = models.DateTimeField()
    selesai = models.DateTimeField(null=True)
    versi = models.IntegerField(default=0)

    class Meta:
        indexes = [
            models.Index(fields=["pemohon", "-dibuat"], name="alur_kasus_pemohon"),
            models.Index(fields=["proses", "keadaan"], name="alur_kasus_proses"),
        ]


class LangkahKasus(models.Model):
    """Satu langkah yang sudah terjadi. `sebagai`: definitif, plt, plh, pj, mandat, peran, atau kosong.

    `alasan` tersandi saat diam: ia dapat menyebut kesehatan atau keluarga.
    """

    kasus = models.ForeignKey(Kasus, models.PROTECT, related_name="langkah")
    urut = models.IntegerField()
    aksi = models.CharField(max_length=40)
    dari = models.CharField(max_length=40)
    ke = models.CharField(max_length=40)
    pelaku = models.ForeignKey(Orang, models.PROTECT, null=True, related_name="+")
    atas_nama = models.ForeignKey(Orang, models.PROTECT, null=True, related_name="+")
    sebagai = models.CharField(max_length=12, blank=True)
    alasan_sandi = models.BinaryField(default=b"")
    jejak_id = models.BigIntegerField()
    waktu = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kasus", "urut"], name="alur_langkah_urut")]

    @property
    def alasan(self) -> str:
        return dekripsi(self.alasan_sandi, "alur").decode() if self.alasan_sandi else ""


class Tunggu(models.Model):
    """Siapa yang ditunggu di satu tahap: satu pos, satu orang, atau satu meja (pemegang peran atas unitnya)."""

    kasus = models.ForeignKey(Kasus, models.PROTECT, related_name="tunggu")
    tahap = models.CharField(max_length=40)
    pos = models.ForeignKey(Pos, models.PROTECT, null=True, related_name="+")
    orang = models.ForeignKey(Orang, models.PROTECT, null=True, related_name="+")
    peran = models.CharField(max_length=40, blank=True)
    mulai = models.DateTimeField()
    tenggat = models.DateField(null=True)  # hari terakhir; lewat bila hari ini sesudahnya
    penjelasan = models.JSONField(default=dict)  # dasar tenggat dan hari yang dilewati
    tingkat = models.SmallIntegerField(default=0)  # berapa kali sudah diingatkan sesudah lewat
    selesai = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kasus", "tahap"], condition=Q(selesai=None), name="alur_tunggu_satu_terbuka"
            ),
            models.CheckConstraint(
                condition=(
                    Q(pos__isnull=False, orang=None, peran="")
                    | Q(pos=None, orang__isnull=False, peran="")
                    | (Q(pos=None, orang=None) & ~Q(peran=""))
                ),
                name="alur_tunggu_tepat_satu",
            ),
            models.CheckConstraint(
                condition=Q(selesai=None) | Q(selesai__gte=F("mulai")), name="alur_tunggu_selesai"
            ),
        ]
        indexes = [
            models.Index(fields=["pos"], condition=Q(selesai=None), name="alur_tunggu_pos"),
            models.Index(fields=["orang"], condition=Q(selesai=None), name="alur_tunggu_orang"),
            models.Index(fields=["peran"], condition=Q(selesai=None), name="alur_tunggu_peran"),
            models.Index(fields=["tenggat"], condition=Q(selesai=None), name="alur_tunggu_tenggat"),
        ]


class Pisah(models.Model):
    """Empat mata: dalam satu kelompok, satu orang hanya boleh bertindak sekali atas satu kasus."""

    kasus = models.ForeignKey(Kasus, models.PROTECT, related_name="+")
    kelompok = models.CharField(max_length=40)
    orang = models.ForeignKey(Orang, models.PROTECT, related_name="+")
    langkah = models.ForeignKey(LangkahKasus, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kasus", "kelompok", "orang"], name="alur_pisah_satu_orang")
        ]
