"""Menimbang pindah masuk: keputusan pindahnya, pos tujuannya, dan pangkat serta gaji yang dibawanya."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from kasuari.aparatur.pegawai.models import Pegawai
from kasuari.aparatur.usulan.bahan import Bahan
from kasuari.aparatur.usulan.mutasi import pos as pos_
from kasuari.aparatur.usulan.mutasi import timbang as mutasi
from kasuari.aparatur.usulan.rangka import Isian, Syarat, Timbang
from kasuari.aturan.gaji import gaji_pokok
from kasuari.aturan.galat import GalatAturan
from kasuari.aturan.golongan import KODE_PNS
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.rupa.bentuk import rupiah, tanggal

BUKAN_PEGAWAI = frozenset({""})  # belum atau tidak lagi berstatus pegawai di daerah ini


def unit_tujuan(p: Pegawai, isian: Isian) -> int | None:
    """Unit pos tujuannya pada TMT: usulannya berjalan di unit yang menerima."""
    if isian.tmt is None:
        return None
    tujuan = pos_.pada(str(isian.data.get("pos") or ""), isian.tmt)
    return tujuan.unit_id if tujuan else None


def timbang(b: Bahan, isian: Isian) -> Timbang:
    """Dasar: PP 11/2017 jo. PP 17/2020; Peraturan BKN 5/2019 (mutasi antarinstansi ditetapkan BKN, menteri, atau gubernur)."""
    tmt, d = isian.tmt, isian.data
    assert tmt is not None
    kurang = [*_status(b), *_keputusan(d, tmt), *_pangkat(d, tmt)]
    p = pos_.pada(str(d.get("pos") or ""), tmt)
    if p is None:
        return Timbang({}, (), [_("Pos tujuan belum dipilih, atau tidak ada pada hari TMT."), *kurang])
    if p.jenis in pos_.MANAJERIAL:
        kurang.append(
            _("Jabatan manajerial diisi sesudah ia tercatat di sini, lewat 'Mutasi pejabat manajerial'.")
        )
    if not d.get("bebas_keluarga"):
        kurang.append(
            _(
                "Nyatakan bahwa tidak ada hubungan keluarga dengan atasan langsung atau bawahan di unit tujuan."
            )
        )
    kurang += [*mutasi.kursi(b, p, tmt), *mutasi.pendidikan(b, p)]
    isi = {
        "tmt": tmt.isoformat(), "pos": p.subjek.kode, "jabatan": p.nama, "unit": pos_.nama_unit(p),
        **{k: d.get(k) for k in ("golongan", "golongan_tmt", "mk_tahun", "gaji", "gaji_tmt", "keputusan_tanggal")},
        "mk_bulan": d.get("mk_bulan") or 0,
        **{k: " ".join(str(d.get(k) or "").split()) for k in ("instansi", "keputusan")},
    }  # fmt: skip
    return Timbang(isi, (), kurang, _ingat(b, d, tmt))


def _status(b: Bahan) -> list[str]:
    if b.p.kini.jenis in BUKAN_PEGAWAI:
        return []
    return [_("Ia sudah pegawai daerah ini. Untuk pindah jabatan, susun mutasi.")]


def _hari(d: Any, nama: str) -> date | None:
    return date.fromisoformat(d[nama]) if d.get(nama) else None


def _keputusan(d: Any, tmt: date) -> list[str]:
    hari = _hari(d, "keputusan_tanggal")
    if not (str(d.get("instansi") or "").strip() and str(d.get("keputusan") or "").strip() and hari):
        return [_("Isi instansi asal, dan nomor serta tanggal keputusan pindahnya.")]
    if hari > hari_ini():
        return [_("Tanggal keputusan pindah %(t)s belum tiba.") % {"t": tanggal(hari)}]
    return (
        []
        if tmt >= hari
        else [_("TMT tidak boleh sebelum keputusan pindahnya, %(t)s.") % {"t": tanggal(hari)}]
    )


def _pangkat(d: Any, tmt: date) -> list[str]:
    """Pangkat dan gaji yang dibawanya dari instansi asal, semuanya sudah berlaku pada TMT."""
    pangkat, gaji = _hari(d, "golongan_tmt"), _hari(d, "gaji_tmt")
    tahun, bulan, rp = d.get("mk_tahun"), d.get("mk_bulan") or 0, d.get("gaji")
    if d.get("golongan") not in KODE_PNS or pangkat is None or gaji is None:
        return [_("Isi golongan, TMT golongan, dan TMT gaji pokok terakhirnya menurut SK-nya.")]
    kurang = []
    if (
        not isinstance(tahun, int)
        or not 0 <= tahun <= 60
        or not isinstance(bulan, int)
        or not 0 <= bulan <= 11
    ):
        kurang.append(_("Masa kerja golongan: tahun 0 sampai 60, bulan 0 sampai 11."))
    if not isinstance(rp, int) or isinstance(rp, bool) or rp <= 0:
        kurang.append(_("Gaji pokok terakhir harus rupiah penuh lebih dari nol."))
    if max(pangkat, gaji) > tmt:
        kurang.append(_("TMT golongan dan gaji pokok terakhirnya tidak boleh sesudah TMT pindahnya."))
    return kurang


def _ingat(b: Bahan, d: Any, tmt: date) -> list[str]:
    ingat = [
        _(
            "Akunnya diaktifkan admin sistem sesudah keputusannya terbit. Susun SPMT sesudah ia mulai bertugas."
        )
    ]
    try:
        tabel = gaji_pokok(str(d["golongan"]), int(d["mk_tahun"]), "PNS", b.buku(tmt))
    except (GalatAturan, KeyError, TypeError, ValueError):
        return ingat
    if d.get("gaji") != tabel:
        ingat.append(
            _("Gaji pokok menurut tabel %(t)s, yang diisi %(g)s. Cocokkan dengan SKPP dan KGB terakhirnya.")
            % {"t": rupiah(tabel), "g": rupiah(d.get("gaji"))}
        )
    return ingat


def syarat(b: Bahan, isian: Isian) -> list[Syarat]:
    return [
        Syarat("keputusan", _("Keputusan pindah dari BKN, menteri, atau gubernur")),
        Syarat("skpp", _("SKPP dari instansi asal")),
        Syarat("sk_pangkat", _("SK pangkat terakhir")),
        Syarat("sk_kgb", _("SK kenaikan gaji berkala terakhir")),
        Syarat("sk_cpns", _("SK CPNS dan SK PNS")),
        Syarat("terima", _("Persetujuan pimpinan unit tujuan")),
        Syarat("skp", _("Penilaian kinerja (SKP) dua tahun terakhir"), wajib=False),
    ]
