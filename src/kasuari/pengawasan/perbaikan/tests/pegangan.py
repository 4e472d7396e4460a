"""Pegangan uji: satu periode survei yang hasilnya sudah terbit, tanpa mengisi jawabannya satu per satu."""

from datetime import date, timedelta

from kasuari.dasar.organisasi.models import Unit
from kasuari.masyarakat.survei.models import Periode, Survei, VersiSoal


def terbitkan_periode(unit: Unit, mulai: date, umum: bool = True) -> None:
    s, _ = Survei.objects.get_or_create(jenis="skm", defaults={"nama": "SKM", "ambang": 5, "dibuat": mulai})
    v, _ = VersiSoal.objects.get_or_create(survei=s, nomor=1, defaults={"isi": [], "dibuat": mulai})
    Periode.objects.get_or_create(
        survei=s, unit=unit, mulai=mulai,
        defaults={
            "versi": v, "sampai": mulai + timedelta(days=80), "skema": "triwulan", "petugas": 9, "ditutup": mulai + timedelta(days=85),
            "status": "terbit" if umum else "ditutup", "terbit": mulai + timedelta(days=89) if umum else None,
        },
    )  # fmt: skip
