"""Formulir usulan: isian umum (TMT, berkas) mengapit isian jenisnya; satu langkah; saringan daftar."""

import uuid
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kasuari.aparatur.usulan import rangka
from kasuari.aparatur.usulan.models import Bukti
from kasuari.aparatur.usulan.rangka import Jenis, Syarat
from kasuari.dasar.alur.proses import Langkah
from kasuari.dasar.rupa.borang import Borang, IsianTanggal

UKURAN = _("PDF atau foto, paling besar 20 MB. Pastikan tulisannya terbaca.")


def borang_usulan(
    jenis: Jenis, syarat: Sequence[Syarat], bukti: Mapping[str, Bukti], data: Any = None, berkas: Any = None, *,
    pegawai: Any = None, initial: Mapping[str, Any] | None = None,
) -> Borang:  # fmt: skip
    """Borang satu usulan: TMT bila bertanggal, isian jenisnya, lalu satu unggahan tiap syarat.

    Berkas tidak diwajibkan borang: konsep boleh belum lengkap, dan yang kurang disebut saat dikirim.
    """
    isian: dict[str, Any] = {}
    if jenis.bertanggal:
        isian["tmt"] = IsianTanggal(
            label=jenis.judul_tmt or _("Berlaku mulai (TMT)"), help_text=_("Contoh: 1 4 2027")
        )
    if jenis.borang is not None:
        isian |= dict(jenis.borang.base_fields)
    for s in syarat:
        isian[f"berkas_{s.kode}"] = _unggahan(s, bukti.get(s.kode))
    isian["kunci"] = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    dasar, urut = (jenis.borang or Borang,), list(isian)
    kelas = type("BorangUsulan", dasar, isian)
    f: Borang = kelas(data, berkas, initial=dict(initial or {}))
    f.order_fields(urut)
    if pegawai is not None and hasattr(f, "bagi"):
        f.bagi(pegawai)
    return f


def _unggahan(s: Syarat, ada: Bukti | None) -> forms.FileField:
    keterangan = [str(s.keterangan)] if s.keterangan else []
    if ada is None:
        keterangan.append(str(UKURAN))
    elif ada.keadaan == Bukti.Keadaan.TOLAK:
        keterangan.append(gettext("Berkas yang lama harus diganti."))
    else:
        keterangan.append(gettext("Sudah ada; unggah lagi hanya bila ingin mengganti."))
    label = s.judul if s.wajib else f"{s.judul} ({gettext('bila ada')})"
    medan = forms.FileField(
        label=label,
        required=False,
        widget=forms.FileInput({"accept": ".pdf,image/*"}),
        help_text=" ".join(keterangan),
    )
    # wajib tidaknya sudah disebut labelnya, dan diperiksa saat dikirim
    medan.tanpa_tanda = True  # type: ignore[attr-defined]
    return medan


def isian(f: Borang, jenis: Jenis) -> tuple[date | None, dict[str, Any]]:
    """(tmt, isian jenisnya dalam bentuk yang dapat disimpan)."""
    nama = jenis.borang.base_fields if jenis.borang else ()
    return f.cleaned_data.get("tmt"), {n: _polos(f.cleaned_data.get(n)) for n in nama}


def _polos(nilai: Any) -> Any:
    return nilai.isoformat() if isinstance(nilai, date | datetime) else nilai


def berkas(f: Borang) -> dict[str, Any]:
    """Berkas yang diunggah, menurut kode syaratnya."""
    hasil = {}
    for nama, isi in f.cleaned_data.items():
        if nama.startswith("berkas_") and isi is not None:
            aliran = isi.file
            aliran.name = isi.name
            hasil[nama.removeprefix("berkas_")] = aliran
    return hasil


MILIK = {"pertek": "pertek", "usulkan": "usul", "pindah": "pindah"}  # aksi -> awal nama isiannya
AWALAN = tuple(f"{x}_" for x in MILIK.values())


class BorangLangkah(Borang):
    """Satu tindakan: alasan siap pakai yang dapat dilengkapi, berkas yang harus diganti, pertek BKN."""

    siap = forms.ChoiceField(label=_("Alasan siap pakai"), required=False)
    alasan = forms.CharField(
        label=_("Alasan"), required=False, max_length=500, widget=forms.Textarea({"rows": 2})
    )
    ganti = forms.MultipleChoiceField(
        label=_("Berkas yang harus diganti"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("Yang tidak ditandai tidak perlu diunggah lagi."),
    )  # fmt: skip
    pertek_nomor = forms.CharField(label=_("Nomor pertek BKN"), max_length=80)
    pertek_tanggal = IsianTanggal(label=_("Tanggal pertek BKN"))
    pertek_kolektif = forms.BooleanField(
        label=_("Pertek kolektif"), required=False, help_text=_("Satu nomor bagi beberapa orang. Tandai di semua usulannya.")
    )  # fmt: skip
    usul_rujukan = forms.CharField(label=_("Nomor usul di BKN"), max_length=80)
    usul_tanggal = IsianTanggal(label=_("Tanggal dikirim ke BKN"))
    pindah_nomor = forms.CharField(label=_("Nomor keputusan BKN"), max_length=80)
    pindah_tanggal = IsianTanggal(label=_("Tanggal keputusan BKN"))
    pindah_tmt = IsianTanggal(label=_("TMT pindah"))
    versi = forms.IntegerField(widget=forms.HiddenInput)
    kunci = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def __init__(
        self,
        langkah: Langkah,
        siap: Sequence[Any],
        bukti: Sequence[tuple[str, Any]],
        *args: Any,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        if langkah.perlu_alasan and siap:
            self.fields["alasan"].help_text = gettext("Wajib bila tidak memilih alasan siap pakai.")
            self.fields["siap"].choices = [("", gettext("Tulis sendiri")), *((str(s), str(s)) for s in siap)]  # type: ignore[attr-defined]
        else:
            del self.fields["siap"]
            if langkah.perlu_alasan:
                self.fields["alasan"].required = True
            else:
                del self.fields["alasan"]
        if langkah.aksi == "kembalikan" and bukti:
            self.fields["ganti"].choices = list(bukti)  # type: ignore[attr-defined]
        else:
            del self.fields["ganti"]
        for nama in [n for n in self.fields if n.startswith(AWALAN)]:
            if MILIK.get(langkah.aksi) != nama.split("_")[0]:
                del self.fields[nama]

    def di_bkn(self) -> dict[str, Any]:
        """Isian tentang usulnya di BKN, seperti diminta `service.langkahkan`."""
        return {n: v for n, v in self.cleaned_data.items() if n.startswith(AWALAN)}

    def alasan_jadi(self) -> str:
        d = self.cleaned_data
        return " ".join(x for x in (d.get("siap", ""), d.get("alasan", "")) if x)


class BorangTanpa(Borang):
    """Konfirmasi tanpa isian."""

    kunci = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)


class SaringAntrean(forms.Form):
    jenis = forms.ChoiceField(label=_("Jenis"), required=False)
    tahap = forms.ChoiceField(label=_("Tahap"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        semua = rangka.semua()
        self.fields["jenis"].choices = [("", _("Semua jenis")), *((j.kode, j.judul) for j in semua)]  # type: ignore[attr-defined]
        tahap = {t.kode: t.judul for j in semua for t in j.proses.tahap if t.menunggu is not None}
        self.fields["tahap"].choices = [("", _("Semua tahap")), *tahap.items()]  # type: ignore[attr-defined]
