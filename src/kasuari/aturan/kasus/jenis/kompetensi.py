"""Jenis kasus: pengembangan kompetensi, kesenjangan, dan kesesuaian dengan jabatan."""

import numpy as np

from ... import kompetensi
from ...galat import tolak
from ...masukan import Kolom
from ..daftar import Jawaban, bernama, dari_susunan, jenis
from ..isian import Isian


def _bulat(isian: Isian, nama: str, atas: int) -> list[int]:
    isi = isian.daftar(nama)
    for baris, nilai in enumerate(isi):
        if not isinstance(nilai, int) or isinstance(nilai, bool) or not 0 <= nilai <= atas:
            raise tolak(nama, f"{nilai!r} bukan bilangan yang boleh", [f"0 sampai {atas}"], baris)
    return isi


@jenis("bangkom_20jp", "kind jp_year")
def bangkom_20jp(isian: Isian) -> Jawaban:
    total = sum(_bulat(isian, "jp_year", kompetensi.JP_TERBANYAK))
    masukan = {"jenis_asn": isian.teks("kind"), "jp_setahun": total}
    keluar = {"met": "jp_terpenuhi", "kurang": "jp_kurang", "dihitung": "jp_dihitung"}
    with bernama(jenis_asn="kind", jp_setahun="jp_year"):
        jawab = dari_susunan(kompetensi.SUSUNAN, masukan, isian.buku(), keluar)
    hasil = {**jawab.hasil, "total": total, "met": jawab.hasil["met"] == "terpenuhi"}
    return Jawaban(hasil, jawab.jejak, jawab.buku)


@jenis("job_person_match", "actual standard")
def job_person_match(isian: Isian) -> Jawaban:
    """Kesesuaian dengan jabatan; tingkat yang melebihi syarat menurut pilihan daerah."""
    buku = isian.buku()
    dimiliki, syarat = (_larik(isian, nama) for nama in ("actual", "standard"))
    batasi = bool(buku.nilai("kompetensi_jpm_batasi"))
    satu_orang = np.zeros(len(syarat), dtype=np.int64)
    if len(dimiliki) != len(syarat):
        raise tolak("actual", "banyak kompetensi berbeda dengan standarnya", [f"{len(syarat)} tingkat"])
    dihitung, diminta = kompetensi.jumlah_level(dimiliki, syarat, satu_orang, 1, batasi)
    masukan = {"jumlah_dihitung": int(dihitung[0]), "jumlah_syarat": int(diminta[0])}
    with bernama(jumlah_syarat="standard", jumlah_dihitung="actual"):
        return dari_susunan(kompetensi.SUSUNAN, masukan, buku, {"jpm": "jpm", "kategori": "kategori_jpm"})


def _larik(isian: Isian, nama: str) -> Kolom:
    return np.array(_bulat(isian, nama, kompetensi.TINGKAT[1]), dtype=np.int64)


@jenis("jp_kegiatan", "jenis_diklat jam_sertifikat banyak")
def jp_kegiatan(isian: Isian) -> Jawaban:
    """JP satu kegiatan yang diakui."""
    return dari_susunan(kompetensi.SUSUNAN, isian.data_biasa(), isian.buku(), {"jp": "jp_diakui"})


@jenis("kesenjangan_kompetensi", "jenjang_jabatan level_dimiliki")
def kesenjangan_kompetensi(isian: Isian) -> Jawaban:
    """Tingkat yang disyaratkan, kesenjangannya, dan tingkat yang masuk hitungan kesesuaian."""
    keluar = {"syarat": "level_syarat", "kesenjangan": "kesenjangan", "dihitung": "level_dihitung"}
    return dari_susunan(kompetensi.SUSUNAN, isian.data_biasa(), isian.buku(), keluar)
