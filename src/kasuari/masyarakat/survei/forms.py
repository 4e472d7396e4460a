"""Formulir petugas survei: membuka periode, layanan, rencana sampel, pertanyaan sendiri, lembar kertas, tanda komentar."""

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kasuari.dasar.inti.galat import MasukanSalah
from kasuari.dasar.rupa.borang import Borang, IsianTanggal, Kartu
from kasuari.masyarakat.survei.models import Layanan, Periode
from kasuari.masyarakat.survei.service import PETUGAS_MAKS, POPULASI_MAKS, TANDA_MAKS, BarisLayanan
from kasuari.masyarakat.survei.soal import DIRI, KOMENTAR_MAKS, Soal, label_diri

_SKEMA = (
    (Periode.Skema.TRIWULAN, _("Triwulan")), (Periode.Skema.SEMESTER, _("Semester")), (Periode.Skema.TAHUN, _("Tahun")),
)  # fmt: skip


class BorangBuka(Borang):
    survei = forms.ChoiceField(label=_("Survei"))
    unit = forms.ChoiceField(label=_("Unit yang dinilai"))
    skema = forms.ChoiceField(label=_("Lama periode"), choices=_SKEMA, widget=forms.RadioSelect)
    mulai = IsianTanggal(
        label=_("Hari pertama"),
        help_text=_("Hari pertama triwulan, semester, atau tahunnya. Contoh: 1 10 2026"),
    )
    petugas = forms.IntegerField(
        label=_("Petugas yang melayani"), min_value=0, max_value=PETUGAS_MAKS,
        help_text=_("Bila sedikit, nilai perilaku dan kompetensi tidak ditampilkan supaya tidak menunjuk orang."),
    )  # fmt: skip
    populasi = forms.IntegerField(
        label=_("Pengguna layanan periode lalu"), min_value=0, max_value=POPULASI_MAKS, required=False,
        help_text=_("Dari sini banyak responden dihitung. Kosongkan bila belum diketahui."),
    )  # fmt: skip
    kunci = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def __init__(
        self, unit: list[tuple[str, str]], survei: list[tuple[str, str]], *args: Any, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].choices = unit  # type: ignore[attr-defined]
        self.fields["survei"].choices = survei  # type: ignore[attr-defined]


class BorangSurvei(Borang):
    nama = forms.CharField(label=_("Nama survei"), max_length=120)
    nama_en = forms.CharField(label=_("Nama dalam bahasa Inggris"), max_length=120, required=False)
    soal = forms.CharField(
        label=_("Pertanyaan"), widget=forms.Textarea({"rows": 8}), max_length=8000,
        help_text=_("Satu baris satu pertanyaan: jenis | pertanyaan | pilihan; pilihan. Jenis: pilihan, skala (1 sampai 5), teks. "
                    "Contoh: pilihan | Apakah ruang kerja Anda layak? | Ya; Tidak"),
    )  # fmt: skip
    tentang_pegawai = forms.BooleanField(
        label=_("Survei tentang pegawai sendiri, misalnya iklim kerja"), required=False,
        help_text=_("Hasilnya baru tampil bila penjawabnya sepuluh atau lebih."),
    )  # fmt: skip
    kunci = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)


