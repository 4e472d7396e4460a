"""Katalog indikator dan nilainya. Nilai terbit tidak pernah berubah: yang baru menjadi revisi."""

from django.db import models
from django.db.models import F, Q

from kasuari.dasar.organisasi.models import Unit


class Definisi(models.Model):
    pk = models.CompositePrimaryKey("kode", "versi")
    kode = models.CharField(max_length=40)
    versi = models.SmallIntegerField(default=1)
    nama = models.CharField(max_length=120)
    nama_en = models.CharField(max_length=120)
    satuan = models.CharField(max_length=20)
    arah = models.SmallIntegerField(default=1)  # 1 naik lebih baik, -1 turun lebih baik, 0 netral
    rumus = models.TextField()
    sumber = models.CharField(max_length=120)  # alamat catatan di baliknya, dua klik
    ambang_n = models.IntegerField(default=0)
    desimal = models.SmallIntegerField(default=2)
    umum = models.BooleanField(default=False)  # boleh tampil di halaman umum
    dasar = models.CharField(max_length=200, blank=True)


class Nilai(models.Model):
    class Status(models.TextChoices):
        SEMENTARA = "sementara", "Sementara"
        FINAL = "final", "Final"
        DITAHAN = "ditahan", "Ditahan"

    kode = models.CharField(max_length=40)
    versi = models.SmallIntegerField()
    unit = models.ForeignKey(Unit, models.DO_NOTHING, related_name="+")
    periode = models.DateField()
    irisan = models.CharField(max_length=60, blank=True)
    nilai = models.DecimalField(max_digits=18, decimal_places=4, null=True)
    pembilang = models.BigIntegerField()
    penyebut = models.BigIntegerField()
    n = models.IntegerField()
    bawah = models.DecimalField(
        max_digits=18, decimal_places=4, null=True
    )  # selang kepercayaan 95 %, bila diukur
    atas = models.DecimalField(max_digits=18, decimal_places=4, null=True)
    status = models.CharField(max_length=10, choices=Status.choices)
    revisi = models.IntegerField(default=0)
    terkini = models.BooleanField(default=True)
    larian = models.UUIDField(null=True)
    jejak_id = models.BigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kode", "versi", "unit", "periode", "irisan", "revisi"], name="indikator_nilai_revisi"
            ),
            models.UniqueConstraint(
                fields=["kode", "versi", "unit", "periode", "irisan"],
                condition=Q(terkini=True),
                name="indikator_nilai_terkini",
            ),
            models.CheckConstraint(
                condition=Q(bawah=None, atas=None) | Q(bawah__lte=F("atas")), name="indikator_nilai_selang"
            ),
        ]
        indexes = [models.Index(fields=["kode", "unit", "periode"], name="indikator_nilai_deret")]
