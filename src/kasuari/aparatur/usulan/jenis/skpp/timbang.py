"""Surat keterangan penghentian pembayaran (SKPP) bagi yang berhenti atau pindah: dari fakta, yang tidak diketahui disebut."""

from datetime import date, timedelta

from django.utils.translation import gettext as _

from kasuari.aparatur.usulan.bahan import Bahan
from kasuari.aparatur.usulan.berhenti import hari_isian
from kasuari.aparatur.usulan.gaji import gaji_terakhir
from kasuari.aparatur.usulan.rangka import Isian, Timbang
from kasuari.aturan.register import kedudukan_keluar
from kasuari.dasar.rupa.bentuk import tanggal

UTANG = ("tidak", "ada", "belum")


def timbang(b: Bahan, isian: Isian) -> Timbang:
    """`tmt`: hari pertama tidak lagi dibayar di sini. Dasar: PMK 48/PMK.05/2017 bagi pusat; daerah menurut kepala daerah."""
    tmt = isian.tmt
    assert tmt is not None
    d, hari = isian.data, tmt - timedelta(days=1)
    g, gaji = b.pada("golongan", hari), gaji_terakhir(b, hari)
    kurang, sebab = _sebab(b, isian, tmt)
    terakhir = hari_isian(d, "terakhir_dibayar")
    if terakhir is None or terakhir >= tmt:
        kurang.append(_("Isi hari terakhir yang gajinya sudah dibayar, sebelum %(t)s.") % {"t": tanggal(tmt)})
    if d.get("utang") not in UTANG:
        kurang.append(
            _("Pilih apakah masih ada utang kepada negara. Bila belum diperiksa, pilih belum diketahui.")
        )
    rupiah = d.get("utang_rupiah")
    if d.get("utang") == "ada" and not (isinstance(rupiah, int) and rupiah > 0):
        kurang.append(_("Isi sisa utangnya, rupiah penuh lebih dari nol."))
    keluarga = [f for f in b.berlaku("keluarga", hari) if f.tertanggung]
    isi = {
        "tmt": tmt.isoformat(), "sebab": sebab, "terakhir": terakhir.isoformat() if terakhir else "", "golongan": g.golongan if g else "",
        "gaji": gaji.gaji if gaji else None, "pasangan": sum(f.hubungan == "pasangan" for f in keluarga),
        "anak": sum(f.hubungan == "anak" for f in keluarga), "utang": d.get("utang"), "utang_rupiah": rupiah,
    }  # fmt: skip
    return Timbang(isi, (), kurang)


def _sebab(b: Bahan, isian: Isian, tmt: date) -> tuple[list[str], dict[str, str]]:
    """(kekurangan, sebab): berhenti menurut register, atau pindah ke instansi yang disebut."""
    tujuan = str(isian.data.get("tujuan") or "").strip()
    if tujuan:
        return [], {"teks": f"pindah ke {tujuan}", "sejak": "", "sk": ""}
    s = next((s for s in b.semua("status") if s.mulai <= tmt), None)
    if s is not None and (s.nihil or s.kedudukan in kedudukan_keluar(b.buku(tmt))):
        return [], {"teks": (s.sebab or "berhenti").lower(), "sejak": s.mulai.isoformat(), "sk": s.sk_nomor}
    return [
        _("Berhentinya belum tercatat di register pada hari itu. Bila pindah, isi instansi tujuannya.")
    ], {}
