"""Balapan sungguhan atas basis data berkas: banyak utas, koneksi masing-masing. Dijalankan sebagai proses sendiri.

Pakai: python -m tests.balapan SKENARIO UTAS PUTARAN ; mencetak satu objek JSON.
"""

import json
import os
import sys
import tempfile
import threading
import uuid
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from tests.berkas import pdf

BATAS_GALAT = 3


def siapkan() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kasuari.situs.settings_uji")
    os.environ["KASUARI_DATA"] = tempfile.mkdtemp(prefix="kasuari-balapan-")
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    from tests import kota_kecil

    kota_kecil.bangun()


def serentak(utas: int, kerja: Callable[[int], str]) -> Counter[str]:
    """Menjalankan `kerja(n)` di `utas` utas sekaligus; menghitung jawabannya ('galat:Nama' bila gagal)."""
    from django.db import connection

    mulai, hasil = threading.Barrier(utas), Counter[str]()

    def satu(n: int) -> None:
        mulai.wait()
        try:
            hasil[kerja(n)] += 1
        except Exception as galat:
            hasil[f"galat:{type(galat).__name__}"] += 1
        finally:
            connection.close()

    utas_ = [threading.Thread(target=satu, args=(n,)) for n in range(utas)]
    for u in utas_:
        u.start()
    for u in utas_:
        u.join()
    return hasil


def _baris(p, n: int, jp: int = 8):
    from kasuari.aparatur.pegawai.riwayat import BarisRiwayat

    isi = {"nama": f"Kursus {n}", "jenis": "teknis", "jp": jp}
    return BarisRiwayat(p.uid, date(2026, 1, 5) + timedelta(days=n % 200), isi)


def penulis(utas: int, putaran: int) -> dict:
    """Tiap utas menulis `putaran` fakta; segel berjalan bersamaan. Tidak ada yang hilang, tidak ada galat."""
    from kasuari.aparatur.pegawai import service
    from kasuari.aparatur.pegawai.models import Pegawai, RiwayatDiklat
    from kasuari.dasar.inti.pelaku import sistem
    from kasuari.dasar.jejak import periksa, segel
    from kasuari.dasar.jejak.models import Jejak, JejakAntre, SegelDaun

    orang = list(Pegawai.objects.order_by("id"))
    awal = RiwayatDiklat.objects.count()

    def kerja(n: int) -> str:
        for putar in range(putaran):
            baris = [_baris(orang[n % len(orang)], n * putaran + putar)]
            service.catat_riwayat(sistem(), kode="diklat", baris=baris, kunci=uuid.uuid4())
            if n == 0:
                segel.segel()
        return "selesai"

    hasil = serentak(utas, kerja)
    segel.segel_semua()
    laporan = periksa.periksa(json.loads(json.dumps(b)) for b in periksa.baris_ekspor())
    return {
        "utas": dict(hasil),
        "hilang": utas * putaran - (RiwayatDiklat.objects.count() - awal),
        "tidak_tersegel": Jejak.objects.count() - SegelDaun.objects.count() + JejakAntre.objects.count(),
        "temuan": len(laporan.temuan),
    }


def koreksi(utas: int, putaran: int) -> dict:
    """`utas` koreksi berlomba atas satu fakta, `putaran` kali: tiap putaran tepat satu menang."""
    from kasuari.aparatur.pegawai import service
    from kasuari.aparatur.pegawai.models import RiwayatDiklat
    from kasuari.dasar.inti.galat import BedaVersi
    from kasuari.dasar.inti.pelaku import sistem

    bukan_satu, galat = 0, Counter[str]()
    for _ in range(putaran):
        fakta = RiwayatDiklat.objects.filter(ditutup=None).select_related("subjek").order_by("id").first()

        def kerja(n: int, fakta=fakta) -> str:
            try:
                service.koreksi_riwayat(
                    sistem(),
                    kode="diklat",
                    fakta=fakta.uid,
                    baris=_baris(fakta.subjek, n, 8 + n),
                    alasan="balapan",
                    kunci=uuid.uuid4(),
                )
            except BedaVersi:
                return "kalah"
            return "menang"

        hasil = serentak(utas, kerja)
        terbuka = RiwayatDiklat.objects.filter(ditutup=None, subjek=fakta.subjek).count()
        bukan_satu += (hasil["menang"], hasil["kalah"], terbuka) != (1, utas - 1, 1)
        galat += Counter({k: v for k, v in hasil.items() if k.startswith("galat")})
    return {"putaran": putaran, "bukan_satu_pemenang": bukan_satu, "galat": dict(galat)}


