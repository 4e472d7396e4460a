"""Dari temuan sampai vonis: siapa memutus, apa yang ditolak, dan apa yang tidak dapat dihilangkan."""

import uuid
from datetime import date

import pytest
from tests import kota_kecil

from kasuari.dasar.alur import selectors as alur
from kasuari.dasar.inti.galat import BedaVersi, MasukanSalah, TidakAda, TidakBoleh
from kasuari.dasar.inti.waktu import pada_saat
from kasuari.dasar.kabar.models import Pesan
from kasuari.pengawasan.perbaikan import pekerjaan, selectors, service
from kasuari.pengawasan.perbaikan.models import Perbaikan, Permintaan

from .conftest import JANJI, SEMESTER_3, pos_uid

pytestmark = pytest.mark.django_db
LALU = date(2027, 7, 2)


def ukur(pada=LALU):
    with pada_saat(pada):
        return pekerjaan.ukur()


@pytest.mark.dua_db
def test_temuan_direncanakan_dikerjakan_diukur_lagi_dan_terbukti_membaik(dikerjakan, terbit):
    p = dikerjakan()
    assert (p.kasus.keadaan, p.dikerjakan) == ("ukur", date(2026, 12, 15))
    assert ukur() == 0  # survei yang mulai sesudahnya belum ada
    terbit("sd1", SEMESTER_3, waktu="2.90", biaya="3.62", perilaku="3.20")
    assert ukur() == 1 and ukur() == 0
    p = Perbaikan.objects.select_related("kasus").get(id=p.id)
    u = p.ukuran.get()
    assert (p.kasus.keadaan, p.terbuka, u.vonis, str(u.selisih), str(u.pembanding)) == (
        "membaik", False, "membaik", "0.5000", "0.0100",
    )  # fmt: skip


def test_yang_tidak_membaik_membuka_perbaikan_lanjutan(dikerjakan, terbit):
    p = dikerjakan()
    terbit("sd1", SEMESTER_3, lebar="0.02", waktu="2.10", biaya="3.60")
    ukur()
    lanjut = Perbaikan.objects.get(lanjutan_dari=p)
    assert (Perbaikan.objects.get(id=p.id).kasus.keadaan, lanjut.kasus.keadaan, lanjut.temuan.get().sebab) == (
        "memburuk", "ditemukan", ["lagi_memburuk"],
    )  # fmt: skip


def test_yang_membaik_tetapi_masih_terendah_menjadi_temuan_baru(dikerjakan, terbit):
    p = dikerjakan()
    terbit("sd1", SEMESTER_3, waktu="2.90", biaya="3.60")
    with pada_saat(LALU):
        pekerjaan.survei_terbit(None)
    baru = Perbaikan.objects.get(lanjutan_dari=p)
    assert (Perbaikan.objects.get(id=p.id).kasus.keadaan, baru.kasus.keadaan, baru.temuan.get().sebab) == (
        "membaik", "ditemukan", ["terendah"],
    )  # fmt: skip


def test_yang_belum_dapat_dikatakan_menunggu_sekali_lagi_lalu_ditutup_terus_terang(dikerjakan, terbit):
    p = dikerjakan()
    terbit("sd1", SEMESTER_3, n=12, lebar="0.60", waktu="2.70", biaya="3.60")
    ukur()
    assert (Perbaikan.objects.get(id=p.id).kasus.keadaan, p.ukuran.get().vonis) == ("ukur", "belum")
    terbit("sd1", date(2027, 7, 1), n=3, waktu="2.70", biaya="3.60")
    ukur(date(2028, 1, 2))
    assert Perbaikan.objects.get(id=p.id).kasus.keadaan == "belum"
    assert [u.sebab for u in p.ukuran.order_by("periode")] == ["lebar", "ditahan"]


def test_survei_yang_mulai_sebelum_pekerjaan_selesai_tidak_menjadi_ukurannya(dikerjakan, terbit):
    dikerjakan()
    terbit("sd1", date(2026, 12, 1), waktu="3.90", biaya="3.60")
    assert ukur() == 0


def test_vonis_tidak_dapat_dipilih_orang(dikerjakan, orang, jalan):
    p = dikerjakan()
    assert alur.aksi_tersedia(orang("otniel").pelaku, p.kasus) == []
    with pytest.raises(TidakBoleh):
        jalan(p, "otniel", "membaik")


