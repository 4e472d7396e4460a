"""Menghitung nilai dari jawaban: + - * / dan beberapa fungsi, dengan Decimal. Bukan bahasa pemrograman.

`jumlah(anggota.penghasilan) / banyak(anggota)`; fungsi: jumlah, banyak, umur, bulat, terkecil, terbesar.
"""

import ast
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal, DivisionByZero, InvalidOperation
from typing import Any

from django.utils.translation import gettext as _

from kasuari.dasar.inti.galat import MasukanSalah
from kasuari.dasar.inti.waktu import hari_ini

PANJANG = 200
_OPERASI: dict[type, Callable[[Decimal, Decimal], Decimal]] = {
    ast.Add: lambda a, b: a + b,
    ast.Sub: lambda a, b: a - b,
    ast.Mult: lambda a, b: a * b,
    ast.Div: lambda a, b: a / b,
}
_FUNGSI = {"jumlah": 1, "banyak": 1, "umur": 1, "bulat": 1, "terkecil": 2, "terbesar": 2}


def _urai(rumus: str) -> ast.expr:
    if not rumus.strip() or len(rumus) > PANJANG:
        raise MasukanSalah(_("Rumus berisi 1 sampai %(n)s huruf.") % {"n": PANJANG}, "rumus")
    try:
        return ast.parse(rumus.strip(), mode="eval").body
    except (SyntaxError, RecursionError, MemoryError, ValueError):
        raise MasukanSalah(_("Rumus “%(r)s” tidak terbaca.") % {"r": rumus}, "rumus") from None


def periksa(rumus: str, sebelum: Iterable[Mapping[str, Any]]) -> None:
    """`sebelum`: isian yang ditanyakan lebih dulu; nilai dihitung berurutan, jadi yang sesudahnya selalu kosong.

    Galat: `MasukanSalah` bila rumus memakai tanda, fungsi, atau isian yang tidak ada di sana.
    """
    kolom: dict[str, str] = {}
    for i in sebelum:
        kolom[i["kode"]] = i["jenis"]
        kolom |= {f"{i['kode']}.{a['kode']}": a["jenis"] for a in i.get("anak", ())}
    _periksa(_urai(rumus), kolom, rumus)


def _periksa(simpul: ast.expr, kolom: Mapping[str, str], rumus: str) -> None:
    if isinstance(simpul, ast.BinOp) and type(simpul.op) in _OPERASI:
        _periksa(simpul.left, kolom, rumus)
        _periksa(simpul.right, kolom, rumus)
    elif isinstance(simpul, ast.Constant) and type(simpul.value) is int:
        return
    elif isinstance(simpul, ast.Call) and isinstance(simpul.func, ast.Name) and not simpul.keywords:
        fungsi = simpul.func.id
        if _FUNGSI.get(fungsi) != len(simpul.args):
            raise MasukanSalah(
                _("Fungsi “%(f)s” tidak dikenal. Yang ada: %(d)s.") % {"f": fungsi, "d": ", ".join(_FUNGSI)}, "rumus"
            )  # fmt: skip
        for a in simpul.args:
            if fungsi in {"jumlah", "banyak", "umur"}:
                _jenis(a, kolom, {"jumlah": "angka", "banyak": "ulang", "umur": "tanggal"}[fungsi], rumus)
            else:
                _periksa(a, kolom, rumus)
    else:
        _jenis(simpul, kolom, "angka", rumus)


def _jenis(simpul: ast.expr, kolom: Mapping[str, str], jenis: str, rumus: str) -> None:
    if kolom.get(_nama(simpul)) != jenis:
        raise MasukanSalah(
            _(
                "Rumus “%(r)s”: pakai angka bulat, + - * /, dan kode isian yang ditanyakan lebih dulu di formulir ini."
            )
            % {"r": rumus},
            "rumus",
        )


def _nama(simpul: ast.expr) -> str:
    if isinstance(simpul, ast.Name):
        return simpul.id
    if isinstance(simpul, ast.Attribute) and isinstance(simpul.value, ast.Name):
        return f"{simpul.value.id}.{simpul.attr}"
    return ""


def nilai(rumus: str, isi: Mapping[str, Any]) -> str:
    """Hasilnya sebagai tulisan desimal; kosong bila ada yang belum diisi atau pembaginya nol."""
    try:
        hasil = _nilai(_urai(rumus), isi)
    except (KeyError, TypeError, ValueError, InvalidOperation, DivisionByZero, ZeroDivisionError):
        return ""
    bulat = hasil.quantize(Decimal("0.01"), ROUND_HALF_UP)
    return f"{bulat.quantize(Decimal(1)) if bulat == bulat.to_integral_value() else bulat.normalize():f}"


def _nilai(simpul: ast.expr, isi: Mapping[str, Any]) -> Decimal:
    if isinstance(simpul, ast.Constant):
        return Decimal(simpul.value)  # type: ignore[arg-type]
    if isinstance(simpul, ast.BinOp):
        return _OPERASI[type(simpul.op)](_nilai(simpul.left, isi), _nilai(simpul.right, isi))
    if isinstance(simpul, ast.Call):
        return _fungsi(simpul.func.id, simpul.args, isi)  # type: ignore[attr-defined]
    return Decimal(isi[_nama(simpul)])


def _fungsi(nama: str, argumen: list[ast.expr], isi: Mapping[str, Any]) -> Decimal:
    if nama == "banyak":
        return Decimal(len(isi.get(_nama(argumen[0])) or ()))
    if nama == "jumlah":
        grup, _titik, kolom = _nama(argumen[0]).partition(".")
        return sum((Decimal(b[kolom]) for b in isi.get(grup) or ()), Decimal(0))
    if nama == "umur":
        lahir, kini = date.fromisoformat(isi[_nama(argumen[0])]), hari_ini()
        return Decimal(kini.year - lahir.year - ((kini.month, kini.day) < (lahir.month, lahir.day)))
    isi_argumen = [_nilai(a, isi) for a in argumen]
    if nama == "bulat":
        return isi_argumen[0].quantize(Decimal(1), ROUND_HALF_UP)
    return min(isi_argumen) if nama == "terkecil" else max(isi_argumen)
