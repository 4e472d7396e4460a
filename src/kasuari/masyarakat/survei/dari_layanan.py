"""Sambungan dengan ruang layanan: permohonan yang selesai mengundang satu penilaian, dan halaman layanan menunjuk hasilnya.

Tautannya dihitung dari permohonannya dengan kunci rahasia, tidak disimpan di mana pun; jawabannya tidak membawa keduanya.
"""

from uuid import UUID

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from kasuari.dasar.inti.pelaku import Pelaku, sistem
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.jejak.antrean import dengar
from kasuari.dasar.jejak.models import Jejak, Kerja
from kasuari.dasar.organisasi import selectors as organisasi
from kasuari.dasar.rupa.slot import tawarkan
from kasuari.masyarakat.layanan import selectors as layanan
from kasuari.masyarakat.survei import selectors, service
from kasuari.masyarakat.survei.models import Undangan
from kasuari.masyarakat.survei.terima import sidik_token


def undang(kerja: Kerja) -> None:
    """Satu permohonan selesai: satu undangan, kecuali layanannya peka."""
    permohonan = Jejak.objects.values_list("objek", flat=True).get(uid=kerja.rujukan)
    assert permohonan is not None
    unit_id, kode, boleh = layanan.untuk_survei(permohonan)
    if boleh:
        service.undang(sistem("survei"), unit_id, kode, permohonan)


def _nilai(pelaku: Pelaku, permohonan: UUID) -> SafeString | None:
    """Ajakan menilai di halaman permohonan yang selesai; hilang sesudah dipakai atau bila survei unitnya tidak dibuka."""
    unit_id, _kode, boleh = layanan.untuk_survei(permohonan)
    unit = organisasi.kode_unit(unit_id)
    if not boleh or unit is None or selectors.periode_terbuka(unit, hari_ini()) is None:
        return None
    token = service.token(permohonan)
    if not Undangan.objects.filter(sidik=sidik_token(token), dipakai=False).exists():
        return None
    return format_html(
        '<section class="kartu"><h2>{}</h2><p>{}</p><div class="aksi"><a class="btn" href="{}?t={}">{}</a></div></section>',
        _("Bagaimana pelayanannya?"), _("Sembilan pertanyaan, satu menit, tanpa nama. Jawaban Anda tidak dihubungkan dengan permohonan ini."),
        reverse("skm_isi", args=[unit]), token, _("Nilai pelayanan ini"),
    )  # fmt: skip


def _hasil(pelaku: Pelaku, layanan: str) -> SafeString | None:
    """Tautan ke hasil survei unit yang menilai layanan itu, bila sudah terbit."""
    p = selectors.terbit().filter(unit__in=selectors.unit_penilai(layanan)).first()
    if p is None:
        return None
    return format_html(
        '<p><a href="{}">{}</a></p>', reverse("survei_hasil_unit", args=[p.unit.kode]), _("Nilai dari warga untuk unit ini")
    )  # fmt: skip


def pasang() -> None:
    dengar("layanan.selesai", "survei.undang", undang)
    tawarkan("layanan.selesai", 10, "survei", _nilai)
    tawarkan("layanan.hasil_survei", 10, "survei", _hasil)
