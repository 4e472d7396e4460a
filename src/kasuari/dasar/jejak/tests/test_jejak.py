"""Jejak tidak dapat diubah, dan pengirim kembar hanya berbuat sekali."""

import json
import uuid
from types import SimpleNamespace

import pytest
from django.db import DatabaseError, connection, transaction

from kasuari.dasar.inti.galat import KunciDipakai
from kasuari.dasar.jejak import antrean, periksa, pohon, segel
from kasuari.dasar.jejak.jenis import DAFTAR, daftarkan
from kasuari.dasar.jejak.models import Jejak, JejakAntre, JejakIsi, Kerja, SegelAkar
from kasuari.dasar.jejak.pintu import Hasil, pintu
from kasuari.dasar.jejak.service import catat, lupakan

UJI = "uji.tulis" if "uji.tulis" in DAFTAR else daftarkan("uji.tulis", "menulis", "wrote")
pytestmark = pytest.mark.django_db


def tulis(pelaku, n=1, **lain):
    with transaction.atomic():
        return [catat(UJI, pelaku, ("uji", uuid.uuid4()), sesudah={"n": i}, **lain) for i in range(n)]


def laporan():
    return periksa.periksa(json.loads(json.dumps(b)) for b in periksa.baris_ekspor())


def test_catat_di_luar_transaksi_ditolak(pelaku_sistem, monkeypatch):
    monkeypatch.setattr("kasuari.dasar.jejak.service.connection", SimpleNamespace(in_atomic_block=False))
    with pytest.raises(RuntimeError, match="transaksi"):
        catat(UJI, pelaku_sistem, ("uji", None))


@pytest.fixture(autouse=True)
def dasar(db):
    """Berapa daun sudah tersegel sebelum uji ini (kota kecil)."""
    return segel.segel_semua().ukuran


def test_segel_lalu_periksa_utuh(pelaku_sistem, dasar):
    tulis(pelaku_sistem, 300)
    akar = segel.segel()
    tulis(pelaku_sistem, 7)
    akar2 = segel.segel()
    assert (akar.ukuran - dasar, akar2.ukuran - dasar, JejakAntre.objects.count()) == (300, 307, 0)
    hasil = laporan()
    assert hasil.temuan == []
    assert hasil.akar == bytes(akar2.akar).hex()


def test_bukti_masuk_dan_lanjut_sah_untuk_tiap_peristiwa(pelaku_sistem):
    tulis(pelaku_sistem, 259)
    a = segel.segel()
    tulis(pelaku_sistem, 4)
    b = segel.segel()
    for urut in (0, 1, 255, 256, a.ukuran - 1, b.ukuran - 1):
        uid = Jejak.objects.get(daun__urut=urut).uid
        bukti = segel.bukti(uid)
        jalur = [bytes.fromhex(s) for s in bukti.jalur]
        assert pohon.periksa_masuk(bytes.fromhex(bukti.daun), urut, b.ukuran, jalur, bytes(b.akar))
        assert not pohon.periksa_masuk(bytes(32), urut, b.ukuran, jalur, bytes(b.akar))
    lanjut = [bytes.fromhex(s) for s in segel.bukti_lanjut(a.ukuran, b.ukuran)]
    assert pohon.periksa_lanjut(a.ukuran, b.ukuran, lanjut, bytes(a.akar), bytes(b.akar))
    assert not pohon.periksa_lanjut(a.ukuran, b.ukuran, lanjut, bytes(32), bytes(b.akar))


RUSAK = [
    "UPDATE jejak_jejak SET jenis='lain' WHERE id={id}",
    "DELETE FROM jejak_jejak WHERE id={id}",
    "UPDATE jejak_jejakisi SET isi=garam WHERE jejak_id={id}",
    "UPDATE jejak_segelakar SET akar=tanda_tangan",
    "DELETE FROM jejak_segeldaun",
    "DELETE FROM jejak_jejaksubjek",
]
RUSAK_SQLITE = [
    "REPLACE INTO jejak_jejak SELECT id,uid,waktu,'lain',pelaku_orang,pelaku_akun,atas_nama,objek_jenis,objek,permintaan,sidik FROM jejak_jejak WHERE id={id}",
    "INSERT INTO jejak_segelakar SELECT * FROM jejak_segelakar WHERE true ON CONFLICT(ukuran) DO UPDATE SET akar=excluded.tanda_tangan",
    "INSERT OR REPLACE INTO jejak_jejakisi SELECT * FROM jejak_jejakisi WHERE jejak_id={id}",
]
RUSAK_PG = [
    "TRUNCATE jejak_jejak CASCADE",
    "TRUNCATE jejak_segelakar",
    "INSERT INTO jejak_segelakar SELECT * FROM jejak_segelakar ON CONFLICT (ukuran) DO UPDATE SET akar=excluded.tanda_tangan",
]


@pytest.mark.dua_db
def test_basis_data_menolak_perusakan(pelaku_sistem):
    id_ = tulis(pelaku_sistem, 3, subjek=[uuid.uuid4()])[0]
    segel.segel()
    for sql in RUSAK + (RUSAK_PG if connection.vendor == "postgresql" else RUSAK_SQLITE):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as kursor:
            kursor.execute(sql.format(id=id_))
    assert laporan().temuan == []


