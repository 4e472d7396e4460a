"""Isi peristiwa bagi auditor: kolom berkelas rahasia disamarkan menurut daftar jenisnya."""

import json
from typing import Any

from django.utils.translation import gettext as _

from kasuari.dasar.jejak import selectors as jejak
from kasuari.dasar.jejak.models import Jejak
from kasuari.dasar.rupa.bahan import Jawaban

TERTUTUP = "••••"


def _samar(nilai: Any, kelas: dict[str, str]) -> Any:
    if isinstance(nilai, dict):
        return {
            k: TERTUTUP if k in kelas and v not in (None, "") else _samar(v, kelas) for k, v in nilai.items()
        }
    if isinstance(nilai, list):
        return [_samar(v, kelas) for v in nilai]
    return nilai


def tersamar(j: Jejak) -> list[Jawaban] | None:
    """(kolom, sebelum, sesudah) sebagai tulisan; None bila isinya sudah dilupakan."""
    isi = jejak.isi(j)
    if isi is None:
        return None
    kelas = jejak.jenis(j.jenis).kelas
    return [
        Jawaban(
            nama,
            json.dumps(_samar(nilai, kelas), ensure_ascii=False) if not isinstance(nilai, str) else nilai,
        )
        for nama, nilai in (
            (_("Sebelum"), isi.sebelum),
            (_("Sesudah"), isi.sesudah),
            (_("Alasan"), isi.alasan),
        )
        if nilai not in (None, "")
    ]
