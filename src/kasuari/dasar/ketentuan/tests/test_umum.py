"""Halaman hukum bagi siapa saja: dibaca, dicari, dihitung sendiri, dan diunduh, tanpa masuk dan tanpa disimpan."""

import io
import json
import re

import pypdf
import pytest

from kasuari.aturan import skm, tilik
from kasuari.aturan.parameter import semua
from kasuari.aturan.pokok import POKOK
from kasuari.dasar.jejak.models import Jejak
from kasuari.dasar.ketentuan import alamat

pytestmark = pytest.mark.django_db
HITUNGAN = [(p.kode, k, g.kode) for p in POKOK for k, s in p.susunan.items() for g in tilik.kelompok(s)]
KAPAN = {
    "golongan": "III/b", "mkg_tahun": "5", "mkg_bulan": "7", "per_tanggal_hari": "1", "per_tanggal_bulan": "3", "per_tanggal_tahun": "2025",
    "birth_hari": "17", "birth_bulan": "8", "birth_tahun": "1985", "nama_jabatan": "Guru Ahli Muda",
    "buku_pada_hari": "23", "buku_pada_bulan": "11", "buku_pada_tahun": "2026",
}  # fmt: skip

UNSUR = skm.unsur_rezim("PERMENPANRB_14_2017")
HARI_ATURAN = {"buku_pada_hari": "23", "buku_pada_bulan": "11", "buku_pada_tahun": "2026"}


def isi(jawab):
    return jawab.content.decode()


@pytest.mark.parametrize("awalan", ["", "/en"])
@pytest.mark.parametrize("kode", [p.kode for p in POKOK])
def test_tiap_pokok_dapat_dibaca_dalam_dua_bahasa(client, awalan, kode):
    jawab = client.get(f"{awalan}/aturan/{kode}/")
    assert jawab.status_code == 200
    assert isi(jawab).count("<h1") == 1


@pytest.mark.parametrize("pokok", POKOK, ids=lambda p: p.kode)
def test_tautan_langkah_menuju_rumus_yang_ada(client, pokok):
    """Tiap jangkar yang ditulis di langkah benar-benar ada di halaman tujuannya."""
    for skema, s in pokok.susunan.items():
        halaman = isi(client.get(alamat.skema(pokok.kode, skema)))
        assert [r.nama for r in s.rumus if f'id="{alamat.jangkar(r.nama)}"' not in halaman] == []


@pytest.mark.parametrize("kode", semua())
def test_tiap_parameter_dapat_dibaca_dan_diunduh(client, kode):
    assert client.get(f"/aturan/parameter/{kode}/").status_code == 200
    assert client.get(f"/aturan/parameter/{kode}.csv").status_code == 200
    assert json.loads(client.get(f"/aturan/parameter/{kode}.json").content)["parameter"] == kode


@pytest.mark.parametrize(
    "jalan",
    ["entah/", "parameter/entah/", "parameter/entah.csv", "hitung/entah/", "kgb/coba/entah/", "impor/coba/"],
)
def test_yang_tidak_ada_dijawab_404(client, jalan):
    assert client.get(f"/aturan/{jalan}").status_code == 404


def test_halaman_parameter_memperlihatkan_perubahan_antarversi(client):
    teks = isi(client.get("/aturan/parameter/gaji_pokok_pns/"))
    assert "Rp1.560.800 → " in teks
    assert "Rp1.685.700" in teks
    assert "PP 15/2019" in teks


def test_baris_tabel_dapat_dicari(client):
    teks = isi(client.get("/aturan/parameter/gaji_pokok_pns/?sel=IV/e"))
    assert "IV/e › 0" in teks
    assert "III/a › 0</th>" not in teks


def test_pencarian_menemukan_rumus_dan_parameter_dengan_alamatnya(client):
    teks = isi(client.get("/aturan/?cari=persiapan+pensiun"))
    assert 'href="/aturan/parameter/pensiun_mpp_bulan/"' in teks
    assert 'href="/aturan/pensiun/#r-mulai_mpp"' in teks


