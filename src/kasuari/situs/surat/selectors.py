"""Pintu baca meja surat: surat yang terjangkau, pindaiannya, dan catatan siapa membuka isinya."""

from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from kasuari.dasar.akun import peristiwa
from kasuari.dasar.akun.izin import boleh, saring
from kasuari.dasar.dokumen import surat
from kasuari.dasar.dokumen.models import NomorSeri, PindaianSurat, Surat
from kasuari.dasar.inti.galat import TidakAda
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.jejak.service import catat
from kasuari.dasar.ketentuan import selectors as ketentuan


def tertutup() -> list[str]:
    """Kode templat yang isinya tidak untuk semua petugas surat."""
    return sorted({t.kode for t in surat.DAFTAR.values() if t.tertutup})


def terjangkau(pelaku: Pelaku) -> Any:
    """Kueri surat yang boleh dilihat pelaku; yang tertutup hanya bagi yang berizin, yang terbatas hanya bagi yang bertugas."""
    qs = saring(pelaku, "surat.lihat", Surat.objects.defer("data"))
    for terbuka in dict.fromkeys(surat.TERBATAS.values()):
        kode = [k for k, f in surat.TERBATAS.items() if f is terbuka]
        qs = qs.exclude(Q(templat__in=kode) & ~Q(id__in=terbuka(pelaku)))
    return qs if boleh(pelaku, "surat.tertutup").ya else qs.exclude(templat__in=tertutup())


def satu(pelaku: Pelaku, uid: UUID) -> Surat:
    """Satu surat yang boleh dilihat pelaku. Galat: `TidakAda`."""
    s: Surat | None = terjangkau(pelaku).select_related("berkas", "induk", "unit").filter(id=uid).first()
    if s is None:
        raise TidakAda(_("Surat ini tidak ada."))
    return s


def catat_baca(pelaku: Pelaku, s: Surat) -> None:
    """Membuka isi surat tentang orang lain adalah peristiwa tentang orang itu. Di dalam transaksi pemanggil."""
    orang = [UUID(x) for x in s.subjek if UUID(x) != pelaku.orang]
    if orang and not pelaku.sistem:
        catat(
            peristiwa.DILIHAT, pelaku, ("surat", s.id), subjek=orang,
            sesudah={"izin": "surat.lihat", "kolom": ["isi"], "banyak": len(orang)},
        )  # fmt: skip


def pindaian(pelaku: Pelaku, uid: UUID) -> PindaianSurat | None:
    """Pindaian terakhir surat ini, atau None. Galat: `TidakAda` bila suratnya tidak terjangkau."""
    s = satu(pelaku, uid)
    hasil: PindaianSurat | None = (
        s.pindaian.select_related("berkas", "surat").order_by("-dibuat", "-id").first()
    )
    return hasil


def seri() -> list[str]:
    """Seri yang berpola hari ini atau pernah dipakai, menurut abjad."""
    pakai = NomorSeri.objects.values_list("kode", flat=True).distinct()
    return sorted({*ketentuan.buku(hari_ini()).tabel("surat_pola_nomor"), *pakai})
