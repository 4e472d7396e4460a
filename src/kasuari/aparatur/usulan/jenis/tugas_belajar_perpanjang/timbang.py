"""Boleh diperpanjang atau belum: sambung dengan keputusan sebelumnya, dan paling lama menurut `usulan_tugas_belajar`.

Dasar: SE MenPANRB 28/2021.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _

from kasuari.aparatur.usulan import efek
from kasuari.aparatur.usulan.bahan import Bahan
from kasuari.aparatur.usulan.berhenti import hari_isian
from kasuari.aparatur.usulan.jenis.tugas_belajar.timbang import BELAJAR, ikatan_bulan, pensiun
from kasuari.aparatur.usulan.models import Usulan
from kasuari.aparatur.usulan.rangka import Isian, Syarat, Timbang
from kasuari.aturan.masa_kerja import tambah_tahun
from kasuari.dasar.rupa.bentuk import tanggal

KODE = "tugas_belajar_perpanjang"
TETAP = ("cara", "biaya", "tingkat", "prodi", "kampus", "jenis", "perpanjangan")


def timbang(b: Bahan, isian: Isian) -> Timbang:
    tmt = isian.tmt
    assert tmt is not None
    lama = sebelumnya(b.p.id, tmt)
    if lama is None:
        return Timbang(
            {}, (), [_("Keputusan tugas belajarnya belum ada di sini, jadi belum dapat diperpanjang.")]
        )
    akhir, selesai = date.fromisoformat(lama["selesai"]), hari_isian(isian.data, "selesai")
    kurang = _sambung(b, tmt, lama, akhir)
    alasan = " ".join(str(isian.data.get("alasan") or "").split())
    if not alasan:
        kurang.append(_("Tulis kenapa studinya belum selesai."))
    if selesai is None or selesai < tmt:
        return Timbang({}, (), [*kurang, _("Hari selesai yang baru harus sesudah perpanjangannya mulai.")])
    awal, rencana = date.fromisoformat(lama["awal"]), date.fromisoformat(lama["rencana"])
    tabel = b.buku(tmt).tabel("usulan_tugas_belajar")
    paling = tambah_tahun(rencana, int(tabel["perpanjangan"]))
    if selesai > paling:
        kurang.append(
            _("Perpanjangan seluruhnya paling lama %(n)s tahun sesudah rencana studinya, jadi paling lambat %(t)s (%(d)s).")
            % {"n": tabel["perpanjangan"], "t": tanggal(paling), "d": b.buku(tmt).versi("usulan_tugas_belajar").dasar}
        )  # fmt: skip
    bulan = ikatan_bulan(tabel, str(lama["biaya"]), awal, selesai)
    kurang += pensiun(b, tabel, selesai, bulan)
    isi = {
        **{k: lama[k] for k in TETAP}, "tmt": tmt.isoformat(), "selesai": selesai.isoformat(), "sampai_semula": lama["selesai"],
        "awal": lama["awal"], "rencana": lama["rencana"], "ikatan_bulan": bulan, "alasan": alasan,
        "sk": [lama["nomor"], lama["tanggal"]],
    }  # fmt: skip
    return Timbang(isi, (), kurang)


def sebelumnya(pegawai: int, tmt: date) -> dict[str, Any] | None:
    """Isi keputusan tugas belajar atau perpanjangan terakhir sebelum `tmt`, dengan nomor dan tanggalnya; None bila tidak ada.

    `awal`: hari studinya mulai; `rencana`: hari selesai menurut keputusan pertamanya.
    """
    qs = Usulan.objects.filter(
        pegawai=pegawai, jenis__in=("tugas_belajar", KODE), hidup=True, kasus__keadaan="terbit", tmt__lt=tmt, surat__isnull=False
    )  # fmt: skip
    u = qs.select_related("surat").order_by("tmt").last()
    if u is None or u.surat is None:
        return None
    isi = efek.buka_sandi(u.hasil)
    return {
        "awal": isi["tmt"], "rencana": isi["selesai"], **isi, "nomor": u.surat.nomor_teks, "tanggal": u.surat.tanggal.isoformat()
    }  # fmt: skip


def _sambung(b: Bahan, tmt: date, lama: Mapping[str, Any], akhir: date) -> list[str]:
    kurang = []
    if tmt != akhir + timedelta(days=1):
        kurang.append(
            _("Tugas belajarnya berakhir %(a)s, jadi perpanjangannya mulai %(t)s.")
            % {"a": tanggal(akhir), "t": tanggal(akhir + timedelta(days=1))}
        )
    s = b.pada("status", akhir)
    if lama["cara"] == "tinggal" and (s is None or s.kedudukan != BELAJAR):
        kurang.append(_("Ia sudah aktif kembali, jadi tidak ada yang diperpanjang."))
    if b.berlaku("hukuman", tmt):
        kurang.append(_("Ada catatan di register yang menahan tugas belajar. Tanyakan kepada BKPSDM."))
    return kurang


def syarat(b: Bahan, isian: Isian) -> list[Syarat]:
    lama = sebelumnya(b.p.id, isian.tmt) if isian.tmt else None
    return [
        Syarat("kampus", _("Surat perguruan tinggi tentang perpanjangan studi")),
        Syarat("kemajuan", _("Laporan kemajuan belajar")),
        Syarat("rekomendasi", _("Rekomendasi pimpinan perangkat daerah")),
        Syarat(
            "biaya", _("Surat keterangan pemberi biaya"), wajib=lama is not None and lama["biaya"] == "negara"
        ),
    ]


def sajikan(isi: Mapping[str, Any]) -> list[tuple[Any, Any]]:
    return [
        (_("Belajar"), f"{isi['tingkat']} {isi['prodi']}, {isi['kampus']}"),
        (_("Semula sampai"), tanggal(date.fromisoformat(isi["sampai_semula"]))),
        (_("Sampai"), tanggal(date.fromisoformat(isi["selesai"]))),
        (_("Ikatan dinas sesudahnya"), _("%(n)s bulan") % {"n": isi["ikatan_bulan"]}),
    ]
