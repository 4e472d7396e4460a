"""Pintu baca orang."""

import uuid
from collections.abc import Iterable

from kasuari.dasar.orang.models import Orang


def nama_banyak(uid: Iterable[uuid.UUID]) -> dict[uuid.UUID, str]:
    """UUID -> nama bergelar; satu kueri."""
    return {o.uid: o.nama_gelar for o in Orang.objects.filter(uid__in=set(uid))}


def orang(uid: uuid.UUID) -> Orang | None:
    return Orang.objects.filter(uid=uid).first()
