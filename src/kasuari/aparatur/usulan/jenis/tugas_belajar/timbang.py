"""Boleh tugas belajar atau belum. Syaratnya parameter bertanggal `usulan_tugas_belajar*`. Dasar: SE MenPANRB 28/2021."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kasuari.aparatur.pegawai.riwayat import TINGKAT_PENDIDIKAN
from kasuari.aparatur.usulan.bahan import Bahan
from kasuari.aparatur.usulan.kinerja import kinerja_kurang
from kasuari.aparatur.usulan.rangka import Isian, Syarat, Timbang
from kasuari.aturan.masa_kerja import selisih_bulan, tambah_tahun
from kasuari.dasar.rupa.bentuk import tanggal

CARA = {
    "tinggal": gettext_lazy("Meninggalkan tugas"),
    "tetap": gettext_lazy("Tidak meninggalkan tugas (di luar jam kerja)"),
}
BIAYA = {"negara": gettext_lazy("APBN, APBD, atau pemberi beasiswa"), "mandiri": gettext_lazy("Sendiri")}
PERLU = ("status", "skp", "hukuman", "pendidikan")
AKTIF, BELAJAR = "01", "03"  # kedudukan hukum: referensi SIASN


def timbang(b: Bahan, isian: Isian) -> Timbang:
    tmt, d = isian.tmt, isian.data
    assert tmt is not None
    buku = b.buku(tmt)
    kurang = [
        *_tentang_orang(b, tmt),
        *kinerja_kurang(b, tmt, str(buku.nilai("usulan_tugas_belajar_predikat"))),
    ]
    selesai = date.fromisoformat(str(d["selesai"])) if d.get("selesai") else None
    tingkat = str(d.get("tingkat") or "")
    kurang += _isian(d)
    if selesai is None or tingkat not in buku.tabel("usulan_tugas_belajar_lama"):
        kurang.append(_("Isi tingkat dan hari selesai menurut rencana studinya."))
        return Timbang({}, (), kurang)
    if selesai <= tmt:
        return Timbang({}, (), [*kurang, _("Hari selesai harus sesudah hari mulai.")])
    paling = int(buku.tabel("usulan_tugas_belajar_lama")[tingkat])
    if selesai > tambah_tahun(tmt, paling):
        kurang.append(_("Tugas belajar %(k)s paling lama %(n)s tahun.") % {"k": tingkat, "n": paling})
    bulan = ikatan_bulan(buku.tabel("usulan_tugas_belajar"), str(d.get("biaya")), tmt, selesai)
    kurang += pensiun(b, buku.tabel("usulan_tugas_belajar"), selesai, bulan)
    isi = {
        **{k: " ".join(str(d.get(k) or "").split()) for k in ("cara", "biaya", "tingkat", "prodi", "kampus")},
        "tmt": tmt.isoformat(), "selesai": selesai.isoformat(), "ikatan_bulan": bulan, "jenis": b.p.kini.jenis,
        "perpanjangan": int(buku.tabel("usulan_tugas_belajar")["perpanjangan"]),
    }  # fmt: skip
    return Timbang(isi, (), kurang, _ingat(b, tingkat))


def _isian(d: Mapping[str, Any]) -> list[str]:
    kurang = []
    if d.get("cara") not in CARA or d.get("biaya") not in BIAYA:
        kurang.append(_("Pilih cara belajar dan biayanya."))
    if not (str(d.get("prodi") or "").strip() and str(d.get("kampus") or "").strip()):
        kurang.append(_("Tulis program studi dan perguruan tingginya."))
    return kurang


def _tentang_orang(b: Bahan, tmt: date) -> list[str]:
    kurang = []
    pns = min((f.mulai for f in b.semua("status") if f.jenis == "pns" and not f.nihil), default=None)
    n = int(b.buku(tmt).tabel("usulan_tugas_belajar")["masa_kerja"])
    if pns is None:
        kurang.append(_("Hari pengangkatan sebagai PNS belum tercatat di register."))
    elif (boleh := tambah_tahun(pns, n)) > tmt:
        kurang.append(
            _("Paling singkat %(n)s tahun sejak menjadi PNS, jadi paling cepat %(t)s.")
            % {"n": n, "t": tanggal(boleh)}
        )
    status = b.pada("status", tmt)
    if status is not None and status.kedudukan == BELAJAR:
        kurang.append(_("Masih tercatat tugas belajar. Aktifkan kembali lebih dulu."))
    elif status is not None and status.kedudukan != AKTIF:
        kurang.append(_("Kedudukan di register bukan aktif."))
    if b.berlaku("hukuman", tmt):
        kurang.append(_("Ada catatan di register yang menahan tugas belajar. Tanyakan kepada BKPSDM."))
    return kurang


def ikatan_bulan(tabel: Mapping[str, Any], biaya: str, mulai: date, selesai: date) -> int:
    """Bulan ikatan dinas: sekian kali lamanya belajar (tabel `usulan_tugas_belajar`), dari hari pertama sampai terakhir."""
    kali = int(tabel["ikatan_biaya" if biaya == "negara" else "ikatan_mandiri"])
    return kali * max(1, selisih_bulan(mulai, selesai + timedelta(days=1)))


def pensiun(b: Bahan, syarat: Mapping[str, Any], selesai: date, ikatan: int) -> list[str]:
    """Belajar dan ikatan dinasnya selesai sebelum pensiun."""
    if b.p.kini.pensiun is None:
        return []
    bulan = ikatan + 12 * int(syarat["sisa_sebelum_pensiun"])
    tahun, sisa = divmod(selesai.month - 1 + bulan, 12)
    akhir = date(selesai.year + tahun, sisa + 1, 1)
    if akhir > b.p.kini.pensiun:
        return [
            _("Ikatan dinas %(n)s bulan sesudah belajar berakhir %(a)s, melewati pensiun %(p)s.")
            % {"n": ikatan, "a": tanggal(akhir), "p": tanggal(b.p.kini.pensiun)}
        ]
    return []


def _ingat(b: Bahan, tingkat: str) -> list[str]:
    punya = b.p.kini.pendidikan
    naik = punya in TINGKAT_PENDIDIKAN and TINGKAT_PENDIDIKAN.index(tingkat) > TINGKAT_PENDIDIKAN.index(punya)
    ingat = (
        []
        if naik
        else [
            _("Tingkatnya tidak lebih tinggi daripada pendidikan yang tercatat, %(p)s.") % {"p": punya or "-"}
        ]
    )
    return [
        *ingat,
        _("Kesesuaian program studi dengan kebutuhan jabatan dan akreditasinya tidak dinilai di sini."),
    ]


def syarat(b: Bahan, isian: Isian) -> list[Syarat]:
    """Akreditasi dan kebutuhan jabatan dibuktikan berkas."""
    return [
        Syarat("diterima", _("Surat diterima dari perguruan tinggi")),
        Syarat("akreditasi", _("Akreditasi program studi")),
        Syarat(
            "rekomendasi",
            _("Rekomendasi pimpinan perangkat daerah"),
            _("Menyebut kebutuhan jabatan akan program studi ini."),
        ),
        Syarat("perjanjian", _("Perjanjian tugas belajar bermeterai")),
        Syarat("biaya", _("Surat keterangan pemberi biaya"), wajib=isian.data.get("biaya") == "negara"),
        Syarat("sehat", _("Surat keterangan sehat"), wajib=isian.data.get("cara") == "tinggal"),
    ]


def sajikan(isi: Mapping[str, Any]) -> list[tuple[Any, Any]]:
    return [
        (_("Belajar"), f"{isi['tingkat']} {isi['prodi']}, {isi['kampus']}"),
        (_("Sampai"), tanggal(date.fromisoformat(isi["selesai"]))),
        (_("Ikatan dinas sesudahnya"), _("%(n)s bulan") % {"n": isi["ikatan_bulan"]}),
    ]
