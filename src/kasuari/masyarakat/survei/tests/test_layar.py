"""Layar petugas: membuka, rencana sampel, QR, kertas, tulisan bebas, laporan."""

import io
import uuid
import zipfile
from datetime import date

import pytest
from pypdf import PdfReader

from kasuari.dasar.inti.galat import MasukanSalah
from kasuari.dasar.inti.waktu import pada_saat
from kasuari.dasar.organisasi.models import Unit
from kasuari.masyarakat.survei import campur, kertas, selectors, service, topik, tutup
from kasuari.masyarakat.survei.kata_unsur import UNSUR
from kasuari.masyarakat.survei.models import (
    Jawaban,
    JawabanLain,
    Kiriman,
    Komentar,
    Periode,
    Survei,
    Tumpukan,
)

pytestmark = pytest.mark.django_db
EMPAT = [(3,) * 9, (3,) * 9, (3,) * 9, (4,) * 9]


@pytest.fixture
def amos(pengelola, layar):
    return layar("amos")


def test_pengelola_membuka_periode_dan_yang_bertumpang_ditolak(amos):
    isi = {"survei": "", "unit": str(Unit.objects.get(kode="pkm").uid), "skema": "triwulan", "mulai_0": "1", "mulai_1": "10",
           "mulai_2": "2026", "mulai_hari": "1", "mulai_bulan": "10", "mulai_tahun": "2026", "petugas": "8", "populasi": "1000"}  # fmt: skip
    jawab = amos.post("/kerja/survei/buka/", {**isi, "kunci": str(uuid.uuid4())})
    p = Periode.objects.get()
    assert jawab.status_code == 302 and (p.sampai, p.rencana) == (
        date(2026, 12, 31),
        {"populasi": {"": 1000}, "persen_p": 50},
    )
    ulang = amos.post("/kerja/survei/buka/", {**isi, "kunci": str(uuid.uuid4())})
    assert ulang.status_code == 422 and "bertumpang" in ulang.content.decode()
    html = amos.get(f"/kerja/survei/{p.uid}/").content.decode()
    assert (
        "perlu 278" in html and "139" in html
    )  # Krejcie dan Morgan: 1.000 orang perlu 278, separuhnya perempuan


@pytest.mark.parametrize(
    ("hari", "bulan", "skema"),
    [("2", "10", "triwulan"), ("1", "2", "triwulan"), ("1", "4", "semester"), ("1", "7", "tahun")],
)
def test_periode_hanya_mulai_pada_hari_pertamanya(buka, hari, bulan, skema):
    with pytest.raises(MasukanSalah, match="hari pertama"):
        buka(mulai=date(2026, int(bulan), int(hari)), skema=skema)


def test_kuota_dibagi_menurut_layanan_dan_jenis_kelamin_tanpa_sisa(buka, jawab, layanan, pelaku_sistem):
    layanan("pkm", ("A", "Layanan A", 6), ("B", "Layanan B", 6))
    p = buka()
    service.rencanakan(
        pelaku_sistem, periode=p.uid, populasi={"A": 700, "B": 300}, persen_p=60, kunci=uuid.uuid4()
    )
    jawab(p, [3] * 5, layanan="A", diri={"jk": "P"})
    p.refresh_from_db()
    kuota = selectors.kuota(p, 278)
    assert [(k.layanan, k.jk, k.perlu, k.ada) for k in kuota] == [
        ("A", "P", 117, 5),
        ("A", "L", 78, 0),
        ("B", "P", 50, 0),
        ("B", "L", 33, 0),
    ]
    assert sum(k.perlu for k in kuota) == 278


def test_petugas_unit_melihat_unitnya_saja_dan_tidak_dapat_mengelola(buka, layar):
    dik, pkm = buka("dik"), buka("pkm")
    naomi = layar("naomi")
    assert naomi.get(f"/kerja/survei/{dik.uid}/").status_code == 200
    assert naomi.get(f"/kerja/survei/{pkm.uid}/").status_code == 404
    assert naomi.get(f"/kerja/survei/{dik.uid}/rencana/").status_code == 403
    assert naomi.get("/kerja/survei/buka/").status_code == 403
    html = naomi.get("/kerja/survei/").content.decode()
    assert "Dinas Pendidikan" in html and "Puskesmas" not in html


