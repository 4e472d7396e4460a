"""Uji berat: python -m tests.berat NAMA ; baris terakhir satu objek JSON. Dipanggil script/uji_berat."""

import json
import os
import signal
import subprocess
import sys
import time
import uuid
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from random import Random

from tests import balapan, berat_survei
from tests.berat_layanan import layanan_besar

PUTARAN = 1000


def bunuh(kali: int = 50, banyak: int = 400) -> dict:
    """Pekerja dibunuh (SIGKILL) `kali` kali di tengah antrean: tiap pekerjaan berefek tepat sekali."""
    from kasuari.dasar.jejak import antrean
    from kasuari.dasar.jejak.models import Jejak, Kerja

    for n in range(banyak):
        antrean.antre("uji.berat", str(n), uuid.uuid4())
    perintah = [sys.executable, "-c", "from tests.berat import pekerja_uji; pekerja_uji()"]
    mati = 0
    while Kerja.objects.filter(jenis="uji.berat", selesai=None).exists():
        proses = subprocess.Popen(perintah, env=dict(os.environ))
        if mati < kali:
            time.sleep(0.9 + (mati % 7) * 0.05)
            proses.send_signal(signal.SIGKILL)
            mati += 1
        proses.wait()
    efek = Jejak.objects.filter(objek_jenis="uji_berat").count()
    return {
        "dibunuh": mati,
        "pekerjaan": banyak,
        "efek": efek,
        "hilang": banyak - efek if efek < banyak else 0,
        "ganda": max(0, efek - banyak),
    }


def pekerja_uji() -> None:
    """Proses anak: menguras antrean uji, tiap pekerjaan menulis satu peristiwa."""
    from kasuari.cli import nyala

    nyala.django()
    from kasuari.dasar.inti.pelaku import sistem
    from kasuari.dasar.jejak import antrean, peristiwa
    from kasuari.dasar.jejak.service import catat

    antrean.pekerjaan("uji.berat")(
        lambda kerja: catat(peristiwa.DIBACA, sistem(), ("uji_berat", None), sesudah={"n": kerja.rujukan})
    )
    while antrean.jalankan_satu():
        time.sleep(0.002)


