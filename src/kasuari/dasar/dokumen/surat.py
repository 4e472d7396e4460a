"""Surat bernomor: disiapkan dengan nomornya, dijadikan PDF, ditandatangani, dan bila perlu dicabut.

Semua fungsi dipanggil ruang lain sesudah memeriksa izinnya. `siapkan` berjalan di dalam transaksi ruang itu:
nomor, surat, dan efek di register terjadi bersama atau tidak sama sekali. PDF dan tanda tangan menyusul.
"""

import hashlib
import io
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

import segno
from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from kasuari.aturan.buku import Buku
from kasuari.dasar.dokumen import kode_sah, naskah, nomor, pdf, peristiwa, tanda
from kasuari.dasar.dokumen.aksara import pastikan_tercetak
from kasuari.dasar.dokumen.models import Berkas, Surat
from kasuari.dasar.dokumen.service import baca_berkas, simpan_isi
from kasuari.dasar.inti.galat import MasukanSalah, TidakAda
from kasuari.dasar.inti.pelaku import Pelaku, sistem
from kasuari.dasar.inti.pengenal import uuid7, uuid_dari
from kasuari.dasar.inti.sandi import dekripsi, enkripsi
from kasuari.dasar.inti.waktu import hari_ini, sekarang
from kasuari.dasar.jejak import antrean
from kasuari.dasar.jejak.antrean import antre
from kasuari.dasar.jejak.kanonik import baku
from kasuari.dasar.jejak.models import Kerja
from kasuari.dasar.jejak.service import catat
from kasuari.dasar.rupa.bentuk import tanggal_naskah


@dataclass(frozen=True, slots=True)
class Templat:
    """Satu templat satu versi. `tertutup`: halaman umum hanya menyebut 'dokumen sah' (disiplin, kesehatan, pensiun)."""

    kode: str
    versi: int
    judul: str
    berkas: str
    tertutup: bool = False
    contoh: Callable[[], Mapping[str, Any]] | None = None  # data contoh: dirender dan dibaca lagi di `tests`


DAFTAR: dict[tuple[str, int], Templat] = {}
# Ruang pemilik surat mendengar surat selesai atau dicabut dengan mendaftarkan fungsinya: kode templat -> fungsi.
SESUDAH: dict[str, Callable[[Surat], None]] = {}
# Surat yang bahkan petugas surat hanya melihatnya bila bertugas di perkaranya: kode templat -> kueri id surat bagi pelaku.
TERBATAS: dict[str, Callable[[Pelaku], "QuerySet[Any, UUID]"]] = {}


def daftarkan(templat: Templat, sesudah: Callable[[Surat], None] | None = None) -> Templat:
    """Versi lama tetap terdaftar: surat lama harus dapat dibuat ulang byte demi byte."""
    kunci = (templat.kode, templat.versi)
    if kunci in DAFTAR:
        raise ValueError(f"Templat surat {kunci} didaftarkan dua kali.")
    DAFTAR[kunci] = templat
    if sesudah is not None:
        SESUDAH[templat.kode] = sesudah
    return templat


def batasi(templat: Templat, terbuka: Callable[[Pelaku], "QuerySet[Any, UUID]"]) -> None:
    """Ruang pemilik templat menyatakan surat mana yang boleh dilihat pelaku di meja surat."""
    TERBATAS[templat.kode] = terbuka


@dataclass(frozen=True)
class BarisSurat:
    """Isi satu surat. `penandatangan`: {"nama", "nip", "jabatan"}. `nomor`: nomor cadangan yang dipakai, bila ada.

    `subjek`: orang yang disebut; pada keputusan berlampiran satu orang satu baris, urut seperti barisnya, supaya
    petikannya tahu tentang siapa.

    `nomor_teks`: nomor dari kantor pencatat; serinya lalu hanya menghitung urutannya sendiri.
    """

    data: Mapping[str, Any]
    penandatangan: Mapping[str, str]
    subjek: Sequence[UUID] = ()
    ringkas_publik: Mapping[str, str] = field(default_factory=dict)
    nomor: int | None = None
    nomor_teks: str = ""
    unit: int | None = None  # id unit yang suratnya dilayani: pengelola kepegawaiannya ikut melihat


