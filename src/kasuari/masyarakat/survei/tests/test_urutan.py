"""Kolom U8 dan U9 tanpa nama: urutannya dipilih di layar, dan baris perintah yang menyimpan pun menurutinya."""

import io
import uuid
from argparse import Namespace

import pytest
from tests.kota_kecil import HARI

from kasuari.dasar.impor import service, simpanan
from kasuari.dasar.impor.models import ImporBerkas
from kasuari.dasar.impor.subjek import Konteks
from kasuari.dasar.impor.uji import uji
from kasuari.dasar.inti.galat import MasukanSalah
from kasuari.masyarakat.survei import terima
from kasuari.masyarakat.survei.models import Kiriman

pytestmark = pytest.mark.django_db
KEPALA = "ID;Unit;Tanggal;" + ";".join(f"U{n}" for n in range(1, 10))
ISI = f"{KEPALA}\nr1;pkm;2026-11-02;3;3;3;3;3;3;3;1;4\n".encode()


def bersih(b):
    return simpanan.buka(b.isi.get().bersih)


@pytest.fixture
def amos(pengelola, layar):
    return layar("amos")


def unggah(c, isi=ISI):
    berkas = io.BytesIO(isi)
    berkas.name = "skm.csv"
    return c.post("/kerja/impor/unggah/", {"subjek": "skm", "berkas": berkas, "kunci": str(uuid.uuid4())})[
        "Location"
    ]


def kolom(**lain):
    return {
        f"k{n}": k for n, k in enumerate(("id", "unit", "tanggal", *(f"u{n}" for n in range(1, 10))), 1)
    } | lain


def test_layar_kolom_menanyakan_urutan_dan_membaca_ulang_menurut_pilihannya(amos, buka):
    buka()
    alamat = unggah(amos)
    assert "Urutan U8 dan U9" in amos.get(alamat).content.decode()
    b = ImporBerkas.objects.get()
    assert (bersih(b)["sarpras"], bersih(b)["pengaduan"]) == (1, 4)
    kirim = kolom(pilihan_urutan="aturan", kunci=str(uuid.uuid4()))
    assert amos.post(alamat, kirim).status_code == 302
    assert (bersih(b)["sarpras"], bersih(b)["pengaduan"]) == (4, 1)
    assert 'value="aturan" selected' in amos.get(alamat).content.decode()
    salah = kolom(pilihan_urutan="terbalik", kunci=str(uuid.uuid4()))
    assert amos.post(alamat, salah).status_code == 422


def test_kolom_bernama_unsur_tidak_ditanya_urutannya(amos, buka):
    buka()
    bernama = ISI.replace(b"U8;U9", b"Sarana;Pengaduan")
    assert "Urutan U8 dan U9" not in amos.get(unggah(amos, bernama)).content.decode()


def test_pilihan_yang_tidak_dikenal_ditolak_dengan_menyebut_yang_boleh(pelaku_sistem, buka):
    with pytest.raises(MasukanSalah, match="kuesioner, aturan"):
        service.unggah(
            pelaku_sistem, subjek="skm", aliran=io.BytesIO(ISI), nama="skm.csv", pilihan={"urutan": "x"}, kunci=uuid.uuid4()
        )  # fmt: skip


def test_baris_perintah_yang_menyimpan_menuruti_urutan(tmp_path, buka, capsys):
    buka()
    jalur = tmp_path / "skm.csv"
    jalur.write_bytes(ISI)
    hasil = uji(jalur, "skm", Konteks.hari(HARI, urutan="aturan"))
    service.simpan_dari_baris_perintah(hasil, Namespace(berkas=jalur, pemetaan=None, urutan="aturan"))
    jawab = terima.Penilaian.buka(Kiriman.objects.get().isi).jawab
    assert (jawab["pengaduan"], jawab["sarpras"]) == (1, 4)
    assert '"ditolak": 0' in capsys.readouterr().out
