"""Tenggat: tidak pernah jatuh pada hari libur, jeda hanya memundurkan, dan setiap hari yang dilewati disebut."""

from datetime import date, datetime, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.bersama import shared

from kasuari.aturan import tenggat
from kasuari.aturan.buku import INGATAN, SUMBER, Buku, Timpa
from kasuari.aturan.galat import MasukanTidakSah, ParameterRusak
from kasuari.aturan.masukan import dari_hari, ke_hari
from kasuari.aturan.parameter import semua
from kasuari.aturan.rumus import TIDAK_ADA, hitung, jelaskan

BUKU = Buku.susun(date(2026, 11, 1), date.max)
KALENDER = tenggat.Kalender(BUKU)
BERHARI = [
    n for n in tenggat.KEWAJIBAN if tenggat.aturan_tenggat(n, BUKU).satuan in ("hari kerja", "hari", "bulan")
]
HARI = st.dates(date(2023, 1, 1), date(2026, 9, 1))
cepat = settings(max_examples=25, deadline=None)


def tempo(kewajiban, mulai, jeda=(), kalender=KALENDER):
    return tenggat.hitung_tenggat(tenggat.aturan_tenggat(kewajiban, BUKU), mulai, kalender, jeda)


def kolom(kewajiban, mulai, pekan=5):
    masukan = {
        "kewajiban": np.array([tenggat.KEWAJIBAN[k] for k in kewajiban]),
        "mulai": np.array([ke_hari(m) for m in mulai]),
        "pekan": np.full(len(mulai), pekan),
    }
    return hitung(tenggat.SUSUNAN, masukan, BUKU, ["jatuh_tempo"])["jatuh_tempo"]


def test_daftar_libur_sama_dengan_daftar_resmi_bersama():
    import csv

    with shared("data", "libur_2023_2027.csv").open(encoding="utf-8") as aliran:
        resmi = {(b["tanggal"], b["jenis"].split("_")[-1], b["nama"]) for b in csv.DictReader(aliran)}
    termuat = {
        (kunci.split(".")[1], kunci.split(".")[0], nama)
        for tahun in range(2023, 2028)
        for kunci, nama in BUKU.tabel(f"libur_{tahun}").items()
    }
    assert len(resmi) > 100
    assert termuat == resmi


def test_setiap_libur_bertanggal_sah_dan_di_tahunnya():
    for kode, parameter in semua().items():
        if kode.startswith("libur_"):
            for versi in parameter.versi:
                assert {date.fromisoformat(k.split(".")[1]).year for k in versi.nilai} == {int(kode[-4:])}


def test_setiap_hari_yang_dilewati_disebut_dengan_sebabnya():
    hasil = tempo("aduan_verifikasi", date(2026, 3, 17))
    assert hasil.jatuh_tempo == date(2026, 3, 27)
    assert [(h.tanggal.day, h.alasan) for h in hasil.dilewati] == [
        (18, "Cuti Bersama Hari Suci Nyepi"),
        (19, "Hari Suci Nyepi"),
        (20, "Cuti Bersama Hari Raya Idul Fitri"),
        (21, "Sabtu"),
        (22, "Minggu"),
        (23, "Cuti Bersama Hari Raya Idul Fitri"),
        (24, "Cuti Bersama Hari Raya Idul Fitri"),
    ]
    assert "PermenPANRB 62/2018" in hasil.dasar and "2026" in hasil.dasar


def test_cuti_bersama_dapat_dihitung_hari_kerja_bila_hukum_meminta():
    tanpa = tenggat.Kalender(BUKU, cuti_bersama=False)
    hari = [date(2026, 3, h) for h in (18, 19, 20)]
    assert [tanpa.alasan(h) for h in hari] == [None, "Hari Suci Nyepi", None]
    assert all(KALENDER.alasan(h) for h in hari)


