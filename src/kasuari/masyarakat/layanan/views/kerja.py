"""Petugas: antrean unit, satu permohonan, tindakannya, mengoper, dan loket."""

import uuid
from typing import Any
from urllib.parse import quote
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kasuari.dasar.akun.izin import boleh, pastikan
from kasuari.dasar.akun.models import Hibah
from kasuari.dasar.alur import sajian as kasus_sajian
from kasuari.dasar.alur import selectors as alur
from kasuari.dasar.alur import service as alur_service
from kasuari.dasar.dokumen.service import sajikan
from kasuari.dasar.inti.galat import MasukanSalah, TidakAda
from kasuari.dasar.organisasi.models import UnitKini, UnitLeluhur
from kasuari.dasar.rupa.bahan import Butir, Jawaban
from kasuari.dasar.rupa.bentuk import jam, tanggal
from kasuari.dasar.rupa.borang import tampilkan
from kasuari.masyarakat.layanan import isian, keadaan, sajian, selectors, standar
from kasuari.masyarakat.layanan.forms import BorangLangkah, BorangOper, BorangSaring, gabung_alasan
from kasuari.masyarakat.layanan.formulir import jawaban
from kasuari.masyarakat.layanan.formulir import rancangan as r
from kasuari.masyarakat.layanan.models import Jenis, Permohonan, Unggahan
from kasuari.masyarakat.layanan.proses import LAYANAN
from kasuari.masyarakat.layanan.service import kerja as service
from kasuari.masyarakat.layanan.views.isi import mulai_isi

SEHALAMAN = 25
_BERJALAN = [t for t in LAYANAN.tahap if t.menunggu is not None]


@require_safe
def antrean(request: HttpRequest) -> HttpResponse:
    """Permohonan di unit saya, yang paling mendesak dahulu; centang untuk mengerjakan banyak sekaligus."""
    pelaku = request.pelaku  # type: ignore[attr-defined]
    pastikan(pelaku, "layanan.lihat")
    semua = standar.berlaku()
    nama = sorted(((s.subjek.kode, s.nama) for s in semua.values()), key=lambda x: x[1])
    borang = BorangSaring(_unit(pelaku), nama, [(t.kode, t.judul) for t in _BERJALAN], request.GET)
    d = borang.cleaned_data if borang.is_valid() else {}
    pilih = d.get("saring", "")
    qs = selectors.antrean(
        pelaku, unit=int(d["unit"]) if d.get("unit") else None, layanan=d.get("layanan", ""), keadaan=d.get("keadaan", ""),
        milik=pilih == "milik", lewat=pilih == "lewat", selesai=pilih == "selesai",
    )  # fmt: skip
    halaman = Paginator(qs.values_list("id", flat=True), SEHALAMAN).get_page(request.GET.get("hal"))
    baris = [(p, _butir(p, semua)) for p in selectors.baris(halaman)]
    konteks = {
        "saringan": borang, "halaman": halaman, "baris": baris, "massal": _massal(d.get("keadaan", "")), "kunci": uuid.uuid4(),
        "tahap": d.get("keadaan", ""), "boleh_loket": boleh(pelaku, "layanan.loket").ya,
    }  # fmt: skip
    return render(request, "layanan/kerja/antrean.html", konteks)


def _unit(pelaku: Any) -> list[tuple[int, str]]:
    """Unit pelayan yang terjangkau, untuk penyaring."""
    melayani = [h.unit_id for h in pelaku.hibah if h.peran in {"petugas_layanan", "atasan"}]
    qs = UnitKini.objects.order_by("urut")
    if None not in melayani:
        qs = qs.filter(unit_id__in=UnitLeluhur.objects.filter(leluhur_id__in=melayani).values("unit_id"))
    jenis = ("kelurahan", "puskesmas", "distrik", "dinas", "badan", "rumah_sakit")
    return list(qs.filter(jenis__in=jenis).values_list("unit_id", "nama"))


def _massal(tahap: str) -> list[Any]:
    return [x for x in LAYANAN.langkah if tahap and x.dari == tahap and x.aksi in service.MASSAL]


