"""Karier rekaan: status, golongan, KGB, pendidikan, diklat, SKP, dan lain-lain, masing-masing dengan tanggalnya.

Gaji pokok selalu dari tabel hukum yang berlaku pada hari itu; yang rekaan hanya upah paruh waktu.
"""

from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from random import Random
from typing import Any, NamedTuple

from kasuari.aturan.angka_kredit import JENJANG
from kasuari.aturan.buku import Buku
from kasuari.aturan.gaji import gaji_pokok
from kasuari.aturan.golongan import KODE_PNS
from kasuari.aturan.masa_kerja import awal_bulan, indeks_bulan, selisih_bulan
from kasuari.aturan.pangkat import mkg_sesudah_pindah
from kasuari.contoh.orang import Rekaan

AWAL_GOLONGAN = {
    "SD": "I/a",
    "SMP": "I/c",
    "SLTA": "II/a",
    "D3": "II/c",
    "S1": "III/a",
    "D4": "III/a",
    "S2": "III/b",
    "S3": "III/c",
}
PUNCAK = {"SLTA": "III/b", "D3": "III/c", "S1": "III/d", "D4": "III/d", "S2": "IV/a"}
PPPK = {"SLTA": "V", "D3": "VII", "S1": "IX", "D4": "IX", "S2": "X"}
JENJANG_GOLONGAN = {
    "Ahli Madya": "IV/a",
    "II.a": "IV/c",
    "II.b": "IV/b",
    "III.a": "IV/a",
    "III.b": "III/d",
    "IV.a": "III/c",
}
TANGGA = list(KODE_PNS)
TAHUN_NAIK = 4
TELAT = (0, 0, 0, 5, 12, 40)  # hari sampai berkasnya sampai ke petugas
MK_TERAKHIR = 32  # tahun; tangga gaji tidak lebih panjang
PREDIKAT = ("Sangat Baik", "Baik", "Butuh Perbaikan", "Kurang")
KONTRAK = {"pppk": ("penuh", 5), "pppk_pw": ("paruh_waktu", 1)}  # jenis perjanjian, lama dalam tahun
UPAH = (2_200_000, 2_400_000, 2_600_000)  # rupiah sebulan, rekaan
PELUANG_PREDIKAT = (14, 82, 3.4, 0.6)
DIKLAT = {
    "guru": ("Kurikulum dan asesmen", "Literasi dan numerasi kelas awal", "Pembelajaran berdiferensiasi", "Disiplin positif"),
    "nakes": ("Bantuan hidup dasar", "Pencegahan infeksi", "Komunikasi pasien", "Tata laksana malaria"),
    "umum": ("Pelayanan publik prima", "Pengelolaan arsip dinamis", "Pengadaan barang dan jasa", "Dasar keamanan siber",
             "Penulisan naskah dinas", "Manajemen risiko"),
}  # fmt: skip
SEMINAR = (
    "Seminar ASN BerAKHLAK",
    "Lokakarya standar pelayanan",
    "Webinar reformasi birokrasi",
    "Lokakarya data kependudukan",
)
PIM = {"II.a": "PKN I", "II.b": "PKN II", "III.a": "PKA", "III.b": "PKA", "IV.a": "PKP", "IV.b": "PKP"}


class Isi(NamedTuple):
    """Satu fakta: kode riwayat, mulai, sampai, isi, kapan sampai ke petugas."""

    kode: str
    mulai: date
    sampai: date | None
    isi: dict[str, Any]
    dicatat: date
    nihil: bool = False
    sk: str = ""


@lru_cache(maxsize=128)
def _buku(tahun: int, bulan: int) -> Buku:
    return Buku.susun(date(tahun, bulan, 1), date.max)


@lru_cache(maxsize=4096)
def _gaji(golongan: str, mk: int, jenis: str, tahun: int, bulan: int) -> int:
    return gaji_pokok(golongan, mk, jenis, _buku(tahun, bulan))


@lru_cache(maxsize=4096)
def _pindah(lama: str, mk: int, baru: str, tahun: int, bulan: int) -> int:
    return mkg_sesudah_pindah(lama, mk, baru, _buku(tahun, bulan))


def _tahun(d: date, n: int) -> date:
    return d.replace(year=d.year + n, day=min(d.day, 28))


