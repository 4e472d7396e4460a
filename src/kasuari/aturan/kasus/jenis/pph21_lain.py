"""Jenis kasus: PPh 21 harian, bukan pegawai, peserta kegiatan, penarikan pensiun, dan honorarium final."""

from typing import Any

from ... import pph21
from ...bulat import bagi_ke_bawah
from ...galat import tolak
from ..daftar import Jawaban, bernama, dari_susunan, jenis, jenis_susunan
from ..isian import Isian

_UPAH = ("upah_per_hari", "upah_sehari", "upah_borongan")


@jenis("pph21_daily", f"{' '.join(_UPAH)} hari")
def pph21_daily(isian: Isian) -> Jawaban:
    """Upah harian, satuan, atau borongan; `tarif_persen` kosong bila upah sehari di atas batas tarif harian."""
    ada = [k for k in _UPAH if k in isian]
    if len(ada) != 1:
        raise tolak("upah_per_hari", "sebut tepat satu macam upah", _UPAH)
    hari = isian.bulat("hari", 1, 366, 1)
    upah = isian.rupiah(ada[0]) * (1 if ada[0] == "upah_borongan" else hari)
    keluar = {"rata_rata_per_hari": "upah_sehari", "tarif_persen": "tarif_harian"}
    keluar |= {"pph21_per_hari": "pph21_sehari", "pph21": "pph21_semua_hari", "total": "pph21_semua_hari"}
    buku = isian.buku()
    jawab = dari_susunan(pph21.SKEMA["harian"], {"upah": upah, "hari": hari}, buku, keluar)
    tinggi = bagi_ke_bawah(upah, hari) > buku.nilai("pph21_harian_batas")
    return Jawaban({**jawab.hasil, "tarif_persen": None} if tinggi else jawab.hasil, jawab.jejak, buku)


def _bukan_pegawai(isian: Isian, **imbalan: Any) -> Jawaban:
    keluar = {"dpp": "dpp", "pph21": "pph21_bukan_pegawai"}
    return dari_susunan(pph21.SKEMA["bukan_pegawai"], imbalan, isian.buku(), keluar)


@jenis("pph21_bukan_pegawai", "imbalan upah_tenaga_ahli material")
def pph21_bukan_pegawai(isian: Isian) -> Jawaban:
    """Jasa bukan pegawai: separuh imbalan, sesudah upah orang lain dan material."""
    return _bukan_pegawai(
        isian, **{k: isian.data.get(k) for k in ("imbalan", "upah_tenaga_ahli", "material")}
    )


@jenis("pph21_bukan_pegawai_list", "jasa_dokter_per_bulan")
def pph21_bukan_pegawai_list(isian: Isian) -> Jawaban:
    """Bukan pegawai yang dibayar tiap bulan: tiap pembayaran sendiri, tidak dijumlahkan."""
    jawab = [_bukan_pegawai(isian, imbalan=n) for n in isian.daftar_rupiah("jasa_dokter_per_bulan")]
    hasil = {f"{k}_total": sum(j.hasil[k] for j in jawab) for k in ("dpp", "pph21")}
    return Jawaban(hasil, jawab[0].jejak, jawab[0].buku)


def _sekali(isian: Isian, kolom: str) -> Jawaban:
    masukan = {"bruto": isian.data.get(kolom)}
    with bernama(bruto=kolom):
        return dari_susunan(pph21.SKEMA["sekali"], masukan, isian.buku(), {"pph21": "pph21_sekali"})


@jenis("pph21_peserta_kegiatan", "hadiah")
def pph21_peserta_kegiatan(isian: Isian) -> Jawaban:
    """Hadiah atau uang saku peserta kegiatan: Pasal 17 atas bruto."""
    return _sekali(isian, "hadiah")


@jenis("pph21_mantan_pegawai", "jasa_produksi")
def pph21_mantan_pegawai(isian: Isian) -> Jawaban:
    """Jasa produksi mantan pegawai: Pasal 17 atas bruto."""
    return _sekali(isian, "jasa_produksi")


@jenis("pph21_penarikan_pensiun", "april juni")
def pph21_penarikan_pensiun(isian: Isian) -> Jawaban:
    """Dua penarikan manfaat pensiun setahun oleh yang masih bekerja."""
    april, juni = isian.rupiah("april", wajib=True), isian.rupiah("juni")
    jawab = {
        bulan: dari_susunan(
            pph21.SKEMA["penarikan_pensiun"],
            {"penarikan": kini, "penarikan_sebelumnya": lalu},
            isian.buku(),
            {"pph21": "pph21_penarikan"},
        )
        for bulan, kini, lalu in (("april", april, 0), ("juni", juni, april))
    }
    hasil = {f"pph21_{bulan}": j.hasil["pph21"] for bulan, j in jawab.items()}
    return Jawaban(hasil, jawab["juni"].jejak, jawab["juni"].buku)


@jenis("honorarium_final", "bruto golongan")
def honorarium_final(isian: Isian) -> Jawaban:
    """Honorarium beban APBN atau APBD: tarif final menurut golongan."""
    golongan = isian.daftar("golongan")
    if not golongan:
        raise tolak("golongan", "daftar kosong", ["I/a sampai IV/e", "I sampai XVII"])
    jawab = [
        dari_susunan(
            pph21.SKEMA["final"],
            {
                "golongan": Isian({"golongan": g}, ("golongan",)).golongan("golongan"),
                "bruto": isian.data.get("bruto"),
            },
            isian.buku(),
            {"pph": "pph21_final"},
        )
        for g in golongan
    ]
    return Jawaban({"pph_final": [j.hasil["pph"] for j in jawab]}, jawab[0].jejak, jawab[0].buku)


jenis_susunan("honorarium", pph21.SKEMA["final"])
