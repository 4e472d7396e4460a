"""Setelan untuk uji: hash sandi murah, berkas statis polos, surat di memori, basis data sementara."""

import atexit
import os
import shutil
import tempfile

os.environ.setdefault("KASUARI_MODE", "uji")
# Tiap proses uji punya foldernya sendiri, dan menghapusnya di akhir.
if "KASUARI_DATA" not in os.environ or os.environ.get("PYTEST_XDIST_WORKER"):
    os.environ["KASUARI_DATA"] = tempfile.mkdtemp(prefix="kasuari-uji-")
    atexit.register(shutil.rmtree, os.environ["KASUARI_DATA"], ignore_errors=True)
os.environ.setdefault("KASUARI_SECRET_KEY", "rahasia-uji-" * 6)
os.environ.setdefault("KASUARI_KUNCI_DATA", "uji:" + "k" * 43 + "=")

from kasuari.situs.settings import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}  # noqa: F405
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
