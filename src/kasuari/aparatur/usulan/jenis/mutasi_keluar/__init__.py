"""Pindah ke instansi lain: surat persetujuan melepas. Register berubah sesudah keputusan BKN, bukan oleh surat ini."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kasuari.aparatur.usulan import efek, pencabutan, pindah, rangka
from kasuari.aparatur.usulan import naskah as bagian
from kasuari.aparatur.usulan.bahan import Bahan
from kasuari.aparatur.usulan.models import Usulan
from kasuari.aparatur.usulan.proses import susun
from kasuari.aparatur.usulan.rangka import Isian, Naskah, Syarat, Timbang
from kasuari.aturan.masa_kerja import tambah_tahun
from kasuari.dasar.alur.proses import Langkah, Tahap
from kasuari.dasar.alur.siapa import Meja
from kasuari.dasar.dokumen import surat
from kasuari.dasar.dokumen.naskah import SURAT_DINAS, SuratDinas
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.organisasi import selectors as organisasi
from kasuari.dasar.rupa.bentuk import tanggal
from kasuari.dasar.rupa.borang import Borang

KODE = "mutasi_keluar"


class BorangKeluar(Borang):
    instansi = forms.CharField(
        label=_("Instansi tujuan"), max_length=160, help_text=_("Contoh: Pemerintah Kabupaten Manokwari")
    )
    jabatan = forms.CharField(label=_("Jabatan di instansi tujuan"), max_length=160, required=False)
    sebab = forms.CharField(label=_("Alasan pindah"), max_length=200)


def timbang(b: Bahan, isian: Isian) -> Timbang:
    """Masa kerja, kedudukan, dan catatan yang menahan. Dasar: Peraturan BKN 5/2019; usulan_mutasi_keluar_tahun."""
    d, hari = isian.data, hari_ini()
    isi = {k: " ".join(str(d.get(k) or "").split()) for k in ("instansi", "jabatan", "sebab")}
    kurang = [] if isi["instansi"] else [gettext("Tulis instansi tujuannya.")]
    if not isi["sebab"]:
        kurang.append(gettext("Tulis alasan pindahnya."))
    n = int(b.buku(hari).nilai("usulan_mutasi_keluar_tahun"))
    if b.p.tmt_cpns is None:
        kurang.append(gettext("TMT CPNS belum tercatat di register."))
    elif (boleh := tambah_tahun(b.p.tmt_cpns, n)) > hari:
        kurang.append(
            gettext("Paling singkat %(n)s tahun sejak TMT CPNS, jadi paling cepat %(t)s.")
            % {"n": n, "t": tanggal(boleh)}
        )
    if b.berlaku("hukuman", hari):
        kurang.append(gettext("Ada catatan di register yang menahan mutasi ini. Tanyakan kepada BKPSDM."))
    if b.p.kini.kedudukan != "01":
        kurang.append(gettext("Kedudukan di register bukan aktif bertugas, jadi belum dapat dilepas."))
    return Timbang(isi, (), kurang)


def naskah(u: Usulan, b: Bahan, isi: Mapping[str, Any]) -> Naskah:
    daerah = organisasi.profil().nama
    jabatan = f" sebagai {isi['jabatan']}" if isi["jabatan"] else ""
    badan = SuratDinas(
        bagian.kop_kepala_daerah(),
        "Persetujuan melepas Pegawai Negeri Sipil",
        [f"Pejabat Pembina Kepegawaian {isi['instansi']}"],
        [f"Bersama ini disampaikan bahwa Pemerintah {daerah} pada prinsipnya tidak berkeberatan melepas Pegawai Negeri Sipil berikut:"],
        pasangan=bagian.identitas(b),
        lanjutan=[
            f"Yang bersangkutan akan melaksanakan tugas pada {isi['instansi']}{jabatan}.",
            "Sampai dengan ditetapkannya keputusan pemindahan oleh pejabat yang berwenang, yang bersangkutan tetap berkedudukan sebagai "
            f"Pegawai Negeri Sipil Pemerintah {daerah} dan wajib melaksanakan tugasnya.",
        ],
        penutup="Demikian disampaikan, atas perhatian dan kerja samanya diucapkan terima kasih.",
        tembusan=bagian.tembusan("mutasi"),
    )  # fmt: skip
    return Naskah(badan.data(), atas_nama=bagian.kepala_daerah())


def syarat(b: Bahan, isian: Isian) -> list[Syarat]:
    return [
        Syarat("permohonan", gettext("Surat permohonan pindah")),
        Syarat("terima", gettext("Surat persetujuan menerima dari instansi tujuan")),
        Syarat("unit", gettext("Persetujuan pimpinan unit")),
        Syarat("beban", gettext("Analisis jabatan dan beban kerja unit yang ditinggalkan")),
        Syarat("temuan", gettext("Keterangan bebas temuan dari Inspektorat")),
        Syarat("belajar", gettext("Pernyataan tidak sedang tugas belajar atau ikatan dinas")),
    ]


def sajikan(isi: Mapping[str, Any]) -> list[tuple[Any, Any]]:
    return [
        (gettext("Instansi tujuan"), isi["instansi"]),
        (gettext("Sesudah surat ini"), gettext("Menunggu keputusan BKN. Register belum berubah.")),
    ]


LANJUTAN = (
    Tahap("pindah", _("Sudah pindah menurut keputusan BKN"), "selesai"),
    [
        Langkah("terbit", "pindah", "pindah", _("Catat keputusan BKN"), siapa=Meja("bkpsdm"), kelas="utama", efek=pindah.terapkan),
        Langkah(
            "pindah", "cabut", "dicabut", _("Cabut keputusan"), siapa=Meja("kepala_bkpsdm"), perlu_alasan=True, kelas="bahaya",
            efek=pencabutan.cabut,
        ),
    ],
)  # fmt: skip
KELUAR = rangka.daftarkan(
    rangka.Jenis(
        KODE,
        _("Pindah ke instansi lain"),
        _("Surat persetujuan melepas. Anda tetap pegawai kota ini sampai keputusan BKN terbit."),
        rangka.ASN,
        frozenset({"pns"}),
        ("hukuman",),
        susun(KODE, _("Pindah ke instansi lain"), mulai=rangka.ASN, lanjutan=LANJUTAN),
        surat.daftarkan(
            surat.Templat("usulan_mutasi_keluar", 1, "Persetujuan melepas", SURAT_DINAS), efek.terbit
        ),
        "surat_lepas",
        timbang,
        naskah,
        borang=BorangKeluar,
        syarat=syarat,
        sajikan=sajikan,
        berulang=True,
        bertanggal=False,
        urut=32,
    )
)
