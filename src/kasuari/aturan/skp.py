"""Predikat kinerja dan kewajiban pengembangan kompetensi. Dasar: PermenPANRB 6/2022; PP 11/2017."""

from collections.abc import Sequence

from .buku import Buku
from .galat import tolak


def predikat_kuadran(hasil_kerja: str, perilaku: str, buku: Buku) -> str:
    """Predikat dari rating hasil kerja dan perilaku ('atas', 'sesuai', 'bawah ekspektasi')."""
    tabel = buku.tabel("skp_kuadran")
    kunci = f"{hasil_kerja}.{perilaku}"
    if kunci not in tabel:
        boleh = dict.fromkeys(k.split(".")[0] for k in tabel)
        kolom = "perilaku" if hasil_kerja in boleh else "hasil_kerja"
        raise tolak(kolom, "rating tidak dikenal", boleh)
    return str(tabel[kunci])


def bangkom_terpenuhi(jenis: str, jp: Sequence[int], buku: Buku) -> tuple[int, bool]:
    """(jumlah JP setahun, apakah memenuhi kewajiban) untuk 'PNS' atau 'PPPK'."""
    tabel = buku.tabel("bangkom_jp_setahun")
    if jenis not in tabel:
        raise tolak("kind", f"jenis '{jenis}' tidak dikenal", tabel)
    return sum(jp), sum(jp) >= tabel[jenis]
