"""Laporan diminta bayar: tanpa jejak pelapor, buta bagi unit yang dilaporkan, dan dijawab lewat kode saja."""

import uuid
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.kota_kecil import HARI

from kasuari.dasar.akun.models import Percobaan
from kasuari.dasar.inti.galat import BedaVersi, MasukanSalah, TidakAda
from kasuari.dasar.jejak.models import Jejak, KunciAksi
from kasuari.dasar.organisasi.models import Unit
from kasuari.masyarakat.layanan import katalog
from kasuari.masyarakat.pungutan import service
from kasuari.masyarakat.pungutan.models import Laporan
from kasuari.masyarakat.survei import laju

pytestmark = pytest.mark.django_db
LAPOR, TENGOK, KERJA = "/layanan/diminta-bayar/kes-01/", "/layanan/diminta-bayar/", "/kerja/pungutan/"


@pytest.fixture(autouse=True)
def kota(pelaku_sistem, db):
    laju._hitung.clear()
    katalog.muat(pelaku_sistem, kunci=uuid.uuid4())


def isian(**ubah):
    return {
        "unit": str(Unit.objects.get(kode="pkm").uid), "kejadian_hari": "20", "kejadian_bulan": "11", "kejadian_tahun": "2026",
        "cerita": "Diminta uang administrasi.", "rupiah": "50000", "kontak": "081200000101", "kunci": str(uuid.uuid4()), **ubah,
    }  # fmt: skip


@pytest.fixture
def lapor():
    def satu(cerita="Diminta uang.", kejadian=HARI, kunci=None, unit="pkm", **lain):
        isi = service.IsiLaporan(Unit.objects.get(kode=unit).uid, kejadian, cerita, **lain)
        return service.lapor("KES-01", isi, kunci or uuid.uuid4())

    return satu


@pytest.fixture
def langkah(orang):
    def satu(keadaan, catatan="Dicatat.", versi=0, nama="otniel", **lain):
        r = Laporan.objects.get()
        return service.langkah(
            orang(nama).pelaku, uid=r.id, keadaan=keadaan, catatan=catatan, versi=versi, kunci=uuid.uuid4(), **lain
        )  # fmt: skip

    return satu


def test_pegawai_yang_sedang_masuk_pun_tidak_tercatat_sebagai_pelapor(layar):
    maria, sebelum = layar("maria"), Jejak.objects.count()
    jawab = maria.post(LAPOR, isian())
    assert jawab.status_code == 200 and "Kode laporan Anda" in jawab.content.decode()
    r = Laporan.objects.get()
    assert (Jejak.objects.count(), KunciAksi.objects.filter(jenis__startswith="pungutan").count()) == (
        sebelum,
        0,
    )
    assert Percobaan.objects.count() == 0 and (r.diterima, r.id.version) == (HARI, 4)
    with connection.cursor() as k:
        k.execute("SELECT * FROM pungutan_laporan")
        baris = b" ".join(
            bytes(x) if isinstance(x, memoryview | bytes) else str(x).encode() for x in k.fetchone()
        )
    assert b"administrasi" not in baris and b"081200000101" not in baris


def test_kiriman_yang_sama_terhitung_sekali_dengan_kode_yang_sama(lapor):
    kunci = uuid.uuid4()
    assert lapor(kunci=kunci) == lapor(kunci=kunci) != lapor() and Laporan.objects.count() == 2


def test_kode_diketik_sembarangan_membuka_jawaban_dan_bukan_ceritanya(lapor, langkah, client):
    kode = lapor("Rahasia saya.")
    langkah("ditelaah", "Untuk kami saja.")
    langkah("selesai", "Uangnya dikembalikan.", versi=1, untuk_pelapor=True)
    isi = client.post(TENGOK, {"kode": f" {kode.lower().replace('-', ' ')} "}).content.decode()
    assert "Uangnya dikembalikan." in isi and "Selesai" in isi
    assert "Untuk kami saja." not in isi and "Rahasia saya." not in isi
    assert client.post(TENGOK, {"kode": "7K4MP-2WXYZ"}).status_code == 422


