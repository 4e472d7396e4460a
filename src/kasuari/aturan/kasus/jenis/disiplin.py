"""Jenis kasus: disiplin PNS."""

from datetime import date
from typing import Any

import numpy as np

from ... import disiplin
from ...galat import tolak
from ...tenggat.kalender import satu_tanggal, tanggal_kolom
from ..daftar import Jawaban, bernama, dari_susunan, jenis, langkah_parameter, satu_langkah
from ..isian import Isian
from .tenggat import baca_libur, hari_kerja_kasus, kalender_kasus

_TIDAK_MASUK = {
    "total_days": "hari_setahun",
    "jenis": "hukuman_tidak_masuk",
    "tingkat": "tingkat_tidak_masuk",
}


def _hukuman(isian: Isian, kolom: str) -> str:
    return disiplin.NAMA[disiplin.baca_hukuman(isian.teks(kolom), kolom)]


@jenis("discipline_absence", "year days_before new_days consecutive status")
def discipline_absence(isian: Isian) -> Jawaban:
    tahun = isian.bulat("year", 2021, 2199)
    masukan: dict[str, Any] = {
        "hari_sebelum": isian.bulat("days_before", 0, 366),
        "hari_baru": isian.data.get("new_days"),
        "berturut": isian.ya("consecutive", False),
    }
    if "status" in isian:
        masukan["status"] = isian.teks("status")
    with bernama(hari_sebelum="days_before", hari_baru="new_days"):
        return dari_susunan(disiplin.SUSUNAN, masukan, isian.buku(date(tahun, 12, 31)), _TIDAK_MASUK)


@jenis("discipline_absence_consecutive", "absent_from absent_to work_week holidays days_before")
def discipline_absence_consecutive(isian: Isian) -> Jawaban:
    """Hari kerja di dalam masa tidak masuk yang terus menerus; akhir pekan dan libur tidak dihitung."""
    dari, sampai = isian.tanggal("absent_from"), isian.tanggal("absent_to")
    if sampai < dari:
        raise tolak("absent_to", "tanggal akhir mendahului tanggal awal", ["sesudah tanggal awal"])
    hitungan = hari_kerja_kasus(isian, dari, sampai)
    hari = hitungan.hasil["days"]
    masukan = {"hari_sebelum": isian.data.get("days_before"), "hari_baru": hari, "berturut": True}
    keluar = {k: v for k, v in _TIDAK_MASUK.items() if k != "total_days"}
    with bernama(hari_sebelum="days_before", hari_baru="absent_to"):
        jawab = dari_susunan(disiplin.SUSUNAN, masukan, hitungan.buku, keluar)
    return Jawaban({"working_days": hari, **jawab.hasil}, [*hitungan.jejak, *jawab.jejak], jawab.buku)


@jenis("discipline_salary_stop", "consecutive_days month")
def discipline_salary_stop(isian: Isian) -> Jawaban:
    """`month` = bulan (YYYY-MM) atau tanggal hari kerja ke-10; jawabannya ditulis seperti itu juga."""
    bulan = isian.teks("month")
    masukan = {
        "hari_baru": isian.data.get("consecutive_days"),
        "berturut": True,
        "hari_terakhir": isian.tanggal("month"),
    }
    keluar = {"salary_stops_from": "gaji_berhenti"}
    with bernama(hari_baru="consecutive_days"):
        jawab = dari_susunan(disiplin.SUSUNAN, masukan, isian.buku(), keluar)
    mulai = jawab.hasil["salary_stops_from"]
    return Jawaban({"salary_stops_from": mulai and mulai[: len(bulan)]}, jawab.jejak, jawab.buku)


