"""Klien SIASN lewat HTTP: dua token (APIM dan SSO), waktu tunggu, dan galat yang jelas.

Jalur dan kepala permintaan menurut pustaka klien umum 2024-2025, bukan spesifikasi resmi: perlu diuji dengan
perjanjian BKN. Token disimpan di ingatan saja: APIM satu jam, SSO dua belas jam.
"""

import base64
import json
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings

from kasuari.aparatur.pegawai.siasn import GalatSiasn, Klien, NipTidakAda


@dataclass(frozen=True)
class Setelan:
    """Alamat dan kredensial; semua dari lingkungan."""

    api: str
    apim_token: str
    sso_token: str
    kunci: str = field(repr=False)
    rahasia: str = field(repr=False)
    pengguna: str = field(repr=False)
    sandi: str = field(repr=False)
    klien: str = "simpeg"
    tunggu: float = 60.0
    coba: int = 3


def setelan() -> Setelan:
    """Alamat dan kredensial KASUARI_SIASN_*. Galat: `GalatSiasn` bila belum diisi."""
    if not terisi():
        raise GalatSiasn(
            "Sambungan SIASN belum diisi. Isi KASUARI_SIASN_* sesudah ada perjanjian dengan BKN."
        )
    return Setelan(**settings.SIASN)


def dari_setelan() -> "KlienHttp":
    """Klien menurut KASUARI_SIASN_*. Galat: `GalatSiasn` bila belum diisi."""
    return KlienHttp(setelan())


class KlienHttp(Klien):
    def __init__(self, setelan: Setelan) -> None:
        for alamat in (setelan.api, setelan.apim_token, setelan.sso_token):
            if not alamat.startswith(("https://", "http://127.0.0.1:")):
                raise GalatSiasn(f"Alamat SIASN '{alamat}' harus https.")
        self.s = setelan
        self._token: dict[str, tuple[str, float]] = {}

    def data_utama(self, nip: str) -> dict[str, Any]:
        return self._ambil(f"/pns/data-utama/{_nip(nip)}")

    def nilai_ipasn(self, nip: str) -> dict[str, Any]:
        return self._ambil(f"/pns/nilaiipasn/{_nip(nip)}?nipBaru={_nip(nip)}")

    def _apim(self) -> str:
        pasangan = base64.b64encode(f"{self.s.kunci}:{self.s.rahasia}".encode()).decode()
        return self._minta_token(
            "apim",
            self.s.apim_token,
            {"grant_type": "client_credentials"},
            {"Authorization": f"Basic {pasangan}"},
            3600,
        )

    def _sso(self) -> str:
        isi = {
            "grant_type": "password", "client_id": self.s.klien, "username": self.s.pengguna, "password": self.s.sandi,
        }  # fmt: skip
        return self._minta_token("sso", self.s.sso_token, isi, {}, 12 * 3600)

    def _minta_token(
        self, nama: str, alamat: str, isi: dict[str, str], kepala: dict[str, str], umur: int
    ) -> str:
        lama = self._token.get(nama)
        if lama and lama[1] > time.monotonic():
            return lama[0]
        muatan = urllib.parse.urlencode(isi).encode()
        jawab = self._kirim(urllib.request.Request(alamat, data=muatan, headers=kepala))  # noqa: S310
        token = jawab.get("access_token")
        if not token:
            raise GalatSiasn(f"SIASN tidak memberi token {nama.upper()}. Periksa kredensialnya.")
        self._token[nama] = (token, time.monotonic() + umur - 60)
        return token

    def _ambil(self, jalur: str) -> dict[str, Any]:
        data = self.minta(jalur)
        if not isinstance(data, dict):
            raise NipTidakAda("SIASN tidak punya data bagi NIP ini.")
        return data

    def minta(self, jalur: str, isi: Mapping[str, Any] | None = None) -> Any:
        """`data` dari jawaban satu jalur. Dengan `isi`: dikirim (POST JSON) dan tidak diulang sendiri bila terputus."""
        kepala = {
            "Authorization": f"Bearer {self._apim()}", "Auth": f"bearer {self._sso()}", "Accept": "application/json",
        }  # fmt: skip
        alamat, muatan = self.s.api.rstrip("/") + jalur, None
        if isi is not None:
            kepala["Content-Type"], muatan = "application/json", json.dumps(isi).encode()
        permintaan = urllib.request.Request(alamat, data=muatan, headers=kepala)  # noqa: S310
        return self._kirim(permintaan, self.s.coba if isi is None else 1).get("data")

    def _kirim(self, permintaan: urllib.request.Request, coba: int = 0) -> dict[str, Any]:
        """JSON jawaban. Gangguan jaringan dan 5xx dicoba lagi; 4xx tidak."""
        galat: GalatSiasn | None = None
        for _ in range(coba or self.s.coba):
            try:
                with urllib.request.urlopen(permintaan, timeout=self.s.tunggu) as jawab:  # noqa: S310
                    hasil = json.loads(jawab.read())
                if not isinstance(hasil, dict):
                    raise GalatSiasn("Jawaban SIASN tidak terbaca: bukan objek JSON.")
                return hasil
            except urllib.error.HTTPError as sebab:
                if sebab.code == 404:
                    raise NipTidakAda("SIASN tidak punya data bagi NIP ini.") from None
                if sebab.code < 500:
                    raise GalatSiasn(_tolak(sebab.code)) from None
                galat = GalatSiasn(f"SIASN sedang bermasalah (kode {sebab.code}). Coba lagi nanti.")
            except (urllib.error.URLError, TimeoutError, ConnectionError):
                galat = GalatSiasn(
                    "SIASN tidak dapat dihubungi. Periksa jaringan dan daftar IP yang diizinkan BKN."
                )
            except json.JSONDecodeError:
                raise GalatSiasn("Jawaban SIASN tidak terbaca. Simpan waktunya dan hubungi BKN.") from None
        assert galat is not None
        raise galat


def _tolak(kode: int) -> str:
    if kode in {401, 403}:
        return (
            f"SIASN menolak kredensial kita (kode {kode}). Periksa kunci APIM, akun SSO, dan perjanjian BKN."
        )
    if kode == 429:
        return "SIASN membatasi laju permintaan. Coba lagi satu jam kemudian."
    return f"SIASN menolak permintaan (kode {kode})."


def _nip(nip: str) -> str:
    if not (len(nip) == 18 and nip.isdigit()):
        raise GalatSiasn("NIP harus 18 angka.")
    return nip


def terisi() -> bool:
    return all(settings.SIASN.values())
