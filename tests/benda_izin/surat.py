"""Benda meja surat."""

import io
import uuid

from pypdf import PdfWriter

from kasuari.aturan.buku import Buku
from kasuari.dasar.dokumen import basah as tanda_basah
from kasuari.dasar.dokumen import naskah, nomor, surat
from kasuari.dasar.dokumen.models import Surat
from kasuari.dasar.dokumen.tests.test_naskah import NAIK, WALI_KOTA
from kasuari.dasar.inti.pelaku import sistem
from kasuari.dasar.organisasi.models import Unit
from tests import kota_kecil
from tests.benda_izin.daftar import Argumen, benda

TEMPLAT_SURAT = surat.DAFTAR.setdefault(
    ("uji.izin", 1), surat.Templat("uji.izin", 1, "Keputusan contoh", naskah.KEPUTUSAN, contoh=NAIK.data)
)


def _surat(kode: str, tanda: bool = True, basah: bool = False) -> Surat:
    """Satu keputusan bagi pegawai unit `kode`, sendirian di kelompoknya."""
    unit = Unit.objects.get(kode=kode)
    baris = [surat.BarisSurat(NAIK.data(), WALI_KOTA, unit=unit.id)]
    buku = Buku.susun(kota_kecil.HARI)
    (s,) = surat.siapkan(
        sistem("izin"), TEMPLAT_SURAT, "surat_keterangan", baris, buku, kelompok=uuid.uuid4()
    )
    if basah:
        Surat.objects.filter(id=s.id).update(basah=True, dicetak=s.dibuat)
    elif tanda:
        surat.tandatangani(s.id)
    return s


def _dua_surat(**lain: bool) -> tuple[Argumen, Argumen]:
    return {"uid": _surat("sd1", **lain).id}, {"uid": _surat("pkm", **lain).id}


benda("surat:satu", "surat:berkas", "surat:turunan")(_dua_surat)
benda("surat:alihkan")(lambda: _dua_surat(tanda=False))
benda("surat:nomor", "surat:sisip", "surat:cetak", "surat:pindai")(lambda: _dua_surat(basah=True))


@benda("surat:kelompok", "surat:ulang")
def _kelompok_surat() -> tuple[Argumen, Argumen]:
    return {"uid": _surat("sd1").kelompok}, {"uid": _surat("pkm").kelompok}


@benda("surat:pindaian", "surat:putus")
def _pindaian_surat() -> tuple[Argumen, Argumen]:
    def satu(kode: str) -> Argumen:
        s, isi, tulis = _surat(kode, basah=True), io.BytesIO(), PdfWriter()
        tulis.add_blank_page(595, 842)
        tulis.write(isi)
        isi.seek(0)
        tanda_basah.unggah(kota_kecil.orang("frans").pelaku, s, isi)
        return {"uid": s.id}

    return satu("sd1"), satu("pkm")


@benda("surat:kembalikan")
def _nomor_sisih() -> tuple[Argumen, Argumen]:
    (ke,) = nomor.cadangkan(sistem("izin"), "surat_keterangan", Unit.objects.get(kode="sd1").uid, 1)
    a = {"seri": "surat_keterangan", "tahun": kota_kecil.HARI.year, "ke": ke}
    return a, a
