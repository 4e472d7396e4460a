"""Server SMTP sungguhan di mesin uji."""

import socket
from email import message_from_bytes

import pytest
from aiosmtpd.controller import Controller


class Kotak:
    def __init__(self):
        self.surat, self.tolak = [], False

    async def handle_DATA(self, server, session, envelope):
        if self.tolak:
            return "451 coba lagi nanti"
        self.surat.append((envelope.rcpt_tos, message_from_bytes(envelope.content)))
        return "250 OK"


@pytest.fixture
def smtp(settings):
    kotak = Kotak()
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        port = s.getsockname()[1]
    kendali = Controller(kotak, hostname="127.0.0.1", port=port)
    kendali.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    yield kotak
    kendali.stop()
