"""Usulan kota contoh: KGB Dinas Pendidikan di tiap tahapnya, dari konsep sampai surat yang dapat diperiksa siapa pun."""

from datetime import date

from kasuari.aparatur.pegawai.models import Pegawai, PegawaiKini
from kasuari.aparatur.usulan import massal, selectors, service
from kasuari.aparatur.usulan.models import Usulan
from kasuari.aparatur.usulan.rangka import ambil
from kasuari.dasar.akun.models import Akun
from kasuari.dasar.akun.pelaku import susun_pelaku
from kasuari.dasar.inti.galat import Galat
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.pengenal import uuid_dari
from kasuari.dasar.inti.waktu import pada_saat

JANGKA = 365  # hari
# tahap yang dicapai tiap konsep berikutnya; sisanya tetap di daftar jatuh tempo
TAHAP = (
    ("ajukan", "terima", "setujui"),
    ("ajukan", "terima"),
    ("ajukan", "terima"),
    ("ajukan",),
    ("ajukan",),
    ("ajukan", "kembalikan"),
    (),
)
PELAKU = {"ajukan": "umpeg", "terima": "bkpsdm", "kembalikan": "bkpsdm", "setujui": "kepala_bkpsdm"}


def isi(per: date, demo: dict[str, Akun]) -> None:
    """Dipanggil sesudah akun ada. Yang belum lengkap atau yang penandatangannya lain dilewati aturannya sendiri."""
    with pada_saat(per):
        oleh = {k: susun_pelaku(a, sudo=True) for k, a in demo.items()}
        j = ambil("kgb")
        calon = list(
            selectors.jatuh_tempo(oleh["umpeg"], j, JANGKA)
            .exclude(golongan__startswith="IV")
            .select_related("pegawai")
        )
        kurang = massal.kekurangan("kgb", calon)
        lengkap = [k for k in calon if kurang[k.pegawai_id] == ([], [])]
        for k, langkah in zip(_demo_dahulu(lengkap, demo), TAHAP, strict=False):
            _jalankan(oleh, k, langkah)


def _demo_dahulu(calon: list[PegawaiKini], demo: dict[str, Akun]) -> list[PegawaiKini]:
    """Guru demo, bila ia jatuh tempo, mendapat surat yang sudah terbit."""
    guru = Pegawai.objects.filter(orang=demo["asn"].orang).values_list("id", flat=True).first()
    return sorted(calon, key=lambda k: k.pegawai_id != guru)


def _jalankan(oleh: dict[str, Pelaku], k: PegawaiKini, langkah: tuple[str, ...]) -> None:
    tmt: date = k.tmt  # type: ignore[attr-defined]
    try:
        u = service.susun(
            oleh["umpeg"], jenis="kgb", pegawai=k.pegawai.uid, tmt=tmt, isian={}, berkas={},
            kunci=uuid_dari("contoh", "kgb", k.nip),
        ).uid  # fmt: skip
        assert u is not None
        for aksi in langkah:
            versi = Usulan.objects.select_related("kasus").get(id=u).kasus.versi
            alasan = "Masa kerja di SK terakhir belum cocok dengan register." if aksi == "kembalikan" else ""
            service.langkahkan(
                oleh[PELAKU[aksi]], usulan=u, aksi=aksi, versi=versi, alasan=alasan,
                kunci=uuid_dari("contoh", "kgb", k.nip, aksi),
            )  # fmt: skip
    except Galat:
        return
