"""`kasuari layani [--port N]`: basis data, pekerja latar, dan server web dalam satu perintah; Ctrl-C menghentikan semua."""

import argparse
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Sequence

PROSES, UTAS = 2, 4


def jalankan(argumen: Sequence[str]) -> int:
    pilihan = argparse.ArgumentParser(prog="kasuari layani")
    pilihan.add_argument("--port", type=int, default=8000)
    pilihan.add_argument("--proses", type=int, default=PROSES)
    p = pilihan.parse_args(argumen)
    if not _bebas(p.port):
        print(
            f"Port {p.port} sedang dipakai program lain. Pilih yang lain: script/server --port {p.port + 1}",
            file=sys.stderr,
        )
        return 1
    kasuari = [sys.executable, "-c", "import sys; from kasuari.cli import main; sys.exit(main())"]
    web = [
        sys.executable, "-m", "gunicorn", "kasuari.situs.wsgi:application", "--bind", f"127.0.0.1:{p.port}",
        "--worker-class", "gthread", "--workers", str(p.proses), "--threads", str(UTAS), "--worker-tmp-dir", "/dev/shm",
        "--log-level", "warning", "--timeout", "60", "--no-control-socket",
    ]  # fmt: skip
    anak = [
        subprocess.Popen([*kasuari, "pekerja"], start_new_session=True),
        subprocess.Popen(web, start_new_session=True),
    ]

    def akhiri(*_: object) -> None:
        raise KeyboardInterrupt

    for tanda in (signal.SIGTERM, signal.SIGINT):
        signal.signal(tanda, akhiri)
    try:
        pid, _ = os.wait()  # salah satu berhenti sendiri = semuanya berhenti
        return 1 if pid else 0
    except KeyboardInterrupt:
        return 0
    finally:
        for tanda in (signal.SIGTERM, signal.SIGINT):
            signal.signal(tanda, signal.SIG_IGN)  # Ctrl-C kedua tidak memutus penutupan
        for proses in anak:
            if proses.poll() is None:
                proses.terminate()
        for proses in anak:
            try:
                proses.wait(timeout=10)
            except subprocess.TimeoutExpired:
                proses.kill()


def _bebas(port: int) -> bool:
    with socket.socket() as s:
        s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            s.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True
