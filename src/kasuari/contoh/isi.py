"""Mengisi kota contoh bulan demi bulan: tiap fakta dicatat lewat pintu tulis pada bulan ia sampai ke petugas."""

import uuid
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date
from random import Random

from django.contrib.auth.hashers import make_password
from django.db import transaction

from kasuari.aparatur.pegawai import kini
from kasuari.aparatur.pegawai import service as pegawai
from kasuari.aparatur.pegawai.models import Pegawai
from kasuari.aparatur.pegawai.riwayat import BarisRiwayat
from kasuari.contoh import (
    antrean,
    bulanan,
    cuti,
    disiplin,
    formasi,
    karier,
    ketentuan,
    kota,
    layanan,
    orang,
    pejabat,
    peran,
    perbaikan,
    surat_izin,
    survei,
    usulan,
)
from kasuari.contoh.karier import Isi
from kasuari.contoh.orang import Rekaan
from kasuari.dasar.akun import service as akun
from kasuari.dasar.akun.models import Akun
from kasuari.dasar.inti.pelaku import Pelaku, sistem
from kasuari.dasar.inti.pengenal import uuid_dari
from kasuari.dasar.inti.waktu import pada_saat
from kasuari.dasar.jejak import segel
from kasuari.dasar.orang.service import OrangBaru, catat_orang
from kasuari.dasar.organisasi import service as organisasi
from kasuari.dasar.organisasi.models import UnitKini
from kasuari.dasar.organisasi.service import BarisPenugasan

BULAN_SEJARAH = 24
BERDIRI = date(2017, 1, 1)
PAS_TMT = 2010  # orang demo yang dipilih: yang TMT CPNS-nya paling dekat tahun ini
Lapor = Callable[[str], None]
PROFIL = {
    "kode": "96.71", "nama": "Kota Sorong", "provinsi": "Papua Barat Daya", "zona": "Asia/Jayapura", "singkat_zona": "WIT",
    "sebutan": {"kecamatan": "distrik", "dprd": "DPRK", "kepala_daerah": "Wali Kota"},
    "alamat": "Jalan Contoh Nomor 1, Sorong",
}  # fmt: skip


def isi(asn: int, per: date, lapor: Lapor = lambda _: None) -> None:
    """Kota contoh berisi `asn` pegawai per tanggal `per`, dengan 24 bulan sejarah. Basis data harus kosong."""
    acak = Random(f"kasuari-{asn}-{per}")  # noqa: S311 data rekaan, bukan rahasia
    oleh = sistem("kota contoh")
    bulan = list(_bulan(per))
    susunan = kota.rencana(asn)
    lapor(f"{len(susunan.unit)} unit, {len(susunan.pos)} pos")
    with pada_saat(bulan[0]):
        _organisasi(oleh, susunan)
    rekaan = orang.susun(susunan, asn, per, acak)
    _tandai_demo(rekaan, susunan)
    fakta = [(r, f) for r in rekaan for f in (*karier.susun(r, per, acak), *surat_izin.susun(r, per))]
    lapor(f"{len(rekaan)} orang, {len(fakta)} fakta")
    _riwayatkan(oleh, rekaan, fakta, bulan, per, lapor)
    with pada_saat(per):
        _akun(oleh, rekaan)
        _wali_kota(oleh, susunan)
        pejabat.isi(oleh, per)
        formasi.isi(oleh, susunan)
        cuti.isi(oleh, rekaan, per, acak)
    akun_demo = {d.kunci: a for d, a in demo()}
    ketentuan.isi(per, akun_demo["bkpsdm"], akun_demo["kepala_bkpsdm"])
    usulan.isi(per, akun_demo)
    disiplin.isi(per, akun_demo)
    layanan.isi(per, akun_demo, acak)
    antrean.isi(per, akun_demo, acak)
    survei.isi(per, akun_demo, lambda hari: perbaikan.sesudah_terbit(hari, per, akun_demo))
    with pada_saat(per):
        lapor("menyegel jejak")
        segel.segel_semua()


