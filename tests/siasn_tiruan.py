"""Server SIASN tiruan di loopback, dan klien yang menuju ke sana: dua token, data utama, nilai IP ASN."""

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
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.server.diminta.append(self.path)
        if self.path == "/apim" and not self.headers["Authorization"].startswith("Basic "):
            return self._jawab(401, {})
        return self._jawab(200, {"access_token": f"token-{self.path[1:]}"})

    def do_GET(self):
        self.server.diminta.append(self.path)
        if self.server.rusak:
            return self._jawab(*self.server.rusak.pop(0))
        if (self.headers["Authorization"], self.headers["Auth"]) != ("Bearer token-apim", "bearer token-sso"):
            return self._jawab(401, {})
        nip = self.path.split("/")[-1].split("?")[0]
        if nip not in self.server.orang:
            return self._jawab(404, {"code": 0})
        return self._jawab(200, {"code": 1, "data": self.server.orang[nip]})


@contextmanager
def buka() -> Iterator[Any]:
    """Server menyala; `orang`: NIP -> data, `diminta`: alamat yang diminta, `rusak`: jawaban rusak berikutnya."""
    s: Any = HTTPServer(("127.0.0.1", 0), Tiruan)
    s.orang, s.diminta, s.rusak = {}, [], []
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
