"""Reaksi dan jadwal: survei ditutup mencari temuan dan mengukur lagi; tiap pagi layanan bulan lalu dan pengingat janji."""

from datetime import timedelta
from decimal import Decimal

from django.db import transaction

from kasuari.dasar.alur import kabar as kabar_alur
from kasuari.dasar.alur import service as alur
from kasuari.dasar.alur.models import Tunggu
from kasuari.dasar.indikator import selectors as indikator
from kasuari.dasar.indikator.selectors import Titik
from kasuari.dasar.inti.pelaku import sistem
from kasuari.dasar.inti.pengenal import uuid_dari
from kasuari.dasar.inti.waktu import hari_ini, sekarang
from kasuari.dasar.jejak.antrean import dengar, pekerjaan
from kasuari.dasar.jejak.jadwal import tiap
from kasuari.dasar.jejak.models import Kerja
from kasuari.dasar.jejak.service import catat
from kasuari.dasar.kabar.service import kirim
from kasuari.dasar.kabar.templat import daftarkan
from kasuari.dasar.ketentuan import selectors as ketentuan
from kasuari.pengawasan.perbaikan import hitung, peristiwa, service, temuan
from kasuari.pengawasan.perbaikan.models import Perbaikan, Ukuran
from kasuari.pengawasan.perbaikan.temuan import LAYANAN, SKM, Calon, dari_layanan, dari_survei

SISTEM = "perbaikan"
INGAT = daftarkan(
    "perbaikan.ingat", "Janji perbaikan tinggal {hari} hari", "Perbaikan yang Anda janjikan jatuh tempo {tanggal}. Tambahkan buktinya.",
    "A promised repair is due in {hari} days", "The repair you promised is due on {tanggal}. Add its evidence.",
)  # fmt: skip
# Indikator -> arahnya: 1 naik lebih baik.
ARAH = {SKM: 1, LAYANAN: 1}


def survei_terbit(kerja: Kerja) -> None:
    """Hasil satu survei terbit: yang sudah dikerjakan diukur dahulu, lalu hasil terakhir tiap unit dicari temuannya.

    Urutan ini membuat unsur yang membaik tetapi masih terendah menjadi temuan baru, bukan hilang bersama vonisnya.
    """
    ukur()
    cari()


dengar("survei.terbit", "perbaikan.survei", survei_terbit)


def cari() -> int:
    """Temuan dari survei terakhir tiap unit yang umurnya belum lewat `perbaikan_hasil_hari`; banyaknya yang baru dicatat."""
    buku = ketentuan.buku(hari_ini())
    umur = timedelta(days=int(buku.nilai("perbaikan_hasil_hari")))  # type: ignore[call-overload]
    return _catat(dari_survei(hari_ini() - umur, buku))


def _catat(calon: list[Calon]) -> int:
    baru = 0
    for c in calon:
        # Satu transaksi tiap temuan: satu unit yang bermasalah tidak menahan yang lain.
        with transaction.atomic():
            baru += service.buka(sistem(SISTEM), c) is not None
    return baru


@tiap(menit=24 * 60)
@pekerjaan("perbaikan.harian", transaksi=False)
def harian(kerja: Kerja) -> None:
    bulan_lalu = (hari_ini().replace(day=1) - timedelta(days=1)).replace(day=1)
    ukur()
    _catat(dari_layanan(bulan_lalu, ketentuan.buku(hari_ini())))
    ingatkan()


def ukur() -> int:
    """Mengukur lagi semua yang sudah dikerjakan dan surveinya sudah terbit; banyaknya yang diukur."""
    siap = Perbaikan.objects.filter(kasus__keadaan="ukur", dikerjakan__isnull=False).values_list(
        "id", flat=True
    )
    return sum(_ukur_satu(id_) for id_ in list(siap))


def _ukur_satu(id_: object) -> int:
    with transaction.atomic():
        p = Perbaikan.objects.select_for_update(of=("self",)).select_related("kasus").get(id=id_)
        if p.kasus.keadaan != "ukur" or p.dikerjakan is None:
            return 0
        deret = indikator.deret(p.indikator, p.unit_id, irisan=p.irisan)
        awal = p.temuan.order_by("-periode").filter(periode__lte=p.dikerjakan).first()
        sudah = set(p.ukuran.values_list("periode", flat=True))
        # Survei yang mulai sebelum selesai dikerjakan masih bercampur: yang diukur yang mulai sesudahnya.
        umum = temuan.survei_terbit() if p.indikator == SKM else None
        baru = [
            t
            for t in deret
            if t.periode > p.dikerjakan
            and t.periode not in sudah
            and (umum is None or (p.unit_id, t.periode) in umum)
        ]
        if awal is None or not baru:
            return 0
        sebelum = next((t for t in deret if t.periode == awal.periode), None)
        return _vonis(p, sebelum, baru[0], len(sudah) + 1)


