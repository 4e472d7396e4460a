"""Ukuran yang dapat diulang: python -m tests.ukur NAMA ; baris terakhir satu objek JSON."""

import contextlib
import http.client
import json
import os
import re
import sys
import threading
import time
import urllib.parse
import urllib.request
from http.cookiejar import CookieJar
from pathlib import Path

from tests import kota_jalan

DAFTAR = "/kerja/pegawai/"


def masuk(alamat: str, langkah: str) -> str:
    """Kuki sesi lewat pintu tur demo, seperti orang menekan tombolnya."""
    simpan = CookieJar()
    buka = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(simpan))
    halaman = buka.open(f"{alamat}/tur/").read().decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', halaman).group(1)
    isi = urllib.parse.urlencode({"csrfmiddlewaretoken": token}).encode()
    buka.open(
        urllib.request.Request(f"{alamat}/tur/masuk/{langkah}/", isi, {"Referer": f"{alamat}/tur/"})
    ).read()
    return "; ".join(f"{k.name}={k.value}" for k in simpan)


def tembak(alamat: str, jalan: str, kuki: str, banyak: int) -> list[float]:
    """Lama tiap permintaan (ms) pada satu koneksi yang dipertahankan."""
    tuan = urllib.parse.urlsplit(alamat)
    koneksi, lama = http.client.HTTPConnection(tuan.hostname, tuan.port, timeout=30), []
    for _ in range(banyak):
        mulai = time.perf_counter()
        koneksi.request("GET", jalan, headers={"Cookie": kuki, "Accept-Encoding": "gzip"})
        jawab = koneksi.getresponse()
        jawab.read()
        lama.append((time.perf_counter() - mulai) * 1000)
        if jawab.status != 200:
            raise RuntimeError(f"{jalan}: {jawab.status}")
    return lama


def persentil(lama: list[float], p: int) -> float:
    urut = sorted(lama)
    return round(urut[min(len(urut) - 1, len(urut) * p // 100)], 1)


def _proses(induk: int) -> list[Path]:
    """Folder /proc semua keturunan proses server (pekerja, web, dan anak-anaknya)."""
    ppid = {}
    for proses in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            ppid[int(proses.name)] = int((proses / "stat").read_text().rsplit(")", 1)[1].split()[1])
    keluarga = {induk}
    while baru := {p for p, atas in ppid.items() if atas in keluarga} - keluarga:
        keluarga |= baru
    return [Path(f"/proc/{p}") for p in sorted(keluarga - {induk})]


def memori(induk: int) -> list[int]:
    """RSS (MB) tiap keturunan proses server."""
    rss = [re.search(r"VmRSS:\s+(\d+)", (p / "status").read_text()) for p in _proses(induk)]
    return sorted(int(r.group(1)) // 1024 for r in rss if r)


def cpu(induk: int) -> float:
    """Detik CPU yang sudah dipakai keturunan proses server: tidak bergantung pada kerja lain di mesin ini."""
    detak = os.sysconf("SC_CLK_TCK")
    isi = [(p / "stat").read_text().rsplit(")", 1)[1].split() for p in _proses(induk)]
    return sum(int(s[11]) + int(s[12]) for s in isi) / detak


def daftar(asn: int = 4800) -> dict:
    with kota_jalan.buka(asn) as kota:
        kuki = masuk(kota.alamat, "register")
        tembak(kota.alamat, DAFTAR, kuki, 20)
        satu = tembak(kota.alamat, DAFTAR, kuki, 200)
        utas, semua = [], []
        mulai, cpu_mulai = time.perf_counter(), cpu(kota.pid)
        for _ in range(8):
            u = threading.Thread(target=lambda: semua.extend(tembak(kota.alamat, DAFTAR, kuki, 100)))
            u.start()
            utas.append(u)
        for u in utas:
            u.join()
        lama = time.perf_counter() - mulai
        return {
            "asn": asn,
            "cpu_ms_sehalaman": round((cpu(kota.pid) - cpu_mulai) / 800 * 1000, 1),
            "beban_mesin": os.getloadavg()[0],
            "satu_klien": {"p50_ms": persentil(satu, 50), "p95_ms": persentil(satu, 95)},
            "delapan_klien": {"per_detik": round(800 / lama), "p95_ms": persentil(semua, 95), "galat": 0},
            "memori_mb": memori(kota.pid),
        }


def indeks(asn: int = 4800) -> dict:
    """Waktu satu larian IP ASN di dalam proses, di atas kota yang baru dibangun."""
    with kota_jalan.buka(asn) as kota:
        os.environ.update(kota_jalan.lingkungan(kota.data, 1))
        from kasuari.cli import nyala

        nyala.django()
        import uuid

        from kasuari.aparatur.profesionalitas import service
        from kasuari.dasar.inti.pelaku import sistem

        mulai = time.perf_counter()
        hasil = service.hitung_tahun(sistem(), tahun=2025, kunci=uuid.uuid4())
        hitung = time.perf_counter() - mulai
        mulai = time.perf_counter()
        ulang = service.ulang(sistem(), hasil.uid)
        return {
            "orang": hasil.data["n"],
            "detik": round(hitung, 2),
            "ulang_detik": round(time.perf_counter() - mulai, 3),
            "sidik_sama": ulang.sama,
        }


def bobot(asn: int = 150) -> dict:
    """Byte termampat HTML tiap halaman dan CSS bersama."""
    halaman = {"beranda": ("", "/"), "data": ("", "/data/"), "daftar": ("register", DAFTAR), "beranda_kerja": ("beranda", "/kerja/"),
               "dasbor": ("indeks-kota", "/kerja/profesionalitas/")}  # fmt: skip
    hasil = {}
    with kota_jalan.buka(asn) as kota:
        for nama, (langkah, jalan) in halaman.items():
            minta = urllib.request.Request(
                f"{kota.alamat}{jalan}",
                headers={
                    "Accept-Encoding": "gzip",
                    **({"Cookie": masuk(kota.alamat, langkah)} if langkah else {}),
                },
            )
            isi = urllib.request.urlopen(minta).read()
            hasil[nama] = len(isi) if isi[:2] == b"\x1f\x8b" else -len(isi)
        css = re.search(
            r'href="(/statis/[^"]+\.css)"', urllib.request.urlopen(f"{kota.alamat}/").read().decode()
        ).group(1)
        hasil["css"] = len(
            urllib.request.urlopen(
                urllib.request.Request(f"{kota.alamat}{css}", headers={"Accept-Encoding": "gzip"})
            ).read()
        )
    return hasil


if __name__ == "__main__":
    nama, *angka = sys.argv[1:]
    print(json.dumps({"daftar": daftar, "indeks": indeks, "bobot": bobot}[nama](*map(int, angka))))
