"""Rapel: selisih bulan demi bulan dengan sebabnya; yang sudah dibayar dibaca, tidak dihitung ulang."""

from dataclasses import replace
from datetime import date

import pytest

from kasuari.aturan.buku import Buku
from kasuari.aturan.gaji import slip
from kasuari.aturan.gaji.rapel import Bulan, Dibayar, Sebab, jumlah, rapel
from kasuari.aturan.galat import MasukanTidakSah
from kasuari.aturan.rumus import hitung
from kasuari.aturan.tests.bantu import ditolak

ORANG = {
    "status": "pns",
    "golongan": "III/d",
    "mkg": "12y0m",
    "status_ptkp": "K/1",
    "pasangan_ditanggung": True,
    "anak_ditanggung": 1,
    "bertugas_di_papua": True,
}
KINI = date(2024, 3, 1)


def bayar(fakta, buku):
    """Slip yang dibayarkan waktu itu, lajur demi lajur."""
    kolom = hitung(slip.BULANAN, {k: [v] for k, v in fakta.items()}, buku, slip.SEMUA_LAJUR)
    nilai = {n: int(k[0]) for n, k in kolom.items()}
    lajur = {k: nilai[k] for k in slip.PENGHASILAN}
    lajur |= {k: nilai[besaran] for k, besaran in slip.POTONGAN.items()}
    return Dibayar(lajur, fakta, buku)


def bulan(hari, fakta, dibayar, dasar=None):
    return Bulan(hari, fakta, Buku.susun(hari, KINI), dibayar, dasar or {})


def test_pp_5_2024_yang_terbit_26_januari_menjadi_rapel_januari_dan_februari():
    kiriman = []
    for hari, diketahui in ((date(2024, 1, 1), date(2024, 1, 1)), (date(2024, 2, 1), date(2024, 1, 25))):
        kiriman.append(bulan(hari, ORANG, bayar(ORANG, Buku.susun(hari, diketahui))))
    hasil = rapel(kiriman)
    pokok = [s for s in hasil if s.lajur == "gaji_pokok"]
    assert [(s.bulan.month, s.seharusnya, s.dibayar, s.selisih) for s in pokok] == [
        (1, 3799400, 3518100, 281300),
        (2, 3799400, 3518100, 281300),
    ]
    sebab = pokok[0].sebab[0]
    assert (sebab.jenis, sebab.kode, sebab.lama, sebab.baru) == (
        "aturan",
        "gaji_pokok_pns III/d.12",
        3518100,
        3799400,
    )
    assert "PP 5/2024" in sebab.dasar
    # iuran ikut berubah; tunjangan umum, beras, dan Papua tidak
    assert {s.lajur for s in hasil} == {
        *("gaji_pokok", "tunjangan_suami_istri", "tunjangan_anak", "tunjangan_bpjs", "tunjangan_jkk"),
        *("tunjangan_jkm", "potongan_iwp", "potongan_bpjs_pegawai", "potongan_bpjs", "potongan_jkk"),
        "potongan_jkm",
    }
    # tangan: 281.300 + 28.130 + 5.626 sebulan; iuran wajib 8 %: 340.426 - 315.222; kesehatan 1 %: 44.403 - 41.253
    assert jumlah(hasil) == 2 * (315056 - (340426 - 315222) - (44403 - 41253))


def test_keputusan_pangkat_yang_terlambat_menyebut_keputusannya():
    hari = date(2024, 4, 1)
    buku = Buku.susun(hari, KINI)
    dibayar = bayar(ORANG, buku)
    baru = {**ORANG, "golongan": "IV/a"}
    hasil = rapel([bulan(hari, baru, dibayar, {"golongan": "Keputusan kenaikan pangkat 823/17/2024"})])
    pokok = next(s for s in hasil if s.lajur == "gaji_pokok")
    assert pokok.selisih == 3960200 - 3799400
    fakta = pokok.sebab[0]
    assert (fakta.jenis, fakta.lama, fakta.baru) == ("fakta", "III/d", "IV/a")
    assert fakta.dasar == "Keputusan kenaikan pangkat 823/17/2024"
    papua = next(s for s in hasil if s.lajur == "tunjangan_khusus_papua")
    assert papua.selisih == 525000 - 500000