def test_pembaca_inggris_mencari_dan_membaca_dengan_katanya_sendiri(client):
    assert 'href="/en/aturan/parameter/pensiun_mpp_bulan/"' in isi(
        client.get("/en/aturan/?cari=preparation+retirement")
    )
    teks = isi(client.get("/en/aturan/pensiun/"))
    assert "Earliest start of the preparation for retirement" in teks
    assert "Paling awal mulai" not in teks
    assert "12 months" in teks
    assert " bulan" not in teks


def _halaman_terakhir(teks):
    return max((int(n) for n in re.findall(r"hal=(\d+)", teks)), default=1)


def test_apa_yang_berubah_terurut_dan_nilai_pertama_hanya_bila_diminta(client):
    teks = isi(client.get("/aturan/perubahan/"))
    assert teks.index("1 Januari 2024") < teks.index("1 Januari 2023")
    assert "kgb_surat_bulan" not in teks
    semua_ = isi(client.get("/aturan/perubahan/?semua=1&hal=1"))
    assert _halaman_terakhir(semua_) > _halaman_terakhir(teks)


@pytest.mark.parametrize(("kode", "skema", "apa"), HITUNGAN)
def test_tiap_hitungan_punya_formulir_yang_menolak_kosong(client, kode, skema, apa):
    jalan = f"/aturan/{kode}/coba/{skema}/" if skema else f"/aturan/{kode}/coba/"
    assert client.get(jalan).status_code == 200
    jalan += f"?apa={apa}"
    assert 'id="f-hitung"' in isi(client.get(jalan))
    for kosong in ({}, HARI_ATURAN):
        jawab = client.post(jalan, kosong)
        assert jawab.status_code == 422
        assert "Kenapa" not in isi(jawab)


def test_kapan_menjawab_kgb_dan_pensiun_dengan_pasal_dan_tautannya(client):
    jawab = client.post("/aturan/hitung/kapan/?ragam=tanpa", KAPAN)
    teks = isi(jawab)
    assert jawab.status_code == 200
    assert "1 Agustus 2027" in teks, "MKG 5 tahun 7 bulan per Maret 2025 dimajukan ke November 2026"
    assert "1 September 2045" in teks
    assert "PP 7/1977 Pasal 11" in teks
    assert 'href="/aturan/kgb/#r-kgb_berikutnya"' in teks
    assert "Bukan keputusan. Hanya hitungan." in teks
    assert jawab["Cache-Control"] == "no-store, private"


def test_ikm_dari_sembilan_unsur_dan_banyak_responden_bila_ditanya(client):
    isian = {**dict.fromkeys(UNSUR, "3,24"), **HARI_ATURAN}
    teks = isi(client.post("/aturan/hitung/ikm/", isian))
    assert "<b>81 poin</b>" in teks, "3,24 kali 25"
    assert "Responden paling sedikit" not in teks
    dengan = isi(client.post("/aturan/hitung/ikm/", {**isian, "populasi": "5.000"}))
    assert "Responden paling sedikit" in dengan
    assert "<b>357</b>" in dengan or "<b>357 orang</b>" in dengan, "tabel Krejcie dan Morgan untuk 5.000"


def test_ikm_unsur_di_luar_satu_sampai_empat_ditolak(client):
    jawab = client.post("/aturan/hitung/ikm/", {**dict.fromkeys(UNSUR, "3"), **HARI_ATURAN, "waktu": "4,5"})
    assert jawab.status_code == 422
    assert "id_waktu_error" in isi(jawab)


PANGKAT = {
    **KAPAN, "golongan": "III/b", "tmt_pangkat_hari": "1", "tmt_pangkat_bulan": "4", "tmt_pangkat_tahun": "2021",
    "predikat_n1": "Baik", "predikat_n2": "Kurang", "ijazah": "S1", "ujian_dinas": "0",
}  # fmt: skip


def test_kapan_memilih_jalur_pangkat_dulu(client):
    teks = isi(client.get("/aturan/hitung/kapan/"))
    assert 'href="?ragam=reguler"' in teks
    assert 'id="f-hitung"' not in teks


