"""Yang sama di semua jenis tentang perjanjian kerja PPPK: perjanjian terakhir, lama dan batasnya, keputusannya, efeknya."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kasuari.aparatur.pegawai.models import PegawaiKini, RiwayatKontrak
from kasuari.aparatur.usulan import efek, rangka
from kasuari.aparatur.usulan import naskah as bagian
from kasuari.aparatur.usulan.bahan import Bahan
from kasuari.aparatur.usulan.efek import Ubahan
from kasuari.aparatur.usulan.kinerja import kinerja_kurang
from kasuari.aparatur.usulan.models import Usulan
from kasuari.aparatur.usulan.proses import susun
from kasuari.aparatur.usulan.rangka import Isian, Jenis, Naskah, Syarat, Timbang
from kasuari.aturan.buku import Buku
from kasuari.aturan.masa_kerja import tambah_tahun
from kasuari.aturan.rumus import Langkah
from kasuari.dasar.dokumen import surat
from kasuari.dasar.dokumen.naskah import KEPUTUSAN, Diktum, Keputusan
from kasuari.dasar.rupa.bentuk import rupiah, tanggal, tanggal_naskah

SERI = "sk_pppk"
BELUM = gettext_lazy("Perjanjian kerjanya belum tercatat. Catat di lembar pegawai, bagian Perjanjian kerja.")
KEBUTUHAN = Syarat("kebutuhan", gettext_lazy("Pernyataan kebutuhan pegawai dari pimpinan perangkat daerah"))
ANGGARAN = Syarat("anggaran", gettext_lazy("Pernyataan tersedianya anggaran"))
PERJANJIAN = Syarat(
    "perjanjian",
    gettext_lazy("Perjanjian kerja yang sudah ditandatangani pegawainya"),
    gettext_lazy("Pegawai adalah pihak kedua; pihak pertama menandatangani keputusannya di sini."),
)
MENGINGAT = (
    "Undang-Undang Nomor 20 Tahun 2023 tentang Aparatur Sipil Negara",
    "Peraturan Pemerintah Nomor 49 Tahun 2018 tentang Manajemen Pegawai Pemerintah dengan Perjanjian Kerja",
)
PARUH_WAKTU = "Keputusan Menteri PANRB Nomor 16 Tahun 2025 tentang PPPK Paruh Waktu"
SEBUTAN = {"penuh": "PPPK", "paruh_waktu": "PPPK paruh waktu"}


def daftarkan(
    kode: str, judul: Any, ringkas: Any, status: set[str], perlu: tuple[str, ...], timbang: Any, isi: tuple[Any, Any], borang: Any,
    syarat: Any, urut: int, *, surat_judul: str, bkn: bool = False, tertutup: bool = False, **lain: Any,
) -> Jenis:  # fmt: skip
    """Mendaftarkan satu jenis keputusan perjanjian kerja; `isi`: (naskah, terapkan)."""
    templat = surat.Templat(f"usulan_{kode}", 1, surat_judul, KEPUTUSAN, tertutup=tertutup)
    return rangka.daftarkan(
        Jenis(
            kode, judul, ringkas, rangka.PETUGAS, frozenset(status), perlu, susun(kode, judul, mulai=rangka.PETUGAS, bkn=bkn),
            surat.daftarkan(templat, efek.terbit), SERI, timbang, *isi, borang=borang, syarat=syarat, bkn=bkn, pejabat="kontrak",
            urut=urut, **lain,
        )
    )  # fmt: skip


def terakhir(b: Bahan) -> Any | None:
    """Perjanjian yang berakhir paling akhir, atau None."""
    return max(b.semua("kontrak"), key=lambda k: (k.sampai, k.mulai), default=None)


def jatuh(jenis: str) -> Any:
    """Penyaring daftar jatuh tempo: hari pertama sesudah perjanjian terakhir. Yang berhenti karena usia tidak diperpanjang."""

    def saring(qs: "QuerySet[PegawaiKini]") -> "QuerySet[PegawaiKini]":
        akhir = RiwayatKontrak.objects.filter(subjek=OuterRef("pegawai"), ditutup=None).order_by("-sampai")
        qs = qs.filter(jenis=jenis).annotate(tmt=Subquery(akhir.values("sampai")[:1]))
        return qs.filter(Q(pensiun=None) | Q(pensiun__gt=F("tmt")), tmt__isnull=False)

    return saring


def timbang_perpanjang(b: Bahan, isian: Isian, tahun: int, jenis: str) -> Timbang:
    """Menimbang perjanjian berikutnya selama `tahun`, dipotong batas usia pensiun. Dasar: PP 49/2018 Pasal 37."""
    tmt = isian.tmt
    assert tmt is not None
    buku, k = b.buku(tmt), terakhir(b)
    if k is None:
        return Timbang({}, (), [str(BELUM)])
    kurang = []
    if k.jenis != jenis:
        kurang.append(_("Perjanjian terakhirnya bukan %(j)s.") % {"j": SEBUTAN[jenis]})
    if tmt != k.sampai:
        kurang.append(
            _("Perjanjian terakhir berakhir %(a)s, jadi yang berikutnya mulai %(t)s.")
            % {"a": tanggal(k.sampai - timedelta(days=1)), "t": tanggal(k.sampai)}
        )
    kurang += kinerja_kurang(b, tmt, str(buku.nilai("usulan_kontrak_predikat")))
    sampai, langkah, lewat = akhir(b, tmt, tahun, buku)
    isi = {
        "tmt": tmt.isoformat(), "sampai": sampai.isoformat(), "tahun": tahun, "potong": langkah[-1].dasar if len(langkah) > 1 else "",
        "ke": k.ke + 1, "lama": [k.nomor, k.mulai.isoformat(), k.sampai.isoformat()], "upah": isian.data.get("upah") or None,
        "upah_lama": k.upah, "jenis": jenis,
    }  # fmt: skip
    return Timbang(isi, langkah, [*kurang, *lewat])


def akhir(b: Bahan, mulai: date, tahun: int, buku: Buku) -> tuple[date, list[Langkah], list[str]]:
    """(hari pertama sesudah perjanjian, langkah penjelasan, kekurangan). Tidak pernah melewati TMT pensiun."""
    lama, batas = buku.versi("usulan_kontrak_tahun"), buku.versi("usulan_kontrak_batas")
    sampai = tambah_tahun(mulai, tahun)
    langkah = [
        _langkah(_("Perjanjian %(n)s tahun berakhir") % {"n": tahun}, sampai - timedelta(days=1), lama)
    ]
    pensiun = b.p.kini.pensiun
    if pensiun is None or pensiun >= sampai or not buku.nilai("usulan_kontrak_batas"):
        return sampai, langkah, []
    if pensiun <= mulai:
        kalimat = _("Mencapai batas usia pensiun %(t)s, jadi perjanjiannya tidak dapat dilanjutkan (%(d)s).")
        return sampai, langkah, [kalimat % {"t": tanggal(pensiun), "d": batas.dasar}]
    langkah.append(_langkah(_("Dipotong pada batas usia pensiun"), pensiun - timedelta(days=1), batas))
    return pensiun, langkah, []


def _langkah(nama: str, hari: date, versi: Any) -> Langkah:
    return Langkah(nama, nama, {}, hari.isoformat(), "tanggal", versi.dasar, versi.keyakinan, versi.berlaku)


def lama_tahun(isian: Isian, buku: Buku) -> tuple[int, list[str]]:
    """(lama perjanjian dalam tahun, kekurangan); kosong berarti yang terpendek."""
    tabel = buku.tabel("usulan_kontrak_tahun")
    terpendek, terlama = int(tabel["terpendek"]), int(tabel["terlama"])
    nilai = isian.data.get("tahun") or terpendek
    if isinstance(nilai, int) and terpendek <= nilai <= terlama:
        return nilai, []
    return terpendek, [_("Lama perjanjian %(a)s sampai %(b)s tahun.") % {"a": terpendek, "b": terlama}]


def di_dalam(b: Bahan, tmt: date) -> tuple[Any | None, list[str]]:
    """(perjanjian yang berlaku pada hari itu, kekurangan)."""
    k = next((k for k in b.semua("kontrak") if k.mulai <= tmt <= k.sampai), None)
    if k is not None:
        return k, []
    ada = terakhir(b)
    if ada is None:
        return None, [str(BELUM)]
    kalimat = _("Hari itu di luar perjanjian terakhirnya (%(a)s sampai %(b)s).")
    return None, [kalimat % {"a": tanggal(ada.mulai), "b": tanggal(ada.sampai - timedelta(days=1))}]


def sajikan(isi: Mapping[str, Any]) -> list[tuple[Any, Any]]:
    """Yang diputuskan, bagi yang memeriksa."""
    mulai, sampai = date.fromisoformat(isi["tmt"]), date.fromisoformat(isi["sampai"]) - timedelta(days=1)
    hasil = [
        (_("Perjanjian ke-"), str(isi["ke"])),
        (_("Masa perjanjian"), f"{tanggal(mulai)} – {tanggal(sampai)}"),
    ]
    if isi.get("potong"):
        hasil.append((_("Dipotong pada batas usia pensiun"), isi["potong"]))
    if isi.get("golongan"):
        hasil += [(_("Golongan"), isi["golongan"]), (_("Gaji pokok"), rupiah(isi["gaji"]))]
    if isi.get("upah"):
        hasil.append((_("Upah sebulan"), rupiah(isi["upah"])))
    return hasil


def masa(isi: Mapping[str, Any]) -> str:
    """'1 Januari 2027 sampai dengan 31 Desember 2027'."""
    mulai, sampai = date.fromisoformat(isi["tmt"]), date.fromisoformat(isi["sampai"]) - timedelta(days=1)
    return f"{tanggal_naskah(mulai)} sampai dengan {tanggal_naskah(sampai)}"


def lama_kalimat(isi: Mapping[str, Any]) -> str:
    nomor, mulai, sampai = isi["lama"]
    return f"{nomor}, {masa({'tmt': mulai, 'sampai': sampai})}"


def keputusan(
    u: Usulan, b: Bahan, *, tentang: str, menimbang: Sequence[str], diktum: Sequence[Diktum | str], mengingat: Sequence[str] = MENGINGAT,
) -> Naskah:  # fmt: skip
    """Keputusan tentang perjanjian kerja a.n. kepala daerah."""
    data = Keputusan(
        bagian.kop_kepala_daerah(), bagian.kepala_daerah(), tentang, list(menimbang), list(mengingat), list(diktum),
        memperhatikan=bagian.pertek(u), tembusan=bagian.tembusan("kontrak"),
    )  # fmt: skip
    return Naskah(data.data(), {"Tentang": tentang}, atas_nama=bagian.kepala_daerah())


def diktum_potong(isi: Mapping[str, Any]) -> list[str]:
    """Diktum yang menyebut kenapa masanya lebih pendek, bila dipotong batas usia."""
    if not isi["potong"]:
        return []
    return [f"Masa perjanjian kerja dibatasi sampai batas usia pensiun sesuai dengan {isi['potong']}."]


def buka(ubahan: Ubahan, isi: Mapping[str, Any], nomor: str = "") -> None:
    """Mencatat perjanjian baru menurut keputusan ini; `nomor` kosong: bernomor keputusannya.

    Upah paruh waktu yang tidak diubah keputusannya (`upah` kosong) terbawa dari perjanjian sebelumnya.
    """
    upah = isi.get("upah") or isi.get("upah_lama") if isi["jenis"] == "paruh_waktu" else None
    ubahan.buka(
        "kontrak", date.fromisoformat(isi["tmt"]),
        {"nomor": nomor or ubahan.dasar.sk_nomor, "ke": isi["ke"], "jenis": isi["jenis"], "upah": upah},
        sampai=date.fromisoformat(isi["sampai"]),
    )  # fmt: skip


def akhiri(ubahan: Ubahan, u: Usulan, hari: date) -> Any | None:
    """Perjanjian yang meliputi hari itu berakhir pada hari itu; kembali perjanjiannya, None bila tidak ada yang dipotong."""
    k = RiwayatKontrak.objects.filter(
        subjek=u.pegawai_id, ditutup=None, mulai__lte=hari, sampai__gt=hari
    ).first()
    if k is None:
        return None
    ubahan.tutup("kontrak", k.uid)
    if k.mulai < hari:
        isi = {"nomor": k.nomor, "ke": k.ke, "jenis": k.jenis, "upah": k.upah}
        ubahan.buka("kontrak", k.mulai, isi, sampai=hari, lampiran=k.lampiran)
    return k
