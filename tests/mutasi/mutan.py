"""Membuat mutan sebuah modul dengan operator mutmut.

Operator dan pengunjung pohonnya milik mutmut. Satu hal berbeda: mutmut melewati setiap fungsi berdekorator,
padahal semua rumus hukum adalah `@rumus`; di sini isinya ikut dimutasi, dekoratornya tidak.
"""

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

import libcst as cst
from libcst.metadata import CodeRange, MetadataWrapper, ParentNodeProvider, PositionProvider
from mutmut.mutation.file_mutation import NEVER_MUTATE_FUNCTION_NAMES, MutationVisitor, deep_replace
from mutmut.mutation.mutators import mutation_operators
from mutmut.mutation.pragma_handling import IgnoredCode

Letak = Mapping[cst.CSTNode, CodeRange]
TEMBOLOK = {"cache", "lru_cache", "cached_property"}  # hasilnya tersimpan: mutannya perlu modul yang segar


class _Pengunjung(MutationVisitor):
    def _skip_node_and_children(self, node: cst.CSTNode) -> bool:
        if isinstance(node, cst.FunctionDef) and node.decorators:
            return node.name.value in NEVER_MUTATE_FUNCTION_NAMES
        return super()._skip_node_and_children(node)


@dataclass(frozen=True, slots=True)
class Mutan:
    """Satu mutan. `baris` = baris pernyataan yang berubah; `fungsi` = nama penuh fungsi
    paling luar, `badan` = baris isinya; tanda tangan dan dekorator berjalan saat impor, bukan isinya."""

    modul: str
    nomor: int
    letak: int
    baris: frozenset[int]
    fungsi: str
    badan: frozenset[int]
    tembolok: bool
    sumber: str

    @property
    def nama(self) -> str:
        return f"{self.modul}:{self.nomor}"


class Berkas:
    """Satu berkas sumber dengan semua mutannya."""

    def __init__(self, modul: str, jalur: Path) -> None:
        self.modul, self.jalur = modul, jalur
        self.teks = jalur.read_text("utf-8")
        self.pohon = MetadataWrapper(cst.parse_module(self.teks))
        self.modul_cst = self.pohon.module
        panjang = (len(b) for b in self.teks.splitlines(keepends=True))
        self._awal = [0, *accumulate(panjang)]
        self.mutan = list(self._semua())

    def beda(self, m: Mutan) -> str:
        """Baris yang berubah: '- lama' dan '+ baru', satu baris teks."""
        beda = difflib.ndiff(self.teks.splitlines(), m.sumber.splitlines())
        return "  ".join(f"{b[0]} {b[2:].strip()}" for b in beda if b[0] in "-+")

    def _semua(self) -> Iterator[Mutan]:
        pengunjung = _Pengunjung(mutation_operators, IgnoredCode(set(), set(), set()))
        self.pohon.visit(pengunjung)
        letak = self.pohon.resolve(PositionProvider)
        induk = self.pohon.resolve(ParentNodeProvider)
        terlihat = {self.teks}
        for nomor, m in enumerate(pengunjung.mutations):
            if not isinstance(m.contained_by_top_level_function, cst.FunctionDef):
                continue  # isi kelas dan modul bukan mutan, seperti pada mutmut
            sumber = self._sisip(m.original_node, m.mutated_node, letak)
            if sumber not in terlihat:  # perubahan yang sama ditulis dua operator
                terlihat.add(sumber)
                yield self._satu(nomor, m.original_node, sumber, letak, induk)

    def _sisip(self, asal: cst.CSTNode, ganti: cst.CSTNode, letak: Letak) -> str:
        """Teks modul dengan `asal` diganti; disisipkan menurut letaknya, sebab jauh lebih cepat."""
        tempat = letak.get(asal)
        if tempat:
            awal = self._awal[tempat.start.line - 1] + tempat.start.column
            akhir = self._awal[tempat.end.line - 1] + tempat.end.column
            if self.modul_cst.code_for_node(asal) == self.teks[awal:akhir]:
                return self.teks[:awal] + self.modul_cst.code_for_node(ganti) + self.teks[akhir:]
        return deep_replace(self.modul_cst, asal, ganti).code  # type: ignore[union-attr]

    def _satu(
        self,
        nomor: int,
        asal: cst.CSTNode,
        sumber: str,
        letak: Letak,
        induk: Mapping[cst.CSTNode, cst.CSTNode],
    ) -> Mutan:
        rantai = [asal]
        while (atas := induk.get(rantai[-1])) is not None:
            rantai.append(atas)
        nama: list[str] = []
        for n in reversed(rantai):
            if isinstance(n, cst.FunctionDef | cst.ClassDef):
                nama.append(n.name.value)
            if isinstance(n, cst.FunctionDef):
                luar = n
                break
        fungsi = [n for n in rantai if isinstance(n, cst.FunctionDef)]
        bungkus = (cst.BaseCompoundStatement, cst.IndentedBlock, cst.Else, cst.Finally, cst.ExceptHandler)
        pernyataan = asal
        for n in rantai:
            if isinstance(n, bungkus):
                break
            pernyataan = n
        tempat = letak[pernyataan] if pernyataan in letak else letak[asal]
        badan = letak[luar.body]
        return Mutan(
            self.modul,
            nomor,
            letak[asal].start.line,
            frozenset(range(tempat.start.line, tempat.end.line + 1)),
            ".".join(nama),
            frozenset(range(badan.start.line, badan.end.line + 1)),
            any(_nama_dekorator(d) in TEMBOLOK for f in fungsi for d in f.decorators),
            sumber,
        )


def _nama_dekorator(d: cst.Decorator) -> str:
    isi = d.decorator.func if isinstance(d.decorator, cst.Call) else d.decorator
    return isi.value if isinstance(isi, cst.Name) else ""
