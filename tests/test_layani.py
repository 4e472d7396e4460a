"""Ctrl-C menghentikan server dan pekerja, juga bila dinyalakan di latar (SIGINT diabaikan pewarisnya)."""

import signal
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from tests import kota_jalan

pytestmark = pytest.mark.lambat


def _anak(induk: int) -> list[int]:
    isi = subprocess.run(
        ["ps", "-o", "pid=", "--ppid", str(induk)], capture_output=True, text=True
    ).stdout.split()
    return [int(p) for p in isi]


def test_ctrl_c_tidak_meninggalkan_satu_proses_pun(tmp_path):
    port = kota_jalan._port()
    env = kota_jalan.lingkungan(tmp_path, port)
    kasuari = [sys.executable, "-c", "import sys; from kasuari.cli import main; sys.exit(main())"]
    subprocess.run([*kasuari, "siapkan", "--asn", "150"], env=env, check=True, capture_output=True)
    diabaikan = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        proses = subprocess.Popen([*kasuari, "layani", "--port", str(port)], env=env, start_new_session=True)
    finally:
        signal.signal(signal.SIGINT, diabaikan)
    for _ in range(100):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=2).read()
            break
        except OSError:
            time.sleep(0.2)
    anak = _anak(proses.pid)
    assert len(anak) == 2
    kedua = subprocess.run([*kasuari, "layani", "--port", str(port)], env=env, capture_output=True, text=True)
    assert (kedua.returncode, "sedang dipakai" in kedua.stderr) == (1, True)
    for _ in range(2):  # orang yang tidak sabar menekan dua kali
        proses.send_signal(signal.SIGINT)
        time.sleep(0.2)
    assert proses.wait(20) == 0
    assert [p for p in anak if Path(f"/proc/{p}").exists()] == []
