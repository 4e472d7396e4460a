"""Menulis rencana ke register, dan mengurungkannya; sama bagi semua subjek."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db.models import Q

from kasuari.aparatur.pegawai import kini, peristiwa
from kasuari.aparatur.pegawai.models import Pegawai, RiwayatStatus
from kasuari.aparatur.pegawai.riwayat import DAFTAR, BarisRiwayat, jenis
from kasuari.aparatur.pegawai.service import buka_riwayat, daftarkan_pegawai, tutup_riwayat
from kasuari.dasar.impor.penerap import BUKA, TUTUP, Asal, Efek, Penerap, Rencana
from kasuari.dasar.inti.galat import MasukanSalah
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.organisasi import service as organisasi
from kasuari.dasar.organisasi.models import Penugasan
from kasuari.dasar.organisasi.service import BarisPenugasan

from .rencana import Isi

BARIS_DISEBUT = 10


class PenerapRiwayat(Penerap):
    """Turunan hanya menyusun rencana."""

    def orang(self, baris: Sequence[dict[str, Any]]) -> list[UUID]:
        nip = [b["nip"] for b in baris if b.get("nip")]
        return list(Pegawai.objects.filter(nip__in=nip).values_list("orang__uid", flat=True))

    def terapkan(self, pelaku: Pelaku, rencana: Rencana, asal: Asal) -> list[Efek]:
        isi: Isi = rencana.isi
        pegawai = dict(isi.lama)
        efek: list[Efek] = []
        if isi.baru:
            baru = daftarkan_pegawai(pelaku, [b for _, b in isi.baru.values()], tulis_kini=False)
            pegawai.update({p.nip: p for p in baru})
            efek += [
                Efek(n, "pegawai", p.uid, BUKA) for (n, _), p in zip(isi.baru.values(), baru, strict=True)
            ]
        efek += self._tutup(pelaku, isi, asal)
        efek += self._buka(pelaku, isi, pegawai, asal)
        efek += self._tugaskan(pelaku, isi, pegawai)
        nip = {*isi.baru, *(u.nip for u in isi.ubah), *(t.nip for t in isi.tugas)}
        if nip:
            kini.tulis([pegawai[n].id for n in sorted(nip)])
        return efek

    def _tutup(self, pelaku: Pelaku, isi: Isi, asal: Asal) -> list[Efek]:
        efek: list[Efek] = []
        for kode in DAFTAR:
            ganti = [(u.baris, u.ganti) for u in isi.ubah if u.fakta.kode == kode and u.ganti]
            if ganti:
                alasan = f"Impor {asal.nama}"
                tutup_riwayat(
                    pelaku, kode, [f for _, f in ganti], alasan, acara=peristiwa.DIKOREKSI, tulis_kini=False
                )
                efek += [Efek(n, kode, f, TUTUP) for n, f in ganti]
        return efek

    def _buka(self, pelaku: Pelaku, isi: Isi, pegawai: dict[str, Pegawai], asal: Asal) -> list[Efek]:
        efek: list[Efek] = []
        for kode in DAFTAR:
            ubah = [u for u in isi.ubah if u.fakta.kode == kode]
            if not ubah:
                continue
            baris = [
                BarisRiwayat(
                    pegawai[u.nip].uid, u.fakta.mulai, u.fakta.isi, sampai=u.fakta.sampai,
                    sk_nomor=u.fakta.sk_nomor, sk_tanggal=u.fakta.sk_tanggal,
                )
                for u in ubah
            ]  # fmt: skip
            uid = buka_riwayat(pelaku, kode, baris, tulis_kini=False)
            efek += [Efek(u.baris, kode, f, BUKA) for u, f in zip(ubah, uid, strict=True)]
        return efek

    def _tugaskan(self, pelaku: Pelaku, isi: Isi, pegawai: dict[str, Pegawai]) -> list[Efek]:
        if not isi.tugas:
            return []
        orang = {pegawai[t.nip].orang.uid: pegawai[t.nip].orang_id for t in isi.tugas}
        baris = [BarisPenugasan(pegawai[t.nip].orang.uid, t.mulai, t.pos) for t in isi.tugas]
        hasil = organisasi.catat_penugasan(pelaku, baris, orang)
        return [Efek(t.baris, "penugasan", p.uid, BUKA) for t, p in zip(isi.tugas, hasil, strict=True)]

    def urungkan(self, pelaku: Pelaku, efek: Sequence[Efek], sesudah: int, alasan: str) -> list[Efek]:
        per_kode: dict[str, list[Efek]] = defaultdict(list)
        for e in efek:
            per_kode[e.tabel].append(e)
        orang = per_kode.pop("pegawai", [])
        tugas = per_kode.pop("penugasan", [])
        _pastikan_tidak_dilanjutkan(per_kode, orang, tugas, sesudah)
        hasil: list[Efek] = []
        subjek: set[int] = set()
        for kode, isi in per_kode.items():
            dibuka = [e for e in isi if e.jenis == BUKA]
            if dibuka:
                tutup_riwayat(pelaku, kode, [e.fakta for e in dibuka], alasan, tulis_kini=False)
                hasil += [e._replace(jenis=TUTUP) for e in dibuka]
            hasil += _buka_lagi(pelaku, kode, [e for e in isi if e.jenis == TUTUP])
            subjek |= _subjek(kode, isi)
        penugasan = {t.uid: t for t in Penugasan.objects.filter(uid__in=[e.fakta for e in tugas])}
        for e in tugas:
            # berakhir pada hari mulainya: penugasan itu tidak pernah ada
            organisasi.akhiri_penugasan(pelaku, penugasan[e.fakta], penugasan[e.fakta].mulai)
            hasil.append(e._replace(jenis=TUTUP))
        hasil += _nihilkan(pelaku, orang)
        subjek |= set(Pegawai.objects.filter(uid__in=[e.fakta for e in orang]).values_list("id", flat=True))
        subjek |= set(
            Pegawai.objects.filter(orang__in=[t.subjek_id for t in penugasan.values()]).values_list(
                "id", flat=True
            )
        )
        if subjek:
            kini.tulis(sorted(subjek))
        return hasil


def _subjek(kode: str, efek: Sequence[Efek]) -> set[int]:
    model = jenis(kode).model
    uid = [e.fakta for e in efek]
    return set(model._default_manager.filter(uid__in=uid).values_list("subjek_id", flat=True))


def _pastikan_tidak_dilanjutkan(
    per_kode: dict[str, list[Efek]], orang: Sequence[Efek], tugas: Sequence[Efek], sesudah: int
) -> None:
    """Fakta jenis yang sama milik orang yang sama, dibuka atau ditutup sesudah impor, menghalangi pembatalan."""
    baris: set[int] = set()
    baru = Q(jejak_buka__gt=sesudah) | Q(jejak_tutup__gt=sesudah)
    for kode, isi in per_kode.items():
        model = jenis(kode).model
        milik = dict(
            model._default_manager.filter(uid__in=[e.fakta for e in isi]).values_list("uid", "subjek_id")
        )
        lanjut = set(
            model._default_manager.filter(baru, subjek__in=set(milik.values())).values_list(
                "subjek_id", flat=True
            )
        )
        baris |= {e.baris for e in isi if milik.get(e.fakta) in lanjut}
    uid_pegawai = {e.fakta: e.baris for e in orang}
    for j in DAFTAR.values():
        lanjut_uid = j.model._default_manager.filter(baru, subjek__uid__in=uid_pegawai)
        baris |= {uid_pegawai[u] for u in lanjut_uid.values_list("subjek__uid", flat=True)}
    milik_orang = dict(
        Penugasan.objects.filter(uid__in=[e.fakta for e in tugas]).values_list("uid", "subjek_id")
    )
    milik_orang |= dict(Pegawai.objects.filter(uid__in=uid_pegawai).values_list("uid", "orang_id"))
    lanjut = set(
        Penugasan.objects.filter(baru, subjek__in=set(milik_orang.values())).values_list(
            "subjek_id", flat=True
        )
    )
    baris |= {e.baris for e in (*orang, *tugas) if milik_orang.get(e.fakta) in lanjut}
    if baris:
        urut = sorted(baris)
        sebut = ", ".join(map(str, urut[:BARIS_DISEBUT])) + (
            " dan lainnya" if len(urut) > BARIS_DISEBUT else ""
        )
        raise MasukanSalah(
            f"Tidak dapat dibatalkan: riwayat orang pada baris {sebut} sudah diubah lagi sesudah impor ini. "
            "Batalkan perubahan itu lebih dahulu, atau betulkan orangnya satu per satu."
        )


def _buka_lagi(pelaku: Pelaku, kode: str, efek: Sequence[Efek]) -> list[Efek]:
    """Sisipkan lagi isi fakta yang ditutup impor, sama persis."""
    if not efek:
        return []
    j = jenis(kode)
    lama = {
        f.uid: f
        for f in j.model._default_manager.select_related("subjek").filter(uid__in=[e.fakta for e in efek])
    }
    baris = [
        BarisRiwayat(
            f.subjek.uid, f.mulai, {k: getattr(f, k) for k in j.kolom}, sampai=getattr(f, "sampai", None),
            nihil=getattr(f, "nihil", False), sk_nomor=f.sk_nomor, sk_tanggal=f.sk_tanggal, lampiran=f.lampiran,
        )
        for f in (lama[e.fakta] for e in efek)
    ]  # fmt: skip
    uid = buka_riwayat(pelaku, kode, baris, tulis_kini=False)
    return [Efek(e.baris, kode, u, BUKA) for e, u in zip(efek, uid, strict=True)]


def _nihilkan(pelaku: Pelaku, efek: Sequence[Efek]) -> list[Efek]:
    """Register hanya bertambah: orang yang lahir dari impor ini tetap tercatat, dengan status nihil."""
    if not efek:
        return []
    uid = [e.fakta for e in efek]
    mulai: dict[UUID, RiwayatStatus] = {}
    for s in RiwayatStatus.objects.filter(subjek__uid__in=uid).select_related("subjek").order_by("id"):
        mulai[s.subjek.uid] = s
    baris = [
        BarisRiwayat(
            e.fakta,
            mulai[e.fakta].mulai,
            {"jenis": mulai[e.fakta].jenis, "sebab": "impor dibatalkan"},
            nihil=True,
        )
        for e in efek
    ]
    terbuka = buka_riwayat(pelaku, "status", baris, tulis_kini=False)
    return [Efek(e.baris, "status", f, BUKA) for e, f in zip(efek, terbuka, strict=True)]
