"""Bahan tampilan cuti: angka saldo, kenapa, butir daftar, keterangan tahap, dan riwayat."""

import uuid
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from kasuari.aparatur.cuti.jatuh import Berakhir, Hangus
from kasuari.aparatur.cuti.models import NAMA, TERTUTUP, Jenis, PermohonanCuti
from kasuari.aparatur.cuti.periksa import Hitungan
from kasuari.aparatur.cuti.selectors import BarisTim
from kasuari.aparatur.cuti.service import IsiCuti
from kasuari.aturan.cuti import BarisSaldo
from kasuari.dasar.alur import selectors as alur
from kasuari.dasar.alur.sajian import NADA
from kasuari.dasar.rupa.bahan import Angka, Butir, Jawaban, Langkah
from kasuari.dasar.rupa.bentuk import angka as tulis
from kasuari.dasar.rupa.bentuk import tanggal


def kunci() -> uuid.UUID:
    return uuid.uuid4()


def angka(saldo: Sequence[BarisSaldo]) -> list[Angka]:
    if not saldo:
        return []
    kini = saldo[-1]
    hari = _("hari kerja")
    return [
        Angka(_("Sisa cuti tahunan %(t)s") % {"t": kini.tahun}, tulis(kini.sisa), hari, nada="sukses" if kini.sisa else "ingat"),
        Angka(_("Terpakai"), tulis(kini.terpakai), hari),
        Angka(_("Diajukan"), tulis(kini.dipesan), hari),
    ]  # fmt: skip


def kenapa_saldo(saldo: Sequence[BarisSaldo]) -> list[Langkah]:
    """Dari mana sisa tahun ini: hak, bawaan tahun lalu, yang terpakai, yang diajukan."""
    if not saldo:
        return []
    s, dasar = saldo[-1], "PP 11/2017 jo. PP 17/2020; Peraturan BKN 24/2017 jo. 7/2021"
    baris = [
        (_("Hak tahun ini"), s.hak, "", dasar),
        (_("Sisa tahun lalu yang terbawa"), s.terbawa_n1 + s.terbawa_n2, _terbawa(saldo), dasar),
        *([(_("Bertugas saat cuti bersama, tahun ini saja"), s.bersama, "", "PP 11/2017 Pasal 333")] if s.bersama else []),
        (_("Terpakai"), -s.terpakai, "", ""),
        (_("Diajukan dan belum diputus"), -s.dipesan, "", ""),
        *([(_("Di atas jatah, tidak mengurangi tahun lain"), s.lebih, _sebab_lebih(s), "")] if s.lebih else []),
        (_("Sisa"), s.sisa, "", ""),
    ]  # fmt: skip
    return [Langkah(nama, tulis(nilai), cara, sumber) for nama, nilai, cara, sumber in baris]


def _terbawa(saldo: Sequence[BarisSaldo]) -> str:
    if len(saldo) < 2:
        return _("tahun lalu belum dicatat pengelola kepegawaian, jadi tidak terbawa")
    lalu = saldo[-2]
    return _("tahun %(t)s: %(s)s") % {"t": lalu.tahun, "s": _sebab_lebih(lalu)} if lalu.lebih else ""


def _sebab_lebih(s: BarisSaldo) -> str:
    """Kenapa yang terpakai dan diajukan melebihi jatah tahun itu."""
    if s.cuti_besar:
        return _("cuti besar meniadakan cuti tahunan tahun itu; yang sudah dijalani diperhitungkan padanya")
    return _("catatannya melebihi jatah; minta pengelola kepegawaian memeriksanya")


def kenapa(h: Hitungan) -> list[Langkah]:
    return [
        Langkah(
            x.nama,
            tulis(x.nilai) if isinstance(x.nilai, int) else x.nilai,
            "",
            x.dasar,
            x.keyakinan == "sumber",
        )
        for x in h.langkah
    ]


def lama(jenis: str, hari: int) -> str:
    return (_("%(n)s hari kerja") if jenis == Jenis.TAHUNAN else _("%(n)s hari")) % {"n": tulis(hari)}


def rentang(mulai: date, selesai: date) -> str:
    return (
        str(tanggal(mulai))
        if mulai == selesai
        else _("%(a)s sampai %(b)s") % {"a": tanggal(mulai), "b": tanggal(selesai)}
    )


