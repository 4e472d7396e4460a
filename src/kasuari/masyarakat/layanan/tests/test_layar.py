"""Layar layanan: warga tanpa akun dan tanpa JavaScript, petugas, perancang, dan kueri yang tidak tumbuh."""

import json
import re
import uuid
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kasuari.dasar.akun import laju
from kasuari.dasar.akun.models import Percobaan
from kasuari.dasar.jejak.models import Jejak
from kasuari.dasar.rupa import slot
from kasuari.masyarakat.layanan import isian, kode, selectors
from kasuari.masyarakat.layanan.models import (
    Formulir,
    Layanan,
    Permohonan,
    StandarPelayanan,
    Unggahan,
    UsulStandar,
)
from kasuari.masyarakat.layanan.tests.conftest import NIK
from kasuari.masyarakat.layanan.tests.test_formulir import gambar

pytestmark = pytest.mark.django_db
LAHIR = {"lahir_hari": "27", "lahir_bulan": "3", "lahir_tahun": "1990"}


def teks(jawab):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", jawab.content.decode()))


def al(nama, *a):
    return reverse(f"layanan:{nama}", args=a)


@pytest.fixture
def warga():
    return Client()


@pytest.mark.lambat
def test_warga_memohon_menyimpan_kembali_lagi_dan_mengirim_sekali(warga, remu):
    mulai = {"nama": "Yohana Kambu", "unit": str(remu.unit), "telepon": "0812-3456-7890", "kunci": str(uuid.uuid4()), **LAHIR}  # fmt: skip
    jawab = warga.post(al("mulai", "kel-01"), mulai)
    k = Permohonan.objects.get().kode
    assert jawab["Location"] == al("isi", k, 1)
    assert k in teks(warga.get(jawab["Location"]))
    jawab = warga.post(al("isi", k, 1), {"nik": NIK, "keperluan": "sekolah", "tampil": "nik,keperluan"})
    assert jawab.status_code == 200 and "Nama sekolah" in teks(jawab) and NIK in jawab.content.decode()
    satu = {"nik": NIK, "keperluan": "sekolah", "sekolah": "SMA 1 🙂", "tampil": "nik,keperluan,sekolah"}
    assert warga.post(al("isi", k, 1), {**satu, "simpan": "ya"})["Location"] == al("cek_satu", k)
    lain = Client()
    assert "Belum dikirim" in teks(lain.get(al("cek_satu", k)))
    assert lain.post(al("cek_satu", k), {"telepon": "+62 812 3456 7890"})["Location"] == al("cek_satu", k)
    foto = SimpleUploadedFile("pengantar.jpg", gambar())
    assert lain.post(al("isi", k, 2), {"pengantar": foto, "tampil": "pengantar"})["Location"] == al(
        "periksa", k
    )
    halaman = lain.get(al("periksa", k))
    assert "SMA 1 🙂" in teks(halaman) and "Belum dikirim" in teks(halaman)
    for _ in range(3):
        assert lain.post(al("periksa", k))["Location"] == al("terkirim", k)
    assert Permohonan.objects.exclude(kasus=None).count() == 1
    assert "Kami jawab paling lambat Senin, 23 November 2026" in teks(lain.get(al("terkirim", k)))


def test_mengirim_yang_kurang_menyebut_isiannya(warga, mulai, remu):
    p = mulai()
    sesi(warga, p)
    jawab = warga.post(al("periksa", p.kode))
    assert jawab.status_code == 422 and "“NIK” belum diisi" in teks(jawab)
    assert al("isi", p.kode, 1) in jawab.content.decode()


def sesi(peramban, p):
    from kasuari.masyarakat.layanan import buka

    s = peramban.session
    s["layanan"] = {str(p.id): buka.kunci(p)}
    s.save()


def test_slip_menyebut_keadaan_tanpa_nama_dan_isian(warga, ajukan):
    p = ajukan()
    for nama in ("cek_satu", "slip"):
        isi_ = teks(warga.get(al(nama, p.kode)))
        assert "Diterima" in isi_ and "Surat keterangan domisili" in isi_ and "Kelurahan Remu" in isi_
        assert "Yohana" not in isi_ and NIK not in isi_
    for nama in ("data_saya", "lengkapi"):
        assert warga.get(al(nama, p.kode)).status_code == 404


