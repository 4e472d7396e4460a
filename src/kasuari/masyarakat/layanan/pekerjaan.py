"""Tiap malam: data yang lewat masa simpannya dihapus, dan indikator bulan ini serta bulan lalu diterbitkan."""

from collections import Counter, defaultdict
from datetime import date, timedelta

from django.db import transaction

from kasuari.dasar.indikator import service as indikator
from kasuari.dasar.indikator.service import Baris
from kasuari.dasar.inti.pelaku import Pelaku, sistem
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.jejak.antrean import pekerjaan
from kasuari.dasar.jejak.jadwal import tiap
from kasuari.dasar.jejak.models import Kerja
from kasuari.dasar.ketentuan import selectors as ketentuan
from kasuari.masyarakat.layanan.angka import persentil
from kasuari.masyarakat.layanan.models import Permohonan, Ringkas
from kasuari.masyarakat.layanan.service.data import hapus_draf, lupakan

TEPAT, LAMA = "layanan_tepat", "layanan_lama"
SEKALI = 500  # permohonan satu malam satu transaksi; batas mesin


@tiap(menit=24 * 60)
@pekerjaan("layanan.masa_simpan", transaksi=False)
def masa_simpan(kerja: Kerja) -> None:
    """Draf dihapus seluruhnya; permohonan yang selesai dilupakan isinya."""
    while True:
        with transaction.atomic():
            lewat = list(Permohonan.objects.filter(hapus_pada__lt=hari_ini()).order_by("hapus_pada")[:SEKALI])
            for p in lewat:
                hilang = hapus_draf if p.kasus_id is None else lupakan
                hilang(sistem("layanan"), p, "masa simpan berakhir (UU 27/2022 pasal 16)")
        if len(lewat) < SEKALI:
            return


@tiap(menit=24 * 60)
@pekerjaan("layanan.indikator")
def indikator_harian(kerja: Kerja) -> None:
    kini = hari_ini().replace(day=1)
    lalu = (kini - timedelta(days=1)).replace(day=1)
    terbitkan(sistem("layanan"), lalu, final=True)
    terbitkan(sistem("layanan"), kini, final=False)


def definisikan() -> None:
    ambang = int(ketentuan.buku(hari_ini()).tabel("layanan_sel_kecil")["biasa"])  # type: ignore[arg-type]
    umum = {
        "ambang_n": ambang,
        "umum": True,
        "sumber": "/kerja/layanan/",
        "dasar": "PermenPANRB 15/2014; UU 25/2009",
    }
    indikator.definisikan(
        kode=TEPAT, nama="Layanan selesai tepat waktu", nama_en="Services finished in time", satuan="rasio 0–1", arah=1,
        desimal=4, rumus="Permohonan yang jadi dalam norma waktunya dibagi semua yang jadi bulan itu.", **umum,
    )  # fmt: skip
    indikator.definisikan(
        kode=LAMA, nama="Lama layanan (median)", nama_en="Time a service takes (median)", satuan="satuan norma", arah=-1,
        desimal=0, rumus="Median lama kerja sejak berkas lengkap, dalam satuan norma layanannya, tanpa jeda dan libur.", **umum,
    )  # fmt: skip


def terbitkan(pelaku: Pelaku, bulan: date, *, final: bool) -> None:
    """`layanan_tepat` per unit (irisan '' dan kode layanan) dan `layanan_lama` per unit dan layanan. Layanan peka tidak beririsan."""
    definisikan()
    tepat: dict[tuple[int, str], list[int]] = defaultdict(lambda: [0, 0])
    sebaran: dict[tuple[int, str], Counter[int]] = defaultdict(Counter)
    for r in Ringkas.objects.filter(bulan=bulan, unit__isnull=False).select_related("layanan"):
        assert r.unit_id is not None
        irisan = [""] if r.layanan.peka else ["", r.layanan.kode]
        for i in irisan:
            t = tepat[r.unit_id, i]
            t[0] += r.tepat
            t[1] += r.jadi
        if not r.layanan.peka:
            sebaran[r.unit_id, r.layanan.kode].update({int(k): v for k, v in r.sebaran.items()})
    daun = [Baris(unit, a, b, b, irisan) for (unit, irisan), (a, b) in tepat.items() if b]
    indikator.terbitkan(pelaku, TEPAT, bulan, indikator.jumlahkan(daun), final=final)
    # Median tidak dapat dijumlahkan ke induk: hanya unit yang melayaninya.
    lama = [
        Baris(unit, m, 1, sum(s.values()), kode)
        for (unit, kode), s in sebaran.items()
        if (m := persentil(s, 50)) is not None
    ]
    indikator.terbitkan(pelaku, LAMA, bulan, lama, final=final)
