"""Pertanyaan: sembilan unsur SKM dengan kata jawabannya sendiri, data diri yang tidak wajib, dan bentuk soal lain.

Bentuk tersimpan (`VersiSoal.isi`): {"soal": [{"kode", "jenis", "tanya": {"id", "en"}, "pilihan": [{"id", "en"}],
"wajib": bool}]}. Jenis: `unsur` (nilai 1 sampai 4 menurut urutan pilihan), `pilihan`, `skala` (1 sampai 5), `teks`.

"""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from django.utils.translation import get_language

from kasuari.dasar.inti.galat import MasukanSalah
from kasuari.masyarakat.survei.kata_unsur import KATA, UNSUR, URUTAN_KUESIONER

DIRI: Mapping[str, Sequence[tuple[str, str, str]]] = {
    "jk": (("P", "Perempuan", "Female"), ("L", "Laki-laki", "Male")),
    "usia": (("17-25", "17–25", "17–25"), ("26-35", "26–35", "26–35"), ("36-45", "36–45", "36–45"), ("46-55", "46–55", "46–55"),
             ("56+", "56 ke atas", "56 and over")),
    "pendidikan": (("SD", "SD ke bawah", "Primary or less"), ("SMP", "SMP", "Junior secondary"), ("SMA", "SMA/SMK", "Senior secondary"),
                   ("D1-D3", "D1–D3", "Diploma"), ("S1", "S1/D4", "Bachelor"), ("S2", "S2", "Master"), ("S3", "S3", "Doctorate")),
    "pekerjaan": (("asn", "PNS/PPPK", "Civil servant"), ("tni", "TNI", "Armed forces"), ("polri", "Polri", "Police"),
                  ("swasta", "Swasta", "Private sector"), ("usaha", "Wirausaha", "Own business"),
                  ("pelajar", "Pelajar/mahasiswa", "Student"), ("lain", "Lainnya", "Other")),
}  # fmt: skip
KOMENTAR_MAKS = 1000
SKALA = 5
JENIS = ("pilihan", "skala", "teks")
SOAL_MAKS, PILIHAN_MAKS, TANYA_MAKS = 30, 12, 200


class Pilihan(NamedTuple):
    nilai: str
    label: str


class Soal(NamedTuple):
    """Satu pertanyaan siap tampil dalam bahasa layar."""

    kode: str
    jenis: str
    tanya: str
    pilihan: tuple[Pilihan, ...]
    wajib: bool


def _bahasa() -> str:
    return "en" if (get_language() or "id").startswith("en") else "id"


def nama_unsur(kode: str) -> str:
    """Nama resmi unsur; Inggris pada layar Inggris."""
    nama, en = KATA[kode][:2]
    return str(en if _bahasa() == "en" else nama)


def label_diri(kolom: str, kode: str) -> str:
    """Label pilihan data diri, mis. ('jk', 'P') menjadi 'Perempuan'."""
    return next((t[1 + (_bahasa() == "en")] for t in DIRI[kolom] if t[0] == kode), kode)


def isi_skm(tanpa: Sequence[str] = ()) -> dict[str, Any]:
    """Isi versi soal SKM menurut urutan kuesioner. `tanpa`: unsur yang tidak ditanyakan (mis. biaya bila gratis menurut hukum)."""
    soal = []
    for kode in URUTAN_KUESIONER:
        if kode not in tanpa:
            _, _, tanya, en, pilihan, pilihan_en = KATA[kode]
            soal.append({
                "kode": kode, "jenis": "unsur", "tanya": {"id": tanya, "en": en}, "wajib": True,
                "pilihan": [{"id": a, "en": b} for a, b in zip(pilihan, pilihan_en, strict=True)],
            })  # fmt: skip
    return {"soal": soal}


def soal_versi(isi: Mapping[str, Any]) -> list[Soal]:
    """Pertanyaan satu versi dalam bahasa layar; tanpa terjemahan, bahasa aslinya."""
    b = _bahasa()
    return [
        Soal(
            s["kode"], s["jenis"], s["tanya"].get(b) or s["tanya"]["id"],
            tuple(Pilihan(str(n), p.get(b) or p["id"]) for n, p in enumerate(s.get("pilihan", ()), 1)),
            s.get("wajib", True),
        )
        for s in isi["soal"]
    ]  # fmt: skip


def unsur_versi(isi: Mapping[str, Any]) -> tuple[str, ...]:
    """Unsur yang ditanyakan versi itu, menurut urutan peraturan."""
    ada = {s["kode"] for s in isi["soal"]}
    return tuple(u for u in UNSUR if u in ada)


def tulis_lain(isi: Mapping[str, Any]) -> str:
    """Kebalikan `susun_lain`: pertanyaan satu versi sebagai tulisan yang dapat diubah."""
    return "\n".join(
        " | ".join([
            s["jenis"], s["tanya"]["id"],
            *(["; ".join(p["id"] for p in s["pilihan"])] if s["jenis"] == "pilihan" else []),
        ])
        for s in isi["soal"]
    )  # fmt: skip


def susun_lain(baris: str) -> dict[str, Any]:
    """Isi versi soal survei lain dari tulisan: satu soal satu baris, `jenis | pertanyaan | pilihan; pilihan`.

    Galat: `MasukanSalah` menyebut baris dan yang boleh.
    """
    soal: list[dict[str, Any]] = []
    for n, satu in enumerate((b for b in baris.splitlines() if b.strip()), 1):
        bagian = [b.strip() for b in satu.split("|")]
        jenis = bagian[0].casefold()
        if jenis not in JENIS or len(bagian) < 2 or not bagian[1]:
            raise MasukanSalah(
                f"Baris {n}: tulis jenis, garis tegak, lalu pertanyaannya. Jenis: pilihan, skala, atau teks.",
                "soal",
            )
        if len(bagian[1]) > TANYA_MAKS:
            raise MasukanSalah(f"Baris {n}: pertanyaan paling banyak {TANYA_MAKS} huruf.", "soal")
        pilihan = [p.strip() for p in (bagian[2] if len(bagian) > 2 else "").split(";") if p.strip()]
        if jenis == "pilihan" and not 2 <= len(pilihan) <= PILIHAN_MAKS:
            raise MasukanSalah(
                f"Baris {n}: soal pilihan perlu 2 sampai {PILIHAN_MAKS} pilihan, dipisah titik koma.", "soal"
            )
        if jenis == "skala":
            pilihan = [str(k) for k in range(1, SKALA + 1)]
        soal.append({
            "kode": f"s{n}", "jenis": jenis, "tanya": {"id": bagian[1]}, "wajib": jenis != "teks",
            "pilihan": [{"id": p} for p in pilihan] if jenis != "teks" else [],
        })  # fmt: skip
    if not 1 <= len(soal) <= SOAL_MAKS:
        raise MasukanSalah(f"Survei memuat 1 sampai {SOAL_MAKS} pertanyaan.", "soal")
    return {"soal": soal}
