"""Menutup periode: sisa kiriman dicampur, hasil dihitung dan dibekukan dengan sidiknya, indikator terbit.

Sesudah itu basis data menolak jawaban baru, ubahan, dan hapusan. Unit mendapat beberapa hari sebelum hasilnya tampil
bagi umum; tanggal itu ditetapkan jadwal, tidak dapat ditunda siapa pun.
"""

import hashlib
from datetime import timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from kasuari.dasar.akun.izin import pastikan
from kasuari.dasar.indikator import service as indikator
from kasuari.dasar.indikator.service import Baris
from kasuari.dasar.inti.galat import MasukanSalah
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.jejak.kanonik import baku
from kasuari.dasar.jejak.pintu import Hasil, pintu
from kasuari.dasar.jejak.service import catat
from kasuari.dasar.ketentuan.selectors import buku
from kasuari.masyarakat.survei import campur, hitung, peristiwa
from kasuari.masyarakat.survei import models as m
from kasuari.masyarakat.survei.gabungan import terbitkan_gabungan
from kasuari.masyarakat.survei.models import Layanan, Periode, Survei
from kasuari.masyarakat.survei.selectors import periode_terjangkau
from kasuari.masyarakat.survei.tahan import tahan, unsur_ditahan

IKM, UNSUR = "skm_ikm", "skm_unsur"
SERATUS = 100


@pintu("survei.tutup")
def tutup(pelaku: Pelaku, *, periode: UUID, kunci: UUID) -> Hasil:
    """Menutup dan menyegel satu periode. Hasil: UUID periode dan sidiknya.

    Galat: `MasukanSalah` (belum berakhir, sudah ditutup), `TidakAda`, `TidakBoleh`.
    """
    p = periode_terjangkau(pelaku, periode)
    pastikan(pelaku, "survei.kelola", p, lihat="survei.lihat")
    p = Periode.objects.select_for_update(of=("self",)).select_related("survei", "versi").get(id=p.id)
    if p.status != Periode.Status.TERBUKA:
        raise MasukanSalah(_("Periode ini sudah ditutup."), "periode")
    if hari_ini() <= p.sampai:
        raise MasukanSalah(
            _("Periode ini masih berjalan sampai %(h)s. Tutup sesudahnya.")
            % {"h": p.sampai.strftime("%d-%m-%Y")},
            "periode",
        )
    while campur.pindahkan(pelaku, p.id, semua=True):
        pass
    isi = (
        hitung.periode_skm(p, buku(p.mulai)) if p.survei.jenis == Survei.Jenis.SKM else hitung.periode_lain(p)
    )
    isi["jawaban_sha256"] = campur.sidik_periode(p)
    sidik = hashlib.sha256(baku(isi)).hexdigest()
    p.status, p.ditutup = Periode.Status.DITUTUP, hari_ini()
    p.save(update_fields=["status", "ditutup"])
    m.Hasil.objects.create(periode=p, n=isi["n"], isi=isi, sidik=sidik)
    catat(
        peristiwa.DITUTUP, pelaku, ("periode_survei", p.uid),
        sesudah={"sha256": sidik, "jawaban_sha256": isi["jawaban_sha256"], "n_cukup": isi["n"] >= p.survei.ambang},
    )  # fmt: skip
    if p.survei.jenis == Survei.Jenis.SKM:
        _indikator(pelaku, p, isi)
    return Hasil(p.uid, {"sidik": sidik})


def definisikan(ambang: int) -> None:
    """Menaruh definisi kedua indikator di katalog bila belum ada."""
    dasar = "PermenPANRB 14/2017"
    indikator.definisikan(
        kode=IKM, nama="Indeks kepuasan masyarakat (IKM)", nama_en="Public satisfaction index", satuan="poin", arah=1,
        desimal=2, ambang_n=ambang, umum=False, sumber="/skm/hasil/", dasar=dasar,
        rumus="Jumlah nilai rata-rata unsur kali bobot (satu per banyak unsur) kali 25; seluruh responden unit bersama.",
    )  # fmt: skip
    indikator.definisikan(
        kode=UNSUR, nama="Nilai rata-rata unsur pelayanan", nama_en="Mean value of a service element", satuan="nilai", arah=1,
        desimal=4, ambang_n=ambang, umum=False, sumber="/skm/hasil/", dasar=dasar,
        rumus="Jumlah nilai dibagi banyak jawaban unsur itu.",
    )  # fmt: skip


