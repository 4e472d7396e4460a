"""Memberi peran lewat layar: yang biasa langsung berlaku, yang peka menunggu admin lain."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from kasuari.dasar.akun import peristiwa
from kasuari.dasar.akun.izin import pastikan
from kasuari.dasar.akun.izin.daftar import PERAN
from kasuari.dasar.akun.models import Akun, UsulanPeran
from kasuari.dasar.akun.service.peran import BarisHibah, simpan_hibah
from kasuari.dasar.inti.galat import BedaVersi, MasukanSalah, TidakAda, TidakBoleh
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.waktu import sekarang
from kasuari.dasar.jejak.pintu import Hasil, pintu
from kasuari.dasar.jejak.service import catat


@pintu("akun.usulkan_peran")
def usulkan_peran(
    pelaku: Pelaku, *, akun: UUID, peran: str, unit_id: int | None, mulai: date, sampai: date | None = None,
    alasan: str, kunci: UUID,
) -> Hasil:  # fmt: skip
    """Memberi peran biasa sekarang (`data.langsung`), atau menaruh peran peka sebagai usulan bagi admin lain.

    `sampai` tidak termasuk; None = tanpa akhir.
    """
    pastikan(pelaku, "akun.peran")
    penerima = Akun.objects.select_related("orang").filter(uid=akun).first()
    if penerima is None:
        raise TidakAda(_("Akun itu tidak ada."))
    if penerima.uid == pelaku.akun:
        raise MasukanSalah(_("Anda tidak dapat memberi peran kepada diri sendiri. Minta admin lain."))
    if peran not in PERAN or peran == "asn":
        raise MasukanSalah(_("Pilih peran dari daftar."), "peran")
    if sampai is not None and sampai <= mulai:
        raise MasukanSalah(_("Tanggal akhir harus sesudah tanggal mulai. Ubah salah satunya."), "sampai")
    if not alasan.strip():
        raise MasukanSalah(_("Isi dasar atau alasannya, misalnya nomor surat tugas."), "alasan")
    if not PERAN[peran].peka:
        simpan_hibah(pelaku, [BarisHibah(akun, peran, unit_id, mulai, sampai)], {akun: penerima})
        return Hasil(penerima.uid, {"langsung": True})
    usulan = UsulanPeran.objects.create(
        akun=penerima, peran=peran, unit_id=unit_id, mulai=mulai, sampai=sampai, alasan=alasan.strip(),
        pengusul=Akun.objects.get(uid=pelaku.akun), diusulkan=sekarang(),
    )  # fmt: skip
    catat(
        peristiwa.USUL, pelaku, ("usulan_peran", usulan.uid), subjek=[penerima.orang.uid], alasan=alasan.strip(),
        sesudah={"peran": peran, "unit": unit_id, "mulai": mulai, "sampai": sampai},
    )  # fmt: skip
    return Hasil(usulan.uid, {"langsung": False})


@pintu("akun.putuskan_usulan_peran")
def putuskan_usulan_peran(
    pelaku: Pelaku, *, usulan: UUID, setuju: bool, alasan: str = "", kunci: UUID
) -> Hasil:
    """Menyetujui (peran berlaku) atau tidak menyetujui usulan admin lain. Basis data menjaga orang keduanya."""
    pastikan(pelaku, "akun.peran")
    u = UsulanPeran.objects.select_related("akun__orang", "pengusul").filter(uid=usulan).first()
    if u is None:
        raise TidakAda(_("Usulan itu tidak ada."))
    if pelaku.akun in {u.pengusul.uid, u.akun.uid}:
        raise TidakBoleh(_("Usulan ini harus diputus admin lain, bukan pengusul atau penerimanya."))
    if not setuju and not alasan.strip():
        raise MasukanSalah(
            _("Isi alasan tidak menyetujui, supaya pengusul tahu apa yang perlu diubah."), "alasan"
        )
    status = UsulanPeran.Status.DISETUJUI if setuju else UsulanPeran.Status.DITOLAK
    berubah = UsulanPeran.objects.filter(id=u.id, status=UsulanPeran.Status.MENUNGGU).update(
        status=status, pemutus=Akun.objects.get(uid=pelaku.akun), diputus=sekarang()
    )
    if not berubah:
        raise BedaVersi(_("Usulan ini sudah diputus. Muat ulang halaman."))
    catat(
        peristiwa.USUL_PUTUS, pelaku, ("usulan_peran", u.uid), subjek=[u.akun.orang.uid], alasan=alasan.strip(),
        sesudah={"status": status, "peran": u.peran},
    )  # fmt: skip
    if setuju:
        simpan_hibah(
            pelaku, [BarisHibah(u.akun.uid, u.peran, u.unit_id, u.mulai, u.sampai)], {u.akun.uid: u.akun}
        )
    return Hasil(u.uid)
