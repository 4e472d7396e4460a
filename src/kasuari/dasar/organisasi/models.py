"""Daerah, unit, pos, dan siapa memegang pos. Satu sejarah jabatan: `Penugasan`."""

from django.db import models
from django.db.models import Q

from kasuari.dasar.inti.fakta import Keadaan, Rentang
from kasuari.dasar.inti.pengenal import uuid7
from kasuari.dasar.orang.models import Orang


class JenisUnit(models.TextChoices):
    DAERAH = "daerah", "Pemerintah daerah"
    SEKRETARIAT = "sekretariat", "Sekretariat"
    BADAN = "badan", "Badan"
    DINAS = "dinas", "Dinas"
    INSPEKTORAT = "inspektorat", "Inspektorat"
    RUMAH_SAKIT = "rumah_sakit", "Rumah sakit"
    DISTRIK = "distrik", "Distrik"
    KELURAHAN = "kelurahan", "Kelurahan"
    BAGIAN = "bagian", "Bagian"
    BIDANG = "bidang", "Bidang"
    SUBBAGIAN = "subbagian", "Subbagian"
    SEKSI = "seksi", "Seksi"
    UPT = "upt", "Unit pelaksana teknis"
    SEKOLAH = "sekolah", "Sekolah"
    PUSKESMAS = "puskesmas", "Puskesmas"


# Perangkat daerah: anak langsung pemerintah daerah yang berdiri sendiri dalam laporan.
JENIS_OPD = frozenset({"sekretariat", "badan", "dinas", "inspektorat", "rumah_sakit", "distrik"})


class JenisPos(models.TextChoices):
    JPT = "jpt", "Pimpinan tinggi"
    ADMINISTRATOR = "administrator", "Administrator"
    PENGAWAS = "pengawas", "Pengawas"
    FUNGSIONAL = "fungsional", "Fungsional"
    PELAKSANA = "pelaksana", "Pelaksana"
    POLITIK = "politik", "Jabatan politik"  # kepala daerah dan wakilnya: dipilih, bukan formasi ASN


# Jabatan manajerial: satu kursi satu pemegang definitif; kursi yang kosong perlu Plt atau pejabat baru.
MANAJERIAL = frozenset({JenisPos.JPT, JenisPos.ADMINISTRATOR, JenisPos.PENGAWAS})
TUNGGAL = MANAJERIAL | {JenisPos.POLITIK}  # satu kursi satu pemegang definitif

KURSI_TERBANYAK = 2000  # batas kewajaran isian banyak kursi satu jabatan di satu unit


class Profil(models.Model):
    """Profil daerah sebagai data: daerah lain memakai Kasuari dengan mengganti baris ini."""

    kode = models.CharField(max_length=13, unique=True)
    nama = models.CharField(max_length=100)
    provinsi = models.CharField(max_length=100)
    zona = models.CharField(max_length=40, default="Asia/Jayapura")
    singkat_zona = models.CharField(max_length=6, default="WIT")
    sebutan = models.JSONField(default=dict)  # mis. {"kecamatan": "distrik", "dprd": "DPRK"}
    alamat = models.CharField(max_length=200, blank=True)
    telepon = models.CharField(max_length=40, blank=True)
    lambang = models.TextField(blank=True)  # SVG dalam baris; kosong = perisai pengganti


class Unit(models.Model):
    uid = models.UUIDField(unique=True, default=uuid7, editable=False)
    kode = models.CharField(max_length=40, unique=True)

    def __str__(self) -> str:
        return self.kode


class UnitKeadaan(Keadaan):
    subjek = models.ForeignKey(Unit, models.DO_NOTHING, related_name="+")
    induk = models.ForeignKey(Unit, models.DO_NOTHING, null=True, related_name="+")
    nama = models.CharField(max_length=160)
    singkatan = models.CharField(max_length=40, blank=True)
    jenis = models.CharField(max_length=20, choices=JenisUnit.choices)
    kode_wilayah = models.CharField(max_length=13, blank=True)

    class Meta(Keadaan.Meta):
        pass


class UnitKini(models.Model):
    """Satu baris per unit yang hidup hari ini; ditulis ulang dalam transaksi perubahan."""

    unit = models.OneToOneField(Unit, models.CASCADE, primary_key=True, related_name="kini")
    induk = models.ForeignKey(Unit, models.DO_NOTHING, null=True, related_name="anak_kini")
    opd = models.ForeignKey(Unit, models.DO_NOTHING, null=True, related_name="+")
    nama = models.CharField(max_length=160)
    singkatan = models.CharField(max_length=40, blank=True)
    jenis = models.CharField(max_length=20)
    kode_wilayah = models.CharField(max_length=13, blank=True)
    dalam = models.SmallIntegerField()
    urut = models.IntegerField(db_index=True)  # urutan telusur pohon: daftar terurut tanpa rekursi


