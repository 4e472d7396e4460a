"""Lingkar perbaikan satu unsur (atau satu layanan) di satu unit: temuan, rencana, janji, bukti, dan hasil ukurnya.

Semua isinya untuk umum kecuali lampiran yang tidak ditandai umum: nama orang tidak pernah ditulis, hanya jabatan.
"""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from kasuari.dasar.alur.models import Kasus
from kasuari.dasar.dokumen.models import Lampiran
from kasuari.dasar.inti.pengenal import uuid7
from kasuari.dasar.orang.models import Orang
from kasuari.dasar.organisasi.models import Pos, Unit

NILAI = {"max_digits": 18, "decimal_places": 4, "null": True}


class Perbaikan(models.Model):
    """`id` sama dengan id kasusnya. `indikator` dan `irisan` menyebut yang diperbaiki; kosong bila temuan dari luar.

    `pos`: jabatan pemilik rencana. `janji`: hari yang kini dijanjikan (semua janji tinggal di `Janji`).
    `dikerjakan`: hari buktinya diterima; survei yang mulai sesudahnya menjadi ukurannya.
    """

    id = models.UUIDField(primary_key=True)
    kasus = models.OneToOneField(Kasus, models.PROTECT, related_name="perbaikan")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    indikator = models.CharField(max_length=40, blank=True)
    irisan = models.CharField(max_length=60, blank=True)
    sebab = models.TextField(blank=True)
    tindakan = models.TextField(blank=True)
    bukti_diminta = models.TextField(blank=True)
    pos = models.ForeignKey(Pos, models.PROTECT, null=True, related_name="+")
    anggaran = models.BigIntegerField(null=True)  # rupiah
    sumber_anggaran = models.CharField(max_length=120, blank=True)
    janji = models.DateField(null=True)
    janji_usul = models.DateField(null=True)  # diminta pemilik, menunggu persetujuan
    dikerjakan = models.DateField(null=True)
    lanjutan_dari = models.ForeignKey("self", models.PROTECT, null=True, related_name="lanjutan")
    terbuka = models.BooleanField(default=True)  # belum berakhir: temuan baru yang sama ikut ke sini
    dibuat = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "indikator", "irisan"],
                condition=Q(terbuka=True) & ~Q(indikator=""),
                name="perbaikan_satu_terbuka",
            ),
            models.CheckConstraint(condition=Q(anggaran=None) | Q(anggaran__gte=0), name="perbaikan_anggaran"),
            models.CheckConstraint(
                condition=Q(janji=None) | Q(pos__isnull=False) & ~Q(tindakan=""), name="perbaikan_janji_berpemilik"
            ),
            models.CheckConstraint(
                condition=Q(dikerjakan=None) | Q(janji__isnull=False), name="perbaikan_dikerjakan_berjanji"
            ),
        ]  # fmt: skip
        indexes = [
            models.Index(fields=["terbuka", "janji"], name="perbaikan_menurut_janji"),
            models.Index(fields=["-dibuat"], name="perbaikan_dibuat"),
        ]


class Temuan(models.Model):
    """Satu hasil yang menuntut perbaikan, seperti terbit hari itu. Hanya bertambah.

    `sebab`: kode aturan yang mengenainya (terendah, mutu, turun, lambat) atau `luar` bagi yang ditulis orang.
    """

    id = models.UUIDField(primary_key=True, default=uuid7)
    perbaikan = models.ForeignKey(Perbaikan, models.PROTECT, related_name="temuan")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    indikator = models.CharField(max_length=40, blank=True)
    irisan = models.CharField(max_length=60, blank=True)
    periode = models.DateField()
    nilai = models.DecimalField(**NILAI)
    n = models.IntegerField(null=True)
    bawah = models.DecimalField(**NILAI)
    atas = models.DecimalField(**NILAI)
    sebab = models.JSONField()
    uraian = models.TextField(blank=True)
    dicatat = models.DateTimeField()
    jejak_id = models.BigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "indikator", "irisan", "periode"], condition=~Q(indikator=""), name="perbaikan_temuan_sekali"
            ),
            models.CheckConstraint(
                condition=Q(indikator="", nilai=None) & ~Q(uraian="") | ~Q(indikator="") & Q(nilai__isnull=False),
                name="perbaikan_temuan_berangka",
            ),
        ]  # fmt: skip


class Janji(models.Model):
    """Hari yang pernah dijanjikan; yang pertama tidak pernah hilang. Hanya bertambah."""

    perbaikan = models.ForeignKey(Perbaikan, models.PROTECT, related_name="semua_janji")
    urut = models.SmallIntegerField()
    tanggal = models.DateField()
    alasan = models.TextField(blank=True)
    dicatat = models.DateTimeField()
    jejak_id = models.BigIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["perbaikan", "urut"], name="perbaikan_janji_urut")]


