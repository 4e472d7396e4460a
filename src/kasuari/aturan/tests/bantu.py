"""Yang dipakai uji beberapa pokok."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from kasuari.aturan.buku import Buku
from kasuari.aturan.galat import GalatAturan, MasukanTidakSah
from kasuari.aturan.rumus import Langkah, Susunan, hitung, jelaskan


def ditolak(panggil: Callable[..., Any], *argumen: Any, **nama: Any) -> str:
    """Kalimat penolakan `panggil(...)`; gagal bila tidak ditolak."""
    with pytest.raises(GalatAturan) as galat:
        panggil(*argumen, **nama)
    return str(galat.value)


def langkah(susunan: Susunan, besaran: str, buku: Buku, **masukan: Any) -> Langkah:
    """Langkah penjelasan besaran itu bagi satu orang."""
    return next(x for x in jelaskan(susunan, masukan, buku, [besaran]) if x.langkah == besaran)


def baris_ditolak(susunan: Susunan, besaran: str, buku: Buku, **kolom: list[Any]) -> list[tuple[Any, ...]]:
    """(baris, kolom, pesan, boleh) setiap cacat ketika kolom-kolom itu dihitung."""
    with pytest.raises(MasukanTidakSah) as galat:
        hitung(susunan, kolom, buku, [besaran])
    return [(c.baris, c.kolom, c.pesan, c.boleh) for c in galat.value.cacat]


def andaikan(buku: Buku, kode: str, nilai: Any, kunci: str | None = None) -> Buku:
    """Buku yang sama bila hukumnya berbunyi lain pada parameter itu (atau satu selnya)."""
    v = buku.versi(kode)
    baru = nilai if kunci is None else {**v.nilai, kunci: nilai}
    return Buku(buku.pada, buku.diketahui, {**buku.isi, kode: replace(v, nilai=baru)})
