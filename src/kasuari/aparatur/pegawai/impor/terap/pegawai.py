"""Daftar pegawai menjadi register: orang baru, status, golongan, pendidikan, dan jabatan bila posnya pasti.

Identitas orang yang sudah terdaftar tidak diganti lewat impor; perbedaannya diperingatkan.
"""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from kasuari.aparatur.pegawai.impor.kedudukan import kedudukan
from kasuari.aparatur.pegawai.models import RiwayatGolongan, RiwayatPendidikan, RiwayatStatus
from kasuari.aparatur.pegawai.riwayat import TINGKAT_PENDIDIKAN
from kasuari.aparatur.pegawai.service import BarisPegawai
from kasuari.aturan.golongan import KODE_PPPK
from kasuari.aturan.identitas import IdentitasTidakSah, Nip, urai_nik, urai_nip
from kasuari.dasar.impor.penerap import BarisBersih, Rencana
from kasuari.dasar.organisasi import selectors as organisasi
from kasuari.dasar.organisasi.models import Penugasan, UnitKini

from .dasar import PenerapRiwayat
from .rencana import Fakta, Penyusun, Tugas, per_subjek, tanggal

_DIPLOMA = {"I": "D1", "II": "D2", "III": "D3", "IV": "D4"}
_SARJANA = re.compile(
    r"\bS\s*-?\s*([123])\b|\bD\s*-?\s*(IV|I{1,3}|[1-4])\b|\bDIPLOMA\s*(IV|I{1,3}|[1-4])\b", re.I
)
_KATA_TINGKAT = (
    ("S3", r"\bdoktor"), ("S2", r"\bmagister|pasca\s*sarjana"), ("S1", r"\bsarjana"),
    ("SLTA", r"\b(?:slta|sma|smk|smu|ma|stm|smea|spk|spg)\b"), ("SMP", r"\b(?:sltp|smp|mts)\b"), ("SD", r"\b(?:sd|mi)\b"),
)  # fmt: skip
PANJANG = {"nama": 200, "gelar_depan": 60, "gelar_belakang": 100, "tempat_lahir": 80}


def tingkat_pendidikan(teks: str | None) -> str | None:
    """'S-1/Sarjana' -> S1, 'Diploma III' -> D3; None bila tidak dikenal."""
    if not teks:
        return None
    if cocok := _SARJANA.search(teks):
        if cocok[1]:
            return f"S{cocok[1]}"
        angka = (cocok[2] or cocok[3]).upper()
        return _DIPLOMA.get(angka, f"D{angka}")
    return next((t for t, pola in _KATA_TINGKAT if re.search(pola, teks, re.I)), None)


def jenis_pegawai(x: dict[str, Any], nip: Nip) -> str | None:
    """pns, cpns, pppk, atau pppk_pw menurut kolom berkas; None bila berkas tidak menyebutnya."""
    sebut = f"{x.get('jenis_pegawai') or ''} {x.get('kedudukan_hukum') or ''}".casefold()
    if "paruh" in sebut:
        return "pppk_pw"
    if "pppk" in sebut or nip.jenis == "PPPK" or x.get("gol") in KODE_PPPK:
        return "pppk"
    cpns = (x.get("status_cpns_pns") or "").strip().casefold()
    if cpns in {"c", "cpns"} or "cpns" in sebut:
        return "cpns"
    return "pns" if cpns in {"p", "pns"} or "pns" in sebut else None


class PenerapPegawai(PenerapRiwayat):
    kode = "pegawai"

    def rencanakan(self, baris: Sequence[BarisBersih], pada: date) -> Rencana:
        s = Penyusun(b.bersih["nip"] for b in baris)
        ids = [p.id for p in s.isi.lama.values()]
        register = _Register(
            per_subjek(RiwayatStatus, ids), per_subjek(RiwayatGolongan, ids), per_subjek(RiwayatPendidikan, ids),
            per_subjek(Penugasan, [p.orang_id for p in s.isi.lama.values()]), _indeks_pos(pada),
        )  # fmt: skip
        for b in baris:
            _rencana_baris(s, register, b)
        return s.selesai()


class _Register:
    """Fakta terbuka orang-orang di berkas, dan pos hari ini."""

    def __init__(
        self, status: Any, golongan: Any, didik: Any, tugas: Any, pos: dict[tuple[str, str], list[Any]]
    ) -> None:
        self.status, self.golongan, self.didik, self.tugas, self.pos = status, golongan, didik, tugas, pos


