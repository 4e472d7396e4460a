"""Akun untuk masuk, dan hibah: wewenang bertanggal di atas satu unit."""

from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q

from kasuari.dasar.inti.pengenal import uuid7
from kasuari.dasar.orang.models import Orang
from kasuari.dasar.organisasi.models import Unit


class AkunManager(BaseUserManager["Akun"]):
    def get_by_natural_key(self, nama: str | None) -> "Akun":
        """Masuk dengan nomor (NIP) atau e-mail."""
        nama = (nama or "").strip()
        return self.get(Q(nomor=nama.replace(" ", "")) | Q(email__iexact=nama)) if nama else self.get(pk=None)


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
