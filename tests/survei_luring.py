"""Banyak penilaian dari HP di jaringan yang putus-putus: dipakai uji peramban (40) dan uji berat (200)."""

import contextlib
import os
import signal
import sqlite3
import subprocess
import sys
import time
import urllib.request
from contextlib import closing

from playwright.sync_api import Browser, Page

from tests import kota_jalan

ISI = """async ([awal, banyak]) => {
  const f = document.querySelector("form[data-antre]"), dasar = [...new FormData(f)].filter(([k]) => k !== "kunci");
  const unsur = [...new Set([...f.querySelectorAll("[type=radio]")].map(r => r.name))];
  for (let n = awal; n < awal + banyak; n++) {
    const kunci = crypto.randomUUID(), jawab = unsur.map((u, k) => [u, String(1 + (n + k) % 4)]);
    await Antrean.simpan({ kunci, url: f.action, isi: [...dasar, ["kunci", kunci], ...jawab], pada: Date.now() });
  }
}"""


def jalankan(mesin: Browser, kota: kota_jalan.Kota, banyak: int) -> dict[str, int]:
    """Menyimpan `banyak` penilaian di HP, lalu mengirimnya sambil jaringan putus, tab ditutup, dan server dibunuh dua kali."""
    sebelum, mati = _terima(kota), 0
    proses = _Server(kota)
    with mesin.new_context(base_url=kota.alamat) as c:
        h = _buka(c)
        h.evaluate(ISI, [0, banyak])
        for ke in range(6):
            h.evaluate("void Antrean.kirim()")
            time.sleep(0.15 + 0.1 * (ke % 3))
            if ke in (1, 4):
                proses.bunuh()
                mati += 1
                time.sleep(0.3)
                proses.nyalakan()
            else:
                c.set_offline(True)
                h.close()  # tab ditutup di tengah kiriman
                c.set_offline(False)
                h = _buka(c)
        for _ in range(120):
            h.evaluate("Antrean.kirim().catch(() => 0)")
            if not (sisa := h.evaluate("Antrean.semua().then(a => a.length)")):
                break
            time.sleep(0.5)
    dapat = _terima(kota) - sebelum
    proses.tutup()
    return {"dikirim": banyak, "diterima": dapat, "sisa_di_hp": sisa, "server_dibunuh": mati,
            "hilang": max(0, banyak - dapat), "ganda": max(0, dapat - banyak)}  # fmt: skip


def _buka(c) -> Page:
    h = c.new_page()
    h.goto("/skm/DUKCAPIL/")
    h.wait_for_function("typeof Antrean !== 'undefined'")
    return h


def _terima(kota: kota_jalan.Kota) -> int:
    with closing(sqlite3.connect(kota.data / "kasuari.sqlite3", timeout=20)) as b:
        return b.execute("SELECT COUNT(*) FROM survei_kiriman").fetchone()[0]


class _Server:
    """Server kota itu: dibunuh dengan SIGKILL seluruh kelompoknya, lalu dinyalakan lagi di alamat yang sama."""

    def __init__(self, kota: kota_jalan.Kota) -> None:
        self.kota, self.pid, self.port = kota, kota.pid, int(kota.alamat.rsplit(":", 1)[1])
        self.baru: subprocess.Popen | None = None

    def bunuh(self) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.pid, signal.SIGKILL)
        if self.baru:
            self.baru.wait()

    def nyalakan(self) -> None:
        perintah = [
            sys.executable,
            "-c",
            "import sys; from kasuari.cli import main; sys.exit(main())",
            "layani",
            "--port",
            str(self.port),
        ]
        env = kota_jalan.lingkungan(self.kota.data, self.port)
        self.baru = subprocess.Popen(
            perintah, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )
        self.pid = self.baru.pid
        for _ in range(150):
            with contextlib.suppress(OSError):
                urllib.request.urlopen(self.kota.alamat, timeout=5).read()
                return
            time.sleep(0.2)
        raise RuntimeError("Server tidak menyala lagi.")

    def tutup(self) -> None:
        if self.baru:
            self.bunuh()
