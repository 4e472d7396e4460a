"""Formulir akun. Hanya bentuk isian; aturannya ada di `service`."""

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from kasuari.dasar.akun.izin.daftar import PERAN
from kasuari.dasar.inti.galat import Galat
from kasuari.dasar.inti.pengenal import uuid7
from kasuari.dasar.organisasi.selectors import unit_hidup
from kasuari.dasar.rupa.borang import Borang, IsianTanggal, Kartu

_SANDI_BARU = _(
    "Paling sedikit 10 huruf. Beberapa kata yang mudah Anda ingat lebih kuat daripada satu kata rumit."
)
_KODE = {"autocomplete": "one-time-code", "autocapitalize": "characters", "spellcheck": "false"}


class _SandiBaru(forms.CharField):
    def __init__(self, **isi: Any) -> None:
        super().__init__(
            strip=False, max_length=200, widget=forms.PasswordInput({"autocomplete": "new-password"}), **isi
        )  # fmt: skip


class _Kunci(Borang):
    """Dengan kunci kirim: tombol ditekan dua kali tetap satu tindakan."""

    kunci = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)


def taruh(borang: forms.Form, galat: Galat) -> None:
    """Menaruh galat bisnis pada isian yang disebutnya, atau di atas formulir."""
    borang.add_error(galat.kolom if galat.kolom in borang.fields else None, galat.pesan)


