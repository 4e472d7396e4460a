"""Syarat yang belum terpenuhi menjadi kalimat: siapa, apa, dan tanggalnya."""

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.translation import gettext as _

from kasuari.aparatur.usulan.pangkat.orang import Orang
from kasuari.aturan.buku import Buku
from kasuari.aturan.pangkat import PenilaianPangkat
from kasuari.dasar.rupa.bentuk import angka, tanggal

Susun = Callable[[PenilaianPangkat, Orang, Mapping[str, Any], Buku], str]


def kalimat(nilai: PenilaianPangkat, o: Orang, buku: Buku) -> list[str]:
    """Satu kalimat tiap syarat yang kurang; syarat tanpa fakta sudah disebut `orang`."""
    langkah = {x.langkah: x.nilai for x in nilai.jejak}
    return [k for s in nilai.kurang if (k := _KALIMAT[s.kode](nilai, o, langkah, buku))]


def _masa(nilai: PenilaianPangkat, o: Orang, langkah: Mapping[str, Any], buku: Buku) -> str:
    return _("Menurut masa kerja dalam pangkatnya, paling awal %(t)s.") % {"t": tanggal(nilai.tmt)}


def _predikat(nilai: PenilaianPangkat, o: Orang, langkah: Mapping[str, Any], buku: Buku) -> str:
    """Yang belum tercatat sudah disebut; di sini yang tercatat tetapi rendah."""
    if any(p is None for _t, p in o.predikat):
        return ""
    isi = ", ".join(f"{t} {p}" for t, p in o.predikat)
    return _("Predikat kinerja dua tahun terakhir harus paling rendah %(r)s; yang tercatat %(isi)s.") % {
        "r": buku.nilai("kp_predikat"), "isi": isi,
    }  # fmt: skip


def _puncak(nilai: PenilaianPangkat, o: Orang, langkah: Mapping[str, Any], buku: Buku) -> str:
    return _("Golongan berikutnya melampaui golongan tertinggi ijazah %(i)s.") % {"i": o.masukan["ijazah"]}


def _atasan(nilai: PenilaianPangkat, o: Orang, langkah: Mapping[str, Any], buku: Buku) -> str:
    return _(
        "Pada TMT ini pangkat tidak boleh melampaui atasan langsung. Pilih TMT sesudah Peraturan BKN 2/2025."
    )


def _ujian(nilai: PenilaianPangkat, o: Orang, langkah: Mapping[str, Any], buku: Buku) -> str:
    tingkat = buku.tabel("kp_ujian_dinas")[str(nilai.golongan_baru)]
    return _("Ujian dinas tingkat %(n)s belum dinyatakan lulus.") % {"n": "I" * int(tingkat)}


def _eselon(nilai: PenilaianPangkat, o: Orang, langkah: Mapping[str, Any], buku: Buku) -> str:
    return _("Golongan berikutnya melampaui golongan tertinggi eselon %(e)s.") % {"e": o.masukan["eselon"]}


def _ak(nilai: PenilaianPangkat, o: Orang, langkah: Mapping[str, Any], buku: Buku) -> str:
    return _("Angka kredit %(ada)s dari %(perlu)s yang diperlukan.") % {
        "ada": angka(o.masukan["ak"]), "perlu": angka(langkah["kebutuhan_pangkat"]),
    }  # fmt: skip


def _jenjang(nilai: PenilaianPangkat, o: Orang, langkah: Mapping[str, Any], buku: Buku) -> str:
    return _("Golongan berikutnya di luar jenjang %(j)s. Naik jenjang lebih dulu.") % {
        "j": o.masukan["jenjang"]
    }


def _ijazah(nilai: PenilaianPangkat, o: Orang, langkah: Mapping[str, Any], buku: Buku) -> str:
    return _("Golongan %(g)s tidak di bawah golongan ijazah %(i)s (%(b)s).") % {
        "g": o.golongan.golongan, "i": o.masukan["ijazah"], "b": nilai.golongan_baru,
    }  # fmt: skip


def _lulus(nilai: PenilaianPangkat, o: Orang, langkah: Mapping[str, Any], buku: Buku) -> str:
    return _("Ujian penyesuaian ijazah belum dinyatakan lulus.")


def _tugas(nilai: PenilaianPangkat, o: Orang, langkah: Mapping[str, Any], buku: Buku) -> str:
    return _("Tugasnya belum dinyatakan sesuai dengan ijazah barunya.")


_KALIMAT: Mapping[str, Susun] = {
    "syarat_masa_reguler": _masa,
    "syarat_masa_struktural": _masa,
    "syarat_masa_fungsional": _masa,
    "syarat_masa_ijazah": _masa,
    "syarat_predikat": _predikat,
    "syarat_puncak_ijazah": _puncak,
    "syarat_atasan": _atasan,
    "syarat_ujian_dinas": _ujian,
    "syarat_rentang_eselon": _eselon,
    "syarat_angka_kredit": _ak,
    "syarat_jenjang": _jenjang,
    "syarat_ijazah_lebih_tinggi": _ijazah,
    "syarat_ujian_ijazah": _lulus,
    "syarat_tugas_ijazah": _tugas,
}
