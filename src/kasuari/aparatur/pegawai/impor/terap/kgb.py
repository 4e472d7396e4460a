"""Kenaikan gaji berkala dari berkas penjagaan: hanya bagi NIP yang terdaftar."""

from collections.abc import Sequence
from datetime import date

from kasuari.aparatur.pegawai.models import RiwayatKgb
from kasuari.dasar.impor.penerap import BarisBersih, Rencana

from .dasar import PenerapRiwayat
from .rencana import Fakta, Penyusun, per_subjek, tanggal


class PenerapKgb(PenerapRiwayat):
    kode = "kgb"

    def rencanakan(self, baris: Sequence[BarisBersih], pada: date) -> Rencana:
        s = Penyusun(b.bersih["nip"] for b in baris)
        ada = per_subjek(RiwayatKgb, [p.id for p in s.isi.lama.values()])
        for b in baris:
            x = b.bersih
            p = s.isi.lama.get(x["nip"])
            mulai = tanggal(x.get("tmt_baru"))
            if p is None:
                s.catat(b.baris, "NIP_TIDAK_TERDAFTAR", "nip", x["nip"])
            elif mulai is None or x.get("gaji_baru_berkas") is None or x.get("mk_baru") is None:
                s.catat(b.baris, "KGB_TIDAK_LENGKAP")
            else:
                isi = {
                    "gaji_pokok": x["gaji_baru_berkas"],
                    "mk_tahun": x["mk_baru"],
                    "mk_bulan": x.get("mk_baru_bulan") or 0,
                }
                sk = (x.get("no_sk_baru") or "")[:120]
                f = Fakta("kgb", mulai, isi, sk_nomor=sk, sk_tanggal=tanggal(x.get("tgl_sk_baru")))
                s.bandingkan(b.baris, p.nip, f, ada.get(p.id, []))
        return s.selesai()