def siapkan(
    pelaku: Pelaku, templat: Templat, seri: str, baris: Sequence[BarisSurat], buku: Buku, *,
    tanggal: date | None = None, kelompok: UUID | None = None,
) -> list[Surat]:  # fmt: skip
    """Menomori dan menyimpan surat-surat di dalam transaksi pemanggil; tanda tangannya menyusul di latar.

    Galat: `MasukanSalah` bila pola nomor serinya belum ditetapkan, nomor cadangannya tidak tersedia, tidak ada pejabat
    yang menandatangani, atau isinya memuat tanda yang tidak dapat dicetak.
    """
    if not all(b.penandatangan.get("nama") for b in baris):
        raise MasukanSalah("Surat ini belum punya pejabat yang menandatangani.", "penandatangan")
    for b in baris:
        pastikan_tercetak([b.data, b.penandatangan])
    tanggal = tanggal or hari_ini()
    ambil = iter(nomor.ambil(seri, tanggal.year, n) if (n := sum(b.nomor is None for b in baris)) else ())
    jejak_id = catat(
        peristiwa.DISIAPKAN, pelaku, ("surat", None), subjek=list(dict.fromkeys(s for b in baris for s in b.subjek)),
        sesudah={"templat": templat.kode, "seri": seri, "banyak": len(baris)},
    )  # fmt: skip
    hasil = []
    for b in baris:
        if b.nomor is not None:
            nomor.pakai_cadangan(seri, tanggal.year, b.nomor)
        ke = next(ambil) if b.nomor is None else b.nomor
        hasil.append(
            _baru(
                templat, b.data, jejak_id, seri=seri, tahun=tanggal.year, nomor=ke,
                nomor_teks=b.nomor_teks or nomor.tulis(seri, tanggal, ke, buku), tanggal=tanggal,
                ringkas_publik=dict(b.ringkas_publik), kelompok=kelompok, penandatangan=dict(b.penandatangan),
                unit_id=b.unit, subjek=[str(x) for x in b.subjek],
            )
        )  # fmt: skip
    Surat.objects.bulk_create(hasil, batch_size=200)
    for s in hasil:
        antrekan(s)
    return hasil


def _baru(templat: Templat, data: Mapping[str, Any], jejak_id: int, **lain: Any) -> Surat:
    beku = baku(data)
    return Surat(
        id=uuid7(), kode_verifikasi=kode_sah.baru(), templat=templat.kode, versi_templat=templat.versi,
        data=enkripsi(beku, "surat"), data_sidik=hashlib.sha256(beku).hexdigest(), basah=settings.TANDA == "basah",
        dibuat=sekarang(), jejak_id=jejak_id, **lain,
    )  # fmt: skip


def kunci_kerja(surat: Surat) -> UUID:
    return uuid_dari("surat.tanda", surat.id)


def antrekan(surat: Surat) -> None:
    """Menyerahkan surat kepada penandatangan di latar; yang basah atau belum bernomor menunggu orang."""
    if not surat.basah and surat.nomor_teks:
        antre("surat.tanda", str(surat.id), kunci_kerja(surat))


def serahkan(surat_id: UUID) -> None:
    """Sesudah nomornya berubah: diserahkan lagi, juga bila pekerjaan lamanya sudah selesai tanpa hasil."""
    surat = Surat.objects.get(id=surat_id)
    antrekan(surat)
    antrean.ulangi([kunci_kerja(surat)])


