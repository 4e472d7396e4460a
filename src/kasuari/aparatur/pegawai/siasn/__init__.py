"""Jembatan ke SIASN/MyASN, yang tetap catatan hukum. Di sini hanya membaca; data kita tidak pernah ditimpa.

`Klien` adalah bentuknya; `http.KlienHttp` memakai alamat layanan BKN. Kolom bernama seperti pada data-utama.
"""

from abc import ABC, abstractmethod
from typing import Any

from kasuari.dasar.inti.galat import Galat


class GalatSiasn(Galat):
    """SIASN tidak dapat dipakai; `pesan` menyebut sebab dan tindakannya."""


class NipTidakAda(GalatSiasn):
    """SIASN tidak mengenal NIP itu."""


class Klien(ABC):
    """Sumber data SIASN. Semua fungsi dapat melempar GalatSiasn."""

    @abstractmethod
    def data_utama(self, nip: str) -> dict[str, Any]:
        """GET /pns/data-utama/{nip}: kolom-kolom data utama seorang pegawai."""

    @abstractmethod
    def nilai_ipasn(self, nip: str) -> dict[str, Any]:
        """GET /pns/nilaiipasn/{nip}: nilai IP ASN resmi."""
