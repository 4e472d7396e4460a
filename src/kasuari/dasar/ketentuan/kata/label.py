"""Nama satu masukan bagi orang."""

from typing import Any, NamedTuple


class Label(NamedTuple):
    """`satuan` menentukan cara menulis angkanya ('rupiah', 'JP', ...)."""

    judul: Any
    bantuan: Any = ""
    satuan: str = ""
