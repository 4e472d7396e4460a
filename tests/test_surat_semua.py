"""Tiap templat surat yang terdaftar: dirender, dibaca lagi sama dengan datanya, PDF/A, bertanda tangan sah menurut `pdfsig`.

Ruang yang menulis templatnya sendiri memberi contoh datanya (`Templat.contoh`); tanpa contoh uji ini gagal. Yang memakai
naskah umum dicontohkan naskah umum itu.
"""

import io
import os
import re
import shutil
import subprocess
import unicodedata

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from pypdf import PdfReader

from kasuari.aturan.buku import Buku
from kasuari.dasar.dokumen import naskah, surat, tanda
from kasuari.dasar.dokumen.tests.test_naskah import AKTIF, KGB, NAIK
from tests.kota_kecil import HARI

pytestmark = [pytest.mark.django_db, pytest.mark.lambat]
RUTH = {"nama": "Ruth Kalamiro", "nip": "197412241999032007", "jabatan": "Kepala BKPSDM"}
UMUM = [
    surat.Templat("naskah.keputusan", 1, "Keputusan", naskah.KEPUTUSAN, contoh=NAIK.data),
    surat.Templat("naskah.surat_dinas", 1, "Surat dinas", naskah.SURAT_DINAS, contoh=KGB.data),
    surat.Templat("naskah.keterangan", 1, "Surat keterangan", naskah.KETERANGAN, contoh=AKTIF.data),
]
CONTOH = {t.berkas: t.contoh for t in UMUM}
SEMUA = [*UMUM, *(surat.DAFTAR[k] for k in sorted(surat.DAFTAR))]
# Bukan tulisan: sakelar bentuk, gambar, dan bagian kop yang tidak dipakai bentuk kopnya.
BUKAN_TULISAN = {"bentuk", "lambang"}
KOP_JABATAN, KOP_UNIT = {"nama", "alamat", "telepon", "unit"}, {"provinsi", "kop_jabatan"}


