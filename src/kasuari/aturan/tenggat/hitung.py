"""Tenggat satu perkara, dengan penjelasan: setiap hari yang dilewati disebut beserta sebabnya.

Jeda = waktu menunggu orang lain. Hari sesudah jeda mulai sampai hari jeda selesai tidak dihitung, sejalan dengan
hari penerimaan yang juga tidak dihitung. Jeda yang belum selesai menghentikan jam: jatuh tempo belum ada.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from .. import hari as hitung_hari
from ..buku import INGATAN
from ..galat import tolak
from .aturan import BERJAM, BULAN, HARI_ITU_JUGA, HARI_KERJA, AturanTenggat
from .jam import hitung_jam
from .kalender import Kalender, satu_tanggal, tanggal_kolom

_SEHARI = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Jeda:
    """Waktu jam berhenti. `selesai` None = masih menunggu."""

    mulai: date | datetime
    selesai: date | datetime | None
    alasan: str = "menunggu kelengkapan"


@dataclass(frozen=True, slots=True)
class HariLewat:
    """Satu hari yang tidak dihitung dan sebabnya: Sabtu, Minggu, nama libur, atau jeda."""

    tanggal: date
    alasan: str


@dataclass(frozen=True, slots=True)
class Tenggat:
    """Jatuh tempo dan penjelasannya. `jatuh_tempo` None selama jeda belum selesai; `sisa` = satuan yang tersisa.

    Tenggat berjam menghasilkan `datetime` (jam setempat), selainnya `date`.
    """

    aturan: AturanTenggat
    mulai: date | datetime
    jatuh_tempo: date | datetime | None
    sisa: int
    dilewati: tuple[HariLewat, ...]
    dasar: str
    keyakinan: str

    def lewat(self, pada: date | datetime) -> bool:
        """Apakah `pada` sudah melewati jatuh tempo; selama jeda tidak pernah."""
        if self.jatuh_tempo is None:
            return False
        if isinstance(self.jatuh_tempo, datetime) and not isinstance(pada, datetime):
            raise tolak("pada", "tenggat ini berjam, maka perlu tanggal dan jam", ["YYYY-MM-DDTHH:MM"])
        return (pada if isinstance(self.jatuh_tempo, datetime) else _hari(pada)) > self.jatuh_tempo


def hitung_tenggat(
    aturan: AturanTenggat, mulai: date | datetime, kalender: Kalender, jeda: Sequence[Jeda] = ()
) -> Tenggat:
    """Jatuh tempo `aturan` sejak `mulai` pada kalender unit.

    Galat: `MasukanTidakSah` (jeda terbalik, jeda pada tenggat yang tidak mengenalnya, jam tidak disebut),
    `TahunTanpaLibur` (hitungan memasuki tahun tanpa daftar libur).
    """
    _periksa_jeda(aturan, jeda)
    tempo: date | datetime | None
    if aturan.satuan in BERJAM:
        if not isinstance(mulai, datetime):
            raise tolak("mulai", "tenggat ini berjam, maka perlu tanggal dan jam", ["YYYY-MM-DDTHH:MM"])
        rentang = [(_saat(j.mulai), None if j.selesai is None else _saat(j.selesai)) for j in jeda]
        tempo, sisa, lewat = hitung_jam(aturan, mulai, kalender, rentang)
        dilewati = [HariLewat(h, a) for h, a in lewat]
    else:
        tempo, sisa, dilewati = _hitung_hari(aturan, _hari(mulai), kalender, jeda)
    return _jelaskan(aturan, mulai, kalender, tempo, sisa, dilewati)


def _jelaskan(
    aturan: AturanTenggat,
    mulai: date | datetime,
    kalender: Kalender,
    tempo: date | datetime | None,
    sisa: int,
    dilewati: list[HariLewat],
) -> Tenggat:
    awal = _hari(mulai)
    akhir = max([awal, *(h.tanggal for h in dilewati), *([_hari(tempo)] if tempo else [])])
    # daftar libur ikut menjadi dasar hanya bila ada hari libur yang dilewati atau hari kerja yang dihitung
    pakai_libur = "kerja" in aturan.satuan or bool(dilewati)
    dasar = [aturan.dasar, *(kalender.dasar(awal, akhir) if pakai_libur else [])]
    ragu = aturan.keyakinan == INGATAN or (pakai_libur and kalender.keyakinan(awal, akhir) == INGATAN)
    yakin = INGATAN if ragu else aturan.keyakinan
    return Tenggat(aturan, mulai, tempo, sisa, tuple(dilewati), "; ".join(dasar), yakin)


def _hitung_hari(
    aturan: AturanTenggat, mulai: date, kalender: Kalender, jeda: Sequence[Jeda]
) -> tuple[date | None, int, list[HariLewat]]:
    sisa = aturan.lama
    if aturan.satuan == BULAN:
        sisa = (satu_tanggal(hitung_hari.tambah_bulan(tanggal_kolom(mulai), sisa)) - mulai).days
    hari = mulai if aturan.hitung_dari == HARI_ITU_JUGA else mulai + _SEHARI
    dilewati: list[HariLewat] = []
    while True:
        berhenti = next((j for j in jeda if _terjeda(j, hari)), None)
        if berhenti is not None:
            if berhenti.selesai is None:
                return None, sisa, dilewati
            dilewati.append(HariLewat(hari, f"Jeda: {berhenti.alasan}"))
        elif aturan.satuan == HARI_KERJA and (alasan := kalender.alasan(hari)):
            dilewati.append(HariLewat(hari, alasan))
        else:
            sisa = max(0, sisa - 1)
            if sisa == 0:
                alasan = kalender.alasan(hari) if aturan.geser else None
                if alasan is None:
                    return hari, 0, dilewati
                dilewati.append(HariLewat(hari, alasan))
        hari += _SEHARI


def _terjeda(jeda: Jeda, hari: date) -> bool:
    return _hari(jeda.mulai) < hari and (jeda.selesai is None or hari <= _hari(jeda.selesai))


def _periksa_jeda(aturan: AturanTenggat, jeda: Sequence[Jeda]) -> None:
    if jeda and not aturan.jeda:
        raise tolak("jeda", f"tenggat '{aturan.nama}' tidak mengenal jeda", ["tanpa jeda"])
    for i, j in enumerate(jeda):
        if j.selesai is not None and _saat(j.selesai) < _saat(j.mulai):
            raise tolak("jeda", "jeda selesai mendahului mulainya", ["selesai sesudah mulai"], baris=i)


def _hari(saat: date | datetime) -> date:
    return saat.date() if isinstance(saat, datetime) else saat


def _saat(saat: date | datetime) -> datetime:
    return saat if isinstance(saat, datetime) else datetime.combine(saat, time())
