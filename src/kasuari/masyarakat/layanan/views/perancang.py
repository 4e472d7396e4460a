"""Perancang formulir tanpa JavaScript: halaman, isian, urutan, syarat, pratinjau, dan menerbitkan versi baru."""

import copy
import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kasuari.dasar.inti.galat import MasukanSalah, TidakAda
from kasuari.dasar.rupa.borang import tampilkan
from kasuari.masyarakat.layanan import selectors, standar
from kasuari.masyarakat.layanan.forms import BorangIsian
from kasuari.masyarakat.layanan.formulir import rancangan as r
from kasuari.masyarakat.layanan.formulir.borang import BorangHalaman
from kasuari.masyarakat.layanan.models import StandarPelayanan
from kasuari.masyarakat.layanan.service import formulir as service


def _buka(request: HttpRequest, kode: str) -> tuple[StandarPelayanan, dict[str, Any], int]:
    """Standar layanannya, rancangan yang sedang disunting, dan nomor ubahannya."""
    s = standar.satu(kode)
    standar.pastikan_terjangkau(request.pelaku, "layanan.formulir", s.subjek)  # type: ignore[attr-defined]
    konsep = service.konsep(s.subjek)
    return s, copy.deepcopy(service.dasar_rancangan(s.subjek)), konsep.ubahan if konsep else 0


@require_http_methods(["GET", "HEAD", "POST"])
def formulir(request: HttpRequest, kode: str) -> HttpResponse:
    """Susunan formulir; tiap tombol menyimpan konsepnya. Menerbitkan memeriksa seluruhnya."""
    s, isi, ubahan = _buka(request, kode)
    pelaku, galat = request.pelaku, ""  # type: ignore[attr-defined]
    if request.method == "POST":
        try:
            terlihat, kunci = int(request.POST["ubahan"]), uuid.UUID(request.POST["kunci"])
        except (KeyError, ValueError):
            raise MasukanSalah(_("Kirimannya tidak terbaca. Muat ulang halaman, lalu coba lagi.")) from None
        try:
            if "terbitkan" in request.POST:
                hasil = service.terbitkan(pelaku, layanan=s.subjek.kode, ubahan=terlihat, kunci=kunci)
                messages.success(
                    request, _("Formulir versi %(v)s terbit. Permohonan yang sudah dimulai memakai versi lamanya.") % {"v": hasil.data["versi"]}
                )  # fmt: skip
            else:
                _ubah(isi, request.POST)
                service.simpan(pelaku, layanan=s.subjek.kode, rancangan=isi, ubahan=terlihat, kunci=kunci)
        except MasukanSalah as salah:
            galat = salah.pesan
        else:
            return redirect("layanan_kerja:formulir", kode)
    terbit = selectors.formulir_terbit(s.subjek_id)
    konteks = {
        "s": s, "kode": kode, "halaman": isi["halaman"], "ubahan": ubahan, "kunci": uuid.uuid4(), "galat": galat,
        "konsep": service.konsep(s.subjek), "terbit": terbit, "jenis": {k: str(v) for k, v in r.JENIS.items()},
    }  # fmt: skip
    return tampilkan(request, "layanan/kerja/formulir.html", konteks, 422 if galat else 200)


def _ubah(isi: dict[str, Any], kiriman: Any) -> None:
    """Satu tombol: tambah atau hapus halaman, hapus isian, atau menggesernya. Galat: `MasukanSalah`."""
    halaman = isi["halaman"]
    if "tambah_halaman" in kiriman:
        judul = kiriman.get("judul", "").strip()
        if not judul or len(judul) > 80:
            raise MasukanSalah(_("Isi judul halaman, paling banyak 80 huruf."))
        halaman.append({"judul": judul, "isian": []})
        return
    if "hapus_halaman" in kiriman:
        n = _nomor(kiriman["hapus_halaman"], len(halaman))
        if halaman[n]["isian"]:
            raise MasukanSalah(_("Kosongkan dulu halamannya, baru dihapus."))
        halaman.pop(n)
        return
    for aksi in ("hapus", "naik", "turun"):
        if aksi in kiriman:
            h, n = _letak(halaman, kiriman[aksi])
            satu = halaman[h]["isian"].pop(n)
            if aksi != "hapus":
                _geser(halaman, h, n, satu, -1 if aksi == "naik" else 1)
            return
    raise MasukanSalah(_("Tombol itu tidak dikenal. Muat ulang halaman."))


