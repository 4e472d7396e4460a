"""Formulir cuti: mengajukan, memutuskan, kalender tim, dan saldo dari kertas."""

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kasuari.aparatur.cuti.models import NAMA, Jenis, PermohonanCuti
from kasuari.aparatur.cuti.service import IsiCuti
from kasuari.dasar.alur.proses import Langkah
from kasuari.dasar.rupa.borang import Borang, IsianTanggal, Kartu

_KETERANGAN = {
    Jenis.TAHUNAN: _("Dihitung hari kerja, mengurangi jatah setahun."),
    Jenis.SAKIT: _("Dengan surat dokter; boleh diajukan sesudah mulai."),
    Jenis.MELAHIRKAN: _("Anak pertama sampai ketiga, tiga bulan."),
    Jenis.PENTING: _("Keluarga dekat sakit keras atau meninggal, menikah, istri melahirkan, bencana."),
    Jenis.BESAR: _("Sesudah lima tahun, paling lama tiga bulan; cuti tahunan tahun itu tidak ada."),
    Jenis.CLTN: _("Tanpa gaji, perlu persetujuan BKN."),
}


class BorangCuti(Borang):
    """Tanpa `kunci` di sini: kunci yang sama dibawa dari isi sampai kirim."""

    jenis = forms.ChoiceField(label=_("Jenis cuti"), widget=forms.RadioSelect)
    mulai = IsianTanggal(label=_("Hari pertama cuti"), help_text=_("Contoh: 14 12 2026"))
    selesai = IsianTanggal(label=_("Hari terakhir cuti"), help_text=_("Ikut dihitung."))
    alasan = forms.CharField(
        label=_("Alasan"), max_length=500, widget=forms.Textarea({"rows": 3}),
        help_text=_("Hanya dibaca atasan yang memutuskan dan BKPSDM."),
    )  # fmt: skip
    alamat = forms.CharField(label=_("Alamat selama cuti"), max_length=200)
    telepon = forms.CharField(label=_("Nomor HP selama cuti"), max_length=20, required=False)
    anak_ke = forms.IntegerField(
        label=_("Anak keberapa"),
        required=False,
        min_value=1,
        max_value=20,
        help_text=_("Untuk cuti melahirkan."),
    )
    keperluan_agama = forms.BooleanField(
        label=_("Ibadah wajib yang pertama kali"), required=False, help_text=_("Untuk cuti besar sebelum lima tahun.")
    )  # fmt: skip
    bukti = forms.FileField(
        label=_("Bukti"), required=False, widget=forms.FileInput({"accept": ".pdf,image/*"}),
        help_text=_("Surat dokter atau surat lain, PDF atau foto, paling besar 20 MB. Wajib untuk cuti sakit, melahirkan, dan CLTN."),
    )  # fmt: skip
    kunci = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def __init__(self, jenis: tuple[str, ...], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # hanya jenis yang dipunyai status kepegawaiannya
        self.fields["jenis"].choices = [
            (k, Kartu(n, _KETERANGAN[k])) for k, n in NAMA.items() if Jenis(k).label in jenis
        ]  # type: ignore[attr-defined]

    def isi(self) -> IsiCuti:
        d = self.cleaned_data
        rincian = {k: d[k] for k in ("alasan", "alamat", "telepon", "anak_ke", "keperluan_agama")}
        return IsiCuti(d["jenis"], d["mulai"], d["selesai"], rincian)


def awal(c: PermohonanCuti, rincian: dict[str, Any]) -> dict[str, Any]:
    """Isian permohonan yang dikembalikan, untuk diperbaiki."""
    return {"jenis": c.jenis, "mulai": c.mulai, "selesai": c.selesai, **rincian}


class BorangLangkah(Borang):
    """Satu tindakan atas satu permohonan; alasan siap pakai menjadi pilihan yang dapat dilengkapi."""

    siap = forms.ChoiceField(label=_("Alasan siap pakai"), required=False)
    alasan = forms.CharField(
        label=_("Alasan"), required=False, max_length=500, widget=forms.Textarea({"rows": 2})
    )
    pertek = forms.CharField(label=_("Nomor dan tanggal persetujuan teknis BKN"), max_length=120)
    aksi = forms.CharField(widget=forms.HiddenInput)
    versi = forms.IntegerField(widget=forms.HiddenInput)
    kunci = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def __init__(self, langkah: Langkah, siap: tuple[Any, ...], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not langkah.perlu_alasan:
            del self.fields["alasan"]
        if siap and langkah.perlu_alasan:
            self.fields["alasan"].help_text = gettext("Wajib bila tidak memilih alasan siap pakai.")
            self.fields["siap"].choices = [("", gettext("Tulis sendiri")), *((str(s), str(s)) for s in siap)]  # type: ignore[attr-defined]
        else:
            del self.fields["siap"]
            if "alasan" in self.fields:
                self.fields["alasan"].required = True
        if langkah.dari != "bkn" or langkah.aksi != "terima":
            del self.fields["pertek"]

    def alasan_jadi(self) -> str:
        d = self.cleaned_data
        return " ".join(x for x in (d.get("siap", ""), d.get("alasan", "")) if x)


class BorangBulan(forms.Form):
    bulan = forms.RegexField(r"^\d{4}-(0[1-9]|1[0-2])$", required=False)


class BorangSaldo(Borang):
    """Cuti tahunan satu orang satu tahun menurut kertas."""

    nip = forms.CharField(label=_("NIP"), max_length=30)
    tahun = forms.IntegerField(label=_("Tahun"), min_value=2000)
    terpakai = forms.IntegerField(label=_("Hari kerja yang terpakai"), min_value=0, max_value=24)
    ditangguhkan = forms.BooleanField(label=_("Sisanya ditangguhkan karena dinas mendesak"), required=False)
    cuti_besar = forms.BooleanField(label=_("Tahun itu mengambil cuti besar"), required=False)
    kunci = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
