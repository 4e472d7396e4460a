"""Boleh dimutasi ke pos itu atau belum: kursi, lama di jabatan, pangkat, pendidikan, dan yang dinyatakan pengusul.

Kompetensi tidak dinilai di sini. Dasar: Peraturan BKN 5/2019; PP 11/2017 jo. PP 17/2020; PP 100/2000 jo. PP 13/2002.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kasuari.aparatur.pegawai.riwayat import TINGKAT_PENDIDIKAN
from kasuari.aparatur.usulan.bahan import Bahan
from kasuari.aparatur.usulan.mutasi import pos as pos_
from kasuari.aparatur.usulan.rangka import Isian, Syarat, Timbang
from kasuari.aturan.galat import GalatAturan
from kasuari.aturan.golongan import KODE_GOLONGAN
from kasuari.aturan.masa_kerja import tambah_tahun
from kasuari.dasar.organisasi.models import PosKeadaan
from kasuari.dasar.rupa.bentuk import tanggal

PERLU = ("golongan", "hukuman")
PILKADA = gettext_lazy(
    "Dalam masa larangan penggantian pejabat %(m)s sampai %(s)s: perlu izin Menteri Dalam Negeri. "
    "Tanggalnya belum dicocokkan dengan tahapan pemilihan."
)


def timbang(b: Bahan, isian: Isian, *, manajerial: bool) -> Timbang:
    """`manajerial`: JPT, administrator, dan pengawas, yang juga memerlukan persetujuan teknis BKN (I-MUT)."""
    tmt = isian.tmt
    assert tmt is not None
    kurang = _tentang_orang(b, tmt)
    if not isian.data.get("bebas_keluarga"):
        kurang.append(
            _(
                "Nyatakan bahwa tidak ada hubungan keluarga dengan atasan langsung atau bawahan di unit tujuan."
            )
        )
    p = pos_.pada(str(isian.data.get("pos") or ""), tmt)
    if p is None:
        return Timbang({}, (), [_("Pos tujuan belum dipilih, atau tidak ada pada hari TMT."), *kurang])
    if (p.jenis in pos_.MANAJERIAL) != manajerial:
        jenis = _("Mutasi pelaksana dan fungsional") if manajerial else _("Mutasi pejabat manajerial")
        return Timbang({}, (), [_("Pos ini diusulkan lewat '%(j)s'.") % {"j": jenis}])
    kurang = [*kursi(b, p, tmt), *_pangkat(b, p, tmt), *pendidikan(b, p), *kurang]
    isi = {
        "pos": p.subjek.kode, "jabatan": p.nama, "unit": pos_.nama_unit(p), "eselon": p.eselon, "manajerial": manajerial,
        "jabatan_lama": b.p.kini.jabatan, "unit_lama": _unit_lama(b), "sebab": str(isian.data.get("sebab") or ""),
        "tmt": tmt.isoformat(),
    }  # fmt: skip
    return Timbang(isi, (), kurang, _ingat(b, p, tmt, manajerial))


def _unit_lama(b: Bahan) -> str:
    unit = b.p.kini.unit
    return unit.kini.nama if unit is not None and hasattr(unit, "kini") else ""


def _tentang_orang(b: Bahan, tmt: date) -> list[str]:
    """Lama di jabatan, pensiun, dan catatan disiplin. Hukuman tidak disebut: pengelola unit tidak berhak membacanya."""
    kini, kurang = b.p.kini, []
    if kini.tmt_jabatan is not None:
        n = int(b.buku(tmt).tabel("usulan_mutasi_jabatan_tahun")["paling_singkat"])
        boleh = tambah_tahun(kini.tmt_jabatan, n)
        if tmt < boleh:
            kurang.append(
                _("Baru menjabat sejak %(m)s. Paling singkat %(n)s tahun, jadi paling cepat %(b)s.")
                % {"m": tanggal(kini.tmt_jabatan), "n": n, "b": tanggal(boleh)}
            )
    if kini.pensiun and tmt >= kini.pensiun:
        kurang.append(_("Pensiun %(t)s, sebelum mutasi ini.") % {"t": tanggal(kini.pensiun)})
    if b.berlaku("hukuman", tmt):
        kurang.append(_("Ada catatan di register yang menahan mutasi ini. Tanyakan kepada BKPSDM."))
    return kurang


def kursi(b: Bahan, p: PosKeadaan, tmt: date) -> list[str]:
    """Kenapa pos itu tidak dapat didudukinya pada hari itu."""
    if b.p.kini.pos_id == p.subjek_id:
        return [_("Ia sudah memegang jabatan ini. Pilih pos lain.")]
    isi = pos_.terisi([p.subjek_id], tmt, selain=b.p.orang_id)[p.subjek_id]
    if p.jenis in pos_.MANAJERIAL and isi:
        return [_("Jabatan ini masih dipegang pejabat definitif lain pada hari TMT.")]
    if isi >= p.formasi:
        return [_("Formasi pos ini sudah penuh: %(i)s dari %(f)s.") % {"i": isi, "f": p.formasi}]
    return []


def _pangkat(b: Bahan, p: PosKeadaan, tmt: date) -> list[str]:
    """Golongan terhadap rentang eselon. Dasar: PP 100/2000 jo. PP 13/2002 (kp_eselon_terendah)."""
    rendah = b.buku(tmt).tabel("kp_eselon_terendah").get(p.eselon)
    if rendah is None:
        return []
    g = b.pada("golongan", tmt)
    if g is None:
        return [_("Golongan belum tercatat di register.")]
    selisih = int(b.buku(tmt).nilai("usulan_mutasi_pangkat_selisih"))
    if KODE_GOLONGAN[g.golongan] < KODE_GOLONGAN[str(rendah)] - selisih:
        return [
            _(
                "Golongan %(g)s terlalu rendah bagi eselon %(e)s, yang mulai %(r)s (boleh %(n)s tingkat di bawahnya)."
            )
            % {"g": g.golongan, "e": p.eselon, "r": rendah, "n": selisih}
        ]
    return []


def pendidikan(b: Bahan, p: PosKeadaan) -> list[str]:
    """Ijazah yang tercatat terhadap yang disyaratkan posnya."""
    perlu, punya = p.pendidikan_minimal, b.p.kini.pendidikan
    if perlu not in TINGKAT_PENDIDIKAN:
        return []
    if punya in TINGKAT_PENDIDIKAN and TINGKAT_PENDIDIKAN.index(punya) >= TINGKAT_PENDIDIKAN.index(perlu):
        return []
    return [
        _("Pos ini mensyaratkan pendidikan %(p)s; yang tercatat %(k)s.") % {"p": perlu, "k": punya or "-"}
    ]


def _ingat(b: Bahan, p: PosKeadaan, tmt: date, manajerial: bool) -> list[str]:
    kini, buku = b.p.kini, b.buku(tmt)
    ingat = [_("Kompetensi dan kualifikasinya tidak dinilai di sini. Periksa hasil uji kompetensinya.")]
    lama = int(buku.tabel("usulan_mutasi_jabatan_tahun")["paling_lama"])
    if kini.tmt_jabatan and tmt > tambah_tahun(kini.tmt_jabatan, lama):
        ingat.append(_("Sudah lebih dari %(n)s tahun di jabatan sekarang.") % {"n": lama})
    tinggi = buku.tabel("kp_eselon_tertinggi").get(p.eselon)
    g = b.pada("golongan", tmt)
    if tinggi and g and KODE_GOLONGAN[g.golongan] > KODE_GOLONGAN[str(tinggi)]:
        ingat.append(_("Golongan %(g)s di atas rentang eselon %(e)s.") % {"g": g.golongan, "e": p.eselon})
    if manajerial and (beku := masa_pilkada(buku.tabel("usulan_mutasi_pilkada"), tmt)):
        ingat.append(PILKADA % {"m": tanggal(beku[0]), "s": tanggal(beku[1])})
    return ingat


def masa_pilkada(tabel: Mapping[str, Any], hari: date) -> tuple[date, date] | None:
    """(hari pertama, hari terakhir) masa larangan yang meliputi hari itu. Dasar: UU 10/2016 Pasal 71 ayat (2).

    Galat: `GalatAturan` bila ketentuannya bukan dua tanggal.
    """
    for nama, isi in tabel.items():
        try:
            mulai, sampai = (date.fromisoformat(x) for x in str(isi).split())
        except ValueError:
            raise GalatAturan(
                _("Masa larangan pilkada %(n)s harus dua tanggal, contoh 2024-03-22 2025-02-20.")
                % {"n": nama}
            ) from None
        if mulai <= hari <= sampai:
            return mulai, sampai
    return None


def banding(isi: Mapping[str, Any]) -> list[tuple[Any, Any, Any]]:
    return [(_("Jabatan"), isi["jabatan_lama"], isi["jabatan"]), (_("Unit"), isi["unit_lama"], isi["unit"])]


def syarat(b: Bahan, isian: Isian) -> list[Syarat]:
    return [
        Syarat("usul", _("Usul pimpinan unit asal")),
        Syarat("terima", _("Persetujuan pimpinan unit tujuan")),
        Syarat("pernyataan", _("Surat pernyataan tidak sedang menjalani hukuman atau proses disiplin")),
    ]


def syarat_pejabat(b: Bahan, isian: Isian) -> list[Syarat]:
    return [
        *syarat(b, isian),
        Syarat("penilaian", _("Berita acara Tim Penilai Kinerja, atau hasil seleksi terbuka bagi JPT")),
        Syarat("kompetensi", _("Hasil uji kompetensi"), wajib=False),
    ]
