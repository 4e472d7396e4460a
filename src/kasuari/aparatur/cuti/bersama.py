"""Cuti bersama: harinya dari parameter `libur_TAHUN`, dan siapa yang karena jabatannya bertugas pada hari itu.

Cuti bersama tidak mengurangi cuti tahunan; yang bertugas mendapat tambahan sebanyak harinya, tahun itu saja.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Count
from django.utils.translation import gettext as _

from kasuari.aparatur.cuti import peristiwa
from kasuari.aparatur.cuti.models import BertugasBersama
from kasuari.aparatur.pegawai.models import Pegawai, RiwayatCuti
from kasuari.aturan.tenggat.kalender import BERSAMA, Kalender, TahunTanpaLibur
from kasuari.dasar.akun.izin import pastikan, saring
from kasuari.dasar.inti.fakta import tutup
from kasuari.dasar.inti.galat import MasukanSalah
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.waktu import hari_ini, sekarang, sesudah
from kasuari.dasar.jejak.pintu import Hasil, pintu
from kasuari.dasar.jejak.service import catat
from kasuari.dasar.ketentuan import selectors as ketentuan
from kasuari.dasar.rupa.bentuk import tanggal

TAHUN_MUNDUR = 1  # kewajaran ketikan: yang lebih lama sudah hangus tambahannya


def hari_bersama(tahun: int) -> Mapping[date, str]:
    """Hari cuti bersama setahun dengan namanya; kosong bila daftarnya belum ditetapkan. Dasar: Keppres tiap tahun."""
    try:
        versi = Kalender(ketentuan.buku(hari_ini())).versi_libur(tahun)
    except TahunTanpaLibur:
        return {}
    assert versi is not None
    awal = f"{BERSAMA}."
    return {
        date.fromisoformat(k.removeprefix(awal)): str(n) for k, n in versi.nilai.items() if k.startswith(awal)
    }


def tercatat(pelaku: Pelaku, tahun: int) -> dict[date, int]:
    """Banyaknya yang bertugas tiap hari cuti bersama, di dalam jangkauan pengelola. Galat: `TidakBoleh`."""
    pastikan(pelaku, "cuti.saldo")
    orang = saring(pelaku, "cuti.saldo", Pegawai.objects.all()).values("id")
    qs = BertugasBersama.objects.filter(ditutup=None, mulai__year=tahun, subjek__in=orang)
    return dict(qs.values_list("mulai").annotate(n=Count("id")).order_by("mulai"))


@pintu("cuti.catat_bersama")
def catat_bersama(
    pelaku: Pelaku, *, hari: date, pegawai: Sequence[UUID], sk_nomor: str, batal: bool = False, kunci: UUID
) -> Hasil:
    """Mencatat (atau membatalkan catatan) siapa yang bertugas pada satu hari cuti bersama menurut surat tugasnya.

    Galat: `MasukanSalah` menyebut baris; `TidakAda` atau `TidakBoleh` bila ada yang di luar jangkauan.
    """
    pastikan(pelaku, "cuti.saldo")
    if hari.year < hari_ini().year - TAHUN_MUNDUR or hari not in hari_bersama(hari.year):
        raise MasukanSalah(
            _("%(t)s bukan hari cuti bersama. Pilih dari daftarnya.") % {"t": tanggal(hari)}, "hari"
        )
    if not sk_nomor.strip():
        raise MasukanSalah(_("Isi nomor surat tugasnya."), "sk_nomor")
    if not pegawai:
        raise MasukanSalah(_("Isi paling sedikit satu NIP."), "nip")
    orang = {p.uid: p for p in Pegawai.objects.select_related("orang", "kini").filter(uid__in=pegawai)}
    lama = {b.subjek_id: b for b in BertugasBersama.objects.filter(subjek__in=[p.id for p in orang.values()], mulai=hari, ditutup=None)}  # fmt: skip
    cuti = set(
        RiwayatCuti.objects.filter(subjek__in=[p.id for p in orang.values()], ditutup=None, mulai__lte=hari, sampai__gt=hari)
        .values_list("subjek_id", flat=True)
    )  # fmt: skip
    for n, uid in enumerate(pegawai, 1):
        _periksa_baris(pelaku, n, orang.get(uid), lama, cuti, batal)
    id_ = catat(
        peristiwa.BERSAMA, pelaku, ("cuti", None), subjek=[p.orang.uid for p in orang.values()], alasan=sk_nomor.strip(),
        sesudah={"hari": hari, "banyak": len(orang), "batal": batal},
    )  # fmt: skip
    if batal:
        for b in lama.values():
            tutup(BertugasBersama, b.id, sesudah(b.dicatat), id_)
        return Hasil(data={"batal": len(lama)})
    BertugasBersama.objects.bulk_create(
        [
            BertugasBersama(
                subjek=p, mulai=hari, sampai=hari + timedelta(days=1), dicatat=sekarang(), jejak_buka=id_,
                sk_nomor=sk_nomor.strip()[:120],
            )
            for p in orang.values()
        ],
        batch_size=500,
    )  # fmt: skip
    return Hasil(data={"catatan": len(orang)})


def _periksa_baris(
    pelaku: Pelaku,
    n: int,
    p: Pegawai | None,
    lama: Mapping[int, BertugasBersama],
    cuti: set[int],
    batal: bool,
) -> None:
    if p is None:
        raise MasukanSalah(_("Baris %(n)s: pegawai ini tidak ada.") % {"n": n}, "nip")
    if not pelaku.sistem:
        pastikan(pelaku, "cuti.saldo", p, lihat="pegawai.lihat")
    if batal and p.id not in lama:
        raise MasukanSalah(_("Baris %(n)s: %(o)s belum tercatat bertugas hari itu.") % {"n": n, "o": p.orang.nama}, "nip")  # fmt: skip
    if not batal and p.id in lama:
        raise MasukanSalah(_("Baris %(n)s: %(o)s sudah tercatat bertugas hari itu.") % {"n": n, "o": p.orang.nama}, "nip")  # fmt: skip
    if not batal and p.id in cuti:
        raise MasukanSalah(_("Baris %(n)s: %(o)s sedang cuti hari itu.") % {"n": n, "o": p.orang.nama}, "nip")
