"""JSON Schema (2020-12) dari rancangan: kebenaran terakhir saat permohonan dikirim, dan bentuk baku bagi sistem lain."""

import re
from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from jsonschema import Draft202012Validator

from kasuari.dasar.inti.galat import MasukanSalah
from kasuari.masyarakat.layanan.formulir import rancangan as r

TEKS, PANJANG = 200, 5000
NIK = r"^[0-9]{16}$"
TELEPON = r"^\+?[0-9]{8,15}$"
TANGGAL = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
_UUID = r"^[0-9a-f-]{36}$"


def susun(rancangan: Mapping[str, Any]) -> dict[str, Any]:
    """Skema satu formulir. Isian bersyarat wajib hanya bila syaratnya terpenuhi (if/then/else)."""
    sifat, wajib, syarat = {}, [], []
    for i in r.semua(rancangan):
        sifat[i["kode"]] = _sifat(i)
        perlu = bool(i.get("wajib")) and i["jenis"] != "hitung"
        if (bila := i.get("bila")) is not None and bila:
            syarat.append(_bersyarat(i, bila, rancangan, perlu))
        elif perlu:
            wajib.append(i["kode"])
    hasil: dict[str, Any] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object", "properties": sifat,
        "required": wajib, "additionalProperties": False,
    }  # fmt: skip
    return hasil | ({"allOf": syarat} if syarat else {})


def _sifat(i: Mapping[str, Any]) -> dict[str, Any]:
    jenis, judul = i["jenis"], {"title": i["label"]}
    if jenis in {"teks", "panjang"}:
        return judul | {"type": "string", "minLength": 1, "maxLength": TEKS if jenis == "teks" else PANJANG}
    if jenis == "angka":
        batas = {"minimum": i.get("min"), "maximum": i.get("maks")}
        return judul | {"type": "integer"} | {k: v for k, v in batas.items() if v is not None}
    if jenis == "pilih":
        return judul | {"enum": [p["nilai"] for p in i["pilihan"]]}
    if jenis == "banyak":
        pilih = {"enum": [p["nilai"] for p in i["pilihan"]]}
        return judul | {"type": "array", "items": pilih, "uniqueItems": True, "minItems": 1}
    if jenis == "berkas":
        return judul | {"type": "array", "items": {"type": "string", "pattern": _UUID}, "minItems": 1}
    if jenis == "ulang":
        anak = {a["kode"]: _sifat(a) for a in i["anak"]}
        wajib = [a["kode"] for a in i["anak"] if a.get("wajib")]
        baris = {"type": "object", "properties": anak, "required": wajib, "additionalProperties": False}
        return judul | {
            "type": "array",
            "items": baris,
            "minItems": 1,
            "maxItems": i.get("maks") or r.BARIS_TERBANYAK,
        }
    if jenis == "hitung":
        return judul | {"type": "string", "readOnly": True}
    return judul | {"type": "string", "pattern": {"nik": NIK, "telepon": TELEPON, "tanggal": TANGGAL}[jenis]}


def _bersyarat(
    i: Mapping[str, Any], bila: Mapping[str, Any], rancangan: Mapping[str, Any], wajib: bool
) -> dict[str, Any]:
    acuan = next(x for x in r.semua(rancangan) if x["kode"] == bila["isian"])
    sama = {"enum": list(bila["sama"])}
    kena = {"type": "array", "contains": sama} if acuan["jenis"] == "banyak" else sama
    hasil = {
        "if": {"properties": {acuan["kode"]: kena}, "required": [acuan["kode"]]},
        "else": {"properties": {i["kode"]: {"not": {}}}},
    }
    return hasil | ({"then": {"required": [i["kode"]]}} if wajib else {})


def pastikan(skema: Mapping[str, Any], rancangan: Mapping[str, Any], isi: Mapping[str, Any]) -> None:
    """Galat: `MasukanSalah` menyebut isian pertama yang kurang atau keliru; `kolom` = kode isiannya."""
    galat = next(iter(Draft202012Validator(skema).iter_errors(isi)), None)
    if galat is None:
        return
    kode = str(galat.absolute_path[0]) if galat.absolute_path else ""
    if not kode and galat.validator == "required":
        kurang = re.match(r"'([^']+)'", galat.message)
        kode = kurang[1] if kurang else ""
    label = next((i["label"] for i in r.semua(rancangan) if i["kode"] == kode), "")
    if not label:
        raise MasukanSalah(_("Ada isian yang tidak dikenal formulir ini. Muat ulang, lalu periksa lagi."))
    kalimat = (
        _("“%(l)s” belum diisi.")
        if galat.validator == "required"
        else _("“%(l)s” belum benar. Periksa lagi isinya.")
    )
    raise MasukanSalah(kalimat % {"l": label}, kode)
