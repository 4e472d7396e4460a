"""Siapa yang menandatangani, sebagai apa; dan kunci satu pegawai selama satu keputusan tentangnya."""

from kasuari.aparatur.pegawai.models import Pegawai, PegawaiKini
from kasuari.dasar.alur.models import Kasus, LangkahKasus
from kasuari.dasar.alur.siapa import jabatan_pemutus


def kunci_pegawai(p: Pegawai) -> None:
    """Satu permohonan tiap orang pada satu saat: dua pengajuan hari terakhir tidak lolos bersama."""
    list(PegawaiKini.objects.select_for_update().filter(pegawai=p).values_list("pegawai_id", flat=True))


def penandatangan(kasus: Kasus, langkah: LangkahKasus) -> dict[str, str]:
    """Yang memutuskan, dengan jabatannya; wakil menandatangani sebagai dirinya (Plh, Plt)."""
    jabatan = jabatan_pemutus(kasus, langkah.sebagai)
    orang = langkah.pelaku
    kini = PegawaiKini.objects.filter(orang_uid=orang.uid).first() if orang else None
    if kini is not None and langkah.sebagai in {"peran", ""}:
        jabatan = kini.jabatan  # yang ditunggu meja atau orangnya, bukan satu pos: disebut jabatannya sendiri
    return {"nama": orang.nama_gelar if orang else "", "nip": kini.nip if kini else "", "jabatan": jabatan}