def test_pekan_enam_hari_dan_libur_daerah_mengubah_jatuh_tempo():
    assert tempo("aduan_verifikasi", date(2026, 8, 6)).jatuh_tempo == date(2026, 8, 11)
    enam = tenggat.Kalender(BUKU, pekan=6)
    assert tempo("aduan_verifikasi", date(2026, 8, 6), kalender=enam).jatuh_tempo == date(2026, 8, 10)
    daerah = tenggat.Kalender(BUKU, libur_daerah={date(2026, 8, 10): "Hari jadi kota"})
    hasil = tempo("aduan_verifikasi", date(2026, 8, 6), kalender=daerah)
    assert hasil.jatuh_tempo == date(2026, 8, 12)
    assert "Hari jadi kota" in {h.alasan for h in hasil.dilewati}


def test_tahun_tanpa_daftar_libur_menghentikan_hitungan_dengan_kalimat():
    with pytest.raises(tenggat.TahunTanpaLibur, match="Daftar hari libur 2028 belum ada"):
        tempo("aduan_lapangan", date(2027, 12, 1))
    with pytest.raises(MasukanTidakSah, match=r"baris 2.*Daftar hari libur 2028 belum ada"):
        kolom(
            ["skp_keberatan", "aduan_lapangan", "aduan_lapangan"],
            [date(2026, 1, 5)] * 2 + [date(2027, 12, 1)],
        )
    with pytest.raises(MasukanTidakSah, match=r"baris 1.*2021"):
        kolom(["aduan_lapangan"] * 2, [date(2026, 1, 5), date(2021, 1, 5)])


def test_daftar_yang_belum_pasti_membuat_hasil_perkiraan():
    kini, nanti = (tempo("disiplin_berlaku", date(tahun, 6, 3)) for tahun in (2026, 2027))
    assert (kini.keyakinan, nanti.keyakinan) == (SUMBER, INGATAN)
    enam = tempo("disiplin_berlaku", date(2026, 6, 3), kalender=tenggat.Kalender(BUKU, pekan=6))
    assert enam.keyakinan == INGATAN
    for tahun, yakin in ((2026, SUMBER), (2027, INGATAN)):
        masukan = {"mulai": f"{tahun}-06-03", "sampai": f"{tahun}-06-09"}
        assert jelaskan(tenggat.SUSUNAN, masukan, BUKU, ["banyak_hari_kerja"])[0].keyakinan == yakin


def test_yang_belum_terbit_belum_diketahui():
    lama = tenggat.Kalender(Buku.susun(date(2024, 9, 1)))
    with pytest.raises(tenggat.TahunTanpaLibur, match="2025"):
        lama.alasan(date(2025, 1, 1))
    kini = tenggat.Kalender(Buku.susun(date(2024, 9, 1), date(2024, 10, 1)))
    assert kini.alasan(date(2025, 1, 1)) == "Tahun Baru Masehi"


def test_jeda_yang_belum_selesai_menghentikan_jam():
    hasil = tempo("aduan_respon_pertama", date(2026, 8, 3), [tenggat.Jeda(date(2026, 8, 4), None)])
    assert (hasil.jatuh_tempo, hasil.sisa) == (None, 4)
    assert not hasil.lewat(date(2027, 1, 1))


def test_lewat_sehari_sesudah_jatuh_tempo():
    hasil = tempo("aduan_verifikasi", date(2026, 8, 6))
    assert [hasil.lewat(date(2026, 8, h)) for h in (11, 12)] == [False, True]
    berjam = tempo("pdp_kebocoran", datetime(2026, 8, 14, 10))
    assert berjam.lewat(datetime(2026, 8, 17, 10, 1))
    with pytest.raises(MasukanTidakSah, match="tanggal dan jam"):
        berjam.lewat(date(2026, 8, 18))


def test_tiga_kali_24_jam_berjalan_juga_pada_hari_libur():
    assert tempo("pdp_kebocoran", datetime(2026, 8, 15, 22, 30)).jatuh_tempo == datetime(2026, 8, 18, 22, 30)


