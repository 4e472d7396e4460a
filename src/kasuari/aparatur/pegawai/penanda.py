"""Siapa yang menandatangani surat yang lahir dari satu langkah alur."""

from kasuari.aparatur.pegawai.models import PegawaiKini
from kasuari.dasar.alur.models import Kasus, LangkahKasus, Tunggu
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.organisasi import selectors as organisasi


def penandatangan(kasus: Kasus, langkah: LangkahKasus) -> dict[str, str]:
    """Yang melangkah, dengan jabatannya; wakil menandatangani sebagai dirinya (Plh, Plt)."""
    t = Tunggu.objects.filter(kasus=kasus, pos__isnull=False).order_by("-mulai", "-id").first()
    jabatan = ""
    if t is not None and t.pos_id:
        jabatan = (
            organisasi.pos_pada(hari_ini(), subjek=[t.pos_id]).values_list("nama", flat=True).first() or ""
        )
    if langkah.sebagai in {"plt", "plh", "pj"}:
        jabatan = f"{langkah.sebagai.capitalize()}. {jabatan}"
    elif langkah.sebagai == "mandat":
        jabatan = f"a.n. {jabatan}"
    orang = langkah.pelaku
    kini = PegawaiKini.objects.filter(pegawai__orang=orang).first() if orang else None
    if kini is not None and langkah.sebagai in {"peran", ""}:
        jabatan = kini.jabatan  # meja peran tidak menunggu satu pos: jabatannya sendiri yang disebut
    return {
        "nama": orang.nama_gelar if orang else "",
        "nip": kini.nip if kini else "",
        "jabatan": jabatan,
    }