def _vonis(p: Perbaikan, sebelum: Titik | None, sesudah: Titik, ke: int) -> int:
    buku = ketentuan.buku(hari_ini())
    beda = buku.tabel("perbaikan_beda_berarti")[p.indikator]
    v = hitung.banding(
        _takar(sebelum), _takar(sesudah), arah=ARAH[p.indikator], beda_berarti=Decimal(str(beda)),
        z=Decimal(str(buku.nilai("perbaikan_z"))),
    )  # fmt: skip
    sebab = hitung.DITAHAN if sesudah.nilai is None else v.sebab
    pelaku = sistem(SISTEM)
    id_ = catat(
        peristiwa.UKUR, pelaku, ("perbaikan", p.id),
        sesudah={"periode": sesudah.periode, "vonis": v.kode, "selisih": v.selisih, "bawah": v.bawah, "atas": v.atas},
    )  # fmt: skip
    Ukuran.objects.create(
        perbaikan=p, periode=sesudah.periode, sebelum_periode=sebelum.periode if sebelum else sesudah.periode,
        sebelum=sebelum.nilai if sebelum else None, sebelum_n=sebelum.n if sebelum else None, sesudah=sesudah.nilai,
        sesudah_n=sesudah.n, selisih=v.selisih, bawah=v.bawah, atas=v.atas, vonis=v.kode, sebab=sebab,
        pembanding=_pembanding(p, sebelum, sesudah), dicatat=sekarang(), jejak_id=id_,
    )  # fmt: skip
    if v.kode == hitung.BELUM and ke < int(buku.nilai("perbaikan_ukur_kali")):
        return 1
    alur.langkahkan(pelaku, p.id, v.kode, p.kasus.versi)
    if v.kode in (hitung.TETAP, hitung.MEMBURUK):
        service.buka(pelaku, Calon(p.indikator, sesudah, (f"lagi_{v.kode}",)))
    return 1


def _takar(t: Titik | None) -> hitung.Takaran | None:
    if t is None or t.nilai is None or not t.n:
        return None
    return hitung.Takaran(t.nilai, t.n, t.bawah, t.atas)


def _pembanding(p: Perbaikan, sebelum: Titik | None, sesudah: Titik) -> Decimal | None:
    """Perubahan rata-rata irisan lain di unit yang sama: apakah semuanya naik, atau hanya yang diperbaiki."""
    if sebelum is None:
        return None
    dulu = {t.irisan: t.nilai for t in indikator.irisan(p.indikator, p.unit_id, sebelum.periode)}
    kini = {t.irisan: t.nilai for t in indikator.irisan(p.indikator, p.unit_id, sesudah.periode)}
    beda = [
        k - d
        for irisan, k in kini.items()
        if irisan != p.irisan and k is not None and (d := dulu.get(irisan)) is not None
    ]
    return (sum(beda, Decimal(0)) / len(beda)).quantize(Decimal("0.0001")) if beda else None


def ingatkan() -> None:
    """Pemilik rencana diingatkan pada hari-hari sebelum janji menurut `perbaikan_pengingat_hari`."""
    jarak = [int(j) for j in ketentuan.buku(hari_ini()).nilai("perbaikan_pengingat_hari")]  # type: ignore[union-attr]
    for j in jarak:
        hari = hari_ini() + timedelta(days=j)
        for t in Tunggu.objects.filter(
            kasus__proses="perbaikan", tahap="berjalan", selesai=None, kasus__perbaikan__janji=hari
        ).select_related("kasus", "orang"):
            data = {"hari": j, "tanggal": f"{hari:%d-%m-%Y}"}
            for orang in kabar_alur.orang_ditunggu(t):
                kunci = uuid_dari("perbaikan.ingat", t.kasus_id, hari.isoformat(), j, orang)
                kirim(orang, INGAT, data, kunci, tautan=f"/kerja/perbaikan/{t.kasus_id}/")