def test_menit_layanan_hanya_berjalan_di_jam_kantor_dan_berhenti_saat_jeda():
    norma = tenggat.norma_layanan(30, "menit kerja", BUKU)
    sore = datetime(2026, 8, 14, 16, 20)  # Jumat, kantor tutup 16.30; Senin 17 Agustus libur
    assert tenggat.hitung_tenggat(norma, sore, KALENDER).jatuh_tempo == datetime(2026, 8, 18, 7, 50)
    malam = datetime(2026, 8, 13, 23, 0)
    assert tenggat.hitung_tenggat(norma, malam, KALENDER).jatuh_tempo == datetime(2026, 8, 14, 8, 0)
    jeda = [tenggat.Jeda(datetime(2026, 8, 14, 7, 40), datetime(2026, 8, 14, 9, 0), "menunggu pemohon")]
    assert tenggat.hitung_tenggat(norma, malam, KALENDER, jeda).jatuh_tempo == datetime(2026, 8, 14, 9, 20)
    terbuka = tenggat.hitung_tenggat(
        norma, malam, KALENDER, [tenggat.Jeda(datetime(2026, 8, 14, 7, 40), None)]
    )
    assert (terbuka.jatuh_tempo, terbuka.sisa) == (None, 20)


def test_kota_boleh_mengubah_lama_tenggat_dan_jam_kantornya():
    timpa = [
        Timpa("tenggat_aduan_verifikasi", "lama", date(2026, 1, 1), 2, "Perwal"),
        Timpa("tenggat_jam_kantor", "Jumat", date(2026, 1, 1), "08:00-11:00", "Perwal"),
    ]
    buku = Buku.susun(date(2026, 11, 1), date.max, timpa)
    aturan = tenggat.aturan_tenggat("aduan_verifikasi", buku)
    assert tenggat.hitung_tenggat(aturan, date(2026, 8, 6), tenggat.Kalender(buku)).jatuh_tempo == date(
        2026, 8, 10
    )
    norma = tenggat.norma_layanan(1, "jam kerja", buku)
    jumat = datetime(2026, 8, 7, 10, 30)
    assert tenggat.hitung_tenggat(norma, jumat, tenggat.Kalender(buku)).jatuh_tempo == datetime(
        2026, 8, 10, 8, 0
    )


@pytest.mark.parametrize(
    ("sel", "nilai"), [("lama", 0), ("lama", "3"), ("satuan", "pekan"), ("hitung_dari", "besok")]
)
def test_ketentuan_daerah_yang_mustahil_menghentikan_satu_perkara_dan_kolom(sel, nilai):
    buku = Buku.susun(
        date(2026, 11, 1),
        date.max,
        [Timpa("tenggat_aduan_verifikasi", sel, date(2026, 1, 1), nilai, "Perwal")],
    )
    with pytest.raises(ParameterRusak, match="tenggat_aduan_verifikasi"):
        tenggat.aturan_tenggat("aduan_verifikasi", buku)
    with pytest.raises(ParameterRusak, match="tenggat_aduan_verifikasi"):
        hitung(
            tenggat.SUSUNAN,
            {"kewajiban": ["aduan_verifikasi"], "mulai": ["2026-08-03"]},
            buku,
            ["jatuh_tempo"],
        )


@pytest.mark.parametrize(
    ("panggil", "pesan"),
    [
        (lambda: tenggat.Kalender(BUKU, pekan=7), "pekan 7"),
        (lambda: tenggat.aturan_tenggat("entah", BUKU), "tidak dikenal"),
        (lambda: tenggat.norma_layanan(0, "hari kerja", BUKU), "1 sampai"),
        (lambda: tenggat.norma_layanan(1, "pekan", BUKU), "satuan"),
        (lambda: tempo("pdp_kebocoran", date(2026, 8, 3)), "tanggal dan jam"),
        (lambda: tempo("aduan_verifikasi", date(2026, 8, 3), [tenggat.Jeda(date(2026, 8, 4), date(2026, 8, 5))]), "jeda"),
        (lambda: tempo("aduan_respon_pertama", date(2026, 8, 3), [tenggat.Jeda(date(2026, 8, 5), date(2026, 8, 4))]), "mendahului"),
        (lambda: hitung(tenggat.SUSUNAN, {"kewajiban": ["aduan_verifikasi"], "mulai": ["2026-08-03"], "jeda": [1]}, BUKU, ["jatuh_tempo"]), "jeda"),
        (lambda: hitung(tenggat.SUSUNAN, {"kewajiban": ["aduan_verifikasi"], "mulai": ["2026-02-30"]}, BUKU, ["jatuh_tempo"]), "bukan tanggal"),
        (lambda: hitung(tenggat.SUSUNAN, {"kewajiban": ["x"], "mulai": ["2026-02-03"]}, BUKU, ["jatuh_tempo"]), "tidak dikenal"),
    ],
)  # fmt: skip
def test_masukan_buruk_ditolak_dengan_kalimat(panggil, pesan):
    with pytest.raises(MasukanTidakSah, match=pesan):
        panggil()


