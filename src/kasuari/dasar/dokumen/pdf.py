"""PDF/A-2b dari templat Typst: fungsi murni dari (templat, data beku). Tanpa jaringan, tanpa fon luar."""

import io
import json
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import typst
from django.utils.translation import gettext as _
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject, StreamObject

from kasuari.dasar.dokumen.cetak import cetak
from kasuari.dasar.inti.galat import MasukanSalah

AKAR = Path(__file__).resolve().parents[2]
WAKTU = 120  # detik sebagian; batas mesin


class PdfGagal(MasukanSalah):
    """Naskahnya tidak dapat disusun; `pesan` menyebut sebabnya bagi petugas."""


def buat(templat: str, data: dict[str, Any]) -> bytes:
    """Surat pendek dari templat (jalan relatif terhadap paket, mis. 'situs/templat/aktivasi.typ').

    Templat membaca `json(bytes(sys.inputs.data))`; kop surat dari '/dasar/dokumen/templat/kop.typ'.
    Galat: `PdfGagal`.
    """
    try:
        return cetak(str(AKAR), str(AKAR / templat), json.dumps(data, ensure_ascii=False), True)
    except typst.TypstError as galat:
        raise PdfGagal(
            _("Naskah ini tidak dapat disusun menjadi PDF: %(g)s") % {"g": str(galat)[:200]}
        ) from galat


def buat_panjang(templat: str, data: dict[str, Any], bagian: Sequence[Sequence[Any]]) -> bytes:
    """Daftar panjang sebagian demi sebagian: ingatan setinggi satu bagian, berapa pun halamannya.

    Templat menerima `data` ditambah `baris` (isi satu bagian), `halaman_awal`, `pertama`, `terakhir`, dan
    `utuh` (hanya satu bagian). Daftar yang utuh juga berstruktur bagi pembaca layar.
    """
    hasil: PdfWriter | None = None
    for n, baris in enumerate(bagian):
        isi = _terpisah(
            templat,
            {
                **data, "baris": list(baris), "halaman_awal": 1 + (len(hasil.pages) if hasil else 0), "pertama": n == 0,
                "terakhir": n == len(bagian) - 1, "utuh": len(bagian) == 1,
            },
        )  # fmt: skip
        if len(bagian) == 1:
            return isi
        if hasil is None:
            hasil = PdfWriter(clone_from=io.BytesIO(isi))
        else:
            hasil.append(PdfReader(io.BytesIO(isi)), import_outline=False)
    if hasil is None:
        raise ValueError("Daftar tanpa bagian tidak dapat dicetak.")
    _benarkan_jumlah_halaman(hasil)
    keluar = io.BytesIO()
    hasil.write(keluar)
    return keluar.getvalue()


def _terpisah(templat: str, data: dict[str, Any]) -> bytes:
    perintah = [
        sys.executable, str(Path(__file__).with_name("cetak.py")), str(AKAR), str(AKAR / templat), "ya" if data["utuh"] else "tidak",
    ]  # fmt: skip
    jalan = subprocess.run(  # noqa: S603 perintah tetap, data lewat masukan standar
        perintah,
        input=json.dumps(data, ensure_ascii=False).encode(),
        capture_output=True,
        timeout=WAKTU,
        check=False,
    )
    if jalan.returncode:
        raise RuntimeError(f"PDF gagal disusun: {jalan.stderr.decode(errors='replace')[-500:]}")
    return jalan.stdout


def _benarkan_jumlah_halaman(hasil: PdfWriter) -> None:
    """Keterangan PDF/A berasal dari bagian pertama; banyak halamannya harus banyak halaman seluruhnya."""
    lama: Any = hasil.root_object["/Metadata"].get_object()
    isi = re.sub(rb"NPages>\d+<", b"NPages>%d<" % len(hasil.pages), lama.get_data())
    baru = StreamObject()
    baru.update({NameObject("/Type"): NameObject("/Metadata"), NameObject("/Subtype"): NameObject("/XML")})
    baru.set_data(isi)
    hasil.root_object[NameObject("/Metadata")] = hasil._add_object(baru)
