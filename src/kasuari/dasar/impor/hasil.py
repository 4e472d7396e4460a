"""Hasil memeriksa sebuah berkas: baris demi baris, dengan alasan yang dapat dibaca orang."""

from dataclasses import dataclass, field
from typing import Any

from .katalog import ABAIKAN, PERINGATAN, TOLAK, kode_katalog


@dataclass(frozen=True, slots=True)
class Alasan:
    """Satu temuan. `baris` = nomor fisik, `kolom` = kepala kolom di berkas ('' bila soal seluruh baris)."""

    baris: int
    kode: str
    kolom: str = ""
    teks: str = ""
    saran: str | None = None
    isi: dict[str, str] = field(default_factory=dict)

    @property
    def tingkat(self) -> str:
        """'tolak', 'peringatan', atau 'abaikan'."""
        return kode_katalog(self.kode).tingkat

    @property
    def pesan(self) -> str:
        """Kalimat Indonesia: apa yang salah, di mana, apa yang harus dilakukan."""
        return kode_katalog(self.kode).kalimat(self)


@dataclass(slots=True)
class BarisPeriksa:
    """Satu baris logis. `mentah` = teks tiap kolom menurut kepalanya; `bersih` = nilai baku menurut isian.

    `ditolak` berisi kode penolakan yang dilaporkan (yang paling mendasar), atau None.
    """

    baris: int
    mentah: dict[str, str]
    bersih: dict[str, Any]
    alasan: list[Alasan] = field(default_factory=list)

    @property
    def ditolak(self) -> str | None:
        tolak = [a.kode for a in self.alasan if a.tingkat == TOLAK]
        return min(tolak, key=lambda k: kode_katalog(k).urutan) if tolak else None


@dataclass(slots=True)
class KolomTerbaca:
    """Satu kolom berkas. `isian` None = belum dipetakan; `saran` = isian yang mungkin."""

    nomor: int
    kepala: str
    isian: str | None
    skor: int = 0
    saran: str | None = None


@dataclass(frozen=True, slots=True)
class LembarLain:
    """Lembar berisi yang tidak dibaca; `baris` = baris data yang tampak di sana."""

    nama: str
    baris: int


@dataclass(slots=True)
class Hasil:
    """Jawaban `uji`: yang diterima, ditolak, diperingatkan, diabaikan, dan pemetaan kolom yang dipakai."""

    subjek: str
    berkas: str
    lembar: str
    baris_kepala: list[int]
    kolom: list[KolomTerbaca]
    baris: list[BarisPeriksa]
    diabaikan: list[dict[str, Any]]
    umum: list[Alasan] = field(default_factory=list)
    pengodean: str | None = None
    pemisah: str | None = None
    lembar_lain: list[LembarLain] = field(default_factory=list)

    @property
    def diterima(self) -> list[BarisPeriksa]:
        return [b for b in self.baris if b.ditolak is None]

    @property
    def alasan(self) -> list[Alasan]:
        """Semua temuan, urut baris."""
        return sorted([*self.umum, *(a for b in self.baris for a in b.alasan)], key=lambda a: a.baris)

    def pemetaan(self) -> dict[str, Any]:
        """Pemetaan yang dapat diubah orang dan diberikan kembali: nomor kolom (mulai 1) -> isian."""
        return {
            "lembar": self.lembar,
            "baris_kepala": self.baris_kepala,
            "kolom": {str(k.nomor): k.isian for k in self.kolom},
        }

    def ke_json(self, rangkum: dict[str, Any] | None = None) -> dict[str, Any]:
        """Bentuk `kasuari impor --json`; `keterangan` memuat kalimat bagi tiap kode. `rangkum` menggantikan `diterima`."""
        peringatan = [a for b in self.baris for a in _peringatan(b)]
        return {
            "berkas": self.berkas,
            "subjek": self.subjek,
            "lembar": self.lembar,
            "baris_kepala": self.baris_kepala,
            **(
                {"diterima": [{"baris": b.baris, **b.bersih} for b in self.diterima]}
                if rangkum is None
                else rangkum
            ),
            "ditolak": [{"baris": b.baris, "alasan": b.ditolak} for b in self.baris if b.ditolak],
            "peringatan": [_peringatan_json(a) for a in sorted(peringatan, key=lambda a: a.baris)],
            "diabaikan": self.diabaikan,
            "pengodean": self.pengodean,
            "pemisah": self.pemisah,
            "pemetaan": self.pemetaan(),
            "lembar_lain": [{"lembar": x.nama, "baris": x.baris} for x in self.lembar_lain],
            "kolom_belum_dipetakan": [
                {"nomor": k.nomor, "kepala": k.kepala, "saran": k.saran}
                for k in self.kolom
                if k.isian is None
            ],
            "keterangan": [
                {
                    "baris": a.baris,
                    "kode": a.kode,
                    "tingkat": a.tingkat,
                    "kolom": a.kolom,
                    "pesan": a.pesan,
                    "saran": a.saran,
                }
                for a in self.alasan
            ],
        }


def _peringatan(baris: BarisPeriksa) -> list[Alasan]:
    """Peringatan yang dilaporkan: baris yang ditolak hanya membawa yang menjelaskan penolakannya."""
    semua = [a for a in baris.alasan if a.tingkat == PERINGATAN]
    return [a for a in semua if baris.ditolak is None or kode_katalog(a.kode).menyertai_tolak]


def _peringatan_json(alasan: Alasan) -> dict[str, Any]:
    isi: dict[str, Any] = {"baris": alasan.baris, "kode": alasan.kode}
    return {**isi, "kolom": alasan.kolom} if kode_katalog(alasan.kode).sebut_kolom else isi


__all__ = ["ABAIKAN", "PERINGATAN", "TOLAK", "Alasan", "BarisPeriksa", "Hasil", "KolomTerbaca", "LembarLain"]
