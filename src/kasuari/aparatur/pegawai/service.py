"""Pintu tulis pegawai. Tindakan banyak = daftar; tindakan tunggal = daftar berisi satu, lewat pemeriksa yang sama."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, BinaryIO
from uuid import UUID

from kasuari.aparatur.pegawai import kini, peristiwa
from kasuari.aparatur.pegawai.models import Oap, Pegawai
from kasuari.aparatur.pegawai.penugasan import akhiri_tugas as akhiri_tugas
from kasuari.aparatur.pegawai.penugasan import tetapkan_pemegang as tetapkan_pemegang
from kasuari.aparatur.pegawai.penugasan import tugaskan as tugaskan
from kasuari.aparatur.pegawai.riwayat import BarisRiwayat, Jenis, jenis
from kasuari.dasar.akun.izin import pastikan
from kasuari.dasar.dokumen.service import terima
from kasuari.dasar.inti.fakta import tutup
from kasuari.dasar.inti.galat import MasukanSalah, TidakAda
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.pengenal import uuid7
from kasuari.dasar.inti.sandi import enkripsi, indeks_buta
from kasuari.dasar.inti.simpan import simpan_banyak
from kasuari.dasar.inti.waktu import sekarang, sesudah
from kasuari.dasar.jejak.pintu import Hasil, pintu
from kasuari.dasar.jejak.service import catat
from kasuari.dasar.orang.service import OrangBaru, catat_orang

JENIS_BUKTI = ("pdf", "jpeg", "png")


@dataclass(frozen=True)
class BarisPegawai:
    """Pegawai baru: identitas saja. NIP dan NIK sudah diperiksa bentuknya oleh pemanggil (aturan.identitas)."""

    nip: str
    nama: str
    lahir: date
    jk: str
    gelar_depan: str = ""
    gelar_belakang: str = ""
    tempat_lahir: str = ""
    agama: str = ""
    nik: str = ""
    email: str = ""
    tmt_cpns: date | None = None


@pintu("pegawai.catat")
def catat_pegawai(pelaku: Pelaku, *, baris: Sequence[BarisPegawai], kunci: UUID) -> Hasil:
    """Mencatat pegawai baru; NIP yang sudah ada ditolak dengan menyebut barisnya. Hasil: {"uid": [...]} urut masukan."""
    pegawai = daftarkan_pegawai(pelaku, baris)
    return Hasil(pegawai[0].uid if len(pegawai) == 1 else None, {"uid": [str(p.uid) for p in pegawai]})


def daftarkan_pegawai(
    pelaku: Pelaku, baris: Sequence[BarisPegawai], *, tulis_kini: bool = True
) -> list[Pegawai]:
    """Seperti `catat_pegawai`, di dalam transaksi pemanggil (impor); urutan hasil = urutan masukan."""
    pastikan(pelaku, "pegawai.ubah")
    ada = set(Pegawai.objects.filter(nip__in=[b.nip for b in baris]).values_list("nip", flat=True))
    if n := next((n for n, b in enumerate(baris, 1) if b.nip in ada), None):
        raise MasukanSalah(
            f"Baris {n}: NIP ini sudah terdaftar. Perbarui data orangnya, jangan dicatat dua kali.", "nip"
        )
    orang = catat_orang(pelaku, [OrangBaru(b.nama, b.gelar_depan, b.gelar_belakang, b.email) for b in baris])
    saat = sekarang()
    pegawai = [
        Pegawai(
            uid=uuid7(), orang=o, nip=b.nip, lahir=b.lahir, jk=b.jk, tempat_lahir=b.tempat_lahir, agama=b.agama,
            tmt_cpns=b.tmt_cpns, dibuat=saat,
            nik=enkripsi(b.nik.encode(), "nik") if b.nik else None,
            nik_buta=indeks_buta(b.nik, "nik") if b.nik else None,
        )
        for o, b in zip(orang, baris, strict=True)
    ]  # fmt: skip
    Pegawai.objects.bulk_create(pegawai, batch_size=500)
    catat(
        peristiwa.DICATAT, pelaku, ("pegawai", pegawai[0].uid if len(pegawai) == 1 else None),
        sesudah={"banyak": len(pegawai)}, subjek=[o.uid for o in orang],
    )  # fmt: skip
    if tulis_kini:
        kini.tulis([p.id for p in pegawai])
    return pegawai


@pintu("pegawai.catat_riwayat")
def catat_riwayat(
    pelaku: Pelaku, *, kode: str, baris: Sequence[BarisRiwayat], berkas: BinaryIO | None = None, kunci: UUID
) -> Hasil:
    """Mencatat fakta satu jenis bagi banyak pegawai; `pegawai_kini` ikut ditulis. Hasil: {"fakta": [uid, ...]}.

    `berkas`: satu dokumen (PDF atau foto) yang menjadi bukti semua barisnya.
    """
    fakta = buka_riwayat(pelaku, kode, baris, berkas=berkas)
    return Hasil(fakta[0] if len(fakta) == 1 else None, {"fakta": [str(f) for f in fakta]})


def buka_riwayat(
    pelaku: Pelaku,
    kode: str,
    baris: Sequence[BarisRiwayat],
    *,
    tulis_kini: bool = True,
    berkas: BinaryIO | None = None,
) -> list[UUID]:
    """Seperti `catat_riwayat`, di dalam transaksi pemanggil (impor, usulan)."""
    j = jenis(kode)
    pegawai = {
        p.uid: p
        for p in Pegawai.objects.select_related("orang", "kini").filter(uid__in={b.pegawai for b in baris})
    }
    _periksa_izin(pelaku, pegawai.values())
    for n, b in enumerate(baris, 1):
        _periksa_baris(n, b, j, pegawai)
    baris = _berbukti(pelaku, baris, berkas)
    saat = sekarang()
    id_ = catat(
        peristiwa.RIWAYAT, pelaku, ("pegawai", baris[0].pegawai if len(baris) == 1 else None),
        sesudah={"jenis": kode, "banyak": len(baris), **({"isi": _terbuka(j, baris[0])} if len(baris) == 1 and not j.kelas else {})},
        alasan=baris[0].sk_nomor if len(baris) == 1 else "", subjek=[p.orang.uid for p in pegawai.values()],
    )  # fmt: skip
    uid = [uuid7() for _ in baris]
    akhir = ("nihil",) if not j.rentang else ("sampai",)
    kolom = (
        "uid",
        "subjek",
        "mulai",
        *akhir,
        "dicatat",
        "jejak_buka",
        "sk_nomor",
        "sk_tanggal",
        "lampiran",
        "surat",
        *j.kolom,
    )
    simpan_banyak(
        j.model,
        kolom,
        [
            (u, pegawai[b.pegawai].id, b.mulai, b.nihil if not j.rentang else b.sampai, saat, id_, b.sk_nomor,
             b.sk_tanggal, b.lampiran, b.surat, *(b.isi.get(k, _bawaan(j, k)) for k in j.kolom))
            for u, b in zip(uid, baris, strict=True)
        ],
    )  # fmt: skip
    if tulis_kini:
        kini.tulis([p.id for p in pegawai.values()])
    return uid


def _terbuka(j: Jenis, b: BarisRiwayat) -> dict[str, Any]:
    """Isi fakta bagi catatan peristiwa, tanpa kolom berkelas upah."""
    return {k: v for k, v in b.isi.items() if k not in j.kolom_inti}


def _berbukti(
    pelaku: Pelaku, baris: Sequence[BarisRiwayat], berkas: BinaryIO | None
) -> Sequence[BarisRiwayat]:
    """Baris dengan dokumennya; tanpa unggahan, baris apa adanya."""
    if berkas is None:
        return baris
    nama = getattr(berkas, "name", "") or "dokumen"
    lampiran = terima(pelaku, berkas, nama, "riwayat", boleh=JENIS_BUKTI)
    return [replace(b, lampiran=lampiran.id) for b in baris]


def _bawaan(j: Jenis, kolom: str) -> Any:
    medan = j.model._meta.get_field(kolom)
    return medan.get_default() if medan.has_default() else (None if medan.null else "")


def _periksa_izin(pelaku: Pelaku, pegawai: Any) -> None:
    if pelaku.sistem:
        return
    for p in pegawai:
        pastikan(pelaku, "pegawai.ubah", p, lihat="pegawai.lihat")


def _periksa_baris(n: int, b: BarisRiwayat, j: Jenis, pegawai: Mapping[UUID, Pegawai]) -> None:
    if b.pegawai not in pegawai:
        raise TidakAda(f"Baris {n}: pegawai ini tidak ada.")
    if b.sampai is not None and b.sampai <= b.mulai:
        raise MasukanSalah(
            f"Baris {n}: tanggal selesai harus sesudah tanggal mulai. Ubah salah satunya.", "sampai"
        )
    if j.berakhir and b.sampai is None:
        raise MasukanSalah(
            f"Baris {n}: isi tanggal berakhirnya; {j.nama.lower()} selalu berjangka.", "sampai"
        )
    if b.mulai < pegawai[b.pegawai].lahir:
        raise MasukanSalah(f"Baris {n}: tanggal mulai lebih awal daripada tanggal lahir.", "mulai")
    try:
        j.periksa(b.isi)
    except MasukanSalah as galat:
        raise MasukanSalah(f"Baris {n}: {galat.pesan}", galat.kolom) from None


@pintu("pegawai.koreksi_riwayat")
def koreksi_riwayat(
    pelaku: Pelaku,
    *,
    kode: str,
    fakta: UUID,
    baris: BarisRiwayat,
    alasan: str,
    berkas: BinaryIO | None = None,
    kunci: UUID,
) -> Hasil:
    """Memperbaiki satu fakta: baris lama ditutup sekali, baris baru dibuka. Yang kalah cepat mendapat BedaVersi."""
    if not alasan.strip():
        raise MasukanSalah("Tulis alasan perbaikan, misalnya nomor surat atau bukti yang dilihat.", "alasan")
    tutup_riwayat(pelaku, kode, [fakta], alasan, acara=peristiwa.DIKOREKSI)
    if baris.lampiran is None:
        # Dokumen lama tetap menjadi bukti bila tidak diganti.
        baris = replace(
            baris,
            lampiran=jenis(kode).model._default_manager.values_list("lampiran", flat=True).get(uid=fakta),
        )
    (uid,) = buka_riwayat(pelaku, kode, [baris], berkas=berkas)
    return Hasil(uid)


@pintu("pegawai.batalkan_riwayat")
def batalkan_riwayat(pelaku: Pelaku, *, kode: str, fakta: Sequence[UUID], alasan: str, kunci: UUID) -> Hasil:
    """Mencabut fakta (SK dicabut, impor dibatalkan): baris ditutup, keadaan sebelumnya tampak lagi."""
    if not alasan.strip():
        raise MasukanSalah("Tulis alasan pembatalan.", "alasan")
    tutup_riwayat(pelaku, kode, fakta, alasan)
    return Hasil(data={"ditutup": len(fakta)})


def tutup_riwayat(
    pelaku: Pelaku,
    kode: str,
    fakta: Sequence[UUID],
    alasan: str,
    acara: str = peristiwa.DIBATALKAN,
    *,
    tulis_kini: bool = True,
) -> None:
    """Menutup fakta di dalam transaksi pemanggil; BedaVersi bila salah satunya sudah ditutup."""
    j = jenis(kode)
    baris = list(
        j.model._default_manager.filter(uid__in=fakta).select_related("subjek__orang", "subjek__kini")
    )
    if len(baris) != len(set(fakta)):
        raise TidakAda("Riwayat itu tidak ada.")
    _periksa_izin(pelaku, [b.subjek for b in baris])
    id_ = catat(
        acara, pelaku, ("pegawai", baris[0].subjek.uid if len(baris) == 1 else None), alasan=alasan,
        sebelum={"jenis": kode, "fakta": sorted(str(b.uid) for b in baris)}, subjek=[b.subjek.orang.uid for b in baris],
    )  # fmt: skip
    for b in baris:
        tutup(j.model, b.id, sesudah(b.dicatat), id_)
    if tulis_kini:
        kini.tulis([b.subjek_id for b in baris])


@pintu("pegawai.catat_oap")
def catat_oap(
    pelaku: Pelaku,
    *,
    pegawai: UUID,
    status: str,
    bukti: str,
    lembaga: str,
    guna: str,
    mulai: date,
    kunci: UUID,
) -> Hasil:
    """Mencatat status Orang Asli Papua dengan buktinya. Tidak pernah diturunkan dari marga, tempat lahir, atau foto."""
    p = Pegawai.objects.select_related("orang", "kini").filter(uid=pegawai).first()
    if p is None:
        raise TidakAda("Pegawai ini tidak ada.")
    pastikan(pelaku, "pegawai.oap", p, lihat="pegawai.lihat")
    if (
        status not in {"diklaim", "diverifikasi", "ditolak", "banding"}
        or not bukti.strip()
        or not lembaga.strip()
    ):
        raise MasukanSalah(
            "Isi status, nomor bukti, dan lembaga penerbit (MRP, LMA, atau dewan adat).", "bukti"
        )
    isi = json.dumps({"status": status, "bukti": bukti, "lembaga": lembaga, "guna": guna})
    id_ = catat(peristiwa.OAP, pelaku, ("pegawai", p.uid), sesudah={"dicatat": True}, subjek=[p.orang.uid])
    for lama in Oap.objects.filter(subjek=p, ditutup=None):
        tutup(Oap, lama.id, sesudah(lama.dicatat), id_)
    Oap.objects.create(
        subjek=p, mulai=mulai, dicatat=sekarang(), jejak_buka=id_, isi=enkripsi(isi.encode(), "oap")
    )
    return Hasil(p.uid)
