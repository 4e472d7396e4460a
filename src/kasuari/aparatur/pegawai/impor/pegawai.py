"""Subjek `pegawai`: daftar pegawai dari SIASN, DUK, atau nominatif."""

import re
from datetime import date

from kasuari.aturan.golongan import jenis_golongan
from kasuari.aturan.identitas import urai_nip
from kasuari.aturan.masa_kerja import tambah_tahun
from kasuari.aturan.register import kedudukan_aktif
from kasuari.dasar.impor.nilai.lain import pisah_tempat
from kasuari.dasar.impor.pemeriksa import Pemeriksa, tolak_duplikat
from kasuari.dasar.impor.subjek import Subjek
from kasuari.dasar.impor.tata import Isian

from .isian import GOL, NAMA_PADANAN, NIP, NO_URUT
from .kedudukan import kedudukan

TEKS = (
    Isian("pns_id", ("PNS ID", "id pns", "orang id", "ID ASN")),
    Isian("nip_lama", ("NIP Lama",)),
    Isian("gelar_depan", ("Gelar Depan",)),
    Isian("gelar_belakang", ("Gelar Belakang",)),
    Isian("agama", ("Agama", "Agama Nama")),
    Isian("status_kawin", ("Jenis Kawin Nama", "Status Kawin", "Status Perkawinan", "Kawin")),
    Isian("jenis_pegawai", ("Jenis Pegawai Nama", "Jenis Pegawai")),
    Isian("kedudukan_hukum", (
        "Kedudukan Hukum Nama", "Kedudukan Hukum", "Kedudukan PNS Nama", "Status Keaktifan",
        "Status Pegawai",
    )),
    Isian("status_cpns_pns", ("Status CPNS PNS", "CPNS/PNS")),
    Isian("jenis_jabatan", ("Jenis Jabatan Nama", "Jenis Jabatan")),
    Isian("jabatan", (
        "Jabatan", "Jabatan Nama", "Nama Jabatan", "Jabatan Terakhir", "Jabatan Saat Ini",
        "Jabatan Sekarang",
    )),
    Isian("eselon", ("Eselon", "Eselon Nama", "Ess", "Jabatan Ess", "Jabatan Eselon")),
    Isian("pendidikan", (
        "Tingkat Pendidikan Nama", "TK Pendidikan Nama", "Pendidikan Terakhir", "Pendidikan",
        "Tingkat Pendidikan", "Jenjang Pendidikan", "TK Pendidikan Terakhir", "Pendidikan/Jurusan",
    )),
    Isian("jurusan", ("Pendidikan Nama", "Pendidikan Terakhir Nama", "Jurusan", "Program Studi")),
    Isian("unit", (
        "Unor Nama", "Unit Organisasi Nama", "Unit Kerja", "Unit", "Unit Organisasi", "Nama Unor", "OPD",
        "Perangkat Daerah", "SKPD", "Satuan Kerja", "Tempat Tugas", "Instansi",
    )),
    Isian("unit_induk", ("Unor Induk Nama", "Unit Induk", "Unor Induk")),
    Isian("instansi_kerja", ("Instansi Kerja Nama", "Instansi Kerja")),
    Isian("tempat_lahir", ("Tempat Lahir", "Tempat Lahir Nama", "Kota Lahir", "Tempat &", "Tempat")),
)  # fmt: skip
RAHASIA = (
    Isian("nik", ("NIK", "No KTP", "Nomor KTP", "Nomor Induk Kependudukan")),
    Isian("npwp", ("NPWP", "NPWP Nomor", "No NPWP")),
    Isian(
        "hp",
        (
            "Nomor HP",
            "No HP",
            "No. Telepon",
            "Nomor Telpon",
            "No Telp",
            "Telp",
            "Telepon",
            "WA",
            "No. WA",
            "No. HP/WA",
        ),
    ),
    Isian("email", ("Email", "E-mail", "Surel")),
    Isian("email_dinas", ("Email Gov", "Email Dinas")),
    Isian("alamat", ("Alamat", "Alamat Rumah")),
)
TMT = (
    Isian("tmt_cpns", ("TMT CPNS", "TMT C P N S", "TMT Capeg")),
    Isian("tmt_pns", ("TMT PNS",)),
    Isian("tmt_gol", (
        "TMT Golongan", "TMT Gol", "TMT Pangkat", "TMT Gol. Ruang", "TMT Gol Akhir",
        "TMT Golongan Akhir", "TMT Golongan Terakhir", "TMT Golongan Ruang", "Gol Ruang TMT", "TMT Pangkat/Gol",
        "TMT Pangkat Terakhir", "Golongan TMT", "Pangkat TMT", "Pangkat/Gol TMT",
        "Pangkat Golongan Ruang TMT", "TMT KP", "TMT Pangkat Golongan Ruang",
    )),
    Isian("tmt_jabatan", ("TMT Jabatan", "Jabatan TMT", "Jabatan TMT Jabatan", "TMT Jab")),
    Isian("tmt_eselon", ("TMT Eselon", "Jabatan TMT Eselon")),
)  # fmt: skip