def kembar(utas: int, putaran: int) -> dict:
    """Kunci kirim yang sama dari banyak utas: satu fakta, semua mendapat hasil yang sama."""
    from kasuari.aparatur.pegawai import service
    from kasuari.aparatur.pegawai.models import Pegawai, RiwayatDiklat
    from kasuari.dasar.inti.pelaku import sistem

    orang, lebih, galat = Pegawai.objects.order_by("id").first(), 0, Counter[str]()
    for n in range(putaran):
        kunci, awal, baris = uuid.uuid4(), RiwayatDiklat.objects.count(), [_baris(orang, n)]

        def kerja(_: int, kunci=kunci, baris=baris) -> str:
            return str(service.catat_riwayat(sistem(), kode="diklat", baris=baris, kunci=kunci).uid)

        hasil = serentak(utas, kerja)
        galat += Counter({k: v for k, v in hasil.items() if k.startswith("galat")})
        lebih += (RiwayatDiklat.objects.count() - awal, len(hasil)) != (1, 1)
    return {"putaran": putaran, "bukan_sekali": lebih, "galat": dict(galat)}


def _ajukan(selesai: date) -> uuid.UUID:
    from kasuari.aparatur.cuti import service
    from tests import kota_kecil

    rincian = {
        "alasan": "Keluarga",
        "alamat": "Remu",
        "telepon": "",
        "anak_ke": None,
        "keperluan_agama": False,
    }
    isi = service.IsiCuti("tahunan", date(2026, 12, 14), selesai, rincian)
    uid = service.ajukan(kota_kecil.orang("maria").pelaku, isi=isi, kunci=uuid.uuid4()).uid
    assert uid is not None
    return uid


def _langkah(nama: str, cuti: uuid.UUID, aksi: str) -> None:
    from kasuari.aparatur.cuti import service
    from kasuari.aparatur.cuti.models import PermohonanCuti
    from tests import kota_kecil

    versi = PermohonanCuti.objects.select_related("kasus").get(id=cuti).kasus.versi
    pelaku = replace(kota_kecil.orang(nama).pelaku, sudo=True)
    service.putuskan(pelaku, cuti=cuti, aksi=aksi, versi=versi, alasan="balapan", kunci=uuid.uuid4())


def putusan(utas: int, putaran: int) -> dict:
    """`utas` putusan berlomba atas satu permohonan cuti: tiap putaran tepat satu yang tercatat."""
    from kasuari.aparatur.cuti import service
    from kasuari.dasar.alur.models import LangkahKasus
    from kasuari.dasar.inti.galat import BedaVersi, TidakBoleh
    from kasuari.dasar.inti.waktu import pada_saat
    from tests import kota_kecil

    siti, bukan_satu, galat = kota_kecil.orang("siti").pelaku, 0, Counter[str]()
    with pada_saat(kota_kecil.HARI):
        for _ in range(putaran):
            cuti = _ajukan(date(2026, 12, 14))

            def kerja(n: int, cuti=cuti) -> str:
                aksi = ("teruskan", "tolak")[n % 2]
                try:
                    with pada_saat(kota_kecil.HARI):
                        service.putuskan(
                            siti, cuti=cuti, aksi=aksi, versi=1, alasan="balapan", kunci=uuid.uuid4()
                        )
                except (BedaVersi, TidakBoleh):
                    return "kalah"
                return "menang"

            hasil = serentak(utas, kerja)
            tercatat = LangkahKasus.objects.filter(kasus_id=cuti, pelaku__uid=siti.orang).count()
            bukan_satu += (hasil["menang"], hasil["kalah"], tercatat) != (1, utas - 1, 1)
            galat += Counter({k: v for k, v in hasil.items() if k.startswith("galat")})
            if LangkahKasus.objects.filter(kasus_id=cuti, aksi="teruskan").exists():
                _langkah("maria", cuti, "tarik")
    return {"putaran": putaran, "bukan_satu_pemenang": bukan_satu, "galat": dict(galat)}


