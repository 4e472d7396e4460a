"""Akun untuk masuk, dan hibah: wewenang bertanggal di atas satu unit."""

from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q

from kasuari.dasar.inti.pengenal import uuid7
from kasuari.dasar.orang.models import Orang
from kasuari.dasar.organisasi.models import Unit


def nomor_polos(teks: str) -> str:
    """Nomor tanpa spasi apa pun, juga spasi tak terputus yang ikut tersalin dari layar."""
    return "".join(teks.split())


class AkunManager(BaseUserManager["Akun"]):
    def get_by_natural_key(self, nama: str | None) -> "Akun":
        """Masuk dengan nomor (NIP) atau e-mail."""
        nama = (nama or "").strip()
        return self.get(Q(nomor=nomor_polos(nama)) | Q(email__iexact=nama)) if nama else self.get(pk=None)


class Akun(AbstractBaseUser):
    uid = models.UUIDField(unique=True, default=uuid7, editable=False)
    orang = models.OneToOneField(Orang, models.PROTECT, related_name="akun")
    nomor = models.CharField(max_length=30, unique=True)  # NIP bagi pegawai
    email = models.EmailField(unique=True, null=True)
    bahasa = models.CharField(max_length=2, default="id")
    aktif = models.BooleanField(default=False)
    contoh = models.BooleanField(default=False)  # akun kota demo; produksi menolak start bila ada
    dibuat = models.DateTimeField()

    objects = AkunManager()
    USERNAME_FIELD = "nomor"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: list[str] = []

    @property
    def is_active(self) -> bool:  # type: ignore[override]
        return self.aktif

    @property
    def is_staff(self) -> bool:
        return False

    def has_perm(self, *_: Any) -> bool:
        """Izin Django tidak dipakai; semua lewat `akun.izin`."""
        return False


class Sumber(models.TextChoices):
    JABATAN = "jabatan", "Jabatan"
    PENUNJUKAN = "penunjukan", "Penunjukan"
    PLT = "plt", "Plt"
    PLH = "plh", "Plh"
    MANDAT = "mandat", "Mandat"


class Hibah(models.Model):
    """Satu wewenang. Delegasi menyebut hibah yang diwakilinya dan berlaku di dalam tanggalnya."""

    akun = models.ForeignKey(Akun, models.PROTECT, related_name="hibah")
    peran = models.CharField(max_length=40)
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    mulai = models.DateField()
    sampai = models.DateField(null=True)
    sumber = models.CharField(max_length=12, choices=Sumber.choices)
    atas_nama_hibah = models.ForeignKey("self", models.PROTECT, null=True, related_name="delegasi")
    jejak_id = models.BigIntegerField()
    dicabut = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(sampai=None) | Q(sampai__gt=F("mulai")), name="akun_hibah_rentang"
            ),
            models.CheckConstraint(
                condition=Q(atas_nama_hibah=None) | Q(sumber__in=["plt", "plh", "mandat"]),
                name="akun_hibah_wakil",
            ),
        ]
        indexes = [models.Index(fields=["akun", "mulai"], name="akun_hibah_akun")]


class Totp(models.Model):
    """Langkah kedua: rahasia tersandi, dan langkah waktu terakhir yang dipakai (kode tidak dapat diulang)."""

    akun = models.OneToOneField(Akun, models.CASCADE, related_name="totp")
    rahasia = models.BinaryField()
    langkah_terakhir = models.BigIntegerField(default=0)
    dipasang = models.DateTimeField(null=True)


class KodePulih(models.Model):
    """Kode cadangan tercetak; hanya sidiknya yang disimpan, tiap kode sekali pakai."""

    akun = models.ForeignKey(Akun, models.CASCADE, related_name="kode_pulih")
    sidik = models.BinaryField(max_length=16)
    dipakai = models.DateTimeField(null=True)


class KodeSekali(models.Model):
    """Kode untuk membuat sandi, lewat surat tercetak atau e-mail: tersidik, berbatas waktu dan percobaan."""

    class Saluran(models.TextChoices):
        SURAT = "surat", "Surat tercetak"
        EMAIL = "email", "E-mail"

    akun = models.ForeignKey(Akun, models.CASCADE, related_name="kode_sekali")
    saluran = models.CharField(max_length=8, choices=Saluran.choices)
    sidik = models.BinaryField(max_length=16)
    dibuat = models.DateTimeField()
    sampai = models.DateTimeField()
    coba = models.SmallIntegerField(default=0)
    dipakai = models.DateTimeField(null=True)
    oleh = models.ForeignKey(Akun, models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(sampai__gt=F("dibuat")), name="akun_kodesekali_masa"),
            models.CheckConstraint(condition=~Q(oleh=F("akun")), name="akun_kodesekali_bukan_sendiri"),
        ]


class Sesi(models.Model):
    """Satu perangkat yang sedang masuk. Alamat internet tidak disimpan."""

    uid = models.UUIDField(unique=True, default=uuid7, editable=False)
    akun = models.ForeignKey(Akun, models.CASCADE, related_name="sesi")
    kunci = models.CharField(max_length=40, unique=True)  # kunci sesi Django
    perangkat = models.CharField(max_length=60)
    dibuat = models.DateTimeField()
    terakhir = models.DateTimeField()


class Percobaan(models.Model):
    """Satu percobaan yang dihitung pembatas laju. Siapanya hanya sidik berkunci, dihapus sesudah sehari."""

    guna = models.CharField(max_length=12)
    siapa = models.BinaryField(max_length=16)
    saat = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["guna", "siapa", "saat"], name="akun_percobaan_siapa")]


class UsulanPeran(models.Model):
    """Peran peka menunggu orang kedua. Basis data menolak penyetuju yang sama dengan pengusul atau penerima."""

    class Status(models.TextChoices):
        MENUNGGU = "menunggu", "Menunggu"
        DISETUJUI = "disetujui", "Disetujui"
        DITOLAK = "ditolak", "Tidak disetujui"

    uid = models.UUIDField(unique=True, default=uuid7, editable=False)
    akun = models.ForeignKey(Akun, models.PROTECT, related_name="+")
    peran = models.CharField(max_length=40)
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    mulai = models.DateField()
    sampai = models.DateField(null=True)
    alasan = models.CharField(max_length=300)
    pengusul = models.ForeignKey(Akun, models.PROTECT, related_name="+")
    pemutus = models.ForeignKey(Akun, models.PROTECT, null=True, related_name="+")
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.MENUNGGU)
    diusulkan = models.DateTimeField()
    diputus = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(pemutus=None) | (~Q(pemutus=F("pengusul")) & ~Q(pemutus=F("akun"))),
                name="akun_usulan_orang_kedua",
            ),
            models.CheckConstraint(condition=~Q(pengusul=F("akun")), name="akun_usulan_bukan_diri"),
            models.CheckConstraint(
                condition=Q(status="menunggu", pemutus=None)
                | (~Q(status="menunggu") & Q(pemutus__isnull=False)),
                name="akun_usulan_status",
            ),
        ]
