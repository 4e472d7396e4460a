"""`script/uji_berat layanan_besar [N]`: antrean, halaman layanan, dan cek status pada N (1.000.000) permohonan."""

import time
import uuid
from collections.abc import Callable
from datetime import date, timedelta
from random import Random
from typing import Any

TERBUKA = 20  # satu dari sekian masih berjalan
SEKALI = 50_000
UNIT = 60
KALI = 40


def layanan_besar(banyak: int = 1_000_000) -> dict[str, Any]:
    """Jumlah kueri dan waktu server (dalam proses) tiap halaman; barisnya disalin langsung ke tabel."""
    from django.core.management import call_command
    from django.db import connection
    from django.test import Client

    from tests import kota_kecil

    mulai = time.monotonic()
    kode = _isi(banyak)
    with connection.cursor() as kursor:
        # PostgreSQL menyapu sendiri; di sini tidak menunggunya
        kursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")
    siap = round(time.monotonic() - mulai)
    call_command("check", verbosity=0)
    kelurahan, kota, warga = Client(), Client(), Client()
    kelurahan.force_login(kota_kecil.orang("naomi").akun)
    kota.force_login(kota_kecil.orang("amos").akun)
    hasil = {
        nama: _ukur(lambda c=c, jalan=jalan: c.get(jalan))
        for nama, (c, jalan) in {
            "antrean_satu_kelurahan": (kelurahan, "/kerja/layanan/"),
            "antrean_seluruh_kota": (kota, "/kerja/layanan/"),
            "antrean_kota_saring_tahap": (kota, "/kerja/layanan/?keadaan=diajukan&layanan=KEL-01"),
            "antrean_kota_lewat_janji": (kota, "/kerja/layanan/?saring=lewat"),
            "antrean_kota_selesai": (kota, "/kerja/layanan/?saring=selesai"),
            "halaman_layanan": (warga, "/layanan/kel-01/"),
            "katalog": (warga, "/layanan/"),
            "cek_status": (warga, f"/cek/{kode}/"),
        }.items()
    }
    return {"permohonan": banyak, "menyiapkan_detik": siap, **hasil}


