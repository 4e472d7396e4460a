from django import forms
from django.utils.translation import gettext_lazy as _

from kasuari.dasar.rupa.borang import Borang

PILIHAN = [
    ("", _("Pilih satu")),
    ("berakhir", _("Jangka waktunya berakhir")),
    ("bup", _("Mencapai batas usia pensiun")),
    ("meninggal", _("Meninggal dunia")),
    ("permintaan", _("Permintaan sendiri")),
    ("perampingan", _("Perampingan organisasi")),
    ("kesehatan", _("Tidak cakap jasmani atau rohani")),
    ("kinerja", _("Tidak memenuhi target kinerja")),
    ("disiplin", _("Pelanggaran disiplin berat")),
    ("pidana", _("Pidana penjara, tidak berencana")),
    ("ideologi", _("Penyelewengan terhadap Pancasila dan UUD 1945")),
    ("pidana_jabatan", _("Kejahatan jabatan, atau pidana berencana")),
    ("parpol", _("Anggota atau pengurus partai politik")),
]


class BorangAkhir(Borang):
    alasan = forms.ChoiceField(label=_("Alasan"), choices=PILIHAN)
    keterangan = forms.CharField(
        label=_("Keterangan"), max_length=300, required=False, help_text=_("Misalnya nomor putusan atau keputusan hukuman."),
    )  # fmt: skip
