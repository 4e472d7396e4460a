"""Berkas paket pensiun menurut faktanya: surat nikah hanya bila ada pasangan, akta hanya bila ada anak."""

from django.utils.translation import gettext_lazy as _

from kasuari.aparatur.usulan.bahan import Bahan
from kasuari.aparatur.usulan.rangka import Isian, Syarat

DPCP = Syarat("dpcp", _("Data perorangan calon penerima pensiun (DPCP)"), _("Cetak dari paket pensiun, lalu tanda tangani."))  # fmt: skip
SK = (
    Syarat("sk_cpns", _("SK CPNS")),
    Syarat("sk_pangkat", _("SK pangkat terakhir")),
    Syarat("kgb", _("Surat KGB terakhir"), wajib=False),
)
BERSIH = (
    Syarat("pernyataan_disiplin", _("Pernyataan tidak sedang menjalani hukuman disiplin sedang atau berat")),
    Syarat("pernyataan_pidana", _("Pernyataan tidak sedang dalam proses pidana")),
)
FOTO = Syarat("foto", _("Pas foto terbaru"))


def keluarga(b: Bahan) -> list[Syarat]:
    ada = {f.hubungan for f in b.semua("keluarga") if f.sampai is None}
    hasil = [Syarat("kk", _("Kartu keluarga"))]
    if "pasangan" in ada:
        hasil.append(Syarat("nikah", _("Surat atau akta nikah")))
    if "anak" in ada:
        hasil.append(Syarat("akta_anak", _("Akta kelahiran anak")))
    return hasil


def bup(b: Bahan, _isian: Isian) -> list[Syarat]:
    return [DPCP, *SK, *BERSIH, *keluarga(b), FOTO]


def aps(b: Bahan, _isian: Isian) -> list[Syarat]:
    atasan = Syarat("atasan", _("Persetujuan tertulis pimpinan perangkat daerah"))
    permohonan = Syarat("permohonan", _("Surat permohonan berhenti bermeterai"))
    return [permohonan, atasan, DPCP, *SK, *BERSIH, *keluarga(b), FOTO]


def meninggal(b: Bahan, _isian: Isian) -> list[Syarat]:
    return [
        Syarat("akta_kematian", _("Akta atau surat keterangan kematian")),
        Syarat("ahli_waris", _("Surat keterangan ahli waris, janda, atau duda")),
        *SK,
        *keluarga(b),
        Syarat("foto", _("Pas foto ahli waris")),
    ]
