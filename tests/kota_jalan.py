"""Kota demo yang sungguh berjalan (server, pekerja, basis data sendiri) untuk uji peramban, ukuran, dan tangkapan."""

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

AKAR = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Kota:
    alamat: str
    data: Path
    pid: int


def _port() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def lingkungan(data: Path, port: int, surat: str = "") -> dict[str, str]:
    bersih = {k: v for k, v in os.environ.items() if not k.startswith(("KASUARI_", "DJANGO_"))}
    return {
        **bersih,
        "KASUARI_MODE": "demo",
        "KASUARI_DATA": str(data),
        "KASUARI_ALAMAT": f"http://127.0.0.1:{port}",
        "EMAIL_URL": surat,
        "PYTHONPATH": str(AKAR / "src"),
    }


@contextlib.contextmanager
def buka(asn: int = 150, per: str | None = None, surat: str = "") -> Iterator[Kota]:
    """Menyiapkan kota sebesar `asn` dan menyalakan server; `surat`: alamat SMTP-nya (kosong: surat ke folder)."""
    data, port = Path(tempfile.mkdtemp(prefix="kasuari-kota-")), _port()
    env = lingkungan(data, port, surat)
    kasuari = [sys.executable, "-c", "import sys; from kasuari.cli import main; sys.exit(main())"]
    subprocess.run(
        [*kasuari, "siapkan", "--asn", str(asn), *(["--per", per] if per else [])],
        env=env,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    log = (data / "server.log").open("wb")
    proses = subprocess.Popen(
        [*kasuari, "layani", "--port", str(port)], env=env, stdout=log, stderr=log, start_new_session=True
    )
    try:
        _tunggu(f"http://127.0.0.1:{port}/", proses, data)
        yield Kota(f"http://127.0.0.1:{port}", data, proses.pid)
    finally:
        proses.send_signal(signal.SIGTERM)
        with contextlib.suppress(subprocess.TimeoutExpired):
            proses.wait(15)
        if proses.poll() is None:
            os.killpg(proses.pid, signal.SIGKILL)
        log.close()
        shutil.rmtree(data, ignore_errors=True)


def _tunggu(alamat: str, proses: subprocess.Popen, data: Path) -> None:
    for _ in range(150):
        with contextlib.suppress(OSError):
            urllib.request.urlopen(alamat, timeout=5).read()
            return
        if proses.poll() is not None:
            break
        time.sleep(0.2)
    raise RuntimeError(f"Server tidak menyala: {(data / 'server.log').read_text()[-2000:]}")
