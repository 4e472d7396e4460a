"""Tenggat dalam menit dan jam: terus menerus, atau hanya di dalam jam kantor."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta

from ..buku import Buku
from ..galat import ParameterRusak
from .aturan import JAM, JAM_KERJA, AturanTenggat
from .kalender import NAMA_HARI, Kalender

Rentang = tuple[datetime, datetime | None]  # akhir None = belum selesai
Selang = tuple[datetime, datetime]
_SEHARI = timedelta(days=1)


def jam_kantor(hari: date, buku: Buku) -> Selang:
    """(buka, tutup) kantor pada hari itu, jam setempat. Galat: `ParameterRusak` bila jamnya tidak terbaca."""
    teks = str(buku.tabel("tenggat_jam_kantor")[NAMA_HARI[hari.weekday()]])
    try:
        buka, tutup = (time.fromisoformat(t) for t in teks.split("-"))
    except ValueError:
        raise ParameterRusak(f"Jam kantor '{teks}' tidak terbaca; tulis seperti 07:30-16:00.") from None
    if tutup <= buka:
        raise ParameterRusak(f"Jam kantor '{teks}': tutup harus sesudah buka.")
    return datetime.combine(hari, buka), datetime.combine(hari, tutup)


def hitung_jam(
    aturan: AturanTenggat, mulai: datetime, kalender: Kalender, jeda: Sequence[Rentang]
) -> tuple[datetime | None, int, list[tuple[date, str]]]:
    """(jatuh tempo atau None, sisa dalam satuannya dibulatkan ke atas, hari yang dilewati dan sebabnya)."""
    satu = timedelta(hours=1) if aturan.satuan in (JAM, JAM_KERJA) else timedelta(minutes=1)
    sisa = satu * aturan.lama
    buka_terus = next((m for m, s in sorted(jeda, key=lambda r: r[0]) if s is None), None)
    dilewati: list[tuple[date, str]] = []
    for awal, akhir in _selang(aturan.satuan, mulai, kalender, dilewati):
        for a, b in _tanpa_jeda(awal, akhir, jeda):
            if b - a >= sisa:
                return a + sisa, 0, dilewati
            sisa -= b - a
        if buka_terus is not None and akhir > buka_terus:
            break
    return None, -(-sisa // satu), dilewati


def _selang(
    satuan: str, mulai: datetime, kalender: Kalender, dilewati: list[tuple[date, str]]
) -> Iterator[Selang]:
    """Selang waktu yang berjalan, hari demi hari; hari libur dicatat ke `dilewati`."""
    hari = mulai.date()
    while True:
        tengah_malam = datetime.combine(hari, time())
        alasan = None if satuan == JAM else kalender.alasan(hari)
        if alasan is not None:
            dilewati.append((hari, alasan))
        else:
            buka, tutup = (tengah_malam, tengah_malam + _SEHARI)
            if satuan != JAM:
                buka, tutup = jam_kantor(hari, kalender.buku)
            if tutup > mulai:
                yield max(buka, mulai), tutup
        hari += _SEHARI


def _tanpa_jeda(awal: datetime, akhir: datetime, jeda: Sequence[Rentang]) -> Iterator[Selang]:
    """Bagian selang yang tidak terkena jeda, berurutan."""
    for mulai, selesai in sorted(jeda, key=lambda r: r[0]):
        if selesai is not None and selesai <= awal:
            continue
        if mulai >= akhir:
            break
        if mulai > awal:
            yield awal, mulai
        awal = akhir if selesai is None else min(selesai, akhir)
    if awal < akhir:
        yield awal, akhir
