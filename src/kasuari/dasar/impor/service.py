"""Pintu tulis impor: unggah, periksa ulang, simpan sebagai satu transaksi, dan batalkan."""

import json
import sys
from argparse import Namespace
from collections.abc import Mapping
from typing import Any, BinaryIO
from uuid import UUID

from django.db import IntegrityError

from kasuari.dasar.akun.izin import pastikan
from kasuari.dasar.dokumen import service as dokumen
from kasuari.dasar.inti.galat import BedaVersi, MasukanSalah, TidakAda
from kasuari.dasar.inti.pelaku import Pelaku, sistem
from kasuari.dasar.inti.pengenal import uuid7
from kasuari.dasar.inti.simpan import simpan_banyak
from kasuari.dasar.inti.waktu import hari_ini, sekarang
from kasuari.dasar.jejak.antrean import antre
from kasuari.dasar.jejak.pintu import Hasil, pintu
from kasuari.dasar.jejak.service import catat

from . import pemeriksaan, peristiwa, simpanan
from .galat import BerkasTidakTerbaca, PemetaanSalah
from .hasil import Hasil as HasilUji
from .masa_simpan import hapus_setelah
from .models import ImporBaris, ImporBerkas, ImporEfek, Nilai, Status
from .penerap import Asal, BarisBersih, Efek, penerap
from .selectors import kunci_kerja
from .subjek import ambil, daftar

LANGSUNG = 500  # baris; di atasnya diperiksa sebagai pekerjaan latar (batas mesin)
KOLOM_EFEK = ("berkas", "baris", "tabel", "fakta", "jenis")


def _ambil(pelaku: Pelaku, uid: UUID, *status: Any) -> ImporBerkas:
    """Berkas terkunci untuk ditulis; 404 di luar jangkauan, 409 bila keadaannya sudah lain."""
    b = ImporBerkas.objects.select_for_update(of=("self",)).filter(id=uid).first()
    if b is None:
        raise TidakAda("Berkas impor ini tidak ada.")
    izin = ambil(b.subjek).izin
    pastikan(pelaku, izin, b, lihat=izin)
    if b.status not in status:
        raise BedaVersi("Keadaan berkas ini sudah berubah. Muat ulang halaman, lalu periksa lagi.")
    return b


@pintu("impor.unggah")
def unggah(
    pelaku: Pelaku, *, subjek: str, aliran: BinaryIO, nama: str, unit: int | None = None,
    pilihan: Mapping[str, str] | None = None, kunci: UUID
) -> Hasil:  # fmt: skip
    """Menyimpan berkas (tersandi, berbatas waktu) dan memeriksanya; lebih dari 500 baris menjadi pekerjaan latar.

    Galat: MasukanSalah bila subjek, jenis, ukuran, atau isinya tidak dapat dibaca sebagai tabel.
    """
    if subjek not in daftar():
        raise MasukanSalah("Pilih jenis isi berkas.", "subjek")
    pastikan(pelaku, ambil(subjek).izin)
    pilih = _pilihan(subjek, pilihan)
    lampiran = dokumen.terima(
        pelaku, aliran, nama, "impor", boleh=("xlsx", "xls", "csv"), hapus_setelah=hapus_setelah(hari_ini())
    )  # fmt: skip
    b = ImporBerkas.objects.create(
        subjek=subjek, nama=lampiran.nama_asli, lampiran=lampiran, sidik_berkas=bytes(lampiran.berkas_id).hex(),
        unit_id=unit, kunci=kunci, pemetaan=pilih, pelaku_orang=pelaku.orang, pelaku_akun=pelaku.akun, dibuat=sekarang(),
    )  # fmt: skip
    catat(
        peristiwa.DIUNGGAH, pelaku, ("impor", b.id),
        sesudah={"subjek": subjek, "nama": b.nama, "sha256": b.sidik_berkas},
    )  # fmt: skip
    _periksa(b)
    if b.status == Status.GAGAL:
        raise MasukanSalah(b.ringkasan["galat"], "berkas")
    return Hasil(b.id)


def _pilihan(subjek: str, pilihan: Mapping[str, str] | None) -> dict[str, Any]:
    """Pilihan tambahan subjek sebagai bagian pemetaan. Galat: `MasukanSalah` menyebut yang boleh."""
    dikenal = {p.kode: dict(p.isi) for p in penerap(subjek).pilihan}
    for kode, nilai in (pilihan or {}).items():
        if nilai not in dikenal.get(kode, {}):
            boleh = ", ".join(dikenal.get(kode, {})) or "tidak ada"
            raise MasukanSalah(f"Pilihan {kode} '{nilai}' tidak dikenal. Yang boleh: {boleh}.", kode)
    return {"pilihan": dict(pilihan)} if pilihan else {}


