"""Kerangka halaman: menu dari slot, butir yang sedang dibuka, bar HP, dan tahan tanpa pelaku."""

import pytest
from django.template import engines
from django.test import RequestFactory
from django.urls import ResolverMatch

from kasuari.dasar.rupa import slot
from kasuari.dasar.rupa.slot import Pintu

pytestmark = pytest.mark.django_db  # profil daerah dibaca dari basis data


@pytest.fixture(autouse=True)
def slot_kosong():
    with slot.terpisah():
        yield


def halaman(dasar: str = "rupa/base_kerja.html", alamat: str = "/kerja/pegawai/7/", **konteks) -> str:
    permintaan = RequestFactory().get(alamat)
    permintaan.resolver_match = ResolverMatch(lambda r: None, (), {})
    templat = engines["django"].from_string(
        '{% extends "' + dasar + '" %}{% block judul %}Uji{% endblock %}{% block isi %}isi{% endblock %}'
    )
    return templat.render(konteks, permintaan)


def pasang_menu(n: int, bar: int) -> None:
    for i in range(n):
        slot.tawarkan("menu.kerja", i, f"m{i}", lambda pelaku, i=i: Pintu(f"/kerja/m{i}/", f"Menu {i}"))
    for i in range(bar):
        slot.tawarkan(
            "bar.kerja", i, f"m{i}", lambda pelaku, i=i: Pintu(f"/kerja/m{i}/", f"Menu {i}", ikon="data")
        )


def test_tanpa_pelaku_dan_tanpa_isi_slot_halaman_tetap_utuh():
    html = halaman()
    assert "<title>Uji — Kota Contoh</title>" in html and "</html>" in html
    assert "bar-bawah" not in html and "Menu utama" not in html


def test_butir_dengan_alamat_terpanjang_yang_cocok_bertanda():
    slot.tawarkan("menu.kerja", 1, "beranda", lambda p: Pintu("/kerja/", "Beranda"))
    slot.tawarkan("menu.kerja", 2, "pegawai", lambda p: Pintu("/kerja/pegawai/", "Pegawai", jumlah=1200))
    html = halaman()
    assert '<a href="/kerja/pegawai/" aria-current="page">Pegawai <span class="tanda">1.200</span>' in html
    assert html.count('aria-current="page"') == 1


def test_bar_memuat_semua_menu_tanpa_lainnya():
    pasang_menu(4, 4)
    assert "menu-lengkap" not in halaman()


def test_menu_yang_tidak_muat_di_bar_tetap_terjangkau_di_hp():
    pasang_menu(7, 5)
    html = halaman()
    bar = html[html.index('class="bar-bawah') :]
    assert bar.count("<li>") == 5 and 'href="#menu-lengkap"' in bar
    lengkap = html[html.index('id="menu-lengkap"') : html.index('class="bar-bawah')]
    assert lengkap.count("<li>") == 7


def test_halaman_tanpa_alamat_inggris_berganti_bahasa_lewat_formulir():
    assert "<form" not in halaman()
    slot.tawarkan("bahasa", 0, "akun", lambda pelaku: "/kerja/bahasa/")
    html = halaman()
    assert 'action="/kerja/bahasa/"' in html and 'name="language" value="en" lang="en"' in html


def test_pita_demo_hanya_di_demo(settings):
    settings.DEMO = False
    assert "kota contoh" not in halaman()
    settings.DEMO = True
    assert "kota contoh" in halaman()


def test_nama_dari_orang_tidak_menjadi_html():
    slot.tawarkan("menu.kerja", 1, "x", lambda p: Pintu("/kerja/", "<b>x</b>"))
    assert "<b>x</b>" not in halaman()


def test_ribuan_tidak_masuk_alamat_halaman():
    from django.core.paginator import Paginator

    teks = engines["django"].from_string("{% paginasi h %}")
    html = teks.render(
        {"h": Paginator(range(60000), 20).page(1500)}, RequestFactory().get("/x/?q=a%26b&hal=3")
    )
    assert 'href="?q=a%26b&amp;hal=1501"' in html and "hal=1.5" not in html
    assert "29.981 sampai 30.000 dari 60.000" in html
