"""Siapa menjangkau berkas impor: unitnya. Izin tiap berkas dinyatakan subjeknya (`Subjek.izin`)."""

from kasuari.dasar.akun.izin import daftarkan_jangkauan
from kasuari.dasar.impor.models import ImporBerkas

daftarkan_jangkauan(ImporBerkas, unit="unit_id")
