"""Katalog layanan, standarnya menurut tanggal, formulirnya, dan permohonan warga.

Data orang (isian, kontak, tanya jawab) tersandi saat diam; yang telanjang hanya keadaan, waktu, unit, dan layanan.
"""

from django.db import models
from django.db.models import Q

from kasuari.dasar.alur.models import Kasus
from kasuari.dasar.dokumen.models import Lampiran, Surat
from kasuari.dasar.inti.fakta import Keadaan
from kasuari.dasar.inti.pengenal import uuid7
from kasuari.dasar.orang.models import Orang
from kasuari.dasar.organisasi.models import Unit


class Jenis(models.TextChoices):
    """Kasuari hanya menandatangani hasil yang `dikerjakan`; yang diteruskan memakai nomor sistem asalnya."""

    DIKERJAKAN = "dikerjakan", "Dikerjakan di sini"
    DITERUSKAN = "diteruskan", "Diterima lalu diteruskan"
    INFO = "info", "Info saja"


class Satuan(models.TextChoices):
    MENIT = "menit", "menit"
    JAM = "jam", "jam"
    HARI = "hari_kerja", "hari kerja"


class Layanan(models.Model):
    """Satu layanan. Dilayani satu `unit`, atau semua unit berjenis `jenis_unit` (kelurahan, puskesmas).

    `peka`: kekerasan, anak, kesehatan jiwa, HIV: tanpa tautan survei, dan sel kecilnya ditahan lebih lebar.
    """

    kode = models.CharField(max_length=12, unique=True)
    bidang = models.CharField(max_length=24)
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    jenis_unit = models.CharField(max_length=20, blank=True)
    peka = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.kode


class StandarPelayanan(Keadaan):
    """Standar satu layanan sejak `mulai`. `isi`: komponen teks (lihat `standar.KOMPONEN`).

    `hukum_*`: batas waktu menurut peraturan; `norma_*`: janji unit. `biaya` rupiah; kosong berarti dihitung.
    """

    subjek = models.ForeignKey(Layanan, models.DO_NOTHING, related_name="+")
    nama = models.CharField(max_length=120)
    jenis = models.CharField(max_length=12, choices=Jenis.choices)
    norma_lama = models.IntegerField(null=True)
    norma_satuan = models.CharField(max_length=12, choices=Satuan.choices, blank=True)
    hukum_lama = models.IntegerField(null=True)
    hukum_satuan = models.CharField(max_length=12, choices=Satuan.choices, blank=True)
    biaya = models.BigIntegerField(null=True)
    isi = models.JSONField(default=dict)
    keyakinan = models.CharField(max_length=10, default="ingatan")

    class Meta(Keadaan.Meta):
        constraints = [
            *Keadaan.Meta.constraints,
            models.CheckConstraint(condition=Q(biaya=None) | Q(biaya__gte=0), name="layanan_standar_biaya"),
        ]


class UsulStandar(models.Model):
    """Usul standar baru; orang lain yang menetapkannya. `isi`: kolom StandarPelayanan menurut nama."""

    class Status(models.TextChoices):
        DIUSULKAN = "diusulkan", "Menunggu penetapan"
        DITETAPKAN = "ditetapkan", "Ditetapkan"
        DITOLAK = "ditolak", "Ditolak"

    id = models.UUIDField(primary_key=True, default=uuid7)
    layanan = models.ForeignKey(Layanan, models.PROTECT, related_name="+")
    mulai = models.DateField()
    isi = models.JSONField()
    dasar = models.CharField(max_length=200)
    pengusul = models.ForeignKey(Orang, models.PROTECT, null=True, related_name="+")
    pemutus = models.ForeignKey(Orang, models.PROTECT, null=True, related_name="+")
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.DIUSULKAN)
    alasan = models.CharField(max_length=300, blank=True)
    dibuat = models.DateTimeField()


class Formulir(models.Model):
    """Satu versi formulir. Yang terbit tidak berubah lagi; permohonan memegang versinya sendiri.

    `rancangan`: halaman dan isian seperti disusun petugas; `skema`: JSON Schema yang dibuat darinya.
    """

    layanan = models.ForeignKey(Layanan, models.PROTECT, related_name="formulir")
    versi = models.IntegerField()
    rancangan = models.JSONField()
    skema = models.JSONField(default=dict)
    terbit = models.DateTimeField(null=True)
    ubahan = models.IntegerField(
        default=0
    )  # bertambah tiap konsepnya disimpan: dua perancang tidak saling menimpa

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["layanan", "versi"], name="layanan_formulir_versi"),
            models.UniqueConstraint(
                fields=["layanan"], condition=Q(terbit=None), name="layanan_formulir_satu_konsep"
            ),
        ]


_BERJALAN = Q(selesai=None, dikirim__isnull=False)


