"""Cuti kota contoh: cuti tahunan dua tahun lalu dari kertas, dan permohonan yang sedang berjalan di tiap tahap."""

import uuid
from datetime import date, timedelta
from random import Random

from kasuari.aparatur.cuti import service
from kasuari.aparatur.cuti.models import PermohonanCuti
from kasuari.aparatur.pegawai import service as pegawai
from kasuari.aparatur.pegawai.models import Pegawai
from kasuari.aparatur.pegawai.riwayat import BarisRiwayat
from kasuari.contoh.orang import Rekaan
from kasuari.dasar.akun.models import Akun
from kasuari.dasar.akun.pelaku import susun_pelaku
from kasuari.dasar.inti.galat import Galat
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.pengenal import uuid_dari
from kasuari.dasar.inti.waktu import pada_saat

TAHUN_KERTAS = 2
SEDANG, LAMA_SEDANG = 40, 4  # satu dari sekian orang sedang cuti, sekian hari
MENUNGGU = 24  # permohonan yang menunggu atasan di seluruh kota
ALASAN = ("Menengok orang tua di Ayamaru", "Acara keluarga", "Wisuda anak di Manado", "Urusan tanah adat di Teminabuan",
          "Mengantar anak mendaftar sekolah")  # fmt: skip


def isi(oleh: Pelaku, rekaan: list[Rekaan], per: date, acak: Random) -> None:
    """Dipanggil sesudah akun ada. Yang tidak berhak cuti dilewati oleh aturannya sendiri."""
    milik = {p.nip: p for p in Pegawai.objects.select_related("orang", "kini")}
    _kertas(oleh, [milik[r.nip] for r in rekaan if r.tmt.year < per.year - TAHUN_KERTAS], per, acak)
    demo = {r.tanda: milik[r.nip] for r in rekaan if r.tanda}
    sekolah = [
        milik[r.nip]
        for r in rekaan
        if not r.tanda and milik[r.nip].kini.unit_id == demo["atasan"].kini.unit_id
    ]
    lain = [milik[r.nip] for r in rekaan if not r.tanda and milik[r.nip] not in sekolah]
    acak.shuffle(lain)
    senin = per + timedelta(days=14 - per.weekday())
    if (senin + timedelta(days=30)).year != senin.year:  # cuti tahunan tidak melewati pergantian tahun
        senin = date(senin.year + 1, 1, 11)
    _sedang(oleh, [*sekolah[4:6], *lain[::SEDANG]], per)
    satu = demo["asn"]
    jejak = [
        (satu, ("teruskan", "setujui")),
        *((p, t) for p, t in zip(sekolah, ((), (), ("teruskan",), ("kembalikan",)), strict=False)),
    ]
    with pada_saat(per):
        for n, (p, langkah) in enumerate(jejak):
            c = _ajukan(p, senin + timedelta(days=7 * (n % 3)), 3, acak.choice(ALASAN))
            if c is None:
                continue
            for aksi in langkah:
                siapa = demo["atasan"] if aksi != "setujui" else demo["pejabat"]
                _putuskan(siapa, c, aksi)
        for p in lain[:MENUNGGU]:
            _ajukan(p, senin + timedelta(days=7 * acak.randrange(3)), acak.randint(1, 4), acak.choice(ALASAN))


def _sedang(oleh: Pelaku, pegawai_: list[Pegawai], per: date) -> None:
    """Yang hari ini sedang cuti, menurut surat izin dari kertas; tidak mengurangi jatah cuti tahunannya."""
    mulai = per - timedelta(days=1)
    isi_cuti = {"jenis": "penting", "hari": LAMA_SEDANG}
    sampai = mulai + timedelta(days=LAMA_SEDANG)
    baris = [
        BarisRiwayat(p.uid, mulai, isi_cuti, sampai=sampai, sk_nomor=f"850/{n}/CONTOH/{per.year}")
        for n, p in enumerate(pegawai_, 1)
        if p.kini.aktif
    ]
    with pada_saat(per):
        pegawai.catat_riwayat(oleh, kode="cuti", baris=baris, kunci=uuid_dari("contoh", "cuti-sedang"))


def _kertas(oleh: Pelaku, pegawai_: list[Pegawai], per: date, acak: Random) -> None:
    with pada_saat(per):
        for mundur in range(TAHUN_KERTAS, -1, -1):  # tahun ini pun sebagian masih dari kertas
            tahun = per.year - mundur
            baris = [service.BarisSaldo(p.uid, tahun, acak.randint(0, 5)) for p in pegawai_]
            service.catat_saldo(oleh, baris=baris, kunci=uuid_dari("contoh", "cuti-kertas", tahun))


def _pelaku(p: Pegawai, *, sudo: bool = False) -> Pelaku:
    return susun_pelaku(Akun.objects.select_related("orang").get(orang=p.orang), sudo=sudo)


def _ajukan(p: Pegawai, mulai: date, hari: int, alasan: str) -> uuid.UUID | None:
    rincian = {"alasan": alasan, "alamat": "Sorong", "telepon": "", "anak_ke": None, "keperluan_agama": False}
    isi_cuti = service.IsiCuti("tahunan", mulai, mulai + timedelta(days=hari - 1), rincian)
    try:
        return service.ajukan(_pelaku(p), isi=isi_cuti, kunci=uuid_dari("contoh", "cuti", p.nip)).uid
    except Galat:
        return None


def _putuskan(siapa: Pegawai, cuti: uuid.UUID, aksi: str) -> None:
    versi = PermohonanCuti.objects.select_related("kasus").get(id=cuti).kasus.versi
    alasan = "Tanggalnya bentrok dengan ujian semester." if aksi == "kembalikan" else ""
    service.putuskan(
        _pelaku(siapa, sudo=True), cuti=cuti, aksi=aksi, versi=versi, alasan=alasan,
        kunci=uuid_dari("contoh", "cuti", cuti, aksi),
    )  # fmt: skip