def _bulan(per: date) -> Iterator[date]:
    """Tanggal 25 tiap bulan sejarah, lalu hari `per`: saat petugas mencatat."""
    indeks = per.year * 12 + per.month - 1
    for n in range(BULAN_SEJARAH, 0, -1):
        yield date((indeks - n) // 12, (indeks - n) % 12 + 1, 25)
    yield per


def _organisasi(oleh: Pelaku, susunan: kota.Kota) -> None:
    organisasi.ubah_profil(oleh, isi=PROFIL, kunci=uuid_dari("contoh", "profil"))
    organisasi.tata_unit(oleh, berlaku=BERDIRI, baris=susunan.unit, kunci=uuid_dari("contoh", "unit"))
    organisasi.catat_pos(oleh, berlaku=BERDIRI, baris=susunan.pos, kunci=uuid_dari("contoh", "pos"))


def _tandai_demo(rekaan: list[Rekaan], susunan: kota.Kota) -> None:
    """Menetapkan orang demo pada rekaan yang cocok gunanya dan sudah lama bekerja; kariernya seperti yang lain.

    Guru demo bekerja di sekolah atasannya, jadi atasan ditetapkan lebih dahulu.
    """
    pos = {p.kode: p for p in susunan.pos}
    sekolah = ""
    for d in sorted(peran.DAFTAR, key=lambda d: d.kunci != "atasan"):
        guna, _, unit = d.guna.partition(":")
        calon = [
            r
            for r in rekaan
            if not r.tanda
            and (
                r.guna == d.guna or (guna == "kepala" and r.guna == "kepala_opd" and pos[r.pos].unit == unit)
            )
        ]
        r = min(
            calon,
            key=lambda r: (
                d.kunci == "asn" and pos[r.pos].unit != sekolah,
                r.jenis != "pns",
                r.jk != d.jk,
                abs(r.tmt.year - PAS_TMT),
                r.nip,
            ),
        )
        sekolah = sekolah or pos[r.pos].unit
        r.nama, r.tanda, r.email = d.nama, d.kunci, f"{d.kunci.replace('_', '.')}@sorong.contoh.test"
        r.nip, r.jk = f"{r.nip[:14]}{'1' if d.jk == 'L' else '2'}{r.nip[15:]}", d.jk
        hari = r.lahir.day + (40 if d.jk == "P" else 0)
        r.nik = f"{r.nik[:6]}{hari:02d}{r.nik[8:]}" if r.nik else ""


def _riwayatkan(
    oleh: Pelaku, rekaan: list[Rekaan], fakta: list[tuple[Rekaan, Isi]], bulan: list[date], per: date, lapor: Lapor
) -> None:  # fmt: skip
    isi_bulan = bulanan.pengisi(oleh, per)
    uid: dict[int, uuid.UUID] = {}
    masuk: dict[date, list[Rekaan]] = defaultdict(list)
    catat: dict[date, dict[str, list[tuple[Rekaan, Isi]]]] = defaultdict(lambda: defaultdict(list))
    for r in rekaan:
        masuk[_saat(r.tmt, bulan)].append(r)
    for r, f in fakta:
        catat[max(_saat(f.dicatat, bulan), _saat(r.tmt, bulan))][f.kode].append((r, f))
    for b in bulan:
        with pada_saat(b):
            if masuk[b]:
                uid |= _catat_orang(oleh, masuk[b], b)
            with transaction.atomic():
                for kode, baris in catat[b].items():
                    pegawai.buka_riwayat(
                        oleh, kode, [_baris(uid[id(r)], f) for r, f in baris], tulis_kini=False
                    )
                kini.tulis(None if b == per else _tersentuh(uid, catat[b]))
            isi_bulan(b)
        lapor(f"{b:%Y-%m}: {sum(map(len, catat[b].values()))} fakta")


def _saat(hari: date, bulan: list[date]) -> date:
    return next((b for b in bulan if hari <= b), bulan[-1])


def _tersentuh(uid: dict[int, uuid.UUID], isi_bulan: dict[str, list[tuple[Rekaan, Isi]]]) -> list[int]:
    perlu = {uid[id(r)] for baris in isi_bulan.values() for r, _ in baris}
    return [i for i, u in Pegawai.objects.values_list("id", "uid") if u in perlu]


def _baris(pegawai_uid: uuid.UUID, f: Isi) -> BarisRiwayat:
    return BarisRiwayat(pegawai_uid, f.mulai, f.isi, sampai=f.sampai, nihil=f.nihil, sk_nomor=f.sk)


def _catat_orang(oleh: Pelaku, rekaan: list[Rekaan], b: date) -> dict[int, uuid.UUID]:
    baris = [
        pegawai.BarisPegawai(r.nip, r.nama, r.lahir, r.jk, gelar_belakang=r.gelar, tempat_lahir="Sorong", nik=r.nik,
                             email=r.email, tmt_cpns=r.tmt)
        for r in rekaan
    ]  # fmt: skip
    hasil = pegawai.catat_pegawai(oleh, baris=baris, kunci=uuid_dari("contoh", "orang", b))
    uid = [uuid.UUID(u) for u in hasil.data["uid"]]
    milik = dict(Pegawai.objects.filter(nip__in=[r.nip for r in rekaan]).values_list("uid", "orang__uid"))
    tugas = [
        BarisPenugasan(milik[u], max(r.tmt, BERDIRI), r.pos, sampai=None)
        for u, r in zip(uid, rekaan, strict=True)
    ]
    pegawai.tugaskan(oleh, baris=tugas, kunci=uuid_dari("contoh", "tugas", b))
    return {id(r): u for r, u in zip(rekaan, uid, strict=True)}


def _akun(oleh: Pelaku, rekaan: list[Rekaan]) -> None:
    """Akun bagi semua pegawai (belum aktif), dan peran serta sandi bagi orang demo."""
    milik = {p.nip: p for p in Pegawai.objects.select_related("orang", "kini")}
    baris = [
        akun.BarisAkun(milik[r.nip].orang.uid, r.nip, r.email or None, contoh=bool(r.tanda)) for r in rekaan
    ]
    akun.buat_akun(oleh, baris=baris, kunci=uuid_dari("contoh", "akun"))
    sandi = make_password(peran.SANDI_DEMO)
    demo = {d.kunci: d for d in peran.DAFTAR}
    opd = dict(UnitKini.objects.values_list("unit_id", "opd_id"))
    hibah = []
    for r in rekaan:
        if not r.tanda:
            continue
        a = Akun.objects.get(nomor=r.nip)
        Akun.objects.filter(id=a.id).update(aktif=True, password=sandi)
        d, unit = demo[r.tanda], milik[r.nip].kini.unit_id
        for kode in d.peran:
            lingkup = (
                None
                if d.unit == "" or kode in {"kepala_bkpsdm", "sekda", "pimpinan"}
                else (unit if d.unit == "sendiri" else opd[unit])
            )
            hibah.append(akun.BarisHibah(a.uid, kode, lingkup, BERDIRI, sumber="jabatan"))
    akun.beri_peran(oleh, baris=hibah, kunci=uuid_dari("contoh", "hibah"))


def _wali_kota(oleh: Pelaku, susunan: kota.Kota) -> None:
    """Kepala daerah memegang pos dan akun tanpa menjadi pegawai: keputusan tertinggi menunggunya."""
    d = peran.WALI_KOTA
    (pos,) = susunan.guna[d.guna]
    with transaction.atomic():
        (o,) = catat_orang(oleh, [OrangBaru(d.nama, email=_alamat(d))])
        organisasi.catat_penugasan(oleh, [BarisPenugasan(o.uid, BERDIRI, pos)], {o.uid: o.id})
    akun.buat_akun(
        oleh,
        baris=[akun.BarisAkun(o.uid, "wali-kota", _alamat(d), contoh=True)],
        kunci=uuid_dari("contoh", d.kunci),
    )
    a = Akun.objects.get(orang=o)
    Akun.objects.filter(id=a.id).update(aktif=True, password=make_password(peran.SANDI_DEMO))
    hibah = [akun.BarisHibah(a.uid, kode, None, BERDIRI, sumber="jabatan") for kode in d.peran]
    akun.beri_peran(oleh, baris=hibah, kunci=uuid_dari("contoh", "hibah", d.kunci))


def _alamat(d: peran.PeranDemo) -> str:
    return f"{d.kunci.replace('_', '.')}@sorong.contoh.test"


def demo() -> list[tuple[peran.PeranDemo, Akun]]:
    """Akun demo yang ada, menurut urutan tur."""
    ada = {a.email: a for a in Akun.objects.filter(contoh=True).select_related("orang")}
    return [(d, ada[_alamat(d)]) for d in (*peran.DAFTAR, peran.WALI_KOTA) if _alamat(d) in ada]