def susun(o: Rekaan, per: date, acak: Random) -> list[Isi]:
    """Semua fakta seorang sampai hari `per`."""
    hasil: list[Isi] = []

    def tambah(
        kode: str,
        mulai: date,
        isi: dict[str, Any],
        *,
        sampai: date | None = None,
        nihil: bool = False,
        sk: str = "",
        telat: int | None = None,
    ) -> None:
        if mulai <= per:
            telat = acak.choice(TELAT) if telat is None else telat
            catat = (
                min(per, mulai + timedelta(days=telat))
                if kode not in {"skp", "diklat"}
                else min(per, (sampai or mulai) + timedelta(days=20 + telat))
            )
            hasil.append(Isi(kode, mulai, sampai, isi, catat, nihil, sk))

    _status(o, tambah)
    _kontrak(o, per, tambah)
    golongan = _golongan(o, per, acak, tambah)
    _kgb(o, per, acak, golongan, tambah)
    lulus = o.lahir.year + {"SLTA": 18, "D3": 21, "S1": 23, "D4": 23, "S2": 27}.get(o.pendidikan, 18)
    if acak.random() > 0.02:
        tambah(
            "pendidikan",
            date(min(lulus, o.tmt.year), 8, 15),
            {"tingkat": o.pendidikan, "tahun_lulus": min(lulus, o.tmt.year), "jurusan": ""},
        )
    for tahun in range(max(o.tmt.year, per.year - 3), per.year):
        if acak.random() > 0.04:
            (predikat,) = acak.choices(PREDIKAT, PELUANG_PREDIKAT)
            tambah(
                "skp", date(tahun, 1, 1), {"tahun": tahun, "predikat": predikat}, sampai=date(tahun + 1, 1, 1)
            )
    _diklat(o, per, acak, tambah)
    _lain(o, per, acak, tambah)
    return [*hasil, *_pak(o, per, golongan)]


