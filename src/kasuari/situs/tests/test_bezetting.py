"""Bezetting: kebutuhan, terisi, selisih, pensiun; yang belum ditetapkan tidak pernah nol; formasi dari layar dan berkas."""

import io
import uuid
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from python_calamine import CalamineWorkbook

from kasuari.aparatur.pegawai.models import PegawaiKini
from kasuari.dasar.impor import service as impor
from kasuari.dasar.impor.models import ImporBaris, ImporBerkas
from kasuari.dasar.impor.subjek import Konteks
from kasuari.dasar.impor.uji import uji
from kasuari.dasar.inti.galat import MasukanSalah
from kasuari.dasar.organisasi import formasi, selectors, service
from kasuari.dasar.organisasi.formasi import BarisFormasi
from kasuari.dasar.organisasi.models import Formasi, Unit
from kasuari.dasar.organisasi.service import BarisPenugasan, BarisPos, BarisUnit, Dasar
from kasuari.situs.organisasi import bezetting, impor_formasi

pytestmark = pytest.mark.django_db
GURU = "Guru Ahli Pertama"
assert impor_formasi.SUBJEK.kode == "formasi"


def catat(pelaku, *baris, berlaku=date(2026, 1, 1)):
    formasi.catat_formasi(
        pelaku, berlaku=berlaku, baris=baris, dasar=Dasar("Kepwal 12/2026"), kunci=uuid.uuid4()
    )


def unit(kode, nama="bezetting_unit"):
    return reverse(f"organisasi:{nama}", args=[Unit.objects.get(kode=kode).uid])


def isi(jawab):
    return jawab.content.decode()


def satu(b, nama):
    return next(j.isi for j in b.jabatan if j.nama == nama)


def test_jabatan_tanpa_ketetapan_belum_ditetapkan_dan_tidak_dihitung_nol(orang, layar):
    frans = orang("frans").pelaku
    catat(frans, BarisFormasi("sd1", GURU, 5))
    b = bezetting.susun(frans, Unit.objects.get(kode="dik").uid)
    assert (satu(b, GURU).kebutuhan, satu(b, GURU).terisi, satu(b, GURU).selisih) == (5, 2, -3)
    kepala = satu(b, "Kepala Dinas Pendidikan")
    assert (kepala.kebutuhan, kepala.terisi, kepala.selisih) == (None, 1, None)
    # jumlahnya hanya membandingkan jabatan yang ditetapkan: 2 guru lawan 5, bukan 6 orang lawan 5
    assert (b.total.kebutuhan, b.total.terisi, b.total.selisih, b.total.tanpa_formasi) == (5, 6, -3, 4)
    halaman = isi(layar("frans").get(unit("dik")))
    assert "belum ditetapkan" in halaman and "kurang 3" in halaman
    kosong = isi(layar("frans").get(unit("pkm")))
    assert "Belum ada kebutuhan yang ditetapkan" in kosong


def test_nol_yang_ditetapkan_adalah_kelebihan(orang):
    frans = orang("frans").pelaku
    catat(frans, BarisFormasi("sd1", GURU, 0))
    assert satu(bezetting.susun(frans), GURU).selisih == 2


def test_pensiun_dihitung_dalam_tiga_jangka_dan_yang_tidak_diketahui_disebut(orang, layar):
    kini = PegawaiKini.objects
    for nama, hari in (("maria", date(2027, 11, 23)), ("yosep", date(2031, 11, 23)), ("siti", None)):
        kini.filter(pegawai=orang(nama).pegawai).update(pensiun=hari)
    b = bezetting.susun(orang("frans").pelaku, Unit.objects.get(kode="sd1").uid)
    assert (b.tahun, b.total.pensiun, b.total.tanpa_hari) == ((1, 2, 5), [1, 1, 2], 1)
    halaman = isi(layar("frans").get(unit("sd1")))
    assert "1 orang tidak diketahui tanggalnya" in halaman and "Pensiun dalam 5 tahun" in halaman


def test_plt_tidak_mengisi_kursi_dan_yang_berhenti_tidak_dihitung(orang, pelaku_sistem):
    pos = BarisPos("pkm-kepala", "pkm", "Kepala Puskesmas Remu", "pengawas", kepala=True)
    service.catat_pos(pelaku_sistem, berlaku=date(2026, 1, 1), baris=[pos], kunci=uuid.uuid4())
    plt = BarisPenugasan(orang("yosep").orang.uid, date(2026, 11, 1), "pkm-kepala", "plt")
    service.catat_penugasan(pelaku_sistem, [plt], {orang("yosep").orang.uid: orang("yosep").orang.id})
    PegawaiKini.objects.filter(pegawai=orang("ester").pegawai).update(aktif=False)
    b = bezetting.susun(orang("frans").pelaku, Unit.objects.get(kode="pkm").uid)
    assert (satu(b, "Kepala Puskesmas Remu").terisi, satu(b, "Bidan Terampil").terisi) == (0, 0)


