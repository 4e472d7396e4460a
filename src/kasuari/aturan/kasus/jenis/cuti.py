"""Jenis kasus: cuti. Tanpa `status`, yang ditanyakan adalah PNS."""

from collections.abc import Mapping
from typing import Any

from ... import cuti
from ...galat import tolak
from ..daftar import Jawaban, bernama, dari_susunan, jenis, langkah_parameter
from ..isian import Isian
from .tenggat import baca_libur, baca_pekan, hari_kerja_kasus


def _status(isian: Isian) -> dict[str, str]:
    status = isian.teks("status", "PNS")
    if status not in cuti.STATUS:
        raise tolak("status", f"status '{status}' tidak dikenal", cuti.STATUS)
    return {"status": status}


def _kuota(isian: Isian) -> int:
    kuota = int(isian.buku().tabel("cuti_tahunan_hari")[_status(isian)["status"]])
    if isian.bulat("quota", 0, 366, kuota) != kuota:
        raise tolak("quota", "kuota berbeda dengan aturan", [str(kuota)])
    return kuota


def _jatah(isian: Isian, lalu: Mapping[str, Any]) -> Jawaban:
    masukan = {**_status(isian), "masa_kerja": 60, "terus_menerus": True, **lalu}
    keluar = {"carry": "sisa_terbawa", "total": "jatah_tahunan", "max_days": "jatah_tahunan"}
    return dari_susunan(cuti.SUSUNAN, masukan, isian.buku(), keluar)


@jenis("annual_leave_max", "quota used year left_previous_year left_two_years_ago both_years_unused status")
def annual_leave_max(isian: Isian) -> Jawaban:
    """Jatah tahun ini dari sisa tahun lalu, atau dari pemakaian tiap tahun."""
    kuota = _kuota(isian)
    if "used" not in isian:
        return _jatah(
            isian,
            {
                "sisa_n1": isian.bulat("left_previous_year", 0, 366),
                "sisa_n2": isian.bulat("left_two_years_ago", 0, 366, 0),
                "dua_tahun_utuh": isian.ya("both_years_unused", False),
            },
        )
    tahun = isian.bulat("year", 1945, 2199)
    pakai = isian.ambil("used", Mapping, "objek tahun ke hari")
    for kunci, hari in pakai.items():
        if not isinstance(hari, int) or isinstance(hari, bool) or not 0 <= hari <= kuota:
            raise tolak("used", f"{kunci}: {hari!r} hari", [f"0 sampai {kuota} hari"])
    n1, n2 = pakai.get(str(tahun - 1)), pakai.get(str(tahun - 2))
    lalu = {
        "sisa_n1": kuota - (kuota if n1 is None else n1),
        "sisa_n2": kuota - (kuota if n2 is None else n2),
    }
    return _jatah(isian, {**lalu, "dua_tahun_utuh": n1 == 0 and n2 == 0})


@jenis("annual_leave_carry", "quota left_previous_year status ditangguhkan")
def annual_leave_carry(isian: Isian) -> Jawaban:
    _kuota(isian)
    lalu = {
        "sisa_n1": isian.bulat("left_previous_year", 0, 366),
        "ditangguhkan": isian.ya("ditangguhkan", False),
    }
    return _jatah(isian, lalu)


@jenis("annual_leave_entitled", "service_months continuous status guru")
def annual_leave_entitled(isian: Isian) -> Jawaban:
    bulan = isian.bulat("service_months", 0, 719)
    masukan: dict[str, Any] = {
        **_status(isian),
        "masa_kerja": f"{bulan // 12}y{bulan % 12}m",
        "terus_menerus": isian.ya("continuous"),
        "guru": isian.ya("guru", False),
    }
    keluar = {"entitled": "berhak_tahunan", "days": "hak_tahunan"}
    jawab = dari_susunan(cuti.SUSUNAN, masukan, isian.buku(), keluar)
    paling_sedikit = jawab.buku.nilai("cuti_tahunan_paling_sedikit")
    hasil = {**jawab.hasil, "entitled": jawab.hasil["entitled"] == "ya", "min_request_days": paling_sedikit}
    return Jawaban(hasil, jawab.jejak, jawab.buku)


