"""Alur bersama semua jenis usulan: disusun atau diajukan, diperiksa, (BKN), paraf, tanda tangan, terbit, dicabut.

Satu fungsi menyusun prosesnya dari dua pertanyaan: siapa memulai, dan apakah BKN ikut memutus.
"""

from collections.abc import Callable, Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from kasuari.aparatur.usulan import efek, pencabutan
from kasuari.aparatur.usulan.models import Usulan
from kasuari.aparatur.usulan.pejabat import (
    Pemaraf,
    Pemeriksa,
    Penandatangan,
    Perancang,
    pemaraf,
    pemberi_mandat,
)
from kasuari.aparatur.usulan.rangka import ASN, ambil
from kasuari.dasar.akun.models import Hibah
from kasuari.dasar.alur.models import Kasus
from kasuari.dasar.alur.proses import Langkah, Proses, Tahap, daftarkan
from kasuari.dasar.alur.siapa import Meja, Pemohon
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.organisasi.models import UnitLeluhur

IZIN = "usulan.putuskan"
AWAL = ("draf", "konsep")
KEMBALI = (
    _("Ada berkas yang tidak terbaca. Unggah lagi yang ditandai."),
    _("Data di register belum cocok dengan berkasnya."),
    _("Hari mulai (TMT) keliru."),
)


def dari_unit(kasus: Kasus) -> bool:
    """disusun pengelola kepegawaian unit, jadi diperiksa BKPSDM dahulu."""
    return bool(kasus.usulan.meja != "bkpsdm")


def dari_bkpsdm(kasus: Kasus) -> bool:
    """disusun BKPSDM sendiri; pejabat di atasnya yang memeriksa."""
    return not dari_unit(kasus)


def ada_pengelola(kasus: Kasus) -> bool:
    """unitnya punya pengelola kepegawaian."""
    atas = UnitLeluhur.objects.filter(unit_id=kasus.unit_id).values("leluhur_id")
    hibah = Hibah.objects.filter(peran="umpeg", dicabut=None, mulai__lte=hari_ini(), unit__in=atas)
    return hibah.exclude(sampai__lte=hari_ini()).exclude(akun__orang=kasus.pemohon_id).exists()


def tanpa_pengelola(kasus: Kasus) -> bool:
    """unitnya tidak punya pengelola kepegawaian."""
    return not ada_pengelola(kasus)


def bermandat(kasus: Kasus) -> bool:
    """penandatangannya memberi mandat tetap bagi surat ini, dan isinya pilihan yang sudah disepakati."""
    u = kasus.usulan
    return ambil(u.jenis).tanpa_ditunggu(efek.isian(u)) and pemberi_mandat(kasus) is not None


def tanpa_mandat(kasus: Kasus) -> bool:
    """tidak ada mandat tetap bagi surat ini atau isinya."""
    return not bermandat(kasus)


def berparaf(kasus: Kasus) -> bool:
    """ada pejabat yang memaraf sebelum penandatangan."""
    return pemaraf(kasus) is not None


def tanpa_paraf(kasus: Kasus) -> bool:
    """tidak ada paraf sebelum tanda tangan."""
    return not berparaf(kasus)


def _dan(*syarat: Callable[[Kasus], bool]) -> Callable[[Kasus], bool]:
    def semua(kasus: Kasus) -> bool:
        return all(s(kasus) for s in syarat)

    semua.__doc__ = " ".join((s.__doc__ or "").rstrip(".") + ";" for s in syarat).rstrip(";") + "."
    return semua


def _naik(
    dari: str, aksi: str, judul: Any, *, bkn: bool, bila: tuple[Callable[[Kasus], bool], ...] = (), **isi: Any
) -> list[Langkah]:
    """Langkah maju sesudah pemeriksaan: ke BKN bila jenisnya memerlukan, kalau tidak ke paraf atau tanda tangan."""
    if bkn:
        return [Langkah(dari, aksi, "bkn", judul, bila=_dan(*bila) if bila else None, **isi)]
    return [
        Langkah(dari, aksi, "paraf", judul, bila=_dan(*bila, berparaf), **isi),
        Langkah(dari, aksi, "tandatangan", judul, bila=_dan(*bila, tanpa_paraf), **isi),
    ]


