"""Menilik hukum: mencari, membandingkan versi, menyusun lapisan rumus, dan menuliskan semuanya sebagai data.

Dipakai baris perintah dan halaman `/aturan/`; keduanya membaca `pokok.POKOK`, tanpa daftar kedua.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from .buku import Nilai, Parameter, Versi
from .galat import ParameterTidakAda
from .parameter import semua
from .pokok import DAFTAR, POKOK, Pokok
from .rumus import Rumus, Susunan

JENIS = ("pokok", "rumus", "parameter")


@dataclass(frozen=True, slots=True)
class Benda:
    """Satu hal yang dapat ditilik: pokok, rumus (dengan skemanya), atau parameter. `teks` = yang dicari orang."""

    jenis: str
    pokok: Pokok
    isi: Pokok | Rumus | Parameter
    kode: str
    judul: str
    teks: str
    skema: str = ""


def semua_benda() -> Iterator[Benda]:
    """Semua pokok, rumus, dan parameter, menurut urutan pokok."""
    for p in POKOK:
        yield Benda("pokok", p, p, p.kode, p.judul, f"{p.kode} {p.judul} {p.ringkas}")
        for skema, r in p.rumus():
            teks = f"{r.nama} {r.judul} {r.dasar} {r.satuan} {p.judul}"
            yield Benda("rumus", p, r, r.nama, r.judul, teks, skema)
        for kode, x in p.parameter_milik().items():
            teks = " ".join((kode, x.nama, x.satuan, *(v.dasar for v in x.versi)))
            yield Benda("parameter", p, x, kode, x.nama, teks)


def cari(teks: str, alih: Callable[[str], str] = str) -> list[Benda]:
    """Daftar benda yang memuat semua kata; garis bawah dan huruf besar tidak dibedakan.

    `alih` = judul dalam bahasa pembaca, supaya dapat dicari dengan katanya sendiri.
    """
    kata = _rata(teks).split()
    return [b for b in semua_benda() if kata and all(k in _rata(f"{b.teks} {alih(b.judul)}") for k in kata)]


def berkode(kode: str) -> list[Benda]:
    """Pokok, rumus, dan parameter yang kodenya tepat itu (satu rumus dapat ada di beberapa skema)."""
    return [b for b in semua_benda() if b.kode == kode]


def _rata(teks: str) -> str:
    return teks.casefold().replace("_", " ")


def pemilik(kode: str) -> Pokok:
    """Pokok pemilik sebuah parameter. Galat: `ParameterTidakAda`."""
    for p in POKOK:
        if kode.startswith(p.parameter) and kode in semua():
            return p
    raise ParameterTidakAda(f"Parameter '{kode}' tidak dikenal.")


def pokok(kode: str) -> Pokok | None:
    """Pokok berkode itu, atau None."""
    return DAFTAR.get(kode)


# --- nilai dan versinya ---


def sel(nilai: Nilai) -> list[tuple[str | None, Nilai]]:
    """Nilai sebagai daftar (kunci, isi); nilai tunggal berkunci None."""
    return list(nilai.items()) if isinstance(nilai, Mapping) else [(None, nilai)]


def terbuka(p: Parameter, pada: date) -> list[str | None]:
    """Sel (None: nilai tunggal) yang boleh ditetapkan daerah pada hari itu."""
    v = p.pada(pada, date.max)
    return [k for k, _ in sel(v.nilai) if p.boleh_timpa(v, k)] if v else []


@dataclass(frozen=True, slots=True)
class Beda:
    """Satu sel yang berubah; None = tidak ada pada versi itu."""

    kunci: str | None
    lama: Nilai
    baru: Nilai


def beda(lama: Nilai, baru: Nilai) -> list[Beda]:
    """Sel yang berbeda, urut seperti nilai baru lalu yang hilang."""
    a, b = dict(sel(lama)), dict(sel(baru))
    return [Beda(k, a.get(k), b.get(k)) for k in dict.fromkeys((*b, *a)) if a.get(k) != b.get(k)]


@dataclass(frozen=True, slots=True)
class Perubahan:
    """Satu versi parameter dan yang digantikannya (None bagi versi pertama)."""

    parameter: Parameter
    versi: Versi
    sebelum: Versi | None

    @property
    def beda(self) -> list[Beda]:
        """Sel yang berbeda dari versi sebelumnya; kosong bagi versi pertama."""
        return [] if self.sebelum is None else beda(self.sebelum.nilai, self.versi.nilai)


def riwayat(p: Parameter) -> list[Perubahan]:
    """Versi-versi satu parameter, terbaru lebih dulu."""
    urut = list(p.versi)
    return [Perubahan(p, v, urut[i - 1] if i else None) for i, v in enumerate(urut)][::-1]


def perubahan() -> list[Perubahan]:
    """Semua versi semua parameter, yang berlaku terakhir lebih dulu."""
    isi = [x for p in semua().values() for x in riwayat(p)]
    return sorted(isi, key=lambda x: (x.versi.berlaku, x.versi.terbit, x.parameter.kode), reverse=True)


# --- hubungan rumus ---


def hasil_akhir(susunan: Susunan) -> tuple[str, ...]:
    """Rumus yang tidak dipakai rumus lain: jawaban sebuah susunan, urut seperti tertulis."""
    dipakai = {n for r in susunan.rumus for n in r.perlu}
    return tuple(r.nama for r in susunan.rumus if r.nama not in dipakai)


@dataclass(frozen=True, slots=True)
class Kelompok:
    """Jawaban yang memakai masukan yang sama: `kode` = jawaban pertamanya, `bidang` = masukan yang diperlukan."""

    kode: str
    jawaban: tuple[str, ...]
    bidang: tuple[str, ...]


def kelompok(susunan: Susunan) -> list[Kelompok]:
    """Jawaban sebuah susunan menurut masukan yang diperlukannya, supaya orang hanya mengisi yang dipakai.

    Jawaban yang masukannya bagian dari masukan jawaban lain ikut kelompok jawaban itu.
    """
    perlu = {n: frozenset(susunan.bidang_perlu(susunan.urutan([n]))) for n in hasil_akhir(susunan)}
    puncak = [n for n, b in perlu.items() if not any(b < lain for lain in perlu.values())]
    hasil: dict[frozenset[str], list[str]] = {perlu[n]: [] for n in puncak}
    for n, b in perlu.items():
        hasil[next(k for k in hasil if b <= k)].append(n)
    return [
        Kelompok(jawaban[0], tuple(jawaban), tuple(x for x in susunan.bidang if x in b))
        for b, jawaban in hasil.items()
    ]


def terpisah(susunan: Susunan, ingin: Sequence[str] = ()) -> list[list[str]]:
    """Rumus sebuah susunan dalam bagian-bagian yang tidak berbagi masukan dan rumus; urut menurut rumus pertamanya."""
    hasil: list[tuple[set[str], list[str]]] = []
    for r in susunan.urutan(ingin or [r.nama for r in susunan.rumus]):
        nama, rumus = {r.nama, *r.perlu}, [r.nama]
        lepas = []
        for b in hasil:
            if b[0] & nama:
                nama, rumus = nama | b[0], b[1] + rumus
            else:
                lepas.append(b)
        hasil = [*lepas, (nama, rumus)]
    urut = {r.nama: i for i, r in enumerate(susunan.rumus)}
    return sorted((rumus for _, rumus in hasil), key=lambda x: min(urut[n] for n in x))


def lapis(susunan: Susunan, ingin: Sequence[str] = ()) -> list[list[str]]:
    """Nama masukan dan rumus per lapis, dari masukan ke hasil; tiap rumus di bawah semua yang diperlukannya.

    `ingin` membatasi pada rumus itu dan yang diperlukannya. Masukan ditaruh sedekat mungkin dengan pemakai
    pertamanya, supaya garisnya pendek. Masukan yang tidak dipakai tidak ikut.
    """
    urut = susunan.urutan(ingin or [r.nama for r in susunan.rumus])
    tinggi: dict[str, int] = {}
    for r in urut:
        tinggi[r.nama] = 1 + max((tinggi.get(n, 0) for n in r.perlu), default=0)
    for nama in susunan.bidang:
        pemakai = [tinggi[r.nama] for r in urut if nama in r.perlu]
        if pemakai:
            tinggi[nama] = min(pemakai) - 1
    hasil: list[list[str]] = [[] for _ in range(max(tinggi.values(), default=-1) + 1)]
    for nama in (*susunan.bidang, *(r.nama for r in urut)):
        if nama in tinggi:
            hasil[tinggi[nama]].append(nama)
    return [x for x in hasil if x]


# --- sebagai data (JSON) ---


def data_pokok(p: Pokok) -> dict[str, Any]:
    """Satu pokok sebagai objek JSON: rumus dan kode parameternya."""
    return {
        "pokok": p.kode,
        "judul": p.judul,
        "ringkas": p.ringkas,
        "rumus": [data_rumus(p, skema, r) for skema, r in p.rumus()],
        "parameter": list(p.parameter_milik()),
    }


def data_rumus(p: Pokok, skema: str, r: Rumus) -> dict[str, Any]:
    """Satu rumus satu skema sebagai objek JSON."""
    return {
        "rumus": r.nama,
        "pokok": p.kode,
        "skema": skema,
        "judul": r.judul,
        "satuan": r.satuan,
        "perlu": list(r.perlu),
        "dasar": r.dasar,
        "keyakinan": r.keyakinan,
        "berlaku": r.berlaku.isoformat(),
    }


def data_parameter(p: Parameter, pada: date, *, isi: bool = True) -> dict[str, Any]:
    """Satu parameter; `nilai` = yang berlaku pada hari itu (null bila belum ada), `versi` semuanya bila `isi`."""
    kini = p.pada(pada, date.max)
    data: dict[str, Any] = {
        "parameter": p.kode,
        "pokok": pemilik(p.kode).kode,
        "nama": p.nama,
        "satuan": p.satuan,
        "ubah_daerah": p.ubah_daerah,
        "pada": pada.isoformat(),
        **(_versi(kini, isi) if kini else {"nilai": None}),
    }
    return {**data, "versi": [_versi(v, True) for v in p.versi]} if isi else data


def _versi(v: Versi, isi: bool) -> dict[str, Any]:
    tabel = isinstance(v.nilai, Mapping)
    return {
        "berlaku": v.berlaku.isoformat(),
        "terbit": v.terbit.isoformat(),
        "nilai": polos(v.nilai) if isi or not tabel else {"sel": len(v.nilai)},
        "dasar": v.dasar,
        "keyakinan": v.yakin(),
        **({"ragu": sorted(v.ragu)} if isi and v.ragu else {}),
    }


def polos(nilai: Nilai) -> Any:
    """Nilai untuk JSON yang dibaca orang: pemetaan dan daftar biasa, tanggal ISO, desimal sebagai teks tepat."""
    if isinstance(nilai, Mapping):
        return {k: polos(v) for k, v in nilai.items()}
    if isinstance(nilai, tuple):
        return [polos(v) for v in nilai]
    if isinstance(nilai, bool | int | str) or nilai is None:
        return nilai
    return nilai.isoformat() if isinstance(nilai, date) else format(nilai, "f")
