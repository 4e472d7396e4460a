"""Formulir sebuah hitungan, dibuat dari bidang masukannya. Isinya dikirim POST dan tidak pernah disimpan."""

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kasuari.aturan.galat import Cacat, GalatAturan, MasukanTidakSah, ParameterTidakAda
from kasuari.aturan.masukan import TANGGAL_BOLEH, Bidang, MasaKerja, Pilihan, Tanggal, Ya, tanggal_iso
from kasuari.aturan.parameter import semua
from kasuari.aturan.tenggat import TahunTanpaLibur
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.ketentuan import kata
from kasuari.dasar.ketentuan.kalkulator.rangka import Hitungan, Isian
from kasuari.dasar.ketentuan.langkah import masa_kerja
from kasuari.dasar.ketentuan.nilai import angka_ketik, tampil
from kasuari.dasar.ketentuan.usulan import TAHUN_TERJAUH
from kasuari.dasar.rupa.bentuk import angka, tanggal
from kasuari.dasar.rupa.borang import Borang, IsianTanggal

ANGKA_TERPANJANG = 40  # huruf dalam satu kotak angka
PILIH_TOMBOL = 5  # sampai sekian pilihan ditulis semua; lebih dari itu daftar turun
YA, TIDAK = "ya", "tidak"
BUKU_PADA = "buku_pada"
LAHIR = ("birth", "lahir")


class DuaKotak(forms.MultiWidget):
    """Tahun dan bulan dalam dua kotak."""

    template_name = "ketentuan/masa_kerja.html"
    use_fieldset = True

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        kotak = {
            n: forms.TextInput({"inputmode": "numeric", "autocomplete": "off"}) for n in ("tahun", "bulan")
        }
        super().__init__(kotak, attrs)

    def decompress(self, value: Any) -> list[Any]:
        cocok = re.fullmatch(r"(\d+)y(\d+)m", str(value or ""))
        return [cocok[1], cocok[2]] if cocok else ["", ""]


class IsianMasaKerja(forms.Field):
    """Masa kerja sebagai `NyMm`; bulan boleh kosong."""

    widget = DuaKotak

    def to_python(self, value: Any) -> str:
        tahun, bulan = (str(v or "").strip() for v in (value or ["", ""]))
        return f"{tahun or 0}y{bulan or 0}m" if tahun or bulan else ""


class IsianAngka(forms.Field):
    """Angka seperti bahasa halamannya menulis (4.250.000 atau 85,3). Yang bukan angka diteruskan apa adanya untuk ditolak hukum."""

    def to_python(self, value: Any) -> Any:
        teks = str(value or "").strip()
        if len(teks) > ANGKA_TERPANJANG:
            raise ValidationError(
                gettext("Terlalu panjang: paling banyak %(n)s huruf.") % {"n": ANGKA_TERPANJANG}
            )
        isi = angka_ketik(teks) if teks else None
        return isi if isi is not None else teks


