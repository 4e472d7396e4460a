"""Benda usulan kepegawaian."""

import io
import uuid
from datetime import date

from kasuari.aparatur.pegawai import service as pegawai
from kasuari.aparatur.pegawai.riwayat import BarisRiwayat
from kasuari.aparatur.usulan import massal
from kasuari.aparatur.usulan import service as usulan
from kasuari.aparatur.usulan.massal import Calon
from kasuari.aparatur.usulan.models import Usulan
from kasuari.dasar.akun.pelaku import susun_pelaku
from kasuari.dasar.dokumen import surat
from kasuari.dasar.inti.pelaku import sistem
from tests import kota_kecil
from tests.benda_izin.daftar import Argumen, benda
from tests.berkas import pdf


@benda("usulan:ajukan")
def _jenis_sendiri() -> tuple[Argumen, Argumen]:
    return {"jenis": "keterangan_aktif"}, {"jenis": "kgb"}


@benda("usulan:jatuh")
def _jenis_jatuh() -> tuple[Argumen, Argumen]:
    return {"jenis": "kgb"}, {"jenis": "entah"}


def _bagi(**lain: str) -> tuple[Argumen, Argumen]:
    milik, asing = ({"pegawai": kota_kecil.orang(n).pegawai.uid, **lain} for n in ("maria", "ester"))
    return milik, asing


@benda("usulan:susun_pilih")
def _pegawai_usulan() -> tuple[Argumen, Argumen]:
    return _bagi()


@benda("usulan:susun")
def _susun_usulan() -> tuple[Argumen, Argumen]:
    return _bagi(jenis="kgb")


def _kgb(nama: str, *langkah: tuple[str, str]) -> Usulan:
    """Konsep KGB: milik Maria disusun Naomi (unit), milik Ester disusun Frans (BKPSDM)."""
    oleh, tmt = {"maria": ("naomi", date(2027, 4, 1)), "ester": ("frans", date(2026, 4, 1))}[nama]
    if nama == "ester":  # PPPK: KGB-nya di dalam perjanjian kerja
        kontrak = {"nomor": "PK-1/2024", "ke": 1, "jenis": "penuh"}
        baris = BarisRiwayat(
            kota_kecil.orang(nama).pegawai.uid, date(2024, 3, 1), kontrak, sampai=date(2029, 3, 1)
        )
        pegawai.catat_riwayat(sistem("izin"), kode="kontrak", baris=[baris], kunci=uuid.uuid4())
    hasil = usulan.susun(
        kota_kecil.orang(oleh).pelaku, jenis="kgb", pegawai=kota_kecil.orang(nama).pegawai.uid, tmt=tmt, isian={},
        berkas={"sk": io.BytesIO(pdf("sk lama"))}, kunci=uuid.uuid4(),
    )  # fmt: skip
    for siapa, aksi in langkah:
        pelaku = susun_pelaku(kota_kecil.orang(siapa).akun, sudo=True)
        versi = Usulan.objects.get(id=hasil.uid).kasus.versi
        usulan.langkahkan(pelaku, usulan=hasil.uid, aksi=aksi, versi=versi, kunci=uuid.uuid4())
    return Usulan.objects.get(id=hasil.uid)


DIKIRIM = {"maria": (("naomi", "ajukan"),), "ester": (("frans", "ajukan"),)}
TERBIT = {"maria": (("naomi", "ajukan"), ("frans", "terima"), ("ruth", "setujui")), "ester": (("frans", "ajukan"), ("ruth", "setujui"))}  # fmt: skip


@benda("usulan:satu")
def _satu_usulan() -> tuple[Argumen, Argumen]:
    return {"uid": _kgb("maria", *DIKIRIM["maria"]).id}, {"uid": _kgb("ester", *DIKIRIM["ester"]).id}


@benda("usulan:ubah")
def _ubah_usulan() -> tuple[Argumen, Argumen]:
    return {"uid": _kgb("maria").id}, {"uid": _kgb("ester").id}


@benda("usulan:langkah")
def _langkah_usulan() -> tuple[Argumen, Argumen]:
    return {"uid": _kgb("maria").id, "aksi": "ajukan"}, {"uid": _kgb("ester").id, "aksi": "ajukan"}


@benda("usulan:bukti")
def _bukti_usulan() -> tuple[Argumen, Argumen]:
    def satu(nama: str) -> Argumen:
        u = _kgb(nama, *DIKIRIM[nama])
        return {"uid": u.id, "bukti": u.bukti.get().id}

    return satu("maria"), satu("ester")


@benda("usulan:surat")
def _surat_usulan() -> tuple[Argumen, Argumen]:
    def satu(nama: str) -> Argumen:
        u = _kgb(nama, *TERBIT[nama])
        assert u.surat_id is not None
        surat.tandatangani(u.surat_id)
        return {"uid": u.id}

    return satu("maria"), satu("ester")


@benda("usulan:paket")
def _paket_usulan() -> tuple[Argumen, Argumen]:
    def satu(nama: str, oleh: str) -> Argumen:
        hasil = usulan.susun(
            kota_kecil.orang(oleh).pelaku, jenis="pensiun_bup", pegawai=kota_kecil.orang(nama).pegawai.uid,
            tmt=date(2043, 9, 1), isian={}, berkas={}, kunci=uuid.uuid4(),
        )  # fmt: skip
        return {"uid": hasil.uid}

    return satu("maria", "naomi"), satu("dominggus", "frans")


@benda("usulan:massal", "usulan:massal_jalankan")
def _massal() -> tuple[Argumen, Argumen]:
    calon = [Calon(kota_kecil.orang("maria").pegawai.uid, date(2027, 4, 1))]
    m = massal.siapkan_susun(kota_kecil.orang("naomi").pelaku, jenis="kgb", calon=calon, kunci=uuid.uuid4())
    return {"uid": m.uid}, {"uid": m.uid}
