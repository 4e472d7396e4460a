"""Pintu tulis antrean: mengambil nomor, memanggil, mengakhiri, menggabungkan dengan permohonan, mengatur loket."""

from uuid import UUID

from django.db.models import F
from django.utils.translation import gettext as _

from kasuari.dasar.akun.izin import pastikan
from kasuari.dasar.inti.galat import BedaVersi, MasukanSalah, TidakAda
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.waktu import hari_ini, sekarang
from kasuari.dasar.jejak.pintu import Hasil, pintu
from kasuari.dasar.jejak.service import catat
from kasuari.dasar.organisasi.models import Unit, UnitKini
from kasuari.masyarakat.antrean import peristiwa, selectors
from kasuari.masyarakat.antrean.models import HariAntre, Karcis, Loket
from kasuari.masyarakat.layanan import selectors as layanan

HIDUP = ("menunggu", "dipanggil")


@pintu("antrean.ambil")
def ambil(
    pelaku: Pelaku, *, unit: str, prioritas: bool = False, kode_permohonan: str = "", kunci: UUID
) -> Hasil:
    """Mengambil satu nomor hari ini di unit berkode `unit`. Hasil: id karcis. Siapa pun boleh, tanpa masuk.

    Galat: `TidakAda` (unit tanpa loket), `MasukanSalah` (loketnya tutup, kode permohonan salah).
    """
    u = selectors.unit_antre(unit)
    if not u.dibuka:
        raise MasukanSalah(_("Loket di unit ini sedang tutup. Datang lagi pada jam kerja."))
    permohonan = None
    if kode_permohonan.strip():
        permohonan = layanan.menurut_kode(kode_permohonan)
        if permohonan is None:
            raise MasukanSalah(
                _("Kode permohonan ini tidak ada. Periksa lagi hurufnya, atau kosongkan."), "kode_permohonan"
            )
    HariAntre.objects.get_or_create(unit=u.unit, hari=hari_ini())
    milik = HariAntre.objects.filter(unit=u.unit, hari=hari_ini())
    milik.update(terakhir=F("terakhir") + 1)  # mengunci barisnya sampai transaksi selesai
    k = Karcis.objects.create(
        unit=u.unit, hari=hari_ini(), nomor=milik.values_list("terakhir", flat=True).get(), prioritas=prioritas,
        permohonan=permohonan, diambil=sekarang(),
    )  # fmt: skip
    catat(
        peristiwa.DIAMBIL,
        pelaku,
        ("karcis", k.id),
        sesudah={"unit": unit, "nomor": k.nomor, "prioritas": prioritas},
    )
    return Hasil(k.id)


@pintu("antrean.batal")
def batal(pelaku: Pelaku, *, karcis: UUID, kunci: UUID) -> Hasil:
    """Membatalkan nomor sendiri; yang memegang alamat karcisnya boleh. Yang sudah berakhir tidak berubah."""
    k = selectors.karcis(karcis)
    if _akhiri(k, "batal", dari=("menunggu",)):
        catat(peristiwa.DIAKHIRI, pelaku, ("karcis", k.id), sesudah={"keadaan": "batal"})
    return Hasil(k.id)


def _akhiri(k: Karcis, keadaan: str, dari: tuple[str, ...]) -> bool:
    return bool(Karcis.objects.filter(id=k.id, keadaan__in=dari).update(keadaan=keadaan, selesai=sekarang()))


@pintu("antrean.panggil")
def panggil(pelaku: Pelaku, *, loket: UUID, kunci: UUID) -> Hasil:
    """Menyelesaikan yang sedang dilayani di loket itu, lalu memanggil yang berikutnya. Hasil: id karcis, atau kosong.

    Yang didahulukan dipanggil lebih dulu. Dua loket yang menekan bersama mendapat nomor yang berbeda.
    Galat: `TidakAda`, `MasukanSalah` (loketnya tutup).
    """
    milik = selectors.loket(pelaku, loket)
    if not milik.buka:
        raise MasukanSalah(_("Loket ini ditutup. Buka dulu di Atur loket."))
    Loket.objects.select_for_update().get(id=milik.id)
    for k in Karcis.objects.filter(loket=milik, keadaan="dipanggil"):
        _akhiri(k, "selesai", dari=("dipanggil",))
        catat(peristiwa.DIAKHIRI, pelaku, ("karcis", k.id), sesudah={"keadaan": "selesai"})
    while (berikut := selectors.antre(milik.unit_id).values_list("id", flat=True).first()) is not None:
        dapat = Karcis.objects.filter(id=berikut, keadaan="menunggu").update(
            keadaan="dipanggil", loket=milik, dipanggil=sekarang(), panggilan=1
        )
        if dapat:
            catat(peristiwa.DIPANGGIL, pelaku, ("karcis", berikut), sesudah={"loket": milik.nama})
            return Hasil(berikut)
    return Hasil()


