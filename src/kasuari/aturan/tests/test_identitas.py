"""NIP, NI PPPK, NIK, dan golongan: dibaca dengan pasti atau ditolak dengan alasan."""

from datetime import date

import pytest

from kasuari.aturan.golongan import GolonganTidakSah, dari_siasn, normal_golongan
from kasuari.aturan.identitas import IdentitasTidakSah, urai_nik, urai_nip


def test_nip_pns_memuat_lahir_tmt_dan_jenis_kelamin():
    nip = urai_nip(" 19860102 201505 1 999 ")
    assert (nip.lahir, nip.tmt_cpns, nip.jk, nip.urut, nip.jenis) == (
        date(1986, 1, 2),
        "2015-05",
        "L",
        "999",
        "PNS",
    )


def test_kode_di_atas_12_berarti_pppk():
    nip = urai_nip("199101052025242998")
    assert (nip.jenis, nip.tahun, nip.kode, nip.jk, nip.tmt_cpns) == ("PPPK", 2025, "24", "P", None)


def test_desember_masih_pns_dan_kode_13_sudah_pppk():
    assert urai_nip("198601022015121999").tmt_cpns == "2015-12"
    assert urai_nip("198601022015131999").jenis == "PPPK"


@pytest.mark.parametrize(
    ("teks", "kode"),
    [
        ("1.99001E+17", "bukan_angka"),
        ("１９８６０１０２２０１５０５１９９９", "bukan_angka"),
        ("19900101201903199", "panjang"),
        ("199002302019031999", "tanggal_lahir"),
        ("199001011985031999", "tanggal"),
        ("199001012019003999", "tanggal"),
        ("199001012019033999", "jenis_kelamin"),
        ("199001012019031000", "serial"),
    ],
)
def test_nip_yang_mustahil_ditolak_dengan_kodenya(teks, kode):
    with pytest.raises(IdentitasTidakSah) as galat:
        urai_nip(teks)
    assert (galat.value.kode, galat.value.kolom) == (kode, "nip")


def test_nik_perempuan_menambah_40_pada_hari():
    nik = urai_nik("9671995211900001")
    assert (nik.wilayah, nik.hari, nik.bulan, nik.tahun2, nik.jk) == ("967199", 12, 11, 90, "P")
    assert nik.cocok_lahir(date(1990, 11, 12)) and not nik.cocok_lahir(date(1990, 11, 13))


@pytest.mark.parametrize(
    ("teks", "kode"),
    [
        ("96719972139000O1", "bukan_angka"),
        ("967199521190001", "panjang"),
        ("9671997213900001", "tanggal"),
        ("9671992902010001", "tanggal"),
        ("0171995211900001", "wilayah"),
        ("9600995211900001", "wilayah"),
        ("9671995211900000", "serial"),
    ],
)
def test_nik_yang_mustahil_ditolak_tanpa_menyebut_nomornya(teks, kode):
    with pytest.raises(IdentitasTidakSah) as galat:
        urai_nik(teks)
    assert galat.value.kode == kode
    assert teks not in str(galat.value)


def test_29_februari_tahun_00_sah_karena_abad_tidak_tertulis():
    assert urai_nik("9671992902000001").hari == 29


@pytest.mark.parametrize(
    ("teks", "baku"),
    [
        ("IIIa", "III/a"),
        ("III A", "III/a"),
        ("iii.a", "III/a"),
        ("3a", "III/a"),
        ("Gol./Ruang III-a", "III/a"),
        ("Penata Muda Tk. I (III/b)", "III/b"),
        ("PEMBINA UTAMA / IVe", "IV/e"),
        ("ix", "IX"),
        ("Golongan 9", "IX"),
        ("V", "V"),
        ("III", "III"),
    ],
)
def test_golongan_dibakukan(teks, baku):
    assert normal_golongan(teks) == baku


@pytest.mark.parametrize("teks", ["", "-", "III/e", "V/a", "Penata (III/a)", "III/a III/b", "XVIII", "0"])
def test_golongan_yang_meragukan_tidak_ditebak(teks):
    with pytest.raises(GolonganTidakSah):
        normal_golongan(teks)


def test_id_siasn_menjadi_golongan_dan_pangkat():
    assert dari_siasn("31") == ("III/a", "Penata Muda")
    with pytest.raises(GolonganTidakSah):
        dari_siasn("15")