class SubjekPegawai(Subjek):
    """Satu baris satu pegawai; kunci NIP."""

    kode = "pegawai"
    kunci_alami = ("nip",)
    izin = "pegawai.impor"
    kolom = (
        NO_URUT,
        Isian("no_duk", ("No DUK", "Nomor DUK", "Nomor Urut DUK")),
        NIP,
        Isian("nama", NAMA_PADANAN, wajib=True),
        Isian("lahir", (
            "Tanggal Lahir", "Tgl Lahir", "Tgl. Lahir", "Lahir", "Tempat & Tgl Lahir",
            "Tanggal Kelahiran", "Tanggal lahir pegawai",
        )),
        Isian("tempat_tgl_lahir", (
            "Tempat/Tgl Lahir", "Tempat, Tanggal Lahir", "Tempat Tanggal Lahir",
            "Tempat dan Tanggal Lahir", "TTL", "Tempat / Tanggal Lahir", "Kelahiran",
        ), turunan=("lahir", "tempat_lahir")),
        Isian("jk", (
            "Jenis Kelamin", "L/P", "JK", "Kelamin", "Sex", "Gender", "Jns Kelamin", "P/L",
            "Jenis Kelamin (L/P)", "LP",
        )),
        GOL,
        Isian("gol_awal", ("Golongan Awal Nama", "Gol Awal Nama", "Golongan Awal", "Gol Awal", "Gol Ruang Awal")),
        Isian("mk_tahun", ("MK Tahun", "Masa Kerja Tahun", "Masa Kerja Thn", "MKG Tahun", "MK Thn", "Masa Kerja Golongan Tahun")),
        Isian("mk_bulan", ("MK Bulan", "Masa Kerja Bulan", "Masa Kerja Bln", "MKG Bulan", "MK Bln", "Masa Kerja Golongan Bulan")),
        Isian("masa_kerja", ("Masa Kerja", "MK", "MKG", "Masa Kerja Golongan", "Masa Kerja (Tahun, Bulan)")),
        Isian("gaji_pokok", ("Gaji Pokok", "Gapok", "Gaji", "Besar Gaji", "Gaji Pokok (Rp)", "gjpokok")),
        Isian("tahun_lulus", ("Tahun Lulus", "Thn Lulus")),
        *TMT,
        *TEKS,
        *RAHASIA,
    )  # fmt: skip

    def _kode_kontrak(self, baris: Pemeriksa, nip: str | None) -> None:
        """Kode di luar kontrak yang lazim biasanya bulan TMT PNS yang salah ketik; orang yang memutuskan."""
        kode = urai_nip(nip).kode if nip else None
        awal, akhir = baris.buku.nilai("impor_kode_pppk_awal"), baris.buku.nilai("impor_kode_pppk_akhir")
        if kode and not awal <= int(kode) <= akhir:
            baris.catat("NIP_KODE_TIDAK_LAZIM", "nip", angka=kode, awal=str(awal), akhir=str(akhir))

    def _golongan(self, baris: Pemeriksa, nip: str | None) -> None:
        """Golongan, dan apakah jenisnya cocok dengan NIP: 'III' bagi PNS biasanya III/a yang terpotong."""
        gol = baris.golongan()
        if not nip or not gol:
            return
        jenis = urai_nip(nip).jenis
        if jenis != jenis_golongan(gol):
            baris.catat(
                "GOLONGAN_BUKAN_JENISNYA" if jenis == "PNS" else "GOLONGAN_BEDA_JENIS", "gol", jenis=jenis
            )

    def periksa_baris(self, baris: Pemeriksa) -> None:
        nip = baris.nip()
        self._kode_kontrak(baris, nip)
        baris.nama()
        terbalik = self._lahir(baris, nip)
        self._jk(baris, nip)
        if baris.ada("gol"):
            self._golongan(baris, nip)
        if baris.ada("gol_awal") and baris.teks("gol_awal"):
            baris.golongan("gol_awal")
        for isian in TMT:
            if baris.ada(isian.kode):
                self._tmt(baris, isian.kode, terbalik)
        if baris.ada("gaji_pokok"):
            baris.uang("gaji_pokok", "GAJI_KOSONG")
        for kode in ("no_duk", "mk_tahun", "mk_bulan", "tahun_lulus"):
            if baris.ada(kode):
                baris.bilangan(kode)
        if baris.ada("masa_kerja"):
            baris.masa_kerja("masa_kerja")
        for isian in (*TEKS, *RAHASIA):
            if baris.ada(isian.kode) and isian.kode not in baris.bersih:
                teks = baris.teks(isian.kode)
                baris.bersih[isian.kode] = teks.strip(" ,") if teks else None
        duduk = baris.teks("kedudukan_hukum")
        if duduk and kedudukan(duduk) not in kedudukan_aktif(baris.buku):
            baris.catat("TIDAK_AKTIF", "kedudukan_hukum")

    def periksa_semua(self, baris: list[Pemeriksa]) -> None:
        tolak_duplikat(baris, self.kunci_alami)

    def _lahir(self, baris: Pemeriksa, nip: str | None) -> bool:
        """Tanggal lahir; True bila NIP membuktikan baris ini menulis bulan sebelum hari."""
        if baris.ada("tempat_tgl_lahir"):
            tempat, sel = pisah_tempat(baris.sel("tempat_tgl_lahir"))
            baris.bersih["tempat_lahir"] = tempat or None
            terbaca = baris.tanggal("tempat_tgl_lahir", sel, sebagai="lahir", lampau=True)
            kolom = "tempat_tgl_lahir"
        elif baris.ada("lahir"):
            tempat, sel = pisah_tempat(baris.sel("lahir"))
            terbaca = baris.tanggal("lahir", sel if tempat else None, lampau=True)
            kolom = "lahir"
        else:
            return False
        lahir = terbaca.hari
        if lahir is None:
            return False
        termuda, tertua = (baris.buku.nilai(f"impor_usia_{k}") for k in ("terendah", "tertinggi"))
        if not tambah_tahun(lahir, termuda) <= baris.pada <= tambah_tahun(lahir, tertua):
            baris.catat(
                "TANGGAL_TIDAK_WAJAR", kolom, sebab=f"usianya di luar {termuda} sampai {tertua} tahun"
            )
        elif nip and urai_nip(nip).lahir != lahir:
            menurut_nip = urai_nip(nip).lahir
            if _tukar(lahir) == menurut_nip:
                self._kosongkan(baris, kolom, "lahir", lahir)
                return True
            baris.catat(
                "NIP_TGL_LAHIR_BEDA", kolom, menurut_nip.strftime("%d-%m-%Y"), nip=menurut_nip.isoformat()
            )
        return False

    def _kosongkan(self, baris: Pemeriksa, kolom: str, kunci: str, hari: date) -> None:
        """Tanggal yang mungkin bulan-hari dikosongkan dan ditanyakan; tidak pernah ditebak."""
        saran = " atau ".join(t.strftime("%d-%m-%Y") for t in (hari, _tukar(hari)) if t)
        sebab = "menurut NIP, baris ini menulis bulan sebelum hari"
        baris.catat("TANGGAL_AMBIGU", kolom, saran, sebab=sebab, teks=baris.sel(kolom).teks)
        baris.bersih[kunci] = None

    def _jk(self, baris: Pemeriksa, nip: str | None) -> None:
        if not baris.ada("jk"):
            return
        jk = baris.jk()
        if nip and jk and urai_nip(nip).jk != jk:
            baris.catat("NIP_JK_BEDA", "jk", nip=urai_nip(nip).jk)

    def _tmt(self, baris: Pemeriksa, kode: str, terbalik: bool) -> None:
        terbaca = baris.tanggal(kode)
        if terbaca.hari is None:
            return
        if (
            terbalik
            and _tukar(terbaca.hari) not in (None, terbaca.hari)
            and not re.search("[A-Za-z]", baris.sel(kode).teks)
        ):
            self._kosongkan(baris, kode, kode, terbaca.hari)
            return
        if terbaca.hari > baris.pada:
            baris.catat("TMT_MASA_DEPAN", kode)
            return
        nip = baris.bersih.get("nip")
        lahir = urai_nip(nip).lahir if nip else None
        baris.wajar(kode, terbaca.hari, lahir, baris.buku.nilai("impor_usia_terendah"))


def _tukar(hari: date) -> date | None:
    """Hari dan bulan ditukar; None bila bukan tanggal."""
    try:
        return hari.replace(month=hari.day, day=hari.month)
    except ValueError:
        return None
