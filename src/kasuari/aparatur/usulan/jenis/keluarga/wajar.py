"""Yang tidak mungkin atau ganda pada keluarga: orang yang sudah tercatat, usia menikah, dan usia orang tua.

Batasnya parameter `usulan_keluarga_wajar` (kewajaran) dan `usulan_nikah_usia` (hukum pada hari menikahnya).
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from kasuari.aparatur.usulan.bahan import Bahan
from kasuari.aturan.galat import GalatAturan
from kasuari.aturan.masa_kerja import selisih_bulan, tambah_tahun
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.rupa.bentuk import tanggal


def ganda(b: Bahan, baru: Mapping[str, Any], kecuali: str = "") -> list[str]:
    """Orang yang sama (nama dan tanggal lahir) sudah tercatat. Anak juga yang catatannya sudah berakhir."""
    for f in b.semua("keluarga"):
        if f.hubungan != baru["hubungan"] or str(f.uid) == kecuali or (f.sampai and not _pernah(f, kecuali)):
            continue
        if _polos(f.nama) == _polos(baru["nama"]) and f.lahir and f.lahir.isoformat() == baru["lahir"]:
            return [
                _("%(n)s, lahir %(t)s, sudah tercatat. Pilih perubahan lain bila datanya keliru.")
                % {"n": f.nama, "t": tanggal(f.lahir)}
            ]
    return []


def _pernah(f: Any, kecuali: str) -> bool:
    """Masa lama seorang anak menghalangi pendaftaran baru, tetapi tidak pembetulan masa barunya."""
    return f.hubungan == "anak" and not kecuali


def _polos(nama: str) -> str:
    return " ".join(nama.split()).casefold()


def kurang_usia(b: Bahan, baru: Mapping[str, Any], nikah: date | None) -> list[str]:
    """Kelahiran dan usia yang tidak mungkin; `nikah`: hari menikah bila ia suami atau istri."""
    if not baru["lahir"]:
        return []
    lahir, wajar = date.fromisoformat(baru["lahir"]), b.buku(hari_ini()).tabel("usulan_keluarga_wajar")
    tertua = int(wajar["tertua"])
    if tambah_tahun(lahir, tertua) <= hari_ini():
        return [
            _("Tanggal lahir %(t)s lebih dari %(n)s tahun lalu. Periksa tahunnya.")
            % {"t": tanggal(lahir), "n": tertua}
        ]
    if baru["hubungan"] == "pasangan":
        return _nikah_mustahil(b, lahir, nikah, int(wajar["menikah_termuda"]))
    tua, muda = (b.p.lahir, lahir) if baru["hubungan"] == "anak" else (lahir, b.p.lahir)
    if tua < muda < tambah_tahun(tua, int(wajar["orang_tua_termuda"])):
        return [
            _(
                "Jarak kelahiran orang tua dan anak hanya %(b)s bulan; paling dekat %(n)s tahun. Periksa tanggal lahirnya."
            )
            % {"b": selisih_bulan(tua, muda), "n": wajar["orang_tua_termuda"]}
        ]
    return []


def _nikah_mustahil(b: Bahan, lahir: date, nikah: date | None, termuda: int) -> list[str]:
    return [
        _("Pada tanggal menikah %(t)s, yang lahir %(l)s belum %(n)s tahun. Periksa kedua tanggalnya.")
        % {"t": tanggal(nikah), "l": tanggal(x), "n": termuda}
        for x in (lahir, b.p.lahir)
        if nikah is not None and x < nikah < tambah_tahun(x, termuda)
    ]  # fmt: skip


def di_bawah_umur(b: Bahan, lahir: date | None, nikah: date | None) -> list[str]:
    """Yang belum cukup umur menurut hukum pada hari menikahnya. Dasar: UU 1/1974 Pasal 7 jo. UU 16/2019."""
    if nikah is None:
        return []
    buku = b.buku(nikah)
    try:
        batas = buku.tabel("usulan_nikah_usia")
    except GalatAturan:
        return []  # sebelum undang-undangnya berlaku tidak ada batas yang dapat dibandingkan
    lain = {"L": "P", "P": "L"}
    return [
        _(
            "Menikah pada usia %(u)s tahun, batas waktu itu %(n)s tahun (%(d)s). Periksa dispensasi pengadilannya."
        )
        % {"u": selisih_bulan(x, nikah) // 12, "n": batas[jk], "d": buku.versi("usulan_nikah_usia").dasar}
        for x, jk in ((lahir, lain[b.p.jk]), (b.p.lahir, b.p.jk))
        if x is not None and x < nikah < tambah_tahun(x, int(batas[jk]))
    ]
