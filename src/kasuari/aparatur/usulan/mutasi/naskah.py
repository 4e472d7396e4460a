"""Keputusan mutasi dan penetapannya di register. Tunjangan jabatan mengikuti pelantikan atau SPMT, bukan tanggal keputusan."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from kasuari.aparatur.usulan import naskah as bagian
from kasuari.aparatur.usulan.bahan import Bahan
from kasuari.aparatur.usulan.efek import Ubahan
from kasuari.aparatur.usulan.models import Usulan, UsulBkn
from kasuari.aparatur.usulan.rangka import Naskah
from kasuari.dasar.dokumen.naskah import Diktum, Keputusan
from kasuari.dasar.organisasi.service import BarisPenugasan
from kasuari.dasar.rupa.bentuk import tanggal_naskah

MENGINGAT = [
    "Undang-Undang Nomor 20 Tahun 2023 tentang Aparatur Sipil Negara;",
    "Peraturan Pemerintah Nomor 11 Tahun 2017 tentang Manajemen Pegawai Negeri Sipil sebagaimana telah diubah dengan Peraturan "
    "Pemerintah Nomor 17 Tahun 2020;",
    "Peraturan Badan Kepegawaian Negara Nomor 5 Tahun 2019 tentang Tata Cara Pelaksanaan Mutasi;",
]
LANTIK = [
    "pelantikan dan pengambilan sumpah jabatan, dibuktikan dengan berita acara;",
    "surat pernyataan pelantikan;",
    "surat pernyataan melaksanakan tugas.",
]
SESUDAH = [
    "serah terima tugas di unit asal;",
    "surat pernyataan melaksanakan tugas dari pimpinan unit tujuan.",
]


def pertek(u: Usulan) -> list[str]:
    """'Persetujuan teknis ...' bila usulannya melewati BKN."""
    b = UsulBkn.objects.filter(usulan=u, keadaan="pertek").first()
    if b is None or b.tanggal is None:
        return []
    return [
        f"Persetujuan teknis Kepala Badan Kepegawaian Negara Nomor {b.nomor} tanggal {tanggal_naskah(b.tanggal)};"
    ]


def naskah(u: Usulan, b: Bahan, isi: Mapping[str, Any]) -> Naskah:
    kepala, pejabat = bagian.kepala_daerah(), isi["manajerial"]
    apa = "Pemindahan dan Pengangkatan dalam Jabatan" if pejabat else "Pemindahan"
    hari = tanggal_naskah(date.fromisoformat(isi["tmt"]))
    orang = [x for x in bagian.identitas(b) if x[0] not in ("Jabatan", "Unit kerja")]
    banding = [
        ("Jabatan", isi["jabatan_lama"] or "-", isi["jabatan"]),
        ("Unit kerja", isi["unit_lama"] or "-", isi["unit"]),
    ]
    if isi["eselon"]:
        banding.append(("Eselon", b.p.kini.eselon or "-", isi["eselon"]))
    surat = Keputusan(
        bagian.kop_kepala_daerah(),
        kepala,
        f"{apa} Pegawai Negeri Sipil atas Nama {b.p.orang.nama_gelar}",
        [
            "bahwa untuk kepentingan dinas dan pembinaan karier perlu memindahkan Pegawai Negeri Sipil yang namanya tersebut "
            "dalam keputusan ini;",
            "bahwa Pegawai Negeri Sipil tersebut memenuhi syarat untuk dipindahkan;",
        ],
        MENGINGAT,
        [
            Diktum("Memindahkan Pegawai Negeri Sipil:", pasangan=orang, banding=banding),
            Diktum(f"Pemindahan sebagaimana dimaksud dalam diktum KESATU berlaku terhitung mulai tanggal {hari}."),
            Diktum("Sesudah keputusan ini diterima, dilengkapi dengan:", rincian=LANTIK if pejabat else SESUDAH),
            Diktum(
                "Tunjangan yang melekat pada jabatan dibayarkan menurut tanggal surat pernyataan melaksanakan tugas sesuai dengan "
                "ketentuan peraturan perundang-undangan."
            ),
            Diktum("Apabila di kemudian hari terdapat kekeliruan dalam keputusan ini, akan diadakan perbaikan sebagaimana mestinya."),
        ],
        memperhatikan=pertek(u),
        tembusan=bagian.tembusan("mutasi"),
    )  # fmt: skip
    return Naskah(surat.data(), atas_nama=bagian.kepala_daerah())


def terapkan(ubahan: Ubahan, u: Usulan, isi: Mapping[str, Any]) -> None:
    """Jabatan lama berakhir pada TMT, jabatan baru mulai hari itu."""
    tmt = date.fromisoformat(isi["tmt"])
    ubahan.jabatan(BarisPenugasan(u.pegawai.orang.uid, tmt, isi["pos"], dasar=ubahan.dasar))


def sajikan(isi: Mapping[str, Any]) -> list[tuple[Any, Any]]:
    """Yang harus ada sesudah keputusannya terbit; tunjangan jabatan mengikutinya."""
    sesudah = LANTIK if isi["manajerial"] else SESUDAH
    return [(_("Alasan"), isi["sebab"] or "-"), (_("Sesudah keputusan terbit"), " ".join(sesudah))]