def jatah(utas: int, putaran: int) -> dict:
    """`utas` permohonan dari orang yang sama, jatahnya hanya cukup untuk satu: tiap putaran tepat satu lolos."""
    from kasuari.dasar.inti.galat import MasukanSalah
    from kasuari.dasar.inti.waktu import pada_saat
    from tests import kota_kecil

    bukan_satu, galat = 0, Counter[str]()
    with pada_saat(kota_kecil.HARI):
        for _ in range(putaran):
            lolos: list[uuid.UUID] = []

            def kerja(n: int, lolos=lolos) -> str:
                try:
                    with pada_saat(kota_kecil.HARI):
                        lolos.append(_ajukan(date(2026, 12, 23)))
                except MasukanSalah:
                    return "kalah"
                return "menang"

            hasil = serentak(utas, kerja)
            bukan_satu += (hasil["menang"], hasil["kalah"], len(lolos)) != (1, utas - 1, 1)
            galat += Counter({k: v for k, v in hasil.items() if k.startswith("galat")})
            for cuti in lolos:
                _langkah("maria", cuti, "tarik")
    return {"putaran": putaran, "bukan_satu_pemenang": bukan_satu, "galat": dict(galat)}


def guru_jatuh_tempo(banyak: int) -> date:
    """Menambah `banyak` guru SD Negeri 1 yang KGB-nya jatuh tempo pada hari yang sama; hari itu yang kembali."""
    from kasuari.aparatur.pegawai import service as pegawai
    from kasuari.aparatur.pegawai.models import Pegawai
    from kasuari.aparatur.pegawai.riwayat import BarisRiwayat
    from kasuari.dasar.inti.pelaku import sistem
    from kasuari.dasar.inti.waktu import pada_saat
    from kasuari.dasar.organisasi.service import BarisPenugasan
    from tests import kota_kecil

    oleh, mulai = sistem("uji berat"), date(2025, 4, 1)
    with pada_saat(kota_kecil.HARI):
        identitas = [
            pegawai.BarisPegawai(f"{19900101 + n % 28}2015041{n:03d}", f"Guru {n}", date(1990, 1, 1 + n % 28), "L", tmt_cpns=date(2015, 4, 1))
            for n in range(banyak)
        ]  # fmt: skip
        hasil = pegawai.catat_pegawai(oleh, baris=identitas, kunci=uuid.uuid4())
        uid = [uuid.UUID(u) for u in (hasil.data["uid"] if banyak > 1 else [str(hasil.uid)])]
        fakta = {
            "status": (date(2015, 4, 1), {"jenis": "pns", "kedudukan": "01"}, None),
            "golongan": (mulai, {"golongan": "III/b", "mk_tahun": 4, "mk_bulan": 0}, None),
            "kgb": (mulai, {"gaji_pokok": 3_000_000, "mk_tahun": 4, "mk_bulan": 0}, None),
            "skp": (date(2025, 1, 1), {"tahun": 2025, "predikat": "Baik"}, date(2026, 1, 1)),
        }
        for kode, (sejak, isi, sampai) in fakta.items():
            baris = [BarisRiwayat(u, sejak, isi, sampai=sampai) for u in uid]
            pegawai.catat_riwayat(oleh, kode=kode, baris=baris, kunci=uuid.uuid4())
        orang = Pegawai.objects.filter(uid__in=uid).values_list("orang__uid", flat=True)
        tugas = [BarisPenugasan(o, date(2020, 1, 1), "sd1-Guru Ahli Pertama") for o in orang]
        pegawai.tugaskan(oleh, baris=tugas, kunci=uuid.uuid4())
    return date(2027, 4, 1)


def uid_guru_jatuh_tempo() -> list[uuid.UUID]:
    from kasuari.aparatur.pegawai.models import Pegawai

    return list(
        Pegawai.objects.filter(orang__nama__startswith="Guru ").order_by("id").values_list("uid", flat=True)
    )


def templat_surat():
    """Templat surat dinas yang tidak didengar ruang mana pun; tiap proses mendaftarkannya sendiri."""
    from kasuari.dasar.dokumen import naskah, surat
    from kasuari.dasar.dokumen.tests.test_naskah import KGB

    return surat.DAFTAR.setdefault(
        ("uji.berat", 1), surat.Templat("uji.berat", 1, "Surat uji", naskah.SURAT_DINAS, contoh=KGB.data)
    )