@pintu("antrean.panggil_lagi")
def panggil_lagi(pelaku: Pelaku, *, karcis: UUID, kunci: UUID) -> Hasil:
    """Memanggil sekali lagi nomor yang sedang dipanggil. Galat: `TidakAda`, `BedaVersi`."""
    k = _milik(pelaku, karcis)
    if not Karcis.objects.filter(id=k.id, keadaan="dipanggil").update(panggilan=F("panggilan") + 1):
        raise BedaVersi(_("Nomor ini sudah berakhir. Muat ulang halaman."))
    catat(peristiwa.DIPANGGIL, pelaku, ("karcis", k.id), sesudah={"panggilan": k.panggilan + 1})
    return Hasil(k.id)


@pintu("antrean.akhiri")
def akhiri(pelaku: Pelaku, *, karcis: UUID, keadaan: str, kunci: UUID) -> Hasil:
    """`keadaan`: selesai, atau lewat bila orangnya tidak datang. Galat: `TidakAda`, `BedaVersi`, `MasukanSalah`."""
    k = _milik(pelaku, karcis)
    if keadaan not in ("selesai", "lewat"):
        raise MasukanSalah(_("Pilih selesai atau tidak datang."), "keadaan")
    if not _akhiri(k, keadaan, dari=("dipanggil",)):
        raise BedaVersi(_("Nomor ini sudah berakhir. Muat ulang halaman."))
    catat(peristiwa.DIAKHIRI, pelaku, ("karcis", k.id), sesudah={"keadaan": keadaan})
    return Hasil(k.id)


@pintu("antrean.gabung")
def gabung(pelaku: Pelaku, *, karcis: UUID, kode: str, kunci: UUID) -> Hasil:
    """Menggabungkan nomor yang sedang dilayani dengan permohonannya. Galat: `TidakAda`, `MasukanSalah`."""
    k = _milik(pelaku, karcis)
    p = layanan.menurut_kode(kode)
    if p is None or p.unit_id != k.unit_id:
        raise MasukanSalah(_("Kode ini tidak ada di unit ini. Periksa lagi hurufnya."), "kode")
    Karcis.objects.filter(id=k.id).update(permohonan=p)
    catat(peristiwa.DIGABUNG, pelaku, ("karcis", k.id), sesudah={"permohonan": p.kode})
    return Hasil(k.id)


def _milik(pelaku: Pelaku, uid: UUID) -> Karcis:
    """Karcis yang loketnya dilayani pelaku."""
    k = Karcis.objects.select_related("loket", "unit").filter(id=uid).first()
    if k is None or k.loket is None:
        raise TidakAda(_("Nomor antre ini tidak ada."))
    selectors.loket(pelaku, k.loket.uid)
    return k


@pintu("antrean.loket")
def atur_loket(
    pelaku: Pelaku, *, unit: UUID, nama: str, buka: bool, loket: UUID | None = None, kunci: UUID
) -> Hasil:
    """Membuat loket, atau mengganti nama dan buka-tutupnya. Hasil: UUID loket.

    Galat: `MasukanSalah` (nama kosong, kembar, atau masih melayani), `TidakAda`, `TidakBoleh`.
    """
    pastikan(pelaku, "antrean.atur")
    u = UnitKini.objects.select_related("unit").filter(unit__uid=unit).first()
    if u is None or u.unit_id not in {x.unit_id for x in selectors.unit_layanan(pelaku)}:
        raise TidakAda(_("Unit ini tidak ada."))
    nama = " ".join(nama.split())
    if not 1 <= len(nama) <= 40:
        raise MasukanSalah(_("Beri nama loket, paling panjang 40 huruf. Contoh: Loket 1."), "nama")
    if Loket.objects.filter(unit=u.unit, nama=nama).exclude(uid=loket).exists():
        raise MasukanSalah(_("Nama loket ini sudah dipakai di unit ini."), "nama")
    milik = (
        Loket.objects.select_for_update().filter(uid=loket, unit=u.unit).first()
        if loket
        else Loket(unit=u.unit)
    )
    if milik is None:
        raise TidakAda(_("Loket ini tidak ada."))
    if not buka and milik.id and Karcis.objects.filter(loket=milik, keadaan="dipanggil").exists():
        raise MasukanSalah(_("Loket ini masih melayani. Selesaikan dulu nomornya."), "buka")
    sebelum = {"nama": milik.nama, "buka": milik.buka} if milik.id else None
    milik.nama, milik.buka = nama, buka
    milik.save()
    catat(
        peristiwa.LOKET, pelaku, ("loket", milik.uid), sebelum=sebelum, sesudah={"nama": nama, "buka": buka}
    )
    return Hasil(milik.uid)


def karcis_hidup(uid: UUID, unit: Unit) -> Karcis | None:
    """Karcis itu bila masih berlaku hari ini di unit itu: satu HP satu nomor."""
    return Karcis.objects.filter(id=uid, unit=unit, hari=hari_ini(), keadaan__in=HIDUP).first()
