"""Subjek `diklat`: riwayat pelatihan. Tanggal boleh rentang dalam satu sel (`3-5 Januari 2025`)."""

from datetime import date

from kasuari.aturan.identitas import urai_nip
from kasuari.dasar.impor.nilai.nama import bersihkan_nama
from kasuari.dasar.impor.pemeriksa import Pemeriksa, tolak_duplikat
from kasuari.dasar.impor.subjek import Subjek
from kasuari.dasar.impor.tata import Isian

from .isian import NAMA, NIP, NO_URUT


class SubjekDiklat(Subjek):
    """Satu baris satu pelatihan satu orang; kunci NIP dengan nomor sertifikat."""

    kode = "diklat"
    kunci_alami = ("nip", "no_sertifikat")
    izin = "pegawai.impor"
    kolom = (
        NO_URUT,
        NIP,
        NAMA,
        Isian("jenis", (
            "Jenis Diklat", "Jenis", "Jenis Pelatihan", "Jenis Kursus", "Jenis Diklat Nama",
            "Jenis Kursus Nama", "Kategori", "Jenis Bangkom", "Rumpun Diklat",
        )),
        Isian("nama_diklat", (
            "Nama Diklat", "Nama Pelatihan", "Nama Kursus", "Judul", "Judul Diklat", "Nama Kegiatan",
            "Nama Bimtek", "Diklat", "Latihan Struktural Nama", "Nama Bangkom", "Pelatihan",
            "Judul Pelatihan", "Kegiatan",
        ), wajib=True),
        Isian("penyelenggara", (
            "Penyelenggara", "Institusi Penyelenggara", "Lembaga", "Instansi Penyelenggara",
            "Lembaga Penyelenggara",
        )),
        Isian("tempat", ("Tempat", "Lokasi", "Tempat Pelaksanaan")),
        Isian("mulai", (
            "Tgl Mulai", "Tanggal Mulai", "Mulai", "Tanggal Kursus", "Tanggal Awal", "Dari Tanggal",
            "Tanggal Pelaksanaan", "Waktu Pelaksanaan", "Tanggal", "Pelaksanaan", "Tanggal Diklat",
            "TMT Mulai", "Tanggal Pelatihan", "Tanggal Kegiatan", "Tanggal Pelaksanaan Mulai", "Waktu",
        )),
        Isian("selesai", (
            "Tgl Selesai", "Tanggal Selesai", "Selesai", "Tanggal Akhir", "Tanggal Selesai Kursus",
            "Sampai Tanggal", "Berakhir", "Tanggal Berakhir", "Tanggal Pelaksanaan Selesai",
            "s.d. Tanggal", "s/d",
        )),
        Isian("jp", (
            "Jumlah JP", "JP", "Jml JP", "Jam Pelajaran", "Jumlah Jam", "Jumlah Jam Pelajaran",
            "Lama (JP)", "Total JP", "Jumlah Jam (JP)", "Lama Jam", "Durasi (JP)", "Jam", "JPL",
        ), wajib=True),
        Isian("no_sertifikat", (
            "No. Sertifikat", "Nomor Sertifikat", "No Sertipikat", "Sertifikat", "No STTPP",
            "Nomor STTPL", "Nomor", "Nomor Sertifikat/STTPP", "No. Sertifikat/STTPP", "Nomor Piagam",
            "No. Piagam",
        )),
        Isian("tahun", ("Tahun", "Tahun Diklat", "Tahun Kursus", "Tahun Pelaksanaan")),
    )  # fmt: skip

    def periksa_baris(self, baris: Pemeriksa) -> None:
        nip = baris.nip()
        if baris.ada("nama"):
            # nama hanya pembanding; NIP yang menentukan, maka nama cacat tidak menolak riwayatnya
            nama = bersihkan_nama(baris.sel("nama").teks).nilai
            baris.bersih["nama"] = nama.nama if nama else None
        if not baris.teks("nama_diklat"):
            baris.catat("NAMA_DIKLAT_KOSONG", "nama_diklat")
        for kode in ("nama_diklat", "penyelenggara", "tempat", "no_sertifikat"):
            if baris.ada(kode):
                baris.bersih[kode] = baris.teks(kode)
        if baris.ada("jenis"):
            jenis = baris.teks("jenis")
            baris.bersih["jenis"] = jenis.capitalize() if jenis else None
        if baris.ada("tahun"):
            baris.bilangan("tahun")
        mulai, selesai = self._tanggal(baris, nip)
        self._jp(baris, mulai, selesai)

    def periksa_semua(self, baris: list[Pemeriksa]) -> None:
        pertama: dict[tuple[str, str], Pemeriksa] = {}
        for p in baris:
            sertifikat = p.bersih.get("no_sertifikat")
            if p.hasil.ditolak or not sertifikat:
                continue
            asal = pertama.setdefault((p.bersih["nip"], sertifikat.casefold()), p)
            if asal is not p:
                p.catat("DUPLIKAT_SERTIFIKAT", baris_lain=str(asal.hasil.baris), sertifikat=sertifikat)
        tolak_duplikat(
            [p for p in baris if not p.bersih.get("no_sertifikat")], ("nip", "nama_diklat", "mulai")
        )

    def _tanggal(self, baris: Pemeriksa, nip: str | None) -> tuple[date | None, date | None]:
        terbaca = baris.tanggal("mulai") if baris.ada("mulai") else None
        mulai = terbaca.hari if terbaca else None
        selesai = terbaca.sampai if terbaca else None
        if baris.teks("selesai"):
            akhir = baris.tanggal("selesai")
            sampai = akhir.sampai or akhir.hari
            if selesai and sampai and sampai != selesai:
                # dua keterangan berbeda di dua sel: tidak dipilihkan
                saran = f"{selesai:%d-%m-%Y} atau {sampai:%d-%m-%Y}"
                baris.catat("TANGGAL_AMBIGU", "selesai", saran, sebab="berbeda dengan rentang di kolom mulai")
                sampai = None
            selesai = sampai
        baris.bersih["selesai"] = selesai.isoformat() if selesai else None
        if mulai and selesai and selesai < mulai:
            baris.catat("TANGGAL_TERBALIK", "selesai", sebab=f"{mulai:%d-%m-%Y} sampai {selesai:%d-%m-%Y}")
        self._wajar(baris, nip, {"mulai": mulai, "selesai": selesai})
        return mulai, selesai

    def _wajar(self, baris: Pemeriksa, nip: str | None, hari: dict[str, date | None]) -> None:
        lahir = urai_nip(nip).lahir if nip else None
        for kode, tanggal in hari.items():
            kolom = kode if baris.ada(kode) else "mulai"
            if tanggal and tanggal > baris.pada:
                baris.catat("TANGGAL_TIDAK_WAJAR", kolom, sebab="riwayat tidak mungkin sesudah hari ini")
            else:
                baris.wajar(kolom, tanggal, lahir, baris.buku.nilai("impor_usia_terendah"))

    def _jp(self, baris: Pemeriksa, mulai: date | None, selesai: date | None) -> None:
        jp = baris.bilangan("jp", r"(?:jp|jpl|jam(?: pelajaran)?|j\.p\.?)")
        if not jp:
            if baris.hasil.alasan and baris.hasil.alasan[-1].kode == "ANGKA_TIDAK_SAH":
                baris.hasil.alasan.pop()
            baris.catat("JP_NOL", "jp")
            return
        hari = (selesai - mulai).days + 1 if mulai and selesai and selesai >= mulai else None
        batas = baris.buku.nilai("impor_jp_sehari_wajar")
        if hari and jp > hari * batas:
            baris.catat("JP_TIDAK_WAJAR", "jp", hari=str(hari), batas=str(batas))