def test_nilai_tidak_tampak_selama_periode_terbuka(buka, jawab, amos):
    p = buka()
    jawab(p, EMPAT * 3)
    html = amos.get(f"/kerja/survei/{p.uid}/").content.decode()
    assert "81,25" not in html and "3,25" not in html


@pytest.mark.lambat
def test_poster_memuat_alamat_bertiket_dan_satu_halaman(buka, layanan, amos, client):
    layanan("pkm", ("A", "Akta kelahiran", 6))
    p = buka()
    from kasuari.masyarakat.survei.laporan import alamat_qr

    jawab = amos.get(f"/kerja/survei/{p.uid}/poster/?l=A")
    pdf = PdfReader(io.BytesIO(jawab.content))
    assert len(pdf.pages) == 1 and "Akta kelahiran" in pdf.pages[0].extract_text()
    jalan = alamat_qr(p, "A").partition("/skm/")[2]
    html = client.get(f"/skm/{jalan}").content.decode()
    assert 'name="tiket" value="qr:' in html and '<option value="A" selected>' in html


def lembar(seri, **isian):
    return kertas.Lembar(seri, {**dict.fromkeys(UNSUR, "3"), **isian})


def test_satu_nomor_seri_terhitung_sekali_siapa_pun_yang_memasukkan(buka, pelaku_sistem, orang):
    p = buka("dik")
    kertas.tumpuk(pelaku_sistem, periode=p.uid, banyak=50, kunci=uuid.uuid4())
    assert kertas.tumpuk(pelaku_sistem, periode=p.uid, banyak=10, kunci=uuid.uuid4()).data == {
        "nomor": 2,
        "awal": 51,
        "akhir": 60,
    }
    satu = kertas.catat_lembar(
        pelaku_sistem, periode=p.uid, lembar=[lembar(7), lembar(8)], kunci=uuid.uuid4()
    )
    dua = kertas.catat_lembar(
        orang("naomi").pelaku, periode=p.uid, lembar=[lembar(7), lembar(9)], kunci=uuid.uuid4()
    )
    assert (satu.data, dua.data) == ({"masuk": 2, "ulang": 0}, {"masuk": 1, "ulang": 1})
    assert Kiriman.objects.count() == 3 and Tumpukan.objects.get(nomor=1).masuk == 3


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        (lembar(99), "Nomor seri 99 tidak ada"),
        (lembar(1, waktu="7"), "Nomor seri 1: Jawab dulu"),
        (lembar(1, biaya=""), "biaya"),
    ],
)
def test_lembar_keliru_disebut_nomor_dan_isiannya(buka, pelaku_sistem, isi, kata):
    p = buka()
    kertas.tumpuk(pelaku_sistem, periode=p.uid, banyak=5, kunci=uuid.uuid4())
    with pytest.raises(MasukanSalah, match=kata):
        kertas.catat_lembar(pelaku_sistem, periode=p.uid, lembar=[isi], kunci=uuid.uuid4())
    assert Kiriman.objects.count() == 0


def test_lembar_dimasukkan_lewat_layar(buka, pelaku_sistem, layar):
    p = buka("dik")
    kertas.tumpuk(pelaku_sistem, periode=p.uid, banyak=5, kunci=uuid.uuid4())
    naomi = layar("naomi")
    assert naomi.get(f"/kerja/survei/{p.uid}/kertas/").status_code == 200
    isi = {**dict.fromkeys(UNSUR, "2"), "seri": "3", "jk": "P", "kunci": str(uuid.uuid4())}
    assert naomi.post(f"/kerja/survei/{p.uid}/kertas/lembar/", isi).status_code == 302
    kurang = naomi.post(
        f"/kerja/survei/{p.uid}/kertas/lembar/", {**isi, "waktu": "", "kunci": str(uuid.uuid4())}
    )
    assert (
        kurang.status_code == 422
        and "Jawab dulu: Apakah layanannya cepat selesai?" in kurang.content.decode()
    )
    campur.pindahkan(pelaku_sistem, p.id, semua=True)
    j = Jawaban.objects.get()
    assert (j.mode, j.jk, j.waktu) == ("kertas", "P", 2)


