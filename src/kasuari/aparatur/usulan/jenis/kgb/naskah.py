"""Surat kenaikan gaji berkala kepada pengelola keuangan daerah, dan efeknya: gaji pokok baru sejak TMT."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from kasuari.aparatur.usulan import naskah as bagian
from kasuari.aparatur.usulan.bahan import Bahan
from kasuari.aparatur.usulan.efek import Ubahan
from kasuari.aparatur.usulan.gaji import masa_kerja
from kasuari.aparatur.usulan.jenis.kgb.dasar import dasar
from kasuari.aparatur.usulan.models import Usulan
from kasuari.aparatur.usulan.rangka import Naskah
from kasuari.dasar.dokumen.naskah import SuratDinas
from kasuari.dasar.rupa.bentuk import rupiah, rupiah_naskah, tanggal, tanggal_naskah


def _hari(teks: str) -> str:
    return tanggal_naskah(date.fromisoformat(teks)) if teks else "-"


def _dasar(nomor: str, tanggal_sk: str) -> str:
    return " tanggal ".join(x for x in (nomor, tanggal_sk and _hari(tanggal_sk)) if x) or "-"


def _berikut(hari: str) -> str:
    if not hari:
        return "Gaji pokok tersebut berada di baris terakhir tabel, jadi tidak ada kenaikan gaji berkala berikutnya."
    return f"Kenaikan gaji berkala berikutnya, bila memenuhi syarat, terhitung mulai {_hari(hari)}."


def naskah(u: Usulan, b: Bahan, isi: Mapping[str, Any]) -> Naskah:
    nomor, tanggal_sk = isi["sk_lama"]
    surat = SuratDinas(
        bagian.kop_penandatangan(u),
        "Kenaikan gaji berkala",
        ["Kepala Badan Pengelola Keuangan dan Aset Daerah"],
        [
            "Dengan ini diberitahukan bahwa berhubung telah dipenuhinya masa kerja dan syarat lainnya, kepada pegawai berikut "
            "diberikan kenaikan gaji berkala:"
        ],
        pasangan=bagian.identitas(b),
        banding=[
            ("Gaji pokok", rupiah_naskah(isi["gaji_lama"]), rupiah_naskah(isi["gaji_baru"])),
            ("Masa kerja golongan", bagian.masa_kerja(*isi["mk_lama"]), bagian.masa_kerja(*isi["mk_baru"])),
            ("Dalam golongan", isi.get("golongan_lama", isi["golongan"]), isi["golongan"]),
            ("Terhitung mulai", _hari(isi["tmt_lama"]), _hari(isi["tmt"])),
            ("Surat dasar", _dasar(nomor, tanggal_sk), "Surat ini"),
        ],
        lanjutan=[_berikut(isi["berikut"])],
        penutup=f"Diharapkan agar sesuai dengan {dasar(b, date.fromisoformat(isi['tmt']))} kepada pegawai tersebut "
        "dibayarkan penghasilannya berdasarkan gaji pokok yang baru.",
        tembusan=bagian.tembusan("kgb"),
    )  # fmt: skip
    return Naskah(surat.data())


def sajikan(isi: Mapping[str, Any]) -> list[tuple[Any, Any]]:
    return [
        (_("Gaji pokok lama"), rupiah(isi["gaji_lama"])),
        (_("Gaji pokok baru"), rupiah(isi["gaji_baru"])),
        (_("Golongan"), isi["golongan"]),
        (_("Masa kerja golongan"), masa_kerja(isi["mk_baru"])),
        (
            _("KGB berikutnya"),
            tanggal(date.fromisoformat(isi["berikut"])) if isi["berikut"] else _("tidak ada lagi"),
        ),
    ]


def terapkan(ubahan: Ubahan, u: Usulan, isi: Mapping[str, Any]) -> None:
    tahun, bulan = isi["mk_baru"]
    ubahan.buka(
        "kgb",
        date.fromisoformat(isi["tmt"]),
        {"gaji_pokok": isi["gaji_baru"], "mk_tahun": tahun, "mk_bulan": bulan},
    )