def butir(c: PermohonanCuti) -> Butir:
    tahap = alur.proses(c.kasus).menurut_kode[c.kasus.keadaan]
    return Butir(
        f"{NAMA[Jenis(c.jenis)]}, {rentang(c.mulai, c.selesai)}", reverse("cuti:satu", args=[c.id]), tahap.judul, NADA[tahap.umum],
        lama(c.jenis, c.hari),
    )  # fmt: skip


def butir_tim(b: BarisTim) -> Butir:
    jenis = NAMA[Jenis(b.jenis)] if b.jenis else _("Cuti")
    tanda, nada = (_("diajukan"), "ingat") if b.menunggu else (_("cuti"), "info")
    return Butir(b.nama, "", tanda, nada, f"{jenis} · {rentang(b.mulai, b.selesai)}")


def butir_hangus(h: Hangus) -> Butir:
    hari = _("hangus %(n)s hari kerja") % {"n": tulis(h.hangus)}
    ket = _("sisa %(s)s, terbawa ke tahun depan %(t)s") % {"s": tulis(h.sisa), "t": tulis(h.terbawa)}
    return Butir(
        h.orang.nama_gelar, "", hari, "ingat", f"{h.orang.jabatan} · {ket}" if h.orang.jabatan else ket
    )


def butir_berakhir(b: Berakhir, *, sebut: bool) -> Butir:
    """`sebut`: jenis yang memberi tahu keadaan kesehatan boleh disebut kepada pembacanya."""
    jenis = NAMA[Jenis(b.fakta.jenis)] if sebut or b.fakta.jenis not in TERTUTUP else _("Cuti")
    bagian = [str(jenis), _("kembali bekerja %(t)s") % {"t": tanggal(b.kembali)}]
    if b.lapor:
        bagian.append(_("melapor paling lambat %(t)s") % {"t": tanggal(b.lapor)})
    tanda, nada = (_("belum melapor"), "galat") if b.lewat else (_("segera berakhir"), "ingat")
    return Butir(b.orang.nama_gelar, "", tanda, nada, " · ".join(bagian))


def periksa(isi: IsiCuti, h: Hitungan) -> list[Jawaban]:
    r = isi.rincian
    hasil = [
        Jawaban(_("Jenis cuti"), NAMA[Jenis(isi.jenis)]),
        Jawaban(_("Tanggal"), rentang(isi.mulai, isi.selesai)),
        Jawaban(_("Lama"), lama(isi.jenis, h.hari)),
        Jawaban(_("Alasan"), r["alasan"]),
        Jawaban(_("Alamat selama cuti"), r["alamat"]),
    ]
    if h.saldo:
        s = h.saldo[-1]
        hasil.insert(
            3, Jawaban(_("Sisa sesudah cuti ini"), _("%(n)s hari kerja") % {"n": tulis(s.sisa - h.hari)})
        )
    return hasil


def nama_jenis(c: PermohonanCuti, terbuka: bool) -> Any:
    """Jenis yang memberi tahu kesehatan atau keluarga hanya disebut kepada yang boleh membaca rinciannya."""
    return NAMA[Jenis(c.jenis)] if terbuka or c.jenis not in TERTUTUP else _("Cuti")


def ringkas(c: PermohonanCuti, terbuka: bool) -> str:
    return f"{nama_jenis(c, terbuka)} · {rentang(c.mulai, c.selesai)} · {lama(c.jenis, c.hari)}"


def isi(c: PermohonanCuti, rincian: Mapping[str, Any], terbuka: bool = True) -> list[Jawaban]:
    hasil = [
        Jawaban(_("Pemohon"), c.pegawai.orang.nama_gelar),
        Jawaban(_("Jenis cuti"), nama_jenis(c, terbuka)),
        Jawaban(_("Tanggal"), rentang(c.mulai, c.selesai)),
        Jawaban(_("Lama"), lama(c.jenis, c.hari)),
    ]
    if rincian:
        hasil += [
            Jawaban(_("Alasan"), rincian["alasan"]),
            Jawaban(_("Alamat selama cuti"), rincian["alamat"]),
        ]
        hasil += [Jawaban(_("Nomor HP selama cuti"), rincian["telepon"])] if rincian.get("telepon") else []
    if c.pertek:
        hasil.append(Jawaban(_("Persetujuan teknis BKN"), c.pertek))
    return hasil


def geser(bulan: date, n: int) -> str:
    ke = bulan.year * 12 + bulan.month - 1 + n
    return f"{ke // 12}-{ke % 12 + 1:02d}"
