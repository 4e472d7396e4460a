"""Layar organisasi: pohon, satu unit dengan sejarah dan posnya, dan satu tindakan penataan yang diperiksa dahulu."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kasuari.dasar.akun.izin import boleh, pastikan
from kasuari.dasar.inti.galat import MasukanSalah, TidakAda
from kasuari.dasar.organisasi import selectors as organisasi
from kasuari.dasar.organisasi import service
from kasuari.dasar.rupa.bahan import Jawaban
from kasuari.dasar.rupa.bentuk import tanggal
from kasuari.dasar.rupa.borang import tampilkan
from kasuari.situs.organisasi import bezetting, sajian
from kasuari.situs.organisasi.forms import TINDAKAN, BorangTata
from kasuari.situs.organisasi.saat import Saat, baca

KELOLA = "organisasi.kelola"
POS_SEHALAMAN = 30


@require_safe
def pohon(request: HttpRequest) -> HttpResponse:
    borang, saat = baca(request.GET)
    isi, banyak = sajian.pohon(saat)
    konteks = {
        "form": borang,
        "saat": saat,
        "isi": isi,
        "banyak": banyak,
        "boleh_bezetting": boleh(request.pelaku, bezetting.IZIN).ya,  # type: ignore[attr-defined]
        "boleh_tata": boleh(request.pelaku, KELOLA).ya,  # type: ignore[attr-defined]
    }
    return tampilkan(request, "situs/organisasi/pohon.html", konteks)


@require_safe
def unit(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Satu unit pada satu saat. Unit yang belum ada atau sudah bubar pada hari itu tetap menampilkan sejarahnya."""
    pelaku = request.pelaku  # type: ignore[attr-defined]
    borang, saat = baca(request.GET)
    benda = organisasi.unit_dari_uid(uid)
    if benda is None:
        raise TidakAda(_("Unit ini tidak ada."))
    susunan = organisasi.susunan_unit(saat.pada, saat.diketahui)
    kini = next((f for f in susunan if f.subjek_id == benda.id), None)
    riwayat = sajian.riwayat(benda.id, saat)
    pos = sajian.pos(pelaku, benda.id, saat) if kini else []
    konteks: dict[str, Any] = {
        "form": borang,
        "saat": saat,
        "uid": uid,
        "kini": kini,
        "nama": kini.nama if kini else (riwayat[0].judul if riwayat else benda.kode),
        "jenis": sajian.JENIS_UNIT[kini.jenis] if kini else "",
        "remah": _remah(saat, sajian.jalur(kini, susunan) if kini else [], kini),
        "riwayat": riwayat,
        "anak": sorted((f for f in susunan if f.induk_id == benda.id), key=lambda f: f.nama),
        "halaman": Paginator(pos, POS_SEHALAMAN).get_page(request.GET.get("hal")),
        "angka": sajian.angka(pos),
        "sementara": sajian.sementara(pos),
        "boleh_tata": boleh(pelaku, KELOLA).ya,
        "boleh_tetapkan": boleh(pelaku, "pegawai.ubah").ya,
    }
    return tampilkan(request, "situs/organisasi/unit.html", konteks)


def _remah(saat: Saat, jalur: list[Any], kini: Any) -> list[tuple[str, str]]:
    awal = [(_("Organisasi"), reverse("organisasi:pohon") + saat.ekor)]
    tengah = [(f.nama, reverse("organisasi:unit", args=[f.subjek.uid]) + saat.ekor) for f in jalur]
    return [*awal, *tengah, *([(kini.nama, "")] if kini else [])]


@require_http_methods(["GET", "HEAD", "POST"])
def tata(request: HttpRequest) -> HttpResponse:
    """Isi, periksa, simpan: tiga langkah di satu alamat. Tombol `ubah` kembali ke isian tanpa menghilangkannya."""
    pelaku = request.pelaku  # type: ignore[attr-defined]
    pastikan(pelaku, KELOLA)
    if request.method != "POST":
        return tampilkan(request, "situs/organisasi/tata.html", {"form": BorangTata(initial=_awal(request))})
    borang = BorangTata(request.POST)
    if not borang.is_valid() or "ubah" in request.POST:
        return tampilkan(request, "situs/organisasi/tata.html", {"form": borang})
    if borang.cleaned_data["tindakan"] != "baru" and borang.lama is None:
        borang.add_error(
            "mulai", _("Unit ini belum ada atau sudah bubar pada tanggal itu. Pilih tanggal lain.")
        )
    elif "simpan" not in request.POST:
        return render(request, "situs/organisasi/periksa.html", {"form": borang, "isi": _ringkas(borang)})
    else:
        try:
            service.tata_unit(
                pelaku, berlaku=borang.cleaned_data["mulai"], baris=[borang.baris()], dasar=borang.dasar(),
                kunci=borang.cleaned_data["kunci"],
            )  # fmt: skip
        except MasukanSalah as galat:
            borang.add_error(galat.kolom if galat.kolom in borang.fields else None, _kalimat(galat))
        else:
            messages.success(
                request, _("Penataan dicatat, berlaku %(t)s.") % {"t": tanggal(borang.cleaned_data["mulai"])}
            )
            uid = organisasi.uid_unit(borang.baris().kode)
            return redirect("organisasi:unit", uid)
    return tampilkan(request, "situs/organisasi/tata.html", {"form": borang})


def _awal(request: HttpRequest) -> dict[str, str]:
    """Unit dari alamat (`?unit=UUID`) sudah terpilih."""
    try:
        benda = organisasi.unit_dari_uid(UUID(request.GET.get("unit", "")))
    except ValueError:
        return {}
    return {"unit": benda.kode} if benda else {}


def _kalimat(galat: MasukanSalah) -> str:
    """Awalan 'Baris 1:' hanya berguna bagi daftar panjang."""
    pesan = galat.pesan.removeprefix("Baris 1: ")
    return pesan[:1].upper() + pesan[1:]


def _ringkas(borang: BorangTata) -> list[Jawaban]:
    d, baris, lama = borang.cleaned_data, borang.baris(), borang.lama
    isi = [Jawaban(_("Tindakan"), TINDAKAN[d["tindakan"]].judul)]
    if lama is not None:
        isi.append(Jawaban(_("Unit"), lama.nama))
    if d["tindakan"] in {"nama", "baru"}:
        isi.append(Jawaban(_("Nama baru"), baris.nama))
        isi.append(Jawaban(_("Singkatan"), baris.singkatan))
    if d["tindakan"] == "baru":
        isi.append(Jawaban(_("Jenis unit"), sajian.JENIS_UNIT[baris.jenis]))
        isi.append(Jawaban(_("Kode unit"), baris.kode))
    if d["tindakan"] in {"pindah", "baru"}:
        isi.append(Jawaban(_("Di bawah unit"), borang.susunan[d["induk"]].nama))
    isi.append(Jawaban(_("Berlaku mulai"), tanggal(d["mulai"])))
    surat = f"{d['sk_nomor']}, {tanggal(d['sk_tanggal'])}" if d["sk_tanggal"] else d["sk_nomor"]
    return [*isi, Jawaban(_("Nomor surat dasar"), surat)]
