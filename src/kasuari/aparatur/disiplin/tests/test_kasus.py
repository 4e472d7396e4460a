"""Ruang disiplin menjawab kasus bersama sama dengan hukumnya. Kasus berkalender sendiri hanya lewat `aturan`."""

import json
from datetime import date

import pytest
from tests.bersama import shared

from kasuari.aparatur.disiplin import hukum
from kasuari.aparatur.pegawai import service as pegawai
from kasuari.aparatur.pegawai.riwayat import BarisRiwayat
from kasuari.aturan.buku import Buku
from kasuari.aturan.disiplin import HUKUMAN, NAMA, TINGKAT, baca_hukuman

pytestmark = pytest.mark.django_db


def kasus(jenis):
    isi = [
        json.loads(shared("cases", f"{n}.json").read_text()) for n in ("kepegawaian", "kepegawaian_derived")
    ]
    semua = [c for d in isi for c in (d if isinstance(d, list) else d["cases"])]
    hasil = [c for c in semua if c["kind"] == jenis]
    assert hasil
    return hasil


def test_absen_sama_dengan_kasus_bersama():
    for c in kasus("discipline_absence"):
        i, harap = c["inputs"], c["expected"]
        buku = Buku.susun(date(i["year"], 12, 31), date.max)
        kode, tingkat, langkah = hukum.absen("PNS", i["days_before"], i["new_days"], i["consecutive"], buku)
        assert (kode and NAMA[kode]) == harap["jenis"], c["id"]
        assert tingkat == TINGKAT.get(harap.get("tingkat")), c["id"]
        assert langkah[0].nilai == harap["total_days"], c["id"]


def test_hukuman_baru_menunggu_atau_mengakhiri_seperti_kasus_bersama(orang, pelaku_sistem):
    import uuid

    (c,) = kasus("discipline_overlap")
    lama, baru = (baca_hukuman(c["inputs"][k], k) for k in ("running", "new"))
    p = orang("yosep").pegawai
    baris = [
        BarisRiwayat(
            p.uid, date(2026, 9, 1), {"tingkat": "berat", "jenis": NAMA[lama]}, sampai=date(2027, 9, 1)
        )
    ]
    pegawai.catat_riwayat(pelaku_sistem, kode="hukuman", baris=baris, kunci=uuid.uuid4())
    m = hukum.masa(p, baru, date(2026, 12, 21))
    assert (m.mulai, m.akhiri) == (date(2027, 9, 1), None)
    assert c["expected"] == {
        "running_state": "dijalani sampai selesai",
        "new_starts": "setelah yang berjalan selesai",
    }


def test_beberapa_pelanggaran_satu_hukuman_seperti_kasus_bersama(orang):
    (c,) = kasus("discipline_several_offences")
    daftar = {
        "menyalahgunakan wewenang": "Larangan menyalahgunakan wewenang",
        "menerima hadiah": "Larangan menerima hadiah yang berhubungan dengan jabatan",
    }
    p = orang("yosep").pegawai
    sendiri = [
        hukum.timbang(p, hukum.Dugaan((daftar[o],), "Instansi")).boleh for o in c["inputs"]["offences"]
    ]
    bersama = hukum.timbang(p, hukum.Dugaan([daftar[o] for o in c["inputs"]["offences"]], "Instansi")).boleh
    assert bersama == max(sendiri)
    assert c["expected"]["which"] == "terberat"


def test_setiap_hukuman_punya_pejabat_upaya_dan_pasal():
    jabatan = ("pelaksana", "fungsional", "pengawas", "administrator", "jpt")
    for kode in HUKUMAN.values():
        assert hukum.upaya(kode) in {"keberatan", "banding"}
        for j in jabatan:
            assert hukum.URUT_PEJABAT[hukum.pejabat(hukum.tingkat_hukuman(kode), j)] >= 1
    from kasuari.aparatur.disiplin.proses import DISIPLIN

    assert {x.aksi for x in DISIPLIN.langkah if not hukum.pasal(x.aksi)} == set()