@jenis("annual_leave_balance", "max_days taken")
def annual_leave_balance(isian: Isian) -> Jawaban:
    """Sisa dari jatah yang sudah diketahui: jatah itu ditulis sebagai hak dan sisa yang terbawa."""
    jatah = isian.bulat("max_days", 0, 366)
    ambil = isian.daftar("taken")
    for baris, hari in enumerate(ambil):
        if not isinstance(hari, int) or isinstance(hari, bool) or not 0 <= hari <= jatah:
            raise tolak("taken", f"{hari!r} hari", [f"0 sampai {jatah} hari"], baris)
    terbanyak = int(isian.buku().tabel("cuti_paling_banyak_dua_tahun")["PNS"])
    kuota = int(isian.buku().tabel("cuti_tahunan_hari")["PNS"])
    if not kuota <= jatah <= terbanyak:
        raise tolak("max_days", f"jatah {jatah} hari", [f"{kuota} sampai {terbanyak} hari"])
    lalu = {"sisa_n1": jatah - kuota, "dua_tahun_utuh": True, "terpakai": sum(ambil)}
    masukan = {"status": "PNS", "masa_kerja": 60, "terus_menerus": True, **lalu}
    jawab = dari_susunan(cuti.SUSUNAN, masukan, isian.buku(), {"left": "sisa_tahunan"})
    if jawab.hasil["left"] < 0:
        raise tolak("taken", f"{sum(ambil)} hari melebihi jatah", [f"paling banyak {jatah} hari"])
    return jawab


@jenis("annual_leave_days", "start end work_week holidays")
def annual_leave_days(isian: Isian) -> Jawaban:
    """Hari kerja antara dua tanggal; `holidays` menggantikan daftar libur resmi."""
    mulai, selesai = isian.tanggal("start"), isian.tanggal("end")
    if selesai < mulai:
        raise tolak("end", "cuti selesai mendahului mulainya", ["mulai atau sesudahnya"])
    if baca_libur(isian) is not None:
        return hari_kerja_kasus(isian, mulai, selesai)
    masukan = {"mulai": mulai, "selesai": selesai, "pekan": baca_pekan(isian)}
    with bernama(mulai="start"):
        return dari_susunan(cuti.SUSUNAN, masukan, isian.buku(), {"days": "hari_cuti_tahunan"})


@jenis("annual_leave_remote_extra", "hard_to_reach")
def annual_leave_remote_extra(isian: Isian) -> Jawaban:
    masukan = {"tempat_sulit": isian.ya("hard_to_reach")}
    keluar = {"extra_calendar_days_max": "tambahan_tempat_sulit"}
    return dari_susunan(cuti.SUSUNAN, masukan, isian.buku(), keluar)


@jenis("cuti_besar_effect", "cuti_besar_year")
def cuti_besar_effect(isian: Isian) -> Jawaban:
    tahun = isian.bulat("cuti_besar_year", 2017, 2199)
    masukan = {"status": "PNS", "masa_kerja": 60, "terus_menerus": True, "cuti_besar": True}
    return dari_susunan(cuti.SUSUNAN, masukan, isian.buku(), {f"annual_leave_{tahun}": "jatah_tahunan"})


@jenis("sick_leave_miscarriage", "type")
def sick_leave_miscarriage(isian: Isian) -> Jawaban:
    if (macam := isian.teks("type")) != "gugur kandungan":
        raise tolak("type", f"'{macam}' tidak dikenal", ["gugur kandungan"])
    buku = isian.buku()
    hasil = {"max_months": buku.nilai("cuti_gugur_kandungan")}
    return langkah_parameter(isian, buku, hasil, "Cuti sakit karena gugur kandungan", "cuti_gugur_kandungan")


@jenis("maternity_leave", "child_order status mulai")
def maternity_leave(isian: Isian) -> Jawaban:
    masukan: dict[str, Any] = {**_status(isian), "anak_ke": isian.data.get("child_order")}
    keluar = {"type": "jenis_cuti_lahir", "months": "bulan_cuti_lahir"}
    if "mulai" in isian:
        masukan["mulai"] = isian.tanggal("mulai")
        keluar["terakhir"] = "lahir_terakhir"
    with bernama(anak_ke="child_order"):
        return dari_susunan(cuti.SUSUNAN, masukan, isian.buku(), keluar)


@jenis("cuti_sakit", "status mulai selesai pekan")
def cuti_sakit(isian: Isian) -> Jawaban:
    """Surat yang diperlukan dan hari terakhir cuti sakit."""
    keluar = {"terakhir": "sakit_terakhir", "tahap": "tahap_sakit", "hari": "hari_cuti_kalender"}
    return dari_susunan(cuti.SUSUNAN, {**_status(isian), **isian.data_biasa()}, isian.buku(), keluar)


@jenis("cuti_lain", "status masa_kerja terus_menerus keperluan_agama mulai perpanjangan selesai")
def cuti_lain(isian: Isian) -> Jawaban:
    """Cuti besar, alasan penting, dan di luar tanggungan negara sekaligus."""
    keluar = {
        "berhak_besar": "berhak_besar",
        "besar_terakhir": "besar_terakhir",
        "jenis_alasan_penting": "jenis_alasan_penting",
        "alasan_penting_terakhir": "alasan_penting_terakhir",
        "berhak_cltn": "berhak_cltn",
        "cltn_terakhir": "cltn_terakhir",
        "cltn_lapor": "cltn_lapor",
    }
    return dari_susunan(cuti.SUSUNAN, {**_status(isian), **isian.data_biasa()}, isian.buku(), keluar)
