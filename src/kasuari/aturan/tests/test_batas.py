"""Batas kewajaran ketentuan daerah: tiap parameter punya, nilai nasional memenuhinya, dan pembacanya diuji."""

from datetime import date
from decimal import Decimal

import pytest

from kasuari.aturan import batas
from kasuari.aturan.buku import Buku, Timpa
from kasuari.aturan.galat import GalatAturan, ParameterRusak
from kasuari.aturan.parameter import semua
from kasuari.aturan.tilik import sel

HARI = date(2026, 11, 23)


def terbuka():
    for p in semua().values():
        for v in p.versi:
            yield from ((p, k, n) for k, n in sel(v.nilai) if p.boleh_timpa(v, k))


def test_tiap_angka_yang_boleh_ditetapkan_daerah_punya_batas_dan_nilai_nasionalnya_wajar():
    angka = [(p, k, n) for p, k, n in terbuka() if isinstance(n, int | Decimal) and not isinstance(n, bool)]
    assert len(angka) > 100
    assert sorted({p.kode for p, k, _n in angka if batas.rentang(p, k) is None}) == []
    assert [(p.kode, k, n) for p, k, n in angka if batas.di_luar(p, k, n)] == []


def test_tiap_pembaca_membaca_nilai_nasionalnya():
    buku = Buku.susun(HARI, date.max)
    dibaca = [p for p in semua().values() if p.kode in buku.isi and {p.kode, p.satuan} & set(batas.PEMBACA)]
    assert len(dibaca) > 20
    for p in dibaca:
        batas.periksa(p, buku)


@pytest.mark.parametrize(
    ("kode", "kunci", "nilai"),
    [
        ("kgb_surat_bulan", None, 999),
        ("kgb_surat_bulan", None, 0),
        ("skp_penetapan", "bulan", 13),
        ("skp_penetapan", "tanggal", 0),
        ("tenggat_aduan_respon_pertama", "lama", 0),
        ("tenggat_aduan_respon_pertama", "lama", 10**8),
        ("tpp_kondisi", "biasa", Decimal("100.5")),
        ("alur_pengingat_hari", None, (1, 4, 99_999)),
    ],
)
def test_angka_di_luar_yang_wajar_disebut_rentangnya(kode, kunci, nilai):
    bawah, atas = batas.di_luar(semua()[kode], kunci, nilai)
    assert bawah <= atas


@pytest.mark.parametrize(
    ("kode", "kunci", "nilai", "kalimat"),
    [
        ("tenggat_aduan_respon_pertama", "lama", 5_000, "1 sampai 1000 hari kerja"),
        ("tenggat_akhir_pekan", "5", ("Sabtu", "Ahad"), "Senin"),
        ("tenggat_akhir_pekan", "6", ("Sabtu", "Minggu"), "1 nama hari"),
        ("tenggat_jam_kantor", "Senin", "16:00-07:30", "tutup harus sesudah buka"),
        ("impor_usia_terendah", None, 100, "di bawah batas atas"),
    ],
)
def test_pembaca_menolak_yang_tidak_dapat_dihitungnya(kode, kunci, nilai, kalimat):
    buku = Buku.susun(HARI, date.max, [Timpa(kode, kunci, HARI, nilai, "Perwal")])
    with pytest.raises(GalatAturan, match=kalimat):
        batas.periksa(semua()[kode], buku)


def test_jeda_ketentuan_tidak_dapat_ditiadakan_dengan_ketentuan():
    with pytest.raises(ParameterRusak, match="tata kerja"):
        Buku.susun(HARI, date.max, [Timpa("ketentuan_jeda_jam", None, HARI, 0, "Perwal")])


def test_batas_yang_salah_tulis_ditolak_saat_dimuat():
    from kasuari.aturan.parameter import _batas

    for salah in ([12, 1], [1], {"bulan": [1, "12"]}):
        with pytest.raises(ParameterRusak, match="batas"):
            _batas("x.toml", salah)