class BorangMasuk(Borang):
    nama = forms.CharField(
        label=_("NIP atau e-mail"), help_text=_("NIP 18 angka, boleh dengan spasi."), max_length=254,
        widget=forms.TextInput({"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}),
    )  # fmt: skip
    sandi = forms.CharField(
        label=_("Sandi"), strip=False, max_length=200, widget=forms.PasswordInput({"autocomplete": "current-password"})
    )  # fmt: skip


class BorangKode(Borang):
    kode = forms.CharField(
        label=_("Kode 6 angka"), max_length=20, widget=forms.TextInput({**_KODE, "inputmode": "numeric"})
    )  # fmt: skip


class BorangKodeMasuk(Borang):
    kode = forms.CharField(
        label=_("Kode"), help_text=_("Enam angka dari aplikasi autentikator, atau satu kode cadangan tercetak."),
        max_length=20, widget=forms.TextInput(_KODE),
    )  # fmt: skip


class BorangLagi(Borang):
    sandi = forms.CharField(
        label=_("Sandi"), strip=False, max_length=200, widget=forms.PasswordInput({"autocomplete": "current-password"})
    )  # fmt: skip


class BorangLupa(Borang):
    nama = forms.CharField(
        label=_("NIP atau e-mail"), max_length=254, widget=forms.TextInput({"autocomplete": "username"})
    )  # fmt: skip


class _Kembar(Borang):
    """Sandi baru diketik dua kali; beda ketikan disebut pada kotak kedua."""

    pertama = "sandi"

    def clean(self) -> dict[str, Any]:
        isi = super().clean() or {}
        if isi.get(self.pertama) and isi.get("ulang") and isi[self.pertama] != isi["ulang"]:
            self.add_error("ulang", _("Kedua sandi baru tidak sama. Ketik lagi."))
        return isi


class BorangAktifkan(_Kembar):
    nama = forms.CharField(
        label=_("NIP atau e-mail"), max_length=254, widget=forms.TextInput({"autocomplete": "username"})
    )  # fmt: skip
    kode = forms.CharField(
        label=_("Kode dari surat atau e-mail"), help_text=_("Contoh: 7K4M-Q2TX-9HDB"), max_length=40,
        widget=forms.TextInput(_KODE),
    )  # fmt: skip
    sandi = _SandiBaru(label=_("Sandi baru"), help_text=_SANDI_BARU)
    ulang = _SandiBaru(label=_("Sandi baru, sekali lagi"))


class BorangSandi(_Kembar):
    pertama = "baru"
    lama = forms.CharField(
        label=_("Sandi sekarang"), strip=False, max_length=200,
        widget=forms.PasswordInput({"autocomplete": "current-password"}),
    )  # fmt: skip
    baru = _SandiBaru(label=_("Sandi baru"), help_text=_SANDI_BARU)
    ulang = _SandiBaru(label=_("Sandi baru, sekali lagi"))


class BorangAlasan(_Kunci):
    alasan = forms.CharField(label=_("Alasan"), max_length=300, widget=forms.Textarea({"rows": 3}))


class BorangPutus(_Kunci):
    putusan = forms.ChoiceField(
        label=_("Keputusan"), widget=forms.RadioSelect, choices=[("ya", _("Setujui")), ("tidak", _("Tidak setujui"))]
    )  # fmt: skip
    alasan = forms.CharField(
        label=_("Alasan"), help_text=_("Wajib bila tidak setuju."), max_length=300, required=False,
        widget=forms.Textarea({"rows": 3}),
    )  # fmt: skip


class BorangCari(Borang):
    cari = forms.CharField(label=_("Nama, NIP, atau e-mail"), required=False, widget=forms.SearchInput)


class BorangPelimpahan(_Kunci):
    wewenang = forms.TypedChoiceField(label=_("Wewenang yang dilimpahkan"), coerce=int, choices=())
    kepada = forms.CharField(
        label=_("NIP penerima"), help_text=_("Namanya tampil untuk diperiksa sebelum dikirim."), max_length=30,
        widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off"}),
    )  # fmt: skip
    sumber = forms.ChoiceField(
        label=_("Sebagai"),
        widget=forms.RadioSelect,
        choices=[
            ("plh", Kartu(_("Plh"), _("Pelaksana harian: Anda berhalangan sementara."))),
            (
                "plt",
                Kartu(_("Plt"), _("Pelaksana tugas: jabatan sedang kosong atau Anda berhalangan tetap.")),
            ),
            ("mandat", Kartu(_("Mandat"), _("Membantu tugas Anda; tanggung jawab tetap pada Anda."))),
        ],
    )
    mulai = IsianTanggal(label=_("Mulai"), help_text=_("Contoh: 24 11 2026"))
    sampai = IsianTanggal(label=_("Sampai dengan"), help_text=_("Hari terakhir, ikut dihitung."))

    def __init__(self, *args: Any, pilihan: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["wewenang"].choices = pilihan  # type: ignore[attr-defined]


SEMUA = "semua"  # harus dipilih dengan sengaja, bukan bawaan


def _unit(nilai: str) -> int | None:
    return None if nilai == SEMUA else int(nilai)


class BorangPeran(_Kunci):
    peran = forms.ChoiceField(
        label=_("Peran"), help_text=_("Yang bertanda ● berlaku sesudah disetujui admin lain."), choices=()
    )
    unit = forms.TypedChoiceField(
        label=_("Atas unit"), coerce=_unit, choices=(),
        help_text=_("Peran mencakup unit ini dan semua di bawahnya."),
    )  # fmt: skip
    mulai = IsianTanggal(label=_("Mulai"))
    sampai = IsianTanggal(
        label=_("Sampai dengan"), required=False, help_text=_("Hari terakhir. Kosong: sampai dicabut.")
    )
    alasan = forms.CharField(
        label=_("Dasar atau alasan"), help_text=_("Misalnya nomor surat tugas."), max_length=300
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        en = get_language() == "en"
        self.fields["peran"].choices = [("", "")] + [  # type: ignore[attr-defined]
            (p.kode, f"{p.nama_en if en else p.nama}{' ●' if p.peka else ''}")
            for p in PERAN.values()
            if p.kode != "asn"
        ]
        unit = [(u.unit_id, f"{'– ' * u.dalam}{u.nama}") for u in unit_hidup()]
        self.fields["unit"].choices = [("", ""), (SEMUA, _("Seluruh daerah")), *unit]  # type: ignore[attr-defined]


class BorangKeluarkan(_Kunci):
    sesi = forms.UUIDField(widget=forms.HiddenInput)


class BorangAkhiri(_Kunci):
    hibah_id = forms.IntegerField(widget=forms.HiddenInput)
