"""Satu usul ketentuan daerah bagi uji: isiannya, diusulkan Frans, disetujui Ruth."""

import io
import uuid
from dataclasses import replace
from datetime import date, timedelta

from tests import kota_kecil
from tests.berkas import pdf
from tests.kota_kecil import HARI

from kasuari.dasar.inti.waktu import pada_saat, sekarang
from kasuari.dasar.ketentuan import selectors, service

JEDA = timedelta(hours=24)
MENIT = timedelta(minutes=1)
KODE = "pensiun_mpp_bulan"


def isian(**ganti):
    isi = {
        "kode": KODE, "sel": "", "berlaku": date(2026, 1, 1), "nilai": "6", "alasan": "Menurut rapat 12 Oktober",
        "dasar": "Perwal 7/2026 Pasal 3", "surat": io.BytesIO(pdf("perwal")), "nama_surat": "perwal.pdf",
        "kunci": uuid.uuid4(),
    }  # fmt: skip
    return {**isi, **ganti}


def usul(orang, **ganti):
    with pada_saat(sekarang() - MENIT):
        return service.usulkan(orang("frans").pelaku, **isian(**ganti)).uid


def sudo(nama):
    return replace(kota_kecil.orang(nama).pelaku, sudo=True)


def setujui(uid, nama="ruth"):
    """Disetujui tepat pada HARI pukul 09.00; usulnya semenit sebelumnya."""
    return service.setujui(sudo(nama), usul=uid, kunci=uuid.uuid4()).uid


def nilai(pada=HARI, kode=KODE):
    return selectors.buku(pada).nilai(kode)
