"""Kalimat perbaikan bagi orang: nama unsur, nilai dengan satuannya, sebab temuan, dan bunyi hasil ukurnya."""

from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kasuari.dasar.ketentuan.kata import BIDANG
from kasuari.dasar.rupa.bentuk import angka, tanggal
from kasuari.pengawasan.perbaikan.models import Perbaikan, Temuan, Ukuran
from kasuari.pengawasan.perbaikan.temuan import LAMBAT, LAYANAN, LUAR, MUTU_BURUK, SKM, TERENDAH, TURUN

SEBAB = {
    TERENDAH: gettext_lazy("unsur terendah di unit ini"),
    MUTU_BURUK: gettext_lazy("mutunya di bawah baik"),
    TURUN: gettext_lazy("turun berturut-turut"),
    LAMBAT: gettext_lazy("terlalu sering lewat waktu"),
    LUAR: gettext_lazy("temuan pengawasan"),
    "lagi_tetap": gettext_lazy("sesudah diperbaiki nilainya tidak berubah"),
    "lagi_memburuk": gettext_lazy("sesudah diperbaiki nilainya memburuk"),
}
BELUM = {
    "lebar": gettext_lazy("Respondennya terlalu sedikit untuk membedakan perubahan dari kebetulan."),
    "ditahan": gettext_lazy("Hasil survei berikutnya ditahan karena respondennya terlalu sedikit."),
    "tanpa_sebelum": gettext_lazy("Hasil sebelumnya tidak lagi terbit, jadi tidak ada yang dibandingkan."),
    "tanpa_sesudah": gettext_lazy("Hasil sesudahnya belum ada."),
}
NADA = {"membaik": "sukses", "tetap": "ingat", "memburuk": "galat", "belum": "info"}


def perihal(p: Perbaikan) -> Any:
    """Apa yang diperbaiki, tanpa nama unitnya."""
    if p.indikator == SKM:
        ada = BIDANG.get(p.irisan)
        return ada.judul if ada else p.irisan.replace("_", " ").capitalize()
    if p.indikator == LAYANAN:
        return _("Ketepatan waktu layanan %(kode)s") % {"kode": p.irisan}
    return _("Temuan pengawasan")


def nilai(indikator: str, n: Decimal | None) -> str:
    if n is None:
        return "-"
    return (
        _("%(n)s dari 4") % {"n": angka(n, 2)}
        if indikator == SKM
        else _("%(n)s persen") % {"n": angka(n * 100, 1)}
    )


def beda(indikator: str, n: Decimal) -> str:
    """Selisih bertanda: +0,37 atau +12,5 persen poin."""
    tanda = "+" if n > 0 else ""
    if indikator == SKM:
        return f"{tanda}{angka(n, 2)}"
    return _("%(n)s persen poin") % {"n": f"{tanda}{angka(n * 100, 1)}"}


def temuan(t: Temuan) -> str:
    """Satu kalimat: nilainya, dari berapa orang, survei kapan, dan kenapa perlu diperbaiki."""
    if t.sebab == [LUAR]:
        return t.uraian
    sebab = ", ".join(str(SEBAB[s]) for s in t.sebab)
    bulan = tanggal(t.periode, "bulan")
    if t.indikator == SKM:
        isi = {"nilai": nilai(SKM, t.nilai), "n": t.n, "bulan": bulan, "sebab": sebab}
        return _("Dinilai %(nilai)s oleh %(n)s orang pada survei yang mulai %(bulan)s: %(sebab)s.") % isi
    isi = {"nilai": nilai(t.indikator, t.nilai), "n": t.n, "bulan": bulan, "sebab": sebab}
    return _("%(nilai)s dari %(n)s permohonan selesai tepat waktu pada %(bulan)s: %(sebab)s.") % isi


def ukuran(p: Perbaikan, u: Ukuran) -> str:
    """Satu kalimat hasil ukur, dengan ketidakpastiannya."""
    if u.selisih is None or u.bawah is None or u.atas is None:
        return str(BELUM[u.sebab])
    isi = {
        "dari": nilai(p.indikator, u.sebelum), "ke": nilai(p.indikator, u.sesudah), "n1": u.sebelum_n, "n2": u.sesudah_n,
        "beda": beda(p.indikator, u.selisih), "bawah": beda(p.indikator, u.bawah), "atas": beda(p.indikator, u.atas),
    }  # fmt: skip
    kalimat = _(
        "Dari %(dari)s (%(n1)s orang) menjadi %(ke)s (%(n2)s orang): %(beda)s, kemungkinan antara %(bawah)s dan %(atas)s."
    ) % isi  # fmt: skip
    return f"{kalimat} {BELUM['lebar']}" if u.sebab == "lebar" else kalimat


def pembanding(p: Perbaikan, u: Ukuran) -> str:
    """Yang lain di unit yang sama berubah berapa, supaya kenaikan bersama tidak disangka hasil perbaikan."""
    if u.pembanding is None:
        return ""
    return _("Unsur lain di unit ini berubah rata-rata %(b)s.") % {"b": beda(p.indikator, u.pembanding)}
