"""Daftar hari ini: siapa Plt, Plh, dan Pj sampai kapan, dan kursi pimpinan mana yang kosong sejak kapan."""

from collections import Counter
from collections.abc import Iterable
from datetime import timedelta
from typing import NamedTuple

from django.db.models import F, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kasuari.dasar.akun import selectors as akun
from kasuari.dasar.alur import selectors as alur
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.organisasi import selectors as organisasi
from kasuari.dasar.organisasi.models import Penugasan, PosKeadaan
from kasuari.dasar.rupa.bahan import Butir
from kasuari.dasar.rupa.bentuk import angka, tanggal
from kasuari.situs.organisasi import sajian


class Kosong(NamedTuple):
    """`n` kursi kosong; `tahan` pengajuan yang menunggu pos ini dan tidak akan bergerak tanpa Plt."""

    pos: PosKeadaan
    n: int
    tahan: int


def sementara() -> "QuerySet[Penugasan]":
    """Penugasan Plt, Plh, dan Pj yang berlaku hari ini, yang paling dekat berakhir dahulu."""
    tugas = organisasi.penugasan_pada().exclude(jenis=Penugasan.Jenis.DEFINITIF).filter(pos__isnull=False)
    return tugas.select_related("pos").order_by(F("sampai").asc(nulls_last=True), "mulai", "id")


def butir_sementara(pelaku: Pelaku, tugas: Iterable[Penugasan]) -> list[Butir]:
    """Satu butir satu penugasan; namanya hanya yang terjangkau. Banyak kuerinya tetap."""
    tugas = list(tugas)
    keadaan = organisasi.pos_pada(subjek=[t.pos_id for t in tugas if t.pos_id]).select_related("unit__kini")
    pos = {k.subjek_id: k for k in keadaan}
    orang = sajian.terjangkau(pelaku, {t.subjek_id for t in tugas})
    hasil = []
    for t in tugas:
        assert t.pos is not None
        nama, _uid = orang.get(t.subjek_id, (_("Nama di luar jangkauan Anda"), None))
        akhir = (
            _("sampai %(t)s") % {"t": tanggal(t.sampai - timedelta(days=1))}
            if t.sampai
            else _("tanpa tanggal akhir")
        )
        lama = _("mulai %(t)s, %(a)s") % {"t": tanggal(t.mulai), "a": akhir}
        judul = _sebut(pos[t.pos_id]) if t.pos_id in pos else _("Pos yang sudah dihapus")
        hasil.append(
            Butir(
                judul, reverse("organisasi:pos", args=[t.pos.uid]) if t.pos_id in pos else "",
                sajian.PENUGASAN[t.jenis], "info" if t.sampai else "ingat", f"{nama} · {lama}",
            )
        )  # fmt: skip
    return hasil


def butir_wakil(pelaku: Pelaku) -> list[Butir]:
    """Wakil lewat pelimpahan yang berlaku hari ini; namanya hanya yang terjangkau. Banyak kuerinya tetap."""
    daftar = [
        (h, h.akun.orang, h.atas_nama_hibah.akun.orang) for h in akun.pelimpahan_kini() if h.atas_nama_hibah
    ]
    orang = sajian.terjangkau(pelaku, {o.id for _h, *dua in daftar for o in dua})
    luar = (_("Nama di luar jangkauan Anda"), None)
    hasil = []
    for h, wakil, diwakili in daftar:
        akhir = (
            _("sampai %(t)s") % {"t": tanggal(h.sampai - timedelta(days=1))}
            if h.sampai
            else _("tanpa tanggal akhir")
        )
        lama = _("mulai %(t)s, %(a)s") % {"t": tanggal(h.mulai), "a": akhir}
        judul = _("Mewakili %(n)s") % {"n": orang.get(diwakili.id, luar)[0]}
        hasil.append(
            Butir(judul, "", h.sumber.capitalize(), "info", f"{orang.get(wakil.id, luar)[0]} · {lama}")
        )
    return hasil


def _sebut(k: PosKeadaan) -> str:
    """Nama pos dengan unitnya, kecuali nama unitnya sudah di dalam nama pos."""
    unit = k.unit.kini.nama
    return k.nama if unit in k.nama else f"{k.nama}, {unit}"


def kosong() -> list[Kosong]:
    """Kursi manajerial dan pimpinan yang kosong hari ini; yang menahan pengajuan dahulu."""
    tahan = Counter(t.pos_id for t in alur.tanpa_pemegang())
    daftar = [Kosong(k, n, tahan[k.subjek_id]) for k, n in organisasi.lowong()]
    return sorted(daftar, key=lambda x: not x.tahan)


def butir_kosong(pelaku: Pelaku, daftar: Iterable[Kosong]) -> list[Butir]:
    """Satu butir satu pos kosong: sejak kapan, siapa pelaksananya, dan berapa pengajuan yang tertahan padanya."""
    daftar = list(daftar)
    ids = [x.pos.subjek_id for x in daftar]
    sejak = organisasi.kosong_sejak(ids)
    opd = organisasi.nama_opd([x.pos.unit_id for x in daftar])
    plt = {t.pos_id: t for t in sementara().filter(pos__in=ids)}
    orang = sajian.terjangkau(pelaku, {t.subjek_id for t in plt.values()})
    hasil = []
    for k, n, macet in daftar:
        bagian = [*opd.get(k.unit_id, []), _("sejak %(t)s") % {"t": tanggal(sejak[k.subjek_id])}]
        if k.formasi > 1:
            bagian.append(_("%(n)s dari %(f)s kursi") % {"n": angka(n), "f": angka(k.formasi)})
        if t := plt.get(k.subjek_id):
            nama = orang[t.subjek_id][0] if t.subjek_id in orang else _("Nama di luar jangkauan Anda")
            bagian.append(f"{sajian.PENUGASAN[t.jenis]}: {nama}")
        tanda, nada = (_("ada pelaksananya"), "info") if t else (_("kosong"), "ingat")
        if macet:
            tanda, nada = _("perlu Plt"), "galat"
            kalimat = ngettext(
                "%(n)s pengajuan menunggu jabatan ini", "%(n)s pengajuan menunggu jabatan ini", macet
            )
            bagian.append(kalimat % {"n": angka(macet)})
        alamat = reverse("organisasi:pos", args=[k.subjek.uid])
        hasil.append(Butir(_sebut(k), alamat, tanda, nada, " · ".join(bagian)))
    return hasil
