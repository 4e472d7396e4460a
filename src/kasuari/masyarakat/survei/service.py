"""Pintu tulis survei: layanan yang dinilai, periode, rencana sampel, pertanyaan, lembar kertas, undangan, dan tanda."""

import hmac
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext as _

from kasuari.dasar.akun.izin import pastikan
from kasuari.dasar.inti.galat import MasukanSalah, TidakAda
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.jejak.pintu import Hasil, pintu
from kasuari.dasar.jejak.service import catat
from kasuari.dasar.ketentuan.selectors import buku
from kasuari.dasar.organisasi.models import Unit, UnitKini
from kasuari.masyarakat.survei import kertas, peristiwa, tutup
from kasuari.masyarakat.survei.models import (
    Komentar,
    Layanan,
    Periode,
    Survei,
    TandaKomentar,
    Undangan,
    VersiSoal,
)
from kasuari.masyarakat.survei.selectors import periode_terjangkau, unit_hidup
from kasuari.masyarakat.survei.soal import isi_skm, susun_lain
from kasuari.masyarakat.survei.terima import sidik_token

__all__ = [
    "buat_survei",
    "buka",
    "kertas",
    "rencanakan",
    "tandai",
    "tetapkan_layanan",
    "tutup",
    "ubah_soal",
    "undang",
]

BULAN = {Periode.Skema.TRIWULAN: 3, Periode.Skema.SEMESTER: 6, Periode.Skema.TAHUN: 12}
POPULASI_MAKS = 10_000_000
PETUGAS_MAKS = 2000
TANDA_MAKS = 20


@dataclass(frozen=True)
class BarisLayanan:
    """Satu layanan yang dinilai. `petugas`: orang yang melayaninya; `tertutup`: tanpa survei dan tanpa angka umum."""

    kode: str
    nama: str
    petugas: int
    tertutup: bool = False


def unit_menurut(uid: UUID) -> UnitKini:
    """Unit hidup menurut UUID-nya. Galat: `TidakAda`."""
    u = unit_hidup().filter(unit__uid=uid).first()
    if u is None:
        raise TidakAda(_("Unit ini tidak ada."))
    return u


@pintu("survei.tetapkan_layanan")
def tetapkan_layanan(pelaku: Pelaku, *, unit: UUID, baris: Sequence[BarisLayanan], kunci: UUID) -> Hasil:
    """Menetapkan layanan yang dinilai di satu unit; yang tidak disebut lagi dihapus dari daftar, jawabannya tetap.

    Galat: `MasukanSalah` menyebut baris; `TidakBoleh`.
    """
    pastikan(pelaku, "survei.kelola")
    u = unit_menurut(unit)
    kode: set[str] = set()
    for n, b in enumerate(baris, 1):
        if not b.kode or len(b.kode) > 20 or b.kode in kode:
            raise MasukanSalah(
                f"Baris {n}: kode layanan 1 sampai 20 huruf dan tidak boleh kembar.", "layanan"
            )
        if not b.nama or len(b.nama) > 120:
            raise MasukanSalah(f"Baris {n}: nama layanan 1 sampai 120 huruf.", "layanan")
        if not 0 <= b.petugas <= PETUGAS_MAKS:
            raise MasukanSalah(f"Baris {n}: banyak petugas 0 sampai {PETUGAS_MAKS}.", "layanan")
        kode.add(b.kode)
    Layanan.objects.filter(unit_id=u.unit_id).exclude(kode__in=kode).delete()
    Layanan.objects.bulk_create(
        [Layanan(unit_id=u.unit_id, kode=b.kode, nama=b.nama, petugas=b.petugas, tertutup=b.tertutup) for b in baris],
        update_conflicts=True, unique_fields=["unit", "kode"], update_fields=["nama", "petugas", "tertutup"],
    )  # fmt: skip
    catat(peristiwa.LAYANAN, pelaku, ("unit", unit), sesudah={"layanan": sorted(kode)})
    return Hasil(unit, {"layanan": len(kode)})


def survei_skm(pelaku: Pelaku) -> Survei:
    """Survei SKM kota; dibuat dengan versi soal pertama bila belum ada. Di dalam transaksi pemanggil."""
    s = Survei.objects.filter(jenis=Survei.Jenis.SKM).first()
    if s is None:
        ambang = buku(hari_ini()).tabel("skm_ambang")["responden"]
        s = Survei.objects.create(
            jenis=Survei.Jenis.SKM, nama="Survei kepuasan masyarakat", nama_en="Public satisfaction survey", ambang=ambang,
            dibuat=hari_ini(),
        )  # fmt: skip
        VersiSoal.objects.create(survei=s, nomor=1, isi=isi_skm(), dibuat=hari_ini())
        catat(peristiwa.DIBUAT, pelaku, ("survei", s.uid), sesudah={"jenis": s.jenis, "nama": s.nama})
    return s


