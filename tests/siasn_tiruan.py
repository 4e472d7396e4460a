"""Server SIASN tiruan di loopback: dua token, data utama, nilai IP ASN, dan usul (kenaikan pangkat, pensiun, lainnya)."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any


class Tiruan(BaseHTTPRequestHandler):
    """Server SIASN tiruan: jawabannya dari `server.orang`, hitungannya di `server.diminta`."""

    server: Any

    def log_message(self, *_):
        pass

    def _jawab(self, kode, isi):
        badan = json.dumps(isi).encode() if not isinstance(isi, bytes) else isi
        self.send_response(kode)
        self.end_headers()
        self.wfile.write(badan)

    def do_POST(self):
        badan = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.server.diminta.append(self.path)
        if self.path == "/api/usulan/save":
            return self._usul(json.loads(badan))
        if self.path.startswith("/api/"):
            return self._jawab(404, {})
        if self.path == "/apim" and not self.headers["Authorization"].startswith("Basic "):
            return self._jawab(401, {})
        return self._jawab(200, {"access_token": f"token-{self.path[1:]}"})

    def _usul(self, isi):
        """Usul baru atau perbaikannya; `putus`: tersimpan, tetapi jawabannya tidak pernah sampai."""
        if (self.headers["Authorization"], self.headers["Auth"]) != ("Bearer token-apim", "bearer token-sso"):
            return self._jawab(401, {})
        baris = next((b for b in self.server.usul if b["id"] == isi["id"]), None)
        if baris is None:
            baris = {"id": f"usul-{len(self.server.usul) + 1}", "dikirim": 0}
            self.server.usul.append(baris)
        baris |= {
            "nipBaru": isi["nipBaru"],
            "statusUsulanNama": "Diterima BKN",
            "isi": isi,
            "dikirim": baris["dikirim"] + 1,
        }
        if self.server.putus:
            self.server.putus -= 1
            return self._jawab(502, {})
        return self._jawab(200, {"code": 1, "data": {"id": baris["id"]}})

    def do_GET(self):
        self.server.diminta.append(self.path)
        if self.server.rusak:
            return self._jawab(*self.server.rusak.pop(0))
        if (self.headers["Authorization"], self.headers["Auth"]) != ("Bearer token-apim", "bearer token-sso"):
            return self._jawab(401, {})
        if "/list" in self.path:
            return self._jawab(200, {"code": 1, "data": self.server.usul})
        nip = self.path.split("/")[-1].split("?")[0]
        if nip not in self.server.orang:
            return self._jawab(404, {"code": 0})
        return self._jawab(200, {"code": 1, "data": self.server.orang[nip]})


@contextmanager
def buka() -> Iterator[Any]:
    """Server menyala; `orang`: NIP -> data, `diminta`: alamat yang diminta, `rusak`: jawaban rusak berikutnya, `usul`:
    baris usul, `putus`: banyak kiriman usul berikutnya yang tersimpan tanpa dijawab."""
    s: Any = HTTPServer(("127.0.0.1", 0), Tiruan)
    s.orang, s.diminta, s.rusak, s.usul, s.putus = {}, [], [], [], 0
    utas = threading.Thread(target=s.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    utas.start()
    try:
        yield s
    finally:
        s.shutdown()
        s.server_close()


def setelan(server: Any) -> dict[str, str]:
    """Isi `settings.SIASN` yang menuju server tiruan."""
    dasar = f"http://127.0.0.1:{server.server_port}"
    return {"api": f"{dasar}/api", "apim_token": f"{dasar}/apim", "sso_token": f"{dasar}/sso", "kunci": "k",
            "rahasia": "r", "pengguna": "u", "sandi": "s"}  # fmt: skip
