"""`kasuari pekerja [--sekali]`: pekerja latar. Berhenti rapi pada Ctrl-C atau SIGTERM, sesudah yang sedang jalan."""

import signal
import threading
import time
from collections.abc import Sequence

from kasuari.cli import nyala

JEDA_KOSONG = 1.0  # detik menunggu bila antrean kosong
JEDA_JADWAL = 20.0


def jalankan(argumen: Sequence[str]) -> int:
    nyala.django()
    from django.db import close_old_connections, transaction

    from kasuari.dasar.jejak import antrean, jadwal

    berhenti = threading.Event()
    for tanda in (signal.SIGTERM, signal.SIGINT):
        signal.signal(tanda, lambda *_: berhenti.set())
    tik_berikut = 0.0
    while not berhenti.is_set():
        if time.monotonic() >= tik_berikut:
            with transaction.atomic():
                jadwal.tik()
            tik_berikut = time.monotonic() + JEDA_JADWAL
        ada = antrean.jalankan_satu()
        if not ada:
            if "--sekali" in argumen:
                break
            close_old_connections()
            berhenti.wait(JEDA_KOSONG)
    return 0