def test_yang_menyusun_rencana_tidak_menyetujuinya_sendiri(temuan, rencanakan, jalan):
    p = rencanakan(temuan())
    with pytest.raises(TidakBoleh):
        jalan(p, "siti", "setujui")


def test_bukti_diserahkan_hanya_bila_ada_dan_yang_menyerahkan_tidak_memeriksanya(
    temuan, rencanakan, jalan, bukti
):
    p = jalan(rencanakan(temuan()), "yuliana", "setujui")
    with pytest.raises(MasukanSalah, match="Tambahkan dahulu buktinya"):
        jalan(p, "siti", "serahkan")
    bukti(p)
    p = jalan(p, "siti", "serahkan")
    with pytest.raises(TidakBoleh):
        jalan(p, "siti", "terima")
    p = jalan(p, "otniel", "kurang", alasan="Fotonya gelap.", pada=date(2026, 11, 24))
    with pytest.raises(MasukanSalah, match="Tambahkan dahulu buktinya"):
        jalan(p, "siti", "serahkan", pada=date(2026, 11, 25))


def test_tanggal_baru_perlu_alasan_dan_persetujuan_dan_janji_semula_tetap_terbaca(temuan, rencanakan, jalan):
    p = jalan(rencanakan(temuan()), "yuliana", "setujui")
    with pytest.raises(MasukanSalah, match="sesudah janji"):
        jalan(p, "siti", "minta_waktu", alasan="Barang belum datang.", tanggal=JANJI)
    p = jalan(p, "siti", "minta_waktu", alasan="Barang belum datang.", tanggal=date(2027, 1, 31))
    assert p.janji == JANJI
    p = jalan(p, "yuliana", "beri_waktu")
    assert (p.janji, [j.tanggal for j in p.semua_janji.order_by("urut")]) == (
        date(2027, 1, 31), [JANJI, date(2027, 1, 31)],
    )  # fmt: skip


def test_minta_tidak_ditindaklanjuti_diputus_inspektorat_dan_alasannya_terbaca_umum(temuan, jalan, client):
    p = jalan(temuan(), "siti", "usul_lepas", alasan="Loketnya sudah ditutup bulan lalu.")
    p = jalan(p, "otniel", "lepas")
    assert not p.terbuka
    assert "Loketnya sudah ditutup bulan lalu." in client.get(f"/perbaikan/{p.id}/").content.decode()


def test_janji_hari_ini_atau_kemarin_ditolak_dan_jabatan_dinas_lain_ditolak(temuan, rencanakan):
    p = temuan()
    with pytest.raises(MasukanSalah, match="sesudah hari ini"):
        rencanakan(p, janji=kota_kecil.HARI)
    with pytest.raises(MasukanSalah, match="di unit ini"):
        rencanakan(p, pos="kes-Kepala Dinas Kesehatan")
    with pytest.raises(MasukanSalah, match="paling panjang 2000"):
        rencanakan(p, tindakan="x" * 100_000)


@pytest.mark.parametrize(
    "tulisan", ["Bu X, NIK 9271016703900001", "nip 19910521 201604 2 001", "hubungi 0812-3456-7890", "WA +62 812 3456 7890"]
)  # fmt: skip
def test_nik_nip_dan_nomor_hp_tidak_ikut_terbaca_umum(temuan, rencanakan, jalan, tulisan):
    p = temuan()
    with pytest.raises(MasukanSalah, match="dibaca umum"):
        rencanakan(p, sebab=tulisan)
    with pytest.raises(MasukanSalah, match="dibaca umum"):
        jalan(p, "siti", "usul_lepas", alasan=tulisan)


def test_rupiah_dan_tanggal_di_rencana_bukan_nomor_orang(temuan, rencanakan):
    assert rencanakan(
        temuan(), tindakan="Rp1.500.000.000 sampai 31-12-2026, 2026-2027, DPA 1.02.03.4.05"
    ).sebab


def test_unit_tanpa_pimpinan_ditunggu_pimpinan_di_atasnya(temuan):
    p = temuan(unit="pkm")
    assert alur.keterangan(p.kasus).siapa == "Kepala Dinas Kesehatan"


