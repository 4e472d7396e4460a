"""Puskesmas Remu (petugas 8) dan Dinas Pendidikan dinilai pada triwulan IV 2026; Amos pengelola survei kota."""

import uuid
from datetime import date

import pytest
from tests import kota_kecil

from kasuari.dasar.akun.models import Hibah
from kasuari.dasar.organisasi.models import Unit
from kasuari.masyarakat.survei import campur, laju, selectors, service, terima, tiket
from kasuari.masyarakat.survei.kata_unsur import UNSUR
from kasuari.masyarakat.survei.models import Mode, Periode

MULAI = date(2026, 10, 1)


@pytest.fixture(autouse=True)
def ingatan_baru():
    laju._hitung.clear()
    selectors.tujuan_kiriman.isi.clear()


@pytest.fixture
def buka(pelaku_sistem, db):
    """buka("pkm", petugas=8, populasi=0, mulai=..., survei=None) -> Periode."""

    def satu(unit="pkm", petugas=8, populasi=0, mulai=MULAI, skema="triwulan", survei=None):
        uid = Unit.objects.get(kode=unit).uid
        hasil = service.buka(
            pelaku_sistem,
            unit=uid,
            skema=skema,
            mulai=mulai,
            petugas=petugas,
            populasi=populasi,
            survei=survei,
            kunci=uuid.uuid4(),
        )
        return Periode.objects.select_related("survei", "versi", "unit__kini").get(uid=hasil.uid)

    return satu


@pytest.fixture
def layanan(pelaku_sistem):
    def satu(unit, *baris):
        service.tetapkan_layanan(
            pelaku_sistem,
            unit=Unit.objects.get(kode=unit).uid,
            baris=[service.BarisLayanan(*b) for b in baris],
            kunci=uuid.uuid4(),
        )

    return satu


def nilai(*n):
    """Sembilan jawaban menurut urutan peraturan; satu angka berarti semuanya sama."""
    return dict(zip(UNSUR, n if len(n) == 9 else n * 9, strict=True))


@pytest.fixture
def jawab(pelaku_sistem):
    """jawab(p, [isi...], hari, **lain): menerima dan mencampur jawaban; tiap isi sembilan angka atau satu angka."""

    def banyak(p, isi, hari=date(2026, 11, 2), campurkan=True, **lain):
        for x in isi:
            penilaian = terima.Penilaian(nilai(*(x if isinstance(x, tuple) else (x,))), **lain)
            terima.simpan(p, uuid.uuid4(), penilaian, hari)
        if campurkan:
            campur.pindahkan(pelaku_sistem, p.id, semua=True)

    return banyak


@pytest.fixture
def kirim(client):
    """kirim(p, nilai=3, **isian) -> jawaban server atas formulir terisi; `json=True` seperti dari HP."""

    def satu(p, angka=3, json=False, alamat=None, mode=Mode.TAUTAN, **isian):
        data = (
            {u: str(angka) for u in UNSUR}
            | {"kunci": str(uuid.uuid4()), "tiket": tiket.buat(p.unit.kode, mode)}
            | isian
        )
        kepala = {"Accept": "application/json"} if json else {}
        return client.post(
            alamat or f"/skm/{p.unit.kode}/", {k: v for k, v in data.items() if v is not None}, headers=kepala
        )

    return satu


@pytest.fixture
def pengelola(orang):
    """Amos dengan peran pengelola survei seluruh kota."""
    Hibah.objects.create(
        akun=orang("amos").akun,
        peran="admin_survei",
        unit=None,
        mulai=kota_kecil.DULU,
        sumber="penunjukan",
        jejak_id=0,
    )
    return orang("amos")
