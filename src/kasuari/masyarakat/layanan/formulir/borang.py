"""Satu halaman formulir sebagai formulir Django: dirender rumah ini, tanpa JavaScript, jawaban tidak pernah hilang."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

from kasuari.aturan.identitas import IdentitasTidakSah, urai_nik
from kasuari.dasar.rupa.borang import Borang, IsianTanggal
from kasuari.masyarakat.layanan.formulir import rancangan as r
from kasuari.masyarakat.layanan.formulir.skema import PANJANG, TEKS

# Tanda arah tersembunyi dapat membuat tulisan terbaca lain dari isinya; dibuang, hurufnya tetap.
_ARAH = re.compile(r"[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_TAHUN_TERKECIL = 1900


class Teks(forms.CharField):
    def to_python(self, value: Any) -> str:
        return _ARAH.sub("", super().to_python(value) or "").strip()


class Nik(Teks):
    def clean(self, value: Any) -> str:
        isi = re.sub(r"[\s.-]", "", super().clean(value))
        try:
            return urai_nik(isi).nik if isi else ""
        except IdentitasTidakSah as galat:
            raise ValidationError(galat.pesan) from None


class Telepon(Teks):
    def clean(self, value: Any) -> str:
        return rapikan_telepon(super().clean(value))


def rapikan_telepon(tulisan: str) -> str:
    """'0812-3456-7890' dan '+62 812 3456 7890' menjadi '081234567890'. Galat: ValidationError."""
    isi = re.sub(r"[\s().-]", "", tulisan)
    isi = re.sub(r"^(\+62|62)", "0", isi)
    if isi and not re.fullmatch(r"0[0-9]{8,13}", isi):
        raise ValidationError(_("Tulis nomor HP seperti 0812-3456-7890."))
    return isi


class Tanggal(IsianTanggal):
    def clean(self, value: Any) -> date | None:
        hari: date | None = super().clean(value)
        if hari is not None and not _TAHUN_TERKECIL <= hari.year <= 2200:
            raise ValidationError(_("Tahunnya tidak mungkin. Periksa lagi."))
        return hari


def isian(i: Mapping[str, Any], label: str = "", ada: bool = False) -> forms.Field:
    """Isian Django bagi satu isian rancangan. `ada`: berkasnya sudah diunggah."""
    umum: dict[str, Any] = {
        "label": label or i["label"],
        "help_text": i.get("petunjuk", ""),
        "required": bool(i.get("wajib")),
    }
    pilihan = [(p["nilai"], p["teks"]) for p in i.get("pilihan", ())]
    jenis = i["jenis"]
    if jenis == "pilih":
        widget: Any = forms.RadioSelect if len(pilihan) <= 7 else forms.Select
        kosong = [] if widget is forms.RadioSelect else [("", "")]
        return forms.ChoiceField(choices=[*kosong, *pilihan], widget=widget, **umum)
    if jenis == "banyak":
        return forms.MultipleChoiceField(choices=pilihan, widget=forms.CheckboxSelectMultiple, **umum)
    if jenis == "angka":
        batas = {"min_value": _atau(i.get("min"), 0), "max_value": _atau(i.get("maks"), r.ANGKA_TERBESAR)}
        return forms.IntegerField(**batas, **umum)
    if jenis == "tanggal":
        return Tanggal(**umum)
    if jenis == "berkas":
        umum["required"] = umum["required"] and not ada
        petunjuk = _("Foto atau PDF, paling besar 20 MB.")
        if ada:
            petunjuk = _("Sudah ada. Unggah lagi hanya bila ingin menggantinya.")
        umum["help_text"] = " ".join(x for x in (umum["help_text"], petunjuk) if x)
        return forms.FileField(widget=forms.FileInput({"accept": ".pdf,image/jpeg,image/png"}), **umum)
    if jenis == "panjang":
        return Teks(max_length=PANJANG, widget=forms.Textarea({"rows": 4}), **umum)
    if jenis == "nik":
        return Nik(
            max_length=24, widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off"}), **umum
        )
    if jenis == "telepon":
        return Telepon(
            max_length=24, widget=forms.TextInput({"inputmode": "tel", "autocomplete": "tel"}), **umum
        )
    return Teks(max_length=TEKS, **umum)


def _atau(nilai: int | None, bawaan: int) -> int:
    return bawaan if nilai is None else nilai


class BorangHalaman(Borang):
    """Isian satu halaman yang ditanyakan menurut jawaban sejauh ini. `baru`: isian yang baru muncul oleh kiriman ini.

    `separuh`: disimpan untuk dilanjutkan nanti, jadi yang wajib boleh kosong dulu.
    """

    data: Any

    def __init__(
        self, halaman: Mapping[str, Any], isi: Mapping[str, Any], *args: Any, ubah_baris: tuple[str, int] = ("", 0),
        separuh: bool = False, **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        self.halaman, self.isi_lama = halaman, isi
        self.kelompok: list[dict[str, Any]] = []
        tahu, self.baru = dict(isi), False
        for i in halaman["isian"]:
            if i["jenis"] == "hitung":
                continue
            if not r.tampak(i, tahu):
                continue
            if i["jenis"] == "ulang":
                self._kelompok(i, ubah_baris)
                continue
            self.fields[i["kode"]] = isian(i, ada=bool(isi.get(i["kode"])))
            self.initial.setdefault(i["kode"], isi.get(i["kode"]))
            if self.is_bound:
                self._tahu(i, tahu)
        self.fields["tampil"] = forms.CharField(widget=forms.HiddenInput, required=False)
        self.initial["tampil"] = ",".join(k for k in self.fields if k != "tampil")
        if self.is_bound:
            lihat = set(str(self.data.get("tampil", "")).split(","))
            self.baru = bool(set(self.fields) - lihat - {"tampil"})
        if separuh:
            for f in self.fields.values():
                f.required = False
        self.rapikan()

    def _tahu(self, i: Mapping[str, Any], tahu: dict[str, Any]) -> None:
        """Jawaban pilihan di kiriman ini menentukan isian berikutnya di halaman yang sama."""
        if i["jenis"] == "pilih":
            tahu[i["kode"]] = self.data.get(i["kode"])
        elif i["jenis"] == "banyak":
            tahu[i["kode"]] = self.data.getlist(i["kode"])

    def _kelompok(self, i: Mapping[str, Any], ubah: tuple[str, int]) -> None:
        kode, lama = i["kode"], list(self.isi_lama.get(i["kode"]) or [])
        banyak = self._banyak(f"{kode}-banyak", len(lama)) + (ubah[1] if ubah[0] == kode else 0)
        banyak = min(max(banyak, 1), int(i.get("maks") or r.BARIS_TERBANYAK))
        self.kelompok.append({"kode": kode, "label": i["label"], "banyak": banyak})
        for n in range(banyak):
            for a in i["anak"]:
                nama = f"{kode}-{n}-{a['kode']}"
                self.fields[nama] = isian(a, label=f"{i['label']} {n + 1}: {a['label']}")
                self.initial[nama] = lama[n].get(a["kode"]) if n < len(lama) else None
        self.fields[f"{kode}-banyak"] = forms.IntegerField(widget=forms.HiddenInput, required=False)
        self.initial[f"{kode}-banyak"] = banyak
        if self.is_bound:
            self.data = self.data.copy()
            self.data[f"{kode}-banyak"] = str(banyak)

    def _banyak(self, nama: str, bawaan: int) -> int:
        tulis = str(self.data.get(nama, "")) if self.is_bound else ""
        return int(tulis) if tulis.isdigit() and len(tulis) < 4 else bawaan

    def isi(self) -> dict[str, Any]:
        """Jawaban halaman ini dalam bentuk JSON, tanpa yang masih keliru; berkas tidak ikut (lihat `berkas`)."""
        d, hasil = self.cleaned_data, {}
        for i in self.halaman["isian"]:
            if i["jenis"] == "ulang":
                k = next((k for k in self.kelompok if k["kode"] == i["kode"]), None)
                baris = [self._baris(i, n) for n in range(k["banyak"])] if k else []
                hasil[i["kode"]] = [b for b in baris if b]
            elif i["jenis"] not in {"berkas", "hitung"} and i["kode"] not in self.errors:
                hasil[i["kode"]] = baku(d.get(i["kode"]))
        return hasil

    def _baris(self, i: Mapping[str, Any], n: int) -> dict[str, Any]:
        isi = {a["kode"]: baku(self.cleaned_data.get(f"{i['kode']}-{n}-{a['kode']}")) for a in i["anak"]}
        return {k: v for k, v in isi.items() if v not in (None, "")}

    def berkas(self) -> dict[str, Any]:
        """Unggahan baru di halaman ini: kode isian -> UploadedFile. Yang sudah ada dan tidak diganti tidak ikut."""
        kode = [i["kode"] for i in self.halaman["isian"] if i["jenis"] == "berkas"]
        return {k: f for k in kode if isinstance(f := self.cleaned_data.get(k), UploadedFile)}


def baku(nilai: Any) -> Any:
    return nilai.isoformat() if isinstance(nilai, date) else nilai
