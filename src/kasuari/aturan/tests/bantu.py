"""Yang dipakai uji beberapa pokok."""

from collections.abc import Callable
from typing import Any

import pytest

from kasuari.aturan.galat import GalatAturan


def ditolak(panggil: Callable[..., Any], *argumen: Any, **nama: Any) -> str:
    """Kalimat penolakan `panggil(...)`; gagal bila tidak ditolak."""
    with pytest.raises(GalatAturan) as galat:
        panggil(*argumen, **nama)
    return str(galat.value)
