"""Surat keterangan penghentian pembayaran (SKPP) bagi yang berhenti atau pindah: dari fakta, yang tidak diketahui disebut."""

from datetime import date, timedelta

from django.utils.translation import gettext as _

from kasuari.aparatur.usulan.bahan import Bahan
from kasuari.aparatur.usulan.berhenti import hari_isian
from kasuari.aparatur.usulan.gaji import gaji_terakhir
from kasuari.aparatur.usulan.rangka import Isian, Timbang
from kasuari.aturan.masa_kerja import indeks_bulan
from kasuari.aturan.register import kedudukan_keluar
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.rupa.bentuk import tanggal

UTANG = ("tidak", "ada", "belum")


def timbang(b: Bahan, isian: Isian) -> Timbang:
    """`tmt`: hari pertama tidak lagi dibayar di sini. Dasar: PMK 48/PMK.05/2017 bagi pusat; daerah menurut kepala daerah."""
    tmt = isian.tmt
    assert tmt is not None
    d, hari = isian.data, tmt - timedelta(days=1)
    g, gaji = b.pada("golongan", hari), gaji_terakhir(b, hari)
    kurang, sebab = _sebab(b, isian, tmt)
    batas = b.buku(hari_ini()).tabel("usulan_skpp_bulan")
    if indeks_bulan(hari_ini()) - indeks_bulan(tmt) > int(batas["surut"]):
        kurang.append(_("TMT SKPP paling jauh %(n)s bulan yang lalu.") % {"n": batas["surut"]})
    terakhir = hari_isian(d, "terakhir_dibayar")
    if terakhir is None or terakhir >= tmt:
        kurang.append(_("Isi hari terakhir yang gajinya sudah dibayar, sebelum %(t)s.") % {"t": tanggal(tmt)})
    elif indeks_bulan(tmt) - indeks_bulan(terakhir) > int(batas["jeda"]):
        kurang.append(
            _(
                "Gaji terakhir %(g)s terlalu jauh sebelum TMT %(t)s: paling banyak %(n)s bulan. Betulkan salah satunya."
            )
            % {"g": tanggal(terakhir), "t": tanggal(tmt), "n": batas["jeda"]}
        )
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
        return [], {
            "teks": _awal_kecil(s.sebab or "berhenti"),
            "sejak": s.mulai.isoformat(),
            "sk": s.sk_nomor,
        }
    k = max((k for k in b.semua("kontrak") if k.sampai), key=lambda k: k.sampai, default=None)
    if b.p.kini.jenis.startswith("pppk") and k is not None and k.sampai <= tmt:
        return [], {
            "teks": f"berakhir perjanjian kerjanya Nomor {k.nomor}",
            "sejak": k.sampai.isoformat(),
            "sk": "",
        }
    return [
        _("Berhentinya belum tercatat di register pada hari itu. Bila pindah, isi instansi tujuannya.")
    ], {}


def _awal_kecil(teks: str) -> str:
    """Huruf pertama kecil supaya meneruskan kalimat; singkatan (BUP) dan nama tetap."""
    return teks if teks[:2].isupper() else teks[:1].lower() + teks[1:]
