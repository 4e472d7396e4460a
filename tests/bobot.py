"""Berat jawaban di kabel, untuk anggaran byte."""

import gzip

from django.http import HttpResponse


def gz_bytes(jawab: HttpResponse) -> int:
    """Byte isi jawaban sesudah gzip -9, seperti yang dikirim server di depan."""
    return len(gzip.compress(jawab.content, 9, mtime=0))
