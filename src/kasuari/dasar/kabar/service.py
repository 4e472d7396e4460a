"""Mengirim kabar: ke kotak masuk dan, bila diminta, e-mail. Dalam transaksi pemanggil; pengiriman menyusul.

Kabar yang sama (kunci sama) hanya sekali. E-mail yang terputus di tengah dikirim lagi dengan Message-ID yang
sama: tidak pernah hilang, mungkin kembar (SMTP tidak dapat menjanjikan tepat sekali).
"""

import json
import uuid
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage

from kasuari.dasar.inti.pengenal import uuid_dari
from kasuari.dasar.inti.sandi import dekripsi, enkripsi
from kasuari.dasar.inti.waktu import sekarang
from kasuari.dasar.jejak.antrean import antre
from kasuari.dasar.kabar.models import Keluar, Pesan
from kasuari.dasar.kabar.templat import DAFTAR, susun


def kirim(
    orang: uuid.UUID, templat: str, data: dict[str, Any], kunci: uuid.UUID, *, tautan: str = "", email: str = "",
    bahasa: str = "id",
) -> None:  # fmt: skip
    """Kotak masuk `orang`, dan e-mail bila `email` disebut."""
    if templat not in DAFTAR:
        raise ValueError(f"Templat kabar '{templat}' belum didaftarkan.")
    Pesan.objects.bulk_create(
        [Pesan(orang=orang, templat=templat, data=data, kunci=kunci, tautan=tautan, dibuat=sekarang())],
        ignore_conflicts=True,
    )
    if email:
        judul, isi = susun(templat, data, bahasa)
        kirim_surat(email, judul, isi, uuid_dari("email", kunci))


def kirim_surat(tujuan: str, judul: str, isi: str, kunci: uuid.UUID) -> None:
    """Menaruh satu e-mail di antrean keluar, di dalam transaksi pemanggil."""
    muatan = json.dumps({"judul": judul, "isi": isi}).encode()
    baris = Keluar(
        saluran="email", kunci=kunci, tujuan=enkripsi(tujuan.encode(), "tujuan"), isi=enkripsi(muatan, "keluar"),
        dibuat=sekarang(),
    )  # fmt: skip
    Keluar.objects.bulk_create([baris], ignore_conflicts=True)
    antre("kabar.surat", str(kunci), uuid_dari("kabar.surat", kunci))


def antar(kunci: str) -> None:
    """Mengirim satu surat dari antrean; yang sudah terkirim tidak dikirim lagi."""
    surat = Keluar.objects.get(kunci=kunci)
    if surat.status == Keluar.Status.DIKIRIM:
        return
    Keluar.objects.filter(id=surat.id).update(status=Keluar.Status.RAGU)
    muatan = json.loads(dekripsi(surat.isi, "keluar"))
    nomor = f"<{surat.kunci}@{settings.ALAMAT.split('//')[-1].split(':')[0]}>"
    pesan = EmailMessage(
        muatan["judul"],
        muatan["isi"],
        to=[dekripsi(surat.tujuan, "tujuan").decode()],
        headers={"Message-ID": nomor},
    )
    pesan.send()
    Keluar.objects.filter(id=surat.id).update(status=Keluar.Status.DIKIRIM, dikirim=sekarang(), bukti=nomor)


def tandai_dibaca(orang: uuid.UUID, uid: uuid.UUID) -> None:
    Pesan.objects.filter(orang=orang, uid=uid, dibaca=None).update(dibaca=sekarang())
