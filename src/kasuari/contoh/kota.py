"""Susunan kota contoh: perangkat daerah dari daftar yang ada, sekolah dan puskesmas rekaan, dan pos jabatannya."""

import csv
from dataclasses import dataclass, field
from pathlib import Path

from kasuari.dasar.organisasi.service import BarisPos, BarisUnit

DATA = Path(__file__).parent / "data"
JENIS = {"Setda": "sekretariat", "Setwan": "sekretariat", "Inspektorat": "inspektorat", "Badan": "badan", "Dinas": "dinas",
         "Satuan": "dinas", "UOBK": "rumah_sakit", "Distrik": "distrik"}  # fmt: skip
# Yang selalu ada, juga di kota kecil untuk uji.
INTI = (
    "SETDA",
    "INSP",
    "BKPSDM",
    "DISDIK",
    "DINKES",
    "DUKCAPIL",
    "BPKAD",
    "KOMINFO",
    "RSUD",
    "DST-01",
    "DST-04",
)
UTUH = 1500  # mulai sebanyak ini seluruh perangkat daerah dan kelurahan ada
ASN_UTUH = 4800
SEKOLAH_UTUH, PUSKESMAS_UTUH = 92, 10
BIDANG = {
    "DISDIK": ("Pembinaan SD", "Pembinaan SMP", "Guru dan Tenaga Kependidikan"),
    "DINKES": ("Kesehatan Masyarakat", "Pencegahan Penyakit", "Pelayanan Kesehatan"),
    "BKPSDM": ("Mutasi dan Promosi", "Pengembangan Kompetensi", "Penilaian Kinerja"),
    "DUKCAPIL": ("Pendaftaran Penduduk", "Pencatatan Sipil", "Pemanfaatan Data"),
}
BIDANG_UMUM = ("Perencanaan Teknis", "Pelaksanaan", "Pengendalian")


@dataclass
class Kota:
    """Rencana kota: unit, pos, dan kode pos menurut guna (mis. 'kepala', 'guru')."""

    unit: list[BarisUnit] = field(default_factory=list)
    pos: list[BarisPos] = field(default_factory=list)
    guna: dict[str, list[str]] = field(default_factory=dict)

    def tambah_unit(
        self, kode: str, nama: str, jenis: str, induk: str | None, singkatan: str = "", wilayah: str = ""
    ) -> str:
        self.unit.append(BarisUnit(kode, nama, jenis, induk, singkatan, wilayah))
        return kode

    def tambah_pos(self, unit: str, nama: str, jenis: str, guna: str, *, eselon: str = "", jenjang: str = "",
                   kelas: int | None = None, kepala: bool = False, formasi: int = 1, didik: str = "S1") -> None:  # fmt: skip
        kode = f"{unit}/{len(self.pos):05d}"
        self.pos.append(BarisPos(kode, unit, nama, jenis, eselon, jenjang, kelas, kepala, formasi, didik))
        self.guna.setdefault(guna, []).append(kode)


def _baca(nama: str) -> list[dict[str, str]]:
    with (DATA / nama).open(encoding="utf-8", newline="") as berkas:
        return list(csv.DictReader(berkas))


