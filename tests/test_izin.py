"""`izin.csv` ditulis tangan: tiap alamat, tiap peran, kode jawabannya. Tidak diturunkan dari daftar aturan.

Satu baris satu alamat dan metode. Sel `200|404`: benda sendiri | benda asing; satu kode berarti keduanya sama.
Semua peran dipikul orang yang sama (Amos, pelaksana Dinas Pendidikan) supaya yang diuji perannya, bukan orangnya;
kolom `asn` adalah Maria atas datanya sendiri, `orang_lain` Amos tanpa peran. Sesi baru saja memasukkan sandi.
"""

import csv
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from kasuari.dasar.akun.models import Akun, Hibah
from kasuari.dasar.inti.waktu import sekarang
from kasuari.dasar.organisasi.models import Unit
from tests import kota_kecil
from tests.benda_izin import KIRIMAN, PEMBUAT

pytestmark = pytest.mark.django_db
BARIS = list(csv.DictReader((Path(__file__).parent / "izin.csv").open(encoding="utf-8")))
UNIT = {"atasan": "dik", "umpeg": "dik", "operator_unit": "sd1", "petugas_layanan": "dik"}
BESOK = kota_kecil.HARI + timedelta(days=1)
KOLOM = [
    "tamu", "asn", "atasan", "umpeg", "operator_unit", "bkpsdm", "kepala_bkpsdm", "sekda", "pimpinan",
    "inspektorat", "admin_sistem", "atasan_kemarin", "plh", "orang_lain", "petugas_layanan", "admin_survei",
]  # fmt: skip


def _hibah(kolom: str, amos: Akun) -> None:
    """Memberi Amos wewenang yang diuji kolom itu."""
    asal = Hibah.objects.get(akun__nomor=kota_kecil.orang("yuliana").nip)
    if kolom == "atasan_kemarin":
        isi = {"peran": "atasan", "unit": asal.unit, "mulai": kota_kecil.DULU, "sampai": kota_kecil.HARI}
    elif kolom == "plh":
        isi = {
            "peran": "atasan", "unit": asal.unit, "mulai": kota_kecil.HARI, "sampai": BESOK, "sumber": "plh",
            "atas_nama_hibah": asal,
        }  # fmt: skip
    else:
        unit = Unit.objects.get(kode=UNIT[kolom]) if kolom in UNIT else None
        isi = {"peran": kolom, "unit": unit, "mulai": kota_kecil.DULU}
    Hibah.objects.create(akun=amos, jejak_id=0, **{"sumber": "penunjukan", **isi})


def _peramban(akun: Akun | None) -> Client:
    c = Client(raise_request_exception=False)
    if akun is not None:
        c.force_login(akun)
        sesi = c.session
        sesi["sudo_pada"] = sesi["dilihat"] = sekarang().timestamp()
        sesi.save()
    return c


def _kode(peramban: Client, baris: dict[str, str], kolom: str, argumen: dict, amos: Akun) -> int:
    """Satu permintaan di dalam transaksi yang dibatalkan: sel tidak saling mempengaruhi."""
    with transaction.atomic():
        if kolom not in {"tamu", "asn", "orang_lain"}:
            _hibah(kolom, amos)
        alamat = reverse(baris["alamat"], kwargs=argumen)
        if baris["metode"] == "POST":
            jawab = peramban.post(alamat, KIRIMAN.get(baris["alamat"], {}))
        else:
            jawab = peramban.get(alamat)
        transaction.set_rollback(True)
    return jawab.status_code


@pytest.mark.lambat
@pytest.mark.parametrize("baris", BARIS, ids=lambda b: f"{b['metode']} {b['alamat']}")
def test_tiap_alamat_menjawab_tiap_peran_seperti_tertulis(baris):
    amos = kota_kecil.orang("amos").akun
    siapa = {"tamu": _peramban(None), "asn": _peramban(kota_kecil.orang("maria").akun)}
    lain = _peramban(amos)
    benda = PEMBUAT[baris["alamat"]]() if baris["alamat"] in PEMBUAT else ({},)
    beda = []
    for kolom in KOLOM:
        harap = (baris[kolom].split("|") * 2)[:2]
        for ke, argumen in enumerate(benda):
            dapat = _kode(siapa.get(kolom, lain), baris, kolom, argumen, amos)
            if str(dapat) != harap[ke]:
                beda.append(f"{kolom} {'asing' if ke else 'sendiri'}: tertulis {harap[ke]}, dapat {dapat}")
    assert beda == []


def _nama(pola: list[URLPattern | URLResolver], awalan: str = "") -> Iterator[str]:
    for p in pola:
        if isinstance(p, URLResolver):
            ruang = f"{awalan}{p.namespace}:" if p.namespace else awalan
            yield from _nama(p.url_patterns, ruang)
        else:
            yield f"{awalan}{p.name}" if p.name else f"tanpa nama: {p.pattern}"


def test_tidak_ada_alamat_di_luar_izin_csv():
    ada, tertulis = set(_nama(get_resolver().url_patterns)), {b["alamat"] for b in BARIS}
    assert (sorted(ada - tertulis), sorted(tertulis - ada)) == ([], []), (
        "tambah atau hapus baris tests/izin.csv"
    )


def test_tiap_sel_terisi_dan_tidak_ada_baris_kembar():
    kunci = [(b["alamat"], b["metode"]) for b in BARIS]
    assert len(set(kunci)) == len(kunci)
    assert [k for k, b in zip(kunci, BARIS, strict=True) if not all(b.get(k) for k in KOLOM)] == []
