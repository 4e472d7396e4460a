"""Survei kota contoh: lima unit, empat triwulan yang sudah terbit, dan triwulan yang sedang berjalan.

Dukcapil turun terus di unsur waktu (bahan rencana perbaikan), RSUD berpetugas sedikit di satu loket, satu distrik
penjawabnya terlalu sedikit sehingga hasilnya ditahan, dan survei iklim kerja pegawai sedang dibuka.
"""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from random import Random
from typing import NamedTuple

from django.db import transaction

from kasuari.dasar.akun.models import Akun
from kasuari.dasar.akun.pelaku import susun_pelaku
from kasuari.dasar.inti.pelaku import Pelaku, sistem
from kasuari.dasar.inti.pengenal import uuid_dari
from kasuari.dasar.inti.waktu import hari_ini, pada_saat
from kasuari.dasar.organisasi.models import Unit
from kasuari.masyarakat.survei import campur, kertas, service, terima, tutup
from kasuari.masyarakat.survei.kata_unsur import UNSUR
from kasuari.masyarakat.survei.models import Lapis, Mode, Periode
from kasuari.masyarakat.survei.service import BarisLayanan

SELESAI = 4  # triwulan yang sudah terbit
SARAN = (
    "Antrean terlalu lama, menunggu dua jam", "Menunggu antrean lama sekali", "Antreannya panjang", "Berkas lama selesai, bolak-balik dua kali",
    "Ruang tunggu panas, tidak ada kipas", "Ruang tunggunya sempit", "Kipas di ruang tunggu rusak", "Petugasnya ramah dan membantu",
    "Loket dibuka terlambat", "Petugas menjelaskan dengan sabar", "Parkir sempit", "Tolong beri tahu lewat HP kalau berkas selesai",
)  # fmt: skip
IKLIM = (
    "skala | Tugas saya jelas\nskala | Atasan saya mendengar usul saya\nskala | Saya belajar hal baru tahun ini\n"
    "pilihan | Apakah ruang kerja Anda layak? | Ya; Sebagian; Tidak\nteks | Satu hal yang paling perlu diperbaiki"
)


class Rencana(NamedTuple):
    """Satu unit: banyak penjawab setriwulan, populasi, petugas, layanan, dan peluang jawaban baik (persen) tiap triwulan."""

    unit: str
    penjawab: int
    populasi: int
    petugas: int
    layanan: tuple[BarisLayanan, ...]
    dasar: int
    turun: Mapping[str, tuple[int, int]]  # unsur -> (mulai, perubahan tiap triwulan) dalam persen


_BAIK = 78
DAFTAR = (
    Rencana("DUKCAPIL", 70, 2400, 14, (
        BarisLayanan("ADM-01", "KTP-el baru", 6), BarisLayanan("ADM-04", "Kartu keluarga", 5), BarisLayanan("ADM-05", "Akta kelahiran", 6),
    ), _BAIK, {"waktu": (66, -9), "prosedur": (70, -2)}),
    Rencana("DINKES", 80, 900, 9, (BarisLayanan("KES-01", "Surat keterangan sehat", 6), BarisLayanan("KES-90", "Konseling kekerasan", 3, True)),
            82, {"sarpras": (36, 17)}),
    Rencana("RSUD", 60, 5200, 4, (BarisLayanan("RSU-01", "Pendaftaran rawat jalan", 4),), 72, {"waktu": (58, 0)}),
    Rencana("DISDIK", 40, 500, 8, (BarisLayanan("DIK-01", "Legalisasi ijazah", 6),), 84, {}),
    Rencana("DST-01", 3, 60, 6, (), 80, {}),
)  # fmt: skip


def isi(per: date, akun: Mapping[str, Akun], sesudah_terbit: Callable[[date], None]) -> None:
    """Dipanggil sesudah unit dan akun ada; jam dipindah ke tiap triwulan, dan tiap hasil yang terbit dikabarkan."""
    oleh, acak = sistem("kota contoh"), Random(f"survei-{per}")  # noqa: S311 data rekaan
    awal = [_mundur(per, n) for n in range(SELESAI, -1, -1)]
    unit = dict(Unit.objects.values_list("kode", "uid"))
    for ke, mulai in enumerate(awal):
        with pada_saat(max(mulai, date(2017, 6, 1))):
            for r in DAFTAR:
                _periode(oleh, r, unit, mulai, ke, acak)
        if ke < SELESAI:
            sesudah_terbit(_tutup(oleh, mulai))
    with pada_saat(per):
        naomi = susun_pelaku(akun["umpeg"])
        kertas_dinas = Periode.objects.get(unit__kode="DISDIK", mulai=awal[-1])
        kertas.tumpuk(naomi, periode=kertas_dinas.uid, banyak=100, kunci=uuid_dari("contoh", "survei-kertas"))
        _iklim(oleh, unit, per)


