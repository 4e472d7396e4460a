"""Efek tiap langkah: memeriksa kelengkapan, menyiapkan keputusan, dan menulis riwayat. Mencabutnya di `pencabutan`.

Riwayat ditulis keputusan yang sudah ditandatangani, bukan persetujuannya; mencabut adalah peristiwa baru.
"""

import base64
import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.utils.translation import gettext as _

from kasuari.aparatur.pegawai import identitas, urung
from kasuari.aparatur.pegawai import service as pegawai
from kasuari.aparatur.pegawai.pejabat import kunci_pegawai, penandatangan
from kasuari.aparatur.pegawai.riwayat import BarisRiwayat, jenis
from kasuari.aparatur.usulan import peristiwa, rangka, saatnya
from kasuari.aparatur.usulan.bahan import Bahan, bahan
from kasuari.aparatur.usulan.bentrok import bentrok
from kasuari.aparatur.usulan.models import Usulan, UsulBkn
from kasuari.aparatur.usulan.pejabat import KEPALA_DAERAH, TANPA_POS, pemberi_mandat
from kasuari.aparatur.usulan.pejabat import penandatangan as pejabat_
from kasuari.aparatur.usulan.rangka import Isian, Timbang
from kasuari.aturan.galat import GalatAturan
from kasuari.dasar.alur.models import Kasus, LangkahKasus
from kasuari.dasar.dokumen import surat
from kasuari.dasar.dokumen.models import Surat
from kasuari.dasar.inti.galat import MasukanSalah
from kasuari.dasar.inti.pelaku import Pelaku, sistem
from kasuari.dasar.inti.pengenal import uuid_dari
from kasuari.dasar.inti.sandi import dekripsi, enkripsi
from kasuari.dasar.inti.waktu import hari_ini, sekarang
from kasuari.dasar.jejak.service import catat
from kasuari.dasar.ketentuan import selectors as ketentuan
from kasuari.dasar.organisasi import selectors as organisasi
from kasuari.dasar.organisasi.service import BarisPenugasan, Dasar

IDENTITAS = "identitas"  # bukan jenis riwayat: perubahannya disimpan bersama nilai lamanya


class Kurang(NamedTuple):
    """`isi` menahan penyusunan konsep; `berkas` baru dapat diunggah sesudah konsepnya ada, dan menahan pengirimannya."""

    isi: Sequence[str] = ()
    berkas: Sequence[str] = ()


def sandi(isi: Any) -> bytes:
    return enkripsi(json.dumps(isi, ensure_ascii=False, default=str).encode(), "usulan")


def buka_sandi(isi: bytes) -> Any:
    return json.loads(dekripsi(isi, "usulan")) if isi else {}


def isian(u: Usulan) -> Isian:
    return Isian(u.tmt, buka_sandi(u.isian))


def usulan_kasus(kasus: Kasus) -> Usulan:
    return Usulan.objects.select_related("pegawai__orang", "pegawai__kini", "kasus__pemohon", "surat").get(
        kasus=kasus
    )


def timbang(u: Usulan, b: Bahan | None = None) -> Timbang:
    """Menimbang usulan terhadap fakta kini, termasuk berkas yang belum ada atau harus diganti."""
    j = rangka.ambil(u.jenis)
    b = b or bahan([u.pegawai_id], j.perlu)[u.pegawai_id]
    isi = isian(u)
    hasil = timbang_calon(j, b, isi)
    kurang = [*hasil.kurang, *_berkas_kurang(u, b, isi), *(_tanpa_pejabat(u) if j.templat else ())]
    return Timbang(hasil.isi, hasil.langkah, kurang, [*hasil.ingat, *bentrok(u)])


def kurang_calon(j: rangka.Jenis, b: Bahan, isi: Isian) -> Kurang:
    """Apa yang kurang pada seorang calon yang belum diusulkan, dan berkas wajib yang belum ada di register."""
    berkas = [_("Berkas belum ada: %(s)s.") % {"s": s.judul} for s in j.syarat(b, isi) if s.wajib]
    return Kurang(timbang_calon(j, b, isi).kurang, berkas)


def timbang_calon(j: rangka.Jenis, b: Bahan, isi: Isian) -> Timbang:
    """Menimbang seorang calon sebelum diusulkan; hukum yang tidak ada nilainya menjadi kekurangan, bukan galat."""
    try:
        hasil = j.timbang(b, isi)
        luar = saatnya.kurang(j, b, isi.tmt)
    except GalatAturan as galat:
        return Timbang({}, (), [_kalimat(galat)])
    return Timbang(hasil.isi, hasil.langkah, [*hasil.kurang, *luar], hasil.ingat)


