"""Efek putusan cuti: fakta di riwayat, surat izin, dan pembatalannya. Semua di dalam transaksi langkahnya."""

import json
from datetime import date, timedelta
from typing import Any

from kasuari.aparatur.cuti.models import TERTUTUP, CatatanCuti, PermohonanCuti
from kasuari.aparatur.cuti.periksa import periksa
from kasuari.aparatur.pegawai import service as pegawai
from kasuari.aparatur.pegawai.pejabat import kunci_pegawai, penandatangan
from kasuari.aparatur.pegawai.riwayat import BarisRiwayat
from kasuari.dasar.alur.models import Kasus, LangkahKasus
from kasuari.dasar.dokumen import surat
from kasuari.dasar.dokumen.models import Surat
from kasuari.dasar.inti.fakta import tutup
from kasuari.dasar.inti.galat import MasukanSalah
from kasuari.dasar.inti.pelaku import Pelaku, sistem
from kasuari.dasar.inti.sandi import dekripsi, enkripsi
from kasuari.dasar.inti.waktu import hari_ini, sekarang, sesudah
from kasuari.dasar.ketentuan import selectors as ketentuan
from kasuari.dasar.organisasi import selectors as organisasi
from kasuari.dasar.rupa.bentuk import tanggal_naskah


def _terbit(s: Surat) -> None:
    """Surat yang baru selesai ditandatangani padahal cutinya sudah dibatalkan atau suratnya sudah diganti."""
    c = PermohonanCuti.objects.select_related("kasus").filter(surat=s).first()
    if c is None or c.kasus.keadaan == "batal":
        surat.cabut(sistem("cuti"), s, "Dibatalkan atau diganti sebelum suratnya selesai.")


def _contoh() -> dict[str, Any]:
    return {
        "profil": {"nama": "Kota Contoh", "alamat": "Jalan Contoh 1"}, "unit": "Dinas Pendidikan",
        "tanggal_teks": "23 November 2026", "tembusan": ["Kepala BKPSDM"], "tempat": "Contoh", "nama": "Maria Kandimor, S.Pd.",
        "nip": "198508012010042003", "golongan": "III/b", "jabatan": "Guru Ahli Pertama", "jenis": "Cuti Tahunan", "hari": 3,
        "satuan": "hari kerja", "mulai": "14 Desember 2026", "selesai": "16 Desember 2026", "pertek": "PT-12/2026",
    }  # fmt: skip


_NAMA, _BERKAS = "Surat izin cuti", "aparatur/cuti/templat/izin.typ"
SURAT = surat.daftarkan(surat.Templat("cuti", 1, _NAMA, _BERKAS, contoh=_contoh), _terbit)
SURAT_TERTUTUP = surat.daftarkan(
    surat.Templat("cuti_tertutup", 1, _NAMA, _BERKAS, tertutup=True, contoh=_contoh), _terbit
)


def sandi_rincian(isi: dict[str, Any]) -> bytes:
    return enkripsi(json.dumps(isi, ensure_ascii=False).encode(), "cuti")


def buka_rincian(c: PermohonanCuti) -> dict[str, Any]:
    return dict(json.loads(dekripsi(c.rincian, "cuti")))


def setujui(kasus: Kasus, langkah: LangkahKasus, pelaku: Pelaku) -> None:
    """Memeriksa lagi terhadap saldo kini, menulis riwayat, dan menyiapkan suratnya."""
    c = PermohonanCuti.objects.select_related("pegawai__orang", "pegawai__kini").get(kasus=kasus)
    kunci_pegawai(c.pegawai)
    h = periksa(c.pegawai, c.jenis, c.mulai, c.selesai, buka_rincian(c), kecuali=c)
    baris = BarisRiwayat(
        c.pegawai.uid, c.mulai, {"jenis": c.jenis, "hari": h.hari}, sampai=c.selesai + timedelta(days=1)
    )
    (c.fakta,) = pegawai.buka_riwayat(sistem("cuti", pelaku), "cuti", [baris])
    c.hari = h.hari
    (c.surat,) = _siapkan(c, pelaku, penandatangan(kasus, langkah))
    c.save(update_fields=["fakta", "hari", "surat"])


def setujui_cltn(kasus: Kasus, langkah: LangkahKasus, pelaku: Pelaku) -> None:
    """CLTN hanya dengan nomor persetujuan teknis BKN."""
    if not PermohonanCuti.objects.values_list("pertek", flat=True).get(kasus=kasus):
        raise MasukanSalah("Isi nomor dan tanggal persetujuan teknis BKN.", "pertek")
    setujui(kasus, langkah, pelaku)