TULISAN = [
    "Antrean terlalu lama, menunggu dua jam", "Menunggu antrean lama sekali", "Antreannya panjang dan lama menunggu",
    "Ruang tunggu panas, tidak ada kipas", "Ruang tunggunya sempit dan panas", "Kipas di ruang tunggu rusak, panas",
    "Tempat parkir sempit", "Parkir susah dan sempit", "Parkirnya sempit sekali",
]  # fmt: skip


def test_tulisan_dikelompokkan_menurut_pokoknya():
    hasil = topik.kelompokkan(TULISAN * 2)
    kelompok = {frozenset(i % 9 for i in letak) for _kata, letak in hasil}
    assert {frozenset({0, 1, 2}), frozenset({6, 7, 8})} <= kelompok
    assert any("parkir" in kata for kata, _ in hasil) and hasil == topik.kelompokkan(TULISAN * 2)
    assert sorted(i for _k, letak in hasil for i in letak) == list(range(18))
    assert topik.kelompokkan([]) == [] and topik.kelompokkan(["", "12345"])[0][1] == [0, 1]


def test_tulisan_bebas_tersamar_terbaca_tercatat_dan_dapat_ditandai(buka, jawab, layar):
    p = buka("sd1")
    for t in (*TULISAN, "Ibu Siti Rahmawati judes, telepon saya 0812-3456-7890, NIK 9671014508900001"):
        jawab(p, [3], tulisan={"": t}, campurkan=False)
    from kasuari.dasar.inti.pelaku import sistem

    campur.pindahkan(sistem("uji"), p.id, semua=True)
    siti = layar("siti")
    html = siti.get(f"/kerja/survei/{p.uid}/tulisan/").content.decode()
    for rahasia in ("Siti", "Rahmawati", "3456", "967101"):
        assert rahasia not in html.partition("<h1>")[2].partition("</main>")[0]
    assert "judes" in html and html.count("•••") >= 4
    k = Komentar.objects.first()
    siti.post(f"/kerja/survei/tulisan/{k.id}/tanda/", {"tanda": "  Loket ", "kunci": str(uuid.uuid4())})
    assert [t.tanda for t in k.tanda.all()] == ["loket"]
    siti.post(f"/kerja/survei/tulisan/{k.id}/tanda/", {"tanda": "loket", "kunci": str(uuid.uuid4())})
    assert not k.tanda.exists()
    from kasuari.dasar.jejak.models import Jejak

    assert Jejak.objects.filter(jenis="survei.komentar_dibaca").count() == 1


def test_tulisan_terlalu_sedikit_tidak_ditampilkan(buka, jawab, layar):
    p = buka("sd1")
    jawab(p, [3] * 2, tulisan={"": "Gaya tulisan saya khas"})
    assert "khas" not in layar("siti").get(f"/kerja/survei/{p.uid}/tulisan/").content.decode()


@pytest.mark.lambat
def test_laporan_pdf_dan_xlsx_memuat_bagian_peraturan_dan_angka_yang_sama(buka, jawab, amos, pelaku_sistem):
    p = buka(populasi=40)
    jawab(p, EMPAT * 5, diri={"jk": "P"})
    with pada_saat(date(2027, 1, 4)):
        tutup.tutup(pelaku_sistem, periode=p.uid, kunci=uuid.uuid4())
    jawab_pdf = amos.get(f"/kerja/survei/{p.uid}/laporan.pdf")
    teks = "".join(h.extract_text() for h in PdfReader(io.BytesIO(jawab_pdf.content)).pages)
    for bagian in (
        "Metodologi",
        "Profil responden",
        "Nilai tiap unsur",
        "Analisis",
        "Rencana tindak lanjut",
        "kuesioner",
        "81,25",
        "kurang 16",
    ):
        assert bagian in teks, bagian
    xlsx = zipfile.ZipFile(io.BytesIO(amos.get(f"/kerja/survei/{p.uid}/laporan.xlsx").content))
    assert "81,25" in xlsx.read("xl/sharedStrings.xml").decode()
    assert amos.get(f"/kerja/survei/{p.uid}/laporan.docx").status_code == 404


