"""Yang sampai ke laporan survei: rencana yang disetujui saja, dan hasil ukurnya pada periode yang sama asalnya."""

import pytest

from kasuari.masyarakat.survei import tindak_lanjut
from kasuari.pengawasan.perbaikan import pekerjaan

from .conftest import SEMESTER_2, SEMESTER_3

pytestmark = pytest.mark.django_db


def baris(p, periode=SEMESTER_2):
    return {b.unsur: b for b in tindak_lanjut.ambil(p.unit_id, periode)}


def test_rencana_yang_belum_disetujui_disebut_ada_tanpa_isinya(temuan, rencanakan, jalan):
    p = rencanakan(temuan())
    b = baris(p)["waktu"]
    assert (b.kegiatan, b.waktu, b.penanggung, b.alamat) == ("", "", "", f"/perbaikan/{p.id}/")
    jalan(p, "yuliana", "setujui")
    b = baris(p)["waktu"]
    assert b.kegiatan == "Membuka loket kedua pada jam sibuk." and b.penanggung == "Kepala SD Negeri 1"
    assert b.waktu == "20 Desember 2026 (jangka pendek)" and b.hasil == ""
    assert baris(p, SEMESTER_3) == {}


@pytest.mark.lambat
def test_sesudah_diukur_lagi_vonisnya_menyertai_rencana_periode_asalnya(dikerjakan, terbit):
    p = dikerjakan()
    terbit("sd1", SEMESTER_3, waktu="3.20", biaya="3.60", perilaku="3.20")
    pekerjaan.ukur()
    assert baris(p)["waktu"].hasil.startswith("Membaik. Dari 2,40 dari 4")
