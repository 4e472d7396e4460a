"""Ukuran hukum atas kolom sebesar seluruh ASN: script/bench aturan [POKOK ...].

Satu baris JSON tiap pokok; baris terakhir semuanya. Tiap pokok berjalan di proses sendiri, supaya puncak
memorinya miliknya. Di dalam jam: pemeriksaan masukan, semua rumus, dan kolom hasil seutuhnya. Di luar jam:
membuat orang rekaan dan memuat parameter. `detik` = median, `semua` = tiap ulangan;
ulangan pertama dingin: halaman memori kolom hasil baru diminta dari sistem.

Pokok baru: tambahkan fungsi tanpa argumen yang mengembalikan `Hasil`, lalu sebut di `POKOK`.
"""

import hashlib
import json
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from kasuari.aturan import ip_asn
from kasuari.aturan import seleksi as seleksi_asn
from kasuari.aturan.blok import hitung_blok
from kasuari.aturan.buku import Buku
from kasuari.aturan.gaji import slip
from kasuari.aturan.gaji.bidang import ESELON, GURU, STATUS
from kasuari.aturan.golongan import GOLONGAN_KODE, KODE_PNS, KODE_PPPK
from kasuari.aturan.pph21 import STATUS_PTKP
from kasuari.aturan.rumus import Susunan, hitung
from kasuari.aturan.tests import orakel_gaji, orakel_seleksi

ASN = 4_700_000
PELAMAR = 1_000_000
SEFORMASI = 25  # pelamar rata-rata satu formasi
CONTOH = 10_000
ULANG = 3


@dataclass(frozen=True)
class Hasil:
    """Ukuran satu pokok. `sidik_sama`: hasil contoh sama dengan jalan satu orang."""

    detik: float
    n: int
    sidik_sama: bool
    semua: tuple[float, ...] = ()


def sidik(kolom: Mapping[str, np.ndarray]) -> str:
    h = hashlib.sha256()
    for nama in sorted(kolom):
        h.update(nama.encode() + np.ascontiguousarray(kolom[nama], dtype=np.int64).tobytes())
    return h.hexdigest()


def ukur(
    susunan: Susunan, masukan: Mapping, buku: Buku, ingin: tuple, satu: Callable[[int], Mapping]
) -> Hasil:
    """Hitung seluruh kolom `ULANG` kali, lalu cocokkan `CONTOH` baris dengan `satu(baris)`."""
    hasil, lama = _ulang(lambda: hitung_blok(susunan, masukan, buku, ingin))
    n = len(next(iter(hasil.values())))
    pilih = np.random.default_rng(7).choice(n, min(CONTOH, n), replace=False)
    return Hasil(statistics.median(lama), n, _sama(hasil, pilih, [satu(int(i)) for i in pilih], ingin), lama)


def _ulang(jalan: Callable[[], dict[str, np.ndarray]]) -> tuple[dict[str, np.ndarray], tuple[float, ...]]:
    """(hasil ulangan terakhir, lama tiap ulangan)."""
    lama, hasil = [], {}
    for _ in range(ULANG):
        hasil = {}
        mulai = time.perf_counter()
        hasil = jalan()
        lama.append(round(time.perf_counter() - mulai, 3))
    return hasil, tuple(lama)


def _sama(hasil: Mapping, pilih: np.ndarray, banding: Sequence[Mapping], ingin: Sequence[str]) -> bool:
    """Apakah sidik baris `pilih` sama dengan sidik jalan satu-satu, urut sama."""
    satu = {k: np.array([b[k] for b in banding]) for k in ingin}
    return sidik({k: hasil[k][pilih] for k in ingin}) == sidik(satu)


