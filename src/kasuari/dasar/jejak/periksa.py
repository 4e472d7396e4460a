"""Pemeriksaan seluruh jejak, dari basis data atau dari berkas ekspor. Tiap temuan menyebut peristiwanya."""

import gzip
import json
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from kasuari.dasar.jejak import pohon
from kasuari.dasar.jejak.kanonik import baku, sidik_daun
from kasuari.dasar.jejak.tanda import tanda_tangan_sah


class Temuan(NamedTuple):
    peristiwa: str
    pesan: str


class Laporan(NamedTuple):
    """Hasil pemeriksaan: `n` peristiwa, `akar` yang dihitung ulang, dan semua temuan (kosong = utuh)."""

    n: int
    akar: str
    temuan: list[Temuan]


META = (
    "uid",
    "waktu",
    "jenis",
    "pelaku_orang",
    "pelaku_akun",
    "atas_nama",
    "objek_jenis",
    "objek",
    "permintaan",
)


def baris_ekspor() -> Iterator[dict[str, Any]]:
    """Semua peristiwa bersegel menurut urutan daun, dengan garam dan isinya; lalu semua akar bertanda tangan."""
    from kasuari.dasar.inti.sandi import dekripsi
    from kasuari.dasar.jejak.models import SegelAkar, SegelDaun
    from kasuari.dasar.jejak.segel import kunci_umum

    # Sampai akar terakhir saat ekspor dimulai: peristiwa yang disegel sementara itu menunggu ekspor berikutnya.
    akhir = SegelAkar.objects.order_by("-ukuran").values_list("ukuran", flat=True).first() or 0
    yield {
        "jenis_baris": "kepala",
        "versi": 1,
        "kunci_umum": kunci_umum().hex(),
        "peristiwa": akhir,
        "akar": SegelAkar.objects.filter(ukuran__lte=akhir).count(),
    }
    daun = SegelDaun.objects.filter(urut__lt=akhir).order_by("urut").select_related("jejak", "jejak__muatan")
    for d in daun.iterator(chunk_size=2000):
        j = d.jejak
        muatan = getattr(j, "muatan", None)
        yield {
            "jenis_baris": "daun",
            "urut": d.urut,
            "sidik": bytes(j.sidik).hex(),
            "meta": json.loads(baku({k: getattr(j, k) for k in META})),
            "garam": bytes(muatan.garam).hex() if muatan else None,
            "isi": _buka(dekripsi, muatan),
        }
    for a in SegelAkar.objects.filter(ukuran__lte=akhir).order_by("ukuran"):
        yield {
            "jenis_baris": "akar",
            "ukuran": a.ukuran,
            "akar": bytes(a.akar).hex(),
            "waktu": a.waktu.isoformat(),
            "tanda_tangan": bytes(a.tanda_tangan).hex(),
        }


def _buka(dekripsi: Any, muatan: Any) -> str | None:
    """Isi yang tidak dapat dibuka diekspor sebagai teks kosong: pemeriksa akan menyebutnya berubah."""
    from cryptography.fernet import InvalidToken

    if muatan is None:
        return None
    try:
        return dekripsi(muatan.isi, "jejak").decode()
    except (InvalidToken, KeyError, UnicodeDecodeError):
        return ""


def ekspor(berkas: Path) -> int:
    """Menulis berkas JSONL (gzip bila berakhir .gz); jumlah peristiwa kembali."""
    buka = gzip.open if berkas.suffix == ".gz" else open
    n = 0
    with buka(berkas, "wt", encoding="utf-8") as keluar:  # type: ignore[operator]
        for baris in baris_ekspor():
            n += baris["jenis_baris"] == "daun"
            keluar.write(json.dumps(baris, ensure_ascii=False, sort_keys=True) + "\n")
    return n


def baca(berkas: Path) -> Iterator[dict[str, Any]]:
    buka = gzip.open if berkas.suffix == ".gz" else open
    with buka(berkas, "rt", encoding="utf-8") as masuk:  # type: ignore[operator]
        for baris in masuk:
            yield json.loads(baris)


