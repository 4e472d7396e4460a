"""Formulir layar layanan di luar formulir rancangan petugas: pemohon, membuka kode, petugas, standar, dan perancang."""

import uuid
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kasuari.dasar.alur.proses import Langkah
from kasuari.dasar.rupa.borang import Borang, IsianTanggal
from kasuari.masyarakat.layanan.formulir.borang import Tanggal, Teks, Telepon
from kasuari.masyarakat.layanan.formulir.rancangan import JENIS, KODE
from kasuari.masyarakat.layanan.models import Jenis, Satuan
from kasuari.masyarakat.layanan.standar import KOMPONEN, IsiStandar


class BorangPemohon(Borang):
    """Siapa yang memohon; pilihan unit hanya bila layanannya ada di banyak unit."""

    unit = forms.ChoiceField(label=_("Unit yang melayani Anda"))
    nama = Teks(label=_("Nama, seperti di KTP-el"), max_length=120)
    lahir = Tanggal(label=_("Tanggal lahir"), help_text=_("Dipakai bersama kode untuk membuka lagi permohonan ini. Contoh: 27 3 1990"))  # fmt: skip
    telepon = Telepon(
        label=_("Nomor HP"), max_length=24, required=False, widget=forms.TextInput({"inputmode": "tel", "autocomplete": "tel"}),
        help_text=_("Contoh: 0812-3456-7890"),
    )  # fmt: skip
    email = forms.EmailField(label=_("Email"), required=False, max_length=120)
    kabari = forms.BooleanField(
        label=_("Boleh kabari saya lewat nomor atau email ini"), required=False, help_text=_("Dapat ditarik kapan saja di Data saya.")
    )  # fmt: skip
    kunci = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def __init__(self, unit: Sequence[Any], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if unit:
            self.fields["unit"].choices = [("", ""), *((u.unit_id, u.nama) for u in unit)]  # type: ignore[attr-defined]
        else:
            del self.fields["unit"]


class BorangKode(Borang):
    kode = forms.CharField(label=_("Kode permohonan"), max_length=40, help_text=_("Contoh: SRG-7K4M-2"))


class BorangBuka(Borang):
    """Kode ditambah tanggal lahir atau nomor HP."""

    lahir = IsianTanggal(label=_("Tanggal lahir pemohon"), required=False)
    telepon = Telepon(label=_("Atau nomor HP yang ditulis waktu memohon"), required=False, max_length=24)

    def clean(self) -> dict[str, Any]:
        d = super().clean() or {}
        if not self.errors and not d.get("lahir") and not d.get("telepon"):
            raise forms.ValidationError(gettext("Isi tanggal lahir atau nomor HP."))
        return d


class BorangJawab(Borang):
    jawaban = Teks(label=_("Jawaban"), required=False, max_length=5000, widget=forms.Textarea({"rows": 3}))
    berkas = forms.FileField(
        label=_("Foto atau berkas"), required=False, widget=forms.FileInput({"accept": ".pdf,image/jpeg,image/png"}),
        help_text=_("Foto atau PDF, paling besar 20 MB."),
    )  # fmt: skip
    kunci = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)


class BorangKontak(Borang):
    telepon = Telepon(label=_("Nomor HP"), required=False, max_length=24)
    email = forms.EmailField(label=_("Email"), required=False, max_length=120)
    kabari = forms.BooleanField(label=_("Boleh kabari saya lewat nomor atau email ini"), required=False)
    kunci = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)


class BorangSaring(forms.Form):
    """Penyaring antrean petugas."""

    unit = forms.ChoiceField(label=_("Unit"), required=False)
    layanan = forms.ChoiceField(label=_("Layanan"), required=False)
    keadaan = forms.ChoiceField(label=_("Tahap"), required=False)
    saring = forms.ChoiceField(
        label=_("Yang mana"), required=False,
        choices=[("", _("Semua yang berjalan")), ("milik", _("Milik saya")), ("lewat", _("Lewat janji")), ("selesai", _("Sudah selesai"))],
    )  # fmt: skip

    def __init__(self, unit: Sequence[Any], layanan: Sequence[Any], tahap: Sequence[Any], *args: Any) -> None:
        super().__init__(*args)
        semua = [("", gettext("Semua"))]
        self.fields["unit"].choices = [*semua, *((str(k), v) for k, v in unit)]  # type: ignore[attr-defined]
        self.fields["layanan"].choices = [*semua, *layanan]  # type: ignore[attr-defined]
        self.fields["keadaan"].choices = [*semua, *tahap]  # type: ignore[attr-defined]