def test_unit_yang_dilaporkan_pimpinannya_dan_admin_mendapat_404(lapor, layar, orang):
    lapor()
    r = Laporan.objects.get()
    for nama in ("dominggus", "ester", "lukas", "frans"):
        assert [layar(nama).get(a).status_code for a in (KERJA, f"{KERJA}{r.id}/")] == [404, 404]
        with pytest.raises(TidakAda):
            service.langkah(
                orang(nama).pelaku, uid=r.id, keadaan="selesai", catatan="x", versi=0, kunci=uuid.uuid4()
            )  # fmt: skip


def test_inspektorat_membaca_lalu_menelaah_dan_jejaknya_tanpa_isi(lapor, layar):
    lapor("Diminta seratus ribu.", rupiah=100_000, kontak="warung sebelah")
    r, otniel = Laporan.objects.get(), layar("otniel")
    assert "belum ditelaah" in otniel.get("/kerja/").content.decode()
    assert "Puskesmas Remu" in otniel.get(KERJA).content.decode()
    isi = otniel.get(f"{KERJA}{r.id}/").content.decode()
    assert "Diminta seratus ribu." in isi and "warung sebelah" in isi
    kirim = {"keadaan": "selesai", "catatan": "Tidak terbukti.", "versi": "0", "kunci": str(uuid.uuid4())}
    assert otniel.post(f"{KERJA}{r.id}/", kirim).status_code == 302
    jejak = Jejak.objects.filter(jenis__startswith="pungutan.").order_by("id")
    assert [j.jenis for j in jejak] == ["pungutan.dibaca", "pungutan.dibaca", "pungutan.ditelaah"]
    r.refresh_from_db()
    assert (r.keadaan, r.catatan.get().oleh.nama) == ("selesai", "Otniel Labobarin")


def test_yang_sudah_selesai_dan_versi_lama_tidak_diubah_lagi(lapor, langkah):
    lapor()
    langkah("ditelaah")
    with pytest.raises(BedaVersi):
        langkah("selesai", versi=0)
    langkah("selesai", versi=1)
    with pytest.raises(BedaVersi):
        langkah("ditelaah", versi=2)


@pytest.mark.parametrize(
    ("isi", "kolom"),
    [
        ({"kejadian": date(2027, 1, 1)}, "kejadian"), ({"rupiah": -1}, "rupiah"), ({"rupiah": 10**13}, "rupiah"),
        ({"cerita": "  "}, "cerita"), ({"cerita": "x" * 2001}, "cerita"), ({"unit": "dik"}, "unit"),
    ],
)  # fmt: skip
def test_isian_yang_mustahil_ditolak_dengan_menyebut_kolomnya(lapor, isi, kolom):
    with pytest.raises(MasukanSalah) as galat:
        lapor(**isi)
    assert galat.value.kolom == kolom and Laporan.objects.count() == 0


def test_lima_semenit_dari_satu_alamat_lalu_ditahan():
    c = Client()
    assert [c.post(LAPOR, isian()).status_code for _ in range(6)] == [200] * 5 + [422]
    assert Laporan.objects.count() == 5


def test_kueri_antrean_tidak_tumbuh_dengan_banyaknya_laporan(lapor, layar):
    otniel = layar("otniel")

    def hitung():
        with CaptureQueriesContext(connection) as q:
            otniel.get(KERJA)
        return len(q)

    lapor()
    awal = hitung()
    for _ in range(6):
        lapor()
    assert hitung() == awal


def test_layanan_gratis_menawarkan_lapor_dan_layanan_tak_dikenal_404(client):
    assert "/layanan/diminta-bayar/kel-01/" in client.get("/layanan/kel-01/").content.decode()
    assert client.get("/layanan/diminta-bayar/xx-99/").status_code == 404
