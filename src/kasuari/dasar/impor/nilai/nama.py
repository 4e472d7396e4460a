"""Nama orang: kapital kata, satu spasi, gelar dipisahkan; apostrof dan huruf bertanda tetap."""

import re
from dataclasses import dataclass

from .bersih import Bersih, gagal, kosong, rapikan

_DEPAN = {
    "dr", "drg", "drh", "drs", "dra", "ir", "prof", "apt", "ns", "h", "hj", "kh", "pdt", "ps", "rd", "hc", "st",
    "pastor", "ust", "tgk", "ra", "r.a",
}  # fmt: skip
# tanpa titik, hanya ini yang pasti gelar dan bukan nama
_DEPAN_POLOS = {"drs", "dra", "drg", "drh", "prof", "ir", "hj"}
_GELAR = re.compile(r"(?:[A-Z][A-Za-z]{0,6}\. ?)+(?:[A-Z][A-Za-z]{0,6}\.?)?(?:\s?\([A-Za-z. ]+\))?|Ners|Apt")
_SINGKATAN = re.compile(r"(?=(?:[a-z]*[A-Z]){2})[A-Za-z]{2,6}\.?")
_BERTITIK = re.compile(r"(?:S|M|A|D|Sp|Ph|B|SS|ST)\.\s?[A-Z][A-Za-z]{0,6}\.?(?:[A-Za-z]{1,6}\.?)*", re.I)
_TANPA_SPASI = re.compile(r"^((?:dr|drg|drs|dra|ir|prof|hj?)\.)(?=\w{2})", re.I)
_SAH = re.compile(r"[^\W\d_]+(?:[ .'’`\-][ .'’`\-]*[^\W\d_]+)*[.]?")


@dataclass(frozen=True, slots=True)
class Nama:
    """Nama tanpa gelar, dan gelarnya seperti tertulis."""

    nama: str
    gelar_depan: str
    gelar_belakang: str


TERPANJANG = 120  # tempat di register 200, termasuk gelar


def bersihkan_nama(teks: str) -> Bersih:
    """`nilai` = `Nama`. Kode: NAMA_TIDAK_SAH (kosong, berangka, bertanda aneh, atau satu huruf)."""
    rapi = re.sub(r"\s*,\s*", ", ", rapikan(teks)).strip(" ,;")
    if kosong(rapi):
        return gagal("NAMA_TIDAK_SAH", sebab="kosong")
    utama, _, sesudah = rapi.partition(", ")
    depan, inti = _gelar_depan(utama)
    inti, belakang = _gelar_belakang(inti)
    if sesudah:
        if not all(_gelar_koma(g) for g in sesudah.split(", ")):
            return gagal("NAMA_TIDAK_SAH", sebab="memuat koma yang bukan pemisah gelar")
        belakang = ", ".join(filter(None, (belakang, sesudah)))
    inti = inti.strip(" .,-") + ("." if inti.endswith(".") and re.search(r"\b\w\.$", inti) else "")
    if not _SAH.fullmatch(inti):
        return gagal("NAMA_TIDAK_SAH", sebab="memuat angka atau tanda yang bukan huruf")
    if len(inti) > TERPANJANG:
        return gagal("NAMA_TIDAK_SAH", sebab=f"lebih panjang dari {TERPANJANG} huruf")
    if sum(h.isalpha() for h in inti) < 2:
        return gagal("NAMA_TIDAK_SAH", sebab="hanya satu huruf")
    return Bersih(Nama(kapital_nama(inti), depan, belakang))


def _gelar_depan(teks: str) -> tuple[str, str]:
    kata = _TANPA_SPASI.sub(r"\1 ", teks).split()
    gelar: list[str] = []
    while len(kata) > 1:
        calon = kata[0].rstrip(".").casefold()
        if not ((kata[0].endswith(".") and calon in _DEPAN) or calon in _DEPAN_POLOS):
            break
        gelar.append(kata.pop(0))
    return " ".join(gelar), " ".join(kata)


def _gelar_belakang(teks: str) -> tuple[str, str]:
    """Gelar tanpa koma di ujung: hanya yang bertitik (`S.Sos`, `A.Md.Kep`), karena `ST` dapat juga nama."""
    kata = teks.split()
    gelar: list[str] = []
    while len(kata) > 1 and _BERTITIK.fullmatch(kata[-1]):
        gelar.insert(0, kata.pop())
    return " ".join(kata), " ".join(gelar)


def _gelar_koma(teks: str) -> bool:
    """Sesudah koma: bertitik (`S.E.`), atau singkatan berhuruf besar paling sedikit dua (`SH`, `SKM`, `MSi`)."""
    return any(pola.fullmatch(teks.strip()) for pola in (_GELAR, _BERTITIK, _SINGKATAN))


def kapital_nama(teks: str) -> str:
    """`MA'RUF` -> `Ma'ruf`, `O'BRIEN` -> `O'Brien`, `yance-marthen` -> `Yance-Marthen`."""
    return " ".join(_kapital_kata(kata) for kata in teks.split())


def _kapital_kata(kata: str) -> str:
    # huruf campuran yang disengaja (McDonald) dibiarkan
    if re.fullmatch(r"[A-Z][a-z]+(?:[A-Z][a-z]+)+", kata):
        return kata
    hasil, awal, panjang = [], True, 0
    for huruf in kata.lower():
        if huruf.isalpha():
            hasil.append(huruf.upper() if awal else huruf)
            awal, panjang = False, panjang + 1
        else:
            # sesudah apostrof kapital hanya bila satu huruf mendahuluinya: O'Brien, tetapi Ma'ruf
            awal = huruf in "-." or (huruf in "'’`" and panjang == 1)
            hasil.append(huruf)
            panjang = 0
    return "".join(hasil)
