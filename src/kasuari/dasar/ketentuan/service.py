"""Pintu tulis ketentuan daerah: mengusulkan, menarik, menolak, menyetujui, menyegerakan, mencabut.

Pengusul bukan penyetuju, dan yang menyegerakan orang ketiga; basis data ikut menolaknya. Sesudah disetujui ada
jeda (`ketentuan_jeda_jam`) sebelum ketentuan dipakai menghitung. Tidak ada baris yang diubah selain ditutup.
"""

from datetime import date, timedelta
from typing import Any, BinaryIO
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from kasuari.aturan.buku import beku, kanonik, pulih
from kasuari.dasar.akun.izin import pastikan
from kasuari.dasar.dokumen import service as dokumen
from kasuari.dasar.inti.fakta import tutup
from kasuari.dasar.inti.galat import BedaVersi, MasukanSalah, TidakAda, TidakBoleh
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.pengenal import uuid7, uuid_dari
from kasuari.dasar.inti.waktu import hari_ini, sekarang, sesudah
from kasuari.dasar.jejak.antrean import antre
from kasuari.dasar.jejak.pintu import Hasil, pintu
from kasuari.dasar.jejak.service import catat
from kasuari.dasar.ketentuan import peristiwa, selectors, usulan
from kasuari.dasar.ketentuan.models import Segera, Timpa, UsulTimpa

JENIS_SURAT = ("pdf", "jpeg", "png")
ALASAN_TERPENDEK = 10
KERJA_DIPAKAI = "ketentuan.dipakai"


@pintu("ketentuan.usulkan")
def usulkan(
    pelaku: Pelaku, *, kode: str, sel: str, berlaku: date, nilai: str, alasan: str, dasar: str, surat: BinaryIO,
    nama_surat: str, kunci: UUID,
) -> Hasil:  # fmt: skip
    """Mengusulkan satu nilai (atau satu sel tabel `sel`) sejak `berlaku`. `nilai` = ketikan petugas.

    Hasil: uid usul. Galat: MasukanSalah pada isian yang salah; hanya parameter yang terbuka bagi daerah atau
    yang nilainya belum bersumber. Nomor surat dan pindaiannya wajib.
    """
    pastikan(pelaku, "ketentuan.usul", UsulTimpa())
    oleh = _orang(pelaku)
    rencana = usulan.susun(kode, sel, berlaku, nilai, dasar)
    alasan = _alasan(alasan)
    if not dasar.strip():
        raise MasukanSalah(_("Isi nomor surat atau peraturan yang menetapkannya."), "dasar")
    if Timpa.objects.filter(kode=kode, kunci=sel, berlaku=berlaku, ditutup=None).exists():
        raise MasukanSalah(
            _("Sudah ada ketentuan daerah untuk nilai dan tanggal ini. Cabut dulu, atau pilih tanggal lain."),
            "berlaku",
        )
    uid = uuid7()
    dampak = [list(d) for d in rencana.dampak()]
    lampiran = dokumen.terima(pelaku, surat, nama_surat, "ketentuan", boleh=JENIS_SURAT)
    baru, lama = kanonik(rencana.nilai), kanonik(rencana.sebelum)
    try:
        with transaction.atomic():
            id_ = catat(
                peristiwa.USUL, pelaku, ("ketentuan", uid), alasan=alasan,
                sebelum={"kode": kode, "kunci": sel, "nilai": lama},
                sesudah={"kode": kode, "kunci": sel, "nilai": baru, "berlaku": berlaku, "dasar": dasar.strip(),
                         "surat": lampiran.id, "dampak": dampak},
            )  # fmt: skip
            UsulTimpa.objects.create(
                uid=uid, kode=kode, kunci=sel, berlaku=berlaku, nilai=baru, sebelum=lama, alasan=alasan,
                dasar=dasar.strip(), surat=lampiran.id, dampak=dampak, diusulkan_oleh=oleh, dicatat=sekarang(),
                jejak_buka=id_,
            )  # fmt: skip
    except IntegrityError:
        raise MasukanSalah(
            _(
                "Sudah ada usul yang menunggu untuk nilai dan tanggal ini. Tunggu putusannya, atau tarik dulu."
            ),
            "berlaku",
        ) from None
    return Hasil(uid)


