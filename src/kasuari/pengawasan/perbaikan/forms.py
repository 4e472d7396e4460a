"""Formulir perbaikan: temuan dari luar, rencana, satu langkah, bukti, permintaan, dan jawabannya."""

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kasuari.dasar.alur.proses import Langkah
from kasuari.dasar.organisasi import selectors as organisasi
from kasuari.dasar.organisasi.models import UnitLeluhur
from kasuari.dasar.rupa.borang import Borang, IsianTanggal, Kartu
from kasuari.pengawasan.perbaikan.models import VONIS, Perbaikan, Permintaan
from kasuari.pengawasan.perbaikan.service import TERPANJANG, IsiRencana

_RINGKAS = {"rows": 3}
_PANJANG = {"rows": 5}
RUPIAH_MAKS = 10**12


def pilihan_unit() -> list[tuple[str, str]]:
    """Unit hari ini menurut pohon, menjorok menurut dalamnya."""
    unit = organisasi.unit_hidup().values_list("unit__uid", "nama", "dalam")
    return [(str(uid), f"{'- ' * dalam}{nama}") for uid, nama, dalam in unit]


def pilihan_pos(p: Perbaikan) -> list[tuple[str, str]]:
    """Jabatan di unit itu dan di bawahnya, lalu pimpinan di atasnya."""
    bawah = organisasi.keturunan(p.unit_id).values("unit_id")
    atas = UnitLeluhur.objects.filter(unit_id=p.unit_id).values("leluhur_id")
    pos = organisasi.pos_pada().select_related("subjek", "unit__kini")
    milik = list(pos.filter(unit__in=bawah).order_by("-kepala", "unit__kini__urut", "nama"))
    pimpinan = list(
        pos.filter(unit__in=atas, kepala=True).exclude(unit_id=p.unit_id).order_by("-unit__kini__dalam")
    )
    return [(str(k.subjek.uid), f"{k.nama} ({k.unit.kini.nama})") for k in (*milik, *pimpinan)]


class BorangTemuan(Borang):
    unit = forms.ChoiceField(label=_("Unit"))
    uraian = forms.CharField(
        label=_("Apa yang ditemukan"), max_length=TERPANJANG, widget=forms.Textarea(_PANJANG),
        help_text=_("Sebut gejalanya dan sumbernya, bukan nama orang. Terbaca umum sesudah rencananya disetujui."),
    )  # fmt: skip
    kunci = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].choices = [("", gettext("Pilih unit")), *pilihan_unit()]  # type: ignore[attr-defined]


