"""Menjalankan kasus. Satu langkah = satu transaksi: keadaan, jejak, empat mata, tunggu, dan efeknya bersama.

Ruang lain memanggil `mulai` dan `langkahkan` di dalam transaksi pintunya sendiri; `jalankan` adalah pintu
lengkap bagi langkah yang tidak membawa isian.
"""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils.translation import gettext as _

from kasuari.aturan.tenggat import Kalender, aturan_tenggat, hitung_tenggat
from kasuari.aturan.tenggat.kalender import TahunTanpaLibur
from kasuari.dasar.alur import kabar, peristiwa
from kasuari.dasar.alur.models import Kasus, LangkahKasus, Pisah, Tunggu
from kasuari.dasar.alur.proses import Langkah, Proses, ambil
from kasuari.dasar.alur.siapa import Bertindak, Pemohon, Sasaran, bertindak, syarat_tunggu
from kasuari.dasar.inti.galat import BedaVersi, MasukanSalah, TidakAda, TidakBoleh
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.sandi import enkripsi
from kasuari.dasar.inti.waktu import hari_ini, sekarang
from kasuari.dasar.jejak.pintu import Hasil, pintu
from kasuari.dasar.jejak.service import catat
from kasuari.dasar.ketentuan import selectors as ketentuan
from kasuari.dasar.orang.models import Orang


def mulai(
    pelaku: Pelaku,
    proses: Proses,
    *,
    unit_id: int,
    pemohon: Orang | None,
    sambung: Callable[[Kasus], None] | None = None,
) -> Kasus:
    """Membuka kasus di tahap awalnya, dalam transaksi pemanggil yang sudah memeriksa izinnya.

    `sambung` menulis benda ruang pemanggil sebelum dicari siapa yang ditunggu, bila itu bergantung pada bendanya.
    """
    kasus = Kasus.objects.create(
        proses=proses.kode, versi_proses=proses.versi, keadaan=proses.awal, unit_id=unit_id, pemohon=pemohon,
        dibuat=sekarang(),
    )  # fmt: skip
    catat(
        peristiwa.MULAI, pelaku, ("kasus", kasus.id), sesudah={"proses": proses.kode, "keadaan": proses.awal},
        subjek=subjek(kasus, proses),
    )  # fmt: skip
    if sambung is not None:
        sambung(kasus)
    _tunggu(kasus, proses, pelaku.orang)
    return kasus


def subjek(kasus: Kasus, proses: Proses) -> list[UUID]:
    """Orang yang datanya disentuh. Proses tertutup mencatatnya sendiri, supaya pelapor tidak terbuka lebih dulu."""
    return [kasus.pemohon.uid] if kasus.pemohon and not proses.tertutup else []


@pintu("alur.jalankan")
def jalankan(pelaku: Pelaku, *, kasus: UUID, aksi: str, versi: int, alasan: str = "", kunci: UUID) -> Hasil:
    """Satu langkah tanpa isian lain. Galat: lihat `langkahkan`."""
    k = langkahkan(pelaku, kasus, aksi, versi, alasan=alasan)
    return Hasil(k.id, {"keadaan": k.keadaan, "versi": k.versi})


def langkahkan(pelaku: Pelaku, kasus_id: UUID, aksi: str, versi: int, *, alasan: str = "") -> Kasus:
    """Melakukan satu langkah di dalam transaksi pemanggil.

    Galat: `TidakAda` (kasus tidak dikenal atau bukan urusan pelaku), `BedaVersi` (orang lain lebih dulu),
    `TidakBoleh` (tidak berwenang, atau orang yang sama untuk dua mata), `MasukanSalah` (alasan wajib).
    """
    kasus = Kasus.objects.select_related("pemohon").filter(id=kasus_id).first()
    if kasus is None:
        raise TidakAda("Pengajuan ini tidak ada.")
    proses = ambil(kasus.proses, kasus.versi_proses)
    langkah, kedudukan = wewenang(pelaku, kasus, proses, aksi)
    if kasus.versi != versi:
        raise BedaVersi(_("Pengajuan ini sudah ditangani orang lain. Muat ulang halaman, lalu periksa lagi."))
    if langkah.perlu_alasan and not alasan.strip():
        raise MasukanSalah(_("Tulis alasannya, supaya pemohon tahu apa yang harus dilakukan."), "alasan")
    saat = sekarang()
    akhir = proses.menurut_kode[langkah.ke].menunggu is None
    ubah = Kasus.objects.filter(id=kasus.id, versi=versi, keadaan=langkah.dari).update(
        keadaan=langkah.ke, versi=F("versi") + 1, selesai=saat if akhir else None
    )
    if not ubah:
        raise BedaVersi(_("Pengajuan ini sudah ditangani orang lain. Muat ulang halaman, lalu periksa lagi."))
    kasus.refresh_from_db()
    baris = _catat_langkah(pelaku, kasus, proses, langkah, kedudukan, alasan.strip())
    Tunggu.objects.filter(kasus=kasus, selesai=None).update(selesai=saat)
    if langkah.efek is not None:
        langkah.efek(kasus, baris, pelaku)
    _tunggu(kasus, proses, pelaku.orang)
    kabar.berubah(kasus, baris, proses)
    return kasus


