"""Layar cuti: mengisi sampai terkirim, memutuskan, melihat tim, dan mencatat dari kertas; kueri tidak tumbuh."""

import re
import uuid
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.berkas import pdf

from kasuari.aparatur.cuti.models import CatatanCuti, PermohonanCuti
from kasuari.dasar.inti.galat import TidakBoleh

pytestmark = pytest.mark.django_db
SENIN, RABU = date(2026, 12, 14), date(2026, 12, 16)


def hari(nama, t):
    return {f"{nama}_{n}": str(v) for n, v in (("hari", t.day), ("bulan", t.month), ("tahun", t.year))}


def isian(jenis="tahunan", mulai=SENIN, selesai=RABU, **lain):
    isi = {"jenis": jenis, "alasan": "Acara keluarga", "alamat": "Remu", "kunci": str(uuid.uuid4())}
    return isi | hari("mulai", mulai) | hari("selesai", selesai) | lain


def teks(jawab):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", jawab.content.decode()))


@pytest.mark.lambat
def test_maria_memeriksa_dahulu_lalu_mengirim_sekali_walau_ditekan_dua_kali(layar):
    m, isi = layar("maria"), isian()
    jawab = m.post(reverse("cuti:ajukan"), isi)
    assert jawab.status_code == 200
    assert "Sisa sesudah cuti ini 9 hari kerja" in teks(jawab)
    assert PermohonanCuti.objects.count() == 0
    ubah = m.post(reverse("cuti:ajukan"), {**isi, "ubah": "ya"})
    assert "Acara keluarga" in ubah.content.decode()
    for _ in range(2):
        jawab = m.post(reverse("cuti:ajukan"), {**isi, "kirim": "ya"})
        assert jawab.status_code == 302
    assert PermohonanCuti.objects.count() == 1
    halaman = teks(m.get(jawab["Location"]))
    assert "Ditunggu Kepala SD Negeri 1: Siti Rahmawati" in halaman
    assert "Paling lambat" in halaman


def test_isian_kosong_disebut_satu_satu_dan_tidak_ada_yang_hilang(layar):
    jawab = layar("maria").post(reverse("cuti:ajukan"), {"alamat": "Remu", "kunci": str(uuid.uuid4())})
    assert jawab.status_code == 422
    for kalimat in ("Pilih jenis cuti.", "Isi hari pertama cuti.", "Isi hari terakhir cuti.", "Isi alasan."):
        assert kalimat in teks(jawab)
    assert 'value="Remu"' in jawab.content.decode()


def test_saldo_kurang_disebut_di_isian_dengan_sisanya(layar):
    jawab = layar("maria").post(reverse("cuti:ajukan"), isian(selesai=date(2026, 12, 31)))
    assert jawab.status_code == 422
    assert "tinggal 12 hari kerja" in teks(jawab)


def test_sakit_dengan_surat_dokter_langsung_terkirim_dan_buktinya_hanya_bagi_yang_berhak(layar):
    bukti = SimpleUploadedFile("dokter.pdf", pdf("surat dokter"))
    jawab = layar("maria").post(reverse("cuti:ajukan"), {**isian("sakit"), "bukti": bukti})
    c = PermohonanCuti.objects.get()
    assert jawab["Location"] == reverse("cuti:satu", args=[c.id])
    alamat = reverse("cuti:bukti", args=[c.id])
    assert {n: layar(n).get(alamat).status_code for n in ("maria", "siti", "frans", "yosep", "dominggus")} == {
        "maria": 200, "siti": 200, "frans": 200, "yosep": 404, "dominggus": 404,
    }  # fmt: skip


@pytest.mark.lambat
def test_atasan_meminta_perbaikan_lalu_maria_memperbaiki(layar, ajukan):
    c = ajukan("maria", SENIN, RABU)
    siti, alamat = layar("siti"), reverse("cuti:langkah", args=[c.id, "kembalikan"])
    assert "Minta perbaikan" in teks(siti.get(alamat))
    isi = {"aksi": "kembalikan", "versi": c.kasus.versi, "kunci": str(uuid.uuid4())}
    assert siti.post(alamat, isi).status_code == 422  # tanpa alasan
    assert siti.post(alamat, {**isi, "alasan": "Tanggalnya ujian."}).status_code == 302
    m = layar("maria")
    assert "Tanggalnya ujian." in teks(m.get(reverse("cuti:satu", args=[c.id])))
    perbaiki = reverse("cuti:perbaiki", args=[c.id])
    assert "Acara keluarga" in m.get(perbaiki).content.decode()
    assert m.post(perbaiki, {**isian(selesai=SENIN), "kirim": "ya"}).status_code == 302
    c = PermohonanCuti.objects.get()
    assert (c.hari, c.kasus.keadaan) == (1, "atasan")


def test_setuju_ditekan_dua_kali_dijawab_sama_dan_satu_langkah(layar, ajukan):
    c = ajukan("maria", SENIN, RABU)
    siti, alamat = layar("siti"), reverse("cuti:langkah", args=[c.id, "teruskan"])
    isi = {"aksi": "teruskan", "versi": c.kasus.versi, "kunci": str(uuid.uuid4())}
    assert [siti.post(alamat, isi).status_code for _ in range(2)] == [302, 302]
    assert c.kasus.langkah.filter(aksi="teruskan").count() == 1
    basi = {**isi, "kunci": str(uuid.uuid4())}
    assert siti.post(alamat, basi).status_code in {403, 409}