def test_yang_dibayar_dibaca_meski_salah():
    hari = date(2024, 4, 1)
    benar = bayar(ORANG, Buku.susun(hari, KINI))
    keliru = replace(benar, lajur={**benar.lajur, "tunjangan_beras": 144840})
    hasil = rapel([bulan(hari, ORANG, keliru)])
    assert [(s.lajur, s.selisih, s.sebab) for s in hasil] == [("tunjangan_beras", 72420, ())]


def test_bulan_yang_sama_dengan_yang_dibayar_tidak_berselisih():
    hari = date(2024, 4, 1)
    assert rapel([bulan(hari, ORANG, bayar(ORANG, Buku.susun(hari, KINI)))]) == []


def test_bulan_yang_belum_pernah_dibayar_seluruhnya_kekurangan():
    hasil = rapel([bulan(date(2024, 4, 1), ORANG, None)])
    assert all(s.dibayar == 0 and s.sebab[0].jenis == "belum dibayar" for s in hasil)
    assert next(s.selisih for s in hasil if s.lajur == "gaji_pokok") == 3799400


def test_lebih_bayar_menjadi_negatif():
    hari = date(2024, 4, 1)
    dibayar = bayar(ORANG, Buku.susun(hari, KINI))
    hasil = rapel([bulan(hari, {**ORANG, "anak_ditanggung": 0}, dibayar, {"anak_ditanggung": "KP4 2024"})])
    assert jumlah(hasil) < 0
    assert {x.dasar for s in hasil for x in s.sebab} == {"KP4 2024"}


def test_lajur_yang_salah_nama_ditolak_bukan_dianggap_belum_dibayar():
    hari = date(2024, 4, 1)
    benar = bayar(ORANG, Buku.susun(hari, KINI))
    keliru = replace(benar, lajur={**benar.lajur, "gaji_pokk": 1})
    assert ditolak(rapel, [bulan(hari, ORANG, keliru)]) == (
        "kolom 'lajur': lajur 'gaji_pokk' bulan 2024-04 tidak dikenal. Yang boleh: "
        f"{', '.join([*slip.PENGHASILAN, *slip.POTONGAN])}."
    )


def test_fakta_yang_berubah_tanpa_keputusan_berdasar_data_kepegawaian():
    hari = date(2024, 4, 1)
    dibayar = bayar(ORANG, Buku.susun(hari, KINI))
    hasil = rapel([bulan(hari, {**ORANG, "anak_ditanggung": 2}, dibayar)])
    assert {x for s in hasil for x in s.sebab} == {
        Sebab("fakta", "anak_ditanggung", 1, 2, "data kepegawaian")
    }


def test_sebab_belum_dibayar_menyebut_lajurnya():
    hasil = rapel([bulan(date(2024, 4, 1), ORANG, None)])
    pokok = next(s for s in hasil if s.lajur == "gaji_pokok")
    assert pokok.sebab == (
        Sebab("belum dibayar", "gaji_pokok", None, None, "bulan ini belum pernah dibayar"),
    )


def test_aturan_tanpa_sel_dan_aturan_yang_dahulu_belum_ada_disebut_nilainya():
    hari = date(2024, 4, 1)
    kini = Buku.susun(hari, KINI)
    dahulu = Buku(kini.pada, kini.diketahui, {k: v for k, v in kini.isi.items() if k != "iuran_jkk_persen"})
    dibayar = replace(bayar(ORANG, kini), buku=dahulu)
    keliru = replace(dibayar, lajur={**dibayar.lajur, "tunjangan_jkk": 0})
    (jkk,) = rapel([bulan(hari, ORANG, keliru)])
    jkk_kini = kini.versi("iuran_jkk_persen")
    assert jkk.sebab == (Sebab("aturan", "iuran_jkk_persen", None, jkk_kini.nilai, jkk_kini.dasar),)


def test_fakta_buruk_ditolak_dengan_kolomnya():
    with pytest.raises(MasukanTidakSah, match="golongan"):
        rapel([bulan(date(2024, 4, 1), {**ORANG, "golongan": "V/z"}, None)])
