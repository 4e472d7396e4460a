"""Laporan SKM satu periode menurut susunan peraturan, sebagai PDF dan XLSX; dan poster QR unit."""

import io
from typing import Any

import segno
import xlsxwriter
from django.conf import settings
from django.utils import translation

from kasuari.dasar.dokumen import pdf
from kasuari.dasar.dokumen.naskah import kop_daerah
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.rupa.bentuk import angka, tanggal_naskah
from kasuari.masyarakat.survei import sajian, tiket
from kasuari.masyarakat.survei.models import Layanan, Mode, Periode
from kasuari.masyarakat.survei.sajian import Sel, Tampak
from kasuari.masyarakat.survei.soal import soal_versi

LAPORAN, POSTER = "masyarakat/survei/templat/laporan.typ", "masyarakat/survei/templat/poster.typ"
DITAHAN = "ditahan"


def alamat_qr(p: Periode, layanan: str = "") -> str:
    """Alamat di QR poster: tiketnya menyebut cara QR, bukan siapa."""
    lain = f"&l={layanan}" if layanan else ""
    return f"{settings.ALAMAT}/skm/{p.unit.kode}/?k={tiket.buat(p.unit.kode, str(Mode.QR))}{lain}"


def poster(p: Periode, layanan: Layanan | None = None) -> bytes:
    """Poster A4 siap tempel di loket. Galat: `PdfGagal`."""
    keluar = io.BytesIO()
    segno.make(alamat_qr(p, layanan.kode if layanan else ""), error="m", micro=False).save(
        keluar, kind="svg", border=0, xmldecl=False
    )
    with translation.override("id"):
        data = {
            **kop_daerah(p.unit.kini.nama).data(), "qr": keluar.getvalue().decode(), "layanan": layanan.nama if layanan else "",
            "alamat": f"{settings.ALAMAT.split('//')[-1]}/skm/{p.unit.kode}/", "periode": sajian.nama_periode(p),
            "sampai": tanggal_naskah(p.sampai), "soal": len(p.versi.isi["soal"]),
        }  # fmt: skip
    return pdf.buat(POSTER, data)


def _n(s: Sel) -> str:
    return DITAHAN if s.n is None else angka(s.n)


def _nilai(s: Sel, tempat: int) -> str:
    return DITAHAN if s.nilai is None else angka(s.nilai, tempat)


def _ujung(s: Sel, tempat: int) -> str:
    return f"{angka(s.selang[0], tempat)} – {angka(s.selang[1], tempat)}" if s.selang else "–"


def data_laporan(
    p: Periode,
    t: Tampak,
    tren: list[tuple[str, str, str]],
    tindak: list[list[str]],
    realisasi: tuple[str, list[list[str]]],
) -> dict[str, Any]:
    """Isi laporan; hanya angka yang boleh keluar. `tren`: (periode, IKM, responden); `tindak` dan `realisasi`: lihat `sajian_kerja`."""
    with translation.override("id"):
        return {
            **kop_daerah(p.unit.kini.nama).data(), "dibuat": f"Dibuat {tanggal_naskah(hari_ini())}", "unit": p.unit.kini.nama,
            "periode": sajian.nama_periode(p), "mulai": tanggal_naskah(p.mulai), "sampai": tanggal_naskah(p.sampai),
            "ikm": _nilai(t.ikm, 2), "mutu": t.ikm.mutu, "kinerja": str(t.ikm.kinerja), "n": _n(t.ikm), "selang": _ujung(t.ikm, 2),
            "alpha": angka(t.alpha, 3), "seragam": angka(t.seragam, 1), "metode": t.metode, "rezim": t.rezim,
            "populasi": angka(t.populasi) if t.populasi else "belum dihitung", "perlu": angka(t.perlu) if t.perlu else "–",
            "kurang": angka(t.kurang) if t.kurang else "", "ambang": t.ambang,
            "unsur": [[u.nama, _nilai(u, 3), _ujung(u, 2), u.mutu or "–", _n(u)] for u in t.unsur],
            "layanan": [[str(x.nama), _nilai(x, 2), x.mutu or "–", _n(x)] for x in t.layanan],
            "profil_responden": [[str(j), str(s.nama), _n(s)] for j, isi in t.diri for s in isi],
            "asal": [[str(s.nama), _nilai(s, 2), _n(s)] for s in t.lapis], "cara": [[str(s.nama), _n(s)] for s in t.mode],
            "terendah": [str(u.nama) for u in t.terendah],
            "tertinggi": [str(u.nama) for u in sorted((u for u in t.unsur if u.nilai), key=lambda u: u.nilai or 0)[-3:][::-1]],
            "tanda": [[str(a), b, c] for a, b, c in t.tanda], "tren": [list(x) for x in tren], "tindak": tindak,
            "lalu": realisasi[0], "realisasi": realisasi[1],
            "unsur_layanan": [[str(s.nama), *(_nilai(u, 2) for u in isi)] for s, isi in t.unsur_layanan],
            "kode_unsur": [f"U{k}" for k in range(1, len(t.unsur) + 1)],
            "soal": [[s.tanya, "; ".join(f"{c.nilai} {c.label}" for c in s.pilihan)] for s in soal_versi(p.versi.isi)],
            "sidik": p.hasil.sidik,
        }  # fmt: skip


