"""Formulir pos dan pemegangnya: tambah, ubah, hapus pos; tetapkan dan akhiri pemegang."""

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.ketentuan import selectors as ketentuan
from kasuari.dasar.organisasi.formasi import BarisFormasi
from kasuari.dasar.organisasi.models import KURSI_TERBANYAK, PosKeadaan
from kasuari.dasar.organisasi.service import BarisPenugasan, BarisPos, Dasar
from kasuari.dasar.rupa.borang import Borang, IsianTanggal, Kartu

JENIS_POS = {
    "jpt": _("Pimpinan tinggi"),
    "administrator": _("Administrator"),
    "pengawas": _("Pengawas"),
    "fungsional": _("Fungsional"),
    "pelaksana": _("Pelaksana"),
    "politik": _("Jabatan politik"),
}
JENIS_FORMASI = {k: v for k, v in JENIS_POS.items() if k != "politik"}  # formasi hanya bagi ASN
JENIS_TUGAS = {
    "definitif": Kartu(_("Definitif"), _("Pejabat tetap. Jabatan definitifnya yang lama berakhir hari itu.")),
    "plt": Kartu(_("Plt"), _("Pelaksana tugas: pos kosong untuk beberapa bulan.")),
    "plh": Kartu(_("Plh"), _("Pelaksana harian: pejabatnya sedang tidak di tempat.")),
    "pj": Kartu(_("Pj"), _("Penjabat: ditunjuk mengisi pos sampai ada pejabat tetap.")),
}
ESELON = ("II.a", "II.b", "III.a", "III.b", "IV.a", "IV.b", "V.a")


class BorangDasar(Borang):
    """Tanggal mulai dan surat dasarnya; `kunci` sama dari isi sampai simpan."""

    mulai = IsianTanggal(label=_("Berlaku mulai"), help_text=_("Contoh: 1 1 2027"))
    sk_nomor = forms.CharField(label=_("Nomor surat dasar"), max_length=120)
    sk_tanggal = IsianTanggal(
        label=_("Tanggal surat dasar"), required=False, help_text=_("Boleh dikosongkan.")
    )
    kunci = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def dasar(self) -> Dasar:
        return Dasar(self.cleaned_data["sk_nomor"], self.cleaned_data["sk_tanggal"])


class BorangJabatan(BorangDasar):
    """Nama dan kelas jabatan; kelas tertinggi menurut aturan hari ini."""

    nama = forms.CharField(
        label=_("Nama jabatan"), max_length=160, help_text=_("Contoh: Kepala Seksi Pelayanan")
    )
    kelas = forms.IntegerField(label=_("Kelas jabatan"), required=False, min_value=1)

    def clean_kelas(self) -> int | None:
        kelas: int | None = self.cleaned_data["kelas"]
        tertinggi = ketentuan.buku(hari_ini()).nilai("register_kelas_tertinggi")
        if kelas is not None and kelas > tertinggi:
            raise forms.ValidationError(
                _("Isi dengan angka %(limit_value)s atau kurang.") % {"limit_value": tertinggi}
            )
        return kelas


