"""Alur: siapa ditunggu, siapa boleh bertindak, empat mata, dan efek yang ikut batal bila gagal."""

import uuid
from datetime import date, timedelta

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from django.utils.translation import gettext, override

from kasuari.dasar.akun import service as akun
from kasuari.dasar.akun.models import Hibah
from kasuari.dasar.akun.pelaku import susun_pelaku
from kasuari.dasar.alur import selectors, service, siapa
from kasuari.dasar.alur.gambar import gambar
from kasuari.dasar.alur.models import Kasus, LangkahKasus, Pisah, Tunggu
from kasuari.dasar.alur.pekerjaan import lewat_batas
from kasuari.dasar.alur.proses import Langkah, Proses, ProsesRusak, Tahap
from kasuari.dasar.alur.siapa import Pemohon
from kasuari.dasar.inti.galat import BedaVersi, MasukanSalah, TidakAda, TidakBoleh
from kasuari.dasar.inti.waktu import pada_saat
from kasuari.dasar.jejak.models import Jejak
from kasuari.dasar.kabar.models import Pesan

from .conftest import CONTOH, EFEK

pytestmark = pytest.mark.django_db
HARI = date(2026, 11, 23)


def menunggu(orang, nama):
    return [t.kasus_id for t in selectors.menunggu(orang(nama).pelaku)]


def test_permohonan_berjalan_dari_draf_sampai_disetujui(permohonan, jalan, orang):
    k = permohonan()
    assert menunggu(orang, "maria") == [k.id]
    jalan(k, "maria", "ajukan")
    assert (menunggu(orang, "maria"), menunggu(orang, "frans"), menunggu(orang, "siti")) == ([], [k.id], [])
    jalan(k, "frans", "lengkap")
    assert (menunggu(orang, "frans"), menunggu(orang, "siti")) == ([], [k.id])
    jalan(k, "siti", "setujui")
    assert (k.keadaan, k.versi, EFEK) == ("disetujui", 3, [str(k.id)])
    assert k.selesai is not None and not Tunggu.objects.filter(kasus=k, selesai=None).exists()
    assert [(x.urut, x.aksi, x.sebagai) for x in selectors.riwayat(k)] == [
        (1, "ajukan", ""), (2, "lengkap", "peran"), (3, "setujui", "definitif"),
    ]  # fmt: skip


def test_dikembalikan_dengan_alasan_lalu_diajukan_lagi_oleh_orang_yang_sama(permohonan, jalan, orang):
    k = jalan(permohonan(), "maria", "ajukan")
    with pytest.raises(MasukanSalah, match="alasannya"):
        jalan(k, "frans", "kembalikan")
    jalan(k, "frans", "kembalikan", "Ijazah belum terbaca")
    pesan = Pesan.objects.filter(orang=orang("maria").orang.uid, templat="alur.berubah").latest("dibuat")
    assert "Ijazah" not in str(pesan.data) and menunggu(orang, "maria") == [k.id]
    jalan(jalan(k, "maria", "ajukan"), "frans", "lengkap")
    assert k.keadaan == "diputus"


def test_atasan_pemohon_yang_memimpin_unitnya_adalah_pimpinan_di_atasnya(permohonan, jalan, orang):
    k = jalan(jalan(permohonan("siti"), "siti", "ajukan"), "frans", "lengkap")
    assert menunggu(orang, "siti") == [] and menunggu(orang, "yuliana") == [k.id]


def test_tanpa_pos_pimpinan_di_atasnya_ada_kalimat_dan_tidak_ada_yang_berubah(permohonan, jalan, orang):
    k = jalan(permohonan("otniel"), "otniel", "ajukan")
    with pytest.raises(MasukanSalah, match="Belum ada pos pimpinan"):
        jalan(k, "frans", "lengkap")
    k.refresh_from_db()
    assert (k.keadaan, k.versi, LangkahKasus.objects.filter(kasus=k).count()) == ("diperiksa", 1, 1)


