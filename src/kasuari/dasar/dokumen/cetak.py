"""Satu PDF dalam proses tersendiri: `python cetak.py AKAR TEMPLAT BERTANDA`, data JSON dari masukan standar.

Penyusun PDF menahan ingatan sebanyak halamannya sampai prosesnya berakhir; di sini ingatan itu ikut berakhir.
"""

import sys

import typst


def cetak(akar: str, templat: str, data: str, bertanda: bool) -> bytes:
    """PDF/A-2b dengan fon bawaan saja, supaya sama di mesin mana pun.

    `bertanda`: struktur bacaan bagi pembaca layar ikut ditulis (sekitar 2,5 KB sebaris tabel).
    """
    return typst.compile(
        templat,
        root=akar,
        format="pdf",
        sys_inputs={"data": data},
        pdf_standards=["a-2b"],
        pdf_tags=bertanda,
        ignore_system_fonts=True,
    )


if __name__ == "__main__":
    akar, templat, bertanda = sys.argv[1:]
    sys.stdout.buffer.write(cetak(akar, templat, sys.stdin.buffer.read().decode(), bertanda == "ya"))
