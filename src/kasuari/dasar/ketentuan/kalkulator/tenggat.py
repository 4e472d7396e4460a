"""Kapan tenggatnya: hari terakhir yang masih tepat waktu, dengan setiap hari libur yang dilewati disebut."""

from datetime import date

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kasuari.aturan import tenggat
from kasuari.aturan.buku import Buku
from kasuari.aturan.tenggat.aturan import BERJAM
from kasuari.dasar.ketentuan import kata
from kasuari.dasar.ketentuan.kalkulator.rangka import Bagian, Hitungan, Isi, Jejak, dari
from kasuari.dasar.rupa.bahan import Butir
from kasuari.dasar.rupa.bentuk import angka, tanggal


def _dilewati(jejak: Jejak, isi: Isi, hari: date, buku: Buku) -> list[Butir]:
    """Lamanya, lalu tiap hari yang tidak dihitung dan sebabnya, menurut kalender lima atau enam hari kerja."""
    aturan = tenggat.aturan_tenggat(isi["kewajiban"], buku)
    if aturan.satuan in BERJAM:
        return [Butir(gettext("Tenggat ini dihitung dalam jam sejak kejadiannya, bukan dalam hari."))]
    lama = Butir(f"{angka(aturan.lama)} {kata.satuan(aturan.satuan)}", keterangan=aturan.dasar)
    kalender = tenggat.Kalender(buku, int(isi.get("pekan") or tenggat.PEKAN[0]))
    hasil = tenggat.hitung_tenggat(aturan, isi["mulai"], kalender)
    return [lama, *(Butir(tanggal(h.tanggal, "hari"), keterangan=h.alasan) for h in hasil.dilewati)]


HITUNGAN = Hitungan(
    "tenggat",
    _("Kapan tenggatnya?"),
    _("Hari terakhir sebuah kewajiban, dengan hari libur yang dilewati disebut satu per satu."),
    dari(tenggat.SUSUNAN, "kewajiban", "mulai", "pekan"),
    (
        Bagian(
            _("Tenggat"),
            lambda isi, hari: {n: isi[n] for n in ("kewajiban", "mulai", "pekan") if n in isi},
            {"jatuh_tempo": _("Hari terakhir")},
            tenggat.SUSUNAN,
            rinci=_dilewati,
            judul_rinci=_("Lamanya, dan hari yang tidak dihitung"),
        ),
    ),
    ("tenggat",),
)
