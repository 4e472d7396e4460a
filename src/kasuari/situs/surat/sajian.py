"""Bahan tampilan meja surat: baris daftar, baris buku nomor, isi satu surat, dan tindakan yang terbuka."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from kasuari.dasar.akun.izin import boleh
from kasuari.dasar.dokumen import surat
from kasuari.dasar.dokumen.models import PindaianSurat, Surat
from kasuari.dasar.dokumen.nomor import BarisBuku
from kasuari.dasar.inti.galat import TidakAda
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.rupa.bahan import Butir, Jawaban, Kolom
from kasuari.dasar.rupa.bentuk import jam, tanggal
from kasuari.dasar.rupa.slot import Pintu


def keadaan(s: Surat) -> tuple[str, str]:
    """(tulisan, nada) keadaan satu surat bagi petugas."""
    if s.status == Surat.Status.DITANDATANGANI:
        return _("Ditandatangani"), "sukses"
    if s.status == Surat.Status.DICABUT:
        return _("Dicabut"), "galat"
    if not s.nomor_teks:
        return _("Menunggu nomor"), "ingat"
    return (_("Menunggu tanda tangan basah"), "ingat") if s.basah else (_("Menunggu tanda tangan"), "proses")


def _tanda(isi: tuple[str, str]) -> SafeString:
    return format_html('<span class="tanda {}">{}</span>', isi[1], isi[0])


def nomor_tampil(s: Surat) -> str:
    """Nomor lengkap, atau urutan serinya selama menunggu kantor pencatat."""
    return s.nomor_teks or _("urutan %(n)s, belum bernomor") % {
        "n": f"{s.nomor}{'.' if s.sisip else ''}{s.sisip}"
    }


def judul(s: Surat) -> str:
    nama = surat.DAFTAR[s.templat, s.versi_templat].judul
    return {"petikan": _("Petikan: %(j)s"), "salinan": _("Salinan: %(j)s")}.get(s.bentuk, "%(j)s") % {
        "j": nama
    }


def _tautan(s: Surat, teks: str) -> SafeString:
    return format_html('<a href="{}">{}</a>', reverse("surat:satu", args=[s.id]), teks)


_SINGKATAN = {"sk", "kgb", "kp", "spmt", "spp", "skpp", "pns", "pppk", "cltn"}


def seri(kode: str) -> str:
    """Kode seri sebagai tulisan: 'sk_kgb' menjadi 'SK KGB', 'surat_cuti' menjadi 'Surat cuti'."""
    kata = " ".join(k.upper() if k in _SINGKATAN else k for k in kode.split("_"))
    return kata[:1].upper() + kata[1:]


def sebab(galat: str) -> str:
    """Sebab gagal bagi petugas: kalimat penandatangan dan penyusun PDF apa adanya, galat lain dengan ajakan melapor."""
    kelas, _pisah, kalimat = galat.partition(": ")
    if kelas in {"TandaGagal", "PdfGagal"}:
        return kalimat
    return _("Kesalahan program, beri tahu admin sistem: %(g)s") % {"g": galat[:200]}


def kolom_daftar() -> list[Kolom]:
    return [
        Kolom("nomor", _("Nomor"), "u"), Kolom("jenis", _("Jenis")), Kolom("tanggal", _("Tanggal")),
        Kolom("oleh", _("Penanda tangan")), Kolom("keadaan", _("Keadaan"), "k"),
    ]  # fmt: skip


def baris(s: Surat) -> dict[str, Any]:
    return {
        "nomor": _tautan(s, nomor_tampil(s)), "jenis": judul(s), "tanggal": tanggal(s.tanggal, "pendek"),
        "oleh": s.penandatangan["nama"], "keadaan": _tanda(keadaan(s)),
    }  # fmt: skip


def baris_basah(s: Any) -> dict[str, Any]:
    """Baris daftar tunggu: yang pindaiannya sudah ada menunggu orang kedua."""
    isi = (_("Menunggu pengesahan pindaian"), "proses") if s.dipindai else keadaan(s)
    return {**baris(s), "keadaan": _tanda(isi)}


def kolom_buku() -> list[Kolom]:
    return [
        Kolom("nomor", _("Urutan"), "u"), Kolom("surat", _("Surat")), Kolom("keterangan", _("Keterangan")),
        Kolom("keadaan", _("Keadaan"), "k"),
    ]  # fmt: skip


def baris_buku(
    b: BarisBuku, seri: str, tahun: int, unit: Mapping[Any, str], lihat: set[Any], kembalikan: bool
) -> list[dict[str, Any]]:
    """Satu nomor, lalu sisipannya masing-masing sebaris. `lihat`: id surat yang boleh dibuka pelaku."""
    utama = next((s for s in b.surat if not s.sisip), None)
    if utama is not None:
        hasil = [_baris_surat(str(b.nomor), utama, lihat)]
    elif b.keadaan == "disisihkan":
        alamat = reverse("surat:kembalikan", args=[seri, tahun, b.nomor])
        tombol = format_html('<a href="{}">{}</a>', alamat, _("Kembalikan")) if kembalikan else ""
        nama = unit.get(b.unit, "")
        hasil = [_baris_kosong(b.nomor, nama, (_("Disisihkan"), "info"), tombol)]
    elif b.keadaan == "dibatalkan":
        hasil = [_baris_kosong(b.nomor, b.penjelasan, (_("Tidak dipakai"), ""))]
    else:
        hasil = [
            _baris_kosong(b.nomor, _("Tanpa penjelasan. Beri tahu admin sistem."), (_("Lubang"), "galat"))
        ]
    return hasil + [_baris_surat(f"{b.nomor}.{s.sisip}", s, lihat) for s in b.surat if s.sisip]


def _baris_surat(nomor: str, s: Surat, lihat: set[Any]) -> dict[str, Any]:
    ada = s.id in lihat
    return {
        "nomor": nomor, "surat": _tautan(s, nomor_tampil(s)) if ada else _("Surat tertutup"),
        "keterangan": s.sisip_alasan or (judul(s) if ada else ""), "keadaan": _tanda(keadaan(s)),
    }  # fmt: skip


def _baris_kosong(nomor: int, keterangan: str, isi: tuple[str, str], tombol: Any = "–") -> dict[str, Any]:
    return {"nomor": str(nomor), "surat": tombol or "–", "keterangan": keterangan, "keadaan": _tanda(isi)}


def isi(s: Surat) -> list[Jawaban]:
    hasil = [
        Jawaban(_("Jenis"), judul(s)),
        Jawaban(_("Nomor"), nomor_tampil(s)),
        Jawaban(_("Seri"), f"{seri(s.seri)} {s.tahun}"),
        Jawaban(_("Tanggal"), tanggal(s.tanggal)),
        Jawaban(_("Penanda tangan"), f"{s.penandatangan['nama']}, {s.penandatangan['jabatan']}"),
        Jawaban(_("Kode di halaman Periksa surat"), s.kode_verifikasi),
    ]
    if s.sisip:
        hasil.append(Jawaban(_("Sisipan karena"), s.sisip_alasan))
    if s.basah_alasan:
        hasil.append(Jawaban(_("Dialihkan ke tanda tangan basah karena"), s.basah_alasan))
    if s.induk is not None:
        hasil.append(Jawaban(_("Dari surat"), s.induk.nomor_teks, reverse("surat:satu", args=[s.induk_id])))
    if s.ditandatangani:
        hasil.append(Jawaban(_("Ditandatangani"), f"{tanggal(s.ditandatangani)} {jam(s.ditandatangani)}"))
    if s.dicabut:
        hasil.append(Jawaban(_("Dicabut"), f"{tanggal(s.dicabut)}: {s.alasan_cabut}"))
    return hasil


def tindakan(pelaku: Pelaku, s: Surat, p: PindaianSurat | None) -> list[Pintu]:
    """Yang boleh dikerjakan pelaku atas surat ini sekarang, yang utama lebih dulu."""

    def ke(nama: str, teks: str, izin: str, bila: bool) -> Pintu | None:
        return (
            Pintu(reverse(f"surat:{nama}", args=[s.id]), teks) if bila and boleh(pelaku, izin, s).ya else None
        )

    belum, asli = s.status == Surat.Status.DISIAPKAN, s.induk_id is None
    tunggu = p is not None and p.putusan == ""
    bernomor, bebas = bool(s.nomor_teks), belum and not tunggu
    semua = [
        ke("berkas", _("Unduh surat (PDF)"), "surat.lihat", not belum),
        ke("nomor", _("Isi nomor surat"), "surat.nomor", bebas and asli and (s.basah or not bernomor)),
        ke("putus", _("Periksa pindaian"), "surat.sahkan", belum and tunggu and p.pengunggah != pelaku.orang),  # type: ignore[union-attr]
        ke("cetak", _("Cetak untuk ditandatangani"), "surat.basah", bebas and s.basah and bernomor),
        ke("pindai", _("Unggah pindaian"), "surat.basah", bebas and s.basah and bernomor and s.dicetak is not None),
        ke("alihkan", _("Alihkan ke tanda tangan basah"), "surat.basah", belum and not s.basah),
        ke("sisip", _("Jadikan sisipan"), "surat.nomor", bebas and asli and not s.sisip and (s.basah or not bernomor)),
        ke("turunan", _("Buat petikan atau salinan"), "surat.turunkan", s.status == Surat.Status.DITANDATANGANI and asli and dapat_diturunkan(s)),
    ]  # fmt: skip
    return [t for t in semua if t is not None]


def pastikan_terbuka(pelaku: Pelaku, s: Surat, p: PindaianSurat | None, nama: str) -> None:
    """Halaman tindakan yang sudah lewat tidak terbuka lagi. Galat: `TidakAda`."""
    if reverse(f"surat:{nama}", args=[s.id]) not in {t.alamat for t in tindakan(pelaku, s, p)}:
        raise TidakAda(_("Tindakan ini tidak ada bagi surat ini sekarang."))


def dapat_diturunkan(s: Surat) -> bool:
    """Hanya naskah keputusan yang punya petikan dan salinan."""
    return surat.isi(s).get("bentuk") == "asli"


def butir(s: Surat, keterangan: str = "") -> Butir:
    tulisan, nada = keadaan(s)
    return Butir(nomor_tampil(s), reverse("surat:satu", args=[s.id]), tulisan, nada, keterangan or judul(s))


def pindaian(p: PindaianSurat | None) -> list[Jawaban]:
    if p is None:
        return []
    hasil = [
        Jawaban(_("Pindaian diunggah"), f"{tanggal(p.dibuat)} {jam(p.dibuat)}"),
        Jawaban(_("Halaman"), str(p.halaman)),
        Jawaban(_("Putusan"), {"": _("Menunggu pengesahan"), "sah": _("Disahkan"), "tolak": _("Dikembalikan")}[p.putusan]),
    ]  # fmt: skip
    return [*hasil, Jawaban(_("Alasan"), p.alasan)] if p.alasan else hasil


def pilihan_unit(unit: Sequence[Any]) -> list[tuple[str, str]]:
    return sorted(((str(u.unit.uid), u.nama) for u in unit), key=lambda u: u[1])
