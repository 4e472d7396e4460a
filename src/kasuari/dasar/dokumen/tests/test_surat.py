"""Surat: nomor tanpa lubang, satu tanda tangan, perubahan satu byte ketahuan, pencabutan tampak."""

import http.server
import io
import threading
import uuid
from datetime import date

import pytest
from django.db import IntegrityError, transaction
from pypdf import PdfReader

from kasuari.aturan.buku import Buku
from kasuari.dasar.dokumen import kode_sah, nomor, surat, tanda
from kasuari.dasar.dokumen.bsre import LayananBsre, TandaGagal
from kasuari.dasar.dokumen.models import Berkas, NomorSeri, Surat
from kasuari.dasar.dokumen.service import sapu_yatim, simpan_isi
from kasuari.dasar.inti.galat import MasukanSalah
from kasuari.dasar.inti.waktu import pada_saat
from kasuari.dasar.jejak.antrean import jalankan_semua
from kasuari.dasar.jejak.models import Jejak, Kerja

pytestmark = pytest.mark.django_db
HARI = date(2026, 11, 23)
BUKU = Buku.susun(HARI)
CONTOH = surat.Templat("uji.surat", 1, "Surat contoh", "dasar/dokumen/tests/contoh_surat.typ")
RUTH = {"nama": "Ruth Kalamiro", "nip": "197412241999032007", "jabatan": "Kepala BKPSDM"}


@pytest.fixture(autouse=True)
def templat_contoh(monkeypatch):
    monkeypatch.setitem(surat.DAFTAR, ("uji.surat", 1), CONTOH)


def isi(untuk="Maria Kandimor"):
    profil = {"nama": "Kota Contoh", "alamat": "Jalan Contoh 1"}
    return {
        "untuk": untuk,
        "profil": profil,
        "unit": "BKPSDM",
        "tanggal_teks": "23 November 2026",
        "tembusan": ["Kepala Kanreg XIV BKN"],
    }


@pytest.fixture
def terbit(pelaku_sistem):
    def satu(banyak=1, **lain):
        with transaction.atomic():
            baris = [surat.BarisSurat(isi(), RUTH, **lain) for _ in range(banyak)]
            return surat.siapkan(pelaku_sistem, CONTOH, "surat_keterangan", baris, BUKU)

    return satu


def test_nomor_berurutan_dan_transaksi_yang_batal_tidak_meninggalkan_lubang(terbit):
    assert [s.nomor for s in terbit(3)] == [1, 2, 3]
    with pytest.raises(RuntimeError), transaction.atomic():
        terbit(5)
        raise RuntimeError
    (lanjut,) = terbit()
    assert lanjut.nomor == 4 and lanjut.nomor_teks == "800.1.11.1/4/BKPSDM/2026"
    assert nomor.lubang("surat_keterangan", 2026) == []


def test_nomor_mulai_lagi_pada_tahun_baru(terbit):
    terbit(2)
    with pada_saat(date(2027, 1, 1)):
        assert terbit()[0].nomor == 1
    assert NomorSeri.objects.count() == 2


def test_nomor_cadangan_dipakai_sekali_atau_dibatalkan_dengan_alasan(terbit, pelaku_sistem):
    unit = uuid.uuid4()
    with transaction.atomic():
        sisih = nomor.cadangkan(pelaku_sistem, "surat_keterangan", unit, 3)
    assert list(sisih) == [1, 2, 3] and terbit()[0].nomor == 4
    assert terbit(nomor=2)[0].nomor_teks.split("/")[1] == "2"
    with pytest.raises(MasukanSalah, match="bukan nomor cadangan"):
        terbit(nomor=2)
    with pytest.raises(MasukanSalah, match="mengapa"):
        nomor.batalkan_cadangan(pelaku_sistem, "surat_keterangan", 2026, 3, " ")
    nomor.batalkan_cadangan(pelaku_sistem, "surat_keterangan", 2026, 3, "kertas rusak kena air")
    assert [(b.nomor, b.keadaan, b.penjelasan) for b in nomor.buku_nomor("surat_keterangan", 2026)] == [
        (1, "disisihkan", ""),
        (2, "surat", ""),
        (3, "dibatalkan", "kertas rusak kena air"),
        (4, "surat", ""),
    ]
    assert nomor.lubang("surat_keterangan", 2026) == []


