"""`kasuari hitung JENIS [--teks]`: jawab satu masukan (objek) atau banyak (daftar) dari stdin, dengan jejaknya.

Bawaannya JSON; `--teks` menuliskan hasil dan tiap langkah untuk dibaca orang (galatnya tetap JSON).
Keluar 0 = terhitung; 2 = masukan salah, dengan {"galat":[{"kolom","pesan","boleh"}]} dan tidak ada hasil;
kolom "*" = seluruh masukan, bukan satu kolom.
"""

import sys
from collections.abc import Sequence
from typing import Any

from kasuari.aturan.buku import INGATAN
from kasuari.aturan.galat import Cacat, GalatAturan, MasukanTidakSah
from kasuari.aturan.kasus import DAFTAR, Jawaban, baca, tulis_json


def jalankan(argumen: Sequence[str]) -> int:
    """Satu argumen: jenis kasus (KINDS.md). Daftar masukan menghasilkan daftar jawaban."""
    if {"-h", "--help"} & set(argumen):
        print(__doc__)
        print("Jenis:", ", ".join(sorted(DAFTAR)))
        return 0
    teks = "--teks" in argumen
    argumen = [a for a in argumen if a != "--teks"]
    if len(argumen) != 1 or argumen[0] not in DAFTAR:
        return _galat([Cacat("jenis", "sebut satu jenis kasus yang didukung", tuple(sorted(DAFTAR)))])
    try:
        masukan = baca(sys.stdin.read())
    except ValueError as sebab:
        return _galat([Cacat("*", f"masukan bukan JSON: {sebab}", ("objek", "daftar objek"))])
    banyak = isinstance(masukan, list)
    if banyak and not masukan:
        return _galat(
            [Cacat("*", "daftar masukan kosong: tidak ada yang dihitung", ("objek", "daftar objek"))]
        )
    jawaban: list[Jawaban] = []
    cacat: list[Cacat] = []
    for i, satu in enumerate(masukan if banyak else [masukan]):
        try:
            jawaban.append(DAFTAR[argumen[0]](satu))
        except MasukanTidakSah as galat:
            cacat += [Cacat(c.kolom, c.pesan, c.boleh, i if banyak else None) for c in galat.cacat]
        except GalatAturan as galat:
            cacat.append(Cacat("*", str(galat), (), i if banyak else None))
    if cacat:
        return _galat(cacat)
    if teks:
        print("\n\n".join(map(_teks, jawaban)))
    else:
        isi = [_bentuk(j) for j in jawaban]
        print(tulis_json(isi if banyak else isi[0]))
    return 0


def _teks(jawab: Jawaban) -> str:
    """Hasil, lalu tiap langkah dengan masukan, nilai, dan dasarnya."""
    garis = [f"{kunci}: {_satu(nilai)}" for kunci, nilai in jawab.hasil.items()]
    for n, langkah in enumerate(jawab.jejak, 1):
        tanda = " [perkiraan]" if langkah.keyakinan == INGATAN else ""
        masukan = "; ".join(f"{k} = {_satu(v)}" for k, v in langkah.masukan.items())
        garis += [
            f"{n}. {langkah.nama} = {_satu(langkah.nilai)} {langkah.satuan}".rstrip() + tanda,
            *([f"   dari {masukan}"] if masukan else []),
            f"   dasar {langkah.dasar} (sejak {langkah.berlaku})",
        ]
    return "\n".join(garis)


def _satu(nilai: Any) -> str:
    return nilai if isinstance(nilai, str) else tulis_json(nilai)


def _bentuk(jawab: Jawaban) -> dict[str, Any]:
    jejak = [
        {
            "langkah": langkah.langkah,
            "nama": langkah.nama,
            "masukan": langkah.masukan,
            "nilai": langkah.nilai,
            "satuan": langkah.satuan,
            "dasar": langkah.dasar,
            "keyakinan": langkah.keyakinan,
            "berlaku": langkah.berlaku.isoformat(),
        }
        for langkah in jawab.jejak
    ]
    return {"hasil": dict(jawab.hasil), "jejak": jejak, "versi": jawab.buku.sidik}


def _galat(cacat: Sequence[Cacat]) -> int:
    print(tulis_json({"galat": [c.beku() for c in cacat]}))
    return 2
