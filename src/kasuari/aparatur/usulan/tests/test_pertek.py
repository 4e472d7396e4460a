"""Pertek yang dicatat petugas: usulnya tercatat dulu, harinya masuk akal, nomornya milik satu usulan, dan penyusunnya bukan pencatatnya."""

import uuid
from datetime import date, timedelta

import pytest

from kasuari.aparatur.usulan.models import UsulBkn
from kasuari.aparatur.usulan.tests.pegangan import USUL
from kasuari.dasar.akun.service import peran as akun
from kasuari.dasar.akun.service.peran import BarisHibah
from kasuari.dasar.inti.galat import MasukanSalah, TidakBoleh

pytestmark = pytest.mark.django_db
HARI = date(2026, 11, 23)


@pytest.fixture
def di_bkn(orang, susun, lengkapi, langkah, sekda_otniel):
    """di_bkn("siti") -> usulan pensiun yang menunggu BKN; `oleh` menyusunnya."""

    def satu(nama, oleh="naomi"):
        u = lengkapi(
            susun(
                nama,
                "pensiun_meninggal",
                oleh=oleh,
                tmt=None,
                hari_meninggal="2026-10-14",
                tanpa_keluarga=True,
            )
        )
        u = langkah(u, oleh, "ajukan")
        return u if oleh == "frans" else langkah(u, "frans", "terima")

    return satu


def test_tanpa_usul_yang_tercatat_pertek_ditolak_dan_nomor_usulnya_dapat_dibetulkan(di_bkn, langkah):
    u = di_bkn("siti")
    with pytest.raises(MasukanSalah, match="Catat dahulu nomor dan tanggal usulnya"):
        langkah(u, "frans", "pertek", pertek_nomor="PG-1/2026", pertek_tanggal=HARI)
    with pytest.raises(MasukanSalah, match="Isi tanggal usulnya"):
        langkah(u, "frans", "usulkan")
    u = langkah(u, "frans", "usulkan", **USUL)
    b = UsulBkn.objects.get(usulan=u)
    assert (u.kasus.keadaan, b.keadaan, b.rujukan, b.diusulkan) == ("bkn", "diusulkan", "SIASN-7/2026", HARI)
    u = langkah(
        u, "frans", "usulkan", **USUL | {"usul_rujukan": "SIASN-8/2026"}
    )  # nomor yang keliru dibetulkan
    assert (u.kasus.keadaan, u.bkn.rujukan) == ("bkn", "SIASN-8/2026")


@pytest.mark.parametrize("hari", [HARI + timedelta(days=1), HARI - timedelta(days=1)])
def test_hari_usul_dan_pertek_tidak_kelak_dan_tidak_mendahului_usulannya(di_bkn, langkah, hari):
    u = di_bkn("siti")
    with pytest.raises(MasukanSalah, match="paling awal 23 November 2026"):
        langkah(u, "frans", "usulkan", usul_rujukan="U-1", usul_tanggal=hari)
    u = langkah(u, "frans", "usulkan", **USUL)
    with pytest.raises(MasukanSalah, match="paling lambat hari ini"):
        langkah(u, "frans", "pertek", pertek_nomor="PG-1/2026", pertek_tanggal=hari)


@pytest.mark.parametrize("nomor", ["PG-1/2026 <b>x</b>", "tanpa angka", "1", "PG\u20111/2026"])
def test_nomor_yang_bukan_nomor_surat_ditolak(di_bkn, langkah, nomor):
    u = langkah(di_bkn("siti"), "frans", "usulkan", **USUL)
    with pytest.raises(MasukanSalah, match="hanya huruf, angka") as galat:
        langkah(u, "frans", "pertek", pertek_nomor=nomor, pertek_tanggal=HARI)
    assert galat.value.kolom == "pertek_nomor"


@pytest.mark.lambat
def test_nomor_pertek_milik_satu_usulan_kecuali_kolektif(di_bkn, langkah):
    satu, dua, tiga = (langkah(di_bkn(n), "frans", "usulkan", **USUL) for n in ("siti", "maria", "yosep"))
    isi = {"pertek_nomor": "PG-9/2026", "pertek_tanggal": HARI}
    langkah(satu, "frans", "pertek", **isi)
    for kolektif in (False, True):  # yang pertama tidak ditandai kolektif
        with pytest.raises(MasukanSalah, match="sudah dipakai usulan Siti Rahmawati"):
            langkah(dua, "frans", "pertek", **isi | {"pertek_nomor": "pg-9/2026"}, pertek_kolektif=kolektif)
    isi["pertek_nomor"] = "PG-10/2026"
    for u in (dua, tiga):
        assert langkah(u, "frans", "pertek", **isi, pertek_kolektif=True).kasus.keadaan == "paraf"


def test_penyusun_tidak_mencatat_pertek_selama_ada_petugas_lain(di_bkn, orang, langkah, pelaku_sistem):
    isi = {"pertek_nomor": "PG-1/2026", "pertek_tanggal": HARI}
    u = langkah(di_bkn("siti", oleh="frans"), "frans", "usulkan", **USUL)
    hibah = BarisHibah(orang("maria").akun.uid, "bkpsdm", None, date(2026, 1, 1))
    akun.beri_peran(pelaku_sistem, baris=[hibah], kunci=uuid.uuid4())
    with pytest.raises(TidakBoleh, match="petugas BKPSDM lain"):
        langkah(u, "frans", "pertek", **isi)
    assert langkah(u, "maria", "pertek", **isi).kasus.keadaan == "paraf"


def test_kembali_diperbaiki_usulnya_harus_dicatat_lagi(di_bkn, langkah):
    u = langkah(di_bkn("siti"), "frans", "usulkan", **USUL)
    u = langkah(u, "frans", "pertek", pertek_nomor="PG-1/2026", pertek_tanggal=HARI)
    langkah(u, "ruth", "kembalikan", "Data di register keliru.")
    b = UsulBkn.objects.get(usulan=u)
    assert (b.keadaan, b.nomor, b.diusulkan, b.rujukan) == ("belum", "", None, "")
