"""Surat kode sandi: kode dari akun, kertas dari dokumen. Di sini karena akun berdiri di bawah dokumen."""

from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from kasuari.dasar.akun import selectors, service
from kasuari.dasar.dokumen import pdf
from kasuari.dasar.inti.waktu import hari, hari_ini
from kasuari.dasar.organisasi.selectors import profil
from kasuari.dasar.rupa.bentuk import kelompok_nip, tanggal


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def surat_aktivasi(request: HttpRequest, uid: UUID) -> HttpResponse:
    """GET menjelaskan; POST membuat kode dan mengirim PDF-nya. Kode terang hanya ada di kertas itu."""
    pelaku = request.pelaku  # type: ignore[attr-defined]
    akun = selectors.akun(pelaku, uid)
    if request.method != "POST":
        service.boleh_cetak(pelaku, akun)
        return render(request, "situs/surat_aktivasi.html", {"nama": akun.orang.nama_gelar, "uid": uid})
    baru = service.cetak_kode(pelaku, akun)
    daerah = profil()
    isi = pdf.buat(
        "situs/templat/aktivasi.typ",
        {
            "judul": _("Surat kode untuk membuat sandi"), "daerah": daerah.nama, "provinsi": daerah.provinsi,
            "alamat": daerah.alamat, "unit": _("Badan Kepegawaian dan Pengembangan SDM"), "nama": akun.orang.nama_gelar,
            "nip": str(kelompok_nip(akun.nomor)), "kode": baru.kode, "sampai": str(tanggal(hari(baru.sampai))),
            "alamat_situs": settings.ALAMAT, "petugas": pelaku.nama, "dibuat": str(tanggal(hari_ini())),
        },
    )  # fmt: skip
    jawab = HttpResponse(isi, content_type="application/pdf")
    jawab["Content-Disposition"] = f'attachment; filename="surat-kode-{akun.nomor[-4:]}.pdf"'
    return jawab
