"""Keputusan penempatan, dan efeknya: status, golongan, gaji pokok, dan jabatannya terbuka di register."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from kasuari.aparatur.usulan import naskah as bagian
from kasuari.aparatur.usulan.bahan import Bahan
from kasuari.aparatur.usulan.efek import Ubahan
from kasuari.aparatur.usulan.models import Usulan
from kasuari.aparatur.usulan.mutasi.naskah import MENGINGAT
from kasuari.aparatur.usulan.rangka import Naskah
from kasuari.dasar.dokumen.naskah import Diktum, Keputusan
from kasuari.dasar.organisasi.service import BarisPenugasan
from kasuari.dasar.rupa.bentuk import rupiah, rupiah_naskah, tanggal, tanggal_naskah


def _hari(isi: Mapping[str, Any], nama: str) -> date:
    return date.fromisoformat(isi[nama])


def naskah(u: Usulan, b: Bahan, isi: Mapping[str, Any]) -> Naskah:
    asal = f"keputusan Nomor {isi['keputusan']} tanggal {tanggal_naskah(_hari(isi, 'keputusan_tanggal'))}"
    mk = bagian.masa_kerja(isi["mk_tahun"], isi["mk_bulan"])
    surat = Keputusan(
        bagian.kop_kepala_daerah(),
        bagian.kepala_daerah(),
        f"Penempatan Pegawai Negeri Sipil Pindahan atas Nama {b.p.orang.nama_gelar}",
        [
            f"bahwa Pegawai Negeri Sipil yang namanya tersebut dalam keputusan ini pindah dari {isi['instansi']} menurut {asal};",
            "bahwa untuk kepentingan dinas perlu menempatkannya dalam jabatan;",
        ],
        MENGINGAT,
        [
            Diktum(
                "Menempatkan Pegawai Negeri Sipil:",
                pasangan=[
                    ("Nama", b.p.orang.nama_gelar), ("NIP", b.p.nip), ("Instansi asal", isi["instansi"]),
                    ("Pangkat/golongan ruang", bagian.pangkat(isi["golongan"])), ("Masa kerja golongan", mk),
                    ("Gaji pokok", rupiah_naskah(isi["gaji"])), ("Jabatan", isi["jabatan"]), ("Unit kerja", isi["unit"]),
                ],
            ),
            f"Penempatan ini berlaku terhitung mulai tanggal {tanggal_naskah(_hari(isi, 'tmt'))}.",
            "Gaji dibayarkan sesudah surat keterangan penghentian pembayaran dari instansi asal diterima, dan tunjangannya menurut "
            "tanggal surat pernyataan melaksanakan tugas.",
            "Apabila di kemudian hari terdapat kekeliruan dalam keputusan ini, akan diadakan perbaikan sebagaimana mestinya.",
        ],
        tembusan=bagian.tembusan("mutasi"),
    )  # fmt: skip
    return Naskah(surat.data(), atas_nama=bagian.kepala_daerah())


def terapkan(ubahan: Ubahan, u: Usulan, isi: Mapping[str, Any]) -> None:
    """Golongan dan gajinya dicatat sejak TMT-nya masing-masing, jadi KGB dan pangkat berikutnya terhitung benar."""
    tmt, mk = _hari(isi, "tmt"), {"mk_tahun": isi["mk_tahun"], "mk_bulan": isi["mk_bulan"]}
    ubahan.buka(
        "status", tmt, {"jenis": "pns", "kedudukan": "01", "sebab": f"Pindah dari {isi['instansi']}"[:60]}
    )
    ubahan.buka("golongan", _hari(isi, "golongan_tmt"), {"golongan": isi["golongan"], **mk})
    ubahan.buka("kgb", _hari(isi, "gaji_tmt"), {"gaji_pokok": isi["gaji"], **mk})
    ubahan.jabatan(BarisPenugasan(u.pegawai.orang.uid, tmt, isi["pos"], dasar=ubahan.dasar))


def sajikan(isi: Mapping[str, Any]) -> list[tuple[Any, Any]]:
    return [
        (_("Jabatan"), isi["jabatan"]),
        (_("Unit"), isi["unit"]),
        (
            _("Golongan"),
            f"{isi['golongan']}, {tanggal(_hari(isi, 'golongan_tmt'))}" if isi["golongan_tmt"] else "–",
        ),
        (_("Gaji pokok"), rupiah(isi["gaji"]) if isi["gaji"] else "–"),
    ]
