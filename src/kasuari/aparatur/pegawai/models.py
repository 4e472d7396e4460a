"""Pegawai dan fakta-faktanya di atas dua garis waktu. Jabatan ada di `organisasi.Penugasan`, satu sejarah saja."""

from django.db import models

from kasuari.dasar.inti.fakta import Keadaan, Rentang
from kasuari.dasar.inti.pengenal import uuid7
from kasuari.dasar.orang.models import Orang
from kasuari.dasar.organisasi.models import Pos, Unit


class JenisAsn(models.TextChoices):
    PNS = "pns", "PNS"
    CPNS = "cpns", "CPNS"
    PPPK = "pppk", "PPPK"
    PPPK_PW = "pppk_pw", "PPPK paruh waktu"


class Pegawai(models.Model):
    """Identitas tetap. NIK tersandi; dicari persis lewat indeks buta."""

    uid = models.UUIDField(unique=True, default=uuid7, editable=False)
    orang = models.OneToOneField(Orang, models.PROTECT, related_name="pegawai")
    nip = models.CharField(max_length=18, unique=True)
    nik = models.BinaryField(null=True)
    nik_buta = models.BinaryField(null=True, db_index=True)
    lahir = models.DateField()
    tempat_lahir = models.CharField(max_length=80, blank=True)
    jk = models.CharField(max_length=1, choices=[("L", "Laki-laki"), ("P", "Perempuan")])
    agama = models.CharField(max_length=2, blank=True)
    tmt_cpns = models.DateField(null=True)
    dibuat = models.DateTimeField()


class RiwayatStatus(Keadaan):
    """Jenis kepegawaian dan kedudukan hukum (kode SIASN). `nihil`: bukan pegawai lagi."""

    subjek = models.ForeignKey(Pegawai, models.DO_NOTHING, related_name="+")
    jenis = models.CharField(max_length=10, choices=JenisAsn.choices)
    kedudukan = models.CharField(max_length=4, default="01")
    sebab = models.CharField(max_length=60, blank=True)

    class Meta(Keadaan.Meta):
        pass


class RiwayatGolongan(Keadaan):
    subjek = models.ForeignKey(Pegawai, models.DO_NOTHING, related_name="+")
    golongan = models.CharField(max_length=6)
    mk_tahun = models.SmallIntegerField()
    mk_bulan = models.SmallIntegerField(default=0)
    jenis_kp = models.CharField(max_length=6, blank=True)

    class Meta(Keadaan.Meta):
        pass


class RiwayatKgb(Keadaan):
    """Gaji pokok menurut KGB: rupiah penuh, dan masa kerja golongan yang mendasarinya."""

    subjek = models.ForeignKey(Pegawai, models.DO_NOTHING, related_name="+")
    gaji_pokok = models.BigIntegerField()
    mk_tahun = models.SmallIntegerField()
    mk_bulan = models.SmallIntegerField(default=0)

    class Meta(Keadaan.Meta):
        pass


class RiwayatPak(Keadaan):
    """Penetapan angka kredit: jumlah yang dimiliki di jenjangnya. Sesudah naik pangkat tinggal kelebihannya."""

    subjek = models.ForeignKey(Pegawai, models.DO_NOTHING, related_name="+")
    ak = models.DecimalField(max_digits=7, decimal_places=2)
    jenjang = models.CharField(max_length=30)

    class Meta(Keadaan.Meta):
        pass


class RiwayatPendidikan(Rentang):
    """Berlaku sejak tanggal lulus."""

    subjek = models.ForeignKey(Pegawai, models.DO_NOTHING, related_name="+")
    tingkat = models.CharField(max_length=6)
    jurusan = models.CharField(max_length=160, blank=True)
    lembaga = models.CharField(max_length=160, blank=True)
    tahun_lulus = models.SmallIntegerField()

    class Meta(Rentang.Meta):
        pass