def test_kapan_menyebut_syarat_pangkat_yang_kurang_dengan_pasalnya(client):
    teks = isi(client.post("/aturan/hitung/kapan/?ragam=reguler", PANGKAT))
    assert "1 Desember 2026" in teks, "empat tahun genap April 2025; kini setiap tanggal 1 sejak 2025"
    assert "III/c" in teks
    kurang = teks[teks.index("Predikat kinerja dua tahun terakhir") :][:120]
    assert "kurang" in kurang
    masa = teks[teks.index("Masa dalam pangkat terakhir untuk kenaikan reguler") :][:140]
    assert "terpenuhi" in masa
    assert "KGB berikutnya" in teks
    assert "TMT pensiun" in teks


def test_gaji_sebulan_menyebut_komponen_dan_langkahnya(client):
    isian = {
        "status": "pns", "golongan": "III/a", "mkg_tahun": "0", "mkg_bulan": "0", "status_ptkp": "TK/0",
        "pasangan_ditanggung": "tidak", "bertugas_di_papua": "tidak", **HARI_ATURAN,
    }  # fmt: skip
    teks = isi(client.post("/aturan/hitung/gaji/", isian))
    assert "Rp2.785.700" in teks
    assert 'href="/aturan/gaji/rumus/bulanan/#r-jumlah_dibayarkan"' in teks
    assert "PP 5/2024" in teks


def test_slip_berjumlah_tepat_seperti_yang_tampak(client):
    """Setiap lajur slip tertulis: iuran pemberi kerja dan Tapera di kedua sisi, tanpa rupiah yang tersembunyi."""
    isian = {
        "status": "pns", "golongan": "III/b", "mkg_tahun": "9", "mkg_bulan": "2", "status_ptkp": "K/2", "anak_ditanggung": "2",
        "pasangan_ditanggung": "ya", "bertugas_di_papua": "ya", "potongan_lain": "500.000", **HARI_ATURAN,
    }  # fmt: skip
    teks = isi(client.post("/aturan/hitung/gaji/", isian))

    def rupiah(potong):
        return [int(r.replace(".", "")) for r in re.findall(r"Rp([\d.]+)", potong)]

    masuk, keluar = teks.index("<h3>Penghasilan"), teks.index("<h3>Potongan")
    dibayar, kotor, potongan = rupiah(teks[:masuk])[:3]
    assert (sum(rupiah(teks[masuk:keluar])), kotor - potongan) == (kotor, dibayar)
    assert sum(rupiah(teks[keluar : teks.index("Kenapa", keluar)])) == potongan > 0
    assert teks.count("Tapera") >= 3


def test_slip_memuat_setiap_lajur_hukumnya():
    from kasuari.aturan.gaji.slip import PENGHASILAN, POTONGAN
    from kasuari.dasar.ketentuan.kalkulator.gaji import HITUNGAN

    masuk, keluar = (set(r.isi) for r in HITUNGAN.bagian[0].kecil)
    assert masuk == set(PENGHASILAN)
    assert set(POTONGAN.values()) - keluar == {"zakat"}, "zakat tidak ditanyakan hitungan ini"


def test_tarif_yang_belum_diketahui_menghentikan_hitungan_dengan_kalimat(client):
    """Tarif kosong tidak pernah dihitung nol."""
    isian = {
        "status": "pns", "golongan": "III/a", "mkg_tahun": "2", "status_ptkp": "TK/0", "pasangan_ditanggung": "tidak",
        "bertugas_di_papua": "tidak", "jabatan_fungsional": "Perawat Terampil", **HARI_ATURAN,
    }  # fmt: skip
    jawab = client.post("/aturan/hitung/gaji/", isian)
    assert jawab.status_code == 422
    assert "belum" in isi(jawab)
    assert "Yang dibayarkan" not in isi(jawab)


def test_pajak_sebulan_dan_setahun(client):
    teks = isi(
        client.post(
            "/aturan/hitung/pajak/?ragam=bulan",
            {"status_ptkp": "TK/0", "bruto_pph": "10.000.000", **HARI_ATURAN},
        )
    )
    assert "<b>Rp200.000</b>" in teks, "TER A 2 persen"
    tahun = {
        "status_ptkp": "TK/0",
        "bruto_setahun": "120.000.000",
        "pph21_sebelumnya": "2.200.000",
        **HARI_ATURAN,
    }
    teks = isi(client.post("/aturan/hitung/pajak/?ragam=akhir", tahun))
    assert "Rp60.000.000" in teks, "120 juta dikurangi biaya jabatan 6 juta dan PTKP 54 juta"
    assert "<b>Rp3.000.000</b>" in teks
    assert "Lebih potong yang dikembalikan" in teks


