"""Subjek impor `skm`: jawaban responden dari berkas kantor atau formulir daring. Tanpa basis data.

Jawaban boleh angka, huruf ("c. Sesuai"), atau kata pilihannya. Kolom U8 dan U9 dibaca menurut pilihan `urutan`:
`kuesioner` (U8 sarana, U9 pengaduan) atau `aturan` (kebalikannya); kolom bernama unsur tidak memerlukannya.
"""

import re
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any

from kasuari.aturan.buku import Buku
from kasuari.aturan.skm import hitung_jawaban
from kasuari.dasar.impor.hasil import BarisPeriksa, Hasil
from kasuari.dasar.impor.katalog import TOLAK, Kode, daftarkan_kode
from kasuari.dasar.impor.pemeriksa import Pemeriksa
from kasuari.dasar.impor.subjek import Konteks, Subjek, daftarkan
from kasuari.dasar.impor.tata import Isian, Tersusun
from kasuari.masyarakat.survei.kata_unsur import KATA, UNSUR, URUTAN_KUESIONER

URUTAN: Mapping[str, tuple[str, ...]] = {"kuesioner": URUTAN_KUESIONER, "aturan": UNSUR}
BERNOMOR = tuple(f"u{n}" for n in range(1, 10))
_LAIN = {
    "tidak sopan dan tidak ramah": 1, "kurang sopan dan kurang ramah": 2, "ada tetapi tidak berfungsi": 2, "berfungsi kurang maksimal": 3,
    "dikelola dengan baik": 4,
}  # fmt: skip
_METODE = {
    "ikm_1_per_9": ("eksak", 4),
    "ikm_bobot_0_111": ("3_desimal", 2),
    "ikm_bobot_0_11": ("2_desimal", 2),
}
SARAN_BERARTI = 15  # huruf: saran sepanjang ini jarang ditulis sama oleh dua orang

daftarkan_kode(
    [
        Kode("JAWABAN_TIDAK_LENGKAP", TOLAK,
            "Jawaban %(kolom)s kosong. Responden yang tidak lengkap tidak dihitung dan tidak ditebak.", 60),
        Kode("NILAI_DI_LUAR_1_4", TOLAK, "Kolom %(kolom)s berisi '%(teks)s'. Nilai jawaban hanya 1 sampai 4.", 61),
        Kode("JAWABAN_TIDAK_DIKENAL", TOLAK,
            "Kolom %(kolom)s berisi '%(teks)s', bukan jawaban yang dikenal. Tulis 1 sampai 4, a sampai d, atau kata pilihannya.", 62),
        Kode("DUPLIKAT_KIRIM_ULANG", TOLAK, "Responden ini sama dengan baris %(baris_lain)s; yang pertama dipakai.", 79),
        Kode("SKM_PERIODE_TIDAK_ADA", TOLAK,
            "Unit '%(teks)s' tidak punya periode survei terbuka pada tanggal itu. Buka periodenya dahulu.", 70),
    ]
)  # fmt: skip


def _kolom_unsur(kode: str) -> Isian:
    nama, _, tanya = KATA[kode][:3]
    lain = {"sarpras": ("Sarana", "Sarana Prasarana", "Sarpras"), "pengaduan": ("Pengaduan", "Penanganan Pengaduan"),
            "produk": ("Produk", "Produk Layanan", "Hasil"), "biaya": ("Biaya", "Tarif", "Biaya Tarif"),
            "prosedur": ("Prosedur", "Mekanisme"), "waktu": ("Waktu", "Waktu Pelayanan"), "kompetensi": ("Kompetensi",),
            "perilaku": ("Perilaku",)}  # fmt: skip
    return Isian(kode, (nama, tanya, *lain.get(kode, ())))


def nilai_jawaban(teks: str, unsur: str) -> int | str:
    """1 sampai 4, atau kode temuan. Huruf a sampai d di depan menang atas katanya."""
    rapi = " ".join(teks.casefold().split())
    if cocok := re.fullmatch(r"([a-d])(?:[.)\-:]\s*.*)?", rapi):
        return "abcd".index(cocok[1]) + 1
    if cocok := re.fullmatch(r"(-?\d+)(?:[.,](\d+))?(?:[.)\-:]\s*\D*)?", rapi):
        nilai = int(cocok[1])
        return nilai if 1 <= nilai <= 4 and not int(cocok[2] or 0) else "NILAI_DI_LUAR_1_4"
    kata = {p.casefold(): n for n, p in enumerate(KATA[unsur][4], 1)} | _LAIN
    return kata.get(rapi, "JAWABAN_TIDAK_DIKENAL")


