"""Subjek `surat_izin`: STR, SIP, dan surat berjangka lain; satu baris satu surat satu orang."""

from kasuari.aturan.identitas import urai_nip
from kasuari.dasar.impor.pemeriksa import Pemeriksa, tolak_duplikat
from kasuari.dasar.impor.subjek import Subjek
from kasuari.dasar.impor.tata import Isian

from .isian import NAMA, NIP, NO_URUT

# kata pada kolom jenis -> kode `RiwayatSuratIzin.Jenis`; yang pertama cocok dipakai
_JENIS = (
    ("sip", ("sip", "izin praktik", "izin praktek", "sik", "izin kerja")),
    ("str", ("str", "registrasi")),
    ("sertifikat", ("sertifikat", "sertifikasi", "kompetensi", "keahlian")),
    ("lain", ("lain", "izin", "lisensi", "sim")),
)


def jenis_surat(teks: str | None) -> str | None:
    """Jenis menurut katanya; None bila tidak dikenal."""
    kata = (teks or "").casefold()
    return next((kode for kode, tanda in _JENIS if any(t in kata for t in tanda)), None)


class SubjekSuratIzin(Subjek):
    """Kunci NIP dengan nomor surat. Tanpa tanggal akhir: berlaku seumur hidup."""

    kode = "surat_izin"
    kunci_alami = ("nip", "nomor")
    izin = "pegawai.impor"
    kolom = (
        NO_URUT,
        NIP,
        NAMA,
        Isian("jenis", ("Jenis Surat", "Jenis Izin", "Jenis Dokumen", "Jenis", "Nama Surat"), wajib=True),
        Isian("nomor", (
            "Nomor STR", "No STR", "Nomor SIP", "No SIP", "Nomor Surat", "No. Surat", "Nomor Izin", "Nomor Dokumen",
            "Nomor Registrasi", "Nomor STR/SIP", "No STR/SIP",
        ), wajib=True),
        Isian("penerbit", ("Penerbit", "Diterbitkan Oleh", "Lembaga Penerbit", "Instansi Penerbit", "Pemberi Izin"), wajib=True),
        Isian("keterangan", ("Keterangan", "Profesi", "Keahlian", "Tempat Praktik", "Tempat Praktek", "Kualifikasi")),
        Isian("mulai", ("Tanggal Terbit", "Tgl Terbit", "Berlaku Mulai", "Tanggal Mulai", "Mulai Berlaku", "Tanggal Surat"), wajib=True),
        Isian("selesai", (
            "Berlaku Sampai", "Berlaku Hingga", "Tanggal Berakhir", "Tgl Berakhir", "Berakhir", "Masa Berlaku",
            "Sampai Tanggal", "Tanggal Kedaluwarsa",
        )),
    )  # fmt: skip

    def periksa_baris(self, baris: Pemeriksa) -> None:
        nip = baris.nip()
        jenis = jenis_surat(baris.teks("jenis"))
        if jenis is None:
            baris.catat("JENIS_SURAT_TIDAK_DIKENAL", "jenis")
        baris.bersih["jenis"] = jenis
        for kode in ("nomor", "penerbit", "keterangan"):
            baris.bersih[kode] = baris.teks(kode) if baris.ada(kode) else None
            if kode != "keterangan" and not baris.bersih[kode]:
                baris.catat("SURAT_TIDAK_LENGKAP", kode)
        mulai = baris.tanggal("mulai").hari
        selesai = None
        if baris.teks("selesai") and "seumur hidup" not in (baris.teks("selesai") or "").casefold():
            selesai = baris.tanggal("selesai").hari
        else:
            baris.bersih["selesai"] = None
        if mulai is None:
            baris.catat("SURAT_TIDAK_LENGKAP", "mulai")
        elif selesai and selesai < mulai:
            baris.catat("TANGGAL_TERBALIK", "selesai", sebab=f"{mulai:%d-%m-%Y} sampai {selesai:%d-%m-%Y}")
        elif mulai > baris.pada:
            baris.catat("TANGGAL_TIDAK_WAJAR", "mulai", sebab="surat belum terbit pada hari ini")
        else:
            lahir = urai_nip(nip).lahir if nip else None
            baris.wajar("mulai", mulai, lahir, baris.buku.nilai("impor_usia_terendah"))

    def periksa_semua(self, baris: list[Pemeriksa]) -> None:
        tolak_duplikat(baris, self.kunci_alami)
