"""Layar pegawai: siapa melihat apa, kueri yang tetap, kunci sekali tulis, dan NIK yang tidak pernah bocor."""

import re
import uuid
from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from kasuari.aparatur.pegawai import label, mutu, peristiwa
from kasuari.aparatur.pegawai.forms_riwayat import borang_riwayat
from kasuari.aparatur.pegawai.models import Pegawai, PegawaiKini, RiwayatGolongan
from kasuari.aturan.buku import Buku
from kasuari.dasar.inti.sandi import enkripsi, indeks_buta
from kasuari.dasar.jejak.models import Jejak, JejakSubjek
from kasuari.dasar.jejak.service import catat
from kasuari.dasar.orang.models import Orang

pytestmark = pytest.mark.django_db
NIK = "9671014108850001"


@pytest.fixture
def masuk(client, orang):
    def sebagai(nama):
        client.force_login(orang(nama).akun)
        return client

    return sebagai


def lembar(o):
    return reverse("pegawai:lembar", args=[o.pegawai.uid])


def beri_nik(o):
    Pegawai.objects.filter(pk=o.pegawai.pk).update(
        nik=enkripsi(NIK.encode(), "nik"), nik_buta=indeks_buta(NIK, "nik")
    )


def banyak_pegawai(n, contoh):
    """n orang lagi langsung di tabel, untuk menghitung kueri."""
    for i in range(n):
        o = (
            Orang.objects.create(nama=f"Uji {i:04d}", dibuat=timezone.now())
            if _ada_dibuat()
            else Orang.objects.create(nama=f"Uji {i:04d}")
        )
        p = Pegawai.objects.create(
            orang=o,
            nip=f"{19700101_200003_1_000 + i:018d}",
            lahir=date(1970, 1, 1),
            jk="L",
            dibuat=timezone.now(),
        )
        kolom = {f.attname: getattr(contoh, f.attname) for f in PegawaiKini._meta.concrete_fields}
        PegawaiKini.objects.create(
            **{
                **kolom,
                "pegawai_id": p.id,
                "orang_uid": o.uid,
                "nip": p.nip,
                "nama": o.nama,
                "nama_gelar": o.nama,
            }
        )


def _ada_dibuat():
    return any(f.name == "dibuat" for f in Orang._meta.concrete_fields)


def test_daftar_mengikuti_jangkauan(masuk):
    assert "Maria Kandimor" in masuk("siti").get("/kerja/pegawai/").text
    dinas = masuk("dominggus").get("/kerja/pegawai/").text
    assert "Ester Mambraku" in dinas and "Maria Kandimor" not in dinas
    assert masuk("maria").get("/kerja/pegawai/").status_code == 403
    assert masuk("lukas").get("/kerja/pegawai/").status_code == 403


def test_kueri_daftar_tetap_dan_paling_banyak_15(
    masuk, orang, django_assert_num_queries, django_assert_max_num_queries
):
    c = masuk("frans")
    c.get("/kerja/saya/")  # permintaan pertama sesi mencatat perangkatnya
    with django_assert_max_num_queries(15) as dua_belas:
        assert c.get("/kerja/pegawai/").status_code == 200
    banyak_pegawai(80, orang("maria").pegawai.kini)
    with django_assert_num_queries(len(dua_belas)):
        assert "Uji 00" in c.get("/kerja/pegawai/?hal=2").text


def test_satu_halaman_satu_peristiwa_baca(masuk):
    c = masuk("frans")
    sebelum = Jejak.objects.count()
    c.get("/kerja/pegawai/")
    (j,) = Jejak.objects.order_by("-id")[: Jejak.objects.count() - sebelum]
    assert j.jenis == "akun.data_dilihat" and JejakSubjek.objects.filter(jejak=j).count() == 11


