"""IKM perangkat daerah dan kota: dua gabungan yang sama sahnya, keduanya disimpan dan ditampilkan.

Irisan '' ditimbang menurut responden (semua jawaban bersama); irisan 'unit' rata-rata dari IKM unit-unitnya. Hanya unit
yang hasilnya sendiri terbit yang ikut, jadi selisih gabungan dan unit tidak pernah membuka unit yang ditahan.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple

from kasuari.aturan.buku import Buku
from kasuari.aturan.bulat import bagi_setengah_ke_atas
from kasuari.dasar.indikator import service as indikator
from kasuari.dasar.indikator.service import Baris
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.ketentuan.selectors import buku
from kasuari.dasar.organisasi.models import UnitKini
from kasuari.masyarakat.survei.models import Hasil, Periode, Survei

KODE = "skm_ikm_gabungan"
IRISAN_UNIT = "unit"
SERATUS = 100


class Gabungan(NamedTuple):
    """Dua gabungan satu kelompok unit: ditimbang responden dan rata-rata unit."""

    responden: Decimal
    unit: Decimal
    n: int
    banyak_unit: int


def gabung(isi: Sequence[Mapping[str, Any]], b: Buku) -> Gabungan:
    """Gabungan dari hasil-hasil unit (bentuk `hitung.kelompok`), semuanya dengan IKM."""
    jumlah: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for satu in isi:
        for u, v in satu["unsur"].items():
            jumlah[u][0] += v["jumlah"]
            jumlah[u][1] += v["n"]
    nrr = sum((Fraction(j, n) for j, n in jumlah.values()), Fraction(0))
    poin = nrr / len(jumlah) * int(b.nilai("skm_pengali")) * SERATUS
    rata = Fraction(sum(int(Decimal(x["ikm"]) * SERATUS) for x in isi), len(isi))
    return Gabungan(
        Decimal(bagi_setengah_ke_atas(poin.numerator, poin.denominator)) / SERATUS,
        Decimal(bagi_setengah_ke_atas(rata.numerator, rata.denominator)) / SERATUS,
        sum(x["n"] for x in isi), len(isi),
    )  # fmt: skip


def terbitkan_gabungan(pelaku: Pelaku, mulai: date, skema: str) -> None:
    """Menerbitkan gabungan tiap perangkat daerah dan kota untuk satu periode; yang berubah menjadi revisi."""
    b = buku(mulai)
    indikator.definisikan(
        kode=KODE, nama="Indeks kepuasan masyarakat (IKM), gabungan", nama_en="Public satisfaction index, combined",
        satuan="poin", arah=1, desimal=2, ambang_n=int(b.tabel("skm_ambang")["responden"]), umum=True, sumber="/skm/hasil/",
        dasar="PermenPANRB 14/2017",
        rumus="Irisan kosong: semua responden bersama. Irisan 'unit': rata-rata IKM unit. Hanya unit yang hasilnya terbit.",
    )  # fmt: skip
    kelompok: dict[int, list[Mapping[str, Any]]] = defaultdict(list)
    terbit = Hasil.objects.filter(
        periode__survei__jenis=Survei.Jenis.SKM,
        periode__status=Periode.Status.TERBIT,
        periode__mulai=mulai,
        periode__skema=skema,
    ).select_related("periode__survei", "periode__unit__kini")
    kota = UnitKini.objects.filter(dalam=0).values_list("unit_id", flat=True).first()
    for h in terbit:
        if h.n < h.periode.survei.ambang or "ikm" not in h.isi:
            continue
        if kota is not None:
            kelompok[kota].append(h.isi)
        if (opd := h.periode.unit.kini.opd_id) is not None:
            kelompok[opd].append(h.isi)
    baris = []
    for unit_id, isi in sorted(kelompok.items()):
        g = gabung(isi, b)
        baris.append(Baris(unit_id, int(g.responden * SERATUS), SERATUS, g.n))
        baris.append(Baris(unit_id, int(g.unit * SERATUS), SERATUS, g.n, IRISAN_UNIT))
    indikator.terbitkan(pelaku, KODE, mulai, baris)
