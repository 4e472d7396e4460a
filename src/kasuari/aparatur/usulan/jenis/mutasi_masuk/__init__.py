"""Pindah masuk dari instansi lain: keputusan BKN atau gubernur menjadi penempatan di sini, dan registernya dibuka lagi.

Orangnya belum atau bukan lagi pegawai daerah ini; identitasnya dicatat lebih dulu lewat halaman Pegawai pindah masuk.
"""

from django.utils.translation import gettext_lazy as _

from kasuari.aparatur.usulan import efek, rangka
from kasuari.aparatur.usulan.jenis.mutasi_masuk.borang import BorangMasuk
from kasuari.aparatur.usulan.jenis.mutasi_masuk.naskah import naskah, sajikan, terapkan
from kasuari.aparatur.usulan.jenis.mutasi_masuk.timbang import BUKAN_PEGAWAI, syarat, timbang, unit_tujuan
from kasuari.aparatur.usulan.proses import susun
from kasuari.dasar.dokumen import surat
from kasuari.dasar.dokumen.naskah import KEPUTUSAN

MASUK = rangka.daftarkan(
    rangka.Jenis(
        "mutasi_masuk",
        _("Pindah masuk dari instansi lain"),
        _("Penempatan PNS yang pindah kemari menurut keputusan BKN, menteri, atau gubernur."),
        rangka.PETUGAS,
        BUKAN_PEGAWAI,
        ("golongan", "kgb"),
        susun("mutasi_masuk", _("Pindah masuk"), mulai=rangka.PETUGAS),
        surat.daftarkan(
            surat.Templat("usulan_mutasi_masuk", 1, "Keputusan penempatan pindah masuk", KEPUTUSAN),
            efek.terbit,
        ),
        "sk_mutasi",
        timbang,
        naskah,
        terapkan,
        borang=BorangMasuk,
        syarat=syarat,
        sajikan=sajikan,
        aktif=False,
        pejabat="mutasi",
        judul_tmt=_("Mulai bertugas di sini (TMT)"),
        unit=unit_tujuan,
        urut=33,
    )
)
