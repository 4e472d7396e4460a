"""Bahan layar dan XLSX bezetting: angka utama, baris tabel, dan kalimat bagi yang belum ditetapkan."""

import io
from collections.abc import Iterable
from typing import Any

import xlsxwriter
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.organisasi.models import Formasi, nama_jabatan
from kasuari.dasar.rupa.bahan import Angka, Butir, Kolom
from kasuari.dasar.rupa.bentuk import angka, tanggal
from kasuari.situs.organisasi.bezetting import Bezetting, Isi, Jabatan


def kebutuhan(i: Isi) -> str:
    return _("belum ditetapkan") if i.kebutuhan is None else angka(i.kebutuhan)


def selisih(i: Isi) -> str:
    if i.selisih is None:
        return "–"
    if i.selisih == 0:
        return _("pas")
    return (_("kurang %(n)s") if i.selisih < 0 else _("lebih %(n)s")) % {"n": angka(abs(i.selisih))}


def angka_utama(b: Bezetting) -> list[Angka]:
    i = b.total
    ada = i.kebutuhan is not None
    nada = "" if i.selisih is None else ("ingat" if i.selisih < 0 else "sukses")
    return [
        Angka(
            _("Kebutuhan"),
            angka(i.kebutuhan) if ada else "–",
            _("menurut ketetapan") if ada else _("belum ditetapkan"),
        ),
        Angka(_("Terisi"), angka(i.terisi), luar(i) if i.tanpa_formasi else _("orang")),
        Angka(_("Selisih"), selisih(i), _("di jabatan yang ditetapkan"), nada=nada),
        Angka(judul_pensiun(b.tahun[-1]), angka(i.pensiun[-1]), tak_diketahui(i) or _("orang")),
    ]


def judul_pensiun(tahun: int) -> str:
    return ngettext("Pensiun dalam %(n)d tahun", "Pensiun dalam %(n)d tahun", tahun) % {"n": tahun}


def tak_diketahui(i: Isi) -> str:
    """Orang yang tanggal pensiunnya tidak dihitung karena jenjangnya tidak dikenal; kosong bila tidak ada."""
    return _("%(n)s orang tidak diketahui tanggalnya") % {"n": angka(i.tanpa_hari)} if i.tanpa_hari else ""


def kolom(judul: str, b: Bezetting) -> list[Kolom]:
    tahun = ", ".join(str(x) for x in b.tahun)
    return [
        Kolom("nama", judul, "u"), Kolom("kebutuhan", _("Kebutuhan"), "num"), Kolom("terisi", _("Terisi"), "num"),
        Kolom("selisih", _("Selisih"), "num"), Kolom("pensiun", _("Pensiun dalam %(t)s tahun") % {"t": tahun}, "num"),
    ]  # fmt: skip


def _baris(nama: Any, i: Isi) -> dict[str, Any]:
    """Orang di jabatan tanpa ketetapan disebut di bawah namanya, supaya tidak terbaca sebagai kelebihan."""
    if i.tanpa_formasi and i.kebutuhan is not None:
        nama = format_html('{}<br><small class="redup">{}</small>', nama, luar(i))
    return {
        "nama": nama, "kebutuhan": kebutuhan(i), "terisi": angka(i.terisi), "selisih": selisih(i),
        "pensiun": ", ".join(angka(p) for p in i.pensiun),
    }  # fmt: skip


def luar(i: Isi) -> str:
    return _("%(n)s orang di jabatan yang belum ditetapkan") % {"n": angka(i.tanpa_formasi)}


def baris_cabang(b: Bezetting) -> list[dict[str, Any]]:
    """Unit itu sendiri dahulu, lalu tiap cabang bertautan ke bezettingnya."""
    sendiri = [_baris(_("Di unit ini sendiri"), b.sendiri)] if b.atas and b.cabang else []
    return [
        *sendiri,
        *(
            _baris(format_html('<a href="{}">{}</a>', reverse("organisasi:bezetting_unit", args=[u.unit.uid]), u.nama), i)
            for u, i in b.cabang
        ),
    ]  # fmt: skip


def baris_jabatan(jabatan: Iterable[Jabatan]) -> list[dict[str, Any]]:
    return [_baris(j.nama, j.isi) for j in jabatan]


def butir_formasi(f: Formasi, ubah: str) -> Butir:
    """Satu ketetapan di unit itu; `ubah` alamat formulirnya, kosong bila tidak boleh."""
    surat = f"{f.sk_nomor}, {tanggal(f.sk_tanggal)}" if f.sk_tanggal else f.sk_nomor
    ket = _("mulai %(t)s, dasar %(s)s") % {"t": tanggal(f.mulai), "s": surat}
    alamat = f"{ubah}?dari={f.uid}" if ubah else ""
    orang = ngettext("%(n)s orang", "%(n)s orang", f.kebutuhan) % {"n": angka(f.kebutuhan)}
    return Butir(nama_jabatan(f.subjek.nama, f.subjek.jenjang), alamat, orang, "info", ket)


def xlsx(b: Bezetting, judul: str) -> bytes:
    """Dua lembar: tiap cabang, dan tiap jabatan. Yang belum ditetapkan tertulis begitu, tidak nol."""
    keluar = io.BytesIO()
    buku = xlsxwriter.Workbook(keluar, {"strings_to_formulas": False, "strings_to_urls": False})
    tebal = buku.add_format({"bold": True, "text_wrap": True})
    isi: list[tuple[str, str, list[tuple[str, Isi]]]] = [
        (_("Unit"), _("Unit"), [(_("Di unit ini sendiri"), b.sendiri), *((u.nama, i) for u, i in b.cabang), (_("Jumlah"), b.total)]),
        (_("Jabatan"), _("Jabatan"), [(j.nama, j.isi) for j in b.jabatan]),
    ]  # fmt: skip
    for nama, kepala, baris in isi:
        lembar = buku.add_worksheet(nama)
        lembar.set_column(0, 0, 48)
        lembar.set_column(1, 8, 16)
        lembar.write_string(0, 0, f"{judul}, {tanggal(hari_ini())}", tebal)
        judul_kolom = (
            kepala, _("Kebutuhan"), _("Terisi"), _("Terisi di jabatan yang ditetapkan"), _("Selisih"),
            *(judul_pensiun(t) for t in b.tahun), _("Tanggal pensiun tidak diketahui"),
        )  # fmt: skip
        for k, teks in enumerate(judul_kolom):
            lembar.write_string(2, k, teks, tebal)
        lembar.freeze_panes(3, 1)
        for n, (teks, i) in enumerate(baris, 3):
            lembar.write_string(n, 0, teks)
            for k, nilai in enumerate(
                (i.kebutuhan, i.terisi, i.berformasi, i.selisih, *i.pensiun, i.tanpa_hari), 1
            ):
                if nilai is None:
                    lembar.write_string(n, k, _("belum ditetapkan"))
                else:
                    lembar.write_number(n, k, nilai)
    buku.close()
    return keluar.getvalue()
