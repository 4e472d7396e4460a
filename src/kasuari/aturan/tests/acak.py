"""Baris acak yang sah bagi susunan mana pun, dibuat dari bidang masukannya; dipakai uji yang berlaku umum."""

from datetime import date

import numpy as np

from kasuari.aturan.buku import Buku, Timpa
from kasuari.aturan.galat import MasukanTidakSah
from kasuari.aturan.masukan import Bidang, Kolom, Pilihan, Tanggal, Ya, ke_hari
from kasuari.aturan.pokok import POKOK
from kasuari.aturan.rumus import Susunan, hitung

_ISI = [  # tarif daerah yang tanpa ini menahan setiap baris
    *(Timpa("tpp_bpk", str(k), date(2025, 1, 1), 1_000_000 * k, "Keputusan uji") for k in range(1, 18)),
    *(
        Timpa("tpp_indeks", n, date(2025, 1, 1), 1, "Keputusan uji")
        for n in ("fiskal", "kemahalan", "pemerintahan")
    ),
]
BUKU = Buku.susun(date(2026, 6, 1), date(2026, 11, 23), _ISI)
SUSUNAN = {f"{p.kode}-{skema}".rstrip("-"): s for p in POKOK for skema, s in p.susunan.items()}
_HARI = (ke_hari(date(2023, 1, 1)), ke_hari(date(2026, 6, 30)))  # tahun yang hari liburnya diketahui
_RENTANG = {  # bidang (atau kode pilihan) yang rentang wajarnya jauh lebih sempit daripada batas isiannya
    "angka_kredit": {"jenjang": (5, 8), "golongan": (31, 45), "konvensional": (100_000, 1_000_000)},
    "gaji-bulanan": {"potongan_lain": (0, 100_000), "zakat": (0, 100_000)},
    "gaji-masa_terakhir": {"potongan_lain": (0, 100_000), "zakat": (0, 100_000)},
    "thr": {"tahun": (2025, 2025)},
    "seleksi-cpns": {"twk": (0, 150), "tiu": (0, 175), "tkp": (0, 225)},
    "seleksi-kedinasan": {"twk": (0, 150), "tiu": (0, 175), "tkp": (0, 225)},
}


def _satu(b: Bidang, rentang: tuple[int, int] | None, acak: np.random.Generator) -> int:
    if b.bawaan is not None and acak.random() < 0.3:
        return b.bawaan
    if isinstance(b, Pilihan):
        bawah, atas = rentang or (b.bawah, b.atas)
        return int(acak.choice([k for k in b.kode.values() if bawah <= k <= atas]))
    if isinstance(b, Ya):
        return int(acak.integers(0, 2))
    bawah, atas = _HARI if isinstance(b, Tanggal) else rentang or (b.bawah, b.atas)
    lebar = atas - bawah
    cara = acak.integers(0, 4)  # ujung, dekat bawah, sembarang tingkat besar, sembarang
    if cara == 0:
        return int(acak.choice([bawah, atas]))
    if cara == 1:
        return bawah + int(acak.integers(0, min(lebar, 12) + 1))
    if cara == 2:
        return bawah + min(lebar, int(10 ** acak.uniform(0, 7)))
    return bawah + int(acak.integers(0, lebar + 1))


def _kolom(nama: str, n: int, acak: np.random.Generator) -> dict[str, Kolom]:
    rentang = _RENTANG.get(nama, {})
    return {
        k: np.array([_satu(b, rentang.get(k), acak) for _ in range(n)], dtype=np.int64)
        for k, b in SUSUNAN[nama].bidang.items()
    }


def semua_rumus(susunan: Susunan) -> list[str]:
    return [r.nama for r in susunan.rumus]


def baris_sah(nama: str, benih: int, n: int = 60) -> dict[str, Kolom]:
    """Kolom yang semua barisnya dapat dihitung sampai semua rumus; `nama` = kunci `SUSUNAN`.

    Baris yang ditolak dibuang menurut nomor yang disebut galatnya, maka galat tanpa nomor baris gagal di sini.
    """
    kolom = _kolom(nama, n, np.random.default_rng(benih))
    for _ in range(n):
        try:
            hitung(SUSUNAN[nama], kolom, BUKU, semua_rumus(SUSUNAN[nama]))
        except MasukanTidakSah as galat:
            buruk = {c.baris for c in galat.cacat}
            assert None not in buruk, f"{nama}: galat tanpa nomor baris: {galat}"
            assert all(isinstance(c.pesan, str) and c.pesan and c.kolom and c.boleh for c in galat.cacat)
            pilih = [i for i in range(len(next(iter(kolom.values())))) if i not in buruk]
            kolom = {k: v[pilih] for k, v in kolom.items()}
        else:
            return kolom
    raise AssertionError(f"{nama}: tidak ada baris acak yang sah")
