"""Jenis kasus: slip gaji sebulan, slip yang tercetak, rincian iuran, dan tunjangan yang berdiri sendiri."""

from typing import Any

from ... import gaji
from ...gaji import slip
from ...galat import tolak
from ...masukan import rupiah
from ..daftar import Jawaban, dari_susunan, jenis, jenis_susunan
from ..isian import TERBARU, Isian

_KELUARGA = ("tunjangan_suami_istri", "tunjangan_anak")
_JABATAN = ("tunjangan_struktural", "tunjangan_fungsional", "tunjangan_umum")
_IURAN = ("tunjangan_bpjs", "tunjangan_jkk", "tunjangan_jkm")


def _sama(*nama: str) -> dict[str, str]:
    """Kunci hasil yang bernama sama dengan besarannya."""
    return {n: n for n in nama}


_PAJAK = {"tarif_ter_persen": "tarif_ter", "potongan_pph21": "pph21"}
_BPJS = {"tunjangan_bpjs_4": "tunjangan_bpjs", "potongan_bpjs_4": "tunjangan_bpjs"}
_BPJS |= {"potongan_bpjs_1": "potongan_bpjs_pegawai"}
_SLIP = {
    **_sama("gaji_pokok_tabel", "gaji_pokok", *_KELUARGA, *_JABATAN, "tunjangan_beras"),
    **_sama("tunjangan_khusus_papua", "tunjangan_jkk", "tunjangan_jkm", "bruto_pph", "kategori_ter"),
    **_sama("pph21", "tunjangan_pph", "pembulatan", *slip.JUMLAH),
    **_PAJAK,
    **_BPJS,
    "potongan_jkk": "tunjangan_jkk",
    "potongan_jkm": "tunjangan_jkm",
}
_ORANG = [k for k in slip.BULANAN.bidang if k not in ("golongan", "mkg", "dasar_iuran_lain")]


def _iwp(status: str) -> dict[str, str]:
    return {"potongan_iwp_3_25" if status == "pppk" else "potongan_iwp_8": "potongan_iwp"}


@jenis(
    "payslip_derived",
    " ".join([*_ORANG, *_JABATAN, "golongan mkg_tahun kota tpp_dalam_dasar_iuran_kesehatan periode"]),
)
def payslip_derived(isian: Isian) -> Jawaban:
    """Slip sebulan dari keadaan orangnya; bila tunjangan jabatan disebut besarnya, tarifnya tidak dicari."""
    buku = isian.buku(isian.tanggal("periode", None) or TERBARU)
    diketahui = _JABATAN if any(t in isian for t in _JABATAN) else ()
    keluar = {**_SLIP, **_iwp(isian.teks("status"))}
    susunan = slip.BULANAN.bagian(keluar.values(), {t: rupiah(t, 0) for t in diketahui})
    masukan = {k: isian.data[k] for k in (*_ORANG, *diketahui) if k in isian and k in susunan.bidang}
    masukan |= {
        "golongan": isian.golongan("golongan"),
        "mkg": isian.data.get("mkg_tahun"),
        "dasar_iuran_lain": isian.data.get("tpp_dalam_dasar_iuran_kesehatan", 0),
    }
    if "kota" in isian:
        masukan["bertugas_di_papua"] = isian.teks("kota") in buku.nilai("tunjangan_khusus_papua_wilayah")
    return dari_susunan(susunan, masukan, buku, keluar)


_DARI_SLIP = (*_JABATAN, "tunjangan_khusus_papua", *_IURAN, "pph21", "dasar_iuran_kesehatan")