def buat_pdf(data: dict[str, Any]) -> bytes:
    """Galat: `PdfGagal`."""
    return pdf.buat(LAPORAN, data)


def buat_xlsx(p: Periode, data: dict[str, Any]) -> bytes:
    """Lembar-lembar dengan angka yang sama seperti PDF-nya."""
    keluar = io.BytesIO()
    buku = xlsxwriter.Workbook(keluar, {"strings_to_formulas": False, "strings_to_urls": False})
    tebal = buku.add_format({"bold": True, "text_wrap": True})
    ringkas = [
        ["Unit", data["unit"]], ["Periode", data["periode"]], ["IKM", data["ikm"]], ["Mutu", f"{data['mutu']} {data['kinerja']}"],
        ["Selang kepercayaan 95%", data["selang"]], ["Responden", data["n"]], ["Responden yang diperlukan", data["perlu"]],
        ["Populasi", data["populasi"]], ["Alpha Cronbach", data["alpha"]], ["Cara bobot", data["metode"]], ["Rezim", data["rezim"]],
        ["Sidik hasil (SHA-256)", data["sidik"]],
    ]  # fmt: skip
    lembar: list[tuple[str, list[str], list[list[str]]]] = [
        ("Ringkasan", ["Hal", "Isi"], ringkas),
        ("Unsur", ["Unsur", "NRR", "Selang 95%", "Mutu", "Jawaban"], data["unsur"]),
        ("Layanan", ["Layanan", "IKM", "Mutu", "Responden"], data["layanan"]),
        ("Unsur tiap layanan", ["Layanan", *(u[0] for u in data["unsur"])], data["unsur_layanan"]),
        (
            "Tindak lanjut",
            ["Prioritas unsur", "Program atau kegiatan", "Waktu", "Penanggung jawab"],
            data["tindak"],
        ),
        (
            "Tindak lanjut lalu",
            ["Unsur", "Program atau kegiatan", "Janji", "Keadaan dan hasilnya"],
            data["realisasi"],
        ),
        ("Responden", ["Data diri", "Kelompok", "Responden"], data["profil_responden"]),
    ]
    for nama, kepala, baris in lembar:
        ini = buku.add_worksheet(nama)
        ini.set_column(0, 0, 44)
        ini.set_column(1, 5, 24)
        for b, isi in enumerate([kepala, *baris]):
            for k, teks in enumerate(isi):
                ini.write_string(b, k, str(teks), tebal if b == 0 else None)
        ini.freeze_panes(1, 1)
    buku.close()
    return keluar.getvalue()
