"""Produksi menolak start yang lemah, dan menyebut perbaikannya."""

import os
import subprocess
import sys

import pytest

pytestmark = pytest.mark.lambat
KUAT = {
    "KASUARI_MODE": "produksi", "KASUARI_SECRET_KEY": "aB3$kLm9Pq7&xYz2Wv5!tRs8Uo4Nj6Hg1Fd0ScEiKlMnOpQrStUv",
    "KASUARI_KUNCI_DATA": "k1:" + "Zx9" * 16, "KASUARI_HOST": "kepegawaian.contoh.go.id",
}  # fmt: skip


def mulai(tmp_path, **ubah):
    bersih = {k: v for k, v in os.environ.items() if not k.startswith(("KASUARI_", "DJANGO_", "DATABASE_"))}
    env = {**bersih, **KUAT, "KASUARI_DATA": str(tmp_path), **ubah}
    perintah = "import sys; from kasuari.cli import main; sys.exit(main(['periksa']))"
    return subprocess.run([sys.executable, "-c", perintah], env=env, capture_output=True, text=True)


@pytest.mark.parametrize(
    ("ubah", "kalimat"),
    [
        ({"KASUARI_SECRET_KEY": "pendek"}, "terlalu lemah"),
        ({"KASUARI_SECRET_KEY": "a" * 60}, "terlalu lemah"),
        ({"KASUARI_SECRET_KEY": ""}, "belum diisi"),
        ({"KASUARI_KUNCI_DATA": ""}, "belum diisi"),
        ({"KASUARI_DEBUG": "ya"}, "KASUARI_DEBUG tidak boleh"),
        ({"KASUARI_DEBUG": "mungkin"}, "harus 'ya' atau 'tidak'"),
        ({"KASUARI_HOST": ""}, "KASUARI_HOST belum diisi"),
        ({"KASUARI_MODE": "coba"}, "KASUARI_MODE harus"),
        ({"DATABASE_URL": "mysql://x/y"}, "hanya menerima postgres"),
    ],
)
def test_setelan_lemah_menghentikan_start_dengan_kalimat(tmp_path, ubah, kalimat):
    hasil = mulai(tmp_path, **ubah)
    assert hasil.returncode != 0
    assert kalimat in hasil.stderr


def test_setelan_kuat_diterima_dan_pemeriksa_menyebut_langkah_berikut(tmp_path):
    hasil = mulai(tmp_path)
    assert "migrasi belum dijalankan: kasuari django migrate" in hasil.stdout


def test_akun_demo_di_produksi_disebut_salah(tmp_path):
    env = {k: v for k, v in os.environ.items() if not k.startswith(("KASUARI_", "DJANGO_", "DATABASE_"))}
    env |= {
        "KASUARI_MODE": "demo",
        "KASUARI_DATA": str(tmp_path),
        "KASUARI_KUNCI_DATA": KUAT["KASUARI_KUNCI_DATA"],
    }
    perintah = "import sys; from kasuari.cli import main; sys.exit(main(['contoh', '--asn', '150']))"
    subprocess.run([sys.executable, "-c", perintah], env=env, check=True, capture_output=True)
    hasil = mulai(tmp_path, KASUARI_ALAMAT="https://kepegawaian.contoh.go.id")
    assert hasil.returncode == 1
    assert "akun demo ada di basis data produksi" in hasil.stdout
    env = {
        **os.environ,
        **KUAT,
        "KASUARI_DATA": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "kasuari.situs.settings",
    }
    web = subprocess.run(
        [sys.executable, "-c", "import kasuari.situs.wsgi"], env=env, capture_output=True, text=True
    )
    assert web.returncode != 0
    assert "berisi akun demo" in web.stderr
