"""Jenis kasus: kenaikan pangkat, masa kerja golongan, predikat, dan kewajiban JP."""

from datetime import date

from ... import pangkat, skp
from ...gaji import gaji_pokok
from ...galat import tolak
from ...golongan import jenis_golongan
from ...masa_kerja import selisih_bulan, tulis
from ..daftar import Jawaban, jenis, langkah_parameter, satu_langkah
from ..isian import Isian


@jenis("kp_period_valid", "tmt jenis")
def kp_period_valid(isian: Isian) -> Jawaban:
    tmt = isian.tanggal("tmt")
    buku = isian.buku(tmt)
    hasil = {"valid": pangkat.periode_sah(tmt, isian.teks("jenis"), buku)}
    return langkah_parameter(isian, buku, hasil, "Periode kenaikan pangkat", "kp_periode_bulan")


@jenis("kp_reguler_earliest", "tmt_last")
def kp_reguler_earliest(isian: Isian) -> Jawaban:
    paling_awal = pangkat.reguler_paling_awal(isian.tanggal("tmt_last"))
    hasil = {"earliest": paling_awal.isoformat()}
    return langkah_parameter(
        isian, isian.buku(paling_awal), hasil, "KP reguler paling awal", "kp_reguler_tahun"
    )


@jenis("kp_penyesuaian_ijazah", "ijazah golongan")
def kp_penyesuaian_ijazah(isian: Isian) -> Jawaban:
    buku = isian.buku()
    baru, tahun = pangkat.penyesuaian_ijazah(isian.teks("ijazah"), isian.golongan("golongan"), buku)
    hasil = {"golongan_baru": baru, "min_years_in_rank": tahun}
    return langkah_parameter(isian, buku, hasil, "Penyesuaian ijazah", "kp_ijazah")


@jenis(
    "mkg",
    "golongan_lama mkg golongan_baru golongan peninjauan_masa_kerja tanggal pada tmt_cpns "
    "masa_kerja_saat_cpns",
)
def mkg(isian: Isian) -> Jawaban:
    """Tiga hitungan masa kerja: pindah golongan, peninjauan masa kerja, dan berjalannya waktu."""
    buku = isian.buku()
    if "golongan_baru" in isian:
        lama, baru = isian.golongan("golongan_lama"), isian.golongan("golongan_baru")
        bulan = pangkat.mkg_sesudah_pindah(lama, isian.masa_kerja("mkg"), baru, buku)
        hasil = {"mkg_baru": tulis(bulan)}
        return langkah_parameter(
            isian, buku, hasil, "MKG sesudah pindah golongan", "mkg_potong_pindah_golongan"
        )
    if "peninjauan_masa_kerja" in isian:
        bulan = isian.masa_kerja("mkg") + isian.masa_kerja("peninjauan_masa_kerja")
        return satu_langkah(
            isian, buku, {"mkg_baru": tulis(bulan)}, "MKG sesudah peninjauan", "PP 11/2017; PMK"
        )
    hasil = {}
    if "mkg" in isian:
        berjalan = selisih_bulan(isian.tanggal("pada"), isian.tanggal("tanggal"))
        hasil["mkg"] = tulis(isian.masa_kerja("mkg") + berjalan)
    if "tmt_cpns" in isian:
        sampai = isian.tanggal("tanggal", None) or isian.tanggal("pada")
        seluruh = selisih_bulan(isian.tanggal("tmt_cpns"), sampai)
        hasil["masa_kerja_seluruhnya"] = tulis(isian.masa_kerja("masa_kerja_saat_cpns", 0) + seluruh)
    if not hasil:
        raise tolak("mkg", "wajib diisi", ["17y7m"])
    return satu_langkah(isian, buku, hasil, "Masa kerja berjalan", "Hitungan kalender")


@jenis("promotion", "golongan_lama mkg_lama golongan_baru")
def promotion(isian: Isian) -> Jawaban:
    buku = isian.buku()
    lama, baru = isian.golongan("golongan_lama"), isian.golongan("golongan_baru")
    mkg_lama = isian.masa_kerja("mkg_lama")
    mkg_baru = pangkat.mkg_sesudah_pindah(lama, mkg_lama, baru, buku)
    hasil = {
        "gaji_pokok_lama": gaji_pokok(lama, mkg_lama // 12, jenis_golongan(lama), buku),
        "mkg_baru": tulis(mkg_baru),
        "gaji_pokok_baru": gaji_pokok(baru, mkg_baru // 12, jenis_golongan(baru), buku),
    }
    return langkah_parameter(isian, buku, hasil, "Kenaikan pangkat", "mkg_potong_pindah_golongan")


@jenis("predikat_matrix", "hasil_kerja perilaku")
def predikat_matrix(isian: Isian) -> Jawaban:
    buku = isian.buku()
    hasil = {"predikat": skp.predikat_kuadran(isian.teks("hasil_kerja"), isian.teks("perilaku"), buku)}
    return langkah_parameter(isian, buku, hasil, "Predikat kinerja", "skp_kuadran")


@jenis("bangkom_20jp", "kind jp_year")
def bangkom_20jp(isian: Isian) -> Jawaban:
    jp = isian.daftar("jp_year")
    if not all(isinstance(j, int) and not isinstance(j, bool) and j >= 0 for j in jp):
        raise tolak("jp_year", "tiap isi harus JP bulat", ["0 ke atas"])
    buku = isian.buku(date.max)
    total, met = skp.bangkom_terpenuhi(isian.teks("kind"), jp, buku)
    return langkah_parameter(
        isian, buku, {"total": total, "met": met}, "Kewajiban JP setahun", "bangkom_jp_setahun"
    )
