"""Tindakan atas banyak usulan: dipilih, diperiksa, lalu dikerjakan di latar satu baris satu transaksi.

Pekerja yang mati di tengah meneruskan baris yang tersisa; satu baris tidak pernah dikerjakan dua kali. Baris yang
tidak dapat dikerjakan menyebut sebabnya dan tidak menahan yang lain.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Count, Q
from django.utils.translation import gettext as _

from kasuari.aparatur.pegawai.models import Pegawai, PegawaiKini
from kasuari.aparatur.usulan import efek, peristiwa, rangka, service
from kasuari.aparatur.usulan.bahan import bahan
from kasuari.aparatur.usulan.models import Massal, MassalBaris, Usulan
from kasuari.aparatur.usulan.rangka import Isian
from kasuari.aparatur.usulan.selectors import usulan as ambil
from kasuari.dasar.akun.izin import pastikan
from kasuari.dasar.akun.models import Akun
from kasuari.dasar.akun.pelaku import susun_pelaku
from kasuari.dasar.alur import selectors as alur
from kasuari.dasar.alur import service as alur_service
from kasuari.dasar.inti.galat import Galat, MasukanSalah, TidakAda, TidakBoleh
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.pengenal import uuid7, uuid_dari
from kasuari.dasar.inti.waktu import sekarang
from kasuari.dasar.jejak.antrean import antre
from kasuari.dasar.jejak.pintu import Hasil, pintu
from kasuari.dasar.jejak.service import catat

SUSUN = "susun"
BANYAK = 1000  # baris satu tindakan; di atasnya dibagi (batas mesin)


@dataclass(frozen=True)
class Calon:
    """Satu orang yang akan diusulkan untuk satu TMT."""

    pegawai: UUID
    tmt: date


@pintu("usulan.massal_susun")
def siapkan_susun(pelaku: Pelaku, *, jenis: str, calon: Sequence[Calon], kunci: UUID) -> Hasil:
    """Menyiapkan penyusunan konsep bagi banyak orang. Hasil: id tindakannya, belum dijalankan.

    Galat: `TidakAda` bila ada yang di luar jangkauan; `MasukanSalah` bila kosong atau terlalu banyak.
    """
    pastikan(pelaku, "usulan.susun")
    _wajar(len(calon))
    if jenis not in rangka.DAFTAR:
        raise TidakAda("Jenis usulan ini tidak ada.")
    pegawai = {
        p.uid: p
        for p in Pegawai.objects.select_related("orang", "kini").filter(uid__in={c.pegawai for c in calon})
    }
    for c in calon:
        if c.pegawai not in pegawai:
            raise TidakAda("Pegawai ini tidak ada.")
        pastikan(pelaku, "usulan.susun", pegawai[c.pegawai], lihat="pegawai.lihat")
    m = _massal(pelaku, SUSUN, jenis, "")
    MassalBaris.objects.bulk_create(
        [
            MassalBaris(massal=m, urut=n, pegawai=pegawai[c.pegawai], tmt=c.tmt)
            for n, c in enumerate(calon, 1)
        ],
        batch_size=200,
    )
    return Hasil(m.id)


@pintu("usulan.massal_langkah")
def siapkan_langkah(
    pelaku: Pelaku, *, aksi: str, usulan: Sequence[UUID], alasan: str = "", kunci: UUID
) -> Hasil:
    """Menyiapkan satu langkah atas banyak usulan yang menunggu pelaku. Versinya yang terlihat sekarang."""
    _wajar(len(usulan))
    terpilih = {
        u.id: u for u in Usulan.objects.filter(id__in=usulan, kasus__in=alur.menunggu(pelaku).values("kasus_id")).select_related("kasus")
    }  # fmt: skip
    if set(usulan) - set(terpilih):
        raise TidakBoleh(
            _("Ada usulan yang tidak lagi menunggu Anda. Muat ulang daftarnya, lalu pilih lagi.")
        )
    m = _massal(pelaku, aksi, "", alasan)
    MassalBaris.objects.bulk_create(
        [
            MassalBaris(massal=m, urut=n, pegawai_id=terpilih[u].pegawai_id, usulan=terpilih[u], versi=terpilih[u].kasus.versi)
            for n, u in enumerate(usulan, 1)
        ],
        batch_size=200,
    )  # fmt: skip
    return Hasil(m.id)


def _wajar(banyak: int) -> None:
    if not 0 < banyak <= BANYAK:
        raise MasukanSalah(_("Pilih paling sedikit satu dan paling banyak %(n)s baris.") % {"n": BANYAK})


def _massal(pelaku: Pelaku, aksi: str, jenis: str, alasan: str) -> Massal:
    if pelaku.akun is None or pelaku.orang is None:
        raise TidakBoleh(_("Tindakan ini dilakukan orang, bukan sistem."))
    return Massal.objects.create(
        id=uuid7(), aksi=aksi, jenis=jenis, akun=pelaku.akun, orang=pelaku.orang, dibuat=sekarang(),
        alasan=efek.sandi(alasan) if alasan else b"",
    )  # fmt: skip


def satu(pelaku: Pelaku, uid: UUID) -> Massal:
    """Tindakan milik pelaku sendiri. Galat: `TidakAda`."""
    m = Massal.objects.filter(id=uid, orang=pelaku.orang).first()
    if m is None:
        raise TidakAda("Tindakan ini tidak ada.")
    return m


@pintu("usulan.massal_jalankan")
def jalankan(pelaku: Pelaku, *, massal: UUID, kunci: UUID) -> Hasil:
    """Mengantre tiap baris. Menjalankan lagi tidak menambah apa pun. Galat: `TidakBoleh` bila sandi perlu diminta lagi."""
    m = satu(pelaku, massal)
    if m.aksi in service.BERSANDI and not pelaku.sudo:
        raise TidakBoleh(_("Tindakan ini meminta sandi Anda sekali lagi."), perlu_sudo=True)
    if Massal.objects.filter(id=m.id, dijalankan=None).update(dijalankan=sekarang()):
        urut = list(m.baris.order_by("urut").values_list("urut", flat=True))
        catat(
            peristiwa.MASSAL, pelaku, ("massal", m.id), sesudah={"aksi": m.aksi, "jenis": m.jenis, "banyak": len(urut)},
        )  # fmt: skip
        for n in urut:
            antre("usulan.baris", f"{m.id}|{n}", uuid_dari("usulan.baris", m.id, n))
    return Hasil(m.id)


def kerjakan(rujukan: str) -> None:
    """Satu baris, dalam transaksi pekerjaannya. Yang gagal menyimpan sebabnya; yang sudah dikerjakan dilewati."""
    id_, _pisah, urut = rujukan.partition("|")
    b = (
        MassalBaris.objects.select_for_update(of=("self",))
        .select_related("massal", "pegawai__orang", "pegawai__kini")
        .get(massal=id_, urut=int(urut))
    )
    if b.hasil != MassalBaris.Hasil.MENUNGGU:
        return
    m = b.massal
    pelaku = susun_pelaku(
        Akun.objects.select_related("orang").get(uid=m.akun), sudo=m.aksi in service.BERSANDI
    )
    try:
        with transaction.atomic():
            _kerjakan(pelaku, m, b)
        b.hasil, b.pesan = MassalBaris.Hasil.SELESAI, b""
    except Galat as galat:
        b.usulan = b.usulan if m.aksi != SUSUN else None
        b.hasil, b.pesan = MassalBaris.Hasil.GAGAL, efek.sandi(galat.pesan)
    b.save(update_fields=["hasil", "pesan", "usulan"])


def _kerjakan(pelaku: Pelaku, m: Massal, b: MassalBaris) -> None:
    if m.aksi == SUSUN:
        j = rangka.ambil(m.jenis)
        pastikan(pelaku, "usulan.susun", b.pegawai, lihat="pegawai.lihat")
        # Berkas baru dapat ada sesudah konsepnya ada, jadi hanya isinya yang menahan, seperti di daftar jatuh tempo.
        kurang = efek.kurang_calon(j, bahan([b.pegawai_id], j.perlu)[b.pegawai_id], Isian(b.tmt)).isi
        if kurang:
            raise MasukanSalah(" ".join(kurang))
        b.usulan = service.buat(pelaku, j, b.pegawai, Isian(b.tmt), {}, service.meja(pelaku, b.pegawai))
        return
    assert b.usulan_id is not None and b.versi is not None
    u = ambil(pelaku, b.usulan_id)
    alur_service.pastikan_ditunggu(pelaku, u.kasus, m.aksi)
    service.maju(pelaku, u, m.aksi, b.versi, str(efek.buka_sandi(m.alasan) or ""))


def kemajuan(m: Massal) -> dict[str, int]:
    """Banyak baris: jumlah, selesai, gagal."""
    h = MassalBaris.Hasil
    return m.baris.aggregate(
        jumlah=Count("id"),
        selesai=Count("id", filter=Q(hasil=h.SELESAI)),
        gagal=Count("id", filter=Q(hasil=h.GAGAL)),
    )


def kekurangan(jenis: str, orang: Sequence[PegawaiKini]) -> dict[int, efek.Kurang]:
    """Apa yang kurang pada tiap orang di satu halaman daftar jatuh tempo (id pegawai -> kalimat); kueri tetap."""
    j = rangka.ambil(jenis)
    isi = bahan([k.pegawai_id for k in orang], j.perlu)
    hasil: dict[int, efek.Kurang] = {}
    for k in orang:
        tmt: Any = getattr(k, "tmt", None)
        hasil[k.pegawai_id] = efek.kurang_calon(j, isi[k.pegawai_id], Isian(tmt))
    return hasil
