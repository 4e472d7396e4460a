"""Benda cuti dan disiplin."""

import io
import uuid
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from kasuari.aparatur.cuti import service as cuti
from kasuari.aparatur.cuti.models import PermohonanCuti
from kasuari.aparatur.disiplin import service as disiplin
from kasuari.aparatur.disiplin.models import Pemeriksaan
from kasuari.dasar.alur import service as alur
from kasuari.dasar.dokumen import surat
from kasuari.dasar.inti.pelaku import sistem
from kasuari.dasar.inti.waktu import pada_saat
from tests import kota_kecil
from tests.benda_izin.daftar import Argumen, benda
from tests.berkas import pdf


def permohonan_cuti(nama: str, jenis: str = "tahunan", berkas: bytes | None = None) -> PermohonanCuti:
    rincian = {
        "alasan": "Keluarga",
        "alamat": "Remu",
        "telepon": "",
        "anak_ke": None,
        "keperluan_agama": False,
    }
    isi = cuti.IsiCuti(jenis, date(2026, 12, 14), date(2026, 12, 16), rincian)
    bukti = io.BytesIO(berkas) if berkas else None
    hasil = cuti.ajukan(kota_kecil.orang(nama).pelaku, isi=isi, berkas=bukti, kunci=uuid.uuid4())
    return PermohonanCuti.objects.get(id=hasil.uid)


def _dua_cuti(susun: Callable[[str], PermohonanCuti], **lain: str) -> tuple[Argumen, Argumen]:
    return {"uid": susun("maria").id, **lain}, {"uid": susun("ester").id, **lain}


@benda("cuti:satu")
def _satu_cuti() -> tuple[Argumen, Argumen]:
    return _dua_cuti(permohonan_cuti)


@benda("cuti:langkah")
def _langkah_cuti() -> tuple[Argumen, Argumen]:
    return _dua_cuti(permohonan_cuti, aksi="tarik")


@benda("cuti:perbaiki")
def _perbaiki_cuti() -> tuple[Argumen, Argumen]:
    def satu(nama: str) -> PermohonanCuti:
        c = permohonan_cuti(nama)
        alur.langkahkan(sistem("izin"), c.kasus_id, "kembalikan", c.kasus.versi, alasan="Lengkapi suratnya")
        return c

    return _dua_cuti(satu)


@benda("cuti:bukti")
def _bukti_cuti() -> tuple[Argumen, Argumen]:
    return _dua_cuti(lambda n: permohonan_cuti(n, "sakit", pdf("surat dokter")))


@benda("cuti:surat")
def _surat_cuti() -> tuple[Argumen, Argumen]:
    # Kepala dinas atasan langsung Ester sekaligus yang berwenang; Maria lewat kepala sekolahnya dahulu.
    jalan = {"maria": [("siti", "teruskan"), ("yuliana", "setujui")], "ester": [("dominggus", "setujui")]}

    def satu(nama: str) -> PermohonanCuti:
        c = permohonan_cuti(nama)
        for siapa, aksi in jalan[nama]:
            versi = PermohonanCuti.objects.get(id=c.id).kasus.versi
            pelaku = replace(kota_kecil.orang(siapa).pelaku, sudo=True)
            cuti.putuskan(pelaku, cuti=c.id, aksi=aksi, versi=versi, kunci=uuid.uuid4())
        surat.tandatangani(PermohonanCuti.objects.get(id=c.id).surat_id)
        return c

    return _dua_cuti(satu)


def _disiplin(nama: str, atasan: str, tahap: str) -> Pemeriksaan:
    """Pemeriksaan yang dilaporkan Inspektorat, sampai satu tahap: 'dipanggil', atau 'bap' yang menunggu yang diperiksa."""
    isi = {
        "pelanggaran": ["Menaati peraturan perundang-undangan"], "dampak": "Unit kerja", "kejadian": date(2026, 11, 20),
        "fakta": "Bekerja tanpa prosedur.", "hari": None,
    }  # fmt: skip
    kunci, hari = uuid.uuid4, date(2026, 11, 30)
    uid = disiplin.buka(
        kota_kecil.orang("otniel").pelaku, nip=kota_kecil.orang(nama).nip, isi=isi, berkas=io.BytesIO(pdf("bukti")),
        kunci=kunci(),
    ).uid  # fmt: skip
    assert uid is not None
    langkah: list[tuple[str, dict[str, Any]]] = [
        ("panggil", {"tanggal": hari, "jam": "09.00", "tempat": "Ruang rapat"}), ("hadir", {}),
        ("bap", {"tanya_jawab": "T: Benar?\nJ: Benar.", "kesimpulan": "Benar."}),
    ]  # fmt: skip
    for n, (aksi, isi_) in enumerate(langkah[: 3 if tahap == "bap" else 1], 1):
        with pada_saat(hari if n > 1 else kota_kecil.HARI):
            pelaku = kota_kecil.orang(atasan).pelaku
            disiplin.langkah(pelaku, uid=uid, aksi=aksi, versi=n, isi=isi_, kunci=kunci())
    return Pemeriksaan.objects.get(id=uid)


def _dua_disiplin(
    susun: Callable[[Pemeriksaan], Argumen], tahap: str = "dipanggil"
) -> tuple[Argumen, Argumen]:
    """(tentang Maria, tentang Lukas): yang kedua di luar Dinas Pendidikan."""
    return susun(_disiplin("maria", "siti", tahap)), susun(_disiplin("lukas", "ruth", tahap))


@benda("disiplin:satu", "disiplin:pendapat", "disiplin:bebas")
def _satu_disiplin() -> tuple[Argumen, Argumen]:
    return _dua_disiplin(lambda p: {"uid": p.id})


@benda("disiplin:langkah")
def _langkah_disiplin() -> tuple[Argumen, Argumen]:
    return _dua_disiplin(lambda p: {"uid": p.id, "aksi": "menolak"}, "bap")


@benda("disiplin:bukti")
def _bukti_disiplin() -> tuple[Argumen, Argumen]:
    return _dua_disiplin(lambda p: {"uid": p.id, "lembar": p.lembar.get(aksi="lapor").id})


@benda("disiplin:surat")
def _surat_disiplin() -> tuple[Argumen, Argumen]:
    def satu(p: Pemeriksaan) -> Argumen:
        id_ = p.surat.get().surat_id
        surat.tandatangani(id_)
        return {"uid": p.id, "surat": id_}

    return _dua_disiplin(satu)
