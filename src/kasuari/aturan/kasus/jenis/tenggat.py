"""Jenis kasus: tenggat dengan penjelasannya, dan pembacaan kalender untuk kasus cuti dan disiplin."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from ... import tenggat
from ...galat import tolak
from ...masukan import TANGGAL_BOLEH
from ...tenggat.aturan import AturanTenggat
from ...tenggat.kalender import tanggal_kolom
from ..daftar import Jawaban, dari_susunan, jenis, langkah_parameter, satu_langkah
from ..isian import Isian, baca_tanggal

_PEKAN = {"mon-fri": 5, "mon-sat": 6}


def baca_pekan(isian: Isian) -> int:
    """Hari kerja sepekan dari `work_week`; tanpa itu lima."""
    teks = isian.teks("work_week", "mon-fri")
    if teks not in _PEKAN:
        raise tolak("work_week", f"pekan '{teks}' tidak dikenal", _PEKAN)
    return _PEKAN[teks]


def baca_libur(isian: Isian) -> dict[date, str] | None:
    """Daftar libur pengganti dari `holidays`; None bila tidak disebut."""
    if "holidays" not in isian:
        return None
    return tenggat.daftar_libur([baca_tanggal("holidays", h) for h in isian.daftar("holidays")])


def kalender_kasus(isian: Isian) -> tenggat.Kalender:
    """Kalender menurut `work_week` dan `holidays` kasus."""
    return tenggat.Kalender(isian.buku(), baca_pekan(isian), libur=baca_libur(isian))


def hari_kerja_kasus(isian: Isian, mulai: date, sampai: date) -> Jawaban:
    """{"days"}: hari kerja antara dua tanggal, dengan daftar resmi atau `holidays` kasus sebagai gantinya."""
    kalender = kalender_kasus(isian)
    if kalender.libur is None:
        masukan = {"mulai": mulai, "sampai": sampai, "pekan": kalender.pekan}
        return dari_susunan(tenggat.SUSUNAN, masukan, kalender.buku, {"days": "banyak_hari_kerja"})
    hari = int(kalender.banyak_hari_kerja(tanggal_kolom(mulai), tanggal_kolom(sampai))[0])
    return langkah_parameter(isian, kalender.buku, {"days": hari}, "Hari kerja", "tenggat_akhir_pekan")


def baca_saat(nama: str, teks: object) -> date | datetime:
    """Tanggal, atau tanggal dan jam setempat `YYYY-MM-DDTHH:MM`."""
    if isinstance(teks, str) and "T" in teks:
        hari = baca_tanggal(nama, teks.split("T")[0])
        try:
            saat = datetime.fromisoformat(teks)
        except ValueError:
            saat = None
        if saat is None or saat.tzinfo is not None:
            raise tolak(nama, f"{teks!r} bukan tanggal dan jam", ["YYYY-MM-DDTHH:MM jam setempat"])
        return datetime.combine(hari, saat.time())
    return baca_tanggal(nama, teks)


def _jeda(isian: Isian) -> list[tenggat.Jeda]:
    hasil = []
    for baris, isi in enumerate(isian.daftar("jeda") if "jeda" in isian else []):
        if not isinstance(isi, Mapping):
            raise tolak("jeda", "tiap jeda harus objek", ['{"mulai", "selesai", "alasan"}'], baris)
        anak = Isian(isi, ("mulai", "selesai", "alasan"))
        selesai = None if "selesai" not in anak else baca_saat("selesai", isi["selesai"])
        mulai = baca_saat("mulai", anak.teks("mulai"))
        hasil.append(tenggat.Jeda(mulai, selesai, anak.teks("alasan", "menunggu kelengkapan")))
    return hasil


def _aturan(isian: Isian) -> AturanTenggat:
    buku = isian.buku()
    if "kewajiban" in isian:
        return tenggat.aturan_tenggat(isian.teks("kewajiban"), buku)
    if "lama" not in isian:
        boleh = ["kode kewajiban, seperti tenggat_aduan_respon_pertama", "atau lama dengan satuan"]
        raise tolak("kewajiban", "wajib diisi", boleh)
    return tenggat.norma_layanan(isian.ambil("lama", int, "bilangan bulat"), isian.teks("satuan"), buku)


@jenis("tenggat", "kewajiban lama satuan mulai pekan jeda libur_daerah")
def tenggat_perkara(isian: Isian) -> Jawaban:
    """Jatuh tempo satu perkara dengan setiap hari yang dilewati; `libur_daerah` = tanggal ke nama."""
    daerah = isian.ambil("libur_daerah", Mapping, "objek tanggal ke nama", {})
    libur = {baca_tanggal("libur_daerah", h): str(n) for h, n in daerah.items()}
    kalender = tenggat.Kalender(isian.buku(), isian.bulat("pekan", *tenggat.PEKAN, 5), libur)
    mulai = baca_saat("mulai", isian.ambil("mulai", str, f"{TANGGAL_BOLEH}, boleh dengan jam THH:MM"))
    t = tenggat.hitung_tenggat(_aturan(isian), mulai, kalender, _jeda(isian))
    hasil: dict[str, Any] = {
        "jatuh_tempo": None if t.jatuh_tempo is None else t.jatuh_tempo.isoformat(),
        "sisa": t.sisa,
        "dilewati": [[h.tanggal.isoformat(), h.alasan] for h in t.dilewati],
    }
    return satu_langkah(isian, kalender.buku, hasil, t.aturan.nama, t.dasar, keyakinan=t.keyakinan)


@jenis("tenggat_kolom", "kewajiban mulai pekan jeda")
def tenggat_kolom(isian: Isian) -> Jawaban:
    """Jatuh tempo dengan rumus kolom."""
    keluar = {"jatuh_tempo": "jatuh_tempo", "lama": "lama_tenggat"}
    return dari_susunan(tenggat.SUSUNAN, isian.data_biasa(), isian.buku(), keluar)


@jenis("hari_kerja", "mulai sampai pekan")
def hari_kerja(isian: Isian) -> Jawaban:
    """Banyak hari kerja antara dua tanggal, keduanya dihitung."""
    return dari_susunan(tenggat.SUSUNAN, isian.data_biasa(), isian.buku(), {"hari": "banyak_hari_kerja"})
