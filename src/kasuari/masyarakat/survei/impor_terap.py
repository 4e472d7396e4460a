"""Penerap impor `skm`: baris sah menjadi kiriman periode yang terbuka; dapat diurungkan sebelum dicampur."""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kasuari.dasar.impor.hasil import Alasan
from kasuari.dasar.impor.penerap import (
    BUKA,
    TUTUP,
    Asal,
    BarisBersih,
    Efek,
    Penerap,
    PilihanSubjek,
    Rencana,
    daftarkan_penerap,
)
from kasuari.dasar.inti.galat import MasukanSalah
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.pengenal import uuid_dari
from kasuari.dasar.jejak.service import catat
from kasuari.masyarakat.survei import peristiwa, terima
from kasuari.masyarakat.survei.kata_unsur import UNSUR
from kasuari.masyarakat.survei.models import Kiriman, Mode, Periode, Survei
from kasuari.masyarakat.survei.samaran import bersihkan
from kasuari.masyarakat.survei.selectors import kode_layanan
from kasuari.masyarakat.survei.soal import KOMENTAR_MAKS

TABEL = "kiriman_skm"


class Calon(NamedTuple):
    baris: int
    periode: Periode
    hari: date
    isi: terima.Penilaian


class PenerapSkm(Penerap):
    """Unit dikenal dari kode, nama, atau singkatannya, di antara unit yang periodenya terbuka."""

    kode = "skm"
    pilihan = (
        PilihanSubjek(
            "urutan", gettext_lazy("Urutan U8 dan U9"), gettext_lazy("Kolom bernama unsur tidak memerlukannya."),
            (
                ("kuesioner", gettext_lazy("U8 sarana, U9 pengaduan (urutan kuesioner)")),
                ("aturan", gettext_lazy("U8 pengaduan, U9 sarana (urutan peraturan)")),
            ),
            frozenset({"u8", "u9"}),
        ),
    )  # fmt: skip

    def orang(self, baris: Sequence[dict[str, Any]]) -> list[UUID]:
        return []

    def rencanakan(self, baris: Sequence[BarisBersih], pada: date) -> Rencana:
        terbuka = Periode.objects.select_related("unit__kini").filter(
            survei__jenis=Survei.Jenis.SKM, status=Periode.Status.TERBUKA
        )
        milik: dict[str, list[Periode]] = {}
        for p in terbuka:
            for nama in filter(
                None, {p.unit.kode.casefold(), p.unit.kini.nama.casefold(), p.unit.kini.singkatan.casefold()}
            ):
                milik.setdefault(nama, []).append(p)
        layanan: dict[int, list[str]] = {}
        alasan, calon = [], []
        for nomor, x in baris:
            hari = date.fromisoformat(x["tanggal"]) if x.get("tanggal") else pada
            nama = " ".join((x.get("unit") or "").casefold().split())
            p = next((p for p in milik.get(nama, ()) if p.mulai <= hari <= p.sampai), None)
            if p is None:
                alasan.append(Alasan(nomor, "SKM_PERIODE_TIDAK_ADA", "unit", x.get("unit") or ""))
                continue
            kode = layanan.setdefault(p.unit_id, kode_layanan(p.unit_id))
            calon.append(Calon(nomor, p, hari, _penilaian(x, kode)))
        return Rencana({"orang_baru": 0, "dibuka": len(calon), "dibetulkan": 0, "sama": 0}, alasan, calon)

    def terapkan(self, pelaku: Pelaku, rencana: Rencana, asal: Asal) -> list[Efek]:
        efek = []
        for c in rencana.isi:
            kunci = uuid_dari("survei.impor", asal.lampiran or asal.nama, c.baris)
            if terima.simpan(c.periode, kunci, c.isi, c.hari):
                efek.append(Efek(c.baris, TABEL, kunci, BUKA))
        if efek:
            catat(
                peristiwa.DIIMPOR,
                pelaku,
                ("survei", None),
                sesudah={"berkas": asal.nama, "banyak": len(efek)},
            )
        return efek

    def urungkan(self, pelaku: Pelaku, efek: Sequence[Efek], sesudah: int, alasan: str) -> list[Efek]:
        buka = [e for e in efek if e.jenis == BUKA]
        ada = set(
            Kiriman.objects.filter(kunci__in=[e.fakta for e in buka], isi__isnull=False).values_list(
                "kunci", flat=True
            )
        )
        if jadi := sorted(e.baris for e in buka if e.fakta not in ada):
            raise MasukanSalah(
                _("Baris %(b)s sudah dicampur menjadi jawaban tanpa nama dan tidak dapat dicari lagi.")
                % {"b": ", ".join(map(str, jadi[:10]))}
            )  # fmt: skip
        Kiriman.objects.filter(kunci__in=ada).delete()
        return [e._replace(jenis=TUTUP) for e in buka]


def _penilaian(x: dict[str, Any], layanan: Sequence[str]) -> terima.Penilaian:
    saran = bersihkan(x.get("saran") or "")[:KOMENTAR_MAKS]
    return terima.Penilaian(
        {u: x[u] for u in UNSUR if x.get(u)}, x["layanan"] if x.get("layanan") in layanan else "", str(Mode.KERTAS),
        diri={"jk": x.get("jk") or ""}, tulisan={"": saran} if saran else None,
    )  # fmt: skip


daftarkan_penerap(PenerapSkm())