class BorangHitungan(Borang):
    """Satu isian tiap masukan, dan hari aturan. `mentah` = nilai bagi hukum; `tolak` menaruh galat hukum di isiannya."""

    def __init__(self, hitungan: Hitungan, *args: Any, **kwargs: Any) -> None:
        self.hitungan = hitungan
        self.base_fields = {i.nama: isian(i) for i in hitungan.isian} | {BUKU_PADA: _hari_aturan()}  # type: ignore[misc]
        super().__init__(*args, **kwargs)

    def mentah(self) -> dict[str, Any]:
        """Nilai tiap isian yang diisi, dalam bentuk yang dibaca `aturan.masukan`."""
        return {
            i.nama: _mentah(i.bidang, self.cleaned_data[i.nama])
            for i in self.hitungan.isian
            if self.cleaned_data.get(i.nama) not in (None, "")
        }

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        for i in self.hitungan.isian:
            isi = data.get(i.nama)
            if i.nama in self.errors or isi in (None, ""):
                continue
            if i.bidang is not None:
                _kolom, cacat = i.bidang.baca(i.nama, [_mentah(i.bidang, isi)])
                for c in cacat:
                    self.add_error(i.nama, kalimat(c))
            elif i.periksa is not None and (salah := i.periksa(str(isi))):
                self.add_error(i.nama, salah)
        self._hari(data)
        self._kosong(data)
        return data

    def _kosong(self, data: dict[str, Any]) -> None:
        """Formulir yang hukumnya menerima semuanya kosong tidak dihitung nol: yang harus diisi disebut."""

        def terisi(nama: str) -> bool:
            return data.get(nama) not in (None, "") or nama in self.errors

        isian = self.hitungan.isian
        kurang = [h[0] for h in self.hitungan.harus if not any(map(terisi, h))]
        if not self.hitungan.harus and not any(i.wajib for i in isian):
            semua_ = [i.nama for i in isian if not isinstance(i.bidang, Ya)] or [i.nama for i in isian]
            kurang = [] if any(map(terisi, semua_)) else semua_
        for n in kurang:
            self.add_error(n, gettext("Isi dulu bagian ini."))

    def _hari(self, data: dict[str, Any]) -> None:
        """Hari aturan tidak terlalu jauh, dan orang lahir sebelum hari itu."""
        pada, terjauh = data.get(BUKU_PADA), hari_ini().year + TAHUN_TERJAUH
        if pada is None:
            return
        if pada.year > terjauh:
            self.add_error(BUKU_PADA, gettext("Paling jauh tahun %(t)s.") % {"t": terjauh})
        for n in LAHIR:
            if data.get(n) and data[n] > pada:
                self.add_error(n, gettext("Tanggal lahir tidak boleh sesudah %(t)s.") % {"t": tanggal(pada)})

    def tolak(self, galat: GalatAturan) -> None:
        """Galat hukum sesudah isian benar satu per satu: pada isiannya bila dikenal, selain itu di atas."""
        if isinstance(galat, MasukanTidakSah):
            for c in galat.cacat:
                self.add_error(c.kolom if c.kolom in self.fields else None, kalimat(c))
        elif isinstance(galat, ParameterTidakAda) and galat.kode in semua():
            nama = kata.hukum(semua()[galat.kode].nama)
            self.add_error(
                BUKU_PADA, format_html(gettext("Belum ada nilai “{}” untuk tanggal itu. Pilih tanggal lain."), nama)
            )  # fmt: skip
        elif isinstance(galat, TahunTanpaLibur):
            self.add_error(None, _TANPA_LIBUR % {"t": galat.tahun})
        else:
            self.add_error(None, str(galat))


def _hari_aturan() -> forms.Field:
    return IsianTanggal(
        label=_("Menurut aturan pada tanggal"),
        initial=hari_ini,
        help_text=_("Hari ini, atau tanggal lain untuk melihat aturan lama."),
    )


def isian(i: Isian) -> forms.Field:
    """Isian Django menurut jenis bidangnya."""
    umum: dict[str, Any] = {
        "label": i.label.judul,
        "help_text": _bantuan(i),
        "required": i.wajib,
    }
    b = i.bidang
    if b is None:
        return forms.CharField(**umum, max_length=120, widget=_bersaran(i))
    if isinstance(b, Ya):
        pilihan: list[tuple[str, Any]] = [(YA, _("Ya")), (TIDAK, _("Tidak"))]
        return forms.ChoiceField(**umum, choices=pilihan, widget=forms.RadioSelect, initial=TIDAK)
    if isinstance(b, Pilihan):
        return _pilihan(i, b, umum)
    if isinstance(b, Tanggal):
        return IsianTanggal(**umum)
    if isinstance(b, MasaKerja):
        return IsianMasaKerja(**umum)
    return IsianAngka(**umum, widget=forms.TextInput({"inputmode": "decimal", "class": "pendek"}))


def _bantuan(i: Isian) -> Any:
    if i.label.satuan == "rupiah" and not i.label.bantuan:
        return _("Dalam rupiah, contoh 4.250.000")
    return i.label.bantuan


def _pilihan(i: Isian, b: Pilihan, umum: dict[str, Any]) -> forms.Field:
    isi = [(k, _besar(kata.arti(k))) for k in b.kode]
    kosong = _("Pilih satu") if i.wajib else _("Tidak diisi")
    if len(isi) <= PILIH_TOMBOL:
        tambah = [] if i.wajib else [("", kosong)]
        return forms.ChoiceField(**umum, choices=[*isi, *tambah], widget=forms.RadioSelect)
    return forms.ChoiceField(**umum, choices=[("", kosong), *isi])


def _besar(teks: Any) -> str:
    tulis = str(teks)
    return tulis[:1].upper() + tulis[1:]


def _bersaran(i: Isian) -> forms.TextInput:
    return _InputSaran(i.saran()) if i.saran else forms.TextInput()