def surat(banyak: int = 500, kali: int = 50) -> dict:
    """`banyak` surat terbit bersama, dua pekerja sekaligus, `kali` kali SIGKILL di tengah: tiap surat tepat sekali.

    Pekerja dibunuh sesudah benar-benar mulai bekerja, supaya bunuhannya jatuh di tengah surat, bukan saat memuat.
    """
    from kasuari.dasar.dokumen import nomor, tanda
    from kasuari.dasar.dokumen import surat as dokumen
    from kasuari.dasar.dokumen.models import Surat
    from kasuari.dasar.jejak.models import Jejak

    mulai, jatah = time.monotonic(), [kali // 2, kali - kali // 2]
    ids, seri = balapan.siapkan_surat(banyak)
    with ThreadPoolExecutor(2) as dua:
        mati = sum(dua.map(_bunuh_berulang, jatah, (4, 5)))
    peristiwa = list(
        Jejak.objects.filter(jenis="surat.ditandatangani", objek__in=ids).values_list("objek", flat=True)
    )
    jadi = list(Surat.objects.filter(id__in=ids).exclude(berkas=None).select_related("berkas"))
    return {
        "surat": banyak,
        "bunuh": mati,
        "ganda": len(peristiwa) - len(set(peristiwa)),
        "hilang": banyak - len(set(peristiwa) & {s.id for s in jadi}),
        "lubang": len(nomor.lubang(*seri)),
        "tidak_sah": sum(not tanda.periksa(dokumen.baca(s)).sah for s in jadi),
        "detik": round(time.monotonic() - mulai, 1),
    }


def _bunuh_berulang(kali: int, benih: int) -> int:
    """Satu tempat kerja: pekerjanya dibunuh `kali` kali sesudah mulai bekerja, yang terakhir dibiarkan selesai."""
    acak, mati = Random(benih), 0
    perintah = [sys.executable, "-c", "from tests.berat import pekerja_surat; pekerja_surat()"]
    for ke in range(kali + 1):
        with subprocess.Popen(perintah, env=dict(os.environ), stdout=subprocess.PIPE) as p:
            p.stdout.readline()
            if ke == kali:
                break
            time.sleep(acak.uniform(0.02, 0.4))
            if p.poll() is None:
                p.send_signal(signal.SIGKILL)
                mati += 1
    return mati


def pekerja_surat() -> None:
    """Proses anak: menandatangani sampai tidak ada surat tersisa. Sewanya pendek, supaya milik yang mati segera dilanjutkan."""
    from kasuari.cli import nyala

    nyala.django()
    from kasuari.dasar.dokumen.models import Surat
    from kasuari.dasar.jejak import antrean

    balapan.templat_surat()
    antrean.SEWA = timedelta(seconds=3)
    print("mulai", flush=True)
    while Surat.objects.filter(status="disiapkan").exists():
        if not antrean.jalankan_satu():
            time.sleep(0.1)


def kgb(banyak: int = 200) -> dict:
    """`banyak` KGB dari konsep sampai gaji baru di register, dua dikembalikan, lewat tindakan banyak; detik tiap tahap."""
    from kasuari.aparatur.pegawai.models import RiwayatKgb
    from kasuari.aparatur.usulan import massal
    from kasuari.aparatur.usulan.models import MassalBaris, Usulan
    from kasuari.dasar.akun.pelaku import susun_pelaku
    from kasuari.dasar.dokumen.models import Surat
    from kasuari.dasar.inti.waktu import pada_saat
    from kasuari.dasar.jejak.antrean import jalankan_semua
    from tests import kota_kecil

    tmt, detik = balapan.guru_jatuh_tempo(banyak), {}

    def jalan(nama: str, siapkan, **isi) -> list:
        mulai = time.monotonic()
        with pada_saat(kota_kecil.HARI):
            pelaku = susun_pelaku(kota_kecil.orang(nama).akun, sudo=True)
            m = siapkan(pelaku, kunci=uuid.uuid4(), **isi).uid
            massal.jalankan(pelaku, massal=m, kunci=uuid.uuid4())
            jalankan_semua(100_000)
        detik[isi.get("aksi", "susun")] = round(time.monotonic() - mulai, 1)
        return list(MassalBaris.objects.filter(massal=m, hasil="selesai").values_list("usulan", flat=True))

    calon = [massal.Calon(p, tmt) for p in balapan.uid_guru_jatuh_tempo()]
    usulan = jalan("naomi", massal.siapkan_susun, jenis="kgb", calon=calon)
    jalan("naomi", massal.siapkan_langkah, aksi="ajukan", usulan=usulan)
    jalan(
        "frans", massal.siapkan_langkah, aksi="kembalikan", usulan=usulan[:2], alasan="Periksa masa kerjanya."
    )
    jalan("frans", massal.siapkan_langkah, aksi="terima", usulan=usulan[2:])
    jalan("ruth", massal.siapkan_langkah, aksi="setujui", usulan=usulan[2:])
    surat = Surat.objects.filter(templat="usulan_kgb")
    gaji = RiwayatKgb.objects.filter(mulai=tmt, ditutup=None, surat__in=surat.values("id"))
    return {
        "disusun": len(usulan),
        "dikembalikan": Usulan.objects.filter(kasus__keadaan="konsep").count(),
        "ditandatangani": surat.filter(status="ditandatangani").count(),
        "nomor_berbeda": surat.values("nomor").distinct().count(),
        "gaji_baru": gaji.count(),
        "detik": detik,
    }


def besar(orang: int = 48_000) -> dict:
    """Daftar pegawai pada `orang` baris kini: jumlah kueri dan waktu server (dalam proses)."""
    from django.db import connection, transaction
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from tests import kota_kecil

    with transaction.atomic():
        _gandakan(orang)
    klien = Client()
    klien.force_login(kota_kecil.orang("frans").akun)
    klien.get("/kerja/pegawai/")
    hasil = {}
    for nama, jalan in {
        "daftar": "/kerja/pegawai/",
        "cari": "/kerja/pegawai/?q=mariya+kandimoor",
        "halaman_jauh": "/kerja/pegawai/?hal=900",
    }.items():
        lama, kueri = [], 0
        for _ in range(15):
            with CaptureQueriesContext(
                connection,
            ) as tangkap:
                mulai = time.perf_counter()
                jawab = klien.get(jalan)
                lama.append((time.perf_counter() - mulai) * 1000)
            kueri = len(tangkap)
        hasil[nama] = {
            "status": jawab.status_code,
            "kueri": kueri,
            "p50_ms": round(sorted(lama)[7], 1),
            "p95_ms": round(sorted(lama)[13], 1),
        }
    return {"orang": orang, **hasil}


def _gandakan(orang: int) -> None:
    """Baris kini tiruan langsung di tabel proyeksi: hanya untuk mengukur bacaan."""
    from kasuari.aparatur.pegawai.kini import KOLOM
    from kasuari.aparatur.pegawai.models import Pegawai, PegawaiGram, PegawaiKini
    from kasuari.contoh.nama import nama
    from kasuari.dasar.inti.pengenal import uuid7
    from kasuari.dasar.inti.simpan import simpan_banyak
    from kasuari.dasar.inti.waktu import sekarang
    from kasuari.dasar.orang.ejaan import gram
    from kasuari.dasar.orang.models import Orang

    acak, asal, kini = Random(1), list(PegawaiKini.objects.values(*KOLOM)), sekarang()
    nama_ = [nama(acak, "L" if n % 2 else "P") for n in range(orang)]
    simpan_banyak(
        Orang,
        ("uid", "nama", "gelar_depan", "gelar_belakang", "email", "dibuat"),
        [(uuid7(), n, "", "", "", kini) for n in nama_],
    )
    id_orang = list(Orang.objects.order_by("-id").values_list("id", "uid")[:orang])[::-1]
    simpan_banyak(Pegawai, ("uid", "orang", "nip", "lahir", "tempat_lahir", "jk", "agama", "dibuat"),
                  [(uuid7(), o, f"{10**17 + n}", asal[0]["lahir"], "", "L", "", kini) for n, (o, _) in enumerate(id_orang)])  # fmt: skip
    id_peg = list(Pegawai.objects.order_by("-id").values_list("id", flat=True)[:orang])[::-1]
    baris = []
    for n, p in enumerate(id_peg):
        b = {
            **asal[n % len(asal)],
            "pegawai": p,
            "orang_uid": id_orang[n][1],
            "nama": nama_[n],
            "nama_gelar": nama_[n],
            "nip": f"{10**17 + n}",
        }
        baris.append([b[k] for k in KOLOM])
    simpan_banyak(PegawaiKini, KOLOM, baris)
    simpan_banyak(
        PegawaiGram, ("gram", "pegawai"), [(g, p) for n, p in enumerate(id_peg) for g in gram(nama_[n])]
    )


if __name__ == "__main__":
    balapan.siapkan()
    nama = sys.argv[1]
    if nama.startswith("survei_"):
        hasil = getattr(berat_survei, nama.removeprefix("survei_"))(*map(int, sys.argv[2:]))
    elif nama == "surat_balap":
        hasil = balapan.tanda(2, int(sys.argv[2]) if len(sys.argv) > 2 else PUTARAN)
    elif nama in {"penulis", "koreksi", "kembar", "putusan", "jatah"}:
        putaran = int(sys.argv[2]) if len(sys.argv) > 2 else 100 if nama == "penulis" else PUTARAN
        hasil = getattr(balapan, nama)(32 if nama == "penulis" else 2, putaran)
    else:
        hasil = {"bunuh": bunuh, "besar": besar, "surat": surat, "kgb": kgb, "layanan_besar": layanan_besar}[
            nama
        ](*map(int, sys.argv[2:]))
    print(json.dumps(hasil))