@pytest.mark.parametrize(
    ("soal", "kata"),
    [("", "1 sampai 30"), ("ganda | Apa?", "Baris 1"), ("pilihan | Apa? | satu", "Baris 1"), ("teks |", "Baris 1"), ("skala | " + "x" * 201, "200 huruf"), ("teks | a\n" * 31, "1 sampai 30")],
)  # fmt: skip
def test_pertanyaan_sendiri_yang_keliru_disebut_barisnya(pelaku_sistem, soal, kata):
    with pytest.raises(MasukanSalah, match=kata):
        service.buat_survei(pelaku_sistem, nama="Iklim", soal=soal, tentang_pegawai=True, kunci=uuid.uuid4())


def test_survei_iklim_kerja_tanpa_nama_dan_baru_tampil_dari_sepuluh_penjawab(
    buka, kirim, amos, pelaku_sistem
):
    soal = "pilihan | Apakah ruang kerja layak? | Ya; Tidak\nskala | Saya bangga bekerja di sini\nteks | Saran untuk pimpinan"
    s = service.buat_survei(
        pelaku_sistem, nama="Iklim kerja 2026", soal=soal, tentang_pegawai=True, kunci=uuid.uuid4()
    ).uid
    p = buka("kota", skema="tahun", mulai=date(2026, 1, 1), survei=s)
    assert Survei.objects.get(uid=s).ambang == 10
    alamat = f"/skm/s/{p.uid}/"
    assert kirim(p, alamat=alamat, s1="2").status_code == 422  # skala wajib
    for _ in range(9):
        assert kirim(p, alamat=alamat, s1="1", s2="4", s3="Adakan apel sebulan sekali").status_code == 201
    campur.pindahkan(pelaku_sistem, p.id, semua=True)
    assert JawabanLain.objects.count() == 9 and Jawaban.objects.count() == 0

    def hasil():
        with pada_saat(date(2027, 1, 4)):
            tutup.tutup(pelaku_sistem, periode=p.uid, kunci=uuid.uuid4())
        return amos.get(f"/kerja/survei/{p.uid}/").content.decode()

    assert "penjawabnya kurang dari 10" in hasil()


def test_survei_lain_menampilkan_banyak_tiap_pilihan(buka, kirim, amos, pelaku_sistem):
    s = service.buat_survei(
        pelaku_sistem,
        nama="Jam buka",
        soal="pilihan | Jam berapa? | Pagi; Sore; Malam",
        tentang_pegawai=False,
        kunci=uuid.uuid4(),
    ).uid
    p = buka("kota", skema="tahun", mulai=date(2026, 1, 1), survei=s)
    for n in (1,) * 9 + (2,) * 6:
        kirim(p, alamat=f"/skm/s/{p.uid}/", s1=str(n))
    campur.pindahkan(pelaku_sistem, p.id, semua=True)
    with pada_saat(date(2027, 1, 4)):
        tutup.tutup(pelaku_sistem, periode=p.uid, kunci=uuid.uuid4())
    html = amos.get(f"/kerja/survei/{p.uid}/").content.decode()
    assert "Jam berapa?" in html and "Pagi" in html and "penjawabnya kurang" not in html


def test_beranda_petugas_unit_menawarkan_posternya_dan_pengelola_melihat_yang_kurang(buka, layar, pengelola):
    p = buka("dik", populasi=500)
    assert f"/kerja/survei/{p.uid}/poster/" in layar("naomi").get("/kerja/").content.decode()
    html = layar("amos").get("/kerja/").content.decode()
    assert "Unit kurang sampel" in html and "Unduh poster QR" not in html


def test_unit_yang_semua_layanannya_tertutup_tidak_disurvei(buka, layanan):
    layanan("pkm", ("K", "Konseling kekerasan", 2, True))
    with pytest.raises(MasukanSalah, match="tertutup"):
        buka("pkm")


def test_gabungan_perangkat_daerah_tampil_bila_menaungi_beberapa_unit(buka, jawab, client, pelaku_sistem):
    for kode, nilai in (("dik", 4), ("sd1", 2)):
        p = buka(kode)
        jawab(p, [nilai] * (10 if kode == "dik" else 30))
        with pada_saat(date(2027, 1, 4)):
            tutup.tutup(pelaku_sistem, periode=p.uid, kunci=uuid.uuid4())
    with pada_saat(date(2027, 1, 8)):
        tutup.terbitkan_siap(pelaku_sistem)
    html = client.get("/skm/hasil/").content.decode()
    assert "62,50" in html and "rata-rata unitnya 75,00" in html