def _ukur(minta: Callable[[], Any]) -> dict[str, Any]:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    minta()
    lama, kueri = [], 0
    for _ in range(KALI):
        with CaptureQueriesContext(
            connection,
        ) as tangkap:
            mulai = time.perf_counter()
            jawab = minta()
            lama.append((time.perf_counter() - mulai) * 1000)
        kueri = len(tangkap)
    lama.sort()
    p50, p95 = lama[KALI // 2], lama[KALI * 95 // 100]
    return {"status": jawab.status_code, "kueri": kueri, "p50_ms": round(p50, 1), "p95_ms": round(p95, 1)}


def _isi(banyak: int) -> str:
    """Kota dengan `UNIT` kelurahan dan `banyak` permohonan selama tiga tahun; kode satu permohonan kembali."""
    from kasuari.dasar.akun import service as akun
    from kasuari.dasar.alur.models import Kasus
    from kasuari.dasar.inti.pelaku import sistem
    from kasuari.dasar.inti.simpan import simpan_banyak
    from kasuari.dasar.organisasi import service as organisasi
    from kasuari.dasar.organisasi.models import Unit
    from kasuari.dasar.organisasi.service import BarisUnit
    from kasuari.masyarakat.layanan import katalog
    from kasuari.masyarakat.layanan.models import Formulir, Permohonan, Ringkas
    from tests import kota_kecil

    oleh = sistem("uji berat")
    baris = [BarisUnit(f"kel{n}", f"Kelurahan {n}", "kelurahan", "kota") for n in range(UNIT)]
    organisasi.tata_unit(oleh, berlaku=kota_kecil.DULU, baris=baris, kunci=uuid.uuid4())
    katalog.muat(oleh, kunci=uuid.uuid4())
    unit = list(
        Unit.objects.filter(kode__startswith="kel")
        .exclude(kode="kes")
        .order_by("id")
        .values_list("id", flat=True)
    )
    hibah = [
        akun.BarisHibah(kota_kecil.orang("naomi").akun.uid, "petugas_layanan", unit[0], kota_kecil.DULU),
        akun.BarisHibah(kota_kecil.orang("amos").akun.uid, "petugas_layanan", None, kota_kecil.DULU),
    ]
    akun.beri_peran(oleh, baris=hibah, kunci=uuid.uuid4())
    formulir = list(Formulir.objects.filter(layanan__jenis_unit="kelurahan").values_list("layanan_id", "id"))
    for awal in range(0, banyak, SEKALI):
        kasus, permohonan = _potong(awal, min(SEKALI, banyak - awal), unit, formulir)
        simpan_banyak(Kasus, KASUS, kasus)
        simpan_banyak(Permohonan, PERMOHONAN, permohonan)
    bulan = [date(2024 + n // 12, n % 12 + 1, 1) for n in range(35)]
    sebaran = {str(n): 40 - n for n in range(40)}
    simpan_banyak(
        Ringkas, ("layanan", "unit", "bulan", "jadi", "tepat", "ditolak", "dibuka_lagi", "sebaran"),
        [(lay, u, b, 820, 700, 20, 5, sebaran) for lay, _f in formulir for u in [*unit, None] for b in bulan],
    )  # fmt: skip
    return _kode(banyak - 1)


KASUS = ("id", "proses", "versi_proses", "keadaan", "unit", "pemohon", "dibuat", "selesai", "versi")
PERMOHONAN = (
    "id", "kode", "layanan", "formulir", "unit", "kasus", "keadaan", "cara", "petugas", "isi", "pemohon", "buta_lahir", "buta_telepon",
    "dibuat", "diubah", "dikirim", "lengkap", "diverifikasi", "jatuh_tempo", "penjelasan", "jadi", "selesai", "tepat", "lama",
    "dibuka_lagi", "nomor_luar", "tanggal_luar", "surat", "hapus_pada", "dilupakan",
)  # fmt: skip


def _kode(n: int) -> str:
    from kasuari.dasar.akun.kode import ABJAD
    from kasuari.masyarakat.layanan.kode import tulis

    isi = ""
    for _ in range(5):
        n, sisa = divmod(n, len(ABJAD))
        isi += ABJAD[sisa]
    return tulis("SRG", isi)


def _potong(
    awal: int, banyak: int, unit: list[int], formulir: list[tuple[int, int]]
) -> tuple[list[Any], list[Any]]:
    from kasuari.dasar.inti.waktu import sekarang

    acak, kini = Random(awal), sekarang()
    kasus, permohonan = [], []
    for n in range(awal, awal + banyak):
        terbuka = n % TERBUKA == 0
        lay, form = formulir[n % len(formulir)]
        pada = kini - timedelta(minutes=acak.randrange(60 * 24 * 20 if terbuka else 60 * 24 * 1000))
        tempo, selesai = (
            pada + timedelta(hours=acak.randrange(1, 500)),
            None if terbuka else pada + timedelta(hours=2),
        )
        keadaan = acak.choice(("diajukan", "diverifikasi", "diproses")) if terbuka else "selesai"
        u, id_ = unit[acak.randrange(len(unit))], uuid.UUID(int=acak.getrandbits(128), version=4)
        kasus.append((id_, "layanan", 1, keadaan, u, None, pada, selesai, 3))
        permohonan.append(
            (id_, _kode(n), lay, form, u, id_, keadaan, "daring", None, b"x", b"x", b"x" * 16, b"", pada, pada, pada, pada, pada,
             None if terbuka and n % 7 == 0 else tempo, {"dasar": "", "dilewati": []}, selesai, selesai, None if terbuka else True,
             None if terbuka else 3, 0, "", None, None, None, None)
        )  # fmt: skip
    return kasus, permohonan