def test_tolak_dengan_alasan_ditekan_dua_kali_dijawab_sama(layar, ajukan):
    c = ajukan("maria", SENIN, RABU)
    siti, alamat = layar("siti"), reverse("cuti:langkah", args=[c.id, "tolak"])
    isi = {
        "aksi": "tolak", "versi": c.kasus.versi, "kunci": str(uuid.uuid4()), "alasan": " Ujian semester. ",
        "siap": "Tanggalnya bentrok dengan tugas yang tidak dapat ditinggalkan.",
    }  # fmt: skip
    assert [siti.post(alamat, isi).status_code for _ in range(2)] == [302, 302]
    assert "ditinggalkan. Ujian semester." in c.kasus.langkah.get(aksi="tolak").alasan


def test_tugas_menyebut_yang_ditunggu_dan_hilang_sesudah_diputus(layar, ajukan, putuskan):
    c = ajukan("maria", SENIN, RABU)
    siti = layar("siti")
    assert "Cuti: Maria Kandimor" in teks(siti.get(reverse("tugas")))
    assert "Tidak ada tugas" in teks(layar("yosep").get(reverse("tugas")))
    putuskan(c, "siti", "teruskan")
    assert "Maria Kandimor" not in teks(siti.get(reverse("tugas")))
    assert "Cuti: Maria Kandimor" in teks(layar("yuliana").get(reverse("tugas")))


def test_kalender_tim_tidak_menyebut_sakit_dan_hanya_orang_yang_terjangkau(layar, ajukan, orang):
    bukti = pdf("surat dokter")
    ajukan("maria", SENIN, RABU, jenis="sakit", bukti=bukti)
    ajukan("ester", SENIN, RABU)
    isi = teks(layar("siti").get(reverse("cuti:tim"), {"bulan": "2026-12"}))
    assert "Maria Kandimor" in isi
    assert "Sakit" not in isi
    assert "Ester" not in isi
    for salah in ("2026-13", "kemarin", "1999-01", ""):
        assert layar("siti").get(reverse("cuti:tim"), {"bulan": salah}).status_code in {200, 404}


def test_cuti_dari_kertas_dicatat_petugas_dan_nip_keliru_disebut(layar, orang):
    isi = {"nip": orang("maria").nip, "tahun": "2025", "terpakai": "4", "kunci": str(uuid.uuid4())}
    frans = layar("frans")
    salah = frans.post(reverse("cuti:saldo"), {**isi, "nip": "1985"})
    assert (salah.status_code, "NIP ini tidak terdaftar" in teks(salah)) == (422, True)
    for _ in range(2):
        assert frans.post(reverse("cuti:saldo"), isi).status_code == 302
    assert CatatanCuti.objects.get().terpakai == 4
    maria = teks(layar("maria").get(reverse("cuti:saya")))
    assert "Sisa tahun lalu yang terbawa: 6" in maria


def _banyak_kueri(c, alamat):
    with CaptureQueriesContext(connection) as q:
        assert c.get(alamat).status_code == 200
    return len(q)


@pytest.mark.lambat
def test_kueri_layar_cuti_tidak_tumbuh_dengan_barisnya(layar, ajukan):
    alamat = [reverse("tugas"), f"{reverse('cuti:tim')}?bulan=2026-12", reverse("cuti:saya")]
    ajukan("maria", SENIN, SENIN)
    orang = [layar("siti"), layar("siti"), layar("maria")]
    sedikit = [_banyak_kueri(c, a) for c, a in zip(orang, alamat, strict=True)]
    for n in range(1, 5):
        ajukan("maria", SENIN.replace(day=14 + n), SENIN.replace(day=14 + n))
        ajukan("yosep", SENIN.replace(day=14 + n), SENIN.replace(day=14 + n))
    assert [_banyak_kueri(c, a) for c, a in zip(orang, alamat, strict=True)] == sedikit


@pytest.mark.parametrize("nama", ["kertas", "bersama", "saldo"])
def test_halaman_petugas_punya_jalan_kembali_ke_cuti_tim(layar, nama):
    isi = layar("naomi").get(reverse(f"cuti:{nama}")).content.decode()
    assert f'class="kembali layar" href="{reverse("cuti:tim")}"' in isi
    assert "Tersimpan di sini" not in isi  # daftar NIP dihitung baris, bukan huruf


def test_menyetujui_meminta_sandi_dan_meneruskan_tidak(layar, ajukan, putuskan):
    c = ajukan("maria", SENIN, RABU)
    with pytest.raises(TidakBoleh) as galat:
        putuskan(putuskan(c, "siti", "teruskan", sudo=False), "yuliana", "setujui", sudo=False)
    assert galat.value.perlu_sudo
    y, satu, alamat = (
        layar("yuliana"),
        reverse("cuti:satu", args=[c.id]),
        reverse("cuti:langkah", args=[c.id, "setujui"]),
    )
    assert f'action="{alamat}"' in y.get(satu).content.decode()
    sesi = y.session
    sesi["sudo_pada"] = 0
    sesi.save()
    assert f'href="{alamat}"' in y.get(satu).content.decode()
    for jawab in (y.get(alamat), y.post(alamat, {"versi": c.kasus.versi, "kunci": str(uuid.uuid4())})):
        assert jawab.status_code == 302 and "/lagi/" in jawab["Location"]
    c.kasus.refresh_from_db()
    assert c.kasus.keadaan == "pejabat"
