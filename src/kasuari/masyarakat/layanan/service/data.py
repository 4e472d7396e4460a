"""Data saya bagi warga: memperbaiki kontak, menarik persetujuan, menarik permohonan, dan menghapus yang boleh dihapus."""

import json
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from kasuari.dasar.alur import service as alur
from kasuari.dasar.inti.galat import MasukanSalah
from kasuari.dasar.inti.pelaku import Pelaku, sistem
from kasuari.dasar.inti.waktu import sekarang
from kasuari.dasar.jejak.pintu import Hasil, pintu
from kasuari.dasar.jejak.service import catat
from kasuari.masyarakat.layanan import buka, isian, peristiwa
from kasuari.masyarakat.layanan.models import Permohonan, Persetujuan, Tanya, Unggahan
from kasuari.masyarakat.layanan.service.isi import TEKS_PERSETUJUAN, lepas_lampiran


def _terkunci(permohonan: UUID, buka_: str) -> Permohonan:
    buka.pastikan(permohonan, buka_)
    p = Permohonan.objects.select_for_update(of=("self",)).select_related("kasus", "layanan", "surat")
    return p.get(id=permohonan)


@pintu("layanan.ubah_kontak")
def ubah_kontak(
    pelaku: Pelaku, *, permohonan: UUID, buka_: str, telepon: str, email: str, kabari: bool, kunci: UUID
) -> Hasil:
    """Memperbaiki nomor HP dan email, dan memberi atau menarik persetujuan dikabari; penarikan berlaku seketika."""
    p = _terkunci(permohonan, buka_)
    siapa = isian.pemohon(p) | {"telepon": telepon, "email": email}
    p.pemohon = isian.sandi(siapa, "pemohon")
    p.buta_telepon = isian.buta(p.kode, telepon, "telepon")
    p.save(update_fields=["pemohon", "buta_telepon"])
    ada = Persetujuan.objects.filter(permohonan=p, ditarik=None).first()
    if kabari and ada is None:
        Persetujuan.objects.create(permohonan=p, versi=TEKS_PERSETUJUAN, diberi=sekarang())
    elif not kabari and ada is not None:
        Persetujuan.objects.filter(id=ada.id).update(ditarik=sekarang())
    if kabari != (ada is not None):
        catat(peristiwa.PERSETUJUAN, pelaku, ("permohonan_layanan", p.id), sesudah={"kabari": kabari})
    catat(peristiwa.KONTAK, pelaku, ("permohonan_layanan", p.id))
    return Hasil(p.id)


@pintu("layanan.tarik")
def tarik(pelaku: Pelaku, *, permohonan: UUID, buka_: str, kunci: UUID) -> Hasil:
    """Menarik permohonan yang belum diputus. Galat: `BedaVersi` bila sudah diputus atau menunggu tanda tangan."""
    p = _terkunci(permohonan, buka_)
    if p.kasus is None:
        raise MasukanSalah(_("Permohonan ini belum dikirim. Hapus saja isiannya."))
    alur.langkahkan(sistem("pemohon"), p.kasus.id, "batal", p.kasus.versi)
    Tanya.objects.filter(permohonan=p, dijawab=None).update(dijawab=sekarang())
    return Hasil(p.id)


@pintu("layanan.terima")
def terima(pelaku: Pelaku, *, permohonan: UUID, buka_: str, kunci: UUID) -> Hasil:
    """Pemohon sudah menerima hasilnya sendiri: permohonannya selesai."""
    p = _terkunci(permohonan, buka_)
    if p.kasus is not None and p.kasus.keadaan == "terbit":
        alur.langkahkan(sistem("pemohon"), p.kasus.id, "serahkan", p.kasus.versi)
    return Hasil(p.id)


@pintu("layanan.hapus_data")
def hapus(pelaku: Pelaku, *, permohonan: UUID, buka_: str, kunci: UUID) -> Hasil:
    """Menghapus isian, lampiran, dan kontak. Yang masih dikerjakan ditarik dahulu.

    Yang tinggal: kode, layanan, tanggal, dan hasilnya (surat bernomor adalah arsip, UU 43/2009).
    """
    p = _terkunci(permohonan, buka_)
    if p.kasus is not None and p.selesai is None:
        raise MasukanSalah(
            _("Permohonan ini masih dikerjakan. Tarik dulu permohonannya, baru hapus datanya.")
        )
    dasar = "permintaan pemohon (UU 27/2022 pasal 8)"
    if p.kasus is None:
        hapus_draf(pelaku, p, dasar)
    else:
        lupakan(pelaku, p, dasar)
    return Hasil(permohonan)


def hapus_draf(pelaku: Pelaku, p: Permohonan, dasar: str) -> None:
    """Di dalam transaksi pemanggil: draf yang belum dikirim hilang seluruhnya, juga berkasnya."""
    catat(peristiwa.DILUPAKAN, pelaku, ("permohonan_layanan", p.id), alasan=dasar)
    for u in Unggahan.objects.filter(permohonan=p).select_related("lampiran"):
        lepas_lampiran(u)
    p.delete()


def lupakan(pelaku: Pelaku, p: Permohonan, dasar: str) -> None:
    """Di dalam transaksi pemanggil: isi, kontak, tanya jawab, dan lampiran hilang; barisnya tinggal untuk hitungan."""
    for u in Unggahan.objects.filter(permohonan=p).select_related("lampiran"):
        lepas_lampiran(u)
    Tanya.objects.filter(permohonan=p).update(pertanyaan=b"", jawaban=b"")
    Permohonan.objects.filter(id=p.id).update(
        isi=b"",
        pemohon=b"",
        milik=None,
        buta_lahir=b"",
        buta_telepon=b"",
        hapus_pada=None,
        dilupakan=sekarang(),
    )
    catat(peristiwa.DILUPAKAN, pelaku, ("permohonan_layanan", p.id), alasan=dasar)


def unduhan(p: Permohonan) -> str:
    """Semua yang disimpan tentang satu permohonan, sebagai JSON; pemanggil sudah memeriksa kuncinya."""
    tanya = [
        {"pertanyaan": isian.pertanyaan(t), "jawaban": isian.teks(bytes(t.jawaban)), "ditanya": t.ditanya, "dijawab": t.dijawab}
        for t in p.tanya.order_by("ditanya")
    ]  # fmt: skip
    setuju = [
        {"versi": x.versi, "diberi": x.diberi, "ditarik": x.ditarik} for x in p.persetujuan.order_by("id")
    ]
    data: dict[str, Any] = {
        "kode": p.kode, "layanan": p.layanan.kode, "keadaan": p.keadaan, "dikirim": p.dikirim, "selesai": p.selesai,
        "pemohon": isian.pemohon(p), "isi": isian.isi(p), "tanya_jawab": tanya, "persetujuan": setuju,
        "berkas": [{"isian": u.isian, "nama": u.nama} for u in p.unggahan.order_by("dibuat")],
        "nomor_luar": p.nomor_luar, "tanggal_luar": p.tanggal_luar, "disimpan_sampai": p.hapus_pada,
    }  # fmt: skip
    return json.dumps(data, ensure_ascii=False, indent=2, default=_tulis)


def _tulis(nilai: Any) -> str:
    return nilai.isoformat() if isinstance(nilai, date) else str(nilai)