class BorangSoal(Borang):
    """Versi baru pertanyaan satu survei. SKM hanya boleh tidak menanyakan biaya; survei lain menulis ulang soalnya."""

    soal = BorangSurvei.base_fields["soal"]
    tanpa_biaya = forms.BooleanField(
        label=_("Biaya tidak ditanyakan"), required=False,
        help_text=_("Hanya bila semua layanannya gratis menurut hukum. Unsur lain ditetapkan peraturan."),
    )  # fmt: skip
    kunci = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def __init__(self, skm: bool, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["soal" if skm else "tanpa_biaya"]


class BorangLayanan(Borang):
    """Daftar layanan satu unit sebagai tulisan: satu baris satu layanan."""

    baris = forms.CharField(
        label=_("Layanan yang dinilai"), widget=forms.Textarea({"rows": 8}), max_length=8000, required=False,
        help_text=_("Satu baris satu layanan: kode | nama | banyak petugas. Tambahkan | tertutup bagi layanan kekerasan, anak, "
                    "kejiwaan, atau HIV: tanpa survei dan tanpa angka umum."),
    )  # fmt: skip
    kunci = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def hasil(self) -> list[BarisLayanan]:
        """Galat: `MasukanSalah` menyebut baris."""
        daftar = []
        for n, teks in enumerate((b for b in self.cleaned_data["baris"].splitlines() if b.strip()), 1):
            bagian = [b.strip() for b in teks.split("|")]
            if not 3 <= len(bagian) <= 4 or not bagian[2].isascii() or not bagian[2].isdigit():
                raise MasukanSalah(
                    f"Baris {n}: tulis kode | nama | banyak petugas, misalnya ADM-05 | Akta kelahiran | 6.",
                    "baris",
                )
            if len(bagian) == 4 and bagian[3].casefold() != "tertutup":
                raise MasukanSalah(f"Baris {n}: bagian keempat hanya boleh 'tertutup'.", "baris")
            daftar.append(BarisLayanan(bagian[0], bagian[1], int(bagian[2][:6]), len(bagian) == 4))
        return daftar


def tulis_layanan(layanan: list[Layanan]) -> str:
    """Kebalikan `BorangLayanan.hasil`."""
    return "\n".join(
        f"{x.kode} | {x.nama} | {x.petugas}" + (" | tertutup" if x.tertutup else "") for x in layanan
    )


class BorangRencana(Borang):
    persen_p = forms.IntegerField(
        label=_("Perempuan di antara pengguna (persen)"), min_value=0, max_value=100, initial=50
    )
    kunci = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def __init__(self, layanan: list[Layanan], populasi: dict[str, int], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kode = {f"n{n}": x.kode for n, x in enumerate(layanan)} or {"n0": ""}
        nama = {x.kode: x.nama for x in layanan} or {"": _("Pengguna layanan periode lalu")}
        for isian, kode in self.kode.items():
            self.fields[isian] = forms.IntegerField(
                label=nama[kode],
                min_value=0,
                max_value=POPULASI_MAKS,
                required=False,
                initial=populasi.get(kode),
            )
        self.rapikan()

    def populasi(self) -> dict[str, int]:
        return {kode: self.cleaned_data[isian] or 0 for isian, kode in self.kode.items()}


class BorangTumpukan(Borang):
    banyak = forms.IntegerField(label=_("Banyak lembar"), min_value=1, max_value=500)
    kunci = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)


class BorangLembar(Borang):
    """Satu lembar kertas: nomor seri, semua jawaban, data diri, dan saran."""

    seri = forms.IntegerField(label=_("Nomor seri lembar"), min_value=1)
    kunci = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def __init__(self, soal: list[Soal], layanan: list[Layanan], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        tak_disebut = [("", _("Tidak disebut"))]
        for s in soal:
            if s.jenis == "teks":
                self.fields[s.kode] = forms.CharField(label=s.tanya, required=False, max_length=KOMENTAR_MAKS)
            else:
                self.fields[s.kode] = forms.ChoiceField(
                    label=s.tanya,
                    choices=[(p.nilai, Kartu(p.label)) for p in s.pilihan],
                    widget=forms.RadioSelect,
                )
        if layanan:
            pilihan = [*tak_disebut, *((x.kode, x.nama) for x in layanan)]
            self.fields["layanan"] = forms.ChoiceField(
                label=_("Layanan yang diurus"), choices=pilihan, required=False
            )
        for kolom, judul in (
            ("jk", _("Jenis kelamin")),
            ("usia", _("Usia")),
            ("pendidikan", _("Pendidikan")),
            ("pekerjaan", _("Pekerjaan")),
        ):
            pilihan = [*tak_disebut, *((t[0], label_diri(kolom, t[0])) for t in DIRI[kolom])]
            self.fields[kolom] = forms.ChoiceField(label=judul, choices=pilihan, required=False)
        self.fields["komentar"] = forms.CharField(
            label=_("Saran Anda"),
            required=False,
            max_length=KOMENTAR_MAKS,
            widget=forms.Textarea({"rows": 2}),
        )
        self.rapikan()

    def isian(self) -> dict[str, str]:
        return {k: str(v or "") for k, v in self.cleaned_data.items() if k not in {"seri", "kunci"}}


class BorangTanda(Borang):
    tanda = forms.CharField(label=_("Tanda"), max_length=TANDA_MAKS)
    kunci = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