def _indeks_pos(pada: date) -> dict[tuple[str, str], list[Any]]:
    unit = {u: _rapi(n) for u, n in UnitKini.objects.values_list("unit_id", "nama")}
    hasil: dict[tuple[str, str], list[Any]] = {}
    for k in organisasi.pos_pada(pada).select_related("subjek"):
        hasil.setdefault((_rapi(k.nama), unit.get(k.unit_id, "")), []).append(k.subjek)
    return hasil


def _rapi(teks: str) -> str:
    return " ".join(teks.casefold().split())


def _rencana_baris(s: Penyusun, r: _Register, b: BarisBersih) -> None:
    x, nip = b.bersih, urai_nip(b.bersih["nip"])
    p = s.isi.lama.get(nip.nip)
    if p is None:
        if (orang := _orang_baru(s, b, nip)) is None:
            return
        s.isi.baru[nip.nip] = (b.baris, orang)
    else:
        _bandingkan_identitas(s, b, p)
    _status(s, r.status.get(p.id, []) if p else [], b, nip)
    _golongan(s, r.golongan.get(p.id, []) if p else [], b, nip)
    _pendidikan(s, r.didik.get(p.id, []) if p else [], b)
    if x.get("jabatan"):
        _jabatan(s, r, r.tugas.get(p.orang_id, []) if p else [], b)


def _orang_baru(s: Penyusun, b: BarisBersih, nip: Nip) -> BarisPegawai | None:
    x = b.bersih
    for kolom, panjang in PANJANG.items():
        if len(x.get(kolom) or "") > panjang:
            s.catat(b.baris, "TERLALU_PANJANG", kolom, x[kolom], batas=str(panjang))
            return None
    surel = x.get("email_dinas") or x.get("email") or ""
    return BarisPegawai(
        nip.nip, x["nama"], tanggal(x.get("lahir")) or nip.lahir, x.get("jk") or nip.jk,
        gelar_depan=x.get("gelar_depan") or "", gelar_belakang=x.get("gelar_belakang") or "",
        tempat_lahir=x.get("tempat_lahir") or "", nik=_nik(x.get("nik")),
        email=surel if "@" in surel and len(surel) <= 254 else "",
        tmt_cpns=tanggal(x.get("tmt_cpns")) or _tmt_nip(nip),
    )  # fmt: skip


def _nik(teks: str | None) -> str:
    try:
        return urai_nik(teks).nik if teks else ""
    except IdentitasTidakSah:
        return ""


def _tmt_nip(nip: Nip) -> date | None:
    """TMT menurut NIP: tanggal 1 bulan pengangkatan PNS; awal tahun bagi PPPK."""
    if nip.tmt_cpns:
        tahun, bulan = nip.tmt_cpns.split("-")[:2]
        return date(int(tahun), int(bulan), 1)
    return date(nip.tahun, 1, 1) if nip.tahun else None


def _bandingkan_identitas(s: Penyusun, b: BarisBersih, p: Any) -> None:
    x = b.bersih
    beda = [
        nama
        for nama, kami, berkas in (
            ("nama", _rapi(p.orang.nama), _rapi(x["nama"])),
            ("tanggal lahir", p.lahir.isoformat(), x.get("lahir")),
            ("jenis kelamin", p.jk, x.get("jk")),
        )
        if berkas and berkas != kami
    ]
    if beda:
        s.catat(b.baris, "IDENTITAS_BEDA", beda=", ".join(beda))


def _status(s: Penyusun, ada: Sequence[Any], b: BarisBersih, nip: Nip) -> None:
    x = b.bersih
    jenis, duduk = jenis_pegawai(x, nip), kedudukan(x.get("kedudukan_hukum"))
    terakhir: Any = ada[-1] if ada else None
    hidup = terakhir is not None and not terakhir.nihil
    if hidup and (jenis is None or jenis == terakhir.jenis):
        if duduk and duduk != terakhir.kedudukan:
            s.catat(b.baris, "STATUS_BEDA", "kedudukan_hukum", x.get("kedudukan_hukum") or "")
        else:
            s.sama += 1
        return
    jenis = jenis or ("pns" if nip.jenis == "PNS" else "pppk")
    mulai = tanggal(x.get("tmt_pns")) if jenis == "pns" else None
    mulai = mulai or tanggal(x.get("tmt_cpns")) or _tmt_nip(nip)
    if mulai is None or (hidup and mulai < terakhir.mulai):
        s.catat(b.baris, "STATUS_BEDA", "status_cpns_pns", jenis)
        return
    if x.get("kedudukan_hukum") and duduk is None:
        s.catat(b.baris, "KEDUDUKAN_TIDAK_DIKENAL", "kedudukan_hukum", x["kedudukan_hukum"])
        return
    f = Fakta("status", mulai, {"jenis": jenis, "kedudukan": duduk or "01"})
    s.bandingkan(
        b.baris, nip.nip, f, ada, ganti=terakhir if terakhir is not None and terakhir.nihil else None
    )


