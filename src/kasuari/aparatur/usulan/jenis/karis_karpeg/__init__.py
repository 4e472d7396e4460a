"""Karpeg, Karis, dan Karsu: daftar berkas, surat pengantar ke BKN, lalu nomor kartu yang diterbitkan BKN."""

from django.utils.translation import gettext_lazy as _

from kasuari.aparatur.usulan import efek, rangka
from kasuari.aparatur.usulan.jenis.karis_karpeg.borang import BorangKartu
from kasuari.aparatur.usulan.jenis.karis_karpeg.naskah import naskah, terapkan
from kasuari.aparatur.usulan.jenis.karis_karpeg.terbit import DITERBITKAN, catat_nomor
from kasuari.aparatur.usulan.jenis.karis_karpeg.timbang import syarat, timbang
from kasuari.aparatur.usulan.proses import susun
from kasuari.dasar.alur.proses import Langkah
from kasuari.dasar.alur.siapa import Meja
from kasuari.dasar.dokumen import surat
from kasuari.dasar.dokumen.naskah import SURAT_DINAS

KARIS_KARPEG = rangka.daftarkan(
    rangka.Jenis(
        "karis_karpeg",
        _("Karpeg, Karis, atau Karsu"),
        _("Kartu dari BKN: kirim berkasnya, kami meneruskannya, lalu nomornya tampak di sini."),
        rangka.ASN,
        frozenset({"pns"}),
        ("keluarga",),
        susun(
            "karis_karpeg", _("Karpeg, Karis, atau Karsu"), mulai=rangka.ASN,
            lanjutan=(
                DITERBITKAN,
                [
                Langkah(
                    "terbit", "nomor", DITERBITKAN.kode, _("Catat nomor kartu dari BKN"), siapa=Meja("bkpsdm"), perlu_alasan=True,
                    kelas="utama", efek=catat_nomor,
                )],
            ),
        ),
        surat.daftarkan(surat.Templat("usulan_karis_karpeg", 1, "Permintaan kartu pegawai", SURAT_DINAS), efek.terbit),
        "karis_karpeg",
        timbang,
        naskah,
        terapkan,
        borang=BorangKartu,
        syarat=syarat,
        bertanggal=False,
        pejabat="karis_karpeg",
        urut=62,
    )
)  # fmt: skip
