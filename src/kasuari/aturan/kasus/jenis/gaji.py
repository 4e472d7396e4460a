"""Jenis kasus: gaji pokok dan kenaikan gaji berkala."""

from datetime import date

from ... import kgb
from ...buku import Buku
from ...gaji import Sel, sel_gaji_pokok
from ...galat import tolak
from ...golongan import jenis_golongan
from ...masa_kerja import indeks_bulan, tulis
from ..daftar import Jawaban, dari_susunan, jenis, langkah_parameter, satu_langkah
from ..isian import TERBARU, Isian, baca_tanggal

_TABEL_2024 = date(2024, 12, 31)


def _sel(golongan: str, mkg_tahun: int, isian: Isian, pada: date = date.max) -> Sel:
    return sel_gaji_pokok(golongan, mkg_tahun, jenis_golongan(golongan), isian.buku(pada))


def _jawab_sel(isian: Isian, sel: Sel, pada: date) -> Jawaban:
    hasil = {"gaji_pokok": sel.rupiah}
    return satu_langkah(
        isian,
        isian.buku(pada),
        hasil,
        "Gaji pokok",
        sel.dasar,
        keyakinan=sel.keyakinan,
        berlaku=sel.berlaku,
        satuan="rupiah",
    )


@jenis("gaji_pokok_2024", "golongan mkg_years")
def gaji_pokok_2024(isian: Isian) -> Jawaban:
    sel = _sel(isian.golongan("golongan"), isian.bulat("mkg_years", 0, 60), isian, _TABEL_2024)
    return _jawab_sel(isian, sel, _TABEL_2024)


def _bulan(isian: Isian) -> list[date]:
    bulan = [baca_tanggal("bulan", b) for b in isian.daftar("bulan")]
    if not bulan:
        raise tolak("bulan", "daftar bulan kosong", ["YYYY-MM"])
    return bulan


@jenis("gaji_pokok_dated", "golongan mkg bulan")
def gaji_pokok_dated(isian: Isian) -> Jawaban:
    golongan, mkg = isian.golongan("golongan"), isian.masa_kerja("mkg") // 12
    bulan = _bulan(isian)
    gaji = [_sel(golongan, mkg, isian, b).rupiah for b in bulan]
    kode = f"gaji_pokok_{jenis_golongan(golongan).lower()}"
    buku = isian.buku(max(bulan))
    return langkah_parameter(isian, buku, {"gaji_pokok": gaji}, "Gaji pokok tiap bulan", kode)


_KGB = ("gaji_pokok_sekarang", "kgb_berikutnya", "mkg_saat_kgb", "gaji_pokok_baru", "surat_kgb")


@jenis("kgb_next", "golongan mkg per_tanggal tmt_last_kgb")
def kgb_next(isian: Isian) -> Jawaban:
    """KGB berikutnya dari MKG pada `per_tanggal`, atau dari KGB terakhir.

    Dengan `tmt_last_kgb`, `golongan` dan `mkg` boleh menyertai (MKG pada TMT itu): tangganya ikut dibaca, dan
    `next` null bila sudah baris terakhir. `per_tanggal` sesudah KGB berikutnya ditolak: ada KGB yang terlewat.
    """
    if "tmt_last_kgb" in isian:
        return _sesudah_kgb(isian, isian.tanggal("tmt_last_kgb"), isian.tanggal("per_tanggal", None))
    hari = isian.tanggal("per_tanggal")
    return _dari_tangga(isian, hari, isian.buku(hari), {k: k for k in _KGB})


def _dari_tangga(isian: Isian, hari: date, buku: Buku, keluar: dict[str, str]) -> Jawaban:
    masukan = {"golongan": isian.golongan("golongan"), "mkg": isian.data.get("mkg"), "per_tanggal": hari}
    return dari_susunan(kgb.SUSUNAN, masukan, buku, keluar)


def _sesudah_kgb(isian: Isian, terakhir: date, hari: date | None) -> Jawaban:
    if hari is not None and hari < terakhir:
        raise tolak("per_tanggal", "mendahului KGB terakhir", [f"{terakhir.isoformat()} atau sesudahnya"])
    buku = isian.buku(hari or TERBARU)
    if "golongan" in isian or "mkg" in isian:
        jawab = _dari_tangga(isian, terakhir, buku, {"next": "kgb_berikutnya"} | {k: k for k in _KGB})
    else:
        hasil = {"next": kgb.kgb_sesudah(terakhir, buku).isoformat()}
        jawab = langkah_parameter(isian, buku, hasil, "KGB berikutnya", "kgb_selang_tahun")
    berikut = jawab.hasil["next"]
    if hari is not None and berikut is not None and date.fromisoformat(berikut) < hari:
        pesan = f"KGB sesudahnya, {berikut}, sudah lewat pada {hari.isoformat()}: sebut KGB yang benar-benar terakhir"
        raise tolak("tmt_last_kgb", pesan, [f"TMT KGB terakhir sebelum {hari.isoformat()}"])
    return jawab


def _pertama(isian: Isian, kolom_tmt: str) -> Jawaban:
    masukan = {
        "golongan": isian.golongan("golongan"),
        "mkg": tulis(isian.masa_kerja("mk_awal")),
        "per_tanggal": isian.tanggal(kolom_tmt),
    }
    keluar = {"first_kgb": "kgb_berikutnya", "mkg": "mkg_saat_kgb", "gaji_pokok": "gaji_pokok_baru"}
    return dari_susunan(kgb.SUSUNAN, masukan, isian.buku(), keluar)


@jenis("kgb_first_date", "tmt_cpns golongan mk_awal")
def kgb_first_date(isian: Isian) -> Jawaban:
    return _pertama(isian, "tmt_cpns")


@jenis("kgb_from_odd_mkg", "golongan tmt mk_awal")
def kgb_from_odd_mkg(isian: Isian) -> Jawaban:
    return _pertama(isian, "tmt")


@jenis("kgb_postponed", "tmt_kgb tunda_bulan")
def kgb_postponed(isian: Isian) -> Jawaban:
    """KGB yang ditunda sekian bulan."""
    return dari_susunan(kgb.SUSUNAN, isian.data_biasa(), isian.buku(), {"tmt": "kgb_ditunda"})


@jenis("kgb_next_after_penalty_free", "golongan mkg_at mkg_years")
def kgb_next_after_penalty_free(isian: Isian) -> Jawaban:
    pada = isian.tanggal("mkg_at")
    sel = _sel(isian.golongan("golongan"), isian.bulat("mkg_years", 0, 60), isian, pada)
    return _jawab_sel(isian, sel, pada)


@jenis("rapel", "golongan mkg_lama mkg_baru bulan")
def rapel(isian: Isian) -> Jawaban:
    """Selisih gaji pokok: gaji baru dikurangi gaji lama, dijumlah atas bulan-bulan itu."""
    golongan = isian.golongan("golongan")
    lama, baru = isian.masa_kerja("mkg_lama") // 12, isian.masa_kerja("mkg_baru") // 12
    bulan = _bulan(isian)
    selisih = sum(
        _sel(golongan, baru, isian, b).rupiah - _sel(golongan, lama, isian, b).rupiah for b in bulan
    )
    hasil = {"jumlah_bulan": len({indeks_bulan(b) for b in bulan}), "selisih_gaji_pokok": selisih}
    kode = f"gaji_pokok_{jenis_golongan(golongan).lower()}"
    return langkah_parameter(isian, isian.buku(max(bulan)), hasil, "Rapel gaji pokok", kode)
