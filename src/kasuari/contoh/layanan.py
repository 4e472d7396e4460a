"""Layanan kota contoh: permohonan warga rekaan selama lima bulan, dari draf sampai yang sudah diterima hasilnya."""

import io
from datetime import date, datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from kasuari.aturan.tenggat import Kalender
from kasuari.dasar.akun.models import Akun
from kasuari.dasar.akun.pelaku import susun_pelaku
from kasuari.dasar.dokumen import surat
from kasuari.dasar.inti.pelaku import TAMU, Pelaku, sistem
from kasuari.dasar.inti.pengenal import uuid_dari
from kasuari.dasar.inti.waktu import WIT, hari_ini, pada_saat
from kasuari.dasar.ketentuan import selectors as ketentuan
from kasuari.masyarakat.layanan import buka, katalog, pekerjaan
from kasuari.masyarakat.layanan.models import Permohonan
from kasuari.masyarakat.layanan.service import data, kerja
from kasuari.masyarakat.layanan.service import isi as pengisian

NAMA = ("Yohana Kambu", "Benyamin Osok", "Selfina Way", "Ahmad Rumkel", "Yuliana Mobalen", "Piter Malak", "Siti Aminah", "Elias Kalami",
        "Ribka Ulim", "Daud Sagisolo", "Marlina Bless", "Hasan Iha")  # fmt: skip
DARING, LUAR = "KEL-01", "ADM-04"
# hari ke belakang, layanan, sampai langkah mana; jam kerjanya acak kecuali disebut
RIWAYAT_SURAT = (140, 118, 95, 70, 49, 30, 17, 8)
RIWAYAT_LUAR = tuple(range(146, 4, -7))
TERLAMBAT = 6  # satu dari sekian yang diteruskan terlambat
BERJALAN = (
    (DARING, ()), (DARING, ("lengkap",)), (DARING, ("lengkap", "proses")), (DARING, ("lengkap", "proses", "ajukan_putusan")),
    (DARING, ("minta",)), ("KEL-02", ()), ("KEL-02", ("lengkap", "proses", "periksa_lapangan")), ("KEL-04", ()), ("KEL-04", ("tolak",)),
    (LUAR, ()), (LUAR, ("lengkap",)), (LUAR, ("lengkap", "proses", "minta")), ("ADM-05", ("lengkap", "proses", "setujui")), ("ADM-02", ()),
)  # fmt: skip
BERKAS_DIMINTA = {"KEL-01": "pengantar"}
ALASAN = {
    "minta": "Foto pengantar RT/RW tidak terbaca. Foto lagi di tempat terang.",
    "tolak": "Tempat usahanya di luar kelurahan ini. Dasar: standar pelayanan kelurahan.",
}


