"""Tiap pagi: yang lewat batas diingatkan, lalu naik ke atasannya menurut jarak hari yang ditetapkan."""

from django.db import transaction

from kasuari.dasar.alur import kabar, peristiwa
from kasuari.dasar.alur.models import Tunggu
from kasuari.dasar.alur.proses import ambil
from kasuari.dasar.alur.service import subjek
from kasuari.dasar.alur.siapa import nama_sasaran, pemegang, pos_atasan
from kasuari.dasar.inti.pelaku import sistem
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.jejak.antrean import pekerjaan
from kasuari.dasar.jejak.jadwal import tiap
from kasuari.dasar.jejak.models import Kerja
from kasuari.dasar.jejak.service import catat
from kasuari.dasar.ketentuan import selectors as ketentuan


@tiap(menit=24 * 60)
@pekerjaan("alur.lewat_batas", transaksi=False)
def lewat_batas(kerja: Kerja) -> None:
    """Satu transaksi tiap tunggu: yang gagal tidak menahan yang lain, dan yang sudah diingatkan tidak diulang."""
    jarak = ketentuan.buku(hari_ini()).nilai("alur_pengingat_hari")
    for t in Tunggu.objects.filter(selesai=None, tenggat__lt=hari_ini()).select_related(
        "kasus__pemohon", "orang"
    ):
        lewat = (hari_ini() - t.tenggat).days  # type: ignore[operator]
        tingkat = sum(lewat >= j for j in jarak)
        if tingkat > t.tingkat:
            with transaction.atomic():
                _ingatkan(t, tingkat)


def _ingatkan(t: Tunggu, tingkat: int) -> None:
    if not Tunggu.objects.filter(id=t.id, selesai=None, tingkat=t.tingkat).update(tingkat=tingkat):
        return
    t.tingkat = tingkat
    proses = ambil(t.kasus.proses, t.kasus.versi_proses)
    kepada = kabar.orang_ditunggu(t)
    if tingkat > 1:
        kepada += _atasan(t, tingkat - 1)
    catat(
        peristiwa.LEWAT, sistem("alur"), ("kasus", t.kasus_id), sesudah={"tahap": t.tahap, "tingkat": tingkat},
        subjek=subjek(t.kasus, proses),
    )  # fmt: skip
    kabar.lewat(t, proses, kepada, nama_sasaran([t])[t.id])


def _atasan(t: Tunggu, tingkat: int) -> list:  # type: ignore[type-arg]
    """Pemegang pos pimpinan di atas pos yang ditunggu, `tingkat` tangga ke atas."""
    pos = pos_atasan(t.kasus)
    letak = pos.index(t.pos_id) + 1 if t.pos_id in pos else 0
    naik = pos[letak : letak + tingkat]
    return [p.orang_uid for isi in pemegang(naik).values() for p in isi]