def test_jabatan_politik_ada_di_bagan_tetapi_bukan_kursi_asn(orang, layar, pelaku_sistem):
    pos = BarisPos("kota-kepala", "kota", "Wali Kota Contoh", "politik", kepala=True)
    service.catat_pos(pelaku_sistem, berlaku=date(2026, 1, 1), baris=[pos], kunci=uuid.uuid4())
    b = bezetting.susun(orang("frans").pelaku)
    assert "Wali Kota Contoh" not in {j.nama for j in b.jabatan}
    assert "Wali Kota Contoh" in isi(layar("frans").get(reverse("organisasi:bagan")))
    with pytest.raises(MasukanSalah, match="jenis jabatan 'politik' tidak dikenal"):
        catat(orang("frans").pelaku, BarisFormasi("kota", "Wali Kota Contoh", 1, jenis="politik"))


def test_jangkauan_bezetting(orang, layar):
    naomi = bezetting.susun(orang("naomi").pelaku)
    assert naomi.atas.nama == "Dinas Pendidikan" and naomi.total.terisi == 6
    assert layar("naomi").get(unit("pkm")).status_code == 404
    assert layar("maria").get(reverse("organisasi:bezetting")).status_code == 403
    kota = isi(layar("ruth").get(reverse("organisasi:bezetting")))
    assert "Dinas Kesehatan" in kota and "Tetapkan formasi" not in kota


def test_kueri_bezetting_tidak_tumbuh(layar, pelaku_sistem):
    c, alamat = layar("frans"), reverse("organisasi:bezetting")
    c.get(alamat)
    with CaptureQueriesContext(connection) as sedikit:
        c.get(alamat)
    baris = [BarisUnit(f"x{n}", f"SD Inpres {n}", "sekolah", "dik") for n in range(40)]
    service.tata_unit(pelaku_sistem, berlaku=date(2026, 1, 1), baris=baris, kunci=uuid.uuid4())
    catat(pelaku_sistem, *(BarisFormasi(f"x{n}", GURU, n) for n in range(40)))
    with CaptureQueriesContext(connection) as banyak:
        halaman = isi(c.get(alamat))
    assert ">780<" in halaman and "2 orang di jabatan yang belum ditetapkan" in halaman
    assert len(banyak) == len(sedikit) <= 22


def test_unduhan_menulis_belum_ditetapkan_bukan_nol(orang, layar):
    catat(orang("frans").pelaku, BarisFormasi("sd1", GURU, 5))
    jawab = layar("frans").get(unit("dik", "bezetting_unit_unduh"))
    assert "bezetting-2026-11-23.xlsx" in jawab["Content-Disposition"]
    buku = CalamineWorkbook.from_filelike(io.BytesIO(jawab.content))
    jabatan = {b[0]: b[1:5] for b in buku.get_sheet_by_name("Jabatan").to_python()}
    assert jabatan[GURU] == [5, 2, 2, -3]
    assert jabatan["Kepala Dinas Pendidikan"] == ["belum ditetapkan", 1, 0, "belum ditetapkan"]


def test_formasi_diisi_diperiksa_disimpan_sekali_lalu_diubah_dari_ketetapannya(layar):
    c, alamat = layar("frans"), unit("sd1", "formasi")
    kirim = {
        "nama": GURU, "kebutuhan": "7", "jenis": "fungsional", "jenjang": "", "kelas": "8", "mulai_hari": "1", "mulai_bulan": "1",
        "mulai_tahun": "2026", "sk_nomor": "Kepwal 12/2026", "kunci": str(uuid.uuid4()),
    }  # fmt: skip
    for salah, kalimat in (
        ({"kebutuhan": "-1"}, "Isi dengan angka 0 atau lebih"),
        ({"kebutuhan": "NaN"}, "Tulis angka saja, contoh 12."),
        ({"kelas": "18"}, "Isi dengan angka 17 atau kurang"),
        ({"sk_nomor": ""}, "Nomor surat dasar"),
    ):
        jawab = c.post(alamat, kirim | salah)
        assert jawab.status_code == 422 and kalimat in isi(jawab)
    assert "Periksa sebelum disimpan" in isi(c.post(alamat, kirim)) and not Formasi.objects.exists()
    for _ in range(2):
        assert c.post(alamat, {**kirim, "simpan": "ya"}).status_code == 302
    f = Formasi.objects.get()
    halaman = isi(c.get(unit("sd1")))
    assert "mulai 1 Januari 2026, dasar Kepwal 12/2026" in halaman and f"?dari={f.uid}" in halaman
    assert 'value="7"' in isi(c.get(f"{alamat}?dari={f.uid}"))
    assert 'value="7"' not in isi(c.get(f"{unit('pkm', 'formasi')}?dari={f.uid}"))  # milik unit lain


def unggah(pelaku, teks, nama="formasi.csv"):
    uid = impor.unggah(
        pelaku, subjek="formasi", aliran=io.BytesIO(teks.encode()), nama=nama, kunci=uuid.uuid4()
    ).uid
    return ImporBerkas.objects.get(id=uid)


def kode(b):
    return [r.kode.strip(",") for r in ImporBaris.objects.filter(berkas=b).order_by("baris")]