class BorangLangkah(Borang):
    """Satu tindakan petugas. Alasan siap pakai dapat dilengkapi; meminta kelengkapan boleh menunjuk satu isian."""

    siap = forms.ChoiceField(label=_("Kalimat siap pakai"), required=False)
    alasan = forms.CharField(
        label=_("Alasan"), required=False, max_length=500, widget=forms.Textarea({"rows": 3})
    )
    dasar = forms.CharField(label=_("Dasar hukumnya"), max_length=200)
    isian = forms.ChoiceField(label=_("Isian yang harus diunggah lagi"), required=False)
    nomor = forms.CharField(label=_("Nomor hasilnya"), max_length=80)
    tanggal = IsianTanggal(label=_("Tanggal hasilnya"))
    versi = forms.IntegerField(widget=forms.HiddenInput)
    kunci = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def __init__(
        self,
        langkah: Langkah,
        siap: Sequence[Any],
        isian: Sequence[tuple[str, str]],
        *args: Any,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        if langkah.perlu_alasan:
            self._siap(siap)
            if langkah.aksi == "minta":
                self.fields["alasan"].label = gettext("Apa yang Anda minta?")
                self.fields["alasan"].help_text = gettext(
                    "Satu hal, satu kalimat. Pemohon membacanya persis seperti ini."
                )
        else:
            del self.fields["siap"], self.fields["alasan"]
        if langkah.ke != "ditolak":
            del self.fields["dasar"]
        if langkah.aksi == "minta" and isian:
            self.fields["isian"].choices = [
                ("", gettext("Tidak ada, jawab dengan tulisan atau berkas lain")),
                *isian,
            ]  # type: ignore[attr-defined]
        else:
            del self.fields["isian"]
        if langkah.aksi != "catat_nomor":
            del self.fields["nomor"], self.fields["tanggal"]

    def _siap(self, siap: Sequence[Any]) -> None:
        if siap:
            self.fields["siap"].choices = [("", gettext("Tulis sendiri")), *((str(s), str(s)) for s in siap)]  # type: ignore[attr-defined]
        else:
            del self.fields["siap"]
            self.fields["alasan"].required = True

    def alasan_jadi(self) -> str:
        d = self.cleaned_data
        return gabung_alasan(d.get("siap", ""), d.get("alasan", ""), d.get("dasar", ""))


def gabung_alasan(siap: str, tulis: str, dasar: str) -> str:
    """Kalimat yang dibaca pemohon: alasan siap pakai, alasan yang ditulis, lalu dasarnya."""
    teks = " ".join(x for x in (siap, tulis) if x)
    return f"{teks} Dasar: {dasar}" if teks and dasar else teks


class BorangOper(Borang):
    unit = forms.ChoiceField(label=_("Unit tujuan"))
    petugas = forms.ChoiceField(label=_("Petugas"), required=False)
    alasan = forms.CharField(label=_("Alasan"), max_length=300, widget=forms.Textarea({"rows": 2}))
    versi = forms.IntegerField(widget=forms.HiddenInput)
    kunci = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def __init__(self, unit: Sequence[Any], petugas: Sequence[Any], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].choices = list(unit)  # type: ignore[attr-defined]
        self.fields["petugas"].choices = [("", gettext("Siapa saja di unit itu")), *petugas]  # type: ignore[attr-defined]


_TEKS = [k for k in KOMPONEN if k not in {"waktu", "biaya"}]
_SATUAN = [("", ""), *Satuan.choices]


class BorangStandar(Borang):
    """Usul standar baru: empat belas komponen, dua macam waktu, dan sejak kapan."""

    nama = forms.CharField(label=_("Nama layanan"), max_length=120)
    ringkas = forms.CharField(label=_("Satu kalimat untuk warga"), max_length=200)
    jenis = forms.ChoiceField(
        label=_("Cara layanan diberikan"), widget=forms.RadioSelect,
        choices=[(Jenis.DIKERJAKAN, _("Dikerjakan di sini")), (Jenis.DITERUSKAN, _("Diterima lalu diteruskan")), (Jenis.INFO, _("Info saja"))],
    )  # fmt: skip
    norma_lama = forms.IntegerField(label=_("Janji waktu: lamanya"), required=False, min_value=1)
    norma_satuan = forms.ChoiceField(label=_("Janji waktu: satuan"), choices=_SATUAN, required=False)
    hukum_lama = forms.IntegerField(label=_("Batas menurut peraturan: lamanya"), required=False, min_value=1)
    hukum_satuan = forms.ChoiceField(
        label=_("Batas menurut peraturan: satuan"), choices=_SATUAN, required=False
    )
    biaya = forms.IntegerField(
        label=_("Biaya dalam rupiah"), required=False, min_value=0, help_text=_("0 berarti gratis. Kosongkan bila dihitung menurut tarif.")
    )  # fmt: skip
    biaya_catatan = forms.CharField(label=_("Keterangan biaya"), required=False, max_length=300)
    sistem = forms.CharField(label=_("Sistem lain yang terkait"), required=False, max_length=80)
    kata = forms.CharField(label=_("Kata sehari-hari untuk pencarian"), required=False, max_length=300)
    mulai = IsianTanggal(label=_("Berlaku mulai"))
    dasar = forms.CharField(label=_("Nomor dan tanggal keputusan"), max_length=120)
    kunci = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        akhir = {k: self.fields.pop(k) for k in ("mulai", "dasar", "kunci")}
        for k in _TEKS:
            judul, _umum, daftar = KOMPONEN[k]
            self.fields[k] = forms.CharField(
                label=judul, required=k == "persyaratan", max_length=4000, widget=forms.Textarea({"rows": 3}),
                help_text=gettext("Satu baris satu butir.") if daftar else "",
            )  # fmt: skip
        self.fields |= akhir
        self.rapikan()

    def isi(self) -> IsiStandar:
        d = self.cleaned_data
        teks = {k: d[k].strip() for k in (*_TEKS, "ringkas", "biaya_catatan", "sistem", "kata") if d.get(k)}
        for k, v in teks.items():
            if k in KOMPONEN and KOMPONEN[k][2]:
                teks[k] = [b.strip() for b in v.splitlines() if b.strip()]
        return IsiStandar(
            d["nama"], d["jenis"], d["norma_lama"], d["norma_satuan"], d["hukum_lama"], d["hukum_satuan"], d["biaya"], teks
        )  # fmt: skip


class BorangPutusStandar(Borang):
    alasan = forms.CharField(label=_("Alasan bila ditolak"), required=False, max_length=300)
    kunci = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)


