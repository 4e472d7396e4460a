"""Nomor: pola, sisipan, nomor kantor pencatat, dan buku yang tidak menyimpan lubang tanpa penjelasan."""

from datetime import date, timedelta

import pytest
from django.db import transaction

from kasuari.aturan.buku import Buku
from kasuari.aturan.nomor_surat import PENCATAT
from kasuari.dasar.dokumen import nomor, surat
from kasuari.dasar.dokumen.models import Surat
from kasuari.dasar.inti.galat import MasukanSalah
from kasuari.dasar.jejak.antrean import jalankan_semua
from kasuari.dasar.jejak.models import Kerja

pytestmark = pytest.mark.django_db
HARI = date(2026, 11, 23)
SERI = "surat_keterangan"


class BukuPola:
    """Buku ketentuan yang hanya punya satu pola."""

    def __init__(self, pola):
        self.pola = pola

    def tabel(self, kode):
        assert kode == "surat_pola_nomor"
        return {SERI: self.pola}


def test_pola_yang_keliru_menahan_suratnya_dengan_menyebut_polanya(keputusan):
    with pytest.raises(MasukanSalah, match=r"\{nomr\}"):
        keputusan(tanda=False, buku=BukuPola("{nomr}/{tahun}"))
    assert nomor.terakhir(SERI, 2026) == 0


def test_surat_menunggu_nomor_pencatat_lalu_ditandatangani_dengan_nomor_itu(keputusan, pelaku_sistem):
    s = keputusan(tanda=False, buku=BukuPola(PENCATAT))
    assert s.nomor_teks == "" and not Kerja.objects.filter(jenis="surat.tanda").exists()
    assert surat.tandatangani(s.id) is False
    with pytest.raises(MasukanSalah, match="nomor surat dari kantor pencatat"):
        surat.buat_pdf(s)
    with transaction.atomic():
        nomor.isi_pencatat(pelaku_sistem, s, "  100.3.3.3/412/2026 ")
        surat.serahkan(s.id)
    jalankan_semua()
    s.refresh_from_db()
    assert (s.nomor_teks, s.nomor, s.status) == ("100.3.3.3/412/2026", 1, "ditandatangani")
    with pytest.raises(MasukanSalah, match="sudah ditandatangani"):
        nomor.isi_pencatat(pelaku_sistem, s, "9/2026")


def test_nomor_pencatat_kosong_atau_kembar_ditolak(keputusan, pelaku_sistem):
    a, b = keputusan(2, tanda=False, buku=BukuPola(PENCATAT))
    nomor.isi_pencatat(pelaku_sistem, a, "412/2026")
    for teks, pesan in (("  ", "Isi nomor"), ("412/2026", "sudah dipakai")):
        with pytest.raises(MasukanSalah, match=pesan):
            nomor.isi_pencatat(pelaku_sistem, b, teks)


def test_nomor_yang_berubah_di_tengah_tanda_tangan_tidak_terbit_dengan_nomor_lama(keputusan, pelaku_sistem):
    s = keputusan(tanda=False)
    lama = Surat.objects.get(id=s.id)
    pekerja = Kerja.objects.get(jenis="surat.tanda")
    Kerja.objects.update(sewa_nomor=1, sewa_sampai=pekerja.pada + timedelta(minutes=5))
    nomor.isi_pencatat(pelaku_sistem, s, "412/2026")
    surat.serahkan(s.id)
    from kasuari.dasar.dokumen.service import simpan_isi

    assert surat.selesai(pelaku_sistem, lama, simpan_isi(b"%PDF nomor lama", "pdf"), "elektronik") is False
    # penyewa lama tidak dapat menyatakan pekerjaannya selesai: ia dikerjakan lagi dengan nomor baru
    assert not Kerja.objects.filter(jenis="surat.tanda", sewa_nomor=1).update(selesai=pekerja.pada)
    jalankan_semua()
    s.refresh_from_db()
    assert (s.status, s.nomor_teks) == ("ditandatangani", "412/2026")


