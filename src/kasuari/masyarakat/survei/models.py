"""Survei, periode, kiriman yang menunggu dicampur, dan jawaban tanpa nama.

Baris jawaban memuat kunci acak dan harinya saja: tanpa jam, akun, alamat, perangkat, atau token. Kunci kirim hidup di
`Kiriman`, token di `Undangan`; sesudah kelompoknya dipindahkan tidak ada yang menghubungkan keduanya dengan jawaban.
"""

import uuid

from django.db import models
from django.db.models import F, Q

from kasuari.dasar.inti.pengenal import uuid7
from kasuari.dasar.organisasi.models import Unit
from kasuari.masyarakat.survei.kata_unsur import UNSUR


class Mode(models.TextChoices):
    TAUTAN = "tautan", "Tautan"
    QR = "qr", "QR di loket"
    KIOS = "kios", "Layar loket"
    KERTAS = "kertas", "Kertas"
    LURING = "luring", "Tersimpan di HP dahulu"


class Lapis(models.TextChoices):
    """Dua lapis yang tidak dicampur dalam pembacaan: siapa pun di loket, dan permohonan yang selesai."""

    TERBUKA = "terbuka", "Terbuka"
    PERMOHONAN = "permohonan", "Permohonan selesai"


class Survei(models.Model):
    """Satu survei. `skm`: sembilan unsur menurut peraturan; `lain`: pertanyaan sendiri."""

    class Jenis(models.TextChoices):
        SKM = "skm", "Survei kepuasan masyarakat"
        LAIN = "lain", "Survei lain"

    uid = models.UUIDField(unique=True, default=uuid7, editable=False)
    jenis = models.CharField(max_length=4, choices=Jenis.choices)
    nama = models.CharField(max_length=120)
    nama_en = models.CharField(max_length=120, blank=True)
    ambang = models.SmallIntegerField()  # hasil di bawah sekian penjawab tidak terbit
    dibuat = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["jenis"], condition=Q(jenis="skm"), name="survei_satu_skm"),
            models.CheckConstraint(condition=Q(ambang__gte=1), name="survei_ambang"),
        ]


class VersiSoal(models.Model):
    """Pertanyaan satu survei; yang sudah dipakai tidak berubah. `isi`: lihat `soal.py`."""

    survei = models.ForeignKey(Survei, models.PROTECT, related_name="versi")
    nomor = models.SmallIntegerField()
    isi = models.JSONField()
    dibuat = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["survei", "nomor"], name="survei_versi_nomor")]


class Layanan(models.Model):
    """Layanan yang dinilai di satu unit. `petugas`: yang melayani; `tertutup`: tanpa survei dan tanpa angka umum."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    kode = models.CharField(max_length=20)
    nama = models.CharField(max_length=120)
    petugas = models.SmallIntegerField()
    tertutup = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit", "kode"], name="survei_layanan_kode"),
            models.CheckConstraint(condition=Q(petugas__gte=0), name="survei_layanan_petugas"),
        ]


class Periode(models.Model):
    """Satu survei di satu unit selama satu rentang hari (`sampai` ikut). Rentang satu unit tidak bertumpang.

    `rencana`: {"populasi": {kode layanan: orang, "": tanpa layanan}, "persen_p": 50}.
    """

    class Skema(models.TextChoices):
        TRIWULAN = "triwulan", "Triwulan"
        SEMESTER = "semester", "Semester"
        TAHUN = "tahun", "Tahun"

    class Status(models.TextChoices):
        TERBUKA = "terbuka", "Terbuka"
        DITUTUP = "ditutup", "Ditutup"
        TERBIT = "terbit", "Terbit"

    uid = models.UUIDField(unique=True, default=uuid7, editable=False)
    survei = models.ForeignKey(Survei, models.PROTECT, related_name="periode")
    versi = models.ForeignKey(VersiSoal, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    mulai = models.DateField()
    sampai = models.DateField()
    skema = models.CharField(max_length=8, choices=Skema.choices)
    status = models.CharField(max_length=8, choices=Status.choices, default=Status.TERBUKA)
    petugas = models.SmallIntegerField()
    rencana = models.JSONField(default=dict)
    ditutup = models.DateField(null=True)
    terbit = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["survei", "unit", "mulai"], name="survei_periode_mulai"),
            models.CheckConstraint(condition=Q(sampai__gte=F("mulai")), name="survei_periode_urut"),
            models.CheckConstraint(
                condition=Q(status="terbuka", ditutup=None) | ~Q(status="terbuka") & ~Q(ditutup=None),
                name="survei_periode_tutup",
            ),
        ]
        indexes = [models.Index(fields=["unit", "-mulai"], name="survei_periode_unit")]


class Kiriman(models.Model):
    """Satu kiriman menurut kunci kirimnya. Sesudah kelompoknya dicampur `isi` dan `perangkat` kosong; tinggal kuncinya.

    `periode` tanpa kunci asing di basis data: sisipannya satu perintah yang tidak mengunci baris periode.
    """

    kunci = models.UUIDField(primary_key=True)
    periode = models.ForeignKey(Periode, models.DO_NOTHING, related_name="+", db_constraint=False)
    hari = models.DateField()
    isi = models.BinaryField(null=True)
    perangkat = models.CharField(max_length=16, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["periode"], condition=Q(isi__isnull=False), name="survei_kiriman_tunggu")
        ]


class Undangan(models.Model):
    """Token sekali pakai dari permohonan yang selesai; hanya sidiknya, tanpa jam dan tanpa permohonannya."""

    sidik = models.CharField(max_length=32, primary_key=True)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    layanan_kode = models.CharField(max_length=20)
    dibuat = models.DateField()
    dipakai = models.BooleanField(default=False)


class Jawaban(models.Model):
    """Satu jawaban SKM. Kolom unsur kosong hanya bila versi soalnya tidak menanyakannya."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    periode = models.ForeignKey(Periode, models.PROTECT, related_name="jawaban")
    layanan_kode = models.CharField(max_length=20, blank=True)
    hari = models.DateField()
    mode = models.CharField(max_length=6, choices=Mode.choices)
    lapis = models.CharField(max_length=10, choices=Lapis.choices)
    jk = models.CharField(max_length=1, blank=True)
    usia = models.CharField(max_length=5, blank=True)
    pendidikan = models.CharField(max_length=8, blank=True)
    pekerjaan = models.CharField(max_length=10, blank=True)
    persyaratan = models.SmallIntegerField(null=True)
    prosedur = models.SmallIntegerField(null=True)
    waktu = models.SmallIntegerField(null=True)
    biaya = models.SmallIntegerField(null=True)
    produk = models.SmallIntegerField(null=True)
    kompetensi = models.SmallIntegerField(null=True)
    perilaku = models.SmallIntegerField(null=True)
    pengaduan = models.SmallIntegerField(null=True)
    sarpras = models.SmallIntegerField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(**{f"{u}__gte": 1}) & Q(**{f"{u}__lte": 4}) | Q(**{u: None}),
                name=f"survei_nilai_{u}",
            )
            for u in UNSUR
        ]


