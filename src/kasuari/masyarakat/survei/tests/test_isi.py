"""Mengisi dari HP: satu kiriman terhitung sekali, isian salah dijelaskan dan tidak hilang, tanpa jejak orangnya."""

import uuid
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.bobot import gz_bytes
from tests.test_bobot_halaman import CSS

from kasuari.aturan import skm
from kasuari.dasar.inti.sandi import dekripsi
from kasuari.dasar.inti.waktu import pada_saat, sekarang
from kasuari.masyarakat.survei import campur, laju, service
from kasuari.masyarakat.survei.kata_unsur import UNSUR, URUTAN_KUESIONER
from kasuari.masyarakat.survei.models import Jawaban, Kiriman, Komentar, Mode, Undangan
from kasuari.masyarakat.survei.terima import GUNA

pytestmark = pytest.mark.django_db
JS = Path(__file__).parent.parent / "static/survei/luring.js"


def test_kolom_jawaban_ialah_unsur_peraturan_yang_berlaku():
    assert skm.unsur_rezim("PERMENPANRB_14_2017") == UNSUR
    assert sorted(URUTAN_KUESIONER) == sorted(UNSUR) and URUTAN_KUESIONER != UNSUR


def test_halaman_muat_dalam_limabelas_kib_dan_memakai_kata_jawaban_tiap_unsur(client, buka):
    import gzip

    p = buka()
    isi = client.get(f"/skm/{p.unit.kode}/")
    assert isi.status_code == 200 and b"Sangat mahal" in isi.content and b"Tidak kompeten" in isi.content
    assert isi.content.count(b'type="radio"') == 36 and b"checked" not in isi.content
    assert gz_bytes(isi) + CSS + len(gzip.compress(JS.read_bytes(), 9)) < 15 * 1024


def test_kiriman_yang_sama_sepuluh_kali_terhitung_sekali(kirim, buka):
    p, kunci = buka(), str(uuid.uuid4())
    kode = [kirim(p, kunci=kunci).status_code for _ in range(10)]
    assert kode == [201] + [200] * 9 and Kiriman.objects.count() == 1


def test_yang_belum_dijawab_disebut_satu_satu_dan_isian_lain_tetap(kirim, buka):
    p = buka()
    isi = kirim(p, waktu=None, sarpras="9", komentar="Loketnya panas")
    html = isi.content.decode()
    assert isi.status_code == 422 and "Ada 2 hal yang perlu diperbaiki" in html
    assert 'href="#waktu_1"' in html and 'href="#sarpras_1"' in html and "Loketnya panas" in html
    assert html.count("checked") == 7 and Kiriman.objects.count() == 0
    data = kirim(p, json=True, waktu=None).json()
    assert data["galat"][0][0] == "waktu_1" and "cepat selesai" in data["pesan"]


@pytest.mark.parametrize(
    "isi", ["Bagus sekali 👍🏽👨‍👩‍👧", "\u202egnalup gnay\u202c \u200fteks", "baris\nkedua", "‮" * 50 + "x"]
)
def test_emoji_dan_tanda_arah_diterima_tanpa_merusak_yang_lain(kirim, buka, pelaku_sistem, isi):
    p = buka()
    assert kirim(p, komentar=isi).status_code == 201
    campur.pindahkan(pelaku_sistem, p.id, semua=True)
    simpan = dekripsi(Komentar.objects.get().isi, GUNA).decode()
    assert simpan and not set(simpan) & set("\u202e\u202c\u200f")


def test_tulisan_seratus_ribu_huruf_ditolak_dengan_angkanya_dan_tidak_hilang(kirim, buka):
    p = buka()
    isi = kirim(p, komentar="a" * 100_000)
    html = isi.content.decode()
    assert (
        isi.status_code == 422
        and "paling banyak 1.000 huruf. Sekarang 100.000" in html
        and "a" * 100_000 in html
    )


def test_tiket_palsu_dan_situs_lain_ditolak(kirim, buka, client):
    p = buka()
    assert kirim(p, tiket="qr:palsu").status_code == 403
    assert kirim(p, tiket="").status_code == 403
    data = dict.fromkeys(UNSUR, "4")
    from kasuari.masyarakat.survei import tiket

    data["tiket"] = tiket.buat(p.unit.kode, "qr")
    asing = client.post(f"/skm/{p.unit.kode}/", data, headers={"Origin": "https://jahat.contoh"})
    lain = client.post(f"/skm/{p.unit.kode}/", data, headers={"Sec-Fetch-Site": "cross-site"})
    assert (asing.status_code, lain.status_code, Kiriman.objects.count()) == (403, 403, 0)


def test_tiket_unit_lain_tidak_berlaku(kirim, buka):
    from kasuari.masyarakat.survei import tiket

    a, b = buka("pkm"), buka("dik")
    assert kirim(a, tiket=tiket.buat(b.unit.kode, Mode.QR)).status_code == 403


def test_terlalu_sering_dijawab_429_tanpa_menulis_apa_pun(kirim, buka, monkeypatch):
    p = buka()
    monkeypatch.setattr(laju, "BANYAK", 2)
    assert [kirim(p).status_code for _ in range(3)] == [201, 201, 429]
    assert Kiriman.objects.count() == 2


def test_unit_tanpa_periode_terbuka_menjelaskan_diri(client, db):
    isi = client.get("/skm/pkm/")
    assert isi.status_code == 404 and "sedang tidak dibuka" in isi.content.decode()


def ms(hari_lalu=0, geser=timedelta()):
    return str(int((sekarang() + geser - timedelta(days=hari_lalu)).timestamp() * 1000))


