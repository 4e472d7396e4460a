"""Kapan sebuah permohonan paling lambat jadi: norma layanannya, sejak berkas lengkap, tanpa waktu menunggu pemohon.

Jam mulai pada saat pemohon terakhir melengkapi berkasnya, bukan saat petugas sempat memeriksanya; dasar:
PermenPANRB 15/2014 (jangka waktu pelayanan), hari libur dari buku.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from kasuari.aturan.tenggat import Jeda, Kalender, hitung_tenggat, norma_layanan
from kasuari.aturan.tenggat.aturan import LAMA_TERBANYAK
from kasuari.aturan.tenggat.kalender import TahunTanpaLibur
from kasuari.dasar.inti.galat import TidakAda
from kasuari.dasar.inti.waktu import WIT, awal_hari, hari, hari_ini
from kasuari.dasar.ketentuan import selectors as ketentuan
from kasuari.masyarakat.layanan import standar
from kasuari.masyarakat.layanan.models import Permohonan, Satuan, StandarPelayanan

SATUAN = {Satuan.MENIT: "menit kerja", Satuan.JAM: "jam kerja", Satuan.HARI: "hari kerja"}


def standar_permohonan(p: Permohonan) -> StandarPelayanan:
    """Standar yang berlaku pada hari permohonan dikirim: janji tidak berubah di tengah jalan.

    Permohonan dari masa sebelum standar pertama tercatat memakai standar pertama itu.
    """
    try:
        return standar.satu(p.layanan.kode, hari(p.dikirim) if p.dikirim else hari_ini())
    except TidakAda:
        return standar.riwayat(p.layanan_id)[-1]


def _setempat(saat: datetime) -> datetime:
    return saat.astimezone(WIT).replace(tzinfo=None)


def jeda(p: Permohonan) -> list[Jeda]:
    """Waktu menunggu pemohon sesudah berkasnya lengkap."""
    if p.lengkap is None:
        return []
    return [
        Jeda(_setempat(t.ditanya), _setempat(t.dijawab) if t.dijawab else None, "menunggu pemohon")
        for t in p.tanya.filter(ditanya__gte=p.lengkap).order_by("ditanya")
    ]


def jatuh_tempo(p: Permohonan) -> tuple[datetime | None, dict[str, Any]]:
    """Saat terakhir menurut norma, dan penjelasannya; None selama menunggu pemohon atau belum lengkap.

    Penjelasan: `dasar`, `keyakinan`, `norma`, `sejak`, `dilewati` [[tanggal, sebab], ...], `jeda` bila menunggu.
    """
    s = standar_permohonan(p)
    if p.lengkap is None or s.norma_lama is None:
        return None, {"dasar": "", "keyakinan": "", "dilewati": [], "jeda": p.lengkap is None}
    buku = ketentuan.buku(hari_ini())
    aturan = norma_layanan(s.norma_lama, SATUAN[Satuan(s.norma_satuan)], buku)
    penjelasan: dict[str, Any] = {
        "norma": [s.norma_lama, s.norma_satuan], "sejak": p.lengkap.isoformat(), "dilewati": [], "jeda": False,
    }  # fmt: skip
    try:
        t = hitung_tenggat(aturan, _setempat(p.lengkap), Kalender(buku), jeda(p))
    except TahunTanpaLibur as galat:
        # libur tahun depan belum ditetapkan: pekerjaan tetap jalan, hanya batasnya belum dapat disebut
        return None, penjelasan | {"dasar": str(galat), "keyakinan": ""}
    penjelasan |= {
        "dasar": t.dasar, "keyakinan": t.keyakinan, "jeda": t.jatuh_tempo is None,
        "dilewati": [[h.tanggal.isoformat(), h.alasan] for h in t.dilewati],
    }  # fmt: skip
    tempo = t.jatuh_tempo
    if tempo is None:
        return None, penjelasan
    if isinstance(tempo, datetime):
        return tempo.replace(tzinfo=WIT), penjelasan
    return awal_hari(tempo + timedelta(days=1)) - timedelta(seconds=1), penjelasan


def lama_kerja(p: Permohonan, sampai: datetime) -> int | None:
    """Lama pengerjaan sejak lengkap, dalam satuan norma, tanpa hari libur dan tanpa jeda; None bila tak terhitung."""
    s = standar_permohonan(p)
    if p.lengkap is None or s.norma_lama is None:
        return None
    buku = ketentuan.buku(hari_ini())
    aturan = norma_layanan(LAMA_TERBANYAK, SATUAN[Satuan(s.norma_satuan)], buku)
    henti = Jeda(_setempat(sampai), None, "jadi")
    daftar: Sequence[Jeda] = [j for j in jeda(p) if j.selesai is not None]
    try:
        return (
            LAMA_TERBANYAK
            - hitung_tenggat(aturan, _setempat(p.lengkap), Kalender(buku), [*daftar, henti]).sisa
        )
    except TahunTanpaLibur:
        return None