def _periksa(b: ImporBerkas) -> None:
    """Periksa langsung, atau antre bila besar. Banyak barisnya ditaksir pembaca tanpa memeriksa isinya."""
    try:
        isi = pemeriksaan.isi_berkas(b)
        banyak = b.ringkasan.get("jumlah") or pemeriksaan.hitung_baris(b, isi)
    except BerkasTidakTerbaca as galat:
        raise MasukanSalah(galat.pesan, "berkas") from None
    if banyak <= LANGSUNG:
        pemeriksaan.periksa(b, isi)
        return
    b.status = Status.DIUNGGAH
    b.save(update_fields=["status"])
    antre("impor.uji", str(b.id), kunci_kerja(b))


def _ulang(b: ImporBerkas) -> None:
    b.putaran += 1
    b.save(update_fields=["putaran", "pemetaan", "perbaikan"])
    _periksa(b)
    if b.status == Status.GAGAL:
        raise MasukanSalah(b.ringkasan["galat"])


@pintu("impor.uji")
def uji(pelaku: Pelaku, *, berkas: UUID, kunci: UUID) -> Hasil:
    """Memeriksa lagi terhadap register hari ini."""
    b = _ambil(pelaku, berkas, Status.DIUJI, Status.GAGAL)
    _ulang(b)
    return Hasil(b.id)


@pintu("impor.ubah_pemetaan")
def ubah_pemetaan(
    pelaku: Pelaku, *, berkas: UUID, kolom: Mapping[str, str | None], kunci: UUID, lembar: str | None = None,
    pilihan: Mapping[str, str] | None = None,
) -> Hasil:  # fmt: skip
    """Menetapkan isian tiap kolom ("nomor kolom" -> isian atau None), lalu memeriksa ulang.

    `lembar` lain dari yang dibaca: lembar itu dibaca dari awal; kolom dan perbaikan lembar lama ditinggalkan.
    """
    b = _ambil(pelaku, berkas, Status.DIUJI)
    pilih = _pilihan(b.subjek, pilihan)
    isian = [k for k in kolom.values() if k]
    if ganda := next((k for k in isian if isian.count(k) > 1), None):
        raise MasukanSalah(f"Isian '{ganda}' dipilih untuk dua kolom. Pilih satu saja.", "kolom")
    if lembar and lembar != b.ringkasan["lembar"]:
        b.pemetaan, b.perbaikan = {"lembar": lembar, **pilih}, None
        catat(peristiwa.DIUBAH, pelaku, ("impor", b.id), sesudah={"lembar": lembar})
    else:
        b.pemetaan = {
            "lembar": b.ringkasan["lembar"], "baris_kepala": b.ringkasan["baris_kepala"], "kolom": dict(kolom), **pilih,
        }  # fmt: skip
        catat(peristiwa.DIUBAH, pelaku, ("impor", b.id), sesudah={"kolom": dict(kolom), **pilih})
    try:
        _ulang(b)
    except PemetaanSalah as galat:
        raise MasukanSalah(galat.pesan, "kolom") from None
    return Hasil(b.id)


@pintu("impor.perbaiki")
def perbaiki(pelaku: Pelaku, *, berkas: UUID, baris: int, isi: Mapping[str, str], kunci: UUID) -> Hasil:
    """Membetulkan sel satu baris ("nama kolom" -> isi) tanpa mengubah berkas asalnya, lalu memeriksa ulang."""
    b = _ambil(pelaku, berkas, Status.DIUJI)
    r = ImporBaris.objects.filter(berkas=b, baris=baris).first()
    if r is None:
        raise TidakAda("Baris ini tidak ada di berkas.")
    semua = simpanan.buka(b.perbaikan) or {}
    semua[str(baris)] = {**semua.get(str(baris), {}), **isi}
    b.perbaikan = simpanan.sandikan(semua)
    catat(peristiwa.DIUBAH, pelaku, ("impor", b.id), sesudah={"baris": baris, "kolom": sorted(isi)})
    _ulang(b)
    return Hasil(b.id)


@pintu("impor.simpan")
def simpan(pelaku: Pelaku, *, berkas: UUID, kunci: UUID) -> Hasil:
    """Menyimpan semua baris yang diterima dalam satu transaksi, dibandingkan lagi dengan register saat ini.

    Baris yang ditolak atau menunggu jawaban tidak disentuh. Hasil: {"orang_baru", "dibuka", "dibetulkan", "sama", "ditolak"}.
    """
    b = _ambil(pelaku, berkas, Status.DIUJI)
    terima = ImporBaris.objects.filter(berkas=b, hasil=Nilai.DITERIMA).order_by("baris")
    baris = [BarisBersih(r.baris, simpanan.buka(r.bersih)) for r in terima]
    if not baris:
        raise MasukanSalah("Tidak ada baris yang dapat disimpan. Betulkan baris yang ditolak lebih dahulu.")
    alat = penerap(b.subjek)
    rencana = alat.rencanakan(baris, hari_ini())
    try:
        efek = alat.terapkan(pelaku, rencana, Asal(b.nama, b.lampiran_id))
    except IntegrityError:
        # orang lain menulis orang atau fakta yang sama di antara rencana dan penulisan
        raise BedaVersi(
            "Register baru saja diubah orang lain. Periksa berkas ini lagi, lalu simpan."
        ) from None
    _catat_efek(b, efek)
    ditolak = len({a.baris for a in rencana.alasan if a.tingkat == "tolak"})
    return _selesai(b, pelaku, peristiwa.DISIMPAN, {**rencana.hitung, "ditolak_register": ditolak})


