"""Pekerjaan latar survei: mencampur kiriman, menutup yang lewat masanya, menerbitkan, membersihkan kunci."""

from datetime import timedelta

from django.db import transaction

from kasuari.dasar.inti.pelaku import sistem
from kasuari.dasar.inti.pengenal import uuid_dari
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.jejak.antrean import pekerjaan
from kasuari.dasar.jejak.jadwal import tiap
from kasuari.dasar.jejak.models import Kerja
from kasuari.dasar.jejak.service import catat
from kasuari.dasar.ketentuan.selectors import buku
from kasuari.masyarakat.survei import campur, peristiwa, tutup
from kasuari.masyarakat.survei.models import CacahHari, CacahPerangkat, Kiriman, Periode, Undangan

NAMA = "survei"


@tiap(menit=5)
@pekerjaan("survei.campur", transaksi=False)
def campurkan(kerja: Kerja) -> None:
    """Tiap periode dalam transaksinya sendiri; yang belum cukup banyak menunggu."""
    campur.alihkan_terlambat()
    for periode_id in campur.siap():
        while campur.pindahkan(sistem(NAMA), periode_id):
            pass


@tiap(menit=24 * 60)
@pekerjaan("survei.tutup", transaksi=False)
def tutup_lewat(kerja: Kerja) -> None:
    """Periode yang lewat masa tunggunya ditutup sendiri, lalu yang jedanya lewat terbit."""
    batas = hari_ini() - timedelta(days=int(buku(hari_ini()).tabel("skm_jadwal")["tutup"]))
    for uid in Periode.objects.filter(status=Periode.Status.TERBUKA, sampai__lt=batas).values_list(
        "uid", flat=True
    ):
        tutup.tutup(sistem(NAMA), periode=uid, kunci=uuid_dari("survei.tutup", uid))
    with transaction.atomic():
        tutup.terbitkan_siap(sistem(NAMA))


@tiap(menit=24 * 60)
@pekerjaan("survei.bersihkan")
def bersihkan(kerja: Kerja) -> None:
    """Menghapus kunci kirim dan hitungan perangkat sesudah tidak ada lagi HP yang boleh mengirim ulang."""
    umur = timedelta(days=int(buku(hari_ini()).tabel("skm_luring")["umur"]))
    usai = Periode.objects.filter(status=Periode.Status.TERBIT, ditutup__lt=hari_ini() - umur)
    for p in usai.filter(id__in=Kiriman.objects.values("periode_id")):
        n, _per = Kiriman.objects.filter(periode=p, isi=None).delete()
        CacahHari.objects.filter(periode=p).delete()
        CacahPerangkat.objects.filter(periode=p).delete()
        if n:
            catat(peristiwa.DIBERSIHKAN, sistem(NAMA), ("periode_survei", p.uid), sesudah={"kunci": n})
    undangan = timedelta(days=int(buku(hari_ini()).nilai("skm_undangan_hari")))  # type: ignore[call-overload]
    Undangan.objects.filter(dibuat__lt=hari_ini() - undangan).delete()
