"""Jenis kasus: kenaikan pangkat dan masa kerja golongan."""

from ... import pangkat
from ...gaji import gaji_pokok
from ...galat import tolak
from ...golongan import jenis_golongan
from ...masa_kerja import selisih_bulan, tulis, urai
from ...rumus import jelaskan
from ..daftar import Jawaban, bernama, dari_susunan, jenis, langkah_parameter, satu_langkah
from ..isian import Isian


@jenis("kp_period_valid", "tmt jenis")
def kp_period_valid(isian: Isian) -> Jawaban:
    tmt = isian.tanggal("tmt")
    masukan = {"tmt": tmt, "jenis_kp": isian.teks("jenis").lower()}
    with bernama(jenis_kp="jenis"):
        jawab = dari_susunan(pangkat.SUSUNAN, masukan, isian.buku(tmt), {"valid": "periode_tepat"})
    return Jawaban({"valid": jawab.hasil["valid"] == "ya"}, jawab.jejak, jawab.buku)


@jenis("kp_reguler_earliest", "tmt_last")
def kp_reguler_earliest(isian: Isian) -> Jawaban:
    tmt = isian.tanggal("tmt_last")
    paling_awal = pangkat.reguler_paling_awal(tmt)
    masukan = {"tmt_pangkat": tmt, "per_tanggal": tmt}
    buku = isian.buku(paling_awal)
    jejak = jelaskan(pangkat.SUSUNAN, masukan, buku, ["tmt_reguler"])
    return Jawaban({"earliest": paling_awal.isoformat()}, jejak, buku)


@jenis("kp_penyesuaian_ijazah", "ijazah golongan")
def kp_penyesuaian_ijazah(isian: Isian) -> Jawaban:
    buku = isian.buku()
    ijazah, golongan = isian.teks("ijazah"), isian.golongan("golongan")
    baru, tahun = pangkat.penyesuaian_ijazah(ijazah, golongan, buku)
    masukan = {"ijazah": pangkat.baca_ijazah(ijazah), "golongan": golongan}
    jejak = jelaskan(pangkat.SUSUNAN, masukan, buku, ["golongan_ijazah", "syarat_ijazah_lebih_tinggi"])
    return Jawaban({"golongan_baru": baru, "min_years_in_rank": tahun}, jejak, buku)


@jenis("kp_penilaian", f"jenis {' '.join(pangkat.BIDANG)}")
def kp_penilaian(isian: Isian) -> Jawaban:
    """Kapan pangkat dapat naik dan syarat apa yang kurang, menurut buku hari yang ditanyakan."""
    masukan = isian.data_biasa()
    buku = isian.buku(isian.tanggal("per_tanggal"))
    nilai = pangkat.nilai_pangkat(
        isian.teks("jenis"), {k: v for k, v in masukan.items() if k != "jenis"}, buku
    )
    hasil = {
        "golongan_baru": nilai.golongan_baru,
        "tmt": nilai.tmt.isoformat(),
        "boleh": nilai.boleh,
        "kurang": [s.kode for s in nilai.kurang],
    }
    return Jawaban(hasil, list(nilai.jejak), buku)


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
    masukan = {"golongan": lama, "golongan_baru": baru, "mkg": tulis(mkg_lama)}
    with bernama(golongan="golongan_lama", mkg="mkg_lama"):
        jejak = jelaskan(pangkat.SUSUNAN, masukan, buku, ["mkg_sesudah_naik"])
    mkg_baru = urai(jejak[-1].nilai)
    hasil = {
        "gaji_pokok_lama": gaji_pokok(lama, mkg_lama // 12, jenis_golongan(lama), buku),
        "mkg_baru": tulis(mkg_baru),
        "gaji_pokok_baru": gaji_pokok(baru, mkg_baru // 12, jenis_golongan(baru), buku),
    }
    return Jawaban(hasil, jejak, buku)