@pytest.mark.parametrize(
    ("saring", "ada", "tidak"),
    [
        ("q=mariya+kandimoor", "Maria Kandimor", "Siti Rahmawati"),
        ("jenis=pppk", "Ester Mambraku", "Maria Kandimor"),
        ("golongan=IV/c", "Dominggus Sowefa", "Maria Kandimor"),
        ("jabatan=pelaksana", "Amos Yarisetu", "Maria Kandimor"),
        ("kurang=golongan", "Tidak ada yang cocok", "Maria Kandimor"),
        ("kurang=diklat", "Ester Mambraku", "Maria Kandimor"),
        ("kedudukan=99", "Tidak ada yang cocok", "Maria Kandimor"),
        ("jenis=alien&unit=bukan-uuid", "Maria Kandimor", "Tidak ada yang cocok"),
    ],
)
def test_saringan(masuk, saring, ada, tidak):
    teks = masuk("frans").get(f"/kerja/pegawai/?{saring}").text
    assert ada in teks and tidak not in teks


def test_saringan_unit_memuat_bawahannya(masuk, orang):
    unit = orang("yuliana").pegawai.kini.unit.uid
    teks = masuk("frans").get(f"/kerja/pegawai/?unit={unit}").text
    assert "Maria Kandimor" in teks and "SD Negeri 1" in teks and "Ester Mambraku" not in teks


@pytest.mark.parametrize("hal", ["0", "999", "abc"])
def test_halaman_yang_tidak_ada_adalah_404(masuk, hal):
    assert masuk("frans").get(f"/kerja/pegawai/?hal={hal}").status_code == 404


def test_lembar_di_luar_jangkauan_tidak_ada(masuk, orang):
    maria = orang("maria")
    assert masuk("frans").get(lembar(maria)).status_code == 200
    for nama in ("dominggus", "ester", "lukas"):
        assert masuk(nama).get(lembar(maria)).status_code == 404
    assert masuk("frans").get(reverse("pegawai:lembar", args=[uuid.uuid4()])).status_code == 404


def test_melihat_lembar_orang_tercatat_dan_melihat_diri_tidak(masuk, orang):
    n = Jejak.objects.count()
    masuk("maria").get("/kerja/saya/")
    assert Jejak.objects.count() == n
    masuk("frans").get(lembar(orang("maria")))
    assert Jejak.objects.count() == n + 1
    assert JejakSubjek.objects.get(jejak=Jejak.objects.latest("id")).orang == orang("maria").orang.uid


def test_atasan_tidak_melihat_upah_keluarga_dan_nik(masuk, orang):
    beri_nik(orang("maria"))
    atasan, petugas = (
        masuk("siti").get(lembar(orang("maria"))).text,
        masuk("frans").get(lembar(orang("maria"))).text,
    )
    assert 'id="kgb"' not in atasan and 'id="keluarga"' not in atasan and "Rp3.000.000" not in atasan
    assert 'id="kgb"' in petugas and "Rp3.000.000" in petugas
    assert NIK not in petugas and NIK not in atasan and "0001" in petugas
    assert "riwayat/golongan/baru" in petugas and "riwayat/golongan/baru" not in atasan


def test_data_saya_memuat_semua_dan_apa_yang_kurang(masuk):
    teks = masuk("maria").get("/kerja/saya/").text
    assert "Berkas saya kurang apa" in teks and "Literasi dan numerasi" in teks and 'id="hukuman"' in teks
    assert "Bawa KTP atau KK" in teks


def test_seperti_diketahui_dahulu(masuk, orang):
    c, m = masuk("frans"), orang("maria")
    assert "Keadaan pada 1 Januari 2025" in c.get(f"{lembar(m)}?pada=2025-01-01").text
    dahulu = c.get(f"{lembar(m)}?pada=2026-05-01&diketahui=2020-01-01").text
    assert "menurut catatan sampai 1 Januari 2020" in dahulu and "III/b" not in dahulu
    assert c.get(f"{lembar(m)}?pada=besok").status_code == 422


def isian(**lain):
    return {
        "golongan": "III/c", "mk_tahun": "8", "mk_bulan": "0", "mulai_0": "1", "mulai_1": "4", "mulai_2": "2026",
        "mulai_hari": "1", "mulai_bulan": "4", "mulai_tahun": "2026", "sk_nomor": "800/12", "kunci": str(uuid.uuid4()), **lain,
    }  # fmt: skip