def _kalimat(galat: GalatAturan) -> str:
    teks = str(galat)
    return f"{teks[:1].upper()}{teks[1:]}"


def _tanpa_pejabat(u: Usulan) -> list[str]:
    """Yang tidak ada penandatangannya tidak berjalan dahulu lalu macet di ujung."""
    pejabat, pos = pejabat_(u.kasus)
    return [] if pos is not None else [TANPA_POS % {"p": pejabat.replace("_", " ")}]


def _berkas_kurang(u: Usulan, b: Bahan, isi: Isian) -> list[str]:
    ada = {x.syarat: x for x in u.bukti.filter(diganti=None)}
    kurang = []
    for s in rangka.ambil(u.jenis).syarat(b, isi):
        x = ada.get(s.kode)
        if x is None and s.wajib:
            kurang.append(_("Berkas belum ada: %(s)s.") % {"s": s.judul})
        elif x is not None and x.keadaan == x.Keadaan.TOLAK:
            kurang.append(_("Berkas harus diganti: %(s)s.") % {"s": s.judul})
    return kurang


def _wajib_lengkap(u: Usulan) -> Timbang:
    hasil = timbang(u)
    if hasil.kurang:
        raise MasukanSalah(" ".join(hasil.kurang))
    return hasil


def periksa_lengkap(kasus: Kasus, langkah: LangkahKasus, pelaku: Pelaku) -> None:
    """Usulan yang kurang tidak terkirim; galatnya menyebut apa yang kurang."""
    _wajib_lengkap(usulan_kasus(kasus))


def terima(kasus: Kasus, langkah: LangkahKasus, pelaku: Pelaku) -> None:
    """Menerima berarti semua berkasnya diterima."""
    u = usulan_kasus(kasus)
    _wajib_lengkap(u)
    u.bukti.filter(diganti=None).update(keadaan="terima")


def kembalikan(kasus: Kasus, langkah: LangkahKasus, pelaku: Pelaku) -> None:
    """Keadaan di BKN, bila ada, mulai lagi sesudah diperbaiki."""
    UsulBkn.objects.filter(usulan__kasus=kasus).exclude(keadaan="btl").update(
        keadaan="belum",
        nomor="",
        tanggal=None,
        rujukan="",
        kolektif=False,
        diusulkan=None,
        diperbarui=sekarang(),
    )


def akhiri(kasus: Kasus, langkah: LangkahKasus, pelaku: Pelaku) -> None:
    Usulan.objects.filter(kasus=kasus).update(hidup=False)


def catat_bkn(u: Usulan, keadaan: str, **isi: Any) -> None:
    UsulBkn.objects.update_or_create(usulan=u, defaults={"keadaan": keadaan, "diperbarui": sekarang(), **isi})


def wajib_pertek(kasus: Kasus, langkah: LangkahKasus, pelaku: Pelaku) -> None:
    """Tanpa nomor dan tanggal pertek, usulan tidak melangkah ke tanda tangan."""
    if not UsulBkn.objects.filter(usulan__kasus=kasus, keadaan="pertek").exists():
        raise MasukanSalah(_("Isi nomor dan tanggal persetujuan teknis BKN."), "pertek_nomor")


def wajib_usul(kasus: Kasus, langkah: LangkahKasus, pelaku: Pelaku) -> None:
    """Tanpa nomor dan tanggal usul, tidak ada yang tercatat."""
    if not UsulBkn.objects.filter(usulan__kasus=kasus, keadaan="diusulkan").exists():
        raise MasukanSalah(_("Isi nomor dan tanggal usulnya di BKN."), "usul_rujukan")


def btl(kasus: Kasus, langkah: LangkahKasus, pelaku: Pelaku) -> None:
    catat_bkn(usulan_kasus(kasus), "btl", catatan=sandi(langkah.alasan))


def tms(kasus: Kasus, langkah: LangkahKasus, pelaku: Pelaku) -> None:
    catat_bkn(usulan_kasus(kasus), "tms", catatan=sandi(langkah.alasan))
    akhiri(kasus, langkah, pelaku)