def padat(teks):
    """Tanpa spasi dan baris, huruf kecil, ligatur diurai: susunan halaman bukan isi."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", teks)).casefold()


def tulisan(isi, luar):
    if isinstance(isi, dict):
        return [t for k, v in isi.items() if k not in luar for t in tulisan(v, luar)]
    if isinstance(isi, (list, tuple)):
        return [t for v in isi for t in tulisan(v, luar)]
    return [str(isi)] if isinstance(isi, (str, int)) and not isinstance(isi, bool) and isi != "" else []


def harus_terbaca(data):
    """Semua tulisan data. Pada kop jabatan, nama dan alamat di `profil` tidak dicetak; pada kop unit, provinsinya."""
    kop_jabatan = bool(data.get("kop_jabatan"))
    profil = tulisan(data.get("profil", {}), BUKAN_TULISAN | (KOP_JABATAN if kop_jabatan else KOP_UNIT))
    luar = BUKAN_TULISAN | {"profil", "lebar", "mendatar"} | ({"unit"} if kop_jabatan else {"kop_jabatan"})
    return profil + tulisan(data, luar)


@pytest.fixture
def jadi(monkeypatch, pelaku_sistem):
    """jadi(templat) -> surat elektronik yang selesai dari data contohnya."""

    def satu(templat):
        contoh = templat.contoh or CONTOH.get(templat.berkas)
        assert contoh is not None, f"Beri templat {templat.kode} versi {templat.versi} sebuah `contoh`."
        monkeypatch.setitem(surat.DAFTAR, (templat.kode, templat.versi), templat)
        # pendengarnya milik ruang yang punya perkaranya; di sini tidak ada perkara
        monkeypatch.delitem(surat.SESUDAH, templat.kode, raising=False)
        with transaction.atomic():
            baris = [surat.BarisSurat(contoh(), RUTH)]
            (s,) = surat.siapkan(
                pelaku_sistem, templat, "surat_keterangan", baris, Buku.susun(HARI), tanggal=HARI
            )
        assert surat.tandatangani(s.id)
        s.refresh_from_db()
        return s

    return satu


@pytest.fixture
def pdfsig(tmp_path):
    """pdfsig(isi) -> keluaran alat Poppler, yang tidak mengenal kode kita."""
    alat = shutil.which("pdfsig")
    if alat is None:
        # di CI alat yang hilang adalah kegagalan, seperti bahan bersama (tests/bersama.py)
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(
            "pdfsig (poppler-utils) tidak terpasang"
        )

    def satu(isi):
        berkas = tmp_path / "surat.pdf"
        berkas.write_bytes(isi)
        return subprocess.run(
            [alat, "-nocert", str(berkas)], capture_output=True, text=True, check=False
        ).stdout

    return satu


def pdftotext(isi):
    alat = shutil.which("pdftotext")
    if alat is None:
        return "".join(h.extract_text() for h in PdfReader(io.BytesIO(isi)).pages)
    return subprocess.run(
        [alat, "-layout", "-", "-"], input=isi, capture_output=True, check=True
    ).stdout.decode()


@pytest.mark.parametrize("templat", SEMUA, ids=lambda t: f"{t.kode}-{t.versi}")
def test_tiap_templat_terbaca_lagi_sama_dengan_datanya_pdfa_dan_sah(templat, jadi, pdfsig):
    s = jadi(templat)
    isi = surat.baca(s)
    per_halaman = padat("".join(h.extract_text() for h in PdfReader(io.BytesIO(isi)).pages))
    tertata = padat(pdftotext(isi))
    sendiri = [s.nomor_teks, s.kode_verifikasi, *RUTH.values()]
    hilang = [t for t in [*harus_terbaca(surat.isi(s)), *sendiri] if padat(t) not in per_halaman]
    assert hilang == []
    for t in sendiri:
        assert padat(t) in tertata
    assert b"pdfaid:part>2<" in isi and b"pdfaid:conformance>B<" in isi
    kata = pdfsig(isi)
    assert "Signature is Valid" in kata and "Total document signed" in kata and tanda.periksa(isi).sah


@pytest.mark.parametrize("templat", SEMUA, ids=lambda t: f"{t.kode}-{t.versi}")
def test_satu_byte_berubah_ketahuan_pdfsig_dan_halaman_umum(templat, jadi, pdfsig, client):
    s = jadi(templat)
    asli = surat.baca(s)
    letak = asli.index(b"stream") + 40
    rusak = asli[:letak] + bytes([asli[letak] ^ 1]) + asli[letak + 1 :]
    assert "Signature is Valid" not in pdfsig(rusak) and not tanda.periksa(rusak).sah
    alamat = f"/sah/{s.kode_verifikasi}/"
    for isi, kata in ((asli, "sama persis"), (rusak, "tidak sama dengan surat yang ditandatangani")):
        unggah = SimpleUploadedFile("surat.pdf", isi, "application/pdf")
        assert kata in client.post(alamat, {"berkas": unggah}).content.decode()


def test_templat_tanpa_contoh_menggagalkan_uji_ini(jadi):
    with pytest.raises(AssertionError, match="contoh"):
        jadi(surat.Templat("uji.tanpa", 1, "Tanpa contoh", "dasar/dokumen/tests/contoh_surat.typ"))


def test_tulisan_yang_tidak_tercetak_ketahuan(jadi):
    """Data yang memuat kunci yang tidak dikenal templatnya harus disebut hilang."""
    s = jadi(
        surat.Templat(
            "uji.lebih",
            1,
            "Lebih",
            naskah.KETERANGAN,
            contoh=lambda: {**AKTIF.data(), "lain": "Tak tercetak"},
        )
    )
    teks = padat("".join(h.extract_text() for h in PdfReader(io.BytesIO(surat.baca(s))).pages))
    assert [t for t in harus_terbaca(surat.isi(s)) if padat(t) not in teks] == ["Tak tercetak"]