def petikan(
    pelaku: Pelaku, surat: Surat, baris: int | None = None, *, penandatangan: Mapping[str, str] | None = None,
    subjek: Sequence[UUID] = (), ringkas_publik: Mapping[str, str] | None = None, unit: int | None = None,
    kelompok: UUID | None = None,
) -> Surat:  # fmt: skip
    """Petikan keputusan yang sudah ditandatangani: hanya `baris` lampirannya (dari 0), nomor sama, kode sendiri.

    `penandatangan`: yang menyatakannya sesuai dengan aslinya; bawaannya penanda tangan aslinya. Di dalam transaksi
    pemanggil. Galat: `MasukanSalah` bila aslinya belum ditandatangani, dicabut, atau barisnya sudah dipetik.
    """
    return _turunkan(
        pelaku, surat, "petikan", baris, None, penandatangan=penandatangan, subjek=subjek,
        ringkas_publik=ringkas_publik, unit=unit, kelompok=kelompok,
    )  # fmt: skip


def salinan(
    pelaku: Pelaku, surat: Surat, tembusan: Sequence[str], *, penandatangan: Mapping[str, str] | None = None,
    kelompok: UUID | None = None,
) -> Surat:  # fmt: skip
    """Salinan lengkap keputusan yang sudah ditandatangani, bagi `tembusan`. Galat seperti `petikan`."""
    if not tembusan:
        raise MasukanSalah(_("Sebut kepada siapa salinan ini disampaikan."), "tembusan")
    pastikan_tercetak(tembusan, "tembusan")
    return _turunkan(
        pelaku, surat, "salinan", None, tembusan, penandatangan=penandatangan, kelompok=kelompok,
        unit=surat.unit_id,
    )  # fmt: skip


def _turunkan(
    pelaku: Pelaku, surat: Surat, bentuk: str, baris: int | None, tembusan: Sequence[str] | None, *,
    penandatangan: Mapping[str, str] | None, subjek: Sequence[UUID] = (), ringkas_publik: Mapping[str, str] | None = None,
    unit: int | None = None, kelompok: UUID | None = None,
) -> Surat:  # fmt: skip
    induk = Surat.objects.select_for_update().get(id=surat.id)
    if induk.status != Surat.Status.DITANDATANGANI:
        raise MasukanSalah(
            _("Petikan dan salinan hanya dibuat dari surat yang sudah ditandatangani dan berlaku.")
        )
    data = naskah.turunan(isi(induk), bentuk, induk.penandatangan, baris)
    if tembusan is not None:
        data["tembusan"] = list(tembusan)
    petik = (baris or 0) if bentuk == "petikan" else None
    subjek = subjek or _subjek_baris(induk, data, petik)
    sudah = (
        None
        if petik is None
        else induk.turunan.filter(petik=petik).exclude(status=Surat.Status.DICABUT).first()
    )
    if sudah is not None:
        raise MasukanSalah(_("Sudah ada petikannya, kode %(k)s.") % {"k": sudah.kode_verifikasi}, "baris")
    jejak_id = catat(
        peristiwa.DITURUNKAN, pelaku, ("surat", induk.id), subjek=list(subjek),
        sesudah={"nomor": induk.nomor_teks, "bentuk": bentuk, "baris": petik},
    )  # fmt: skip
    hasil = _baru(
        DAFTAR[induk.templat, induk.versi_templat], data, jejak_id, seri=induk.seri, tahun=induk.tahun, nomor=induk.nomor,
        sisip=induk.sisip, sisip_alasan=induk.sisip_alasan, nomor_teks=induk.nomor_teks, tanggal=induk.tanggal,
        ringkas_publik=dict(ringkas_publik or {}), kelompok=kelompok, penandatangan=dict(penandatangan or induk.penandatangan),
        unit_id=unit, subjek=[str(x) for x in subjek], induk=induk, bentuk=bentuk, petik=petik,
    )  # fmt: skip
    hasil.save(force_insert=True)
    antrekan(hasil)
    return hasil


def _subjek_baris(induk: Surat, data: Mapping[str, Any], petik: int | None) -> list[UUID]:
    """Orang di baris yang dipetik bila keputusannya menyebut satu orang satu baris; selain itu semuanya."""
    semua = [UUID(x) for x in induk.subjek]
    sebaris = petik is not None and data["lampiran"] is not None
    return [semua[petik]] if sebaris and len(semua) == len(isi(induk)["lampiran"]["baris"]) else semua  # type: ignore[index]