class BorangPos(BorangJabatan):
    """Pos baru atau perubahan pos; unit dan kodenya dari alamat halaman."""

    jenis = forms.ChoiceField(label=_("Jenis jabatan"), choices=[("", _("Pilih satu")), *JENIS_POS.items()])
    eselon = forms.ChoiceField(
        label=_("Eselon"), required=False, choices=[("", _("Tanpa eselon")), *((e, e) for e in ESELON)]
    )
    formasi = forms.IntegerField(
        label=_("Banyak kursi (formasi)"), min_value=1, max_value=KURSI_TERBANYAK, initial=1
    )
    kepala = forms.BooleanField(label=_("Pimpinan unit ini"), required=False)
    hapus = forms.BooleanField(label=_("Hapus pos ini mulai tanggal itu"), required=False)

    field_order = ("nama", "jenis", "eselon", "kelas", "formasi", "kepala", "hapus", "mulai", "sk_nomor", "sk_tanggal", "kunci")  # fmt: skip

    def __init__(self, lama: PosKeadaan | None, *args: Any, **kwargs: Any) -> None:
        if lama is not None:
            isi = ("nama", "jenis", "eselon", "kelas", "formasi", "kepala")
            kwargs.setdefault("initial", {k: getattr(lama, k) for k in isi})
        super().__init__(*args, **kwargs)
        self.lama = lama
        if lama is None:
            del self.fields["hapus"]

    def baris(self, kode: str, unit: str) -> BarisPos:
        d = self.cleaned_data
        lain = (
            {"jenjang": self.lama.jenjang, "pendidikan_minimal": self.lama.pendidikan_minimal}
            if self.lama
            else {}
        )
        return BarisPos(
            kode, unit, d["nama"], d["jenis"], d["eselon"], kelas=d["kelas"], kepala=d["kepala"], formasi=d["formasi"],
            hapus=d.get("hapus", False), **lain,
        )  # fmt: skip


class BorangFormasi(BorangJabatan):
    """Kebutuhan satu jabatan di satu unit; unitnya dari alamat halaman."""

    jenis = forms.ChoiceField(
        label=_("Jenis jabatan"), required=False, choices=[("", _("Tidak disebut")), *JENIS_FORMASI.items()]
    )
    jenjang = forms.CharField(
        label=_("Jenjang"), max_length=30, required=False, help_text=_("Bagi fungsional, contoh: Ahli Muda")
    )
    kebutuhan = forms.IntegerField(
        label=_("Kebutuhan (orang)"), min_value=0, max_value=KURSI_TERBANYAK,
        help_text=_("Nol berarti ditetapkan tidak diisi."),
    )  # fmt: skip
    hapus = forms.BooleanField(label=_("Cabut ketetapannya mulai tanggal itu"), required=False)

    field_order = ("nama", "jenjang", "jenis", "kelas", "kebutuhan", "hapus", "mulai", "sk_nomor", "sk_tanggal", "kunci")  # fmt: skip

    def baris_formasi(self, unit: str) -> BarisFormasi:
        d = self.cleaned_data
        return BarisFormasi(unit, d["nama"], d["kebutuhan"], d["jenjang"], d["jenis"], d["kelas"], d["hapus"])


class BorangCariOrang(Borang):
    cari = forms.CharField(
        label=_("Nama atau NIP"), max_length=100, help_text=_("Salah ketik sedikit tidak apa-apa.")
    )


class BorangTugas(BorangDasar):
    """Penetapan satu orang pada satu pos; orang dan posnya dari alamat halaman."""

    jenis = forms.ChoiceField(
        label=_("Ditetapkan sebagai"), choices=list(JENIS_TUGAS.items()), widget=forms.RadioSelect
    )
    sampai = IsianTanggal(
        label=_("Berakhir pada"),
        required=False,
        help_text=_("Hari pertama ia tidak lagi bertugas. Wajib bagi Plt, Plh, dan Pj."),
    )
    field_order = ("jenis", "mulai", "sampai", "sk_nomor", "sk_tanggal", "kunci")

    def baris(self, orang: uuid.UUID, pos: str) -> BarisPenugasan:
        d = self.cleaned_data
        return BarisPenugasan(orang, d["mulai"], pos, d["jenis"], d["sampai"], dasar=self.dasar())


class BorangAkhiri(BorangDasar):
    """Hari pertama orang itu tidak lagi memegang pos."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["mulai"].label = gettext("Berakhir pada")
        self.fields["mulai"].help_text = gettext("Hari pertama ia tidak lagi bertugas.")


def kode_baru(unit: str, nama: str, kunci: uuid.UUID) -> str:
    """Kode pos dari unit, nama, dan kunci kirimnya: dua kali tekan kode yang sama, dua pos senama kode lain."""
    return f"{unit}-{nama[:40]}-{kunci.hex[-4:]}"