class SubjekSkm(Subjek):
    """Satu baris satu responden, dengan kesembilan jawabannya."""

    kode = "skm"
    kunci_alami = ("id",)
    izin = "survei.kelola"
    letak: Mapping[str, str] = {}  # unsur -> kolom yang memuatnya
    kolom = (
        Isian("id", ("ID", "Id Responden", "Kode Responden", "Nomor Responden")),
        Isian("no_urut", ("No", "No. Urut", "Nomor Urut", "#")),
        Isian("unit", ("Unit", "Unit Kerja", "Unit Layanan", "OPD", "Perangkat Daerah", "Instansi", "Nama Unit")),
        Isian("layanan", ("Layanan", "Jenis Layanan", "Kode Layanan")),
        Isian("tanggal", ("Tanggal", "Tanggal Survei", "Tgl", "Timestamp", "Waktu Pengisian", "Cap Waktu")),
        Isian("jk", ("JK", "L/P", "Jenis Kelamin", "Kelamin")),
        Isian("pekerjaan", ("Pekerjaan",)),
        Isian("pendidikan", ("Pendidikan", "Pendidikan Terakhir")),
        Isian("saran", ("Saran", "Masukan", "Saran dan Masukan", "Kritik dan Saran", "Komentar")),
        *(Isian(u, (u.upper(), f"Unsur {u[1:]}", f"P{u[1:]}", f"Q{u[1:]}")) for u in BERNOMOR),
        *(_kolom_unsur(u) for u in UNSUR),
    )  # fmt: skip

    def periksa(self, tersusun: Tersusun, konteks: Konteks) -> list[BarisPeriksa]:
        """Seperti induknya; kolom bernomor dibaca menurut pilihan `urutan` konteks."""
        urut = URUTAN[konteks.pilihan.get("urutan", "kuesioner")]
        sendiri = SubjekSkm()  # letak kolom milik berkas ini, bukan milik subjek yang dipakai bersama
        sendiri.letak = {u: u if u in tersusun.letak else BERNOMOR[urut.index(u)] for u in UNSUR}
        return Subjek.periksa(sendiri, tersusun, konteks)

    def periksa_baris(self, baris: Pemeriksa) -> None:
        for kode in ("id", "unit", "layanan", "pekerjaan", "pendidikan", "saran"):
            baris.bersih[kode] = baris.teks(kode)
        if baris.teks("jk"):
            baris.jk()
        if baris.teks("tanggal"):
            baris.tanggal("tanggal")
        for unsur, kolom in self.letak.items():
            teks = baris.teks(kolom)
            nilai = "JAWABAN_TIDAK_LENGKAP" if teks is None else nilai_jawaban(teks, unsur)
            if isinstance(nilai, str):
                baris.catat(nilai, kolom)
            else:
                baris.bersih[unsur] = nilai

    def periksa_semua(self, baris: list[Pemeriksa]) -> None:
        """Kiriman ulang: id yang sama; tanpa id, seluruh isi dan waktunya sama, atau saran panjangnya sama."""
        pertama: dict[Any, Pemeriksa] = {}
        for p in baris:
            if p.hasil.ditolak:
                continue
            kunci = p.bersih["id"] or _isi_khas(p)
            if kunci is not None and (asal := pertama.setdefault(kunci, p)) is not p:
                p.catat("DUPLIKAT_KIRIM_ULANG", baris_lain=str(asal.hasil.baris))

    def rangkum(self, hasil: Hasil, konteks: Konteks) -> dict[str, Any]:
        """Pengganti `diterima`: banyak responden sah, NRR tiap kolom U, dan IKM menurut ketiga cara bobot."""
        urutan = konteks.pilihan.get("urutan", "kuesioner")
        sah = [b.bersih for b in hasil.diterima]
        isi: dict[str, Any] = {"jumlah_sah": len(sah), "urutan": urutan, "nrr": {}, **dict.fromkeys(_METODE)}
        if not sah:
            return isi
        jawaban = [[b[u] for u in UNSUR] for b in sah]
        buku: Buku = konteks.buku
        tepat = hitung_jawaban(UNSUR, jawaban, buku)
        isi["nrr"] = {f"U{n}": _tulis(tepat.nrr[u], 4) for n, u in enumerate(URUTAN[urutan], 1)}
        for kunci, (metode, tempat) in _METODE.items():
            ikm = hitung_jawaban(UNSUR, jawaban, buku, metode).ikm
            jumlah = sum(tepat.nrr.values(), Fraction(0)) / len(UNSUR) * int(buku.nilai("skm_pengali"))
            isi[kunci] = _tulis(jumlah if tempat > 2 else Fraction(ikm), tempat)
        return isi


def _isi_khas(p: Pemeriksa) -> Any:
    jawab = tuple(p.bersih[u] for u in UNSUR)
    saran = (p.bersih["saran"] or "").casefold()
    waktu = p.teks("tanggal") or ""
    if len(saran) >= SARAN_BERARTI or ":" in waktu:
        return (
            waktu,
            saran,
            jawab,
            p.bersih["unit"],
            p.bersih.get("jk"),
            p.bersih["pekerjaan"],
            p.bersih["pendidikan"],
        )
    return None


def _tulis(nilai: Fraction, tempat: int) -> float:
    """Bilangan JSON dengan desimal secukupnya; dibulatkan sekali, setengah ke atas, sesudah seluruh hitungan."""
    tepat = Decimal(nilai.numerator) / Decimal(nilai.denominator)
    return float(tepat.quantize(Decimal(1).scaleb(-tempat), ROUND_HALF_UP))


SUBJEK = daftarkan(SubjekSkm())