@pintu("survei.buat")
def buat_survei(
    pelaku: Pelaku, *, nama: str, soal: str, tentang_pegawai: bool, nama_en: str = "", kunci: UUID
) -> Hasil:
    """Survei dengan pertanyaan sendiri (`soal.susun_lain`). `tentang_pegawai`: iklim kerja, ambangnya lebih tinggi."""
    pastikan(pelaku, "survei.kelola")
    if not nama.strip() or len(nama) > 120:
        raise MasukanSalah(_("Isi nama survei, paling banyak 120 huruf."), "nama")
    isi = susun_lain(soal)
    ambang = buku(hari_ini()).tabel("skm_ambang")["iklim" if tentang_pegawai else "responden"]
    s = Survei.objects.create(
        jenis=Survei.Jenis.LAIN,
        nama=nama.strip(),
        nama_en=nama_en.strip()[:120],
        ambang=ambang,
        dibuat=hari_ini(),
    )
    VersiSoal.objects.create(survei=s, nomor=1, isi=isi, dibuat=hari_ini())
    catat(
        peristiwa.DIBUAT,
        pelaku,
        ("survei", s.uid),
        sesudah={"jenis": s.jenis, "nama": s.nama, "soal": len(isi["soal"])},
    )
    return Hasil(s.uid)


@pintu("survei.ubah_soal")
def ubah_soal(pelaku: Pelaku, *, survei: UUID, soal: str, tanpa: Sequence[str] = (), kunci: UUID) -> Hasil:
    """Versi baru pertanyaan; periode yang terbuka tetap memakai versinya. SKM: `tanpa` menyebut unsur yang tidak ditanyakan."""
    pastikan(pelaku, "survei.kelola")
    s = Survei.objects.select_for_update().filter(uid=survei).first()
    if s is None:
        raise TidakAda(_("Survei ini tidak ada."))
    isi = isi_baru(s, soal, tanpa)
    nomor = s.versi.count() + 1
    VersiSoal.objects.create(survei=s, nomor=nomor, isi=isi, dibuat=hari_ini())
    catat(peristiwa.SOAL, pelaku, ("survei", s.uid), sesudah={"versi": nomor, "soal": len(isi["soal"])})
    return Hasil(s.uid, {"versi": nomor})


def isi_baru(s: Survei, soal: str, tanpa: Sequence[str] = ()) -> dict[str, Any]:
    """Isi versi berikutnya, tanpa menyimpannya: dipakai pula pratinjau. Galat: `MasukanSalah` menyebut baris."""
    if s.jenis != Survei.Jenis.SKM:
        return susun_lain(soal)
    if not set(tanpa) <= {"biaya"}:
        raise MasukanSalah(
            _("Hanya unsur biaya yang boleh tidak ditanyakan, bila layanannya gratis menurut hukum."), "tanpa"
        )
    return isi_skm(tanpa)