class RiwayatDiklat(Rentang):
    """Pelatihan dan kursus. `jenis`: kepemimpinan, fungsional, teknis, seminar. `jp`: jam pelajaran."""

    class Jenis(models.TextChoices):
        KEPEMIMPINAN = "kepemimpinan", "Kepemimpinan"
        FUNGSIONAL = "fungsional", "Fungsional"
        TEKNIS = "teknis", "Teknis"
        SEMINAR = "seminar", "Seminar, lokakarya, magang, kursus"

    subjek = models.ForeignKey(Pegawai, models.DO_NOTHING, related_name="+")
    nama = models.CharField(max_length=250)
    jenis = models.CharField(max_length=14, choices=Jenis.choices)
    jenjang = models.CharField(max_length=30, blank=True)  # mis. PKA, PKP, PKN II
    jp = models.IntegerField()
    penyelenggara = models.CharField(max_length=160, blank=True)
    sertifikat = models.CharField(max_length=120, blank=True)

    class Meta(Rentang.Meta):
        pass


class RiwayatSkp(Rentang):
    """Predikat kinerja satu tahun penilaian."""

    subjek = models.ForeignKey(Pegawai, models.DO_NOTHING, related_name="+")
    tahun = models.SmallIntegerField()
    predikat = models.CharField(max_length=20)
    nilai = models.DecimalField(max_digits=5, decimal_places=2, null=True)

    class Meta(Rentang.Meta):
        constraints = [
            *Rentang.Meta.constraints,
            models.UniqueConstraint(
                fields=["subjek", "tahun"], condition=models.Q(ditutup=None), name="pegawai_skp_tahun"
            ),
        ]


class RiwayatHukuman(Rentang):
    """Hukuman disiplin yang telah berkekuatan. Kelas rahasia: disiplin."""

    subjek = models.ForeignKey(Pegawai, models.DO_NOTHING, related_name="+")
    tingkat = models.CharField(
        max_length=8, choices=[("ringan", "Ringan"), ("sedang", "Sedang"), ("berat", "Berat")]
    )
    jenis = models.CharField(max_length=120)

    class Meta(Rentang.Meta):
        pass


class RiwayatPenghargaan(Rentang):
    subjek = models.ForeignKey(Pegawai, models.DO_NOTHING, related_name="+")
    kode = models.CharField(max_length=6, blank=True)
    nama = models.CharField(max_length=160)

    class Meta(Rentang.Meta):
        pass


class RiwayatCuti(Rentang):
    """Cuti yang sudah dijalani atau disetujui. Alasannya tidak disimpan di sini (kelas kesehatan)."""

    subjek = models.ForeignKey(Pegawai, models.DO_NOTHING, related_name="+")
    jenis = models.CharField(max_length=20)
    hari = models.SmallIntegerField()

    class Meta(Rentang.Meta):
        pass


class RiwayatKeluarga(Rentang):
    class Hubungan(models.TextChoices):
        PASANGAN = "pasangan", "Suami atau istri"
        ANAK = "anak", "Anak"
        AYAH = "ayah", "Ayah"
        IBU = "ibu", "Ibu"

    subjek = models.ForeignKey(Pegawai, models.DO_NOTHING, related_name="+")
    hubungan = models.CharField(max_length=10, choices=Hubungan.choices)
    nama = models.CharField(max_length=200)
    lahir = models.DateField(null=True)
    tertanggung = models.BooleanField(default=False)

    class Meta(Rentang.Meta):
        pass