class JawabanLain(models.Model):
    """Satu jawaban survei lain: pilihan dan skala menurut kode soalnya. Teks bebas hidup di `Komentar`."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    periode = models.ForeignKey(Periode, models.PROTECT, related_name="jawaban_lain")
    hari = models.DateField()
    isi = models.JSONField()


class Komentar(models.Model):
    """Tulisan bebas, tersandi tanpa jam, NIK dan nomor telepon sudah disamarkan. Tidak terhubung dengan jawabannya."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    periode = models.ForeignKey(Periode, models.PROTECT, related_name="komentar")
    soal = models.CharField(max_length=30, blank=True)  # kode soal teks pada survei lain
    isi = models.BinaryField()


class TandaKomentar(models.Model):
    """Tanda dari petugas pada satu komentar."""

    komentar = models.ForeignKey(Komentar, models.PROTECT, related_name="tanda")
    tanda = models.CharField(max_length=20)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["komentar", "tanda"], name="survei_tanda")]


class Cacah(models.Model):
    """Banyak jawaban satu periode menurut layanan, jenis kelamin, dan lapis: layar kemajuan tidak membaca jawaban."""

    periode = models.ForeignKey(Periode, models.PROTECT, related_name="cacah")
    layanan_kode = models.CharField(max_length=20, blank=True)
    jk = models.CharField(max_length=1, blank=True)
    lapis = models.CharField(max_length=10)
    n = models.IntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["periode", "layanan_kode", "jk", "lapis"], name="survei_cacah_satu"
            )
        ]


class CacahHari(models.Model):
    """Banyak kiriman sehari, untuk tanda kiriman beruntun; tidak menyebut jawaban dan dihapus bersama kuncinya."""

    periode = models.ForeignKey(Periode, models.PROTECT, related_name="cacah_hari")
    hari = models.DateField()
    n = models.IntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["periode", "hari"], name="survei_cacah_hari")]


class CacahPerangkat(models.Model):
    """Banyak kiriman satu perangkat (sidik dari bilangan acak milik HP itu); tidak menyebut jawaban."""

    periode = models.ForeignKey(Periode, models.PROTECT, related_name="cacah_perangkat")
    perangkat = models.CharField(max_length=16)
    n = models.IntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["periode", "perangkat"], name="survei_cacah_perangkat")
        ]


class Tumpukan(models.Model):
    """Satu tumpukan lembar kertas bernomor seri `awal` sampai `akhir`."""

    periode = models.ForeignKey(Periode, models.PROTECT, related_name="tumpukan")
    nomor = models.SmallIntegerField()
    awal = models.IntegerField()
    akhir = models.IntegerField()
    masuk = models.IntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["periode", "nomor"], name="survei_tumpukan_nomor"),
            models.CheckConstraint(condition=Q(akhir__gte=F("awal")), name="survei_tumpukan_urut"),
        ]


class Hasil(models.Model):
    """Hasil beku satu periode: hitungan utuh, dan sidik jawaban serta hasilnya. Hanya bertambah."""

    periode = models.OneToOneField(Periode, models.PROTECT, primary_key=True, related_name="hasil")
    n = models.IntegerField()
    isi = models.JSONField()
    sidik = models.CharField(max_length=64)
