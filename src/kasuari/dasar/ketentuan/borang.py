"""Formulir halaman hukum dan ketentuan daerah."""

import uuid
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kasuari.aturan import tilik
from kasuari.aturan.buku import KOSONG, Nilai, Parameter
from kasuari.aturan.nomor_surat import SATUAN_POLA
from kasuari.aturan.pokok import POKOK
from kasuari.dasar.ketentuan import kata
from kasuari.dasar.ketentuan.nilai import TIDAK, YA, contoh, ketikan, pilihan, tampil
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


class BorangPilih(Borang):
    """Parameter mana yang akan ditetapkan; hanya yang boleh."""

    kode = forms.ChoiceField(label=_("Nilai yang akan ditetapkan daerah"))

    def __init__(self, pada: date, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kelompok = [
            (
                gettext(pokok.judul),
                [(k, gettext(p.nama)) for k, p in pokok.parameter_milik().items() if tilik.terbuka(p, pada)],
            )
            for pokok in POKOK
        ]
        self.fields["kode"].choices = [("", _("Pilih satu")), *((j, isi) for j, isi in kelompok if isi)]  # type: ignore[attr-defined]


class BorangBaris(Borang):
    """Baris tabel mana yang ditetapkan; hanya yang boleh."""

    sel = forms.ChoiceField(label=_("Baris tabel"))

    def __init__(self, p: Parameter, pada: date, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        baris = [(k, kata.kunci(k)) for k in tilik.terbuka(p, pada) if k]
        self.fields["sel"].choices = [("", _("Pilih satu")), *baris]  # type: ignore[attr-defined]


class BorangUsul(BorangKunci):
    """Langkah pertama: nilai, tanggal, dan dasarnya. Isian nilai mengikuti jenis nilai yang digantikan."""

    def __init__(self, p: Parameter, kini: Nilai, sel: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sel = sel
        self.fields["nilai"] = _isian_nilai(p, kini, sel or None)
        self.fields["berlaku"] = IsianTanggal(label=_("Berlaku mulai"), help_text=_("Contoh: 1 1 2027"))
        self.fields["dasar"] = forms.CharField(
            label=_("Nomor surat atau peraturan"),
            max_length=200,
            help_text=_("Contoh: Perwali 7 Tahun 2026 Pasal 3"),
        )
        self.fields["alasan"] = forms.CharField(
            label=_("Alasan"), min_length=ALASAN_TERPENDEK, max_length=600, widget=forms.Textarea({"rows": 3})
        )
        self.order_fields(["nilai", "berlaku", "dasar", "alasan", "kunci"])

    def ketikan(self) -> dict[str, Any]:
        """Isian bagi `usulan.susun`: sel, berlaku, dan nilai sebagai tulisan."""
        d = self.cleaned_data
        nilai = d["nilai"].isoformat() if isinstance(d["nilai"], date) else d["nilai"]
        return {"sel": self.sel, "berlaku": d["berlaku"], "nilai": nilai, "dasar": d["dasar"]}


class BorangSurat(Borang):
    """Langkah kedua: pindaian surat yang menetapkannya."""

    surat = forms.FileField(
        label=_("Pindaian surat"),
        help_text=_("PDF, JPEG, atau PNG, paling besar 20 MB. Wajib."),
        widget=forms.FileInput({"accept": ".pdf,.jpg,.jpeg,.png"}),
    )


def _isian_nilai(p: Parameter, kini: Nilai, sel: str | None) -> forms.Field:
    """Isian menurut jenis nilai; tarif yang belum diisi mulai kosong."""
    jenis = contoh(p, kini)
    umum: dict[str, Any] = {"label": _("Nilai daerah"), "initial": None if kini == KOSONG else ketikan(kini)}
    if isinstance(jenis, bool):
        return forms.ChoiceField(
            **umum, choices=[(YA, _("Ya")), (TIDAK, _("Tidak"))], widget=forms.RadioSelect
        )
    if isinstance(jenis, date):
        return IsianTanggal(**umum)
    if isinstance(jenis, tuple):
        bantuan = _("Satu butir satu baris.")
        return forms.CharField(**umum, help_text=bantuan, max_length=6000, widget=forms.Textarea({"rows": 8}))
    if isinstance(jenis, str) and p.satuan == SATUAN_POLA:
        bantuan = _(
            "Isiannya {nomor}, {nomor:03d}, {tahun}, dan {bulan}. Tulis pencatat bila nomornya dari kantor lain."
        )
        return forms.CharField(**umum, help_text=bantuan, max_length=120)
    if isinstance(jenis, str):
        return forms.ChoiceField(**umum, choices=[(x, x) for x in pilihan(p, sel)])
    bantuan = _("Satuan: %(s)s. Nilai nasional: %(n)s.") % {
        "s": kata.satuan(p.satuan),
        "n": tampil(kini, p.satuan),
    }
    kotak = forms.TextInput({"inputmode": "decimal", "class": "pendek"})
    return forms.CharField(**umum, help_text=bantuan, max_length=40, widget=kotak)