def periksa(
    baris: Iterable[dict[str, Any]],
    kunci_umum: bytes | None = None,
    akar_dikenal: tuple[int, str] | None = None,
) -> Laporan:
    """Menghitung ulang tiap sidik, urutan, akar, dan tanda tangan. Murni: tidak membuka basis data.

    `kunci_umum`: kunci yang dikenal dari luar (halaman umum); tanpa itu dipakai kunci di kepala berkas.
    `akar_dikenal`: (ukuran, heksadesimal) yang disimpan dari halaman umum atau surat harian; berkas yang
    dipotong beserta kepalanya tetap ketahuan, karena akar itu tidak lagi ada di dalamnya.
    """
    temuan: list[Temuan] = []
    daun: list[bytes] = []
    dilupakan: set[str] = set()
    tanpa_isi: list[str] = []
    akar: list[dict[str, Any]] = []
    kepala: dict[str, Any] | None = None
    for b in baris:
        if b["jenis_baris"] == "kepala":
            kepala = b
            kunci_umum = kunci_umum or bytes.fromhex(b["kunci_umum"])
        elif b["jenis_baris"] == "akar":
            akar.append(b)
        else:
            _periksa_daun(b, len(daun), temuan, tanpa_isi, dilupakan)
            daun.append(bytes.fromhex(b["sidik"]))
    temuan += [
        Temuan(uid, "Isinya hilang tanpa peristiwa penghapusan yang menyebutnya.")
        for uid in tanpa_isi
        if uid not in dilupakan
    ]
    temuan += _periksa_ujung(daun, akar, kepala)
    _periksa_akar(daun, akar, kunci_umum, temuan)
    if akar_dikenal and not any((a["ukuran"], a["akar"]) == akar_dikenal for a in akar):
        temuan.append(Temuan(f"akar {akar_dikenal[0]}", "Akar yang Anda simpan tidak ada di berkas ini."))
    return Laporan(len(daun), akar[-1]["akar"] if akar else "", temuan)


def _periksa_ujung(
    daun: list[bytes], akar: list[dict[str, Any]], kepala: dict[str, Any] | None
) -> list[Temuan]:
    """Ekspor yang dipotong: kepala hilang, jumlahnya tidak sampai, atau akar terakhir tidak meliputi semua daun."""
    if kepala is None:
        return [Temuan("berkas", "Kepala ekspor tidak ada: berkas kosong atau terpotong di depan.")]
    temuan = []
    if (len(daun), len(akar)) != (kepala["peristiwa"], kepala["akar"]):
        temuan.append(
            Temuan(
                "berkas",
                f"Terpotong: kepala menyebut {kepala['peristiwa']} peristiwa dan {kepala['akar']} akar, "
                f"yang ada {len(daun)} dan {len(akar)}.",
            )
        )
    if daun and (not akar or akar[-1]["ukuran"] != len(daun)):
        temuan.append(Temuan("berkas", "Peristiwa terakhir tidak diliputi akar bertanda tangan mana pun."))
    return temuan


def _periksa_daun(
    b: dict[str, Any], urut: int, temuan: list[Temuan], tanpa_isi: list[str], dilupakan: set[str]
) -> None:
    uid = b["meta"]["uid"]
    if b["urut"] != urut:
        temuan.append(Temuan(uid, f"Urutan daun meloncat: seharusnya {urut}, tertulis {b['urut']}."))
    if b["isi"] is None:
        tanpa_isi.append(uid)
        return
    if sidik_daun(bytes.fromhex(b["garam"]), baku(b["meta"]) + b["isi"].encode()).hex() != b["sidik"]:
        temuan.append(Temuan(uid, "Isi atau keterangannya diubah sesudah dicatat."))
        return
    if b["meta"]["jenis"] == "jejak.dilupakan":
        dilupakan.update(json.loads(b["isi"])["sesudah"]["uid"])


def _periksa_akar(
    daun: list[bytes], akar: list[dict[str, Any]], kunci: bytes | None, temuan: list[Temuan]
) -> None:
    simpul = _simpul_simpan(daun)
    for a in akar:
        nama = f"akar {a['ukuran']}"
        if a["ukuran"] > len(daun):
            temuan.append(Temuan(nama, f"Akar menyebut {a['ukuran']} peristiwa, yang ada hanya {len(daun)}."))
            continue
        if pohon.akar(simpul, 0, a["ukuran"]).hex() != a["akar"]:
            temuan.append(
                Temuan(nama, "Akar tidak sama dengan hitungan ulang: ada peristiwa yang berubah atau hilang.")
            )
        waktu = datetime.fromisoformat(a["waktu"]).astimezone(UTC)
        if kunci is None or not tanda_tangan_sah(
            kunci, a["ukuran"], bytes.fromhex(a["akar"]), waktu, bytes.fromhex(a["tanda_tangan"])
        ):
            temuan.append(Temuan(nama, "Tanda tangan akar tidak sah."))


def _simpul_simpan(daun: list[bytes]) -> pohon.Simpul:
    """Simpul dengan ingatan: banyak akar memakai pohon bagian yang sama."""
    ingat: dict[tuple[int, int], bytes] = {}

    def simpul(k: int, i: int) -> bytes:
        if k == 0:
            return daun[i]
        if (k, i) not in ingat:
            ingat[k, i] = pohon.gabung(simpul(k - 1, 2 * i), simpul(k - 1, 2 * i + 1))
        return ingat[k, i]

    return simpul