def test_sisipan_menumpang_nomor_dan_nomor_lamanya_dijelaskan(keputusan, pelaku_sistem):
    keputusan(tanggal=HARI - timedelta(days=5))
    keputusan(tanggal=HARI - timedelta(days=1))
    a, b = keputusan(2, tanda=False)
    buku = Buku.susun(HARI)
    hari = HARI - timedelta(days=3)
    nomor.sisipkan(pelaku_sistem, a, 1, hari, "Keputusan lisan baru dicatat", buku)
    nomor.sisipkan(pelaku_sistem, b, 1, hari, "Keputusan lisan kedua", buku)
    a.refresh_from_db()
    b.refresh_from_db()
    assert (a.nomor_teks, b.nomor_teks) == ("800.1.11.1/1.a/BKPSDM/2026", "800.1.11.1/1.b/BKPSDM/2026")
    assert a.tanggal == hari and nomor.lubang(SERI, 2026) == []
    isi = [(x.nomor, x.keadaan, x.penjelasan, len(x.surat)) for x in nomor.buku_nomor(SERI, 2026)]
    assert isi == [
        (1, "surat", "", 3), (2, "surat", "", 1), (3, "dibatalkan", "suratnya menjadi sisipan 1.a", 0),
        (4, "dibatalkan", "suratnya menjadi sisipan 1.b", 0),
    ]  # fmt: skip
    assert surat.tandatangani(a.id) and nomor.terakhir(SERI, 2026) == 4


@pytest.mark.parametrize(
    ("sesudah", "geser", "alasan", "pesan"),
    [
        (1, 3, " ", "mengapa"),
        (9, 3, "Tercecer", "belum dipakai"),
        (1, 6, "Tercecer", "di antara 18 November 2026 dan 22 November 2026"),
        (1, 0, "Tercecer", "di antara"),
    ],
)
def test_sisipan_yang_keliru_ditolak(keputusan, pelaku_sistem, sesudah, geser, alasan, pesan):
    keputusan(tanggal=HARI - timedelta(days=5))
    keputusan(tanggal=HARI - timedelta(days=1))
    s = keputusan(tanda=False)
    with pytest.raises(MasukanSalah, match=pesan):
        nomor.sisipkan(pelaku_sistem, s, sesudah, HARI - timedelta(days=geser), alasan, Buku.susun(HARI))
    s.refresh_from_db()
    assert (s.nomor, s.sisip) == (3, "")


def test_sisipan_hanya_sebelum_tanda_tangan_dan_sekali(keputusan, pelaku_sistem):
    keputusan(tanggal=HARI)
    jadi, s = keputusan(), keputusan(tanda=False)
    buku = Buku.susun(HARI)
    with pytest.raises(MasukanSalah, match="sudah ditandatangani"):
        nomor.sisipkan(pelaku_sistem, jadi, 1, HARI, "Tercecer", buku)
    nomor.sisipkan(pelaku_sistem, s, 1, HARI, "Tercecer", buku)
    with pytest.raises(MasukanSalah, match="sudah menjadi sisipan"):
        nomor.sisipkan(pelaku_sistem, s, 1, HARI, "Tercecer", buku)


def test_lubang_yang_dibuat_di_luar_sistem_ketahuan(keputusan):
    a, _b = keputusan(2)
    Surat.objects.filter(id=a.id).delete()
    assert nomor.lubang(SERI, 2026) == [1]
    assert [b.keadaan for b in nomor.buku_nomor(SERI, 2026)] == ["lubang", "surat"]


@pytest.mark.parametrize("banyak", [0, -3])
def test_menyisihkan_kurang_dari_satu_ditolak(pelaku_sistem, banyak):
    with pytest.raises(MasukanSalah, match="paling sedikit satu"), transaction.atomic():
        nomor.cadangkan(pelaku_sistem, SERI, None, banyak)
    assert nomor.terakhir(SERI, 2026) == 0
