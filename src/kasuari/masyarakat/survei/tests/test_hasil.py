"""Menutup, menyegel, menahan sel kecil, gabungan, dan indikator yang dibaca ruang perbaikan."""

import hashlib
import json
import uuid
from datetime import date
from decimal import Decimal

import pytest
from django.db import DatabaseError, connection, transaction
from tests.bersama import shared

from kasuari.dasar.indikator import selectors as indikator
from kasuari.dasar.indikator.models import Nilai
from kasuari.dasar.inti.galat import MasukanSalah, TidakBoleh
from kasuari.dasar.inti.waktu import pada_saat
from kasuari.dasar.jejak.models import Jejak
from kasuari.masyarakat.survei import campur, gabungan, pekerjaan, sajian, tutup
from kasuari.masyarakat.survei.models import CacahPerangkat, Hasil, Jawaban, Kiriman, Periode
from kasuari.masyarakat.survei.statistik import alpha_cronbach, selang
from kasuari.masyarakat.survei.tahan import tahan

pytestmark = pytest.mark.django_db
BULAN_DEPAN = date(2027, 1, 4)
MULAI = date(2026, 10, 1)
# NRR 3,25 tiap unsur bagi tiga yang 3 dan satu yang 4
EMPAT = [(3,) * 9, (3,) * 9, (3,) * 9, (4,) * 9]


@pytest.fixture
def tutupkan(pelaku_sistem):
    def satu(p, hari=BULAN_DEPAN):
        with pada_saat(hari):
            tutup.tutup(pelaku_sistem, periode=p.uid, kunci=uuid.uuid4())
        return Periode.objects.select_related("survei", "versi", "unit__kini", "hasil").get(id=p.id)

    return satu


@pytest.fixture
def terbitkan(pelaku_sistem):
    def semua(hari=date(2027, 1, 8)):
        with pada_saat(hari), transaction.atomic():
            return tutup.terbitkan_siap(pelaku_sistem)

    return semua


def test_kasus_nyata_bersama_dihitung_sama(buka, jawab, tutupkan):
    kasus = {k["id"]: k for k in json.loads(shared("cases", "survei.json").read_text())["cases"]}
    k = kasus["sekadau-2019s1-awal20"]
    p = buka()
    jawab(p, [tuple(b) for b in k["inputs"]["baris"]])
    isi = tutupkan(p).hasil.isi
    assert (isi["n"], isi["ikm"]) == (k["expected"]["n"], k["expected"]["ikm"])


def test_indikator_terbit_dengan_nama_dan_irisan_yang_dibaca_perbaikan(buka, jawab, layanan, tutupkan):
    layanan("pkm", ("KES-01", "Surat sehat", 6), ("KES-02", "Imunisasi", 6))
    p = buka()
    jawab(p, EMPAT * 2, layanan="KES-01")
    jawab(p, [(2,) * 9] * 6, layanan="KES-02")
    tutupkan(p)
    (ikm,) = indikator.deret("skm_ikm", p.unit_id)
    assert (ikm.periode, ikm.nilai, ikm.n) == (MULAI, Decimal("67.8600"), 14)
    assert ikm.bawah < ikm.nilai < ikm.atas
    irisan = {t.irisan: t.nilai for t in indikator.irisan("skm_ikm", p.unit_id, MULAI)}
    assert irisan == {"layanan:KES-01": Decimal("81.25"), "layanan:KES-02": Decimal("50")}
    waktu = next(t for t in indikator.irisan("skm_unsur", p.unit_id, MULAI) if t.irisan == "waktu")
    assert (waktu.nilai, waktu.n) == (Decimal("2.7143"), 14)
    baris = Nilai.objects.get(kode="skm_unsur", irisan="waktu", terkini=True)
    assert (baris.pembilang, baris.penyebut) == (38, 14)


def test_peristiwa_tutup_membawa_sidik_hasil_dan_objek_periode(buka, jawab, tutupkan):
    p = buka()
    jawab(p, EMPAT * 2)
    p = tutupkan(p)
    j = Jejak.objects.get(jenis="survei.ditutup")
    assert (j.objek, j.objek_jenis) == (p.uid, "periode_survei")
    from kasuari.dasar.jejak.kanonik import baku

    assert p.hasil.sidik == hashlib.sha256(baku(p.hasil.isi)).hexdigest()
    assert p.hasil.isi["jawaban_sha256"] == campur.sidik_periode(p)


@pytest.mark.dua_db
@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE survei_jawaban SET waktu = 4",
        "DELETE FROM survei_jawaban",
        "UPDATE survei_hasil SET n = 99",
        "DELETE FROM survei_hasil",
        "UPDATE survei_periode SET status = 'terbuka', ditutup = NULL",
        "UPDATE survei_periode SET petugas = 1",
        "DELETE FROM survei_periode",
        "UPDATE survei_komentar SET soal = 'x'",
        "DELETE FROM survei_komentar",
    ],
)
def test_periode_tertutup_menolak_ubahan_dari_basis_data_sendiri(buka, jawab, tutupkan, sql):
    p = buka()
    jawab(p, EMPAT * 2, tulisan={"": "Loket panas"})
    tutupkan(p)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as k:
        k.execute(sql)