def akhir(skema: str, mulai: date) -> date:
    """Hari terakhir periode. Galat: `MasukanSalah` bila `mulai` bukan hari pertama triwulan, semester, atau tahun."""
    if skema not in Periode.Skema.values:
        raise MasukanSalah(_("Pilih triwulan, semester, atau tahun."), "skema")
    bulan = BULAN[Periode.Skema(skema)]
    if mulai.day != 1 or (mulai.month - 1) % bulan or not 2004 <= mulai.year <= hari_ini().year + 1:
        raise MasukanSalah(_("Periode mulai pada hari pertama triwulan, semester, atau tahunnya."), "mulai")
    indeks = mulai.year * 12 + mulai.month - 1 + bulan
    return date(indeks // 12, indeks % 12 + 1, 1) - timedelta(days=1)


@pintu("survei.buka")
def buka(
    pelaku: Pelaku, *, unit: UUID, skema: str, mulai: date, petugas: int, populasi: int, survei: UUID | None = None, kunci: UUID
) -> Hasil:  # fmt: skip
    """Membuka satu periode di satu unit. `survei` None: SKM. `populasi` 0: belum diketahui. Hasil: UUID periode.

    Galat: `MasukanSalah` (rentang bertumpang, tanggal, banyak orang), `TidakAda`, `TidakBoleh`.
    """
    pastikan(pelaku, "survei.kelola")
    u = unit_menurut(unit)
    sampai = akhir(skema, mulai)
    if not 0 <= petugas <= PETUGAS_MAKS:
        raise MasukanSalah(_("Banyak petugas 0 sampai %(n)s.") % {"n": PETUGAS_MAKS}, "petugas")
    Unit.objects.select_for_update().get(id=u.unit_id)  # dua pembuka serentak menunggu di sini
    s = survei_skm(pelaku) if survei is None else Survei.objects.filter(uid=survei).first()
    if s is None:
        raise TidakAda(_("Survei ini tidak ada."))
    layanan = Layanan.objects.filter(unit=u.unit_id).values_list("tertutup", flat=True)
    if s.jenis == Survei.Jenis.SKM and layanan and all(layanan):
        raise MasukanSalah(
            _("Semua layanan unit ini tertutup bagi survei: penerimanya tidak boleh dapat dikenali."), "unit"
        )
    if Periode.objects.filter(survei=s, unit=u.unit_id, mulai__lte=sampai, sampai__gte=mulai).exists():
        raise MasukanSalah(_("Unit ini sudah punya periode yang bertumpang dengan rentang itu."), "mulai")
    p = Periode.objects.create(
        survei=s, versi=s.versi.order_by("-nomor")[0], unit_id=u.unit_id, mulai=mulai, sampai=sampai, skema=skema,
        petugas=petugas, rencana=_rencana({"": populasi} if populasi else {}, 50),
    )  # fmt: skip
    catat(
        peristiwa.DIBUKA, pelaku, ("periode_survei", p.uid),
        sesudah={"survei": s.nama, "unit": u.nama, "mulai": mulai, "sampai": sampai, "versi": p.versi.nomor},
    )  # fmt: skip
    return Hasil(p.uid)


def _rencana(populasi: Mapping[str, int], persen_p: int) -> dict[str, object]:
    if any(not 0 <= n <= POPULASI_MAKS for n in populasi.values()):
        raise MasukanSalah(_("Banyak pengguna layanan 0 sampai 10.000.000 orang."), "populasi")
    if not 0 <= persen_p <= 100:
        raise MasukanSalah(_("Bagian perempuan 0 sampai 100 persen."), "persen_p")
    return {"populasi": {k: n for k, n in populasi.items() if n}, "persen_p": persen_p}


@pintu("survei.rencanakan")
def rencanakan(
    pelaku: Pelaku, *, periode: UUID, populasi: Mapping[str, int], persen_p: int, kunci: UUID
) -> Hasil:
    """Rencana sampel: pengguna tiap layanan ('' = tanpa layanan) pada periode lalu, dan bagian perempuan di antaranya."""
    p = periode_terjangkau(pelaku, periode)
    pastikan(pelaku, "survei.kelola", p, lihat="survei.lihat")
    _terbuka(p)
    sebelum, p.rencana = p.rencana, _rencana(populasi, persen_p)
    p.save(update_fields=["rencana"])
    catat(peristiwa.RENCANA, pelaku, ("periode_survei", p.uid), sebelum=sebelum, sesudah=p.rencana)
    return Hasil(p.uid)


def _terbuka(p: Periode) -> None:
    if p.status != Periode.Status.TERBUKA:
        raise MasukanSalah(_("Periode ini sudah ditutup dan disegel."), "periode")


@pintu("survei.tandai")
def tandai(pelaku: Pelaku, *, komentar: UUID, tanda: str, kunci: UUID) -> Hasil:
    """Memberi satu tanda pada satu komentar; tanda yang sama lagi melepasnya."""
    k = Komentar.objects.select_related("periode").filter(id=komentar).first()
    if k is None:
        raise TidakAda(_("Tulisan ini tidak ada."))
    pastikan(pelaku, "survei.komentar", k.periode, lihat="survei.lihat")
    tanda = " ".join(tanda.split()).casefold()
    if not 1 <= len(tanda) <= TANDA_MAKS:
        raise MasukanSalah(_("Tanda 1 sampai %(n)s huruf.") % {"n": TANDA_MAKS}, "tanda")
    lepas, _per = TandaKomentar.objects.filter(komentar=k, tanda=tanda).delete()
    if not lepas:
        TandaKomentar.objects.create(komentar=k, tanda=tanda)
    catat(
        peristiwa.TANDA,
        pelaku,
        ("periode_survei", k.periode.uid),
        sesudah={"tanda": tanda, "lepas": bool(lepas)},
    )
    return Hasil(k.periode.uid)


def undang(pelaku: Pelaku, unit_id: int, layanan_kode: str, kunci: UUID) -> str:
    """Token sekali pakai bagi satu permohonan yang selesai (`kunci`); '' bila layanannya tertutup bagi survei.

    Dipanggil di dalam transaksi ruang yang menyelesaikan permohonan. Kunci yang sama memberi token yang sama, dan token
    itu tidak dapat dihitung tanpa kunci rahasia pemasang. Alamatnya `/skm/<kode unit>/?t=<token>`.
    """
    if not pelaku.sistem:
        pastikan(pelaku, "survei.kelola")
    if Layanan.objects.filter(unit_id=unit_id, kode=layanan_kode, tertutup=True).exists():
        return ""
    baru = token(kunci)
    baris = Undangan(sidik=sidik_token(baru), unit_id=unit_id, layanan_kode=layanan_kode, dibuat=hari_ini())
    Undangan.objects.bulk_create([baris], ignore_conflicts=True)
    return baru


def token(kunci: UUID) -> str:
    """Token permohonan itu, dihitung lagi tiap kali diperlukan: yang tersimpan hanya sidiknya."""
    return hmac.new(settings.SECRET_KEY.encode(), f"survei.undangan:{kunci}".encode(), sha256).hexdigest()[
        :24
    ]