def test_pola_nomor_yang_belum_ditetapkan_ditolak(pelaku_sistem):
    with pytest.raises(MasukanSalah, match="belum ditetapkan"), transaction.atomic():
        surat.siapkan(pelaku_sistem, CONTOH, "seri_asing", [surat.BarisSurat(isi(), RUTH)], BUKU)
    assert not NomorSeri.objects.exists()


@pytest.mark.dua_db
def test_basis_data_menolak_nomor_kembar_dan_surat_bertanda_tanpa_berkas(terbit):
    (s,) = terbit()
    for salah in (
        {"nomor": s.nomor},
        {"nomor": 99, "status": "ditandatangani"},
        {"nomor": 98, "status": "dicabut"},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            Surat.objects.create(
                kode_verifikasi=kode_sah.baru(), templat="x", versi_templat=1, data=b"x", data_sidik="x", seri=s.seri, tahun=s.tahun,
                nomor_teks="x", tanggal=HARI, dibuat=s.dibuat, jejak_id=1, **salah,
            )  # fmt: skip


def test_surat_ditandatangani_di_latar_isinya_sama_dengan_datanya(terbit):
    (s,) = terbit(ringkas_publik={"Nama": "Maria Kandimor"})
    jalankan_semua()
    s.refresh_from_db()
    hasil = surat.baca(s)
    assert (s.status, s.cara) == ("ditandatangani", "elektronik")
    periksa = tanda.periksa(hasil)
    assert periksa.sah and periksa.oleh == "Ruth Kalamiro"
    teks = PdfReader(io.BytesIO(hasil)).pages[0].extract_text()
    for kata in (s.nomor_teks, "Maria Kandimor", "Kepala BKPSDM", s.kode_verifikasi, "Tembusan"):
        assert kata in teks


def test_satu_byte_berubah_ketahuan(terbit):
    (s,) = terbit()
    jalankan_semua()
    s.refresh_from_db()
    asli = surat.baca(s)
    letak = asli.index(b"/Type /Catalog") if b"/Type /Catalog" in asli else len(asli) // 3
    rusak = asli[:letak] + bytes([asli[letak] ^ 1]) + asli[letak + 1 :]
    assert surat.sama_isi(s, asli) and not surat.sama_isi(s, rusak)
    assert not tanda.periksa(rusak).sah


@pytest.mark.parametrize("isi_palsu", [b"", b"bukan pdf", b"%PDF-1.7\n%%EOF"])
def test_berkas_yang_bukan_surat_tidak_sah_tanpa_menggagalkan_halaman(isi_palsu):
    hasil = tanda.periksa(isi_palsu)
    assert (hasil.sah, hasil.ada) == (False, False)  # yang bukan PDF tidak disebut bertanda tangan rusak


def test_pdf_adalah_fungsi_murni_dari_templat_dan_data(terbit):
    (s,) = terbit()
    teks = [PdfReader(io.BytesIO(surat.buat_pdf(s))).pages[0].extract_text() for _ in range(2)]
    assert teks[0] == teks[1]


def test_pekerja_kedua_tidak_menandatangani_lagi_dan_berkas_kalah_disapu(terbit, pelaku_sistem):
    (s,) = terbit()
    kedua = Surat.objects.get(id=s.id)
    assert surat.tandatangani(s.id) is True
    assert surat.tandatangani(s.id) is False
    assert surat.selesai(pelaku_sistem, kedua, simpan_isi(b"%PDF kalah", "pdf"), "elektronik") is False
    assert Berkas.objects.count() == 2
    with pada_saat(date(2026, 11, 30)):
        assert sapu_yatim() == 1
    s.refresh_from_db()
    assert tanda.periksa(surat.baca(s)).sah


@pytest.mark.lambat
def test_terbit_banyak_kemajuannya_terlihat_dan_diulang_tidak_menggandakan(terbit, pelaku_sistem):
    kelompok = uuid.uuid4()
    with transaction.atomic():
        surat.siapkan(
            pelaku_sistem,
            CONTOH,
            "surat_keterangan",
            [surat.BarisSurat(isi(), RUTH)] * 4,
            BUKU,
            kelompok=kelompok,
        )
    assert surat.kemajuan(kelompok) == surat.Kemajuan(4, 0)
    surat.tandatangani(Surat.objects.filter(kelompok=kelompok).first().id)
    assert surat.kemajuan(kelompok) == surat.Kemajuan(4, 1)
    jalankan_semua()
    assert surat.kemajuan(kelompok) == surat.Kemajuan(4, 4)
    assert Jejak.objects.filter(jenis="surat.ditandatangani").count() == 4


def test_surat_dicabut_sekali_dengan_alasan_dan_berkasnya_tetap(terbit, pelaku_sistem):
    (s,) = terbit()
    with pytest.raises(MasukanSalah, match="sudah ditandatangani"):
        surat.cabut(pelaku_sistem, s, "keliru")
    jalankan_semua()
    with pytest.raises(MasukanSalah, match="alasan"):
        surat.cabut(pelaku_sistem, s, "")
    surat.cabut(pelaku_sistem, s, "SK pencabutan 1/2026")
    assert s.status == "dicabut" and surat.baca(s)
    with pytest.raises(MasukanSalah):
        surat.cabut(pelaku_sistem, s, "lagi")


def test_kode_surat_menangkap_satu_huruf_salah_dan_dua_huruf_tertukar():
    kode = kode_sah.baru()
    assert kode_sah.rapikan(kode.lower().replace("-", " ")) == kode
    polos = kode.replace("-", "")
    for i in range(8):
        salah = polos[:i] + ("3" if polos[i] == "2" else "2") + polos[i + 1 :]
        assert kode_sah.rapikan(salah) is None
    for i in range(7):
        if polos[i] != polos[i + 1]:
            assert kode_sah.rapikan(polos[:i] + polos[i + 1] + polos[i] + polos[i + 2 :]) is None
    assert kode_sah.rapikan("") is None and kode_sah.rapikan("O0O0-IIII-L") is None


@pytest.fixture
def layanan():
    """Layanan tanda tangan palsu: menandatangani sungguhan, atau menjawab halaman galat."""
    keadaan = {"rusak": False}

    class Jawab(http.server.BaseHTTPRequestHandler):
        def do_POST(self):
            muatan = self.rfile.read(int(self.headers["Content-Length"]))
            awal = muatan.index(b"%PDF")
            pdf = muatan[awal : muatan.rindex(b"\r\n--kasuari-batas--")]
            hasil = (
                b"<html>galat</html>"
                if keadaan["rusak"]
                else tanda.OtoritasSetempat().tandatangani(pdf, RUTH, "uji")
            )
            self.send_response(200)
            self.end_headers()
            self.wfile.write(hasil)

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Jawab)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", keadaan
    server.shutdown()
    server.server_close()


def test_layanan_luar_yang_gagal_membuat_surat_dicoba_lagi_bukan_hilang(terbit, settings, layanan):
    alamat, keadaan = layanan
    settings.TANDA, settings.BSRE_ALAMAT, settings.BSRE_KUNCI = "bsre", alamat, "kunci"
    (s,) = terbit()
    keadaan["rusak"] = True
    jalankan_semua()
    kerja = Kerja.objects.get(jenis="surat.tanda")
    assert (kerja.coba, kerja.selesai) == (1, None) and "tidak mengembalikan PDF" in kerja.galat
    keadaan["rusak"] = False
    assert surat.tandatangani(s.id) is True
    settings.TANDA = "setempat"
    s.refresh_from_db()
    assert tanda.periksa(surat.baca(s)).sah


def test_layanan_tanda_tangan_harus_https_dan_yang_mati_disebut():
    with pytest.raises(TandaGagal, match="https"):
        LayananBsre("http://contoh.test", "k")
    with pytest.raises(TandaGagal, match="tidak menjawab"):
        LayananBsre("http://127.0.0.1:9", "k", tunggu=1).tandatangani(b"%PDF", RUTH, "x")