def test_dua_kali_tekan_menulis_sekali(masuk, orang):
    c, m = masuk("frans"), orang("maria")
    alamat, isi = reverse("pegawai:riwayat_baru", args=[m.pegawai.uid, "golongan"]), isian()
    assert [c.post(alamat, isi).status_code for _ in range(2)] == [302, 302]
    assert RiwayatGolongan.objects.filter(subjek=m.pegawai, golongan="III/c").count() == 1
    assert c.post(alamat, {**isi, "golongan": "III/d"}).status_code == 409


def test_isian_salah_disebut_di_ringkasan(masuk, orang):
    alamat = reverse("pegawai:riwayat_baru", args=[orang("maria").pegawai.uid, "golongan"])
    jawab = masuk("frans").post(alamat, isian(mulai_tahun="", golongan=""))
    assert jawab.status_code == 422 and "hal yang perlu diperbaiki" in jawab.text
    assert "Pilih golongan." in jawab.text
    awal = masuk("frans").post(alamat, isian(mulai_tahun="1970"))
    assert awal.status_code == 422 and "lebih awal daripada tanggal lahir" in awal.text


def test_koreksi_menuntut_alasan_dan_menyimpan_sejarah(masuk, orang):
    c, m = masuk("frans"), orang("maria")
    f = RiwayatGolongan.objects.get(subjek=m.pegawai)
    alamat = reverse("pegawai:riwayat_perbaiki", args=[m.pegawai.uid, "golongan", f.uid])
    assert 'value="4"' in c.get(alamat).text
    assert c.post(alamat, isian()).status_code == 422
    assert c.post(alamat, isian(alasan="SK asli dilihat")).status_code == 302
    assert RiwayatGolongan.objects.filter(subjek=m.pegawai).count() == 2
    assert c.get(alamat).status_code == 404


def test_pembatalan_lewat_halaman_periksa(masuk, orang):
    c, m = masuk("frans"), orang("maria")
    c.post(reverse("pegawai:riwayat_baru", args=[m.pegawai.uid, "golongan"]), isian())
    f = RiwayatGolongan.objects.get(subjek=m.pegawai, golongan="III/c")
    alamat = reverse("pegawai:riwayat_batalkan", args=[m.pegawai.uid, "golongan", f.uid])
    assert "800/12" in c.get(alamat).text
    isi = {"alasan": "SK dicabut", "kunci": str(uuid.uuid4())}
    assert [c.post(alamat, isi).status_code for _ in range(2)] == [302, 302]
    assert PegawaiKini.objects.get(pegawai=m.pegawai).golongan == "III/b"


@pytest.mark.parametrize(("nama", "kode"), [("siti", 403), ("naomi", 403), ("maria", 403), ("ester", 404)])
def test_hanya_petugas_yang_mengubah(masuk, orang, nama, kode):
    alamat = reverse("pegawai:riwayat_baru", args=[orang("maria").pegawai.uid, "golongan"])
    assert masuk(nama).get(alamat).status_code == kode
    assert masuk(nama).post(alamat, isian()).status_code == kode


@pytest.mark.parametrize(
    "kode",
    [
        "golongan",
        "status",
        "kgb",
        "pendidikan",
        "diklat",
        "skp",
        "hukuman",
        "penghargaan",
        "cuti",
        "keluarga",
        "kontrak",
    ],
)
def test_tiap_jenis_riwayat_punya_formulir(masuk, orang, kode):
    jawab = masuk("frans").get(reverse("pegawai:riwayat_baru", args=[orang("maria").pegawai.uid, kode]))
    assert jawab.status_code == 200 and 'name="kunci"' in jawab.text
    assert (
        masuk("frans")
        .get(reverse("pegawai:riwayat_baru", args=[orang("maria").pegawai.uid, "sihir"]))
        .status_code
        == 404
    )