def tangguhkan(kasus: Kasus, langkah: LangkahKasus, pelaku: Pelaku) -> None:
    """Tahun itu ditandai ditangguhkan, supaya sisanya terbawa penuh ke tahun berikutnya."""
    c = PermohonanCuti.objects.select_related("pegawai").get(kasus=kasus)
    awal = date(c.mulai.year, 1, 1)
    lama = CatatanCuti.objects.filter(subjek=c.pegawai, mulai=awal, ditutup=None).first()
    if lama is not None:
        tutup(CatatanCuti, lama.id, sesudah(lama.dicatat), langkah.jejak_id)
    CatatanCuti.objects.create(
        subjek=c.pegawai, mulai=awal, dicatat=sesudah(lama.dicatat) if lama else sekarang(), jejak_buka=langkah.jejak_id,
        terpakai=lama.terpakai if lama else 0, cuti_besar=lama.cuti_besar if lama else False, ditangguhkan=True,
    )  # fmt: skip


def batalkan(kasus: Kasus, langkah: LangkahKasus, pelaku: Pelaku) -> None:
    """Cuti yang belum dijalani dicabut: riwayatnya ditutup, suratnya dicabut, harinya kembali."""
    c = PermohonanCuti.objects.select_related("surat").get(kasus=kasus)
    pegawai.tutup_riwayat(sistem("cuti", pelaku), "cuti", [c.fakta], langkah.alasan)  # type: ignore[list-item]
    if c.surat and c.surat.status == c.surat.Status.DITANDATANGANI:
        surat.cabut(pelaku, c.surat, "Cutinya dibatalkan.")


def potong(kasus: Kasus, langkah: LangkahKasus, pelaku: Pelaku) -> None:
    """Kembali lebih awal: hari ini bukan cuti lagi, dan hari yang tidak dijalani kembali ke saldo."""
    c = PermohonanCuti.objects.select_related("pegawai__orang", "pegawai__kini").get(kasus=kasus)
    kunci_pegawai(c.pegawai)
    akhir = hari_ini() - timedelta(days=1)
    h = periksa(c.pegawai, c.jenis, c.mulai, akhir, buka_rincian(c), kecuali=c)
    oleh = sistem("cuti", pelaku)
    pegawai.tutup_riwayat(oleh, "cuti", [c.fakta], "Kembali bekerja lebih awal.")  # type: ignore[list-item]
    baris = BarisRiwayat(c.pegawai.uid, c.mulai, {"jenis": c.jenis, "hari": h.hari}, sampai=hari_ini())
    (c.fakta,) = pegawai.buka_riwayat(oleh, "cuti", [baris])
    c.selesai, c.hari = akhir, h.hari
    _ganti_surat(c, pelaku)
    c.save(update_fields=["fakta", "selesai", "hari", "surat"])


def _ganti_surat(c: PermohonanCuti, pelaku: Pelaku) -> None:
    """Surat lama menyebut hari yang tidak jadi dijalani: ia dicabut, dan yang baru terbit atas nama pejabat yang sama."""
    lama = c.surat
    assert lama is not None
    (c.surat,) = _siapkan(c, pelaku, lama.penandatangan)
    if lama.status == lama.Status.DITANDATANGANI:
        surat.cabut(pelaku, lama, "Diganti: kembali bekerja lebih awal.")


def _siapkan(c: PermohonanCuti, pelaku: Pelaku, penandatangan: dict[str, str]) -> list[Surat]:
    baris = surat.BarisSurat(
        _isi_surat(c),
        penandatangan,
        [c.pegawai.orang.uid],
        {"Nama": c.pegawai.orang.nama_gelar},
        unit=c.kasus.unit_id,
    )
    templat = SURAT_TERTUTUP if c.jenis in TERTUTUP else SURAT
    return surat.siapkan(pelaku, templat, "surat_cuti", [baris], ketentuan.buku(hari_ini()))


def _isi_surat(c: PermohonanCuti) -> dict[str, Any]:
    p, profil = c.pegawai, organisasi.profil()
    unit = organisasi.unit_hidup().filter(unit=p.kini.opd_id or p.kini.unit_id).first()
    return {
        "profil": {"nama": profil.nama, "alamat": profil.alamat}, "unit": unit.nama if unit else profil.nama,
        "tanggal_teks": tanggal_naskah(hari_ini()), "tembusan": ["Kepala BKPSDM"], "tempat": profil.nama.split(" ", 1)[-1],
        "nama": p.orang.nama_gelar, "nip": p.nip, "golongan": p.kini.golongan, "jabatan": p.kini.jabatan,
        "jenis": c.get_jenis_display(), "hari": c.hari, "satuan": "hari kerja" if c.jenis == "tahunan" else "hari",
        "mulai": tanggal_naskah(c.mulai), "selesai": tanggal_naskah(c.selesai), "pertek": c.pertek,
    }  # fmt: skip
