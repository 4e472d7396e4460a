"""Keputusan BKN tentang pindah instansi, yang dicatat sesudah surat melepas terbit; sejak itu ia bukan lagi pegawai daerah ini."""

from datetime import date

from django.utils.translation import gettext as _

from kasuari.aparatur.usulan import efek, peristiwa
from kasuari.aparatur.usulan.bkn.catatan import nomor_sah
from kasuari.aparatur.usulan.models import Usulan
from kasuari.dasar.alur.models import Kasus, LangkahKasus
from kasuari.dasar.dokumen.models import Surat
from kasuari.dasar.inti.galat import MasukanSalah
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.jejak.service import catat
from kasuari.dasar.organisasi.service import Dasar


def catat_keputusan(u: Usulan, nomor: str, hari: date | None, tmt: date | None) -> None:
    """Menyimpan nomor, tanggal, dan TMT keputusannya bagi langkah yang sama. Galat: `MasukanSalah`."""
    if u.surat is None or u.surat.status != Surat.Status.DITANDATANGANI:
        raise MasukanSalah(_("Surat melepasnya belum selesai ditandatangani. Muat ulang sebentar lagi."))
    if hari is None or not u.surat.tanggal <= hari <= hari_ini():
        raise MasukanSalah(_("Tanggal keputusan BKN sesudah surat melepasnya dan paling lambat hari ini."), "pindah_tanggal")  # fmt: skip
    if tmt is None or tmt < u.surat.tanggal:
        raise MasukanSalah(_("Isi TMT pindah menurut keputusannya, sesudah surat melepasnya."), "pindah_tmt")
    rapi = nomor_sah(nomor, "pindah_nomor", _("Nomor keputusan BKN"))
    isi = efek.buka_sandi(u.hasil) | {
        "pindah": {"nomor": rapi, "tanggal": hari.isoformat(), "tmt": tmt.isoformat()}
    }
    Usulan.objects.filter(id=u.id).update(hasil=efek.sandi(isi))


def terapkan(kasus: Kasus, langkah: LangkahKasus, pelaku: Pelaku) -> None:
    """Statusnya di daerah ini berakhir dan jabatannya lepas pada TMT; dapat dicabut seperti keputusan."""
    u = efek.usulan_kasus(kasus)
    isi = efek.buka_sandi(u.hasil)
    p = isi.get("pindah")
    if p is None:
        raise MasukanSalah(_("Isi nomor dan tanggal keputusan BKN."), "pindah_nomor")
    tmt, ubahan = date.fromisoformat(p["tmt"]), efek.Ubahan(u, None)
    ubahan.dasar = Dasar(p["nomor"], date.fromisoformat(p["tanggal"]))
    s = {
        "jenis": u.pegawai.kini.jenis,
        "kedudukan": u.pegawai.kini.kedudukan,
        "sebab": f"Pindah ke {isi['instansi']}",
    }
    ubahan.buka("status", tmt, s, nihil=True)
    ubahan.akhiri_jabatan(tmt)
    u.perubahan = [*u.perubahan, *ubahan.catatan]
    u.save(update_fields=["perubahan"])
    catat(peristiwa.BKN, pelaku, ("usulan", u.id), subjek=[u.pegawai.orang.uid], sesudah={"pindah": p["nomor"], "tmt": p["tmt"]})  # fmt: skip
