"""Pindah masuk: identitas sekali, penempatan bernomor membuka register, dan mencabutnya menutupnya lagi."""

import uuid
from datetime import date

import pytest

from kasuari.aparatur.pegawai.models import Pegawai, PegawaiKini, RiwayatGolongan, RiwayatKgb, RiwayatStatus
from kasuari.aparatur.usulan import efek, service
from kasuari.aparatur.usulan.bahan import bahan
from kasuari.aparatur.usulan.masuk import catat_identitas
from kasuari.aparatur.usulan.models import Usulan
from kasuari.aparatur.usulan.rangka import Isian, ambil
from kasuari.aparatur.usulan.tests.conftest import berkas_pdf
from kasuari.dasar.inti.galat import MasukanSalah, TidakBoleh

pytestmark = pytest.mark.django_db
NIP, TMT = "198805122012042003", date(2026, 12, 1)
SYARAT = ("keputusan", "skpp", "sk_pangkat", "sk_kgb", "sk_cpns", "terima")
ISI = {
    "instansi": "Pemerintah Kabupaten Manokwari", "keputusan": "KEP-77/BKN/2026", "keputusan_tanggal": "2026-10-05",
    "golongan": "III/c", "golongan_tmt": "2024-04-01", "mk_tahun": 10, "mk_bulan": 0, "gaji": 3_571_900,
    "gaji_tmt": "2026-04-01", "bebas_keluarga": True,
}  # fmt: skip


@pytest.fixture
def pendatang(orang):
    """Identitas Dorce Rumbino, yang belum pernah menjadi pegawai di sini."""
    uid = catat_identitas(
        orang("frans").pelaku, nip=NIP, nama="Dorce Rumbino", gelar_depan="", gelar_belakang="S.Pd.", tempat_lahir="Manokwari",
        kunci=uuid.uuid4(),
    )  # fmt: skip
    return Pegawai.objects.select_related("orang", "kini").get(uid=uid)


@pytest.fixture
def pos(kursi):
    return kursi("sd4", "Guru Kelas Ahli Muda", "fungsional", formasi=2)


def susun(orang, p, pos, tmt=TMT, **ubah):
    hasil = service.susun(
        orang("frans").pelaku, jenis="mutasi_masuk", pegawai=p.uid, tmt=tmt, isian={**ISI, "pos": pos, **ubah},
        berkas=berkas_pdf(SYARAT), kunci=uuid.uuid4(),
    )  # fmt: skip
    return Usulan.objects.select_related("kasus__unit").get(id=hasil.uid)


def kurang(p, pos, tmt=TMT, **ubah):
    j = ambil("mutasi_masuk")
    return efek.timbang_calon(j, bahan([p.id], j.perlu)[p.id], Isian(tmt, {**ISI, "pos": pos, **ubah}))


@pytest.mark.lambat
def test_penempatan_membuka_register_dan_mencabutnya_menutupnya_lagi(
    orang, pendatang, pos, setda, langkah, baca_surat, cabut
):
    u = susun(orang, pendatang, pos)
    assert u.kasus.unit.kode == "sd4"
    for nama, aksi in (("frans", "ajukan"), ("ruth", "paraf"), ("otniel", "setujui")):
        u = langkah(u, nama, aksi)
    teks = baca_surat(u)
    for kata in ("Dorce Rumbino, S.Pd.", NIP, "Pemerintah Kabupaten Manokwari", "KEP-77/BKN/2026", "5 Oktober 2026", "Penata (III/c)",
                 "10 tahun", "Rp3.571.900,00", "Guru Kelas Ahli Muda", "1 Desember 2026", u.surat.nomor_teks, "Otniel Labobarin"):  # fmt: skip
        assert kata.replace(" ", "") in teks.replace(" ", ""), kata
    status = RiwayatStatus.objects.get(subjek=pendatang, ditutup=None)
    assert (status.jenis, status.kedudukan, status.mulai, status.sk_nomor) == (
        "pns",
        "01",
        TMT,
        u.surat.nomor_teks,
    )
    g, k = RiwayatGolongan.objects.get(subjek=pendatang), RiwayatKgb.objects.get(subjek=pendatang)
    assert (g.golongan, g.mulai, g.mk_tahun, k.gaji_pokok, k.mulai) == (
        "III/c",
        date(2024, 4, 1),
        10,
        3_571_900,
        date(2026, 4, 1),
    )
    cabut(u, "Keputusan pindahnya dibatalkan BKN.")
    assert not RiwayatStatus.objects.filter(subjek=pendatang, ditutup=None).exists()
    kini = PegawaiKini.objects.get(pegawai=pendatang)
    assert (kini.jenis, kini.golongan, kini.gaji_pokok, kini.pos_id) == ("", "", None, None)