def test_plh_bertindak_sebagai_dirinya_atas_nama_pejabat(permohonan, jalan, orang, tugaskan):
    tugaskan("yosep", "sd1-Kepala SD Negeri 1", "plh")
    k = jalan(jalan(permohonan(), "maria", "ajukan"), "frans", "lengkap")
    assert menunggu(orang, "yosep") == menunggu(orang, "siti") == [k.id]
    assert selectors.keterangan(k).nama == ["Yosep Tanagiri (Plh)", "Siti Rahmawati"]
    jalan(k, "yosep", "setujui")
    terakhir = selectors.riwayat(k).last()
    assert (terakhir.sebagai, terakhir.pelaku.nama, terakhir.atas_nama.nama) == (
        "plh",
        "Yosep Tanagiri",
        "Siti Rahmawati",
    )


def test_plh_yang_masanya_lewat_tidak_lagi_ditunggu(permohonan, jalan, orang, tugaskan):
    tugaskan("yosep", "sd1-Kepala SD Negeri 1", "plh", date(2026, 11, 1), HARI)
    k = jalan(jalan(permohonan(), "maria", "ajukan"), "frans", "lengkap")
    assert menunggu(orang, "yosep") == []
    with pytest.raises(TidakAda):
        jalan(k, "yosep", "setujui")


def test_pejabat_berganti_yang_ditunggu_ikut_berganti_tanpa_mengubah_kasus(
    permohonan, jalan, orang, tugaskan
):
    k = jalan(jalan(permohonan(), "maria", "ajukan"), "frans", "lengkap")
    tugaskan("amos", "sd1-Kepala SD Negeri 1", "plt")
    assert menunggu(orang, "amos") == [k.id]


@pytest.mark.parametrize(("boleh", "hasil"), [(True, "disetujui"), (False, None)])
def test_wakil_memutus_hanya_bila_izinnya_dilimpahkan(permohonan, jalan, orang, monkeypatch, boleh, hasil):
    from kasuari.dasar.akun.izin import Aturan, Lingkup
    from kasuari.dasar.akun.izin.daftar import ATURAN

    monkeypatch.setitem(
        ATURAN, "uji.putus", [Aturan("uji.putus", "atasan", Lingkup.SUBPOHON, delegasi=boleh)]
    )
    siti, yosep = orang("siti"), orang("yosep")
    asal = Hibah.objects.get(akun=siti.akun, peran="atasan")
    akun.limpahkan(siti.pelaku, hibah_id=asal.id, kepada=yosep.akun.uid, mulai=HARI, sampai=HARI + timedelta(5), sumber="plh", kunci=uuid.uuid4())  # fmt: skip
    k = jalan(jalan(permohonan(), "maria", "ajukan"), "frans", "lengkap")
    wakil = susun_pelaku(yosep.akun)
    if hasil is None:
        with pytest.raises((TidakBoleh, TidakAda)):
            service.jalankan(wakil, kasus=k.id, aksi="setujui", versi=k.versi, kunci=uuid.uuid4())
        return
    service.jalankan(wakil, kasus=k.id, aksi="setujui", versi=k.versi, kunci=uuid.uuid4())
    assert selectors.riwayat(k).last().atas_nama.nama == "Siti Rahmawati"


def test_pemohon_yang_juga_petugas_tidak_dapat_memeriksa_permohonannya_sendiri(permohonan, jalan, orang):
    k = jalan(permohonan("frans"), "frans", "ajukan")
    with pytest.raises(TidakBoleh, match="orang lain"):
        jalan(k, "frans", "lengkap")
    k.refresh_from_db()
    assert (k.keadaan, k.versi, Pisah.objects.filter(kasus=k).count()) == ("diperiksa", 1, 1)


@pytest.mark.dua_db
def test_basis_data_menolak_orang_yang_sama_dalam_dua_mata(permohonan, jalan, orang):
    k = jalan(permohonan(), "maria", "ajukan")
    langkah = LangkahKasus.objects.get(kasus=k)
    with pytest.raises(IntegrityError), transaction.atomic():
        Pisah.objects.create(kasus=k, kelompok="orang", orang=orang("maria").orang, langkah=langkah)


@pytest.mark.dua_db
def test_langkah_yang_terjadi_tidak_dapat_diubah_atau_dihapus(permohonan, jalan):
    k = jalan(permohonan(), "maria", "ajukan")
    for ubah in (lambda q: q.update(alasan_sandi=b"lain"), lambda q: q.delete()):
        with pytest.raises(DatabaseError), transaction.atomic():
            ubah(LangkahKasus.objects.filter(kasus=k))