def layanan_ditahan(p: Periode, isi: dict[str, Any]) -> set[str]:
    """Kode layanan yang angkanya tidak keluar: terlalu sedikit penjawab, dapat dihitung dari selisih, atau tertutup."""
    n = {k: v["n"] for k, v in isi["layanan"].items()}
    tertutup = set(
        Layanan.objects.filter(unit_id=p.unit_id, tertutup=True).values_list("kode", flat=True)
    ) & set(n)
    # layanan tertutup diperlakukan sebagai sel kecil, jadi pasangannya ikut ditahan
    return tahan({k: (1 if k in tertutup else v) for k, v in n.items()}, p.survei.ambang)


def _ujung(isi: dict[str, Any]) -> dict[str, Any]:
    """Selang kepercayaan sebagai isian `Baris`; kosong bila penjawabnya satu."""
    s = isi.get("selang")
    return {"bawah": Decimal(s[0]), "atas": Decimal(s[1])} if s else {}


def _indikator(pelaku: Pelaku, p: Periode, isi: dict[str, Any]) -> None:
    """Menerbitkan `skm_ikm` (irisan '' dan 'layanan:<kode>') dan `skm_unsur` (irisan kode unsur) unit ini."""
    if "ikm" not in isi:
        return
    ambang = int(buku(p.mulai).tabel("skm_ambang")["responden"])
    definisikan(ambang)
    kurang = isi["n"] < p.survei.ambang
    tutup_layanan = layanan_ditahan(p, isi)
    ikm = [_ikm(p, isi, "", kurang)]
    ikm += [
        _ikm(p, v, f"layanan:{k}", kurang or k in tutup_layanan)
        for k, v in isi["layanan"].items()
        if k and "ikm" in v
    ]
    diam = unsur_ditahan(p.petugas, int(buku(p.mulai).tabel("skm_ambang")["petugas"]))
    unsur = [
        Baris(p.unit_id, v["jumlah"], v["n"], v["n"], u, **_ujung(v), tahan=kurang or u in diam)
        for u, v in isi["unsur"].items()
    ]
    indikator.terbitkan(pelaku, IKM, p.mulai, ikm)
    indikator.terbitkan(pelaku, UNSUR, p.mulai, unsur)


def _ikm(p: Periode, isi: dict[str, Any], irisan: str, tutup_: bool) -> Baris:
    return Baris(
        p.unit_id, int(Decimal(isi["ikm"]) * SERATUS), SERATUS, isi["n"], irisan, **_ujung(isi), tahan=tutup_
    )


def terbitkan_siap(pelaku: Pelaku) -> int:
    """Menerbitkan hasil yang jedanya sudah lewat, dan gabungan perangkat daerah dan kota; banyaknya."""
    batas = hari_ini() - timedelta(days=int(buku(hari_ini()).tabel("skm_jadwal")["terbit"]))
    siap = list(
        Periode.objects.select_for_update(of=("self",))
        .select_related("survei")
        .filter(status=Periode.Status.DITUTUP, ditutup__lte=batas)
    )
    for p in siap:
        p.status, p.terbit = Periode.Status.TERBIT, hari_ini()
        p.save(update_fields=["status", "terbit"])
        catat(peristiwa.TERBIT, pelaku, ("periode_survei", p.uid), sesudah={"sha256": p.hasil.sidik})
    for mulai, skema in {(p.mulai, p.skema) for p in siap if p.survei.jenis == Survei.Jenis.SKM}:
        terbitkan_gabungan(pelaku, mulai, skema)
    return len(siap)
