"""Subjek impor `formasi`: kebutuhan tiap jabatan tiap unit dari berkas kantor. Tanpa basis data."""

from kasuari.dasar.impor.katalog import TOLAK, Kode, daftarkan_kode
from kasuari.dasar.impor.pemeriksa import Pemeriksa
from kasuari.dasar.impor.subjek import Subjek, daftarkan
from kasuari.dasar.impor.tata import Isian

PANJANG = {"unit": 160, "jabatan": 160, "jenjang": 30, "no_sk": 120}
JENIS = {
    "jpt": "jpt", "pimpinan tinggi": "jpt", "jabatan pimpinan tinggi": "jpt", "administrator": "administrator",
    "pengawas": "pengawas", "fungsional": "fungsional", "jf": "fungsional", "jabatan fungsional": "fungsional",
    "pelaksana": "pelaksana", "jabatan pelaksana": "pelaksana",
}  # fmt: skip

daftarkan_kode(
    [
        Kode("FORMASI_UNIT_KOSONG", TOLAK, "Unit kosong. Isi nama atau kode unit seperti di halaman Organisasi.", 34),
        Kode("FORMASI_JABATAN_KOSONG", TOLAK, "Nama jabatan kosong. Isi nama jabatan seperti di ketetapannya.", 34),
        Kode("FORMASI_TIDAK_SAH", TOLAK,
            "Kebutuhan '%(teks)s' bukan bilangan bulat 0 sampai %(batas)s. Kosong tidak dibaca nol: tulis 0 bila memang "
            "tidak diisi.", 35),
        Kode("FORMASI_JENIS_TIDAK_DIKENAL", TOLAK,
            "Jenis jabatan '%(teks)s' tidak dikenal. Tulis pimpinan tinggi, administrator, pengawas, fungsional, atau "
            "pelaksana.", 36),
        Kode("FORMASI_KELAS_TIDAK_SAH", TOLAK, "Kelas jabatan '%(teks)s' bukan bilangan 1 sampai %(batas)s.", 36),
        Kode("FORMASI_TERLALU_PANJANG", TOLAK, "Kolom %(kolom)s lebih dari %(batas)s huruf. Ringkas isinya.", 44),
        Kode("FORMASI_GANDA", TOLAK,
            "Jabatan ini di unit itu sudah ada di baris %(baris_lain)s; yang pertama dipakai. Hapus salah satunya, atau "
            "jumlahkan kebutuhannya.", 79),
        Kode("FORMASI_UNIT_TIDAK_ADA", TOLAK,
            "Unit '%(teks)s' tidak ada di susunan hari ini. Tulis nama lengkap atau kodenya seperti di halaman Organisasi.", 37),
        Kode("FORMASI_UNIT_LEBIH_DARI_SATU", TOLAK,
            "Nama unit '%(teks)s' dimiliki lebih dari satu unit. Tulis kode unitnya.", 37),
    ]
)  # fmt: skip


class SubjekFormasi(Subjek):
    """Satu baris satu jabatan satu unit. Tanpa kolom tanggal, kebutuhannya berlaku mulai hari impor."""

    kode = "formasi"
    kunci_alami = ("unit", "jabatan", "jenjang", "mulai")
    izin = "organisasi.formasi"
    kolom = (
        Isian("no_urut", ("No", "No. Urut", "Nomor Urut", "Urut", "#")),
        Isian("unit", (
            "Unit", "Unit Kerja", "Unit Organisasi", "Nama Unit", "Nama Unit Kerja", "Kode Unit", "Perangkat Daerah", "OPD",
            "SKPD", "Unor", "Satuan Kerja",
        ), wajib=True),
        Isian("jabatan", ("Jabatan", "Nama Jabatan", "Nomenklatur Jabatan", "Nama Jabatan Formasi"), wajib=True),
        Isian("jenjang", ("Jenjang", "Jenjang Jabatan", "Jenjang JF", "Tingkat Jabatan")),
        Isian("jenis", ("Jenis Jabatan", "Jenis", "Kelompok Jabatan")),
        Isian("kelas", ("Kelas", "Kelas Jabatan", "Kelas Jab")),
        Isian("kebutuhan", (
            "Kebutuhan", "Formasi", "Jumlah Kebutuhan", "Jumlah Formasi", "Kebutuhan Pegawai", "Kebutuhan ABK", "ABK",
            "Hasil ABK", "Kebutuhan Jabatan", "Jumlah Kebutuhan Pegawai",
        ), wajib=True),
        Isian("mulai", ("Berlaku Mulai", "Mulai Berlaku", "TMT", "Tanggal Berlaku")),
        Isian("no_sk", ("Nomor SK", "No SK", "Nomor Surat", "Nomor Dokumen", "Dasar", "Nomor Keputusan", "Dasar Penetapan")),
        Isian("tgl_sk", ("Tanggal SK", "Tgl SK", "Tanggal Surat", "Tanggal Keputusan")),
    )  # fmt: skip

    def periksa_baris(self, baris: Pemeriksa) -> None:
        for kode, batas in PANJANG.items():
            teks = baris.teks(kode)
            if teks and len(teks) > batas:
                baris.catat("FORMASI_TERLALU_PANJANG", kode, batas=str(batas))
            baris.bersih[kode] = teks
        if not baris.bersih["unit"]:
            baris.catat("FORMASI_UNIT_KOSONG", "unit")
        if not baris.bersih["jabatan"]:
            baris.catat("FORMASI_JABATAN_KOSONG", "jabatan")
        self._bilangan(
            baris, "kebutuhan", "FORMASI_TIDAK_SAH", 0, baris.buku.nilai("impor_formasi_terbanyak")
        )
        if baris.teks("kelas"):
            self._bilangan(
                baris, "kelas", "FORMASI_KELAS_TIDAK_SAH", 1, baris.buku.nilai("register_kelas_tertinggi")
            )
        if jenis := baris.teks("jenis"):
            baris.bersih["jenis"] = JENIS.get(jenis.casefold())
            if baris.bersih["jenis"] is None:
                baris.catat("FORMASI_JENIS_TIDAK_DIKENAL", "jenis")
        for kode in ("mulai", "tgl_sk"):
            if baris.teks(kode):
                baris.tanggal(kode)

    @staticmethod
    def _bilangan(baris: Pemeriksa, isian: str, kode: str, bawah: int, atas: int) -> None:
        nilai = baris.bilangan(isian, "orang|org")
        if baris.hasil.alasan and baris.hasil.alasan[-1].kode == "ANGKA_TIDAK_SAH":
            baris.hasil.alasan.pop()
        if nilai is None or not bawah <= nilai <= atas:
            baris.catat(kode, isian, batas=str(atas))

    def periksa_semua(self, baris: list[Pemeriksa]) -> None:
        pertama: dict[tuple[str, ...], Pemeriksa] = {}
        for p in baris:
            if p.hasil.ditolak:
                continue
            kunci = tuple((p.bersih.get(k) or "").casefold() for k in self.kunci_alami)
            asal = pertama.setdefault(kunci, p)
            if asal is not p:
                sama = asal.bersih.get("kebutuhan") == p.bersih.get("kebutuhan")
                p.catat("DUPLIKAT_IDENTIK" if sama else "FORMASI_GANDA", baris_lain=str(asal.hasil.baris))


SUBJEK = daftarkan(SubjekFormasi())