def _pak(o: Rekaan, per: date, golongan: list[tuple[date, str, int]]) -> list[Isi]:
    """Angka kredit PNS fungsional pada awal tahun: koefisien jenjangnya tiap tahun penuh dalam pangkat terakhir."""
    jenjang = next((j for j in JENJANG if j in o.jabatan), "")
    mulai = date(per.year, 1, 1)
    if o.jenis != "pns" or not jenjang or not golongan or golongan[-1][0] >= mulai:
        return []
    koefisien = Decimal(str(_buku(per.year, 1).tabel("ak_koefisien")[jenjang]))
    ak = koefisien * (selisih_bulan(golongan[-1][0], mulai) // 12)
    return [
        Isi("pak", mulai, None, {"ak": ak, "jenjang": jenjang}, mulai, sk=f"800.1.13/{o.tmt.year}/{per.year}")
    ]


def _status(o: Rekaan, tambah) -> None:  # type: ignore[no-untyped-def]
    if o.jenis == "pns":
        tambah("status", o.tmt, {"jenis": "cpns", "kedudukan": "01"})
        tambah("status", _tahun(o.tmt, 1), {"jenis": "pns", "kedudukan": "01"})
    else:
        tambah("status", o.tmt, {"jenis": o.jenis, "kedudukan": "01"})


def _kontrak(o: Rekaan, per: date, tambah) -> None:  # type: ignore[no-untyped-def]
    """Perjanjian kerja PPPK: lima tahun sekali, paruh waktu tiap tahun."""
    if o.jenis not in KONTRAK:
        return
    (jenis, lama), mulai, ke = KONTRAK[o.jenis], o.tmt, 1
    while mulai <= per:
        isi = {"nomor": f"800.1.2.3/{ke}-{o.nip[-3:]}/{mulai.year}", "ke": ke, "jenis": jenis}
        if o.jenis == "pppk_pw":
            isi["upah"] = UPAH[int(o.nip[-3:]) % len(UPAH)]
        tambah("kontrak", mulai, isi, sampai=_tahun(mulai, lama))
        mulai, ke = _tahun(mulai, lama), ke + 1


def _golongan(o: Rekaan, per: date, acak: Random, tambah) -> list[tuple[date, str, int]]:  # type: ignore[no-untyped-def]
    """Golongan menurut waktu: (mulai, golongan, masa kerja golongan dalam bulan)."""
    if o.jenis == "pppk_pw":
        return []
    if o.jenis == "pppk":
        gol = PPPK.get(o.pendidikan, "V")
        tambah("golongan", o.tmt, {"golongan": gol, "mk_tahun": 0, "mk_bulan": 0})
        return [(o.tmt, gol, 0)]
    awal = TANGGA.index(AWAL_GOLONGAN[o.pendidikan])
    jenjang = next((j for j in JENJANG_GOLONGAN if j in o.jabatan), o.eselon)
    puncak = max(
        TANGGA.index(PUNCAK.get(o.pendidikan, "III/b")), TANGGA.index(JENJANG_GOLONGAN.get(jenjang, "I/a"))
    )
    lama = (per.year - o.tmt.year) or 1
    naik = min(puncak - awal, max(lama // TAHUN_NAIK, 0))
    perlu = TANGGA.index(JENJANG_GOLONGAN[jenjang]) - awal if jenjang in JENJANG_GOLONGAN else 0
    naik = max(naik, min(perlu, lama - 1)) if o.jenis == "pns" else 0
    selang = TAHUN_NAIK if naik * TAHUN_NAIK <= lama else max(1, lama // naik)
    hasil: list[tuple[date, str, int]] = []
    for n in range(naik + 1):
        mulai = (
            o.tmt
            if n == 0
            else date(
                o.tmt.year + n * selang,
                acak.choice((4, 10)) if o.tmt.year + n * selang < 2024 else acak.choice((2, 4, 6, 8, 10)),
                1,
            )
        )
        if mulai > per:
            break
        gol = TANGGA[awal + n]
        mk = 0
        if hasil:
            dulu, lama_gol, mk_lama = hasil[-1]
            mk = _pindah(lama_gol, mk_lama + selisih_bulan(dulu, mulai), gol, per.year, per.month)
        hasil.append((mulai, gol, mk))
        tambah(
            "golongan",
            mulai,
            {"golongan": gol, "mk_tahun": mk // 12, "mk_bulan": mk % 12},
            sk=f"800.1.3/{acak.randint(10, 999)}/{mulai.year}",
        )
    return hasil


def _kgb(o: Rekaan, per: date, acak: Random, golongan: list[tuple[date, str, int]], tambah) -> None:  # type: ignore[no-untyped-def]
    """Dua KGB terakhir menurut tangga gajinya; sebagian kecil berkasnya tidak ada."""
    if not golongan or acak.random() < 0.05:
        return
    ada = _anak_tangga(o, per, golongan)
    lama = per.year - o.tmt.year
    for n in range(max(0, lama // 2 - 1), lama // 2 + 1):
        if _tahun(o.tmt, 2 * n) > per or acak.random() < 0.03:
            continue
        nomor, telat = acak.randint(10, 999), acak.choice(TELAT)
        urut = n - lama // 2 - 1  # yang terakhir, atau sebelumnya
        if -urut > len(ada):
            continue
        mulai, gol, mk = ada[urut]
        rupiah = _gaji(gol, mk, "PPPK" if o.jenis == "pppk" else "PNS", max(mulai.year, 2021), mulai.month)
        tambah(
            "kgb",
            mulai,
            {"gaji_pokok": rupiah, "mk_tahun": mk, "mk_bulan": 0},
            sk=f"800.1.11/{nomor}/{mulai.year}",
            telat=telat,
        )


def _anak_tangga(o: Rekaan, per: date, golongan: list[tuple[date, str, int]]) -> list[tuple[date, str, int]]:
    """(mulai, golongan, MKG tahun) gaji pertamanya dan tiap KGB sampai `per`: hari MKG mencapai baris yang lebih besar."""
    jenis = "PPPK" if o.jenis == "pppk" else "PNS"
    hasil = [(golongan[0][0], golongan[0][1], 0)]
    for (mulai, gol, mk), (habis, *_lain) in pairwise([*golongan, (per + timedelta(days=1), "", 0)]):
        for tahun in range(mk // 12 + 1, MK_TERAKHIR + 1):
            hari = awal_bulan(indeks_bulan(mulai) + tahun * 12 - mk)
            if hari >= habis:
                break
            lama, baru = (_gaji(gol, t, jenis, per.year, per.month) for t in (tahun - 1, tahun))
            if baru > lama:
                hasil.append((hari, gol, tahun))
    return hasil


def _diklat(o: Rekaan, per: date, acak: Random, tambah) -> None:  # type: ignore[no-untyped-def]
    kelompok = (
        "guru"
        if o.guna in {"guru", "kepala_sekolah"}
        else ("nakes" if o.guna in {"perawat", "bidan", "dokter", "kepala_puskesmas"} else "umum")
    )

    def pelatihan(tahun: int, nama: str, jenis: str, jp: int, jenjang: str = "") -> None:
        mulai = date(tahun, acak.randint(2, 11), acak.randint(1, 25))
        if mulai < o.tmt:
            return
        hari = max(1, jp // 8)
        isi = {
            "nama": nama,
            "jenis": jenis,
            "jp": jp,
            "jenjang": jenjang,
            "penyelenggara": "BKPSDM Kota Sorong",
            "sertifikat": f"{jenis[:2].upper()}-{tahun}-{acak.randint(1000, 99999)}",
        }
        tambah("diklat", mulai, isi, sampai=mulai + timedelta(days=hari))

    for tahun in range(per.year - 2, per.year + 1):
        if acak.random() < 0.46:
            pelatihan(tahun, acak.choice(DIKLAT[kelompok]), "teknis", acak.choice((8, 16, 20, 24, 30, 40)))
        if acak.random() < 0.30:
            pelatihan(tahun, acak.choice(SEMINAR), "seminar", acak.choice((2, 4, 6, 8)))
    if o.eselon in PIM and acak.random() < 0.62:
        pelatihan(
            max(o.tmt.year + 5, per.year - acak.randint(1, 8)),
            f"Pelatihan Kepemimpinan {PIM[o.eselon]}",
            "kepemimpinan",
            280,
            PIM[o.eselon],
        )
    if o.jenis_pos == "fungsional" and acak.random() < 0.35:
        pelatihan(
            max(o.tmt.year, per.year - acak.randint(1, 6)),
            f"Diklat fungsional {o.jabatan}"[:120],
            "fungsional",
            40,
        )


def _lain(o: Rekaan, per: date, acak: Random, tambah) -> None:  # type: ignore[no-untyped-def]
    if acak.random() < 0.68:
        pasangan = {
            "hubungan": "pasangan",
            "nama": "Pasangan " + o.nama.split()[0],
            "lahir": None,
            "tertanggung": True,
        }
        tambah("keluarga", max(o.tmt, _tahun(o.lahir, 26)), pasangan)
        for n in range(acak.choice((0, 1, 2, 2, 3))):
            lahir = _tahun(o.lahir, 27 + 3 * n)
            if lahir < per:
                tambah(
                    "keluarga",
                    max(lahir, o.lahir),
                    {
                        "hubungan": "anak",
                        "nama": f"Anak {n + 1} {o.nama.split()[-1]}",
                        "lahir": lahir,
                        "tertanggung": n < 2,
                    },
                )
    if acak.random() < 0.009 and o.jenis == "pns":
        (tingkat,) = acak.choices(("ringan", "sedang", "berat"), (7, 2, 1))
        mulai = per - timedelta(days=acak.randint(60, 1200))
        if mulai > _tahun(o.tmt, 1):
            jenis = {
                "ringan": "Teguran tertulis",
                "sedang": "Pemotongan tunjangan kinerja 25% selama 6 bulan",
                "berat": "Penurunan jabatan setingkat lebih rendah selama 12 bulan",
            }[tingkat]
            tambah("hukuman", mulai, {"tingkat": tingkat, "jenis": jenis}, sampai=mulai + timedelta(days=365))
    lama = per.year - o.tmt.year
    for tahun, kode in ((30, "203"), (20, "202"), (10, "201")):
        if o.jenis == "pns" and lama >= tahun and acak.random() < 0.5:
            tambah(
                "penghargaan",
                date(o.tmt.year + tahun, 8, 17),
                {"kode": kode, "nama": f"Satyalancana Karya Satya {tahun} Tahun"},
            )
            break
    if acak.random() < 0.25:
        mulai = per - timedelta(days=acak.randint(20, 600))
        if mulai > _tahun(o.tmt, 1):
            hari = acak.randint(1, 6)
            tambah("cuti", mulai, {"jenis": "tahunan", "hari": hari}, sampai=mulai + timedelta(days=hari))