def isi(surat: Surat) -> dict[str, Any]:
    """Data beku surat; ruang pemanggil sudah memeriksa izin."""
    return dict(json.loads(dekripsi(surat.data, "surat")))


def buat_pdf(surat: Surat) -> bytes:
    """PDF tanpa tanda tangan: fungsi murni dari templat dan data bekunya. Galat: `MasukanSalah` bila belum bernomor."""
    if not surat.nomor_teks:
        raise MasukanSalah(_("Isi dulu nomor surat dari kantor pencatat."), "nomor")
    templat = DAFTAR[surat.templat, surat.versi_templat]
    alamat = f"{settings.ALAMAT}/sah/{surat.kode_verifikasi}/"
    keluar = io.BytesIO()
    segno.make(alamat, error="m").save(keluar, kind="svg", border=0)
    data = {
        "tanggal_teks": tanggal_naskah(surat.tanggal), **isi(surat), "nomor": surat.nomor_teks,
        "tanggal": surat.tanggal.isoformat(), "kode": surat.kode_verifikasi,
        "alamat_sah": alamat, "qr": keluar.getvalue().decode(), "penandatangan": surat.penandatangan,
        "elektronik": not surat.basah,
    }  # fmt: skip
    return pdf.buat(templat.berkas, data)


def tandatangani(surat_id: UUID) -> bool:
    """Membuat PDF, menandatanganinya, dan menyimpan hasilnya; False bila orang lain sudah lebih dulu.

    Berkas ditulis menurut isinya dahulu, baru surat diubah bila masih `disiapkan`: dua pekerja menghasilkan
    satu surat; berkas yang kalah disapu kemudian. Galat: `tanda.TandaGagal`.
    """
    siap = Surat.objects.filter(id=surat_id, status=Surat.Status.DISIAPKAN, basah=False)
    surat = siap.exclude(nomor_teks="").first()
    tangan = tanda.penandatangan()
    if surat is None or tangan is None:
        return False
    hasil = tangan.tandatangani(
        buat_pdf(surat), surat.penandatangan, DAFTAR[surat.templat, surat.versi_templat].judul
    )
    return selesai(sistem("penandatangan"), surat, simpan_isi(hasil, "pdf"), "elektronik")


def selesai(pelaku: Pelaku, surat: Surat, berkas: Berkas, cara: str) -> bool:
    """Surat ditandatangani; False bila orang lain lebih dulu, atau nomor atau caranya berubah sejak dibaca.

    Aslinya dikunci lebih dulu: petikan yang selesai sesudah aslinya dicabut ikut dicabut, apa pun urutannya.
    """
    with transaction.atomic():
        induk = Surat.objects.select_for_update().get(id=surat.induk_id) if surat.induk_id else None
        ubah = Surat.objects.filter(
            id=surat.id, status=Surat.Status.DISIAPKAN, basah=surat.basah, nomor_teks=surat.nomor_teks, tanggal=surat.tanggal
        ).update(status=Surat.Status.DITANDATANGANI, berkas=berkas, cara=cara, ditandatangani=sekarang())  # fmt: skip
        if not ubah:
            return False
        surat.refresh_from_db()
        catat(
            peristiwa.DITANDATANGANI, pelaku, ("surat", surat.id),
            sesudah={"nomor": surat.nomor_teks, "cara": cara, "sha256": bytes(berkas.sidik).hex()},
        )  # fmt: skip
        if induk is not None:
            if induk.status == Surat.Status.DICABUT:
                cabut(pelaku, surat, f"Aslinya dicabut: {induk.alasan_cabut}")
        elif (sesudah := SESUDAH.get(surat.templat)) is not None:
            sesudah(surat)
    return True