@pytest.mark.dua_db
def test_jawaban_tidak_dapat_disisipkan_sesudah_ditutup(buka, jawab, tutupkan, pelaku_sistem):
    p = buka()
    jawab(p, EMPAT * 2)
    p = tutupkan(p)
    with pytest.raises(DatabaseError), transaction.atomic():
        Jawaban.objects.create(periode=p, hari=MULAI, mode="qr", lapis="terbuka", waktu=4)
    jawab(p, [4], campurkan=False)
    assert campur.pindahkan(pelaku_sistem, p.id, semua=True) == 0


def test_kiriman_yang_terselip_saat_ditutup_pindah_ke_periode_berikutnya(buka, jawab, tutupkan):
    p = buka()
    jawab(p, EMPAT * 2)
    tutupkan(p)
    jawab(p, [4], campurkan=False)
    assert campur.alihkan_terlambat() == 0
    berikut = buka(mulai=date(2027, 1, 1))
    assert campur.alihkan_terlambat() == 1 and Kiriman.objects.get(isi__isnull=False).periode_id == berikut.id


def test_periode_yang_masih_berjalan_dan_yang_sudah_ditutup_tidak_dapat_ditutup(buka, tutupkan):
    p = buka()
    with pytest.raises(MasukanSalah, match="masih berjalan"):
        tutupkan(p, date(2026, 12, 31))
    tutupkan(p)
    with pytest.raises(MasukanSalah, match="sudah ditutup"):
        tutupkan(p)


def test_yang_dinilai_tidak_dapat_menutup_periodenya_sendiri(buka, orang):
    p = buka("dik")
    with pada_saat(BULAN_DEPAN), pytest.raises(TidakBoleh):
        tutup.tutup(orang("yuliana").pelaku, periode=p.uid, kunci=uuid.uuid4())


def test_unit_di_bawah_ambang_ditahan_di_semua_tempat(buka, jawab, tutupkan, terbitkan, client):
    p = buka()
    jawab(p, EMPAT)
    p = tutupkan(p)
    terbitkan()
    assert p.hasil.isi["ikm"] == "81.25"  # dihitung dan disegel, tidak keluar
    assert all(
        t.nilai is None and t.n is None
        for k in ("skm_ikm", "skm_unsur")
        for t in indikator.semua(k, [p.unit_id])
    )
    kota = client.get("/skm/hasil/")
    assert kota.context["angka"][-1].nilai == "0"  # yang ditahan tidak dihitung sebagai unit yang terbit
    html = client.get("/skm/hasil/pkm/").content.decode() + kota.content.decode()
    assert "81,25" not in html and "3,25" not in html and "ditahan" in html


def test_layanan_kecil_ditahan_bersama_pasangannya(buka, jawab, layanan, tutupkan):
    layanan("pkm", ("A", "Layanan A", 6), ("B", "Layanan B", 6), ("C", "Layanan C", 6))
    p = buka()
    for kode, n in (("A", 20), ("B", 6), ("C", 2)):
        jawab(p, [3] * n, layanan=kode)
    p = tutupkan(p)
    assert {s.kode: s.ditahan for s in sajian.tampak(p, p.hasil.isi).layanan} == {
        "A": False,
        "B": True,
        "C": True,
    }


def test_loket_berpetugas_sedikit_tidak_menampilkan_nilai_orangnya(buka, jawab, tutupkan):
    p = buka(petugas=4)
    jawab(p, EMPAT * 5)
    p = tutupkan(p)
    tutup_ = {u.kode for u in sajian.tampak(p, p.hasil.isi).unsur if u.ditahan}
    assert tutup_ == {"kompetensi", "perilaku", "produk"}
    ada = {t.irisan: t.nilai for t in indikator.irisan("skm_unsur", p.unit_id, MULAI)}
    assert ada["perilaku"] is None and ada["kompetensi"] is None and ada["waktu"] is not None


@pytest.mark.parametrize(
    ("n", "harap"),
    [
        ({"a": 10, "b": 9}, set()),
        ({"a": 10, "b": 4, "c": 6}, {"b", "c"}),
        ({"a": 10, "b": 1, "c": 1, "d": 7}, {"b", "c", "d"}),
        ({"a": 10, "b": 3, "c": 4}, {"b", "c"}),
        ({"a": 3}, {"a"}),
        ({"a": 10, "b": 0}, set()),
    ],
)
def test_sel_yang_ditahan_tidak_dapat_dihitung_dari_selisih(n, harap):
    assert tahan(n, 5) == harap
    sisa = sum(n[k] for k in harap)
    assert not harap or sisa >= 5 or harap == {k for k, v in n.items() if v}