def test_tenggat_menyebut_hari_libur_yang_dilewati(client):
    isian = {
        "kewajiban": "ppid_jawaban",
        "mulai_hari": "2",
        "mulai_bulan": "3",
        "mulai_tahun": "2026",
        "pekan": "5",
        **HARI_ATURAN,
    }
    teks = isi(client.post("/aturan/hitung/tenggat/", isian))
    assert "Hari terakhir" in teks
    assert "16 Maret 2026" in teks
    assert "10 hari kerja" in teks
    assert "Sabtu, 7 Maret 2026" in teks


def test_menghitung_tidak_meninggalkan_apa_pun(client):
    banyak = Jejak.objects.count()
    client.post("/aturan/hitung/kapan/?ragam=tanpa", KAPAN)
    client.post("/aturan/hitung/kapan/?ragam=tanpa", {**KAPAN, "bentuk": "pdf"})
    assert Jejak.objects.count() == banyak
    assert list(client.session.keys()) == []


def test_isian_tidak_pernah_lewat_alamat(client):
    """GET dengan isian di alamat tidak dihitung: gaji orang tidak boleh tersimpan di catatan server."""
    jawab = client.get("/aturan/hitung/kapan/", {**KAPAN, "ragam": "tanpa"})
    assert "1 September 2045" not in isi(jawab)
    assert 'method="post"' in isi(jawab)


@pytest.mark.parametrize(
    ("ganti", "kalimat"),
    [
        ({"golongan": ""}, "Pilih golongan ruang."),
        ({"golongan": "V/z"}, "V/z"),
        ({"mkg_tahun": "61"}, "Masa kerja tidak terbaca"),
        ({"mkg_tahun": "-1"}, "Masa kerja tidak terbaca"),
        ({"mkg_bulan": "12"}, "Masa kerja tidak terbaca"),
        ({"mkg_tahun": "lima"}, "Masa kerja tidak terbaca"),
        ({"birth_hari": "30", "birth_bulan": "2"}, "bukan tanggal yang ada"),
        ({"birth_tahun": "1785"}, "di luar yang wajar"),
        ({"birth_tahun": ""}, "belum lengkap"),
        ({"nama_jabatan": "Guru"}, "Tulis jabatan dengan jenjangnya"),
        ({"nama_jabatan": ""}, "Isi nama jabatan."),
        ({"buku_pada_tahun": "1990"}, "Belum ada nilai"),
        ({"buku_pada_tahun": "2190"}, "Paling jauh tahun 2036"),
        ({"birth_tahun": "2030"}, "Tanggal lahir tidak boleh sesudah 23 November 2026"),
        ({"buku_pada_hari": "x"}, "bukan tanggal"),
    ],
)
def test_isian_yang_salah_disebut_dan_tidak_ada_yang_dihitung(client, ganti, kalimat):
    jawab = client.post("/aturan/hitung/kapan/?ragam=tanpa", {**KAPAN, **ganti})
    assert jawab.status_code == 422
    assert kalimat in isi(jawab)
    assert "KGB berikutnya" not in isi(jawab)


@pytest.mark.parametrize("teks", ["NaN", "-5", "1e9", "lima puluh", "58,5", "20", "١٢"])
def test_angka_yang_mustahil_ditolak_dengan_yang_boleh(client, teks):
    tanggal = {
        "birth_hari": "1",
        "birth_bulan": "1",
        "birth_tahun": "1980",
        "buku_pada_hari": "1",
        "buku_pada_bulan": "1",
        "buku_pada_tahun": "2026",
    }
    jawab = client.post("/aturan/pensiun/coba/?apa=mulai_mpp", {**tanggal, "bup": teks})
    assert jawab.status_code == 422
    assert "id_bup_error" in isi(jawab)