BERKAS = "No;Unit Kerja;Nama Jabatan;Jenjang;Kebutuhan\n1;SD Negeri 1;Guru;Ahli Pertama;5\n2;pkm;Bidan Terampil;;3\n"


def test_berkas_formasi_disimpan_diulang_tanpa_perubahan_dan_dibatalkan(orang):
    frans = orang("frans").pelaku
    catat(frans, BarisFormasi("pkm", "Bidan Terampil", 2), berlaku=date(2026, 11, 23))
    b = unggah(frans, BERKAS)
    hasil = impor.simpan(frans, berkas=b.id, kunci=uuid.uuid4()).data
    assert (hasil["dibuka"], hasil["dibetulkan"], hasil["sama"]) == (1, 1, 0)
    kini = {f.subjek.kunci: (f.kebutuhan, f.sk_nomor) for f in selectors.formasi_pada()}
    assert kini == {"guru ahli pertama": (5, "Impor formasi.csv"), "bidan terampil": (3, "Impor formasi.csv")}
    ulang = unggah(frans, BERKAS)
    assert impor.simpan(frans, berkas=ulang.id, kunci=uuid.uuid4()).data["sama"] == 2
    impor.batalkan(frans, berkas=b.id, alasan="keliru", kunci=uuid.uuid4())
    assert {f.subjek.kunci: f.kebutuhan for f in selectors.formasi_pada()} == {"bidan terampil": 2}


def test_pembatalan_ditolak_bila_formasinya_sudah_diubah_lagi(orang):
    frans = orang("frans").pelaku
    b = unggah(frans, BERKAS)
    impor.simpan(frans, berkas=b.id, kunci=uuid.uuid4())
    catat(frans, BarisFormasi("sd1", GURU, 9), berlaku=date(2026, 12, 1))
    with pytest.raises(MasukanSalah, match="formasi pada baris 2 sudah diubah lagi"):
        impor.batalkan(frans, berkas=b.id, alasan="keliru", kunci=uuid.uuid4())


@pytest.mark.parametrize(
    ("baris", "harap"),
    [
        ("1;SD Negeri 9;Guru;;5", "FORMASI_UNIT_TIDAK_ADA"),
        ("1;;Guru;;5", "FORMASI_UNIT_KOSONG"),
        ("1;sd1;-;;5", "FORMASI_JABATAN_KOSONG"),
        ("1;sd1;Guru;;", "FORMASI_TIDAK_SAH"),
        ("1;sd1;Guru;;-2", "FORMASI_TIDAK_SAH"),
        ("1;sd1;Guru;;NaN", "FORMASI_TIDAK_SAH"),
        ("1;sd1;Guru;;2001", "FORMASI_TIDAK_SAH"),
        ("1;sd1;Guru;;5 orang", ""),
    ],
)
def test_baris_berkas_yang_keliru_ditolak_dengan_sebabnya(orang, baris, harap):
    b = unggah(
        orang("frans").pelaku,
        "No;Unit Kerja;Nama Jabatan;Jenjang;Kebutuhan\n" + baris + "\n2;kes;Dokter;Ahli Muda;1\n",
    )
    assert kode(b) == [harap, ""]


def test_baris_kembar_dan_unit_yang_ditulis_dua_cara(orang):
    teks = (
        BERKAS
        + "3;SD Negeri 1;Guru;Ahli Pertama;5\n4;SD Negeri 1;Guru;Ahli Pertama;6\n5;sd1;Guru Ahli Pertama;;5\n"
    )
    b = unggah(orang("frans").pelaku, teks)
    assert kode(b) == ["", "", "DUPLIKAT_IDENTIK", "FORMASI_GANDA", "FORMASI_GANDA"]


def test_uji_tanpa_basis_data_membaca_kelas_jenis_dan_tanggal(tmp_path):
    berkas = tmp_path / "f.csv"
    berkas.write_text(
        "OPD;Jabatan;Jenis Jabatan;Kelas;Formasi;TMT;Nomor SK\nDinas;Arsiparis;Fungsional;9;2;01-02-2026;SK 1\n"
        "Dinas;Arsiparis Muda;honorer;99;2;01-02-2026;SK 1\n"
    )
    hasil = uji(berkas, "formasi", Konteks.hari(date(2026, 11, 23)))
    (baik, buruk) = hasil.baris
    assert {k: baik.bersih[k] for k in ("jenis", "kelas", "kebutuhan", "mulai", "no_sk")} == {
        "jenis": "fungsional", "kelas": 9, "kebutuhan": 2, "mulai": "2026-02-01", "no_sk": "SK 1",
    }  # fmt: skip
    assert [a.kode for a in buruk.alasan] == ["FORMASI_KELAS_TIDAK_SAH", "FORMASI_JENIS_TIDAK_DIKENAL"]


def test_hanya_bkpsdm_melihat_jenis_berkas_formasi(layar):
    assert "Formasi (kebutuhan jabatan)" in isi(layar("frans").get("/kerja/impor/unggah/"))
    assert layar("lukas").get("/kerja/impor/unggah/").status_code == 403
