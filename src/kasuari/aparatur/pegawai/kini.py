"""Menulis `pegawai_kini` (satu baris seorang) dari fakta. Daftar, saringan, dan pencarian hanya membaca hasilnya."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from django.db.models import Q

from kasuari.aparatur.pegawai import berikut, naik
from kasuari.aparatur.pegawai.models import (
    Pegawai,
    PegawaiGram,
    PegawaiKini,
    RiwayatDiklat,
    RiwayatGolongan,
    RiwayatKgb,
    RiwayatPak,
    RiwayatPendidikan,
    RiwayatSkp,
    RiwayatStatus,
)
from kasuari.aparatur.pegawai.riwayat import TINGKAT_PENDIDIKAN
from kasuari.aturan import pensiun, register, rumus
from kasuari.aturan.buku import INGATAN, Buku
from kasuari.aturan.golongan import KODE_GOLONGAN
from kasuari.aturan.masukan import dari_hari
from kasuari.dasar.inti.fakta import keadaan
from kasuari.dasar.inti.simpan import simpan_banyak
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.ketentuan import selectors as ketentuan
from kasuari.dasar.orang.ejaan import gram
from kasuari.dasar.organisasi import selectors as organisasi
from kasuari.dasar.organisasi.models import Penugasan, PosKeadaan, UnitKini

POTONG = 500
URUT_TUGAS = {
    Penugasan.Jenis.DEFINITIF: 0,
    Penugasan.Jenis.PJ: 1,
    Penugasan.Jenis.PLT: 2,
    Penugasan.Jenis.PLH: 3,
}
ATURAN = (
    "ak_",
    "bup_",
    "gaji_pokok_",
    "kgb_",
    "kp_",
    "pensiun_",
    "register_kedudukan",
    "register_mutu",
)  # parameter yang menentukan isi baris kini
MODEL = (  # fakta yang mengubah baris kini saat mulai
    RiwayatStatus, RiwayatGolongan, RiwayatKgb, RiwayatPak, RiwayatPendidikan, RiwayatSkp, RiwayatDiklat,
)  # fmt: skip
KOLOM = tuple(f.name for f in PegawaiKini._meta.concrete_fields)


def tulis(ids: Sequence[int] | None = None) -> int:
    """Menulis ulang baris kini bagi pegawai tertentu (None: semua) di dalam transaksi pemanggil; banyaknya kembali."""
    if ids is None:
        ids = list(Pegawai.objects.order_by("id").values_list("id", flat=True))
    hari = hari_ini()
    buku = ketentuan.buku(hari)
    ids = list(dict.fromkeys(ids))
    for awal in range(0, len(ids), POTONG):
        potong = ids[awal : awal + POTONG]
        # Dua penulis atas orang yang sama bergiliran di sini; yang kedua membaca fakta yang pertama.
        list(
            Pegawai.objects.select_for_update()
            .filter(id__in=potong)
            .order_by("id")
            .values_list("id", flat=True)
        )
        baris = list(hitung(potong, hari, buku))
        PegawaiKini.objects.filter(pegawai_id__in=potong).delete()
        PegawaiGram.objects.filter(pegawai_id__in=potong).delete()
        simpan_banyak(PegawaiKini, KOLOM, [[b[k] for k in KOLOM] for b in baris])
        simpan_banyak(
            PegawaiGram,
            ("gram", "pegawai"),
            [(g, b["pegawai"]) for b in baris for g in sorted(gram(b["nama"]))],
        )
    return len(ids)


def berubah_hari_ini() -> list[int]:
    """Pegawai yang faktanya mulai atau berakhir hari ini atau kemarin, jadi baris kininya berganti tanpa tulisan.

    Semua pegawai, bila aturan yang dipakai baris kini hari ini lain daripada kemarin.
    """
    hari = (hari_ini(), hari_ini() - timedelta(days=1))
    kini, kemarin = (ketentuan.buku(h).hanya(*ATURAN).isi for h in hari)
    if kini != kemarin:
        return list(Pegawai.objects.order_by("id").values_list("id", flat=True))
    ids: set[int] = set()
    for model in MODEL:
        ids |= set(
            model._default_manager.filter(ditutup=None, mulai__in=hari).values_list("subjek_id", flat=True)
        )
    tugas = Penugasan.objects.filter(Q(mulai__in=hari) | Q(sampai__in=hari), ditutup=None).values("subjek_id")
    pos = PosKeadaan.objects.filter(ditutup=None, mulai__in=hari).values("subjek_id")
    pemegang = Penugasan.objects.filter(ditutup=None, pos_id__in=pos).values("subjek_id")
    ids |= set(
        Pegawai.objects.filter(Q(orang_id__in=tugas) | Q(orang_id__in=pemegang)).values_list("id", flat=True)
    )
    return sorted(ids)


def _per_subjek(model: Any, ids: Sequence[int], hari: date) -> dict[int, Any]:
    return {f.subjek_id: f for f in keadaan(model, pada=hari, subjek=ids) if not f.nihil}


def _kelak(model: Any, ids: Sequence[int], hari: date) -> dict[int, list[Any]]:
    """Keadaan yang sudah diputuskan dan baru mulai sesudah hari itu, urut mulai; yang nihil tidak ikut."""
    hasil: dict[int, list[Any]] = {}
    for f in model._default_manager.filter(
        ditutup=None, nihil=False, mulai__gt=hari, subjek__in=ids
    ).order_by("mulai", "dicatat"):
        hasil.setdefault(f.subjek_id, []).append(f)
    return hasil


def _akhir(kini: Mapping[int, Any], kelak: Mapping[int, list[Any]]) -> dict[int, Any]:
    """Keadaan terakhir yang sudah diputuskan: yang kelak mengalahkan yang kini."""
    return {**kini, **{n: f[-1] for n, f in kelak.items()}}


def hitung(ids: Sequence[int], hari: date, buku: Buku) -> Iterator[dict[str, Any]]:
    """Baris kini menurut fakta pada satu hari; kuerinya tetap berapa pun banyaknya orang dalam potongan."""
    pegawai = list(Pegawai.objects.filter(id__in=ids).select_related("orang").order_by("id"))
    status = _per_subjek(RiwayatStatus, ids, hari)
    golongan = _per_subjek(RiwayatGolongan, ids, hari)
    kgb = _per_subjek(RiwayatKgb, ids, hari)
    pak = _akhir(_per_subjek(RiwayatPak, ids, hari), _kelak(RiwayatPak, ids, hari))
    # pangkat dan KGB yang sudah diputuskan tetapi belum berlaku menggeser jatuh tempo berikutnya sejak diputuskan
    golongan_kelak, kgb_kelak = _kelak(RiwayatGolongan, ids, hari), _kelak(RiwayatKgb, ids, hari)
    golongan_akhir = _akhir(golongan, golongan_kelak)
    didik = _pendidikan(ids, hari)
    tugas = _penugasan([p.orang_id for p in pegawai], hari)
    pos = {
        k.subjek_id: k
        for k in organisasi.pos_pada(hari, subjek={t.pos_id for t in tugas.values() if t.pos_id})
    }
    opd = dict(UnitKini.objects.values_list("unit_id", "opd_id"))
    aktif_ = Q(ditutup=None, subjek__in=ids, mulai__lte=hari)
    diklat = set(RiwayatDiklat.objects.filter(aktif_).values_list("subjek_id", flat=True))
    skp = set(RiwayatSkp.objects.filter(aktif_, tahun=hari.year - 1).values_list("subjek_id", flat=True))
    jabatan = [_nama_jabatan(tugas.get(p.orang_id), pos) for p in pegawai]
    pensiun_ = tmt_pensiun([p.lahir for p in pegawai], jabatan, buku)
    naik_gaji = berikut.kgb_berikut_urut(
        [
            berikut.urutan(
                golongan.get(p.id), golongan_kelak.get(p.id, ()), kgb.get(p.id), kgb_kelak.get(p.id, ())
            )
            for p in pegawai
        ],
        buku,
    )
    naik_pangkat = naik.pangkat_berikut(
        [
            _calon_naik(status.get(p.id), golongan_akhir.get(p.id), didik.get(p.id), pak.get(p.id), tugas.get(p.orang_id), pos)
            for p in pegawai
        ],
        buku,
    )  # fmt: skip
    for p, berhenti, gaji, pangkat in zip(pegawai, pensiun_, naik_gaji, naik_pangkat, strict=True):
        t = tugas.get(p.orang_id)
        k = pos.get(t.pos_id) if t else None
        yield _baris(
            p, status.get(p.id), golongan.get(p.id), kgb.get(p.id), didik.get(p.id), t, k, opd, p.id in diklat,
            p.id in skp, berhenti, gaji, pangkat, buku,
        )  # fmt: skip


def _calon_naik(
    s: Any, g: Any, didik: Any, pak: Any, t: Penugasan | None, pos: Mapping[int, PosKeadaan]
) -> naik.Naik | None:
    """Bahan kenaikan pangkat bagi seorang PNS; yang belum tercatat kosong."""
    if not (s and s.jenis == "pns"):
        return None
    nama, jenis, jenjang = _nama_jabatan(t, pos)
    k = pos.get(t.pos_id) if t and t.pos_id else None
    return naik.Naik(
        g.golongan if g else "", g.mulai if g else None, didik.tingkat if didik else "", (jenis, jenjang, nama),
        k.eselon if k else "", t.mulai if t else None, pak.ak if pak else None, pak.jenjang if pak else "",
    )  # fmt: skip


def _nama_jabatan(t: Penugasan | None, pos: Mapping[int, PosKeadaan]) -> tuple[str, str, str]:
    """(nama, jenis, jenjang) jabatan hari itu; kosong bila tidak bertugas."""
    if t is None:
        return "", "", ""
    k = pos.get(t.pos_id) if t.pos_id else None
    return (k.nama, k.jenis, k.jenjang) if k else (t.nama_luar, t.jenis_luar, "")


def _pendidikan(ids: Sequence[int], hari: date) -> dict[int, RiwayatPendidikan]:
    """Pendidikan tertinggi tiap orang; tingkat sama: yang terbaru."""
    hasil: dict[int, RiwayatPendidikan] = {}
    for r in RiwayatPendidikan.objects.filter(ditutup=None, subjek__in=ids, mulai__lte=hari).order_by(
        "mulai", "id"
    ):
        lama = hasil.get(r.subjek_id)
        if lama is None or TINGKAT_PENDIDIKAN.index(r.tingkat) >= TINGKAT_PENDIDIKAN.index(lama.tingkat):
            hasil[r.subjek_id] = r
    return hasil


def _penugasan(orang: Iterable[int], hari: date) -> dict[int, Penugasan]:
    """Penugasan utama hari itu: definitif, lalu Pj, Plt, Plh."""
    hasil: dict[int, Penugasan] = {}
    for t in organisasi.penugasan_pada(hari).filter(subjek__in=list(orang)).order_by("mulai", "id"):
        lama = hasil.get(t.subjek_id)
        if lama is None or URUT_TUGAS[t.jenis] <= URUT_TUGAS[lama.jenis]:  # type: ignore[index]
            hasil[t.subjek_id] = t
    return hasil


class TmtPensiun(NamedTuple):
    """`hari` None: tidak bertugas, atau BUP jabatannya tidak diketahui. `ingatan`: BUP-nya belum bersumber."""

    hari: date | None
    ingatan: bool = False


def tmt_pensiun(
    lahir: Sequence[date], jabatan: Sequence[tuple[str, str, str]], buku: Buku
) -> list[TmtPensiun]:
    """TMT pensiun tiap orang dari hari lahir dan jabatannya (nama, jenis, jenjang), satu panggilan kolom."""
    kenal = {j: pensiun.bup_pos(*j, buku) if j[0] else None for j in set(jabatan)}
    ada = [(n, bup) for n, j in enumerate(jabatan) if (bup := kenal[j]) is not None]
    hasil = [TmtPensiun(None)] * len(jabatan)
    if ada:
        masukan = {"birth": [lahir[n] for n, _bup in ada], "bup": [bup.usia for _n, bup in ada]}
        hari = rumus.hitung(pensiun.SUSUNAN, masukan, buku, ["tmt_pensiun"])["tmt_pensiun"]
        for (n, bup), h in zip(ada, hari.tolist(), strict=True):
            hasil[n] = TmtPensiun(dari_hari(h), bup.keyakinan == INGATAN)
    return hasil


def _baris(
    p: Pegawai, s: Any, g: Any, kgb: Any, didik: Any, t: Any, k: PosKeadaan | None, opd: dict[int, int | None],
    ada_diklat: bool, ada_skp: bool, berhenti: TmtPensiun, naik_gaji: berikut.KgbBerikut, naik_pangkat: naik.NaikBerikut,
    buku: Buku,
) -> dict[str, Any]:  # fmt: skip
    jabatan = k.nama if k else (t.nama_luar if t else "")
    jenis_jabatan = k.jenis if k else (t.jenis_luar if t else "")
    aktif = bool(s and s.kedudukan in register.kedudukan_aktif(buku))
    berkala = bool(s and s.jenis != "pppk_pw")
    kurang = [
        kode
        for kode, hilang in (
            ("nik", p.nik is None),
            ("golongan", g is None and berkala),
            ("jabatan", not jabatan),
            ("bup", bool(jabatan) and berhenti.hari is None),
            ("pendidikan", didik is None),
            ("kgb", berkala and (kgb is None or naik_gaji.ditolak)),
            ("skp", not ada_skp),
            ("diklat", not ada_diklat),
            ("email", not p.orang.email),
        )
        if hilang
    ]
    unit = k.unit_id if k else None
    return {
        "pegawai": p.id, "orang_uid": p.orang.uid, "nip": p.nip, "nama": p.orang.nama, "nama_gelar": p.orang.nama_gelar,
        "jk": p.jk, "lahir": p.lahir, "jenis": s.jenis if s else "", "kedudukan": s.kedudukan if s else "", "aktif": aktif,
        "golongan": g.golongan if g else "", "golongan_urut": KODE_GOLONGAN[g.golongan] if g else 0,
        "tmt_golongan": g.mulai if g else None, "mk_bulan": g.mk_tahun * 12 + g.mk_bulan if g else 0,
        "pos": t.pos_id if t else None, "jabatan": jabatan, "jenis_jabatan": jenis_jabatan,
        "jenjang": k.jenjang if k else "", "eselon": k.eselon if k else "", "tmt_jabatan": t.mulai if t else None,
        "kepala": bool(k and k.kepala), "unit": unit, "opd": opd.get(unit) if unit else None,
        "pendidikan": didik.tingkat if didik else "",
        "pendidikan_urut": TINGKAT_PENDIDIKAN.index(didik.tingkat) + 1 if didik else 0,
        "tahun_lulus": didik.tahun_lulus if didik else None, "tmt_cpns": p.tmt_cpns,
        "gaji_pokok": kgb.gaji_pokok if kgb else None, "kgb_berikut": naik_gaji.hari if aktif else None,
        "kp_berikut": naik_pangkat.hari if aktif else None, "kp_kurang": naik_pangkat.kurang,
        "pensiun": berhenti.hari, "pensiun_ingatan": berhenti.ingatan,
        "mutu": register.nilai_mutu(kurang, buku), "kurang": kurang,
    }  # fmt: skip
