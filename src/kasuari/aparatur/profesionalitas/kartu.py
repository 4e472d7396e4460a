"""Kartu indeks untuk beranda kerja dan lembar pegawai."""

from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from kasuari.aparatur.profesionalitas import kata, sajian, selectors
from kasuari.aparatur.profesionalitas.models import NilaiIp, NilaiResmi
from kasuari.dasar.akun.izin import boleh
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.rupa.bahan import Angka
from kasuari.dasar.rupa.bentuk import angka as tulis


def angka(pelaku: Pelaku, **_konteks: Any) -> Angka | None:
    """Indeks unit tertinggi bagi yang memimpin, indeks sendiri bagi ASN lain."""
    larian = selectors.larian()
    if larian is None:
        return None
    unit = sajian.unit_tertinggi(pelaku)
    if unit is not None:
        r = selectors.ringkas(pelaku, larian, unit.unit_id)
        ket = _("%(t)s · perkiraan") % {"t": larian.periode}
        return Angka(
            _("Indeks profesionalitas"), tulis(r.indeks, 2), ket, reverse("profesionalitas:muka"), "proses"
        )
    v = NilaiIp.objects.filter(larian=larian, orang_uid=pelaku.orang).first() if pelaku.orang else None
    if v is None:
        return None
    teks = kata.KATEGORI[selectors.KATEGORI[v.kategori]][0]
    return Angka(
        _("Indeks saya"),
        tulis(selectors.desimal(v.indeks), 2),
        teks,
        reverse("profesionalitas:saya"),
        "proses",
    )


def lembar(pelaku: Pelaku, pegawai: UUID | None = None, **_konteks: Any) -> dict[str, Any] | None:
    """Panel di lembar pegawai: angka terbaru dan tautan penjelasannya."""
    larian = selectors.larian()
    if larian is None or pegawai is None:
        return None
    v = NilaiIp.objects.filter(larian=larian, pegawai__uid=pegawai).first()
    if v is None or not boleh(pelaku, "ip.nilai", v).ya:
        return None
    teks, nada = kata.KATEGORI[selectors.KATEGORI[v.kategori]]
    resmi = NilaiResmi.objects.filter(pegawai_id=v.pegawai_id, tahun=int(larian.periode)).first()
    return {
        "templat": "profesionalitas/panel.html", "indeks": selectors.desimal(v.indeks), "kategori": teks, "nada": nada,
        "naik": selectors.desimal(v.naik), "resmi": selectors.desimal(resmi.indeks) if resmi else None, "tahun": larian.periode,
        "alamat": reverse("profesionalitas:orang", args=[int(larian.periode), pegawai]),
    }  # fmt: skip
