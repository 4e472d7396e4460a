"""Server SMTP sungguhan di mesin uji."""

import pytest
from tests import surat


@pytest.fixture
def smtp(settings):
    with surat.buka() as kotak:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", kotak.port
        yield kotak
