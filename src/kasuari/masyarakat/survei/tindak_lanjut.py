"""Tindak lanjut hasil survei, diisi ruang di atasnya: survei tidak mengenal ruang perbaikan.

# di apps.ready() ruang yang menyimpan rencana
tindak_lanjut.tawarkan(baris)
"""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple


class Baris(NamedTuple):
    """Tindak lanjut satu unsur. `kegiatan` kosong: rencananya belum disetujui. `hasil`: ukuran sesudahnya, bila ada.

    `waktu` dan `penanggung` siap tampil; `alamat` halaman umumnya; `keadaan` dan `nada` tandanya.
    """

    unsur: str
    kegiatan: str
    waktu: str
    penanggung: str
    keadaan: str
    nada: str
    hasil: str
    alamat: str


Sumber = Callable[[int, date], list[Baris]]
_sumber: list[Sumber] = []


def tawarkan(fungsi: Sumber) -> None:
    """`fungsi(unit_id, mulai)`: tindak lanjut hasil periode yang mulai hari itu."""
    _sumber.append(fungsi)


def ambil(unit_id: int, mulai: date) -> list[Baris]:
    """Tindak lanjut hasil satu periode di satu unit; kosong bila tidak ada yang mengisinya."""
    return [b for fungsi in _sumber for b in fungsi(unit_id, mulai)]