def test_pdf_satu_halaman_memuat_langkah_pasal_dan_peringatan(client):
    jawab = client.post("/aturan/hitung/kapan/?ragam=tanpa", {**KAPAN, "bentuk": "pdf"})
    assert jawab["Content-Type"] == "application/pdf"
    assert jawab["Cache-Control"] == "no-store, private"
    pdf = pypdf.PdfReader(io.BytesIO(jawab.content))
    teks = " ".join(pdf.pages[0].extract_text().split())
    assert len(pdf.pages) == 1
    for kata in (
        "Bukan keputusan. Hanya hitungan.",
        "PP 7/1977 Pasal 11",
        "1 September 2045",
        "Guru Ahli Muda",
        "perkiraan",
    ):
        assert kata in teks, kata


@pytest.mark.lambat
def test_pdf_gaji_yang_panjang_tetap_satu_halaman(client):
    isian = {
        "status": "pns", "golongan": "III/b", "mkg_tahun": "9", "mkg_bulan": "2", "status_ptkp": "K/2", "anak_ditanggung": "2",
        "pasangan_ditanggung": "ya", "bertugas_di_papua": "tidak", "bentuk": "pdf", **HARI_ATURAN,
    }  # fmt: skip
    pdf = pypdf.PdfReader(io.BytesIO(client.post("/aturan/hitung/gaji/", isian).content))
    teks = " ".join(pdf.pages[0].extract_text().split())
    assert len(pdf.pages) == 1
    for kata in ("Jumlah yang dibayarkan", "PP 7/1977", "PMK 168/2023"):
        assert kata in teks, kata


@pytest.mark.lambat
@pytest.mark.parametrize("awalan", ["", "/en"])
def test_pdf_ikm_dan_kapan_reguler_satu_halaman(client, awalan):
    ikm = {**dict.fromkeys(UNSUR, "3"), "populasi": "5000", **HARI_ATURAN}
    for jalan, isian in (("ikm/", ikm), ("kapan/?ragam=reguler", PANGKAT)):
        jawab = client.post(f"{awalan}/aturan/hitung/{jalan}", {**isian, "bentuk": "pdf"})
        pdf = pypdf.PdfReader(io.BytesIO(jawab.content))
        assert len(pdf.pages) == 1, jalan
        assert "PP 7/1977" in pdf.pages[0].extract_text() or "14/2017" in pdf.pages[0].extract_text()


def test_pdf_dapat_berbahasa_inggris(client):
    jawab = client.post("/en/aturan/hitung/kapan/?ragam=tanpa", {**KAPAN, "bentuk": "pdf"})
    teks = pypdf.PdfReader(io.BytesIO(jawab.content)).pages[0].extract_text()
    assert "Not a decision" in teks


def test_ketentuan_daerah_tampil_di_samping_nilai_nasional_tanpa_nama_orang(client, orang):
    from kasuari.dasar.ketentuan.tests import bantu

    bantu.setujui(bantu.usul(orang))
    teks = isi(client.get("/aturan/parameter/pensiun_mpp_bulan/"))
    assert "Perwal 7/2026 Pasal 3" in teks
    assert "belum dipakai" in teks
    assert "12 bulan" in teks
    for nama in ("Frans", "Ruth"):
        assert nama not in teks
    data = json.loads(client.get("/aturan/parameter/pensiun_mpp_bulan.json").content)
    assert data["nilai"] == 12
    assert data["daerah"][0]["nilai"] == 6


def test_banyaknya_kueri_tetap_berapa_pun_ketentuannya(client, orang, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from kasuari.dasar.ketentuan.tests import bantu

    def kueri(jalan):
        with CaptureQueriesContext(
            connection,
        ) as k:
            client.get(jalan)
        return len(k)

    jalan = ("/aturan/pensiun/", "/aturan/parameter/pensiun_mpp_bulan/")
    kosong = [kueri(j) for j in jalan]
    bantu.setujui(bantu.usul(orang))
    bantu.setujui(bantu.usul(orang, kode="pensiun_daftar_tahun", nilai="3"))
    assert [kueri(j) for j in jalan] == kosong