def siapkan_surat(banyak: int) -> tuple[list[uuid.UUID], tuple[str, int]]:
    """Menyiapkan `banyak` surat sekaligus: (id surat, (seri, tahun))."""
    from django.db import transaction

    from kasuari.aturan.buku import Buku
    from kasuari.dasar.dokumen import surat
    from kasuari.dasar.inti.pelaku import sistem
    from tests import kota_kecil

    templat = templat_surat()
    baris = [
        surat.BarisSurat(templat.contoh(), {"nama": "Ruth Kalamiro", "nip": "1", "jabatan": "Kepala BKPSDM"})
    ] * banyak
    with transaction.atomic():
        hasil = surat.siapkan(
            sistem(),
            templat,
            "surat_keterangan",
            baris,
            Buku.susun(kota_kecil.HARI),
            tanggal=kota_kecil.HARI,
            kelompok=uuid.uuid4(),
        )
    return [s.id for s in hasil], ("surat_keterangan", kota_kecil.HARI.year)


def tanda(utas: int, putaran: int) -> dict:
    """`utas` pekerja menguras antrean dua surat, `putaran` kali: tiap surat ditandatangani tepat sekali."""
    from kasuari.dasar.dokumen import nomor
    from kasuari.dasar.dokumen.models import Surat
    from kasuari.dasar.jejak import antrean
    from kasuari.dasar.jejak.models import Jejak, Kerja

    antrean.jalankan_semua()
    bukan_sekali, galat, seri = 0, Counter[str](), ("", 0)
    for _ in range(putaran):
        ids, seri = siapkan_surat(2)

        def kerja(n: int) -> str:
            while antrean.jalankan_satu():
                pass
            return "selesai"

        hasil = serentak(utas, kerja)
        antrean.jalankan_semua()
        jadi = Surat.objects.filter(id__in=ids, status="ditandatangani").exclude(berkas=None).count()
        catatan = Jejak.objects.filter(jenis="surat.ditandatangani", objek__in=ids).count()
        bukan_sekali += (jadi, catatan) != (2, 2)
        galat += Counter({k: v for k, v in hasil.items() if k.startswith("galat")})
    tertunda = Kerja.objects.filter(jenis="surat.tanda").exclude(coba=0).count()
    return {
        "putaran": putaran, "bukan_sekali": bukan_sekali, "lubang": len(nomor.lubang(*seri)), "tertunda": tertunda,
        "galat": dict(galat),
    }  # fmt: skip


def ketentuan(utas: int, putaran: int) -> dict:
    """Satu usul disetujui dari banyak utas sementara pengusulnya menariknya: tepat satu putusan tiap putaran."""
    import io

    from kasuari.dasar.inti.galat import BedaVersi
    from kasuari.dasar.inti.waktu import pada_saat, sekarang
    from kasuari.dasar.ketentuan import service
    from kasuari.dasar.ketentuan.models import Timpa
    from tests import kota_kecil

    frans, ruth = (replace(kota_kecil.orang(n).pelaku, sudo=True) for n in ("frans", "ruth"))
    bukan_satu, galat = 0, Counter[str]()
    for putar in range(putaran):
        isi = {
            "kode": "pensiun_mpp_bulan", "sel": "", "berlaku": date(2020, 1, 1) + timedelta(days=putar), "nilai": "6",
            "alasan": "Balapan dua putusan", "dasar": "Perwal", "surat": io.BytesIO(pdf()), "nama_surat": "p.pdf",
        }  # fmt: skip
        usul, banyak = service.usulkan(frans, **isi, kunci=uuid.uuid4()).uid, Timpa.objects.count()

        def kerja(n: int, usul=usul) -> str:
            try:
                with pada_saat(sekarang() + timedelta(seconds=n)):
                    if n == 0:
                        service.tarik(frans, usul=usul, alasan="Ditarik saat balapan", kunci=uuid.uuid4())
                    else:
                        service.setujui(ruth, usul=usul, kunci=uuid.uuid4())
            except BedaVersi:
                return "kalah"
            return "ditarik" if n == 0 else "disetujui"

        hasil = serentak(utas, kerja)
        sah = hasil["ditarik"] + hasil["disetujui"] == 1 and hasil["kalah"] == utas - 1
        bukan_satu += not sah or Timpa.objects.count() - banyak != hasil["disetujui"]
        galat += Counter({k: v for k, v in hasil.items() if k.startswith("galat")})
    return {"putaran": putaran, "bukan_satu_putusan": bukan_satu, "galat": dict(galat)}


if __name__ == "__main__":
    siapkan()
    print(
        json.dumps(
            {
                "penulis": penulis,
                "koreksi": koreksi,
                "kembar": kembar,
                "putusan": putusan,
                "jatah": jatah,
                "ketentuan": ketentuan,
                "tanda": tanda,
            }[sys.argv[1]](int(sys.argv[2]), int(sys.argv[3]))
        )
    )