def test_kedua_gabungan_kota_disimpan_dan_ditampilkan(buka, jawab, tutupkan, terbitkan, client):
    a, b, c = buka("pkm"), buka("dik"), buka("bkpsdm")
    jawab(a, [(4,) * 9] * 30)
    jawab(b, [(2,) * 9] * 10)
    jawab(c, [(1,) * 9] * 2)  # ditahan, jadi tidak ikut gabungan
    for p in (a, b, c):
        tutupkan(p)
    assert terbitkan(date(2027, 1, 5)) == 0 and terbitkan() == 3
    kota = a.unit.kini.induk.kini.induk_id if a.unit.kini.dalam == 2 else a.unit.kini.induk_id
    (bersama,) = indikator.deret(gabungan.KODE, kota)
    (rata,) = indikator.deret(gabungan.KODE, kota, irisan="unit")
    assert (bersama.nilai, rata.nilai, bersama.n) == (Decimal("87.5"), Decimal("75"), 40)
    html = client.get("/skm/hasil/").content.decode()
    assert "87,50" in html and "75,00" in html and "kurang dari 5" in html


def test_jadwal_menutup_sendiri_dan_menerbitkan_tanpa_dapat_ditunda(buka, jawab):
    p = buka()
    jawab(p, EMPAT * 2)
    with pada_saat(date(2027, 1, 14)):
        pekerjaan.tutup_lewat(None)
    assert Periode.objects.get(id=p.id).status == "terbuka"
    with pada_saat(date(2027, 1, 15)):
        pekerjaan.tutup_lewat(None)
    assert Periode.objects.get(id=p.id).status == "ditutup"
    with pada_saat(date(2027, 1, 18)):
        pekerjaan.tutup_lewat(None)
    assert Periode.objects.get(id=p.id).status == "terbit"


def test_kunci_kirim_dan_hitungan_perangkat_dihapus_bersama_periodenya(
    buka, kirim, jawab, tutupkan, terbitkan, pelaku_sistem
):
    p = buka()
    for _ in range(6):
        kirim(p, hp="hp-yang-sama")
    campur.pindahkan(pelaku_sistem, p.id, semua=True)
    assert CacahPerangkat.objects.get().n == 6
    tutupkan(p)
    terbitkan()
    with pada_saat(date(2027, 1, 10)):
        pekerjaan.bersihkan(None)
        assert Kiriman.objects.count() == 6
    with pada_saat(date(2027, 1, 25)):
        pekerjaan.bersihkan(None)
    assert (Kiriman.objects.count(), CacahPerangkat.objects.count(), Jawaban.objects.count()) == (0, 0, 6)


def test_jawaban_yang_diarahkan_ditandai_tanpa_mengubah_hasil(buka, kirim, pelaku_sistem, tutupkan):
    p = buka()
    for _ in range(8):
        kirim(p, angka=4, hp="satu-hp")
    campur.pindahkan(pelaku_sistem, p.id, semua=True)
    p = tutupkan(p)
    assert {t["kode"] for t in p.hasil.isi["tanda"]} == {"tertinggi", "seragam", "perangkat"}
    assert p.hasil.isi["ikm"] == "100.00"


def test_selang_dan_alpha_dari_rumusnya():
    assert selang([1, 2, 3, 4], 25, 2, (25, 100)) == (Decimal("30.87"), Decimal("94.13"))
    assert (
        selang([4], 25, 2, (25, 100)) is None and selang([4, 4], 25, 2, (25, 100)) == (Decimal("100.00"),) * 2
    )
    assert alpha_cronbach([(1, 1), (2, 2), (3, 3)]) == Decimal("1.000")
    assert (
        alpha_cronbach([(1, 2), (2, 1), (3, 3), (4, 3)]) == Decimal("0.784")
        and alpha_cronbach([(3, 3)] * 5) is None
    )


def test_halaman_hasil_tetap_jumlah_kuerinya_walau_unit_bertambah(
    buka, jawab, tutupkan, terbitkan, client, django_assert_num_queries
):
    from django.test.utils import CaptureQueriesContext

    for unit in ("pkm", "kes"):
        p = buka(unit)
        jawab(p, EMPAT * 2)
        tutupkan(p)
    terbitkan()
    with CaptureQueriesContext(connection) as dua:
        client.get("/skm/hasil/")
    for unit in ("bkpsdm", "insp", "dik"):
        p = buka(unit)
        jawab(p, EMPAT * 2)
        tutupkan(p)
    terbitkan()
    with django_assert_num_queries(len(dua)):
        client.get("/skm/hasil/")
    assert Hasil.objects.count() == 5


def test_unsur_biaya_boleh_tidak_ditanyakan_bila_gratis_menurut_hukum(
    buka, kirim, pelaku_sistem, tutupkan, jawab
):
    from kasuari.masyarakat.survei import service
    from kasuari.masyarakat.survei.models import Survei

    buka("insp")
    service.ubah_soal(
        pelaku_sistem, survei=Survei.objects.get().uid, soal="", tanpa=["biaya"], kunci=uuid.uuid4()
    )
    p = buka()
    for _ in range(5):
        assert kirim(p, biaya=None).status_code == 201
    p = tutupkan(p)
    assert set(p.hasil.isi["unsur"]) == {
        "persyaratan", "prosedur", "waktu", "produk", "kompetensi", "perilaku", "pengaduan", "sarpras",
    }  # fmt: skip
    assert p.hasil.isi["ikm"] == "75.00"
