"""Siapa memegang pos: menetapkan, mengganti, dan mengakhiri. Satu-satunya riwayat jabatan adalah `Penugasan`."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from kasuari.aparatur.pegawai import kini
from kasuari.aparatur.pegawai.models import Pegawai
from kasuari.dasar.akun.izin import pastikan
from kasuari.dasar.inti.galat import MasukanSalah, TidakAda
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.jejak.pintu import Hasil, pintu
from kasuari.dasar.ketentuan import sementara
from kasuari.dasar.organisasi import selectors as organisasi
from kasuari.dasar.organisasi import service
from kasuari.dasar.organisasi.models import TUNGGAL, Penugasan, PosKeadaan
from kasuari.dasar.organisasi.service import BarisPenugasan, Dasar
from kasuari.dasar.rupa.bentuk import tanggal

SEMENTARA = ("plt", "plh", "pj")


def _pegawai(pelaku: Pelaku, orang: Sequence[UUID]) -> list[Pegawai]:
    pegawai = list(Pegawai.objects.select_related("orang", "kini").filter(orang__uid__in=set(orang)))
    if not pelaku.sistem:
        for p in pegawai:
            pastikan(pelaku, "pegawai.ubah", p, lihat="pegawai.lihat")
    if len(pegawai) != len(set(orang)):
        raise TidakAda("Ada orang yang bukan pegawai.")
    return pegawai


@pintu("pegawai.tugaskan")
def tugaskan(pelaku: Pelaku, *, baris: Sequence[BarisPenugasan], kunci: UUID) -> Hasil:
    """Mencatat siapa memegang pos, apa adanya (impor, kota contoh), dan menulis ulang `pegawai_kini`."""
    pegawai = _pegawai(pelaku, [b.orang for b in baris])
    service.catat_penugasan(pelaku, baris, {p.orang.uid: p.orang_id for p in pegawai})
    kini.tulis([p.id for p in pegawai])
    return Hasil(data={"penugasan": len(baris)})


@pintu("pegawai.tetapkan_pemegang")
def tetapkan_pemegang(pelaku: Pelaku, *, baris: BarisPenugasan, kunci: UUID) -> Hasil:
    """Menetapkan satu orang pada satu pos. Jabatan definitifnya yang lama berakhir pada hari mulai.

    Galat: `MasukanSalah` bila posnya tidak ada pada hari itu, kursi manajerial masih dipegang orang lain, orang
    itu sudah memegangnya, tugas sementara tanpa tanggal akhir, atau jabatan lain sudah dicatat sesudah hari mulai.
    """
    (p,) = _pegawai(pelaku, [baris.orang])
    periksa(baris, p.orang_id)
    for lama in lama_berakhir(baris, p.orang_id):
        service.akhiri_penugasan(pelaku, lama, baris.mulai, baris.dasar)
    (tugas,) = service.catat_penugasan(pelaku, [baris], {p.orang.uid: p.orang_id})
    kini.tulis([p.id])
    return Hasil(tugas.uid)


@pintu("pegawai.akhiri_tugas")
def akhiri_tugas(pelaku: Pelaku, *, tugas: UUID, sampai: date, dasar: Dasar, kunci: UUID) -> Hasil:
    """Mengakhiri satu penugasan pada `sampai` (hari pertama ia tidak lagi memegangnya).

    Galat: `TidakAda`, `MasukanSalah` bila sudah berakhir lebih awal, `BedaVersi` bila orang lain lebih dulu.
    """
    t = satu(tugas)
    (p,) = _pegawai(pelaku, [t.subjek.uid])
    if sampai <= t.mulai:
        raise MasukanSalah(_("Tanggal berakhir harus sesudah tanggal mulainya."), "sampai")
    if t.sampai is not None and t.sampai <= sampai:
        raise MasukanSalah(_("Tugas ini sudah berakhir %(t)s.") % {"t": tanggal(t.sampai)}, "sampai")
    baru = service.akhiri_penugasan(pelaku, t, sampai, dasar)
    kini.tulis([p.id])
    return Hasil(baru.uid)


def satu(tugas: UUID) -> Penugasan:
    """Penugasan yang masih berlaku dalam catatan; TidakAda bila tidak dikenal atau sudah diganti."""
    t = Penugasan.objects.select_related("subjek").filter(uid=tugas, ditutup=None).first()
    if t is None:
        raise TidakAda("Penugasan ini tidak ada.")
    return t


def _bertumpang(baris: BarisPenugasan) -> Q:
    """Penugasan yang masih tercatat dan meliputi sebagian masa baris ini."""
    akhir = Q(sampai=None) | Q(sampai__gt=baris.mulai)
    return akhir & (Q(mulai__lt=baris.sampai) if baris.sampai else Q()) & Q(ditutup=None)


def lama_berakhir(baris: BarisPenugasan, orang_id: int) -> list[Penugasan]:
    """Jabatan definitif orang itu yang akan berakhir karena penetapan ini."""
    if baris.jenis in SEMENTARA:
        return []
    qs = Penugasan.objects.filter(_bertumpang(baris), subjek_id=orang_id, jenis="definitif")
    return list(qs.filter(mulai__lt=baris.mulai).select_related("subjek"))


def pos_pada(kode: str, hari: date) -> PosKeadaan | None:
    """Keadaan pos pada hari itu; None bila belum ada atau sudah dihapus."""
    return organisasi.pos_pada(hari).filter(subjek__kode=kode).select_related("subjek").first()


def periksa(baris: BarisPenugasan, orang_id: int) -> None:
    """Aturan penetapan; lihat `tetapkan_pemegang`."""
    if baris.sampai is not None and baris.sampai <= baris.mulai:
        raise MasukanSalah(_("Tanggal berakhir harus sesudah tanggal mulai. Ubah salah satunya."), "sampai")
    if baris.jenis in SEMENTARA and baris.sampai is None:
        raise MasukanSalah(_("Isi tanggal berakhir: Plt, Plh, dan Pj selalu sementara."), "sampai")
    if baris.sampai is not None:
        sementara.pastikan(baris.jenis, baris.mulai, baris.sampai)
    pos = pos_pada(baris.pos, baris.mulai)
    if pos is None:
        raise MasukanSalah(
            _("Pos ini belum ada atau sudah dihapus pada tanggal mulai. Pilih tanggal lain."), "mulai"
        )
    tumpang = Penugasan.objects.filter(_bertumpang(baris))
    di_pos = tumpang.filter(pos_id=pos.subjek_id)
    if di_pos.filter(subjek_id=orang_id, jenis=baris.jenis).exists():
        raise MasukanSalah(_("Orang ini sudah memegang pos itu pada masa yang sama."), "orang")
    if baris.jenis in SEMENTARA:
        return
    pemegang = di_pos.filter(jenis="definitif").exclude(subjek_id=orang_id).first()
    if pos.jenis in TUNGGAL and pemegang:
        raise MasukanSalah(_("Pos ini masih dipegang pejabat definitif lain. Akhiri dulu tugasnya."), "mulai")
    nanti = (
        tumpang.filter(subjek_id=orang_id, jenis="definitif", mulai__gte=baris.mulai)
        .order_by("mulai")
        .first()
    )
    if nanti:
        raise MasukanSalah(
            _("Orang ini sudah tercatat dalam jabatan lain mulai %(t)s. Pilih tanggal sesudahnya.")
            % {"t": tanggal(nanti.mulai)},
            "mulai",
        )
