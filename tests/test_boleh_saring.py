"""`boleh` (satu benda) dan `saring` (kueri) tidak pernah berbeda pendapat."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kasuari.aparatur.pegawai.models import PegawaiKini
from kasuari.dasar.akun.izin import boleh, saring
from kasuari.dasar.akun.izin.daftar import ATURAN, PERAN
from kasuari.dasar.inti.pelaku import Hibah, Pelaku
from kasuari.dasar.organisasi.models import Unit
from tests import kota_kecil

IZIN = sorted(i for i in ATURAN if i.startswith("pegawai."))
KODE = [u.kode for u in kota_kecil.UNIT]
HIBAH = st.tuples(
    st.sampled_from(sorted(PERAN)), st.none() | st.sampled_from(KODE), st.none() | st.frozensets(st.sampled_from(IZIN))
)  # fmt: skip


@pytest.mark.django_db
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    hibah=st.lists(HIBAH, max_size=3),
    izin=st.sampled_from(IZIN),
    sudo=st.booleans(),
    diri=st.integers(-1, 11),
)
def test_boleh_dan_saring_sepakat_untuk_peran_dan_unit_apa_pun(hibah, izin, sudo, diri):
    unit = dict(Unit.objects.values_list("kode", "id"))
    semua = list(PegawaiKini.objects.order_by("pegawai_id"))
    pelaku = Pelaku(
        orang=semua[diri].orang_uid if diri >= 0 else None, sudo=sudo,
        hibah=tuple(Hibah(n, p, unit[u] if u else None, boleh_izin=b) for n, (p, u, b) in enumerate(hibah)),
    )  # fmt: skip
    satu_satu = {k.pk for k in semua if boleh(pelaku, izin, k).ya}
    assert set(saring(pelaku, izin, PegawaiKini.objects.all()).values_list("pk", flat=True)) == satu_satu
