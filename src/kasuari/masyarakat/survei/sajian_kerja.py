"""Susunan layar petugas: baris daftar, angka muka, kemajuan sampel, dan bahan laporan."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from kasuari.aturan.buku import Buku
from kasuari.dasar.organisasi import selectors as organisasi
from kasuari.dasar.rupa.bahan import Angka, Butir, Kolom
from kasuari.dasar.rupa.bentuk import angka, tanggal
from kasuari.dasar.rupa.grafik import Batang
from kasuari.masyarakat.survei import hitung, sajian, selectors, tindak_lanjut
from kasuari.masyarakat.survei.models import Periode
from kasuari.masyarakat.survei.soal import label_diri, nama_unsur

_STATUS = {
    "terbuka": ("Terbuka", "proses"),
    "ditutup": ("Ditutup, belum tampil", "ingat"),
    "terbit": ("Terbit", "sukses"),
}


def _kata_status() -> dict[str, str]:
    return {"terbuka": _("Terbuka"), "ditutup": _("Ditutup, belum tampil"), "terbit": _("Terbit")}


def butir(p: Any, perlu: int | None) -> Butir:
    """Satu periode di daftar; `p.n` banyak jawabannya."""
    n, status = p.n or 0, _kata_status()[p.status]
    ket = f"{p.survei.nama} · {sajian.nama_periode(p)} · " + (
        _("%(n)s dari %(p)s responden") % {"n": angka(n), "p": angka(perlu)}
        if perlu
        else _("%(n)s responden") % {"n": angka(n)}
    )
    return Butir(p.unit.kini.nama, reverse("survei:satu", args=[p.uid]), status, _STATUS[p.status][1], ket)


def angka_muka(qs: "QuerySet[Any]", b: Buku, alamat: str = "") -> list[Angka]:
    """Responden periode terbuka dan unit yang kekurangan; satu kueri."""
    terbuka = list(qs.filter(status=Periode.Status.TERBUKA).values_list("rencana", "n"))
    kurang = sum((hitung.sampel(r, b)["perlu"] or 0) > (n or 0) for r, n in terbuka)
    return [
        Angka(_("Periode terbuka"), angka(len(terbuka)), alamat=alamat),
        Angka(_("Responden periode terbuka"), angka(sum(n or 0 for _r, n in terbuka)), alamat=alamat),
        Angka(_("Unit kurang sampel"), angka(kurang), alamat=alamat, nada="ingat" if kurang else ""),
    ]


def kemajuan(p: Periode, perlu: int | None, kuota: list[selectors.Kuota], banyak: int) -> dict[str, Any]:
    """Angka dan tabel kuota satu periode terbuka. Banyak kiriman yang belum dicampur tidak ditampilkan."""
    nama = {x.kode: x.nama for x in selectors.layanan_dinilai(p.unit_id)}
    baris = [
        {
            "layanan": nama.get(k.layanan, k.layanan) or _("Semua layanan"), "jk": label_diri("jk", k.jk), "perlu": angka(k.perlu),
            "ada": angka(k.ada), "kurang": angka(max(0, k.perlu - k.ada)),
        }
        for k in kuota
    ]  # fmt: skip
    return {
        "angka": [
            Angka(_("Responden"), angka(banyak), _("perlu %(n)s") % {"n": angka(perlu)} if perlu else _("pengguna belum dihitung")),
            Angka(_("Masih kurang"), angka(max(0, (perlu or 0) - banyak)), nada="ingat" if perlu and perlu > banyak else ""),
            Angka(_("Berakhir"), tanggal(p.sampai, "pendek")),
        ],
        "kolom": [
            Kolom("layanan", _("Layanan"), "u"), Kolom("jk", _("Jenis kelamin")), Kolom("perlu", _("Perlu"), "num"),
            Kolom("ada", _("Ada"), "num"), Kolom("kurang", _("Kurang"), "num"),
        ],
        "kuota": baris,
    }  # fmt: skip


def batang_soal(isi: list[tuple[str, list[sajian.Sel]]]) -> list[tuple[str, list[Batang], bool]]:
    """(pertanyaan, batang pilihan, ada yang ditahan)."""
    return [
        (tanya, [Batang(s.nama, s.n) for s in sel if s.n is not None], any(s.n is None for s in sel))
        for tanya, sel in isi
    ]


def pilihan_unit() -> list[tuple[str, str]]:
    """Unit hidup untuk drop-down, menurut pohon."""
    return [(str(u.unit.uid), f"{'– ' * u.dalam}{u.nama}") for u in organisasi.unit_hidup()]


def tren(p: Periode) -> list[tuple[str, str, str]]:
    """(periode, IKM, responden) dari yang terlama, termasuk periode ini."""
    semua = [p, *(x for x in selectors.terbit(p.unit.kode)[:8] if x.mulai < p.mulai)]
    hasil = []
    for x in reversed(semua):
        s = sajian.ringkas(x, x.hasil.isi)
        hasil.append((
            sajian.nama_periode(x), angka(s.nilai, 2) if s.nilai is not None else "ditahan",
            angka(s.n) if s.n is not None else "ditahan",
        ))  # fmt: skip
    return hasil


def tindak(p: Periode, t: sajian.Tampak) -> list[list[str]]:
    """Rencana tindak lanjut: (unsur, kegiatan, waktu, penanggung jawab), unsur terendah lebih dulu.

    Unsur terendah yang rencananya belum disetujui tetap disebut, supaya yang kosong tampak kosong.
    """
    baris = {b.unsur: b for b in tindak_lanjut.ambil(p.unit_id, p.mulai)}
    nilai = {u.kode: u for u in sorted(t.unsur, key=lambda u: u.nilai or 0) if u.nilai is not None}
    wajib = {u.kode for u in t.terendah}
    hasil = []
    for kode, u in nilai.items():
        b = baris.get(kode)
        if b is not None and b.kegiatan:
            hasil.append([str(u.nama), b.kegiatan, b.waktu, b.penanggung])
        elif b is not None or kode in wajib:
            hasil.append([str(u.nama), "Belum ada rencana yang disetujui", "–", "–"])
    return hasil


def realisasi(p: Periode) -> tuple[str, list[list[str]]]:
    """Periode terbit sebelumnya dan nasib rencananya: (nama periode, [(unsur, kegiatan, janji, keadaan dan hasil)])."""
    lalu = next((x for x in selectors.terbit(p.unit.kode) if x.mulai < p.mulai), None)
    if lalu is None:
        return "", []
    return sajian.nama_periode(lalu), [
        [nama_unsur(b.unsur), b.kegiatan or "Belum ada rencana yang disetujui", b.waktu or "–", b.hasil or f"{b.keadaan}."]
        for b in tindak_lanjut.ambil(p.unit_id, lalu.mulai)
    ]  # fmt: skip
