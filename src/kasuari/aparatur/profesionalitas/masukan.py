"""Mengumpulkan masukan indeks dari register: satu baris seorang, nilai mentah berkode dan asal faktanya.

Hasilnya JSON baku: inilah yang dibekukan, dan hanya dari sini indeks dihitung (dan diulang).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from kasuari.aparatur.pegawai.models import (
    Pegawai,
    RiwayatDiklat,
    RiwayatHukuman,
    RiwayatPendidikan,
    RiwayatSkp,
    RiwayatStatus,
)
from kasuari.aparatur.pegawai.riwayat import TINGKAT_PENDIDIKAN
from kasuari.aturan import ip_asn, register
from kasuari.aturan.buku import Buku
from kasuari.aturan.masa_kerja import tambah_tahun
from kasuari.dasar.inti.fakta import diketahui_pada, keadaan
from kasuari.dasar.organisasi import selectors as organisasi

SETARA = {"SD": "BELOW_SLTA", "SMP": "BELOW_SLTA"}
SETINGKAT = ({"D4", "S1"},)
BERAT = ("ringan", "sedang", "berat")

Baris = dict[str, Any]
_POS = ("subjek_id", "nama", "jenis", "eselon", "unit_id", "pendidikan_minimal")


def kumpulkan(tahun: int, pada: date, diketahui: datetime, buku: Buku) -> list[Baris]:
    """Masukan semua ASN yang diukur pada `pada`, urut UUID. Kolom menurut `aturan.ip_asn`, ditambah `asal`."""
    cakupan = {j for j, ya in buku.tabel("ip_asn_cakupan").items() if ya}
    aktif = register.kedudukan_aktif(buku)
    status = {
        s.subjek_id: s
        for s in keadaan(RiwayatStatus, pada=pada, diketahui=diketahui).only(
            "subjek_id", "nihil", "jenis", "kedudukan"
        )
        if not s.nihil and s.jenis in cakupan and s.kedudukan in aktif
    }
    orang = {
        p.id: p
        for p in Pegawai.objects.select_related("orang").only("id", "uid", "orang_id", "orang__uid")
        if p.id in status
    }
    jabatan = _jabatan(pada, diketahui)
    didik = _pendidikan(pada, diketahui)
    skp = _skp(tahun, diketahui)
    diklat = _diklat(tahun, pada, diketahui, buku)
    hukuman = _hukuman(pada, diketahui, buku.nilai("ip_asn_jendela_disiplin"))
    pim = {e: set(str(j).split("|")) for e, j in buku.tabel("ip_asn_pim_jenjang").items()}
    otomatis: dict[str, bool] = {}
    hasil = []
    for id_, p in orang.items():
        pos = jabatan.get(p.orang_id)
        nama = pos.nama if pos else ""
        if nama not in otomatis:
            otomatis[nama] = (
                ip_asn.fungsional_otomatis(nama, buku)
                if "ip_asn_p8_fungsional_otomatis" in buku.isi
                else False
            )
        hasil.append(
            _baris(
                p,
                status[id_].jenis,
                pos,
                didik.get(id_),
                skp.get(id_),
                diklat.get(id_, []),
                hukuman.get(id_),
                otomatis[nama],
                pim,
            )
        )
    return sorted(hasil, key=lambda b: b["pegawai"])


def _jabatan(pada: date, diketahui: datetime) -> dict[int, Any]:
    """orang_id -> keadaan pos yang dipegangnya; definitif menang atas Plt/Plh."""
    pos = {k.subjek_id: k for k in organisasi.pos_pada(pada, diketahui).only(*_POS)}
    hasil: dict[int, Any] = {}
    for t in (
        organisasi.penugasan_pada(pada, diketahui)
        .order_by("mulai", "id")
        .only("subjek_id", "pos_id", "jenis")
    ):
        if t.pos_id in pos and (t.jenis == "definitif" or t.subjek_id not in hasil):
            hasil[t.subjek_id] = pos[t.pos_id]
    return hasil


def _pendidikan(pada: date, diketahui: datetime) -> dict[int, Any]:
    hasil: dict[int, Any] = {}
    for r in diketahui_pada(RiwayatPendidikan.objects.filter(mulai__lte=pada), diketahui).only(
        "subjek_id", "uid", "tingkat"
    ):
        lama = hasil.get(r.subjek_id)
        if lama is None or TINGKAT_PENDIDIKAN.index(r.tingkat) > TINGKAT_PENDIDIKAN.index(lama.tingkat):
            hasil[r.subjek_id] = r
    return hasil


def _skp(tahun: int, diketahui: datetime) -> dict[int, Any]:
    """Predikat tahun itu; bila belum ada, tahun sebelumnya (tampak di `asal`)."""
    hasil: dict[int, Any] = {}
    qs = diketahui_pada(RiwayatSkp.objects.filter(tahun__in=(tahun - 1, tahun)), diketahui).order_by("tahun")
    for r in qs.only("subjek_id", "uid", "tahun", "predikat"):
        hasil[r.subjek_id] = r
    return hasil


def _diklat(tahun: int, pada: date, diketahui: datetime, buku: Buku) -> dict[int, list[Any]]:
    """Pelatihan yang dapat dihitung: semua kepemimpinan dan fungsional, teknis dan seminar dalam jendelanya."""
    hasil: dict[int, list[Any]] = defaultdict(list)
    jendela = buku.nilai("ip_asn_p8_jendela_seminar") if "ip_asn_p8_jendela_seminar" in buku.isi else 1
    qs = diketahui_pada(RiwayatDiklat.objects.filter(mulai__lte=pada), diketahui).order_by("mulai", "id")
    for r in qs.only("subjek_id", "uid", "mulai", "jenis", "jenjang", "jp"):
        r.dalam_tahun = r.mulai.year == tahun
        r.dalam_jendela = r.mulai.year > tahun - jendela
        if r.jenis in {"kepemimpinan", "fungsional"} or r.dalam_tahun or r.dalam_jendela:
            hasil[r.subjek_id].append(r)
    return hasil


def _hukuman(pada: date, diketahui: datetime, jendela: int) -> dict[int, Any]:
    """Hukuman terberat yang dijatuhkan dalam jendela tahun, atau masih berjalan."""
    batas = tambah_tahun(pada, -jendela)
    hasil: dict[int, Any] = {}
    for r in diketahui_pada(RiwayatHukuman.objects.filter(mulai__lte=pada), diketahui):
        if r.mulai > batas or r.sampai is None or r.sampai > pada:
            lama = hasil.get(r.subjek_id)
            if lama is None or BERAT.index(r.tingkat) > BERAT.index(lama.tingkat):
                hasil[r.subjek_id] = r
    return hasil


def kesesuaian(punya: str | None, syarat: str) -> int:
    """Ijazah dibanding syarat pos: lebih tinggi, sesuai, lebih rendah (D4 setara S1); 0 bila tidak diketahui."""
    if not punya or not syarat:
        return 0
    a, b = TINGKAT_PENDIDIKAN.index(punya), TINGKAT_PENDIDIKAN.index(syarat)
    if a == b or any({punya, syarat} <= s for s in SETINGKAT):
        return ip_asn.KESESUAIAN["as_required"]
    return ip_asn.KESESUAIAN["higher_than_required" if a > b else "lower_than_required"]


def _jp(diklat: Sequence[Any]) -> int:
    return sum(d.jp for d in diklat if d.dalam_tahun)


def _uid(fakta: Iterable[Any]) -> list[str]:
    return [str(f.uid) for f in fakta]


def _baris(
    p: Pegawai,
    jenis: str,
    pos: Any,
    didik: Any,
    skp: Any,
    diklat: Sequence[Any],
    hukuman: Any,
    otomatis: bool,
    pim_pantas: Mapping[str, set[str]],
) -> Baris:
    tingkat = didik.tingkat if didik else None
    pim = [
        d
        for d in diklat
        if d.jenis == "kepemimpinan" and pos and d.jenjang in pim_pantas.get(pos.eselon, set())
    ]
    fungsional = [d for d in diklat if d.jenis == "fungsional"]
    teknis = [d for d in diklat if d.jenis == "teknis" and d.dalam_tahun]
    seminar = [d for d in diklat if d.jenis == "seminar" and d.dalam_jendela]
    tahun_ini = [d for d in diklat if d.dalam_tahun]
    return {
        "pegawai": str(p.uid), "orang": str(p.orang.uid), "unit": pos.unit_id if pos else None, "jenis": jenis,
        "pos": str(pos.subjek_id) if pos else "",
        "pendidikan": ip_asn.PENDIDIKAN.get(SETARA.get(tingkat or "", tingkat or ""), 0),
        "jabatan": ip_asn.JABATAN.get(pos.jenis, 0) if pos else 0,
        "diklat_pim": int(bool(pim)), "diklat_fungsional": int(bool(fungsional) or otomatis),
        "diklat_teknis_jp": sum(d.jp for d in teknis), "seminar": int(bool(seminar)),
        "predikat": ip_asn.PREDIKAT.get(skp.predikat, 0) if skp else 0,
        "hukdis": ip_asn.HUKDIS[hukuman.tingkat] if hukuman else ip_asn.HUKDIS["none"],
        "kualifikasi_vs_jabatan": kesesuaian(tingkat, pos.pendidikan_minimal if pos else ""),
        "bangkom_jp": _jp(diklat),
        "asal": {
            "pendidikan": _uid([didik] if didik else []), "kinerja": _uid([skp] if skp else []),
            "kepemimpinan": _uid(pim), "fungsional": _uid(fungsional), "teknis": _uid(teknis), "seminar": _uid(seminar),
            "bangkom": _uid(tahun_ini), "disiplin": _uid([hukuman] if hukuman else []),
            "tahun_skp": skp.tahun if skp else None, "pendidikan_tingkat": tingkat, "syarat": pos.pendidikan_minimal if pos else "",
            "jabatan_nama": pos.nama if pos else "",
        },
    }  # fmt: skip
