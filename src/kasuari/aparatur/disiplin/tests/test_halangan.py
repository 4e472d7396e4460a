"""Pemeriksaan disiplin yang berjalan menahan permintaan berhenti, tanpa menyebut pemeriksaannya."""

from datetime import date

import pytest

from kasuari.aparatur.disiplin.tests.conftest import PANGGIL
from kasuari.aparatur.usulan import halangan
from kasuari.aparatur.usulan.tests.pegangan import timbang

pytestmark = pytest.mark.django_db


def test_sejak_dipanggil_permintaan_berhenti_tertahan_dengan_kalimat_yang_sama_seperti_hukuman(
    orang, lapor, jalan
):
    yosep = orang("yosep")
    p = lapor()
    assert not halangan.ada(yosep.pegawai)  # baru dilaporkan: ia belum tahu
    jalan(p, "siti", "panggil", **PANGGIL)
    assert halangan.ada(yosep.pegawai)
    assert not halangan.ada(orang("maria").pegawai)
    kurang = " ".join(timbang(yosep, "pensiun_aps", date(2029, 1, 1)).kurang)
    assert "proses yang belum selesai" in kurang and "PP 11/2017 Pasal 238 ayat (3)" in kurang
    assert "disiplin" not in kurang.lower() and "pemeriksaan" not in kurang.lower()
    jalan(p, "siti", "hadir", pada=PANGGIL["tanggal"])
    assert halangan.ada(yosep.pegawai)
