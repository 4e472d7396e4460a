"""NIP, NI PPPK, NIK, dan golongan: dibaca dengan pasti atau ditolak dengan alasan."""

from datetime import date

import pytest

from kasuari.aturan.golongan import GolonganTidakSah, dari_siasn, jenis_golongan, normal_golongan
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


def penolakan(urai, *argumen):
    """(kode, kolom, pesan, kalimat) penolakan nomor itu."""
    with pytest.raises(IdentitasTidakSah) as galat:
        urai(*argumen)
    return galat.value.kode, galat.value.kolom, galat.value.pesan, str(galat.value)


BUKAN_TMT = "Angka ke-9 sampai ke-14 NIP bukan TMT yang mungkin."


@pytest.mark.parametrize(
    ("teks", "kode", "pesan"),
    [
        ("1.99001E+17", "bukan_angka", "NIP hanya boleh angka. Salin lagi dari dokumen asli sebagai teks."),
        ("１９８６０１０２２０１５０５１９９９", "bukan_angka",
         "NIP hanya boleh angka. Salin lagi dari dokumen asli sebagai teks."),
        ("19900101201903199", "panjang", "NIP harus 18 angka, tertulis 17. Periksa dokumen asli."),
        ("199002302019031999", "tanggal_lahir", "Delapan angka pertama NIP bukan tanggal lahir."),
        ("199013012019031999", "tanggal_lahir", "Delapan angka pertama NIP bukan tanggal lahir."),
        ("199001011985031999", "tanggal", BUKAN_TMT),
        ("199001011990031999", "tanggal", BUKAN_TMT),  # tahun pengangkatan = tahun lahir
        ("199001012019003999", "tanggal", BUKAN_TMT),
        ("199001012019033999", "jenis_kelamin", "Angka ke-15 NIP harus 1 (L) atau 2 (P)."),
        ("199001012019030999", "jenis_kelamin", "Angka ke-15 NIP harus 1 (L) atau 2 (P)."),
        ("199001012019031000", "serial", "Tiga angka terakhir NIP tidak boleh 000."),
    ],
)  # fmt: skip
def test_nip_yang_mustahil_ditolak_dengan_kodenya(teks, kode, pesan):
    assert penolakan(urai_nip, teks, "nip_lama") == (kode, "nip_lama", pesan, pesan)
    assert penolakan(urai_nip, teks)[1] == "nip"


def test_nip_dan_nik_disimpan_tanpa_spasi_dan_utuh():
    nip = urai_nip(" 19860102 201505 2 001 ")
    assert (nip.nip, nip.jk, nip.urut) == ("198601022015052001", "P", "001")
    assert urai_nip("198601021987011001").tmt_cpns == "1987-01"
    assert urai_nip("198611252015051999").lahir == date(1986, 11, 25)
    pppk = urai_nip("199101052025242998")
    assert (pppk.nip, pppk.lahir, pppk.urut) == ("199101052025242998", date(1991, 1, 5), "998")
    nik = urai_nik("96 71 99 521190 0001")
    assert (nik.nik, nik.urut) == ("9671995211900001", "0001")
    laki = urai_nik("9671991211900001")
    assert (laki.jk, laki.hari) == ("L", 12)
    assert not laki.cocok_lahir(date(1990, 12, 12)) and not laki.cocok_lahir(date(1991, 11, 12))
    assert urai_nik("9671994111900001").hari == 1  # 41: perempuan lahir tanggal 1
    assert urai_nik("1101013112990001").wilayah == "110101"  # provinsi terkecil: Aceh


def test_nik_perempuan_menambah_40_pada_hari():
    nik = urai_nik("9671995211900001")
    assert (nik.wilayah, nik.hari, nik.bulan, nik.tahun2, nik.jk) == ("967199", 12, 11, 90, "P")
    assert nik.cocok_lahir(date(1990, 11, 12)) and not nik.cocok_lahir(date(1990, 11, 13))


WILAYAH = "Enam angka pertama NIK bukan kode wilayah yang mungkin."
BUKAN_LAHIR = "Angka ke-7 sampai ke-12 NIK bukan tanggal lahir."


@pytest.mark.parametrize(
    ("teks", "kode", "pesan"),
    [
        ("96719972139000O1", "bukan_angka", "NIK hanya boleh angka. Salin lagi dari dokumen asli sebagai teks."),
        ("967199521190001", "panjang", "NIK harus 16 angka, tertulis 15. Periksa dokumen asli."),
        ("9671997213900001", "tanggal", BUKAN_LAHIR),
        ("9671994011900001", "tanggal", BUKAN_LAHIR),  # hari 40: bukan laki-laki, bukan perempuan
        ("9671992902010001", "tanggal", BUKAN_LAHIR),
        ("0171995211900001", "wilayah", WILAYAH),
        ("1071995211900001", "wilayah", WILAYAH),
        ("9600995211900001", "wilayah", WILAYAH),
        ("9671005211900001", "wilayah", WILAYAH),
        ("9671995211900000", "serial", "Empat angka terakhir NIK tidak boleh 0000."),
    ],
)  # fmt: skip
def test_nik_yang_mustahil_ditolak_tanpa_menyebut_nomornya(teks, kode, pesan):
    assert penolakan(urai_nik, teks, "nik_ibu") == (kode, "nik_ibu", pesan, pesan)
    assert penolakan(urai_nik, teks)[1] == "nik"


def test_29_februari_tahun_00_sah_karena_abad_tidak_tertulis():
    assert urai_nik("9671992902000001").hari == 29


@pytest.mark.parametrize(
    ("teks", "baku"),
    [
        ("IIIa", "III/a"),
        ("III A", "III/a"),
        ("iii.a", "III/a"),
        ("1d", "I/d"),
        ("2/c", "II/c"),
        ("3a", "III/a"),
        ("4-e", "IV/e"),
        ("1", "I"),
        ("17", "XVII"),
        ("xvii", "XVII"),
        (" . III/c : ", "III/c"),
        ("-PPPK IX.", "IX"),
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


@pytest.mark.parametrize(
    "teks", ["", "-", "III/e", "V/a", "Penata (III/a)", "III/a III/b", "XVIII", "0", "18", "٣"]
)
def test_golongan_yang_meragukan_tidak_ditebak(teks):
    with pytest.raises(GolonganTidakSah) as galat:
        normal_golongan(teks)
    assert str(galat.value) == (
        f"Golongan '{teks}' tidak dikenal. Tulis I/a sampai IV/e (PNS) atau I sampai XVII (PPPK)."
    )


def test_id_siasn_menjadi_golongan_dan_pangkat():
    assert dari_siasn("31") == ("III/a", "Penata Muda")
    assert dari_siasn(" 45 ") == ("IV/e", "Pembina Utama")
    for asing in ("15", "101", "x", "", "٣١"):
        with pytest.raises(GolonganTidakSah, match=f"Golongan '{asing}' tidak dikenal"):
            dari_siasn(asing)


def test_jenis_asn_dari_golongan():
    assert [jenis_golongan(g) for g in ("I/a", "IV/e", "I", "XVII")] == ["PNS", "PNS", "PPPK", "PPPK"]
