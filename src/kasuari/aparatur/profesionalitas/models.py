"""Nilai IP ASN tiap orang dalam satu larian, dan nilai resmi BKN sebagai pembanding. Skala 100: 7825 = 78,25."""

from django.db import models

from kasuari.aparatur.pegawai.models import Pegawai
from kasuari.dasar.ketentuan.models import Larian
from kasuari.dasar.organisasi.models import Unit


class NilaiIp(models.Model):
    larian = models.ForeignKey(Larian, models.DO_NOTHING, related_name="+")
    pegawai = models.ForeignKey(Pegawai, models.DO_NOTHING, related_name="+")
    orang_uid = models.UUIDField()
    unit = models.ForeignKey(Unit, models.DO_NOTHING, null=True, related_name="+")
    jenis = models.CharField(max_length=10)
    kualifikasi = models.IntegerField()
    kompetensi = models.IntegerField()
    kinerja = models.IntegerField()
    disiplin = models.IntegerField()
    indeks = models.IntegerField()
    kategori = models.SmallIntegerField()
    naik = models.IntegerField()  # poin yang dapat bertambah
    naik_apa = models.CharField(max_length=40, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["larian", "pegawai"], name="profesionalitas_nilai_satu")
        ]
        indexes = [
            models.Index(fields=["larian", "unit"], name="profesionalitas_unit"),
            models.Index(fields=["pegawai", "larian"], name="profesionalitas_pegawai"),
        ]


class NilaiResmi(models.Model):
    """Nilai IP ASN dari BKN (SIASN), ditaruh di samping perkiraan kita; tidak pernah ditimpa hitungan kita."""

    pegawai = models.ForeignKey(Pegawai, models.CASCADE, related_name="+")
    tahun = models.SmallIntegerField()
    kualifikasi = models.IntegerField()
    kompetensi = models.IntegerField()
    kinerja = models.IntegerField()
    disiplin = models.IntegerField()
    indeks = models.IntegerField()
    ditarik = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["pegawai", "tahun"], name="profesionalitas_resmi_satu")
        ]
