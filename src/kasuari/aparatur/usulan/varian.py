"""Borang jenis usulan yang bervarian: hanya isian varian yang dipilih di alamat halamannya."""

from collections.abc import Mapping
from typing import Any, ClassVar

from kasuari.aparatur.pegawai.models import Pegawai
from kasuari.dasar.rupa.borang import Borang


class BorangVarian(Borang):
    """Anaknya menyatakan isian `apa` dan `KOLOM`: varian -> isian yang dipakainya."""

    KOLOM: ClassVar[Mapping[str, tuple[str, ...]]] = {}

    def bagi(self, p: Pegawai) -> None:
        pakai = {"apa", "kunci", *self.KOLOM.get(str(self.initial.get("apa")), ())}
        for nama in [n for n in self.fields if n not in pakai and not n.startswith("berkas_")]:
            del self.fields[nama]

    def clean_apa(self) -> Any:
        return self.initial["apa"]  # variannya dari alamat halaman, bukan dari kiriman
