"""Pintu WSGI bagi gunicorn. Produksi menolak melayani basis data yang berisi akun demo."""

import os

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kasuari.situs.settings")
application = get_wsgi_application()


def _tolak_akun_contoh() -> None:
    from django.db import connection

    from kasuari.dasar.akun.models import Akun

    if settings.MODE == "produksi" and Akun.objects.filter(contoh=True).exists():
        raise ImproperlyConfigured("Basis data ini berisi akun demo. Produksi memerlukan basis data bersih.")
    connection.close()


_tolak_akun_contoh()