@jenis("discipline_effective_date", "received working_days holidays work_week")
def discipline_effective_date(isian: Isian) -> Jawaban:
    """Hari hukuman mulai berlaku; `holidays` menggantikan daftar libur resmi."""
    buku, diterima = isian.buku(), isian.tanggal("received")
    lama = int(buku.tabel("tenggat_disiplin_berlaku")["lama"])
    if isian.bulat("working_days", 1, 366, lama) != lama:
        raise tolak("working_days", "berbeda dengan aturan", [str(lama)])
    kalender = kalender_kasus(isian)
    if baca_libur(isian) is None:
        masukan = {"diterima": diterima, "pekan": kalender.pekan}
        return dari_susunan(disiplin.SUSUNAN, masukan, buku, {"effective": "hukuman_berlaku"})
    mulai = kalender.hari_kerja_ke(tanggal_kolom(diterima), np.array([lama]))
    hasil = {"effective": satu_tanggal(mulai).isoformat()}
    v = buku.versi("tenggat_disiplin_berlaku")
    return satu_langkah(isian, buku, hasil, "Hukuman mulai berlaku", v.dasar, keyakinan=v.yakin("lama"))


@jenis("discipline_penalty", "hukuman diterima pekan")
def discipline_penalty(isian: Isian) -> Jawaban:
    """Hukuman yang dijatuhkan: mulai berlaku, selesai, lama, dan potongannya."""
    masukan = {**isian.data_biasa(), "hukuman": _hukuman(isian, "hukuman")}
    keluar = {
        "berlaku": "hukuman_berlaku",
        "selesai": "hukuman_selesai",
        "bulan": "lama_hukuman",
        "potongan_persen": "potongan_tunjangan",
        "hukuman_atasan_lalai": "hukuman_atasan_lalai",
    }
    return dari_susunan(disiplin.SUSUNAN, masukan, isian.buku(), keluar)


@jenis("discipline_lower_class", "jabatan kelas_before hukuman lowest_class")
def discipline_lower_class(isian: Isian) -> Jawaban:
    if (jabatan := isian.teks("jabatan")).lower() != "pelaksana":
        raise tolak("jabatan", f"'{jabatan}' tidak turun kelas, melainkan jenjang atau eselon", ["Pelaksana"])
    masukan = {
        "hukuman": _hukuman(isian, "hukuman"),
        "kelas": isian.data.get("kelas_before"),
        "kelas_terendah": isian.data.get("lowest_class"),
    }
    keluar = {"kelas_after": "kelas_sesudah", "months": "lama_hukuman"}
    with bernama(kelas="kelas_before", kelas_terendah="lowest_class"):
        return dari_susunan(disiplin.SUSUNAN, masukan, isian.buku(), keluar)


@jenis("discipline_lower_eselon", "eselon_before hukuman")
def discipline_lower_eselon(isian: Isian) -> Jawaban:
    masukan = {"hukuman": _hukuman(isian, "hukuman"), "eselon": isian.teks("eselon_before")}
    with bernama(eselon="eselon_before"):
        return dari_susunan(disiplin.SUSUNAN, masukan, isian.buku(), {"eselon_after": "eselon_sesudah"})


@jenis("discipline_several_offences", "offences")
def discipline_several_offences(isian: Isian) -> Jawaban:
    """Beberapa pelanggaran sekaligus: satu hukuman, yang terberat."""
    pelanggaran = isian.daftar("offences")
    if not pelanggaran or not all(isinstance(p, str) and p.strip() for p in pelanggaran):
        raise tolak("offences", "daftar pelanggaran kosong", ["sedikitnya satu pelanggaran"])
    buku = isian.buku()
    aturan = buku.tabel(kode := "disiplin_beberapa_pelanggaran")
    hasil = {"penalties_imposed": min(aturan["banyak"], len(pelanggaran)), "which": aturan["yang"]}
    return langkah_parameter(isian, buku, hasil, "Beberapa pelanggaran", kode)


@jenis("discipline_overlap", "running new")
def discipline_overlap(isian: Isian) -> Jawaban:
    masukan = {"hukuman": _hukuman(isian, "running"), "hukuman_baru": _hukuman(isian, "new")}
    keluar = {"running_state": "keadaan_berjalan", "new_starts": "hukuman_baru_mulai"}
    return dari_susunan(disiplin.SUSUNAN, masukan, isian.buku(), keluar)


@jenis("discipline_repeat", "last same_offence_again")
def discipline_repeat(isian: Isian) -> Jawaban:
    masukan = {"hukuman": _hukuman(isian, "last"), "sama": isian.ya("same_offence_again")}
    return dari_susunan(disiplin.SUSUNAN, masukan, isian.buku(), {"next": "hukuman_ulang"})