def siapkan(kasus: Kasus, langkah: LangkahKasus, pelaku: Pelaku) -> None:
    """Menimbang lagi, membekukan hasilnya, dan menomori keputusannya. Riwayat ditulis sesudah ia bertanda tangan."""
    if rangka.ambil(kasus.usulan.jenis).bkn:
        wajib_pertek(kasus, langkah, pelaku)
    _menomori(pelaku, *_bekukan(kasus), penandatangan(kasus, langkah))


def terbitkan(kasus: Kasus, langkah: LangkahKasus, pelaku: Pelaku) -> None:
    """Surat yang ditandatangani atas mandat tetap: terbit begitu diajukan, bila tidak ada yang kurang."""
    tangan = pemberi_mandat(kasus)
    assert tangan is not None
    _menomori(pelaku, *_bekukan(kasus), tangan)


def _bekukan(kasus: Kasus) -> tuple[Usulan, Bahan]:
    """Usulan dengan hasil timbangannya yang sudah beku. Galat: `MasukanSalah` bila ada yang kurang."""
    u = usulan_kasus(kasus)
    kunci_pegawai(u.pegawai)
    j = rangka.ambil(u.jenis)
    b = bahan([u.pegawai_id], j.perlu)[u.pegawai_id]
    hasil = timbang(u, b)
    if hasil.kurang:
        raise MasukanSalah(" ".join(hasil.kurang))
    u.hasil = sandi(dict(hasil.isi))
    return u, b


def _menomori(pelaku: Pelaku, u: Usulan, b: Bahan, tangan: dict[str, str]) -> None:
    j = rangka.ambil(u.jenis)
    assert j.templat is not None
    u.surat = nomori(pelaku, u, j.templat, j.seri, j.naskah(u, b, buka_sandi(u.hasil)), tangan)
    u.save(update_fields=["hasil", "surat"])


def nomori(
    pelaku: Pelaku,
    u: Usulan,
    templat: surat.Templat,
    seri: str,
    naskah: rangka.Naskah,
    tangan: dict[str, str],
) -> Surat:
    """Satu surat bernomor tentang orang yang diusulkan, di dalam transaksi pemanggil."""
    if naskah.atas_nama and pejabat_(u.kasus)[0] != KEPALA_DAERAH:
        tangan = {**tangan, "jabatan": f"a.n. {naskah.atas_nama}, {tangan['jabatan']}"}
    baris = surat.BarisSurat(naskah.data, tangan, [u.pegawai.orang.uid], naskah.ringkas, unit=u.kasus.unit_id)
    return surat.siapkan(pelaku, templat, seri, [baris], ketentuan.buku(hari_ini()))[0]


def terapkan(kasus: Kasus, langkah: LangkahKasus, pelaku: Pelaku) -> None:
    """Tanpa surat: persetujuan pemeriksa membekukan hasilnya dan langsung mengubah register."""
    u, _b = _bekukan(kasus)
    u.bukti.filter(diganti=None).update(keadaan="terima")
    u.save(update_fields=["hasil"])
    _tulis(u, None, pelaku)


def terbit(s: Surat) -> None:
    """Keputusan bertanda tangan menulis riwayat, dalam transaksi yang sama. Yang dicabut lebih dulu tidak berefek."""
    u = Usulan.objects.select_related("pegawai__orang", "pegawai__kini", "kasus").filter(surat=s).first()
    if u is None or u.kasus.keadaan not in {"terbit", "pencabutan"}:
        surat.cabut(sistem("usulan"), s, "Dibatalkan sebelum keputusannya selesai ditandatangani.")
        return
    kunci_pegawai(u.pegawai)
    _tulis(u, s)


def _tulis(u: Usulan, s: Surat | None, pelaku: Pelaku | None = None) -> None:
    ubahan = Ubahan(u, s, pelaku)
    rangka.ambil(u.jenis).terapkan(ubahan, u, buka_sandi(u.hasil))
    u.perubahan = ubahan.catatan
    u.save(update_fields=["perubahan"])
    catat(
        peristiwa.TERBIT, sistem("usulan"), ("usulan", u.id), subjek=[u.pegawai.orang.uid],
        sesudah={"jenis": u.jenis, "surat": str(s.id) if s else "", "riwayat": [x[0] for x in ubahan.catatan]},
    )  # fmt: skip


def _sandi_teks(isi: Any) -> str:
    return base64.b64encode(sandi(isi)).decode()


def buka_teks(teks: str) -> Any:
    return buka_sandi(base64.b64decode(teks))