class BorangRencana(Borang):
    sebab = forms.CharField(
        label=_("Apa penyebabnya"), max_length=TERPANJANG, widget=forms.Textarea(_RINGKAS),
        help_text=_("Tanyakan kepada yang melayani dan yang dilayani. Tanpa nama orang: halaman ini dibaca umum."),
    )  # fmt: skip
    tindakan = forms.CharField(
        label=_("Apa yang akan dikerjakan"), max_length=TERPANJANG, widget=forms.Textarea(_RINGKAS),
        help_text=_("Contoh: menambah satu loket dan memasang daftar syarat di pintu."),
    )  # fmt: skip
    pos = forms.ChoiceField(label=_("Siapa yang bertanggung jawab"))
    janji = IsianTanggal(label=_("Paling lambat selesai"), help_text=_("Contoh: 31 3 2027"))
    bukti_diminta = forms.CharField(
        label=_("Bukti yang akan ditunjukkan"), max_length=TERPANJANG, widget=forms.Textarea({"rows": 2}),
        help_text=_("Contoh: foto loket kedua, daftar syarat yang terpasang."),
    )  # fmt: skip
    anggaran = forms.IntegerField(
        label=_("Anggaran (rupiah)"), required=False, min_value=0, max_value=RUPIAH_MAKS,
        help_text=_("Angka saja, contoh: 15000000. Kosongkan bila tanpa biaya."),
    )  # fmt: skip
    sumber_anggaran = forms.CharField(label=_("Sumber anggaran"), required=False, max_length=120)
    versi = forms.IntegerField(widget=forms.HiddenInput)
    kunci = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def __init__(self, p: Perbaikan, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["pos"].choices = [("", gettext("Pilih jabatan")), *pilihan_pos(p)]  # type: ignore[attr-defined]

    def isi(self) -> IsiRencana:
        d = self.cleaned_data
        return IsiRencana(
            d["sebab"], d["tindakan"], d["bukti_diminta"], uuid.UUID(d["pos"]), d["janji"], d["anggaran"], d["sumber_anggaran"]
        )  # fmt: skip


class BorangLangkah(Borang):
    """Satu tindakan: alasannya bila wajib, dan tanggal baru bila itu yang diminta."""

    siap = forms.ChoiceField(label=_("Alasan siap pakai"), required=False)
    alasan = forms.CharField(label=_("Alasan"), max_length=500, widget=forms.Textarea({"rows": 2}))
    tanggal = IsianTanggal(
        label=_("Tanggal baru"), help_text=_("Janji semula tetap terbaca umum di sebelahnya.")
    )
    versi = forms.IntegerField(widget=forms.HiddenInput)
    kunci = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def __init__(self, langkah: Langkah, siap: tuple[Any, ...], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if langkah.aksi != "minta_waktu":
            del self.fields["tanggal"]
        if not langkah.perlu_alasan:
            del self.fields["alasan"]
        if siap and langkah.perlu_alasan:
            self.fields["siap"].choices = [("", gettext("Tulis sendiri")), *((str(s), str(s)) for s in siap)]  # type: ignore[attr-defined]
            self.fields["alasan"].required = False
            self.fields["alasan"].help_text = gettext("Wajib bila tidak memilih alasan siap pakai.")
        else:
            del self.fields["siap"]

    def alasan_jadi(self) -> str:
        d = self.cleaned_data
        return " ".join(x for x in (d.get("siap", ""), d.get("alasan", "")) if x)


class BorangBukti(Borang):
    uraian = forms.CharField(
        label=_("Apa yang sudah dikerjakan"), max_length=TERPANJANG, widget=forms.Textarea(_RINGKAS),
        help_text=_("Terbaca umum. Jangan menulis nama orang."),
    )  # fmt: skip
    berkas = forms.FileField(
        label=_("Foto atau dokumen"), required=False, widget=forms.FileInput({"accept": ".pdf,image/*"}),
        help_text=_("PDF atau foto, paling besar 20 MB."),
    )  # fmt: skip
    umum = forms.BooleanField(
        label=_("Boleh diunduh umum"), required=False, help_text=_("Hanya bila tidak memperlihatkan wajah atau data orang.")
    )  # fmt: skip
    kunci = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)


class BorangMinta(Borang):
    jenis = forms.ChoiceField(
        label=_("Apa yang diminta"), widget=forms.RadioSelect,
        choices=[
            ("pelatihan", Kartu(_("Pelatihan pegawai"), _("Diteruskan ke BKPSDM."))),
            ("formulir", Kartu(_("Perubahan formulir"), _("Isian permohonan yang menyulitkan warga."))),
            ("standar", Kartu(_("Perubahan standar pelayanan"), _("Syarat, alur, waktu, atau biaya."))),
        ],
    )  # fmt: skip
    uraian = forms.CharField(label=_("Uraian"), max_length=TERPANJANG, widget=forms.Textarea(_RINGKAS))
    banyak = forms.IntegerField(
        label=_("Berapa orang yang perlu dilatih"), required=False, min_value=1, max_value=5000, help_text=_("Untuk pelatihan.")
    )  # fmt: skip
    kunci = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)


class BorangJawab(Borang):
    keadaan = forms.ChoiceField(label=_("Jawaban"), widget=forms.RadioSelect)
    jawaban = forms.CharField(
        label=_("Keterangan"), required=False, max_length=TERPANJANG, widget=forms.Textarea(_RINGKAS),
        help_text=_("Wajib bila tidak dapat dipenuhi. Terbaca unitnya dan umum."),
    )  # fmt: skip
    versi = forms.IntegerField(widget=forms.HiddenInput)
    kunci = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def __init__(self, boleh: tuple[str, ...], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["keadaan"].choices = [(k, Permintaan.Keadaan(k).label) for k in boleh]  # type: ignore[attr-defined]


class BorangSaring(forms.Form):
    keadaan = forms.ChoiceField(label=_("Keadaan"), required=False)
    unit = forms.ChoiceField(label=_("Unit"), required=False)

    def __init__(self, unit: list[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["keadaan"].choices = [  # type: ignore[attr-defined]
            ("", _("Semua")), ("rencana", _("Belum ada rencana yang disetujui")), ("berjalan", _("Sedang dikerjakan")),
            ("lewat", _("Lewat janji")), ("ukur", _("Menunggu survei berikutnya")), *VONIS.items(), ("selesai", _("Selesai dikerjakan")),
            ("dilepas", _("Tidak ditindaklanjuti")),
        ]  # fmt: skip
        self.fields["unit"].choices = [("", _("Semua unit")), *unit]  # type: ignore[attr-defined]