@pytest.mark.dua_db
def test_satu_tunggu_terbuka_tiap_tahap_dan_tepat_satu_yang_ditunggu(permohonan, orang):
    k = permohonan()
    t = Tunggu.objects.get(kasus=k)
    siapa = {"mulai": t.mulai, "kasus": k}
    for salah in ({"tahap": "draf", "orang": orang("maria").orang}, {"tahap": "x"}, {"tahap": "x", "orang": orang("maria").orang, "peran": "bkpsdm"}):  # fmt: skip
        with pytest.raises(IntegrityError), transaction.atomic():
            Tunggu.objects.create(**siapa, **salah)


def test_yang_kalah_cepat_mendapat_beda_versi_dan_tidak_menulis(permohonan, jalan, orang):
    k = jalan(jalan(permohonan(), "maria", "ajukan"), "frans", "lengkap")
    basi = k.versi
    jalan(k, "siti", "setujui")
    with pytest.raises(BedaVersi):
        jalan(k, "siti", "tolak", "terlambat", versi=basi)
    assert [str(k.id)] == EFEK and LangkahKasus.objects.filter(kasus=k).count() == 3


def test_tombol_ditekan_dua_kali_satu_langkah(permohonan, jalan, orang):
    k, kunci = permohonan(), uuid.uuid4()
    for _ in range(2):
        service.jalankan(orang("maria").pelaku, kasus=k.id, aksi="ajukan", versi=0, kunci=kunci)
    assert LangkahKasus.objects.filter(kasus=k).count() == 1


def test_efek_yang_gagal_membatalkan_seluruh_langkah(permohonan, jalan):
    k = jalan(jalan(permohonan(), "maria", "ajukan"), "frans", "lengkap")
    jejak = Jejak.objects.count()
    with pytest.raises(RuntimeError):
        jalan(k, "siti", "ledak")
    k.refresh_from_db()
    assert (k.keadaan, k.versi, Jejak.objects.count()) == ("diputus", 2, jejak)


@pytest.mark.parametrize(
    ("nama", "galat"),
    [("ester", TidakAda), ("yosep", TidakAda), ("frans", TidakBoleh), ("maria", TidakBoleh)],
)
def test_yang_tidak_terlibat_tidak_melihat_yang_terlibat_tidak_boleh(permohonan, jalan, nama, galat):
    k = jalan(jalan(permohonan(), "maria", "ajukan"), "frans", "lengkap")
    with pytest.raises(galat):
        jalan(k, nama, "setujui")


def test_pemohon_menarik_permohonannya_di_tengah_jalan(permohonan, jalan, orang):
    k = jalan(jalan(permohonan(), "maria", "ajukan"), "frans", "lengkap")
    assert [x.aksi for x in selectors.aksi_tersedia(orang("maria").pelaku, k)] == ["tarik"]
    jalan(k, "maria", "tarik")
    assert k.keadaan == "batal" and menunggu(orang, "siti") == []


def test_yang_menunggu_terurut_tenggat_dan_keterangannya_menyebut_siapa_dan_kapan(permohonan, jalan, orang):
    k = jalan(jalan(permohonan(), "maria", "ajukan"), "frans", "lengkap")
    ket = selectors.keterangan(k)
    assert (ket.siapa, ket.tenggat, ket.lewat) == ("Kepala SD Negeri 1", date(2026, 11, 26), False)
    assert ket.penjelasan["dasar"].startswith("PermenPANRB 62/2018")
    with pada_saat(date(2026, 11, 27)):
        assert selectors.keterangan(k).lewat


def test_libur_tahun_depan_yang_belum_ditetapkan_tidak_menahan_pekerjaan(permohonan, jalan):
    with pada_saat(date(2029, 12, 31)):
        k = jalan(jalan(permohonan(), "maria", "ajukan"), "frans", "lengkap")
        ket = selectors.keterangan(k)
    assert k.keadaan == "diputus" and ket.tenggat is None
    assert "libur" in ket.penjelasan["dasar"]