def _mundur(per: date, triwulan: int) -> date:
    indeks = per.year * 4 + (per.month - 1) // 3 - triwulan
    return date(indeks // 4, indeks % 4 * 3 + 1, 1)


def _periode(
    oleh: Pelaku, r: Rencana, unit: Mapping[str, object], mulai: date, ke: int, acak: Random
) -> None:
    kunci = ("contoh", "survei", r.unit, mulai)
    if ke == 0:
        service.tetapkan_layanan(oleh, unit=unit[r.unit], baris=r.layanan, kunci=uuid_dari(*kunci, "layanan"))  # type: ignore[arg-type]
    uid = service.buka(
        oleh, unit=unit[r.unit], skema="triwulan", mulai=mulai, petugas=r.petugas, populasi=r.populasi, kunci=uuid_dari(*kunci)  # type: ignore[arg-type]
    ).uid  # fmt: skip
    boleh = [x.kode for x in r.layanan if not x.tertutup]
    if boleh:
        bagi = {kode: r.populasi // len(boleh) for kode in boleh}
        service.rencanakan(oleh, periode=uid, populasi=bagi, persen_p=52, kunci=uuid_dari(*kunci, "rencana"))  # type: ignore[arg-type]
    p = Periode.objects.select_related("survei").get(uid=uid)
    banyak = r.penjawab if ke < SELESAI else r.penjawab // 2
    with transaction.atomic():
        campur.tulis(oleh, p, [_satu(r, ke, boleh, acak) for _ in range(banyak)], mulai + timedelta(days=20))


def _satu(r: Rencana, ke: int, layanan: list[str], acak: Random) -> terima.Penilaian:
    rasa = acak.randint(-18, 18)  # orang yang sama cenderung puas atau tidak pada semua unsur
    jawab = {}
    for u in UNSUR:
        mulai, ubah = r.turun.get(u, (r.dasar, 0))
        peluang = mulai + ubah * ke + rasa
        jawab[u] = (
            4
            if acak.randrange(100) < peluang - 45
            else 3
            if acak.randrange(100) < peluang
            else acak.choice((2, 2, 2, 1))
        )
    mode = acak.choice((Mode.QR, Mode.QR, Mode.TAUTAN, Mode.KIOS, Mode.KERTAS, Mode.LURING))
    lapis = Lapis.PERMOHONAN if acak.randrange(3) == 0 else Lapis.TERBUKA
    diri = {
        "jk": acak.choice("PPPLL"), "usia": acak.choice(("17-25", "26-35", "26-35", "36-45", "46-55")),
        "pendidikan": acak.choice(("SMA", "SMA", "S1", "D1-D3")), "pekerjaan": acak.choice(("swasta", "usaha", "asn", "pelajar", "lain")),
    }  # fmt: skip
    tulisan = {"": acak.choice(SARAN)} if acak.randrange(3) == 0 else {}
    return terima.Penilaian(
        jawab, acak.choice(layanan) if layanan else "", str(mode), str(lapis), diri, tulisan
    )


def _tutup(oleh: Pelaku, mulai: date) -> date:
    """Menutup lalu menerbitkan satu triwulan; hari terbitnya."""
    semua = list(Periode.objects.filter(mulai=mulai, status=Periode.Status.TERBUKA))
    with pada_saat(semua[0].sampai + timedelta(days=5)):
        for p in semua:
            tutup.tutup(oleh, periode=p.uid, kunci=uuid_dari("contoh", "survei-tutup", p.uid))
    terbit = semua[0].sampai + timedelta(days=9)
    with pada_saat(terbit), transaction.atomic():
        tutup.terbitkan_siap(oleh)
    return terbit


def _iklim(oleh: Pelaku, unit: Mapping[str, object], per: date) -> None:
    s = service.buat_survei(
        oleh, nama="Iklim kerja pegawai", nama_en="Work climate of civil servants", soal=IKLIM, tentang_pegawai=True,
        kunci=uuid_dari("contoh", "iklim"),
    )  # fmt: skip
    service.buka(
        oleh, unit=unit["kota"], skema="tahun", mulai=date(hari_ini().year, 1, 1), petugas=0, populasi=0, survei=s.uid,  # type: ignore[arg-type]
        kunci=uuid_dari("contoh", "iklim", per),
    )  # fmt: skip
