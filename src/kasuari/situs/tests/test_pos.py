"""Layar pos dan pemegangnya: dicari, diperiksa, disimpan sekali; yang keliru ditolak dengan kalimat."""

import uuid
from datetime import date

import pytest
from django.urls import reverse

from kasuari.aparatur.pegawai import service as pegawai
from kasuari.dasar.inti.galat import BedaVersi, MasukanSalah
from kasuari.dasar.organisasi import selectors, service
from kasuari.dasar.organisasi.models import Penugasan, Pos, PosKeadaan, Unit
from kasuari.dasar.organisasi.service import BarisPenugasan, BarisPos, Dasar

pytestmark = pytest.mark.django_db
SK = {"sk_nomor": "SK 800/12/2026", "sk_tanggal_hari": "", "sk_tanggal_bulan": "", "sk_tanggal_tahun": ""}


@pytest.fixture
def frans(layar):
    return layar("frans")


@pytest.fixture
def kepala_pkm(pelaku_sistem):
    """Pos kepala puskesmas yang kosong sejak 2020."""
    baris = [BarisPos("pkm-kepala", "pkm", "Kepala Puskesmas Remu", "pengawas", "IV.a", kepala=True)]
    service.catat_pos(pelaku_sistem, berlaku=date(2020, 1, 1), baris=baris, kunci=uuid.uuid4())
    return Pos.objects.get(kode="pkm-kepala")


def hari(nama, t):
    return {f"{nama}_{n}": str(v) for n, v in (("hari", t.day), ("bulan", t.month), ("tahun", t.year))}


def tugas(jenis="definitif", mulai=date(2026, 12, 1), sampai=None, **lain):
    isi = {"jenis": jenis, **hari("mulai", mulai), **SK, "kunci": str(uuid.uuid4()), **lain}
    return isi | (hari("sampai", sampai) if sampai else {})


def isi(jawab):
    return jawab.content.decode()


def test_pos_baru_dicatat_diubah_dan_dihapus_pada_tanggalnya(frans):
    unit = Unit.objects.get(kode="pkm")
    alamat = reverse("organisasi:pos_baru", args=[unit.uid])
    kirim = {"nama": "Kepala Subbagian Tata Usaha", "jenis": "pengawas", "eselon": "IV.b", "kelas": "8", "formasi": "1",
             **hari("mulai", date(2026, 1, 1)), **SK, "kunci": str(uuid.uuid4())}  # fmt: skip
    assert "Isi dengan angka 17 atau kurang" in isi(frans.post(alamat, kirim | {"kelas": "18"}))
    assert "Periksa sebelum disimpan" in isi(frans.post(alamat, kirim))
    assert not PosKeadaan.objects.filter(nama="Kepala Subbagian Tata Usaha").exists()
    assert frans.post(alamat, {**kirim, "simpan": "ya"}).status_code == 302
    assert frans.post(alamat, {**kirim, "simpan": "ya"}).status_code == 302  # ditekan dua kali
    pos = PosKeadaan.objects.get(nama="Kepala Subbagian Tata Usaha")
    assert "Kepala Subbagian Tata Usaha" in isi(frans.get(reverse("organisasi:unit", args=[unit.uid])))

    ubah = reverse("organisasi:pos_ubah", args=[pos.subjek.uid])
    assert 'value="Kepala Subbagian Tata Usaha"' in isi(frans.get(ubah))
    baru = kirim | {
        "nama": "Kepala Tata Usaha",
        "formasi": "2",
        **hari("mulai", date(2026, 6, 1)),
        "kunci": str(uuid.uuid4()),
    }
    frans.post(ubah, {**baru, "simpan": "ya"})
    assert selectors.pos_pada(date(2026, 5, 31)).get(subjek=pos.subjek).formasi == 1
    assert selectors.pos_pada(date(2026, 6, 1)).get(subjek=pos.subjek).nama == "Kepala Tata Usaha"
    hapus = baru | {"hapus": "on", **hari("mulai", date(2026, 11, 1)), "kunci": str(uuid.uuid4())}
    assert "Hapus pos" in isi(frans.post(ubah, hapus))
    frans.post(ubah, {**hapus, "simpan": "ya"})
    assert not selectors.pos_pada().filter(subjek=pos.subjek).exists()