def test_lewat_batas_mengingatkan_lalu_naik_ke_atasan_dan_tidak_diulang(permohonan, jalan, orang):
    k = jalan(jalan(permohonan(), "maria", "ajukan"), "frans", "lengkap")

    def lewat(nama):
        return Pesan.objects.filter(orang=orang(nama).orang.uid, templat="alur.lewat").count()

    for hari, siti, yuliana in ((26, 0, 0), (27, 1, 0), (28, 1, 0), (30, 2, 1), (30, 2, 1)):
        with pada_saat(date(2026, 11, hari)):
            lewat_batas(None)
        assert (lewat("siti"), lewat("yuliana")) == (siti, yuliana), hari
    assert Jejak.objects.filter(jenis="alur.lewat", objek=k.id).count() == 2


def test_pos_tanpa_pemegang_disebut_supaya_ada_yang_menunjuk_plt(permohonan, jalan, orang, pelaku_sistem):
    from kasuari.dasar.organisasi.models import Penugasan
    from kasuari.dasar.organisasi.service import akhiri_penugasan

    k = jalan(jalan(permohonan(), "maria", "ajukan"), "frans", "lengkap")
    assert selectors.tanpa_pemegang() == []
    akhiri_penugasan(pelaku_sistem, Penugasan.objects.get(subjek=orang("siti").orang, ditutup=None), HARI)
    assert [t.kasus_id for t in selectors.tanpa_pemegang()] == [k.id]


def test_daftar_yang_menunggu_kuerinya_tidak_tumbuh(permohonan, jalan, orang, django_assert_num_queries):
    pelaku = orang("frans").pelaku
    jalan(permohonan(), "maria", "ajukan")
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as sedikit:
        list(selectors.menunggu(pelaku))
    for _ in range(5):
        jalan(permohonan("yosep"), "yosep", "ajukan")
    with django_assert_num_queries(len(sedikit)):
        assert len(list(selectors.menunggu(pelaku))) == 6


def tahap(kode, **lain):
    return Tahap(kode, kode, "diperiksa", **lain)


@pytest.mark.parametrize(
    ("isi", "langkah", "kata"),
    [
        ([tahap("a", menunggu=Pemohon()), tahap("a")], [], "ganda"),
        ([tahap("a", menunggu=Pemohon()), tahap("b")], [("a", "x", "c")], "asing"),
        ([tahap("a", menunggu=Pemohon()), tahap("b"), tahap("c")], [("a", "x", "b")], "tidak tercapai"),
        ([tahap("a"), tahap("b")], [("a", "x", "b")], "menunggu tanpa langkah"),
        ([tahap("a", menunggu=Pemohon()), tahap("b")], [("a", "x", "b"), ("a", "x", "a")], "aksi ganda"),
    ],
)
def test_proses_yang_tidak_utuh_ditolak_saat_dinyatakan(isi, langkah, kata):
    with pytest.raises(ProsesRusak, match=kata):
        Proses("rusak", 1, "Rusak", "a", isi, [Langkah(*x, "x") for x in langkah])


def test_gambar_lahir_dari_tabelnya():
    teks = gambar(CONTOH)
    assert "[*] --> draf" in teks and "diputus --> disetujui: Setujui ⚭ orang" in teks
    assert 'state "Menunggu atasan · atasan" as diputus' in teks and "batal --> [*]" in teks


def test_kasus_memegang_versi_prosesnya(permohonan):
    assert Kasus.objects.get(id=permohonan().id).versi_proses == 1


def test_kabar_dibaca_dalam_bahasa_penerima_bukan_pengirimnya(permohonan, jalan, orang):
    from django.utils import translation

    from kasuari.dasar.kabar.templat import susun

    with translation.override("en"):
        jalan(permohonan(), "maria", "ajukan")
    pesan = Pesan.objects.filter(templat__startswith="alur.").first()
    with translation.override("id"):
        indonesia = str(CONTOH.judul)
    assert susun(pesan.templat, pesan.data)[0].startswith(indonesia)
    assert pesan.data["judul"] == indonesia and "judul_en" in pesan.data


def test_meja_dan_penolakan_disebut_dalam_bahasa_halaman(orang):
    with override("en"):
        assert siapa._nama_meja("bkpsdm") == "HR agency officer"
        assert gettext("Bukan Anda yang ditunggu di tahap ini.") == "This stage does not wait for you."
    assert siapa._nama_meja("bkpsdm") == "Petugas BKPSDM"
