"""Meja pengelola kepegawaian: antrean, daftar jatuh tempo, dan menyusun usulan bagi seorang pegawai."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kasuari.aparatur.pegawai import selectors as pegawai_
from kasuari.aparatur.usulan import massal, rangka, sajian, selectors, service
from kasuari.aparatur.usulan.bahan import bahan
from kasuari.aparatur.usulan.efek import Kurang
from kasuari.aparatur.usulan.forms import MILIK, SaringAntrean, berkas, borang_usulan, isian
from kasuari.aparatur.usulan.masuk import BorangIdentitas, catat_identitas
from kasuari.aparatur.usulan.rangka import Isian
from kasuari.dasar.akun.izin import boleh, pandang, pastikan
from kasuari.dasar.alur import selectors as alur
from kasuari.dasar.inti.galat import MasukanSalah, TidakAda
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.ketentuan import selectors as ketentuan
from kasuari.dasar.organisasi import selectors as organisasi
from kasuari.dasar.organisasi.models import UnitKini
from kasuari.dasar.rupa.bahan import Butir
from kasuari.dasar.rupa.bentuk import angka, tanggal
from kasuari.dasar.rupa.borang import tampilkan
from kasuari.dasar.rupa.slot import ambil

SEHALAMAN = 50


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """Yang menunggu saya, dapat dipilih banyak sekaligus bila satu jenis satu tahap; lalu semua yang berjalan."""
    pelaku = request.pelaku  # type: ignore[attr-defined]
    pastikan(pelaku, "usulan.lihat")
    saringan = SaringAntrean(request.GET)
    d = saringan.cleaned_data if saringan.is_valid() else {}
    qs = selectors.antrean(pelaku, d.get("jenis", ""), d.get("tahap", ""))
    halaman = Paginator(qs, SEHALAMAN).get_page(request.GET.get("hal"))
    isi = list(halaman)
    semua = Paginator(selectors.dikelola(pelaku), SEHALAMAN).get_page(request.GET.get("semua"))
    konteks = {
        "saringan": saringan, "halaman": halaman, "isi": [(u, sajian.butir(u, bernama=True)) for u in isi],
        "aksi": _aksi_banyak(pelaku, isi), "banyak": angka(halaman.paginator.count),
        "semua": semua, "baris_semua": [sajian.butir(u, bernama=True) for u in semua],
        "satu_tahap": (d["jenis"], d["tahap"]) if d.get("jenis") and d.get("tahap") else (),
        "boleh_susun": boleh(pelaku, "usulan.susun").ya, "boleh_masuk": boleh(pelaku, "pegawai.ubah").ya,
    }  # fmt: skip
    return render(request, "usulan/daftar.html", konteks)


def _aksi_banyak(pelaku: Any, isi: list[Any]) -> list[Any]:
    """Langkah tanpa isian yang sama bagi semua yang tampil; kosong bila tahapnya campur."""
    tahap = {(u.kasus.proses, u.kasus.keadaan) for u in isi}
    if len(tahap) != 1:
        return []
    ada = alur.aksi_tersedia(pelaku, isi[0].kasus)
    return [x for x in ada if x.kelas == "utama" and x.aksi not in MILIK]


@require_safe
def jatuh_semua(request: HttpRequest) -> HttpResponse:
    """Semua daftar jatuh tempo, dengan banyaknya yang belum diusulkan tiap jangka, lalu yang ditawarkan ruang lain."""
    pelaku = request.pelaku  # type: ignore[attr-defined]
    pastikan(pelaku, "usulan.susun")
    jangka = _jangka()
    baris = []
    for j in rangka.semua():
        if j.jatuh is None:
            continue
        n = [selectors.jatuh_tempo(pelaku, j, h).filter(usulan_id=None).count() for h in jangka]
        ket = " · ".join(
            _("%(h)s hari: %(n)s orang") % {"h": h, "n": angka(x)} for h, x in zip(jangka, n, strict=True)
        )
        if belum := selectors.belum_terhitung(pelaku, j).count():
            ket = f"{ket} · " + _("belum dapat dihitung: %(n)s orang") % {"n": angka(belum)}
        baris.append(Butir(j.judul, reverse("usulan:jatuh", args=[j.kode]), "", "", ket))
    baris += ambil("usulan.jatuh", pelaku)
    return render(request, "usulan/jatuh_semua.html", {"baris": baris})


def _jangka() -> list[int]:
    return sorted(int(v) for v in ketentuan.buku(hari_ini()).tabel("usulan_jatuh_hari").values())


@require_safe
def jatuh(request: HttpRequest, jenis: str) -> HttpResponse:
    """Satu daftar jatuh tempo: siapa, kapan, lengkap atau kurang apa, dan tombol menyusun konsepnya sekaligus."""
    pelaku = request.pelaku  # type: ignore[attr-defined]
    j = _jenis_jatuh(jenis)
    jangka = _jangka()
    hari = next((h for h in jangka if str(h) == request.GET.get("hari")), jangka[0])
    unit = _unit(pelaku, request.GET.get("unit", ""))
    ids = list(organisasi.keturunan(unit.unit_id).values_list("unit_id", flat=True)) if unit else ()
    qs = selectors.jatuh_tempo(pelaku, j, hari, ids)
    halaman = Paginator(qs.select_related("pegawai", "unit__kini"), SEHALAMAN).get_page(
        request.GET.get("hal")
    )
    isi = list(halaman)
    kurang = massal.kekurangan(jenis, [k for k in isi if k.usulan_id is None])
    baris = [_baris_jatuh(k, kurang.get(k.pegawai_id, Kurang())) for k in isi]
    belum = qs.filter(usulan_id=None).count()
    tanpa = Paginator(
        selectors.belum_terhitung(pelaku, j, ids).select_related("pegawai"), SEHALAMAN
    ).get_page(request.GET.get("tanpa"))
    pandang(pelaku, [*isi, *tanpa], ("nama_gelar", "nip"), izin="usulan.susun")
    konteks = {
        "jenis": j, "jangka": jangka, "hari": hari, "halaman": halaman, "baris": baris, "belum": angka(belum),
        "ada_belum": belum > 0, "unit": unit, "pilihan_unit": _pilihan_unit(pelaku),
        "tanpa": tanpa, "baris_tanpa": _baris_tanpa(j, tanpa), "banyak_tanpa": angka(tanpa.paginator.count),
    }  # fmt: skip
    return render(request, "usulan/jatuh.html", konteks)


def _baris_tanpa(j: rangka.Jenis, orang: Any) -> list[Butir]:
    """Yang belum dapat dihitung, dengan apa yang belum ada."""
    kalimat = [k for _q, k in j.belum()] if j.belum else []
    return [
        Butir(
            k.nama_gelar, reverse("pegawai:lembar", args=[k.pegawai.uid]), _("data kurang"), "ingat",
            " ".join(str(x) for n, x in enumerate(kalimat) if getattr(k, f"sebab_{n}")),
        )
        for k in orang
    ]  # fmt: skip


def _jenis_jatuh(jenis: str) -> rangka.Jenis:
    j = rangka.DAFTAR.get(jenis)
    if j is None or j.jatuh is None:
        raise TidakAda(_("Daftar jatuh tempo ini tidak ada."))
    return j


def _unit(pelaku: Any, uid: str) -> UnitKini | None:
    if not uid:
        return None
    try:
        u = UnitKini.objects.filter(unit__uid=UUID(uid)).first()
    except ValueError:
        u = None
    if u is None:
        raise TidakAda(_("Unit ini tidak ada."))
    return u


def _pilihan_unit(pelaku: Any) -> list[tuple[UUID, str]]:
    return [(u.unit.uid, u.nama) for u in organisasi.opd()] if pelaku.punya("bkpsdm") else []


def _baris_jatuh(k: Any, kurang: Kurang) -> dict[str, Any]:
    lewat = k.tmt < hari_ini()
    if k.usulan_id:
        tanda, nada = _("sudah diusulkan"), "info"
    elif kurang.isi:
        tanda, nada = _("belum lengkap"), "ingat"
    elif kurang.berkas:
        tanda, nada = _("berkas menyusul"), "info"
    else:
        tanda, nada = _("lengkap"), "sukses"
    return {
        "nama": k.nama_gelar, "nip": k.nip, "uid": k.pegawai.uid, "tmt": tanggal(k.tmt), "lewat": lewat,
        "golongan": k.golongan, "tmt_iso": k.tmt.isoformat(),
        "unit": k.unit.kini.nama if k.unit_id and hasattr(k.unit, "kini") else "", "tanda": tanda, "nada": nada,
        "kurang": [*kurang.isi, *kurang.berkas], "usulan": k.usulan_id, "pilih": k.usulan_id is None and not kurang.isi,
    }  # fmt: skip


@require_safe
def pilih(request: HttpRequest, pegawai: UUID) -> HttpResponse:
    """Jenis usulan yang dapat disusun petugas bagi pegawai ini."""
    pelaku = request.pelaku  # type: ignore[attr-defined]
    p = pegawai_.pegawai(pelaku, pegawai)
    pastikan(pelaku, "usulan.susun", p, lihat="pegawai.lihat")
    ada = [j for j in rangka.semua() if j.mulai == rangka.PETUGAS and p.kini.jenis in j.status]
    baris = [
        Butir(j.judul, reverse("usulan:susun", args=[pegawai, j.kode]), keterangan=j.ringkas) for j in ada
    ]
    return render(request, "usulan/susun_pilih.html", {"baris": baris, "pegawai": p})


@require_http_methods(["GET", "HEAD", "POST"])
def masuk(request: HttpRequest) -> HttpResponse:
    """Identitas pegawai yang pindah masuk, lalu usulan penempatannya."""
    pelaku = request.pelaku  # type: ignore[attr-defined]
    pastikan(pelaku, "pegawai.ubah")
    borang = BorangIdentitas(request.POST if request.method == "POST" else None)
    if request.method == "POST" and borang.is_valid():
        try:
            uid = catat_identitas(pelaku, **borang.cleaned_data)
        except MasukanSalah as galat:
            borang.add_error(galat.kolom if galat.kolom in borang.fields else None, galat.pesan)
        else:
            return redirect("usulan:susun", uid, "mutasi_masuk")
    return tampilkan(request, "usulan/masuk.html", {"form": borang})


@require_http_methods(["GET", "HEAD", "POST"])
def susun(request: HttpRequest, pegawai: UUID, jenis: str) -> HttpResponse:
    pelaku = request.pelaku  # type: ignore[attr-defined]
    p = pegawai_.pegawai(pelaku, pegawai)
    pastikan(pelaku, "usulan.susun", p, lihat="pegawai.lihat")
    j = rangka.DAFTAR.get(jenis)
    if j is None or j.mulai != rangka.PETUGAS or p.kini.jenis not in j.status:
        raise TidakAda(_("Jenis usulan ini tidak ada."))
    b = bahan([p.id], j.perlu)[p.id]
    kirim = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    borang = borang_usulan(
        j, j.syarat(b, Isian(None, {})), {}, *kirim, pegawai=p, initial={"tmt": _tmt(j, p)}
    )
    konteks = {"form": borang, "jenis": j, "pegawai": p}
    if request.method != "POST" or not borang.is_valid():
        return tampilkan(request, "usulan/susun.html", konteks)
    tmt, data = isian(borang, j)
    try:
        hasil = service.susun(
            pelaku,
            jenis=jenis,
            pegawai=pegawai,
            tmt=tmt,
            isian=data,
            berkas=berkas(borang),
            kunci=borang.cleaned_data["kunci"],
        )
    except MasukanSalah as galat:
        borang.add_error(galat.kolom if galat.kolom in borang.fields else None, galat.pesan)
        return tampilkan(request, "usulan/susun.html", konteks)
    messages.success(request, _("Konsep tersimpan. Periksa, lalu kirim."))
    return redirect("usulan:satu", hasil.uid)


def _tmt(j: rangka.Jenis, p: Any) -> Any:
    """Hari jatuh temponya, bila jenisnya punya daftar jatuh tempo."""
    if j.jatuh is None:
        return None
    qs: Any = j.jatuh(type(p.kini)._default_manager.filter(pegawai=p))
    return qs.values_list("tmt", flat=True).first()