def pindahkan(pelaku: Pelaku, kasus: Kasus, unit_id: int, versi: int) -> None:
    """Mengoper kasus yang berjalan ke unit lain di dalam transaksi pemanggil: keadaannya tetap, yang ditunggu berganti.

    Galat: `BedaVersi` bila orang lain lebih dulu. Ruang pemanggil sudah memeriksa wewenang di kedua unit.
    """
    ubah = Kasus.objects.filter(id=kasus.id, versi=versi, selesai=None).update(
        unit_id=unit_id, versi=F("versi") + 1
    )
    if not ubah:
        raise BedaVersi(_("Pengajuan ini sudah ditangani orang lain. Muat ulang halaman, lalu periksa lagi."))
    proses = ambil(kasus.proses, kasus.versi_proses)
    catat(
        peristiwa.PINDAH, pelaku, ("kasus", kasus.id), sebelum={"unit": kasus.unit_id}, sesudah={"unit": unit_id},
        subjek=subjek(kasus, proses),
    )  # fmt: skip
    kasus.refresh_from_db()
    Tunggu.objects.filter(kasus=kasus, selesai=None).update(selesai=sekarang())
    _tunggu(kasus, proses, pelaku.orang)


def wewenang(pelaku: Pelaku, kasus: Kasus, proses: Proses, aksi: str) -> tuple[Langkah, Bertindak]:
    """Langkah itu dan kedudukan pelaku untuk melakukannya; galat seperti `langkahkan`."""
    langkah = proses.cari(kasus, aksi)
    if langkah is None:
        if any(x.aksi == aksi for x in proses.langkah):
            raise BedaVersi(
                _("Tindakan ini tidak ada di tahapnya yang sekarang. Muat ulang halaman, lalu periksa lagi.")
            )
        raise TidakAda("Tindakan ini tidak ada.")
    if pelaku.sistem:
        return langkah, Bertindak("sistem")
    if milik_sendiri(pelaku, kasus, proses, langkah):
        raise TidakBoleh(_("Pengajuan ini milik Anda sendiri, jadi harus diputus orang lain."))
    kedudukan = kedudukan_pelaku(pelaku, kasus, proses, langkah)
    if kedudukan is None:
        if not terlibat(pelaku, kasus):
            raise TidakAda("Pengajuan ini tidak ada.")
        raise TidakBoleh(_("Bukan Anda yang ditunggu di tahap ini."))
    return langkah, kedudukan


def pastikan_ditunggu(pelaku: Pelaku, kasus: Kasus, aksi: str) -> None:
    """Seperti `wewenang`, bagi yang sudah boleh membaca kasusnya: bukan urusannya berarti 403, bukan 404.

    Galat: `TidakBoleh`, atau `BedaVersi` bila tahapnya sudah lewat.
    """
    try:
        wewenang(pelaku, kasus, ambil(kasus.proses, kasus.versi_proses), aksi)
    except TidakAda:
        raise TidakBoleh(_("Bukan Anda yang ditunggu di tahap ini.")) from None


def milik_sendiri(pelaku: Pelaku, kasus: Kasus, proses: Proses, langkah: Langkah) -> bool:
    """Langkah yang ditunggu dari orang lain, atas pengajuan pelaku sendiri: tidak pernah boleh, siapa pun jabatannya."""
    pemohon = kasus.pemohon is not None and kasus.pemohon.uid == pelaku.orang
    return pemohon and not isinstance(proses.siapa(langkah), Pemohon)


def kedudukan_pelaku(pelaku: Pelaku, kasus: Kasus, proses: Proses, langkah: Langkah) -> Bertindak | None:
    """Kedudukan pelaku untuk langkah itu. Yang ditunggu dibaca dari tunggunya; langkah lain dari `siapa`-nya."""
    if langkah.siapa is None:
        t = Tunggu.objects.filter(kasus=kasus, selesai=None).first()
        if t is None:
            return None
        return bertindak(pelaku, Sasaran(t.pos_id, t.orang_id, t.peran), kasus, proses.izin)
    return bertindak(pelaku, langkah.siapa.sasaran(kasus), kasus, proses.izin)


