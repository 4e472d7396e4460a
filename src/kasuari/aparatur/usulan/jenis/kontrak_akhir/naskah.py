"""Keputusan pemutusan hubungan perjanjian kerja, dan efeknya: perjanjian, status, dan jabatan berakhir."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from kasuari.aparatur.usulan import berhenti, kontrak
from kasuari.aparatur.usulan import naskah as bagian
from kasuari.aparatur.usulan.bahan import Bahan
from kasuari.aparatur.usulan.efek import Ubahan
from kasuari.aparatur.usulan.models import Usulan
from kasuari.aparatur.usulan.rangka import Naskah
from kasuari.dasar.dokumen.naskah import Diktum
from kasuari.dasar.rupa.bentuk import tanggal_naskah

ALASAN = {
    "berakhir": "jangka waktu perjanjian kerja berakhir",
    "bup": "mencapai batas usia pensiun jabatan",
    "meninggal": "meninggal dunia",
    "permintaan": "permintaan sendiri",
    "perampingan": "perampingan organisasi atau kebijakan pemerintah",
    "kesehatan": "tidak cakap jasmani dan/atau rohani",
    "kinerja": "tidak memenuhi target kinerja",
    "disiplin": "pelanggaran disiplin tingkat berat",
    "pidana": "dipidana penjara karena tindak pidana yang dilakukan tidak dengan berencana",
    "ideologi": "penyelewengan terhadap Pancasila dan UUD 1945",
    "pidana_jabatan": "dipidana karena kejahatan jabatan atau tindak pidana yang dilakukan dengan berencana",
    "parpol": "menjadi anggota atau pengurus partai politik",
}


def naskah(u: Usulan, b: Bahan, isi: Mapping[str, Any]) -> Naskah:
    tmt, alasan = tanggal_naskah(date.fromisoformat(isi["tmt"])), ALASAN[isi["alasan"]]
    bukti = [("Keterangan", isi["keterangan"])] if isi["keterangan"] else []
    return kontrak.keputusan(
        u, b, tentang="Pemutusan hubungan perjanjian kerja",
        menimbang=[f"bahwa hubungan perjanjian kerja pegawai yang namanya tersebut dalam keputusan ini diputus karena {alasan}"],
        diktum=[
            Diktum(
                f"Memutus hubungan perjanjian kerja {isi['cara']} karena {alasan}:",
                [*bagian.identitas(b), ("Perjanjian kerja", kontrak.lama_kalimat(isi)), *bukti],
                penutup=f"terhitung mulai tanggal {tmt}.",
            ),
            "Hak yang timbul karena pemutusan ini diberikan menurut peraturan perundang-undangan.",
            "Keputusan ini mulai berlaku pada tanggal ditetapkan.",
        ],
    )  # fmt: skip


def terapkan(ubahan: Ubahan, u: Usulan, isi: Mapping[str, Any]) -> None:
    kontrak.akhiri(ubahan, u, date.fromisoformat(isi["tmt"]))
    berhenti.berhenti(ubahan, isi, "66", ALASAN[isi["alasan"]].capitalize()[:60])


def sajikan(isi: Mapping[str, Any]) -> list[tuple[Any, Any]]:
    return [(_("Alasan"), ALASAN[isi["alasan"]]), (_("Cara"), isi["cara"]), (_("Dasar"), isi["dasar"])]