class RiwayatKontrak(Rentang):
    """Perjanjian kerja PPPK. `nomor`: nomor perjanjian atau addendumnya; `ke`: perjanjian keberapa, mulai 1.

    `upah`: rupiah penuh sebulan bagi paruh waktu, yang upahnya di perjanjian, bukan di tabel gaji (kelas upah).
    """

    class Jenis(models.TextChoices):
        PENUH = "penuh", "Penuh waktu"
        PARUH_WAKTU = "paruh_waktu", "Paruh waktu"

    subjek = models.ForeignKey(Pegawai, models.DO_NOTHING, related_name="+")
    nomor = models.CharField(max_length=120)
    ke = models.SmallIntegerField()
    jenis = models.CharField(max_length=12, choices=Jenis.choices)
    upah = models.BigIntegerField(null=True)

    class Meta(Rentang.Meta):
        constraints = [
            *Rentang.Meta.constraints,
            models.CheckConstraint(condition=models.Q(sampai__isnull=False), name="pegawai_kontrak_berakhir"),
            models.CheckConstraint(condition=models.Q(ke__gte=1), name="pegawai_kontrak_ke"),
            models.CheckConstraint(
                condition=models.Q(upah=None) | models.Q(upah__gt=0), name="pegawai_kontrak_upah"
            ),
        ]


class RiwayatSuratIzin(Rentang):
    """Surat yang berjangka dan melekat pada orangnya: STR, SIP, sertifikat. Tanpa `sampai`: berlaku seumur hidup."""

    class Jenis(models.TextChoices):
        STR = "str", "Surat tanda registrasi (STR)"
        SIP = "sip", "Surat izin praktik (SIP)"
        SERTIFIKAT = "sertifikat", "Sertifikat kompetensi atau keahlian"
        LAIN = "lain", "Surat lain yang berjangka"

    subjek = models.ForeignKey(Pegawai, models.DO_NOTHING, related_name="+")
    jenis = models.CharField(max_length=10, choices=Jenis.choices)
    nomor = models.CharField(max_length=120)
    penerbit = models.CharField(max_length=160)
    keterangan = models.CharField(max_length=160, blank=True)  # profesi, keahlian, atau tempat praktiknya

    class Meta(Rentang.Meta):
        indexes = [
            *Rentang.Meta.indexes,
            models.Index(
                fields=["sampai"], condition=models.Q(ditutup=None), name="pegawai_suratizin_sampai"
            ),
        ]


class Oap(Rentang):
    """Status Orang Asli Papua: tabel tersendiri, isinya tersandi, tidak pernah di daftar, saringan, atau ekspor.

    `isi` JSON tersandi: status (diklaim, diverifikasi, ditolak), nomor bukti, lembaga, guna.
    """

    subjek = models.ForeignKey(Pegawai, models.DO_NOTHING, related_name="+")
    isi = models.BinaryField()

    class Meta(Rentang.Meta):
        pass


