"""Kabar ketentuan daerah: Inspektorat untuk setiap langkah, dan orang yang giliran bertindak atau menunggu jawaban."""

from uuid import UUID

from django.urls import reverse

from kasuari.aturan.buku import beku, pulih
from kasuari.aturan.parameter import semua
from kasuari.dasar.akun.izin.daftar import ATURAN
from kasuari.dasar.akun.selectors import pemegang
from kasuari.dasar.inti.pengenal import uuid_dari
from kasuari.dasar.jejak.models import Jejak, Kerja
from kasuari.dasar.kabar.service import kirim
from kasuari.dasar.kabar.templat import daftarkan
from kasuari.dasar.ketentuan import peristiwa
from kasuari.dasar.ketentuan.models import UsulTimpa
from kasuari.dasar.ketentuan.nilai import tampil

_DARI_KE = "{apa}: {lama} menjadi {baru}, berlaku {berlaku}. Dasar: {dasar}."
_DARI_KE_EN = "{apa}: {lama} becomes {baru}, from {berlaku}. Source: {dasar}."
_TEMPLAT = {
    peristiwa.USUL: ("Usul ketentuan daerah", "New local rule proposed"),
    peristiwa.TARIK: ("Usul ketentuan daerah ditarik", "Proposed local rule withdrawn"),
    peristiwa.TOLAK: ("Usul ketentuan daerah tidak disetujui", "Proposed local rule declined"),
    peristiwa.SETUJU: ("Ketentuan daerah disetujui", "Local rule approved"),
    peristiwa.SEGERA: ("Ketentuan daerah disegerakan", "Local rule put into force at once"),
    peristiwa.DIPAKAI: ("Ketentuan daerah mulai dipakai", "Local rule now in use"),
    peristiwa.CABUT: ("Ketentuan daerah dicabut", "Local rule revoked"),
}
TEMPLAT = {
    jenis: daftarkan(jenis, judul, _DARI_KE, judul_en, _DARI_KE_EN)
    for jenis, (judul, judul_en) in _TEMPLAT.items()
}
# selain Inspektorat: pemegang izin yang giliran bertindak
GILIRAN = {peristiwa.USUL: "ketentuan.setujui", peristiwa.SETUJU: "ketentuan.segera"}


def beri_tahu(kerja: Kerja) -> None:
    j = Jejak.objects.get(uid=UUID(kerja.rujukan))
    u = UsulTimpa.objects.select_related("timpa").get(uid=j.objek)
    giliran = {a.peran for a in ATURAN.get(GILIRAN.get(j.jenis, ""), ())}
    penerima = {a.orang.uid for a in pemegang("inspektorat", *giliran)}
    if j.jenis != peristiwa.USUL:
        penerima.add(u.diusulkan_oleh)
    data, tautan = _data(u), reverse("ketentuan:satu", args=[u.uid])
    for orang in sorted(penerima - {j.pelaku_orang}, key=str):
        kirim(orang, TEMPLAT[j.jenis], data, uuid_dari("kabar", j.uid, orang), tautan=tautan)


def _data(u: UsulTimpa) -> dict[str, str]:
    p = semua().get(u.kode)
    nama, satuan = (p.nama, p.satuan) if p else (u.kode, "")
    return {
        "apa": f"{nama} ({u.kunci})" if u.kunci else nama,
        "lama": tampil(beku(pulih(u.sebelum)), satuan),
        "baru": tampil(beku(pulih(u.nilai)), satuan),
        "berlaku": u.berlaku.isoformat(),
        "dasar": u.dasar,
    }