def _catat_efek(b: ImporBerkas, efek: list[Efek]) -> None:
    simpan_banyak(ImporEfek, KOLOM_EFEK, [(b.id, *e) for e in efek])


def _selesai(b: ImporBerkas, pelaku: Pelaku, acara: str, hasil: dict[str, int], alasan: str = "") -> Hasil:
    """Peristiwanya dicatat terakhir: fakta yang jejaknya lebih baru pasti datang sesudah impor ini."""
    b.jejak_id = catat(acara, pelaku, ("impor", b.id), sesudah={"subjek": b.subjek, **hasil}, alasan=alasan)
    b.status, b.selesai = Status.TERSIMPAN, sekarang()
    b.ringkasan = {**b.ringkasan, "hasil": hasil}
    b.save(update_fields=["jejak_id", "status", "selesai", "ringkasan"])
    return Hasil(b.id, hasil)


@pintu("impor.batalkan")
def batalkan(pelaku: Pelaku, *, berkas: UUID, alasan: str, kunci: UUID) -> Hasil:
    """Membatalkan impor sebagai berkas baru yang menutup apa yang dibuka dan membuka lagi apa yang ditutup.

    Galat: MasukanSalah menyebut baris yang sudah dilanjutkan perubahan lain; tidak ada yang berubah.
    """
    if not alasan.strip():
        raise MasukanSalah("Tulis alasan pembatalan, misalnya berkas yang keliru.", "alasan")
    b = _ambil(pelaku, berkas, Status.TERSIMPAN)
    if b.membatalkan_id:
        raise MasukanSalah("Ini sudah sebuah pembatalan. Impor lagi berkasnya bila isinya memang benar.")
    efek = [Efek(*e) for e in b.efek.order_by("id").values_list("baris", "tabel", "fakta", "jenis")]
    balik = ImporBerkas.objects.create(
        subjek=b.subjek, nama=b.nama, sidik_berkas=b.sidik_berkas, unit_id=b.unit_id, kunci=kunci, dibuat=sekarang(),
        pelaku_orang=pelaku.orang, pelaku_akun=pelaku.akun, membatalkan=b, status=Status.DIUJI,
    )  # fmt: skip
    hasil = penerap(b.subjek).urungkan(pelaku, efek, b.jejak_id or 0, alasan)
    _catat_efek(balik, hasil)
    ImporBerkas.objects.filter(id=b.id).update(status=Status.DIBATALKAN)
    hitung = {
        "ditutup": sum(e.jenis == "tutup" for e in hasil),
        "dibuka_lagi": sum(e.jenis == "buka" for e in hasil) - sum(e.tabel == "pegawai" for e in efek),
        "tanpa_status": sum(e.tabel == "pegawai" for e in efek),
    }
    return _selesai(balik, pelaku, peristiwa.DIBATALKAN, hitung, alasan)


def simpan_dari_baris_perintah(hasil: HasilUji, pilihan: Namespace) -> int:
    """`kasuari impor SUBJEK BERKAS` tanpa `--uji`: unggah, periksa terhadap register, simpan; 0 bila tersimpan."""
    pelaku = sistem("baris perintah")
    pilih = {p.kode: getattr(pilihan, p.kode) for p in penerap(hasil.subjek).pilihan}
    with pilihan.berkas.open("rb") as aliran:
        uid = unggah(
            pelaku, subjek=hasil.subjek, aliran=aliran, nama=hasil.berkas, pilihan=pilih, kunci=uuid7()
        ).uid
    b = ImporBerkas.objects.get(id=uid)
    if b.status == Status.DIUNGGAH:
        pemeriksaan.periksa(b, pemeriksaan.isi_berkas(b))
    if pilihan.pemetaan:
        ubah_pemetaan(pelaku, berkas=b.id, kolom=_kolom(hasil), pilihan=pilih, kunci=uuid7())
        b.refresh_from_db()
        if b.status == Status.DIUNGGAH:
            pemeriksaan.periksa(b, pemeriksaan.isi_berkas(b))
    data = simpan(pelaku, berkas=b.id, kunci=uuid7()).data
    b.refresh_from_db()
    ringkas = {"berkas": str(b.id), "ditolak": b.ringkasan["ditolak"], "tanya": b.ringkasan["tanya"], **data}
    sys.stdout.write(json.dumps(ringkas) + "\n")
    return 0


def _kolom(hasil: HasilUji) -> dict[str, str | None]:
    return {str(k.nomor): k.isian for k in hasil.kolom}
