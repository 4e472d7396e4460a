"""Menyusun lembar seorang pegawai: angka utama, riwayat tiap jenis, dan apa yang kurang. Tidak menulis apa pun."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _

from kasuari.aparatur.pegawai import label, mutu, selectors, tampil
from kasuari.aparatur.pegawai.models import Pegawai, RiwayatGolongan, RiwayatStatus
from kasuari.aparatur.pegawai.riwayat import DAFTAR
from kasuari.aturan.golongan import PANGKAT
from kasuari.aturan.masa_kerja import selisih_bulan
from kasuari.dasar.akun.izin import Baris, boleh
from kasuari.dasar.inti.fakta import keadaan
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.jejak import selectors as jejak
from kasuari.dasar.ketentuan import selectors as ketentuan
from kasuari.dasar.orang import selectors as orang
from kasuari.dasar.organisasi import selectors as organisasi
from kasuari.dasar.rupa.bahan import Angka, Butir, Kolom
from kasuari.dasar.rupa.bentuk import persen, tanggal

URUT = (
    "jabatan", "golongan", "kgb", "pak", "pendidikan", "diklat", "skp", "penghargaan", "hukuman", "cuti", "keluarga",
    "kontrak", "surat_izin", "status",
)  # fmt: skip


@dataclass(frozen=True)
class Bagian:
    """Satu jenis riwayat siap tampil. `tambah`: alamat formulir tambah, kosong bila tidak boleh."""

    kode: str
    judul: Any
    kolom: list[Kolom]
    baris: list[dict[str, Any]]
    tambah: str = ""


@dataclass(frozen=True)
class Waktu:
    """Titik pada dua garis waktu; `kini` bila keduanya tidak dipilih."""

    pada: date
    diketahui: datetime | None
    kini: bool


def angka_utama(k: Baris, hari: date) -> list[Angka]:
    """Angka di kepala lembar, dari baris kini."""
    mk = (
        k.mk_bulan + selisih_bulan(k.tmt_golongan, hari)
        if k.tmt_golongan and k.tmt_golongan <= hari
        else None
    )
    return [
        Angka(_("Golongan"), k.golongan or "–", PANGKAT.get(k.golongan, "")),
        Angka(_("Masa kerja golongan"), tampil.masa_kerja(mk) if mk is not None else "–"),
        Angka(_("KGB berikut"), tanggal(k.kgb_berikut, "pendek")),
        pensiun(k),
        Angka(_("Mutu data"), persen(k.mutu), _("%(n)d yang kurang") % {"n": len(k.kurang)} if k.kurang else _("lengkap"),
              nada="" if not k.kurang else "ingat"),
    ]  # fmt: skip


def pensiun(k: Baris) -> Angka:
    """TMT pensiun; yang tidak terhitung atau bersandar pada ingatan menyebut sebabnya."""
    hari = tanggal(k.pensiun, "pendek")
    if "bup" in k.kurang:
        return Angka(_("Pensiun"), hari, _("jenjang jabatan tidak dikenal"), nada="ingat")
    if k.pensiun_ingatan:
        return Angka(_("Pensiun"), hari, _("batas usianya dari ingatan, perlu diperiksa"), nada="ingat")
    return Angka(_("Pensiun"), hari, _("menurut jabatan sekarang"))


def potret(p: Pegawai, w: Waktu) -> list[Angka]:
    """Keadaan pada satu hari seperti diketahui pada satu saat."""
    gol = keadaan(RiwayatGolongan, pada=w.pada, diketahui=w.diketahui, subjek=p).first()
    status = keadaan(RiwayatStatus, pada=w.pada, diketahui=w.diketahui, subjek=p).first()
    tugas = next((x for x in organisasi.riwayat_penugasan(p.orang_id, w.diketahui) if _meliputi(x[0], w.pada)), None)  # fmt: skip
    return [
        Angka(_("Golongan"), gol.golongan if gol and not gol.nihil else "–"),
        Angka(_("Jabatan"), (tugas[1].nama if tugas[1] else tugas[0].nama_luar) if tugas else "–"),
        Angka(_("Jenis"), label.JENIS_ASN.get(status.jenis, "–") if status and not status.nihil else "–"),
    ]


def _meliputi(f: Any, hari: date) -> bool:
    return f.mulai <= hari and (f.sampai is None or f.sampai > hari)


def kekurangan(kurang: Iterable[str]) -> list[Butir]:
    """Apa yang kurang dan siapa yang memperbaikinya, bobot terbesar dahulu."""
    bobot = ketentuan.buku(hari_ini()).tabel("register_mutu_bobot")
    butir = sorted((mutu.DAFTAR[k] for k in kurang), key=lambda k: -bobot[k.kode])
    return [
        Butir(label.KEKURANGAN[k.kode], tanda=label.SIAPA[k.siapa], nada="ingat", keterangan=k.kalimat)
        for k in butir
    ]


def bagian(pelaku: Pelaku, p: Pegawai, w: Waktu) -> list[Bagian]:
    """Semua jenis riwayat yang boleh dilihat; kueri tetap berapa pun barisnya."""
    ubah = w.kini and boleh(pelaku, "pegawai.ubah", p).ya
    inti = selectors.boleh_inti(pelaku, p)
    fakta: dict[str, list[Any]] = {
        k: [f for f in selectors.riwayat(pelaku, p, k, diketahui=w.diketahui) if f.mulai <= w.pada or w.kini]
        for k in DAFTAR
        if boleh_lihat(pelaku, p, k)
    }
    tugas = [
        x for x in organisasi.riwayat_penugasan(p.orang_id, w.diketahui) if w.kini or x[0].mulai <= w.pada
    ]
    sumber = _sumber([*(f.jejak_buka for daftar in fakta.values() for f in daftar), *(t.jejak_buka for t, _k, _u in tugas)])  # fmt: skip
    hasil = []
    for kode in URUT:
        if kode == "jabatan":
            hasil.append(_jabatan(tugas, sumber))
        elif kode in fakta:
            tutup = () if inti else DAFTAR[kode].kolom_inti
            hasil.append(_satu(kode, p.uid, fakta[kode], sumber, ubah, tutup))
    return hasil


def boleh_lihat(pelaku: Pelaku, p: Pegawai, kode: str) -> bool:
    """Jenis yang tertutup bagi pelaku tidak ditampilkan sama sekali, jadi kosongnya tidak berarti apa-apa."""
    kelas = DAFTAR[kode].kelas
    if kelas == "disiplin":
        return boleh(pelaku, "pegawai.disiplin", p).ya
    return not kelas or selectors.boleh_inti(pelaku, p)


def _sumber(ids: Iterable[int]) -> dict[int, str]:
    """id jejak -> siapa yang mencatat; yang ditulis sistem tidak disebut di sini."""
    peristiwa = jejak.menurut_id(ids)
    nama = orang.nama_banyak(j.pelaku_orang for j in peristiwa.values() if j.pelaku_orang)
    return {i: nama[j.pelaku_orang] for i, j in peristiwa.items() if j.pelaku_orang in nama}


def _umum(f: Any, sumber: dict[int, str]) -> dict[str, Any]:
    return {
        "berlaku": tampil.berlaku(f),
        "dokumen": tampil.dokumen(f),
        "sumber": f"{sumber.get(f.jejak_buka) or _tanpa_orang(f)}, {tanggal(f.dicatat, 'pendek')}",
    }


def _tanpa_orang(f: Any) -> str:
    """Fakta yang ditulis sistem: keputusan yang menulisnya, atau impor."""
    if getattr(f, "surat", None) and f.sk_nomor:
        return _("keputusan %(n)s") % {"n": f.sk_nomor}
    return _("impor atau sistem")


def _kolom(awal: list[Kolom], ubah: bool) -> list[Kolom]:
    hasil = [
        *awal, Kolom("berlaku", _("Berlaku")), Kolom("dokumen", _("Dokumen")), Kolom("sumber", _("Dicatat oleh")),
    ]  # fmt: skip
    return [*hasil, Kolom("aksi", _("Tindakan"))] if ubah else hasil


def _satu(
    kode: str, uid: UUID, daftar: list[Any], sumber: dict[int, str], ubah: bool, tutup: Sequence[str]
) -> Bagian:
    susun = [x for x in tampil.KOLOM[kode] if x[0] not in tutup]
    kolom = _kolom([Kolom(k, judul, "" if n else "u") for n, (k, judul, _t) in enumerate(susun)], ubah)
    baris = [
        {
            **{k: tulis(f) for k, _j, tulis in susun},
            **_umum(f, sumber),
            "dokumen": _dokumen(kode, uid, f),
            "aksi": _aksi(kode, uid, f, susun[0][2](f)) if ubah else "",
        }
        for f in daftar
    ]
    tambah = reverse("pegawai:riwayat_baru", args=[uid, kode]) if ubah else ""
    return Bagian(kode, label.JENIS_RIWAYAT[kode], kolom, baris, tambah)


def _dokumen(kode: str, uid: UUID, f: Any) -> Any:
    """Nomor dokumen, bertautan ke berkasnya bila ada."""
    if f.lampiran is None:
        return tampil.dokumen(f)
    alamat = reverse("pegawai:riwayat_dokumen", args=[uid, kode, f.uid])
    return format_html('<a href="{}">{}</a>', alamat, tampil.dokumen(f) if f.sk_nomor else _("Unduh dokumen"))


def _aksi(kode: str, uid: UUID, f: Any, nama: Any) -> Any:
    pilihan = ((_("Perbaiki"), "pegawai:riwayat_perbaiki"), (_("Batalkan"), "pegawai:riwayat_batalkan"))
    return format_html_join(
        " · ",
        '<a href="{}">{}<span class="sr"> {}</span></a>',
        ((reverse(a, args=[uid, kode, f.uid]), judul, nama) for judul, a in pilihan),
    )


def _jabatan(tugas: list[Any], sumber: dict[int, str]) -> Bagian:
    kolom = _kolom(
        [Kolom("nama", _("Jabatan"), "u"), Kolom("unit", _("Unit")), Kolom("cara", _("Cara"))], False
    )
    baris = [
        {
            "nama": k.nama if k else t.nama_luar,
            "unit": u.nama if u else "–",
            "cara": label.JENIS_TUGAS.get(t.jenis, t.jenis),
            **_umum(t, sumber),
        }
        for t, k, u in tugas
    ]
    return Bagian("jabatan", label.JENIS_RIWAYAT["jabatan"], kolom, baris)
