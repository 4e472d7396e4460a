"""Semua pesan punya terjemahan Inggris; yang belum, kabur, atau tidak dipakai disebut satu per satu."""

import importlib.util
from pathlib import Path

import pytest

BERKAS = Path(__file__).parent.parent / "script/katalog.py"
_ada = importlib.util.spec_from_file_location("katalog", BERKAS)
katalog = importlib.util.module_from_spec(_ada)
_ada.loader.exec_module(katalog)


@pytest.mark.lambat
def test_katalog_inggris_lengkap():
    assert katalog.periksa() == []


def test_pengambil_menemukan_semua_bentuk_tag():
    teks = """{% translate "Satu" %}{% translate 'Dua' as x %}{{ _("Tiga (3)")|upper }}
    {% blocktranslate trimmed with n=a|length %}Empat {{ n }} dan
      lima{% endblocktranslate %}
    {% blocktranslate count n=a %}Enam {{ n }}{% plural %}Enam-enam {{ n }}{% endblocktranslate %}
    {% firstof y _("Tujuh") %}"""
    assert {p for _, p in katalog.dari_templat(teks)} == {
        "Satu", "Dua", "Tiga (3)", "Empat %(n)s dan lima", "Enam %(n)s", "Tujuh",
    }  # fmt: skip


def test_pengambil_python_mengerti_jamak_dan_konteks():
    teks = '_("A")\ngettext_lazy("B " "C")\nngettext("D", "E", 2)\npgettext("menu", "F")\n_(nama)'
    assert katalog.dari_python(teks) == {("", "A"), ("", "B C"), ("", "D"), ("menu", "F")}
