"""Angka kinerja layanan: ditambah dalam transaksi tiap permohonan jadi, dibaca tanpa menghitung ulang jutaan baris.

Sel kecil ditahan: di bawah ambang, angkanya tidak disebut dan alasannya disebut.
"""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from django.db.models import F
from django.utils.translation import gettext as _

from kasuari.dasar.inti.waktu import hari, hari_ini, sekarang
from kasuari.dasar.ketentuan import selectors as ketentuan
from kasuari.dasar.rupa.bahan import Jawaban
from kasuari.dasar.rupa.bentuk import angka as tulis
from kasuari.masyarakat.layanan import sajian
from kasuari.masyarakat.layanan.models import Layanan, Permohonan, Ringkas, StandarPelayanan


class Kinerja(NamedTuple):
    """Jumlah selama jendela umum. `median`, `p90` dalam satuan norma; None bila belum ada yang jadi."""

    jadi: int
    tepat: int
    ditolak: int
    dibuka_lagi: int
    median: int | None
    p90: int | None


def _bulan(hari_: date) -> date:
    return hari_.replace(day=1)


def baris_bulan(p: Permohonan) -> list[Ringkas]:
    """Baris hitungan unitnya lalu baris kotanya (selalu urut begitu), terkunci sampai transaksinya selesai."""
    assert p.unit_id is not None and p.jadi is not None
    hasil = []
    for unit_id in (p.unit_id, None):
        kunci = {"layanan_id": p.layanan_id, "unit_id": unit_id, "bulan": _bulan(hari(p.jadi))}
        Ringkas.objects.bulk_create([Ringkas(**kunci)], ignore_conflicts=True)
        hasil.append(Ringkas.objects.select_for_update().get(**kunci))
    return hasil


def catat_jadi(p: Permohonan, ditolak: bool) -> None:
    """Menghitung permohonan yang baru jadi; dipanggil sekali, pada kali pertama."""
    for r in baris_bulan(p):
        r.jadi += 1
        r.tepat += bool(p.tepat)
        r.ditolak += ditolak
        if p.lama is not None:
            r.sebaran[str(p.lama)] = r.sebaran.get(str(p.lama), 0) + 1
        r.save(update_fields=["jadi", "tepat", "ditolak", "sebaran"])


def catat_buka_lagi(p: Permohonan) -> None:
    for r in baris_bulan(p):
        Ringkas.objects.filter(id=r.id).update(dibuka_lagi=F("dibuka_lagi") + 1)


def persentil(sebaran: Mapping[int, int], persen: int) -> int | None:
    """Nilai terkecil yang meliputi sedikitnya `persen` dari semuanya (peringkat terdekat)."""
    jumlah = sum(sebaran.values())
    if not jumlah:
        return None
    perlu, sudah = -(-jumlah * persen // 100), 0
    for lama in sorted(sebaran):
        sudah += sebaran[lama]
        if sudah >= perlu:
            return lama
    return None


def jumlah(layanan: Layanan) -> Kinerja:
    """Kinerja satu layanan di seluruh kota selama jendela umum; satu kueri, satu baris tiap bulan."""
    bulan_ = int(ketentuan.buku(hari_ini()).nilai("layanan_angka_bulan"))  # type: ignore[arg-type]
    kini = _bulan(hari_ini())
    indeks = kini.year * 12 + kini.month - 1 - bulan_
    qs = Ringkas.objects.filter(layanan=layanan, unit=None, bulan__gte=date(indeks // 12, indeks % 12 + 1, 1))
    hitung, sebaran = Counter[str](), Counter[int]()
    for r in qs:
        hitung.update(jadi=r.jadi, tepat=r.tepat, ditolak=r.ditolak, dibuka_lagi=r.dibuka_lagi)
        sebaran.update({int(k): v for k, v in r.sebaran.items()})
    return Kinerja(
        hitung["jadi"], hitung["tepat"], hitung["ditolak"], hitung["dibuka_lagi"], persentil(sebaran, 50),
        persentil(sebaran, 90),
    )  # fmt: skip


def ambang(layanan: Layanan) -> int:
    tabel = ketentuan.buku(hari_ini()).tabel("layanan_sel_kecil")
    return int(tabel["peka" if layanan.peka else "biasa"])  # type: ignore[arg-type]


def terlambat_kini(layanan: Layanan) -> int:
    """Permohonan berjalan yang sudah lewat janjinya saat ini."""
    return Permohonan.objects.filter(
        layanan=layanan, selesai=None, jadi=None, dikirim__isnull=False, jatuh_tempo__lt=sekarang()
    ).count()


def kinerja(s: StandarPelayanan) -> list[Jawaban]:
    """Kenyataan satu layanan bagi umum; kosong bila belum ada, disamarkan bila selnya kecil."""
    k, batas = jumlah(s.subjek), ambang(s.subjek)
    if not k.jadi:
        return []
    if k.jadi < batas:
        kalimat = _(
            "Baru kurang dari %(n)s permohonan, jadi angkanya belum diumumkan supaya tidak menunjuk orang."
        )
        return [Jawaban(_("Selesai"), kalimat % {"n": tulis(batas)})]

    def kecil(n: int) -> Any:
        return tulis(n) if n == 0 or n >= batas else _("kurang dari %(n)s") % {"n": tulis(batas)}

    terlambat = k.jadi - k.tepat
    hasil = [
        Jawaban(_("Selesai"), tulis(k.jadi)),
        Jawaban(_("Terlambat dari janji"), kecil(terlambat)),
        Jawaban(_("Tidak dapat dipenuhi"), kecil(k.ditolak)),
        Jawaban(_("Dibuka lagi"), kecil(k.dibuka_lagi)),
        Jawaban(_("Sedang berjalan dan lewat janji"), kecil(terlambat_kini(s.subjek))),
    ]
    if k.median is not None and k.p90 is not None:
        hasil[1:1] = [
            Jawaban(_("Separuhnya selesai dalam"), sajian.lama(k.median, s.norma_satuan)),
            Jawaban(_("Sembilan dari sepuluh dalam"), sajian.lama(k.p90, s.norma_satuan)),
        ]
    return hasil