class _InputSaran(forms.TextInput):
    """Kotak tulisan dengan daftar saran peramban (datalist), tanpa JavaScript."""

    def __init__(self, saran: Any) -> None:
        super().__init__({"autocomplete": "off"})
        self.saran = list(saran)

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        daftar = f"{name}-saran"
        kotak = super().render(name, value, {**(attrs or {}), "list": daftar}, renderer)
        isi = format_html_join("", '<option value="{}">', ((s,) for s in self.saran))
        return format_html('{}<datalist id="{}">{}</datalist>', kotak, daftar, isi)


def _mentah(b: Bidang | None, isi: Any) -> Any:
    return isi == YA if isinstance(b, Ya) else isi


# pesan hukum (bahasa Indonesia) -> kalimat halaman, supaya halaman Inggris pun utuh
_TANPA_LIBUR = _("Daftar hari libur %(t)s belum ada, maka hari kerja tahun itu belum dapat dihitung.")
_POLA: tuple[tuple[str, Any], ...] = (
    (r"[Dd]aftar hari libur (?P<t>\d{4}) belum ada.*", _TANPA_LIBUR),
    (r"wajib diisi", _("Isi dulu bagian ini.")),
    (r"(?P<n>.*) di luar rentang", _("%(n)s di luar yang wajar.")),
    (r"'(?P<n>.*)' bukan angka yang wajar", _("%(n)s terlalu besar atau terlalu rinci.")),
    (r"'(?P<n>.*)' bukan angka", _("“%(n)s” bukan angka. Tulis angka saja.")),
    (r"(?P<n>.*) terlalu rinci: paling banyak (?P<d>\d+) desimal", _("%(n)s terlalu rinci: paling banyak %(d)s desimal.")),
    (r"'(?P<n>.*)' tidak dikenal", _("“%(n)s” tidak dikenal.")),
    (r"'(?P<n>.*)' bukan tanggal yang dapat dipakai", _("“%(n)s” bukan tanggal yang ada.")),
    (r"masa kerja '(?P<n>.*)' tidak terbaca", _("Masa kerja tidak terbaca: tulis tahun 0 sampai 59 dan bulan 0 sampai 11.")),
)  # fmt: skip
_RENTANG = re.compile(r"(-?[\d.]+) sampai (-?[\d.]+)")
BOLEH_TERBANYAK = 8
BENTUK = ("17y7m", TANGGAL_BOLEH)  # bentuk bagi program; orang mengisi kotak, jadi tidak disebut


def kalimat(c: Cacat) -> str:
    """Satu cacat hukum menjadi satu kalimat: apa yang salah dan apa yang boleh."""
    for pola, pesan in _POLA:
        if cocok := re.fullmatch(pola, c.pesan):
            kata_ = pesan % {k: v if k == "t" else _rapi(v) for k, v in cocok.groupdict().items()}
            break
    else:
        kata_ = c.pesan[:1].upper() + c.pesan[1:] + ("" if c.pesan.endswith(".") else ".")
    if not c.boleh or len(c.boleh) > BOLEH_TERBANYAK or c.boleh[0] in BENTUK:
        return kata_
    return f"{kata_} {gettext('Yang boleh: %(isi)s.') % {'isi': ', '.join(map(_boleh, c.boleh))}}"


def _boleh(teks: str) -> str:
    """Satu nilai yang boleh: rentang angka ditulis menurut bahasa halaman, selainnya arti kodenya."""
    if cocok := _RENTANG.fullmatch(teks):
        return gettext("%(a)s sampai %(b)s") % {"a": angka(cocok[1]), "b": angka(cocok[2])}
    if cocok := re.fullmatch(r"hari di tahun (\d{4})", teks):
        return cocok[1]
    return str(kata.arti(teks))


def _rapi(teks: str) -> str:
    hari = tanggal_iso(teks)
    if hari is not None or re.fullmatch(r"-?\d+(\.\d+)?", teks):
        return tampil(hari or Decimal(teks))
    return teks[:60]


def tampil_isian(form: BorangHitungan) -> list[tuple[Any, Any]]:
    """(label, jawaban) tiap isian yang diisi, untuk ringkasan dan PDF."""
    hasil: list[tuple[Any, Any]] = []
    for i in form.hitungan.isian:
        isi = form.cleaned_data.get(i.nama)
        if isi in (None, ""):
            continue
        if isinstance(i.bidang, MasaKerja):
            tahun, bulan = re.findall(r"\d+", isi)
            isi = masa_kerja(int(tahun) * 12 + int(bulan))
        elif isinstance(i.bidang, Ya):
            isi = tampil(isi == YA)
        elif isinstance(i.bidang, Pilihan):
            isi = kata.arti(isi)
        else:
            isi = tampil(isi, i.label.satuan)
        hasil.append((i.label.judul, isi))
    return hasil