class Bukti(models.Model):
    """Kemajuan atau bukti satu perbaikan. `umum`: lampirannya boleh diunduh siapa saja. Hanya bertambah."""

    id = models.UUIDField(primary_key=True, default=uuid7)
    perbaikan = models.ForeignKey(Perbaikan, models.PROTECT, related_name="bukti")
    uraian = models.TextField()
    lampiran = models.ForeignKey(Lampiran, models.PROTECT, null=True, related_name="+")
    umum = models.BooleanField(default=False)
    oleh = models.ForeignKey(Orang, models.PROTECT, related_name="+")
    dicatat = models.DateTimeField()
    jejak_id = models.BigIntegerField()

    class Meta:
        indexes = [models.Index(fields=["perbaikan", "dicatat"], name="perbaikan_bukti_urut")]


VONIS = {
    "membaik": _("Membaik"),
    "tetap": _("Tidak berubah"),
    "memburuk": _("Memburuk"),
    "belum": _("Belum dapat dikatakan"),
}


class Ukuran(models.Model):
    """Unsur yang sama diukur lagi pada satu survei sesudah dikerjakan. Hanya bertambah.

    `selisih` = sesudah - sebelum dengan selang 95 %; `pembanding` = perubahan rata-rata unsur lain di unit itu.
    """

    perbaikan = models.ForeignKey(Perbaikan, models.PROTECT, related_name="ukuran")
    periode = models.DateField()
    sebelum_periode = models.DateField()
    sebelum = models.DecimalField(**NILAI)
    sebelum_n = models.IntegerField(null=True)
    sesudah = models.DecimalField(**NILAI)
    sesudah_n = models.IntegerField(null=True)
    selisih = models.DecimalField(**NILAI)
    bawah = models.DecimalField(**NILAI)
    atas = models.DecimalField(**NILAI)
    pembanding = models.DecimalField(**NILAI)
    vonis = models.CharField(max_length=10, choices=list(VONIS.items()))
    sebab = models.CharField(max_length=20, blank=True)  # kenapa belum dapat dikatakan
    dicatat = models.DateTimeField()
    jejak_id = models.BigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["perbaikan", "periode"], name="perbaikan_ukuran_sekali"),
            models.CheckConstraint(
                condition=Q(bawah=None, atas=None) | Q(bawah__lte=F("selisih"), atas__gte=F("selisih")),
                name="perbaikan_ukuran_selang",
            ),
            models.CheckConstraint(
                condition=Q(vonis="belum") | Q(selisih__isnull=False, bawah__isnull=False), name="perbaikan_vonis_berangka"
            ),
        ]  # fmt: skip


class Permintaan(models.Model):
    """Yang diminta sebuah perbaikan dari ruang lain: pelatihan, perubahan formulir, perubahan standar pelayanan."""

    class Jenis(models.TextChoices):
        PELATIHAN = "pelatihan", _("Pelatihan pegawai")
        FORMULIR = "formulir", _("Perubahan formulir")
        STANDAR = "standar", _("Perubahan standar pelayanan")

    class Keadaan(models.TextChoices):
        DIMINTA = "diminta", _("Menunggu jawaban")
        DITERIMA = "diterima", _("Diterima, dikerjakan")
        SELESAI = "selesai", _("Selesai")
        DITOLAK = "ditolak", _("Tidak dapat dipenuhi")

    id = models.UUIDField(primary_key=True, default=uuid7)
    perbaikan = models.ForeignKey(Perbaikan, models.PROTECT, related_name="permintaan")
    jenis = models.CharField(max_length=10, choices=Jenis.choices)
    uraian = models.TextField()
    banyak = models.IntegerField(null=True)  # orang yang perlu dilatih
    keadaan = models.CharField(max_length=10, choices=Keadaan.choices, default=Keadaan.DIMINTA)
    jawaban = models.TextField(blank=True)
    versi = models.IntegerField(default=0)
    dibuat = models.DateTimeField()
    dijawab = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(banyak=None) | Q(banyak__gte=1), name="perbaikan_permintaan_banyak"),
            models.CheckConstraint(
                condition=Q(keadaan="diminta") | Q(dijawab__isnull=False), name="perbaikan_permintaan_dijawab"
            ),
            models.CheckConstraint(
                condition=~Q(keadaan="ditolak") | ~Q(jawaban=""), name="perbaikan_tolak_beralasan"
            ),
        ]  # fmt: skip
        indexes = [models.Index(fields=["keadaan", "jenis", "dibuat"], name="perbaikan_permintaan_antre")]