def test_nama_pos_yang_sama_di_unit_itu_mendapat_kode_lain(frans):
    unit = Unit.objects.get(kode="pkm")
    alamat = reverse("organisasi:pos_baru", args=[unit.uid])
    for _ in range(2):
        frans.post(alamat, {"nama": "Dokter", "jenis": "fungsional", "formasi": "1", **hari("mulai", date(2026, 1, 1)), **SK,
                            "kunci": str(uuid.uuid4()), "simpan": "ya"})  # fmt: skip
    assert PosKeadaan.objects.filter(unit=unit, nama="Dokter").values("subjek").distinct().count() == 2


def test_orang_dicari_dengan_salah_ketik_lalu_ditetapkan_dan_jabatan_lamanya_berakhir(
    frans, orang, kepala_pkm
):
    cari = reverse("organisasi:cari", args=[kepala_pkm.uid])
    assert "Ester Mambraku" in isi(frans.get(cari, {"cari": "estr mambraku"}))
    assert "Tidak ada yang cocok" in isi(frans.get(cari, {"cari": "zzqx"}))
    ester = orang("ester").orang
    lama = Penugasan.objects.get(subjek=ester, ditutup=None)
    alamat, kirim = reverse("organisasi:tetapkan", args=[kepala_pkm.uid, ester.uid]), tugas()
    periksa = isi(frans.post(alamat, kirim))
    assert "Jabatan yang berakhir" in periksa and "Kepala Puskesmas Remu" in periksa
    for _ in range(2):
        assert frans.post(alamat, {**kirim, "simpan": "ya"}).status_code == 302
    kini = Penugasan.objects.filter(subjek=ester, ditutup=None).order_by("mulai")
    assert [(t.pos_id, t.mulai, t.sampai) for t in kini] == [
        (lama.pos_id, lama.mulai, date(2026, 12, 1)), (kepala_pkm.id, date(2026, 12, 1), None),
    ]  # fmt: skip
    assert kini[1].sk_nomor == "SK 800/12/2026"


def test_plt_wajib_berakhir_dan_jabatan_tetapnya_tidak_berubah(frans, orang, kepala_pkm):
    yosep = orang("yosep").orang
    alamat = reverse("organisasi:tetapkan", args=[kepala_pkm.uid, yosep.uid])
    jawab = frans.post(alamat, tugas("plt", mulai=date(2026, 11, 1)))
    assert jawab.status_code == 422 and "Plt, Plh, dan Pj selalu sementara" in isi(jawab)
    frans.post(alamat, tugas("plt", mulai=date(2026, 11, 1), sampai=date(2027, 2, 1), simpan="ya"))
    assert Penugasan.objects.filter(subjek=yosep, ditutup=None, jenis="definitif", sampai=None).count() == 1
    halaman = isi(frans.get(reverse("organisasi:unit", args=[Unit.objects.get(kode="pkm").uid])))
    assert "Yosep Tanagiri (Plt)" in halaman
    lembar = isi(frans.get(reverse("organisasi:pos", args=[kepala_pkm.uid])))
    assert "berakhir 1 Februari 2027" in lembar and "Akhiri tugas" in lembar
    lagi = frans.post(alamat, tugas("plt", mulai=date(2026, 12, 1), sampai=date(2027, 3, 1), simpan="ya"))
    assert lagi.status_code == 422 and "sudah memegang pos itu" in isi(lagi)


def test_plh_bertahun_tahun_diperingatkan_sebelum_disimpan(frans, orang, kepala_pkm):
    alamat = reverse("organisasi:tetapkan", args=[kepala_pkm.uid, orang("yosep").orang.uid])
    lama = isi(frans.post(alamat, tugas("plh", mulai=date(2026, 11, 1), sampai=date(2027, 1, 1))))
    assert "Perlu diperhatikan" in lama and "61 hari, lebih lama dari 30 hari" in lama
    terlalu = isi(frans.post(alamat, tugas("plh", mulai=date(2026, 11, 1), sampai=date(2027, 2, 2))))
    assert "Plh paling lama 3 bulan, jadi hari terakhirnya paling lambat 31 Januari 2027" in terlalu
    wajar = isi(frans.post(alamat, tugas("plh", mulai=date(2026, 11, 1), sampai=date(2026, 12, 1))))
    assert "Perlu diperhatikan" not in wajar


