"""Surel kepada pemohon: hanya yang menyetujui, hanya kabar yang perlu, dan tanpa data pribadi."""

import pytest
from django.core import mail

from kasuari.dasar.jejak.antrean import jalankan_semua

pytestmark = pytest.mark.django_db
SURAT = {"email": "yohana@contoh.test", "kabari": True}


def terkirim():
    jalankan_semua()
    return [(m.to, m.subject, m.body) for m in mail.outbox]


def test_pertanyaan_balik_dikabarkan_sekali_kepada_yang_menyetujui(remu, ajukan, langkah, minta, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    p = ajukan(**SURAT)
    minta(p, remu.petugas)
    (satu,) = terkirim()
    assert satu[0] == ["yohana@contoh.test"] and p.kode in satu[1] and "perlu Anda lengkapi" in satu[2]
    assert not any(x in satu[1] + satu[2] for x in ("Yohana", "domisili", "927101", "0812"))
    assert len(terkirim()) == 1


@pytest.mark.parametrize(
    "lain", [{"email": "yohana@contoh.test", "kabari": False}, {"email": "", "kabari": True}]
)
def test_tanpa_persetujuan_atau_alamat_tidak_ada_surel(remu, ajukan, minta, settings, lain):
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    minta(ajukan(**lain), remu.petugas)
    assert terkirim() == []
