"""Formulir satu tindakan penataan unit: ganti nama, pindah, bubar, atau unit baru, mulai satu tanggal."""

import re
import uuid
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kasuari.dasar.organisasi import selectors as organisasi
from kasuari.dasar.organisasi.models import UnitKeadaan
from kasuari.dasar.organisasi.service import BarisUnit, Dasar
from kasuari.dasar.rupa.borang import Borang, IsianTanggal, Kartu
from kasuari.situs.organisasi.sajian import JENIS_UNIT

PILIH = ("", _("Pilih satu"))
TINDAKAN = {
    "nama": Kartu(_("Ganti nama"), _("Unitnya sama, namanya baru.")),
    "pindah": Kartu(_("Pindah"), _("Unitnya sama, atasannya lain. Orang dan posnya ikut.")),
    "bubar": Kartu(_("Bubarkan"), _("Sesudah unit dan orang di bawahnya dipindahkan.")),
    "baru": Kartu(_("Unit baru"), _("Dibuat di bawah satu unit yang sudah ada.")),
}
# Isian yang harus ada pada tiap tindakan, di luar tanggal dan surat.
WAJIB = {
    "nama": ("unit", "nama"),
    "pindah": ("unit", "induk"),
    "bubar": ("unit",),
    "baru": ("kode", "nama", "jenis", "induk"),
}


class BorangTata(Borang):
    """Isian yang tidak dipakai tindakannya diabaikan. `kunci` tetap dari isi sampai simpan: dua kali tekan, sekali tulis."""

    tindakan = forms.ChoiceField(
        label=_("Tindakan"), choices=list(TINDAKAN.items()), widget=forms.RadioSelect
    )
    unit = forms.ChoiceField(
        label=_("Unit"), required=False, help_text=_("Untuk ganti nama, pindah, dan bubarkan.")
    )
    nama = forms.CharField(
        label=_("Nama baru"), max_length=160, required=False, help_text=_("Untuk ganti nama dan unit baru.")
    )
    singkatan = forms.CharField(
        label=_("Singkatan"), max_length=40, required=False, help_text=_("Boleh dikosongkan.")
    )
    induk = forms.ChoiceField(
        label=_("Di bawah unit"), required=False, help_text=_("Untuk pindah dan unit baru.")
    )
    jenis = forms.ChoiceField(
        label=_("Jenis unit"),
        required=False,
        choices=[PILIH, *((k, v) for k, v in JENIS_UNIT.items() if k != "daerah")],
        help_text=_("Untuk unit baru."),
    )
    kode = forms.CharField(
        label=_("Kode unit"),
        max_length=40,
        required=False,
        help_text=_("Untuk unit baru. Huruf kecil, angka, dan tanda hubung. Contoh: sd-negeri-14"),
    )
    mulai = IsianTanggal(label=_("Berlaku mulai"), help_text=_("Contoh: 1 1 2027"))
    sk_nomor = forms.CharField(
        label=_("Nomor surat dasar"), max_length=120, help_text=_("Contoh: Perwali 7 Tahun 2026")
    )
    sk_tanggal = IsianTanggal(
        label=_("Tanggal surat dasar"), required=False, help_text=_("Boleh dikosongkan.")
    )
    kunci = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.susunan = {f.subjek.kode: f for f in organisasi.susunan_unit()}
        urut = sorted(self.susunan.values(), key=lambda f: f.nama)
        pilihan = [PILIH, *((f.subjek.kode, f"{f.nama} ({f.subjek.kode})") for f in urut)]
        for nama in ("unit", "induk"):
            self.fields[nama].choices = pilihan  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        for nama in WAJIB.get(data.get("tindakan", ""), ()):
            if not data.get(nama) and nama not in self.errors:
                label = str(self.fields[nama].label)
                self.add_error(nama, gettext("Isi atau pilih: %(label)s.") % {"label": label.lower()})
        if data.get("tindakan") == "baru" and data.get("kode"):
            self._periksa_kode(data["kode"])
        return data

    def _periksa_kode(self, kode: str) -> None:
        if not re.fullmatch(r"[a-z0-9]+([-.][a-z0-9]+)*", kode):
            self.add_error("kode", gettext("Pakai huruf kecil, angka, titik, dan tanda hubung saja."))
        elif organisasi.kode_terpakai(kode):
            self.add_error(
                "kode",
                gettext("Kode ini sudah dipakai unit lain, mungkin yang sudah bubar. Pakai kode lain."),
            )

    @property
    def lama(self) -> UnitKeadaan | None:
        """Keadaan unit pada hari berlakunya; kosong bagi unit baru atau yang belum ada pada hari itu."""
        if self.cleaned_data["tindakan"] == "baru":
            return None
        pada: date = self.cleaned_data["mulai"]
        return next(
            (f for f in organisasi.susunan_unit(pada) if f.subjek.kode == self.cleaned_data["unit"]), None
        )

    def baris(self) -> BarisUnit:
        """Baris bagi `tata_unit`: yang tidak diubah disalin dari keadaan pada hari berlakunya."""
        d = self.cleaned_data
        if d["tindakan"] == "baru":
            return BarisUnit(d["kode"], d["nama"], d["jenis"], d["induk"], d["singkatan"])
        lama = self.lama or self.susunan[d["unit"]]
        ganti = d["tindakan"] == "nama"
        return BarisUnit(
            d["unit"],
            d["nama"] if ganti else lama.nama,
            lama.jenis,
            d["induk"] if d["tindakan"] == "pindah" else organisasi.kode_unit(lama.induk_id),
            (d["singkatan"] or lama.singkatan) if ganti else lama.singkatan,
            lama.kode_wilayah,
            bubar=d["tindakan"] == "bubar",
        )

    def dasar(self) -> Dasar:
        return Dasar(self.cleaned_data["sk_nomor"], self.cleaned_data["sk_tanggal"])