def test_salah_tanggal_lahir_lima_kali_tertahan_walau_kemudian_benar(warga, ajukan):
    p = ajukan()
    for n in range(5):
        salah = {"lahir_hari": str(n + 1), "lahir_bulan": "1", "lahir_tahun": "1990"}
        assert "tidak cocok" in teks(warga.post(al("cek_satu", p.kode), salah))
    assert "Terlalu banyak percobaan" in teks(warga.post(al("cek_satu", p.kode), LAHIR))
    Percobaan.objects.all().delete()
    assert warga.post(al("cek_satu", p.kode), LAHIR).status_code == 302


def test_kode_salah_ketik_dan_kode_asing_disebut_dan_dibatasi(warga, remu, monkeypatch):
    monkeypatch.setitem(laju.BATAS, "layanan_kode", (3, timedelta(minutes=15)))
    assert "salah ketik" in teks(warga.post(al("cek"), {"kode": "SRG-0000-0"}))
    asing = kode.tulis("SRG", "7K4M")
    assert warga.post(al("cek"), {"kode": asing.lower().replace("-", " ")})["Location"] == al(
        "cek_satu", asing
    )
    kode_jawab = [warga.get(al("cek_satu", asing)).status_code for _ in range(4)]
    assert kode_jawab[0] == 404 and kode_jawab[-1] == 429


@pytest.mark.parametrize("tulis", ["srg-7k4m-{c}", "SRG7K4M{c}", "7k4m {c}", " SRG 7K4M {c} "])
def test_kode_terbaca_seperti_diketik_orang(remu, tulis):
    baku = kode.tulis("SRG", "7K4M")
    assert kode.rapikan(tulis.format(c=baku[-1])) == baku
    assert kode.rapikan(baku[:-1] + ("2" if baku[-1] != "2" else "3")) is None


def test_data_saya_dilihat_diunduh_diperbaiki_ditarik_dan_dihapus(warga, ajukan):
    p = ajukan(kabari=True)
    sesi(warga, p)
    isi_ = teks(warga.get(al("data_saya", p.kode)))
    assert "Yohana Kambu" in isi_ and NIK in isi_ and "kalimat versi 1" in isi_
    data = json.loads(warga.post(al("unduh", p.kode)).content)
    assert data["isi"]["nik"] == NIK and data["persetujuan"][0]["ditarik"] is None
    warga.post(al("data_saya", p.kode), {"telepon": "081299998888", "email": "", "kunci": str(uuid.uuid4())})
    p.refresh_from_db()
    assert isian.pemohon(p)["telepon"] == "081299998888" and p.persetujuan.get().ditarik is not None
    assert "masih dikerjakan" in teks(warga.post(al("akhiri", p.kode, "hapus")))
    warga.post(al("akhiri", p.kode, "tarik"))
    p.refresh_from_db()
    assert p.keadaan == "batal"
    warga.post(al("akhiri", p.kode, "hapus"))
    p.refresh_from_db()
    assert bytes(p.isi) == b"" and p.dilupakan is not None
    assert "sudah dihapus" in teks(warga.get(al("cek_satu", p.kode)))


def test_draf_yang_dihapus_pemohon_hilang_seluruhnya(warga, mulai):
    p = mulai()
    sesi(warga, p)
    assert warga.post(al("akhiri", p.kode, "hapus"))["Location"] == al("daftar")
    assert not Permohonan.objects.exists() and warga.get(al("cek_satu", p.kode)).status_code == 404


