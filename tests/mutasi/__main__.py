"""python -m tests.mutasi [POKOK ...] [--lagi BERKAS]; dipanggil script/uji_berat mutasi.

POKOK = nama modul atau folder di src/kasuari/aturan (`gaji`, `seleksi/skd`, `kasus/jenis`). `--lagi` menguji hanya
mutan yang tertulis hidup dalam keluaran yang dahulu. Tiap mutan yang hidup dicetak satu baris.
"""

import argparse
import json
import os
import sys
import tempfile
import time
from collections import Counter, defaultdict
from pathlib import Path

from hypothesis import settings

from . import jalan, mutan


def _modul(pilihan: list[str]) -> list[tuple[str, Path]]:
    """(nama, jalur) modul yang dimutasi; tanpa pilihan: semuanya kecuali penerjemah jenis kasus."""
    semua = [
        (str(j.relative_to(jalan.ATURAN).with_suffix("")), j)
        for j in sorted(jalan.ATURAN.rglob("*.py"))
        if "tests" not in j.parts
    ]
    if not pilihan:
        return [(m, j) for m, j in semua if not m.startswith("kasus/jenis")]
    asing = [p for p in pilihan if not any(m == p or m.startswith(f"{p}/") for m, _ in semua)]
    if asing:
        raise SystemExit(f"Tidak ada modul {asing} di {jalan.ATURAN.relative_to(jalan.AKAR)}.")
    return [(m, j) for m, j in semua if any(m == p or m.startswith(f"{p}/") for p in pilihan)]


def _ukuran(putusan: list[jalan.Putusan], detik: float | None = None) -> dict[str, object]:
    nasib = Counter(p.nasib for p in putusan)
    n = len(putusan) - nasib[jalan.BUKAN]
    mati = nasib[jalan.TERBUNUH] + nasib[jalan.HABIS]
    lama = sum(p.detik for p in putusan) if detik is None else detik
    persen = round(100 * mati / n, 1) if n else 100.0
    return {"mutan": n, "terbunuh": mati, "hidup": n - mati, "persen": persen, "detik": round(lama, 1)}


def main() -> None:
    mulai = time.perf_counter()
    urai = argparse.ArgumentParser(prog="script/uji_berat mutasi")
    urai.add_argument("pokok", nargs="*")
    urai.add_argument("--lagi", type=Path, help="keluaran dahulu: hanya mutan yang hidup di situ")
    pilihan = urai.parse_args()
    hanya = set()
    if pilihan.lagi:
        hanya = {b.split()[1] for b in pilihan.lagi.read_text("utf-8").splitlines() if b.startswith("hidup ")}
    settings.register_profile("mutasi", derandomize=True, database=None, deadline=None)
    settings.load_profile("mutasi")
    berkas = [mutan.Berkas(nama, jalur) for nama, jalur in _modul(pilihan.pokok)]
    putusan = jalan.jalankan(berkas, hanya)
    menurut = defaultdict(list)
    for p in putusan:
        menurut[p.mutan.modul].append(p)
    sumber = {b.modul: b for b in berkas}
    for modul, isi in menurut.items():
        for p in sorted(isi, key=lambda p: (p.mutan.letak, p.mutan.nomor)):
            if p.nasib == jalan.HIDUP:
                m = p.mutan
                print(f"hidup {m.nama} {m.modul}.py:{m.letak} {m.fungsi}  {sumber[modul].beda(m)}")
    modul = {m: _ukuran(isi) for m, isi in menurut.items()}
    print(json.dumps({**_ukuran(putusan, time.perf_counter() - mulai), "modul": modul}))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="kasuari-mutasi-") as folder:
        os.environ["HYPOTHESIS_STORAGE_DIRECTORY"] = folder
        sys.exit(main())