def _lepas_kunci(tabel):
    with connection.cursor() as kursor:
        if connection.vendor == "postgresql":
            kursor.execute(f"ALTER TABLE {tabel} DISABLE TRIGGER USER")
        else:
            for (nama,) in kursor.execute(
                "SELECT name FROM sqlite_master WHERE type='trigger' AND tbl_name=%s", [tabel]
            ).fetchall():
                kursor.execute(f"DROP TRIGGER {nama}")


@pytest.mark.dua_db
def test_pemeriksa_menyebut_peristiwa_yang_diubah_orang_dalam(pelaku_sistem):
    id_ = tulis(pelaku_sistem, 5)[2]
    segel.segel()
    _lepas_kunci("jejak_jejak")
    Jejak.objects.filter(id=id_).update(objek_jenis="palsu")
    uid = str(Jejak.objects.get(id=id_).uid)
    assert [(t.peristiwa, "diubah" in t.pesan) for t in laporan().temuan] == [(uid, True)]


def test_isi_yang_dihapus_diam_diam_ketahuan(pelaku_sistem):
    id_ = tulis(pelaku_sistem, 3)[1]
    segel.segel()
    JejakIsi.objects.filter(jejak_id=id_).delete()
    assert ["tanpa peristiwa penghapusan" in t.pesan for t in laporan().temuan] == [True]


def test_lupakan_menghapus_isi_dan_bukti_tetap_sah(pelaku_sistem):
    id_ = tulis(pelaku_sistem, 3)[1]
    segel.segel()
    with transaction.atomic():
        lupakan(pelaku_sistem, [id_], "UU 27/2022 Pasal 8")
    segel.segel()
    assert not JejakIsi.objects.filter(jejak_id=id_).exists()
    assert laporan().temuan == []


def test_kunci_sama_isian_sama_sekali_dikerjakan(pelaku_sistem):
    hitung = []

    def tambah(pelaku, *, n: int, kunci: uuid.UUID) -> Hasil:
        hitung.append(n)
        return Hasil(data={"n": n})

    tambah = pintu(f"uji.tambah.{uuid.uuid4()}")(tambah)
    kunci = uuid.uuid4()
    pertama, kedua = tambah(pelaku_sistem, n=1, kunci=kunci), tambah(pelaku_sistem, n=1, kunci=kunci)
    assert (pertama.data, kedua.data, kedua.ulang, hitung) == ({"n": 1}, {"n": 1}, True, [1])
    with pytest.raises(KunciDipakai):
        tambah(pelaku_sistem, n=2, kunci=kunci)
    assert hitung == [1]


def test_pekerjaan_gagal_dicoba_lagi_lalu_masuk_daftar_gagal(pelaku_sistem):
    antrean.pekerjaan("uji.rusak")(lambda kerja: 1 / 0)
    antrean.antre("uji.rusak", "x", uuid.uuid4())
    for _ in range(6):
        Kerja.objects.filter(jenis="uji.rusak").update(mulai_lagi="2020-01-01T00:00Z")
        antrean.jalankan_satu()
    kerja = Kerja.objects.get(jenis="uji.rusak")
    assert (kerja.gagal, kerja.coba, kerja.galat) == (True, 6, "ZeroDivisionError: division by zero")
    antrean.PEKERJA.pop("uji.rusak")


def test_reaksi_masuk_antrean_dalam_transaksi_yang_sama(pelaku_sistem):
    antrean.dengar(UJI, "uji.reaksi", lambda kerja: None)
    try:
        with pytest.raises(ZeroDivisionError), transaction.atomic():
            catat(UJI, pelaku_sistem, ("uji", None))
            assert Kerja.objects.filter(jenis="uji.reaksi").count() == 1
            raise ZeroDivisionError
        assert Kerja.objects.filter(jenis="uji.reaksi").count() == 0
    finally:
        antrean.PENDENGAR.pop(UJI)
        antrean.PEKERJA.pop("uji.reaksi")


def test_akar_tanpa_peristiwa_baru_tidak_bertambah(pelaku_sistem):
    tulis(pelaku_sistem)
    segel.segel()
    banyak = SegelAkar.objects.count()
    segel.segel()
    assert SegelAkar.objects.count() == banyak


@pytest.mark.parametrize("potong", [slice(0, 0), slice(1, None), slice(0, -1), slice(0, -3), slice(0, 3)])
def test_ekspor_yang_dipotong_tidak_pernah_disebut_utuh(pelaku_sistem, potong):
    tulis(pelaku_sistem, 5)
    segel.segel()
    baris = list(periksa.baris_ekspor())
    assert periksa.periksa(baris).temuan == []
    assert periksa.periksa(baris[potong]).temuan != []


def test_ekspor_yang_dipotong_beserta_kepalanya_ketahuan_dari_akar_yang_disimpan(pelaku_sistem):
    tulis(pelaku_sistem, 2)
    lama = segel.segel()
    dulu = list(periksa.baris_ekspor())  # ekspor yang sah, tetapi tua
    tulis(pelaku_sistem, 2)
    baru = segel.segel()
    assert periksa.periksa(dulu, None, (lama.ukuran, bytes(lama.akar).hex())).temuan == []
    temuan = periksa.periksa(dulu, None, (baru.ukuran, bytes(baru.akar).hex())).temuan
    assert [t.pesan for t in temuan] == ["Akar yang Anda simpan tidak ada di berkas ini."]
