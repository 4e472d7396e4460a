"""Pencantuman gelar: diajukan pegawainya, berkasnya lengkap, BKN setuju, lalu nama dan riwayatnya berubah dan dapat dicabut."""

import io
import uuid
from datetime import date

import pytest
from pypdf import PdfReader

from kasuari.aparatur.pegawai.models import PegawaiKini, RiwayatPendidikan
from kasuari.aparatur.usulan import service
from kasuari.aparatur.usulan.bahan import bahan
from kasuari.aparatur.usulan.jenis.gelar.borang import BorangGelar
from kasuari.aparatur.usulan.models import Usulan
from kasuari.aparatur.usulan.rangka import Isian, ambil
from kasuari.aparatur.usulan.tests.pegangan import USUL
from kasuari.dasar.dokumen import surat
from kasuari.dasar.inti.galat import MasukanSalah
from kasuari.dasar.jejak.antrean import jalankan_semua
from kasuari.dasar.jejak.models import Jejak
from kasuari.dasar.orang.service import ubah_orang

pytestmark = pytest.mark.django_db
LULUS = date(2026, 8, 20)
ISI = {
    "tingkat": "S2", "jurusan": "Pendidikan Matematika", "lembaga": "Universitas Contoh", "nomor_ijazah": "UC/S2/77",
    "akreditasi": "Unggul", "belajar": "izin", "gelar_depan": "", "gelar_belakang": "M.Pd.",
}  # fmt: skip
WAJIB = ("ijazah", "transkrip", "belajar", "akreditasi")


@pytest.fixture
def ajukan(orang, berkas):
    def satu(nama="maria", tmt=LULUS, syarat=WAJIB, **lain):
        hasil = service.ajukan(
            orang(nama).pelaku,
            jenis="gelar",
            tmt=tmt,
            isian={**ISI, **lain},
            berkas=berkas(*syarat),
            kunci=uuid.uuid4(),
        )
        return Usulan.objects.get(id=hasil.uid)

    return satu


def terbit(u, langkah):
    for nama, aksi, lain in (
        ("naomi", "teruskan", {}),
        ("frans", "terima", {}),
        ("frans", "usulkan", USUL),
        ("frans", "pertek", {"pertek_nomor": "PG/5/2026", "pertek_tanggal": date(2026, 11, 23)}),
        ("ruth", "setujui", {}),
    ):
        u = langkah(u, nama, aksi, **lain)
    jalankan_semua()
    u.refresh_from_db()
    return u


@pytest.mark.lambat
def test_dari_permohonan_sampai_nama_bergelar_lalu_dicabut(orang, ajukan, cabut, langkah):
    ubah_orang(orang("lukas").pelaku, orang("maria").orang, gelar_belakang="S.Pd.")
    u = terbit(ajukan(), langkah)
    p = orang("maria").pegawai
    assert PegawaiKini.objects.get(pegawai=p).nama_gelar == "Maria Kandimor, S.Pd., M.Pd."
    didik = RiwayatPendidikan.objects.get(subjek=p, tingkat="S2", ditutup=None)
    assert (didik.mulai, didik.jurusan, didik.surat) == (LULUS, "Pendidikan Matematika", u.surat_id)
    assert didik.lampiran == u.bukti.get(syarat="ijazah").lampiran_id
    teks = " ".join(PdfReader(io.BytesIO(surat.baca(u.surat))).pages[0].extract_text().split())
    for kata in ("Maria Kandimor, S.Pd., M.Pd.", "UC/S2/77", "20 Agustus 2026", "PG/5/2026", "izin belajar", "Ruth Kalamiro", u.surat.nomor_teks):  # fmt: skip
        assert kata in teks, kata
    u = cabut(u, "Ijazah tidak terverifikasi.")
    assert u.surat.status == "dicabut"
    assert PegawaiKini.objects.get(pegawai=p).nama_gelar == "Maria Kandimor, S.Pd."
    assert not RiwayatPendidikan.objects.filter(subjek=p, tingkat="S2", ditutup=None).exists()
    assert Jejak.objects.filter(jenis="orang.diubah", objek=orang("maria").orang.uid).count() == 3


@pytest.mark.lambat
def test_gelar_yang_berubah_lagi_sesudahnya_menahan_pencabutan(orang, ajukan, cabut, langkah):
    u = terbit(ajukan(), langkah)
    ubah_orang(orang("lukas").pelaku, orang("maria").orang, gelar_belakang="M.Pd., Ph.D.")
    with pytest.raises(MasukanSalah, match="sudah diubah lagi"):
        cabut(u, "Keliru.")
    assert orang("maria").orang.gelar_belakang == "M.Pd., Ph.D."


