"""Aksara yang dapat dicetak fon naskah: tulisan bebas diperiksa saat diisi, bukan saat suratnya gagal disusun."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import typst
from django.utils.translation import gettext as _

from kasuari.dasar.inti.galat import MasukanSalah

# Latin dan tanda bacanya selalu ada di fon bawaan penyusun PDF; selain itu fonnya sendiri yang ditanya
_PASTI = re.compile(r"[\n\r\t\x20-\x7e\xa0-\u024f\u2010-\u2027\u2030-\u205e\u20a0-\u20c0]+")
_COBA = b'#set text(font: "Libertinus Serif")\n#sys.inputs.t'


@lru_cache(maxsize=512)
def _tercetak(aksara: str) -> bool:
    try:
        typst.compile(
            _COBA, format="pdf", sys_inputs={"t": aksara}, pdf_standards=["a-2b"], ignore_system_fonts=True
        )
    except typst.TypstError:
        return False
    return True


def tak_tercetak(teks: str) -> str:
    """Deret aksara pertama yang tidak ada di fon naskah (emoji, aksara lain), atau kosong.

    Sederet sekaligus: emoji berwarna kulit atau bendera terdiri atas beberapa aksara.
    """
    return next((a for a in dict.fromkeys(_PASTI.split(teks)) if a and not _tercetak(a)), "")


def pastikan_tercetak(isi: Any, kolom: str = "") -> None:
    """Galat: `MasukanSalah` bila salah satu tulisan di dalam `isi` memuat aksara yang tidak dapat dicetak di surat."""
    if isinstance(isi, str):
        if aksara := tak_tercetak(isi):
            raise MasukanSalah(
                _("Tanda “%(a)s” tidak dapat dicetak di surat. Hapus, lalu tulis dengan huruf biasa.") % {"a": aksara}, kolom
            )  # fmt: skip
    elif isinstance(isi, Mapping):
        for nilai in isi.values():
            pastikan_tercetak(nilai, kolom)
    elif isinstance(isi, list | tuple):
        for nilai in isi:
            pastikan_tercetak(nilai, kolom)
