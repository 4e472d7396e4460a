"""Surat keterangan penghentian pembayaran dari pimpinan perangkat daerah. Tidak mengubah register."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from kasuari.aparatur.usulan import naskah as bagian
from kasuari.aparatur.usulan.bahan import Bahan
from kasuari.aparatur.usulan.efek import Ubahan
from kasuari.aparatur.usulan.models import Usulan
from kasuari.aparatur.usulan.rangka import Naskah
from kasuari.dasar.dokumen.naskah import Keterangan
from kasuari.dasar.rupa.bentuk import rupiah, rupiah_naskah, tanggal_naskah

BELUM = "belum tercatat di register; diisi bendahara pengeluaran"
UTANG = {"tidak": "Tidak ada", "belum": "Belum diketahui; diisi bendahara pengeluaran"}


def naskah(u: Usulan, b: Bahan, isi: Mapping[str, Any]) -> Naskah:
    tmt, terakhir = (tanggal_naskah(date.fromisoformat(isi[k])) for k in ("tmt", "terakhir"))
    data = Keterangan(
        bagian.kop_opd(u.kasus.unit_id), "Surat keterangan penghentian pembayaran", bagian.identitas_asal(b, u.kasus.unit_id),
        [
            f"{_sebab(isi['sebab'])}, sehingga pembayaran gaji dan tunjangannya dihentikan terhitung mulai tanggal {tmt}. Pembayaran terakhir "
            f"sampai dengan {terakhir} dengan rincian:"
        ],
        pasangan=[
            ("Gaji pokok terakhir", rupiah_naskah(isi["gaji"]) if isi["gaji"] else BELUM),
            ("Suami/istri ditanggung", f"{isi['pasangan']} orang"), ("Anak ditanggung", f"{isi['anak']} orang"),
            ("Tunjangan lain dan potongan", BELUM),
            ("Utang kepada negara", rupiah_naskah(isi["utang_rupiah"]) if isi["utang"] == "ada" else UTANG[isi["utang"]]),
        ],
        penghubung="menerangkan bahwa:",
        penutup="Surat keterangan ini dibuat untuk dipergunakan sebagaimana mestinya.",
        tembusan=bagian.tembusan("skpp"),
    )  # fmt: skip
    return Naskah(data.data())


def _sebab(sebab: Mapping[str, str]) -> str:
    sejak = f" terhitung mulai {tanggal_naskah(date.fromisoformat(sebab['sejak']))}" if sebab["sejak"] else ""
    dasar = f" menurut {sebab['sk']}" if sebab["sk"] else ""
    return f"{sebab['teks']}{sejak}{dasar}"


def terapkan(ubahan: Ubahan, u: Usulan, isi: Mapping[str, Any]) -> None:
    """SKPP menerangkan; yang menghentikan adalah keputusan berhenti atau pindahnya."""


def sajikan(isi: Mapping[str, Any]) -> list[tuple[Any, Any]]:
    return [
        (_("Gaji pokok terakhir"), rupiah(isi["gaji"]) if isi["gaji"] else "–"),
        (_("Ditanggung"), _("%(p)s suami/istri, %(a)s anak") % {"p": isi["pasangan"], "a": isi["anak"]}),
    ]