class BorangIsian(Borang):
    """Satu isian dalam perancang formulir."""

    label = forms.CharField(label=_("Pertanyaan"), max_length=200)
    kode = forms.RegexField(
        rf"^{KODE.pattern}$", label=_("Kode isian"), help_text=_("Huruf kecil, angka, garis bawah. Dipakai di rumus dan unduhan."),
        error_messages={"invalid": _("Pakai huruf kecil, angka, atau garis bawah, diawali huruf. Contoh: nama_usaha")},
    )  # fmt: skip
    jenis = forms.ChoiceField(label=_("Jenis isian"), choices=list(JENIS.items()))
    wajib = forms.BooleanField(label=_("Wajib diisi"), required=False)
    petunjuk = forms.CharField(label=_("Petunjuk"), required=False, max_length=300)
    pilihan = forms.CharField(
        label=_("Pilihan"), required=False, max_length=4000, widget=forms.Textarea({"rows": 4}),
        help_text=_("Satu baris satu pilihan, untuk “Pilih satu” dan “Pilih beberapa”."),
    )  # fmt: skip
    min = forms.IntegerField(label=_("Angka terkecil"), required=False)
    maks = forms.IntegerField(label=_("Angka terbesar, atau baris terbanyak kelompok"), required=False)
    rumus = forms.CharField(
        label=_("Rumus"), required=False, max_length=200, help_text=_("Contoh: jumlah(anggota.penghasilan) / banyak(anggota)")
    )  # fmt: skip
    bila_isian = forms.ChoiceField(label=_("Tanyakan hanya bila"), required=False)
    bila_sama = forms.CharField(
        label=_("… dijawab"), required=False, max_length=4000, widget=forms.Textarea({"rows": 2}),
        help_text=_("Satu baris satu jawaban, persis seperti pilihannya."),
    )  # fmt: skip
    anak = forms.CharField(
        label=_("Isian dalam kelompok"), required=False, max_length=4000, widget=forms.Textarea({"rows": 4}),
        help_text=_("Satu baris satu isian: kode | pertanyaan | jenis. Contoh: penghasilan | Penghasilan sebulan | angka"),
    )  # fmt: skip
    ubahan = forms.IntegerField(widget=forms.HiddenInput)
    kunci = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def __init__(self, acuan: Sequence[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["bila_isian"].choices = [("", gettext("Selalu ditanyakan")), *acuan]  # type: ignore[attr-defined]
