"""SPMT dari pimpinan perangkat daerah. Hari mulai tunjangannya menjadi peristiwa yang dibaca bagian gaji."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from kasuari.aparatur.usulan import naskah as bagian
from kasuari.aparatur.usulan import peristiwa
from kasuari.aparatur.usulan.bahan import Bahan
from kasuari.aparatur.usulan.efek import Ubahan
from kasuari.aparatur.usulan.jenis.spmt.timbang import BERITA_ACARA
from kasuari.aparatur.usulan.models import Usulan
from kasuari.aparatur.usulan.rangka import Naskah
from kasuari.dasar.dokumen.naskah import Keterangan
from kasuari.dasar.jejak.service import catat
from kasuari.dasar.organisasi import selectors as organisasi
from kasuari.dasar.rupa.bentuk import tanggal, tanggal_naskah

SEBUTAN = {"sumpah": "sumpah jabatan", "lantik": "pelantikan"}  # di surat, selalu bahasa Indonesia


def _hari(teks: str) -> str:
    return tanggal_naskah(date.fromisoformat(teks))


def naskah(u: Usulan, b: Bahan, isi: Mapping[str, Any]) -> Naskah:
    hari, tunjangan = (_hari(isi[k]) for k in ("tmt", "tunjangan"))
    t = (
        organisasi.penugasan_pada(date.fromisoformat(isi["tmt"]))
        .filter(subjek=b.p.orang_id, jenis="definitif")
        .first()
    )
    sk = f"nomor {t.sk_nomor}" if t is not None and t.sk_nomor else "yang nomornya belum tercatat di register"
    hari_sk = f" tanggal {tanggal_naskah(t.sk_tanggal)}" if t is not None and t.sk_tanggal else ""
    acara = " dan ".join(
        f"berita acara {sebutan} nomor {isi[f'{kode}_nomor']} tanggal {_hari(isi[f'{kode}_tanggal'])}"
        for kode, sebutan in SEBUTAN.items()
        if f"{kode}_nomor" in isi
    )
    data = Keterangan(
        bagian.kop_opd(u.kasus.unit_id), "Surat pernyataan melaksanakan tugas", bagian.identitas(b),
        [
            f"berdasarkan keputusan {sk}{hari_sk}{f', serta {acara}' if acara else ''}, telah nyata melaksanakan tugas sebagai "
            f"{isi['jabatan']} terhitung mulai tanggal {hari}.",
            f"Tunjangan jabatannya dihitung mulai {tunjangan}.",
        ],
        penghubung="menyatakan dengan sesungguhnya bahwa:",
        penutup="Surat pernyataan ini dibuat dengan mengingat sumpah jabatan. Apabila isinya ternyata tidak benar sehingga "
        "merugikan negara, saya bersedia menanggung kerugian itu.",
        tembusan=bagian.tembusan("spmt"),
    )  # fmt: skip
    return Naskah(data.data(), {"Jabatan": isi["jabatan"]})


def terapkan(ubahan: Ubahan, u: Usulan, isi: Mapping[str, Any]) -> None:
    """Jabatannya sudah dicatat keputusannya; yang dicatat di sini hari tugas dan tunjangannya mulai."""
    catat(
        peristiwa.SPMT, ubahan.oleh, ("usulan", u.id), subjek=[u.pegawai.orang.uid],
        sesudah={"mulai_tugas": isi["tmt"], "mulai_tunjangan": isi["tunjangan"], "surat": ubahan.dasar.sk_nomor},
    )  # fmt: skip


def sajikan(isi: Mapping[str, Any]) -> list[tuple[Any, Any]]:
    acara = [
        (
            _("Berita acara %(a)s") % {"a": nama},
            f"{isi[f'{kode}_nomor']}, {tanggal(date.fromisoformat(isi[f'{kode}_tanggal']))}",
        )
        for kode, nama in BERITA_ACARA.items()
        if f"{kode}_nomor" in isi
    ]
    return [
        (_("Jabatan"), isi["jabatan"]),
        *acara,
        (_("Tunjangan mulai"), tanggal(date.fromisoformat(isi["tunjangan"]))),
    ]