class Ubahan:
    """Menulis riwayat atas nama satu keputusan (atau persetujuan tanpa surat), dan mengingat urutannya supaya dapat dicabut.

    `pelaku`: yang menyetujui, bila tanpa surat; namanya tercatat pada faktanya.
    """

    def __init__(self, u: Usulan, s: Surat | None, pelaku: Pelaku | None = None) -> None:
        self.u, self.surat = u, s
        self.oleh = sistem(f"usulan {u.jenis}", pelaku)
        self.dasar = Dasar(s.nomor_teks, s.tanggal) if s else Dasar()
        self.catatan: list[list[str]] = []

    def buka(
        self, kode: str, mulai: date, isi: dict[str, Any], *, sampai: date | None = None, nihil: bool = False,
        lampiran: UUID | None = None,
    ) -> None:  # fmt: skip
        """Membuka satu fakta. Keadaan lain yang mulai pada hari yang sama digantikan."""
        j = jenis(kode)
        if not j.rentang:
            lama = j.model._default_manager.filter(
                subjek=self.u.pegawai_id, mulai=mulai, ditutup=None
            ).first()
            if lama is not None:
                self.tutup(kode, lama.uid)
        baris = BarisRiwayat(
            self.u.pegawai.uid, mulai, isi, sampai=sampai, nihil=nihil, sk_nomor=self.dasar.sk_nomor,
            sk_tanggal=self.dasar.sk_tanggal, surat=self.surat.id if self.surat else None, lampiran=lampiran,
        )  # fmt: skip
        (uid,) = pegawai.buka_riwayat(self.oleh, kode, [baris])
        self.catatan.append([kode, str(uid), "buka"])

    def tutup(self, kode: str, uid: UUID) -> None:
        """Menutup satu fakta yang digantikan keputusan ini."""
        sebab = _("Menurut %(s)s.") % {
            "s": self.surat.nomor_teks if self.surat else rangka.ambil(self.u.jenis).judul
        }
        pegawai.tutup_riwayat(self.oleh, kode, [uid], sebab)
        self.catatan.append([kode, str(uid), "tutup"])

    def bukti(self, syarat: str) -> UUID | None:
        """Lampiran yang menjadi bukti satu syarat, untuk dilekatkan pada faktanya."""
        return self.u.bukti.filter(syarat=syarat, diganti=None).values_list("lampiran_id", flat=True).first()

    def identitas(self, isi: Mapping[str, str]) -> None:
        """Mengubah nama, gelar, kelahiran, agama, e-mail, atau NIK; nilai lama dan baru disimpan tersandi."""
        lama = identitas.ubah(self.oleh, self.u.pegawai, isi)
        self.catatan.append([IDENTITAS, _sandi_teks({"lama": lama, "baru": dict(isi)}), "ubah"])

    def gelar(self, depan: str, belakang: str) -> None:
        """Mengganti gelar orangnya."""
        self.identitas({"gelar_depan": depan, "gelar_belakang": belakang})

    def jabatan(self, baris: BarisPenugasan) -> None:
        """Menetapkan orangnya pada satu pos; jabatan lamanya berakhir."""
        self._amati(lambda: pegawai.tetapkan_pemegang(self.oleh, baris=baris, kunci=self._kunci("tetapkan")))

    def akhiri_jabatan(self, hari: date) -> None:
        """Semua jabatan orangnya berakhir pada hari itu."""
        for t in (
            organisasi.penugasan_pada(hari).filter(subjek=self.u.pegawai.orang_id).select_related("subjek")
        ):
            if t.sampai is None or t.sampai > hari:
                self._amati(
                    lambda t=t: urung.akhiri(self.oleh, t, hari, self.dasar.sk_nomor, self.dasar.sk_tanggal)
                )

    def _kunci(self, apa: str) -> UUID:
        return uuid_dari("usulan", self.u.id, self.surat.id if self.surat else None, apa, len(self.catatan))

    def _amati(self, kerjakan: Any) -> None:
        """Penugasan ditulis ruang lain dengan caranya sendiri; yang berubah dibaca dari catatannya."""
        sebelum = urung.penugasan_terbuka(self.u.pegawai.orang_id)
        kerjakan()
        sesudah = urung.penugasan_terbuka(self.u.pegawai.orang_id)
        self.catatan += [["penugasan", str(x), "tutup"] for x in sorted(sebelum - sesudah)]
        self.catatan += [["penugasan", str(x), "buka"] for x in sorted(sesudah - sebelum)]