@pintu("ketentuan.tarik")
def tarik(pelaku: Pelaku, *, usul: UUID, alasan: str, kunci: UUID) -> Hasil:
    """Menarik usul sendiri sebelum diputus."""
    u = _usul(usul)
    pastikan(pelaku, "ketentuan.usul", u, lihat="ketentuan.lihat")
    if u.diusulkan_oleh != pelaku.orang:
        raise TidakBoleh(_("Hanya pengusulnya yang dapat menarik usul ini."))
    _tutup_usul(pelaku, u, peristiwa.TARIK, _alasan(alasan))
    return Hasil(u.uid)


@pintu("ketentuan.tolak")
def tolak(pelaku: Pelaku, *, usul: UUID, alasan: str, kunci: UUID) -> Hasil:
    """Tidak menyetujui usul orang lain; alasannya sampai kepada pengusul."""
    u = _usul_orang_lain(pelaku, usul)
    _tutup_usul(pelaku, u, peristiwa.TOLAK, _alasan(alasan))
    return Hasil(u.uid)


@pintu("ketentuan.setujui")
def setujui(pelaku: Pelaku, *, usul: UUID, kunci: UUID) -> Hasil:
    """Menyetujui usul orang lain. Dipakai menghitung sesudah jedanya, kecuali disegerakan orang ketiga.

    Usul diperiksa lagi atas keadaan sekarang. Hasil: uid ketentuan.
    """
    u = _usul_orang_lain(pelaku, usul)
    nilai = beku(pulih(u.nilai))
    rencana = usulan.periksa(u.kode, u.kunci, u.berlaku, nilai, u.dasar)
    saat = sesudah(u.dicatat)
    mulai = saat + timedelta(hours=int(selectors.buku(hari_ini()).nilai("ketentuan_jeda_jam")))
    uid = uuid7()
    id_ = catat(
        peristiwa.SETUJU, pelaku, ("ketentuan", u.uid),
        sebelum={"kode": u.kode, "kunci": u.kunci, "nilai": kanonik(rencana.sebelum)},
        sesudah={"kode": u.kode, "kunci": u.kunci, "nilai": u.nilai, "berlaku": u.berlaku, "dasar": u.dasar,
                 "dipakai_mulai": mulai, "dampak": [list(d) for d in rencana.dampak()]},
    )  # fmt: skip
    tutup(UsulTimpa, u.id, saat, id_)
    try:
        with transaction.atomic():
            Timpa.objects.create(
                uid=uid, usul=u, kode=u.kode, kunci=u.kunci, berlaku=u.berlaku, nilai=u.nilai, alasan=u.alasan,
                dasar=u.dasar, surat=u.surat, diusulkan_oleh=u.diusulkan_oleh, disetujui_oleh=_orang(pelaku),
                dipakai_mulai=mulai, dicatat=saat, jejak_buka=id_,
            )  # fmt: skip
    except IntegrityError:
        raise BedaVersi(_("Ketentuan untuk nilai dan tanggal ini sudah ada. Muat ulang halaman.")) from None
    antre(KERJA_DIPAKAI, str(uid), uuid_dari(KERJA_DIPAKAI, uid), mulai)
    return Hasil(uid, {"dipakai_mulai": mulai.isoformat()})


@pintu("ketentuan.segerakan")
def segerakan(pelaku: Pelaku, *, ketentuan: UUID, alasan: str, kunci: UUID) -> Hasil:
    """Orang ketiga meniadakan jeda satu ketentuan yang sudah disetujui."""
    t = _timpa(ketentuan)
    pastikan(pelaku, "ketentuan.segera", t, lihat="ketentuan.lihat")
    oleh = _orang(pelaku)
    if oleh in {t.diusulkan_oleh, t.disetujui_oleh}:
        raise TidakBoleh(_("Yang menyegerakan harus orang ketiga, bukan pengusul atau penyetujunya."))
    alasan = _alasan(alasan)
    if selectors.mulai_dipakai(t) <= sekarang():
        raise BedaVersi(_("Ketentuan ini sudah dipakai. Muat ulang halaman."))
    id_ = catat(
        peristiwa.SEGERA, pelaku, ("ketentuan", t.usul.uid), alasan=alasan,
        sebelum={**_isi(t), "dipakai_mulai": t.dipakai_mulai}, sesudah={**_isi(t), "dipakai_mulai": sekarang()},
    )  # fmt: skip
    try:
        with transaction.atomic():
            Segera.objects.create(
                timpa=t, oleh=oleh, diusulkan_oleh=t.diusulkan_oleh, disetujui_oleh=t.disetujui_oleh, alasan=alasan,
                dicatat=sekarang(), jejak_id=id_,
            )  # fmt: skip
    except IntegrityError:
        raise BedaVersi(_("Ketentuan ini sudah disegerakan orang lain. Muat ulang halaman.")) from None
    return Hasil(t.uid)