def isi(per: date, demo: dict[str, Akun], acak: Random) -> None:
    """Dipanggil sesudah akun ada; layanan yang unitnya tidak ada di kota sekecil ini dilewati katalognya."""
    oleh = sistem("kota contoh")
    with pada_saat(per - timedelta(days=160)):
        katalog.muat(oleh, kunci=uuid_dari("contoh", "layanan"))
    siapa = {k: susun_pelaku(demo[k], sudo=True) for k in ("petugas_layanan", "lurah", "petugas_dukcapil")}
    unit = next(h.unit_id for h in siapa["petugas_layanan"].hibah if h.peran == "petugas_layanan")
    foto = _foto()
    for n, mundur in enumerate(RIWAYAT_SURAT):
        _surat_selesai(siapa, _hari_kerja(per - timedelta(days=mundur)), unit, n, acak, foto)
    for n, mundur in enumerate(RIWAYAT_LUAR):
        _luar_selesai(siapa, _hari_kerja(per - timedelta(days=mundur)), unit, n, acak, foto)
    _berjalan(siapa, _hari_kerja(per - timedelta(days=1)), unit, acak, foto)
    with pada_saat(per):
        _draf(unit, acak, foto)
        for mundur in range(5, -1, -1):
            indeks = per.year * 12 + per.month - 1 - mundur
            pekerjaan.terbitkan(oleh, date(indeks // 12, indeks % 12 + 1, 1), final=mundur > 0)


def _foto() -> bytes:
    keluar = io.BytesIO()
    Image.new("RGB", (480, 320), "#e4ddd0").save(keluar, "JPEG")
    return keluar.getvalue()


def _hari_kerja(hari: date) -> date:
    kalender = Kalender(ketentuan.buku(hari))
    while kalender.alasan(hari) is not None:
        hari -= timedelta(days=1)
    return hari


def _jam(hari: date, pukul: int, menit: int) -> datetime:
    return datetime(hari.year, hari.month, hari.day, pukul, menit, tzinfo=WIT)


def _jawaban(layanan: str) -> dict[str, Any]:
    umum: dict[str, Any] = {"nik": "9271016703900001", "alamat": "Jalan Contoh 7, RT 2 RW 1"}
    khusus: dict[str, dict[str, Any]] = {
        "KEL-01": {"keperluan": "sekolah", "sekolah": "SMA Negeri Contoh", "sejak": "2015-02-01"},
        "KEL-02": {
            "keperluan": "berobat",
            "anggota": [
                {"nama": "Yohana", "hubungan": "kepala_keluarga", "penghasilan": 1_200_000},
                {"nama": "Beni", "hubungan": "anak", "penghasilan": 0},
            ],
        },
        "KEL-04": {"nama_usaha": "Kios Contoh", "jenis_usaha": "kios", "alamat_usaha": "Pasar Contoh", "sejak": "2021-05-01"},
    }  # fmt: skip
    return umum | khusus.get(layanan, {})


def _mulai(layanan: str, unit: int | None, kunci: UUID, acak: Random) -> Permohonan:
    siapa = pengisian.IsiPemohon(
        acak.choice(NAMA), date(1990, 3, 27), "081234567890", unit=unit if layanan.startswith("KEL") else None, kabari=True
    )  # fmt: skip
    uid = pengisian.mulai(TAMU, layanan=layanan, siapa=siapa, kunci=kunci).uid
    return Permohonan.objects.select_related("formulir", "layanan").get(id=uid)


def _ajukan(
    layanan: str, unit: int | None, kunci: tuple[object, ...], acak: Random, foto: bytes
) -> Permohonan:
    p = _mulai(layanan, unit, uuid_dari("contoh", "mulai", *kunci), acak)
    _simpan(p, layanan, foto, kunci)
    pengisian.kirim(TAMU, permohonan=p.id, buka_=buka.kunci(p), kunci=uuid_dari("contoh", "kirim", *kunci))
    return p


def _simpan(p: Permohonan, layanan: str, foto: bytes, kunci: tuple[object, ...]) -> None:
    perlu = [i["kode"] for h in p.formulir.rancangan["halaman"] for i in h["isian"] if i["jenis"] == "berkas"]
    berkas = {k: SimpleUploadedFile(f"{k}.jpg", foto) for k in perlu}
    pengisian.simpan(
        TAMU, permohonan=p.id, buka_=buka.kunci(p), isi=_jawaban(layanan), berkas=berkas, kunci=uuid_dari("contoh", "isi", *kunci)
    )  # fmt: skip


def _langkah(oleh: Pelaku, p: Permohonan, *aksi: str) -> None:
    for a in aksi:
        versi = Permohonan.objects.select_related("kasus").get(id=p.id).kasus.versi  # type: ignore[union-attr]
        kunci = uuid_dari("contoh", p.id, a, versi)
        if a == "minta":
            kerja.minta(
                oleh,
                permohonan=p.id,
                pertanyaan=ALASAN[a],
                isian_=BERKAS_DIMINTA.get(p.layanan.kode, ""),
                versi=versi,
                kunci=kunci,
            )
        else:
            kerja.langkah(oleh, permohonan=p.id, aksi=a, versi=versi, alasan=ALASAN.get(a, ""), kunci=kunci)


def _surat_selesai(
    siapa: dict[str, Pelaku], hari: date, unit: int | None, n: int, acak: Random, foto: bytes
) -> None:
    """Domisili sampai suratnya diunduh pemohon; satu di antaranya terlambat."""
    with pada_saat(_jam(hari, 9, 22 + acak.randint(0, 8))):
        p = _ajukan(DARING, unit, ("surat", n), acak, foto)
    with pada_saat(_jam(hari, 13 if n == 3 else 9, 34)):
        _langkah(siapa["petugas_layanan"], p, "lengkap", "proses", "ajukan_putusan")
        _langkah(siapa["lurah"], p, "setujui")
        p.refresh_from_db()
        assert p.surat_id is not None
        surat.tandatangani(p.surat_id)
    with pada_saat(_jam(hari, 15, acak.randint(0, 30))):
        data.terima(TAMU, permohonan=p.id, buka_=buka.kunci(p), kunci=uuid_dari("contoh", "terima", p.id))


def _luar_selesai(
    siapa: dict[str, Pelaku], hari: date, unit: int | None, n: int, acak: Random, foto: bytes
) -> None:
    """Kartu Keluarga: diteruskan ke SIAK, nomornya dicatat, lalu diserahkan."""
    petugas = siapa["petugas_dukcapil"]
    with pada_saat(_jam(hari, 10, acak.randint(0, 50))):
        p = _ajukan(LUAR, unit, ("luar", n), acak, foto)
        _langkah(petugas, p, "lengkap", "proses")
    lama = 6 if n % TERLAMBAT == 4 else acak.randint(1, 3)
    jadi = hari
    kalender = Kalender(ketentuan.buku(hari))
    while lama:
        jadi += timedelta(days=1)
        lama -= kalender.alasan(jadi) is None
    with pada_saat(_jam(jadi, 14, acak.randint(0, 50))):
        _langkah(petugas, p, "setujui")
        versi = Permohonan.objects.select_related("kasus").get(id=p.id).kasus.versi  # type: ignore[union-attr]
        kerja.catat_nomor(
            petugas, permohonan=p.id, nomor=f"CONTOH-KK-{n:03d}", tanggal=hari_ini(), versi=versi, kunci=uuid_dari("contoh", "nomor", n)
        )  # fmt: skip
        _langkah(petugas, p, "serahkan")


def _berjalan(siapa: dict[str, Pelaku], hari: date, unit: int | None, acak: Random, foto: bytes) -> None:
    for n, (layanan, langkah) in enumerate(BERJALAN):
        petugas = siapa["petugas_layanan" if layanan.startswith("KEL") else "petugas_dukcapil"]
        with pada_saat(_jam(hari, 9 + n % 5, acak.randint(0, 50))):
            p = _ajukan(layanan, unit, ("berjalan", n), acak, foto)
            _langkah(petugas, p, *langkah)


def _draf(unit: int | None, acak: Random, foto: bytes) -> None:
    for n in range(2):
        p = _mulai(DARING, unit, uuid_dari("contoh", "draf", n), acak)
        _simpan(p, DARING, foto, ("draf", n))
