"""Apa yang diketahui tiap templat: profil daerah, pelaku, dan apakah ini kota demo."""

from django.conf import settings
from django.http import HttpRequest


def umum(request: HttpRequest) -> dict[str, object]:
    return {"DEMO": settings.DEMO, "pelaku": getattr(request, "pelaku", None)}