def _nomor(teks: str, banyak: int) -> int:
    if not teks.isdigit() or int(teks) >= banyak:
        raise TidakAda(_("Halaman ini tidak ada."))
    return int(teks)


def _letak(halaman: list[dict[str, Any]], kode: str) -> tuple[int, int]:
    for h, isi in enumerate(halaman):
        for n, i in enumerate(isi["isian"]):
            if i["kode"] == kode:
                return h, n
    raise TidakAda(_("Isian ini tidak ada."))


def _geser(halaman: list[dict[str, Any]], h: int, n: int, satu: dict[str, Any], arah: int) -> None:
    """Geser satu tempat; di ujung halaman, pindah ke halaman sebelah."""
    ke = n + arah
    if ke < 0 and h > 0:
        halaman[h - 1]["isian"].append(satu)
    elif ke > len(halaman[h]["isian"]) and h + 1 < len(halaman):
        halaman[h + 1]["isian"].insert(0, satu)
    else:
        halaman[h]["isian"].insert(max(ke, 0), satu)


@require_http_methods(["GET", "HEAD", "POST"])
def isian(request: HttpRequest, kode: str, hal: int, isian: str) -> HttpResponse:
    """Menambah (`isian` = 'baru') atau mengubah satu isian."""
    s, isi, ubahan = _buka(request, kode)
    if not 1 <= hal <= len(isi["halaman"]):
        raise TidakAda(_("Halaman ini tidak ada."))
    daftar = isi["halaman"][hal - 1]["isian"]
    letak = next((n for n, i in enumerate(daftar) if i["kode"] == isian), None)
    if letak is None and isian != "baru":
        raise TidakAda(_("Isian ini tidak ada."))
    acuan = [
        (i["kode"], i["label"]) for i in r.semua(isi) if i["jenis"] in r.BERPILIHAN and i["kode"] != isian
    ]
    awal = {
        "ubahan": ubahan,
        **(_awal(daftar[letak], isi) if letak is not None else {"jenis": "teks", "wajib": True}),
    }
    borang = BorangIsian(acuan, request.POST if request.method == "POST" else None, initial=awal)
    if request.method == "POST" and borang.is_valid():
        d = borang.cleaned_data
        try:
            baru = _dari_borang(d, isi, daftar[letak] if letak is not None else {})
            if letak is None:
                daftar.append(baru)
            else:
                daftar[letak] = baru
            r.periksa(_berisi(isi))
            service.simpan(
                request.pelaku, layanan=s.subjek.kode, rancangan=isi, ubahan=d["ubahan"], kunci=d["kunci"]  # type: ignore[attr-defined]
            )  # fmt: skip
        except MasukanSalah as galat:
            nama = {"bila": "bila_isian"}.get(galat.kolom, galat.kolom)
            borang.add_error(nama if nama in borang.fields else None, galat.pesan)
        else:
            return redirect("layanan_kerja:formulir", kode)
    return tampilkan(
        request, "layanan/kerja/isian.html", {"form": borang, "s": s, "kode": kode, "baru": letak is None}
    )


def _berisi(isi: dict[str, Any]) -> dict[str, Any]:
    return {"halaman": [h for h in isi["halaman"] if h["isian"]]}


def _awal(i: dict[str, Any], isi: dict[str, Any]) -> dict[str, Any]:
    bila = i.get("bila") or {}
    teks = {p["nilai"]: p["teks"] for p in _pilihan(bila.get("isian", ""), isi)}
    anak = "\n".join(f"{a['kode']} | {a['label']} | {a['jenis']}" for a in i.get("anak", ()))
    return {
        **{k: i.get(k) for k in ("label", "kode", "jenis", "wajib", "petunjuk", "min", "maks", "rumus")},
        "pilihan": "\n".join(p["teks"] for p in i.get("pilihan", ())), "bila_isian": bila.get("isian", ""),
        "bila_sama": "\n".join(teks.get(n, n) for n in bila.get("sama", ())), "anak": anak,
    }  # fmt: skip