def test_kursi_manajerial_yang_terisi_menolak_pejabat_kedua(frans, orang, kepala_pkm, pelaku_sistem):
    pegawai.tetapkan_pemegang(
        pelaku_sistem,
        baris=BarisPenugasan(orang("ester").orang.uid, date(2026, 11, 1), "pkm-kepala"),
        kunci=uuid.uuid4(),
    )
    alamat = reverse("organisasi:tetapkan", args=[kepala_pkm.uid, orang("yosep").orang.uid])
    jawab = frans.post(alamat, tugas(simpan="ya"))
    assert jawab.status_code == 422 and "Akhiri dulu tugasnya" in isi(jawab)


@pytest.mark.parametrize(
    ("baris", "kalimat"),
    [
        ({"mulai": date(2019, 1, 1)}, "belum ada atau sudah dihapus"),
        ({"mulai": date(2026, 12, 1), "sampai": date(2026, 12, 1)}, "harus sesudah tanggal mulai"),
        ({"mulai": date(2000, 1, 1)}, "belum ada"),
    ],
)
def test_penetapan_yang_keliru_ditolak_dan_tidak_ada_yang_tertulis(
    orang, kepala_pkm, pelaku_sistem, baris, kalimat
):
    banyak = Penugasan.objects.count()
    with pytest.raises(MasukanSalah, match=kalimat):
        pegawai.tetapkan_pemegang(
            pelaku_sistem,
            baris=BarisPenugasan(orang("ester").orang.uid, pos="pkm-kepala", **baris),
            kunci=uuid.uuid4(),
        )
    assert Penugasan.objects.count() == banyak


def test_jabatan_lain_sesudah_hari_mulai_menahan_penetapan(orang, kepala_pkm, pelaku_sistem):
    ester = orang("ester").orang.uid
    pegawai.tetapkan_pemegang(
        pelaku_sistem, baris=BarisPenugasan(ester, date(2026, 11, 1), "pkm-kepala"), kunci=uuid.uuid4()
    )
    with pytest.raises(MasukanSalah, match="sudah tercatat dalam jabatan lain mulai 1 November 2026"):
        pegawai.tetapkan_pemegang(
            pelaku_sistem,
            baris=BarisPenugasan(ester, date(2026, 1, 1), "sd1-Guru Ahli Pertama"),
            kunci=uuid.uuid4(),
        )


def test_tugas_diakhiri_sekali_dan_kursinya_kosong_lagi(frans, orang, kepala_pkm, pelaku_sistem):
    ester = orang("ester")
    baris = BarisPenugasan(ester.orang.uid, date(2026, 1, 1), "pkm-kepala")
    uid = pegawai.tetapkan_pemegang(pelaku_sistem, baris=baris, kunci=uuid.uuid4()).uid
    alamat = reverse("organisasi:akhiri", args=[uid])
    kirim = {**hari("mulai", date(2026, 11, 1)), **SK, "kunci": str(uuid.uuid4())}
    assert "Berakhir pada" in isi(frans.post(alamat, kirim))
    for _ in range(2):
        assert frans.post(alamat, {**kirim, "simpan": "ya"}).status_code in (302, 404)
    assert Penugasan.objects.get(pos=kepala_pkm, ditutup=None).sampai == date(2026, 11, 1)
    awal = frans.post(alamat, kirim | {"kunci": str(uuid.uuid4())})
    assert awal.status_code == 404  # catatan itu sudah diganti
    baru = Penugasan.objects.get(pos=kepala_pkm, ditutup=None).uid
    for sampai, kalimat in (
        (date(2025, 1, 1), "sesudah tanggal mulainya"),
        (date(2027, 1, 1), "sudah berakhir 1 November 2026"),
    ):
        with pytest.raises(MasukanSalah, match=kalimat):
            pegawai.akhiri_tugas(
                pelaku_sistem, tugas=baru, sampai=sampai, dasar=Dasar("SK 1"), kunci=uuid.uuid4()
            )


@pytest.mark.dua_db
def test_dua_orang_mengakhiri_tugas_yang_sama_satu_menang(orang, pelaku_sistem):
    t = Penugasan.objects.filter(subjek=orang("maria").orang, ditutup=None).first()
    service.akhiri_penugasan(pelaku_sistem, t, date(2026, 11, 1))
    with pytest.raises(BedaVersi):
        service.akhiri_penugasan(pelaku_sistem, t, date(2026, 11, 2))
