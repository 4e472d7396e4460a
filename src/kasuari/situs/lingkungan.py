"""Pembaca lingkungan yang berjenis: satu daftar nama, bawaan, dan kalimat bantuan.

`kasuari periksa` dan docs/petunjuk/pasang.md membaca DAFTAR yang sama, jadi tidak bisa berbeda.
"""

import os
from pathlib import Path
from typing import NamedTuple


class Setelan(NamedTuple):
    nama: str
    bawaan: str
    bantuan: str


DAFTAR = (
    Setelan("KASUARI_MODE", "produksi", "produksi, demo, atau uji. Demo membuka akun contoh dan tur."),
    Setelan("KASUARI_DATA", "var", "Folder untuk basis data SQLite, berkas, dan kunci."),
    Setelan("KASUARI_SECRET_KEY", "", "Rahasia Django, paling sedikit 50 huruf acak. Wajib di produksi."),
    Setelan(
        "KASUARI_KUNCI_DATA", "", "Kunci enkripsi, 'id:base64' dipisah koma, yang pertama dipakai menulis."
    ),
    Setelan("KASUARI_HOST", "", "Nama host yang dilayani, dipisah koma. Wajib di produksi."),
    Setelan("KASUARI_DEBUG", "tidak", "ya atau tidak. Tidak boleh ya di produksi."),
    Setelan("KASUARI_ALAMAT", "http://127.0.0.1:8000", "Alamat umum situs, dipakai di e-mail dan kode QR."),
    Setelan("DATABASE_URL", "", "postgres://... . Kosong berarti SQLite di KASUARI_DATA."),
    Setelan("EMAIL_URL", "", "smtp://pengguna:sandi@host:587 (smtps:// untuk TLS). Kosong: surat ke folder."),
    Setelan(
        "KASUARI_SIASN_API",
        "https://apimws.bkn.go.id:8243/apisiasn/1.0",
        "Alamat API SIASN. Dipakai hanya bila keempat kredensial di bawah terisi.",
    ),
    Setelan("KASUARI_SIASN_APIM_TOKEN", "https://apimws.bkn.go.id/oauth2/token", "Alamat token APIM SIASN."),
    Setelan(
        "KASUARI_SIASN_SSO_TOKEN",
        "https://sso-siasn.bkn.go.id/auth/realms/public-siasn/protocol/openid-connect/token",
        "Alamat token SSO SIASN.",
    ),
    Setelan("KASUARI_SIASN_KUNCI", "", "Consumer key APIM dari BKN."),
    Setelan("KASUARI_SIASN_RAHASIA", "", "Consumer secret APIM dari BKN."),
    Setelan("KASUARI_SIASN_PENGGUNA", "", "Akun SSO SIASN."),
    Setelan("KASUARI_SIASN_SANDI", "", "Sandi akun SSO SIASN."),
    Setelan(
        "KASUARI_SIASN_USUL",
        "",
        "Jalur mengirim usul di API SIASN, dari perjanjian BKN. Kosong: usul dibuat di SIASN, keadaannya tetap dibaca.",
    ),
    Setelan(
        "KASUARI_TANDA",
        "",
        "Tanda tangan surat: setempat, bsre, atau basah. Kosong: setempat di demo, basah di produksi.",
    ),
    Setelan("KASUARI_BSRE_ALAMAT", "", "Alamat layanan tanda tangan BSrE. Dipakai bila KASUARI_TANDA=bsre."),
    Setelan("KASUARI_BSRE_KUNCI", "", "Kunci akses layanan tanda tangan BSrE."),
    Setelan("KASUARI_DARI", "Kasuari <kasuari@localhost>", "Pengirim e-mail."),
)
_BAWAAN = {s.nama: s.bawaan for s in DAFTAR}


def teks(nama: str) -> str:
    """Nilai lingkungan, atau isi berkas yang ditunjuk NAMA_FILE, atau bawaan dari DAFTAR."""
    if berkas := os.environ.get(f"{nama}_FILE"):
        return Path(berkas).read_text(encoding="utf-8").strip()
    return os.environ.get(nama, _BAWAAN[nama])


def benar(nama: str) -> bool:
    nilai = teks(nama).strip().lower()
    if nilai in {"ya", "1", "true", "yes"}:
        return True
    if nilai in {"tidak", "0", "false", "no", ""}:
        return False
    raise ValueError(f"{nama} harus 'ya' atau 'tidak', bukan '{nilai}'.")


def daftar(nama: str) -> list[str]:
    return [bagian.strip() for bagian in teks(nama).split(",") if bagian.strip()]
