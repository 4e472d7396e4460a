"""`kasuari hitung JENIS`: jawab satu masukan (objek) atau banyak (daftar) dari stdin, dengan jejaknya.

Keluar 0 = terhitung; 2 = masukan salah, dengan {"galat":[{"kolom","pesan","boleh"}]} dan tidak ada hasil.
"""

import sys
from collections.abc import Sequence
from typing import Any

from kasuari.aturan.galat import Cacat, GalatAturan, MasukanTidakSah
from kasuari.aturan.kasus import DAFTAR, Jawaban, baca, tulis_json


def jalankan(argumen: Sequence[str]) -> int:
    """Satu argumen: jenis kasus (KINDS.md). Daftar masukan menghasilkan daftar jawaban."""
    if len(argumen) != 1 or argumen[0] not in DAFTAR:
        return _galat([Cacat("jenis", "sebut satu jenis kasus yang didukung", tuple(sorted(DAFTAR)))])
    try:
        masukan = baca(sys.stdin.read())
    except ValueError as sebab:
        return _galat([Cacat("*", f"masukan bukan JSON: {sebab}", ("objek", "daftar objek"))])
    banyak = isinstance(masukan, list)
    jawaban: list[dict[str, Any]] = []
    cacat: list[Cacat] = []
    for i, satu in enumerate(masukan if banyak else [masukan]):
        try:
            jawaban.append(_bentuk(DAFTAR[argumen[0]](satu)))
        except MasukanTidakSah as galat:
            cacat += [Cacat(c.kolom, c.pesan, c.boleh, i if banyak else None) for c in galat.cacat]
        except GalatAturan as galat:
            cacat.append(Cacat("*", str(galat), (), i if banyak else None))
    if cacat:
        return _galat(cacat)
    print(tulis_json(jawaban if banyak else jawaban[0]))
    return 0


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
