"""Yang ditawarkan survei kepada kerangka: menu kerja, angka beranda pengelola, dan pintu warga ke hasilnya."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.ketentuan.selectors import buku
from kasuari.dasar.rupa.bahan import Angka
from kasuari.dasar.rupa.slot import Pintu, tawarkan
from kasuari.masyarakat.survei import izin, selectors
from kasuari.masyarakat.survei.models import Periode, Survei
from kasuari.masyarakat.survei.sajian_kerja import angka_muka

PERAN = (izin.PENGELOLA, *izin.UNIT, "sekda", "pimpinan", "inspektorat")


def _kerja(pelaku: Pelaku) -> Pintu:
    return Pintu(reverse("survei:daftar"), _("Survei"), _("Kemajuan, QR, dan hasil"), "laporan")


def _publik(pelaku: Pelaku) -> Pintu:
    return Pintu(reverse("survei_hasil"), _("Nilai pelayanan"), _("Hasil survei tiap unit"), "laporan")


def _poster(pelaku: Pelaku) -> Pintu | None:
    """Satu ketukan dari beranda bagi petugas yang unitnya sedang dinilai."""
    p = selectors.daftar(pelaku).filter(survei__jenis=Survei.Jenis.SKM, status=Periode.Status.TERBUKA).first()
    if p is None:
        return None
    return Pintu(reverse("survei:poster", args=[p.uid]), _("Unduh poster QR"), p.unit.kini.nama)


def _kurang(pelaku: Pelaku) -> list[Angka]:
    return angka_muka(selectors.daftar(pelaku), buku(hari_ini()), reverse("survei:daftar"))


def pasang() -> None:
    tawarkan("menu.kerja", 45, "survei", _kerja, peran=PERAN)
    tawarkan("menu.publik", 40, "survei", _publik)
    tawarkan("beranda.pintasan", 45, "survei_poster", _poster, peran=izin.UNIT)
    tawarkan("beranda.angka", 20, "survei", _kurang, peran=(izin.PENGELOLA,))
