"""Tanda tangan basah: cetak, tanda tangan, pindai, disahkan orang kedua. Tanpa sertifikat atau sinyal, suratnya tetap sah.

Semua fungsi berjalan di dalam transaksi pemanggil, sesudah izinnya diperiksa.
"""

from typing import BinaryIO

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from kasuari.dasar.dokumen import peristiwa, surat
from kasuari.dasar.dokumen.models import PindaianSurat, Surat
from kasuari.dasar.dokumen.service import UKURAN_MAKS, simpan_isi
from kasuari.dasar.dokumen.terbuka import halaman_pdf
from kasuari.dasar.inti.galat import BedaVersi, MasukanSalah, TidakAda, TidakBoleh
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.waktu import sekarang
from kasuari.dasar.jejak.service import catat

ALASAN_TERPENDEK = 10
MB = 1024 * 1024


def alihkan(pelaku: Pelaku, s: Surat, alasan: str) -> None:
    """Satu surat elektronik dialihkan ke tanda tangan basah (sertifikat belum ada, layanan mati).

    Galat: `MasukanSalah` bila sudah basah, sudah ditandatangani, atau alasannya terlalu pendek.
    """
    rapi = " ".join(alasan.split())
    if len(rapi) < ALASAN_TERPENDEK:
        raise MasukanSalah(
            _("Tulis alasannya, paling sedikit %(n)s huruf.") % {"n": ALASAN_TERPENDEK}, "alasan"
        )
    kini = Surat.objects.select_for_update().get(id=s.id)
    if kini.status != Surat.Status.DISIAPKAN:
        raise MasukanSalah(_("Surat ini sudah ditandatangani."))
    if kini.basah:
        raise MasukanSalah(_("Surat ini memang menunggu tanda tangan basah."))
    Surat.objects.filter(id=kini.id).update(basah=True, basah_alasan=rapi[:300])
    catat(peristiwa.DIALIHKAN, pelaku, ("surat", kini.id), sesudah={"nomor": kini.nomor_teks}, alasan=rapi)


def cetak(pelaku: Pelaku, s: Surat) -> bytes:
    """PDF yang belum ditandatangani; pencetakannya tercatat. Galat: `TidakAda` bila tidak sedang menunggu, `PdfGagal`."""
    kini = Surat.objects.select_for_update().get(id=s.id)
    if kini.status != Surat.Status.DISIAPKAN or not kini.basah or not kini.nomor_teks:
        raise TidakAda(_("Surat ini tidak sedang menunggu tanda tangan basah."))
    isi = surat.buat_pdf(kini)
    Surat.objects.filter(id=kini.id).update(dicetak=sekarang())
    catat(peristiwa.DICETAK, pelaku, ("surat", kini.id), sesudah={"nomor": kini.nomor_teks})
    return isi


def unggah(pelaku: Pelaku, s: Surat, aliran: BinaryIO) -> PindaianSurat:
    """Pindaian surat bertanda tangan, menunggu disahkan orang lain. Galat: `MasukanSalah` pada berkas yang tidak terbaca."""
    if pelaku.orang is None:
        raise TidakBoleh(_("Pindaian diunggah orang, bukan sistem."))
    kini = Surat.objects.select_for_update().get(id=s.id)
    if kini.status != Surat.Status.DISIAPKAN or not kini.basah:
        raise MasukanSalah(_("Surat ini tidak sedang menunggu tanda tangan basah."))
    if not kini.nomor_teks:
        raise MasukanSalah(_("Isi dulu nomor surat dari kantor pencatat."))
    if kini.dicetak is None:
        raise MasukanSalah(
            _("Cetak dulu suratnya dari halaman ini. Yang dipindai ialah cetakan itu."), "berkas"
        )
    isi = aliran.read(UKURAN_MAKS + 1)
    halaman = periksa_pdf(isi)
    try:
        with transaction.atomic():
            pindaian = PindaianSurat.objects.create(
                surat=kini,
                berkas=simpan_isi(isi, "pdf"),
                halaman=halaman,
                pengunggah=pelaku.orang,
                dibuat=sekarang(),
            )
    except IntegrityError:
        raise MasukanSalah(_("Sudah ada pindaian yang menunggu pengesahan."), "berkas") from None
    catat(
        peristiwa.DIPINDAI, pelaku, ("surat", kini.id),
        sesudah={"nomor": kini.nomor_teks, "halaman": halaman, "sha256": bytes(pindaian.berkas.sidik).hex()},
    )  # fmt: skip
    return pindaian


def periksa_pdf(isi: bytes) -> int:
    """Banyak halaman PDF yang terbaca. Galat: `MasukanSalah` bila terlalu besar, bukan PDF, terkunci, atau rusak."""
    if len(isi) > UKURAN_MAKS:
        raise MasukanSalah(
            _("Berkas lebih besar dari %(n)s MB. Perkecil, lalu unggah lagi.") % {"n": UKURAN_MAKS // MB},
            "berkas",
        )
    if not isi.startswith(b"%PDF-"):
        raise MasukanSalah(_("Unggah pindaian surat sebagai PDF."), "berkas")
    halaman = halaman_pdf(isi)
    if not halaman:
        raise MasukanSalah(
            _("PDF ini tidak dapat dibaca atau terkunci sandi. Pindai lagi, lalu unggah."), "berkas"
        )
    return halaman


def _putus(pelaku: Pelaku, p: PindaianSurat, putusan: str, alasan: str = "") -> None:
    if pelaku.orang is None or pelaku.orang == p.pengunggah:
        raise TidakBoleh(_("Pindaian ini harus diputus orang lain, bukan pengunggahnya."))
    ubah = PindaianSurat.objects.filter(id=p.id, putusan="").update(
        putusan=putusan, pemutus=pelaku.orang, diputus=sekarang(), alasan=alasan
    )
    if not ubah:
        raise BedaVersi(_("Pindaian ini sudah diputus orang lain. Muat ulang halaman."))


def sahkan(pelaku: Pelaku, p: PindaianSurat) -> None:
    """Orang kedua menyatakan pindaian terbaca, bertanda tangan, dan sama dengan suratnya: sah seperti yang elektronik."""
    _putus(pelaku, p, "sah")
    if not surat.selesai(pelaku, p.surat, p.berkas, "basah"):
        raise BedaVersi(_("Surat ini berubah sejak dibuka. Muat ulang halaman."))


def kembalikan(pelaku: Pelaku, p: PindaianSurat, alasan: str) -> None:
    """Pindaian tidak terbaca, belum ditandatangani, atau surat lain; yang baru boleh diunggah."""
    rapi = " ".join(alasan.split())
    if len(rapi) < ALASAN_TERPENDEK:
        raise MasukanSalah(
            _("Tulis alasannya, paling sedikit %(n)s huruf.") % {"n": ALASAN_TERPENDEK}, "alasan"
        )
    _putus(pelaku, p, "tolak", rapi[:300])
    catat(
        peristiwa.PINDAIAN_KEMBALI, pelaku, ("surat", p.surat_id), sesudah={"nomor": p.surat.nomor_teks}, alasan=rapi
    )  # fmt: skip
