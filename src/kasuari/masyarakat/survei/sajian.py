"""Hasil siap tampil: satu-satunya jalan dari hasil beku ke layar, PDF, XLSX, dan halaman umum. Sel kecil ditahan di sini.

Yang ditahan tidak keluar sebagai angka di mana pun, juga bagi petugas unit yang dinilai: merekalah yang paling mungkin
mengenali penjawabnya.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kasuari.dasar.ketentuan.selectors import buku
from kasuari.masyarakat.survei.models import Lapis, Layanan, Mode, Periode
from kasuari.masyarakat.survei.soal import DIRI, label_diri, nama_unsur, soal_versi
from kasuari.masyarakat.survei.tahan import TENTANG_ORANG, tahan, unsur_ditahan
from kasuari.masyarakat.survei.tutup import layanan_ditahan

KINERJA = {
    "A": gettext_lazy("Sangat baik"), "B": gettext_lazy("Baik"), "C": gettext_lazy("Kurang baik"), "D": gettext_lazy("Tidak baik"),
}  # fmt: skip
NADA = {"A": "sukses", "B": "info", "C": "ingat", "D": "galat"}
_LAPIS = {
    Lapis.TERBUKA: gettext_lazy("Siapa pun di loket atau lewat tautan"), Lapis.PERMOHONAN: gettext_lazy("Permohonan yang selesai"),
}  # fmt: skip
_MODE = {
    Mode.TAUTAN: gettext_lazy("Tautan"), Mode.QR: gettext_lazy("QR di loket"), Mode.KIOS: gettext_lazy("Layar loket"),
    Mode.KERTAS: gettext_lazy("Kertas"), Mode.LURING: gettext_lazy("Tersimpan di HP dahulu"),
}  # fmt: skip
_DIRI = {
    "jk": gettext_lazy("Jenis kelamin"), "usia": gettext_lazy("Usia"), "pendidikan": gettext_lazy("Pendidikan"),
    "pekerjaan": gettext_lazy("Pekerjaan"),
}  # fmt: skip
_TANDA = {
    "sehari": gettext_lazy("Satu hari memuat jauh lebih banyak kiriman daripada rata-ratanya"),
    "tertinggi": gettext_lazy("Banyak jawaban yang semua nilainya tertinggi"),
    "seragam": gettext_lazy("Banyak jawaban yang semua nilainya sama"),
    "perangkat": gettext_lazy("Banyak kiriman datang dari satu perangkat"),
}


@dataclass(frozen=True)
class Sel:
    """Satu angka siap tampil; `n` None berarti ditahan. `selang`: (bawah, atas) 95 persen."""

    kode: str
    nama: Any
    n: int | None
    nilai: Decimal | None = None
    mutu: str = ""
    selang: tuple[Decimal, Decimal] | None = None

    @property
    def ditahan(self) -> bool:
        return self.n is None

    @property
    def kinerja(self) -> Any:
        return KINERJA.get(self.mutu, "")

    @property
    def nada(self) -> str:
        return NADA.get(self.mutu, "")


@dataclass(frozen=True)
class Tampak:
    """Hasil satu periode yang boleh keluar. `ikm` None: ditahan, atau belum ada jawaban."""

    ikm: Sel
    ambang: int
    alpha: Decimal | None = None
    seragam: Decimal | None = None
    metode: str = ""
    rezim: str = ""
    populasi: int | None = None
    perlu: int | None = None
    unsur: list[Sel] = field(default_factory=list)
    layanan: list[Sel] = field(default_factory=list)
    unsur_layanan: list[tuple[Sel, list[Sel]]] = field(default_factory=list)  # layanan yang tampil saja
    lapis: list[Sel] = field(default_factory=list)
    mode: list[Sel] = field(default_factory=list)
    diri: list[tuple[Any, list[Sel]]] = field(default_factory=list)
    tanda: list[tuple[Any, str, str]] = field(default_factory=list)

    @property
    def terendah(self) -> list[Sel]:
        """Tiga unsur terendah di antara yang tampil."""
        return sorted((u for u in self.unsur if not u.ditahan), key=lambda u: u.nilai or Decimal(0))[:3]

    @property
    def kurang(self) -> int:
        """Kekurangan responden dari rencana sampel; 0 bila cukup atau populasinya belum diketahui."""
        return max(0, (self.perlu or 0) - (self.ikm.n or 0))


def _desimal(teks: str | None) -> Decimal | None:
    return None if teks is None else Decimal(teks)


def _selang(isi: Mapping[str, Any]) -> tuple[Decimal, Decimal] | None:
    s = isi.get("selang")
    return (Decimal(s[0]), Decimal(s[1])) if s else None


def _ikm(kode: str, nama: Any, isi: Mapping[str, Any], tutup: bool = False) -> Sel:
    if tutup or "ikm" not in isi:
        return Sel(kode, nama, None if tutup else isi["n"])
    return Sel(kode, nama, isi["n"], Decimal(isi["ikm"]), isi["mutu"], _selang(isi))


def _nrr(kode: str, isi: Mapping[str, Any], tutup: bool) -> Sel:
    if tutup:
        return Sel(kode, nama_unsur(kode), None)
    f = Fraction(isi["jumlah"], isi["n"])
    nilai = (Decimal(f.numerator) / Decimal(f.denominator)).quantize(Decimal("0.0001"), ROUND_HALF_UP)
    return Sel(kode, nama_unsur(kode), isi["n"], nilai, isi["mutu"], _selang(isi))


def tampak(p: Periode, isi: Mapping[str, Any]) -> Tampak:
    """Hasil beku satu periode SKM tanpa sel kecil."""
    ambang = p.survei.ambang
    kurang = isi["n"] < ambang
    ikm = _ikm("", p.unit.kini.nama, isi, kurang)
    if kurang or "ikm" not in isi:
        return Tampak(ikm, ambang, populasi=isi["sampel"].get("populasi"), perlu=isi["sampel"].get("perlu"))
    petugas = int(buku(p.mulai).tabel("skm_ambang")["petugas"])
    diam = unsur_ditahan(isi["petugas"], petugas)
    layanan = _layanan(p, isi)
    return Tampak(
        ikm, ambang, alpha=_desimal(isi["alpha"]), seragam=_desimal(isi["seragam"]), metode=isi["metode"], rezim=isi["rezim"],
        populasi=isi["sampel"]["populasi"], perlu=isi["sampel"]["perlu"],
        unsur=[_nrr(u, v, u in diam) for u, v in isi["unsur"].items()],
        layanan=layanan, unsur_layanan=_unsur_layanan(p, isi, layanan, diam, petugas), lapis=_bagian(isi["lapis"], _LAPIS, ambang),
        mode=_cacah(isi["mode"], lambda k: _MODE.get(Mode(k), k), ambang),
        diri=[(_DIRI[k], _cacah(v, lambda x, k=k: label_diri(k, x) if x else _("Tidak diisi"), ambang)) for k, v in isi["diri"].items()],
        tanda=[(_TANDA[t["kode"]], t["nilai"], t["batas"]) for t in isi["tanda"]],
    )  # fmt: skip


def _layanan(p: Periode, isi: Mapping[str, Any]) -> list[Sel]:
    if set(isi["layanan"]) <= {""}:
        return []
    nama = dict(Layanan.objects.filter(unit_id=p.unit_id).values_list("kode", "nama"))
    tutup = layanan_ditahan(p, dict(isi))
    return [
        _ikm(k, nama.get(k, k) if k else _("Tanpa menyebut layanan"), v, k in tutup)
        for k, v in isi["layanan"].items()
    ]


def _unsur_layanan(
    p: Periode, isi: Mapping[str, Any], layanan: list[Sel], diam: tuple[str, ...], petugas: int
) -> list[tuple[Sel, list[Sel]]]:
    """Unsur tiap layanan yang tampil. Unsur tentang orang ditahan di layanan berpetugas sedikit, dan di pasangannya:

    nilai layanan yang ditahan tidak boleh terhitung dari nilai unit dikurangi layanan lain.
    """
    banyak = dict(Layanan.objects.filter(unit_id=p.unit_id).values_list("kode", "petugas"))
    banyak[""] = p.petugas
    sedikit = {s.kode for s in layanan if s.ditahan or banyak.get(s.kode, 0) < petugas}
    n = {s.kode: 1 if s.kode in sedikit else isi["layanan"][s.kode]["n"] for s in layanan}
    orang = tahan(n, p.survei.ambang)
    return [
        (s, [
            _nrr(u, v, v["n"] < p.survei.ambang or u in diam or (s.kode in orang and u in TENTANG_ORANG))
            for u, v in isi["layanan"][s.kode]["unsur"].items()
        ])
        for s in layanan
        if s.nilai is not None
    ]  # fmt: skip


def _bagian(isi: Mapping[str, Any], nama: Mapping[Any, Any], ambang: int) -> list[Sel]:
    tutup = tahan({k: v["n"] for k, v in isi.items()}, ambang)
    return [_ikm(k, nama[Lapis(k)], v, k in tutup) for k, v in isi.items()]


def _cacah(isi: Mapping[str, int], nama: Any, ambang: int) -> list[Sel]:
    tutup = tahan(isi, ambang)
    return [Sel(k, nama(k), None if k in tutup else n) for k, n in isi.items()]


def tampak_lain(p: Periode, isi: Mapping[str, Any]) -> list[tuple[str, list[Sel]]]:
    """Hasil survei lain: tiap soal dengan banyak jawaban tiap pilihannya; kosong bila penjawabnya di bawah ambang."""
    if isi["n"] < p.survei.ambang:
        return []
    hasil = []
    for s in soal_versi(p.versi.isi):
        if s.jenis != "teks":
            cacah = {c.nilai: isi["soal"][s.kode].get(c.nilai, 0) for c in s.pilihan}
            label = {c.nilai: c.label for c in s.pilihan}
            hasil.append((s.tanya, _cacah(cacah, label.__getitem__, p.survei.ambang)))
    return hasil


def nama_periode(p: Periode) -> str:
    """'Triwulan III 2026', 'Semester 1 2026', 'Tahun 2026'."""
    return nama_rentang(p.skema, p.mulai)


def nama_rentang(skema: str, mulai: date) -> str:
    if skema == Periode.Skema.TRIWULAN:
        return _("Triwulan %(ke)s %(tahun)s") % {
            "ke": ("I", "II", "III", "IV")[(mulai.month - 1) // 3],
            "tahun": mulai.year,
        }
    if skema == Periode.Skema.SEMESTER:
        return _("Semester %(ke)s %(tahun)s") % {"ke": 1 + (mulai.month > 6), "tahun": mulai.year}
    return _("Tahun %(tahun)s") % {"tahun": mulai.year}


def pilihan_diri(isian: Mapping[str, Any]) -> list[tuple[str, Any, list[tuple[str, str, bool]]]]:
    """Data diri yang tidak wajib: (kolom, judul, [(kode, label, terpilih)])."""
    return [
        (k, _DIRI[k], [(t[0], label_diri(k, t[0]), isian.get(k) == t[0]) for t in pilihan])
        for k, pilihan in DIRI.items()
    ]


def ringkas(p: Periode, isi: Mapping[str, Any]) -> Sel:
    """IKM satu periode saja, ditahan bila penjawabnya di bawah ambang."""
    return _ikm(p.unit.kode, p.unit.kini.nama, isi, isi["n"] < p.survei.ambang)
