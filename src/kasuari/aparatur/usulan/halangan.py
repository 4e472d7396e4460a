"""Yang menahan usulan dari ruang lain: ruang itu mendaftarkan pemeriksanya, usulan tidak pernah mengenal ruangnya."""

from collections.abc import Callable

from kasuari.aparatur.pegawai.models import Pegawai

Pemeriksa = Callable[[Pegawai], bool]
DAFTAR: list[Pemeriksa] = []


def daftarkan(pemeriksa: Pemeriksa) -> Pemeriksa:
    """Mendaftarkan satu pemeriksa. Ia hanya menjawab ya atau tidak: isinya rahasia ruangnya sendiri."""
    DAFTAR.append(pemeriksa)
    return pemeriksa


def ada(p: Pegawai) -> bool:
    """Ada proses di ruang lain yang belum selesai atas orang ini."""
    return any(pemeriksa(p) for pemeriksa in DAFTAR)