@pytest.mark.lambat
def test_ijazah_yang_sudah_tercatat_tidak_dicatat_dua_kali(orang, ajukan, langkah, catat):
    catat("maria", "pendidikan", LULUS, tingkat="S2", tahun_lulus=2026)
    terbit(ajukan(), langkah)
    assert (
        RiwayatPendidikan.objects.filter(subjek=orang("maria").pegawai, tingkat="S2", ditutup=None).count()
        == 1
    )
    ajukan(
        tmt=date(2026, 9, 1), tingkat="S3", gelar_depan="Dr.", gelar_belakang=""
    )  # ijazah lain dapat diajukan lagi


def test_berkas_yang_belum_ada_disebut_satu_per_satu(ajukan):
    with pytest.raises(MasukanSalah) as galat:
        ajukan(syarat=("ijazah", "transkrip"))
    assert "Surat izin belajar atau keputusan tugas belajar" in galat.value.pesan
    assert "Sertifikat akreditasi" in galat.value.pesan and "Transkrip" not in galat.value.pesan
    assert not Usulan.objects.exists()


@pytest.mark.parametrize(
    ("ubah", "kata"),
    [
        ({"tmt": date(2026, 12, 1)}, "Tanggal ijazah 1 Desember 2026 belum tiba"),
        ({"tmt": date(1980, 1, 1)}, "lebih awal daripada tanggal lahir"),
        ({"gelar_belakang": ""}, "Gelar yang dicantumkan belum diisi"),
        ({"gelar_belakang": "s.pd"}, "sudah tercantum pada namanya"),
        ({"gelar_belakang": "M" * 60 + "." * 40}, "paling banyak 100 huruf"),
        (
            {"akreditasi": "C"},
            "Akreditasi program studi C; yang dapat dicantumkan: Unggul, A, Baik Sekali, B",
        ),
        ({"akreditasi": ""}, "belum diisi"),
        ({"tingkat": "S9"}, "Tingkat ijazah belum dipilih"),
        ({"belajar": "sendiri"}, "Dasar belajar"),
    ],
)
def test_isian_yang_salah_menjadi_kalimat(orang, ubah, kata):
    j, o = ambil("gelar"), orang("maria")
    o.orang.gelar_belakang = "S.Pd."
    b = bahan([o.pegawai.id], j.perlu)[o.pegawai.id]
    b.p.orang.gelar_belakang = "S.Pd."
    data = {**ISI, **ubah}
    kurang = j.timbang(b, Isian(data.pop("tmt", LULUS), data)).kurang
    assert kata in " ".join(kurang)


@pytest.mark.parametrize("gelar", ["<b>", "M.Pd.1", "...", "M.Pd.\x00"])
def test_borang_menolak_tulisan_yang_bukan_gelar(gelar):
    f = BorangGelar({**ISI, "gelar_belakang": gelar})
    assert not f.is_valid() and "gelar_belakang" in f.errors
    assert BorangGelar({**ISI, "gelar_belakang": "M.Pd., Gr."}).is_valid()
    assert "di depan atau di belakang" in str(BorangGelar({**ISI, "gelar_belakang": ""}).errors)


def test_layar_menyebut_tanggal_ijazah_bukan_tmt(layar):
    halaman = layar("maria").get("/kerja/usulan/ajukan/gelar/")
    assert halaman.status_code == 200, halaman
    assert "Tanggal ijazah" in halaman.text and "TMT" not in halaman.text
    # hanya kedua gelar yang tidak wajib; berkas yang wajib tidak disebut sebaliknya
    assert halaman.text.count("(tidak wajib)") == 2 and halaman.text.count("(bila ada)") == 1


@pytest.mark.parametrize(
    ("tingkat", "depan", "belakang", "ingat"),
    [
        ("S2", "", "M.Pd.", []),
        (
            "S2",
            "Prof. Dr.",
            "",
            ["Prof. sebutan jabatan", "Gelar Dr. biasanya dari ijazah S3, sedangkan ijazahnya S2"],
        ),
        ("S1", "", "S.Tr.Kep.", ["Gelar S.Tr.Kep. biasanya dari ijazah D4"]),
        ("S2", "", "Entah.", []),
    ],
)
def test_gelar_yang_bukan_gelar_tingkat_ijazahnya_diingatkan(orang, tingkat, depan, belakang, ingat):
    p = orang("maria").pegawai
    isian = Isian(LULUS, {**ISI, "tingkat": tingkat, "gelar_depan": depan, "gelar_belakang": belakang})
    t = ambil("gelar").timbang(bahan([p.id], ambil("gelar").perlu)[p.id], isian)
    assert len(t.ingat) == len(ingat) and all(a.startswith(b) for a, b in zip(t.ingat, ingat, strict=True))
