"""'Data kami / SIASN' terhadap server tiruan di loopback: dua token, galat yang jelas, dan tidak ada yang ditimpa."""

import uuid

import pytest
from tests import siasn_tiruan

from kasuari.aparatur.pegawai.models import PegawaiKini, SelisihSiasn
from kasuari.aparatur.pegawai.selisih import putuskan_selisih, tarik_selisih
from kasuari.aparatur.pegawai.siasn import GalatSiasn
from kasuari.aparatur.pegawai.siasn.http import KlienHttp, Setelan
from kasuari.dasar.inti.galat import BedaVersi, TidakBoleh
from kasuari.dasar.jejak.antrean import jalankan_semua

pytestmark = pytest.mark.django_db


@pytest.fixture
def klien(siasn):
    return KlienHttp(Setelan(**siasn_tiruan.setelan(siasn), tunggu=2, coba=2))


def isi(o, **lain):
    k = o.pegawai.kini
    return {
        "nama": o.orang.nama.upper(),
        "tglLahir": f"{o.pegawai.lahir:%d-%m-%Y}",
        "golRuangAkhir": k.golongan,
        **lain,
    }


def test_dua_token_diambil_sekali_untuk_banyak_permintaan(siasn, klien, orang):
    m = orang("maria")
    siasn.orang[m.nip] = {"nilai": 80}
    klien.data_utama(m.nip)
    assert klien.nilai_ipasn(m.nip) == {"nilai": 80}
    assert siasn.diminta == [
        "/apim",
        "/sso",
        f"/api/pns/data-utama/{m.nip}",
        f"/api/pns/nilaiipasn/{m.nip}?nipBaru={m.nip}",
    ]


def test_perbedaan_dicatat_dan_data_kita_tidak_berubah(siasn, klien, orang):
    m, y = orang("maria"), orang("yosep")
    siasn.orang = {m.nip: isi(m, golRuangAkhir="III/c", nik="9671014108850001"), y.nip: isi(y)}
    hasil = tarik_selisih(orang("frans").pelaku, [m.nip, y.nip, orang("siti").nip], klien, uuid.uuid4())
    assert hasil.data == {"ditarik": 2, "beda": 2, "sama": 0, "tidak_ada": 1}
    gol = SelisihSiasn.objects.get(pegawai=m.pegawai, kolom="golRuangAkhir")
    assert (gol.kami, gol.siasn, gol.keputusan) == ("III/b", "III/c", "belum")
    assert SelisihSiasn.objects.get(kolom="nik").siasn == "••••0001"
    assert PegawaiKini.objects.get(pegawai=m.pegawai).golongan == "III/b"


def test_keputusan_bertahan_sampai_nilainya_berubah(siasn, klien, orang):
    m, frans = orang("maria"), orang("frans").pelaku
    siasn.orang[m.nip] = isi(m, golRuangAkhir="III/c")
    tarik_selisih(frans, [m.nip], klien, uuid.uuid4())
    s = SelisihSiasn.objects.get()
    putuskan_selisih(
        frans, selisih=s.uid, keputusan="kami", catatan="SK dilihat", versi=s.versi, kunci=uuid.uuid4()
    )
    with pytest.raises(BedaVersi):
        putuskan_selisih(
            frans, selisih=s.uid, keputusan="siasn", catatan="", versi=s.versi, kunci=uuid.uuid4()
        )
    tarik_selisih(frans, [m.nip], klien, uuid.uuid4())
    assert SelisihSiasn.objects.get().keputusan == "kami"
    siasn.orang[m.nip] = isi(m, golRuangAkhir="III/d")
    tarik_selisih(frans, [m.nip], klien, uuid.uuid4())
    assert SelisihSiasn.objects.get().keputusan == "belum"
    siasn.orang[m.nip] = isi(m)
    tarik_selisih(frans, [m.nip], klien, uuid.uuid4())
    assert SelisihSiasn.objects.get().keputusan == "selesai"


@pytest.mark.parametrize(
    ("rusak", "pesan"),
    [
        ([(403, {})], "menolak kredensial"),
        ([(429, {})], "membatasi laju"),
        ([(500, {}), (502, {})], "sedang bermasalah"),
        ([(200, b"<html>")], "tidak terbaca"),
        ([(200, [1])], "bukan objek"),
    ],
)
def test_galat_menyebut_sebab_dan_tidak_menulis_apa_pun(siasn, klien, orang, rusak, pesan):
    siasn.rusak = rusak
    with pytest.raises(GalatSiasn, match=pesan):
        tarik_selisih(orang("frans").pelaku, [orang("maria").nip], klien, uuid.uuid4())
    assert not SelisihSiasn.objects.exists()


def test_gangguan_sekali_dicoba_lagi(siasn, klien, orang):
    m = orang("maria")
    siasn.orang[m.nip], siasn.rusak = {"nama": "X"}, [(503, {})]
    assert klien.data_utama(m.nip) == {"nama": "X"}


def test_server_mati_dan_alamat_tanpa_tls(orang):
    mati = Setelan(
        "http://127.0.0.1:9/a", "http://127.0.0.1:9/b", "http://127.0.0.1:9/c", "k", "r", "u", "s", coba=1
    )
    with pytest.raises(GalatSiasn, match="tidak dapat dihubungi"):
        KlienHttp(mati).data_utama(orang("maria").nip)
    with pytest.raises(GalatSiasn, match="https"):
        KlienHttp(Setelan("http://contoh.test", "https://a", "https://b", "k", "r", "u", "s"))
    assert "rahasia" not in repr(Setelan("https://a", "https://b", "https://c", "k", "rahasia", "u", "s"))


def test_hanya_petugas_bkpsdm_yang_menarik(orang, klien):
    with pytest.raises(TidakBoleh):
        tarik_selisih(orang("naomi").pelaku, [orang("maria").nip], klien, uuid.uuid4())


def test_layar_memutuskan_dan_menarik_di_latar(client, siasn, klien, orang, settings):
    m = orang("maria")
    siasn.orang[m.nip] = isi(m, golRuangAkhir="III/c")
    settings.SIASN = siasn_tiruan.setelan(siasn)
    client.force_login(orang("frans").akun)
    assert client.post("/kerja/pegawai/siasn/tarik/", {"kunci": str(uuid.uuid4())}).status_code == 302
    jalankan_semua()
    assert "Maria Kandimor" in client.get("/kerja/pegawai/siasn/?kolom=golRuangAkhir").text
    alamat = f"/kerja/pegawai/siasn/{SelisihSiasn.objects.get().uid}/"
    assert "III/c" in client.get(alamat).text
    isian = {"keputusan": "siasn", "catatan": "SK baru", "versi": "0", "kunci": str(uuid.uuid4())}
    assert [client.post(alamat, isian).status_code for _ in range(2)] == [302, 302]
    assert client.post(alamat, {**isian, "kunci": str(uuid.uuid4())}).status_code == 409
    assert "Maria Kandimor" not in client.get("/kerja/pegawai/siasn/?keputusan=belum").text
    client.force_login(orang("naomi").akun)
    assert client.get("/kerja/pegawai/siasn/").status_code == client.get(alamat).status_code == 403