def test_pertanyaan_balik_dijawab_dengan_satu_berkas(warga, ajukan, remu, minta):
    p = minta(ajukan(), remu.petugas, "Foto lagi pengantarnya.", "pengantar")
    assert "Foto lagi" not in teks(warga.get(al("cek_satu", p.kode)))
    sesi(warga, p)
    assert "Foto lagi pengantarnya." in teks(warga.get(al("lengkapi", p.kode)))
    kosong = warga.post(al("lengkapi", p.kode), {"kunci": str(uuid.uuid4())})
    assert kosong.status_code == 422 and "Tulis jawabannya" in teks(kosong)
    palsu = SimpleUploadedFile("foto.jpg", b"MZ" + b"0" * 100)
    assert "bukan foto" in teks(
        warga.post(al("lengkapi", p.kode), {"berkas": palsu, "kunci": str(uuid.uuid4())})
    )
    foto = SimpleUploadedFile("foto.jpg", gambar())
    assert warga.post(al("lengkapi", p.kode), {"berkas": foto, "kunci": str(uuid.uuid4())}).status_code == 302
    p.refresh_from_db()
    assert p.keadaan == "diajukan" and Unggahan.objects.get().isian == "pengantar"


def test_berkas_yang_baik_tidak_hilang_karena_satu_yang_buruk(warga, mulai, terbitkan):
    dua = {"halaman": [{"judul": "B", "isian": [{"kode": k, "label": k, "jenis": "berkas", "wajib": True} for k in ("satu", "dua")]}]}  # fmt: skip
    terbitkan("KEL-01", dua)
    p = mulai()
    sesi(warga, p)
    kiriman = {"satu": SimpleUploadedFile("a.jpg", gambar()), "dua": SimpleUploadedFile("b.jpg", b"MZ" + b"1" * 99), "tampil": "satu,dua"}  # fmt: skip
    jawab = warga.post(al("isi", p.kode, 1), kiriman)
    assert jawab.status_code == 422 and "Sudah ada. Unggah lagi hanya bila" in teks(jawab)
    assert list(Unggahan.objects.values_list("isian", flat=True)) == ["satu"]


def test_halaman_layanan_menyebut_gratis_syarat_dan_jalan_melapor(warga, remu):
    isi_ = teks(warga.get(al("satu", "kel-01")))
    for kata in ("Gratis", "15 menit", "Pengantar RT/RW", "Diminta bayar?", "Inspektorat", "Mulai"):
        assert kata in isi_
    assert warga.get(al("satu", "tidak-ada")).status_code == 404
    assert "☐ KTP-el" in teks(warga.get(al("kartu", "kel-01")))
    assert "siap menerima sanksi" in teks(warga.get(al("maklumat")))
    assert "KTP-el hilang" in teks(warga.get(al("daftar"), {"q": "ktp ilang"}))
    assert warga.get("/en/layanan/").status_code == 200


def test_layanan_info_tidak_menerima_permohonan(warga, remu):
    assert "Mulai" not in teks(warga.get(al("satu", "kes-01")))
    assert warga.get(al("mulai", "kes-01")).status_code == 404


@pytest.mark.lambat
def test_petugas_membuka_memutus_dan_bacaannya_tercatat(layar, remu, ajukan, langkah):
    p, n = ajukan(), layar("naomi")
    assert p.kode in teks(n.get(reverse("layanan_kerja:antrean")))
    halaman = n.get(reverse("layanan_kerja:satu", args=[p.id]))
    assert NIK in teks(halaman) and "Berkas lengkap" in teks(halaman)
    assert Jejak.objects.filter(jenis="layanan.dilihat", objek=p.id).count() == 1
    kiriman = {"versi": "0", "kunci": str(uuid.uuid4())}
    for _ in range(2):
        jawab = n.post(reverse("layanan_kerja:langkah", args=[p.id, "lengkap"]), kiriman)
        assert jawab.status_code == 302
    p.refresh_from_db()
    assert p.keadaan == "diverifikasi"
    kasus = n.get(reverse("layanan_kerja:satu_kasus", args=[p.kasus_id]))
    assert kasus["Location"] == reverse("layanan_kerja:satu", args=[p.id])
    tolak = reverse("layanan_kerja:langkah", args=[langkah(p, remu.petugas, "proses").id, "tolak"])
    jawab = n.post(tolak, {"versi": "2", "kunci": str(uuid.uuid4()), "alasan": "Bukan wilayah sini"})
    assert jawab.status_code == 422 and "Isi dasar hukumnya" in teks(jawab)
    n.post(
        tolak,
        {"versi": "2", "kunci": str(uuid.uuid4()), "alasan": "Bukan wilayah sini.", "dasar": "Perda 40/2013"},
    )
    warga = Client()
    sesi(warga, p)
    halaman = teks(warga.get(al("cek_satu", p.kode)))
    assert "Bukan wilayah sini. Dasar: Perda 40/2013" in halaman and "UU 30/2014 pasal 77" in halaman
    assert layar("maria").get(reverse("layanan_kerja:satu", args=[p.id])).status_code == 404


