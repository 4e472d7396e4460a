"""Halaman warga: melapor diminta bayar tanpa nama, dan menengok laporannya dengan kode."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from kasuari.dasar.akun.laju import alamat
from kasuari.dasar.inti.galat import MasukanSalah
from kasuari.dasar.rupa.borang import tampilkan
from kasuari.masyarakat.layanan import standar
from kasuari.masyarakat.pungutan import selectors, service
from kasuari.masyarakat.pungutan.forms import BorangLapor, BorangTengok
from kasuari.masyarakat.survei import laju

LAPOR_SEMENIT, TENGOK_SEMENIT = 5, 10  # tiap alamat, di ingatan proses: tidak ada baris berjam di basis data


def _batasi(request: HttpRequest, guna: str, banyak: int) -> None:
    if laju.terlalu_sering(f"pungutan.{guna} {alamat(request)}", banyak):
        raise MasukanSalah(_("Terlalu banyak kiriman dari jaringan ini. Tunggu semenit, lalu kirim lagi."))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def lapor(request: HttpRequest, kode: str) -> HttpResponse:
    """Melapor, juga bila sedang masuk: akun, alamat, dan jamnya tidak disimpan."""
    s = standar.satu(kode)
    unit = [(str(u.unit.uid), u.nama) for u in selectors.unit_terlapor(s.subjek)]
    borang = BorangLapor(unit, request.POST if request.method == "POST" else None)
    if request.method == "POST" and borang.is_valid():
        d = dict(borang.cleaned_data)
        kunci = d.pop("kunci")
        try:
            _batasi(request, "lapor", LAPOR_SEMENIT)
            kode_baru = service.lapor(kode, service.IsiLaporan(**d | {"unit": UUID(d["unit"])}), kunci)
        except MasukanSalah as galat:
            borang.add_error(galat.kolom if galat.kolom in borang.fields else None, galat.pesan)
        else:
            return tampilkan(request, "pungutan/terkirim.html", {"kode": kode_baru, "s": s})
    return tampilkan(request, "pungutan/lapor.html", {"form": borang, "s": s})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def tengok(request: HttpRequest) -> HttpResponse:
    """Keadaan laporan dan catatan untuk pelapor. Ceritanya sendiri tidak ditampilkan lagi."""
    borang, r = BorangTengok(request.POST if request.method == "POST" else None), None
    if request.method == "POST" and borang.is_valid():
        try:
            _batasi(request, "tengok", TENGOK_SEMENIT)
            r = selectors.menurut_sidik(service.sidik_kode(borang.cleaned_data["kode"]))
            if r is None:
                borang.add_error("kode", _("Kode ini tidak ada. Periksa lagi huruf dan angkanya."))
        except MasukanSalah as galat:
            borang.add_error(None, galat.pesan)
    catatan = []
    if r is not None:
        catatan = [
            (c.hari, service.buka_isi(c.isi)["catatan"])
            for c in sorted(r.catatan.all(), key=lambda c: c.id)
            if c.untuk_pelapor
        ]
    return tampilkan(request, "pungutan/tengok.html", {"form": borang, "r": r, "catatan": catatan})
