"""Yang diberikan perbaikan kepada laporan dan halaman hasil survei: rencana tiap unsur dan hasil ukurnya."""

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.ketentuan.selectors import buku
from kasuari.dasar.rupa.bentuk import tanggal
from kasuari.masyarakat.survei.tindak_lanjut import Baris
from kasuari.pengawasan.perbaikan import kata, sajian, selectors
from kasuari.pengawasan.perbaikan.temuan import SKM


def baris(unit_id: int, mulai: date) -> list[Baris]:
    """Perbaikan atas temuan survei yang mulai hari itu; rencana yang belum disetujui tidak disebut isinya."""
    semua = list(
        selectors.umum().filter(temuan__unit=unit_id, temuan__indikator=SKM, temuan__periode=mulai).distinct()
    )
    pos = sajian.nama_pos([p.pos_id for p in semua if p.pos_id])
    b, hasil = buku(hari_ini()), []
    for p in semua:
        keadaan, nada = sajian.tanda(p)
        ada = p.janji is not None and p.kasus.keadaan not in selectors.BELUM_BERJANJI
        ukuran = sorted(p.ukuran.all(), key=lambda u: u.periode)
        hasil.append(
            Baris(
                p.irisan, p.tindakan if ada else "", f"{tanggal(p.janji)} ({sajian.jangka(p, b)})" if ada else "",
                pos.get(p.pos_id, "") if ada and p.pos_id else "", str(keadaan), nada,
                _("%(vonis)s. %(ukuran)s") % {"vonis": ukuran[-1].get_vonis_display(), "ukuran": kata.ukuran(p, ukuran[-1])}
                if ukuran else "", reverse("perbaikan_umum_satu", args=[p.id]),
            )
        )  # fmt: skip
    return hasil
