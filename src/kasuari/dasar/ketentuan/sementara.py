"""Lama paling panjang menjadi Plt atau Plh, bagi penetapan pemegang pos dan pelimpahan wewenang."""

from datetime import date, timedelta

from django.utils.translation import gettext as _

from kasuari.aturan.masa_kerja import tambah_bulan
from kasuari.dasar.inti.galat import MasukanSalah
from kasuari.dasar.ketentuan import selectors
from kasuari.dasar.rupa.bentuk import tanggal


def pastikan(jenis: str, mulai: date, sampai: date) -> None:
    """Galat: `MasukanSalah` bila `jenis` ('plt', 'plh') lebih lama daripada `register_sementara_bulan`. `sampai` tidak termasuk.

    Yang tidak disebut parameternya (mandat, Pj) tidak dibatasi di sini.
    """
    buku = selectors.buku(mulai)
    bulan = buku.tabel("register_sementara_bulan").get(jenis)
    if bulan is None or sampai <= (batas := tambah_bulan(mulai, int(bulan))):
        return
    raise MasukanSalah(
        _("%(j)s paling lama %(n)s bulan, jadi hari terakhirnya paling lambat %(t)s (%(d)s). Sesudah itu dapat ditetapkan lagi.")
        % {
            "j": jenis.capitalize(), "n": bulan, "t": tanggal(batas - timedelta(days=1)),
            "d": buku.versi("register_sementara_bulan").dasar,
        },
        "sampai",
    )  # fmt: skip