class PegawaiKini(models.Model):
    """Satu baris seorang, ditulis ulang dalam transaksi perubahan; daftar hanya membaca tabel ini."""

    pegawai = models.OneToOneField(Pegawai, models.CASCADE, primary_key=True, related_name="kini")
    orang_uid = models.UUIDField()
    nip = models.CharField(max_length=18)
    nama = models.CharField(max_length=200)
    nama_gelar = models.CharField(max_length=360)
    jk = models.CharField(max_length=1)
    lahir = models.DateField()
    jenis = models.CharField(max_length=10, db_index=True)
    kedudukan = models.CharField(max_length=4)
    aktif = models.BooleanField()
    golongan = models.CharField(max_length=6, blank=True)
    golongan_urut = models.SmallIntegerField(default=0)
    tmt_golongan = models.DateField(null=True)
    mk_bulan = models.IntegerField(default=0)  # masa kerja golongan pada tmt_golongan, dalam bulan
    pos = models.ForeignKey(Pos, models.DO_NOTHING, null=True, related_name="+")
    jabatan = models.CharField(max_length=200, blank=True)
    jenis_jabatan = models.CharField(max_length=16, blank=True)
    jenjang = models.CharField(max_length=30, blank=True)
    eselon = models.CharField(max_length=6, blank=True)
    tmt_jabatan = models.DateField(null=True)
    kepala = models.BooleanField(default=False)
    unit = models.ForeignKey(Unit, models.DO_NOTHING, null=True, related_name="+")
    opd = models.ForeignKey(Unit, models.DO_NOTHING, null=True, related_name="+")
    pendidikan = models.CharField(max_length=6, blank=True)
    pendidikan_urut = models.SmallIntegerField(default=0)
    tahun_lulus = models.SmallIntegerField(null=True)
    tmt_cpns = models.DateField(null=True)
    gaji_pokok = models.BigIntegerField(null=True)
    kgb_berikut = models.DateField(null=True)
    kp_berikut = models.DateField(null=True)  # kenaikan pangkat paling awal, menurut jalur jabatannya
    kp_kurang = models.CharField(
        max_length=12, blank=True
    )  # kode fakta yang menahan hitungannya, lihat naik.py
    pensiun = models.DateField(null=True)  # kosong bila BUP jabatannya tidak diketahui
    pensiun_ingatan = models.BooleanField(default=False)  # BUP-nya belum bersumber
    mutu = models.SmallIntegerField(default=0)  # 0-100
    kurang = models.JSONField(default=list)  # kode kekurangan data, lihat mutu.py

    class Meta:
        indexes = [
            models.Index(fields=["aktif", "nama", "pegawai"], name="pegawai_kini_nama"),
            models.Index(fields=["unit", "aktif"], name="pegawai_kini_unit"),
            models.Index(fields=["opd", "aktif"], name="pegawai_kini_opd"),
            models.Index(fields=["aktif", "-golongan_urut", "tmt_golongan"], name="pegawai_kini_duk"),
            models.Index(fields=["nip"], name="pegawai_kini_nip"),
            models.Index(fields=["aktif", "mutu", "pegawai"], name="pegawai_kini_mutu"),
            models.Index(fields=["aktif", "pensiun", "pegawai"], name="pegawai_kini_pensiun"),
            models.Index(fields=["aktif", "kgb_berikut", "pegawai"], name="pegawai_kini_kgb"),
            models.Index(fields=["aktif", "kp_berikut", "pegawai"], name="pegawai_kini_kp"),
        ]


class PegawaiGram(models.Model):
    """Potongan tiga huruf dari nama, untuk pencarian yang memaafkan salah ketik di kedua basis data."""

    pk = models.CompositePrimaryKey("gram", "pegawai_id")
    gram = models.CharField(max_length=3)
    pegawai = models.ForeignKey(Pegawai, models.CASCADE, related_name="gram")


class SelisihSiasn(models.Model):
    """'Data kami / SIASN': satu perbedaan satu kolom satu orang, dengan siapa yang benar dan di mana diperbaiki."""

    class Keputusan(models.TextChoices):
        BELUM = "belum", "Belum diputuskan"
        KAMI = "kami", "Data kami benar: perbaiki di SIASN"
        SIASN = "siasn", "SIASN benar: perbaiki di sini"
        SELESAI = "selesai", "Sudah sama"

    uid = models.UUIDField(unique=True, default=uuid7, editable=False)
    pegawai = models.ForeignKey(Pegawai, models.CASCADE, related_name="selisih")
    kolom = models.CharField(max_length=40)
    kami = models.CharField(max_length=250, blank=True)
    siasn = models.CharField(max_length=250, blank=True)
    ditarik = models.DateTimeField()
    keputusan = models.CharField(max_length=8, choices=Keputusan.choices, default=Keputusan.BELUM)
    catatan = models.CharField(max_length=250, blank=True)
    versi = models.IntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["pegawai", "kolom"], name="pegawai_selisih_kolom")]


class Ekspor(models.Model):
    """Satu permintaan unduhan besar: disiapkan di latar, hasilnya lampiran yang hanya dapat diambil pemintanya."""

    uid = models.UUIDField(unique=True, default=uuid7, editable=False)
    bentuk = models.CharField(max_length=12)
    saring = models.JSONField(default=dict)
    akun = models.UUIDField()
    orang = models.UUIDField()
    n = models.IntegerField(default=0)
    dibuat = models.DateTimeField()
    lampiran = models.UUIDField(null=True)
