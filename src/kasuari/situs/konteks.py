"""Apa yang diketahui tiap templat: profil daerah, pelaku, dan apakah ini kota demo."""

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from kasuari.dasar.organisasi import selectors as organisasi


def umum(request: HttpRequest) -> dict[str, object]:
    """`daerah` dibaca hanya bila templat menyebutnya."""
    return {
        "DEMO": settings.DEMO,
        "pelaku": getattr(request, "pelaku", None),
        "daerah": SimpleLazyObject(organisasi.profil),
    }
