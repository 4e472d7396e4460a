"""Menulis jawaban formulir untuk dibaca orang: periksa jawaban, lembar petugas, surat, dan unduhan data."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from kasuari.dasar.rupa.bahan import Jawaban
from kasuari.dasar.rupa.bentuk import angka, rupiah, tanggal_naskah
from kasuari.masyarakat.layanan.formulir import hitung
from kasuari.masyarakat.layanan.formulir import rancangan as r


def tulis_tanggal(iso: str) -> str:
    try:
        return tanggal_naskah(date.fromisoformat(iso))
    except ValueError:
        return iso


def tulis(i: Mapping[str, Any], nilai: Any) -> str:
    """Satu jawaban sebagai tulisan; kosong bila belum dijawab."""
    if nilai in (None, "", []):
        return ""
    jenis = i["jenis"]
    if jenis in r.BERPILIHAN:
        teks = {p["nilai"]: p["teks"] for p in i["pilihan"]}
        return ", ".join(str(teks.get(n, n)) for n in (nilai if isinstance(nilai, list) else [nilai]))
    if jenis == "tanggal":
        return tulis_tanggal(nilai)
    if jenis == "berkas":
        return _("%(n)s berkas") % {"n": len(nilai)}
    if jenis in {"angka", "hitung"}:
        return rupiah(nilai) if i.get("rupiah") else angka(nilai)
    if jenis == "ulang":
        return "; ".join(
            ", ".join(f"{a['label']}: {tulis(a, b.get(a['kode']))}" for a in i["anak"] if b.get(a["kode"]) not in (None, "")) for b in nilai
        )  # fmt: skip
    return str(nilai)


def daftar(
    rancangan: Mapping[str, Any], isi: Mapping[str, Any], ubah: Callable[[int], str] | None = None
) -> Iterator[Jawaban]:
    """Tiap isian yang tampak dengan jawabannya; `ubah(nomor halaman)` alamat untuk mengubahnya."""
    for n, h in enumerate(rancangan["halaman"], 1):
        for i in h["isian"]:
            if r.tampak(i, isi):
                alamat = ubah(n) if ubah and i["jenis"] != "hitung" else ""
                yield Jawaban(i["label"], tulis(i, isi.get(i["kode"])) or _("belum diisi"), alamat)


def rapikan(rancangan: Mapping[str, Any], isi: Mapping[str, Any]) -> dict[str, Any]:
    """Isi yang bersih: jawaban yang tidak lagi ditanyakan dibuang, yang kosong tidak ikut, nilai hitungan diperbarui."""
    hasil: dict[str, Any] = {}
    for i in r.semua(rancangan):
        if not r.tampak(i, hasil):
            continue
        nilai = hitung.nilai(i["rumus"], hasil) if i["jenis"] == "hitung" else isi.get(i["kode"])
        if nilai not in (None, "", []):
            hasil[i["kode"]] = nilai
    return hasil
