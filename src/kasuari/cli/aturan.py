"""`kasuari aturan [KODE] [--cari KATA] [--pada TANGGAL] [--json]`: isi hukum yang dijalankan program ini.

Tanpa KODE: semua pokok, rumus, dan parameter dengan nilainya hari itu. Dengan KODE: satu pokok, rumus, atau
parameter dengan semua versi dan selnya. Keluar 0 = ada, 2 = pilihan salah atau kode tidak dikenal.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import date
from typing import Any

from kasuari.aturan import tilik
from kasuari.aturan.buku import INGATAN, Parameter, Versi
from kasuari.aturan.kasus import tulis_json
from kasuari.aturan.masukan import tanggal_iso
from kasuari.aturan.rumus import Rumus
from kasuari.aturan.tilik import Benda
from kasuari.cli.pilihan import baca
from kasuari.dasar.inti.waktu import hari_ini


def jalankan(argumen: Sequence[str]) -> int:
    pilihan = _pilihan(argumen)
    if pilihan is None:
        return 2
    benda = _pilih(pilihan)
    if not benda:
        apa = pilihan.kode or pilihan.cari
        print(f"kasuari aturan: '{apa}' tidak ditemukan. Daftar semuanya: kasuari aturan", file=sys.stderr)
        return 2
    try:
        print(_tulis(benda, pilihan), flush=True)
    except BrokenPipeError:  # pembacanya berhenti lebih dulu (`| head`): bukan kesalahan
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _tulis(benda: Sequence[Benda], pilihan: argparse.Namespace) -> str:
    if pilihan.json:
        return tulis_json([_data(b, pilihan.pada, isi=bool(pilihan.kode)) for b in benda], indent=1)
    if pilihan.kode:
        return "\n\n".join(_rinci(b, pilihan.pada) for b in benda)
    return "\n".join(_baris(b, pilihan.pada) for b in benda)


def _pilihan(argumen: Sequence[str]) -> argparse.Namespace | None:
    urai = argparse.ArgumentParser(prog="kasuari aturan", description="Melihat hukum yang dijalankan.")
    urai.add_argument("kode", nargs="?", default="", help="kode pokok, rumus, atau parameter")
    urai.add_argument("--cari", default="", help="hanya yang memuat kata-kata ini")
    urai.add_argument("--pada", type=_tanggal, default=hari_ini(), help="hari yang ditanyakan, TTTT-BB-HH")
    urai.add_argument("--json", action="store_true", help="jawaban JSON")
    return baca(urai, argumen)


def _tanggal(teks: str) -> date:
    hari = tanggal_iso(teks)
    if hari is None:
        raise argparse.ArgumentTypeError(f"'{teks}' bukan tanggal yang ada; tulis TTTT-BB-HH")
    return hari


def _pilih(pilihan: argparse.Namespace) -> list[Benda]:
    if pilihan.kode:
        return tilik.berkode(pilihan.kode)
    return tilik.cari(pilihan.cari) if pilihan.cari else list(tilik.semua_benda())


def _data(b: Benda, pada: date, *, isi: bool) -> dict[str, Any]:
    if isinstance(b.isi, Parameter):
        data = tilik.data_parameter(b.isi, pada, isi=isi)
    elif isinstance(b.isi, Rumus):
        data = tilik.data_rumus(b.pokok, b.skema, b.isi)
    else:
        data = tilik.data_pokok(b.isi)
    return {"jenis": b.jenis, **data}


def _baris(b: Benda, pada: date) -> str:
    if isinstance(b.isi, Parameter):
        return f"  parameter  {b.kode}: {b.judul} = {_kini(b.isi, pada)}"
    if isinstance(b.isi, Rumus):
        skema = f" [{b.skema}]" if b.skema else ""
        r = b.isi
        return (
            f"  rumus      {b.kode}{skema}: {b.judul} ({r.satuan}) dari {', '.join(r.perlu)}; "
            f"{r.dasar} (sejak {r.berlaku}){_tanda(r.keyakinan)}"
        )
    return f"\n{b.kode}  {b.judul}. {b.isi.ringkas}"


def _kini(p: Parameter, pada: date) -> str:
    v = p.pada(pada, date.max)
    if v is None:
        return f"belum ada pada {pada}"
    sendiri = ", dapat diubah daerah" if tilik.terbuka(p, pada) else ""
    return f"{_pendek(v)} {p.satuan}; {v.dasar} (sejak {v.berlaku}){_tanda(v.yakin())}{sendiri}"


def _pendek(v: Versi) -> str:
    isi = tilik.sel(v.nilai)
    return _teks(isi[0][1]) if isi[0][0] is None else f"tabel {len(isi)} sel"


def _teks(nilai: Any) -> str:
    if isinstance(nilai, bool):
        return "ya" if nilai else "tidak"
    return ", ".join(map(_teks, nilai)) if isinstance(nilai, tuple) else str(tilik.polos(nilai))


def _tanda(keyakinan: str) -> str:
    return " [perkiraan]" if keyakinan == INGATAN else ""


def _rinci(b: Benda, pada: date) -> str:
    if isinstance(b.isi, Parameter):
        return _rinci_parameter(b.isi, b.pokok.judul, pada)
    if isinstance(b.isi, Rumus):
        r = b.isi
        kepala = f"{r.nama}: {r.judul}{_tanda(r.keyakinan)}\n  pokok {b.pokok.kode}"
        skema = f", skema {b.skema}" if b.skema else ""
        return (
            f"{kepala}{skema}; satuan {r.satuan}; sejak {r.berlaku}\n  perlu {', '.join(r.perlu)}\n"
            f"  dasar {r.dasar}"
        )
    isi = [x for x in tilik.semua_benda() if x.pokok is b.isi]
    return "\n".join(_baris(x, pada) for x in isi).lstrip("\n")


def _rinci_parameter(p: Parameter, judul_pokok: str, pada: date) -> str:
    kini = p.pada(pada, date.max)
    garis = [f"{p.kode}: {p.nama} ({p.satuan}); {judul_pokok}"]
    terbuka = tilik.terbuka(p, pada)
    daerah = (
        "  daerah boleh menetapkannya" if None in terbuka else f"  daerah boleh menetapkan {len(terbuka)} sel"
    )
    garis.append(daerah if terbuka else "  nasional")
    for x in tilik.riwayat(p):
        v = x.versi
        tanda = " <- berlaku" if v is kini else ""
        garis.append(f"  sejak {v.berlaku}, terbit {v.terbit}: {v.dasar}{_tanda(v.yakin())}{tanda}")
        lebar = 0 if x.sebelum is None else len(x.beda)
        if lebar:
            garis.append(f"    berubah {lebar} sel dari versi sebelumnya")
        garis += [f"    {_sel(k, n, v)}" for k, n in tilik.sel(v.nilai)]
    return "\n".join(garis)


def _sel(kunci: str | None, nilai: Any, v: Versi) -> str:
    if kunci is None:
        return _teks(nilai)
    return f"{kunci} = {_teks(nilai)}{_tanda(v.yakin(kunci)) if v.ragu else ''}"
