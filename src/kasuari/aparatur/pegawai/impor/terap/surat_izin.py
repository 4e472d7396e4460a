"""STR, SIP, dan surat berjangka dari berkas: hanya bagi NIP yang terdaftar; nomor yang sudah ada dibetulkan."""

from collections.abc import Sequence
from datetime import date

from kasuari.aparatur.pegawai.models import RiwayatSuratIzin
from kasuari.dasar.impor.penerap import BarisBersih, Rencana

from .dasar import PenerapRiwayat
from .rencana import Fakta, Penyusun, esok, per_subjek, tanggal


class PenerapSuratIzin(PenerapRiwayat):
    kode = "surat_izin"

    def rencanakan(self, baris: Sequence[BarisBersih], pada: date) -> Rencana:
        s = Penyusun(b.bersih["nip"] for b in baris)
        ada = per_subjek(RiwayatSuratIzin, [p.id for p in s.isi.lama.values()])
        for b in baris:
            x = b.bersih
            p, mulai = s.isi.lama.get(x["nip"]), tanggal(x.get("mulai"))
            if p is None:
                s.catat(b.baris, "NIP_TIDAK_TERDAFTAR", "nip", x["nip"])
            elif mulai is None:
                s.catat(b.baris, "SURAT_TIDAK_LENGKAP", "mulai")
            else:
                isi = {k: x.get(k) or "" for k in ("jenis", "nomor", "penerbit", "keterangan")}
                f = Fakta("surat_izin", mulai, isi, sampai=esok(tanggal(x.get("selesai"))))
                lama = next(
                    (r for r in ada.get(p.id, []) if (r.jenis, r.nomor.casefold()) == (isi["jenis"], isi["nomor"].casefold())),
                    None,
                )  # fmt: skip
                s.bandingkan(b.baris, p.nip, f, [], lama)
        return s.selesai()