def test_penilaian_tersimpan_memakai_hari_pengisiannya(kirim, buka):
    p = buka()
    assert kirim(p, json=True, pada=ms(3), kini=ms(), luring="1").status_code == 201
    assert Kiriman.objects.get().hari == date(2026, 11, 20)


def test_penilaian_lebih_tua_dari_empat_belas_hari_ditolak_dengan_sebabnya(kirim, buka):
    p = buka()
    isi = kirim(p, json=True, pada=ms(15), kini=ms())
    assert isi.status_code == 422 and "15 hari lalu" in isi.json()["pesan"]
    assert kirim(p, json=True, pada=ms(14), kini=ms()).status_code == 201


@pytest.mark.parametrize("geser", [timedelta(days=365), timedelta(days=-365), timedelta(days=-20000)])
def test_jam_hp_keliru_setahun_diterima_dengan_hari_server_dan_diberi_tahu(kirim, buka, geser):
    p = buka()
    isi = kirim(p, json=True, pada=ms(0, geser), kini=ms(0, geser))
    assert isi.status_code == 201 and "Jam di HP Anda keliru" in isi.json()["pesan"]
    assert Kiriman.objects.get().hari == date(2026, 11, 23)


def test_jam_yang_dibetulkan_di_antara_isi_dan_kirim_tidak_menghilangkan_penilaian(kirim, buka):
    p = buka()
    assert kirim(p, json=True, pada=ms(400), kini=ms()).status_code == 201
    assert kirim(p, json=True, pada=ms(-2), kini=ms()).status_code == 201
    assert kirim(p, json=True, pada="bukan", kini="angka").status_code == 201


def test_undangan_permohonan_memasukkan_tepat_satu_jawaban_di_lapisnya(kirim, buka, layanan, pelaku_sistem):
    p = buka()
    layanan("pkm", ("KES-01", "Surat sehat", 6), ("KES-09", "Konseling kekerasan", 6, True))
    kunci = uuid.uuid4()
    token = service.undang(pelaku_sistem, p.unit_id, "KES-01", kunci)
    assert (
        token == service.undang(pelaku_sistem, p.unit_id, "KES-01", kunci) and Undangan.objects.count() == 1
    )
    assert service.undang(pelaku_sistem, p.unit_id, "KES-09", uuid.uuid4()) == ""
    pertama = str(uuid.uuid4())
    assert kirim(p, token=token, kunci=pertama).status_code == 201
    assert kirim(p, token=token, kunci=pertama).status_code == 200
    lain = kirim(p, token=token)
    assert lain.status_code == 422 and "sudah dipakai" in lain.content.decode()
    assert kirim(p, token="karangan").status_code == 422
    campur.pindahkan(pelaku_sistem, p.id, semua=True)
    assert [(j.lapis, j.layanan_kode) for j in Jawaban.objects.all()] == [("permohonan", "KES-01")]


def test_layanan_tertutup_tidak_ditawarkan_dan_tidak_diterima(client, kirim, buka, layanan, pelaku_sistem):
    p = buka()
    layanan("pkm", ("KES-09", "Konseling kekerasan", 6, True))
    assert b"Konseling" not in client.get("/skm/pkm/").content
    kirim(p, layanan="KES-09")
    campur.pindahkan(pelaku_sistem, p.id, semua=True)
    assert Jawaban.objects.get().layanan_kode == ""


def test_kode_terima_kasih_menghapus_sebelum_dicampur_saja(client, kirim, buka, pelaku_sistem):
    p, kunci = buka(), str(uuid.uuid4())
    assert kunci in kirim(p, kunci=kunci).content.decode()
    assert "sudah dihapus" in client.post("/skm/tarik/", {"kode": kunci}).content.decode()
    assert Kiriman.objects.count() == 0
    kirim(p, kunci=kunci)
    campur.pindahkan(pelaku_sistem, p.id, semua=True)
    assert (
        "tidak seorang pun dapat mencarinya" in client.post("/skm/tarik/", {"kode": kunci}).content.decode()
    )
    assert Jawaban.objects.count() == 1
    assert client.post("/skm/tarik/", {"kode": "abc"}).status_code == 422


def test_layar_loket_kembali_ke_formulir_kosong(client, kirim, buka, pelaku_sistem):
    p = buka()
    assert b'data-kios="1"' in client.get("/skm/pkm/?kios=1").content
    isi = kirim(p, mode=Mode.KIOS, alamat="/skm/pkm/?kios=1")
    assert b'http-equiv="refresh"' in isi.content
    campur.pindahkan(pelaku_sistem, p.id, semua=True)
    assert Jawaban.objects.get().mode == "kios"


def test_kiriman_umum_satu_sisipan_saja(kirim, buka, django_assert_num_queries):
    p = buka()
    kirim(p, json=True)  # periodenya diingat sebentar
    with django_assert_num_queries(1) as q:
        kirim(p, json=True)
    assert "INSERT INTO survei_kiriman" in q.captured_queries[0]["sql"]


def test_service_worker_hanya_menyimpan_berkas_survei(client):
    isi = client.get("/skm/sw.js")
    assert isi["Content-Type"] == "text/javascript" and b"/statis/survei/luring" in isi.content
    assert (
        b'AWALAN = "/skm/"' in isi.content and b'AWALAN = "/en/skm/"' in client.get("/en/skm/sw.js").content
    )


def test_penilaian_luring_masuk_periode_lamanya_selama_belum_ditutup(kirim, buka):
    lama = buka(mulai=date(2026, 7, 1))
    baru = buka()
    with pada_saat(date(2026, 10, 3)):
        kirim(baru, json=True, pada=ms(5), kini=ms())
        assert Kiriman.objects.get().periode_id == lama.id
