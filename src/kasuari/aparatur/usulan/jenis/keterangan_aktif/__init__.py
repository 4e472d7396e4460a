"""Surat keterangan aktif: dua ketukan, terbit seketika atas mandat tetap kepala badan kepegawaian.

Tanpa mandat (parameter `usulan_mandat`), bila yang meminta pemberi mandatnya sendiri, atau bila keperluannya ditulis
sendiri, ia diperiksa dan menunggu tanda tangan: tulisan orang tidak pernah terbit tanpa dibaca pejabatnya.
"""

import re
from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kasuari.aparatur.pegawai.label import JENIS_ASN
from kasuari.aparatur.usulan import efek, rangka
from kasuari.aparatur.usulan import naskah as bagian
from kasuari.aparatur.usulan.bahan import Bahan
from kasuari.aparatur.usulan.models import Usulan
from kasuari.aparatur.usulan.proses import susun
from kasuari.aparatur.usulan.rangka import Isian, Naskah, Timbang
from kasuari.dasar.dokumen import surat
from kasuari.dasar.dokumen.naskah import KETERANGAN, Keterangan
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.organisasi import selectors as organisasi
from kasuari.dasar.rupa.borang import Borang

KODE = "keterangan_aktif"
GUNA = {
    "umum": _("Keperluan umum"),
    "bank": _("Urusan bank"),
    "pendidikan": _("Urusan sekolah atau kuliah"),
    "kependudukan": _("Urusan kependudukan"),
    "lain": _("Lainnya, saya tulis sendiri"),
}
SEBUTAN = {
    "pns": "Pegawai Negeri Sipil",
    "cpns": "Calon Pegawai Negeri Sipil",
    "pppk": "Pegawai Pemerintah dengan Perjanjian Kerja",
    "pppk_pw": "Pegawai Pemerintah dengan Perjanjian Kerja Paruh Waktu",
}
NASKAH = {"umum": "keperluan umum", "bank": "urusan perbankan", "pendidikan": "urusan pendidikan", "kependudukan": "urusan kependudukan"}  # fmt: skip
PANJANG = 60
KLAUSA = re.compile(r"[A-Za-z0-9]+(?: [A-Za-z0-9]+)*")
# Kedudukan hukum (referensi SIASN) -> bunyi keterangannya; yang tidak ada di sini tidak dapat diterangkan aktif.
BUNYI = {
    "01": "masih aktif melaksanakan tugas",
    "03": "masih berkedudukan sebagai pegawai dan sedang menjalankan tugas belajar",
    "20": "masih berkedudukan sebagai pegawai dan sedang menjalani masa persiapan pensiun",
}


class BorangKeterangan(Borang):
    guna = forms.ChoiceField(label=_("Untuk apa"), choices=list(GUNA.items()), initial="umum")
    lain = forms.CharField(
        label=_("Keperluan lainnya"),
        max_length=PANJANG,
        required=False,
        help_text=_(
            "Contoh: pengurusan visa. Yang ditulis sendiri diperiksa BKPSDM dulu, jadi tidak terbit seketika."
        ),
    )


def timbang(b: Bahan, isian: Isian) -> Timbang:
    """Pegawai aktif, tujuannya tertulis, dan belum terlalu banyak surat yang sama hari ini."""
    guna, lain = str(isian.data.get("guna") or ""), " ".join(str(isian.data.get("lain") or "").split())
    kurang = []
    if guna not in GUNA:
        kurang.append(gettext("Pilih untuk apa suratnya."))
    if guna == "lain" and not lain:
        kurang.append(gettext("Tulis keperluannya."))
    elif guna == "lain" and (len(lain) > PANJANG or not KLAUSA.fullmatch(lain)):
        kurang.append(
            gettext(
                "Keperluannya satu keterangan pendek: huruf, angka, dan spasi saja, paling banyak %(n)s huruf."
            )
            % {"n": PANJANG}
        )
    if not b.p.kini.aktif or b.p.kini.kedudukan not in BUNYI:
        kurang.append(gettext("Kedudukan Anda di register bukan aktif. Hubungi BKPSDM."))
    paling = int(b.buku(hari_ini()).nilai("usulan_keterangan_sehari"))
    if Usulan.objects.filter(pegawai=b.p, jenis=KODE, surat__tanggal=hari_ini()).count() >= paling:
        kurang.append(
            gettext("Hari ini sudah %(n)s surat. Pakai yang sudah ada, atau minta lagi besok.")
            % {"n": paling}
        )
    isi = {"guna": lain if guna == "lain" else NASKAH.get(guna, ""), "kedudukan": b.p.kini.kedudukan}
    ingat = (
        [gettext("Keperluannya ditulis sendiri dan tercetak di surat. Baca sebelum menyetujui.")]
        if guna == "lain"
        else []
    )
    return Timbang(isi, (), kurang, ingat)


def naskah(u: Usulan, b: Bahan, isi: Mapping[str, Any]) -> Naskah:
    daerah = organisasi.profil().nama
    badan = Keterangan(
        bagian.kop_penandatangan(u),
        "SURAT KETERANGAN AKTIF",
        bagian.identitas(b),
        [
            f"Nama tersebut di atas adalah {SEBUTAN[b.p.kini.jenis]} pada Pemerintah {daerah} dan sampai dengan tanggal surat "
            f"ini {BUNYI[isi['kedudukan']]}.",
            f"Surat keterangan ini diberikan untuk {isi['guna']}.",
        ],
        penutup="Demikian surat keterangan ini dibuat untuk dipergunakan sebagaimana mestinya.",
    )
    return Naskah(badan.data())


def sajikan(isi: Mapping[str, Any]) -> list[tuple[Any, Any]]:
    return [(gettext("Diberikan untuk"), isi["guna"])]


AKTIF = rangka.daftarkan(
    rangka.Jenis(
        KODE,
        _("Surat keterangan aktif"),
        _(
            "Menerangkan bahwa Anda pegawai aktif. Terbit seketika, dengan kode yang dapat diperiksa siapa pun."
        ),
        rangka.ASN,
        frozenset(JENIS_ASN),
        (),
        susun(KODE, _("Surat keterangan aktif"), mulai=rangka.ASN, mandat=True),
        surat.daftarkan(
            surat.Templat("usulan_keterangan_aktif", 1, "Surat keterangan aktif", KETERANGAN), efek.terbit
        ),
        "surat_keterangan",
        timbang,
        naskah,
        borang=BorangKeterangan,
        sajikan=sajikan,
        berulang=True,
        pintas=_("Surat keterangan aktif"),
        di_beranda=True,
        tanpa_ditunggu=lambda isian: isian.data.get("guna") != "lain",
        bertanggal=False,
        pejabat="keterangan",
        urut=5,
    )
)
