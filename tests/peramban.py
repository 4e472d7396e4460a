"""Chromium sungguhan untuk uji peramban: jalan programnya, dan pemeriksaan yang sama di tiap halaman."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect, sync_playwright

OPSI = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
_AXE = Axe()
# Mesin CI dibagi: halaman boleh lambat, asal akhirnya benar.
expect.set_options(timeout=15_000)
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@contextmanager
def buka() -> Iterator[Browser]:
    """Satu Chromium tanpa layar; ditutup di akhir blok."""
    with sync_playwright() as main:
        mesin = main.chromium.launch(
            executable_path=shutil.which("chromium") or shutil.which("chromium-browser"), args=OPSI
        )
        try:
            yield mesin
        finally:
            mesin.close()


def pelanggaran_axe(halaman: Page) -> dict[str, list[str]]:
    """Aturan axe yang dilanggar dan potongan HTML-nya.

    Layar ditinggikan dan digulung ke atas, supaya bar bawah tidak menutupi tautan mana pun.
    """
    lebar = halaman.viewport_size["width"]
    tinggi = halaman.evaluate("document.documentElement.scrollHeight")
    halaman.set_viewport_size({"width": lebar, "height": max(800, tinggi)})
    halaman.evaluate("window.scrollTo(0, 0)")
    # Yang lulus tidak dirinci: menyusun dan mengirim rinciannya lebih lama daripada memeriksanya.
    opsi = {"runOnly": WCAG, "resultTypes": ["violations"]}
    hasil = _AXE.run(halaman, options=opsi).response["violations"]
    return {v["id"]: [n["html"][:160] for n in v["nodes"]] for v in hasil}


def melebar(halaman: Page) -> list[str]:
    """Unsur yang keluar dari sisi kanan layar; kosong berarti tidak ada geser ke samping."""
    return halaman.evaluate(
        """() => document.documentElement.scrollWidth <= innerWidth ? [] :
        [...document.querySelectorAll("body *")].filter(e => e.getBoundingClientRect().right > innerWidth + 1)
        .slice(0, 5).map(e => e.outerHTML.slice(0, 120))"""
    )


def tertutup_saat_tab(halaman: Page, langkah: int = 40) -> list[str]:
    """Unsur yang mendapat fokus papan ketik tetapi tertutup unsur lain atau tanpa tanda fokus."""
    salah = []
    for _ in range(langkah):
        halaman.keyboard.press("Tab")
        if sebab := halaman.evaluate(
            """() => {
            const e = document.activeElement;
            if (!e || e === document.body) return null;
            const k = e.getClientRects()[0], t = document.elementFromPoint(k.x + k.width / 2, k.y + k.height / 2);
            const nampak = t && (e.contains(t) || t.contains(e));
            const tanda = parseFloat(getComputedStyle(e).outlineWidth) >= 2;
            return nampak && tanda ? null : e.outerHTML.slice(0, 120); }"""
        ):
            salah.append(sebab)
    return salah
