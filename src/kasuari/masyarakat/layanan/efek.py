"""Efek tiap langkah permohonan, di dalam transaksi langkahnya: jam norma, hitungan kinerja, surat, dan akhirnya."""

from collections.abc import Callable
from datetime import timedelta

from kasuari.dasar.akun.models import Akun
from kasuari.dasar.alur import service as alur
from kasuari.dasar.alur.models import Kasus, LangkahKasus
from kasuari.dasar.alur.siapa import jabatan_pemutus
from kasuari.dasar.dokumen import surat
from kasuari.dasar.dokumen.models import Surat
from kasuari.dasar.inti.pelaku import Pelaku, sistem
from kasuari.dasar.inti.waktu import hari_ini, sekarang
from kasuari.dasar.jejak.service import catat
from kasuari.dasar.ketentuan import selectors as ketentuan
from kasuari.masyarakat.layanan import angka, naskah, peristiwa, surel, waktu
from kasuari.masyarakat.layanan.models import Permohonan

Efek = Callable[[Kasus, LangkahKasus, Pelaku], None]
Aksi = Callable[[Permohonan, LangkahKasus, Pelaku], None]


def dari(*aksi: Aksi) -> Efek:
    """Efek yang menyalin keadaan kasus ke permohonannya (untuk antrean), lalu menjalankan `aksi` berurutan."""

    def jalan(kasus: Kasus, langkah: LangkahKasus, pelaku: Pelaku) -> None:
        p = Permohonan.objects.select_related("layanan__unit", "formulir", "unit__kini").get(kasus=kasus)
        p.keadaan, p.selesai = kasus.keadaan, kasus.selesai
        for satu in aksi:
            satu(p, langkah, pelaku)
        p.save()
        surel.kabari(p, langkah)

    return jalan


def hitung_waktu(p: Permohonan, langkah: LangkahKasus, pelaku: Pelaku) -> None:
    p.jatuh_tempo, p.penjelasan = waktu.jatuh_tempo(p)


def verifikasi(p: Permohonan, langkah: LangkahKasus, pelaku: Pelaku) -> None:
    p.diverifikasi = sekarang()
    p.petugas = langkah.pelaku


def belum_lengkap(p: Permohonan, langkah: LangkahKasus, pelaku: Pelaku) -> None:
    """Sebelum diverifikasi, berkas yang kurang berarti jam normanya belum mulai; sesudahnya, jamnya berhenti."""
    if p.diverifikasi is None:
        p.lengkap = None


def dilengkapi(p: Permohonan, langkah: LangkahKasus, pelaku: Pelaku) -> None:
    if p.diverifikasi is None:
        p.lengkap = sekarang()


def ambil_tugas(p: Permohonan, langkah: LangkahKasus, pelaku: Pelaku) -> None:
    p.petugas = langkah.pelaku or p.petugas


def jadi(p: Permohonan, langkah: LangkahKasus, pelaku: Pelaku) -> None:
    _jadi(p, ditolak=False)


def tolak(p: Permohonan, langkah: LangkahKasus, pelaku: Pelaku) -> None:
    _jadi(p, ditolak=True)
    akhir(p, langkah, pelaku)


def _jadi(p: Permohonan, *, ditolak: bool) -> None:
    """Hasil siap: jam berhenti. Hanya kali pertama yang dihitung; yang dibuka lagi tercatat sebagai dibuka lagi."""
    saat = sekarang()
    pertama = p.dibuka_lagi == 0
    p.jadi = saat
    if not pertama:
        return
    p.lama = waktu.lama_kerja(p, saat)
    p.tepat = p.jatuh_tempo is None or saat <= p.jatuh_tempo
    angka.catat_jadi(p, ditolak)


def akhir(p: Permohonan, langkah: LangkahKasus, pelaku: Pelaku) -> None:
    """Permohonan berakhir: masa simpan mulai, dan ruang di atas (survei, perbaikan) mendengar."""
    simpan = ketentuan.buku(hari_ini()).tabel("layanan_simpan_hari")
    p.hapus_pada = hari_ini() + timedelta(days=int(simpan["selesai"]))  # type: ignore[arg-type]
    catat(
        peristiwa.SELESAI, pelaku, ("permohonan_layanan", p.id),
        sesudah={"layanan": p.layanan.kode, "keadaan": p.keadaan, "tepat": p.tepat},
    )  # fmt: skip


def batal(p: Permohonan, langkah: LangkahKasus, pelaku: Pelaku) -> None:
    """Ditarik pemohon: tidak dihitung tepat atau terlambat, dan datanya boleh segera dihapus."""
    p.jatuh_tempo = None
    p.hapus_pada = hari_ini()


def buka_lagi(p: Permohonan, langkah: LangkahKasus, pelaku: Pelaku) -> None:
    if p.jadi is not None:
        angka.catat_buka_lagi(p)
    p.dibuka_lagi += 1
    p.jadi, p.hapus_pada = None, None
    if p.surat is not None and p.surat.status == Surat.Status.DITANDATANGANI:
        surat.cabut(pelaku, p.surat, "Permohonannya dibuka lagi.")
    p.surat = None


def terbitkan_surat(p: Permohonan, langkah: LangkahKasus, pelaku: Pelaku) -> None:
    """Menomori suratnya; PDF dan tanda tangan menyusul di latar, lalu `surat_selesai` menerbitkannya."""
    templat = naskah.SURAT_TERTUTUP if naskah.tertutup(p) else naskah.SURAT
    baris = surat.BarisSurat(naskah.data(p), _penandatangan(langkah), unit=p.unit_id)
    (p.surat,) = surat.siapkan(pelaku, templat, "layanan", [baris], ketentuan.buku(hari_ini()))


def _penandatangan(langkah: LangkahKasus) -> dict[str, str]:
    orang = langkah.pelaku
    nomor = Akun.objects.filter(orang=orang).values_list("nomor", flat=True).first() if orang else ""
    return {
        "nama": orang.nama_gelar if orang else "", "nip": nomor or "",
        "jabatan": jabatan_pemutus(langkah.kasus, langkah.sebagai),
    }  # fmt: skip


def surat_selesai(s: Surat) -> None:
    """Suratnya ditandatangani: permohonannya terbit. Surat yang permohonannya sudah berubah jalan dicabut."""
    p = Permohonan.objects.select_related("kasus").filter(surat=s).first()
    if p is None or p.kasus is None or p.kasus.keadaan != "disetujui":
        surat.cabut(sistem("layanan"), s, "Permohonannya sudah tidak menunggu surat ini.")
        return
    alur.langkahkan(sistem("layanan"), p.kasus.id, "terbit", p.kasus.versi)
