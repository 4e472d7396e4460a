"""Siapa yang sudah atau segera cukup masanya, dan TMT sah berikutnya baginya."""

from typing import Any

from django.db.models import Case, DateField, F, OuterRef, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from kasuari.aparatur.pegawai.models import PegawaiKini
from kasuari.aparatur.usulan.models import Usulan
from kasuari.aturan.pangkat import periode_berikut
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.ketentuan import selectors as ketentuan


def jatuh(qs: "QuerySet[PegawaiKini]") -> "QuerySet[PegawaiKini]":
    """`tmt`: yang sedang diusulkan; kalau tidak, masa genapnya atau periode pertama sesudah hari ini bila sudah lewat."""
    hari = hari_ini()
    periode = periode_berikut(hari, ketentuan.buku(hari))
    usul: Any = Usulan.objects.filter(
        pegawai=OuterRef("pegawai"), jenis="pangkat_reguler", hidup=True, tmt__gte=OuterRef("kp_berikut")
    )
    masa = Case(
        When(kp_berikut__lt=periode, then=Value(periode)), default=F("kp_berikut"), output_field=DateField()
    )
    return qs.filter(jenis="pns", kp_berikut__isnull=False).annotate(
        tmt=Coalesce(Subquery(usul.order_by("-tmt").values("tmt")[:1]), masa)
    )
