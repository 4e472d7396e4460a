"""Server SMTP sungguhan di mesin uji, dan surat yang diterimanya."""

import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.message import Message

from aiosmtpd.controller import Controller


class Kotak:
    """`surat`: (penerima, surat) menurut urutan datang. `tolak`: server sedang menolak."""

    def __init__(self) -> None:
        self.surat: list[tuple[list[str], Message]] = []
        self.tolak = False
        self.port = 0

    async def handle_DATA(self, server, session, envelope):
        if self.tolak:
            return "451 coba lagi nanti"
        self.surat.append((envelope.rcpt_tos, message_from_bytes(envelope.content)))
        return "250 OK"

    def tunggu(self, kepada: str, detik: float = 30) -> str:
        """Isi surat pertama bagi alamat itu; AssertionError bila tidak datang."""
        batas = time.monotonic() + detik
        while time.monotonic() < batas:
            for penerima, surat in self.surat:
                if kepada in penerima:
                    return surat.get_payload(decode=True).decode()
            time.sleep(0.1)
        raise AssertionError(f"Surat bagi {kepada} tidak datang dalam {detik} detik.")


@contextmanager
def buka() -> Iterator[Kotak]:
    kotak = Kotak()
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        kotak.port = s.getsockname()[1]
    kendali = Controller(kotak, hostname="127.0.0.1", port=kotak.port)
    kendali.start()
    try:
        yield kotak
    finally:
        kendali.stop()