def _kembali(dari: str, awal: str) -> Langkah:
    return Langkah(dari, "kembalikan", awal, _("Minta perbaikan"), perlu_alasan=True, efek=efek.kembalikan)


def susun(
    kode: str,
    judul: Any,
    *,
    mulai: str,
    bkn: bool = False,
    surat: bool = True,
    mandat: bool = False,
    lanjutan: tuple[Tahap, Sequence[Langkah]] | None = None,
) -> Proses:
    """Mendaftarkan proses satu jenis usulan.

    Tanpa `surat`, persetujuan BKPSDM langsung berlaku. `mandat`: surat yang terbit begitu diajukan selama
    penandatangannya memberi mandat tetap; tanpa mandat ia menunggu tanda tangan seperti yang lain. `lanjutan`: satu
    tahap sesudah terbit, langkah menujunya, dan langkah darinya.
    """
    awal = "draf" if mulai == ASN else "konsep"
    tahap = [
        Tahap("draf", _("Perlu Anda lengkapi"), "perlu", menunggu=Pemohon()),
        Tahap("unit", _("Diperiksa pengelola kepegawaian unit"), "diterima", menunggu=Meja("umpeg"), tenggat="usulan_unit"),
    ] if mulai == ASN else [Tahap("konsep", _("Konsep"), "diterima", menunggu=Perancang())]  # fmt: skip
    tahap += [
        Tahap("periksa", _("Diperiksa BKPSDM"), "diperiksa", menunggu=Pemeriksa(), tenggat="usulan_periksa"),
        *([Tahap("bkn", _("Menunggu persetujuan teknis BKN"), "dikerjakan", menunggu=Pemeriksa())] if bkn else []),
        *(_tahap_surat() if surat else []),
        Tahap("terbit", _("Keputusan terbit") if surat else _("Disetujui, register sudah berubah"), "selesai"),
        Tahap("ditolak", _("Tidak dapat dipenuhi"), "tidak"),
        Tahap("batal", _("Dibatalkan"), "tidak"),
        *([Tahap("pencabutan", _("Pencabutan menunggu keputusan"), "dikerjakan", menunggu=Penandatangan(), tenggat="usulan_tanda")] if surat else []),
        Tahap("dicabut", _("Keputusan dicabut"), "tidak"),
    ]  # fmt: skip
    kirim = {"pisah": "orang", "kelas": "utama", "efek": efek.periksa_lengkap}
    maju = {"pisah": "orang", "kelas": "utama"}
    luar = (tanpa_mandat,) if mandat else ()
    if mulai == ASN:
        langkah = [
            *([Langkah("draf", "ajukan", "terbit", _("Terbitkan"), bila=bermandat, kelas="utama", efek=efek.terbitkan)] if mandat else []),
            Langkah("draf", "ajukan", "unit", _("Kirim"), bila=_dan(*luar, ada_pengelola), **kirim),  # type: ignore[arg-type]
            Langkah("draf", "ajukan", "periksa", _("Kirim"), bila=_dan(*luar, tanpa_pengelola), **kirim),  # type: ignore[arg-type]
            Langkah("draf", "buang", "batal", _("Buang"), kelas="bahaya", efek=efek.akhiri),
            Langkah("unit", "teruskan", "periksa", _("Lengkap, teruskan"), **maju),  # type: ignore[arg-type]
            _kembali("unit", awal),
            *(Langkah(t, "tarik", "batal", _("Tarik permohonan"), siapa=Pemohon(), kelas="bahaya", efek=efek.akhiri) for t in ("unit", "periksa")),
        ]  # fmt: skip
    else:
        langkah = [
            Langkah("konsep", "ajukan", "periksa", _("Kirim ke BKPSDM"), bila=dari_unit, **kirim),  # type: ignore[arg-type]
            *_naik("konsep", "ajukan", _("Kirim"), bkn=bkn, bila=(dari_bkpsdm,), **kirim),
            Langkah("konsep", "buang", "batal", _("Buang konsep"), kelas="bahaya", efek=efek.akhiri),
        ]
    langkah += [
        *(_naik("periksa", "terima", _("Lengkap, terima"), bkn=bkn, pisah="orang", kelas="utama", efek=efek.terima) if surat else
          [Langkah("periksa", "setujui", "terbit", _("Setujui, ubah register"), pisah="orang", kelas="utama", efek=efek.terapkan)]),
        _kembali("periksa", awal),
        Langkah("periksa", "tolak", "ditolak", _("Tidak dapat dipenuhi"), pisah="orang", perlu_alasan=True, kelas="bahaya", efek=efek.akhiri),
        *(_bkn(awal) if bkn else []),
        *(_tanda(awal) if surat else []),
        *(_cabut() if surat else
          [Langkah("terbit", "cabut", "dicabut", _("Batalkan perubahannya"), siapa=Meja("kepala_bkpsdm"), perlu_alasan=True,
                   kelas="bahaya", efek=pencabutan.cabut)]),
    ]  # fmt: skip
    if lanjutan is not None:
        tahap.append(lanjutan[0])
        langkah += lanjutan[1]
    return daftarkan(
        Proses(
            f"usulan_{kode}", 1, judul, awal=awal, izin=IZIN, alamat="usulan:satu", tahap=tahap, langkah=langkah,
            alasan_siap={"kembalikan": KEMBALI},
        )
    )  # fmt: skip


