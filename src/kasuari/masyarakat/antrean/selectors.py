"""Pintu baca antrean: keadaan satu unit hari ini, satu karcis, dan layar panggilan."""

from datetime import timedelta
from typing import NamedTuple
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _

from kasuari.dasar.akun.izin import boleh, saring
from kasuari.dasar.inti.galat import TidakAda
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.waktu import hari_ini, sekarang
from kasuari.dasar.ketentuan import selectors as ketentuan
from kasuari.dasar.organisasi.models import Unit, UnitKini, UnitLeluhur
from kasuari.masyarakat.antrean import kira
from kasuari.masyarakat.antrean.models import Karcis, Loket
from kasuari.masyarakat.layanan.models import Layanan


class Unitnya(NamedTuple):
    """Antrean satu unit hari ini. `dibuka`: ada loket yang dibuka."""

    unit: Unit
    nama: str
    dibuka: bool
    menunggu: int
    kira: int


def unit_antre(kode: str) -> Unitnya:
    """Galat: `TidakAda` bila unitnya tidak ada atau tidak pernah punya loket."""
    k = UnitKini.objects.select_related("unit").filter(unit__kode=kode).first()
    if k is None or not Loket.objects.filter(unit=k.unit).exists():
        raise TidakAda(_("Unit ini tidak memakai nomor antre."))
    menunggu = Karcis.objects.filter(unit=k.unit, hari=hari_ini(), keadaan="menunggu").count()
    return Unitnya(
        k.unit, k.nama, Loket.objects.filter(unit=k.unit, buka=True).exists(), menunggu, kira_kira(k.unit_id, menunggu)
    )  # fmt: skip


def kira_kira(unit_id: int, di_depan: int) -> int:
    """Menit menunggu bagi yang di depannya ada `di_depan` orang."""
    aturan = ketentuan.buku(hari_ini()).tabel("antrean_perkiraan")
    akhir = Karcis.objects.filter(
        unit_id=unit_id, keadaan="selesai", dipanggil__isnull=False, selesai__gte=sekarang() - timedelta(days=int(aturan["hari"])),  # type: ignore[arg-type]
    ).order_by("-selesai")[: int(aturan["karcis"])]  # type: ignore[arg-type]  # fmt: skip
    lama = [int((k.selesai - k.dipanggil).total_seconds() // 60) for k in akhir if k.selesai and k.dipanggil]
    menit = kira.median(lama)
    bekerja = Karcis.objects.filter(
        unit_id=unit_id, dipanggil__gte=sekarang() - timedelta(hours=1), loket__buka=True
    ).aggregate(n=Count("loket", distinct=True))["n"]
    return kira.tunggu(di_depan, max(1, menit if menit is not None else int(aturan["menit_awal"])), bekerja)  # type: ignore[arg-type]


def karcis(uid: UUID) -> Karcis:
    k = Karcis.objects.select_related("unit__kini", "loket", "permohonan").filter(id=uid).first()
    if k is None:
        raise TidakAda(_("Nomor antre ini tidak ada."))
    return k


def di_depan(k: Karcis) -> int:
    """Banyak orang yang akan dipanggil sebelum karcis ini; yang didahulukan ikut dihitung."""
    if k.keadaan != Karcis.Keadaan.MENUNGGU:
        return 0
    sebelum = Q(prioritas=k.prioritas, nomor__lt=k.nomor)
    if not k.prioritas:
        sebelum |= Q(prioritas=True)
    return Karcis.objects.filter(sebelum, unit_id=k.unit_id, hari=k.hari, keadaan="menunggu").count()


def antre(unit_id: int) -> "QuerySet[Karcis]":
    """Yang menunggu hari ini menurut urutan panggilnya."""
    return (
        Karcis.objects.filter(unit_id=unit_id, hari=hari_ini(), keadaan="menunggu")
        .select_related("permohonan")
        .order_by("-prioritas", "nomor")
    )


def dipanggil(unit_id: int) -> "QuerySet[Karcis]":
    """Yang sedang dipanggil hari ini, yang terbaru dahulu."""
    return (
        Karcis.objects.filter(unit_id=unit_id, hari=hari_ini(), keadaan="dipanggil")
        .select_related("loket", "permohonan")
        .order_by("-dipanggil")
    )


def loket_saya(pelaku: Pelaku) -> "QuerySet[Loket]":
    """Loket di unit yang dilayani pelaku."""
    return (
        saring(pelaku, "antrean.layani", Loket.objects.all())
        .select_related("unit__kini")
        .order_by("unit__kini__urut", "nama")
    )


def loket(pelaku: Pelaku, uid: UUID) -> Loket:
    """Satu loket yang boleh dilayani pelaku. Galat: `TidakAda`."""
    k = Loket.objects.select_related("unit__kini").filter(uid=uid).first()
    if k is None or not boleh(pelaku, "antrean.layani", k).ya:
        raise TidakAda(_("Loket ini tidak ada."))
    return k


def unit_layanan(pelaku: Pelaku) -> list[UnitKini]:
    """Unit yang loketnya boleh diatur pelaku."""
    atas = [h.unit_id for h in pelaku.hibah if h.peran in ("petugas_layanan", "atasan") and h.unit_id]
    ids = UnitLeluhur.objects.filter(leluhur__in=atas).values("unit_id")
    return list(UnitKini.objects.filter(unit__in=ids).select_related("unit").order_by("urut"))


def banyak_menunggu(unit: set[int]) -> dict[int, int]:
    """Banyak orang menunggu hari ini di tiap unit; satu kueri."""
    qs = Karcis.objects.filter(unit__in=unit, hari=hari_ini(), keadaan="menunggu")
    return dict(qs.values_list("unit_id").annotate(n=Count("id")))


def unit_berloket(layanan: str) -> str | None:
    """Kode unit pemilik layanan itu bila punya loket yang dibuka; layanan di banyak unit tidak punya satu antrean."""
    return (
        Layanan.objects.filter(kode=layanan, unit__in=Loket.objects.filter(buka=True).values("unit_id"))
        .values_list("unit__kode", flat=True)
        .first()
    )
