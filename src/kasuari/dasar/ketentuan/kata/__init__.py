"""Kata-kata bagi orang: nama masukan, arti kode pilihan, satuan, dan skema. Hukum sendiri dikutip dalam bahasanya.

Rumus dan parameter bernama Indonesia. Di halaman Inggris nama yang belum diterjemahkan tampil apa adanya dengan
`lang="id"`, supaya pembaca layar membacanya dengan benar. Pokok baru menambah labelnya di berkas-berkas sebelah.
"""

from decimal import Decimal
from typing import Any

from django.utils.html import format_html
from django.utils.translation import get_language, gettext, ngettext

from kasuari.aturan.rumus import Susunan
from kasuari.dasar.ketentuan.kata import gaji, layanan, pegawai
from kasuari.dasar.ketentuan.kata.arti import ARTI, JENIS, SATUAN, SKEMA
from kasuari.dasar.ketentuan.kata.label import Label

__all__ = [
    "ARTI", "BIDANG", "JENIS", "SATUAN", "SKEMA", "Label", "arti", "banyak_sel", "bersatuan", "hukum", "kunci", "label", "satuan", "skema",
]  # fmt: skip

# nama masukan -> label; "susunan.nama" didahulukan bila satu nama berarti lain di susunan itu
BIDANG: dict[str, Label] = {**pegawai.BIDANG, **gaji.BIDANG, **layanan.BIDANG}


def hukum(teks: str) -> Any:
    """Nama dari hukum: terjemahannya bila ada, kalau tidak aslinya bertanda bahasa."""
    alih = gettext(teks)
    if alih != teks or (get_language() or "id").startswith("id"):
        return alih
    return format_html('<span lang="id">{}</span>', teks)


def label(susunan: Susunan, nama: str) -> Label:
    """Label satu masukan; tanpa catatan, namanya sendiri yang dirapikan."""
    ada = BIDANG.get(f"{susunan.nama}.{nama}") or BIDANG.get(nama)
    return ada or Label(nama.replace("_", " ").capitalize())


def arti(kode: Any) -> Any:
    """Arti satu kode pilihan."""
    return ARTI.get(str(kode), kode)


def kunci(k: str | None) -> str:
    """Kunci sel sebuah tabel: arti tiap tingkatnya, dipisah panah kecil."""
    return " › ".join(str(ARTI.get(x, x.replace("_", " "))) for x in (k or "").split("."))


def skema(kode: str) -> Any:
    return SKEMA.get(kode, kode.replace("_", " ").capitalize())


def satuan(kode: str) -> Any:
    return SATUAN.get(kode, kode)


def bersatuan(nilai: int | Decimal, tulisan: str, kode: str) -> str:
    """Angka dengan satuannya ('2 bulan'); bentuk satuannya menurut banyaknya dalam bahasa yang membedakannya."""
    n = 1 if nilai == 1 else 2
    bentuk = {
        "tahun": ngettext("%(n)s tahun", "%(n)s tahun", n),
        "bulan": ngettext("%(n)s bulan", "%(n)s bulan", n),
        "hari": ngettext("%(n)s hari", "%(n)s hari", n),
        "hari kerja": ngettext("%(n)s hari kerja", "%(n)s hari kerja", n),
        "jam": ngettext("%(n)s jam", "%(n)s jam", n),
        "poin": ngettext("%(n)s poin", "%(n)s poin", n),
        "orang": ngettext("%(n)s orang", "%(n)s orang", n),
        "anak": ngettext("%(n)s anak", "%(n)s anak", n),
    }
    return bentuk[kode] % {"n": tulisan} if kode in bentuk else f"{tulisan} {satuan(kode)}"


def banyak_sel(n: int) -> str:
    return ngettext("tabel %(n)s baris", "tabel %(n)s baris", n) % {"n": n}