def _tahap_surat() -> list[Tahap]:
    return [
        Tahap("paraf", _("Menunggu paraf"), "dikerjakan", menunggu=Pemaraf(), tenggat="usulan_tanda"),
        Tahap("tandatangan", _("Menunggu tanda tangan"), "dikerjakan", menunggu=Penandatangan(), tenggat="usulan_tanda"),
    ]  # fmt: skip


def _tanda(awal: str) -> list[Langkah]:
    """Paraf lalu tanda tangan."""
    return [
        Langkah("paraf", "paraf", "tandatangan", _("Paraf"), pisah="orang", kelas="utama"),
        _kembali("paraf", awal),
        Langkah("tandatangan", "setujui", "terbit", _("Tandatangani"), pisah="orang", kelas="utama", efek=efek.siapkan),
        _kembali("tandatangan", awal),
        Langkah("tandatangan", "tolak", "ditolak", _("Tidak disetujui"), pisah="orang", perlu_alasan=True, kelas="bahaya", efek=efek.akhiri),
    ]  # fmt: skip


def _cabut() -> list[Langkah]:
    """Yang menetapkan yang mencabut: diusulkan BKPSDM, diputus pejabat yang menandatangani, orang yang berbeda."""
    usul = {"pisah": "cabut", "perlu_alasan": True, "kelas": "bahaya", "efek": pencabutan.usulkan}
    return [
        Langkah("terbit", pencabutan.USUL, "pencabutan", _("Usulkan pencabutan"), siapa=Meja("bkpsdm"), bila=pencabutan.tanda_kepala, **usul),  # type: ignore[arg-type]
        Langkah("terbit", pencabutan.USUL, "pencabutan", _("Usulkan pencabutan"), siapa=Meja("kepala_bkpsdm"), bila=pencabutan.tanda_lain, **usul),  # type: ignore[arg-type]
        Langkah("pencabutan", "cabut", "dicabut", _("Cabut keputusan"), pisah="cabut", kelas="bahaya", efek=pencabutan.cabut),
        Langkah("pencabutan", "tetap", "terbit", _("Tidak dicabut"), perlu_alasan=True),
    ]  # fmt: skip


def _bkn(awal: str) -> list[Langkah]:
    """Jawaban BKN, dicatat petugas atau dibaca dari layanannya."""
    return [
        Langkah(
            "bkn",
            "usulkan",
            "bkn",
            _("Catat sudah diusulkan ke BKN"),
            efek=efek.wajib_usul,
        ),
        *_naik("bkn", "pertek", _("Pertek BKN terbit"), bkn=False, kelas="utama", efek=efek.wajib_pertek),
        Langkah("bkn", "btl", awal, _("BKN: berkas tidak lengkap"), perlu_alasan=True, efek=efek.btl),
        Langkah(
            "bkn",
            "tms",
            "ditolak",
            _("BKN: tidak memenuhi syarat"),
            perlu_alasan=True,
            kelas="bahaya",
            efek=efek.tms,
        ),
    ]


def masih_awal(u: Usulan) -> bool:
    """Masih di tangan penyusunnya, jadi isiannya boleh diubah."""
    return u.kasus.keadaan in AWAL
