"""Formulir saringan dan pencarian pegawai. Formulir riwayat ada di `forms_riwayat`."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any
from uuid import UUID

from django import forms
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from kasuari.aparatur.pegawai import label
from kasuari.aparatur.pegawai.saringan import SEMUA_KEDUDUKAN, Saringan
from kasuari.aturan.golongan import KODE_GOLONGAN
from kasuari.aturan.identitas import IdentitasTidakSah, urai_nik
from kasuari.dasar.organisasi import selectors as organisasi
from kasuari.dasar.organisasi.models import UnitKini
from kasuari.dasar.rupa.borang import Borang

SEMUA = [("", _("Semua"))]


def pilihan_unit(dipilih: str = "") -> list[tuple[str, str]]:
    """Semua perangkat daerah, dan isi pohon perangkat daerah yang sedang dipilih (menjorok)."""
    opd = organisasi.opd().values_list("unit__uid", "unit_id", "nama", "dalam")
    terpilih = UnitKini.objects.filter(unit__uid=dipilih).first() if dipilih else None
    dalam: dict[int, list[UnitKini]] = {}
    if terpilih and terpilih.opd_id:
        bawah = organisasi.unit_hidup().filter(opd_id=terpilih.opd_id).exclude(unit_id=terpilih.opd_id)
        dalam[terpilih.opd_id] = list(bawah)
    hasil: list[tuple[str, str]] = [("", gettext("Semua unit"))]
    for uid, id_, nama, tingkat in opd:
        hasil.append((str(uid), nama))
        anak = dalam.get(id_, [])
        hasil += [(str(a.unit.uid), "\u2003" * max(a.dalam - tingkat, 1) + a.nama) for a in anak]
    if terpilih and dipilih not in {k for k, _n in hasil}:
        hasil.append((dipilih, terpilih.nama))
    return hasil


PANJANG_CARI = 100


class BorangSaring(Borang):
    """GET. Nilai yang tidak dikenal diabaikan, bukan ditolak: alamat lama tetap terbuka."""

    q = forms.CharField(
        label=_("Nama atau NIP"), required=False, widget=forms.SearchInput, max_length=PANJANG_CARI
    )
    unit = forms.ChoiceField(label=_("Unit"), required=False)
    jenis = forms.ChoiceField(
        label=_("Jenis ASN"), required=False, choices=[*SEMUA, *label.JENIS_ASN.items()]
    )
    golongan = forms.ChoiceField(
        label=_("Golongan"), required=False, choices=[*SEMUA, *((x, x) for x in KODE_GOLONGAN)]
    )
    jabatan = forms.ChoiceField(
        label=_("Jenis jabatan"), required=False, choices=[*SEMUA, *label.JENIS_JABATAN.items()]
    )
    kedudukan = forms.ChoiceField(
        label=_("Kedudukan"),
        required=False,
        choices=[
            ("", _("Semua yang aktif")),
            (SEMUA_KEDUDUKAN, _("Semua, juga yang tidak aktif")),
            *label.KEDUDUKAN.items(),
        ],
    )
    kurang = forms.ChoiceField(
        label=_("Kekurangan data"), required=False, choices=[*SEMUA, *label.KEKURANGAN.items()]
    )
    urut = forms.ChoiceField(
        label=_("Urutkan"),
        required=False,
        choices=[
            ("", _("Nama")),
            ("golongan", _("Kepangkatan")),
            ("kgb", _("KGB terdekat")),
            ("pensiun", _("Pensiun terdekat")),
            ("mutu", _("Mutu data terendah")),
        ],
    )

    def __init__(
        self, *args: Any, unit: list[tuple[str, str]], tanpa: Iterable[str] = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].choices = unit  # type: ignore[attr-defined]
        for nama in tanpa:
            del self.fields[nama]

    def bersihkan(self, data: Any) -> dict[str, Any]:
        """Isian yang dikenal dari alamat; selebihnya dibuang. Formulirnya tetap tanpa kesalahan, siap tampil.

        Kata pencarian tidak pernah dibuang: yang terlalu panjang dipotong, supaya hasilnya bukan semua orang.
        """
        self.initial = {}
        for nama, isian in self.fields.items():
            mentah = isian.widget.value_from_datadict(data, {}, nama)
            if nama == "q" and mentah:
                mentah = mentah.replace("\0", " ")[:PANJANG_CARI]
            try:
                self.initial[nama] = isian.clean(mentah)
            except forms.ValidationError:
                continue
        return self.initial

    def html(self) -> tuple[SafeString, SafeString]:
        """(yang selalu tampak, yang terlipat supaya daftarnya dekat di HP)."""
        isi = tuple((n, str(v)) for n, v in self.initial.items() if v and n != "q")
        unit = tuple(self.fields["unit"].choices)  # type: ignore[attr-defined]
        pilih_unit, lain = _pilihan_html(get_language() or "", unit, isi, tuple(self.fields))
        return SafeString(_kotak(self["q"]) + pilih_unit), lain


def _kotak(isian: forms.BoundField) -> str:
    return render_to_string("rupa/borang/isian.html", {"field": isian, "tanpa_tanda": True})


@lru_cache(maxsize=128)
def _pilihan_html(
    bahasa: str, unit: tuple[tuple[str, str], ...], isi: tuple[tuple[str, str], ...], isian: tuple[str, ...]
) -> tuple[SafeString, SafeString]:
    """Pilihan unit, dan pilihan lainnya. Dua ratus pilihan disusun sekali: hasilnya hanya bergantung pada argumen ini.

    Yang diketik orang (`q`) tidak ikut disimpan.
    """
    tanpa = [n for n in BorangSaring.base_fields if n not in isian]
    borang = BorangSaring(initial=dict(isi), unit=list(unit), tanpa=tanpa)
    lain = "".join(_kotak(f) for f in borang if f.name not in {"q", "unit"})
    return SafeString(_kotak(borang["unit"])), SafeString(lain)


def baca_saring(data: Any, *, tanpa: Iterable[str] = ()) -> tuple[BorangSaring, Saringan]:
    """Formulir siap tampil dan saringannya; isian yang tidak dikenal dibuang."""
    unit = pilihan_unit(str(uuid_atau_kosong(data.get("unit")) or ""))
    borang = BorangSaring(unit=unit, tanpa=tanpa)
    return borang, Saringan(**borang.bersihkan(data))


def uuid_atau_kosong(teks: Any) -> UUID | None:
    """UUID dari alamat, atau None bila kosong atau bukan UUID."""
    try:
        return UUID(str(teks or ""))
    except ValueError:
        return None


class BorangNik(Borang):
    """Dikirim dengan POST: NIK tidak pernah ada di alamat atau catatan server."""

    nik = forms.CharField(
        label=_("NIK persis"),
        help_text=_("16 angka. Pencarian ini tercatat atas nama Anda."),
        widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off"}),
    )

    def clean_nik(self) -> str:
        teks = "".join(self.cleaned_data["nik"].split())
        try:
            urai_nik(teks)
        except IdentitasTidakSah as galat:
            raise forms.ValidationError(str(galat)) from None
        return teks


class BorangWaktu(Borang):
    """Dua garis waktu: keadaan pada satu hari, menurut yang sudah tercatat sampai satu hari."""

    pada = forms.DateField(
        label=_("Keadaan pada tanggal"), required=False, widget=forms.DateInput({"type": "date"})
    )
    diketahui = forms.DateField(
        label=_("Menurut catatan sampai tanggal"), required=False, widget=forms.DateInput({"type": "date"})
    )
