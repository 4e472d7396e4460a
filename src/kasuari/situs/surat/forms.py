"""Formulir meja surat: saringan, nomor, tanda tangan basah, petikan dan salinan."""

import re
import uuid
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.rupa.borang import Borang, IsianTanggal, Kartu
from kasuari.situs.surat import sajian

KEADAAN = [
    ("", _("Semua keadaan")),
    ("tunggu", _("Menunggu tanda tangan")),
    ("nomor", _("Menunggu nomor kantor pencatat")),
    ("basah", _("Menunggu tanda tangan basah")),
    ("ditandatangani", _("Ditandatangani")),
    ("dicabut", _("Dicabut")),
]
TAHUN_AWAL = 2024
RENTANG_MAKS = 2000


def _tahun() -> list[tuple[str, str]]:
    return [(str(t), str(t)) for t in range(hari_ini().year, TAHUN_AWAL - 1, -1)]


class BorangSaring(Borang):
    """Saringan daftar surat (GET)."""

    q = forms.CharField(label=_("Nomor surat"), max_length=120, required=False)
    seri = forms.ChoiceField(label=_("Seri"), required=False)
    tahun = forms.ChoiceField(label=_("Tahun"), required=False)
    keadaan = forms.ChoiceField(label=_("Keadaan"), choices=KEADAAN, required=False)

    def __init__(self, seri: Sequence[str], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["seri"].choices = [("", gettext("Semua seri")), *((s, sajian.seri(s)) for s in seri)]  # type: ignore[attr-defined]
        self.fields["tahun"].choices = [("", gettext("Semua tahun")), *_tahun()]  # type: ignore[attr-defined]


class BorangBuku(Borang):
    """Seri dan tahun buku nomor (GET); yang tidak disebut memakai seri pertama dan tahun ini."""

    seri = forms.ChoiceField(label=_("Seri"), required=False)
    tahun = forms.ChoiceField(label=_("Tahun"), required=False)

    def __init__(self, seri: Sequence[str], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["seri"].choices = [(s, sajian.seri(s)) for s in seri]  # type: ignore[attr-defined]
        self.fields["tahun"].choices = _tahun()  # type: ignore[attr-defined]


class _Berkunci(Borang):
    kunci = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)


class BorangCadang(_Berkunci):
    seri = forms.ChoiceField(label=_("Seri"))
    unit = forms.ChoiceField(label=_("Unit yang memakai nomornya"))
    banyak = forms.IntegerField(
        label=_("Banyak nomor"), min_value=1, max_value=200, help_text=_("Contoh: 10")
    )

    def __init__(
        self, seri: Sequence[str], unit: Sequence[tuple[str, str]], *args: Any, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["seri"].choices = [(s, sajian.seri(s)) for s in seri]  # type: ignore[attr-defined]
        self.fields["unit"].choices = [("", gettext("Pilih satu")), *unit]  # type: ignore[attr-defined]


class BorangAlasan(_Berkunci):
    alasan = forms.CharField(label=_("Alasan"), max_length=300, widget=forms.Textarea({"rows": 2}))


class BorangNomor(_Berkunci):
    teks = forms.CharField(
        label=_("Nomor dari kantor pencatat"),
        max_length=120,
        required=False,
        help_text=_("Tulis persis seperti di buku mereka. Contoh: 100.3.3.3/412/2026"),
    )
    cadangan = forms.TypedChoiceField(
        label=_("Atau pakai nomor yang disisihkan"), required=False, coerce=int, empty_value=None
    )

    def __init__(self, tersedia: Sequence[int], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if tersedia:
            self.fields["cadangan"].choices = [("", gettext("Tidak")), *((n, str(n)) for n in tersedia)]  # type: ignore[attr-defined]
        else:
            del self.fields["cadangan"]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if bool(data.get("teks")) == (data.get("cadangan") is not None):
            self.add_error(
                "teks", gettext("Isi nomor dari kantor pencatat, atau pilih satu nomor yang disisihkan.")
            )
        return data


class BorangSisip(_Berkunci):
    sesudah = forms.IntegerField(
        label=_("Sesudah nomor"), min_value=1, help_text=_("Angka urutnya saja. Contoh: 12, menjadi 12.a")
    )
    tanggal = IsianTanggal(
        label=_("Tanggal surat"), help_text=_("Di antara tanggal nomor itu dan nomor berikutnya.")
    )
    alasan = forms.CharField(
        label=_("Mengapa disisipkan"), max_length=300, widget=forms.Textarea({"rows": 2})
    )


class BorangPindai(_Berkunci):
    berkas = forms.FileField(
        label=_("Pindaian surat"),
        widget=forms.FileInput({"accept": ".pdf,application/pdf"}),
        help_text=_("PDF, semua halaman, paling besar 20 MB."),
    )


class BorangPutusan(_Berkunci):
    putusan = forms.ChoiceField(
        label=_("Putusan"),
        widget=forms.RadioSelect,
        choices=[
            ("sah", Kartu(_("Sahkan"), _("Terbaca, bertanda tangan, dan sama dengan suratnya."))),
            ("kembali", Kartu(_("Kembalikan"), _("Tidak terbaca, belum ditandatangani, atau surat lain."))),
        ],
    )
    alasan = forms.CharField(
        label=_("Alasan"), max_length=300, required=False, widget=forms.Textarea({"rows": 2}),
        help_text=_("Wajib bila dikembalikan."),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("putusan") == "kembali" and not data.get("alasan"):
            self.add_error("alasan", gettext("Tulis alasannya, supaya pengunggah tahu apa yang dibetulkan."))
        return data


class BorangTurunan(_Berkunci):
    bentuk = forms.ChoiceField(
        label=_("Bentuk"),
        widget=forms.RadioSelect,
        choices=[
            ("petikan", Kartu(_("Petikan"), _("Satu orang satu petikan, hanya barisnya di lampiran."))),
            ("salinan", Kartu(_("Salinan"), _("Seluruh keputusan, bagi yang diberi tembusan."))),
        ],
    )
    baris = forms.CharField(
        label=_("Baris lampiran"),
        max_length=200,
        required=False,
        help_text=_("Contoh: 1-20, 25. Kosongkan untuk semua baris."),
    )
    tembusan = forms.CharField(
        label=_("Salinan disampaikan kepada"), required=False, max_length=1000, widget=forms.Textarea({"rows": 3}),
        help_text=_("Satu baris satu alamat. Untuk salinan."),
    )  # fmt: skip

    def __init__(self, banyak_baris: int, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.banyak_baris = banyak_baris
        if not banyak_baris:
            del self.fields["baris"]

    def clean_baris(self) -> list[int]:
        return baca_rentang(self.cleaned_data["baris"], self.banyak_baris)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        data["tembusan"] = [b.strip() for b in data.get("tembusan", "").splitlines() if b.strip()]
        if data.get("bentuk") == "salinan" and not data["tembusan"]:
            self.add_error("tembusan", gettext("Sebut kepada siapa salinan ini disampaikan."))
        return data


def baca_rentang(teks: str, akhir: int) -> list[int]:
    """'1-3, 7' menjadi [1, 2, 3, 7]; kosong menjadi semua. Galat: ValidationError di luar 1 sampai `akhir`."""
    if not teks.strip():
        return list(range(1, akhir + 1))
    hasil: set[int] = set()
    for bagian in teks.split(","):
        cocok = re.fullmatch(r"\s*([0-9]{1,5})\s*(?:-\s*([0-9]{1,5})\s*)?", bagian)
        dari, sampai = (int(cocok[1]), int(cocok[2] or cocok[1])) if cocok else (0, 0)
        if not 1 <= dari <= sampai <= akhir:
            raise forms.ValidationError(
                gettext("Tulis nomor baris 1 sampai %(n)s, contoh 1-20, 25.") % {"n": akhir}
            )
        hasil.update(range(dari, sampai + 1))
    return sorted(hasil)