def test_akhir_perjanjian_ditanyakan_hari_terakhirnya_dan_tersimpan_hari_sesudahnya(orang):
    p = orang("ester").pegawai
    data = {"mulai_hari": "1", "mulai_bulan": "1", "mulai_tahun": "2026", "sampai_hari": "31", "sampai_bulan": "12",
            "sampai_tahun": "2026", "nomor": "PK-1", "ke": "1", "jenis": "penuh", "kunci": str(uuid.uuid4())}  # fmt: skip
    borang = borang_riwayat("kontrak", data)
    assert borang.is_valid(), borang.errors
    assert borang.baris(p).sampai == date(2027, 1, 1) and borang.fields["sampai"].label == "Hari terakhir"
    koreksi = borang_riwayat("kontrak", koreksi=True, initial={"sampai": date(2027, 1, 1)})
    assert koreksi.get_initial_for_field(koreksi.fields["sampai"], "sampai") == date(2026, 12, 31)
    salah = borang_riwayat("kontrak", {**data, "sampai_tahun": "2025"})
    assert not salah.is_valid() and "sampai" in salah.errors


@pytest.mark.parametrize("q", ["x" * 300, "tidakada\0lagi"])
def test_pencarian_yang_terlalu_panjang_tidak_menjadi_semua_orang(masuk, q):
    isi = masuk("frans").get(reverse("pegawai:daftar"), {"q": q}).content.decode()
    assert "Maria Kandimor" not in isi


def test_nik_dicari_dengan_post_dan_menuju_lembarnya(masuk, orang):
    beri_nik(orang("maria"))
    c = masuk("frans")
    jawab = c.post("/kerja/pegawai/nik/cari/", {"nik": NIK})
    assert jawab.url == lembar(orang("maria"))
    assert Jejak.objects.filter(jenis="pegawai.dicari_nik").count() == 1
    assert c.post("/kerja/pegawai/nik/cari/", {"nik": "9671014108850002"}).status_code == 422
    assert c.post("/kerja/pegawai/nik/cari/", {"nik": "123"}).status_code == 422
    assert c.get(f"/kerja/pegawai/nik/cari/?nik={NIK}").status_code == 405
    assert masuk("naomi").post("/kerja/pegawai/nik/cari/", {"nik": NIK}).status_code == 403


def test_pencarian_nik_dibatasi_sejam(masuk, orang):
    batas = Buku.susun(date(2026, 11, 23)).nilai("register_cari_nik_sejam")
    beri_nik(orang("maria"))
    for _ in range(batas - 1):
        catat(peristiwa.DICARI_NIK, orang("frans").pelaku, ("pegawai", None))
    c = masuk("frans")
    assert [c.post("/kerja/pegawai/nik/cari/", {"nik": NIK}).status_code for _ in range(2)] == [302, 429]


def test_setiap_kekurangan_dan_kedudukan_punya_sel_dalam_aturan():
    buku = Buku.susun(date(2026, 11, 23))
    assert set(mutu.DAFTAR) == set(label.KEKURANGAN) == set(buku.tabel("register_mutu_bobot"))
    assert set(label.KEDUDUKAN) <= set(buku.tabel("register_kedudukan_aktif"))


def test_mutu_menunjuk_siapa_yang_memperbaiki_dan_ke_daftarnya(masuk, orang):
    teks = masuk("frans").get("/kerja/pegawai/mutu/").text
    assert "Pegawai sendiri" in teks and "kurang=nik" in teks and "Dinas Pendidikan" in teks
    dinas = masuk("naomi").get("/kerja/pegawai/mutu/").text
    assert "Dinas Pendidikan" in dinas and "Dinas Kesehatan" not in dinas
    unit = orang("yuliana").pegawai.kini.unit.uid
    assert "SD Negeri 1" in masuk("frans").get(f"/kerja/pegawai/mutu/?unit={unit}").text
    assert masuk("siti").get("/kerja/pegawai/mutu/").status_code == 403
    assert masuk("frans").get("/kerja/pegawai/mutu/?unit=x").status_code == 404


def test_nik_tidak_pernah_di_tautan(masuk, orang):
    beri_nik(orang("maria"))
    for alamat in ("/kerja/pegawai/", lembar(orang("maria")), "/kerja/pegawai/duk/"):
        assert not re.search(r"\d{16}(?!\d)", re.sub(r"\d{18}", "", masuk("frans").get(alamat).text))
