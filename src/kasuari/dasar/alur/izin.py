"""Lingkup TUGAS: orang melihat benda selama ia ditunggu di kasusnya. Akun tidak mengenal alur; alur yang mendaftar."""

from typing import Any

from kasuari.dasar.akun.izin.putus import PEMERIKSA_TUGAS
from kasuari.dasar.alur.models import Tunggu
from kasuari.dasar.alur.siapa import syarat_tunggu
from kasuari.dasar.inti.pelaku import Pelaku


def ditunggu(pelaku: Pelaku, benda: Any) -> bool:
    """Apakah ada tunggu terbuka bagi pelaku di kasus benda itu (atribut `kasus_id`)."""
    kasus_id = getattr(benda, "kasus_id", None)
    if kasus_id is None or pelaku.orang is None:
        return False
    return Tunggu.objects.filter(syarat_tunggu(pelaku), kasus_id=kasus_id, selesai=None).exists()


PEMERIKSA_TUGAS.append(ditunggu)