def terlibat(pelaku: Pelaku, kasus: Kasus) -> bool:
    """Apakah pelaku pemohon, pernah bertindak, atau sedang ditunggu di kasus ini."""
    if kasus.pemohon is not None and kasus.pemohon.uid == pelaku.orang:
        return True
    if LangkahKasus.objects.filter(kasus=kasus, pelaku__uid=pelaku.orang).exists():
        return True
    return Tunggu.objects.filter(syarat_tunggu(pelaku), kasus=kasus, selesai=None).exists()


def _catat_langkah(
    pelaku: Pelaku, kasus: Kasus, proses: Proses, langkah: Langkah, kedudukan: Bertindak, alasan: str
) -> LangkahKasus:
    orang = Orang.objects.filter(uid=pelaku.orang).first() if pelaku.orang else None
    jejak_id = catat(
        peristiwa.LANGKAH, pelaku, ("kasus", kasus.id), alasan=alasan,
        sebelum={"keadaan": langkah.dari}, subjek=subjek(kasus, proses),
        sesudah={"proses": kasus.proses, "aksi": langkah.aksi, "keadaan": langkah.ke, "sebagai": kedudukan.sebagai},
    )  # fmt: skip
    baris = LangkahKasus.objects.create(
        kasus=kasus, urut=kasus.versi, aksi=langkah.aksi, dari=langkah.dari, ke=langkah.ke, pelaku=orang,
        atas_nama_id=kedudukan.atas_nama, sebagai=kedudukan.sebagai,
        alasan_sandi=enkripsi(alasan.encode(), "alur") if alasan else b"", jejak_id=jejak_id, waktu=sekarang(),
    )  # fmt: skip
    if langkah.pisah and orang is not None:
        _pisahkan(kasus, langkah, orang, baris)
    return baris


def _pisahkan(kasus: Kasus, langkah: Langkah, orang: Orang, baris: LangkahKasus) -> None:
    """Empat mata: orang yang sama tidak boleh melakukan dua langkah berbeda di satu kelompok.

    Mengulang langkahnya sendiri (mengirim lagi sesudah dikembalikan) boleh.
    """
    lama = (
        Pisah.objects.filter(kasus=kasus, kelompok=langkah.pisah, orang=orang)
        .select_related("langkah")
        .first()
    )
    if lama is not None and lama.langkah.aksi == langkah.aksi:
        return
    try:
        with transaction.atomic():
            Pisah.objects.create(kasus=kasus, kelompok=langkah.pisah, orang=orang, langkah=baris)
    except IntegrityError:
        raise TidakBoleh(
            _("Anda sudah bertindak di pengajuan ini, jadi langkah ini harus dilakukan orang lain.")
        ) from None


def _tunggu(kasus: Kasus, proses: Proses, pelaku_orang: UUID | None) -> None:
    """Membuka tunggu bagi tahap kini, menghitung tenggatnya, dan memberi tahu yang ditunggu."""
    tahap = proses.menurut_kode[kasus.keadaan]
    if tahap.menunggu is None:
        return
    s = tahap.menunggu.sasaran(kasus)
    if tahap.janji is not None:
        tenggat, penjelasan = tahap.janji(kasus)
    else:
        tenggat, penjelasan = _tenggat(tahap.tenggat, tahap.sejak(kasus) if tahap.sejak else hari_ini())
    t = Tunggu.objects.create(
        kasus=kasus, tahap=tahap.kode, pos_id=s.pos_id, orang_id=s.orang_id, peran=s.peran, mulai=sekarang(),
        tenggat=tenggat, penjelasan=penjelasan,
    )  # fmt: skip
    kabar.ditunggu(t, proses, pelaku_orang)


def _tenggat(kode: str, sejak: date) -> tuple[date | None, dict[str, Any]]:
    """Hari terakhir sejak satu hari menurut parameter `tenggat_<kode>` yang berlaku hari ini, dan penjelasannya."""
    if not kode:
        return None, {}
    buku = ketentuan.buku(hari_ini())
    try:
        t = hitung_tenggat(aturan_tenggat(kode, buku), sejak, Kalender(buku))
    except TahunTanpaLibur as galat:
        # libur tahun depan belum ditetapkan: pekerjaan tetap jalan, hanya batasnya belum dapat disebut
        return None, {"kode": kode, "dasar": str(galat), "keyakinan": "", "dilewati": []}
    dilewati = [[h.tanggal.isoformat(), h.alasan] for h in t.dilewati]
    tempo = t.jatuh_tempo.date() if isinstance(t.jatuh_tempo, datetime) else t.jatuh_tempo
    return tempo, {"kode": kode, "dasar": t.dasar, "keyakinan": t.keyakinan, "dilewati": dilewati}
