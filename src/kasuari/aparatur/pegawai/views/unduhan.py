"""DUK, nominatif, dan unduhannya."""

import uuid
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kasuari.aparatur.pegawai import ekspor, unduh
from kasuari.aparatur.pegawai.forms import baca_saring
from kasuari.aparatur.pegawai.views.daftar import halaman, mungkin, wajib_petugas
from kasuari.dasar.akun.izin import pandang, pastikan
from kasuari.dasar.dokumen.jenis import JENIS_MIME
from kasuari.dasar.dokumen.service import sajikan
from kasuari.dasar.inti.galat import TidakAda
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.rupa.bahan import Kolom
from kasuari.dasar.rupa.bentuk import kelompok_nip
from kasuari.dasar.rupa.borang import tampilkan

TANPA = {
    "duk": ("q", "jenis", "kedudukan", "kurang", "urut", "jabatan"),
    "nominatif": ("q", "kurang", "urut"),
}
BANYAK = 50


def _daftar(request: HttpRequest, bentuk: str) -> HttpResponse:
    pelaku: Pelaku = request.pelaku  # type: ignore[attr-defined]
    wajib_petugas(pelaku)
    borang, s = baca_saring(request.GET, tanpa=TANPA[bentuk])
    laman = halaman(request, ekspor.kueri(pelaku, bentuk, s, izin="pegawai.lihat"), BANYAK)
    pandang(pelaku, laman.object_list, ("nip",), izin="pegawai.lihat")
    isi = ekspor.orang(pelaku, bentuk, laman.object_list, laman.start_index())
    lajur = ekspor.BENTUK[bentuk].lajur
    return tampilkan(
        request,
        "pegawai/senarai.html",
        {
            "judul": ekspor.BENTUK[bentuk].judul, "bentuk": bentuk, "saring": borang, "halaman": laman, "hari": hari_ini(),
            "kolom": [Kolom(str(n), x.judul, "u" if n == 1 else "") for n, x in enumerate(lajur)],
            "baris": [{str(n): _sel(n, x.isi(o)) for n, x in enumerate(lajur)} for o in isi],
            "boleh_ekspor": mungkin(pelaku, "pegawai.ekspor"), "sisa": request.GET.urlencode(),
        },
    )  # fmt: skip


def _sel(n: int, isi: str) -> str:
    return kelompok_nip(isi) if n == 2 else isi or "–"


@require_safe
def duk(request: HttpRequest) -> HttpResponse:
    return _daftar(request, "duk")


@require_safe
def nominatif(request: HttpRequest) -> HttpResponse:
    return _daftar(request, "nominatif")


def _bentuk(data: Any) -> str:
    bentuk = str(data.get("bentuk") or "nominatif")
    if bentuk not in ekspor.BENTUK:
        raise TidakAda(_("Bentuk unduhan ini tidak ada."))
    return bentuk


@require_safe
def pilih(request: HttpRequest) -> HttpResponse:
    """Memilih bentuk; sandi diminta di sini, sebelum tombolnya, supaya isian tidak hilang."""
    pelaku: Pelaku = request.pelaku  # type: ignore[attr-defined]
    pastikan(pelaku, "pegawai.ekspor")
    _borang, s = baca_saring(request.GET)
    pilihan = [
        {"kode": b.kode, "judul": b.judul, "n": ekspor.kueri(pelaku, b.kode, s).count(), "pdf": b.pdf}
        for b in ekspor.BENTUK.values()
    ]
    konteks = {"pilihan": pilihan, "saring": s.json(), "kunci": uuid.uuid4(), "batas": ekspor.LANGSUNG}
    return tampilkan(request, "pegawai/ekspor.html", konteks)


@require_POST
def buat(request: HttpRequest) -> HttpResponse:
    """XLSX dan PDF kecil langsung; PDF besar menuju halaman kemajuannya."""
    pelaku: Pelaku = request.pelaku  # type: ignore[attr-defined]
    pastikan(pelaku, "pegawai.ekspor")
    bentuk, (_borang, s) = _bentuk(request.POST), baca_saring(request.POST)
    if request.POST.get("jenis_berkas") != "pdf":
        return _berkas(unduh.buat_xlsx(pelaku, bentuk, s), bentuk, "xlsx")
    if ekspor.kueri(pelaku, bentuk, s).count() <= ekspor.LANGSUNG:
        return _berkas(unduh.buat_pdf(pelaku, bentuk, s)[0], bentuk, "pdf")
    kunci = _kunci(request)
    return redirect(
        "pegawai:ekspor_hasil", unduh.minta(pelaku, bentuk=bentuk, saring=s.json(), kunci=kunci).uid
    )


def _kunci(request: HttpRequest) -> UUID:
    try:
        return UUID(request.POST.get("kunci", ""))
    except ValueError:
        return uuid.uuid4()


def _berkas(isi: bytes, bentuk: str, jenis: str) -> HttpResponse:
    jawab = HttpResponse(isi, content_type=JENIS_MIME[jenis])
    jawab["Content-Disposition"] = f'attachment; filename="{bentuk}-{hari_ini():%Y-%m-%d}.{jenis}"'
    return jawab


@require_safe
def hasil(request: HttpRequest, uid: UUID) -> HttpResponse:
    baris = unduh.milik(request.pelaku, uid)  # type: ignore[attr-defined]
    konteks = {
        "judul": ekspor.BENTUK[baris.bentuk].judul, "uid": baris.uid, "siap": baris.lampiran is not None, "n": baris.n,
        "dibuat": baris.dibuat,
    }  # fmt: skip
    return tampilkan(request, "pegawai/ekspor_hasil.html", konteks)


@require_safe
def ambil(request: HttpRequest, uid: UUID) -> HttpResponse:
    baris = unduh.milik(request.pelaku, uid)  # type: ignore[attr-defined]
    return sajikan(unduh.lampiran(baris))  # type: ignore[return-value]
