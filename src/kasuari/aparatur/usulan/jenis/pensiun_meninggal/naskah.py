"""Keputusan pemberhentian karena meninggal dunia dengan pensiun bagi ahli warisnya, dan efeknya."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from kasuari.aparatur.usulan import berhenti
from kasuari.aparatur.usulan.bahan import Bahan
from kasuari.aparatur.usulan.efek import Ubahan
from kasuari.aparatur.usulan.models import Usulan
from kasuari.aparatur.usulan.rangka import Naskah
from kasuari.dasar.dokumen.naskah import Diktum
from kasuari.dasar.rupa.bentuk import tanggal_naskah


def naskah(u: Usulan, b: Bahan, isi: Mapping[str, Any]) -> Naskah:
    tmt, hari = (tanggal_naskah(date.fromisoformat(isi[k])) for k in ("tmt", "hari"))
    waris = isi["ahli_waris"]
    diktum: list[Diktum | str] = [
        Diktum(
            "Memberhentikan dengan hormat sebagai Pegawai Negeri Sipil karena meninggal dunia:",
            [*berhenti.data_pegawai(b, isi), ("Meninggal dunia", hari)], penutup=f"terhitung mulai tanggal {tmt}.",
        )
    ]  # fmt: skip
    if waris:
        diktum.append(
            Diktum(
                "Hak pensiun janda, duda, anak, atau orang tua diberikan menurut ketentuan kepada:",
                [("Nama", waris["nama"]), ("Hubungan", berhenti.HUBUNGAN[waris["hubungan"]])],
                penutup=berhenti.PENSIUN_POKOK,
            )
        )
    akta = f" menurut akta kematian nomor {isi['akta']}" if isi["akta"] else ""
    return berhenti.keputusan(
        u, b, isi, tentang="Pemberhentian karena meninggal dunia",
        menimbang=[f"bahwa Pegawai Negeri Sipil yang namanya tersebut dalam keputusan ini meninggal dunia pada {hari}{akta}"],
        diktum=[*diktum, berhenti.PERBAIKAN, berhenti.BERLAKU],
    )  # fmt: skip


def terapkan(ubahan: Ubahan, u: Usulan, isi: Mapping[str, Any]) -> None:
    berhenti.berhenti(ubahan, isi, "88", "Meninggal dunia")