def orang_gaji(n: int, acak: np.random.Generator) -> dict[str, np.ndarray]:
    """ASN rekaan: 60 % PNS, 5 % CPNS, 35 % PPPK; kolom kode sekecil mungkin."""
    status = acak.choice(list(STATUS.values()), n, p=[0.60, 0.05, 0.35]).astype(np.int8)
    pppk = status == STATUS["pppk"]
    # PPPK golongan V ke atas: tarif tunjangan umum golongan I sampai IV memang belum diketahui
    kode_pppk = [k for g, k in KODE_PPPK.items() if k >= KODE_PPPK["V"]]
    golongan = np.where(pppk, acak.choice(kode_pppk, n), acak.choice(list(KODE_PNS.values()), n)).astype(
        np.uint8
    )
    pejabat = (acak.random(n) < 0.08) & ~pppk
    guru = (acak.random(n) < 0.35) & ~pejabat & ~((golongan < KODE_PNS["II/a"]) & ~pppk)
    return {
        "status": status,
        "golongan": golongan,
        "mkg": acak.integers(0, 400, n, dtype=np.int16),
        "status_ptkp": acak.integers(1, STATUS_PTKP["K/3"] + 1, n, dtype=np.int8),
        "pasangan_ditanggung": acak.integers(0, 2, n, dtype=np.int8),
        "anak_ditanggung": acak.integers(0, 4, n, dtype=np.int8),
        "eselon": np.where(pejabat, acak.choice(list(ESELON.values()), n), 0).astype(np.int8),
        "jabatan_fungsional": np.where(guru, GURU, 0).astype(np.int16),
        "bertugas_di_papua": (acak.random(n) < 0.05).astype(np.int8),
        "dasar_iuran_lain": acak.integers(0, 9_000_000, n, dtype=np.int32),
    }


LAJUR = (*(k for k in slip.SEMUA_LAJUR if k not in slip.BULANAN.bidang), "bruto_pph", "tarif_ter")


def gaji(n: int = ASN) -> Hasil:
    """Slip sebulan seluruh ASN dengan PPh 21: semua lajur penghasilan, potongan, dan jumlah."""
    buku = Buku.susun(date(2025, 6, 1))
    masukan = orang_gaji(n, np.random.default_rng(20250601))
    ptkp = {k: s for s, k in STATUS_PTKP.items()}
    status = {k: s for s, k in STATUS.items()}
    eselon = {0: None} | {k: e for e, k in ESELON.items()}

    def satu(i: int) -> dict[str, int]:
        o = {k: int(v[i]) for k, v in masukan.items()}
        teks = {"status": status[o["status"]], "golongan": GOLONGAN_KODE[o["golongan"]]}
        teks |= {"status_ptkp": ptkp[o["status_ptkp"]], "eselon": eselon[o["eselon"]]}
        teks |= {"jabatan_fungsional": "Guru" if o["jabatan_fungsional"] else None}
        h = orakel_gaji.slip({**o, **teks}, buku)
        tarif = orakel_gaji.tarif_ter(buku, teks["status_ptkp"], h["bruto_pph"])
        return {"tunjangan_tapera": 0, "potongan_tapera": 0, **h, "tarif_ter": int(tarif * 100)}

    return ukur(slip.BULANAN, masukan, buku, LAJUR, satu)


def indeks(n: int = ASN) -> Hasil:
    """IP ASN seluruh ASN menurut skema tahun pengukuran 2025, sampai kategorinya."""
    buku = ip_asn.buku_pengukuran(2025)
    susunan = ip_asn.susunan(ip_asn.skema_tahun(buku))
    acak = np.random.default_rng(2025)
    masukan = {
        "kualifikasi_vs_jabatan": acak.integers(0, 4, n, dtype=np.int8),
        "bangkom_points": acak.integers(-1, 4001, n, dtype=np.int16),
        "bangkom_jp": acak.integers(0, 60, n, dtype=np.int16),
        "predikat": acak.integers(0, 6, n, dtype=np.int8),
        "hukdis": acak.integers(0, 5, n, dtype=np.int8),
    }
    ingin = (*ip_asn.DIMENSI, "indeks", "kategori")

    def satu(i: int) -> dict[str, int]:
        kolom = hitung(susunan, {k: v[i : i + 1] for k, v in masukan.items()}, buku, ingin)
        return {k: int(v[0]) for k, v in kolom.items()}

    return ukur(susunan, masukan, buku, ingin, satu)


