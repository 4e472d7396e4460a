"""Satu pemeriksaan disiplin, lembar tiap langkahnya, tim pemeriksanya, dan pembebasan sementara dari tugas.

Semua tulisan bebas tersandi di `Lembar`. Hukuman yang berlaku adalah fakta di `pegawai.RiwayatHukuman`.
"""

import json
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kasuari.aparatur.pegawai.models import Pegawai
from kasuari.aturan.disiplin import NAMA, TINGKAT
from kasuari.dasar.alur.models import Kasus
from kasuari.dasar.dokumen.models import Lampiran, Surat
from kasuari.dasar.inti.fakta import Rentang
from kasuari.dasar.inti.pengenal import uuid7
from kasuari.dasar.inti.sandi import dekripsi, enkripsi
from kasuari.dasar.orang.models import Orang

PANGGILAN, BAP, TIM, SK, PENYAMPAIAN = "panggilan", "bap", "tim", "sk", "penyampaian"
SURAT = {
    PANGGILAN: _("Surat panggilan"),
    BAP: _("Berita acara pemeriksaan"),
    TIM: _("Surat tim pemeriksa"),
    SK: _("Keputusan hukuman disiplin"),
    PENYAMPAIAN: _("Berita acara penyampaian"),
}
SEBUT_TINGKAT = {kode: nama for nama, kode in TINGKAT.items()}


class Pemeriksaan(models.Model):
    """`id` sama dengan id kasusnya; pemohon kasusnya ialah yang diperiksa, jadi ia tidak pernah memutus dirinya.

    `tingkat` dan `hukuman`: kode `aturan.disiplin` menurut pemeriksaan, usul, lalu keputusan. `diterima`: hari
    keputusan diterima; `berlaku`: hari kerja ke-15 sesudahnya; `fakta`: RiwayatHukuman sejak hari itu tiba.
    """

    id = models.UUIDField(primary_key=True)
    kasus = models.OneToOneField(Kasus, models.PROTECT, related_name="pemeriksaan")
    pegawai = models.ForeignKey(Pegawai, models.PROTECT, related_name="+")
    pelapor = models.ForeignKey(Orang, models.PROTECT, related_name="+")
    tingkat = models.SmallIntegerField(null=True)
    hukuman = models.SmallIntegerField(null=True)
    panggilan = models.DateField(null=True)  # hari pemeriksaan menurut panggilan terakhir
    sk = models.ForeignKey(Surat, models.PROTECT, null=True, related_name="+")
    diterima = models.DateField(null=True)
    berlaku = models.DateField(null=True)
    fakta = models.UUIDField(null=True)
    dibuat = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(tingkat=None) | Q(tingkat__in=tuple(TINGKAT.values())), name="disiplin_tingkat"
            ),
            models.CheckConstraint(
                condition=Q(hukuman=None) | Q(hukuman__in=tuple(NAMA)), name="disiplin_hukuman"
            ),
            models.CheckConstraint(
                condition=Q(berlaku=None) | Q(diterima__isnull=False, sk__isnull=False),
                name="disiplin_berlaku_sesudah_diterima",
            ),
            models.CheckConstraint(
                condition=Q(fakta=None) | Q(berlaku__isnull=False), name="disiplin_fakta_sesudah_berlaku"
            ),
        ]
        indexes = [
            models.Index(fields=["pegawai", "-dibuat"], name="disiplin_pegawai"),
            models.Index(fields=["berlaku"], condition=Q(fakta=None), name="disiplin_belum_berlaku"),
        ]


class Lembar(models.Model):
    """Isi satu langkah: laporan, panggilan, berita acara, usul, tanggapan, putusan. Hanya bertambah.

    `urut` sama dengan urut langkahnya; kosong bagi yang bukan langkah (pendapat anggota tim).
    """

    id = models.UUIDField(primary_key=True, default=uuid7)
    pemeriksaan = models.ForeignKey(Pemeriksaan, models.PROTECT, related_name="lembar")
    urut = models.IntegerField(null=True)
    aksi = models.CharField(max_length=40)
    isi_sandi = models.BinaryField()
    lampiran = models.ForeignKey(Lampiran, models.PROTECT, null=True, related_name="+")
    oleh = models.ForeignKey(Orang, models.PROTECT, null=True, related_name="+")
    jejak_id = models.BigIntegerField()
    waktu = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["pemeriksaan", "urut"], name="disiplin_lembar_urut"),
        ]

    @staticmethod
    def sandi(isi: dict[str, Any]) -> bytes:
        return enkripsi(json.dumps(isi, ensure_ascii=False).encode(), "disiplin")

    @property
    def isi(self) -> dict[str, Any]:
        return dict(json.loads(dekripsi(self.isi_sandi, "disiplin")))


class SuratPemeriksaan(models.Model):
    """Surat yang lahir dari satu langkah pemeriksaan. Hanya bertambah."""

    surat = models.OneToOneField(Surat, models.PROTECT, primary_key=True, related_name="+")
    pemeriksaan = models.ForeignKey(Pemeriksaan, models.PROTECT, related_name="surat")
    jenis = models.CharField(max_length=12, choices=list(SURAT.items()))


class AnggotaTim(models.Model):
    """Anggota tim pemeriksa menurut unsurnya; satu orang satu unsur, satu unsur satu orang."""

    class Unsur(models.TextChoices):
        ATASAN = "atasan", _("Atasan langsung")
        PENGAWASAN = "pengawasan", _("Unsur pengawasan")
        KEPEGAWAIAN = "kepegawaian", _("Unsur kepegawaian")

    pemeriksaan = models.ForeignKey(Pemeriksaan, models.PROTECT, related_name="tim")
    orang = models.ForeignKey(Orang, models.PROTECT, related_name="+")
    unsur = models.CharField(max_length=12, choices=Unsur.choices)
    ketua = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["pemeriksaan", "orang"], name="disiplin_tim_orang"),
            models.UniqueConstraint(fields=["pemeriksaan", "unsur"], name="disiplin_tim_unsur"),
            models.UniqueConstraint(
                fields=["pemeriksaan"], condition=Q(ketua=True), name="disiplin_tim_ketua"
            ),
        ]


class BebasSementara(Rentang):
    """Pembebasan sementara dari tugas jabatan selama pemeriksaan pelanggaran berat; berakhir saat diputus."""

    subjek = models.ForeignKey(Pegawai, models.DO_NOTHING, related_name="+")
    pemeriksaan = models.ForeignKey(Pemeriksaan, models.PROTECT, related_name="bebas")

    class Meta(Rentang.Meta):
        pass


class BarisIdis(models.Model):
    """Satu catatan hukuman bagi I'Dis BKN (PP 94/2021 Pasal 39). Belum terkirim sampai ada nomor terimanya."""

    pemeriksaan = models.ForeignKey(Pemeriksaan, models.PROTECT, related_name="idis")
    isi_sandi = models.BinaryField()
    dibuat = models.DateTimeField()
    dikirim = models.DateTimeField(null=True)
    nomor = models.CharField(max_length=80, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(dikirim=None, nomor="") | (Q(dikirim__isnull=False) & ~Q(nomor="")),
                name="disiplin_idis_bernomor",
            )
        ]
