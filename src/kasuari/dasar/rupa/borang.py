"""Formulir: perender, dasar kelas, tanggal tiga kotak, dan jawaban 422.

class BorangCuti(Borang):
    mulai = IsianTanggal(label=_("Tanggal mulai"), help_text=_("Contoh: 27 3 2026"))
    alasan = forms.CharField(label=_("Alasan"), widget=forms.Textarea, max_length=500, required=False)

return tampilkan(request, "cuti/ajukan.html", {"form": borang})   # 422 bila borang berisi kesalahan
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.renderers import TemplatesSetting
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.html import conditional_escape as aman
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

BULAN = [
    "januari",
    "februari",
    "maret",
    "april",
    "mei",
    "juni",
    "juli",
    "agustus",
    "september",
    "oktober",
    "november",
    "desember",
]
_WAJIB = forms.Field.default_error_messages["required"]


_PESAN = {
    "min_length": (
        forms.CharField,
        _("Tulis paling sedikit %(limit_value)d huruf. Sekarang baru %(show_value)d."),
    ),
    "max_length": (
        forms.CharField,
        _("Tulis paling banyak %(limit_value)d huruf. Sekarang %(show_value)d, perpendek dulu."),
    ),
    "min_value": (forms.IntegerField, _("Isi dengan angka %(limit_value)s atau lebih.")),
    "max_value": (forms.IntegerField, _("Isi dengan angka %(limit_value)s atau kurang.")),
}


def _atribut(isi: Mapping[str, Any]) -> SafeString:
    """Atribut HTML; True tanpa nilai, False dan None tidak ditulis."""
    ada = ((k, v) for k, v in isi.items() if v is not False and v is not None)
    return SafeString("".join(f" {aman(k)}" if v is True else f' {aman(k)}="{aman(v)}"' for k, v in ada))


def _pilihan(widget: Mapping[str, Any]) -> SafeString:
    """Isi <select> sama dengan templat Django, tanpa dua templat tiap pilihan (130 pilihan = 260 templat)."""
    isi = []
    for kelompok, anak, _nomor in widget["optgroups"]:
        baris = SafeString(
            "".join(
                f'<option value="{aman(o["value"])}"{_atribut(o["attrs"])}>{aman(o["label"])}</option>'
                for o in anak
            )
        )
        isi.append(format_html('<optgroup label="{}">{}</optgroup>', kelompok, baris) if kelompok else baris)
    return format_html(
        '<select name="{}"{}>{}</select>', widget["name"], _atribut(widget["attrs"]), SafeString("".join(isi))
    )


class Perender(TemplatesSetting):
    """FORM_RENDERER: templat formulir dicari di folder templat biasa, jadi ruang boleh menimpanya."""

    form_template_name = "rupa/borang/borang.html"
    field_template_name = "rupa/borang/isian.html"

    def render(self, template_name: str, context: dict[str, Any], request: HttpRequest | None = None) -> str:
        if template_name == "django/forms/widgets/select.html":
            return _pilihan(context["widget"])
        return super().render(template_name, context, request)


@dataclass(frozen=True)
class Kartu:
    """Label pilihan dengan satu baris penjelasan: `("terbuka", Kartu("Terbuka", "..."))`."""

    judul: Any
    keterangan: Any = ""

    def __str__(self) -> str:
        return str(self.judul)


class TanggalTigaKotak(forms.MultiWidget):
    """Hari, bulan, tahun dalam tiga kotak. Nilainya daftar tiga tulisan seperti diketik."""

    template_name = "rupa/borang/tanggal.html"
    use_fieldset = True

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        kotak = {n: forms.TextInput({"autocomplete": "off"}) for n in ("hari", "bulan", "tahun")}
        super().__init__(kotak, attrs)

    def decompress(self, value: Any) -> list[Any]:
        if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
            value = date.fromisoformat(value)
        return [value.day, value.month, value.year] if isinstance(value, date) else ["", "", ""]


class TanggalTersembunyi(TanggalTigaKotak):
    """Tiga kotak yang sama tanpa tampak: halaman periksa membawa isian ke kiriman berikutnya."""

    template_name = "django/forms/widgets/multiwidget.html"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs)
        for kotak in self.widgets:
            kotak.input_type = "hidden"


class IsianTanggal(forms.DateField):
    """DateField dengan tiga kotak. Bulan boleh angka atau nama. Pesan menyebut kotak yang keliru."""

    widget = TanggalTigaKotak
    hidden_widget = TanggalTersembunyi
    default_error_messages = {
        "sebagian": _("%(label)s belum lengkap: isi %(kurang)s."),
        "invalid": _("%(label)s bukan tanggal yang ada. Isi hari, bulan, dan tahun, contoh 27 3 1990."),
        "tahun": _("Tulis tahun pada %(label)s dengan empat angka, contoh 1990."),
    }

    def _salah(self, kode: str, **isi: Any) -> ValidationError:
        return ValidationError(
            self.error_messages[kode], code=kode, params={"label": capfirst(str(self.label or "")), **isi}
        )

    def to_python(self, value: Any) -> date | None:
        if not isinstance(value, (list, tuple)):
            return super().to_python(value)
        hari, bulan, tahun = (str(v or "").strip() for v in value)
        kotak = {gettext("hari"): hari, gettext("bulan"): bulan, gettext("tahun"): tahun}
        kurang = [nama for nama, isi in kotak.items() if not isi]
        if len(kurang) == 3:
            return None
        if kurang:
            raise self._salah("sebagian", kurang=gettext(" dan ").join(kurang))
        if not re.fullmatch(r"[0-9]{4}", tahun):
            raise self._salah("tahun")
        if not re.fullmatch(r"[0-9]{1,2}", hari):
            raise self._salah("invalid")
        nomor = _nomor_bulan(bulan)
        try:
            return date(int(tahun), nomor, int(hari))
        except ValueError:
            raise self._salah("invalid") from None


def _nomor_bulan(tulisan: str) -> int:
    """1..12 dari '3', 'Maret', atau 'mar'; 0 bila bukan bulan."""
    if re.fullmatch(r"[0-9]{1,2}", tulisan):
        return int(tulisan)
    awal = tulisan.lower()
    cocok = [i for i, nama in enumerate(BULAN, 1) if len(awal) >= 3 and nama.startswith(awal)]
    return cocok[0] if len(cocok) == 1 else 0


class BorangDasar:
    """Sifat bersama: tanpa gelembung peramban, pesan menyebut nama isian, tanpa maxlength diam-diam."""

    use_required_attribute = False
    fields: dict[str, forms.Field]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rapikan()

    def rapikan(self) -> None:
        """Pesan dan sifat rumah bagi semua isian; dipanggil lagi sesudah isian ditambah saat berjalan."""
        for nama, isian in self.fields.items():
            if isian.required and isian.error_messages.get("required") == _WAJIB:
                label = str(isian.label or nama.replace("_", " "))
                isian.error_messages["required"] = _pesan_wajib(isian, label)
            for kode, (bawaan, pesan) in _PESAN.items():
                if isinstance(isian, bawaan):
                    isian.error_messages.setdefault(kode, pesan)
            if isinstance(isian, forms.IntegerField):
                isian.error_messages["invalid"] = gettext("Tulis angka saja, contoh 12.")
            if isinstance(isian, forms.CharField) and isian.max_length:
                isian.widget.attrs.pop("maxlength", None)  # memotong tempelan tanpa memberi tahu
            if isinstance(isian, (forms.IntegerField, forms.DecimalField)):
                isian.widget.attrs.setdefault("inputmode", "numeric")


def _pesan_wajib(isian: forms.Field, label: str) -> str:
    if label.endswith("?"):
        return gettext("Jawab dulu: %(label)s") % {"label": label}
    kecil = label[:1].lower() + label[1:] if label[1:2].islower() else label
    if isinstance(isian, forms.FileField):
        return gettext("Unggah %(label)s.") % {"label": kecil}
    if isinstance(isian, forms.BooleanField):
        return gettext("Centang “%(label)s” untuk melanjutkan.") % {"label": label}
    if isinstance(isian, forms.ChoiceField | forms.ModelChoiceField):
        return gettext("Pilih %(label)s.") % {"label": kecil}
    return gettext("Isi %(label)s.") % {"label": kecil}


class Borang(BorangDasar, forms.Form):
    """Formulir biasa."""


class BorangModel(BorangDasar, forms.ModelForm):
    """Formulir dari model; menyimpan tetap lewat `service`, bukan `save()`."""


def sasaran(isian: forms.BoundField) -> str:
    """id kotak pertama isian, tujuan tautan di ringkasan kesalahan."""
    widget = isian.field.widget
    berbanyak = isinstance(widget, (forms.MultiWidget, forms.RadioSelect, forms.CheckboxSelectMultiple))
    return f"{isian.auto_id}_0" if berbanyak else str(isian.auto_id)


def daftar_galat(borang: Any) -> Iterator[tuple[str, str]]:
    """(id sasaran, pesan) tiap kesalahan, urut seperti di halaman. Kesalahan umum tanpa sasaran."""
    if not getattr(borang, "errors", None):
        return
    for pesan in borang.non_field_errors():
        yield "", pesan
    for isian in borang:
        for pesan in isian.errors:
            yield ("" if isian.is_hidden else sasaran(isian)), pesan


def tampilkan(request: HttpRequest, templat: str, konteks: dict[str, Any], status: int = 0) -> HttpResponse:
    """`render` dengan 422 bila ada formulir berisi kesalahan di `konteks`, kecuali `status` disebut."""
    salah = any(isinstance(b, forms.BaseForm) and b.is_bound and b.errors for b in konteks.values())
    return render(request, templat, konteks, status=status or (422 if salah else 200))
