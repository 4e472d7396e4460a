"""Perubahan keluarga: menikah, anak, tanggungan, cerai, meninggal, dan salah catat; dengan bukti menurut perubahannya."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kasuari.aparatur.pegawai.identitas import kurang_nama
from kasuari.aparatur.pegawai.label import HUBUNGAN
from kasuari.aparatur.usulan.bahan import Bahan
from kasuari.aparatur.usulan.jenis.keluarga import wajar
from kasuari.aparatur.usulan.rangka import Isian, Syarat, Timbang, Varian
from kasuari.aturan.masa_kerja import tambah_tahun
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.rupa.bentuk import tanggal

VARIAN = (
    Varian("pasangan", gettext_lazy("Menikah"), gettext_lazy("Menambah suami atau istri.")),
    Varian("anak", gettext_lazy("Anak"), gettext_lazy("Menambah anak.")),
    Varian("tanggungan", gettext_lazy("Tanggungan berubah"), gettext_lazy("Anak yang mulai bekerja, menikah, atau masih kuliah sesudah 21 tahun.")),
    Varian("cerai", gettext_lazy("Bercerai"), gettext_lazy("Sesudah putusan dan akta cerai.")),
    Varian("meninggal", gettext_lazy("Anggota keluarga meninggal"), gettext_lazy("Suami, istri, anak, atau orang tua.")),
    Varian("perbaiki", gettext_lazy("Nama atau tanggal lahir keliru"), gettext_lazy("Anggota keluarga yang salah catat.")),
)  # fmt: skip
KOLOM: Mapping[str, tuple[str, ...]] = {
    "pasangan": ("nama", "lahir", "tanggal", "tertanggung"),
    "anak": ("nama", "lahir", "tertanggung"),
    "tanggungan": ("anggota", "tanggal", "tertanggung"),
    "cerai": ("anggota", "tanggal"),
    "meninggal": ("anggota", "tanggal"),
    "perbaiki": ("anggota", "nama", "lahir"),
}
HARI = {
    "pasangan": gettext_lazy("Tanggal menikah"), "tanggungan": gettext_lazy("Berubah sejak"),
    "cerai": gettext_lazy("Tanggal putusan cerai"), "meninggal": gettext_lazy("Tanggal meninggal"),
}  # fmt: skip
_KK = Syarat("kk", gettext_lazy("Kartu keluarga (KK) terbaru"))
SYARAT: Mapping[str, tuple[Syarat, ...]] = {
    "pasangan": (Syarat("nikah", gettext_lazy("Buku nikah atau akta perkawinan")), _KK),
    "anak": (Syarat("akta", gettext_lazy("Akta kelahiran anak"), gettext_lazy("Bagi anak angkat: penetapan pengadilan.")), _KK),
    "tanggungan": (_KK,),
    "cerai": (Syarat("cerai", gettext_lazy("Akta cerai")), _KK),
    "meninggal": (Syarat("kematian", gettext_lazy("Akta kematian")),),
    "perbaiki": (Syarat("akta", gettext_lazy("Akta kelahiran atau KTP")), _KK),
}  # fmt: skip


def anggota(b: Bahan, uid: str) -> Any | None:
    """Anggota keluarga yang masih tercatat, menurut uid faktanya."""
    return next((f for f in b.semua("keluarga") if str(f.uid) == uid and f.sampai is None), None)


def _hari(isian: Isian, nama: str) -> date | None:
    isi = isian.data.get(nama)
    return date.fromisoformat(str(isi)) if isi else None


def _anak_dewasa(b: Bahan, isian: Isian) -> bool:
    """Anak yang ditanggung sesudah melewati usia biasa; ia perlu surat keterangan kuliah."""
    f = anggota(b, str(isian.data.get("anggota")))
    lahir = f.lahir if f is not None and f.hubungan == "anak" else _hari(isian, "lahir")
    anak = isian.data.get("apa") == "anak" or (f is not None and f.hubungan == "anak")
    return bool(anak and lahir and isian.data.get("tertanggung") == "ya" and _lewat(b, lahir, "biasa"))


def _lewat(b: Bahan, lahir: date, batas: str) -> bool:
    hari = hari_ini()
    return tambah_tahun(lahir, int(b.buku(hari).tabel("tunjangan_anak_usia")[batas])) <= hari


def syarat(b: Bahan, isian: Isian) -> list[Syarat]:
    """Bukti menurut perubahannya. Dasar: PP 10/1983 jo. PP 45/1990 (izin bercerai, beristri lebih dari seorang)."""
    apa = str(isian.data.get("apa"))
    hasil = list(SYARAT.get(apa, ()))
    if apa in ("anak", "tanggungan"):
        hasil.append(
            Syarat("kuliah", _("Surat keterangan kuliah"), _("Bagi anak yang sudah 21 tahun."), wajib=_anak_dewasa(b, isian))
        )  # fmt: skip
    if apa == "cerai" and b.p.kini.jenis in ("pns", "cpns"):
        hasil.append(Syarat("izin", _("Izin bercerai dari pejabat, atau surat keterangannya")))
    if apa == "pasangan" and wajar.di_bawah_umur(b, _hari(isian, "lahir"), _hari(isian, "tanggal")):
        hasil.append(Syarat("dispensasi", _("Penetapan dispensasi menikah dari pengadilan")))
    if apa == "pasangan" and _pasangan(b):
        hasil.append(Syarat("izin", _("Izin beristri lebih dari seorang")))
    return hasil


def _pasangan(b: Bahan) -> list[Any]:
    return [f for f in b.semua("keluarga") if f.hubungan == "pasangan" and f.sampai is None]


def timbang(b: Bahan, isian: Isian) -> Timbang:
    """Apa yang tercatat dan apa jadinya. Dasar tanggungan: PP 7/1977 Pasal 16 (parameter tunjangan_anak_*)."""
    apa = str(isian.data.get("apa"))
    hari, kurang, ingat = _hari(isian, "tanggal"), [], []
    lama, baru = _lama(b, isian), _baru(isian)
    if "anggota" in KOLOM.get(apa, ()):
        if lama is None:
            return Timbang({}, (), [_("Pilih anggota keluarga yang masih tercatat.")])
        baru = {**lama, **{k: v for k, v in baru.items() if v != "" and k in KOLOM[apa]}}
    if apa in HARI and hari is None:
        kurang.append(_("Isi tanggalnya."))
    if hari is not None and hari > hari_ini():
        kurang.append(_("Tanggal %(t)s belum tiba.") % {"t": tanggal(hari)})
    kurang += PERIKSA.get(apa, _bebas)(b, lama, baru, hari)
    if apa in ("pasangan", "anak", "perbaiki"):
        fakta = str(isian.data.get("anggota") or "")
        nikah = hari or _mulai(lama)
        kurang += [*_identitas(baru), *wajar.ganda(b, baru, fakta), *wajar.kurang_usia(b, baru, nikah)]
    if apa == "pasangan":
        ingat += wajar.di_bawah_umur(b, _hari(isian, "lahir"), hari)
    if _anak_dewasa(b, isian):
        ingat.append(_("Anak ini sudah melewati usia tanggungan biasa; periksa surat kuliahnya tahun ini."))
    isi = {
        "apa": apa, "lama": lama or {}, "baru": baru, "tanggal": hari.isoformat() if hari else "",
        "fakta": str(isian.data.get("anggota") or ""),
    }  # fmt: skip
    return Timbang(isi, (), kurang, ingat)


def _lama(b: Bahan, isian: Isian) -> dict[str, Any] | None:
    f = anggota(b, str(isian.data.get("anggota")))
    if f is None:
        return None
    lahir = f.lahir.isoformat() if f.lahir else ""
    return {"hubungan": f.hubungan, "nama": f.nama, "lahir": lahir, "tertanggung": f.tertanggung, "mulai": f.mulai.isoformat()}  # fmt: skip


def _mulai(lama: Mapping[str, Any] | None) -> date | None:
    return date.fromisoformat(lama["mulai"]) if lama else None


def _baru(isian: Isian) -> dict[str, Any]:
    d = isian.data
    hubungan = d.get("apa") if d.get("apa") in ("pasangan", "anak") else ""
    return {
        "hubungan": hubungan, "nama": " ".join(str(d.get("nama") or "").split()), "lahir": str(d.get("lahir") or ""),
        "tertanggung": d.get("tertanggung") == "ya", "mulai": str(d.get("tanggal") or d.get("lahir") or ""),
    }  # fmt: skip


def _identitas(baru: Mapping[str, Any]) -> list[str]:
    kurang = kurang_nama(baru["nama"])
    if not baru["lahir"]:
        kurang.append(_("Isi tanggal lahirnya."))
    elif date.fromisoformat(baru["lahir"]) > hari_ini():
        kurang.append(
            _("Tanggal lahir %(t)s belum tiba.") % {"t": tanggal(date.fromisoformat(baru["lahir"]))}
        )
    return kurang


def _bebas(b: Bahan, lama: Any, baru: Any, hari: date | None) -> list[str]:
    return []


def _menikah(b: Bahan, lama: Any, baru: Mapping[str, Any], hari: date | None) -> list[str]:
    ada, kurang = _pasangan(b), []
    if ada and b.p.jk == "P":
        kurang.append(
            _("Suami masih tercatat: %(n)s. Laporkan cerai atau meninggalnya lebih dulu.")
            % {"n": ada[0].nama}
        )
    if baru["tertanggung"] and any(f.tertanggung for f in ada):
        kurang.append(_("Hanya satu suami atau istri yang dapat ditanggung."))
    if hari is not None and baru["lahir"] and date.fromisoformat(baru["lahir"]) >= hari:
        kurang.append(_("Tanggal menikah harus sesudah tanggal lahirnya."))
    return kurang


def _anak(b: Bahan, lama: Mapping[str, Any] | None, baru: Mapping[str, Any], hari: date | None) -> list[str]:
    """Banyak dan usia anak yang ditanggung. Dasar: PP 7/1977 Pasal 16; Keppres 17/2000 Pasal 29."""
    kurang = []
    if baru["lahir"] and date.fromisoformat(baru["lahir"]) <= b.p.lahir:
        kurang.append(_("Tanggal lahir anak harus sesudah tanggal lahir Anda."))
    if not baru["tertanggung"]:
        return kurang
    paling = int(b.buku(hari_ini()).nilai("tunjangan_anak_terbanyak"))
    ada = sum(f.hubungan == "anak" and f.tertanggung and f.sampai is None for f in b.semua("keluarga"))
    if ada >= paling:
        kurang.append(_("Sudah %(n)s anak dalam tanggungan, paling banyak %(p)s.") % {"n": ada, "p": paling})
    if baru["lahir"] and _lewat(b, date.fromisoformat(baru["lahir"]), "kuliah"):
        usia = int(b.buku(hari_ini()).tabel("tunjangan_anak_usia")["kuliah"])
        kurang.append(_("Anak yang sudah %(u)s tahun tidak dapat ditanggung.") % {"u": usia})
    return kurang


def _tanggungan(
    b: Bahan, lama: Mapping[str, Any] | None, baru: Mapping[str, Any], hari: date | None
) -> list[str]:
    assert lama is not None
    if lama["tertanggung"] == baru["tertanggung"]:
        # Anak yang ditanggung dan masih kuliah melapor lagi: suratnya yang baru, tanggungannya tetap.
        lanjut = lama["hubungan"] == "anak" and baru["tertanggung"] and lama["lahir"]
        if not (lanjut and _lewat(b, date.fromisoformat(lama["lahir"]), "biasa")):
            return [_("Tanggungannya sudah tercatat begitu.")]
        kuliah = _lewat(b, date.fromisoformat(lama["lahir"]), "kuliah")
        return _anak(b, lama, baru, hari) if kuliah else []
    if lama["hubungan"] == "anak":
        return _anak(b, lama, baru, hari)
    if lama["hubungan"] != "pasangan":
        return [_("Hanya suami, istri, dan anak yang dapat ditanggung.")] if baru["tertanggung"] else []
    lain = any(f.tertanggung for f in _pasangan(b)) and baru["tertanggung"]
    return [_("Hanya satu suami atau istri yang dapat ditanggung.")] if lain else []


def _berakhir(
    b: Bahan, lama: Mapping[str, Any] | None, baru: Mapping[str, Any], hari: date | None
) -> list[str]:
    assert lama is not None
    if hari is not None and hari <= date.fromisoformat(lama["mulai"]):
        mulai = tanggal(date.fromisoformat(lama["mulai"]))
        return [_("Tanggalnya harus sesudah %(t)s, hari hubungan ini mulai tercatat.") % {"t": mulai}]
    return []


def _cerai(b: Bahan, lama: Mapping[str, Any] | None, baru: Mapping[str, Any], hari: date | None) -> list[str]:
    assert lama is not None
    if lama["hubungan"] != "pasangan":
        return [_("Yang bercerai hanya suami atau istri. Pilih pasangannya.")]
    return _berakhir(b, lama, baru, hari)


def _perbaiki(
    b: Bahan, lama: Mapping[str, Any] | None, baru: Mapping[str, Any], hari: date | None
) -> list[str]:
    return [_("Belum ada yang berubah. Tulis nilai yang benar menurut bukti.")] if lama == baru else []


PERIKSA = {
    "pasangan": _menikah, "anak": _anak, "tanggungan": _tanggungan, "cerai": _cerai, "meninggal": _berakhir,
    "perbaiki": _perbaiki,
}  # fmt: skip


def tulis(isi: Mapping[str, Any], kolom: str) -> str:
    nilai = isi.get(kolom)
    if kolom == "hubungan":
        return str(HUBUNGAN.get(str(nilai), ""))
    if kolom == "tertanggung":
        return (_("Ya") if nilai else _("Tidak")) if isi else ""
    return tanggal(date.fromisoformat(nilai)) if kolom == "lahir" and nilai else str(nilai or "")


def banding(isi: Mapping[str, Any]) -> list[tuple[Any, Any, Any]]:
    """Anggota yang berubah, berdampingan; yang berakhir menyebut sejak kapan."""
    sebutan = {"nama": _("Nama"), "hubungan": _("Hubungan"), "lahir": _("Tanggal lahir"), "tertanggung": _("Dalam tanggungan")}  # fmt: skip
    if isi["apa"] in ("cerai", "meninggal"):
        akhir = (
            _("berakhir %(t)s") % {"t": tanggal(date.fromisoformat(isi["tanggal"]))} if isi["tanggal"] else ""
        )
        return [(tulis(isi["lama"], "hubungan"), isi["lama"]["nama"], akhir)]
    return [(s, tulis(isi["lama"], k), tulis(isi["baru"], k)) for k, s in sebutan.items()]