@pytest.mark.lambat
def test_banyak_sekaligus_dari_antrean_dan_loket_mencetak_slip(layar, remu, ajukan):
    a, b, n = ajukan(), ajukan(), layar("naomi")
    halaman = n.get(reverse("layanan_kerja:antrean"), {"keadaan": "diajukan"})
    assert "Berkas lengkap yang dicentang" in teks(halaman)
    pilih = {
        "aksi": "lengkap",
        "pilih": [f"{a.id}:0", f"{b.id}:0"],
        "kunci": str(uuid.uuid4()),
        "tahap": "diajukan",
    }
    assert "2 permohonan dikerjakan" in teks(n.post(reverse("layanan_kerja:banyak"), pilih, follow=True))
    assert n.post(reverse("layanan_kerja:banyak"), {**pilih, "pilih": ["x"]}).status_code == 422
    isi_ = {"nama": "Bapak Elias", "unit": str(remu.unit), "kunci": str(uuid.uuid4()), **LAHIR}
    jawab = n.post(reverse("layanan_kerja:loket_mulai", args=["kel-01"]), isi_)
    p = Permohonan.objects.get(cara="loket")
    assert jawab["Location"] == al("isi", p.kode, 1) and p.petugas.nama == "Naomi Lobatin"


@pytest.mark.lambat
def test_standar_diusulkan_petugas_dan_ditetapkan_orang_lain(layar, remu):
    n, s = layar("naomi"), layar("siti")
    isi_ = {
        "nama": "Surat keterangan domisili", "ringkas": "x", "jenis": "dikerjakan", "norma_lama": "30", "norma_satuan": "menit", "biaya": "0",
        "persyaratan": "KTP-el\nPengantar RT", "mulai_hari": "1", "mulai_bulan": "12", "mulai_tahun": "2026", "dasar": "SK 1/2026", "kunci": str(uuid.uuid4()),
    }  # fmt: skip
    alamat = reverse("layanan_kerja:usulkan_standar", args=["kel-01"])
    assert "Isi dengan angka 0 atau lebih" in teks(n.post(alamat, {**isi_, "biaya": "-1"}))
    jawab = n.post(alamat, isi_)
    usul = jawab["Location"]
    assert "Tetapkan" not in teks(n.get(usul)) and "30 menit" in teks(s.get(usul))
    s.post(usul, {"putus": "setuju", "kunci": str(uuid.uuid4())})
    assert UsulStandar.objects.get().status == "ditetapkan"
    versi = StandarPelayanan.objects.filter(subjek__kode="KEL-01", ditutup=None).order_by("mulai")
    assert [(v.mulai, v.norma_lama) for v in versi] == [(date(2026, 1, 1), 15), (date(2026, 12, 1), 30)]
    assert "15 menit" in teks(Client().get(al("satu", "kel-01")))


