"""Formulir halaman hukum dan ketentuan daerah."""

import uuid
from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kasuari.aturan import tilik
from kasuari.aturan.buku import Nilai, Parameter, Versi
from kasuari.aturan.pokok import POKOK
from kasuari.dasar.ketentuan import sajian
from kasuari.dasar.ketentuan.nilai import TIDAK, YA, ketikan, pilihan
from kasuari.dasar.ketentuan.service import ALASAN_TERPENDEK
from kasuari.dasar.rupa.borang import Borang, IsianTanggal


class BorangCari(Borang):
    cari = forms.CharField(label=_("Cari rumus, parameter, atau pasal"), required=False, max_length=80)


class BorangSel(Borang):
    sel = forms.CharField(label=_("Cari baris"), required=False, max_length=60)


class BorangKunci(Borang):
    kunci = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)


class BorangAlasan(BorangKunci):
    alasan = forms.CharField(
        label=_("Alasan"),
        min_length=ALASAN_TERPENDEK,
        max_length=600,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("Tercatat di jejak dan sampai kepada Inspektorat."),
    )


def dapat_ditetapkan(p: Parameter, pada: date) -> list[str | None]:
    """Sel (None: nilai tunggal) yang boleh ditetapkan daerah pada hari itu."""
    v = p.pada(pada, date.max)
    return [k for k, _n in tilik.sel(v.nilai) if tilik.boleh_timpa(p, v, k)] if v else []


class BorangPilih(Borang):
    """Parameter mana yang akan ditetapkan; hanya yang boleh."""

    kode = forms.ChoiceField(label=_("Nilai yang akan ditetapkan daerah"))

    def __init__(self, pada: date, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kelompok = [
            (
                pokok.judul,
                [(k, p.nama) for k, p in pokok.parameter_milik().items() if dapat_ditetapkan(p, pada)],
            )
            for pokok in POKOK
        ]
        self.fields["kode"].choices = [("", _("Pilih satu")), *((j, isi) for j, isi in kelompok if isi)]  # type: ignore[attr-defined]


class BorangUsul(BorangKunci):
    """Langkah pertama: nilai, tanggal, dan dasarnya. Isian nilai mengikuti jenis nilai yang digantikan."""

    def __init__(self, p: Parameter, v: Versi, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        sel = [k for k, _n in tilik.sel(v.nilai) if tilik.boleh_timpa(p, v, k)]
        isi = dict(tilik.sel(v.nilai))
        ada = kwargs.get("initial", {}).get("sel") or sel[0]
        if isinstance(v.nilai, Mapping):
            self.fields["sel"] = forms.ChoiceField(
                label=_("Baris tabel"), choices=[("", _("Pilih satu")), *((k, sajian.kunci(k)) for k in sel if k)]
            )  # fmt: skip
        self.fields["nilai"] = _isian_nilai(p, isi[ada if ada in isi else sel[0]], kosong=bool(sel[0]))
        self.fields["berlaku"] = IsianTanggal(label=_("Berlaku mulai"), help_text=_("Contoh: 1 1 2027"))
        self.fields["dasar"] = forms.CharField(
            label=_("Nomor surat atau peraturan"),
            max_length=200,
            help_text=_("Contoh: Perwali 7 Tahun 2026 Pasal 3"),
        )
        self.fields["alasan"] = forms.CharField(
            label=_("Alasan"), min_length=ALASAN_TERPENDEK, max_length=600, widget=forms.Textarea({"rows": 3})
        )
        self.order_fields(["sel", "nilai", "berlaku", "dasar", "alasan", "kunci"])

    def ketikan(self) -> dict[str, Any]:
        """Isian bagi `usulan.susun`: sel, berlaku, dan nilai sebagai tulisan."""
        d = self.cleaned_data
        nilai = d["nilai"].isoformat() if isinstance(d["nilai"], date) else d["nilai"]
        return {"sel": d.get("sel", ""), "berlaku": d["berlaku"], "nilai": nilai, "dasar": d["dasar"]}


class BorangSurat(Borang):
    """Langkah kedua: pindaian surat yang menetapkannya."""

    surat = forms.FileField(
        label=_("Pindaian surat"),
        help_text=_("PDF, JPEG, atau PNG, paling besar 20 MB. Wajib."),
        widget=forms.FileInput({"accept": ".pdf,.jpg,.jpeg,.png"}),
    )


def _isian_nilai(p: Parameter, contoh: Nilai, *, kosong: bool) -> forms.Field:
    """Isian menurut jenis nilai. `kosong`: tanpa isi awal, sebab barisnya belum dipilih."""
    umum: dict[str, Any] = {"label": _("Nilai daerah"), "initial": None if kosong else ketikan(contoh)}
    if isinstance(contoh, bool):
        return forms.ChoiceField(
            **umum, choices=[(YA, _("Ya")), (TIDAK, _("Tidak"))], widget=forms.RadioSelect
        )
    if isinstance(contoh, date):
        return IsianTanggal(**umum)
    if isinstance(contoh, tuple):
        bantuan = _("Satu butir satu baris.")
        return forms.CharField(**umum, help_text=bantuan, max_length=6000, widget=forms.Textarea({"rows": 8}))
    if isinstance(contoh, str):
        return forms.ChoiceField(**umum, choices=[(x, x) for x in pilihan(p)])
    satuan = _("Satuan: %(s)s. Nilai nasional: %(n)s.") % {
        "s": p.satuan,
        "n": sajian.ringkas(contoh, p.satuan),
    }
    bantuan = _("Satuan: %(s)s.") % {"s": p.satuan} if kosong else satuan
    return forms.CharField(
        **umum,
        help_text=bantuan,
        max_length=40,
        widget=forms.TextInput({"inputmode": "decimal", "class": "pendek"}),
    )