def _butir(p: Permohonan, semua: Any) -> Butir:
    nama = semua[p.layanan_id].nama if p.layanan_id in semua else p.layanan.kode
    tempo = (
        f"{tanggal(p.jatuh_tempo, 'pendek')} {jam(p.jatuh_tempo)}" if p.jatuh_tempo and p.jadi is None else ""
    )
    if selectors.lewat(p):
        tanda, nada = _("lewat janji"), "galat"
    else:
        tahap = LAYANAN.menurut_kode[p.keadaan]
        tanda, nada = str(tahap.judul), kasus_sajian.NADA[tahap.umum]
    siapa = p.petugas.nama_gelar if p.petugas else ""
    ket = " · ".join(x for x in (p.unit.kini.nama if p.unit else "", tempo, siapa) if x)
    return Butir(f"{p.kode} · {nama}", reverse("layanan_kerja:satu", args=[p.id]), tanda, nada, ket)


@require_safe
def saya(request: HttpRequest) -> HttpResponse:
    """Permohonan yang dimohon sambil masuk: dibuka tanpa kode dan tanggal lahir."""
    halaman = Paginator(selectors.milik(request.pelaku), SEHALAMAN).get_page(request.GET.get("hal"))  # type: ignore[attr-defined]
    semua = standar.berlaku()
    baris = [_butir_saya(p, semua) for p in halaman]
    return render(request, "layanan/kerja/saya.html", {"halaman": halaman, "baris": baris})


def _butir_saya(p: Permohonan, semua: Any) -> Butir:
    tanda, nada = keadaan.tanda(p)
    alamat = (
        reverse("layanan:cek_satu", args=[p.kode]) if p.kasus_id else reverse("layanan:isi", args=[p.kode, 1])
    )
    nama = semua[p.layanan_id].nama if p.layanan_id in semua else p.layanan.kode
    return Butir(f"{p.kode} · {nama}", alamat, tanda, nada, p.unit.kini.nama if p.unit else "")


