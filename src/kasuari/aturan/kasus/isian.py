"""Isian sebuah kasus: membaca tiap nilai JSON dengan jenisnya, atau menolak dengan kolom dan yang boleh."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from ..buku import Buku, Timpa
from ..bulat import wajar
from ..galat import Cacat, MasukanTidakSah, tolak
from ..golongan import GolonganTidakSah, normal_golongan
from ..masa_kerja import TAHUN_TERBANYAK, urai
from ..masukan import RUPIAH_TERBANYAK, TANGGAL_BOLEH, tanggal_iso

_WAJIB = object()
PILIH_BUKU = ("buku_pada", "buku_diketahui")  # selalu boleh: hari aturan dan hari pengetahuan
TERBARU = date.max


class Isian:
    """Nilai-nilai `inputs` sebuah kasus. Kunci di luar `boleh` ditolak. `timpa` = ketentuan daerah bagi bukunya."""

    def __init__(self, data: Mapping[str, Any], boleh: Iterable[str], timpa: Iterable[Timpa] = ()) -> None:
        self.data, self.timpa = data, tuple(timpa)
        boleh = tuple(boleh)
        if not isinstance(data, Mapping):
            raise tolak("*", "masukan harus objek JSON", boleh)
        asing = [Cacat(k, "kolom tidak dikenal", boleh) for k in data if k not in (*boleh, *PILIH_BUKU)]
        if asing:
            raise MasukanTidakSah(asing)

    def data_biasa(self) -> dict[str, Any]:
        """Nilai-nilai selain pilihan buku, apa adanya, untuk bidang sebuah susunan."""
        return {k: v for k, v in self.data.items() if k not in PILIH_BUKU and v is not None}

    def __contains__(self, nama: str) -> bool:
        return self.data.get(nama) is not None

    def ambil(self, nama: str, jenis: type | tuple[type, ...], boleh: str, bawaan: Any = _WAJIB) -> Any:
        """Nilai berjenis itu. `bool` bukan angka."""
        nilai = self.data.get(nama)
        if nilai is None:
            if bawaan is _WAJIB:
                raise tolak(nama, "wajib diisi", [boleh])
            return bawaan
        semu = isinstance(nilai, bool) and jenis is not bool
        if semu or not isinstance(nilai, jenis):
            raise tolak(nama, f"{_tulis(nilai)} bukan {boleh}", [boleh])
        return nilai

    def teks(self, nama: str, bawaan: Any = _WAJIB) -> str:
        """Teks apa adanya."""
        return self.ambil(nama, str, "teks", bawaan)

    def ya(self, nama: str, bawaan: Any = _WAJIB) -> bool:
        """Ya atau tidak: true atau false saja."""
        return self.ambil(nama, bool, "true atau false", bawaan)

    def daftar(self, nama: str) -> list[Any]:
        """Daftar JSON apa adanya."""
        return self.ambil(nama, list, "daftar")

    def bulat(self, nama: str, bawah: int, atas: int, bawaan: Any = _WAJIB) -> int:
        """Bilangan bulat dalam rentang, kedua ujungnya boleh."""
        boleh = f"bilangan bulat {bawah} sampai {atas}"
        nilai = self.ambil(nama, int, boleh, bawaan)
        if nilai is not bawaan and not bawah <= nilai <= atas:
            raise tolak(nama, f"{nilai} di luar rentang", [boleh])
        return nilai

    def rupiah(self, nama: str, wajib: bool = False) -> int:
        """Rupiah penuh yang tidak negatif; bila tidak wajib, kosong berarti nol."""
        return self.bulat(nama, 0, RUPIAH_TERBANYAK, _WAJIB if wajib else 0)

    def daftar_rupiah(self, nama: str) -> list[int]:
        """Daftar rupiah penuh yang tidak negatif dan tidak kosong."""
        isi = self.daftar(nama)
        boleh = [f"rupiah penuh 0 sampai {RUPIAH_TERBANYAK}"]
        if not isi:
            raise tolak(nama, "daftar kosong", boleh)
        for i, n in enumerate(isi):
            if isinstance(n, bool) or not isinstance(n, int) or not 0 <= n <= RUPIAH_TERBANYAK:
                raise tolak(nama, f"{_tulis(n)} bukan rupiah penuh", boleh, baris=i)
        return isi

    def angka(self, nama: str) -> Decimal:
        """Angka tepat, sebagai Decimal."""
        mentah = self.ambil(nama, (int, Decimal, str), "angka")
        try:
            nilai = Decimal(mentah)
        except InvalidOperation:
            raise tolak(nama, f"{mentah!r} bukan angka", ["angka"]) from None
        if not wajar(nilai):
            raise tolak(nama, "angka tidak wajar", ["angka dengan paling banyak 12 desimal"])
        return nilai

    def tanggal(self, nama: str, bawaan: Any = _WAJIB) -> date:
        """Tanggal ISO; `YYYY-MM` berarti tanggal 1."""
        teks = self.ambil(nama, str, TANGGAL_BOLEH, bawaan)
        if teks is bawaan:
            return bawaan
        return baca_tanggal(nama, teks)

    def masa_kerja(self, nama: str, bawaan: Any = _WAJIB) -> int:
        """Bulan, dari `17y7m`, tahun bulat, atau {"years", "months"}."""
        nilai = self.ambil(nama, (str, int, Mapping), "17y7m", bawaan)
        if isinstance(nilai, Mapping):
            anak = Isian(nilai, ("years", "months"))
            return anak.bulat("years", 0, TAHUN_TERBANYAK) * 12 + anak.bulat("months", 0, 11, 0)
        return nilai if nilai is bawaan else urai(nilai, nama)

    def golongan(self, nama: str) -> str:
        """Golongan baku (`III/a` atau `IX`) dari tulisan yang lazim."""
        teks = self.teks(nama)
        try:
            return normal_golongan(teks)
        except GolonganTidakSah as galat:
            raise tolak(nama, str(galat).rstrip("."), ["I/a sampai IV/e", "I sampai XVII"]) from None

    def buku(self, pada: date = TERBARU, timpa: Iterable[Timpa] = ()) -> Buku:
        """Buku hari `pada` (atau `buku_pada` bila disebut), sejauh kini diketahui."""
        pada = self.tanggal("buku_pada", None) or pada
        tahu = self.tanggal("buku_diketahui", None) or TERBARU
        return Buku.susun(pada, tahu, (*self.timpa, *timpa))


def _tulis(nilai: Any) -> str:
    """Nilai seperti ditulis orang: 1.5, bukan Decimal('1.5')."""
    return str(nilai) if isinstance(nilai, Decimal) else repr(nilai)


def baca_tanggal(nama: str, teks: object) -> date:
    """Tanggal ISO; `YYYY-MM` berarti tanggal 1."""
    hari = tanggal_iso(f"{teks}-01" if isinstance(teks, str) and len(teks) == 7 else teks)
    if hari is None:
        raise tolak(nama, f"{teks!r} bukan tanggal yang dapat dipakai", [TANGGAL_BOLEH])
    return hari