@jenis(
    "payslip_pns",
    "periode golongan mkg_tahun kode_jiwa jumlah_jiwa_beras tunjangan_struktural tunjangan_fungsional "
    "tunjangan_umum tunjangan_pph_given dasar_iuran_kesehatan_given",
)
def payslip_pns(isian: Isian) -> Jawaban:
    """Slip yang tercetak tanpa iuran pemberi kerja; pajak dan dasar iuran kesehatannya diketahui dari slip."""
    pasangan, anak = _jiwa(isian)
    keluar = _sama("gaji_pokok", *_KELUARGA, "tunjangan_beras", "pembulatan", *slip.JUMLAH)
    keluar |= {"potongan_iwp_8": "potongan_iwp", "potongan_iwp_1": "potongan_bpjs_pegawai"}
    keluar |= {"potongan_pph": "pph21"}
    susunan = slip.BULANAN.bagian(keluar.values(), {t: rupiah(t, 0) for t in _DARI_SLIP})
    masukan = {
        "status": "pns",
        "golongan": isian.golongan("golongan"),
        "mkg": isian.data.get("mkg_tahun"),
        "pasangan_ditanggung": bool(pasangan),
        "anak_ditanggung": anak,
        "pph21": isian.rupiah("tunjangan_pph_given", wajib=True),
        "dasar_iuran_kesehatan": isian.rupiah("dasar_iuran_kesehatan_given", wajib=True),
        **{t: isian.data.get(t, 0) for t in _JABATAN},
    }
    return dari_susunan(susunan, masukan, isian.buku(isian.tanggal("periode")), keluar)


def _jiwa(isian: Isian) -> tuple[int, int]:
    """(pasangan, anak) dari kode jiwa 1PNN; banyaknya jiwa beras harus sama dengan jumlahnya."""
    kode = isian.teks("kode_jiwa")
    if len(kode) != 4 or not (kode.isascii() and kode.isdigit()) or kode[:2] not in ("10", "11"):
        raise tolak("kode_jiwa", f"{kode!r} bukan kode jiwa", ["1PNN: pegawai, pasangan 0 atau 1, NN anak"])
    pasangan, anak = int(kode[1]), int(kode[2:])
    jumlah = 1 + pasangan + anak
    if isian.bulat("jumlah_jiwa_beras", 1, 1 + 1 + 99, jumlah) != jumlah:
        raise tolak("jumlah_jiwa_beras", "tidak sama dengan kode jiwa", [str(jumlah)])
    return pasangan, anak


_KOMPONEN = ("gaji_pokok", *_KELUARGA, *_JABATAN, "tunjangan_beras")


@jenis("payslip_components", f"{' '.join(_KOMPONEN)} tunjangan_pph status periode")
def payslip_components(isian: Isian) -> Jawaban:
    """Iuran dan bersih dari komponen yang sudah diketahui; tanpa `status` dianggap PPPK."""
    status = isian.teks("status", "pppk")
    keluar = {**_sama(*_IURAN, "kotor_sementara"), "potongan_iwp_1": "potongan_bpjs_pegawai", **_iwp(status)}
    keluar |= {"jumlah_potongan_incl_pass_through": "jumlah_potongan", "net_rounded": "jumlah_dibayarkan"}
    diketahui = (*_KOMPONEN, "tunjangan_khusus_papua", "pph21")
    susunan = slip.BULANAN.bagian([*keluar.values(), "pembulatan"], {t: rupiah(t, 0) for t in diketahui})
    masukan: dict[str, Any] = {t: isian.data.get(t, 0) for t in _KOMPONEN}
    masukan |= {"status": status, "pph21": isian.data.get("tunjangan_pph", 0)}
    masukan["gaji_pokok"] = isian.rupiah("gaji_pokok", wajib=True)
    buku = isian.buku(isian.tanggal("periode", None) or TERBARU)
    jawab = dari_susunan(susunan, masukan, buku, {**keluar, "pembulatan": "pembulatan"})
    bersih = jawab.hasil["net_rounded"] - jawab.hasil["pembulatan"]
    return Jawaban({**jawab.hasil, "net_before_rounding": bersih}, jawab.jejak, jawab.buku)


jenis_susunan("payslip_month", gaji.SKEMA["bulanan"])
jenis_susunan("payslip_last_month", gaji.SKEMA["masa_terakhir"])
jenis_susunan("payslip_part_time", gaji.SKEMA["paruh_waktu"])
jenis_susunan("child_allowance", gaji.SKEMA["anak"])
jenis_susunan("taperum", gaji.SKEMA["taperum"])


@jenis("tapera", "gaji")
def tapera(isian: Isian) -> Jawaban:
    """Iuran Tapera seluruhnya dan bagiannya; tidak dipotong dari ASN selama sakelarnya mati."""
    keluar = {"total": "tapera", "pekerja": "tapera_pekerja", "pemberi_kerja": "tapera_pemberi_kerja"}
    return dari_susunan(gaji.SKEMA["tapera"], {"gaji": isian.data.get("gaji")}, isian.buku(), keluar)