@require_safe
def satu_kasus(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Dari Tugas saya (id kasus) ke permohonannya."""
    p = Permohonan.objects.select_related("milik").filter(kasus_id=uid).first()
    if p is None:
        raise TidakAda(_("Permohonan ini tidak ada."))
    if p.milik is not None and p.milik.uid == request.pelaku.orang:  # type: ignore[attr-defined]
        return redirect("layanan:cek_satu", p.kode)
    return redirect("layanan_kerja:satu", selectors.terkirim(request.pelaku, p.id).id)  # type: ignore[attr-defined]


@require_safe
def satu(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Satu permohonan: isinya di kiri, tindakan dan riwayat di kanan. Membukanya tercatat."""
    pelaku = request.pelaku  # type: ignore[attr-defined]
    p = selectors.terkirim(pelaku, uid)
    selectors.catat_lihat(pelaku, p)
    siapa = isian.pemohon(p)
    rinci = {k.tanya: k for k in jawaban.daftar(p.formulir.rancangan, isian.isi(p))} if p.isi else {}
    konteks = {
        "p": p, "nama": standar.satu(p.layanan.kode).nama, "keterangan": kasus_sajian.keterangan(p.kasus),
        "riwayat": kasus_sajian.riwayat(p.kasus, p.dilupakan is None), "aksi": alur.aksi_tersedia(pelaku, p.kasus),
        "kunci": uuid.uuid4(), "isi": [*_siapa(siapa), *rinci.values()], "kenapa": keadaan.kenapa(p), "lewat": selectors.lewat(p),
        "tanya_jawab": keadaan.data(p)["tanya_jawab"], "berkas": _berkas(p),
        "tempo": f"{tanggal(p.jatuh_tempo, 'hari')} {jam(p.jatuh_tempo)}" if p.jatuh_tempo and p.jadi is None else "",
        "boleh_oper": p.selesai is None and boleh(pelaku, "layanan.oper", p).ya, "whatsapp": _whatsapp(p, siapa),
        "berisian": [x.aksi for x in LAYANAN.langkah if x.perlu_alasan or x.aksi in service.BERISIAN],
    }  # fmt: skip
    return render(request, "layanan/kerja/satu.html", konteks)


def _berkas(p: Permohonan) -> list[tuple[Unggahan, str]]:
    """Unggahan dan pertanyaan yang dijawabnya; jawaban pertanyaan balik tidak punya isian."""
    label = {i["kode"]: str(i["label"]) for i in r.semua(p.formulir.rancangan)}
    return [(u, label.get(u.isian, _("Jawaban pemohon"))) for u in p.unggahan.order_by("dibuat")]


def _whatsapp(p: Permohonan, siapa: dict[str, Any]) -> str:
    """Tautan WhatsApp berkalimat siap kirim; hanya bila pemohon memberi persetujuan dikabari."""
    if not siapa.get("telepon") or not p.persetujuan.filter(ditarik=None).exists():
        return ""
    kata, _nada = keadaan.tanda(p)
    kalimat = _("Permohonan %(k)s: %(s)s. Buka halaman Cek status di situs kota dan ketik kodenya.") % {
        "k": p.kode,
        "s": kata,
    }
    return f"https://wa.me/62{siapa['telepon'].removeprefix('0')}?text={quote(kalimat)}"


def _siapa(siapa: dict[str, Any]) -> list[Jawaban]:
    if not siapa:
        return []
    kontak = " · ".join(x for x in (siapa.get("telepon"), siapa.get("email")) if x)
    return [
        Jawaban(_("Nama"), siapa["nama"]),
        Jawaban(_("Tanggal lahir"), jawaban.tulis_tanggal(siapa["lahir"])),
        Jawaban(_("Kontak"), kontak or _("tidak ditulis")),
    ]


@require_safe
def berkas(request: HttpRequest, uid: UUID, berkas: UUID) -> HttpResponse:
    pelaku = request.pelaku  # type: ignore[attr-defined]
    p = selectors.terkirim(pelaku, uid)
    u = p.unggahan.select_related("lampiran__berkas").filter(id=berkas).first()
    if u is None or u.lampiran is None:
        raise TidakAda(_("Berkas ini tidak ada."))
    selectors.catat_lihat(pelaku, p)
    return sajikan(u.lampiran)


@require_http_methods(["GET", "HEAD", "POST"])
def langkah(request: HttpRequest, uid: UUID, aksi: str) -> HttpResponse:
    """Satu tindakan; yang tidak meminta isian langsung dikerjakan dari lembarnya."""
    pelaku = request.pelaku  # type: ignore[attr-defined]
    p = selectors.terkirim(pelaku, uid)
    assert p.kasus is not None
    x = next((x for x in alur.aksi_tersedia(pelaku, p.kasus) if x.aksi == aksi), None)
    if x is None:
        return _bukan_kini(request, p, aksi)
    siap = tuple(LAYANAN.alasan_siap.get(aksi, ()))
    unggahan = [(i["kode"], i["label"]) for i in r.semua(p.formulir.rancangan) if i["jenis"] == "berkas"]
    borang = BorangLangkah(
        x,
        siap,
        unggahan,
        request.POST if request.method == "POST" else None,
        initial={"versi": p.kasus.versi},
    )
    if request.method == "POST" and borang.is_valid():
        try:
            _kerjakan(pelaku, p, aksi, borang)
        except MasukanSalah as galat:
            borang.add_error(galat.kolom if galat.kolom in borang.fields else None, galat.pesan)
        else:
            messages.success(request, _("Tercatat: %(aksi)s.") % {"aksi": x.judul})
            return redirect("layanan_kerja:satu", uid)
    return tampilkan(request, "layanan/kerja/langkah.html", {"form": borang, "p": p, "langkah": x})


def _kerjakan(pelaku: Any, p: Permohonan, aksi: str, borang: BorangLangkah) -> None:
    d = borang.cleaned_data
    umum = {"permohonan": p.id, "versi": d["versi"], "kunci": d["kunci"]}
    if aksi == "minta":
        service.minta(pelaku, pertanyaan=borang.alasan_jadi(), isian_=d.get("isian", ""), **umum)
    elif aksi == "catat_nomor":
        service.catat_nomor(pelaku, nomor=d["nomor"], tanggal=d["tanggal"], **umum)
    else:
        service.langkah(pelaku, aksi=aksi, alasan=borang.alasan_jadi(), **umum)


def _bukan_kini(request: HttpRequest, p: Permohonan, aksi: str) -> HttpResponse:
    """Tombol yang ditekan dua kali: kiriman yang sama dijawab dengan hasilnya. Selain itu galatnya yang menjawab."""
    pelaku = request.pelaku  # type: ignore[attr-defined]
    try:
        versi, kunci = int(request.POST.get("versi", "")), UUID(request.POST.get("kunci", ""))
    except ValueError:
        alur_service.pastikan_ditunggu(pelaku, p.kasus, aksi)
        raise TidakAda(_("Tindakan ini tidak ada di tahap ini.")) from None
    siap, tulis, dasar = (request.POST.get(n, "").strip() for n in ("siap", "alasan", "dasar"))
    alasan = gabung_alasan(siap, tulis, dasar)
    service.langkah(pelaku, permohonan=p.id, aksi=aksi, versi=versi, alasan=alasan, kunci=kunci)
    return redirect("layanan_kerja:satu", p.id)


@require_POST
def banyak(request: HttpRequest) -> HttpResponse:
    """Satu langkah atas semua yang dicentang; yang tidak dapat disebut kode dan sebabnya."""
    pelaku = request.pelaku  # type: ignore[attr-defined]
    pastikan(pelaku, "layanan.lihat")
    try:
        kunci = UUID(request.POST.get("kunci", ""))
        pasang = [x.split(":") for x in request.POST.getlist("pilih")]
        pilihan = [service.Pilihan(UUID(a), int(b)) for a, b in pasang]
    except ValueError:
        raise MasukanSalah(
            _("Pilihannya tidak terbaca. Muat ulang antrean, lalu centang lagi."), "pilihan"
        ) from None
    hasil = service.banyak(pelaku, aksi=request.POST.get("aksi", ""), pilihan=pilihan, kunci=kunci)
    messages.success(request, _("%(n)s permohonan dikerjakan.") % {"n": hasil.data["jadi"]})
    for kode, sebab in hasil.data["gagal"][:10]:
        messages.warning(request, f"{kode}: {sebab}")
    tahap = request.POST.get("tahap", "")
    return redirect(
        f"{reverse('layanan_kerja:antrean')}?keadaan={tahap if tahap in LAYANAN.menurut_kode else ''}"
    )


@require_http_methods(["GET", "HEAD", "POST"])
def oper(request: HttpRequest, uid: UUID) -> HttpResponse:
    pelaku = request.pelaku  # type: ignore[attr-defined]
    p = selectors.terkirim(pelaku, uid)
    pastikan(pelaku, "layanan.oper", p)
    assert p.kasus is not None
    unit = [(str(u.unit_id), u.nama) for u in standar.unit_pelayan(p.layanan)]
    borang = BorangOper(
        unit, _petugas(p), request.POST if request.method == "POST" else None,
        initial={"versi": p.kasus.versi, "unit": str(p.unit_id)},
    )  # fmt: skip
    if request.method == "POST" and borang.is_valid():
        d = borang.cleaned_data
        try:
            service.oper(
                pelaku, permohonan=uid, unit=int(d["unit"]), petugas=UUID(d["petugas"]) if d["petugas"] else None,
                alasan=d["alasan"], versi=d["versi"], kunci=d["kunci"],
            )  # fmt: skip
        except MasukanSalah as galat:
            borang.add_error(galat.kolom if galat.kolom in borang.fields else None, galat.pesan)
        else:
            messages.success(request, _("Permohonan %(k)s sudah dioper.") % {"k": p.kode})
            return redirect("layanan_kerja:antrean")
    return tampilkan(request, "layanan/kerja/oper.html", {"form": borang, "p": p})


def _petugas(p: Permohonan) -> list[tuple[str, str]]:
    """Petugas layanan yang menjangkau unit permohonan itu."""
    atas = UnitLeluhur.objects.filter(unit_id=p.unit_id).values("leluhur_id")
    hibah = Hibah.objects.filter(peran="petugas_layanan", dicabut=None, unit__in=atas, akun__aktif=True)
    return [
        (str(h.akun.uid), h.akun.orang.nama_gelar) for h in hibah.select_related("akun__orang").order_by("id")
    ]


@require_safe
def loket(request: HttpRequest) -> HttpResponse:
    """Layanan yang dapat diisikan di loket ini."""
    pelaku = request.pelaku  # type: ignore[attr-defined]
    pastikan(pelaku, "layanan.loket")
    pilihan = [
        Butir(s.nama, reverse("layanan_kerja:loket_mulai", args=[s.subjek.kode.lower()]), "", "", sajian.lama(s.norma_lama, s.norma_satuan))
        for s in sorted(standar.berlaku().values(), key=lambda s: s.subjek.kode)
        if s.jenis != Jenis.INFO and selectors.formulir_terbit(s.subjek_id) and standar.terjangkau(pelaku, "layanan.loket", s.subjek)
    ]  # fmt: skip
    return render(request, "layanan/kerja/loket.html", {"pilihan": pilihan})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def loket_mulai(request: HttpRequest, kode: str) -> HttpResponse:
    pelaku = request.pelaku  # type: ignore[attr-defined]
    standar.pastikan_terjangkau(pelaku, "layanan.loket", standar.satu(kode).subjek)
    return mulai_isi(request, kode, loket=True)