class Permohonan(models.Model):
    """Satu permohonan, sejak draf (`kasus` kosong) sampai selesai. `keadaan` = keadaan kasusnya, untuk antrean.

    `isi` dan `pemohon` tersandi; `buta_*` sidik berkunci untuk membuka dengan kode + tanggal lahir atau nomor HP.
    """

    class Cara(models.TextChoices):
        DARING = "daring", "Diisi sendiri"
        LOKET = "loket", "Dibantu petugas di loket"

    id = models.UUIDField(primary_key=True, default=uuid7)
    kode = models.CharField(max_length=16, unique=True)
    layanan = models.ForeignKey(Layanan, models.PROTECT, related_name="+")
    formulir = models.ForeignKey(Formulir, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    kasus = models.OneToOneField(Kasus, models.PROTECT, null=True, related_name="permohonan_layanan")
    keadaan = models.CharField(max_length=40, default="draf")
    milik = models.ForeignKey(
        Orang, models.SET_NULL, null=True, related_name="+"
    )  # hanya bila dimohon sambil masuk
    cara = models.CharField(max_length=8, choices=Cara.choices, default=Cara.DARING)
    petugas = models.ForeignKey(Orang, models.PROTECT, null=True, related_name="+")
    isi = models.BinaryField()
    pemohon = models.BinaryField()
    buta_lahir = models.BinaryField(max_length=16)
    buta_telepon = models.BinaryField(max_length=16, default=b"")
    dibuat = models.DateTimeField()
    diubah = models.DateTimeField()
    dikirim = models.DateTimeField(null=True)
    lengkap = models.DateTimeField(null=True)  # sejak saat ini norma waktunya dihitung
    diverifikasi = models.DateTimeField(null=True)
    jatuh_tempo = models.DateTimeField(null=True)
    penjelasan = models.JSONField(default=dict)
    jadi = models.DateTimeField(null=True)  # hasilnya siap, atau putusan tidak dapat dipenuhi
    selesai = models.DateTimeField(null=True)
    tepat = models.BooleanField(null=True)
    lama = models.IntegerField(null=True)  # satuan norma layanannya
    dibuka_lagi = models.SmallIntegerField(default=0)
    nomor_luar = models.CharField(max_length=80, blank=True)
    tanggal_luar = models.DateField(null=True)
    surat = models.ForeignKey(Surat, models.PROTECT, null=True, related_name="+")
    hapus_pada = models.DateField(null=True)  # isi dan lampirannya dihapus sesudah hari ini
    dilupakan = models.DateTimeField(null=True)

    class Meta:
        # `dikirim`, bukan `kasus`: kolom tanpa indeks sendiri, supaya perencana tidak menelusuri semua kasus.
        indexes = [
            models.Index(
                fields=["unit", "jatuh_tempo", "id", "keadaan", "jadi"],
                condition=_BERJALAN,
                name="layanan_antrean",
            ),
            models.Index(
                fields=["jatuh_tempo", "id", "keadaan", "jadi"],
                condition=_BERJALAN,
                name="layanan_antrean_kota",
            ),
            models.Index(
                fields=["layanan", "jatuh_tempo", "id", "keadaan", "jadi"],
                condition=_BERJALAN,
                name="layanan_berjalan",
            ),
            models.Index(fields=["hapus_pada"], name="layanan_hapus"),
            models.Index(
                fields=["-selesai", "id"],
                condition=Q(selesai__isnull=False, dikirim__isnull=False),
                name="layanan_selesai",
            ),
        ]


class Unggahan(models.Model):
    """Satu berkas warga pada satu isian permohonannya."""

    id = models.UUIDField(primary_key=True, default=uuid7)
    permohonan = models.ForeignKey(Permohonan, models.CASCADE, related_name="unggahan")
    isian = models.CharField(max_length=60)
    lampiran = models.ForeignKey(Lampiran, models.SET_NULL, null=True, related_name="+")
    nama = models.CharField(max_length=120)
    dibuat = models.DateTimeField()


class Tanya(models.Model):
    """Satu pertanyaan balik kepada pemohon; selama belum dijawab, jam normanya berhenti."""

    id = models.UUIDField(primary_key=True, default=uuid7)
    permohonan = models.ForeignKey(Permohonan, models.CASCADE, related_name="tanya")
    isian = models.CharField(max_length=60, blank=True)  # isian yang diminta; kosong = jawaban teks
    pertanyaan = models.BinaryField()
    jawaban = models.BinaryField(default=b"")
    ditanya = models.DateTimeField()
    dijawab = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["permohonan"], condition=Q(dijawab=None), name="layanan_tanya_satu_terbuka"
            )
        ]


class Persetujuan(models.Model):
    """Catatan persetujuan kabar: kalimat versi berapa, diberi kapan, ditarik kapan."""

    permohonan = models.ForeignKey(Permohonan, models.CASCADE, related_name="persetujuan")
    versi = models.SmallIntegerField()
    diberi = models.DateTimeField()
    ditarik = models.DateTimeField(null=True)


class Ringkas(models.Model):
    """Hitungan satu layanan satu bulan di satu unit (kosong = seluruh kota), ditambah dalam transaksi tiap permohonan jadi.

    `sebaran`: lama -> banyak, dalam satuan norma; dari sinilah median dan persentil, tepat dan murah.
    """

    layanan = models.ForeignKey(Layanan, models.CASCADE, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    bulan = models.DateField()
    jadi = models.IntegerField(default=0)
    tepat = models.IntegerField(default=0)
    ditolak = models.IntegerField(default=0)
    dibuka_lagi = models.IntegerField(default=0)
    sebaran = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["layanan", "unit", "bulan"], name="layanan_ringkas_satu"),
            models.UniqueConstraint(
                fields=["layanan", "bulan"], condition=Q(unit=None), name="layanan_ringkas_kota"
            ),
        ]
        indexes = [models.Index(fields=["bulan"], name="layanan_ringkas_bulan")]
