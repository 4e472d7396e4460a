"""Nama bulan Indonesia dan Inggris, singkatan dan ejaan lama; salah ketik dikenali tetapi tidak dipercaya."""

from difflib import get_close_matches

_NAMA = {
    1: "januari january jan jn i",
    2: "februari pebruari february feb peb ii",
    3: "maret march mar mrt mart iii",
    4: "april apr apl iv",
    5: "mei may v",
    6: "juni june jun vi",
    7: "juli july jul vii",
    8: "agustus august agust agus agu agt ags aug agst viii",
    9: "september sept sep ix",
    10: "oktober october okt oct x",
    11: "november nopember nov nop xi",
    12: "desember december des dec xii",
}
BULAN = {nama: nomor for nomor, semua in _NAMA.items() for nama in semua.split()}
NAMA = {nomor: semua.split()[0].capitalize() for nomor, semua in _NAMA.items()}
HARI = ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu")
_HARI_LAIN = {
    "jum'at": 4, "ahad": 6, "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4,
    "saturday": 5, "sunday": 6, "mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip
NAMA_HARI = {nama: i for i, nama in enumerate(HARI)} | _HARI_LAIN
_PANJANG = [nama for nama in BULAN if len(nama) >= 5]


def bulan_pasti(kata: str) -> int | None:
    """Nomor bulan bila ejaannya dikenal persis."""
    return BULAN.get(kata.casefold().strip("."))


def bulan_mirip(kata: str) -> int | None:
    """Nomor bulan dari salah ketik, hanya untuk disarankan."""
    mirip = get_close_matches(kata.casefold(), _PANJANG, n=1, cutoff=0.7)
    return BULAN[mirip[0]] if mirip else None