def pelamar(n: int, acak: np.random.Generator) -> dict[str, np.ndarray]:
    """Pelamar rekaan: nilai bulat seperti ujian sungguhan, sehingga banyak yang sama nilainya."""
    banyak = max(1, n // SEFORMASI)
    return {
        "jalur": acak.choice(
            list(seleksi_asn.JALUR.values()), n, p=[0.9, 0.02, 0.02, 0.01, 0.02, 0.02, 0.01]
        ),
        "twk": acak.integers(8, 31, n) * 5,
        "tiu": acak.integers(10, 36, n) * 5,
        "tkp": acak.integers(120, 226, n),
        "skb": acak.integers(30_000, 100_001, n),
        "ipk": acak.integers(250, 401, n),
        "lahir": acak.integers(5_000, 14_000, n),
        "formasi": acak.integers(0, banyak, n),
        "tempat": acak.integers(1, 4, banyak),
    }


_SKD = ("jalur", "twk", "tiu", "tkp")
LAJUR_SELEKSI = ("total_skd", "lulus_ambang", "masuk", "nilai_akhir", "peringkat")


def rangking(o: Mapping[str, np.ndarray], buku: Buku) -> dict[str, np.ndarray]:
    """Satu seleksi dari nilai mentah sampai peringkat akhir; yang tidak ikut SKB berperingkat 0."""
    n = len(o["formasi"])
    skd = hitung_blok(seleksi_asn.SUSUNAN_CPNS, {k: o[k] for k in _SKD}, buku, ["total_skd", "lulus_ambang"])
    nilai = {"total": skd["total_skd"], **{k: o[k] for k in ("tkp", "tiu", "twk")}}
    jendela = o["tempat"][o["formasi"]] * buku.nilai("seleksi_kali_formasi")
    masuk = seleksi_asn.jendela_skb(o["formasi"], skd["lulus_ambang"], nilai, jendela, buku)
    ikut = np.flatnonzero(masuk)
    skb = {"skd": skd["total_skd"][ikut], "skb": o["skb"][ikut]}
    akhir = hitung_blok(seleksi_asn.SUSUNAN_INTEGRASI, skb, buku, ["nilai_akhir"])["nilai_akhir"]
    penentu = {"nilai_akhir": akhir, "skd": skb["skd"]}
    penentu |= {k: o[k][ikut] for k in ("tkp", "tiu", "twk", "ipk", "lahir")}
    hasil = {**skd, "masuk": masuk, **{k: np.zeros(n, dtype=np.int64) for k in ("nilai_akhir", "peringkat")}}
    hasil["nilai_akhir"][ikut] = akhir
    hasil["peringkat"][ikut] = seleksi_asn.peringkat_akhir(o["formasi"][ikut], penentu, buku)
    return hasil


def seleksi(n: int = PELAMAR) -> Hasil:
    """Ambang, jumlah, jendela tiga kali formasi, nilai akhir, dan peringkat dengan urutan penentu lengkap.

    Contoh pembanding: formasi utuh sampai `CONTOH` pelamar, sebab peringkat milik seluruh formasi.
    """
    buku = Buku.susun(date(2024, 12, 1))
    o = pelamar(n, np.random.default_rng(2024))
    hasil, lama = _ulang(lambda: rangking(o, buku))
    letak = np.argsort(o["formasi"], kind="stable")
    batas = np.searchsorted(o["formasi"][letak], np.arange(len(o["tempat"]) + 1))
    jalur = {k: j for j, k in seleksi_asn.JALUR.items()}
    pilih: list[int] = []
    banding: list[dict[str, int]] = []
    for f in np.random.default_rng(7).permutation(len(o["tempat"])):
        baris = letak[batas[f] : batas[f + 1]]
        if len(pilih) >= CONTOH:
            break
        orang = [{k: int(o[k][i]) for k in (*_SKD, "skb", "ipk", "lahir")} for i in baris]
        orang = [{**p, "jalur": jalur[p["jalur"]]} for p in orang]
        pilih.extend(int(i) for i in baris)
        banding.extend(orakel_seleksi.formasi(orang, int(o["tempat"][f]), buku))
    sama = _sama(hasil, np.array(pilih), banding, LAJUR_SELEKSI)
    return Hasil(statistics.median(lama), n, sama, lama)


POKOK: Mapping[str, Callable[[], Hasil]] = {"gaji": gaji, "ip_asn": indeks, "seleksi": seleksi}


def main(pilihan: list[str]) -> None:
    if pilihan[:1] == ["--anak"]:
        h = POKOK[pilihan[1]]()
        puncak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        ukuran = {
            "detik": h.detik,
            "puncak_mb": puncak,
            "n": h.n,
            "sidik_sama": h.sidik_sama,
            "semua": h.semua,
        }
        print(json.dumps({pilihan[1]: ukuran}))
        return
    semua = {}
    for nama in pilihan or POKOK:
        anak = subprocess.run(
            [sys.executable, "-m", "tests.ukur_aturan", "--anak", nama],
            capture_output=True,
            text=True,
            check=True,
        )
        print(anak.stdout.strip(), flush=True)
        ukuran = json.loads(anak.stdout)[nama]
        semua[nama] = {k: ukuran[k] for k in ("detik", "puncak_mb", "n", "sidik_sama")}
    print(json.dumps(semua))


if __name__ == "__main__":
    main(sys.argv[1:])