def cabut(pelaku: Pelaku, surat: Surat, alasan: str) -> None:
    """Mencabut surat dan petikan serta salinannya di dalam transaksi pemanggil.

    Berkasnya tetap, halaman umum menyebutnya dicabut.
    """
    if not alasan.strip():
        raise MasukanSalah("Tulis dasar atau alasan pencabutan.", "alasan")
    ubah = Surat.objects.filter(id=surat.id, status=Surat.Status.DITANDATANGANI).update(
        status=Surat.Status.DICABUT, dicabut=sekarang(), alasan_cabut=alasan.strip()[:300]
    )
    if not ubah:
        raise MasukanSalah("Hanya surat yang sudah ditandatangani dan masih berlaku dapat dicabut.")
    surat.refresh_from_db()
    catat(peristiwa.DICABUT, pelaku, ("surat", surat.id), sebelum={"nomor": surat.nomor_teks}, alasan=alasan)
    for t in Surat.objects.filter(induk=surat, status=Surat.Status.DITANDATANGANI):
        cabut(pelaku, t, f"Aslinya dicabut: {alasan.strip()}")


def baca(surat: Surat) -> bytes:
    """PDF yang ditandatangani; ruang pemanggil sudah memeriksa izin."""
    if surat.berkas is None:
        raise TidakAda("Surat ini belum ditandatangani.")
    return baca_berkas(surat.berkas)


def menurut_kode(tulisan: str) -> Surat | None:
    """Surat menurut kode verifikasi yang diketik orang; None bila salah ketik atau tidak ada."""
    kode = kode_sah.rapikan(tulisan)
    return Surat.objects.select_related("berkas").filter(kode_verifikasi=kode).first() if kode else None


def sama_isi(surat: Surat, unggahan: bytes) -> bool:
    """Apakah berkas yang diunggah sama byte demi byte dengan surat yang ditandatangani."""
    return surat.berkas is not None and hashlib.sha256(unggahan).digest() == bytes(surat.berkas.sidik)


@dataclass(frozen=True)
class Kemajuan:
    """Kemajuan sekelompok surat yang terbit bersama. `gagal`: tanda tangannya tertunda atau menyerah; `basah`: menunggu orang."""

    jumlah: int
    selesai: int
    gagal: int = 0
    basah: int = 0


def kemajuan(kelompok: UUID) -> Kemajuan:
    semua = Surat.objects.filter(kelompok=kelompok)
    belum = semua.filter(status=Surat.Status.DISIAPKAN)
    return Kemajuan(
        semua.count(), semua.exclude(status=Surat.Status.DISIAPKAN).count(), len(gagal(kelompok)), belum.filter(basah=True).count()
    )  # fmt: skip


def sebab_gagal(surat: Surat) -> str:
    """Sebab tanda tangan elektronik surat ini terakhir gagal; kosong bila tidak pernah, atau sudah jadi."""
    if surat.status != Surat.Status.DISIAPKAN or surat.basah:
        return ""
    kerja = Kerja.objects.filter(jenis="surat.tanda", kunci=kunci_kerja(surat))
    return kerja.values_list("galat", flat=True).first() or ""


def gagal(kelompok: UUID) -> list[tuple[Surat, str]]:
    """Surat kelompok ini yang tanda tangannya gagal paling sedikit sekali, dengan sebabnya."""
    belum = Surat.objects.filter(kelompok=kelompok, status=Surat.Status.DISIAPKAN, basah=False)
    surat = {str(s.id): s for s in belum.defer("data").order_by("tahun", "nomor", "sisip")}
    kerja = Kerja.objects.filter(jenis="surat.tanda", kunci__in=[kunci_kerja(s) for s in surat.values()])
    sebab = {k.rujukan: k.galat for k in kerja.exclude(galat="")}
    return [(s, sebab[n]) for n, s in surat.items() if n in sebab]


def ulangi(pelaku: Pelaku, kelompok: UUID) -> int:
    """Mencoba lagi yang gagal, di dalam transaksi pemanggil; banyaknya. Yang sudah jadi tidak disentuh."""
    semua = [s for s, _sebab in gagal(kelompok)]
    n = antrean.ulangi(kunci_kerja(s) for s in semua)
    if n:
        catat(peristiwa.DIULANG, pelaku, ("kelompok", kelompok), sesudah={"banyak": n})
    return n
