"""Jenis kasus: batas usia pensiun, TMT pensiun, dan masa kerja."""

from ... import pensiun
from ...galat import MasukanTidakSah, tolak
from ...masa_kerja import urai
from ..daftar import Jawaban, bernama, dari_susunan, jenis, satu_langkah
from ..isian import Isian


@jenis("pension_date", "birth bup")
def pension_date(isian: Isian) -> Jawaban:
    masukan = {k: isian.data.get(k) for k in ("birth", "bup")}
    return dari_susunan(
        pensiun.SUSUNAN, masukan, isian.buku(), {"tmt_pensiun": "tmt_pensiun", "mulai_mpp": "mulai_mpp"}
    )


@jenis("pension_date_invalid", "birth bup")
def pension_date_invalid(isian: Isian) -> Jawaban:
    try:
        return pension_date(isian)
    except MasukanTidakSah as galat:
        if galat.cacat[0].kolom != "birth":
            raise
        hasil = {"error": "tanggal_lahir"}
        return satu_langkah(isian, isian.buku(), hasil, "Periksa tanggal lahir", "Kalender")


def _bup(isian: Isian, kolom: str) -> Jawaban:
    buku = isian.buku()
    bup = pensiun.bup_pasti(isian.teks(kolom), buku, kolom)
    hasil = {"bup": bup.usia}
    return satu_langkah(
        isian,
        buku,
        hasil,
        "Batas usia pensiun",
        bup.dasar,
        keyakinan=bup.keyakinan,
        berlaku=bup.berlaku,
        satuan="tahun",
    )


@jenis("bup_by_position", "position")
def bup_by_position(isian: Isian) -> Jawaban:
    return _bup(isian, "position")


@jenis("bup_by_jf_reference", "jabatan")
def bup_by_jf_reference(isian: Isian) -> Jawaban:
    return _bup(isian, "jabatan")


@jenis("bup_transition_2017", "jf old_bup birth")
def bup_transition_2017(isian: Isian) -> Jawaban:
    jf = isian.teks("jf")
    jenjang = jf if jf in pensiun.JENJANG else pensiun.jenjang_jabatan(jf)
    if jenjang is None:
        raise tolak("jf", f"jenjang '{jf}' tidak dikenal", pensiun.JENJANG)
    masukan = {"jenjang": jenjang, "bup_lama": isian.data.get("old_bup"), "birth": isian.data.get("birth")}
    with bernama(bup_lama="old_bup"):
        return dari_susunan(pensiun.SUSUNAN, masukan, isian.buku(), {"bup": "bup_berlaku"})


@jenis("service_length", "start end")
def service_length(isian: Isian) -> Jawaban:
    masukan = {"mulai": isian.tanggal("start"), "sampai": isian.tanggal("end")}
    with bernama(sampai="end"):
        jawab = dari_susunan(pensiun.SUSUNAN, masukan, isian.buku(), {"lama": "masa_kerja"})
    bulan = urai(jawab.hasil["lama"])
    return Jawaban({"years": bulan // 12, "months": bulan % 12}, jawab.jejak, jawab.buku)