class UnitLeluhur(models.Model):
    """Pohon hari ini sebagai tabel tutupan: kueri lingkup yang sama di kedua basis data."""

    pk = models.CompositePrimaryKey("leluhur_id", "unit_id")
    leluhur = models.ForeignKey(Unit, models.CASCADE, related_name="keturunan")
    unit = models.ForeignKey(Unit, models.CASCADE, related_name="leluhur")

    class Meta:
        indexes = [models.Index(fields=["unit", "leluhur"], name="organisasi_leluhur_unit")]


class Pos(models.Model):
    """Satu kursi (atau serumpun kursi sejenis dengan `formasi`) dalam satu unit."""

    uid = models.UUIDField(unique=True, default=uuid7, editable=False)
    kode = models.CharField(max_length=60, unique=True)

    def __str__(self) -> str:
        return self.kode


class PosKeadaan(Keadaan):
    subjek = models.ForeignKey(Pos, models.DO_NOTHING, related_name="+")
    unit = models.ForeignKey(Unit, models.DO_NOTHING, related_name="+")
    nama = models.CharField(max_length=160)
    jenis = models.CharField(max_length=16, choices=JenisPos.choices)
    eselon = models.CharField(max_length=6, blank=True)
    jenjang = models.CharField(max_length=30, blank=True)
    kelas = models.SmallIntegerField(null=True)
    kepala = models.BooleanField(default=False)  # pimpinan unitnya
    formasi = models.IntegerField(default=1)
    pendidikan_minimal = models.CharField(max_length=10, blank=True)

    class Meta(Keadaan.Meta):
        pass


def nama_jabatan(nama: str, jenjang: str = "") -> str:
    """Nama jabatan dengan jenjangnya, sekali saja: 'Guru' + 'Ahli Muda' dan 'Guru Ahli Muda' + 'Ahli Muda' sama."""
    nama, jenjang = (" ".join(x.split()) for x in (nama, jenjang))
    termuat = f" {jenjang} ".casefold() in f" {nama} ".casefold()
    return nama if not jenjang or termuat else f"{nama} {jenjang}"


def kunci_jabatan(nama: str, jenjang: str = "") -> str:
    """`nama_jabatan` dalam satu ejaan, untuk mencocokkan pos, orang, dan formasi."""
    return nama_jabatan(nama, jenjang).casefold()


class JabatanFormasi(models.Model):
    """Satu nama jabatan di satu unit, yang kebutuhannya ditetapkan; `kunci` dari `kunci_jabatan`."""

    uid = models.UUIDField(unique=True, default=uuid7, editable=False)
    unit = models.ForeignKey(Unit, models.DO_NOTHING, related_name="+")
    nama = models.CharField(max_length=160)
    jenjang = models.CharField(max_length=30, blank=True)
    kunci = models.CharField(max_length=200)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "kunci"], name="organisasi_jabatan_kunci")]


class Formasi(Keadaan):
    """Kebutuhan orang menurut ketetapan. `nihil`: ketetapannya dicabut, jadi kebutuhannya tidak diketahui lagi."""

    subjek = models.ForeignKey(JabatanFormasi, models.DO_NOTHING, related_name="+")
    jenis = models.CharField(max_length=16, choices=JenisPos.choices, blank=True)
    kelas = models.SmallIntegerField(null=True)
    kebutuhan = models.IntegerField()

    class Meta(Keadaan.Meta):
        constraints = [
            *Keadaan.Meta.constraints,
            models.CheckConstraint(condition=Q(kebutuhan__gte=0), name="organisasi_formasi_kebutuhan"),
        ]


class Penugasan(Rentang):
    """Siapa memegang pos: definitif, Plt, Plh, Pj. `nama_luar` untuk jabatan di luar daerah atau sebelum pos ada."""

    class Jenis(models.TextChoices):
        DEFINITIF = "definitif", "Definitif"
        PLT = "plt", "Pelaksana tugas (Plt)"
        PLH = "plh", "Pelaksana harian (Plh)"
        PJ = "pj", "Penjabat (Pj)"

    subjek = models.ForeignKey(Orang, models.DO_NOTHING, related_name="+")
    pos = models.ForeignKey(Pos, models.DO_NOTHING, null=True, related_name="+")
    jenis = models.CharField(max_length=10, choices=Jenis.choices)
    nama_luar = models.CharField(max_length=200, blank=True)
    jenis_luar = models.CharField(max_length=16, blank=True, choices=JenisPos.choices)

    class Meta(Rentang.Meta):
        constraints = [
            *Rentang.Meta.constraints,
            models.CheckConstraint(
                condition=Q(pos__isnull=False) | ~Q(nama_luar=""), name="organisasi_penugasan_pos_atau_nama"
            ),
        ]
        indexes = [
            *Rentang.Meta.indexes,
            models.Index(fields=["pos", "-mulai"], name="organisasi_penugasan_pos"),
        ]