def test_identitas_dicatat_sekali_dan_yang_pernah_pindah_keluar_dipakai_lagi(orang, pendatang, catat):
    isi = {
        "nip": NIP,
        "nama": "Nama Lain",
        "gelar_depan": "",
        "gelar_belakang": "",
        "tempat_lahir": "X",
        "kunci": uuid.uuid4(),
    }
    frans = orang("frans").pelaku
    assert catat_identitas(frans, **isi) == pendatang.uid and pendatang.orang.nama == "Dorce Rumbino"
    assert (pendatang.tmt_cpns, pendatang.lahir, pendatang.jk) == (date(2012, 4, 1), date(1988, 5, 12), "P")
    maria = orang("maria").pegawai
    with pytest.raises(MasukanSalah, match="sudah pegawai daerah ini"):
        catat_identitas(frans, **{**isi, "nip": maria.nip})
    for nip, kalimat in (("123", "18"), (orang("ester").pegawai.nip, "NI PPPK")):
        with pytest.raises(MasukanSalah, match=kalimat):
            catat_identitas(frans, **{**isi, "nip": nip})
    with pytest.raises(TidakBoleh):
        catat_identitas(orang("naomi").pelaku, **isi)
    catat("maria", "status", date(2026, 11, 1), ganti=True, nihil=True, jenis="pns", kedudukan="01")
    assert catat_identitas(frans, **{**isi, "nip": maria.nip, "kunci": uuid.uuid4()}) == maria.uid


def test_yang_menahan_disebut_satu_satu(orang, pendatang, pos, kursi):
    assert kurang(pendatang, pos).kurang == []
    assert any("Gaji pokok menurut tabel" in x for x in kurang(pendatang, pos, gaji=3_000_000).ingat)
    for ubah, kalimat in (
        ({"pos": "tidak-ada"}, "Pos tujuan belum dipilih"),
        ({"keputusan": " "}, "nomor serta tanggal keputusan pindahnya"),
        ({"keputusan_tanggal": "2026-12-05"}, "belum tiba"),
        ({"golongan": "IX"}, "Isi golongan"),
        ({"golongan_tmt": "2027-01-01"}, "tidak boleh sesudah TMT pindahnya"),
        ({"mk_tahun": 61}, "tahun 0 sampai 60"),
        ({"gaji": -1}, "rupiah penuh lebih dari nol"),
        ({"bebas_keluarga": False}, "hubungan keluarga"),
        ({"pos": kursi("sd5", "Kepala Unit sd5", "pengawas")}, "Mutasi pejabat manajerial"),
    ):
        pakai = {"pos": pos, **ubah}
        assert kalimat in " ".join(kurang(pendatang, pakai.pop("pos"), **pakai).kurang), kalimat
    assert "TMT tidak boleh sebelum keputusan" in " ".join(kurang(pendatang, pos, date(2026, 9, 1)).kurang)
    with pytest.raises(MasukanSalah, match="Pos tujuan belum dipilih"):
        susun(orang, pendatang, "tidak-ada")
    with pytest.raises(MasukanSalah, match="tidak ada bagi status"):
        susun(orang, orang("maria").pegawai, pos)


def test_layarnya_mencatat_identitas_lalu_membuka_borang_penempatan(layar, pos):
    f = layar("frans")
    assert (
        "/kerja/usulan/masuk/" in f.get("/kerja/usulan/").text
        and "/kerja/usulan/masuk/" not in layar("naomi").get("/kerja/usulan/").text
    )
    isi = {
        "nip": f"{NIP[:8]} {NIP[8:]}",
        "nama": "Dorce Rumbino",
        "tempat_lahir": "Manokwari",
        "kunci": str(uuid.uuid4()),
    }
    jawab = f.post("/kerja/usulan/masuk/", {**isi, "nip": "12"})
    assert jawab.status_code == 422 and Pegawai.objects.filter(nip=NIP).count() == 0
    for _ in range(2):
        jawab = f.post("/kerja/usulan/masuk/", isi)
        assert jawab.status_code == 302
    p = Pegawai.objects.get(nip=NIP)
    borang = f.get(jawab["Location"])
    assert (
        borang.status_code == 200
        and 'name="instansi"' in borang.text
        and "Mulai bertugas di sini" in borang.text
    )
    assert jawab["Location"] == f"/kerja/usulan/susun/{p.uid}/mutasi_masuk/"
