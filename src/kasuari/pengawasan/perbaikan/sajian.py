"""Bahan tampilan perbaikan: butir daftar, jalan ceritanya, dan angka-angka di atas daftar."""

from typing import Any, NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _

from kasuari.aturan.buku import Buku
from kasuari.dasar.alur import selectors as alur
from kasuari.dasar.alur.sajian import NADA
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.ketentuan import selectors as ketentuan
from kasuari.dasar.organisasi import selectors as organisasi
from kasuari.dasar.rupa.bahan import Angka, Butir, Jawaban
from kasuari.dasar.rupa.bentuk import angka, rupiah, tanggal
from kasuari.pengawasan.perbaikan import kata, selectors
from kasuari.pengawasan.perbaikan.models import Bukti, Perbaikan, Permintaan, Ukuran


class Cerita(NamedTuple):
    """Satu perbaikan dari awal sampai kini, seperti dibaca warga."""

    p: Perbaikan
    judul: str
    unit: str
    tanda: Any
    nada: str
    temuan: list[str]
    janji: list[Jawaban]
    bukti: list[Bukti]
    permintaan: list[Permintaan]
    ukuran: list["Hasil"]
    lewat: bool
    lepas: str  # kenapa tidak ditindaklanjuti


class Hasil(NamedTuple):
    judul: Any
    nada: str
    kalimat: str
    pembanding: str
    u: Ukuran


def lewat(p: Perbaikan) -> bool:
    return p.kasus.keadaan in ("berjalan", "minta_waktu") and p.janji is not None and p.janji < hari_ini()


def tanda(p: Perbaikan) -> tuple[Any, str]:
    if lewat(p):
        return _("Lewat janji"), "galat"
    tahap = alur.proses(p.kasus).menurut_kode[p.kasus.keadaan]
    return tahap.judul, kata.NADA.get(p.kasus.keadaan, NADA[tahap.umum])


def judul(p: Perbaikan) -> str:
    return _("%(hal)s, %(unit)s") % {"hal": kata.perihal(p), "unit": p.unit.kini.nama}


def butir(p: Perbaikan, alamat: str) -> Butir:
    t, nada = tanda(p)
    akhir = p.ukuran.all()[len(p.ukuran.all()) - 1] if p.ukuran.all() else None
    ket = kata.ukuran(p, akhir) if akhir else kata.temuan(sorted(p.temuan.all(), key=lambda x: x.periode)[-1])
    if p.janji and not akhir:
        ket = f"{ket} {_('Janji: %(t)s.') % {'t': tanggal(p.janji)}}"
    return Butir(judul(p), reverse(alamat, args=[p.id]), t, nada, ket)


def nama_pos(pos: list[int]) -> dict[int, str]:
    return {k.subjek_id: k.nama for k in organisasi.pos_pada(subjek=pos)}


def cerita(p: Perbaikan, *, umum: bool = False) -> Cerita:
    """`umum`: rencana yang belum disetujui tidak ditampilkan."""
    t, nada = tanda(p)
    buku = ketentuan.buku(hari_ini())
    tampak = not umum or p.kasus.keadaan not in selectors.BELUM_BERJANJI
    hasil = [
        Hasil(u.get_vonis_display(), kata.NADA[u.vonis], kata.ukuran(p, u), kata.pembanding(p, u), u)
        for u in sorted(p.ukuran.all(), key=lambda u: u.periode)
    ]
    return Cerita(
        p, str(kata.perihal(p)), p.unit.kini.nama, t, nada,
        [kata.temuan(x) for x in sorted(p.temuan.all(), key=lambda x: x.periode)],
        _rencana(p, buku) if tampak and p.tindakan else [], sorted(p.bukti.all(), key=lambda b: b.dicatat),
        sorted(p.permintaan.all(), key=lambda r: r.dibuat), hasil, lewat(p), _lepas(p),
    )  # fmt: skip


def _lepas(p: Perbaikan) -> str:
    if p.kasus.keadaan != "dilepas":
        return ""
    return next((x.alasan for x in alur.riwayat(p.kasus).reverse() if x.aksi == "usul_lepas"), "")


def _rencana(p: Perbaikan, buku: Buku) -> list[Jawaban]:
    pos = nama_pos([p.pos_id]).get(p.pos_id, "") if p.pos_id else ""
    janji = sorted(p.semua_janji.all(), key=lambda j: j.urut)
    baris = [
        Jawaban(_("Penyebabnya"), p.sebab),
        Jawaban(_("Yang akan dikerjakan"), p.tindakan),
        Jawaban(_("Penanggung jawab"), pos),
        Jawaban(_("Paling lambat"), f"{tanggal(p.janji)} ({jangka(p, buku)})"),
        Jawaban(_("Bukti yang akan ditunjukkan"), p.bukti_diminta),
    ]
    for j in janji[:-1]:
        baris.append(Jawaban(_("Janji sebelumnya"), str(tanggal(j.tanggal))))
    if len(janji) > 1 and janji[-1].alasan:
        baris.append(Jawaban(_("Kenapa tanggalnya berubah"), janji[-1].alasan))
    if p.anggaran is not None:
        uang = rupiah(p.anggaran)
        baris.append(Jawaban(_("Anggaran"), f"{uang}, {p.sumber_anggaran}" if p.sumber_anggaran else uang))
    if p.dikerjakan:
        baris.append(Jawaban(_("Selesai dikerjakan"), str(tanggal(p.dikerjakan))))
    return baris


def jangka(p: Perbaikan, buku: Buku) -> str:
    """Jangka pendek, menengah, atau panjang menurut lamanya dari temuan sampai janji."""
    batas = buku.tabel("perbaikan_jangka_bulan")
    mulai = p.dibuat.date()
    assert p.janji is not None
    bulan = (p.janji.year - mulai.year) * 12 + p.janji.month - mulai.month - (p.janji.day < mulai.day)
    if bulan < int(batas["pendek"]):  # type: ignore[arg-type]
        return _("jangka pendek")
    return _("jangka menengah") if bulan < int(batas["menengah"]) else _("jangka panjang")  # type: ignore[arg-type]


def angka_ringkas(qs: Any, alamat: str) -> list[Angka]:
    """Empat angka yang dapat ditekan: belum berencana, dikerjakan, lewat janji, membaik."""
    nama = {
        "rencana": (_("Belum ada rencana"), "ingat"), "berjalan": (_("Sedang dikerjakan"), "proses"),
        "lewat": (_("Lewat janji"), "galat"), "membaik": (_("Terbukti membaik"), "sukses"),
    }  # fmt: skip
    hasil = []
    for kode, (judul_, nada) in nama.items():
        n = selectors.saring_keadaan(qs, kode).order_by().count()
        hasil.append(Angka(judul_, angka(n), "", f"{reverse(alamat)}?keadaan={kode}", nada if n else ""))
    return hasil


def butir_permintaan(r: Permintaan) -> Butir:
    nada = {"diminta": "ingat", "diterima": "proses", "selesai": "sukses", "ditolak": "galat"}[r.keadaan]
    orang = _(" · %(n)s orang") % {"n": angka(r.banyak)} if r.banyak else ""
    return Butir(
        f"{r.get_jenis_display()}: {r.perbaikan.unit.kini.nama}", reverse("perbaikan:jawab", args=[r.id]), r.get_keadaan_display(),
        nada, f"{r.uraian[:160]}{orang}",
    )  # fmt: skip


def ditunggu(pelaku: Pelaku, p: Perbaikan) -> bool:
    return any(t.kasus_id == p.id for t in alur.menunggu(pelaku))
