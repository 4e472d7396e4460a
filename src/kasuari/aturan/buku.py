"""Buku aturan satu hari: nilai setiap parameter yang berlaku pada `pada`, sejauh diketahui pada `diketahui`.

Dua garis waktu. `berlaku` = sejak kapan nilai mengikat; `terbit` = sejak kapan orang dapat mengetahuinya.
PP 5/2024 berlaku 1 Januari 2024 tetapi baru terbit 26 Januari 2024: gaji yang dihitung pada 15 Januari
memakai tabel lama, dan hitungan itu dapat diulang kapan pun dengan hasil yang sama.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property, lru_cache
from types import MappingProxyType
from typing import Any

from .galat import GalatAturan, ParameterRusak, ParameterTidakAda

SUMBER, INGATAN = "sumber", "ingatan"
KEYAKINAN = (SUMBER, INGATAN)
KOSONG = ""  # tarif yang ada tetapi besarnya belum diketahui; pemakaiannya ditolak, tidak pernah dihitung nol

Nilai = Any  # int, Decimal, str, bool, tuple, atau pemetaan kunci -> nilai


@dataclass(frozen=True, slots=True)
class Versi:
    """Satu nilai satu parameter. `ragu` = kunci sel yang keyakinannya 'ingatan' meski versinya bersumber."""

    berlaku: date
    terbit: date
    nilai: Nilai
    dasar: str
    keyakinan: str
    ragu: frozenset[str] = frozenset()

    def yakin(self, kunci: str | None = None) -> str:
        """Keyakinan sebuah sel; tanpa kunci: keyakinan terlemah seluruh nilai."""
        if self.keyakinan == INGATAN:
            return INGATAN
        ragu = bool(self.ragu) if kunci is None else kunci in self.ragu
        return INGATAN if ragu else SUMBER


@dataclass(frozen=True, slots=True)
class Parameter:
    """Satu besaran hukum dengan semua versinya, urut menurut (berlaku, terbit).

    `terkunci`: pengaman sistem sendiri, tidak pernah dapat ditetapkan daerah walau belum bersumber. `batas`: sel
    ('' = semua angka) -> (paling sedikit, paling banyak) yang wajar bagi ketentuan daerah.
    """

    kode: str
    nama: str
    satuan: str
    ubah_daerah: bool
    versi: tuple[Versi, ...]
    terkunci: bool = False
    batas: Mapping[str, tuple[int, int]] = field(default_factory=dict)

    def boleh_timpa(self, v: Versi, kunci: str | None) -> bool:
        """Bolehkah daerah menetapkan sel ini sendiri: parameternya terbuka, atau nilainya belum bersumber."""
        return not self.terkunci and (self.ubah_daerah or v.yakin(kunci) == INGATAN)

    def pada(self, pada: date, diketahui: date) -> Versi | None:
        """Versi yang mengikat; yang berlaku paling akhir menang, lalu yang terbit paling akhir."""
        cocok = [v for v in self.versi if v.berlaku <= pada and v.terbit <= diketahui]
        return max(cocok, key=lambda v: (v.berlaku, v.terbit)) if cocok else None


@dataclass(frozen=True, slots=True)
class Timpa:
    """Ketentuan daerah yang menggantikan sebuah nilai (`kunci` None) atau satu sel tabel."""

    kode: str
    kunci: str | None
    berlaku: date
    nilai: Nilai
    dasar: str


def beku(nilai: Nilai) -> Nilai:
    """Salinan nilai yang tidak dapat diubah, sedalam-dalamnya: tabel menjadi pemetaan beku, daftar menjadi tuple."""
    if isinstance(nilai, Mapping):
        return MappingProxyType({str(k): beku(v) for k, v in nilai.items()})
    if isinstance(nilai, list | tuple):
        return tuple(beku(v) for v in nilai)
    return nilai


def kanonik(nilai: Nilai) -> Nilai:
    """Nilai parameter menjadi JSON tanpa kehilangan jenis: Decimal dan tanggal dibungkus. Kebalikannya `pulih`."""
    if isinstance(nilai, Mapping):
        return {k: kanonik(v) for k, v in nilai.items()}
    if isinstance(nilai, tuple):
        return [kanonik(v) for v in nilai]
    if isinstance(nilai, Decimal):
        return {"desimal": format(nilai.normalize(), "f")}
    if isinstance(nilai, date):
        return {"tanggal": nilai.isoformat()}
    return nilai


def pulih(nilai: Nilai) -> Nilai:
    """Bentuk JSON dari `kanonik` menjadi nilai parameter."""
    if isinstance(nilai, dict):
        if set(nilai) == {"desimal"}:
            return Decimal(nilai["desimal"])
        if set(nilai) == {"tanggal"}:
            return date.fromisoformat(nilai["tanggal"])
        return {k: pulih(v) for k, v in nilai.items()}
    if isinstance(nilai, list):
        return [pulih(v) for v in nilai]
    return nilai


@dataclass(frozen=True)
class Buku:
    """Nilai-nilai satu hari, beku. Dibuat dengan `Buku.susun`; disimpan dan dipulihkan dengan `ke_json`."""

    pada: date
    diketahui: date
    isi: Mapping[str, Versi]

    @classmethod
    def susun(
        cls,
        pada: date,
        diketahui: date | None = None,
        timpa: Iterable[Timpa] = (),
        parameter: Mapping[str, Parameter] | None = None,
    ) -> "Buku":
        """Buku hari `pada` sejauh diketahui pada `diketahui` (bawaan: hari yang sama).

        `timpa` = ketentuan daerah; hanya untuk parameter dengan `ubah_daerah` atau nilai berkeyakinan
        'ingatan'. Galat: `ParameterTidakAda` (kode tak dikenal), `ParameterRusak` (tidak boleh ditimpa).
        """
        diketahui = diketahui or pada
        if parameter is None:
            from .parameter import semua

            parameter = semua()
            if not (timpa := tuple(timpa)):
                return _susun_bawaan(pada, diketahui)
        isi = {k: v for k, p in parameter.items() if (v := p.pada(pada, diketahui)) is not None}
        for t in sorted(timpa, key=lambda t: t.berlaku):
            if t.berlaku <= pada:
                isi[t.kode] = _timpa(t, parameter, isi, pada, diketahui)
        return cls(pada, diketahui, MappingProxyType(isi))

    def versi(self, kode: str) -> Versi:
        """Versi yang berlaku. Galat: `ParameterTidakAda` dengan hari yang diminta."""
        try:
            return self.isi[kode]
        except KeyError:
            hari = "hari terakhir yang diatur" if self.pada == date.max else self.pada.isoformat()
            tahu = "kini" if self.diketahui == date.max else f"pada {self.diketahui.isoformat()}"
            raise ParameterTidakAda(
                f"Parameter '{kode}'{_nama(kode)} belum punya nilai untuk {hari} sejauh diketahui {tahu}.",
                kode,
            ) from None

    def nilai(self, kode: str) -> Nilai:
        """Nilai tunggal (int, Decimal, str, bool, tanggal)."""
        nilai = self.versi(kode).nilai
        if isinstance(nilai, Mapping):
            raise ParameterRusak(f"Parameter '{kode}' adalah tabel; pakai buku.tabel('{kode}').")
        return nilai

    def tabel(self, kode: str) -> Mapping[str, Nilai]:
        """Tabel kunci -> nilai, beku. Kunci bertingkat ditulis 'induk.anak'."""
        nilai = self.versi(kode).nilai
        if not isinstance(nilai, Mapping):
            raise ParameterRusak(f"Parameter '{kode}' bukan tabel; pakai buku.nilai('{kode}').")
        return nilai

    def hanya(self, *awalan: str) -> "Buku":
        """Buku yang lebih kecil: hanya parameter berawalan itu, untuk dibekukan bersama satu larian."""
        isi = {k: v for k, v in self.isi.items() if k.startswith(awalan)}
        return Buku(self.pada, self.diketahui, MappingProxyType(isi))

    @cached_property
    def sidik(self) -> str:
        """SHA-256 heksadesimal dari bentuk kanonik: nilai sama, sidik sama."""
        teks = json.dumps(self.ke_json(), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        return hashlib.sha256(teks.encode()).hexdigest()

    def ke_json(self) -> dict[str, Nilai]:
        """Bentuk JSON lengkap; `Buku.dari_json` memulihkannya dengan sidik yang sama."""
        return {
            "pada": self.pada.isoformat(),
            "diketahui": self.diketahui.isoformat(),
            "isi": {
                kode: {
                    "berlaku": v.berlaku.isoformat(),
                    "terbit": v.terbit.isoformat(),
                    "nilai": kanonik(v.nilai),
                    "dasar": v.dasar,
                    "keyakinan": v.keyakinan,
                    "ragu": sorted(v.ragu),
                }
                for kode, v in sorted(self.isi.items())
            },
        }

    @classmethod
    def dari_json(cls, data: Mapping[str, Nilai]) -> "Buku":
        """Pulihkan buku yang dibekukan, tanpa membaca berkas parameter."""
        isi = {
            kode: Versi(
                berlaku=date.fromisoformat(v["berlaku"]),
                terbit=date.fromisoformat(v["terbit"]),
                nilai=beku(pulih(v["nilai"])),
                dasar=v["dasar"],
                keyakinan=v["keyakinan"],
                ragu=frozenset(v["ragu"]),
            )
            for kode, v in data["isi"].items()
        }
        pada, diketahui = (date.fromisoformat(data[k]) for k in ("pada", "diketahui"))
        return cls(pada, diketahui, MappingProxyType(isi))


def timpa_perlu_putusan(
    timpa: Iterable[Timpa], pada: date, diketahui: date | None = None
) -> list[tuple[Timpa, str]]:
    """Ketentuan daerah yang harus diputuskan lagi, dengan sebabnya; dipakai saat parameter diperbarui.

    Sebab: tidak boleh lagi menimpa, atau aturan yang digantikannya sudah berganti versi sesudahnya.
    """
    buku = Buku.susun(pada, diketahui)
    hasil: list[tuple[Timpa, str]] = []
    for t in timpa:
        try:
            Buku.susun(pada, diketahui, [t])
        except GalatAturan as galat:
            hasil.append((t, str(galat)))
            continue
        berlaku = buku.versi(t.kode).berlaku
        if t.berlaku < berlaku:
            hasil.append((t, f"Ada aturan lebih baru, berlaku {berlaku.isoformat()}."))
    return hasil


def _nama(kode: str) -> str:
    """Nama parameter dalam kurung, untuk kalimat; kosong bila kodenya tidak dikenal."""
    from .parameter import semua

    return f" ({semua()[kode].nama})" if kode in semua() else ""


@lru_cache(maxsize=128)
def _susun_bawaan(pada: date, diketahui: date) -> Buku:
    """Buku tanpa ketentuan daerah dipakai berulang; ia beku, maka boleh dibagi."""
    from .parameter import semua

    return Buku.susun(pada, diketahui, parameter=semua())


def _timpa(
    t: Timpa, parameter: Mapping[str, Parameter], isi: Mapping[str, Versi], pada: date, diketahui: date
) -> Versi:
    if t.kode not in parameter or t.kode not in isi:
        raise ParameterTidakAda(f"Ketentuan daerah menimpa '{t.kode}', yang tidak berlaku pada hari itu.")
    asal, nasional = isi[t.kode], parameter[t.kode].pada(pada, diketahui)
    # yang menentukan boleh tidaknya adalah nilai nasional: ketentuan kedua atas sel yang sama tetap boleh
    if nasional is None or not parameter[t.kode].boleh_timpa(nasional, t.kunci):
        sebab = "menjaga tata kerja ini" if parameter[t.kode].terkunci else "bersumber"
        raise ParameterRusak(f"'{t.kode}' {sebab} dan tidak boleh diubah daerah.")
    nilai = t.nilai
    if t.kunci is not None:
        if not isinstance(asal.nilai, Mapping) or t.kunci not in asal.nilai:
            raise ParameterTidakAda(f"'{t.kode}' tidak punya sel '{t.kunci}'.")
        nilai = {**asal.nilai, t.kunci: t.nilai}
    elif isinstance(asal.nilai, Mapping):
        raise ParameterRusak(f"'{t.kode}' adalah tabel; sebut sel yang ditimpa.")
    # sel yang diputuskan daerah tidak lagi ragu: ada dasar tertulisnya
    if t.kunci is None:
        return Versi(t.berlaku, t.berlaku, beku(nilai), t.dasar, SUMBER)
    semula = frozenset(asal.nilai) if asal.keyakinan == INGATAN else asal.ragu
    dasar = f"{asal.dasar}; {t.kunci}: {t.dasar}"
    return Versi(t.berlaku, t.berlaku, beku(nilai), dasar, SUMBER, semula - {t.kunci})
