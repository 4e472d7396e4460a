"""Menguji mutan modul yang dipilih dan mencetak ukurannya; berjalan di dalam salinan yang dibuat `__main__`."""

import argparse
import json
import time
from collections import Counter
from pathlib import Path

from hypothesis import HealthCheck, settings

from . import jalan, mutan


def _modul(pilihan: list[str]) -> list[tuple[str, Path]]:
    """(nama, jalur) modul yang dimutasi; tanpa pilihan: semuanya kecuali penerjemah jenis kasus."""
    semua = [
        (str(j.relative_to(jalan.ATURAN).with_suffix("")), j)
        for j in sorted(jalan.ATURAN.rglob("*.py"))
        if "tests" not in j.parts[len(jalan.ATURAN.parts) :]
    ]
    if not pilihan:
        return [(m, j) for m, j in semua if not m.startswith("kasus/jenis")]
    asing = [p for p in pilihan if not any(m == p or m.startswith(f"{p}/") for m, _ in semua)]
    if asing:
        raise SystemExit(f"Tidak ada modul {asing} di {jalan.ATURAN.relative_to(jalan.AKAR)}.")
    return [(m, j) for m, j in semua if any(m == p or m.startswith(f"{p}/") for p in pilihan)]


def _ukuran(putusan: list[jalan.Putusan], detik: float) -> dict[str, object]:
    nasib = Counter(p.nasib for p in putusan)
    n = len(putusan) - nasib[jalan.BUKAN]
    mati = nasib[jalan.TERBUNUH] + nasib[jalan.HABIS]
    persen = round(100 * mati / n, 1) if n else 100.0
    return {"mutan": n, "terbunuh": mati, "hidup": n - mati, "persen": persen, "detik": round(detik, 1)}


def _cetak(berkas: mutan.Berkas, putusan: list[jalan.Putusan]) -> None:
    """Mutan yang hidup, urut baris; dicetak begitu modulnya selesai."""
    for p in sorted(putusan, key=lambda p: (p.mutan.letak, p.mutan.nomor)):
        if p.nasib == jalan.HIDUP:
            m = p.mutan
            print(f"hidup {m.nama} baris {m.letak} {m.fungsi}  {berkas.beda(m)}", flush=True)
    ukuran = _ukuran(putusan, sum(p.detik for p in putusan) / jalan.PROSES)
    print(json.dumps({berkas.modul: ukuran}), flush=True)


def main() -> None:
    mulai = time.perf_counter()
    urai = argparse.ArgumentParser(prog="script/uji_berat mutasi")
    urai.add_argument("pokok", nargs="*")
    urai.add_argument("--lagi", type=Path, help="keluaran dahulu: hanya mutan yang hidup di situ")
    pilihan = urai.parse_args()
    hanya = None
    if pilihan.lagi:
        hanya = {b.split()[1] for b in pilihan.lagi.read_text("utf-8").splitlines() if b.startswith("hidup ")}
    lambat = [HealthCheck.too_slow, HealthCheck.data_too_large]  # mesin sibuk bukan kegagalan
    settings.register_profile(
        "mutasi", derandomize=True, database=None, deadline=None, suppress_health_check=lambat
    )
    settings.load_profile("mutasi")
    berkas = [mutan.Berkas(nama, jalur) for nama, jalur in _modul(pilihan.pokok)]
    putusan = jalan.jalankan(berkas, hanya, _cetak)
    modul = {m: _ukuran(isi, sum(p.detik for p in isi) / jalan.PROSES) for m, isi in putusan.items()}
    semua = [p for isi in putusan.values() for p in isi]
    print(json.dumps({**_ukuran(semua, time.perf_counter() - mulai), "modul": modul}))


if __name__ == "__main__":
    main()
