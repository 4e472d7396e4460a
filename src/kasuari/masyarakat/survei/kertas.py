"""Lembar kertas: tumpukan bernomor seri, dan memasukkan lembarnya. Satu nomor seri terhitung sekali."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import F, Max
from django.utils.translation import gettext as _

from kasuari.dasar.akun.izin import pastikan
from kasuari.dasar.inti.galat import MasukanSalah
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.pengenal import uuid_dari
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.jejak.pintu import Hasil, pintu
from kasuari.dasar.jejak.service import catat
from kasuari.masyarakat.survei import peristiwa, terima
from kasuari.masyarakat.survei.models import Mode, Periode, Tumpukan
from kasuari.masyarakat.survei.selectors import kode_layanan, periode_terjangkau
from kasuari.masyarakat.survei.soal import soal_versi

LEMBAR_MAKS = 500  # setumpuk


@dataclass(frozen=True)
class Lembar:
    """Satu lembar seperti tertulis. `isian`: kode soal, data diri, `layanan`, dan `komentar` sebagai tulisan."""

    seri: int
    isian: Mapping[str, str] = field(default_factory=dict)


def _terbuka(pelaku: Pelaku, uid: UUID) -> Periode:
    p = periode_terjangkau(pelaku, uid)
    pastikan(pelaku, "survei.kertas", p, lihat="survei.lihat")
    if p.status != Periode.Status.TERBUKA:
        raise MasukanSalah(_("Periode ini sudah ditutup dan disegel."), "periode")
    return p


@pintu("survei.tumpukan")
def tumpuk(pelaku: Pelaku, *, periode: UUID, banyak: int, kunci: UUID) -> Hasil:
    """Mencatat tumpukan baru sebanyak `banyak` lembar; nomor serinya meneruskan tumpukan sebelumnya."""
    p = _terbuka(pelaku, periode)
    if not 1 <= banyak <= LEMBAR_MAKS:
        raise MasukanSalah(_("Satu tumpukan berisi 1 sampai %(n)s lembar.") % {"n": LEMBAR_MAKS}, "banyak")
    Periode.objects.select_for_update().get(id=p.id)
    ada = p.tumpukan.aggregate(nomor=Max("nomor"), akhir=Max("akhir"))
    awal = (ada["akhir"] or 0) + 1
    t = Tumpukan.objects.create(periode=p, nomor=(ada["nomor"] or 0) + 1, awal=awal, akhir=awal + banyak - 1)
    catat(
        peristiwa.TUMPUKAN,
        pelaku,
        ("periode_survei", p.uid),
        sesudah={"nomor": t.nomor, "awal": t.awal, "akhir": t.akhir},
    )
    return Hasil(p.uid, {"nomor": t.nomor, "awal": t.awal, "akhir": t.akhir})


@pintu("survei.kertas")
def catat_lembar(pelaku: Pelaku, *, periode: UUID, lembar: Sequence[Lembar], kunci: UUID) -> Hasil:
    """Memasukkan lembar kertas. Nomor seri yang sudah masuk tidak dihitung lagi. Hasil: {"masuk", "ulang"}.

    Galat: `MasukanSalah` menyebut nomor seri dan isiannya.
    """
    p = _terbuka(pelaku, periode)
    soal, layanan = soal_versi(p.versi.isi), kode_layanan(p.unit_id)
    tumpukan = list(p.tumpukan.order_by("awal"))
    siap = []
    for satu in lembar:
        milik = next((t for t in tumpukan if t.awal <= satu.seri <= t.akhir), None)
        if milik is None:
            raise MasukanSalah(
                _("Nomor seri %(n)s tidak ada di tumpukan mana pun. Periksa nomor di sudut lembar.")
                % {"n": satu.seri},
                "seri",
            )
        isi, salah = terima.baca(satu.isian, soal, layanan)
        if salah:
            raise MasukanSalah(
                _("Nomor seri %(n)s: %(g)s") % {"n": satu.seri, "g": salah[0][1]},
                salah[0][0].partition("_")[0],
            )
        siap.append((milik, satu.seri, terima.Penilaian(**isi, mode=str(Mode.KERTAS))))
    masuk = 0
    for milik, seri, isi_lembar in siap:
        if terima.simpan(p, uuid_dari("survei.kertas", p.uid, seri), isi_lembar, hari_ini()):
            Tumpukan.objects.filter(id=milik.id).update(masuk=F("masuk") + 1)
            masuk += 1
    if masuk:
        catat(peristiwa.KERTAS, pelaku, ("periode_survei", p.uid), sesudah={"lembar": masuk})
    return Hasil(p.uid, {"masuk": masuk, "ulang": len(siap) - masuk})
