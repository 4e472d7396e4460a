"""Tiket bertanda dari QR dan halaman: dari mana penilaian datang, tanpa siapa. Tidak memuat jam dan tidak habis masa.

Halaman yang tersimpan di HP tetap dapat dikirim sesudah kuki berganti; karena itu tiket, bukan token CSRF.
"""

from urllib.parse import urlsplit

from django.core.signing import Signer
from django.http import HttpRequest
from django.utils.crypto import constant_time_compare

from kasuari.masyarakat.survei.models import Mode

_TANDA = Signer(salt="survei.tiket")


def buat(unit: str, mode: str) -> str:
    """Tiket pendek untuk satu unit dan satu cara."""
    return f"{mode}:{_TANDA.signature(f'{unit}:{mode}')[:22]}"


def mode(unit: str, tiket: str) -> str | None:
    """Cara yang disebut tiket, None bila tandanya bukan dari kami untuk unit ini."""
    cara = tiket.partition(":")[0]
    if cara not in {Mode.TAUTAN, Mode.QR, Mode.KIOS}:
        return None
    return cara if constant_time_compare(buat(unit, cara), tiket) else None


def seasal(request: HttpRequest) -> bool:
    """Kiriman dari halaman kita sendiri. Peramban lama tanpa kedua kepala itu diterima: tiketnya yang menjaga."""
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in {"same-origin", "none"}:
        return False
    asal = request.headers.get("Origin", "")
    return asal in {"", "null"} or urlsplit(asal).netloc == request.get_host()