def _dari_borang(d: dict[str, Any], isi: dict[str, Any], lama: dict[str, Any]) -> dict[str, Any]:
    """Isian baru dari layar. Yang tidak ada di layar (nilai pilihan, tanda rupiah, tempat di surat, pilihan anak) dibawa dari `lama`."""
    baru: dict[str, Any] = {k: d[k] for k in ("label", "kode", "jenis", "wajib")}
    baru |= {k: d[k] for k in ("petunjuk", "min", "maks", "rumus") if d.get(k) not in (None, "")}
    baru |= {k: lama[k] for k in ("di_surat", "rupiah") if k in lama}
    if d["jenis"] in r.BERPILIHAN:
        nilai = {p["teks"]: p["nilai"] for p in lama.get("pilihan", ())}
        baris = [b.strip() for b in d["pilihan"].splitlines() if b.strip()]
        baru["pilihan"] = [{"nilai": nilai.get(b, b), "teks": b} for b in baris]
    if d["jenis"] == "ulang":
        anak = {a["kode"]: a for a in lama.get("anak", ())}
        baru["anak"] = [_anak(b, anak) for b in d["anak"].splitlines() if b.strip()]
    if d["bila_isian"]:
        baru["bila"] = {"isian": d["bila_isian"], "sama": _nilai(d["bila_sama"], d["bila_isian"], isi)}
    return baru


def _anak(baris: str, lama: dict[str, dict[str, Any]]) -> dict[str, Any]:
    bagian = [x.strip() for x in baris.split("|")]
    if len(bagian) != 3:
        raise MasukanSalah(_("“%(b)s”: tulis kode | pertanyaan | jenis.") % {"b": baris}, "anak")
    kode, label, jenis = bagian
    sama = lama.get(kode, {})
    bawaan = sama if sama.get("jenis") == jenis else {"wajib": True}
    return {**bawaan, "kode": kode, "label": label, "jenis": jenis}


def _pilihan(kode: str, isi: dict[str, Any]) -> list[dict[str, str]]:
    return next((i.get("pilihan", []) for i in r.semua(isi) if i["kode"] == kode), [])


def _nilai(tulisan: str, kode: str, isi: dict[str, Any]) -> list[str]:
    """Jawaban yang diketik petugas, satu baris satu atau dipisah koma, menjadi nilai pilihannya. Pilihan boleh berkoma."""
    teks = {p["teks"].lower(): p["nilai"] for p in _pilihan(kode, isi)}
    hasil: list[str] = []
    for baris in (b.strip() for b in tulisan.splitlines()):
        bagian = [baris] if baris.lower() in teks else [x.strip() for x in baris.split(",")]
        hasil += [teks.get(x.lower(), x) for x in bagian if x]
    return hasil


@require_safe
def pratinjau(request: HttpRequest, kode: str, hal: int) -> HttpResponse:
    """Satu halaman konsep seperti dilihat warga, semua syarat terbuka; tidak menyimpan apa pun."""
    s, isi, _ubahan = _buka(request, kode)
    if not 1 <= hal <= len(isi["halaman"]):
        raise TidakAda(_("Halaman ini tidak ada."))
    h = isi["halaman"][hal - 1]
    terbuka = {
        "judul": h["judul"],
        "isian": [{k: v for k, v in i.items() if k != "bila"} for i in h["isian"]],
    }
    konteks = {
        "form": BorangHalaman(terbuka, {}), "s": s, "kode": kode, "hal": hal, "dari": len(isi["halaman"]), "judul": h["judul"],
        "lanjut": hal + 1 if hal < len(isi["halaman"]) else 0,
    }  # fmt: skip
    return tampilkan(request, "layanan/kerja/pratinjau.html", konteks)