def test_kiriman_yang_sama_dua_kali_sekali_saja_dan_versi_lama_ditolak(temuan, rencanakan, jalan):
    p = rencanakan(temuan())
    kunci, versi = uuid.uuid4(), p.kasus.versi
    p.kasus.refresh_from_db()
    versi = p.kasus.versi
    jalan(p, "yuliana", "setujui", kunci=kunci, versi=versi)
    jalan(p, "yuliana", "setujui", kunci=kunci, versi=versi)
    assert p.semua_janji.count() == 1
    with pytest.raises(BedaVersi):
        jalan(p, "yuliana", "setujui", versi=versi)


def test_atasan_dinas_lain_tidak_melihat_dan_tidak_bertindak(temuan, orang):
    p = temuan()
    assert not selectors.daftar(orang("dominggus").pelaku).exists()
    with pytest.raises(TidakAda):
        selectors.satu(orang("dominggus").pelaku, p.id)


def test_pelatihan_diminta_dijawab_bkpsdm_dan_penolakan_beralasan(temuan, orang):
    p = temuan()
    with pytest.raises(MasukanSalah, match="berapa orang"):
        service.minta(
            orang("siti").pelaku, uid=p.id, jenis="pelatihan", uraian="Pelayanan prima", kunci=uuid.uuid4()
        )
    uid = service.minta(
        orang("siti").pelaku,
        uid=p.id,
        jenis="pelatihan",
        uraian="Pelayanan prima",
        banyak=4,
        kunci=uuid.uuid4(),
    ).uid
    with pytest.raises(MasukanSalah, match="alasannya"):
        service.jawab(orang("frans").pelaku, uid=uid, keadaan="ditolak", versi=0, kunci=uuid.uuid4())
    service.jawab(orang("frans").pelaku, uid=uid, keadaan="diterima", versi=0, kunci=uuid.uuid4())
    with pytest.raises(BedaVersi):
        service.jawab(orang("frans").pelaku, uid=uid, keadaan="selesai", versi=0, kunci=uuid.uuid4())
    assert Permintaan.objects.get().keadaan == "diterima"


def test_temuan_dari_luar_baru_terbaca_umum_sesudah_rencananya_disetujui(
    orang, rencanakan, jalan, client, terbit
):
    uid = service.catat_temuan(
        orang("otniel").pelaku, unit=orang("siti").pegawai.kini.unit.uid, uraian="Ombudsman: syarat tidak terpasang.", kunci=uuid.uuid4()
    ).uid  # fmt: skip
    p = Perbaikan.objects.get(id=uid)
    assert client.get(f"/perbaikan/{uid}/").status_code == 404
    p = jalan(rencanakan(p), "yuliana", "setujui")
    assert "Ombudsman" in client.get(f"/perbaikan/{uid}/").content.decode()


def test_temuan_dari_luar_selesai_dengan_buktinya_tanpa_diukur(orang, rencanakan, jalan, bukti, terbit):
    uid = service.catat_temuan(
        orang("otniel").pelaku, unit=orang("siti").pegawai.kini.unit.uid, uraian="Syarat tidak terpasang.", kunci=uuid.uuid4()
    ).uid  # fmt: skip
    p = jalan(rencanakan(Perbaikan.objects.get(id=uid)), "yuliana", "setujui")
    bukti(p)
    jalan(p, "siti", "serahkan")
    p = jalan(p, "otniel", "terima")
    assert (p.kasus.keadaan, p.terbuka) == ("selesai", False)


def test_pemilik_diingatkan_tiga_puluh_dan_tujuh_hari_sebelum_janji_sekali_saja(
    temuan, rencanakan, jalan, orang
):
    p = rencanakan(temuan())
    jalan(p, "yuliana", "setujui")
    siti = orang("siti").orang.uid
    for hari in (date(2026, 12, 13), date(2026, 12, 13), date(2026, 12, 14)):
        with pada_saat(hari):
            pekerjaan.ingatkan()
    pesan = Pesan.objects.filter(orang=siti, templat="perbaikan.ingat")
    assert [m.data["hari"] for m in pesan] == [7]


def test_pemilik_rencana_boleh_jabatan_pimpinan_di_atasnya(temuan, rencanakan, jalan):
    p = rencanakan(temuan(), pos="dik-Kepala Dinas Pendidikan")
    assert p.pos.uid == pos_uid("dik-Kepala Dinas Pendidikan")