def rencana(asn: int) -> Kota:
    """Kota sebesar `asn` pegawai; susunannya hanya bergantung pada angka itu."""
    kota = Kota()
    kota.tambah_unit("kota", "Pemerintah Kota Sorong", "daerah", None)
    kota.tambah_pos("kota", "Wali Kota Sorong", "politik", "wali_kota", kepala=True)
    wilayah = {f"Distrik {d['nama']}": d["kode_baru"] for d in _baca("distrik.csv")}
    for o in _baca("opd.csv"):
        if asn >= UTUH or o["kode_usulan"] in INTI:
            _opd(kota, o["kode_usulan"], o["nama"], JENIS[o["jenis"]], wilayah.get(o["nama"], ""))
    _kelurahan(kota, asn)
    _sekolah(kota, max(4, SEKOLAH_UTUH * asn // ASN_UTUH))
    _puskesmas(kota, max(2, PUSKESMAS_UTUH * asn // ASN_UTUH))
    _rsud(kota)
    return kota


def _opd(kota: Kota, kode: str, nama: str, jenis: str, wilayah: str) -> None:
    singkat = "" if jenis == "distrik" or kode == "RSUD" else kode
    kota.tambah_unit(kode, nama, jenis, "kota", singkat, wilayah)
    if jenis == "distrik":
        kota.tambah_pos(
            kode, f"Kepala {nama}", "administrator", "kepala_opd", eselon="III.a", kelas=12, kepala=True
        )
        kota.tambah_pos(kode, f"Sekretaris {nama}", "administrator", "struktural", eselon="III.b", kelas=11)
        for seksi in ("Pemerintahan", "Pelayanan Umum", "Pemberdayaan Masyarakat"):
            kota.tambah_pos(kode, f"Kepala Seksi {seksi}", "pengawas", "struktural", eselon="IV.a", kelas=9)
        kota.tambah_pos(
            kode, "Pengadministrasi Pemerintahan", "pelaksana", "pelaksana", kelas=5, formasi=12, didik="SLTA"
        )
        return
    utama = "Sekretaris Daerah" if kode == "SETDA" else ("Inspektur" if kode == "INSP" else f"Kepala {nama}")
    utama = "Sekretaris DPRK" if kode == "SETWAN" else ("Direktur RSUD" if kode == "RSUD" else utama)
    kota.tambah_pos(kode, utama, "jpt", "sekda" if kode == "SETDA" else "kepala_opd",
                    eselon="II.a" if kode == "SETDA" else "II.b", kelas=15 if kode == "SETDA" else 14, kepala=True, didik="S2")  # fmt: skip
    sek = kota.tambah_unit(f"{kode}.SEK", f"Sekretariat {nama}"[:160], "bagian", kode)
    kota.tambah_pos(
        sek, f"Sekretaris {nama}"[:160], "administrator", "struktural", eselon="III.a", kelas=12, kepala=True
    )
    kota.tambah_pos(
        sek, "Kepala Subbagian Umum dan Kepegawaian", "pengawas", f"umpeg:{kode}", eselon="IV.a", kelas=9
    )
    kota.tambah_pos(sek, "Kepala Subbagian Keuangan", "pengawas", "struktural", eselon="IV.a", kelas=9)
    kota.tambah_pos(
        sek, "Pengadministrasi Perkantoran", "pelaksana", "pelaksana", kelas=5, formasi=10, didik="SLTA"
    )
    kota.tambah_pos(sek, "Penelaah Teknis Kebijakan", "pelaksana", "penelaah", kelas=7, formasi=6)
    for n, bidang in enumerate(BIDANG.get(kode, BIDANG_UMUM), 1):
        b = kota.tambah_unit(f"{kode}.B{n}", f"Bidang {bidang}", "bidang", kode)
        kota.tambah_pos(
            b, f"Kepala Bidang {bidang}", "administrator", "struktural", eselon="III.b", kelas=11, kepala=True
        )
        kota.tambah_pos(b, "Penelaah Teknis Kebijakan", "pelaksana", "penelaah", kelas=7, formasi=8)
        kota.tambah_pos(
            b, "Pengolah Data dan Informasi", "pelaksana", "pengolah", kelas=6, formasi=6, didik="D3"
        )
        jf = {"BKPSDM": "Analis SDM Aparatur", "INSP": "Auditor", "KOMINFO": "Pranata Komputer"}.get(
            kode, "Perencana"
        )
        for jenjang, kelas in (("Ahli Pertama", 8), ("Ahli Muda", 9)):
            kota.tambah_pos(
                b, f"{jf} {jenjang}", "fungsional", f"jf:{kode}", jenjang=jenjang, kelas=kelas, formasi=3
            )


def _kelurahan(kota: Kota, asn: int) -> None:
    ada = {u.nama: u.kode for u in kota.unit if u.jenis == "distrik"}
    pertama = True  # kelurahan pertama punya lurah dan petugas layanan demo
    for k in _baca("kelurahan.csv"):
        distrik = ada.get(f"Distrik {k['distrik']}")
        if distrik is None:
            continue
        kode = kota.tambah_unit(f"KEL-{k['kode_baru'][-7:].replace('.', '')}", f"Kelurahan {k['kelurahan']}", "kelurahan", distrik,
                                wilayah=k["kode_baru"])  # fmt: skip
        kota.tambah_pos(
            kode,
            f"Lurah {k['kelurahan']}",
            "pengawas",
            "lurah" if pertama else "struktural",
            eselon="IV.a",
            kelas=9,
            kepala=True,
        )
        if asn >= UTUH:
            kota.tambah_pos(
                kode,
                f"Sekretaris Kelurahan {k['kelurahan']}",
                "pengawas",
                "struktural",
                eselon="IV.b",
                kelas=8,
            )
        kota.tambah_pos(
            kode,
            "Pengelola Layanan Kelurahan",
            "pelaksana",
            "layanan" if pertama else "pelaksana",
            kelas=6,
            formasi=8,
            didik="SLTA",
        )
        pertama = False


def _sekolah(kota: Kota, banyak: int) -> None:
    for n in range(1, banyak + 1):
        sd = n % 4 != 0
        nama = f"{'SD' if sd else 'SMP'} Negeri {n if sd else n // 4} Contoh"
        kode = kota.tambah_unit(f"SEK-{n:03d}", nama, "sekolah", "DISDIK")
        kota.tambah_pos(
            kode,
            f"Kepala {nama}",
            "fungsional",
            "kepala_sekolah",
            jenjang="Ahli Madya",
            kelas=11,
            kepala=True,
        )
        for jenjang, kelas, formasi in (("Ahli Pertama", 8, 9), ("Ahli Muda", 9, 6), ("Ahli Madya", 11, 3)):
            kota.tambah_pos(
                kode, f"Guru {jenjang}", "fungsional", "guru", jenjang=jenjang, kelas=kelas, formasi=formasi
            )
        kota.tambah_pos(
            kode, "Pengadministrasi Sekolah", "pelaksana", "pelaksana", kelas=5, formasi=2, didik="SLTA"
        )


def _puskesmas(kota: Kota, banyak: int) -> None:
    for n in range(1, banyak + 1):
        nama = f"Puskesmas Contoh {n}"
        kode = kota.tambah_unit(f"PKM-{n:02d}", nama, "puskesmas", "DINKES")
        kota.tambah_pos(
            kode,
            f"Kepala {nama}",
            "fungsional",
            "kepala_puskesmas",
            jenjang="Ahli Muda",
            kelas=10,
            kepala=True,
        )
        _nakes(kota, kode, 1)


def _rsud(kota: Kota) -> None:
    for n, bangsal in enumerate(("Rawat Inap", "Gawat Darurat", "Kebidanan", "Bedah"), 1):
        kode = kota.tambah_unit(f"RSUD.I{n}", f"Instalasi {bangsal}", "upt", "RSUD")
        _nakes(kota, kode, 2)


def _nakes(kota: Kota, unit: str, kali: int) -> None:
    for nama, jenjang, guna, kelas, formasi, didik in (
        ("Perawat", "Terampil", "perawat", 6, 14, "D3"),
        ("Perawat", "Ahli Pertama", "perawat", 8, 8, "S1"),
        ("Bidan", "Terampil", "bidan", 6, 10, "D3"),
        ("Bidan", "Mahir", "bidan", 7, 5, "D3"),
        ("Dokter", "Ahli Pertama", "dokter", 8, 3, "S1"),
        ("Dokter", "Ahli Muda", "dokter", 9, 2, "S1"),
    ):
        kota.tambah_pos(
            unit,
            f"{nama} {jenjang}",
            "fungsional",
            guna,
            jenjang=jenjang,
            kelas=kelas,
            formasi=formasi * kali,
            didik=didik,
        )