@cepat
@given(st.sampled_from(BERHARI), HARI, st.sampled_from([5, 6]))
def test_tidak_pernah_jatuh_pada_hari_libur_dan_kolom_sama_dengan_satu_perkara(kewajiban, mulai, pekan):
    kalender = tenggat.Kalender(BUKU, pekan)
    hasil = tempo(kewajiban, mulai, kalender=kalender)
    assert kalender.alasan(hasil.jatuh_tempo) is None
    assert hasil.jatuh_tempo > mulai
    assert dari_hari(kolom([kewajiban], [mulai], pekan)[0]) == hasil.jatuh_tempo


@cepat
@given(st.sampled_from(BERHARI), HARI, st.integers(0, 60))
def test_mulai_lebih_lambat_tidak_pernah_jatuh_tempo_lebih_cepat(kewajiban, mulai, maju):
    dua = kolom([kewajiban] * 2, [mulai, mulai + timedelta(days=maju)])
    assert dua[0] <= dua[1]


@cepat
@given(HARI, st.lists(st.tuples(st.integers(0, 20), st.integers(0, 10)), max_size=3))
def test_jeda_hanya_memundurkan(mulai, jeda):
    daftar = [tenggat.Jeda(mulai + timedelta(days=a), mulai + timedelta(days=a + n)) for a, n in jeda]
    tanpa, dengan = tempo("aduan_tanpa_lapangan", mulai), tempo("aduan_tanpa_lapangan", mulai, daftar)
    assert dengan.jatuh_tempo >= tanpa.jatuh_tempo
    assert KALENDER.alasan(dengan.jatuh_tempo) is None


@cepat
@given(HARI, st.integers(0, 23), st.lists(st.tuples(st.integers(0, 5000), st.integers(0, 3000)), max_size=3))
def test_jeda_menit_hanya_memundurkan_dan_jatuh_tempo_di_jam_kantor(mulai, jam, jeda):
    saat = datetime(mulai.year, mulai.month, mulai.day, jam)
    daftar = [tenggat.Jeda(saat + timedelta(minutes=a), saat + timedelta(minutes=a + n)) for a, n in jeda]
    norma = tenggat.norma_layanan(90, "menit kerja", BUKU)
    tanpa, dengan = (tenggat.hitung_tenggat(norma, saat, KALENDER, j).jatuh_tempo for j in ((), daftar))
    assert dengan >= tanpa
    assert KALENDER.alasan(dengan.date()) is None and 7 <= dengan.hour <= 16


@cepat
@given(st.permutations(range(6)), HARI)
def test_urutan_dan_teman_sekolom_tidak_mengubah_hasil(urutan, mulai):
    kewajiban = (BERHARI * 2)[:6]
    hari = [mulai + timedelta(days=30 * i) for i in range(6)]
    semua_ = kolom(kewajiban, hari).tolist()
    acak = kolom([kewajiban[i] for i in urutan], [hari[i] for i in urutan]).tolist()
    assert acak == [semua_[i] for i in urutan]
    assert semua_ == [kolom([k], [h])[0] for k, h in zip(kewajiban, hari, strict=True)]


@cepat
@given(HARI, st.integers(0, 400))
def test_hari_kerja_tidak_pernah_lebih_dari_hari_kalender(mulai, lama):
    kolom_ = {"mulai": [mulai], "sampai": [mulai + timedelta(days=lama)]}
    hari = int(hitung(tenggat.SUSUNAN, kolom_, BUKU, ["banyak_hari_kerja"])["banyak_hari_kerja"][0])
    sehari_sehari = sum(KALENDER.alasan(mulai + timedelta(days=i)) is None for i in range(lama + 1))
    assert hari == sehari_sehari <= lama + 1


def test_tenggat_berjam_tidak_punya_jawaban_kolom():
    assert kolom(["pdp_kebocoran"], [date(2026, 8, 3)]).tolist() == [TIDAK_ADA]
