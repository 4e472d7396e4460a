"""Catatan peristiwa yang hanya bertambah, segelnya, kunci kirim, dan antrean kerja."""

from django.db import models
from django.db.models import Q

from kasuari.dasar.inti.pengenal import uuid7


class Jejak(models.Model):
    """Satu peristiwa: siapa, apa, kapan. Isinya (sebelum/sesudah) terpisah agar dapat dilupakan."""

    uid = models.UUIDField(unique=True, default=uuid7)
    waktu = models.DateTimeField(db_index=True)
    jenis = models.CharField(max_length=60)
    pelaku_orang = models.UUIDField(null=True)
    pelaku_akun = models.UUIDField(null=True)
    atas_nama = models.UUIDField(null=True)
    objek_jenis = models.CharField(max_length=40)
    objek = models.UUIDField(null=True)
    permintaan = models.UUIDField()
    sidik = models.BinaryField(max_length=32)

    class Meta:
        indexes = [
            models.Index(fields=["objek", "-id"], name="jejak_objek"),
            models.Index(fields=["jenis", "-id"], name="jejak_jenis"),
            models.Index(fields=["pelaku_orang", "-id"], name="jejak_pelaku"),
        ]


class JejakIsi(models.Model):
    jejak = models.OneToOneField(Jejak, models.DO_NOTHING, primary_key=True, related_name="muatan")
    garam = models.BinaryField(max_length=32)
    isi = models.BinaryField()


class JejakSubjek(models.Model):
    """Tentang siapa: dari sini 'siapa melihat data saya' dijawab."""

    pk = models.CompositePrimaryKey("orang", "jejak_id")
    orang = models.UUIDField()
    jejak = models.ForeignKey(Jejak, models.DO_NOTHING, related_name="tentang")


class JejakAntre(models.Model):
    """Belum disegel. Segel membaca baris yang terlihat, bukan 'id lebih besar': id tidak urut commit."""

    jejak = models.OneToOneField(Jejak, models.DO_NOTHING, primary_key=True, related_name="antrean")


class SegelDaun(models.Model):
    urut = models.BigIntegerField(primary_key=True)
    jejak = models.OneToOneField(Jejak, models.DO_NOTHING, related_name="daun")


class SegelPetak(models.Model):
    """256 sidik berturut-turut dari satu tingkat pohon; hanya petak yang penuh."""

    pk = models.CompositePrimaryKey("tingkat", "nomor")
    tingkat = models.SmallIntegerField()
    nomor = models.BigIntegerField()
    sidik = models.BinaryField()


class SegelAkar(models.Model):
    ukuran = models.BigIntegerField(primary_key=True)
    akar = models.BinaryField(max_length=32)
    waktu = models.DateTimeField()
    tanda_tangan = models.BinaryField()
    kunci_id = models.CharField(max_length=16)


class KunciAksi(models.Model):
    """Kunci kirim: tindakan yang sama dikirim dua kali memberi hasil yang sama, sekali dikerjakan."""

    kunci = models.UUIDField(primary_key=True)
    pelaku = models.UUIDField(null=True)
    jenis = models.CharField(max_length=60)
    sidik_masukan = models.BinaryField(max_length=32)
    hasil = models.JSONField(null=True)
    dibuat = models.DateTimeField(db_index=True)


class Kerja(models.Model):
    """Pekerjaan latar. Argumennya sebuah rujukan; kebenaran ada di tabel ruang yang bersangkutan."""

    id = models.UUIDField(primary_key=True, default=uuid7)
    jenis = models.CharField(max_length=60)
    kunci = models.UUIDField(unique=True)
    rujukan = models.CharField(max_length=200, blank=True)
    pada = models.DateTimeField()
    coba = models.SmallIntegerField(default=0)
    mulai_lagi = models.DateTimeField()
    sewa_sampai = models.DateTimeField(null=True)
    sewa_nomor = models.IntegerField(default=0)
    selesai = models.DateTimeField(null=True)
    galat = models.TextField(blank=True)
    gagal = models.BooleanField(default=False)
    kemajuan = models.IntegerField(default=0)
    jumlah = models.IntegerField(null=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["mulai_lagi"], condition=Q(selesai=None) & Q(gagal=False), name="jejak_kerja_antre"
            )
        ]
