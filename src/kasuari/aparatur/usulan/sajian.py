"""Bahan tampilan usulan: butir daftar, isi satu usulan, kenapa, berkas, dan baris tindakan banyak."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from kasuari.aparatur.usulan import efek, rangka
from kasuari.aparatur.usulan.models import Bukti, MassalBaris, Usulan, UsulBkn
from kasuari.aparatur.usulan.rangka import Syarat, Timbang
from kasuari.dasar.alur import selectors as alur
from kasuari.dasar.alur.sajian import NADA
from kasuari.dasar.ketentuan.langkah import sajikan
from kasuari.dasar.rupa.bahan import Butir, Jawaban, Kolom, Langkah
from kasuari.dasar.rupa.bentuk import tanggal

NADA_BUKTI = {"baru": "", "terima": "sukses", "tolak": "galat"}
NADA_BARIS = {"menunggu": "proses", "selesai": "sukses", "gagal": "ingat"}


def judul(u: Usulan) -> str:
    """'Kenaikan gaji berkala, 1 April 2027'."""
    nama = str(rangka.ambil(u.jenis).judul)
    return f"{nama}, {tanggal(u.tmt)}" if u.tmt else nama


def butir(u: Usulan, *, bernama: bool) -> Butir:
    tahap = alur.proses(u.kasus).menurut_kode[u.kasus.keadaan]
    isi = f"{u.pegawai.orang.nama_gelar}: {judul(u)}" if bernama else judul(u)
    dibuat = _("dibuat %(t)s") % {"t": tanggal(u.dibuat)}
    bentuk = _varian(u)
    return Butir(
        isi,
        reverse("usulan:satu", args=[u.id]),
        tahap.judul,
        NADA[tahap.umum],
        f"{bentuk}, {dibuat}" if bentuk else dibuat,
    )


def _varian(u: Usulan) -> str:
    """'Anak' pada perubahan keluarga, 'Nama' pada perbaikan data; kosong bila jenisnya tidak bervarian."""
    semua = rangka.ambil(u.jenis).varian
    apa = efek.isian(u).data.get("apa") if semua else ""
    return next((str(v.judul) for v in semua if v.kode == apa), "")


def isi(u: Usulan) -> list[Jawaban]:
    """Isian usulan, dengan label borangnya."""
    j = rangka.ambil(u.jenis)
    hasil = [Jawaban(_("Pegawai"), u.pegawai.orang.nama_gelar), Jawaban(_("Usulan"), j.judul)]
    if u.tmt:
        hasil.append(Jawaban(j.judul_tmt or _("Berlaku mulai (TMT)"), tanggal(u.tmt)))
    if j.borang is not None:
        data = efek.buka_sandi(u.isian)
        for nama, medan in j.borang.base_fields.items():
            if data.get(nama) not in (None, "", [], False) and not getattr(medan, "tak_tampil", False):
                hasil.append(Jawaban(medan.label or nama, _tampil(medan, data[nama])))
    return hasil


def hasil(u: Usulan, t: Timbang) -> list[Jawaban]:
    """Apa yang akan (atau sudah) diputuskan: yang beku bila keputusannya sudah disiapkan, kalau belum menurut kini."""
    beku = efek.buka_sandi(u.hasil) or t.isi
    return [Jawaban(label, nilai) for label, nilai in rangka.ambil(u.jenis).sajikan(beku)] if beku else []


def kolom_banding() -> list[Kolom]:
    return [Kolom("label", _("Data"), "u"), Kolom("lama", _("Tercatat")), Kolom("baru", _("Diusulkan"))]


def banding(u: Usulan, t: Timbang) -> list[dict[str, Any]]:
    """Yang tercatat dan yang diusulkan berdampingan; beku sesudah disetujui, seperti `hasil`."""
    beku = efek.buka_sandi(u.hasil) or t.isi
    baris = rangka.ambil(u.jenis).banding(beku) if beku else ()
    return [{"label": label, "lama": lama or "–", "baru": baru or "–"} for label, lama, baru in baris]


def _tampil(medan: Any, nilai: Any) -> Any:
    """Nilai isian seperti dibaca orang: pilihan dengan katanya, hari dengan namanya."""
    if pilihan := dict(getattr(medan, "choices", ()) or ()):
        return pilihan.get(nilai, nilai)
    if isinstance(nilai, bool):
        return _("Ya")
    if isinstance(nilai, str) and len(nilai) == 10 and nilai[4:5] == nilai[7:8] == "-":
        return tanggal(date.fromisoformat(nilai))
    return nilai


def kenapa(t: Timbang) -> list[Langkah]:
    """Langkah hitungannya, sampai pasalnya."""
    return sajikan(t.langkah)


def berkas(u: Usulan, syarat: Sequence[Syarat]) -> list[Butir]:
    """Tiap syarat dengan berkasnya, atau tanda belum ada."""
    ada = {b.syarat: b for b in u.bukti.filter(diganti=None)}
    hasil = []
    for s in syarat:
        b = ada.get(s.kode)
        if b is None:
            hasil.append(
                Butir(
                    s.judul, "", _("belum ada") if s.wajib else _("tidak wajib"), "ingat" if s.wajib else ""
                )
            )
        else:
            alamat = reverse("usulan:bukti", args=[u.id, b.id])
            hasil.append(Butir(s.judul, alamat, _KEADAAN[b.keadaan](), NADA_BUKTI[b.keadaan]))
    return hasil


_KEADAAN = {
    Bukti.Keadaan.BARU: lambda: _("belum diperiksa"),
    Bukti.Keadaan.TERIMA: lambda: _("diterima"),
    Bukti.Keadaan.TOLAK: lambda: _("harus diganti"),
}


def bkn(u: Usulan) -> list[Jawaban]:
    """Keadaan di BKN, bila usulannya pernah ke sana."""
    b = UsulBkn.objects.filter(usulan=u).first()
    if b is None:
        return []
    hasil = [Jawaban(_("Di BKN"), KEADAAN_BKN[b.keadaan]())]
    if b.rujukan:
        hari = f", {tanggal(b.diusulkan)}" if b.diusulkan else ""
        hasil.append(Jawaban(_("Nomor usul di BKN"), f"{b.rujukan}{hari}"))
    if b.nomor:
        hasil.append(Jawaban(_("Pertek BKN"), f"{b.nomor}, {tanggal(b.tanggal)}"))
    if b.catatan:
        hasil.append(Jawaban(_("Catatan BKN"), efek.buka_sandi(b.catatan)))
    return hasil


KEADAAN_BKN = {
    UsulBkn.Keadaan.BELUM: lambda: _("Belum dikirim"),
    UsulBkn.Keadaan.DIUSULKAN: lambda: _("Diusulkan ke BKN"),
    UsulBkn.Keadaan.BTL: lambda: _("Berkas tidak lengkap (BTL)"),
    UsulBkn.Keadaan.TMS: lambda: _("Tidak memenuhi syarat (TMS)"),
    UsulBkn.Keadaan.PERTEK: lambda: _("Persetujuan teknis terbit"),
}


def baris_massal(b: MassalBaris) -> Butir:
    nama = b.pegawai.orang.nama_gelar
    tanda = {"menunggu": _("menunggu"), "selesai": _("selesai"), "gagal": _("tidak dikerjakan")}[b.hasil]
    alamat = reverse("usulan:satu", args=[b.usulan_id]) if b.usulan_id else ""
    return Butir(nama, alamat, tanda, NADA_BARIS[b.hasil], efek.buka_sandi(b.pesan) or "")
