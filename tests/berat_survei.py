"""Uji berat survei: kiriman tiap detik, hasil di atas 500.000 jawaban, dan jaringan yang putus-putus."""

import contextlib
import http.client
import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.parse
import uuid
from datetime import date, timedelta
from random import Random

KLIEN = (
    24  # koneksi yang dipertahankan; tiap klien beralamat sendiri supaya pembatas laju tidak menyaring ujinya
)


def kirim(laju: int = 500, detik: int = 60) -> dict:
    """`laju` penilaian tiap detik selama `detik` terhadap server sungguhan: yang tercapai, p95, dan galat."""
    from kasuari.masyarakat.survei import tiket
    from kasuari.masyarakat.survei.kata_unsur import UNSUR
    from kasuari.masyarakat.survei.models import Kiriman

    p = _periode("pkm", date(2026, 10, 1), buka_sampai_kini=True)
    data = dict.fromkeys(UNSUR, "3") | {
        "tiket": tiket.buat("pkm", "qr"),
        "komentar": "Ruang tunggu panas",
        "jk": "P",
    }
    sebelum, lama, galat = Kiriman.objects.count(), [], []
    with _server() as port:
        mulai = time.perf_counter()
        utas = [
            threading.Thread(target=_klien, args=(n, port, data, laju / KLIEN, mulai, detik, lama, galat))
            for n in range(KLIEN)
        ]
        for u in utas:
            u.start()
        for u in utas:
            u.join()
        pakai = time.perf_counter() - mulai
    masuk = Kiriman.objects.filter(periode=p).count() - sebelum
    urut = sorted(lama)
    return {
        "diminta_per_detik": laju, "detik": round(pakai, 1), "terkirim": len(lama), "per_detik": round(len(lama) / pakai),
        "p50_ms": round(urut[len(urut) // 2] * 1000, 1), "p95_ms": round(urut[len(urut) * 95 // 100] * 1000, 1),
        "galat": len(galat), "contoh_galat": galat[:3], "baris": masuk, "hilang": len(lama) - masuk, "inti": os.cpu_count(),
        "beban_mesin": os.getloadavg()[0],
    }  # fmt: skip


def _klien(
    nomor: int, port: int, data: dict, laju: float, mulai: float, detik: int, lama: list, galat: list
) -> None:
    acak, ke, koneksi = Random(nomor), 0, None
    kepala = {"Content-Type": "application/x-www-form-urlencoded", "Accept": "application/json"}
    while (kini := time.perf_counter()) < mulai + detik:
        jadwal = mulai + ke / laju
        if kini < jadwal:
            time.sleep(jadwal - kini)
        ke += 1
        if koneksi is None or ke % 100 == 0:  # HP lain, alamat lain
            koneksi = http.client.HTTPConnection(
                "127.0.0.1",
                port,
                timeout=30,
                source_address=(f"127.{1 + nomor}.{acak.randrange(1, 250)}.{acak.randrange(1, 250)}", 0),
            )
        isi = urllib.parse.urlencode(
            {**data, "kunci": str(uuid.UUID(int=acak.getrandbits(128), version=4)), "hp": str(acak.random())}
        )
        awal = time.perf_counter()
        try:
            koneksi.request("POST", "/skm/pkm/", isi, kepala)
            jawab = koneksi.getresponse()
            jawab.read()
            if jawab.status == 201:
                lama.append(time.perf_counter() - awal)
            else:
                galat.append(jawab.status)
        except (OSError, http.client.HTTPException) as sebab:
            koneksi = None
            if not isinstance(sebab, http.client.RemoteDisconnected):
                galat.append(repr(sebab)[:80])
            ke -= 1  # koneksi yang ditutup server di antara dua kiriman: kirim lagi, seperti HP


@contextlib.contextmanager
def _server():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        port = s.getsockname()[1]
    perintah = [
        sys.executable, "-m", "gunicorn", "kasuari.situs.wsgi:application", "--bind", f"127.0.0.1:{port}", "--worker-class", "gthread",
        "--workers", "2", "--threads", "4", "--worker-tmp-dir", "/dev/shm", "--log-level", "error", "--no-control-socket",
        "--keep-alive", "30",
    ]  # fmt: skip
    proses = subprocess.Popen(perintah, env=dict(os.environ), start_new_session=True)
    try:
        for _ in range(150):
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
                break
            time.sleep(0.2)
        yield port
    finally:
        os.killpg(proses.pid, signal.SIGTERM)
        proses.wait(15)


def _periode(kode: str, mulai: date, *, buka_sampai_kini: bool = False):
    from kasuari.dasar.inti.pelaku import sistem
    from kasuari.dasar.inti.waktu import hari_ini
    from kasuari.dasar.organisasi.models import Unit
    from kasuari.masyarakat.survei import service
    from kasuari.masyarakat.survei.models import Periode

    if buka_sampai_kini:
        h = hari_ini()
        mulai = date(h.year, 1 + (h.month - 1) // 3 * 3, 1)
    uid = service.buka(
        sistem("berat"),
        unit=Unit.objects.get(kode=kode).uid,
        skema="triwulan",
        mulai=mulai,
        petugas=9,
        populasi=9000,
        kunci=uuid.uuid4(),
    ).uid
    return Periode.objects.select_related("survei", "versi").get(uid=uid)


def besar(jawaban: int = 500_000) -> dict:
    """`jawaban` jawaban di tujuh unit selama 14 triwulan: waktu menutup, lalu halaman hasil dan layar petugas."""
    from django.db import connection, transaction
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from kasuari.dasar.akun.models import Hibah
    from kasuari.dasar.inti.pelaku import sistem
    from kasuari.dasar.inti.waktu import pada_saat
    from kasuari.masyarakat.survei import tutup
    from kasuari.masyarakat.survei.models import Jawaban
    from tests import kota_kecil

    oleh, acak = sistem("berat"), Random(1)
    unit = [u.kode for u in kota_kecil.UNIT]
    triwulan = [date(2023 + n // 4, 1 + n % 4 * 3, 1) for n in range(14)]
    tiap, lama_tutup = jawaban // (len(unit) * len(triwulan)), []
    for mulai in triwulan:
        with pada_saat(mulai + timedelta(days=100)):
            for kode in unit:
                p = _periode(kode, mulai)
                with transaction.atomic():
                    _isi(oleh, p, tiap, acak)
                awal = time.perf_counter()
                tutup.tutup(oleh, periode=p.uid, kunci=uuid.uuid4())
                lama_tutup.append(time.perf_counter() - awal)
        with pada_saat(mulai + timedelta(days=110)), transaction.atomic():
            tutup.terbitkan_siap(oleh)
    Hibah.objects.create(
        akun=kota_kecil.orang("amos").akun,
        peran="admin_survei",
        unit=None,
        mulai=kota_kecil.DULU,
        sumber="penunjukan",
        jejak_id=0,
    )
    petugas = Client()
    petugas.force_login(kota_kecil.orang("amos").akun)
    hasil: dict = {
        "jawaban": Jawaban.objects.count(),
        "tutup_p95_detik": round(sorted(lama_tutup)[len(lama_tutup) * 95 // 100], 2),
    }
    for nama, klien, jalan in (
        ("hasil_kota", Client(), "/skm/hasil/"), ("hasil_unit", Client(), "/skm/hasil/pkm/"), ("daftar", petugas, "/kerja/survei/"),
        ("satu", petugas, f"/kerja/survei/{p.uid}/"), ("isian", Client(), "/skm/"),
    ):  # fmt: skip
        lama, kueri = [], set()
        for _ in range(3):  # muatan pertama templat dan sesi bukan waktu halamannya
            klien.get(jalan)
        for _ in range(100):
            with CaptureQueriesContext(connection) as tangkap:
                awal = time.perf_counter()
                jawab = klien.get(jalan)
                lama.append((time.perf_counter() - awal) * 1000)
            kueri.add(len(tangkap))
        hasil[nama] = {
            "status": jawab.status_code,
            "kueri": sorted(kueri),
            "p50_ms": round(sorted(lama)[50], 1),
            "p95_ms": round(sorted(lama)[95], 1),
        }
    return hasil


def _isi(oleh, p, banyak: int, acak: Random) -> None:
    """Jawaban langsung lewat pencampur, seribu sekelompok."""
    from kasuari.masyarakat.survei import campur, terima
    from kasuari.masyarakat.survei.kata_unsur import UNSUR

    for awal in range(0, banyak, 1000):
        isi = [
            terima.Penilaian(
                {u: acak.choice((2, 3, 3, 4)) for u in UNSUR}, mode="qr", diri={"jk": acak.choice("PL")}
            )
            for _ in range(min(1000, banyak - awal))
        ]
        campur.tulis(oleh, p, isi, p.mulai + timedelta(days=awal // 1000 % 80))


def luring(banyak: int = 200) -> dict:
    """`banyak` penilaian dari satu HP sambil jaringan putus, tab ditutup, dan server dibunuh."""
    from tests import kota_jalan, peramban, survei_luring

    with peramban.buka() as mesin, kota_jalan.buka(150) as kota:
        return survei_luring.jalankan(mesin, kota, banyak)