@pintu("ketentuan.cabut")
def cabut(pelaku: Pelaku, *, ketentuan: UUID, alasan: str, kunci: UUID) -> Hasil:
    """Mencabut ketentuan: barisnya ditutup dan nilai nasional dipakai lagi seketika. Larian beku tidak berubah."""
    t = _timpa(ketentuan)
    pastikan(pelaku, "ketentuan.cabut", t, lihat="ketentuan.lihat")
    _orang(pelaku)
    alasan, saat = _alasan(alasan), sesudah(t.dicatat)
    nasional = usulan.versi_pada(t.kode, t.berlaku)[1].nilai
    kembali = nasional[t.kunci] if t.kunci else nasional
    id_ = catat(
        peristiwa.CABUT, pelaku, ("ketentuan", t.usul.uid), alasan=alasan,
        sebelum=_isi(t), sesudah={"kode": t.kode, "kunci": t.kunci, "nilai": kanonik(kembali)},
    )  # fmt: skip
    tutup(Timpa, t.id, saat, id_)
    return Hasil(t.uid)


def mulai_dipakai(pelaku: Pelaku, ketentuan: UUID) -> bool:
    """Mencatat bahwa jeda satu ketentuan lewat; dipanggil pekerjaan latar dalam transaksinya. True bila dicatat.

    Yang dicabut atau disegerakan lebih dulu tidak dicatat lagi.
    """
    t = Timpa.objects.filter(uid=ketentuan, ditutup=None, segera=None).select_related("usul").first()
    if t is None:
        return False
    catat(peristiwa.DIPAKAI, pelaku, ("ketentuan", t.usul.uid), sesudah=_isi(t))
    return True


def _isi(t: Timpa) -> dict[str, Any]:
    return {"kode": t.kode, "kunci": t.kunci, "nilai": t.nilai, "berlaku": t.berlaku, "dasar": t.dasar}


def _orang(pelaku: Pelaku) -> UUID:
    """Ketentuan selalu atas nama orang: sistem pun tidak boleh menetapkannya."""
    if pelaku.orang is None:
        raise TidakBoleh(_("Ketentuan daerah ditetapkan orang, bukan sistem."))
    return pelaku.orang


def _alasan(teks: str) -> str:
    rapi = " ".join(teks.split())
    if len(rapi) < ALASAN_TERPENDEK:
        raise MasukanSalah(
            _("Tulis alasannya, paling sedikit %(n)s huruf.") % {"n": ALASAN_TERPENDEK}, "alasan"
        )
    return rapi


def _usul(uid: UUID) -> UsulTimpa:
    u = UsulTimpa.objects.filter(uid=uid).first()
    if u is None:
        raise TidakAda(_("Ketentuan ini tidak ada."))
    return u


def _usul_orang_lain(pelaku: Pelaku, uid: UUID) -> UsulTimpa:
    u = _usul(uid)
    pastikan(pelaku, "ketentuan.setujui", u, lihat="ketentuan.lihat")
    if _orang(pelaku) == u.diusulkan_oleh:
        raise TidakBoleh(_("Usul ini harus diputus orang lain, bukan pengusulnya."))
    return u


def _timpa(uid: UUID) -> Timpa:
    t = Timpa.objects.select_related("usul", "segera").filter(uid=uid).first()
    if t is None:
        raise TidakAda(_("Ketentuan ini tidak ada."))
    return t


def _tutup_usul(pelaku: Pelaku, u: UsulTimpa, jenis: str, alasan: str) -> None:
    id_ = catat(
        jenis, pelaku, ("ketentuan", u.uid), alasan=alasan,
        sebelum={"kode": u.kode, "kunci": u.kunci, "nilai": u.nilai, "berlaku": u.berlaku},
        sesudah={"kode": u.kode, "kunci": u.kunci, "nilai": u.sebelum},
    )  # fmt: skip
    tutup(UsulTimpa, u.id, sesudah(u.dicatat), id_)