def _golongan(s: Penyusun, ada: Sequence[Any], b: BarisBersih, nip: Nip) -> None:
    x = b.bersih
    gol, mulai = x.get("gol"), tanggal(x.get("tmt_gol"))
    if not gol:
        return
    if mulai is None:
        if not ada or ada[-1].golongan != gol:
            s.catat(b.baris, "GOLONGAN_TANPA_TMT", "gol", gol)
        return
    segolongan = [f for f in ada if f.golongan == gol]
    tepat = next((f for f in ada if f.mulai == mulai), None)
    # satu golongan dicapai sekali: TMT yang berbeda berarti TMT-nya yang dibetulkan
    ganti = tepat or (segolongan[0] if len(segolongan) == 1 else None)
    mk = _masa_kerja(x)
    if mk is None and ganti is not None:
        mk = (ganti.mk_tahun, ganti.mk_bulan)
    if mk is None:
        awal = tanggal(x.get("tmt_cpns")) or _tmt_nip(nip)
        bulan = max(0, (mulai.year - awal.year) * 12 + mulai.month - awal.month) if awal else 0
        mk = (bulan // 12, bulan % 12)
        s.catat(b.baris, "MASA_KERJA_DIHITUNG", "mk_tahun", mk=f"{mk[0]} tahun {mk[1]} bulan")
    f = Fakta("golongan", mulai, {"golongan": gol, "mk_tahun": mk[0], "mk_bulan": mk[1]})
    s.bandingkan(b.baris, nip.nip, f, ada, ganti=ganti)


def _masa_kerja(x: dict[str, Any]) -> tuple[int, int] | None:
    """(tahun, bulan) dari dua kolom, atau dari satu kolom yang dibaca dalam bulan."""
    if x.get("mk_tahun") is not None:
        return x["mk_tahun"], x.get("mk_bulan") or 0
    return divmod(x["masa_kerja"], 12) if x.get("masa_kerja") is not None else None


def _pendidikan(s: Penyusun, ada: Sequence[Any], b: BarisBersih) -> None:
    x = b.bersih
    tingkat, tahun = tingkat_pendidikan(x.get("pendidikan")), x.get("tahun_lulus") or 0
    if x.get("pendidikan") and (tingkat is None or not tahun):
        if tingkat is None or all(f.tingkat != tingkat for f in ada):
            s.catat(b.baris, "PENDIDIKAN_TIDAK_LENGKAP", "pendidikan", x["pendidikan"])
        return
    if tingkat not in TINGKAT_PENDIDIKAN or tahun is None or not 1900 <= tahun <= 2200:
        return
    setingkat = [f for f in ada if f.tingkat == tingkat]
    sama = next((f for f in setingkat if f.tahun_lulus == tahun), None)
    isi = {
        "tingkat": tingkat,
        "tahun_lulus": tahun,
        **({"jurusan": x["jurusan"]} if x.get("jurusan") else {}),
    }
    if sama is not None and all(getattr(sama, k) == v for k, v in isi.items()):
        s.sama += 1
        return
    ganti = sama or (setingkat[0] if len(setingkat) == 1 else None)
    if ganti is not None:
        isi = {"jurusan": ganti.jurusan, "lembaga": ganti.lembaga, **isi}
    # berkas hanya menyebut tahun: berlaku sejak awal tahun itu
    s.bandingkan(b.baris, x["nip"], Fakta("pendidikan", date(tahun, 1, 1), isi), ada, ganti=ganti)


def _jabatan(s: Penyusun, r: _Register, ada: Sequence[Any], b: BarisBersih) -> None:
    x = b.bersih
    pos = r.pos.get((_rapi(x["jabatan"]), _rapi(x.get("unit") or "")), [])
    mulai = tanggal(x.get("tmt_jabatan"))
    definitif = [t for t in ada if t.jenis == "definitif" and (not t.sampai or not mulai or t.sampai > mulai)]
    if len(pos) != 1:
        s.catat(b.baris, "JABATAN_TIDAK_DITEMUKAN", "jabatan", x["jabatan"])
    elif definitif and definitif[-1].pos_id == pos[0].id:
        s.sama += 1
    elif definitif:
        s.catat(b.baris, "JABATAN_BEDA", "jabatan", x["jabatan"])
    elif mulai:
        s.isi.tugas.append(Tugas(b.baris, x["nip"], pos[0].kode, mulai))
    else:
        s.catat(b.baris, "JABATAN_TIDAK_DITEMUKAN", "jabatan", x["jabatan"])
