"""Menyalakan Django untuk perintah yang memerlukannya; perintah hukum (`hitung`, `kasus`) tidak memanggilnya."""

import os


def django() -> None:
    import django as dj

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kasuari.situs.settings")
    dj.setup()
