"""Gambar satu proses dari tabelnya sendiri: diagram keadaan Mermaid, untuk dokumen rekayasa."""

import re

from kasuari.dasar.alur.proses import Proses
from kasuari.dasar.alur.siapa import Atasan, Meja, Pemohon, Siapa


def _siapa(s: Siapa | None) -> str:
    if isinstance(s, Pemohon):
        return "pemohon"
    if isinstance(s, Meja):
        return f"meja {s.peran}"
    if isinstance(s, Atasan):
        return "atasan" if s.tingkat == 1 else f"atasan ke-{s.tingkat}"
    if s is None:
        return ""
    # siapa milik ruang lain menyebut dirinya di kalimat pertama docstring kelasnya
    sebut = re.split(r"[;.]", type(s).__doc__ or type(s).__name__)[0].strip()
    return sebut[:1].lower() + sebut[1:]


def gambar(proses: Proses) -> str:
    """Teks Mermaid `stateDiagram-v2`: tahap, langkah dengan siapa yang melakukannya, dan empat matanya."""
    baris = ["stateDiagram-v2", f"    [*] --> {proses.awal}"]
    for t in proses.tahap:
        tunggu = _siapa(t.menunggu)
        baris.append(f'    state "{t.judul}{f" · {tunggu}" if tunggu else ""}" as {t.kode}')
    for x in proses.langkah:
        siapa = f" ({_siapa(x.siapa)})" if x.siapa is not None else ""
        mata = f" ⚭ {x.pisah}" if x.pisah else ""
        syarat = f" [{(x.bila.__doc__ or x.bila.__name__).strip().rstrip('.')}]" if x.bila else ""
        baris.append(f"    {x.dari} --> {x.ke}: {x.judul}{siapa}{mata}{syarat}")
    baris += [f"    {t.kode} --> [*]" for t in proses.tahap if t.menunggu is None]
    return "\n".join(baris) + "\n"