@pytest.mark.lambat
def test_perancang_menambah_mengubah_menggeser_dan_menerbitkan(layar, remu):
    n, muka = layar("naomi"), reverse("layanan_kerja:formulir", args=["kel-04"])
    baru = reverse("layanan_kerja:isian", args=["kel-04", 1, "baru"])

    def ubahan():
        return str(
            max(
                Formulir.objects.filter(layanan__kode="KEL-04", terbit=None).values_list("ubahan", flat=True),
                default=0,
            )
        )

    isi_ = {"label": "Jumlah pekerja", "kode": "pekerja", "jenis": "angka", "min": "0", "maks": "500", "ubahan": ubahan(), "kunci": str(uuid.uuid4())}  # fmt: skip
    assert "huruf kecil" in teks(n.post(baru, {**isi_, "kode": "Jumlah Pekerja"}))
    assert n.post(baru, isi_)["Location"] == muka
    n.post(muka, {"naik": "pekerja", "ubahan": ubahan(), "kunci": str(uuid.uuid4())})
    assert n.post(muka, {"naik": "pekerja", "ubahan": "0", "kunci": str(uuid.uuid4())}).status_code == 409
    assert "Jumlah pekerja" in teks(n.get(reverse("layanan_kerja:pratinjau", args=["kel-04", 1])))
    syarat = {**isi_, "label": "Jenis ojek", "kode": "ojek", "jenis": "teks", "bila_isian": "jenis_usaha", "bila_sama": "ojek", "ubahan": ubahan(), "kunci": str(uuid.uuid4())}  # fmt: skip
    n.post(baru, syarat)
    n.post(muka, {"terbitkan": "ya", "ubahan": ubahan(), "kunci": str(uuid.uuid4())})
    f = Formulir.objects.filter(layanan__kode="KEL-04", terbit__isnull=False).order_by("-versi").first()
    assert f.versi == 2 and f.skema["properties"]["pekerja"]["maximum"] == 500
    assert {"isian": "jenis_usaha", "sama": ["ojek"]} in [
        i.get("bila") for h in f.rancangan["halaman"] for i in h["isian"]
    ]


def _kueri(fungsi):
    with CaptureQueriesContext(
        connection,
    ) as k:
        fungsi()
    return len(k)


@pytest.mark.lambat
def test_kueri_tidak_tumbuh_bersama_permohonan(layar, warga, remu, ajukan):
    n, p = layar("naomi"), ajukan()
    alamat = [(n, reverse("layanan_kerja:antrean")), (warga, al("satu", "kel-01")), (warga, al("daftar")), (warga, al("cek_satu", p.kode))]  # fmt: skip
    for c, a in alamat:
        c.get(a)
    satu = [_kueri(lambda c=c, a=a: c.get(a)) for c, a in alamat]
    for _ in range(6):
        ajukan()
    assert [_kueri(lambda c=c, a=a: c.get(a)) for c, a in alamat] == satu


def test_masa_simpan_menghapus_draf_dan_isi_yang_lama(remu, mulai, ajukan, langkah):
    from kasuari.dasar.inti.waktu import pada_saat
    from kasuari.masyarakat.layanan import pekerjaan

    mulai()
    p = langkah(ajukan(), remu.petugas, "tolak", "Bukan wilayah sini.")
    with pada_saat(date(2026, 11, 23) + timedelta(days=31)):
        pekerjaan.masa_simpan(None)
    assert list(Permohonan.objects.values_list("id", flat=True)) == [p.id]
    with pada_saat(date(2026, 11, 23) + timedelta(days=731)):
        pekerjaan.masa_simpan(None)
    p.refresh_from_db()
    assert bytes(p.isi) == b"" and p.keadaan == "ditolak"


@pytest.mark.parametrize("peka", [False, True])
def test_halaman_selesai_menyediakan_tempat_bagi_survei_kecuali_layanan_peka(
    warga, remu, ajukan, langkah, peka
):
    p = langkah(ajukan(), remu.petugas, "tolak", "Bukan wilayah sini.")
    Layanan.objects.filter(kode="KEL-01").update(peka=peka)
    with slot.terpisah():
        slot.tawarkan(
            "layanan.selesai", 10, "uji", lambda pelaku, permohonan: f"Nilai pelayanan {permohonan}"
        )
        isi_ = teks(warga.get(al("cek_satu", p.kode)))
    assert (f"Nilai pelayanan {p.id}" in isi_) is not peka
    assert ("Surat keterangan domisili" in isi_) is not peka
    assert selectors.untuk_survei(p.id) == (remu.unit, "KEL-01", not peka)


def test_kabar_whatsapp_hanya_dengan_persetujuan_dan_tanpa_data_pribadi(layar, ajukan):
    tanpa, dengan = ajukan(), ajukan(kabari=True)
    halaman = [
        layar("naomi").get(reverse("layanan_kerja:satu", args=[p.id])).content.decode()
        for p in (tanpa, dengan)
    ]
    assert "wa.me" not in halaman[0]
    tautan = re.search(r"https://wa.me/62[^\"]+", halaman[1])[0]
    assert (
        "6281234567890" in tautan and dengan.kode in tautan and "Yohana" not in tautan and NIK not in tautan
    )
